"""What a person or a program is told: the terminal's tables, one self-contained HTML page, and JSON under one schema."""

from pmo_resume.reports.career_page import career_html
from pmo_resume.reports.careers import career_json, career_table
from pmo_resume.reports.checks import check_json, check_table, check_text
from pmo_resume.reports.extracts import posting_json, resume_json
from pmo_resume.reports.interviews import interview_docx, interview_html, interview_json, interview_markdown
from pmo_resume.reports.json_resume import json_resume
from pmo_resume.reports.page import html, match_html, template
from pmo_resume.reports.results import coverage_json, tailored_json
from pmo_resume.reports.tables import as_csv, as_xlsx, write_csv, write_xlsx
from pmo_resume.reports.terminal import coverage_table, summary

__all__ = [
    "as_csv",
    "as_xlsx",
    "career_html",
    "career_json",
    "career_table",
    "check_json",
    "check_table",
    "check_text",
    "coverage_json",
    "coverage_table",
    "html",
    "interview_docx",
    "interview_html",
    "interview_json",
    "interview_markdown",
    "json_resume",
    "match_html",
    "posting_json",
    "resume_json",
    "summary",
    "tailored_json",
    "template",
    "write_csv",
    "write_xlsx",
]
