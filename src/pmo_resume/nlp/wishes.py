"""What is only welcome told from what is asked inside one clause, and how far the wording of one piece governs its neighbours."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.asked import Piece
from pmo_resume.nlp.posting_cuts import trimmed
from pmo_resume.nlp.priority import stated
from pmo_resume.nlp.wording import straight, wording

_FEW = 3  # words in front of a wish that ask for something themselves
# The last thing behind a comma or a dash; where it joins others with "or" it is one list with what stands before.
_LAST = re.compile(r"(?:,|;|\s[-–—])\s+(?:(?:and|with)\s+)?(?P<last>(?:(?!\b(?:or|and|and/or)\b)[^,;()/])+)$")
_MEASURED = (RequirementKind.EXPERIENCE, RequirementKind.EDUCATION)


def main_part(text: str, taxonomy: Taxonomy) -> str:
    """What stands before "preferably …" in the middle of a piece: the wish behind it does not weaken the ask in front."""
    match = wording(taxonomy, "preferred_opens").search(straight(text))
    if match is None or len(text[: match.start()].split()) < _FEW or not text[match.end() :].strip(" .;,)"):
        return text
    return text[: match.start()]


def wishes_apart(text: str, pieces: tuple[Piece, ...], taxonomy: Taxonomy) -> tuple[Piece, ...]:
    """Cuts a piece where "preferably" opens what is only welcome, if something is asked on both sides of it, and before the last thing
    of "10 years in projects, rail highly regarded", which alone is welcome."""
    found: list[Piece] = []
    for piece in (part for whole in pieces for part in _last_apart(text, whole, taxonomy)):
        words = straight(text[piece.span.start : piece.span.end])
        match = wording(taxonomy, "preferred_opens").search(words)
        at = piece.span.start + match.start() if match else piece.span.start
        before = tuple(mention for mention in piece.mentions if mention.end <= at)
        after = tuple(mention for mention in piece.mentions if mention.start >= at)
        if not after or at == piece.span.start or (piece.years and piece.years.span.start >= at):
            found.append(piece)
            continue
        kind = _kind_of(after)
        first = piece.kind
        if first is RequirementKind.CREDENTIAL and not any(mention.category == "credential" for mention in before):
            first = RequirementKind.SKILL
        found.append(replace(piece, span=trimmed(text, piece.span.start, at), mentions=before, kind=first))
        found.append(Piece(trimmed(text, at, piece.span.end), kind, "preferably", after))
    return tuple(found)


def _last_apart(text: str, piece: Piece, taxonomy: Taxonomy) -> tuple[Piece, ...]:
    """A piece about years or a degree without the wish behind its last comma, and that wish."""
    words = straight(text[piece.span.start : piece.span.end])
    match = _LAST.search(words) if piece.kind in _MEASURED else None
    own = stated(match["last"], taxonomy) if match else None
    if match is None or own is None or own[0] is not Priority.PREFERRED or stated(words[: match.start()], taxonomy) == own:
        return (piece,)
    wish = wording(taxonomy, "preferred").search(match["last"])
    at = piece.span.start + match.start()
    signs = [sign.span.start for sign in (piece.years, piece.degree) if sign is not None]
    if wish is None or not match["last"][: wish.start()].strip() or any(start >= at for start in signs) or not signs:
        return (piece,)
    before = tuple(mention for mention in piece.mentions if mention.end <= at)
    after = tuple(mention for mention in piece.mentions if mention.start >= at)
    span = trimmed(text, piece.span.start + match.start("last"), piece.span.end)
    return replace(piece, span=trimmed(text, piece.span.start, at), mentions=before), Piece(span, _kind_of(after), ",", after)


def _kind_of(mentions: tuple[Mention, ...]) -> RequirementKind:
    credential = any(mention.category == "credential" for mention in mentions)
    return RequirementKind.CREDENTIAL if credential else RequirementKind.SKILL


def shared_wording(text: str, pieces: tuple[Piece, ...], taxonomy: Taxonomy) -> list[tuple[Priority, str] | None]:
    """Wording shared over "and": in "a degree and PMP preferred" both are; over a comma each stands for itself."""
    own = [stated(main_part(text[piece.span.start : piece.span.end], taxonomy), taxonomy) for piece in pieces]
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
