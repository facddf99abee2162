"""What each code means: its severity, its sentences and its source, out of `keywords/language/ats.yaml`."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_resume.ats.case import Found
from pmo_resume.model.check import Finding, Severity
from pmo_resume.model.terms import Taxonomy

FILE = "ats"
_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


def explained(everything: Iterable[Found], taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """What was found as findings, the worst first, then by code and place in the text."""
    findings = [_explained(each, taxonomy) for each in everything]
    return tuple(sorted(findings, key=lambda finding: (_ORDER[finding.severity], finding.code, finding.start or 0)))


def _explained(each: Found, taxonomy: Taxonomy) -> Finding:
    lexicon = taxonomy.lexicon[FILE]
    severity, *sentences, source = lexicon[each.code]
    gaps = dict(each.filled)
    what, why, mend = (_filled(sentence, gaps) for sentence in sentences)
    return Finding(each.code, Severity(severity), what, why, mend, lexicon[source][0], each.place, each.quote, each.start)


def _filled(sentence: str, gaps: dict[str, str]) -> str:
    for name, words in gaps.items():
        sentence = sentence.replace(f"{{{name}}}", words)
    return sentence
