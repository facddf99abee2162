"""Tailor a CV and cover letter to a project-management-office posting; nothing invented, every point explained."""

__version__ = "0.1.0"
