"""`pmo-resume tailor`: the main job."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from pmo_resume.cli.options import (
    as_json,
    facts_files,
    note,
    pair,
    read_pair,
    reading,
    tell_misgivings,
    terminal,
    with_facts,
    wording,
)
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Spelling, Structure

FORMATS = ("docx", "pdf")
PAGES_HELP = "The most pages the CV may have; by default as many as it had, and at most two. What had to go is listed."
ASK_HELP = "Ask about each gap on the terminal; answers go to the first facts file, or to one in your own data folder."
FORMATS_HELP = "Which files to make: docx, pdf, or both with a comma between."


def formats_option(_context: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """`docx,pdf` as a tuple, each known and once."""
    chosen = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown or not chosen:
        raise click.BadParameter(f"{', '.join(unknown) or 'an empty list'} is not among {', '.join(FORMATS)}")
    return chosen


@click.command()
@pair
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder to write into; by default a new one named after both files.",
)
@click.option(
    "-t", "--template", default="classic", metavar="NAME", show_default=True, help="A look, or the path of your own (see templates)."
)
@click.option("--pages", type=click.IntRange(1, 9), metavar="N", help=PAGES_HELP)
@click.option("--formats", default="docx,pdf", metavar="LIST", callback=formats_option, show_default=True, help=FORMATS_HELP)
@wording
@click.option("--no-letter", is_flag=True, help="Leave the cover letter out.")
@click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing.")
@click.option("--force", is_flag=True, help="Replace files of an earlier run.")
@click.option("--json", "json_output", is_flag=True, help="Print the result as one JSON object.")
@click.option("--ask", is_flag=True, help=ASK_HELP)
@facts_files
@reading
def tailor(
    cv: Path,
    posting: Path | str,
    output: Path | None,
    template: str,
    pages: int | None,
    formats: tuple[str, ...],
    structure: str,
    spelling: str | None,
    no_letter: bool,
    dry_run: bool,
    force: bool,
    json_output: bool,
    ask: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Fit CV to POSTING: a CV, a cover letter and a report in a new folder.

    CV and POSTING are DOCX, PDF, TXT, Markdown or HTML files; one of them can be - for standard input, and POSTING can be the http or
    https address of one (then, and only then, the network is used). Every line of the result is the
    candidate's own; what the posting asks and the CV does not prove is reported, never added. For a DOCX there is also
    resume.tracked.docx: the CV's own file, with every edit a tracked change to accept or refuse in Word and a comment that says why.
    """
    from pmo_resume import api, delivery, own_file, placing, press

    with press.started(template, formats) as ready:
        taxonomy = api.load_taxonomy(overlays)
        resume, advert = read_pair(cv, posting, taxonomy, as_of)
        folder = output or Path(folder_name(cv, posting, advert))
        if not dry_run:
            own = own_file.is_wanted(resume.document, formats)
            placing.refuse_overwriting(folder, delivery.names(formats, letter=not no_letter, tracked=own), force=force)
        facts = _asked(resume, advert, facts, as_of) if ask else facts
        resume = with_facts(resume, advert, facts, as_of)
        draft = api.draft(
            resume,
            advert,
            pages=pages or api.usual_pages(resume),
            letter=None if no_letter else Structure(structure),
            spelling=Spelling(spelling) if spelling else None,
        )
        run = delivery.rehearse if dry_run else delivery.deliver
        done = run(draft, folder, formats, template=template, force=force, press=ready, settle=api.borne_out)
    from pmo_resume import reports

    width, colour = terminal()
    if json_output:
        click.echo(as_json(reports.tailored_json(done.tailored, done.after, done.files)))
    else:
        click.echo(reports.summary(done.tailored, done.after, done.files, width, colour=colour))
    tell_misgivings(resume, advert)
    for line in done.notes:
        note(line)
    if dry_run:
        note("Nothing was written (--dry-run).")


def _asked(resume: Resume, advert: Posting, facts: tuple[Path, ...], as_of: dt.date | None) -> tuple[Path, ...]:
    """The facts files, with the answers of `--ask` in the first of them that is one."""
    from platformdirs import user_data_path

    from pmo_resume import api
    from pmo_resume.cli.asking import asking
    from pmo_resume.model.facts import Bank

    own = next((path for path in facts if path.suffix.lower() in {".yaml", ".yml"}), None)
    path = own or user_data_path("pmo-resume", appauthor=False) / "facts.yaml"
    bank = api.read_facts(path, resume.taxonomy, as_of) if path.exists() else Bank()
    known, _ = api.confirm(
        resume,
        advert,
        [*([bank] if bank.confirmed else []), *(api.read_facts(one, resume.taxonomy, as_of) for one in facts if one != path)],
    )
    answered = asking(api.match(known, advert), known, bank, path)
    if answered is not bank:
        note(f"Your answers: {path}")
    others = tuple(one for one in facts if one != path)
    return (path, *others) if path.exists() else others


def folder_name(cv: Path, posting: Path | str, advert: Posting) -> str:
    """A new folder's name from both files' names; a posting from standard input or an address lends its title."""
    title = advert.title.value if advert.title else "posting"
    named = posting.stem if isinstance(posting, Path) and str(posting) != "-" else title
    return f"{_slug(cv.stem if str(cv) != '-' else 'cv')}--{_slug(named)}"


def _slug(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name).strip("-.")[:60] or "file"
