"""Every CV of the corpus fitted to twelve postings, all looks and letters in turn; one record for each pair, kept as it comes.

A pair counts as written only where the truth gate and the round trip over its finished files raised nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from pypdf import PdfReader

from pmo_resume import api, delivery
from pmo_resume.errors import InputError, PmoResumeError, ProofFailed
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Rule, Structure
from pmo_resume.model.terms import Taxonomy
from pmo_resume.placing import scratch

AS_OF = dt.date(2026, 11, 1)
LOOKS = ("classic", "modern", "executive", "compact", "two-tone")
_SEED = 20261127
_POSTINGS = 12
_KINDS = {".docx", ".pdf", ".txt", ".md"}


@dataclass(frozen=True, slots=True)
class Record:
    """What came of one pair: `state` is written, refused (the proof failed, `why` says where) or failed (anything else).

    `before` and `after` are points of the coverage, `after` read from the finished CV; `surfaced` counts the skills that were brought
    forward because the posting asks for them, `words` and `pages` are those of the letter, `withdrawn` the sentences that a misread CV
    did not bear out.
    """

    cv: str
    posting: str
    look: str
    letter: str
    state: str
    why: str = ""
    before: int = 0
    after: int = 0
    surfaced: int = 0
    words: int = 0
    pages: int = 0
    withdrawn: int = 0


def cvs(corpus: Path) -> list[Path]:
    """The CVs of the corpus, by their path."""
    folder = corpus / "resumes"
    return sorted(path for path in folder.rglob("*") if path.suffix in _KINDS and path.parent.name != "pdf_sources")


def postings(corpus: Path, taxonomy: Taxonomy) -> list[tuple[str, Posting]]:
    """Twelve postings of different employers, drawn with a fixed seed among those that ask for something."""
    with (corpus / "postings" / "project_management.jsonl").open(encoding="utf-8", newline="") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(_SEED).shuffle(rows)
    found: dict[str, tuple[str, Posting]] = {}
    for row in rows:
        if len(found) < _POSTINGS and row["company"] not in found:
            try:
                found[row["company"]] = row["id"], api.read_posting(row["text"].encode(), taxonomy)
            except InputError:
                continue
    return list(found.values())


def deliveries(corpus: Path, done: Sequence[tuple[str, str]], part: int = 0, parts: int = 1) -> Iterator[Record]:
    """A record for each pair that is not among `done`; `part` of `parts` where several processes share the work."""
    taxonomy = api.load_taxonomy()
    jobs = postings(corpus, taxonomy)
    for number, path in islice(enumerate(cvs(corpus)), part, None, parts):
        name = path.relative_to(corpus).as_posix()
        try:
            resume = api.read_resume(path, taxonomy, AS_OF)
        except InputError as error:
            if (name, "") not in done:
                yield Record(name, "", "", "", "unread", str(error))
            continue
        turns = islice(zip(cycle(LOOKS), cycle(Structure), strict=False), number, None)
        for (posting, job), (look, structure) in zip(jobs, turns, strict=False):
            if (name, posting) not in done:
                yield _record(name, posting, resume, job, look, structure)


def _record(name: str, posting: str, resume: Resume, job: Posting, look: str, structure: Structure) -> Record:
    pair = name, posting, look, structure.value
    before = api.match(resume, job)
    try:
        tailored = api.tailor(resume, job, before, pages=api.usual_pages(resume), letter=structure)
        with scratch() as folder:
            made = delivery.deliver(tailored, folder / "out", ("docx", "pdf"), template=look)
            pages = len(PdfReader(folder / "out" / "cover-letter.pdf").pages)
    except ProofFailed as error:
        return Record(*pair, "refused", str(error), before.points)
    except PmoResumeError as error:
        return Record(*pair, "failed", str(error), before.points)
    withdrawn = sum(change.where == "Made by the tool" for change in made.tailored.changes)
    surfaced = sum(item.rule is Rule.SURFACED for group in made.tailored.skills for item in group.items)
    letter = made.tailored.letter
    words = letter.words if letter else 0
    return Record(*pair, "written", "; ".join(made.notes)[:300], before.points, made.after.points, surfaced, words, pages, withdrawn)


def as_line(record: Record) -> str:
    """The record as one line of JSON."""
    return json.dumps(asdict(record), ensure_ascii=False)


def from_lines(lines: Sequence[str]) -> list[Record]:
    """The records of kept lines."""
    return [Record(**json.loads(line)) for line in lines if line.strip()]
