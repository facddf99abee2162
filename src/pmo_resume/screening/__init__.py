"""One posting and many CVs: a ranking with a quote behind every point, one outcome for every file, and no person ruled out by a program."""

from pmo_resume.screening.blind import Blind
from pmo_resume.screening.candidate import Candidate, KnockOut, Shown, Status
from pmo_resume.screening.criteria import Criteria, check
from pmo_resume.screening.ranking import Ranking
from pmo_resume.screening.runner import screen
from pmo_resume.screening.worker import Brief

__all__ = ["Blind", "Brief", "Candidate", "Criteria", "KnockOut", "Ranking", "Shown", "Status", "check", "screen"]
