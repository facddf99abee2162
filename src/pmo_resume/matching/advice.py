"""What an honest candidate can do about a gap, in the words of `keywords/language/advice.yaml`."""

from __future__ import annotations

import re

from pmo_resume.matching.asks import Ask
from pmo_resume.matching.evidence import Found
from pmo_resume.matching.measures import months_that_count
from pmo_resume.model.coverage import Strength
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy


def advise(ask: Ask, found: list[Found], resume: Resume) -> str:
    """One or two sentences, or an empty string where there is nothing to mend."""
    keys = _keys(ask, found[0].evidence.strength if found else Strength.NONE)
    said = resume.taxonomy.lexicon.get("advice", {})
    values = _values(ask, found, resume)
    sentences = [template.format(**values) for key in keys for template in said.get(key, ()) if _filled(key, values)]
    return " ".join(sentences)


def _keys(ask: Ask, strength: Strength) -> tuple[str, ...]:
    if strength in (Strength.HELD, Strength.SHOWN):
        return ()
    if ask.kind is RequirementKind.CREDENTIAL:
        return {
            Strength.IN_PROGRESS: ("credential_in_progress",),
            Strength.RELATED: ("credential_related",),
        }.get(strength, ("credential_missing", "credential_prerequisites"))
    by_kind = {
        RequirementKind.EXPERIENCE: ("experience_short",),
        RequirementKind.EDUCATION: ("education_missing",),
        RequirementKind.LANGUAGE: ("language_missing",) if strength is Strength.NONE else (),
    }
    if ask.kind in by_kind:
        return by_kind[ask.kind]
    if strength is Strength.NONE:
        return ("open_missing",) if ask.concepts and ask.concepts[0].startswith("open:") else ("skill_missing",)
    return {Strength.LISTED: ("skill_listed",), Strength.RELATED: ("skill_related",)}.get(strength, ())


def _values(ask: Ask, found: list[Found], resume: Resume) -> dict[str, str]:
    credential = resume.taxonomy.credential(ask.concepts[0]) if len(ask.concepts) == 1 else None
    return {
        "asked": _under_way(found, resume) or _asked(ask, resume.taxonomy),
        "prerequisites": credential.prerequisites.rstrip(".") if credential else "",
        "needed": f"{ask.requirement.min_years or 0:g}",
        "years": f"{months_that_count(ask, resume) // 12}" if ask.kind is RequirementKind.EXPERIENCE else "",
    }


def _under_way(found: list[Found], resume: Resume) -> str:
    """The credential that is under way, where one of several asked for is."""
    best = found[0].evidence if found else None
    term = resume.taxonomy.terms.get(best.concept) if best and best.strength is Strength.IN_PROGRESS else None
    return term.label if term else ""


def _asked(ask: Ask, taxonomy: Taxonomy) -> str:
    labels = list(dict.fromkeys(mention.label for mention in ask.mentions))
    if ask.kind is RequirementKind.LANGUAGE:
        said = set(re.findall(r"\w+", ask.requirement.text))
        names = taxonomy.lexicon.get("posting", {}).get("spoken_languages", ())
        labels = [name for name in names if said.issuperset(name.split())] or ["the language asked for"]
    if len(labels) > 1:
        return ", ".join(labels[:-1]) + " or " + labels[-1]
    return labels[0] if labels else ask.requirement.text


def _filled(key: str, values: dict[str, str]) -> bool:
    return key != "credential_prerequisites" or bool(values["prerequisites"])
