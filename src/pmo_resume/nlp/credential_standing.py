"""How a credential stands and since when: what the rest of its line, its table row and the short lines below say of it."""

from __future__ import annotations

import re

from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.resume import CredentialStatus, PartialDate, SectionKind
from pmo_resume.model.terms import Category
from pmo_resume.nlp.award import dates_between, is_past, is_to_come
from pmo_resume.nlp.certificate_items import items, names_certificate
from pmo_resume.nlp.credential_page import CvPage
from pmo_resume.nlp.doubts import doubted
from pmo_resume.nlp.lines import TextLine

_STATUS = {
    Qualifier.NONE: CredentialStatus.HELD,
    Qualifier.PREFERRED: CredentialStatus.HELD,
    Qualifier.EITHER_OR: CredentialStatus.HELD,
    Qualifier.IN_PROGRESS: CredentialStatus.IN_PROGRESS,
    Qualifier.EXPIRED: CredentialStatus.EXPIRED,
    Qualifier.TRAINING_ONLY: CredentialStatus.TRAINING_ONLY,
}
_DENIED = re.compile(r"\W*(?:no|not|none)\b(?!\W*\d)", re.IGNORECASE)  # "PMP: no", and no "PMP, no. 1234"
_ISSUER_AND_MORE = re.compile(r"(?:[\w&.+-]+ ){0,3}[\w&.+-]+(?:,| [–—|·-]) ")  # "APMG, in progress"
_REMARK = 32  # characters
_REMARK_WORDS = 3  # "Currently studying", "Exam booked 2027"
_SHORT_LINE = 60  # characters: a line below a credential that only says issuer and year
WORK = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING}


def standing(page: CvPage, number: int, at: int) -> tuple[CredentialStatus, PartialDate | None]:
    """Status and date of award: from what stands behind the mention up to the next credential, before it where it is alone on its
    line, or on a short line below that names nothing itself."""
    mention, line, whole = page.mentions[number], page.lines[at], page.document.text
    status = _STATUS[mention.qualifier]
    stop = _item_end(page, number, line)
    awarded, ended = dates_between(whole, mention.end, stop)
    said = ""
    if awarded is None and ended is None and page.credentials_on[at] <= 1:
        awarded, ended = dates_between(whole, line.start, mention.start)
        below = _told_below(page, at)
        if awarded is None and below is not None:
            awarded, ended = dates_between(whole, below.start, below.end)
            said = below.text if _ISSUER_AND_MORE.match(below.text) else ""
        if awarded is None and ended is None:
            awarded, ended = next(
                (found for cell in _row(page, at) if any(found := dates_between(whole, cell.start, cell.end))), (None, None)
            )
    if status is CredentialStatus.HELD:
        status = _doubted(page, mention, at, stop, said)
    if status is CredentialStatus.HELD and ended is not None and page.as_of is not None and is_past(ended, page.as_of):
        status = CredentialStatus.EXPIRED
    if status is CredentialStatus.HELD and awarded is not None and page.as_of is not None and is_to_come(awarded, page.as_of):
        status = CredentialStatus.IN_PROGRESS
    return status, None if status is CredentialStatus.IN_PROGRESS else awarded


def _told_below(page: CvPage, at: int) -> TextLine | None:
    """The short line below a credential that tells of it: no row of its own, and it names no certificate itself."""
    line, below = page.lines[at], page.lines[at + 1] if at + 1 < len(page.lines) else None
    if below is None or len(below.text) > _SHORT_LINE or page.credentials_on[at + 1] + page.studies_on[at + 1]:
        return None
    one, two = line.block.cell, below.block.cell
    apart = one is not None and two is not None and (one.table, one.row) != (two.table, two.row)
    named = any(names_certificate(item.value, page.taxonomy) for item in items(page.document.text, below))
    return None if apart or named else below


def _item_end(page: CvPage, number: int, line: TextLine) -> int:
    """Where what is said of a credential ends: at the next credential or a semicolon, not at its issuer ("PMP, PMI, 2014")."""
    end = page.mentions[number].end
    stop = page.document.text.find(";", end, line.end)
    stop = stop if stop >= 0 else line.end
    for following in page.mentions[number + 1 :]:
        if following.start >= stop:
            break
        if following.category is Category.CREDENTIAL and following.start >= end and following.concept != page.mentions[number].concept:
            return following.start
    return stop


def _doubted(page: CvPage, mention: Mention, at: int, stop: int, below: str) -> CredentialStatus:
    """What the rest of the item says of a credential: behind its comma or dash, in the cells of its row, in the line `below`."""
    if page.section_at(mention.start) in WORK:
        return CredentialStatus.HELD
    rest = page.document.text[mention.end : stop]
    behind = re.split(r"[;.](?:\s|$)", rest, maxsplit=1)[0]
    said = " ".join((behind, below, *(cell.text for cell in _row(page, at)), *_remarks_below(page, at)))
    if _DENIED.match(rest):
        return CredentialStatus.IN_PROGRESS
    return doubted(said, page.taxonomy, page.as_of)


def _remarks_below(page: CvPage, at: int) -> list[str]:
    """Up to two short lines below a credential alone on its line, as the cells of a printed table are read, up to one that names more."""
    remarks: list[str] = []
    for index in range(at + 1, min(at + 3, len(page.lines))):
        line = page.lines[index]
        if page.credentials_on[at] > 1 or page.credentials_on[index] or page.studies_on[index] or len(line.text) > _REMARK or line.bullet:
            break
        if page.section_at(line.start) is not page.section_at(page.lines[at].start):
            break
        remarks.append(line.text)
    return [text for text in remarks if text[:1].isupper() and len(text.split()) <= _REMARK_WORDS]


def _row(page: CvPage, at: int) -> list[TextLine]:
    """The short cells beside a line in its table row, where that row speaks of this credential only."""
    cell = page.lines[at].block.cell
    if cell is None:
        return []
    row = [index for index, line in enumerate(page.lines) if (one := line.block.cell) and (one.table, one.row) == (cell.table, cell.row)]
    if sum(page.credentials_on[index] for index in row) > 1:
        return []
    return [page.lines[index] for index in row if index != at and len(page.lines[index].text) <= _SHORT_LINE]
