"""The skills section as groups: what stands before a colon is the label, what stands between the separators are the items.

Also the short lists of a CV whose lines are read one by one: memberships and languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact, Line, SkillGroup
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import BlockKind, Cell, Document
from pmo_resume.nlp.lines import TextLine, fact, plain_line, sentences
from pmo_resume.nlp.wordlists import any_word, words

_LABEL = re.compile(r"^([^:\n,;|()]{2,45}?)\s*(?::|\s[–—-]\s(?=[^a-z].*[,;|]))\s*(?=\S)")
_SEPARATOR = re.compile(r"\s*[,;|•·●▪◦‣⋅■\t\n]\s*|\s{3,}")
_REMARK = re.compile(r"\s[–—-]\s[a-z][^,;|•·\t\n]*$")  # "Power BI – basic, self-taught" is one skill
_FINAL_AND = re.compile(r"^\s*(?:and|&)\s+")
_LANGUAGES = re.compile(r"(?i)\b(?:spoken |foreign )?languages?(?: spoken| known)?\s*:\s*")
_LABEL_WORDS = 5
_PROSE_FROM = 14  # words in one item: longer ones are sentences, not skills


def find_skills(document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy) -> tuple[SkillGroup, ...]:
    """The groups of one skills section. Lines of one item each (bullets, table cells) make one group, under the short line above them."""
    levels = any_word(words(taxonomy, "resume", "level_words"))
    labels = _label_cells(lines)
    groups: list[SkillGroup] = []
    single: list[Line] = []
    heading: str | None = None
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if line.block.cell in labels or _is_group_heading(line, following):
            groups.extend(_group(heading, single))
            single, heading = [], line.text.strip().rstrip(":").strip()
            continue
        label = _LABEL.match(line.text)
        items = _items(document.text, line.start + (label.end() if label else 0), line.end, bullet=line.bullet)
        if label and all(levels.fullmatch(item.text) for item in items):  # "Power BI: basic, self-taught" is one skill
            label, items = None, tuple(found for found in [plain_line(document.text, line.start, line.end, bullet=line.bullet)] if found)
        if label:
            groups.extend(_group(heading, single))
            single, heading = [], None
            groups.append(SkillGroup(" ".join(label[1].split()), items))
        elif len(items) > 1 and not line.bullet:
            groups.extend(_group(heading if single else None, single))
            groups.append(SkillGroup(heading if not single else None, items))
            single, heading = [], None
        else:
            single.extend(items)
    groups.extend(_group(heading, single))
    return tuple(groups)


def find_languages(document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy) -> tuple[Fact, ...]:
    """The languages of a languages section, each with what is said of it ("German (B2)"); lines that name none are left out."""
    names = any_word(words(taxonomy, "resume", "language_names"))
    found: list[Fact] = []
    for line in lines:
        starts = [match.start() for match in names.finditer(document.text, line.start, line.end)]
        pieces = _items(document.text, line.start, line.end, bullet=False)
        for piece in pieces:
            inside = [start for start in starts if piece.span.start <= start < piece.span.end]
            if len(inside) > 1:  # "English and French", "English native German B2"
                cuts = [piece.span.start, *inside[1:], piece.span.end]
                parts = [fact(document.text, one, two) for one, two in pairwise(cuts)]
                found.extend(_without_and(document.text, part) for part in parts if part)
            elif inside:
                found.append(Fact(piece.text, piece.span))
    return tuple(found)


def labelled_languages(document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy) -> tuple[Fact, ...]:
    """The languages behind a label among other details ("Residence: Leeds  Languages: English, Welsh"); languages of programs are none."""
    names = any_word(words(taxonomy, "resume", "language_names"))
    labels = any_word(words(taxonomy, "resume", "contact_labels"))
    for line in lines:
        label = _LANGUAGES.search(line.text)
        first = names.match(line.text, label.end()) if label else None
        if label is None or first is None:
            continue
        following = (match.start() for match in labels.finditer(line.text, label.end()) if line.text[match.end() :].lstrip()[:1] == ":")
        end = next(following, len(line.text))
        told = replace(line, text=line.text[label.end() : end], start=line.start + label.end(), end=line.start + end)
        return find_languages(document, [told], taxonomy)
    return ()


def find_memberships(
    document: Document, member_lines: Sequence[TextLine], other_lines: Sequence[TextLine], mentions: Sequence[Mention], taxonomy: Taxonomy
) -> tuple[Fact, ...]:
    """Every line of a memberships section, and elsewhere the lines that say "member" beside a professional body."""
    found = [fact(document.text, line.start, line.end) for line in member_lines]
    said = any_word(words(taxonomy, "resume", "membership_words"))
    bodies = [mention.span for mention in mentions if mention.category is Category.BODY]
    for line in other_lines:
        if len(line.text.split()) <= 16 and said.search(line.text) and any(body in line.span for body in bodies):
            found.append(fact(document.text, line.start, line.end))
    return tuple(item for item in found if item is not None)


def _without_and(text: str, part: Fact) -> Fact:
    tail = re.search(r"\s+(?:and|&)\s*$", text[part.span.start : part.span.end])
    return (fact(text, part.span.start, part.span.start + tail.start()) or part) if tail else part


def _group(label: str | None, items: list[Line]) -> list[SkillGroup]:
    return [SkillGroup(label, tuple(items))] if items else []


def _label_cells(lines: Sequence[TextLine]) -> frozenset[Cell]:
    """The first cells of a table whose second column lists what they name: "Tools | Primavera P6, Excel"."""
    tables: dict[int, list[TextLine]] = {}
    for line in lines:
        if line.block.cell is not None:
            tables.setdefault(line.block.cell.table, []).append(line)
    found: set[Cell] = set()
    for cells in tables.values():
        first = [line for line in cells if line.block.cell and line.block.cell.column == 0]
        second = [line for line in cells if line.block.cell and line.block.cell.column == 1]
        named = len(first) + len(second) == len(cells) and all(len(line.text.split()) <= _LABEL_WORDS for line in first)
        if named and not any(_SEPARATOR.search(line.text) for line in first) and any(_SEPARATOR.search(line.text) for line in second):
            found |= {line.block.cell for line in first if line.block.cell}
    return frozenset(found)


def _is_group_heading(line: TextLine, following: TextLine | None) -> bool:
    """A short line that ends in a colon, or stands out above lines that do not, names the group below it."""
    text = line.text.strip()
    if following is None or line.bullet or len(text.split()) > 5 or _SEPARATOR.search(text):
        return False
    stands_out = line.block.style.bold or line.block.kind is BlockKind.HEADING
    other = following.block.style.bold or following.block.kind is BlockKind.HEADING
    return text.endswith(":") or (stands_out and not other)


def _items(text: str, start: int, end: int, *, bullet: bool) -> tuple[Line, ...]:
    """What stands between the separators, brackets kept whole; a sentence stays one item."""
    inner = text[start:end].strip()
    if len(inner.split()) > _PROSE_FROM and (inner.endswith(".") or len(_SEPARATOR.findall(inner)) * 5 < len(inner.split())):
        return sentences(text, start, end)
    items: list[Line] = []
    begin = start
    for one, two in [*_cuts(text, start, end), (end, end)]:
        lead = _FINAL_AND.match(text[begin:one])
        found = plain_line(text, begin + (lead.end() if lead else 0), one, bullet=bullet)
        if found and re.search(r"\w", found.text):
            items.append(_trimmed(text, found))
        begin = two
    return tuple(items)


def _trimmed(text: str, line: Line) -> Line:
    """An item without the full stop that only ends the list."""
    if line.text.endswith(".") and not re.search(r"(?:\b[A-Z]|etc|\.\w+)\.$", line.text):
        shorter = plain_line(text, line.span.start, line.span.end - 1, bullet=line.bullet)
        return shorter or line
    return line


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    depth = [0]
    for character in text[start:end]:
        depth.append(max(0, depth[-1] + (character in "([") - (character in ")]")))
    balanced = depth[-1] == 0
    cuts = [match.span() for match in _SEPARATOR.finditer(text, start, end) if not balanced or depth[match.start() - start] == 0]
    return [(one, two) for one, two in cuts if not (_REMARK.search(text, start, one) and text[two : two + 1].islower())]
