"""Plain text, Markdown and saved web pages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume.documents import read, read_bytes
from pmo_resume.errors import UnreadableFile
from pmo_resume.model.text import Block, BlockKind, Document, Place


def plain(text: str, encoding: str = "utf-8") -> Document:
    document = read_bytes(text.encode(encoding), "standard input")
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
    return document


def shape(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def test_the_text_is_the_file_as_it_stands() -> None:
    text = "PMO Manager\r\n\r\n  Requirements:\r\n\t- PMP\r\nLondon\n"
    document = plain(text)
    assert document.text == text
    assert shape(document) == [
        ("PMO Manager", "paragraph", 0),
        ("Requirements:", "heading", 2),
        ("PMP", "bullet", 0),
        ("London", "paragraph", 0),
    ]
    assert [block.address.label for block in document.blocks] == ["line 1", "line 3", "line 4", "line 5"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Zürich – 10 years’ experience of governance in large programme offices and more"
    assert plain(text, encoding).text == text


@pytest.mark.parametrize("mark", ["-", "*", "•", "·", "–", "o ", "1.", "a)", "(2)", "â€¢"])
def test_marks_are_not_part_of_a_bullet(mark: str) -> None:
    assert shape(plain(f"{mark} Manage risks")) == [("Manage risks", "bullet", 0)]


def test_bullets_have_levels_by_indent() -> None:
    text = "- one\n  - two\n    - three\n  - two again\n- one again\n"
    assert [block.level for block in plain(text).blocks] == [0, 1, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("# About us", 1),
        ("### Duties", 3),
        ("Duties\n======", 1),
        ("Duties\n------", 2),
        ("KEY RESPONSIBILITIES", 1),
        ("What you bring:", 2),
    ],
)
def test_clear_headings(text: str, level: int) -> None:
    block = plain(f"{text}\nManage risks and issues.").blocks[0]
    assert (block.kind, block.level) == (BlockKind.HEADING, level)


def test_a_line_all_in_markdown_bold_loses_its_stars() -> None:
    block = plain("**Key duties:**\n**PMP** needed").blocks
    assert [(each.text, each.style.bold) for each in block] == [("Key duties:", True), ("**PMP** needed", False)]
    assert block[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("text", ["PMP", "020 7946 0123", "JANE@EXAMPLE.COM", "We need: PMP, PRINCE2", "Manage risks.", "LONDON | REMOTE"])
def test_what_is_not_clearly_a_heading(text: str) -> None:
    assert plain(text).blocks[0].kind is BlockKind.PARAGRAPH


WRAPPED = """We are looking for a manager of our programme office who keeps plans,
risks and reports of ninety projects in order and who likes people more
than tools.
Apply by Friday.

- Owns the governance of all programmes of the bank and reports to the
  Board about them
- Second
"""


def test_wrapped_lines_are_one_block_that_spans_them() -> None:
    blocks = plain(WRAPPED).blocks
    assert [block.text.replace("\n", " / ") for block in blocks] == [
        "We are looking for a manager of our programme office who keeps plans, / risks and reports of ninety projects in order and who "
        "likes people more / than tools.",
        "Apply by Friday.",
        "Owns the governance of all programmes of the bank and reports to the /   Board about them",
        "Second",
    ]


def test_one_paragraph_a_line_stays_so() -> None:
    lines = ["Manages the portfolio " * 9, "and this is a line of its own", "Leads " * 40]
    assert len(plain("\n".join(lines)).blocks) == 3


def test_a_posting_in_one_line_is_one_block() -> None:
    assert len(plain("We seek a PMO lead. You have a PMP. " * 200).blocks) == 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\r\t"), max_size=300))
def test_offsets_hold_and_no_letter_is_lost(text: str) -> None:
    try:
        document = plain(text)
    except UnreadableFile:
        return
    covered = "".join(block.text for block in document.blocks)
    kept = sum(char.isalpha() for char in covered)
    marks = sum(char.isalpha() for char in document.text) - kept
    assert 0 <= marks <= 4 * len(document.blocks)  # "iv)" is a mark
    assert all(one.end <= two.start for one, two in zip(document.blocks, document.blocks[1:], strict=False))


def test_the_path_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "job.txt"
    path.write_text("PMO Manager", encoding="utf-8")
    document = read(path)
    assert (document.path, document.name, document.format) == (path, "job.txt", "txt")


def markdown(text: str) -> Document:
    document = read_bytes(text.encode(), "cv.md")
    assert "\n".join(block.text for block in document.blocks) == document.text
    return document


def test_markdown_is_read_without_its_markup() -> None:
    document = markdown(
        "# Jane Doe\n\n**PMO** Lead at [Example](https://example.com) since *2019* &amp; `now`\n\n1. one\n   - two\n\nEnd\n---\n"
    )
    assert shape(document) == [
        ("Jane Doe", "heading", 1),
        ("PMO Lead at Example since 2019 & now", "paragraph", 0),
        ("one", "bullet", 0),
        ("two", "bullet", 1),
        ("End", "heading", 2),
    ]
    runs = document.blocks[1].runs
    assert [
        (document.text[run.start : run.end], run.style.bold, run.style.italic) for run in runs if run.style.bold or run.style.italic
    ] == [
        *(("PMO", True, False), ("2019", False, True)),
    ]
    assert [(link.target, document.text[link.start : link.end]) for link in document.links] == [("https://example.com", "Example")]


def test_a_line_that_ends_in_the_middle_of_a_phrase_goes_on_whatever_the_next_begins_with() -> None:
    wrapped = "Planner of tunnels and bridges, with cost control on jobs worth from\nA$12 million to A$90 million.\n"
    two = "Planner of tunnels and bridges, with cost control on jobs of all sizes\nA$12 million was the largest.\n"
    assert [len(plain(text).blocks) for text in (wrapped, two)] == [1, 2]


def test_markdown_lines_are_joined_where_they_were_wrapped() -> None:
    text = "Ran the programme office of a bank with ninety\nprojects and reported.\n\nGrade: PO1\nSection: Delivery\nHard  \nbreak"
    assert [block.text for block in markdown(text).blocks] == [
        *("Ran the programme office of a bank with ninety projects and reported.", "Grade: PO1", "Section: Delivery", "Hard", "break"),
    ]


def test_markdown_tables_are_cells() -> None:
    document = markdown("| Role | Years |\n|---|:--:|\n| PMO Lead | 4 |\n")
    assert [(block.text, block.cell and (block.cell.row, block.cell.column), block.place) for block in document.blocks] == [
        ("Role", (0, 0), Place.TABLE),
        ("Years", (0, 1), Place.TABLE),
        ("PMO Lead", (1, 0), Place.TABLE),
        ("4", (1, 1), Place.TABLE),
    ]


@pytest.mark.parametrize("text", ["2 * 3 * 4 people", "snake_case_name", "a \\* b", "R&D <jane@example.com>"])
def test_what_is_no_markup_stays(text: str) -> None:
    expected = text.replace("\\", "").replace("<", "").replace(">", "")
    assert markdown(text).text == expected


def page(body: str) -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>".encode(), "job.html")


def test_a_saved_page_gives_its_main_text() -> None:
    body = "<nav>Home</nav><main><h1>PMO Manager</h1><p>We <b>need</b>\n a lead.<br>Apply</p><ul><li>PMP<ul><li>or PgMP</li></ul></li></ul>"
    document = page(body + f"<p>{'Long text about the work. ' * 10}</p></main><script>x()</script><footer>Cookies</footer>")
    assert shape(document)[:5] == [
        *(("PMO Manager", "heading", 1), ("We need a lead.", "paragraph", 0), ("Apply", "paragraph", 0), ("PMP", "bullet", 0)),
        ("or PgMP", "bullet", 1),
    ]
    assert "Cookies" not in document.text
    assert document.format == "html"


def test_tables_of_a_page_are_cells() -> None:
    inner = "<table><tr><td>x</td></tr></table>"
    document = page(f"<table><tr><th>Role</th><th>Years</th></tr><tr><td>Lead {inner}</td><td>4</td></tr></table><p>After</p>")
    assert [(block.text, block.cell and (block.cell.table, block.cell.row, block.cell.column)) for block in document.blocks] == [
        *(("Role", (0, 0, 0)), ("Years", (0, 0, 1)), ("Lead", (0, 1, 0)), ("x", (1, 0, 0)), ("4", (0, 1, 1)), ("After", None)),
    ]


def test_what_a_page_hides_is_kept_apart() -> None:
    document = page('<p>Seen</p><p style="display: none">PMP</p>')
    assert (document.text, document.hidden[0].text) == ("Seen", "PMP")


def test_a_posting_described_for_search_engines_comes_first() -> None:
    words = "<p>You lead.</p><ul><li>PMP</li></ul>"
    json = f'{{"@type": "JobPosting", "title": "PMO Lead", "hiringOrganization": {{"name": "Example"}}, "description": "{words}"}}'
    document = page(f'<script type="application/ld+json">{json}</script><p>Accept cookies</p>')
    assert shape(document) == [("PMO Lead", "heading", 1), ("Example", "paragraph", 0), ("You lead.", "paragraph", 0), ("PMP", "bullet", 0)]


def test_blocks_hold_their_style_runs() -> None:
    block: Block = page("<p>a <strong>b</strong></p>").blocks[0]
    assert [run.style.bold for run in block.runs] == [False, True]


ENDLESS = {
    "stars": "*a " * 60_000,
    "brackets": "[" * 100_000,
    "comments": "<!-- " * 60_000,
    "spaces": "# " + " " * 100_000 + "x",
    "rules": "- " * 80_000 + "x",
    "cells": "|" * 50_000 + "x",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_no_line_of_markup_takes_more_than_a_moment(kind: str) -> None:
    """Proves that these end at all: each once took time that grew with the square of its length."""
    assert "\n".join(block.text for block in markdown(ENDLESS[kind]).blocks)


def test_a_line_that_ends_inside_a_bracket_goes_on() -> None:
    wrapped = "PMP (PMI, 2014), OSHA 30-Hour, First Aid (Red\nCross, valid through 2027), LEED Green Associate"
    assert [block.text for block in plain(wrapped).blocks] == [wrapped]


def test_a_summary_wrapped_in_the_middle_of_a_sentence_is_whole_beside_longer_lines() -> None:
    summary = (
        "PMO lead with ten years of work in rail and ports. Never\nheld a budget of her own, and says so to the board of the\n"
        "Rail Trust every year, which agrees with all of that and\nasks for more."
    )
    dated = "HARBOUR RAIL LIMITED, Leeds                                       Oct 2020 - Present"
    blocks = plain(f"SUMMARY\n{summary}\n\n{dated}\nLeads an office of nine.\n").blocks
    assert [block.text for block in blocks] == ["SUMMARY", summary, dated, "Leads an office of nine."]


def test_a_bullet_goes_on_at_the_margin_and_under_its_words() -> None:
    text = (
        "- Prepared the monthly report of the board. She was not\nresponsible for procurement.\n"
        "- Reports every week on all of the open risks to the\n  Steering Committee of the bank\n"
        "- Tools in daily use in the office of the bank:\n  MS Project\n"
    )
    assert [block.text.count("\n") for block in plain(text).blocks] == [1, 1, 0, 0]


def test_the_fields_of_a_form_and_addresses_are_lines_of_their_own() -> None:
    text = "Worked for many years as the manager of the office\ncompany - Harbour Rail\nwww.harbour.example\nmeg@harbour.example\n"
    assert len(plain(text).blocks) == 4


def test_a_markdown_link_that_only_names_its_site_stands_as_its_address() -> None:
    written = "Leeds · [LinkedIn](https://www.linkedin.com/in/megadair/) · [GitHub profile](https://github.com/meg)\n\n[My book](https://example.org/b)"
    assert [block.text for block in markdown(written).blocks] == ["Leeds · linkedin.com/in/megadair · github.com/meg", "My book"]


def test_a_bullet_that_was_decoded_wrongly_once_is_a_bullet(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes("Skills\nÂ\x80¢ Planning of releases\nÂ\x80¢ Reporting\n".encode())
    assert [block.text for block in read(path).blocks][1:] == ["Planning of releases", "Reporting"]


def test_a_paragraph_wrapped_by_hand_goes_on_at_a_capital_and_a_markdown_bullet_under_its_words() -> None:
    told = (
        "I run the office of six people for the water board and keep its plan in\nthe tool. With the finance "
        "team I moved the forecast from quarters to\n"
        "months, and I support the programmes of the Severn Valley Water\nBoard and its committee."
    )
    assert [block.text for block in plain(f"EXPERIENCE\n{told}\n\nEDUCATION\n").blocks][1] == told
    written = "1. Introduced a register with\n   Finance and Legal.\n2. Kept logs.\n"
    assert [block.text for block in markdown(written).blocks] == ["Introduced a register with Finance and Legal.", "Kept logs."]


def test_signs_that_were_decoded_wrongly_and_saved_again_are_themselves(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    damaged = "✓ Planning – and reporting\n✓ Reviews\n".encode().decode("latin-1")
    path.write_bytes(f"Skills\n{damaged}".encode())
    assert [block.text for block in read(path).blocks][1:] == ["Planning – and reporting", "Reviews"]
