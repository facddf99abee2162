"""What a candidate confirms beyond the CV: a file of their own sentences, a longer "master" CV, and the questions that fill the file."""

from pmo_resume.facts.banks import load
from pmo_resume.facts.choosing import chosen, placed
from pmo_resume.facts.questions import Question, questions
from pmo_resume.facts.writing import dump, save

__all__ = ["Question", "chosen", "dump", "load", "placed", "questions", "save"]
