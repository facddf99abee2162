"""The public verbs: what the command line and other programs call. Each strings stages together and decides nothing itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from pmo_resume.delivery import Delivery, deliver
from pmo_resume.errors import NothingAsked, NothingToTailor, PlanError
from pmo_resume.model.career import Career
from pmo_resume.model.check import Check
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.facts import Bank, Confirmed
from pmo_resume.model.interview import Pack
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Fitting, Letter, Tailored
from pmo_resume.model.terms import RoleTitle, Taxonomy
from pmo_resume.model.text import Document

if TYPE_CHECKING:
    from pmo_resume.nlp.gaps import Gap

__all__ = [
    "Delivery",
    "apply",
    "career",
    "check",
    "confirm",
    "keyword_gaps",
    "load_taxonomy",
    "match",
    "read_document",
    "read_facts",
    "read_posting",
    "read_resume",
    "render",
    "role",
    "tailor",
]


@cache
def _shipped() -> Taxonomy:
    from pmo_resume.taxonomy import load

    return load()


def load_taxonomy(overlays: Iterable[Path | str] = ()) -> Taxonomy:
    """The vocabulary, with a user's own keyword files laid over it in order. Raises KeywordError naming file and line."""
    paths = tuple(Path(overlay) for overlay in overlays)
    if not paths:
        return _shipped()
    from pmo_resume.taxonomy import load

    return load(paths)


def keyword_gaps(
    sources: Iterable[Path | str | bytes | Document], taxonomy: Taxonomy | None = None, *, at_least: int = 2, most: int = 50
) -> tuple[Gap, ...]:
    """Frequent phrases of postings that the vocabulary does not know, best first (see `nlp.gaps`). Raises as `read_document` does."""
    from pmo_resume.nlp.gaps import gaps

    documents = (source if isinstance(source, Document) else read_document(source) for source in sources)
    return gaps(documents, taxonomy or load_taxonomy(), at_least=at_least, most=most)


def read_document(source: Path | str | bytes) -> Document:
    """Any readable file, or bytes (taken for what standard input held). Raises one of the `InputError` family."""
    from pmo_resume import documents

    if isinstance(source, bytes):
        return documents.read_bytes(source, "standard input")
    return documents.read(Path(source))


def fetch_document(address: str, *, own_network: bool = False) -> Document:
    """The posting at an http or https address: the only verb that uses the network. `own_network` lets the address itself, and it alone,
    lie inside a private network; a program that is handed addresses by strangers leaves it False.

    Raises UnreadableFile and TooLarge (see `documents.web.fetch`).
    """
    from pmo_resume.documents.web import Web, fetch

    return fetch(address, Web(own_network=own_network))


def read_resume(source: Path | str | bytes | Document, taxonomy: Taxonomy | None = None, as_of: dt.date | None = None) -> Resume:
    """A CV. `as_of` is the day that "present" means (today where None). Raises as `read_document` does, and NothingToTailor for a
    file in which neither work, education nor skills can be seen, or that reads as a posting."""
    from pmo_resume.nlp.posting_signs import reads_as_posting
    from pmo_resume.nlp.reader import Reader

    document = source if isinstance(source, Document) else read_document(source)
    resume = Reader(taxonomy or load_taxonomy()).resume(document, as_of or dt.date.today())
    if not (resume.experience or resume.education or resume.skills or resume.credentials):
        raise NothingToTailor(
            document.name,
            "no work history, education or skills could be read in it",
            "check that it is a CV and that its text can be selected",
        )
    if reads_as_posting(resume):
        raise NothingToTailor(document.name, "reads as a job posting, not as a CV", "name the CV first, then the posting")
    return resume


def read_posting(source: Path | str | bytes | Document, taxonomy: Taxonomy | None = None) -> Posting:
    """A posting. Raises as `read_document` does, and NothingAsked where no requirement is found in it."""
    from pmo_resume.nlp.reader import Reader

    document = source if isinstance(source, Document) else read_document(source)
    posting = Reader(taxonomy or load_taxonomy()).posting(document)
    if not posting.requirements:
        raise NothingAsked(document.name, "no requirement was found in it", "check that it is the whole text of a job posting")
    return posting


def check(source: Path | str | bytes, taxonomy: Taxonomy | None = None, as_of: dt.date | None = None) -> Check:
    """What an applicant-tracking system will make of a CV file: findings, each with its source, and what three readers make of its text.

    `as_of` as for `read_resume`; a file in which nothing of a CV is seen gives findings that say so. Raises as `read_document` does.
    """
    from pmo_resume.ats import examine
    from pmo_resume.nlp.reader import Reader

    document = read_document(source)
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    return examine(Reader(taxonomy or load_taxonomy()).resume(document, as_of or dt.date.today()), data)


def read_facts(path: Path | str, taxonomy: Taxonomy | None = None, as_of: dt.date | None = None) -> Bank:
    """What a facts file or a longer CV of the candidate confirms. Raises FactsError naming file and line, and as `read_resume` does."""
    from pmo_resume import facts

    return facts.load(Path(path), lambda cv: read_resume(cv, taxonomy, as_of))


def named_in(text: str, taxonomy: Taxonomy | None = None, *, implied: bool = True) -> frozenset[str]:
    """The ids of the concepts that a sentence names, and, unless `implied` is False, of those that they imply."""
    from pmo_resume.nlp.reader import Reader
    from pmo_resume.nlp.text import plain_document

    terms = (taxonomy or load_taxonomy()).terms
    named = {mention.concept for mention in Reader(taxonomy or load_taxonomy()).mentions(plain_document(text))}
    more = {other for concept in named if concept in terms for other in terms[concept].implies} if implied else set()
    return frozenset(named | more)


def confirm(resume: Resume, posting: Posting, banks: Sequence[Bank]) -> tuple[Resume, tuple[str, ...]]:
    """The CV with those confirmed lines that the posting has a use for, and a sentence on each that found no job in the CV.

    Every later stage takes the lines for the candidate's own, which they are; `Resume.confirmed` tells which they are.
    """
    from pmo_resume import facts
    from pmo_resume.nlp.confirmed import with_confirmed
    from pmo_resume.nlp.reader import Reader

    entries, homeless = facts.placed((line for bank in banks for line in bank.confirmed), resume)
    reader = Reader(resume.taxonomy)
    joined = with_confirmed(resume, entries, reader)
    useful = facts.chosen(entries, joined, match(joined, posting))
    notes = tuple(f'{line.origin}: "{line.text}" was left out: the CV has no job "{line.role}".' for line in homeless)
    return with_confirmed(resume, useful, reader), notes


def match(resume: Resume, posting: Posting) -> Coverage:
    """How far the CV answers the posting (see `matching.match`)."""
    from pmo_resume.matching import match as compare

    return compare(resume, posting)


def role(name: str | None = None, taxonomy: Taxonomy | None = None) -> RoleTitle:
    """A role of the ladder by what a person calls it; the PMO manager where None. Raises InputError with the nearest titles."""
    from pmo_resume.careers import role as found

    return found(name, taxonomy or load_taxonomy())


def career(resume: Resume, target: RoleTitle | None = None, postings: Sequence[Posting] = ()) -> Career:
    """Where the CV stands on the way to `target` (the PMO manager where None): ladder, seven parts, credentials, roadmap. With postings,
    also what they ask and which steps would raise most of their scores, each measured by scoring again."""
    from pmo_resume.careers import picture

    return picture(resume, target or role(None, resume.taxonomy), postings)


def tailor(resume: Resume, posting: Posting, coverage: Coverage | None = None, **wanted: Unpack[Fitting]) -> Tailored:
    """The CV and, unless `letter` is None, the cover letter fitted to the posting; every line with its source (see
    `tailoring.tailor`). A sentence that a misread CV does not bear out is withdrawn, and said to be."""
    return borne_out(draft(resume, posting, coverage, **wanted))


def draft(resume: Resume, posting: Posting, coverage: Coverage | None = None, **wanted: Unpack[Fitting]) -> Tailored:
    """As `tailor`, before anything is withdrawn: for `delivery`, which looks at the sentences while the files are printed."""
    from pmo_resume.tailoring import tailor as fit

    return fit(resume, posting, coverage or match(resume, posting), **wanted)


def borne_out(tailored: Tailored) -> Tailored:
    """The same without the sentences that the CV, as it was read, does not bear out; the very same where there are none."""
    from pmo_resume.proof import unborne
    from pmo_resume.tailoring import withdraw

    return withdraw(tailored, unborne(tailored))


def usual_pages(resume: Resume) -> int:
    """How many pages a tailored CV gets where nobody says otherwise: as many as the CV has, where that is known, and at most two."""
    from pmo_resume.tailoring import usual_pages as usual

    return usual(resume)


def render(
    tailored: Tailored, to: Path | str, formats: Sequence[str] = ("docx", "pdf"), *, template: str = "classic", force: bool = False
) -> tuple[Path, ...]:
    """Write the files into `to`, proved first; nothing is there unless all passed.

    Raises ProofFailed naming the claim or field, TemplateError, OutputError where `to` has such a file already and `force` is False.
    """
    return deliver(tailored, Path(to), formats, template=template, force=force, report=False).files


def apply(
    resume: Resume,
    posting: Posting,
    to: Path | str,
    formats: Sequence[str] = ("docx", "pdf"),
    *,
    template: str = "classic",
    force: bool = False,
    **wanted: Unpack[Fitting],
) -> Delivery:
    """The whole job: match, tailor, render, prove, report and put in place. Raises as `render` does."""
    return deliver(tailor(resume, posting, **wanted), Path(to), formats, template=template, force=force)


def read_plan(
    path: Path | str, cv: Path | str | None = None, taxonomy: Taxonomy | None = None, banks: Sequence[Bank] = ()
) -> tuple[Tailored, str]:
    """A plan.yaml, edited or not, as a tailored CV again, and the name of its look.

    `cv` says where the CV is when it is no longer where the plan remembers it; `banks` confirm lines that were added to it. Raises
    PlanError where the plan is damaged, or the CV is missing or another one.
    """
    from pmo_resume.plan.read import load

    planned = load(Path(path))
    source = Path(cv) if cv else planned.cv
    if source is None or not source.exists():
        raise PlanError(
            str(path), f"the CV it was made from ({planned.file.cv.file or 'standard input'}) is not there", "name it with --cv"
        )
    document = read_document(source)
    if document.sha256 != planned.file.cv.sha256:
        raise PlanError(str(path), f"{source} is not the CV it was made from", "name that one with --cv, or tailor again")
    resume = read_resume(document, taxonomy, dt.date.fromisoformat(planned.file.as_of))
    if any(job is not None and job >= len(resume.experience) for _, job in planned.confirmed):
        raise PlanError(str(path), "confirmed: a line belongs to a job that the CV does not have", "make a new plan with pmo-resume tailor")
    resume = _with_facts(resume, planned.confirmed, banks)
    posting = read_posting(planned.posting, taxonomy)
    return planned.tailored(resume, posting, match(resume, posting)), planned.file.template


def _with_facts(resume: Resume, confirmed: Sequence[tuple[Confirmed, int | None]], banks: Sequence[Bank]) -> Resume:
    """The CV with the lines a plan was made with, in their order, and those of the banks behind them."""
    if not (confirmed or banks):
        return resume
    from pmo_resume import facts
    from pmo_resume.nlp.confirmed import with_confirmed
    from pmo_resume.nlp.reader import Reader

    known = {line.text for line, _ in confirmed}
    entries, _ = facts.placed((line for bank in banks for line in bank.confirmed if line.text not in known), resume)
    return with_confirmed(resume, [*confirmed, *entries], Reader(resume.taxonomy))


def unproved(tailored: Tailored) -> tuple[str, ...]:
    """The lines that the CV and the confirmed facts do not prove, as an edited plan may have them."""
    from pmo_resume.proof import unproved as found

    return tuple(claim.text for claim in found(tailored))


def vouch(tailored: Tailored, on: dt.date) -> Tailored:
    """`tailored` with every line that nothing proves vouched for by the candidate on that day, which report and plan record."""
    from pmo_resume.plan.vouching import vouched
    from pmo_resume.proof import unproved as found

    claims = found(tailored)
    return vouched(tailored, claims, on.isoformat()) if claims else tailored


def interview(resume: Resume, posting: Posting, stories: Path | None = None) -> Pack:
    """What the posting is likely to ask, each with the best own answer; `stories` is a file of the candidate's own. Raises FactsError."""
    from pmo_resume import interview as room

    return room.prepare(resume, posting, match(resume, posting), room.load(stories) if stories else ())


def story_seeds(pack: Pack) -> str:
    """A story file with the answers that a preparation has so far."""
    from pmo_resume.interview import seeds

    return seeds(pack)


def interview_file(pack: Pack, kind: str) -> bytes:
    """The preparation as `md`, `html`, `docx` or `pdf`. Raises PdfUnavailable."""
    from pmo_resume import reports

    if kind == "docx":
        return reports.interview_docx(pack)
    if kind == "pdf":
        from pmo_resume.rendering.paper import pdf_of

        return pdf_of(reports.interview_html(pack))
    return (reports.interview_html(pack) if kind == "html" else reports.interview_markdown(pack)).encode()


def letter_of(tailored: Tailored) -> Letter:
    """The cover letter of a tailored CV. Raises NothingToTailor where there is none."""
    if tailored.letter is None:
        raise NothingToTailor(tailored.resume.document.name, "nothing in it can be said in a letter", "add results to its roles")
    return tailored.letter


def letter(resume: Resume, posting: Posting) -> Letter:
    """The cover letter alone. Raises NothingToTailor where there is nothing to say in one."""
    return letter_of(tailor(resume, posting))
