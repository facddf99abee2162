"""Sentences made of facts: each fills a known frame, and each gap is borne out by the places it names in the way its kind asks.

A title is a whole title, an employer that of the same job, a clause the CV's own clause, an item one that is held, years what dates prove.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim
from pmo_resume.proof.frames import Filled, Frames
from pmo_resume.proof.gaps import NONE, OUTSIDE, Gap, Gaps, Jobs
from pmo_resume.proof.names import normal

_HOMES = (SectionKind.VOLUNTEERING, SectionKind.PROJECTS, SectionKind.AWARDS)
"""Sections that a frame may name."""


class Composed:
    """Tests composed sentences of one CV."""

    def __init__(self, resume: Resume, gaps: Gaps) -> None:
        self.resume, self.gaps = resume, gaps
        self.letter, truth = (resume.taxonomy.lexicon.get(key, {}) for key in ("letter", "truth"))
        self.frames = Frames(self.letter, truth.get("candidate_frames", ()))
        self.present = re.compile("|".join(truth.get("present_frames", ())) or r"(?!)")
        self.homes = {kind: re.compile("|".join(truth.get(f"{kind}_frames", ())) or r"(?!)") for kind in _HOMES}

    def faults(self, claim: Claim) -> Iterator[str]:
        """Why no frame bears the sentence out; nothing where one does."""
        first = None
        for filled in sorted(self._filled(claim.text), key=lambda filled: filled.length):
            fault = self._fault(filled, claim)
            if fault is None:
                return
            first = first or fault
        yield first or "is none of the sentences that may be made of facts"

    def readings(self, claim: Claim) -> list[tuple[str, Jobs]]:
        """The frames that bear the sentence out, by key, each with the jobs that it is true of."""
        borne = [filled for filled in self._filled(claim.text) if self._fault(filled, claim) is None]
        return [(filled.key, self._all_jobs(filled, claim)) for filled in borne]

    def _filled(self, text: str) -> Iterator[Filled]:
        """The frames that the text fills, with its closing stop or without: the frames of a summary have none."""
        yield from self.frames.of(text)
        if text.endswith("."):
            yield from self.frames.of(text[:-1])

    def _all_jobs(self, filled: Filled, claim: Claim) -> Jobs:
        found = (self._jobs(slot, Gap(text, filled.key, claim.sources), claim) for slot, text in filled.gaps)
        return self.gaps.all.intersection(*found)

    def headline(self, claim: Claim) -> Iterator[str]:
        """A title held or the CV's own headline, then certifications held and years proved, each behind a bar."""
        pieces = claim.text.split(" | ")
        own = self.resume.headline
        for count in range(len(pieces), 0, -1):
            lead = " | ".join(pieces[:count])
            named = own is not None and own.span in claim.sources and normal(lead) == normal(own.value)
            if named or self.gaps.names.titles(lead, claim.sources):
                rest = [piece for piece in pieces[count:] if not (self.gaps.held(piece, claim.sources) or self._years(piece, claim))]
                yield from (f'says "{piece}", which its sources do not' for piece in rest)
                return
        yield f'says "{pieces[0]}", which is no title its sources name'

    def _years(self, piece: str, claim: Claim) -> bool:
        found = re.fullmatch(r"(\d+) years['’] experience", piece)
        return found is not None and bool(self.gaps.jobs("years", Gap(found[1], "", claim.sources)))

    def _fault(self, filled: Filled, claim: Claim) -> str | None:
        jobs = self.gaps.all
        for slot, text in filled.gaps:
            found = self._jobs(slot, Gap(text, filled.key, claim.sources), claim)
            if not found:
                return f'says "{_short(text)}", which its sources do not'
            jobs &= found
        if any(keys.fullmatch(filled.key) and not self._all_in(home, claim) for home, keys in self.homes.items()):
            return "stands in another section of the CV than it says"
        if not jobs:
            return "tells of one employer what belongs to another role"
        if self._is_present(filled) and not any(self._current(number) for number in jobs):
            return "speaks of a present job, which the CV does not call one"
        return None

    def _all_in(self, kind: SectionKind, claim: Claim) -> bool:
        return all(self.gaps.lines.kind(span) is kind for span in claim.sources)

    def _jobs(self, slot: str, gap: Gap, claim: Claim) -> Jobs:
        return self._beginning(gap, claim) if slot == "text" else self.gaps.jobs(slot, gap)

    def _beginning(self, gap: Gap, claim: Claim) -> Jobs:
        """The beginning of a summary's sentence: a title, or a frame inside a frame."""
        whole = self.gaps.jobs("title", gap)
        for inner in () if whole else self.frames.of(gap.text):
            if inner.key.startswith("who_summary") and self._fault(inner, claim) is None:
                return self._all_jobs(inner, claim)
        return whole or NONE

    def _is_present(self, filled: Filled) -> bool:
        said = dict(filled.gaps)
        present = (said.get("work") == self.letter["work_words"][0], said.get("when") == self.letter["when_words"][0])
        return bool(self.present.fullmatch(filled.key)) or any(present)

    def _current(self, number: int) -> bool:
        period = self.resume.experience[number].period if number != OUTSIDE else None
        return period is not None and period.current


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
