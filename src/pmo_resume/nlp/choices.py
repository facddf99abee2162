"""Whether the things a requirement names are all wanted or a choice among them: "PMP, PRINCE2 or equivalent", "at least two of"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wording import straight, wording


@dataclass(frozen=True, slots=True)
class Choice:
    """`any_of` of the mentions satisfy the requirement, 0 where each counts for itself; `span` holds them and their lead-in."""

    span: Span
    mentions: tuple[Mention, ...]
    any_of: int


_OR = re.compile(r"\bor\b|/", re.IGNORECASE)
_AND = re.compile(r"\band\b(?!/or)|&|\+", re.IGNORECASE)
_BEFORE = 45  # characters before a list in which "such as" or "one of" opens it
_NUMBERS = {"two": 2, "three": 3}
_EXAMPLES = re.compile(r"\(?\b(?:e\.?g\b\.?|such as|for example|for instance|like)\W*", re.IGNORECASE)
_NEAR = 2  # words between a thing and its examples ("core banking platforms (e.g. …)")
_LITTLE = re.compile(r"[A-Za-z][\w.-]*")


def choices(text: str, span: Span, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> tuple[Choice, ...]:
    """The mentions of one piece in groups, in order: every choice is a group of its own, what is simply asked stays together."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _same_list(text, groups[-1][-1], mention, taxonomy):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    found: list[Choice] = []
    for group in (part for whole in groups for part in _by_slashes(text, span, whole, taxonomy)):
        wanted = _any_of(text, span, group, taxonomy)
        if wanted == 0 and found and found[-1].any_of == 0:
            found[-1] = Choice(Span(found[-1].span.start, group[-1].end), (*found[-1].mentions, *group), 0)
        else:
            start = found[-1].span.end if found else span.start
            found.append(Choice(Span(start, _closed(text, start, group[-1].end)), tuple(group), wanted))
    if found:
        found[-1] = Choice(Span(found[-1].span.start, span.end), found[-1].mentions, found[-1].any_of)
    return tuple(found)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a group with the bracket that it leaves open."""
    inside = text[start:end]
    return end + 1 if text[end : end + 1] == ")" and inside.count("(") > inside.count(")") else end


def _by_slashes(text: str, span: Span, group: list[Mention], taxonomy: Taxonomy) -> list[list[Mention]]:
    """ "Clarity, Jira/Confluence and Excel" asks for three things, one of them by two names: a slash binds closer than the list's "and"."""
    gaps = [straight(text[one.end : two.start]) for one, two in pairwise(group)]
    slashes = [gap.strip() == "/" for gap in gaps]
    before = straight(text[max(span.start, group[0].start - _BEFORE) : group[0].start])
    rest = [gap for gap, slash in zip(gaps, slashes, strict=True) if not slash]
    if not any(slashes) or not any(_AND.search(gap) for gap in rest) or any(_OR.search(gap) for gap in rest):
        return [group]
    if wording(taxonomy, "one_of").search(before) or wording(taxonomy, "at_least").search(before):
        return [group]
    parts = [[group[0]]]
    for mention, slash in zip(group[1:], slashes, strict=True):
        if slash:
            parts[-1].append(mention)
        else:
            parts.append([mention])
    return parts


def accepts_equivalent(text: str, taxonomy: Taxonomy) -> bool:
    """Whether the words accept something like what they name: "or equivalent", "or similar", "etc."."""
    return wording(taxonomy, "or_equivalent").search(straight(text)) is not None


def _same_list(text: str, one: Mention, two: Mention, taxonomy: Taxonomy) -> bool:
    """Whether only list words stand between two mentions, with at most two other words ("Jira software, Trello boards or Asana")."""
    gap = straight(text[one.end : two.start])
    if _EXAMPLES.search(gap) and len(_LITTLE.findall(_EXAMPLES.split(gap)[0])) <= _NEAR and not re.search(r"[;,]", _EXAMPLES.split(gap)[0]):
        return True
    if gap.startswith(")") and _is_choice_in_brackets(text, one.end, taxonomy):
        return False
    if re.search(r"[;.]\s", gap) or wording(taxonomy, "list_breaks").search(gap):
        return False
    rest = _LITTLE.findall(re.sub(r"\b(?:and/or|and|or|as well as|such as|e\.g|i\.e|a|an|the|other|any|in|of|similar)\b", " ", gap))
    return len(rest) <= (2 if re.search(r"[,/]|\bor\b|\band\b", gap) else 0)


def _is_choice_in_brackets(text: str, end: int, taxonomy: Taxonomy) -> bool:
    """ "(SAP or Oracle), Excel": the choice ends with its bracket, unless the bracket stands in a choice itself ("one of: X (A/B), Y")."""
    start = text.rfind("(", 0, end)
    inside = text[start:end]
    within = wording(taxonomy, "one_of").search(straight(text[max(0, start - 2 * _BEFORE) : start]))
    return start >= 0 and ")" not in inside and _OR.search(inside) is not None and within is None


def _any_of(text: str, span: Span, group: list[Mention], taxonomy: Taxonomy) -> int:
    before = straight(text[max(span.start, group[0].start - _BEFORE) : group[0].start])
    number = wording(taxonomy, "at_least").search(straight(text[span.start : group[0].start]))
    if number is not None and len(group) > 1:
        said = number["n"].lower()
        return min(_NUMBERS.get(said, 0) or int(said), len(group))
    gaps = [straight(text[one.end : two.start]) for one, two in pairwise(group)]
    behind = straight(text[group[-1].end : min(span.end, group[-1].end + 30)])
    opened = wording(taxonomy, "one_of").search(before + " ".join(gaps[:1])) is not None
    if len({mention.concept for mention in group}) < 2:
        return 0
    if opened or any(_OR.search(gap) for gap in gaps):
        return 1
    if any(_AND.search(gap) for gap in gaps):
        return 0
    listed = re.match(r"[\s,()]*(?:or\b|etc)", behind, re.IGNORECASE) is not None and any("," in gap for gap in gaps)
    return 1 if listed or all(mention.category is Category.CREDENTIAL for mention in group) else 0
