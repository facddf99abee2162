"""Which lines open a section: by their words, by how they look beside the other headings of the same document, by where they stand.

A heading's words alone do not make it one: the bullet "Training" inside a job, or a skills line "Project Management", open nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pmo_resume.model.resume import SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind
from pmo_resume.nlp.asides import table_heads
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.headings import Heading, Strength, is_document_title, read_heading
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.looks import Look, look_of, style_of, topmost
from pmo_resume.nlp.wordlists import any_word, words

_INLINE = re.compile(r"^([^\n:|\t]{3,45}?)\s*(?::|\s[–—-]\s|\t)\s*(?=\S)")
_GLUED = re.compile(r"\s*([A-Z][A-Z& ]{4,}[A-Z])(?=[A-Z][a-z])")  # a lost line break: "WORK EXPERIENCESoftware Engineer"
_FROM_HALF = 0.5  # of the lines that look so must be headings before the look means anything
_JOBLIKE = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING}
_LISTS = {SectionKind.SKILLS}
_LOOSE = {SectionKind.SUMMARY, SectionKind.INTERESTS, SectionKind.OTHER, SectionKind.AWARDS, SectionKind.LANGUAGES, SectionKind.REFERENCES}
_ASIDES = (SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.TRAINING, SectionKind.SUMMARY, SectionKind.PUBLICATIONS)
_NO_SKILLS = {
    SectionKind.EDUCATION,
    SectionKind.CERTIFICATIONS,
    SectionKind.LANGUAGES,
    SectionKind.MEMBERSHIPS,
    SectionKind.REFERENCES,
    SectionKind.INTERESTS,
}
_SURE = {SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.EXPERIENCE, SectionKind.REFERENCES, SectionKind.MEMBERSHIPS}


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open or opens a section, by its index; `text_from` where the text goes on behind an inline heading."""

    index: int
    heading: Heading
    text_from: int | None = None

    @property
    def inline(self) -> bool:
        """Whether the section's text goes on behind its heading."""
        return self.text_from is not None


def openings(lines: tuple[TextLine, ...], taxonomy: Taxonomy) -> list[Opening]:
    """The lines that open a section, in order; what stands above the first belongs to none."""
    candidates = _candidates(lines, taxonomy)
    looks = [look_of(line) for line in lines]
    heading_looks = _heading_looks(candidates, looks)
    exclusive = {look for look, share in heading_looks.items() if share >= _FROM_HALF}
    body = _body_look(lines, looks)
    largest = topmost(lines)
    name = next((index for index, line in enumerate(lines) if line.text == largest), 0)  # a job of the same title comes later
    opened: list[Opening] = []
    for index, line in enumerate(lines):
        current = opened[-1].heading.kind if opened else SectionKind.CONTACT
        candidate = candidates.get(index)
        styled = looks[index] in exclusive and looks[index] != body
        if candidate is not None:
            if opened and opened[-1].index == index - 1 and opened[-1].heading.kind is candidate.heading.kind:
                continue  # the head of a table column says again what the section is
            if _opens(candidate, lines, candidates, current, styled=styled, plain=looks[index] == body and bool(exclusive - {body})):
                opened.append(candidate)
        elif index and index == name and opened and opened[-1].index < index - 1:
            opened.append(Opening(index, Heading((SectionKind.CONTACT,), Strength.STRONG), line.start))
        elif opened and styled and heading_looks[looks[index]] >= _FROM_HALF and _like_heading(line, current, taxonomy):
            opened.append(Opening(index, Heading((SectionKind.OTHER,), Strength.STRONG)))
    return opened


def _body_look(lines: tuple[TextLine, ...], looks: list[Look]) -> Look | None:
    """How most of the text looks, by characters."""
    characters: Counter[Look] = Counter()
    for line, look in zip(lines, looks, strict=True):
        characters[look] += len(line.text)
    return characters.most_common(1)[0][0] if characters else None


def _candidates(lines: tuple[TextLine, ...], taxonomy: Taxonomy) -> dict[int, Opening]:
    """The lines whose words are a heading's, by index. What stands before a colon again and again is a label: "Certificate: …"."""
    columns = {line.start for line in table_heads(lines, taxonomy)}
    able = ((index, line) for index, line in enumerate(lines) if line.start not in columns)
    found = [candidate for candidate in (_candidate(index, line, taxonomy) for index, line in able) if candidate]
    found = [candidate for candidate in found if candidate.heading.kind is not SectionKind.OTHER or not _beside(lines, candidate.index)]
    labels = Counter(lines[candidate.index].text.split(":")[0].strip().lower() for candidate in found if candidate.inline)
    return {
        candidate.index: candidate
        for candidate in found
        if not candidate.inline or labels[lines[candidate.index].text.split(":")[0].strip().lower()] == 1
    }


def _beside(lines: tuple[TextLine, ...], index: int) -> bool:
    """Whether the next cell of the row holds what a cell announces: "Nationality" and "Maltese"."""
    cell, following = lines[index].block.cell, lines[index + 1].block.cell if index + 1 < len(lines) else None
    return cell is not None and following is not None and (cell.table, cell.row) == (following.table, following.row)


def _candidate(index: int, line: TextLine, taxonomy: Taxonomy) -> Opening | None:
    if line.block.kind is BlockKind.BULLET or is_document_title(line.text, taxonomy):
        return None
    heading = read_heading(line.text, taxonomy)
    if heading is not None:
        return Opening(index, heading)
    inline = _INLINE.match(line.text) or _GLUED.match(line.text)
    if inline is None or line.bullet:
        return None
    heading = read_heading(inline[1], taxonomy)
    if heading is None or (heading.kind is SectionKind.LANGUAGES and not _names_language(line.text[inline.end() :], taxonomy)):
        return None
    return Opening(index, heading, line.start + inline.end())


def _names_language(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a tongue is named: "Languages: Python, SQL" is a line of skills."""
    return any_word(words(taxonomy, "resume", "language_names")).search(text) is not None


def _opens(
    candidate: Opening,
    lines: tuple[TextLine, ...],
    candidates: dict[int, Opening],
    current: SectionKind,
    *,
    styled: bool,
    plain: bool,
) -> bool:
    heading, line = candidate.heading, lines[candidate.index]
    if styled and not candidate.inline:
        return True
    if heading.strength is Strength.WEAK or (line.bullet and not line.text.isupper()):
        return False
    if candidate.inline:
        return _inline_opens(candidate, lines, candidates, current)
    if current in _JOBLIKE and heading.inside_jobs:
        return not plain and not _job_follows(candidate.index, lines, candidates)
    if plain and current in _JOBLIKE | _LISTS and heading.kind not in _SURE:
        return line.text.isupper() or (line.text.rstrip().endswith(":") and not _job_follows(candidate.index, lines, candidates))
    return True


def _inline_opens(candidate: Opening, lines: tuple[TextLine, ...], candidates: dict[int, Opening], current: SectionKind) -> bool:
    """`Skills: Jira, Excel` opens a section, but is a label inside a list of skills, the contact lines and a job that others follow."""
    if lines[candidate.index].text[:1].islower() or candidate.heading.kind in {SectionKind.CONTACT, current}:
        return False
    if current is SectionKind.EDUCATION and candidate.heading.kind is SectionKind.CERTIFICATIONS:
        return _plural(lines[candidate.index].text)  # "Certificate : Roof Building" is one course among others
    if current is SectionKind.CONTACT:
        return candidate.heading.kind not in {SectionKind.OTHER, SectionKind.PROJECTS}
    if current is SectionKind.SKILLS:
        return candidate.heading.kind in _NO_SKILLS and not _label_block(candidate.index, lines)
    if current in _JOBLIKE:
        label = lines[candidate.index].text.split(":")[0]
        return not _job_follows(candidate.index, lines, candidates) and (not candidate.heading.inside_jobs or label.isupper())
    return candidate.heading.kind not in {SectionKind.OTHER, *(_ASIDES if current is SectionKind.EDUCATION else ())}


def _plural(text: str) -> bool:
    """Whether the label of a line names several things."""
    return re.split(r"\s*[:–—\t]", text)[0].rstrip().lower().endswith("s")


def _label_block(index: int, lines: tuple[TextLine, ...]) -> bool:
    """Whether more lines of the form "label: things" follow, so that this one is a label among others."""
    following = lines[index + 1 : index + 2]
    return any(_INLINE.match(line.text) and re.search(r"[:\t]", line.text[:45]) for line in following)


def _job_follows(index: int, lines: tuple[TextLine, ...], candidates: dict[int, Opening]) -> bool:
    """Whether a dated line stands between this line and the next sure heading: then the job list is not over yet."""
    for position in range(index + 1, len(lines)):
        following = candidates.get(position)
        if following and not following.inline and not following.heading.inside_jobs and following.heading.strength is Strength.STRONG:
            return False
        line = lines[position]
        if not line.bullet and len(line.text) < 120 and any(period.end or period.current for period in find_periods(line.text)):
            return True
    return False


def _like_heading(line: TextLine, current: SectionKind, taxonomy: Taxonomy) -> bool:
    """Whether an unknown line that looks like the headings may be one: few words, no date, no address, not a title or an employer."""
    text = line.text.strip().rstrip(":")
    if line.bullet or len(text.split()) > 5 or len(text) < 3 or re.search(r"[\d@|,;.\t]", text) or find_periods(text):
        return False
    style = style_of(line)
    if not (style.bold or line.underlined or line.block.kind is BlockKind.HEADING) and (current not in _LOOSE or len(text.split()) < 2):
        return False  # capitals alone: "MBA" under education, "PRINCE2" under certifications
    if current in _JOBLIKE | {SectionKind.EDUCATION}:
        names = ("title_nouns", "employer_cues", "employer_suffixes")
        return not any(any_word(words(taxonomy, "resume", name)).search(text) for name in names)
    return True


def _heading_looks(candidates: dict[int, Opening], looks: list[Look]) -> dict[Look, float]:
    """For each look that a sure heading has: the share of its lines that are known headings."""
    sure = {index for index, found in candidates.items() if found.heading.strength is Strength.STRONG and not found.inline}
    core = {looks[index] for index in sure if not candidates[index].heading.inside_jobs}
    known = Counter(looks[index] for index, found in candidates.items() if not found.inline)
    total = Counter(looks)
    return {look: known[look] / total[look] for look in core}
