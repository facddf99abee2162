"""Saved pages of job sites: the posting and nothing around it."""

import json

import pytest

from pmo_resume.documents import read_bytes

BODY = """
<div class="top"><ul><li><a href="/">Home</a></li><li><a href="/jobs">Find jobs</a></li></ul></div>
<div class="cookie-banner"><p>You must accept cookies to continue, or parts of this site will not work at all.</p></div>
<div id="content"><h1>PMO Lead</h1><p>Sandstone Rail</p>
<div class="jd"><p>Sandstone Rail keeps trains moving. We need somebody to lead our programme office in the next control period.</p>
<h3>What you will do</h3><ul><li>Run the portfolio board and keep its papers in order</li><li>Own the RAID log of all programmes</li></ul>
<h3>What you need</h3><ul><li>PMP</li><li>Five years of programme office experience</li></ul>
<h3>Nice to have</h3><ul><li>MSP</li></ul></div>
<div class="share"><a href="#">Share</a><a href="#">Print</a></div></div>
<div class="related-jobs"><h3>Similar jobs</h3><ul><li><a href="/1">Scrum Master, York - CSM required</a></li></ul></div>
<div class="foot"><p>You must be 18 or over to use this site.</p></div>
"""


def lines(page):
    return read_bytes(page.encode(), "page.html").text.split("\n")


def test_a_page_without_marks_of_its_own_gives_its_content_with_every_short_line():
    found = lines(f"<!doctype html><html><body>{BODY}</body></html>")
    assert found[0] == "PMO Lead"
    assert {"PMP", "MSP", "Own the RAID log of all programmes"} <= set(found)
    assert not [line for line in found if "cookies" in line or "CSM" in line or "18 or over" in line or "Share" in line]


def vacancy(**fields):
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": "PMO Lead", "description": "<ul><li>PMP</li></ul>", **fields}
    return f'<!doctype html><html><head><script type="application/ld+json">{json.dumps(data)}</script></head><body>{BODY}</body></html>'


FIELDS = [
    ({"hiringOrganization": {"@type": "Organization", "name": "Sandstone Rail"}}, "Sandstone Rail"),
    ({"jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": {"name": "UK"}}}}, "Location: Leeds, UK"),
    ({"jobLocationType": "TELECOMMUTE"}, "Location: remote"),
    (
        {"baseSalary": {"currency": "GBP", "value": {"minValue": 60000, "maxValue": 70000, "unitText": "YEAR"}}},
        "Salary: GBP 60,000 - 70,000 per year",
    ),
    ({"validThrough": "2027-01-31T23:59"}, "Closing date: 2027-01-31"),
    ({"identifier": {"value": "HM-4471"}}, "Reference: HM-4471"),
    ({"description": "&lt;p&gt;Bring a PMP.&lt;/p&gt;"}, "Bring a PMP."),
    ({"description": "Bring a PMP.\nBring calm."}, "Bring calm."),
    ({"qualifications": "Five years in a PMO"}, "Five years in a PMO"),
    ({"@type": ["JobPosting", "Thing"]}, "PMP"),
]


@pytest.mark.parametrize(("fields", "line"), FIELDS)
def test_what_a_page_says_for_search_engines_comes_first(fields, line):
    found = lines(vacancy(**fields))
    assert found[0] == "PMO Lead"
    assert line in found
    assert "Find jobs" not in found


def test_the_posting_inside_a_graph_is_found_and_a_broken_one_is_passed_over():
    inner = {"@graph": [{"@type": "WebPage"}, {"@type": "JobPosting", "title": "PMO Lead", "description": "<p>Bring a PMP.</p>"}]}
    page = (
        '<!doctype html><html><head><script type="application/ld+json">{broken</script>'
        f'<script type="application/ld+json">{json.dumps(inner)}</script></head><body>{BODY}</body></html>'
    )
    assert lines(page) == ["PMO Lead", "Bring a PMP."]
