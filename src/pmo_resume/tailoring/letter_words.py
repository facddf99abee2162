"""Words and names as a sentence of a letter has them: a told line as a main clause, a name without brackets, a degree with its article."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.clause import Clause
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.phrases import article

_BARE_DEGREE = re.compile(r"^((?:[BM]\.?(?:S\.?c?|A|Eng|Com|Tech|Ed|Phil)\.?|M\.?B\.?A\.?)(?: \(?Hons\.?\)?)?),? (?=[A-Z][a-z]{2})")


def tell(clause: Clause, taxonomy: Taxonomy, *, current: bool, also: bool = False) -> str:
    """A clause as a main clause, a small letter first unless with "I"; `current` where the job goes on, `also` adds the word."""
    return words(taxonomy, "letter", clause.frame(current=current, also=also))[0].format(told=clause.said(current=current))


def name_of(value: str) -> str:
    """A name as it stands in a sentence: on one line, without brackets at its end, what follows a bar, or a closing stop."""
    text = _bare(value)
    return text.title() if text.isupper() and len(text) > 5 and " " in text else text


def employer_name(value: str, taxonomy: Taxonomy) -> str:
    """An employer as a sentence has it: one of several words in capitals is written as one writes it, a single one may be a short form."""
    name = _bare(value)
    return unshouted(name, taxonomy) if " " in name else name


def _bare(value: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", " ".join(value.split()).split(" | ")[0]).rstrip(" .,;:-–")


def degree_of(value: str, school: str) -> str:
    """`a BSc (Hons) in Civil Engineering from the University of Aire`; several of a kind (`A levels`) take no article."""
    course = _BARE_DEGREE.sub(r"\1 in ", name_of(value))
    plural = re.search(r"(?i)\b(?:levels?|GCSEs|highers)$", course)
    return f"{course if plural else f'{article(course)} {course}'} from {school_of(school)}"


def school_of(value: str) -> str:
    """A school's name in a sentence: `the University of Leeds`."""
    name = name_of(value)
    return f"the {name}" if name.startswith("University of ") else name
