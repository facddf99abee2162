"""What an applicant-tracking system will make of a CV file, said before it is sent."""

from pmo_resume.ats.examine import examine

__all__ = ["examine"]
