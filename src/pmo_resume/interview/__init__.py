"""Preparing for one interview: questions with own answers, weak spots, questions to ask, a page to look at on the way."""

from pmo_resume.interview.pack import prepare
from pmo_resume.interview.stories import load, seeds

__all__ = ["load", "prepare", "seeds"]
