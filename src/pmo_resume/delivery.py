"""From a tailored CV to files in their place: rendered aside, proved, measured again, and only then moved where the user asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmo_resume import own_file
from pmo_resume.making import Made, Settle, make, prove
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.tailored import Letter, Tailored
from pmo_resume.placing import put_in_place, scratch, staging_for, write_whole
from pmo_resume.press import Press


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
    settle: Settle | None = None,
) -> Delivery:
    """Render into a folder aside, prove every file, write report and plan, then move all into `to`. `settle` has the last word on a draft
    (see `api.draft`).

    Raises OutputError where something of ours is there already and `force` is False or the place cannot be written, ProofFailed where a
    file says what the CV does not or lost something of it. In every such case `to` is as it was before.
    """
    with staging_for(to) as staging:
        made = make(tailored, staging, formats, template, press or Press(), to=to if report else None, settle=settle)
        placed = put_in_place(made.files, to, force=force)
        if force and not any(path.name == own_file.NAME for path in made.files):
            (to / own_file.NAME).unlink(missing_ok=True)  # of an earlier run, for another CV
        return _delivery(made, to, placed)


def rehearse(
    tailored: Tailored,
    to: Path,
    formats: Sequence[str],
    *,
    template: str = "classic",
    force: bool = False,
    press: Press | None = None,
    settle: Settle | None = None,
) -> Delivery:
    """All of `deliver` but the last step: what would be written is proved and measured, and nothing stays. `force` changes nothing."""
    del force
    with scratch() as aside:
        made = make(tailored, aside, formats, template, press or Press(), to=None, settle=settle)
        return _delivery(made, to, tuple(to / path.name for path in made.files))


def _delivery(made: Made, to: Path, files: tuple[Path, ...]) -> Delivery:
    return Delivery(to, files, made.tailored, made.after, made.notes)


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


def names(formats: Sequence[str], *, letter: bool = True, tracked: bool = False) -> tuple[str, ...]:
    """The file names that a delivery in these formats writes; `tracked` where the CV is a Word file (see `own_file.is_wanted`)."""
    stems = ("resume", "cover-letter") if letter else ("resume",)
    own = (own_file.NAME,) if tracked else ()
    return (*(f"{stem}.{kind}" for stem in stems for kind in formats), *own, "report.html", "plan.yaml")
