"""From requirements to asks: the single things a CV can answer, each counted once and at its highest priority."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.matching.weights import AREAS, worth
from pmo_resume.matching.words import telling_stems
from pmo_resume.model.coverage import Area
from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Posting, Requirement, RequirementKind
from pmo_resume.model.terms import Category, Taxonomy

_ORDER = (Priority.MUST, Priority.PREFERRED, Priority.NAMED)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked. `needed` of `concepts` satisfy it; `mentions` are the posting's own words for them, one for each concept."""

    requirement: Requirement
    kind: RequirementKind
    area: Area
    concepts: tuple[str, ...]
    needed: int
    mentions: tuple[Mention, ...]
    possible: int

    @property
    def wording(self) -> str:
        """The posting's own words, each concept once."""
        return " / ".join(dict.fromkeys(" ".join(mention.surface.split()) for mention in self.mentions)) or self.requirement.text

    @property
    def label(self) -> str:
        """The taxonomy's words."""
        return " / ".join(dict.fromkeys(mention.label for mention in self.mentions)) or self.requirement.text


def asks(posting: Posting) -> tuple[Ask, ...]:
    """Every ask of the posting in text order; knock-outs are left to `knockouts`.

    A concept asked three times is one ask, at the highest priority it is asked with, and the first such place is quoted.
    """
    found: dict[tuple[str, ...], Ask] = {}
    for requirement in sorted(posting.requirements, key=lambda item: (_ORDER.index(item.priority), item.span)):
        for ask in _of(requirement):
            if not _already(found, ask, posting.taxonomy):
                found[_key(ask, posting.taxonomy)] = ask
    return tuple(sorted(found.values(), key=lambda ask: (ask.requirement.span, _key(ask, posting.taxonomy))))


def _key(ask: Ask, taxonomy: Taxonomy) -> tuple[str, ...]:
    """What makes two asks one: the same concepts, the same level of study, the same years of the same thing."""
    asked = ask.requirement
    if ask.kind is RequirementKind.EDUCATION and asked.level and not ask.mentions:
        return (ask.kind.value, asked.level)
    if ask.kind is RequirementKind.EXPERIENCE and not ask.mentions:
        return (ask.kind.value, str(asked.min_years), *sorted(telling_stems(asked.years_of or "", taxonomy)))
    return tuple(sorted(ask.concepts)) or (ask.requirement.id,)


def _already(found: dict[tuple[str, ...], Ask], ask: Ask, taxonomy: Taxonomy) -> bool:
    """True where the same thing, or a narrower choice among the same things, is asked already."""
    wanted = set(ask.concepts)
    return _key(ask, taxonomy) in found or any(other.concepts and set(other.concepts) <= wanted for other in found.values())


def _of(requirement: Requirement) -> list[Ask]:
    if requirement.kind is RequirementKind.KNOCKOUT:
        return []
    if requirement.kind is RequirementKind.EDUCATION:
        return [_whole(requirement, Area.EDUCATION)]
    if requirement.kind is RequirementKind.LANGUAGE:
        return [_whole(requirement, Area.LEADERSHIP)]
    asked = [_whole(requirement, Area.EXPERIENCE)] if requirement.min_years is not None else []
    mentions = _counted(requirement)
    if requirement.any_of and len(mentions) > 1:
        return [*asked, _skill(requirement, mentions, min(requirement.any_of, len(mentions)))]
    return [*asked, *(_skill(requirement, (mention,), 1) for mention in mentions)]


def _whole(requirement: Requirement, area: Area) -> Ask:
    kind = RequirementKind.EXPERIENCE if requirement.min_years is not None else requirement.kind
    return Ask(requirement, kind, area, (), 1, (), worth(kind, requirement.priority))


def _skill(requirement: Requirement, mentions: tuple[Mention, ...], needed: int) -> Ask:
    credential = any(mention.category is Category.CREDENTIAL for mention in mentions)
    kind = RequirementKind.CREDENTIAL if credential else RequirementKind.SKILL
    area = AREAS[mentions[0].category]
    concepts = tuple(mention.concept for mention in mentions)
    return Ask(requirement, kind, area, concepts, needed, mentions, worth(kind, requirement.priority, mentions))


def _counted(requirement: Requirement) -> tuple[Mention, ...]:
    """The first mention of each concept that a CV can prove; roles, degrees and measures are asked in other ways."""
    first: dict[str, Mention] = {}
    for mention in requirement.mentions:
        if mention.category in AREAS and mention.category is not Category.EDUCATION and mention.concept in requirement.concepts:
            first.setdefault(mention.concept, mention)
    return tuple(first.values())
