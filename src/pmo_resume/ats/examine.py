"""All rules over one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_resume.ats import contact_rules, content_rules, file_rules, layout_rules, letter_rules, reader_rules
from pmo_resume.ats.case import Case, Found
from pmo_resume.ats.catalogue import explained
from pmo_resume.ats.compare import differences
from pmo_resume.ats.facts import Facts
from pmo_resume.ats.readers import extractions
from pmo_resume.model.check import Check, Difference, Extraction
from pmo_resume.model.resume import Resume
from pmo_resume.model.text import Document


def examine(resume: Resume, data: bytes) -> Check:
    """What a tracking system will make of the file `data`, of which `resume` was read.

    Raises what reading a Word package raises; a file that could be read once is read again.
    """
    case = Case(resume, data, _facts(data, resume.document))
    read = extractions(data, resume.document.format)
    found = [difference for each in read for difference in differences(resume.document, each)]
    return Check(resume, explained(_all(case, read, found), resume.taxonomy), read, tuple(found))


def _facts(data: bytes, document: Document) -> Facts:
    if document.format == "docx":
        from pmo_resume.ats.word_facts import word_facts

        return word_facts(data, document)
    if document.format == "pdf":
        from pmo_resume.ats.pdf_facts import pdf_facts

        return pdf_facts(data, document)
    return Facts()


def _all(case: Case, read: Sequence[Extraction], found: Sequence[Difference]) -> Iterator[Found]:
    yield from file_rules.findings(case)
    yield from contact_rules.findings(case, read)
    yield from layout_rules.findings(case)
    yield from letter_rules.findings(case, read)
    yield from content_rules.findings(case)
    yield from reader_rules.findings(read, found)
