"""Proof on delivery: each finished file is read back by readers unrelated to its writer, and every field must be there, in order.

Word files are read by mammoth and once more from their XML; PDF by pdfminer.six and by PDFium. Between two fields that follow each
other no other text may stand, apart from a label or a section heading, so a lost field cannot hide behind the same words further
down, and a line printed twice is found too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from pmo_resume.model.tailored import Tailored
from pmo_resume.proof.fields import SECTIONS, Field, of_letter, of_resume
from pmo_resume.proof.readers import Reading

# Letters and digits that may stand between two fields that follow each other: a template's own label ("Dates:"), a page number.
LABEL = 30
# And before the first field of a section: its heading.
HEADING = 70
# Breaks and marks that change nothing a person reads: soft hyphen, zero-width and directional marks, variation selectors.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1b\x7f]")
_SPACES = re.compile(r"\s+")
# A line may break after a hyphen, dash or slash; extractors then put a space there.
_BREAK = re.compile(r"(?<=[-‐‑–—/…]) ")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]+")
_NO_SPACES = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts that break a line anywhere
_WORD = re.compile(r"\w")
_ADDRESS = re.compile(r"\w[/@?]\w|://")
_LONG = 40  # characters: a word this long (an address) may be broken anywhere


def check(tailored: Tailored, readings: Sequence[Reading], order: Sequence[str] = SECTIONS) -> tuple[str, ...]:
    """What the finished files, as read back, lost, changed or put in another order; empty when nothing.

    A file whose name holds `letter` is the cover letter, any other the CV. `order` are the parts in the order the template prints
    them. Each problem names file, field and reader.
    """
    problems: list[str] = []
    for reading in readings:
        name = reading.path.name
        if reading.error:
            problems.append(f"{name}: {reading.reader} cannot read it ({reading.error})")
        elif "letter" not in name:
            problems += _missing(reading, of_resume(tailored, order))
        elif tailored.letter is not None:
            problems += _missing(reading, of_letter(tailored.letter))
        else:
            problems.append(f"{name}: there is a letter where none was written")
    return tuple(dict.fromkeys(problems))


def _missing(reading: Reading, fields: Sequence[Field]) -> list[str]:
    return [f"{reading.path.name}: {problem} (read by {reading.reader})" for problem in compare(fields, reading.text)]


def compare(fields: Sequence[Field], text: str) -> list[str]:
    """The fields that are missing from `text`, changed or out of place, and text that belongs to none."""
    page = _Page(text)
    problems = []
    for index, field in enumerate(fields):
        following = fields[index + 1 : index + 3]
        found = page.find(field, page.cursor)
        if found is None:
            elsewhere = page.find(field, 0) is not None
            problems.append(f"{field.name} {_short(field.text)} is {'out of order' if elsewhere else 'missing or changed'}")
            continue
        start, end = found
        if page.between(page.cursor, start) > (HEADING if field.opens else LABEL):
            if any(page.is_next(other) for other in following):
                problems.append(f"{field.name} {_short(field.text)} is not where it belongs")
                continue
            problems.append(f"before {field.name} {_short(field.text)} stands text that does not belong there")
        page.cursor = end
    if page.between(page.cursor, len(page.text)) > LABEL:
        problems.append(f"after the last field stands text that does not belong there: {_short(page.text[page.cursor :].strip())}")
    return problems


class _Page:
    """A file's text in normal form, and how far it has been accounted for."""

    def __init__(self, text: str) -> None:
        self.text = normal(text)
        self.cursor = 0

    def find(self, field: Field, start: int) -> tuple[int, int] | None:
        """Where the field stands as whole words from `start` on."""
        wanted = normal(field.text)
        if not any(map(str.isalnum, wanted)):
            return start, start
        if _RIGHT_TO_LEFT.search(wanted):
            return self._words(wanted, start)
        return self._exact(wanted, start) or self._broken(wanted, start)

    def is_next(self, field: Field) -> bool:
        """Whether the field follows directly on what has been accounted for."""
        found = self.find(field, self.cursor)
        return found is not None and self.between(self.cursor, found[0]) <= (HEADING if field.opens else LABEL)

    def between(self, start: int, end: int) -> int:
        """How many letters and digits stand from `start` to `end`."""
        return sum(map(str.isalnum, self.text[start:end]))

    def _exact(self, wanted: str, start: int) -> tuple[int, int] | None:
        """Where the wanted words stand, not inside longer words."""
        first, last = wanted[0].isalnum(), wanted[-1].isalnum()
        at = self.text.find(wanted, start)
        while at >= 0:
            end = at + len(wanted)
            if not (first and _WORD.match(self.text, at - 1, at)) and not (last and _WORD.match(self.text, end)):
                return at, end
            at = self.text.find(wanted, at + 1)
        return None

    def _broken(self, wanted: str, start: int) -> tuple[int, int] | None:
        """The words with line breaks inside those that may have them; the spaces between words must stay."""
        pattern = " ".join(map(_broken, wanted.split(" ")))
        if " ?" not in pattern:
            return None
        before, after = r"(?<!\w)" if wanted[0].isalnum() else "", r"(?!\w)" if wanted[-1].isalnum() else ""
        match = re.compile(f"{before}{pattern}{after}").search(self.text, start)
        return match.span() if match else None

    def _words(self, wanted: str, start: int) -> tuple[int, int] | None:
        """Right-to-left words come out in the order of writing or of the page, letter by letter too: each must be there, near the rest."""
        spans = []
        for word in wanted.split():
            found = self._exact(word, start)
            if found is None:
                return None
            spans.append(found)
        first, last = min(spans)[0], max(end for _, end in spans)
        return (first, last) if last - first <= 2 * len(wanted) + LABEL else None


def normal(text: str) -> str:
    """Text as a person compares it: one kind of space, ligatures undone, no pictographs or invisible marks."""
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.replace("\u2011", "-")))
    seen = "".join(" " if _is_decoration(character) else character for character in folded)
    spaced = _BREAK.sub("", _SPACES.sub(" ", seen)).strip()
    return _RIGHT_TO_LEFT.sub(lambda match: min(match[0], match[0][::-1]), spaced)


def _is_decoration(character: str) -> bool:
    """Emoji and bullets: a font that lacks them may leave them out; they say nothing that words do not."""
    return character == "•" or (character > "\u2190" and unicodedata.category(character) in {"So", "Sk", "Co", "Cn", "Me"})


def _broken(word: str) -> str:
    """A pattern of the word as a page may break it: an address at its marks, a very long word or one of some scripts anywhere."""
    if _NO_SPACES.search(word) or len(word) >= _LONG:
        return " ?".join(map(re.escape, word))
    if _ADDRESS.search(word):
        return "".join(re.escape(mark) + ("" if mark.isalnum() else " ?") for mark in word)
    return re.escape(word)


def _short(text: str) -> str:
    """Enough of a text to recognise it by."""
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else line[:57] + "…")
