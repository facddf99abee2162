"""What the tool finds in a posting, as marks on the text that a person marked."""

from __future__ import annotations

from evals.mentions.annotations import CREDENTIAL, Annotated, Mark
from pmo_resume import api
from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import Posting, RequirementKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.nlp.reader import Reader

_SKILLS = {one.value: one.value for one in list(Category)[:8]} | {Category.METRIC.value: Category.FUNCTION.value}


class OtherText(ValueError):
    """The document that was read has other letters than the text that was annotated, so places cannot be compared."""


class Finder:
    """Finds the skills and credentials that postings ask for, with one taxonomy."""

    def __init__(self, taxonomy: Taxonomy | None = None) -> None:
        self._taxonomy = taxonomy or api.load_taxonomy()
        self._reader = Reader(self._taxonomy)

    def find(self, annotated: Annotated) -> tuple[Mark, ...]:
        """The findings, in text order. Raises OtherText."""
        posting = self._reader.posting(api.read_document(annotated.text.encode()))
        place = _places(posting.document.text, annotated)
        asked = _asked_as_credentials(posting)
        found = []
        for mention in posting.mentions:
            category = self._category(mention)
            if category is not None:
                found.append(Mark(*place(mention), category))
            if mention in asked and category != CREDENTIAL:
                found.append(Mark(*place(mention), f"{CREDENTIAL} by wording"))
        return tuple(found)

    def _category(self, mention: Mention) -> str | None:
        """What a person would have marked it as; a clearance is a condition, and neither a skill nor a credential."""
        credential = self._taxonomy.credential(mention.concept)
        if mention.is_open and mention.category is Category.CREDENTIAL:
            return CREDENTIAL
        if credential is not None:
            return None if credential.level == "clearance" else CREDENTIAL
        return _SKILLS.get(mention.category.value)


def _asked_as_credentials(posting: Posting) -> set[Mention]:
    """The methods that are asked for as certificates ("certified in Agile"); a wording that no list of certificates needs to know."""
    return {mention for item in posting.requirements if item.kind is RequirementKind.CREDENTIAL for mention in item.mentions}


def _places(read: str, annotated: Annotated):  # type: ignore[no-untyped-def]
    """From places in the text as read to places in the text as annotated; they may differ in white space only."""
    if read == annotated.text:
        return lambda mention: (mention.start, mention.end)
    if "".join(read.split()) != "".join(annotated.text.split()):
        raise OtherText(annotated.name)
    ours = [index for index, letter in enumerate(read) if not letter.isspace()]
    theirs = [index for index, letter in enumerate(annotated.text) if not letter.isspace()]
    to = dict(zip(ours, theirs, strict=True))
    return lambda mention: (to[mention.start], to[mention.end - 1] + 1)
