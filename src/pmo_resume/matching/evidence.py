"""Where a CV proves a concept: every place, how strong it is there, and who would see it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pmo_resume.matching.relations import Relation, answer
from pmo_resume.matching.weights import EIGHTHS, WHOLE
from pmo_resume.matching.words import stems, title_stems
from pmo_resume.model.coverage import Evidence, Strength
from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.resume import CredentialStatus, HeldCredential, Position, Resume, SectionKind
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Span

_LISTS = {SectionKind.SKILLS, SectionKind.CONTACT, SectionKind.INTERESTS, SectionKind.LANGUAGES}
_UP_FRONT = {SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.SKILLS}
_BRACKET = re.compile(r"\(([^()]*)\)")
_SAME = Relation(WHOLE, "")
_WEAK = {
    Qualifier.IN_PROGRESS: Strength.IN_PROGRESS,
    Qualifier.EXPIRED: Strength.IN_PROGRESS,
    Qualifier.TRAINING_ONLY: Strength.IN_PROGRESS,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of evidence and the eighths of an ask's worth that it brings."""

    evidence: Evidence
    eighths: int
    up_front: str = ""
    """Where the top of the CV, its summary or its skills name it too, for what is shown in a role; empty where they do not."""


def find(asked: Mention, resume: Resume, *, equivalent: bool) -> list[Found]:
    """All evidence for what the posting asks, best first and then in text order; empty where the CV says nothing of it."""
    concept = asked.concept
    if asked.is_open:
        found = _open(concept, asked.label, resume)
    elif resume.taxonomy.credential(concept) is not None:
        found = [item for held in resume.credentials if (item := _credential(asked, held, resume, equivalent=equivalent))]
    else:
        found = [item for mention in resume.mentions if (item := _mention(asked, mention, resume))]
        found += [] if asked.narrower else _in_titles(concept, resume)
    return _named_up_front(one_a_line(found), resume)


def _named_up_front(found: list[Found], resume: Resume) -> list[Found]:
    """The best evidence is worth the whole where it stands in a dated role and the first part of the CV names the thing as well."""
    if not found or found[0].evidence.strength is not Strength.SHOWN:
        return found
    direct = (item.evidence for item in found[1:] if not item.evidence.via and item.evidence.strength is not Strength.IN_PROGRESS)
    named = next((proof.where for proof in direct if _stands_up_front(proof.span, resume)), "")
    return [replace(found[0], eighths=WHOLE, up_front=named), *found[1:]] if named else found


def _stands_up_front(span: Span, resume: Resume) -> bool:
    return position_at(span, resume) is None and section_at(span, resume) in _UP_FRONT


def one_a_line(found: list[Found]) -> list[Found]:
    """The best evidence of each line of the CV, best first and then in text order; a line proves a thing once."""
    best: dict[tuple[str, str], Found] = {}
    for item in sorted(found, key=lambda item: (-item.eighths, bool(item.evidence.via), item.evidence.span)):
        best.setdefault((item.evidence.quote, item.evidence.where), item)
    return list(best.values())


def _mention(asked: Mention, mention: Mention, resume: Resume) -> Found | None:
    relation = _relation(asked, mention, resume)  # first, because it sends most mentions home
    if relation is None or mention.qualifier is Qualifier.NEGATED:
        return None
    if _names_a_school(mention, resume) or _says_how_employed(mention, resume):
        return None
    strength = _WEAK.get(mention.qualifier) or strength_at(mention.span, resume)
    if relation is not _SAME and mention.category is Category.CREDENTIAL and not _is_held(mention, resume):
        return None
    if relation is _SAME:
        return Found(_evidence(asked.concept, strength, mention.span, resume), EIGHTHS[strength])
    eighths = min(relation.eighths, EIGHTHS[strength])
    return Found(_evidence(mention.concept, Strength.RELATED, mention.span, resume, relation.words), eighths)


def _in_titles(concept: str, resume: Resume) -> list[Found]:
    """The dated roles whose title has the thing in it: a programme manager has done programme management, a PMO lead worked in a PMO."""
    term = resume.taxonomy.terms.get(concept)
    if term is None:
        return []
    names = [stems(name) for name in (term.label, term.acronym) if name]
    titles = [job.title for job in resume.experience if job.title and job.period]
    shown = [title for title in titles if any(name <= title_stems(title.value, resume.taxonomy) for name in names)]
    return [Found(_evidence(concept, Strength.SHOWN, title.span, resume), EIGHTHS[Strength.SHOWN]) for title in shown]


def _is_held(mention: Mention, resume: Resume) -> bool:
    """True for a credential that is held today: one that is not implies nothing either."""
    return any(item.concept == mention.concept and item.status is CredentialStatus.HELD for item in resume.credentials)


def _names_a_school(mention: Mention, resume: Resume) -> bool:
    """True inside the name of the place of study: whoever went to a university has not worked in education."""
    return any(entry.institution and mention.span in entry.institution.span for entry in resume.education)


def _says_how_employed(mention: Mention, resume: Resume) -> bool:
    """True in the brackets of a job's title that say how it was held: "PMO Analyst (contractor)" has not managed contractors."""
    types = {word for phrase in resume.taxonomy.lexicon.get("resume", {}).get("employment_types", ()) for word in phrase.split()}
    for job in resume.experience:
        if job.title and job.span.start <= mention.start < job.span.end:
            end = min((line.span.start for line in job.highlights), default=job.span.end)
            heading = _BRACKET.finditer(resume.document.text, job.title.span.start, max(end, job.title.span.end))
            held = (bracket for bracket in heading if set(re.findall(r"[\w-]+", bracket[1].lower())) <= types)
            return any(bracket.start() < mention.start < bracket.end() for bracket in held)
    return False


def _relation(asked: Mention, mention: Mention, resume: Resume) -> Relation | None:
    """How a mention answers what is asked; `_SAME` where it names the very thing. One kind of a thing never stands for another kind."""
    if mention.concept != asked.concept:
        return answer(asked.concept, mention.concept, resume.taxonomy)
    if mention.narrower == asked.narrower:
        return _SAME if not mention.narrower or _same_words(asked.surface, mention.surface) else None
    if mention.narrower:
        return Relation(6, f"{' '.join(mention.surface.split())} is one kind of {asked.label}")
    return Relation(2, f"{' '.join(asked.surface.split())} is one kind of {asked.label}, which is broader")


def _same_words(one: str, two: str) -> bool:
    return re.findall(r"\w+", one.casefold().rstrip("s")) == re.findall(r"\w+", two.casefold().rstrip("s"))


def _credential(asked: Mention, held: HeldCredential, resume: Resume, *, equivalent: bool) -> Found | None:
    concept = asked.concept
    strength = Strength.HELD if held.status is CredentialStatus.HELD else Strength.IN_PROGRESS
    if held.concept == concept and not _is_that_one(asked, held):
        words = f"{' '.join(held.surface.split())} is of the family of {asked.label}, not the same"
        eighths = min(EIGHTHS[Strength.RELATED], EIGHTHS[strength])
        return Found(_evidence(concept, Strength.RELATED, held.span, resume, words), eighths)
    if held.concept == concept:
        via = "" if strength is Strength.HELD else held.status.value
        return Found(_evidence(concept, strength, held.span, resume, via), EIGHTHS[strength])
    relation = answer(concept, held.concept, resume.taxonomy, equivalent=equivalent)
    if relation is None:
        return None
    if strength is Strength.HELD and not relation.full:
        strength = Strength.RELATED
    eighths = min(relation.eighths, EIGHTHS[Strength.HELD if strength is Strength.RELATED else strength])
    return Found(_evidence(held.concept, strength, held.span, resume, relation.words), eighths)


def _is_that_one(asked: Mention, held: HeldCredential) -> bool:
    """Whether a credential of the concept asked is the very one: of two kinds of it, only the one that is named."""
    return not held.narrower or (asked.narrower and _same_words(asked.surface, held.surface))


def _open(concept: str, label: str, resume: Resume) -> list[Found]:
    """A term outside the taxonomy is looked for by its own words: any case, any white space or hyphen, singular or plural."""
    words = [re.escape(word.removesuffix("s")) + "s?" for word in re.split(r"[\s\-]+", label) if word]
    if not words:
        return []
    pattern = re.compile(r"(?<![\w])" + r"[\s\-]+".join(words) + r"(?![\w])", re.IGNORECASE)
    found = []
    for match in pattern.finditer(resume.document.text):
        span = Span(*match.span())
        strength = strength_at(span, resume)
        found.append(Found(_evidence(concept, strength, span, resume), EIGHTHS[strength]))
    return found


def strength_at(span: Span, resume: Resume) -> Strength:
    """How strongly a fact is proved by standing at `span`: in a dated role, elsewhere in prose, or only in a list."""
    position = position_at(span, resume)
    if position is not None:
        return Strength.SHOWN if position.period is not None else Strength.STATED
    section = section_at(span, resume)
    return Strength.LISTED if section is None or section in _LISTS else Strength.STATED


def position_at(span: Span, resume: Resume) -> Position | None:
    """The job that `span` stands in."""
    return next((item for item in resume.experience if item.holds(span)), None)


def section_at(span: Span, resume: Resume) -> SectionKind | None:
    """The kind of the section that `span` stands in."""
    return next((item.kind for item in resume.sections if item.span.start <= span.start < item.span.end), None)


def _evidence(concept: str, strength: Strength, span: Span, resume: Resume, via: str = "") -> Evidence:
    return Evidence(concept, strength, quote(span, resume), span, where(span, resume), via)


def quote(span: Span, resume: Resume) -> str:
    """The words of the CV around `span`: the job's bullet, the summary's sentence, the item of a list of skills, else the block."""
    skills = (item for group in resume.skills for item in group.items)
    for lines in ((line for job in resume.experience for line in job.highlights), resume.summary, skills):
        for line in lines:
            if line.span.start <= span.start < line.span.end:
                return line.text
    block = resume.document.block_at(span.start)
    return " ".join(block.text.split()) if block else resume.document.quote(span)


def where(span: Span, resume: Resume) -> str:
    """The place in a reader's words: the job, or the section, or the address in the file; and that the candidate confirmed it."""
    told = _place(span, resume)
    return f"{told}, as you confirmed" if resume.is_confirmed(span) else told


def _place(span: Span, resume: Resume) -> str:
    position = position_at(span, resume)
    if position is not None:
        facts = (position.title, position.employer)
        named = ", ".join(fact.value for fact in facts if fact)
        dates = f" ({' '.join(position.period.text.split())})" if position.period else ""
        return f"{named}{dates}" if named else "a role without a title"
    return section_heading(span, resume)


def section_heading(span: Span, resume: Resume) -> str:
    """The heading above `span` as written, or the address in the file where there is none."""
    for section in resume.sections:
        if section.span.start <= span.start < section.span.end:
            return " ".join(section.heading.split()) or "top of the CV"
    block = resume.document.block_at(span.start)
    return block.address.label if block else ""
