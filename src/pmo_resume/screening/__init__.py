"""One posting and many CVs: a ranking with a quote behind every point, one outcome for every file, and no person ruled out by a program."""

from pmo_resume.screening.candidate import Candidate, KnockOut, Shown, Status
from pmo_resume.screening.criteria import Criteria, check
from pmo_resume.screening.runner import screen

__all__ = ["Candidate", "Criteria", "KnockOut", "Shown", "Status", "check", "screen"]
