"""Which credentials a candidate holds: the spaCy component `pmo_credentials`, and `held` for whoever knows the sections.

Named is not held. A credential in a duty ("coached 12 PMP candidates") is other people's, one in progress, lapsed or only trained for is
said to be so, and PRINCE2 without a level is a method unless the text speaks of a certificate or stands among the certifications.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.resume import CredentialStatus, HeldCredential, PartialDate, Section, SectionKind
from pmo_resume.model.terms import Category, Credential, Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp import terms, text, vocabulary
from pmo_resume.nlp.cues import FILE
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.lines import TextLine, lines_of
from pmo_resume.nlp.wordlists import any_word
from pmo_resume.nlp.wordlists import words as word_list

KEY = "pmo_credentials"
_STATUS = {
    Qualifier.NONE: CredentialStatus.HELD,
    Qualifier.PREFERRED: CredentialStatus.HELD,
    Qualifier.EITHER_OR: CredentialStatus.HELD,
    Qualifier.IN_PROGRESS: CredentialStatus.IN_PROGRESS,
    Qualifier.EXPIRED: CredentialStatus.EXPIRED,
    Qualifier.TRAINING_ONLY: CredentialStatus.TRAINING_ONLY,
}
_OWN = {SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.MEMBERSHIPS, SectionKind.AWARDS}
_WORK = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING}
_OTHERS = {SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.PUBLICATIONS}
_ENDS = re.compile(r"(?i)\b(?:expir\w*|lapsed|inactive|ended|valid (?:until|till|to|through)|until|renewal(?: due)?|renews?|due)\W*$")
_CREDIBLE = 2  # rank of a witness whose date may be taken for another mention: not one in the story of a job
_SHORT_LINE = 60  # characters: a line below a credential that only says issuer and year


@dataclass(frozen=True, slots=True)
class _Claimed:
    """One mention of a credential that may be held, with what its line says of it; a lower `rank` is a better witness."""

    credential: Credential
    mention: Mention
    status: CredentialStatus
    date: PartialDate | None
    rank: int


def held(
    mentions: Sequence[Mention], document: Document, taxonomy: Taxonomy, sections: Sequence[Section], as_of: dt.date | None = None
) -> tuple[HeldCredential, ...]:
    """The credentials that the CV claims for its owner, one for each, in the order of their best mention.

    `mentions` carry their qualifiers; `sections` may be empty, then only the wording decides. With `as_of`, a validity that ended before
    that day makes a credential expired.
    """
    lines = lines_of(document)
    claimed = [claim for claim in _claims(mentions, document, taxonomy, sections, lines, as_of) if claim is not None]
    best: dict[str, _Claimed] = {}
    for claim in claimed:
        known = best.get(claim.credential.id)
        best[claim.credential.id] = claim if known is None else _better(known, claim)
    return tuple(_held(claim) for claim in sorted(best.values(), key=lambda claim: claim.mention.start))


def _claims(
    mentions: Sequence[Mention],
    document: Document,
    taxonomy: Taxonomy,
    sections: Sequence[Section],
    lines: Sequence[TextLine],
    as_of: dt.date | None,
) -> Iterable[_Claimed | None]:
    for number, mention in enumerate(mentions):
        if mention.qualifier is Qualifier.NEGATED or mention.category not in {Category.CREDENTIAL, Category.METHOD}:
            continue
        at = next((index for index, line in enumerate(lines) if line.start <= mention.start < line.end), None)
        if at is None:
            continue
        kind = _section(sections, mention.start)
        credential = _credential(mention, document, taxonomy, kind, lines[at])
        if credential is None or not _own(mention, document, taxonomy, kind, lines[at]):
            continue
        following = mentions[number + 1].start if number + 1 < len(mentions) and _named(mentions[number + 1]) else None
        status, date = _when(mention, document, lines, at, following, mentions, as_of)
        rank = 0 if kind is SectionKind.CERTIFICATIONS else 1 if kind in _OWN else 2 if kind in {None, SectionKind.CONTACT} else 3
        yield _Claimed(credential, mention, status, date, rank)


def _named(mention: Mention) -> bool:
    return mention.category is Category.CREDENTIAL


def _section(sections: Sequence[Section], offset: int) -> SectionKind | None:
    return next((section.kind for section in sections if section.span.start <= offset < section.span.end), None)


def _credential(mention: Mention, document: Document, taxonomy: Taxonomy, kind: SectionKind | None, line: TextLine) -> Credential | None:
    """The credential a mention names; a method names its certificate where the level is not said but the wording or the section is."""
    known = taxonomy.credential(mention.concept)
    if known is not None or mention.category is not Category.METHOD:
        return known
    around = document.text[max(line.start, mention.start - 25) : min(line.end, mention.end + 25)]
    if kind is not SectionKind.CERTIFICATIONS and not any_word(word_list(taxonomy, FILE, "certificate_words")).search(around):
        return None
    return _without_level(mention, taxonomy)


def _without_level(mention: Mention, taxonomy: Taxonomy) -> Credential | None:
    """The one credential of a method whose level is not stated: PRINCE2 has one, agile has none of its own."""
    name = mention.label.casefold()
    return next(
        (
            term
            for term in taxonomy.terms.values()
            if isinstance(term, Credential)
            and term.level == "unspecified"
            and mention.concept in term.implies
            and term.name.casefold().startswith(name)
        ),
        None,
    )


def _own(mention: Mention, document: Document, taxonomy: Taxonomy, kind: SectionKind | None, line: TextLine) -> bool:
    """Whether the candidate speaks of himself: not of candidates, teams or staff, and in a job only where it was earned there."""
    if kind in _OTHERS:
        return False
    before, after = document.text[line.start : mention.start], document.text[mention.end : line.end]
    others = any_word(word_list(taxonomy, FILE, "others"))
    about = any_word(word_list(taxonomy, FILE, "for_others")).search(before) is not None
    plural = mention.surface.endswith("s") and mention.surface[:-1].isupper()
    beside = others.match(after.lstrip(" -‐‑–")) or others.match(re.sub(r"^\W*(?:certified|qualified|accredited)\W+", "", after))
    single_candidate = mention.qualifier is Qualifier.IN_PROGRESS and not about
    if plural or (beside is not None and not single_candidate) or (about and others.search(line.text) is not None):
        return False
    if kind in _WORK:
        return any_word(word_list(taxonomy, FILE, "held")).search(document.text, line.start, line.end) is not None and not about
    return not (about and kind not in _OWN and kind is not SectionKind.CONTACT and line.bullet)


def _when(
    mention: Mention,
    document: Document,
    lines: Sequence[TextLine],
    at: int,
    following: int | None,
    mentions: Sequence[Mention],
    as_of: dt.date | None,
) -> tuple[CredentialStatus, PartialDate | None]:
    """Status and date of award, from what stands behind the mention up to the next credential, or alone before it on its line."""
    status = _STATUS[mention.qualifier]
    line = lines[at]
    stop = min(line.end, following) if following is not None else line.end
    awarded, ended = _dates(document.text, mention.end, stop)
    alone = not any(other is not mention and _named(other) and line.start <= other.start < line.end for other in mentions)
    if awarded is None and ended is None and alone:
        awarded, ended = _dates(document.text, line.start, mention.start)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if awarded is None and below is not None and len(below.text) <= _SHORT_LINE and not _mentioned(mentions, below):
            awarded, ended = _dates(document.text, below.start, below.end)
    if status is CredentialStatus.HELD and ended is not None and as_of is not None and _past(ended, as_of):
        status = CredentialStatus.EXPIRED
    return status, awarded if status in {CredentialStatus.HELD, CredentialStatus.EXPIRED} else None


def _mentioned(mentions: Sequence[Mention], line: TextLine) -> bool:
    return any(line.start <= other.start < line.end and other.category in {Category.CREDENTIAL, Category.EDUCATION} for other in mentions)


def _dates(whole: str, start: int, end: int) -> tuple[PartialDate | None, PartialDate | None]:
    """The date of award and the end of validity that stand between two offsets."""
    awarded: PartialDate | None = None
    ended: PartialDate | None = None
    for period in find_periods(whole[start:end], start):
        if _ENDS.search(whole, start, period.span.start):
            ended = ended or period.end or period.start
        elif awarded is None:
            awarded, ended = period.start, ended or (period.end if period.end != period.start else None)
    return awarded, ended


def _past(date: PartialDate, day: dt.date) -> bool:
    return (date.year, date.month or 12) < (day.year, day.month)


def _better(one: _Claimed, two: _Claimed) -> _Claimed:
    """The better witness of two mentions: what is said to be under way or lapsed is not undone by a bare mention elsewhere."""
    settled = {CredentialStatus.IN_PROGRESS, CredentialStatus.EXPIRED}
    for said, bare in ((one, two), (two, one)):
        if said.status in settled and bare.status is CredentialStatus.HELD and not (bare.date or bare.rank < said.rank):
            return said
    if CredentialStatus.TRAINING_ONLY in {one.status, two.status} and one.status is not two.status:
        return two if one.status is CredentialStatus.TRAINING_ONLY else one
    first, second = (one, two) if (two.rank, two.mention.start) >= (one.rank, one.mention.start) else (two, one)
    return (
        replace(first, date=first.date or (second.date if second.rank <= _CREDIBLE else None)) if first.status is second.status else first
    )


def _held(claim: _Claimed) -> HeldCredential:
    credential, mention = claim.credential, claim.mention
    return HeldCredential(
        credential.id,
        credential.name or credential.label,
        credential.acronym,
        credential.issuer or None,
        claim.status,
        claim.date,
        mention.surface,
        Span(mention.start, mention.end),
    )


class CredentialFinder:
    """Puts each credential held into `doc.spans["pmo_credentials"]`, labelled with its id, its status as the id of the span."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy

    def __call__(self, doc: Doc) -> Doc:
        """Mark the credentials in `doc` and hand it back."""
        found = held(terms.mentions_of(doc, self.taxonomy), text.document_of(doc), self.taxonomy, ())
        text.mark(doc, KEY, ((one.span.start, one.span.end, one.concept, one.status.value) for one in found))
        return doc


@Language.factory("pmo_credentials")
def make_credentials(nlp: Language, name: str) -> CredentialFinder:  # noqa: ARG001 - what every spaCy factory is given
    """The spaCy component `pmo_credentials`, for the taxonomy in use (see `vocabulary`); stands behind `pmo_qualifiers`."""
    return CredentialFinder(vocabulary.current())
