"""What makes the reading of a file doubtful, in a line each: a person who is told looks at the right place before they send the result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Fact, Position, Resume, SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.foreign import FILE, foreign_language
from pmo_resume.nlp.wordlists import word_set, words

_UNSORTED = frozenset({SectionKind.CONTACT, SectionKind.OTHER})
_UNSORTED_FROM = 60  # words: less is a name, an address and a profile
_UNSORTED_SHARE = 35  # per cent
_QUOTED = 50  # characters
_NAMED = 2  # places told by name
_DATE_WORDS = 6
_YEARS = re.compile(r"(?:19|20)\d\d ?[–—/-] ?\d\d(?:\d\d)?")
_WORD = re.compile(r"[^\W\d_]+")


def misgivings(resume: Resume) -> tuple[str, ...]:
    """What should be checked in the reading of a CV, each with where and what to do; empty for most files."""
    taxonomy = resume.taxonomy
    language = foreign_language(resume.document.text, taxonomy)
    told = [_told(taxonomy, "foreign_cv", language=language)] if language else []
    return tuple(line for line in (*told, *_roles(resume), *_studies(resume), *_sections(resume)) if line)


def misgivings_on_posting(posting: Posting) -> tuple[str, ...]:
    """What should be known of the reading of a posting: that it is in another language."""
    language = foreign_language(posting.document.text, posting.taxonomy)
    line = _told(posting.taxonomy, "foreign_posting", language=language) if language else ""
    return (line,) if line else ()


def _told(taxonomy: Taxonomy, key: str, **filled: str) -> str:
    """The two sentences of `key`; empty where a taxonomy has no words for it."""
    sentences = words(taxonomy, FILE, key)
    return f"{sentences[0].format(**filled)}. {sentences[1]}" if len(sentences) == 2 else ""


def _roles(resume: Resume) -> Iterator[str]:
    taxonomy, roles = resume.taxonomy, resume.experience
    if not any(role.period for role in roles):
        yield _told(taxonomy, "no_dated_role")
    untitled = [role for role in roles if role.title is None]
    if untitled:
        yield _told(taxonomy, "untitled", count=_counted(untitled), where=_where(resume, [role.span for role in untitled]))
    alone = [role for role in roles if role.employer is None and role.title is not None and role.period is not None]
    if alone and len(alone) < len(roles):
        yield _told(taxonomy, "unemployed", count=_counted(alone), where=_where(resume, [role.span for role in alone]))
    named = [fact for role in roles for fact in (role.title, role.employer) if fact and _is_date(fact.value)]
    if named:
        yield _told(taxonomy, "date_as_name", where=_where(resume, [fact.span for fact in named]))
    dated = [line.span for role in roles for line in role.highlights if _is_date(line.text)]
    if dated:
        yield _told(taxonomy, "date_as_line", where=_where(resume, dated))
    headings = [line.span for role in roles for line in role.highlights if not line.bullet and _is_heading(line.span, resume)]
    if headings:
        yield _told(taxonomy, "heading_in_role", where=_where(resume, headings))
    contact = _contact_in(roles, [fact for fact in (resume.email, resume.phone) if fact])
    if contact:
        yield _told(taxonomy, "contact_in_role", where=_where(resume, contact))


def _is_heading(span: Span, resume: Resume) -> bool:
    """Whether a line is one that the file itself calls a heading."""
    block = resume.document.block_at(span.start)
    return block is not None and block.kind is BlockKind.HEADING


def _counted(roles: Sequence[Position]) -> str:
    return "A role was" if len(roles) == 1 else f"{len(roles)} roles were"


def _contact_in(roles: Sequence[Position], details: Sequence[Fact]) -> list[Span]:
    lines = [line.span for role in roles for line in role.highlights]
    return [detail.span for detail in details if any(detail.span in line for line in lines)]


def _is_date(text: str) -> bool:
    """Whether words are nothing but a date or a piece of one: "2016–18", "Apr.", "Present"."""
    bare = text.strip(" .,()–—-")
    if not bare or bare[0] in "+$£€" or not (bare[0].isdigit() or len(bare.split()) <= _DATE_WORDS):
        return False
    tried = bare if any(char.isdigit() for char in bare) else f"{bare} 2020"
    now = f"2020 - {bare}"
    return _is_period(tried) or (bare.isalpha() and any(period.current for period in find_periods(now))) or bool(_YEARS.fullmatch(bare))


def _is_period(text: str) -> bool:
    return any(period.span == Span(0, len(text)) for period in find_periods(text))


def _studies(resume: Resume) -> Iterator[str]:
    """Education that is nothing but dates: what was studied has got lost between columns."""
    parts = [part for part in resume.sections if part.kind is SectionKind.EDUCATION and part.lines]
    bare = [part.lines[0].span for part in parts if all(_is_date(line.text) for line in part.lines)]
    if bare:
        yield _told(resume.taxonomy, "bare_study", where=_where(resume, bare))


def _sections(resume: Resume) -> Iterator[str]:
    taxonomy = resume.taxonomy
    verbs = word_set(words(taxonomy, "resume", "prose_verbs"))
    listed = [line for part in resume.sections if part.kind is SectionKind.CERTIFICATIONS for line in part.lines]
    told = [
        line.span for line in listed if line.text.endswith(".") and line.text.split()[0].lower() in verbs and len(line.text.split()) > 3
    ]
    if told:
        yield _told(taxonomy, "told_certificate", where=_where(resume, told))
    total = len(_WORD.findall(resume.document.text))
    loose = [line for part in resume.sections if part.kind in _UNSORTED for line in part.lines]
    placed = [line.span for line in resume.summary]
    loose = [line for line in loose if not any(role.holds(line.span) for role in resume.experience)]
    unsorted = sum(len(_WORD.findall(line.text)) for line in loose if not any(span in line.span for span in placed))
    if unsorted > _UNSORTED_FROM and 100 * unsorted > _UNSORTED_SHARE * total:
        yield _told(taxonomy, "unsorted", share=str(round(100 * unsorted / total)))


def _where(resume: Resume, spans: Sequence[Span]) -> str:
    """The first places, each with the words that stand there."""
    told = []
    for span in spans[:_NAMED]:
        block = resume.document.block_at(span.start)
        text = resume.document.quote(span)
        short = text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"
        told.append(": ".join(part for part in (block.address.label if block else "", f"“{short}”") if part))
    return "; ".join((*told, f"and {len(spans) - _NAMED} more") if len(spans) > _NAMED else told)
