"""The way to a role, computed from a CV and the rules of the vocabulary: nothing about the person that the CV does not say."""

from pmo_resume.careers.parts import money
from pmo_resume.careers.picture import picture
from pmo_resume.careers.scope import MEASURES
from pmo_resume.careers.target import role
from pmo_resume.careers.value import achievements

__all__ = ["MEASURES", "achievements", "money", "picture", "role"]
