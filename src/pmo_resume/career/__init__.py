"""The way to a role, computed from a CV and the rules of the vocabulary: nothing about the person that the CV does not say."""

from pmo_resume.career.picture import picture
from pmo_resume.career.target import role
from pmo_resume.career.value import achievements

__all__ = ["achievements", "picture", "role"]
