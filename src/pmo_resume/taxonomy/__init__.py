"""The vocabulary of project-office work: reads `keywords/`, lays a user's own files over it, checks both, and finds entries by name."""

from pmo_resume.taxonomy.load import load
from pmo_resume.taxonomy.lookup import find, suggest

__all__ = ["find", "load", "suggest"]
