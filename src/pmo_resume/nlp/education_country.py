"""What a bare "level 7 qualification" is in the country of the posting: a master's in England, a bachelor's in Ireland."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.posting import Requirement, RequirementKind
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.education_asked import find_degrees
from pmo_resume.nlp.wording import EDUCATION, wording
from pmo_resume.nlp.wordlists import words

_BARE = re.compile(r"\blevels?\s?(?P<number>\d{1,2})\b", re.IGNORECASE)


def at_levels_of_the_country(
    requirements: tuple[Requirement, ...], text: str, location: Fact | None, taxonomy: Taxonomy
) -> tuple[Requirement, ...]:
    """The requirements with bare levels read as the country of the posting reads them, where the place or the text says which it is."""
    if not any(item.kind is RequirementKind.EDUCATION and _BARE.search(item.text) for item in requirements):
        return requirements
    framework = _framework(location.value, taxonomy) if location else None
    framework = framework or _framework(text, taxonomy)
    levels = dict(entry.split(maxsplit=1) for entry in words(taxonomy, EDUCATION, f"framework_{framework}_levels")) if framework else {}
    return tuple(_at_level(item, levels, taxonomy) for item in requirements)


def _framework(text: str, taxonomy: Taxonomy) -> str | None:
    """The framework most of whose signs stand in the text; None where there is none, or two are as good."""
    counts = {
        name: len(wording(taxonomy, f"framework_{name}_signs", EDUCATION).findall(text))
        for name in words(taxonomy, EDUCATION, "frameworks")
    }
    best = max(counts.values(), default=0)
    leading = [name for name, count in counts.items() if count == best]
    return leading[0] if best and len(leading) == 1 else None


def _at_level(item: Requirement, levels: dict[str, str], taxonomy: Taxonomy) -> Requirement:
    """A requirement that names a level and neither a framework nor a degree."""
    match = _BARE.search(item.text)
    if item.kind is not RequirementKind.EDUCATION or match is None or wording(taxonomy, "framework_named", EDUCATION).search(item.text):
        return item
    rest = item.text[: match.start()] + item.text[match.end() :]
    if match["number"] not in levels or any(degree.level for degree in find_degrees(rest, taxonomy)):
        return item
    return replace(item, level=levels[match["number"]])
