"""How far a CV answers a posting: pure functions over the model, and every point explained."""

from pmo_resume.matching.score import match

__all__ = ["match"]
