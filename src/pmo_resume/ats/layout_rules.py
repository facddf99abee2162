"""Rules on how the text lies on the page."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_resume.ats.case import Case, Found, counted, found
from pmo_resume.model.text import Place


def findings(case: Case) -> Iterator[Found]:
    """Columns, tables, text boxes and pictures."""
    facts = case.facts
    if facts.columns:
        yield found("ATS301", where=facts.columns)
    if facts.tables:
        first = next(case.blocks(Place.TABLE), None) or next((block for block in case.blocks() if block.cell), None)
        count = counted(facts.tables, "table")
        yield case.at("ATS302", first.span, count=count) if first else found("ATS302", count=count)
    boxed = list(case.blocks(Place.TEXT_BOX))
    if boxed:
        yield case.at("ATS303", boxed[0].span, count=counted(facts.text_boxes or 1, "text box").replace("boxs", "boxes"))
    yield from _pictures(case)


def _pictures(case: Case) -> Iterator[Found]:
    portraits = [picture for picture in case.facts.pictures if picture.portrait and picture.place in {"", "page 1"}]
    others = len(case.facts.pictures) - len(portraits[:1])
    if portraits:
        yield found("ATS305", place=portraits[0].place)
    if others:
        yield found("ATS304", place=case.facts.pictures[0].place, count=counted(others, "picture"))
