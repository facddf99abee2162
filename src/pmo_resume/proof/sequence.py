"""What a letter's sentences say by their order: "there" is the job told last, "before that" an earlier one, "most recently" the latest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.model.resume import PartialDate
from pmo_resume.model.tailored import Claim, Letter, Rule
from pmo_resume.proof.claims import Gate
from pmo_resume.proof.gaps import OUTSIDE, Jobs

_TELLS_A_JOB = re.compile(r"first_.*|who_(?!years|summary).*")


class Sequence:
    """Follows the jobs of one letter from sentence to sentence."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        truth = gate.resume.taxonomy.lexicon.get("truth", {})
        kinds = ("following", "known", "outside", "older", "latest")
        self._kinds = {kind: re.compile("|".join(truth.get(f"{kind}_frames", ())) or r"(?!)") for kind in kinds}
        self._unpaid = re.compile("|".join(truth.get("unpaid_posts", ())) or r"(?!)", re.IGNORECASE)
        self.introduced: Jobs = frozenset()
        self.last: Jobs = frozenset()
        self.told: list[Jobs] = []

    def problems(self, letter: Letter) -> Iterator[str]:
        """Sentences that are true alone and not where they stand."""
        for number, claim in self.unfounded(letter):
            yield f'letter, paragraph {number}: "{claim.text}" does not follow from what stands before it'

    def unfounded(self, letter: Letter) -> Iterator[tuple[int, Claim]]:
        """Those sentences, each with the number of its paragraph."""
        for number, paragraph in enumerate(letter.paragraphs, 1):
            for claim in paragraph:
                if claim.rule is Rule.COMPOSED and not self._follows(claim):
                    yield number, claim

    def _follows(self, claim: Claim) -> bool:
        readings = self.gate.composed.readings(claim)
        fitting = [(key, jobs) for key, jobs in readings if self._fits(key, jobs)]
        for key, jobs in fitting[:1]:
            if _TELLS_A_JOB.fullmatch(key):
                self.last = jobs
                self.told.append(jobs)
                self.introduced = jobs if key.startswith("who_") else self.introduced
        return bool(fitting) or not readings

    def _fits(self, key: str, jobs: Jobs) -> bool:
        said = {kind: bool(keys.fullmatch(key)) for kind, keys in self._kinds.items()}
        if said["following"]:
            return bool(jobs & self.last)
        if said["known"]:
            return bool(jobs & self.introduced)
        if said["outside"]:
            return OUTSIDE in jobs
        if said["older"]:
            return any(self._began(job) <= self._began(other) for job in jobs for told in self.told for other in told)
        return not said["latest"] or any(self._is_latest(job) for job in jobs)

    def _began(self, number: int) -> PartialDate:
        """The day a job began; one without a date is never too late."""
        period = self.gate.resume.experience[number].period if number != OUTSIDE else None
        return period.start if period and period.start else PartialDate(0)

    def _is_latest(self, number: int) -> bool:
        """True where no other paid job of the CV began after this one; nothing is known of a job without a date."""
        began = self._began(number)
        paid = (other for other, job in enumerate(self.gate.resume.experience) if not (job.title and self._unpaid.search(job.title.value)))
        return not began.year or all(self._began(other).year <= began.year for other in paid)
