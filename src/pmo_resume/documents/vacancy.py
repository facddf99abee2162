"""Postings that a site gives as data: JSON-LD in a page, and the public JSON of Greenhouse, Lever and Ashby; each becomes a small page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What a site says of a vacancy in fields of their own. `body` is HTML; `parts` are headings with the HTML under them."""

    title: str = ""
    employer: str = ""
    location: str = ""
    salary: str = ""
    closing: str = ""
    reference: str = ""
    body: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    def page(self) -> etree._Element:
        """The vacancy as a page: title, employer, its labelled facts, then the text."""
        facts = (("Location", self.location), ("Salary", self.salary), ("Closing date", self.closing), ("Reference", self.reference))
        lines = [f"<h1>{html.escape(self.title)}</h1>", f"<p>{html.escape(self.employer)}</p>"]
        lines += [f"<p>{label}: {html.escape(value)}</p>" for label, value in facts if value]
        lines.append(f"<div>{self.body}</div>")
        lines += [f"<h2>{html.escape(heading)}</h2><div>{text}</div>" for heading, text in self.parts]
        return lxml_html.document_fromstring(f"<html><body>{''.join(lines)}</body></html>")


def of_page(root: etree._Element) -> Vacancy | None:
    """The schema.org JobPosting of a page's JSON-LD; None where there is none with a description."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _objects(data):
            kinds = each.get("@type")
            if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]) and isinstance(each.get("description"), str):
                return _of_json_ld(each)
    return None


def of_greenhouse(data: Data) -> Vacancy:
    """One job of `boards-api.greenhouse.io`; its content is HTML that was escaped once more."""
    return Vacancy(
        _text(data.get("title")),
        _text(data.get("company_name")),
        _text(_field(data, "location", "name")),
        closing=_text(data.get("application_deadline")),
        reference=_text(data.get("requisition_id")),
        body=_unescaped(_text(data.get("content"))),
    )


def of_lever(data: Data) -> Vacancy:
    """One posting of `api.lever.co`: an opening, lists with headings, a closing."""
    parts = [(_text(each.get("text")), f"<ul>{_text(each.get('content'))}</ul>") for each in _list(data, "lists")]
    place = [_text(_field(data, "categories", "location")), _text(data.get("workplaceType"))]
    pay = data.get("salaryRange")
    return Vacancy(
        _text(data.get("text")),
        location=" - ".join(part for part in place if part and part != "unspecified"),
        salary=_range(pay.get("currency"), pay.get("min"), pay.get("max"), pay.get("interval")) if isinstance(pay, dict) else "",
        body=_text(data.get("description")),
        parts=(*parts, ("Additional information", _text(data.get("additional")))),
    )


def of_ashby(data: Data, number: str) -> Vacancy | None:
    """The job with this id among those of a board of `api.ashbyhq.com`."""
    found = next((each for each in _list(data, "jobs") if each.get("id") == number), None)
    if found is None:
        return None
    place = [_text(found.get("location")), "remote" if found.get("isRemote") is True else ""]
    pay = _text(_field(found, "compensation", "compensationTierSummary"))
    body = _text(found.get("descriptionHtml"))
    return Vacancy(_text(found.get("title")), location=" - ".join(part for part in place if part), salary=pay, body=body)


_PARTS = (
    ("Responsibilities", "responsibilities"),
    ("Qualifications", "qualifications"),
    ("Experience requirements", "experienceRequirements"),
    ("Education requirements", "educationRequirements"),
    ("Skills", "skills"),
)


def _of_json_ld(data: Data) -> Vacancy:
    body = _unescaped(data["description"])
    said = _words(body)
    parts = [(heading, _unescaped(_text(data.get(key)))) for heading, key in _PARTS]
    employer = data.get("hiringOrganization")
    return Vacancy(
        _text(data.get("title")),
        _text(employer.get("name")) if isinstance(employer, dict) else _text(employer),
        _places(data),
        _pay(data.get("baseSalary")),
        _text(data.get("validThrough"))[:10],
        _text(_field(data, "identifier", "value")),
        body,
        tuple((heading, text) for heading, text in parts if text and _words(text) not in said),
    )


def _places(data: Data) -> str:
    found = data.get("jobLocation")
    places = []
    for each in found if isinstance(found, list) else [found]:
        address = _field(each, "address") if isinstance(each, dict) else None
        if isinstance(address, dict):
            names = [_text(address.get(key)) or _text(_field(address, key, "name")) for key in _ADDRESS]
            places.append(", ".join(dict.fromkeys(name for name in names if name)))
        elif isinstance(address, str):
            places.append(address)
    remote = ["remote"] if data.get("jobLocationType") == "TELECOMMUTE" else []
    return " - ".join([*filter(None, ["; ".join(filter(None, places[:3]))]), *remote])


_ADDRESS = ("addressLocality", "addressRegion", "addressCountry")


def _pay(value: object) -> str:
    inner = value.get("value") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(inner, dict):
        return ""
    return _range(value.get("currency"), inner.get("minValue") or inner.get("value"), inner.get("maxValue"), inner.get("unitText"))


def _range(currency: object, low: object, high: object, unit: object) -> str:
    amounts = " - ".join(f"{amount:,}" if isinstance(amount, int) else str(amount) for amount in (low, high) if amount)
    each = _text(unit).lower().removeprefix("per-").removesuffix("-salary").removesuffix("-wage")
    return " ".join(part for part in (_text(currency), amounts, f"per {each}" if each else "") if part) if amounts else ""


def _objects(value: object, depth: int = 0) -> Iterator[Data]:
    if isinstance(value, dict) and depth < 6:
        yield value
        for inner in ("@graph", "mainEntity", "itemListElement", "item"):
            yield from _objects(value.get(inner), depth + 1)
    elif isinstance(value, list) and depth < 6:
        for each in value:
            yield from _objects(each, depth + 1)


def _field(data: object, *keys: str) -> object:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _list(data: Data, key: str) -> list[Data]:
    found = data.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(value: object) -> str:
    """A string or number as text, a list of them joined; anything else is nothing."""
    if isinstance(value, list):
        return ", ".join(part for part in map(_text, value) if part)
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _unescaped(text: str) -> str:
    """HTML that was escaped once more ("&lt;p&gt;") as HTML; plain text keeps its line breaks."""
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    return text if re.search(r"<[a-zA-Z/]", text) else f"<pre>{text}</pre>"


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(text)).lower().split())
