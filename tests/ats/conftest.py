"""A good CV, and the short way to spoil it: what is checked stands in the test as a recruiter would see it."""

import datetime as dt
import sys
from pathlib import Path

import docx
import pytest

from pmo_resume import api
from pmo_resume.model.check import Check

sys.path.insert(0, str(Path(__file__).parent))

AS_OF = dt.date(2026, 11, 24)
GOOD = """\
Jane Roe
jane.roe@example.com
020 7946 0123
# Experience
Project Manager, Alderfield Homes Ltd
Jan 2018 – Present
- Led twelve refurbishment projects worth 4m on time and within budget.
- Kept the risk register and reported to the board every month.
Project Coordinator, Brackwater Council
Mar 2014 – Dec 2017
- Planned stage reviews for nine housing schemes.
# Education
BSc Geography, University of Eastmarch, 2013
# Skills
Risk management, stakeholder management, scheduling, Microsoft Project, reporting
"""


def word(lines: str = GOOD, then=lambda document: None, **properties: str) -> docx.document.Document:
    """The lines as a Word document: `# ` is a heading, `- ` a bullet; `then` spoils it."""
    document = docx.Document()
    document.core_properties.author = properties.get("author", "Jane Roe")
    document.core_properties.title = properties.get("title", "CV of Jane Roe")
    for line in lines.splitlines():
        if line.startswith("# "):
            document.add_heading(line[2:], 1)
        else:
            document.add_paragraph(line.removeprefix("- "), "List Bullet" if line.startswith("- ") else None)
    then(document)
    return document


@pytest.fixture
def check(tmp_path):
    """check(a Word document, bytes or lines of text) → Check, of a file called jane-roe.docx unless another name is given."""

    def run(content, name="jane-roe.docx") -> Check:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            content.save(str(path))
        return api.check(path, as_of=AS_OF)

    return run


@pytest.fixture
def codes(check):
    """codes(…) → the codes found, as a set."""
    return lambda *given, **named: {finding.code for finding in check(*given, **named).findings}
