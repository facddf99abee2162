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
from pmo_resume.nlp.credential_page import CvPage
from pmo_resume.nlp.credential_standing import WORK, standing
from pmo_resume.nlp.cues import FILE
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import any_word
from pmo_resume.nlp.wordlists import words as word_list

KEY = "pmo_credentials"
_OWN = {SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.MEMBERSHIPS, SectionKind.AWARDS}
_OTHERS = {SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.PUBLICATIONS}
_NAMING = {Category.CREDENTIAL, Category.METHOD}
_CERTIFIED = re.compile(r"^\W*(?:certified|qualified|accredited)\W+")
_NEARBY = 160  # characters around a mention that say whose it is
_CREDIBLE = 2  # rank of a witness whose date may be taken for another mention: not one in the story of a job


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
    page = CvPage.of(document, mentions, taxonomy, sections, as_of)
    best: dict[str, _Claimed] = {}
    for number in range(len(mentions)):
        claim = _claim(page, number)
        if claim is not None:
            known = best.get(claim.credential.id)
            best[claim.credential.id] = claim if known is None else _better(known, claim)
    told = [claim for claim in best.values() if not _told_closer(claim, best.values())]
    return tuple(_held(claim) for claim in sorted(told, key=lambda claim: claim.mention.start))


def _told_closer(claim: _Claimed, claims: Iterable[_Claimed]) -> bool:
    """Whether a certificate of no stated level is only the heading over one that is said ("ITIL certifications: ITIL v3 Foundation")."""
    closer = (one for one in claims if one is not claim and one.status is claim.status and claim.credential.id in one.credential.implies)
    return claim.credential.level == "unspecified" and claim.date is None and any(closer)


def _claim(page: CvPage, number: int) -> _Claimed | None:
    """What one mention says that the candidate holds; None where it is no credential, or another person's."""
    mention = page.mentions[number]
    at = page.line_at(mention.start)
    if mention.qualifier is Qualifier.NEGATED or mention.category not in _NAMING or at is None:
        return None
    kind = page.section_at(mention.start)
    credential = _credential(page, mention, kind, page.lines[at])
    if credential is None or not _own(page, mention, kind, page.lines[at]):
        return None
    status, date = standing(page, number, at)
    rank = 0 if kind is SectionKind.CERTIFICATIONS else 1 if kind in _OWN else 2 if kind in {None, SectionKind.CONTACT} else 3
    return _Claimed(credential, mention, status, date, rank)


def _credential(page: CvPage, mention: Mention, kind: SectionKind | None, line: TextLine) -> Credential | None:
    """The credential a mention names; a method names its certificate where the level is not said but the wording or the section is."""
    known = page.taxonomy.credential(mention.concept)
    if known is not None or mention.category is not Category.METHOD:
        return known
    around = max(line.start, mention.start - 25), min(line.end, mention.end + 25)
    listed = kind in {None, SectionKind.CONTACT} and _among_credentials(page, mention, line)
    if kind is not SectionKind.CERTIFICATIONS and not listed and not page.says("certificate_words", *around):
        return None
    name = mention.label.casefold()
    return next((one for one in page.without_level if mention.concept in one.implies and one.name.casefold().startswith(name)), None)


def _among_credentials(page: CvPage, mention: Mention, line: TextLine) -> bool:
    """Whether a method is an item of its own beside credentials: "Jane Roe, PMP, PRINCE2" names a certificate, "PMP, agile" none."""
    text = page.document.text
    before, after = text[line.start : mention.start].rstrip(), text[mention.end : line.end].lstrip()
    alone = before[-1:] in {",", "|", "•", "·", "/"} or not before
    beside = any(one.category is Category.CREDENTIAL and line.start <= one.start < line.end for one in page.mentions)
    return beside and alone and (not after or after[0] in ",|•·/") and mention.surface.isupper()


def _own(page: CvPage, mention: Mention, kind: SectionKind | None, line: TextLine) -> bool:
    """Whether the candidate speaks of himself: not of candidates, teams or staff, and in a job only where it was earned there."""
    if kind in _OTHERS:
        return False
    start, end = max(line.start, mention.start - _NEARBY), min(line.end, mention.end + _NEARBY)
    about = page.says("for_others", start, mention.start)
    after = _CERTIFIED.sub("", page.document.text[mention.end : end].lstrip(" -‐‑–"))
    beside = any_word(word_list(page.taxonomy, FILE, "others")).match(after) is not None
    plural = mention.surface.endswith("s") and mention.surface[:-1].isupper()
    candidate = mention.qualifier is Qualifier.IN_PROGRESS and not about
    if plural or (beside and not candidate) or (about and page.says("others", start, end)):
        return False
    if kind in WORK:
        return page.says("held", start, end) and not about
    return not (about and kind not in _OWN and kind is not SectionKind.CONTACT and line.bullet)


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
        " ".join(mention.surface.split()) if mention.narrower else credential.name or credential.label,
        None if mention.narrower else credential.acronym,
        credential.issuer or None,
        claim.status,
        claim.date,
        mention.surface,
        Span(mention.start, mention.end),
        mention.narrower,
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
