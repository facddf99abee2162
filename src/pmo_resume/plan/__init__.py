"""`plan.yaml`: a tailored CV and letter as a text file that a person can edit and render again, each line with where it came from."""

from pmo_resume.plan.read import Plan, load
from pmo_resume.plan.write import dump

__all__ = ["Plan", "dump", "load"]
