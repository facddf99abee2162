"""A checked file for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_resume.model.check import Check, Finding, Severity
from pmo_resume.reports.printing import painted, printable, wrapped

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36", Severity.NOTE: "2"}


def check_table(check: Check, width: int = 80, colour: bool = False) -> str:
    """Every finding with its place, reason and mend, the worst first, and one line that counts them."""
    lines = [_counts(check)]
    for finding in check.findings:
        lines += ["", *_told(finding, width, colour)]
    return "\n".join(lines)


def check_text(check: Check) -> str:
    """The text as each reader gives it, under the reader's name; the file's own text where it is text already."""
    if not check.extractions:
        return check.resume.document.text
    parts = (f"=== {each.reader} ===\n{each.text.strip() or each.error}" for each in check.extractions)
    return "\n\n".join(printable(part, keep="\n\t") for part in parts)


def check_json(check: Check) -> dict[str, Any]:
    """The same for programs; `start` counts characters of the text that `extract --text` prints."""
    return {
        "schema": 1,
        "kind": "check",
        "source": check.resume.document.name,
        "format": check.resume.document.format,
        "pages": check.resume.document.pages,
        "counts": {severity.value: check.count(severity) for severity in Severity},
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "what": finding.what,
                "why": finding.why,
                "mend": finding.mend,
                "source": finding.source,
                "place": finding.place,
                "quote": finding.quote,
                "start": finding.start,
            }
            for finding in check.findings
        ],
        "readers": [{"reader": each.reader, "characters": len(each.text), "error": each.error} for each in check.extractions],
        "differences": [
            {
                "reader": each.reader,
                "kind": each.kind.value,
                "line": each.line,
                "found": each.found,
                "place": each.place,
                "start": each.start,
            }
            for each in check.differences
        ],
    }


def _counts(check: Check) -> str:
    counts = [(severity, check.count(severity)) for severity in Severity]
    said = [f"{number} {_PLURALS[severity] if number != 1 else severity.value}" for severity, number in counts if number]
    return f"{printable(check.resume.document.name)}: {', '.join(said) or 'nothing found'}"


_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ADVICE: "pieces of advice", Severity.NOTE: "notes"}


def _told(finding: Finding, width: int, colour: bool) -> Iterator[str]:
    head = f"{finding.code} {finding.severity.value}"
    first, *rest = wrapped(f"{head}: {finding.what}", width)
    yield painted(first[: len(head)], _COLOURS[finding.severity], colour) + first[len(head) :]
    yield from rest
    where = " · ".join(part for part in (finding.place, f'"{finding.quote}"' if finding.quote else "") if part)
    for line in (where, f"{finding.why} {finding.mend}", f"Source: {finding.source}"):
        if line:
            yield from wrapped(line, width, indent=2)
