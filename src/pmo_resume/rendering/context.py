"""What a template may print, as plain data: one context for Word and PDF alike, so both say the same words in the same order.

Templates see only texts, truth values, lists and mappings; nothing of the model reaches them, so a template can neither call nor change
anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from urllib.parse import quote

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Letter, Tailored, TailoredPosition, TailoredSection
from pmo_resume.model.text import Span

Context = dict[str, object]

_DOCUMENT = tuple(f"document.{name}" for name in ("title", "author", "language", "page", "density", "date"))
# All that a template may print, by kind; `[]` is a list to go through.
VARIABLES: Mapping[str, tuple[str, ...]] = {
    "resume": (
        *_DOCUMENT,
        *(f"headings.{name}" for name in ("summary", "skills", "experience", "education", "credentials")),
        *("name", "headline", "contact[].entries[].text", "contact[].entries[].href", "summary.lines[]", "summary.bulleted"),
        *("skills[].label", "skills[].text", "skills[].entries[]"),
        *(f"experience[].{name}" for name in ("title", "employer", "location", "place", "dates", "intro[]", "highlights[]")),
        *("education.lines[]", "education.bulleted", "credentials.lines[]", "credentials.bulleted"),
        *("sections[].heading", "sections[].count", "sections[].parts[].lines[]", "sections[].parts[].bulleted"),
    ),
    "letter": (
        *_DOCUMENT,
        *("sender.name", "sender.contact[].entries[].text", "sender.contact[].entries[].href"),
        *("date", "recipient[]", "salutation", "subject", "paragraphs[]", "closing", "signature"),
    ),
}

# Not allowed in XML 1.0 (section 2.2), so Word would refuse the file: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Marks that are not seen but split a word for whoever searches the file: soft hyphen, zero-width space, byte-order mark.
_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")
# A line break or tab inside a line would start a new line in Word and none in PDF; a no-break space is the writer's wish and stays.
_BREAKS = re.compile("[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+")
_LINK = re.compile(r"(?:https?://\S+|(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?)", re.IGNORECASE)
_BETWEEN = " | "  # what templates put between two contact details
_ROW, _LETTER_ROW = 96, 88  # characters of contact details that fit on one line of every shipped look
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def resume(tailored: Tailored, headings: Mapping[str, str]) -> Context:
    """Everything a CV template may print; empty parts are empty lists or texts, never missing."""
    plain = _plain_lines(tailored.resume)
    return {
        "document": _document(tailored, "CV"),
        "headings": dict(headings),
        "name": line(tailored.name),
        "headline": line(tailored.headline),
        "contact": rows(lines(tailored.contact), _ROW),
        "summary": _summary(tailored.summary),
        "skills": [
            {"label": group.label.strip().rstrip(":"), "text": ", ".join(lines(group.items)), "entries": lines(group.items)}
            for group in tailored.skills
            if lines(group.items)
        ],
        "experience": [_job(position, plain) for position in tailored.experience],
        "education": passage(tailored.education, bulleted=False),
        "credentials": passage(tailored.credentials, bulleted=True),
        "sections": [_section(section, plain) for section in tailored.sections if lines(section.lines)],
    }


def letter(tailored: Tailored, content: Letter) -> Context:
    """Everything a letter template may print."""
    sender = lines(content.sender)
    return {
        "document": {**_document(tailored, "Cover letter"), "language": content.language},
        "sender": {"name": sender[0] if sender else "", "contact": rows(sender[1:], _LETTER_ROW)},
        "date": tidy(content.date),
        "recipient": lines(content.recipient),
        "salutation": tidy(content.salutation),
        "subject": line(content.subject),
        "paragraphs": [text for text in (" ".join(lines(sentences)) for sentences in content.paragraphs) if text],
        "closing": tidy(content.closing),
        "signature": line(content.signature),
    }


def tidy(text: str) -> str:
    """The text on one line, without characters that a Word file cannot hold or a reader cannot see."""
    return _BREAKS.sub(" ", _UNSEEN.sub("", _ILLEGAL.sub("", text))).strip(" ")


def line(claim: Claim | None) -> str:
    """A claim's words on one line; empty for none."""
    return tidy(claim.text) if claim else ""


def lines(claims: Iterable[Claim]) -> list[str]:
    """The words of each claim that has any."""
    return [text for text in map(line, claims) if text]


def linked(text: str) -> dict[str, str]:
    """A contact detail with the address a click on it leads to: e-mail and web only, empty for anything else."""
    if _EMAIL.fullmatch(text):
        return {"text": text, "href": "mailto:" + _escaped(text)}
    if _LINK.fullmatch(text):
        return {"text": text, "href": _escaped(text if text.lower().startswith("http") else f"https://{text}")}
    return {"text": text, "href": ""}


def rows(details: list[str], width: int) -> list[Context]:
    """Contact details in as few rows of `width` characters as they need, about equally long, so that no page breaks one at random."""
    total = sum(map(len, details)) + len(_BETWEEN) * (len(details) - 1)
    target = total / max(-(-total // width), 1)
    filled: list[list[str]] = []
    for detail in details:
        longer = len(_BETWEEN.join([*filled[-1], detail])) if filled else 0
        if filled and (longer <= target or (longer <= width and 2 * (longer - target) < len(detail))):
            filled[-1].append(detail)
        else:
            filled.append([detail])
    return [{"entries": [linked(detail) for detail in row]} for row in filled]


def passage(claims: Iterable[Claim], bulleted: bool) -> Context:
    """Lines of a section, to be set as bullets or as plain lines."""
    return {"lines": lines(claims), "bulleted": bulleted}


def _summary(claims: tuple[Claim, ...]) -> Context:
    """Whole sentences run on as one paragraph; anything else stays a list, since fragments would run into each other."""
    texts = lines(claims)
    if all(_SENTENCE_END.search(text) for text in texts):
        return {"lines": [" ".join(texts)] if texts else [], "bulleted": False}
    return {"lines": texts, "bulleted": len(texts) > 1}


def _plain_lines(resume: Resume) -> frozenset[Span]:
    """Where the lines of the CV stand that are no bullets."""
    texts = (*(item for job in resume.experience for item in job.highlights), *(item for part in resume.sections for item in part.lines))
    return frozenset(item.span for item in texts if not item.bullet)


def _is_plain(claim: Claim, plain: frozenset[Span]) -> bool:
    return any(span in plain for span in claim.sources)


def _section(section: TailoredSection, plain: frozenset[Span]) -> Context:
    """Bullets stay bullets and the lines between them (a role, its dates) plain; a section that has no bullets becomes a list."""
    as_written = len(section.lines) == 1 or any(not _is_plain(claim, plain) for claim in section.lines)
    runs = groupby(section.lines, key=lambda claim: not (as_written and _is_plain(claim, plain)))
    parts = [passage(claims, bulleted=bulleted) for bulleted, claims in runs]
    return {"heading": tidy(section.heading), "parts": parts, "count": len(section.lines)}


def _job(position: TailoredPosition, plain: frozenset[Span]) -> Context:
    """A job; lines above its first bullet introduce it and are no bullets themselves."""
    employer, location = line(position.employer), line(position.location)
    first = next((at for at, claim in enumerate(position.highlights) if not _is_plain(claim, plain)), 0)
    return {
        "title": line(position.title),
        "employer": employer,
        "location": location,
        "place": ", ".join(part for part in (employer, location) if part),
        "dates": line(position.dates),
        "intro": lines(position.highlights[:first]),
        "highlights": lines(position.highlights[first:]),
    }


def _document(tailored: Tailored, kind: str) -> Context:
    name = line(tailored.name)
    return {
        "title": f"{name} – {kind}",
        "author": name,
        "language": tailored.language,
        "page": "Letter" if tailored.page.lower() == "letter" else "A4",
        "density": "normal",
        "date": tailored.resume.as_of,
    }


def _escaped(address: str) -> str:
    """Percent-encode what would end a Word field or an HTML attribute; leave the rest of the address alone (RFC 3986)."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
