"""A line of a project sheet that stands apart is told in the job it belongs to, and the gate holds it there."""

import datetime as dt
from dataclasses import replace

from pmo_resume import api
from pmo_resume.proof.truth import untrue

CV = """Orla Finch
orla.finch@example.com | 020 7946 0555 | York

EXPERIENCE

PMO Manager, Acme Ltd, June 2016 - Present

Project Lead, Beta plc, July 2011 - May 2016

PROJECT DETAILS

Organization: Acme Ltd
Duration: Jan 2019 - Present
Responsibilities:
- Maintained the risk register of 40 projects

Organization: Beta plc
Duration: 2012 - 2014
Responsibilities:
- Tracked defects in Jira

SKILLS

Excel
"""
JOB = "PMO Analyst\nCompany: Elmbrook Rail\n\nRequirements\n- Risk management\n- Jira\n"


def test_lines_of_project_sheets_stand_in_their_jobs_and_in_no_other() -> None:
    told = api.tailor(api.read_resume(CV.encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))
    one, two = told.experience
    assert [claim.text for claim in one.highlights] == ["Maintained the risk register of 40 projects"]
    assert list(untrue(told)) == []
    swapped = replace(told, experience=(replace(one, highlights=two.highlights), replace(two, highlights=one.highlights)))
    assert any("is not from this role" in fault for fault in untrue(swapped))
