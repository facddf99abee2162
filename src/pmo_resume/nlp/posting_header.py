"""The head of a posting: title, employer, place, person to write to, reference; no value rather than a wrong one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Document, Place, Span
from pmo_resume.nlp.boilerplate import is_boilerplate
from pmo_resume.nlp.lines import TextLine, fact, lines_of
from pmo_resume.nlp.posting_headings import announced
from pmo_resume.nlp.wording import FILE, pattern, straight, wording
from pmo_resume.nlp.wordlists import any_word, word_set, words


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting says; None where it does not say it plainly."""

    title: Fact | None = None
    employer: Fact | None = None
    location: Fact | None = None
    contact: Fact | None = None
    reference: Fact | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of title, employer, location and contact."""
        return tuple(item.span for item in (self.title, self.employer, self.location, self.contact) if item is not None)


_LABEL = re.compile(
    r"^[\s*_#>\"'-]*(?P<label>[A-Za-z][\w /().#-]{1,28}?)\s*[*_\"']*\s*(?::|\t|\s[-–—]\s)[*_\s\"':]*(?P<value>\S.*?)[\s*_\"',]*$"
)
_INNER_LABEL = re.compile(
    r"(?:^|[|•·]|\s{2,}|(?<=[.;]))\s*(?P<label>[A-Z][\w ()/]{1,24}?)\s*:\s*(?P<value>[^|•·\n]+?)(?=\s{2,}|\s*[|•·]|\s+[A-Z][\w ]{1,20}:\s|$)"
)
_LINK = re.compile(r"^\[(?P<words>[^\]]+)\]\([^)]*\)")
_FURNITURE = re.compile(
    r"^(?:-{3,}|[`*_\W\d]*|job (?:description|posting|advert\w*|title|profile)|position (?:description|details)|vacancy|careers?|home|apply(?: now)?)$",
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z0-9][\w&.'’/-]*(?:(?:\s+|\s*&\s*)(?:(?:of|the|and|for|de|von|&|@)\s+)?[A-Z0-9(][\w&.'’/)-]*){0,6}"
_ABOUT = re.compile(rf"^(?:#+\s*)?(?:About|Why (?:join|work (?:at|for))|Join|Life at|Working at|Why)\s+(?P<name>{_CAPITALS})\s*[:?!]?$")
_JOIN = re.compile(
    rf"\b(?:[Jj]oin|[Aa]t|work(?:ing)? (?:at|for|with)|career (?:with|at)|on behalf of|within|for|of)\s+(?P<name>{_CAPITALS}?)(?=[,.;:!]|\s+(?:we|you|our|is|are|and|in|as|to|has|have|team|on)\b|$)"
)
_IS = re.compile(
    rf"^(?:[\"'“*]|The\s+)?(?P<name>{_CAPITALS})(?:\s+\([A-Z&]{{2,8}}\))?\s+(?:is|are|was|has been|,)\s+(?:an?|the|one of|proud)\s"
)
_PERSON = re.compile(
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?(?:\s+[A-Z]\.)?(?:\s+(?:de|van|von|der|al|bin|Mc|O['’])?\s*[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?){1,2})\b"
)
_CONTACT = re.compile(
    r"\b(?:contact|call|speak (?:to|with)|reach out to|e-?mail|questions[^.]{0,30}?(?:to|:)|addressed to|attention(?: of)?|apply to|discuss[^.]{0,60}?with)\s*:?\s+(?=(?:Mr|Mrs|Ms|Dr|[A-Z][a-z]+\s+[A-Z]))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:(?:job|vacancy|advert|requisition|posting|position)?\s*(?:ref(?:erence)?|req(?:uisition)?)(?:\s*(?:no|number|id|code|#))?|(?:job|vacancy|posting|requisition|req)\s*(?:id|no|number|#|code))\b\.?\s*[:#.]?\s*(?P<value>[A-Z0-9][\w/.-]{2,24})",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[\w#/.-]{3,30}")
_PLACE = re.compile(r"^[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}(?:,\s*[A-Z][\w.'’ -]+){0,2}$")
_TOP = 12  # lines in which a head is looked for


def read_header(document: Document, taxonomy: Taxonomy) -> Header:
    """The head of the posting: labelled lines first ("Job Title: …"), then its first lines, then the sentences that name the employer."""
    lines = [line for line in lines_of(document) if line.block.place is not Place.FOOTER]
    labelled = _labelled(lines, taxonomy)
    title_line, title = _title(lines, labelled.get("title"), taxonomy)
    employer = labelled.get("employer") or _employer(lines, title_line, taxonomy)
    location = labelled.get("location") or _location(lines, title_line, employer, title)
    contact = labelled.get("contact") or _contact(lines)
    reference = labelled.get("reference") or _reference(lines)
    return Header(_without(title, employer, location), employer, location, contact, reference)


def _without(title: Fact | None, employer: Fact | None, location: Fact | None) -> Fact | None:
    """The title without the employer or the town behind its last dash, where the head names them too."""
    match = re.search(r"\s+[-–—|]\s+(?P<last>[^-–—|]+)$", title.value) if title else None
    if title is None or match is None:
        return title
    last = match["last"].strip().lower()
    if any(item is not None and item.span not in title.span and last in item.value.lower() for item in (employer, location)):
        return Fact(title.value[: match.start()], Span(title.span.start, title.span.start + match.start()))
    return title


def _labelled(lines: list[TextLine], taxonomy: Taxonomy) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for line in lines:
        matches = [match for match in (_LABEL.match(line.text), *_INNER_LABEL.finditer(line.text)) if match]
        for match in matches:
            label = " ".join(match["label"].lower().split()).strip(" .#")
            for kind in ("title", "employer", "location", "contact", "reference"):
                if kind in found or label not in words(taxonomy, FILE, f"{kind}_labels"):
                    continue
                value = fact(line.text, match.start("value"), match.end("value"))
                value = _moved(value, line.start)
                if value is not None and _fits(kind, value.value):
                    found[kind] = (
                        _cleaned_title(value, taxonomy) if kind == "title" else _first_person(value) if kind == "contact" else value
                    )
    return found


def _moved(value: Fact | None, offset: int) -> Fact | None:
    return Fact(value.value, Span(value.span.start + offset, value.span.end + offset)) if value else None


def _fits(kind: str, value: str) -> bool:
    if value.lower() in ("n/a", "na", "none", "tbc", "tbd", "various", "multiple") or len(value) > 120:
        return False
    if kind == "reference":
        return _CODE.fullmatch(value.split()[0]) is not None
    if kind == "contact":
        return _PERSON.match(value) is not None
    if kind == "title":
        return len(value.split()) <= 14 and not value.endswith(".")
    return len(value.split()) <= 10 and not re.search(r"[.!?]\s+\w", value) and "@" not in value


def _place_only(value: Fact) -> Fact:
    """A place without what is said of working there ("Chennai - work from office", "Leeds (hybrid)")."""
    cut = re.split(r"\s*[(\[;|]|\s+[-–—]\s|,\s*(?=hybrid|remote|\d|on-?site)", value.value, maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,")
    return Fact(cut, Span(value.span.start, value.span.start + len(cut))) if cut and value.value != cut else value


def _first_person(value: Fact) -> Fact:
    match = _PERSON.match(value.value)
    return Fact(match["name"], Span(value.span.start, value.span.start + match.end("name"))) if match else value


def _title(lines: list[TextLine], labelled: Fact | None, taxonomy: Taxonomy) -> tuple[TextLine | None, Fact | None]:
    """The title and the line it stands in: a labelled one, else the first line that names a job and is no sentence."""
    if labelled is not None:
        return next((line for line in lines if labelled.span in line.span), None), labelled
    nouns = any_word(words(taxonomy, FILE, "title_words"))
    for line in lines[:_TOP]:
        text = line.text.strip(" #*_")
        if _FURNITURE.match(text) or not text:
            continue
        if line.bullet and line.block.kind is not BlockKind.HEADING:
            return None, None
        sentence = re.search(r"[.!?]\s+[A-Z]|[.;]$", text) or len(text) > 130
        if sentence:
            return None, None
        if nouns.search(text) and not is_boilerplate(text, taxonomy):
            start = line.start + line.text.index(text)
            whole = fact_at(line, start, start + len(text))
            return (line, _cleaned_title(whole, taxonomy)) if whole else (None, None)
    return None, None


def fact_at(line: TextLine, start: int, end: int) -> Fact | None:
    """The words of a line between two offsets of the document, tidied; a Markdown link gives its words."""
    text = line.text[start - line.start : end - line.start]
    link = _LINK.match(text)
    if link:
        start, end = start + link.start("words"), start + link.end("words")
    return _moved(fact(line.text, start - line.start, end - line.start), line.start)


def _cleaned_title(value: Fact, taxonomy: Taxonomy) -> Fact:
    """The title without place, contract, reference and calls to apply around it."""
    text, start = straight(value.value), value.span.start
    if len(text) != value.span.end - start:
        return Fact(_cut_title(text, taxonomy)[0], value.span)
    cut, skipped = _cut_title(text, taxonomy)
    return Fact(value.value[skipped : skipped + len(cut)], Span(start + skipped, start + skipped + len(cut)))


def _cut_title(text: str, taxonomy: Taxonomy) -> tuple[str, int]:
    nouns = any_word(words(taxonomy, FILE, "title_words"))
    skipped, cut = 0, text
    for _ in range(4):
        before = cut
        for entry in words(taxonomy, FILE, "title_tail"):
            match = pattern((entry,)).search(cut)
            if match is None or match.start() == match.end():
                continue
            if match.start() == 0 and match.end() < len(cut):
                skipped, cut = skipped + match.end(), cut[match.end() :]
            elif match.end() == len(cut) and nouns.search(cut[: match.start()]):
                cut = cut[: match.start()]
        place = re.search(r"\s*(?:[-–—|,]|\bin\b|\bat\b)\s+(?P<rest>[^-–—|]+)$", cut)
        if place and nouns.search(cut[: place.start()]) and _only_place(place["rest"], place.group(), nouns):
            cut = cut[: place.start()]
        if cut == before:
            break
    lead = len(cut) - len(cut.lstrip(" -–—|,:*#"))
    skipped, cut = skipped + lead, cut[lead:].rstrip(" -–—|,:*#.")
    return (cut, skipped) if cut else (text, 0)


def _only_place(rest: str, joint: str, nouns: re.Pattern[str]) -> bool:
    """Whether what follows a title is a place or an employer and not part of the title ("Manager, IT Projects" is whole)."""
    if nouns.search(rest):
        return False
    spaced = re.match(r"\s+[-–—|]\s", joint) is not None
    town = re.fullmatch(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2},\s*[A-Z][\w. ]+", rest.strip()) is not None
    return (spaced and town) or (re.match(r"\s*\b(?:in|at)\b", joint) is not None and rest.strip()[:1].isupper())


def _employer(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    under = _under_title(lines, title_line, taxonomy)
    if under is not None:
        return under
    for search in (_by_heading, _by_asking, _by_being):
        for line in lines:
            value = search(line, taxonomy)
            if value is not None:
                return value
    return None


def _name(line: TextLine, match: re.Match[str], taxonomy: Taxonomy) -> Fact | None:
    value = _moved(fact(line.text, match.start("name"), match.end("name")), line.start)
    if value is None or not 2 <= len(value.value) <= 60:
        return None
    plain = straight(value.value).lower().strip(" .'")
    nouns = any_word(words(taxonomy, FILE, "title_words"))
    not_names = word_set(words(taxonomy, FILE, "employer_not"))
    if plain in not_names or plain.split()[0] in {
        "as",
        "if",
        "in",
        "our",
        "we",
        "you",
        "your",
        "this",
        "these",
        "what",
        "how",
        "when",
        "while",
        "with",
        "an",
        "a",
        "by",
    }:
        return None
    return None if nouns.search(value.value) or announced(value.value, taxonomy) else value


def _under_title(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The company in the line under the title: a heading of its own, or the words before a separator and a place."""
    if title_line is None:
        return None
    at = lines.index(title_line)
    if at + 1 >= len(lines) or at > _TOP:
        return None
    line = lines[at + 1]
    head = re.split(r"\s+[-–—|•·]\s+", line.text.strip(" #*_"), maxsplit=1)[0].strip()
    marked = line.text.lstrip().startswith("#") or line.block.kind is BlockKind.HEADING or head != line.text.strip(" #*_")
    suffix = pattern(words(taxonomy, FILE, "company_suffix"))
    named = re.fullmatch(_CAPITALS, head) is not None and len(head.split()) <= 7
    small = len(head) <= 50 and not re.search(r"[:@]|\d{3}", head)
    if not (named or marked) or not small or announced(head, taxonomy) or is_boilerplate(head, taxonomy) or _conditions_of_work(head):
        return None
    rest = line.text.strip(" #*_")[len(head) :]
    if rest and (line.text.lstrip().startswith("#") or not suffix.search(head)) and all(
        _conditions_of_work(part) for part in re.split(r"[-–—|•·]", rest) if part.strip()
    ):
        return None
    place = _PLACE.fullmatch(head) is not None and ("," in head or head != line.text.strip(" #*_")) and not suffix.search(head)
    followed = at + 2 < len(lines) and len(lines[at + 2].text) < 80
    if (
        (place and "," in head)
        or not (marked or suffix.search(head) or followed)
        or any_word(words(taxonomy, FILE, "title_words")).search(head)
    ):
        return None
    return _moved(fact(line.text, line.text.index(head), line.text.index(head) + len(head)), line.start)


def _conditions_of_work(text: str) -> bool:
    return (
        re.search(
            r"\b(?:full|part)[ -]time|permanent|contract|remote|hybrid|temporary|salary|on[ -]?site|posted|ago|hours|grade|level|location|entity|client|months?\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _by_heading(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    text = line.text.strip(" *_")
    match = _ABOUT.match(text)
    if match is None or match["name"].lower() in ("us", "you"):
        return None
    inner = re.search(re.escape(match["name"]), line.text)
    if inner is None or re.match(r"(?:The|This|Your|Our|Us|You)\b", match["name"], re.IGNORECASE):
        return None
    wrapped = re.compile(rf"(?P<name>{re.escape(match['name'])})").search(line.text)
    return _name(line, wrapped, taxonomy) if wrapped else None


def _by_asking(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    """ "Acme Ltd is looking for a PMO Manager", "At Acme, we …", "Join Acme"."""
    for match in wording(taxonomy, "employer_asks").finditer(line.text):
        before = re.search(
            rf"(?:^|[.!?:]\s+|\b[Tt]he\s+|,\s+)(?P<name>{_CAPITALS})(?:\s+\([A-Z&]{{2,8}}\))?,?\s*$", line.text[: match.start()]
        )
        if before is not None and (value := _name(line, before, taxonomy)) is not None:
            return value
    at = re.search(rf"(?:^|[.!?]\s+)(?:Here )?[Aa]t\s+(?P<name>{_CAPITALS}),?\s+(?:we|you|our|it|people)\b", line.text) or re.search(
        rf"\b[Jj]oin (?:the team at |us at )?(?P<name>{_CAPITALS})(?=[,.!]|\s+(?:as|and|to|in|for|on|if|where|today)\b)", line.text
    )
    return _name(line, at, taxonomy) if at else None


def _by_being(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    match = _IS.match(line.text)
    if match is None or not wording(taxonomy, "company_nouns").search(line.text[match.end() :].split(". ")[0][:160]):
        return None
    return _name(line, match, taxonomy)


def _location(lines: list[TextLine], title_line: TextLine | None, employer: Fact | None, title: Fact | None) -> Fact | None:
    """A place in the line of the title or one of the two under it, plainly a place: "Leeds, UK", "Acme - West Chester, PA"."""
    if title_line is None:
        return None
    at = lines.index(title_line)
    for line in lines[at : at + 3]:
        for part in re.finditer(r"[^|•·–—\t`]+?(?=\s+-\s+|[|•·–—\t`]|$)", line.text):
            value = _moved(fact(line.text, part.start(), part.end()), line.start)
            if value is None or "," not in value.value or any(item and _meet(value.span, item.span) for item in (employer, title)):
                continue
            if re.fullmatch(
                r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,2},\s*(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|U\.?K\.?|USA)", value.value
            ):
                return value
    return None


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _contact(lines: list[TextLine]) -> Fact | None:
    for line in lines:
        for match in _CONTACT.finditer(line.text):
            person = _PERSON.match(line.text, match.end())
            if person is not None and not re.search(
                r"\b(?:Team|Recruit|Human|Department|Office|Hiring|Talent|Us|Our|The|Manager|Recruiter|Name)\b", person["name"]
            ):
                return Fact(" ".join(person["name"].split()), Span(line.start + person.start("name"), line.start + person.end("name")))
    return None


def _reference(lines: list[TextLine]) -> Fact | None:
    for line in lines:
        for match in _REFERENCE.finditer(line.text):
            value = match["value"].rstrip(".")
            if _CODE.fullmatch(value) and re.search(r"\d", value):
                return Fact(value, Span(line.start + match.start("value"), line.start + match.start("value") + len(value)))
    return None
