"""Dates and periods as people write them in CVs."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume.nlp.dates import day_first, find_dates, find_periods


def shown(text: str) -> list[str]:
    return [f"{period.start or '?'}..{'now' if period.current else period.end or ''}" for period in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mar 2019 – Present", "2019-03..now"),
        ("March 2019 to date", "2019-03..now"),
        ("03/2019-Current", "2019-03..now"),
        ("2019 to date", "2019..now"),
        ("Jan 2018 till date", "2018-01..now"),
        ("2018 — Now", "2018..now"),
        ("2019 ‐ Ongoing", "2019..now"),
        ("Since 2018", "2018..now"),
        ("2019 –", "2019..now"),
        ("2016 onwards", "2016..now"),
        ("Jan '18 - Feb '20", "2018-01..2020-02"),
        ("May 18 - Jun 20", "2018-05..2020-06"),
        ("03/19 - 05/21", "2019-03..2021-05"),
        ("2019–2021", "2019..2021"),
        ("2019/20", "2019..2020"),
        ("2019-20", "2019..2020"),
        ("01.2015 – 12.2018", "2015-01..2018-12"),
        ("2019-03 - 2020-01", "2019-03..2020-01"),
        ("Jul 2014 - Nov 2016 (2 years)", "2014-07..2016-11"),
        ("from May 2015 to June 2017", "2015-05..2017-06"),
        ("between 2003 and 2005", "2003..2005"),
        ("Jan – Mar 2020", "2020-01..2020-03"),
        ("2017 july - 2019 october", "2017-07..2019-10"),
        ("12 March 2019 - 3 April 2020", "2019-03..2020-04"),
        ("March 15, 2019 – June 1, 2020", "2019-03..2020-06"),
        ("Juin 2015 – août 2017", "2015-06..2017-08"),
        ("Mai 2012 bis Okt. 2014", "2012-05..2014-10"),
        ("Q3 2020", "2020-07..2020-09"),
        ("Q1 2019 - Q3 2020", "2019-01..2020-09"),
        ("Summer 2018", "2018..2018"),
        ("early 2019 to late 2020", "2019..2020"),
        ("Sept. 2011", "2011-09.."),
        ("until 2014", "?..2014"),
    ],
)
def test_one_period(text: str, expected: str) -> None:
    assert shown(f"PMO Manager, Acme, {text}") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ISO 9001:2015",
        "$2019",
        "saved 2,019 hours",
        "2019%",
        "we may use it",
        "10/12 of all",
        "room A2019",
        "sep by sep",
        "tel 020 7946 0123",
    ],
)
def test_no_period(text: str) -> None:
    assert shown(text) == []


def test_day_and_month_are_told_apart_by_the_other_dates() -> None:
    assert shown("01/03/2019 – 31/08/2020") == ["2019-03..2020-08"]
    assert shown("01/03/2019 – 08/31/2020") == ["2019-01..2020-08"]
    assert day_first("05/03/2019") is None


def test_a_month_is_never_guessed() -> None:
    assert shown("05/03/2019 – 07/08/2020") == ["2019..2020"]


def test_two_periods_on_one_line_stay_two() -> None:
    assert shown("1998 to 2001 and 2003 to 2005") == ["1998..2001", "2003..2005"]


def test_the_span_is_the_words_and_the_offset_is_added() -> None:
    text = "Acme\tMar 2019 – Present (7 yrs)"
    (period,) = find_periods(text, 100)
    assert period.text == "Mar 2019 – Present"
    assert text[period.span.start - 100 : period.span.end - 100] == period.text


def test_single_dates_are_found_with_their_places() -> None:
    text = "PMP, 2016, renewed Mar 2019"
    assert [(str(date), text[span.start : span.end]) for date, span in find_dates(text)] == [("2016", "2016"), ("2019-03", "Mar 2019")]


def test_the_component_marks_periods_in_any_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("pmo_dates")
    doc = nlp("PMO Lead at Acme from Jan 2019 to present.")
    assert [span.text for span in doc.spans["pmo_dates"]] == ["from Jan 2019 to present"]


@given(st.text(alphabet="0123456789 /.-–'JanMarQ'Present()\t\n", max_size=60))
def test_any_text_gives_periods_that_stand_in_it(text: str) -> None:
    for period in find_periods(text):
        assert 0 <= period.span.start < period.span.end <= len(text)
        assert text[period.span.start : period.span.end] == period.text
