"""Cuts the lines of a job's heading into pieces and weighs each: how much it looks like a title, an employer, a place.

Titles are known by the roles of the taxonomy and by the nouns that end titles; employers by legal forms and by words such as "University"
or "Council"; places by `places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.lines import MISREAD, TextLine, fact
from pmo_resume.nlp.places import is_code, is_place, is_town
from pmo_resume.nlp.wordlists import any_word, word_set, words

_BREAK = re.compile(
    r"\s*[|•·●▪◦‣⋅\t\n]\s*|\s{3,}|\s+(?:[-–—―]|--|::|:)\s+|\s*[–—]\s+|:\s+|\s+@\s+|\s*;\s+"
    rf"|\s*(?:{MISREAD})\s*"
)
_AT = re.compile(r"\s+(?:at|with|for|@)\s+(?=[A-Z0-9])|\s+(?:in|bei|chez)\s+(?=[A-Z0-9])|\s+in\s+project\s+(?=[A-Z0-9])")
_LEADING = re.compile(r"^\s*(?:at|in|for|with|@|on behalf of(?: the)?)\s+(?=[\"“A-Z0-9])")
_DURATION = re.compile(
    r"(?i)\s*[(\[·,]?\s*(?:\b(?:\d{1,2}|one|two|three|four|five)\+?\s*(?:years?|yrs?|y)\b\.?)?[\s,&]*(?:and\s+)?(?:\b\d{1,3}\s*(?:months?|mos?|m)\b\.?)?\s*[)\]]?"
)
_BRACKET = re.compile(r"\(([^()]{2,40})\)")
_NAME_BEHIND = re.compile(r"\s+(?!(?:Of|And|For)\b)[A-Z]")
_FURTHER = re.compile(r"(?i)(?:later|then|and|promoted to|previously|formerly)\s")
_FOUNDERS = re.compile(r"[A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)*")
_AND_NAMES = re.compile(r"[A-Z][\w'’-]+ (?:&|and|und|et) [A-Z]")
_DASH = re.compile(r"\s*(?:[-–—―]|--)\s*")
_LEGAL = 5.0  # what a legal form counts for an employer
_LABEL = re.compile(r"^\s*([A-Za-z][A-Za-z ]{2,22}?)\s*(?::|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a job's heading and how much it looks like a title, an employer, a place. `row` is the line it stands on."""

    fact: Fact
    row: int
    title: float = 0.0
    employer: float = 0.0
    place: bool = False


class PieceCutter:
    """Cuts headings of one document: `mentions` show where the taxonomy's role titles were met."""

    def __init__(self, text: str, mentions: Iterable[Mention], taxonomy: Taxonomy, *, day_before_month: bool | None = None) -> None:
        self._text = text
        self._cut: dict[tuple[int, int, int], list[Piece]] = {}
        self._taxonomy = taxonomy
        self._order = day_before_month
        self._roles = tuple(mention.span for mention in mentions if mention.category is Category.ROLE)
        self._nouns = word_set(words(taxonomy, "resume", "title_nouns"))
        self._any_noun = any_word(words(taxonomy, "resume", "title_nouns"))
        self._starts = any_word(words(taxonomy, "resume", "title_starts"))
        self._cues = any_word(words(taxonomy, "resume", "employer_cues"))
        self._suffixes = any_word(words(taxonomy, "resume", "employer_suffixes"))
        self._placeholders = any_word(words(taxonomy, "resume", "employer_placeholders"))
        self._somewhere = any_word(words(taxonomy, "resume", "place_placeholders"))
        self._functions = any_word(words(taxonomy, "resume", "title_functions"))
        self._units = any_word(words(taxonomy, "resume", "employer_units"))
        self._types = any_word(words(taxonomy, "resume", "employment_types"))

    def pieces(self, line: TextLine, row: int) -> list[Piece]:
        """The pieces of one heading line in order, its dates and durations left out; `row` says which line of the heading it is."""
        key = line.start, line.end, row
        if key not in self._cut:
            self._cut[key] = self._pieces(line, row)
        return self._cut[key]

    def _pieces(self, line: TextLine, row: int) -> list[Piece]:
        pieces: list[Piece] = []
        for start, end in self._spans(line):
            label = _LABEL.match(self._text, start, end)
            labelled = self._labelled(label[1]) if label else None
            if label and labelled == "period":
                continue
            if label and labelled:
                found = fact(self._text, label.end(), end)
                if found:
                    pieces.append(Piece(found, row, 9.0 * (labelled == "title"), 9.0 * (labelled == "employer"), labelled == "place"))
                continue
            for one, two in self._split(line, start, end):
                pieces.extend(self._by_commas(one, two, row))
        return pieces

    def _labelled(self, label: str) -> str | None:
        for kind in ("title", "employer", "period", "place"):
            if label.strip().lower() in word_set(words(self._taxonomy, "resume", f"{kind}_labels")):
                return kind
        return None

    def _spans(self, line: TextLine) -> list[tuple[int, int]]:
        """The stretches of the line between its periods and durations."""
        spans: list[tuple[int, int]] = []
        start = line.start
        for period in find_periods(line.text, line.start, day_before_month=self._order):
            if period.span.end <= start:
                continue
            one, two = self._bracketed(line, period.span.start, period.span.end)
            spans.append((start, max(start, one)))
            start = two
            duration = _DURATION.match(self._text, start, line.end)
            while duration and duration.end() > start and re.search(r"\w", duration[0]):
                start = duration.end()
                duration = _DURATION.match(self._text, start, line.end)
        spans.append((start, line.end))
        return [(one, two) for one, two in spans if re.search(r"\w", self._text[one:two])]

    def _bracketed(self, line: TextLine, start: int, end: int) -> tuple[int, int]:
        """The whole bracket that a period stands in: "(2019 – 2021, furloughed for part of 2020)"."""
        opening, closing = self._text.rfind("(", line.start, start), self._text.find(")", end, line.end)
        if opening < 0 or closing < 0 or ")" in self._text[opening:start] or "(" in self._text[end:closing]:
            return start, end
        return opening, closing + 1

    def _split(self, line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
        """At separators, at "at" between title and employer, at a change from bold to plain where nothing else divides."""
        breaks = [match for match in _BREAK.finditer(self._text, start, end) if not self._bracket_open(start, match.start(), end)]
        cuts = [match.span() for match in breaks if not self._before_unit(start, match, end)]
        cuts += self._around_places(start, end)
        for match in self._placeholders.finditer(self._text, start, end):
            cuts += [(match.start(), match.start()), (match.end(), match.end())]
        for match in self._somewhere.finditer(self._text, start, end):
            cuts += [(match.start(), match.start())] + [(match.end(), match.end())] * (self._text[match.end() : end].lstrip()[:1] != ",")
        cuts.sort()
        inside = any(start < one and two < end for one, two in cuts)
        spans = _between(start, end, cuts if inside else sorted([*cuts, *self._changes(line, start, end)]))
        result: list[tuple[int, int]] = []
        for one, two in spans:
            lead = _LEADING.match(self._text[one:two])
            first = one + lead.end() if lead else one
            at = next((match for match in _AT.finditer(self._text, first, two) if self._divides(first, match, two)), None)
            result.extend([(first, at.start()), (at.end(), two)] if at else [(first, two)])
        return [
            (one, two)
            for one, two in result
            if not self._types.fullmatch(self._text[one:two].strip(" ()[],.")) and re.search(r"\w", self._text[one:two])
        ]

    def _bracket_open(self, start: int, at: int, end: int) -> bool:
        """Whether an offset stands inside a bracket that is closed before the end: "(client: Northern Rail)"."""
        before = self._text[start:at]
        return before.count("(") > before.count(")") and ")" in self._text[at:end]

    def _before_unit(self, start: int, dash: re.Match[str], end: int) -> bool:
        """Whether a dash only parts an employer from its region or division: "Orbit Telecom – Americas", not "PMO Lead – Americas"."""
        front = re.split(r"[,|\t\n]", self._text[start : dash.start()])[-1]
        behind = re.split(r"[,|\t\n]|\s[–—-]\s", self._text[dash.end() : end])[0].strip()
        if not _DASH.fullmatch(dash[0]) or not front.strip() or is_place(front, self._taxonomy):
            return False
        unit = self._units.fullmatch(behind) or self._units.fullmatch(behind.rsplit(None, 1)[-1] if behind else "")
        titled = max(self._title_of(dash.start() - len(front), dash.start()), self._title_of(dash.end(), dash.end() + len(behind)))
        return bool(unit) and titled < 3

    def _around_places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Cuts around a place in brackets behind a name that is none: "Orbit Foods (Leeds)", not "Remote (UK)"."""
        cuts: list[tuple[int, int]] = []
        for match in _BRACKET.finditer(self._text, start, end):
            front = re.split(r"[,|\t]", self._text[start : match.start()])[-1]
            if is_place(match[1], self._taxonomy) and front.strip() and not is_place(front, self._taxonomy):
                cuts += [(match.start(), match.start()), (match.end(), match.end())]
        return cuts

    def _changes(self, line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
        """Where the style changes between two words, when it changes just once: "**PMO Manager** Acme"."""
        runs = [run for run in line.block.runs if run.start < end and run.end > start and self._text[run.start : run.end].strip()]
        changes = [
            two.start
            for one, two in pairwise(runs)
            if (one.style.bold, one.style.italic) != (two.style.bold, two.style.italic) and start < two.start < end
        ]
        at = changes[0] if len(changes) == 1 else None
        between_words = at is not None and (self._text[at - 1].isspace() or self._text[at].isspace())
        return [(at, at)] if at is not None and between_words else []

    def _divides(self, start: int, match: re.Match[str], end: int) -> bool:
        left, right = self._text[start : match.start()].strip(" ,"), self._text[match.end() : end]
        if not left or self._title_of(start, match.start()) < 3:
            return False
        strong = match[0].split()[0] in {"at", "@"}
        if match[0].strip() == "for" and self._cues.search(left.rsplit(None, 1)[-1]):
            return False  # "Institute for Applied Planning"
        return strong or is_place(right, self._taxonomy) or bool(self._cues.search(right) or self._suffixes.search(right))

    def _by_commas(self, start: int, end: int, row: int) -> list[Piece]:
        """The comma parts of a stretch, put together again where they belong together: "Acme, Inc.", "Director, PMO", "Austin, TX"."""
        text = self._text[start:end]
        commas = [match.span() for match in re.finditer(r"\s*,\s+|(?<=\w),(?=[A-Z])", text)]
        outside = [(one, two) for one, two in commas if text.count("(", 0, one) <= text.count(")", 0, one)]
        parts = _between(start, end, outside, start)
        parts = [part for part in parts if re.search(r"\w", self._text[part[0] : part[1]])]
        merged: list[tuple[int, int]] = []
        for one, two in parts:
            part = self._text[one:two].strip(" ")
            legal = self._suffixes.fullmatch(part) and part not in words(self._taxonomy, "resume", "region_codes")
            if merged and (legal or self._one_firm(merged[-1], (one, two))):
                merged[-1] = (merged[-1][0], two)
            else:
                merged.append((one, two))
        place = self._place_tail(merged)
        front = merged[: len(merged) - place]
        pieces = self._named(front, row)
        if place:
            found = fact(self._text, merged[len(front)][0], end)
            if found:
                pieces.append(Piece(found, row, place=True))
        return pieces

    def _one_firm(self, one: tuple[int, int], two: tuple[int, int]) -> bool:
        """Whether a comma stands between the names of one firm's founders: "Orme, Vale & Sons LLP", not "Analyst, Vale & Sons LLP"."""
        first, second = self._text[slice(*one)].strip(), self._text[slice(*two)].strip()
        named = _FOUNDERS.fullmatch(first) and _AND_NAMES.match(second) and self._employer_of(*two) >= _LEGAL
        return bool(named) and not (self._title_of(*one) or self._employer_of(*one) or is_place(first, self._taxonomy))

    def _place_tail(self, parts: list[tuple[int, int]]) -> int:
        """How many comma parts at the end are a place."""
        for count in (3, 2, 1):
            if count <= len(parts):
                words_of = self._text[parts[-count][0] : parts[-1][1]]
                named = any(self._title_of(*part) > 0 or self._employer_of(*part) > 0 for part in parts[-count:])
                if is_place(words_of, self._taxonomy) and not (named and count > 1) and not self._front_of_town(parts[-count:]):
                    return count
        return 0

    def _front_of_town(self, parts: list[tuple[int, int]]) -> bool:
        """Whether an unknown name stands before a known town: "Quayside Rooms, Bristol" is an employer and its town."""
        first, *others = [self._text[one:two] for one, two in parts]
        known = bool(others) and is_town(others[0], self._taxonomy) and not is_code(others[0], self._taxonomy)
        return known and not is_place(first, self._taxonomy)

    def _named(self, parts: list[tuple[int, int]], row: int) -> list[Piece]:
        pieces: list[Piece] = []
        for one, two in parts:
            title, employer = self._title_of(one, two), self._employer_of(one, two)
            text = self._text[one:two].strip()
            last = pieces[-1] if pieces else None
            joins = (
                last is not None
                and last.title > last.employer
                and (
                    self._functions.fullmatch(text) is not None
                    or (title > employer and ((title >= 3 and last.title >= 3) or " " not in text or _FURTHER.match(text)))
                )
            )
            if joins and last is not None:
                found = fact(self._text, last.fact.span.start, two)
                pieces[-1] = replace(last, fact=found or last.fact)
                continue
            pieces.extend(self._run_on(one, two, row) or self._piece(one, two, row, title, employer))
        return pieces

    def _run_on(self, start: int, end: int, row: int) -> list[Piece]:
        """Title and employer without anything between them: "Area Manager Northern Rail Ltd" is cut behind the title's last noun."""
        if not self._employer_of(start, end):
            return []
        for noun in reversed(list(self._any_noun.finditer(self._text, start, end))):
            employed = self._employer_of(noun.end(), end) > 0 and _NAME_BEHIND.match(self._text, noun.end(), end)
            enough = len(self._text[noun.end() : end].split()) > 1
            titled = self._title_of(noun.end(), end) >= 3  # a second title, not an employer
            if employed and enough and not titled and self._title_of(start, noun.end()) >= 3:
                return self._piece(start, noun.end(), row, 3, 0) + self._piece(noun.end(), end, row, 0, 3)
        return []

    def _piece(self, start: int, end: int, row: int, title: float, employer: float) -> list[Piece]:
        aside = re.search(r"\s*\(([^()]*)\)\s*$", self._text[start:end])
        if aside and self._types.fullmatch(aside[1].strip()):
            end = start + aside.start()
        found = fact(self._text, start, end)
        named = found and re.search(r"[^\W\d_]", found.value) and not _DURATION.fullmatch(found.value)
        return [Piece(found, row, title, employer)] if found and named else []

    def _title_of(self, start: int, end: int) -> float:
        text = re.sub(r"\([^)]*\)", "", self._text[start:end]).strip(" ,.-–—")
        last = re.split(r"[\s/]", text.lower())[-1] if text else ""
        score = 0.0
        if self._placeholders.fullmatch(text):
            return score
        if last in self._nouns or self._starts.match(text):
            score = 3.0
        elif self._any_noun.search(text):
            score = 1.5
        elif last.removesuffix("s") in self._nouns:
            score = 1.0  # many at once are rather a firm: "Cordwell Health Partners"
        if any(start <= role.start and role.end <= end for role in self._roles):
            score += 3.0
        return score

    def _formal(self, match: re.Match[str]) -> bool:
        """Whether a legal form is meant as one: with a capital, or at the end where it is no other word ("Beacon Water plc", not "as")."""
        small = match[0] in words(self._taxonomy, "resume", "small_suffixes") and match.end() == len(match.string)
        return small or match[0][0].isupper()

    def _employer_of(self, start: int, end: int) -> float:
        text = self._text[start:end].strip(" ,")
        suffix = [match for match in self._suffixes.finditer(text) if match.start() > 0 and self._formal(match)]
        return 9.0 * bool(self._placeholders.fullmatch(text)) + _LEGAL * bool(suffix) + 2.0 * (self._cues.search(text) is not None)


def _between(start: int, end: int, cuts: Sequence[tuple[int, int]], offset: int = 0) -> list[tuple[int, int]]:
    """The stretches that cuts leave of a range; `offset` is added to the cuts."""
    spans: list[tuple[int, int]] = []
    for one, two in cuts:
        spans.append((start, one + offset))
        start = two + offset
    spans.append((start, end))
    return [(one, two) for one, two in spans if two > one]
