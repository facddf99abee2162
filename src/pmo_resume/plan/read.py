"""Reading a plan that a person may have edited, and making it a tailored CV again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pmo_resume.errors import PlanError
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.facts import Confirmed
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim, Letter, Rule, Tailored, TailoredPosition, TailoredSection, TailoredSkills
from pmo_resume.model.text import Span
from pmo_resume.plan.confirming import with_sources
from pmo_resume.plan.schema import Job, LetterPlan, Line, PlanFile

_NO_NAME = Claim("", Rule.VERBATIM)  # a CV in which no name could be read
_REMEDY = "mend it, or make a new plan with pmo-resume tailor"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read. `cv` is the CV's path, None where it came from standard input; `posting` is the advert's text as bytes."""

    file: PlanFile
    cv: Path | None
    posting: bytes

    @property
    def confirmed(self) -> list[tuple[Confirmed, int | None]]:
        """The confirmed lines that the plan was made with, each with its job."""
        return [
            (Confirmed(one.text, "", SectionKind(one.section) if one.section else None, "", one.origin), one.job)
            for one in self.file.confirmed
        ]

    def tailored(self, resume: Resume, posting: Posting, coverage: Coverage) -> Tailored:
        """The plan's lines on the facts of the CV and posting they were made from; a line that a confirmed fact says word for word rests
        on it."""
        return with_sources(self._as_written(resume, posting, coverage))

    def _as_written(self, resume: Resume, posting: Posting, coverage: Coverage) -> Tailored:
        part = self.file.resume
        return Tailored(
            resume=resume,
            posting=posting,
            coverage=coverage,
            name=_optional(part.name) or _NO_NAME,
            headline=_optional(part.headline),
            contact=_claims(part.contact),
            summary=_claims(part.summary),
            skills=tuple(TailoredSkills(group.label, _claims(group.items)) for group in part.skills),
            experience=tuple(_position(job) for job in part.experience),
            education=_claims(part.education),
            credentials=_claims(part.credentials),
            sections=tuple(TailoredSection(SectionKind(item.kind), item.heading, _claims(item.lines)) for item in part.sections),
            changes=(),
            letter=_letter(self.file.letter, self.file.language) if self.file.letter else None,
            page=self.file.page,
            language=self.file.language,
            pages=self.file.pages,
        )


def load(path: Path) -> Plan:
    """Read and check a plan. Raises PlanError naming the file and the first faulty place."""
    import yaml
    from pydantic import ValidationError

    try:
        file = PlanFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as cause:
        raise PlanError(str(path), f"cannot be read ({cause.strerror or cause})", "give the path of a plan.yaml") from cause
    except (yaml.YAMLError, UnicodeDecodeError) as cause:
        raise PlanError(str(path), f"is not valid YAML ({' '.join(str(cause).split())})", _REMEDY) from cause
    except ValidationError as cause:
        fault = cause.errors()[0]
        place = ".".join(str(part) for part in fault["loc"]) or "the whole file"
        raise PlanError(str(path), f"{place}: {fault['msg'].lower()}", _REMEDY) from cause
    _check_values(path, file)
    cv = (path.parent / file.cv.file) if file.cv.file else None
    return Plan(file, cv, file.posting.text.encode())


def _check_values(path: Path, file: PlanFile) -> None:
    """Names of rules and sections, which the schema knows only as words."""
    for index, section in enumerate(file.resume.sections):
        if section.kind not in {kind.value for kind in SectionKind}:
            raise PlanError(str(path), f"resume.sections.{index}.kind: {section.kind} is not a kind of section", _REMEDY)
    for index, one in enumerate(file.confirmed):
        if one.section and one.section not in {kind.value for kind in SectionKind}:
            raise PlanError(str(path), f"confirmed.{index}.section: {one.section} is not a kind of section", _REMEDY)
    for line in _all_lines(file):
        if line.rule not in Rule.__members__:
            raise PlanError(str(path), f'the line "{line.text}" has an unknown rule {line.rule}', _REMEDY)
        for source in line.sources:
            start, _, end = source.partition("-")
            if not (start.isdecimal() and end.isdecimal() and int(start) <= int(end)):
                raise PlanError(str(path), f'the line "{line.text}" has a source {source} that is not start-end', _REMEDY)


def _all_lines(file: PlanFile) -> Iterable[Line]:
    part = file.resume
    yield from (line for line in (part.name, part.headline) if line)
    yield from (*part.contact, *part.summary, *part.education, *part.credentials)
    for group in (*part.skills,):
        yield from group.items
    for section in part.sections:
        yield from section.lines
    for job in part.experience:
        yield from (line for line in (job.title, job.employer, job.location, job.dates) if line)
        yield from job.highlights
    if file.letter:
        yield from (*file.letter.sender, *file.letter.recipient, file.letter.subject)
        yield from (file.letter.signature,) if file.letter.signature else ()
        yield from (line for paragraph in file.letter.paragraphs for line in paragraph)


def _claim(line: Line) -> Claim:
    spans = [source.split("-") for source in line.sources]
    return Claim(line.text, Rule[line.rule], tuple(Span(int(start), int(end)) for start, end in spans), line.why)


def _optional(line: Line | None) -> Claim | None:
    return _claim(line) if line else None


def _claims(lines: Iterable[Line]) -> tuple[Claim, ...]:
    return tuple(_claim(line) for line in lines)


def _position(job: Job) -> TailoredPosition:
    return TailoredPosition(
        _claim(job.title), _optional(job.employer), _optional(job.location), _optional(job.dates), _claims(job.highlights)
    )


def _letter(letter: LetterPlan, language: str) -> Letter:
    return Letter(
        sender=(*(() if letter.signature else (_NO_NAME,)), *_claims(letter.sender)),  # the first of them is the name
        date=letter.date,
        recipient=_claims(letter.recipient),
        subject=_claim(letter.subject),
        salutation=letter.salutation,
        paragraphs=tuple(_claims(paragraph) for paragraph in letter.paragraphs),
        closing=letter.closing,
        signature=_optional(letter.signature) or _NO_NAME,
        language=language,
        structure=letter.structure,
    )
