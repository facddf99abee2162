"""Words and names as a sentence of a letter has them: a told line as a main clause, a name without brackets, a degree with its article."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Position
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.clause import Clause
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import article
from pmo_resume.tailoring.titles import shown_title

_BARE_DEGREE = re.compile(
    r"^((?:[BM]\.?(?:S\.?c?|A|Eng|Com|Tech|Ed|Phil|Res|Arch)\.?|M\.?B\.?A\.?|Ph\.?D\.?|D\.?Phil\.?)(?: \(?Hons\.?\)?)?),? (?=[A-Z][a-z]{2})"
)

_GRADE = re.compile(r"[,;]?\s*\(?\b(?:[12][.:][12]|1st|2nd|3rd)\b(?: class)?\)?$", re.IGNORECASE)


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
    dotted = value.rstrip().endswith(f"{name}.") and name.rsplit(" ", 1)[-1] in words(taxonomy, "letter", "dotted_endings")
    return with_the((unshouted(name, taxonomy) if " " in name else name) + "." * dotted, taxonomy)


def with_the(name: str, taxonomy: Taxonomy) -> str:
    """`the Royal Navy`, `the University of Leeds`; most names take no article."""
    return f"the {name}" if pattern(words(taxonomy, "letter", "the_employer_patterns")).search(name) else name


def title_words(job: Position, taxonomy: Taxonomy) -> str:
    """The job's title as it stands in a sentence."""
    return shown_title(job.title.value, taxonomy) if job.title else ""


def a_title_of(job: Position, taxonomy: Taxonomy) -> str:
    """The title with its article; `Head of PMO` takes none."""
    title = title_words(job, taxonomy)
    first = f"{title.casefold()} "
    bare = any(first.startswith(f"{word} ") for word in words(taxonomy, "letter", "bare_titles"))
    own = re.match(r"(?i:an?) (?=[A-Z])", title)
    return title if bare else f"{own[0].casefold()}{title[own.end() :]}" if own else f"{article(title)} {title}"


def _bare(value: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", " ".join(value.split()).split(" | ")[0]).rstrip(" .,;:-–")


def degree_of(value: str, school: str, field: str = "") -> str:
    """`a BSc (Hons) in Civil Engineering from the University of Aire`; several of a kind (`A levels`) take no article."""
    stop = "." if re.fullmatch(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{0,2}", value.strip()) else ""
    course = _BARE_DEGREE.sub(r"\1 in ", _quiet(_GRADE.sub("", name_of(value)))) + stop
    if field:
        course = f"{course} in {_quiet(name_of(field))}"
    plural = re.search(r"(?i)\b(?:levels?|GCSEs|highers)$", course)
    return f"{course if plural else f'{article(course)} {course}'} from {school_of(school)}"


def school_of(value: str) -> str:
    """A school's name in a sentence: `the University of Leeds`."""
    name = _quiet(name_of(value))
    return f"the {name}" if name.startswith("University of ") else name


def _quiet(name: str) -> str:
    """`Master of Arts` for `Master Of Arts`."""
    return re.sub(r"(?<=\w )(?:Of|And|In|For|The)\b", lambda found: found[0].lower(), name)
