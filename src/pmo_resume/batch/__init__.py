"""One CV and many postings: what is taken in, worked on by several processes, remembered after each, and listed at the end."""

from pmo_resume.batch.inputs import Item, items
from pmo_resume.batch.outcome import Outcome, State, Work
from pmo_resume.batch.runner import run

__all__ = ["Item", "Outcome", "State", "Work", "items", "run"]
