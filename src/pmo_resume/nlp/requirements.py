"""The requirements of a posting: every clause that asks something, taken apart, weighed and numbered in text order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Requirement, RequirementKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp.asked import Piece, take_apart
from pmo_resume.nlp.choices import accepts_equivalent, choices
from pmo_resume.nlp.clause_kinds import ClauseKind
from pmo_resume.nlp.posting_clauses import Clause, read_clauses
from pmo_resume.nlp.posting_cuts import trimmed
from pmo_resume.nlp.posting_headings import Part
from pmo_resume.nlp.priority import not_needed, of_piece
from pmo_resume.nlp.terms import mentions_of
from pmo_resume.nlp.text import document_of, mark
from pmo_resume.nlp.vocabulary import current
from pmo_resume.nlp.wishes import main_part, shared_wording, wishes_apart

KEY = "pmo_requirements"


def requirements_of(
    document: Document, found: Iterable[Clause], mentions: tuple[Mention, ...], taxonomy: Taxonomy
) -> tuple[Requirement, ...]:
    """The requirements that the clauses make, with ids R1, R2 … in text order; a line that stands twice is asked once.

    Duties become requirements of kind DUTY where they name a concept. Hidden text has no clauses, so it asks nothing.
    """
    lines: list[list[Requirement]] = []
    for clause in found:
        inside = tuple(mention for mention in mentions if mention.span in clause.span)
        if clause.kind is ClauseKind.ASK:
            lines.append(_asked(document, clause, inside, taxonomy))
        elif clause.kind is ClauseKind.DUTY:
            lines.append(_duty(document, clause, inside))
    unique: dict[tuple[str, str], Requirement] = {}
    for draft in sorted(_told_once(lines), key=lambda item: item.span):
        unique.setdefault((draft.kind.value, " ".join(draft.text.lower().split()).strip(" .;,")), draft)
    return tuple(replace(draft, id=f"R{number}") for number, draft in enumerate(unique.values(), 1))


def _told_once(lines: list[list[Requirement]]) -> list[Requirement]:
    """Without bare numbers of years ("Experience: 10 years" in the head) that another line asks for in more words."""
    kept: list[Requirement] = []
    for line in lines:
        others = [draft for other in lines if other is not line for draft in other if draft.min_years is not None]
        kept += [draft for draft in line if not any(_tells_more(other, draft) for other in others)]
    return kept


def _tells_more(one: Requirement, other: Requirement) -> bool:
    """Whether `one` asks for the same years as a bare `other` and says of what, or is at least the longer of two bare ones."""
    if one.min_years != other.min_years or other.years_of or other.concepts:
        return False
    return bool(one.years_of or one.concepts) or len(one.text) > len(other.text)


def _duty(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> list[Requirement]:
    concepts = tuple(dict.fromkeys(mention.concept for mention in mentions if mention.kind != "role"))
    if not concepts:
        return []
    basis = f'section: "{clause.heading}"' if clause.part is Part.DUTIES and clause.heading else "default"
    text = document.quote(clause.span)
    named = tuple(replace(mention, priority=Priority.NAMED, basis=basis) for mention in mentions)
    return [Requirement("", text, clause.span, RequirementKind.DUTY, Priority.NAMED, basis, concepts, mentions=named)]


def _asked(document: Document, clause: Clause, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> list[Requirement]:
    pieces = wishes_apart(document.text, take_apart(document.text, clause.span, mentions, taxonomy), taxonomy)
    shared = shared_wording(document.text, pieces, taxonomy)
    made: list[Requirement] = []
    for piece, common in zip(pieces, shared, strict=True):
        if not_needed(document.text[piece.span.start : piece.span.end], taxonomy):
            continue
        words = main_part(document.text[piece.span.start : piece.span.end], taxonomy)
        priority, basis = of_piece(words, clause.part, clause.heading, taxonomy, shared=common)
        made.extend(_requirement(document, piece, priority, basis, taxonomy))
    return made


def _requirement(document: Document, piece: Piece, priority: Priority, basis: str, taxonomy: Taxonomy) -> list[Requirement]:
    text = document.quote(piece.span)
    weighed = tuple(replace(mention, priority=priority, basis=basis) for mention in piece.mentions)
    groups = choices(document.text, piece.span, weighed, taxonomy)
    base = Requirement("", text, piece.span, piece.kind, priority, basis, or_equivalent=accepts_equivalent(text, taxonomy))
    if piece.years is not None and piece.kind is RequirementKind.EXPERIENCE:
        base = replace(base, min_years=piece.years.years, years_of=piece.years.of)
    if piece.degree is not None and piece.kind is RequirementKind.EDUCATION:
        degree = piece.degree
        base = replace(base, level=degree.level, field_of_study=degree.field, or_experience=degree.or_experience)
    if not groups:
        return [base]
    made: list[Requirement] = []
    for index, group in enumerate(groups):
        span = trimmed(document.text, group.span.start, group.span.end)
        part = base if index == 0 else Requirement("", "", span, _kind_of_group(group.mentions), priority, basis)
        concepts = tuple(dict.fromkeys(mention.concept for mention in group.mentions))
        quote = document.quote(span) if len(groups) > 1 else text
        equivalent = accepts_equivalent(quote, taxonomy)
        made.append(
            replace(
                part,
                text=quote,
                span=span if len(groups) > 1 else piece.span,
                concepts=concepts,
                any_of=group.any_of,
                or_equivalent=equivalent,
                mentions=group.mentions,
            )
        )
    return made


def _kind_of_group(mentions: tuple[Mention, ...]) -> RequirementKind:
    credential = any(mention.category == "credential" for mention in mentions)
    return RequirementKind.CREDENTIAL if credential else RequirementKind.SKILL


@Language.factory(KEY)
def make_requirements(nlp: Language, name: str) -> RequirementFinder:  # noqa: ARG001 - the signature is spaCy's
    """The spaCy component `pmo_requirements`, with the taxonomy in use when it is made."""
    return RequirementFinder(current())


class RequirementFinder:
    """Puts each requirement of a posting into `doc.spans["pmo_requirements"]`, labelled with its kind, with its priority as id.

    Concepts that `pmo_terms` found before it are used to take clauses apart; without them the clauses are found all the same.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def __call__(self, doc: Doc) -> Doc:
        """Mark the requirements of `doc` and hand it back."""
        document = document_of(doc)
        mentions = mentions_of(doc, self._taxonomy)
        found = requirements_of(document, read_clauses(document, mentions, self._taxonomy), mentions, self._taxonomy)
        mark(doc, KEY, ((item.span.start, item.span.end, item.kind.value, item.priority.value) for item in found))
        return doc
