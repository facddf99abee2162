"""Reading what a candidate confirmed: a facts file (YAML), or a longer CV of their own that holds more than the one they send."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pmo_resume.errors import FactsError, KeywordError
from pmo_resume.facts.schema import Entry, FactsFile
from pmo_resume.model.facts import Bank, Confirmed
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.taxonomy import source

_YAML = {".yaml", ".yml"}
_KINDS = {"skill": SectionKind.SKILLS, "certification": SectionKind.CERTIFICATIONS}
_REMEDY = "mend that line, or take the entry out"


def load(path: Path, read_resume: Callable[[Path], Resume]) -> Bank:
    """What a file confirms; a YAML file is a facts file, any other is read as a CV by `read_resume`.

    Raises FactsError naming file and line of every fault, and what `read_resume` raises.
    """
    return _facts(path) if path.suffix.lower() in _YAML else _of_resume(read_resume(path))


def _facts(path: Path) -> Bank:
    from pydantic import ValidationError

    try:
        read = source.read(path)
    except KeywordError as cause:
        raise FactsError(cause.source, cause.problem, cause.remedy) from cause
    faults = [(line, f"{key} is written twice") for key, line in read.repeated]
    try:
        file = FactsFile.model_validate(read.data if read.data is not None else {})
    except ValidationError as cause:
        faults += [(read.line(fault["loc"]), _said(fault["loc"], fault["msg"])) for fault in cause.errors()]
        file = None
    if file is not None:
        faults += [(read.line(("facts", at)), problem) for at, entry in enumerate(file.facts) if (problem := _unclear(entry))]
    if file is None or faults:
        told = "; ".join(f"line {line}: {problem}" for line, problem in sorted(faults))
        raise FactsError(str(path), told, _REMEDY)
    return Bank(tuple(_confirmed(entry, path.name) for entry in file.facts), file.declined)


def _said(place: tuple[int | str, ...], message: str) -> str:
    return f"{'.'.join(str(part) for part in place) or 'the file'}: {message[:1].lower()}{message[1:]}"


def _unclear(entry: Entry) -> str:
    if entry.role and entry.kind:
        return "role and kind are both given; a line of a job has a role, a skill or certification a kind"
    return "" if entry.role or entry.kind else "neither role nor kind says where it belongs"


def _confirmed(entry: Entry, name: str) -> Confirmed:
    return Confirmed(entry.text, entry.role, _KINDS.get(entry.kind or ""), entry.confirmed or "", name)


def _of_resume(resume: Resume) -> Bank:
    """The lines of every job of a longer CV, as facts of that job; of lists of skills nothing, for a list proves nothing."""
    name = resume.document.name
    jobs = ((job, ", ".join(fact.value for fact in (job.title, job.employer) if fact)) for job in resume.experience)
    return Bank(tuple(Confirmed(line.text, role, None, "", name) for job, role in jobs if role for line in job.highlights))
