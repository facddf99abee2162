"""From a tailored CV to files in their place: rendered aside, proved, measured again, and only then moved where the user asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pmo_resume import own_file
from pmo_resume.errors import PdfUnavailable, ProofFailed
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.tailored import Letter, Tailored
from pmo_resume.own_file import Made
from pmo_resume.placing import put_in_place, scratch, staging_for, write_whole
from pmo_resume.press import Press, Printed
from pmo_resume.proof.readers import Reading

_LINES_AT_A_TIME = 4


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was put in place. `after` is the coverage measured by reading the finished CV again; `notes` say what was left out and why."""

    folder: Path
    files: tuple[Path, ...]
    tailored: Tailored
    after: Coverage
    notes: tuple[str, ...] = ()


def deliver(
    tailored: Tailored,
    to: Path,
    formats: Sequence[str],
    *,
    template: str = "classic",
    force: bool = False,
    report: bool = True,
    press: Press | None = None,
) -> Delivery:
    """Render into a folder aside, prove every file, write report and plan, then move all into `to`.

    Raises OutputError where something of ours is there already and `force` is False or the place cannot be written, ProofFailed where a
    file says what the CV does not or lost something of it. In every such case `to` is as it was before.
    """
    with staging_for(to) as staging:
        tailored, (files, readings), notes, (own, said) = _render(tailored, staging, formats, template, press or Press())
        notes = (*notes, *_lacking(tailored))
        prove(tailored, readings, template)
        after = measured(tailored, files)
        files, notes = (*files, *own), (*notes, *said)
        if report:
            files = (*files, *_explain(tailored, after, files, staging, to, template, notes))
        placed = put_in_place(files, to, force=force)
        if force and not own:
            (to / own_file.NAME).unlink(missing_ok=True)  # of an earlier run, for another CV
        return Delivery(to, placed, tailored, after, notes)


def rehearse(
    tailored: Tailored, to: Path, formats: Sequence[str], *, template: str = "classic", force: bool = False, press: Press | None = None
) -> Delivery:
    """All of `deliver` but the last step: what would be written is proved and measured, and nothing stays. `force` changes nothing."""
    del force
    with scratch() as aside:
        tailored, (files, readings), notes, (own, said) = _render(tailored, aside, formats, template, press or Press())
        prove(tailored, readings, template)
        planned = tuple(to / path.name for path in (*files, *own))
        return Delivery(to, planned, tailored, measured(tailored, files), (*notes, *_lacking(tailored), *said))


def deliver_letter(tailored: Tailored, to: Path, kind: str, *, template: str = "classic") -> None:
    """The cover letter alone as `to`, in format `kind`; proved, and written whole or not at all. Raises as `deliver` does."""
    with scratch() as aside:
        _, readings = Press().print(tailored, aside, (kind,), template)
        prove(tailored, readings, template)
        write_whole(to, (aside / f"cover-letter.{kind}").read_bytes())


def letter_text(letter: Letter) -> str:
    """The letter as plain text, a blank line between its parts."""
    head = [letter.salutation, letter.subject.text]
    parts = [
        "\n".join(claim.text for claim in letter.sender),
        letter.date,
        "\n".join(claim.text for claim in letter.recipient),
        *(reversed(head) if letter.subject_leads else head),
        *(" ".join(claim.text for claim in paragraph) for paragraph in letter.paragraphs),
        letter.closing,
        letter.signature.text,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


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
    if letter is None or letter.words >= FEWEST:
        return ()
    return (f"The letter has {letter.words} words: the CV has no more lines that can be told in answer to this posting.",)


def names(formats: Sequence[str], *, letter: bool = True, tracked: bool = False) -> tuple[str, ...]:
    """The file names that a delivery in these formats writes; `tracked` where the CV is a Word file (see `own_file.is_wanted`)."""
    stems = ("resume", "cover-letter") if letter else ("resume",)
    own = (own_file.NAME,) if tracked else ()
    return (*(f"{stem}.{kind}" for stem in stems for kind in formats), *own, "report.html", "plan.yaml")


def _render(
    tailored: Tailored, staging: Path, formats: Sequence[str], template: str, press: Press
) -> tuple[Tailored, Printed, tuple[str, ...], Made]:
    """The files, the CV as it was printed (shortened where the PDF would have had more pages than asked), and its own file tracked."""
    ordered = press.order(tailored, staging, formats, template)
    own = own_file.make(tailored, staging, formats) if tailored.pages is None else None  # while the press prints
    notes: tuple[str, ...] = ()
    try:
        printed = ordered()
    except PdfUnavailable as missing:
        rest = tuple(name for name in formats if name != "pdf")
        if not rest:
            raise
        printed, notes = press.print(tailored, staging, rest, template), (f"PDF was left out: {missing}",)
    else:
        if tailored.pages is not None and "pdf" in formats:
            again = partial(press.print, to=staging, formats=formats, template=template)
            tailored, printed, notes = _within_pages(tailored, printed, staging, again)
    return tailored, printed, notes, own or own_file.make(tailored, staging, formats)


def _within_pages(
    tailored: Tailored, printed: Printed, staging: Path, again: Callable[[Tailored], Printed]
) -> tuple[Tailored, Printed, tuple[str, ...]]:
    """Leave out the least relevant lines, a few at a time, until the PDF keeps to the pages asked or nothing more can go."""
    from pmo_resume import rendering
    from pmo_resume.tailoring import shorten

    limit = tailored.pages or 0
    while (pages := rendering.pages(staging / "resume.pdf")) > limit:
        shorter = shorten(tailored, _LINES_AT_A_TIME * (pages - limit))
        if shorter.experience == tailored.experience:
            return tailored, printed, (f"The CV has {pages} pages, not {limit}: every role already has only its best line.",)
        tailored, printed = shorter, again(shorter)
    return tailored, printed, ()


def prove(tailored: Tailored, readings: Sequence[Reading] = (), template: str = "classic") -> None:
    """Raise ProofFailed, naming each, where a claim is untrue or a file lost, changed or added something."""
    from pmo_resume import proof
    from pmo_resume.rendering import templates

    look = templates.locate("resume", template)
    problems = proof.check(tailored, readings, look.headings.values(), look.fields)
    if problems:
        raise ProofFailed("nothing was written, because the proof failed: " + "; ".join(problems))


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
