"""Rules on the letters: hidden, tiny, set apart, icons in place of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pmo_resume.ats.case import Case, Found, found, readable
from pmo_resume.model.check import Extraction
from pmo_resume.model.text import Span

_SMALLEST = 8.0  # points
_DIFFERENT = 3  # signs, the space among them: fewer are a row of crosses
_APART = re.compile(r"(?<!\S)(?:[^\W\d_][ \xa0]{1,2}){4,}[^\W\d_](?!\S)")
_MARK = re.compile(r"^[ \t]*([^\w\s])[ \t\xa0]*(?=\w)", re.MULTILINE)
_PAIRED = {"Ps", "Pi", "Pe", "Pf", "Po", "Sc"}  # brackets, quotes, full stops and currencies open lines, too


def findings(case: Case, extractions: Sequence[Extraction]) -> Iterator[Found]:
    """What is wrong with letters as such; a reader's text is looked at where there is one, for it has what the page's own marks become."""
    texts = [each.text for each in extractions if each.text] or [case.document.text]
    yield from _hidden_once(case)
    yield from _tiny(case)
    apart = next((match[0] for text in texts for match in _APART.finditer(text) if len(set(match[0])) > _DIFFERENT), None)
    if apart is not None:
        yield found("ATS403", quote=apart)
    yield from _signs(case, texts)


def _hidden_once(case: Case) -> Iterator[Found]:
    """Hidden words, each way of hiding told once with its first words."""
    told: set[str] = set()
    for each in case.document.hidden:
        if each.how not in told and any(sign.isalnum() for sign in each.text):
            told.add(each.how)
            yield found("ATS401", quote=each.text, place=each.address.label, how=each.how)


def _tiny(case: Case) -> Iterator[Found]:
    small = [
        run
        for block in case.blocks()
        for run in block.runs
        if run.style.size and run.style.size < _SMALLEST and sum(sign.isalnum() for sign in case.document.text[run.start : run.end]) > 3
    ]
    if small:
        yield case.at("ATS402", Span(small[0].start, small[0].end), size=f"{min(run.style.size or 0 for run in small):g}")


def _signs(case: Case, texts: Sequence[str]) -> Iterator[Found]:
    usual = frozenset(case.words("usual_bullets"))
    text = max(texts, key=lambda each: sum(map(_is_icon, each)))
    opening = {match.start(1): match[1] for match in _MARK.finditer(text)}
    unusual = [sign for sign in opening.values() if sign not in usual and unicodedata.category(sign) not in _PAIRED]
    repeated = sorted({sign for sign in unusual if unusual.count(sign) > 2})
    if repeated:
        yield found("ATS405", quote=readable(" ".join(repeated)))
    icons = [index for index, sign in enumerate(text) if _is_icon(sign) and sign not in repeated]
    if icons:
        line = text[text.rfind("\n", 0, icons[0]) + 1 :].split("\n", 1)[0]
        yield found("ATS404", quote=readable(line), count=str(len(icons)))


def _is_icon(sign: str) -> bool:
    """A sign of a font's own making (private use), or a pictograph."""
    code = ord(sign)
    return 0xE000 <= code <= 0xF8FF or 0x1F300 <= code <= 0x1FAFF or sign in "☎✆✉📞⌂⚑"
