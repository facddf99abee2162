"""Cuts the lines of a job's heading into pieces and weighs each: how much it looks like a title, an employer, a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.job_cuts import DURATION, HeadingCuts, between
from pmo_resume.nlp.job_words import LEGAL, UNIT, HeadingWords
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.places import is_code, is_place, is_town
from pmo_resume.nlp.wordlists import words

TITLE = 3  # the weight from which a piece is surely a title
NAMED_BEHIND_AT = 4  # more than a word such as "solutions" lends to the line below
_NAME_BEHIND = re.compile(r"\s+(?!(?:Of|And|For)\b)[A-Z]")
_FURTHER = re.compile(r"(?i)(?:later|then|and|promoted to|previously|formerly)\s")
_FOUNDERS = re.compile(r"[A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)*")
_AND_NAMES = re.compile(r"[A-Z][\w'’-]+ (?:&|and|und|et) [A-Z]")
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z ]{2,22}?)\s*(?:[:\t\n]|\s[-–—]\s)\s*")


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
        self._taxonomy = taxonomy
        self._cut: dict[tuple[int, int, int], list[Piece]] = {}
        self._words = HeadingWords(text, mentions, taxonomy)
        self._cuts = HeadingCuts(text, self._words, taxonomy, day_before_month=day_before_month)

    def pieces(self, line: TextLine, row: int) -> list[Piece]:
        """The pieces of one heading line in order, its dates and durations left out; `row` says which line of the heading it is."""
        key = line.start, line.end, row
        if key not in self._cut:
            self._cut[key] = self._pieces(line, row)
        return self._cut[key]

    def _pieces(self, line: TextLine, row: int) -> list[Piece]:
        pieces: list[Piece] = []
        for start, end in self._cuts.undated(line):
            label = _LABEL.match(self._text, start, end)
            labelled = self._words.labelled(label[1]) if label else None
            if label and labelled == "period":
                continue
            if label and labelled:
                found = fact(self._text, label.end(), end)
                if found:
                    pieces.append(Piece(found, row, 9.0 * (labelled == "title"), 9.0 * (labelled == "employer"), labelled == "place"))
                continue
            for one, two in self._cuts.split(line, start, end):
                pieces.extend(self._by_commas(one, two, row))
        return [self._employing(one, two) for one, two in zip([None, *pieces], pieces, strict=False)]

    def _employing(self, before: Piece | None, piece: Piece) -> Piece:
        """A piece behind "at" or "@" and a title employs: "Project Manager @ Acme"."""
        if before is None or before.title < TITLE or piece.title or piece.place:
            return piece
        joint = self._text[before.fact.span.end : piece.fact.span.start]
        return replace(piece, employer=piece.employer + NAMED_BEHIND_AT) if joint.strip() in {"at", "@"} else piece

    def _by_commas(self, start: int, end: int, row: int) -> list[Piece]:
        """The comma parts of a stretch, put together again where they belong together: "Acme, Inc.", "Director, PMO", "Austin, TX"."""
        text = self._text[start:end]
        commas = [match.span() for match in re.finditer(r"\s*,\s+|(?<=\w),(?=[A-Z])", text)]
        outside = [(one, two) for one, two in commas if text.count("(", 0, one) <= text.count(")", 0, one)]
        parts = between(start, end, outside, start)
        parts = [part for part in parts if re.search(r"\w", self._text[part[0] : part[1]])]
        merged: list[tuple[int, int]] = []
        for one, two in parts:
            part = self._text[one:two].strip(" ")
            legal = self._words.suffixes.fullmatch(part) and part not in words(self._taxonomy, "resume", "region_codes")
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
        named = _FOUNDERS.fullmatch(first) and _AND_NAMES.match(second) and self._words.employer(*two) >= LEGAL
        return bool(named) and not (self._words.title(*one) or self._words.employer(*one) or is_place(first, self._taxonomy))

    def _place_tail(self, parts: list[tuple[int, int]]) -> int:
        """How many comma parts at the end are a place."""
        for count in (3, 2, 1):
            if count <= len(parts):
                words_of = self._text[parts[-count][0] : parts[-1][1]]
                named = any(self._named_by_words(*part) for part in parts[-count:])
                if is_place(words_of, self._taxonomy) and not (named and count > 1) and not self._front_of_town(parts[-count:]):
                    return count
        return 0

    def _named_by_words(self, start: int, end: int) -> bool:
        """Whether a part has a word of a title or an employer, which the "MD" of "Baltimore, MD 21201" is not."""
        title = self._words.title(start, end)
        return self._words.employer(start, end) > 0 or (title > 0 and not is_code(self._text[start:end], self._taxonomy))

    def _front_of_town(self, parts: list[tuple[int, int]]) -> bool:
        """Whether an unknown name stands before a known town: "Quayside Rooms, Bristol" is an employer and its town."""
        first, *others = [self._text[one:two] for one, two in parts]
        known = bool(others) and is_town(others[0], self._taxonomy) and not is_code(others[0], self._taxonomy)
        return known and not is_place(first, self._taxonomy)

    def _named(self, parts: list[tuple[int, int]], row: int) -> list[Piece]:
        pieces: list[Piece] = []
        for one, two in parts:
            title, employer = self._words.title(one, two), self._words.employer(one, two)
            text = self._text[one:two].strip()
            last = pieces[-1] if pieces else None
            joins = (
                last is not None
                and last.title > last.employer
                and (
                    self._words.functions.fullmatch(text) is not None
                    or (title > employer and ((title >= 3 and last.title >= 3) or " " not in text or _FURTHER.match(text)))
                )
            )
            unit = last is not None and last.employer > last.title and UNIT.match(text)
            if (joins or unit) and last is not None:
                found = fact(self._text, last.fact.span.start, two)
                pieces[-1] = replace(last, fact=found or last.fact)
                continue
            pieces.extend(self._run_on(one, two, row) or self._piece(one, two, row, title, employer))
        return pieces

    def _run_on(self, start: int, end: int, row: int) -> list[Piece]:
        """Title and employer without anything between them: "Area Manager Northern Rail Ltd" is cut behind the title's last noun."""
        if not self._words.employer(start, end):
            return []
        for noun in reversed(list(self._words.any_noun.finditer(self._text, start, end))):
            employed = self._words.employer(noun.end(), end) > 0 and _NAME_BEHIND.match(self._text, noun.end(), end)
            enough = len(self._text[noun.end() : end].split()) > 1
            titled = self._words.title(noun.end(), end) >= 3  # a second title, not an employer
            if employed and enough and not titled and self._words.title(start, noun.end()) >= 3:
                return self._piece(start, noun.end(), row, 3, 0) + self._piece(noun.end(), end, row, 0, 3)
        return []

    def _piece(self, start: int, end: int, row: int, title: float, employer: float) -> list[Piece]:
        aside = re.search(r"\s*\(([^()]*)\)\s*$", self._text[start:end])
        if aside and self._words.types.fullmatch(aside[1].strip()) and not self._words.standings.fullmatch(aside[1].strip()):
            end = start + aside.start()
        found = fact(self._text, start, end)
        named = found and re.search(r"[^\W\d_]", found.value) and not DURATION.fullmatch(found.value)
        return [Piece(found, row, title, employer)] if found and named else []
