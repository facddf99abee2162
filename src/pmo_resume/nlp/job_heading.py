"""Tells title, employer and place apart in the heading of a job, in whatever order and with whatever separators it is written.

What each piece looks like is weighed in `job_pieces`. What stays unknown falls to what is missing, in the order the rest of the same CV
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.job_pieces import TITLE, Piece, PieceCutter
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.places import is_code, is_place

_PROPER = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_a-z][^\W\d_]+){0,2}")  # "Port Harcourt"
_TOWN_AND_REGION = 2  # commas in a line that names something before its town and region


@dataclass(frozen=True, slots=True)
class JobHeading:
    """What a job's heading says; `certain` when both title and employer were known by their own words, `title_first` in which order."""

    title: Fact | None = None
    employer: Fact | None = None
    location: Fact | None = None
    certain: bool = False
    title_first: bool = True


class HeadingReader:
    """Reads the job headings of one document: `mentions` show where the taxonomy's role titles were met."""

    def __init__(self, text: str, mentions: Iterable[Mention], taxonomy: Taxonomy, *, day_before_month: bool | None = None) -> None:
        self._text = text
        self._taxonomy = taxonomy
        self._cutter = PieceCutter(text, mentions, taxonomy, day_before_month=day_before_month)

    def read(self, lines: Sequence[TextLine], *, title_first: bool = True) -> JobHeading:
        """The title, employer and place that the lines name. `title_first` decides where the words do not."""
        pieces = [piece for row, line in enumerate(lines) for piece in self._cutter.pieces(line, row)]
        places = [piece for piece in pieces if piece.place]
        named = [piece for piece in pieces if not piece.place]
        title = max((piece for piece in named if piece.title > piece.employer), key=lambda piece: piece.title, default=None)
        employer = max(
            (piece for piece in named if piece is not title and piece.employer > piece.title),
            key=lambda piece: piece.employer,
            default=None,
        )
        certain = title is not None and employer is not None
        open_pieces = [piece for piece in named if piece not in (title, employer)]
        if title is None and employer is None and len(open_pieces) > 1:
            first, second = open_pieces[0], open_pieces[1]
            title, employer = (first, second) if title_first else (second, first)
        elif title is None and employer is None and open_pieces and (beside := self._employer_in_place(open_pieces[0], places)):
            title, employer, places = open_pieces[0], *beside
        elif employer is None:
            employer = self._nearest(open_pieces, title)
        elif title is None:
            title = self._nearest([piece for piece in open_pieces if piece.fact.value[0].isupper()], employer)
        rest = [piece for piece in open_pieces if piece not in (title, employer)]
        if employer is None and title is not None and places:
            employer, places = self._out_of_place(places)
        title = self._with_branch(self._with_team(title, employer, rest), employer, rest)
        location = places[0].fact if places else self._place_behind(rest, employer) or self._place_by_date(pieces, rest, lines)
        return JobHeading(
            title.fact if title else None,
            employer.fact if employer else None,
            location,
            certain,
            title is not None and employer is not None and title.fact.span < employer.fact.span,
        )

    def looks_titled(self, line: TextLine) -> bool:
        """Whether some piece of the line reads as a job title."""
        return any(piece.title >= 3 and piece.title > piece.employer for piece in self._cutter.pieces(line, 0))

    def looks_employed(self, line: TextLine) -> bool:
        """Whether some piece of the line reads as an employer."""
        return any(piece.employer >= 2 and piece.employer > piece.title for piece in self._cutter.pieces(line, 0))

    def looks_placed(self, line: TextLine) -> bool:
        """Whether the line is a place and nothing else."""
        pieces = self._cutter.pieces(line, 0)
        return bool(pieces) and all(piece.place for piece in pieces)

    def without_dates(self, line: TextLine) -> str:
        """The line's words that are neither period nor duration."""
        return " ".join(piece.fact.value for piece in self._cutter.pieces(line, 0))

    def _nearest(self, pieces: Sequence[Piece], to: Piece | None) -> Piece | None:
        """The unclaimed piece nearest to the one that is known, that is not itself a second title."""
        able = [piece for piece in pieces if to is None or piece.title < 3 or to.employer > to.title]
        if to is None:
            return able[0] if able else None
        elsewhere = any(piece.row != to.row for piece in able)  # else the comma stands before the employer: "PMO Lead, Orbit, Otley"
        return min(
            able,
            key=lambda piece: (elsewhere and self._added(to, piece), abs(piece.row - to.row), piece.row < to.row, piece.fact.span),
            default=None,
        )

    def _with_team(self, title: Piece | None, employer: Piece | None, rest: Sequence[Piece]) -> Piece | None:
        """The title with what a comma adds to it: "Engineer, Platform Team" above the employer, "Project Manager, ERP at Orbit Foods"."""
        added = next((piece for piece in rest if title and self._added(title, piece)), None)
        if title is None or employer is None or added is None:
            return title
        if employer.row == title.row and self._text[added.fact.span.end : employer.fact.span.start].strip() in {"", ","}:
            return title
        whole = fact(self._text, title.fact.span.start, added.fact.span.end)
        return replace(title, fact=whole) if whole else title

    def _with_branch(self, title: Piece | None, employer: Piece | None, rest: Sequence[Piece]) -> Piece | None:
        """The title with what a dash adds on either side, where the employer is known by its own words: "Lead Engineer - Hawk Project"."""
        if title is None or employer is None or employer.employer < TITLE:
            return title
        for piece in rest:
            first, second = sorted((title.fact.span, piece.fact.span))
            dash = piece.row == title.row and self._text[first.end : second.start].strip() in {"-", "–", "—", "/"}
            if dash and not piece.employer and (piece.title or first == title.fact.span):
                whole = fact(self._text, first.start, second.end)
                return replace(title, fact=whole) if whole else title
        return title

    def _added(self, title: Piece, piece: Piece) -> bool:
        """Whether a piece is only added to the title with a comma ("Engineer, Platform Team"), so that another line comes first."""
        return piece.row == title.row and self._text[title.fact.span.end : piece.fact.span.start].strip() == ","

    def _employer_in_place(self, title: Piece, places: list[Piece]) -> tuple[Piece, list[Piece]] | None:
        """Under what may be a title three names are an employer with its town and region: "Orbit Works, Mangalapur, Karnataka"."""
        if not places or places[0].row == title.row or places[0].fact.value.count(",") < _TOWN_AND_REGION:
            return None
        employer, rest = self._out_of_place(places)
        return (employer, rest) if employer else None

    def _out_of_place(self, places: list[Piece]) -> tuple[Piece | None, list[Piece]]:
        """ "Globex, India" with no employer beside it: an unknown name before a country is the employer."""
        first = places[0]
        comma = self._text.find(",", first.fact.span.start, first.fact.span.end)
        front = fact(self._text, first.fact.span.start, comma) if comma > 0 else None
        behind = fact(self._text, comma, first.fact.span.end) if comma > 0 else None
        if front is None or behind is None or is_place(front.value, self._taxonomy) or is_code(behind.value, self._taxonomy):
            return None, places
        return Piece(front, first.row), [Piece(behind, first.row, place=True), *places[1:]]

    def _place_behind(self, rest: Sequence[Piece], employer: Piece | None) -> Fact | None:
        """An unknown proper name behind the employer on the same line is where the employer sits."""
        for piece in rest:
            short = len(piece.fact.value.split()) <= 3 and piece.fact.value[0].isupper() and not piece.title and not piece.employer
            if employer and piece.row == employer.row and piece.fact.span > employer.fact.span and short:
                return piece.fact
        return None

    def _place_by_date(self, pieces: Sequence[Piece], rest: Sequence[Piece], lines: Sequence[TextLine]) -> Fact | None:
        """An unknown proper name that has its line to itself but for the dates: "2019 – 2021 · Warri"."""
        for piece in rest:
            alone = sum(other.row == piece.row for other in pieces) == 1 and piece.fact.value != lines[piece.row].text.strip()
            dated = alone and find_periods(lines[piece.row].text)
            if dated and _PROPER.fullmatch(piece.fact.value) and not (piece.title or piece.employer):
                return piece.fact
        return None
