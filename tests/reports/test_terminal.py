import re
from dataclasses import replace
from pathlib import Path

import pytest

from pmo_resume import reports
from pmo_resume.model.resume import Fact

COLOUR = re.compile(r"\x1b\[\d+m")


@pytest.mark.parametrize("width", [60, 80, 110])
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_terminal(before, width, explain):
    lines = reports.coverage_table(before, explain=explain, width=width).splitlines()
    assert len(lines) > 10
    assert max(len(line) for line in lines) <= width


def test_a_summary_fits_eighty_columns_and_names_the_files(tailored, after, files):
    text = reports.summary(tailored, after, files, 80)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "  out/cover letter & more.pdf" in text.splitlines()


def test_the_sums_shown_are_those_of_the_lines_below(before):
    text = reports.coverage_table(before)
    for heading in ("Required", "Preferred", "Named in the duties"):
        points, possible = map(int, re.search(rf"^{heading}: (\d+) of (\d+)$", text, re.MULTILINE).groups())
        below = text[text.index(f"{heading}: ") :].split("\n\n")[0].splitlines()[1:]
        asked = [tuple(map(int, found.groups())) for line in below if (found := re.match(r" *(\d+) of (\d+)", line))]
        assert asked
        assert (sum(got for got, _ in asked), sum(of for _, of in asked)) == (points, possible)
    assert text.startswith(f"Score {before.score} of 100 ({before.points} of {before.possible} points)")


def test_before_and_after_stand_side_by_side(tailored, after):
    text = reports.summary(tailored, after, ())
    assert re.search(r"^Tools +12 of 24 +24 of 24  █{20}$", text, re.MULTILINE)
    assert "Imogen Ashdown-Vale for Head of PMO, Larch Valley Rail (ref. LVR/88)" in text
    assert "Lines changed: 1 moved, 1 reworded, 1 left out" in text


def test_explaining_adds_reason_quote_place_and_advice(before):
    short, long = reports.coverage_table(before), reports.coverage_table(before, explain=True)
    for words in ('"Wrote the business case"', "PMO Lead, Ferncastle Water plc", "To do: Only listed."):
        assert words not in short
        assert words in " ".join(long.split())


def test_colour_only_repeats_what_the_words_say(before, tailored, after, files):
    plain, painted = reports.coverage_table(before), reports.coverage_table(before, colour=True)
    assert "\x1b" not in plain
    assert painted != plain
    assert COLOUR.sub("", painted) == plain
    assert COLOUR.sub("", reports.summary(tailored, after, files, 80, colour=True)) == reports.summary(tailored, after, files, 80)


def test_a_cv_cannot_steer_the_terminal(tailored, after):
    hostile = replace(tailored.resume, name=Fact("Eve\x1b]0;owned\x07\x1b[2J\u202e\x9b31m", tailored.resume.name.span))
    text = reports.summary(replace(tailored, resume=hostile), after, (Path("out/\x1b[31mresume.docx"),))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "Eve" in text


def test_required_and_not_found_is_named(tailored, before):
    none = replace(before.contributions[2], points=0)
    short = replace(tailored, coverage=replace(before, contributions=(none,)))
    assert "Required and not found\n  Power BI" in reports.summary(short, None, ())


def test_what_a_person_must_settle_is_told(before):
    text = reports.coverage_table(before)
    assert "  You must have the right to work in the UK\n    unclear: the CV does not say" in text
    assert 'hidden text is worth nothing (white, page 1): "PMP PMP PMP"' in text
