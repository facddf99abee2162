"""What an applicant-tracking system would make of a file: findings, and where independent readers of text disagree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pmo_resume.model.resume import Resume


class Severity(StrEnum):
    """How much a finding costs: an error loses the candidate or their contact details, a warning loses or mixes up text, advice helps a
    parser or a search, a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about the file. `code` never changes its meaning; `place` is what a person is told ("page 2", "table 1, row 3"),
    `quote` the words it is about (both empty where it is about the whole file); `what`, `why` and `mend` are one plain sentence each,
    `source` says where the rule comes from; `start` is the place of the words in the text, None where they do not stand in it."""

    code: str
    severity: Severity
    what: str
    why: str
    mend: str
    source: str
    place: str = ""
    quote: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The whole text as one reader gives it; `error` is empty where the reader could read the file."""

    reader: str
    text: str = ""
    error: str = ""


class DifferenceKind(StrEnum):
    """What became of a line that a person sees on the page."""

    LOST = "lost"
    BROKEN = "broken up"
    GLUED = "glued"
    SPACED = "spaced out"
    MOVED = "out of order"


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the page that one reader does not give as it stands. `found` are the reader's own words in its place, where it has any."""

    reader: str
    kind: DifferenceKind
    line: str
    found: str
    place: str
    start: int


@dataclass(frozen=True, slots=True)
class Check:
    """A checked CV: findings, the worst first; what each reader made of the file; where a reader differs from what the page shows."""

    resume: Resume
    findings: tuple[Finding, ...]
    extractions: tuple[Extraction, ...]
    differences: tuple[Difference, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity is severity for finding in self.findings)
