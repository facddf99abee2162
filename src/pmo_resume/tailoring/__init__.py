"""Tailoring: the candidate's own lines chosen, ordered and worded for one posting, and a letter made of them. Nothing is invented."""

from pmo_resume.tailoring.budget import shorten, usual_pages
from pmo_resume.tailoring.naming import topic
from pmo_resume.tailoring.select import is_measured
from pmo_resume.tailoring.tailor import tailor
from pmo_resume.tailoring.withdraw import withdraw

__all__ = ["is_measured", "shorten", "tailor", "topic", "usual_pages", "withdraw"]
