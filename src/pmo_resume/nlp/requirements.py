"""The requirements of a posting: every clause that asks something, taken apart, weighed and numbered in text order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Requirement, RequirementKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.asked import Piece, take_apart
from pmo_resume.nlp.choices import accepts_equivalent, choices
from pmo_resume.nlp.clause_kinds import ClauseKind, carries_on, is_named_thing, kind_of, opens_like_ask, opens_like_duty
from pmo_resume.nlp.posting_clauses import clauses, trimmed
from pmo_resume.nlp.posting_headings import Part
from pmo_resume.nlp.posting_sections import Stretch, stretches
from pmo_resume.nlp.priority import of_piece, stated
from pmo_resume.nlp.terms import mentions_of
from pmo_resume.nlp.text import document_of, mark
from pmo_resume.nlp.vocabulary import current
from pmo_resume.nlp.wording import straight, wording

KEY = "pmo_requirements"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a posting with what it is and the part and heading it stands under."""

    span: Span
    kind: ClauseKind
    part: Part
    heading: str


_FEW = 3  # lines that make a list


def read_clauses(document: Document, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> tuple[Clause, ...]:
    """All clauses of the posting in reading order. `mentions` keep a cut from falling into a name such as "PowerPoint"."""
    keep = tuple(mention.span for mention in mentions)
    parts = stretches(document, taxonomy)
    voted = _lists_of_asks(document, parts, taxonomy)
    found: list[Clause] = []
    for index, stretch in enumerate(parts):
        spans = clauses(document.text, stretch.span, taxonomy, keep=_inside(keep, stretch.span))
        part, heading = (stretch.part, stretch.heading) if not _all_asks(document, stretch, spans, taxonomy) else (Part.REQUIRED, "")
        for span in spans:
            text = document.text[span.start : span.end]
            kind = kind_of(text, part, taxonomy, bullet=stretch.bullet, list_of_asks=index in voted)
            if kind is ClauseKind.NOTHING and part is Part.ROLE:
                kind = _by_neighbours(text, span, found, keep, taxonomy, bullet=stretch.bullet)
            found.append(Clause(span, kind, part, heading))
    return tuple(found)


def _by_neighbours(text: str, span: Span, found: list[Clause], named: tuple[Span, ...], taxonomy: Taxonomy, *, bullet: bool) -> ClauseKind:
    """The kind of a clause whose own words do not tell it: a sentence goes on with the work before it, a line names a thing asked."""
    if found and found[-1].kind is ClauseKind.DUTY and carries_on(text, taxonomy):
        return ClauseKind.DUTY
    letters = sum(one.end - one.start for one in named if one in span)
    if bullet and is_named_thing(text, letters, taxonomy):
        return found[-1].kind if found and found[-1].kind is ClauseKind.ASK else ClauseKind.DUTY
    return ClauseKind.NOTHING


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


def _inside(spans: tuple[Span, ...], outer: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if outer.start <= span.start < outer.end)


def _all_asks(document: Document, stretch: Stretch, spans: tuple[Span, ...], taxonomy: Taxonomy) -> bool:
    """Whether a paragraph under no heading of asks is a list of them that lost its heading and its line breaks."""
    if len(spans) < _FEW or stretch.part not in (Part.DUTIES, Part.ROLE):
        return False
    asks = sum(opens_like_ask(document.text[span.start : span.end], taxonomy) for span in spans)
    duties = sum(opens_like_duty(document.text[span.start : span.end], taxonomy) for span in spans)
    return asks * 2 > len(spans) and asks > duties * 2


def _lists_of_asks(document: Document, parts: tuple[Stretch, ...], taxonomy: Taxonomy) -> set[int]:
    """Lines of lists without a telling heading, most lines of which begin like asks and few like duties."""
    found: set[int] = set()
    run: list[int] = []
    for index, stretch in enumerate([*parts, None]):
        if (
            stretch is not None
            and stretch.part is Part.ROLE
            and (stretch.bullet and (not run or parts[run[-1]].heading == stretch.heading))
        ):
            run.append(index)
            continue
        texts = [document.quote(parts[item].span) for item in run]
        asks = sum(opens_like_ask(text, taxonomy) for text in texts)
        duties = sum(opens_like_duty(text, taxonomy) for text in texts)
        if len(run) >= _FEW and asks * 2 > len(run) and asks > duties:
            found.update(run)
        run = []
    return found


def _duty(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> list[Requirement]:
    concepts = tuple(dict.fromkeys(mention.concept for mention in mentions if mention.kind != "role"))
    if not concepts:
        return []
    basis = f'section: "{clause.heading}"' if clause.part is Part.DUTIES and clause.heading else "default"
    text = document.quote(clause.span)
    named = tuple(replace(mention, priority=Priority.NAMED, basis=basis) for mention in mentions)
    return [Requirement("", text, clause.span, RequirementKind.DUTY, Priority.NAMED, basis, concepts, mentions=named)]


def _asked(document: Document, clause: Clause, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> list[Requirement]:
    pieces = _wishes_apart(document.text, take_apart(document.text, clause.span, mentions, taxonomy), taxonomy)
    shared = _shared(document.text, pieces, taxonomy)
    made: list[Requirement] = []
    for piece, common in zip(pieces, shared, strict=True):
        words = _main_part(document.text[piece.span.start : piece.span.end], taxonomy)
        priority, basis = of_piece(words, clause.part, clause.heading, taxonomy, shared=common)
        made.extend(_requirement(document, piece, priority, basis, taxonomy))
    return made


def _main_part(text: str, taxonomy: Taxonomy) -> str:
    """What stands before "preferably …" in the middle of a piece: the wish behind it does not weaken the ask in front."""
    match = wording(taxonomy, "preferred_opens").search(straight(text))
    if match is None or len(text[: match.start()].split()) < _FEW or not text[match.end() :].strip(" .;,)"):
        return text
    return text[: match.start()]


def _wishes_apart(text: str, pieces: tuple[Piece, ...], taxonomy: Taxonomy) -> tuple[Piece, ...]:
    """Cuts a piece where "preferably" opens what is only welcome, if something is asked on both sides of it."""
    found: list[Piece] = []
    for piece in pieces:
        words = straight(text[piece.span.start : piece.span.end])
        match = wording(taxonomy, "preferred_opens").search(words)
        at = piece.span.start + match.start() if match else piece.span.start
        before = tuple(mention for mention in piece.mentions if mention.end <= at)
        after = tuple(mention for mention in piece.mentions if mention.start >= at)
        if not after or at == piece.span.start or (piece.years and piece.years.span.start >= at):
            found.append(piece)
            continue
        kind = RequirementKind.CREDENTIAL if any(mention.category == "credential" for mention in after) else RequirementKind.SKILL
        first = piece.kind
        if first is RequirementKind.CREDENTIAL and not any(mention.category == "credential" for mention in before):
            first = RequirementKind.SKILL
        found.append(replace(piece, span=trimmed(text, piece.span.start, at), mentions=before, kind=first))
        found.append(Piece(trimmed(text, at, piece.span.end), kind, "preferably", after))
    return tuple(found)


def _shared(text: str, pieces: tuple[Piece, ...], taxonomy: Taxonomy) -> list[tuple[Priority, str] | None]:
    """Wording shared over "and": in "a degree and PMP preferred" both are; over a comma each stands for itself."""
    own = [stated(_main_part(text[piece.span.start : piece.span.end], taxonomy), taxonomy) for piece in pieces]
    result = list(own)
    for index in range(len(pieces) - 2, -1, -1):
        behind_bracket = pieces[index + 1].joint == "(" and _behind_bracket(text, pieces[index + 1], taxonomy)
        if result[index] is None and (behind_bracket or pieces[index + 1].joint in ("and", "or", "with", "and/or")):
            result[index] = result[index + 1]
    for index in range(1, len(pieces)):
        if (
            result[index] is None
            and own[index - 1] is not None
            and pieces[index].joint != "preferably"
            and _opens(text, pieces[index - 1], taxonomy)
        ):
            result[index] = own[index - 1]
    return result


def _behind_bracket(text: str, piece: Piece, taxonomy: Taxonomy) -> bool:
    """Whether the wording stands behind the bracket that holds a piece: "certification (e.g. PMP) desired" is all desired."""
    words = straight(text[piece.span.start : piece.span.end])
    closed = words.find(")")
    return closed >= 0 and stated(words[closed:], taxonomy) is not None


def _opens(text: str, piece: Piece, taxonomy: Taxonomy) -> bool:
    """Whether a piece begins with its wording ("Must have a degree, PMP …"), which then governs what follows in the clause."""
    words = straight(text[piece.span.start : piece.span.end])
    return any(
        (match := wording(taxonomy, key).search(words)) is not None and match.start() < 15 and match.end() < len(words) - 10
        for key in ("preferred", "must")
    )


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
