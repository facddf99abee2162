"""Plants lies: takes a truthful tailored CV with its letter and gives copies with one lie in each, named so that a miss is understood."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pmo_resume.model.resume import SectionKind
from pmo_resume.model.tailored import Claim, Rule, Tailored

Put = Callable[[Claim], Tailored]


@dataclass(frozen=True, slots=True)
class Lie:
    """`kind` is what was done, `words` what is now said, `told` the whole with the lie in it."""

    kind: str
    words: str
    told: Tailored


RAISED = {
    "supported": "led",
    "helped to": "",
    "helped": "led",
    "assisted": "directed",
    "maintained": "owned",
    "prepared": "approved",
    "project": "programme",
    "programme": "portfolio",
    "projects": "programmes",
    "analyst": "manager",
    "coordinator": "manager",
    "manager": "director",
    "assistant": "head",
    "foundation": "practitioner",
    "practitioner": "professional",
    "officer": "director",
    "deputy ": "",
    "acting ": "",
    "junior ": "",
    "trainee ": "",
    "assistant ": "",
    "support ": "",
    "basic": "fluent",
    "conversational": "fluent",
    "intermediate": "native",
    "bsc": "MSc",
    "ba": "MA",
    "beng": "MEng",
    "2:2": "2:1",
    "2:1": "1st",
    "third-class": "first-class",
    "up to": "over",
    "nearly": "over",
    "about": "over",
    "by": "to",
    "one of": "the",
    "part of": "head of",
    "team": "department",
    "regional": "global",
    "monthly": "daily",
    "trained in": "certified in",
    "studying for": "holder of",
    "towards": "",
    "not": "",
    "no": "",
    "never": "",
    "without": "with",
    "former ": "",
    "equivalent to": "",
    "in progress": "passed",
    "expired": "valid",
    "lapsed": "valid",
    "booked": "passed",
    "attended": "completed",
    "k": "m",
    "m": "bn",
    "£": "$",
    "€": "£",
    "%": "0%",
    "member": "chair",
    "two": "twelve",
    "three": "thirty",
    "with": "of",
    "drafted": "signed",
    "observed": "ran",
    "co": "",
    "volunteer": "paid",
}
"""A word and what a liar makes of it."""


_STILL_TRUE = ("letter", "credentials")
"""Where the beginning may go and the rest be true: "In that post I kept the log", "Certified ScrumMaster (CSM)"."""


def lies(honest: Tailored) -> Iterator[Lie]:
    """Every lie, those in claims first."""
    for place, claim, put in places(honest):
        for kind, text in changed(claim.text):
            if kind == "the beginning left out" and place.startswith(_STILL_TRUE):
                continue
            yield Lie(f"{kind} ({place})", text, put(replace(claim, text=text)))
    yield from moved(honest)
    yield from unclaimed(honest)
    yield from in_the_letter(honest)


def places(honest: Tailored) -> Iterator[tuple[str, Claim, Put]]:
    """Every claim with the name of its place and a way to put another there."""

    def at(field: str) -> Put:
        return lambda claim: replace(honest, **{field: claim})

    def among(field: str, index: int) -> Put:
        return lambda claim: replace(honest, **{field: _with(getattr(honest, field), index, claim)})

    yield "name", honest.name, at("name")
    if honest.headline:
        yield "headline", honest.headline, at("headline")
    for field in ("contact", "summary", "education", "credentials"):
        for index, claim in enumerate(getattr(honest, field)):
            yield field, claim, among(field, index)
    for outer, inner in (("skills", "items"), ("experience", "highlights"), ("sections", "lines")):
        for group, item in enumerate(getattr(honest, outer)):
            for index, claim in enumerate(getattr(item, inner)):
                yield outer, claim, _nested(honest, outer, group, inner, index)
    yield from _headings(honest)
    yield from _sentences(honest)


def _headings(honest: Tailored) -> Iterator[tuple[str, Claim, Put]]:
    for number, job in enumerate(honest.experience):
        for field in ("title", "employer", "location", "dates"):
            if getattr(job, field):
                yield f"job {field}", getattr(job, field), _nested(honest, "experience", number, field, None)


def _sentences(honest: Tailored) -> Iterator[tuple[str, Claim, Put]]:
    for number, paragraph in enumerate(honest.letter.paragraphs if honest.letter else ()):
        for index, claim in enumerate(paragraph):
            if claim.rule is Rule.COMPOSED:
                yield f"letter, {number + 1}", claim, _sentence(honest, number, index)


def _nested(honest: Tailored, outer: str, group: int, inner: str, index: int | None) -> Put:
    def put(claim: Claim) -> Tailored:
        owner = getattr(honest, outer)[group]
        value: Any = claim if index is None else _with(getattr(owner, inner), index, claim)
        return replace(honest, **{outer: _with(getattr(honest, outer), group, replace(owner, **{inner: value}))})

    return put


def _sentence(honest: Tailored, number: int, index: int) -> Put:
    letter = honest.letter
    assert letter is not None
    paragraphs = letter.paragraphs
    return lambda claim: replace(
        honest, letter=replace(letter, paragraphs=_with(paragraphs, number, _with(paragraphs[number], index, claim)))
    )


def _with(items: tuple[Any, ...], index: int, item: Any) -> tuple[Any, ...]:
    return (*items[:index], item, *items[index + 1 :])


def changed(text: str) -> Iterator[tuple[str, str]]:
    """Other texts that say more than `text`, each with what was done to it."""
    numbers = list(re.finditer(r"\d+", text))
    for found in numbers:
        yield "another number", text[: found.start()] + str(int(found.group()) + 1) + text[found.end() :]
        yield "a number ten times", text[: found.end()] + "0" + text[found.end() :]
    for one, two in itertools.pairwise(numbers):
        if one.group() != two.group():
            yield "two numbers swapped", text[: one.start()] + two.group() + text[one.end() : two.start()] + one.group() + text[two.end() :]
    if re.search(r"\d\.\d", text):
        yield "a decimal point gone", re.sub(r"(\d)\.(\d)", r"\1\2", text, count=1)
    for word, more in RAISED.items():
        for found in re.finditer(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", text, re.IGNORECASE):
            said = more.capitalize() if found.group()[:1].isupper() else more
            yield f"{word!r} made {more!r}", " ".join((text[: found.start()] + said + text[found.end() :]).split())
    for found in re.finditer(r"\s*\([^)]*\)", text):
        if re.search(r"\b(?:not|no|progress|expired|basic|acting|interim|booked|studying|incomplete|2:2|conversational)\b", found.group()):
            yield "a bracket dropped", text[: found.start()] + text[found.end() :]
    words = text.split()
    if len(words) > 5:
        yield "the beginning left out", " ".join(words[2:])
        yield "the end left out", " ".join(words[:-2])
        if words[2].isalnum() and words[3].isalnum() and not {words[2], words[3]} & {"a", "an", "the"}:
            yield "two words changed places", " ".join([*words[:2], words[3], words[2], *words[4:]])
        yield "a tool added", f"{text.rstrip('.')} in Primavera P6."
        yield "a word added", " ".join([*words[:3], "global", *words[3:]])
    yield "a rank added", f"Senior {text}"
    yield "a credential added", f"{text.rstrip('.')}, PgMP"


def moved(honest: Tailored) -> Iterator[Lie]:
    """True words where they are not true."""
    jobs = honest.experience
    for one, two in ((a, b) for a in range(len(jobs)) for b in range(len(jobs)) if a != b):
        for field in ("title", "employer", "location", "dates"):
            if getattr(jobs[two], field) and getattr(jobs[two], field).text != getattr(getattr(jobs[one], field), "text", ""):
                false = replace(jobs[one], **{field: getattr(jobs[two], field)})
                yield Lie(f"the {field} of another job", getattr(false, field).text, replace(honest, experience=_with(jobs, one, false)))
        for line in jobs[two].highlights[:2]:
            false = replace(jobs[one], highlights=(*jobs[one].highlights, line))
            yield Lie("a line of another job", line.text, replace(honest, experience=_with(jobs, one, false)))
    yield from _in_another_field(honest)
    yield from _in_another_section(honest)


def _in_another_field(honest: Tailored) -> Iterator[Lie]:
    jobs = honest.experience
    for number, job in enumerate(jobs):
        for field in ("employer", "location", "dates"):
            if getattr(job, field):
                false = replace(job, title=getattr(job, field))
                yield Lie(f"its {field} as title", false.title.text, replace(honest, experience=_with(jobs, number, false)))
        yield Lie("a job told twice", job.title.text, replace(honest, experience=(*jobs, job)))
        yield Lie("an employer as the name", job.title.text, replace(honest, name=job.employer or job.title))
        yield Lie("a title as education", job.title.text, replace(honest, education=(*honest.education, job.title)))
        yield Lie("a title as a certification", job.title.text, replace(honest, credentials=(*honest.credentials, job.title)))
        yield Lie("a title as a skill's line", job.title.text, replace(honest, contact=(*honest.contact, job.title)))


def _in_another_section(honest: Tailored) -> Iterator[Lie]:
    jobs = honest.experience
    studies = [section.span for section in honest.resume.sections if section.kind is SectionKind.EDUCATION]
    for claim in honest.credentials:
        if any(span in study for span in claim.sources for study in studies):
            continue
        yield Lie("a certification as education", claim.text, replace(honest, education=(*honest.education, claim)))
    for claim in honest.education:
        yield Lie("education as a skill", claim.text, _nested(honest, "skills", 0, "items", 0)(claim))
    for section in honest.sections:
        for claim in section.lines[:2]:
            yield Lie("a line of another section as summary", claim.text, replace(honest, summary=(*honest.summary, claim)))
            if jobs:
                false = replace(jobs[0], highlights=(*jobs[0].highlights, claim))
                yield Lie("a line of another section as work", claim.text, replace(honest, experience=_with(jobs, 0, false)))


LABELS = ("PMP-certified skills", "Expert", "Advanced skills", "20 years of", "Award-winning leadership", "Skills (PgMP)")
SALUTATIONS = ("Dear Hiring Manager, as a PgMP holder,", "Dear Professor Grand,", "Dear friend and former colleague,", "Dear Sir Humphrey,")
CLOSINGS = ("Yours as a certified PMP,", "Your future Head of PMO,", "Yours sincerely, MSc")
DATES = ("1 January 2001", "24 November 2026, PMP", "November 2026")


def unclaimed(honest: Tailored) -> Iterator[Lie]:
    """Lies in what is printed without being a claim."""
    for label in LABELS:
        for number, group in enumerate(honest.skills):
            yield Lie("a label", label, replace(honest, skills=_with(honest.skills, number, replace(group, label=label))))
        for number, section in enumerate(honest.sections):
            yield Lie("a heading", label, replace(honest, sections=_with(honest.sections, number, replace(section, heading=label))))
    for number, section in enumerate(honest.sections):
        for other in ("Education", "Certifications", "Employment", "Publications"):
            if other != section.heading:
                false = replace(section, heading=other)
                yield Lie("the heading of another section", other, replace(honest, sections=_with(honest.sections, number, false)))
    letter = honest.letter
    if letter:
        for field, texts in (("salutation", SALUTATIONS), ("closing", CLOSINGS), ("date", DATES)):
            for text in texts:
                yield Lie(f"a {field}", text, replace(honest, letter=replace(letter, **{field: text})))


def in_the_letter(honest: Tailored) -> Iterator[Lie]:
    """Sentences that a letter's frames could be made to say."""
    letter, resume, posting = honest.letter, honest.resume, honest.posting
    if letter is None or not letter.paragraphs:
        return

    def said(kind: str, text: str, rule: Rule, *sources: Any) -> Lie:
        claim = Claim(text, rule, tuple(source.span for source in sources))
        return Lie(
            f"letter: {kind} ({rule.name})", text, replace(honest, letter=replace(letter, paragraphs=((claim,), *letter.paragraphs)))
        )

    title = posting.title.value if posting.title else "Head of PMO"
    employer = posting.employer.value if posting.employer else "the council"
    for rule in (Rule.POSTING, Rule.CONNECTIVE, Rule.COMPOSED, Rule.VERBATIM):
        first = [job.title for job in resume.experience[:1] if job.title] if rule in (Rule.COMPOSED, Rule.VERBATIM) else []
        yield said("the posting's job as mine", f"I currently work as a {title} at {employer}.", rule, *first)
        yield said("the posting's title as mine", f"Most recently I worked as {title}.", rule, *first)
        yield said("asked certifications as held", "My certifications include Portfolio Management Professional (PfMP).", rule, *first)
        yield said("an asked tool as mine", "My CV also shows Primavera P6 and SAP, all of which your posting names.", rule, *first)
        yield said("a degree", "My education includes a PhD from the University of Northmoor.", rule, *first)
        yield said("languages", "The languages in my CV are Spanish and Finnish.", rule, *first)
        yield said("years", "In all I have more than 60 years of experience in project roles.", rule, *first)
        yield said("a motive", f"I have always wanted to work for {employer}.", rule, *first)
        yield said("a gap that is none of the frames", "I do not hold the PMP but I know all of it.", rule, *first)
    for number, job in enumerate(resume.experience):
        if not (job.title and job.employer):
            continue
        if job.period and not job.period.current:
            yield said(
                "a past job as present",
                f"I currently work as a {job.title.value} at {job.employer.value}.",
                Rule.COMPOSED,
                job.title,
                job.employer,
            )
        for other in resume.experience[number + 1 :]:
            if other.title and other.employer and other.employer.value != job.employer.value:
                yield said(
                    "a title elsewhere",
                    f"Most recently I worked as a {other.title.value} at {job.employer.value}.",
                    Rule.COMPOSED,
                    other.title,
                    job.employer,
                )
                for line in other.highlights[:3]:
                    told = line.text[:1].lower() + line.text[1:].rstrip(".")
                    yield said("a line elsewhere", f"At {job.employer.value}, I {told}.", Rule.COMPOSED, line, job.employer)
                    yield said(
                        "a line under another title",
                        f"As {job.title.value} at {job.employer.value}, I {told}.",
                        Rule.COMPOSED,
                        line,
                        job.title,
                        job.employer,
                    )
        for one, two in itertools.pairwise(job.highlights):
            half, rest = one.text.split(), two.text.split()
            told = " ".join([half[0].lower(), *half[1 : len(half) // 2], *rest[len(rest) // 2 :]])
            yield said("two lines made one", f"There I also {told.rstrip('.')}.", Rule.COMPOSED, one, two)
            verb = f"{rest[0].lower()} {' '.join(half[1:])}".rstrip(".")
            if rest[0].lower() != half[0].lower():
                yield said("the verb of another line", f"In the same role, I {verb}.", Rule.COMPOSED, one, two)
