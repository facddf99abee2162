import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_resume import reports
from pmo_resume.matching.weights import WORTH
from pmo_resume.model.resume import Fact
from pmo_resume.model.tailored import Change, ChangeKind
from pmo_resume.model.text import Span

VOID = {"meta", "br", "rect", "line"}


class Page(HTMLParser):
    """Reads a page as a browser would: its elements, its visible words, its tables as rows of cells, and whether every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag in {"td", "th"}:
            self.words.append(" ")

    def handle_data(self, data):
        if "style" in self.open:
            return
        self.words.append(data)
        if "td" in self.open or "th" in self.open:
            self.tables[-1][-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def table_with(self, heading: str) -> list[list[str]]:
        return next(table for table in self.tables if heading in [" ".join(cell.split()) for cell in table[0]])


@pytest.fixture
def page(tailored, after, files) -> str:
    return reports.html(tailored, after, files, ["PDF was left out: Pango is missing"])


def numbers(cell: str) -> tuple[int, int]:
    points, possible = re.findall(r"(\d+) of (\d+)", cell)[0]
    return int(points), int(possible)


@pytest.mark.parametrize("heading", ["The posting says", "Area"])
def test_the_sums_shown_are_the_sums_of_the_rows_above_them(page, heading, before, after):
    header, *rows, together = Page(page).table_with(heading)
    assert len(rows) >= 3
    for column, whole in ((header.index("Before"), before), (header.index("After"), after)):
        shown = [numbers(row[column]) for row in rows]
        assert (sum(points for points, _ in shown), sum(possible for _, possible in shown)) == numbers(together[column])
        assert numbers(together[column]) == (whole.points, whole.possible)


def test_every_requirement_stands_once_with_its_points_before_and_after(page, before):
    rows = [row for row in Page(page).table_with("Asked")[1:-1] if len(row) == 3]
    assert len(rows) == len(before.contributions)
    points = {row[0].split("\n")[0].strip(): " ".join(row[1].split()) for row in rows}
    assert points["Power BI"] == "12 → 24 of 24"
    assert points["PRINCE2 or PMP"] == "36 of 36"
    assert points["Lean"] == "0 of 4"


def test_the_proof_is_quoted_with_its_place_and_its_relation(page):
    text = Page(page).text
    assert 'Ran gate reviews for 41 projects <script>alert("R&D")</script> PMO Lead, Ferncastle Water plc (03/2019 - Present)' in text
    assert "Wrote the business case PMO Lead, Ferncastle Water plc (03/2019 - Present) · Business case is part of it" in text
    assert "1 more place Governance & gates Skills" in text


def test_text_from_a_hostile_cv_is_words_and_never_markup(page):
    assert not [tag for tag, _ in Page(page).elements if tag in {"script", "button", "img", "iframe", "object"}]
    assert "&lt;script&gt;alert(" in page
    assert "<b>&lt;" not in page


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    hostile=st.one_of(
        st.text(max_size=80), st.sampled_from(["</title><script>", '"><img src=x onerror=1>', "{{ 7*7 }}", "<!--", "</style>"])
    )
)
def test_no_words_of_a_cv_or_posting_change_the_structure_of_the_page(tailored, after, hostile):
    def written(words: str) -> list[str]:
        ask = after.contributions[0]
        proof = replace(ask.evidence[0], quote=words, where=f"{words}.", via=f"{words}.")
        coverage = replace(after, contributions=(replace(ask, quote=words, asked=f"{words}.", basis=f"{words}.", evidence=(proof,)),))
        change = Change(ChangeKind.ADDED, words, "", f"{words}.", words)
        name = Fact(words, Span(0, 0))
        resume, posting = replace(tailored.resume, name=name), replace(tailored.posting, title=name, reference=name)
        page = reports.html(replace(tailored, resume=resume, posting=posting, coverage=coverage, changes=(change,)), None, (), [words])
        return [tag for tag, _ in Page(page).elements]

    assert written(hostile) == written("plain words")


def test_it_is_one_file_without_network_or_scripts(page):
    read = Page(page)
    assert "http://" not in page
    assert "https://" not in page
    assert not [tag for tag, _ in read.elements if tag in {"link", "script", "img"}]
    assert not [name for _, given in read.elements for name in given if name.startswith("on")]
    assert "url(" not in page
    assert "@import" not in page


def test_it_serves_dark_screens_paper_and_screen_readers(page):
    read = Page(page)
    assert read.elements[0] == ("html", {"lang": "en"})
    assert "@media (prefers-color-scheme: dark)" in page
    assert "@media print" in page
    assert "size: A4" in page
    assert [tag for tag, _ in read.elements].count("h1") == 1
    assert all("scope" in given for tag, given in read.elements if tag == "th")
    pictures = [given for tag, given in read.elements if tag == "svg"]
    assert all(given.get("aria-hidden") == "true" or given.get("aria-label") for given in pictures)
    assert len(pictures) > len(read.table_with("Area")) - 2
    ids = {given["id"] for _, given in read.elements if "id" in given}
    targets = {given["href"][1:] for tag, given in read.elements if tag == "a" and given["href"].startswith("#")}
    assert targets <= ids
    assert len(targets) >= 5


def test_every_tag_is_closed(page):
    assert Page(page).open == []


def test_gaps_come_with_advice_and_required_ones_first(tailored, before):
    text = Page(reports.html(tailored, None, ())).text
    gaps = text[text.index("Gaps, and what an honest answer is") : text.index("For you to settle Conditions")]
    assert gaps.index("Power BI") < gaps.index("Benefits management") < gaps.index("Lean")
    assert re.search(r"Only listed\. Power BI.*?only listed required ?12 of 24 points open", gaps)
    assert re.search(r"Not found\. Leave it out\. Lean.*?not found named in the duties ?4 of 4 points open", gaps)


def test_gaps_with_the_same_answer_stand_together_under_it_once(tailored, before):
    same = [replace(item, points=0, advice="Say where.") for item in before.contributions]
    page = Page(reports.html(replace(tailored, coverage=replace(before, contributions=tuple(same))), None, ()))
    assert page.text.count("Say where.") == 1
    assert page.text.count("points open") == len(same)


def test_the_picture_of_what_is_asked_counts_every_ask_once(page, after):
    picture = next(given["aria-label"] for tag, given in Page(page).elements if given.get("class") == "stack")
    counts = [int(number) for number in re.findall(r"\d+", picture)]
    assert sum(counts) == len(after.contributions)
    assert counts[0] == sum(item.points == item.possible for item in after.contributions)
    assert counts[2] == sum(item.points == 0 for item in after.contributions)


def test_headings_descend_without_a_gap(page):
    levels = [int(tag[1]) for tag, _ in Page(page).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_changes_show_only_what_differs_as_changed(page):
    assert "<del>gate</del>" in page
    assert "<ins>stage</ins>" in page
    assert "<del>reviews</del>" in page
    assert "Ran <del>" in page
    assert "Left out (1)" in Page(page).text


def test_questions_warnings_and_notes_are_told(page):
    text = Page(page).text
    assert "You must have the right to work in the UK unclear: the CV does not say" in text
    assert 'hidden text is worth nothing (white, page 1): "PMP PMP PMP"' in text
    assert "page header left out" in text
    assert "PDF was left out: Pango is missing" in text


def test_files_are_linked_beside_the_report(page):
    links = [given["href"] for tag, given in Page(page).elements if tag == "a"]
    assert "./resume.docx" in links
    assert "./cover%20letter%20%26%20more.pdf" in links


def test_the_scale_shown_is_the_one_that_is_used(page):
    for priority, worth in WORTH.items():
        shown = {"must": "Required", "preferred": "Preferred", "named": "Named in the duties"}[priority.value]
        assert re.search(rf"{shown} {worth}\b", Page(page).text)
    scale = ("Held 8 of 8", "Shown in a dated role 7 of 8", "Only listed 4 of 8", "Implied by a related concept 2 to 6 of 8")
    for words in (*scale, "a course without its exam 2 of 8"):
        assert words in Page(page).text


def test_an_unchanged_score_is_explained(tailored, before, after):
    assert "The score counts proof, and tailoring adds none." in Page(reports.html(tailored, before, ())).text
    assert "The score counts proof" not in Page(reports.html(tailored, after, ())).text


def test_a_match_alone_has_no_changes_and_one_score(before, resume, posting):
    page = reports.match_html(before, resume, posting)
    text = Page(page).text
    assert f"{before.score} of 100" in text
    assert "Match report" in text
    assert "What was changed" not in text
    assert "Before" not in [cell for table in Page(page).tables for cell in table[0]]


def test_the_same_input_gives_the_same_page(tailored, after, files):
    assert reports.html(tailored, after, files) == reports.html(tailored, after, files)


def test_a_cv_without_a_name_and_a_posting_without_a_title_go_by_their_files(before, resume, posting):
    page = reports.match_html(before, replace(resume, name=None), replace(posting, title=None, employer=None, reference=None))
    assert "<h1>imogen.docx <span>for lvr.txt</span></h1>" in page


def test_the_contrast_of_text_on_its_ground_is_enough_in_light_dark_and_print():
    from pmo_resume.resources import folder

    css = (folder("templates") / "reports" / "report.css").read_text(encoding="utf-8")
    palettes = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    assert len(palettes) == 3
    for palette in palettes:
        colour = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", palette))
        for ink, ground in (
            ("ink", "paper"),
            ("ink", "card"),
            ("ink", "mark-old"),
            ("ink", "mark-new"),
            ("ink", "accent-soft"),
            ("ink", "part-soft"),
            ("soft", "paper"),
            ("soft", "card"),
            ("accent", "paper"),
            ("accent", "card"),
            ("good", "good-soft"),
            ("part", "part-soft"),
            ("none", "none-soft"),
        ):
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground, palette)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_only_the_name_of_a_file_is_told_and_not_its_folder(tailored, after):
    assert "/home/imogen" not in reports.html(tailored, after, (Path("/home/imogen/out/resume.docx"),))
