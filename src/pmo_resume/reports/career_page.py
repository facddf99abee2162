"""The way to a role as one HTML file that needs nothing else; its words stand in `templates/reports/career.html`."""

from __future__ import annotations

from pmo_resume.model.career import Career, Standing
from pmo_resume.reports.careers import lift_told, size_told, source_told
from pmo_resume.reports.page import template


def career_html(career: Career) -> str:
    """The page: ladder and parts as pictures, then every finding with its quote and source. Everything from a CV is escaped."""
    page = template("career.html").render(
        career=career,
        resume=career.resume,
        place=career.place,
        met=Standing.MET,
        open=Standing.OPEN,
        unclear=Standing.UNCLEAR,
        size_told=size_told,
        source_told=source_told,
        lifts=[lift_told(one.raised, career.market.postings, one.points, one.label) for one in career.market.lifts]
        if career.market
        else [],
    )
    return page.strip() + "\n"
