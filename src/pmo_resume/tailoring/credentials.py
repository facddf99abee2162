"""Certifications: the candidate's own lines, those that the posting asks for first, each with its name and its letters."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import CredentialStatus, HeldCredential, Line, Resume, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule
from pmo_resume.tailoring import changes, wording
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.parts import Part, kind_of, line_claim, row_of, sections

WHERE = "Certifications"
_CELL_WORDS = 8
"""Words of a table cell that is a remark on its neighbour, not a text of its own."""
_SHOWN_THERE = (SectionKind.CERTIFICATIONS, SectionKind.TRAINING, SectionKind.EDUCATION, SectionKind.SKILLS)


def tailor_credentials(resume: Resume, coverage: Coverage) -> Part:
    """The certification lines in order of what is asked; credentials named elsewhere are brought here when asked for."""
    asked = {concept: item.possible for item in reversed(coverage.contributions) for concept in item.concepts}
    lines = [line for section in sections(resume, SectionKind.CERTIFICATIONS) for line in section.lines]
    bundles = _bundles(lines, resume)
    ordered = sorted(bundles, key=lambda bundle: -_worth(bundle, resume, asked))
    found: list[Change] = []
    for new, bundle in enumerate(ordered):
        if new < bundles.index(bundle) and _worth(bundle, resume, asked) > 0:
            found.append(changes.moved(WHERE, bundle[0].text, bundles.index(bundle), new, "the posting asks for it"))
    claims = [_claim(line, resume, found) for bundle in ordered for line in bundle]
    surfaced = _surfaced(resume, asked, found, any_section=bool(lines))
    return Part((*surfaced, *claims), tuple(found))


def held_in(line: Line, resume: Resume) -> tuple[HeldCredential, ...]:
    """The credentials that a line names."""
    return tuple(item for item in resume.credentials if item.span in line.span)


def surely_held(resume: Resume) -> tuple[HeldCredential, ...]:
    """The credentials that may be named away from their line: read as held, and nothing beside them says otherwise.

    What stands beside is the rest of the line up to the next credential, and the other cells of a table's row ("lapsed 2017").
    """
    doubtful = pattern(words(resume.taxonomy, "wording", "unheld_patterns"))
    return tuple(item for item in resume.credentials if item.status is CredentialStatus.HELD and not doubtful.search(_beside(item, resume)))


def _beside(item: HeldCredential, resume: Resume) -> str:
    document = resume.document
    block = document.block_at(item.span.start)
    if block is None:
        return ""
    others = [other.span.start for other in resume.credentials if item.span.end <= other.span.start < block.end]
    end = min(others, default=block.end)
    row = [
        other.text
        for other in document.blocks
        if block.cell and other.cell and other is not block and (other.cell.table, other.cell.row) == (block.cell.table, block.cell.row)
    ]
    short = [text for text in row if len(text.split()) <= _CELL_WORDS]
    before = document.text[block.start : item.span.start].rsplit(";", 1)[-1].rsplit(",", 1)[-1]
    after = re.split(r"[.;]\s", document.text[item.span.end : end], maxsplit=1)[0]
    return " ".join([before, after, *short])


def full_name(item: HeldCredential, resume: Resume) -> str:
    """`Project Management Professional (PMP)` where the CV writes the name or its letters; any other wording of it as the CV has it."""
    term = resume.taxonomy.credential(item.concept)
    surface = " ".join(item.surface.split())
    plain = surface.replace("®", "").replace("™", "")
    if term is None or not wording.is_name_of(term, plain):
        return surface
    return wording.both(term) or plain


def _bundles(lines: list[Line], resume: Resume) -> list[list[Line]]:
    """A line without a credential (its school, its number) belongs to the one above."""
    grouped: list[list[Line]] = []
    for line in lines:
        same_row = grouped and row_of(line.span, resume) is not None and row_of(line.span, resume) == row_of(grouped[-1][-1].span, resume)
        if grouped and (same_row or not (line.bullet or held_in(line, resume))):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped


def _worth(bundle: list[Line], resume: Resume, asked: dict[str, int]) -> int:
    """Asked and held first, then the rest as the candidate has it, then what is not held (yet, or any more)."""
    items = [item for line in bundle for item in held_in(line, resume)]
    held = [item for item in items if item in surely_held(resume)]
    if items and not held:
        return -1
    return max((asked.get(item.concept, 0) for item in held), default=0)


def _claim(line: Line, resume: Resume, found: list[Change]) -> Claim:
    text = line.text
    for mention in resume.mentions_in(line.span):
        if resume.taxonomy.credential(mention.concept) is not None:
            text = wording.expanded(mention, text, resume.taxonomy) or text
    if text == line.text:
        return line_claim(line)
    found.append(changes.reworded(WHERE, line.text, text, wording.EXPANDED_REASON))
    return Claim(text, Rule.EXPANDED, (line.span,), wording.EXPANDED_REASON)


def _surfaced(resume: Resume, asked: dict[str, int], found: list[Change], *, any_section: bool) -> list[Claim]:
    claims = []
    for item in sorted(resume.credentials, key=lambda entry: (-asked.get(entry.concept, 0), entry.span)):
        kind = kind_of(item.span, resume)
        wanted = item.concept in asked
        if item not in surely_held(resume) or kind is SectionKind.CERTIFICATIONS or not (wanted or not any_section):
            continue
        if kind in _SHOWN_THERE and not wanted:
            continue
        reason = "the posting asks for it; the CV names it elsewhere" if wanted else "a certification belongs where it is looked for"
        claims.append(Claim(full_name(item, resume), Rule.SURFACED, (item.span,), reason))
        found.append(changes.added(WHERE, claims[-1].text, reason))
    return claims
