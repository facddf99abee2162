"""What a vacancy pays, until when one can apply, and where the work is done; budgets, benefits and hybrid methods are none of it."""

import pytest

from pmo_resume.nlp.posting_header import read_header

TERMS = [
    ("salary", "The anticipated pay range for this position is $128,000 to $152,000.", "$128,000 to $152,000"),
    ("salary", "In return there is a package of £110k to £125k, a car allowance and leave.", "£110k to £125k"),
    ("salary", "₹ 9-14 Lacs P.A.", "₹ 9-14 Lacs P.A."),
    ("salary", "Salary: £33,366 - £35,235 per annum", "£33,366 - £35,235 per annum"),
    ("salary", "You will run a portfolio worth £100m and pay attention to cost.", None),
    ("salary", "We pay £250 for a successful referral.", None),
    ("salary", "$5,000 annual continuing education budget", None),
    ("closing", "The closing date is 22 December 2026", "22 December 2026"),
    ("closing", "Applications must be received by midnight on March 3rd, 2027.", "March 3rd, 2027"),
    ("closing", "Closing date: 18/12/2026 10:00 AM", "18/12/2026 10:00 AM"),
    ("closing", "The programme closes its first phase in 2027.", None),
    ("workplace", "Leeds, UK - Remote OK", "remote"),
    ("workplace", "This is a hybrid role, two days a week in the office.", "hybrid"),
    ("workplace", "Location: Leeds / hybrid", "hybrid"),
    ("workplace", "On-site", "on-site"),
    (
        "workplace",
        "You can work from home as often as you like and sometimes meet us in York, which is a nice town to be in the spring.",
        "remote",
    ),
    (
        "workplace",
        "Requirements\nWe ask everybody who works in this office, whatever their background, for knowledge of agile and hybrid delivery.",
        None,
    ),
]


@pytest.mark.parametrize(("field", "line", "value"), TERMS)
def test_terms_of_the_vacancy(field, line, value, document, taxonomy):
    found = getattr(read_header(document(f"PMO Lead\n{line}"), taxonomy), field)
    assert (found.value if found else None) == value


PLACES = [
    ("PMO Lead\nLindental Energie GmbH | Mannheim | Full-time", "Mannheim"),
    ("PMO Lead\nVancouver, BC (hybrid, two days on site)", "Vancouver, BC"),
    ("PMO Lead\nLocation: OH - Columbus", "OH - Columbus"),
    ("PMO Lead\nLocation: Civic Centre, Harrowmere / hybrid", "Civic Centre, Harrowmere"),
    ("PMO Lead\n4.1 (218 Reviews)\n3 - 6 years\nPune, Hyderabad", "Pune, Hyderabad"),
]


@pytest.mark.parametrize(("written", "place"), PLACES)
def test_where_the_job_is(written, place, document, taxonomy):
    assert read_header(document(written), taxonomy).location.value == place


def test_the_person_to_write_to_may_have_any_letters(document, taxonomy):
    assert read_header(document("PMO Lead\nYour contact: Annika Fährmann, 030 23125 044"), taxonomy).contact.value == "Annika Fährmann"
