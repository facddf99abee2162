"""Every fact in its own place: a bullet in its own job, a title where titles stand, a certification among them, the candidate's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim, Rule, Tailored, TailoredPosition
from pmo_resume.model.text import Span
from pmo_resume.proof.claims import Gate
from pmo_resume.proof.lines import facts_of

_SUMMARY = {SectionKind.SUMMARY, SectionKind.CONTACT}


def misplaced(tailored: Tailored, gate: Gate) -> Iterator[str]:
    """Claims that are true where the CV has them and not where they are printed."""
    resume = tailored.resume
    letter = tailored.letter
    names = [tailored.name, *((letter.signature, letter.sender[0]) if letter and letter.sender else ())]
    own = {resume.name.span} if resume.name else set()
    yield from _outside("name", names, lambda span: span in own or _is_lettered(span, resume))
    reach = {fact.span for fact in (resume.email, resume.phone, resume.location, *resume.links) if fact}
    contact = [*tailored.contact, *(letter.sender[1:] if letter else ())]
    yield from _outside("contact", contact, lambda span: span in reach or gate.lines.kind(span) is SectionKind.CONTACT)
    lines = {line.span for line in resume.summary}
    summary = [claim for claim in tailored.summary if claim.rule is not Rule.COMPOSED]
    yield from _outside("summary", summary, lambda span: span in lines or gate.lines.kind(span) in _SUMMARY)
    entries = [entry.span for entry in resume.education]
    yield from _outside("education", tailored.education, lambda span: span in entries or gate.lines.kind(span) is SectionKind.EDUCATION)
    for claim in tailored.credentials:
        in_work = claim.rule is not Rule.SURFACED and any(gate.lines.in_job_line(span) for span in claim.sources)
        if claim.text.strip() and (in_work or not any(_certifies(span, gate) for span in claim.sources)):
            yield f'certifications: "{claim.text}" is no certification in the CV'
    skills = [claim for group in tailored.skills for claim in group.items]
    listed, shown = ([claim for claim in skills if (claim.rule is Rule.SURFACED) is surfaced] for surfaced in (False, True))
    yield from _outside("skills", listed, lambda span: gate.lines.kind(span) is SectionKind.SKILLS)
    yield from _outside("skills", shown, gate.lines.in_job_line)
    if tailored.headline and tailored.headline.rule in {Rule.VERBATIM, Rule.RESPELT}:
        yield from _outside("headline", [tailored.headline], lambda span: resume.headline is not None and span == resume.headline.span)
    yield from _jobs(tailored, gate)


def _is_lettered(span: Span, resume: Resume) -> bool:
    """Whether a span is the name and nothing but letters behind it, "MBE" or "PMP, PMI-ACP", all on its own line."""
    if resume.name is None or span.start != resume.name.span.start or span.end < resume.name.span.end:
        return False
    behind = resume.document.text[resume.name.span.end : span.end]
    return "\n" not in behind and all(sum(char.isupper() for char in word) > 1 for word in behind.replace(",", " ").split())


def _outside(place: str, claims: Iterable[Claim], belongs: Callable[[Span], bool]) -> Iterator[str]:
    for claim in claims:
        if claim.text.strip() and not all(belongs(span) for span in claim.sources):
            yield f'{place}: "{claim.text}" stands elsewhere in the CV'


def _certifies(span: Span, gate: Gate) -> bool:
    """A line of the certifications, or one that names a certification."""
    if gate.lines.kind(span) is SectionKind.CERTIFICATIONS:
        return True
    line = gate.lines.line(span)
    return any(line.start <= item.span.start < line.end for item in gate.resume.credentials)


def _jobs(tailored: Tailored, gate: Gate) -> Iterator[str]:
    """Title, employer, place, dates and lines of a job are those of one job of the CV, each in its own field, and no job stands twice."""
    seen: set[int] = set()
    for job in tailored.experience:
        place = f"experience, {job.title.text}"
        claims = [claim for claim in (job.title, job.employer, job.location, job.dates, *job.highlights) if claim and claim.sources]
        number = gate.lines.job(claims[0].sources[0]) if claims else None
        if number is None:
            yield f"{place} is no job of the CV"
            continue
        if number in seen:
            yield f"{place} is told twice"
        seen.add(number)
        yield from _in_role(job, number, place, gate)


def _in_role(job: TailoredPosition, number: int, place: str, gate: Gate) -> Iterator[str]:
    facts = facts_of(gate.resume.experience[number])
    spans = {fact.span for fact in facts.values()}
    role = gate.resume.experience[number]
    for claim in (job.title, job.employer, job.location, job.dates, *job.highlights):
        if claim and not all(span in spans or role.holds(span) for span in claim.sources):
            yield f'{place}: "{claim.text}" is not from this role'
    told = {"title": job.title, "employer": job.employer, "location": job.location, "dates": job.dates}
    lead = next((name for name in ("title", "employer", "dates") if name in facts), None)
    for name, claim in told.items():
        own = lead if name == "title" else name
        others = {fact.span for field, fact in facts.items() if field != own}
        if claim and claim.sources and (others & set(claim.sources) or (own in facts and facts[own].span not in claim.sources)):
            yield f'{place}: "{claim.text}" is not its {name}'
