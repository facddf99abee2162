"""The report's section on value."""

from pmo_resume import api, reports

HEAD = b"Mara Lindqvist\n\nExperience\n\nPMO Lead, Orbit Ltd\nJan 2020 - Present\n"
POSTING = b"PMO Manager\n\nRequirements\n- Risk management\n- Jira\n"


def test_the_report_ranks_achievements_and_names_missing_numbers():
    resume = api.read_resume(HEAD + b"- Kept the risk register of the office.\n- Saved GBP 2m on depot projects.\n")
    page = reports.html(api.tailor(resume, api.read_posting(POSTING), letter=None), None, ())
    section = page[page.index('id="value"') : page.index('id="changes"')]
    assert section.index("Saved GBP 2m") < section.index("Without a number (1)") < section.index("Kept the risk register")
    assert "Missing: how much risk" in section


def test_a_match_alone_has_no_such_section():
    resume, posting = api.read_resume(HEAD + b"- Saved GBP 2m on depot projects.\n"), api.read_posting(POSTING)
    assert 'id="value"' not in reports.match_html(api.match(resume, posting), resume, posting)
