"""Every file of a delivery made in a folder aside, proved and measured: what can be done while the press is at work is done then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_resume import own_file, pages
from pmo_resume.errors import PdfUnavailable, ProofFailed
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.tailored import Structure, Tailored
from pmo_resume.press import Press, Printed

if TYPE_CHECKING:
    from pmo_resume.proof.readers import Reading

Settle = Callable[[Tailored], Tailored]
"""What becomes of a draft once its sentences have been looked at; the very same where nothing has to go."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files, the CV as printed, the coverage measured by reading the finished CV again, and notes on what was left out and why."""

    files: tuple[Path, ...]
    tailored: Tailored
    after: Coverage
    notes: tuple[str, ...]


def make(
    tailored: Tailored,
    staging: Path,
    formats: Sequence[str],
    template: str,
    press: Press,
    *,
    to: Path | None,
    settle: Settle | None,
) -> Made:
    """Every file in `staging`; report and plan too, where they are to lie in `to`. `settle` has the last word on a draft.

    Raises ProofFailed where a file says what the CV does not or lost something of it, and as `rendering.render` does.
    """
    work = press.order(tailored, staging, formats, template)
    settled = settle(tailored) if settle else tailored
    if settled is not tailored:
        with suppress(PdfUnavailable):  # it will be met again, and told then
            list(work)
        tailored, work = settled, press.order(settled, staging, formats, template)
    verdict = Verdict(template)
    verdict.of_claims(tailored)
    own = own_file.make(tailored, staging, formats)
    before = tailored
    tailored, (files, readings), work, notes = _printed(tailored, staging, formats, template, press, work)
    if tailored is not before:
        own = own_file.make(tailored, staging, formats)
    verdict.of_files(tailored, readings)
    after = measured(tailored, files)
    notes = (*notes, *_lacking(tailored), *own[1])
    told: tuple[Path, ...] = ()
    if to is not None:
        letters = (staging / path.name.replace("resume", "cover-letter") for path in files if tailored.letter)
        told = _explain(tailored, after, (*files, *letters, *own[0]), staging, to, template, notes)
    for more, seen in work:
        files = (*files, *more)
        verdict.of_files(tailored, seen)
    verdict.settle()
    return Made((*files, *own[0], *told), tailored, after, notes)


def _printed(
    tailored: Tailored, staging: Path, formats: Sequence[str], template: str, press: Press, work: Iterator[Printed]
) -> tuple[Tailored, Printed, Iterator[Printed], tuple[str, ...]]:
    """The CV as it was printed (shortened where the PDF would have had more pages than asked), and the work still to come."""
    try:
        printed = next(work)
    except PdfUnavailable as missing:
        rest = tuple(name for name in formats if name != "pdf")
        if not rest:
            raise
        work = press.order(tailored, staging, rest, template)
        return tailored, next(work), work, (f"PDF was left out: {missing}",)
    if tailored.pages is None or "pdf" not in formats or pages.count(staging) <= tailored.pages:
        return tailored, printed, work, ()
    letter = list(work)

    def again(shorter: Tailored, kinds: Sequence[str]) -> Printed:
        return press.print(replace(shorter, letter=None), staging, kinds, template)

    # What a shorter CV says is what the longer one said, so its claims are proved already.
    tailored, notes = pages.kept_to(tailored, staging, lambda shorter: again(shorter, ("pdf",)))
    return tailored, again(tailored, formats), iter(letter), notes


class Verdict:
    """Gathers what is wrong with a delivery made in the look `template`."""

    def __init__(self, template: str) -> None:
        from pmo_resume.rendering import templates

        self._look = templates.locate("resume", template)
        self._problems: list[str] = []

    def of_claims(self, tailored: Tailored) -> None:
        """Whether all that is said is true."""
        from pmo_resume import proof

        self._problems += proof.check_claims(tailored, self._look.headings.values())

    def of_files(self, tailored: Tailored, readings: Sequence[Reading]) -> None:
        """Whether these files, as read back, say all of it and nothing else."""
        from pmo_resume import proof

        self._problems += proof.check_files(tailored, readings, self._look.headings.values(), self._look.fields)

    def settle(self) -> None:
        """Raise ProofFailed, naming each, where there was a problem."""
        if self._problems:
            raise ProofFailed("nothing was written, because the proof failed: " + "; ".join(dict.fromkeys(self._problems)))


def prove(tailored: Tailored, readings: Sequence[Reading] = (), template: str = "classic") -> None:
    """Raise ProofFailed, naming each, where a claim is untrue or a file lost, changed or added something."""
    verdict = Verdict(template)
    verdict.of_claims(tailored)
    verdict.of_files(tailored, readings)
    verdict.settle()


def _lacking(tailored: Tailored) -> tuple[str, ...]:
    """What the CV gave too little of, for the person to know before sending anything."""
    return (*_nameless(tailored), *_short_letter(tailored))


def _nameless(tailored: Tailored) -> tuple[str, ...]:
    """One plain line where the files carry no name, as for a CV somebody made anonymous."""
    if tailored.name.text:
        return ()
    return ("No name could be read in the CV: write it on a line of its own at the top of the CV and run this again.",)


def _short_letter(tailored: Tailored) -> tuple[str, ...]:
    """One plain line where the CV has too little for a letter of the usual length."""
    from pmo_resume.tailoring.letter import FEWEST

    letter = tailored.letter
    if letter is None or letter.words >= FEWEST or letter.structure is Structure.EMAIL:
        return ()
    return (f"The letter has {letter.words} words: the CV has no more lines that can be told in answer to this posting.",)


def measured(tailored: Tailored, files: Sequence[Path]) -> Coverage:
    """The coverage of the finished CV, by reading the file itself again as any stranger's CV."""
    import datetime as dt

    from pmo_resume import documents
    from pmo_resume.matching import match
    from pmo_resume.nlp.reader import Reader

    finished = next(path for path in files if path.stem == "resume")
    reader = Reader(tailored.resume.taxonomy)
    again = reader.resume(documents.read(finished), dt.date.fromisoformat(tailored.resume.as_of))
    return match(again, tailored.posting)


def _explain(
    tailored: Tailored, after: Coverage, files: Sequence[Path], staging: Path, to: Path, template: str, notes: Sequence[str]
) -> tuple[Path, ...]:
    from pmo_resume import reports
    from pmo_resume.plan.write import dump

    report, planned = staging / "report.html", staging / "plan.yaml"
    report.write_text(reports.html(tailored, after, files, notes), encoding="utf-8", newline="\n")
    planned.write_text(dump(tailored, template, to), encoding="utf-8", newline="\n")
    return report, planned
