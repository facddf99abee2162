"""Options and arguments that several commands share, with one meaning everywhere."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from pmo_resume import api
from pmo_resume.errors import NothingAsked, NothingToTailor
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Spelling, Structure
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document

Command = TypeVar("Command", bound=Callable[..., Any])
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class _File(click.Path):
    """A file's path; an empty one, which a variable that is not set leaves behind, would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("no file is named", param, ctx)
        return super().convert(value, param, ctx)


FILE = _File(path_type=Path, allow_dash=True)


class _FileOrAddress(_File):
    """As `_File`, or the address of a posting, which stays a string: a path would lose one of its slashes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if isinstance(value, str) and "://" in value else super().convert(value, param, ctx)


POSTING = _FileOrAddress(path_type=Path, allow_dash=True)


def _day(_context: click.Context, _param: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date() if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day written like 2026-01-31") from None


def pair(command: Command) -> Command:
    """The CV and the posting."""
    command = click.argument("posting", type=POSTING)(command)
    return click.argument("cv", type=FILE)(command)


def keyword_files(command: Command) -> Command:
    """Keyword files of the user's own."""
    return click.option(
        "--keywords",
        "overlays",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="A keyword file of your own, laid over the shipped ones; may be given again.",
    )(command)


def wording(command: Command) -> Command:
    """How the letter is built, and whose spelling all of it has."""
    command = click.option(
        "--spelling",
        type=click.Choice([one.value for one in Spelling]),
        help="British or American spelling for the whole document; names of employers, titles, schools and certificates stay.",
    )(command)
    return click.option(
        "--letter",
        "structure",
        type=click.Choice([one.value for one in Structure]),
        default=Structure.NARRATIVE.value,
        show_default=True,
        help="How the letter is built: job by job, requirement by requirement, or a few lines for an e-mail.",
    )(command)


def facts_files(command: Command) -> Command:
    """What the candidate confirmed beyond the CV."""
    return click.option(
        "--facts",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="A facts file (YAML), or a longer CV of yours: lines of it may be used where the posting asks for them; may be given again.",
    )(command)


def with_facts(resume: Resume, posting: Posting, facts: tuple[Path, ...], as_of: dt.date | None) -> Resume:
    """The CV with the confirmed lines that the posting has a use for; what found no place is said on stderr."""
    if not facts:
        return resume
    banks = [api.read_facts(path, resume.taxonomy, as_of) for path in facts]
    joined, notes = api.confirm(resume, posting, banks)
    for line in notes:
        note(line)
    return joined


def reading(command: Command) -> Command:
    """How files are read: own keywords, and the day that "present" means."""
    command = click.option(
        "--as-of",
        metavar="YYYY-MM-DD",
        callback=_day,
        help='The day that "present" in a CV means; today by default.',
    )(command)
    return keyword_files(command)


def source(path: Path) -> Path | bytes:
    """A path, or what standard input holds for `-`; a usage error where that is closed."""
    if str(path) != "-":
        return path
    if sys.stdin is None:
        raise click.UsageError("- means standard input, and that is closed")
    return sys.stdin.buffer.read()


def posting_source(given: Path | str) -> Path | bytes | Document:
    """As `source`, or what an address answers: the person typed it, so it may lie in their own network."""
    return api.fetch_document(given, own_network=True) if isinstance(given, str) else source(given)


def read_pair(cv: Path, posting: Path | str, taxonomy: Taxonomy, as_of: dt.date | None) -> tuple[Resume, Posting]:
    """Both files read; a usage error where both are standard input, NothingAsked where the second is a CV."""
    if str(cv) == "-" == str(posting):
        raise click.UsageError("only one of CV and POSTING can be standard input")
    resume, advert = api.read_resume(source(cv), taxonomy, as_of), api.read_posting(posting_source(posting), taxonomy)
    if _reads_as_cv(advert):
        raise NothingAsked(advert.document.name, "reads as a CV, not as a posting", "name the CV first, then the posting")
    return resume, advert


def _reads_as_cv(posting: Posting) -> bool:
    """Whether it has roles with their dates, as no posting has. Two roles have three years at least; hardly a posting names so many,
    so it is hardly ever read twice."""
    if len(_YEAR.findall(posting.document.text)) < 3:
        return False
    try:
        resume = api.read_resume(posting.document, posting.taxonomy)
    except NothingToTailor:
        return False
    return sum(role.period is not None for role in resume.experience) >= 2


def as_json(data: Any) -> str:
    """JSON for people and programs: indented, keys in the order of the contract, no escapes but those JSON or the output needs."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return json.dumps(data, indent=2)
    return text


def now() -> str:
    """This moment, for records."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def note(message: str) -> None:
    """A line for the person, on stderr."""
    click.echo(message, err=True)


def tell_misgivings(resume: Resume, posting: Posting) -> None:
    """What to check in the result because a file was hard to read, a line each on stderr."""
    for line in (*resume.misgivings, *resume.document.warnings, *posting.misgivings, *posting.document.warnings):
        note(line)


@contextmanager
def progress(total: int, label: str, told: Callable[[int, int, Any], str | None]) -> Iterator[Callable[[int, int, Any], None]]:
    """What to call for each outcome as it comes (how many, of how many, the outcome): a bar with the time left on a terminal, elsewhere
    a line for what `told` has to say of it."""
    if sys.stderr.isatty():
        with click.progressbar(length=total, label=label, file=sys.stderr, show_eta=True, show_pos=True) as bar:
            yield lambda *_: bar.update(1)
        return

    def say(number: int, of: int, outcome: Any) -> None:
        if (line := told(number, of, outcome)) is not None:
            note(line)

    yield say


def terminal() -> tuple[int, bool]:
    """The width to print in, and whether colour is welcome."""
    import shutil

    return min(max(shutil.get_terminal_size((100, 24)).columns, 60), 110), sys.stdout.isatty()


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise OutputError where `path` exists and `force` is False."""
    from pmo_resume.errors import OutputError

    if path.exists() and not force:
        raise OutputError(str(path), "is there already", "use --force to replace it, or name another file")
