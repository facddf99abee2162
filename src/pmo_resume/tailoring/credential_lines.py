"""Which lines of a CV belong under Certifications, whatever section they stand in, which of them are one fact, and what is surely held."""

from __future__ import annotations

import itertools
import re

from pmo_resume.model.resume import CredentialStatus, HeldCredential, Line, Resume, SectionKind
from pmo_resume.model.text import Span
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.parts import narrow, row_of, sections

_MOST_WORDS = 20
"""Words of a line that is a credential with its school and date; a longer one is a text that names some."""
_CELL_WORDS = 8
"""Words of a table cell that is a remark on its neighbour, not a text of its own."""
_ASIDE = re.compile(r"[®™]?\s*\(([^)]*)\)")
_LABEL = re.compile(r"[^:\n]{2,42}:\s")
_BOUNDARY = re.compile(r"(?:[)\]]\s*[,;]?|[|•·])\s*$")
"""What ends one credential where the next begins on the same line."""

_NUMBER = re.compile(r"\bno[.:]?\s*[#\w]*\d", re.IGNORECASE)
"""A certificate's number, which denies nothing."""

Bundle = tuple[Line, ...]


def bundles(resume: Resume) -> list[Bundle]:
    """The lines of each certification: those of the section, then those that stand among studies and training, in text order."""
    lines = [piece for section in sections(resume, SectionKind.CERTIFICATIONS) for line in section.lines for piece in _pieces(line, resume)]
    return [*_grouped(lines, resume), *strays(resume)]


def strays(resume: Resume) -> list[Bundle]:
    """The credentials among studies (any, with what is said of them) and among training (those surely held); no degree is in them."""
    found: list[Bundle] = []
    for kind in (SectionKind.EDUCATION, SectionKind.TRAINING):
        for section in sections(resume, kind):
            for index, line in enumerate(section.lines):
                if _is_credential(line, kind, resume) and not any(line in bundle for bundle in found):
                    found.append(_with_remarks(index, section.lines, resume))
    return found


def _is_credential(line: Line, kind: SectionKind, resume: Resume) -> bool:
    if not named_in((line,), resume) or len(line.text.split()) > _MOST_WORDS:
        return False
    if any(entry.span.start < line.span.end and line.span.start < entry.span.end for entry in resume.education):
        return False
    return kind is SectionKind.EDUCATION or any(item in surely_held(resume) for item in held_in(line, resume))


def _with_remarks(index: int, lines: tuple[Line, ...], resume: Resume) -> Bundle:
    """The line with the other cells of its row, or with the lines below that say when or how."""
    row = row_of(lines[index].span, resume)
    if row is not None and narrow(row, resume):
        return tuple(line for line in lines if row_of(line.span, resume) == row)
    stop = index + 1
    while stop < len(lines) and _is_remark(lines[stop], resume):
        stop += 1
    return lines[index:stop]


def _is_remark(line: Line, resume: Resume) -> bool:
    """True for a line that says only when or how: `2014`, `passed March 2023`, `in progress`."""
    return not line.bullet and bool(pattern(words(resume.taxonomy, "wording", "remark_patterns")).fullmatch(line.text.strip(" ()")))


def remarks_joined(bundle: Bundle, resume: Resume) -> list[Bundle]:
    """The bundle's lines, each with the remarks below it: one fact on one line. The cells of a table's row are joined elsewhere."""
    facts: list[Bundle] = []
    for line in bundle:
        if facts and row_of(line.span, resume) is None and _is_remark(line, resume):
            facts[-1] = (*facts[-1], line)
        else:
            facts.append((line,))
    return facts


def _grouped(lines: list[Line], resume: Resume) -> list[Bundle]:
    """A line without a credential (its school, its number) belongs to the one above."""
    grouped: list[Bundle] = []
    for line in lines:
        same_row = grouped and row_of(line.span, resume) is not None and row_of(line.span, resume) == row_of(grouped[-1][-1].span, resume)
        if grouped and (same_row or not (line.bullet or held_in(line, resume))):
            grouped[-1] = (*grouped[-1], line)
        else:
            grouped.append((line,))
    return grouped


def _pieces(line: Line, resume: Resume) -> list[Line]:
    """The line cut where one credential ends with a bracket or a bar and the next begins: `CSM (expired 2020) Green Belt`."""
    text = resume.document.text
    starts = [mention.start for mention in resume.mentions_in(line.span) if resume.taxonomy.credential(mention.concept) is not None]
    cuts = [start for start in starts[1:] if _BOUNDARY.search(text[line.span.start : start])]
    edges = [line.span.start, *cuts, line.span.end]
    pieces = []
    for start, stop in itertools.pairwise(edges):
        said = text[start:stop].rstrip(" |•·,;\n\t") if stop != line.span.end else text[start:stop]
        pieces.append(Line(" ".join(said.split()), Span(start, start + len(said)), line.bullet))
    return pieces if cuts else [line]


def named_in(lines: Bundle, resume: Resume) -> set[str]:
    """The credentials that the lines name, held or not."""
    mentions = (mention for line in lines for mention in resume.mentions_in(line.span))
    return {mention.concept for mention in mentions if resume.taxonomy.credential(mention.concept) is not None}


def held_in(line: Line, resume: Resume) -> tuple[HeldCredential, ...]:
    """The credentials of which the line is the best mention."""
    return tuple(item for item in resume.credentials if item.span in line.span)


def surely_held(resume: Resume) -> tuple[HeldCredential, ...]:
    """The credentials that may be named away from their line: read as held, and nothing beside them says otherwise.

    What stands beside is the rest of the line up to the next credential, and the other cells of a table's row ("lapsed 2017").
    """
    doubtful = pattern(words(resume.taxonomy, "wording", "unheld_patterns"))
    held = (item for item in resume.credentials if item.status is CredentialStatus.HELD)
    return tuple(item for item in held if not doubtful.search(_beside(item, resume)) and not _strange_aside(item, resume))


def _strange_aside(item: HeldCredential, resume: Resume) -> bool:
    """True for a bracket right behind the name with words in it that may take something back: no dates, names or "active"."""
    aside = _ASIDE.match(resume.document.text, item.span.end)
    settled = words(resume.taxonomy, "wording", "settled_asides")
    said = re.findall(r"[^\W\d_]+", aside[1]) if aside else []
    return any(not word[0].isupper() and word not in settled for word in said)


def _beside(item: HeldCredential, resume: Resume) -> str:
    document = resume.document
    block = document.block_at(item.span.start)
    if block is None:
        return ""
    others = [other.span.start for other in resume.credentials if item.span.end <= other.span.start < block.end]
    end = min(others, default=block.end)
    row = row_of(item.span, resume)
    cells = [other.text for other in document.blocks if other is not block and other.cell and (other.cell.table, other.cell.row) == row]
    short = [text for text in cells if len(text.split()) <= _CELL_WORDS] if row and narrow(row, resume) else []
    whole = re.split(r"[;\n]", document.text[block.start : item.span.start])[-1]
    label, before = _LABEL.match(whole), whole.rsplit(",", 1)[-1]
    after = re.split(r"[.;]\s", _NUMBER.sub(" ", document.text[item.span.end : end]), maxsplit=1)[0]
    return " ".join([label[0] if label else "", before, after, *short])
