"""Jobs stay in the candidate's order; within each, the lines that answer the posting come first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import Line, Position, Resume
from pmo_resume.model.tailored import Change, Claim, TailoredPosition
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.changes import added, asked_phrase, moved
from pmo_resume.tailoring.parts import fact_claim, line_claim, verbatim
from pmo_resume.tailoring.select import Relevance, relevance


@dataclass(frozen=True, slots=True)
class _Bundle:
    """A bullet with what hangs from it (its sub-bullets), moved as one."""

    lines: tuple[Line, ...]
    worth: Relevance
    fixed: bool


def tailor_positions(resume: Resume, coverage: Coverage) -> tuple[tuple[TailoredPosition, ...], tuple[Change, ...]]:
    """Every job with its lines in order of relevance, and the moves that made it so."""
    positions, changes = [], []
    for position in resume.experience:
        tailored, moves = _position(position, resume, coverage)
        positions.append(tailored)
        changes.extend(moves)
    return tuple(positions), tuple(changes)


def place(position: Position | TailoredPosition) -> str:
    """The job in a reader's words: title and employer."""
    facts = [position.title, position.employer]
    texts = [fact.text if isinstance(fact, Claim) else fact.value for fact in facts if fact]
    return ", ".join(text for text in texts if text) or "a role without a title"


def _position(position: Position, resume: Resume, coverage: Coverage) -> tuple[TailoredPosition, list[Change]]:
    bundles = _bundles(position.highlights, resume, coverage)
    ordered = _ordered(bundles)
    claims = tuple(_line(line, resume) for bundle in ordered for line in bundle.lines)
    dates = verbatim(" ".join(position.period.text.split()), position.period.span) if position.period else None
    employer = fact_claim(position.employer) if position.employer else None
    title = fact_claim(position.title) if position.title else employer or dates or Claim("", verbatim("").rule)
    tailored = TailoredPosition(
        title=title,
        employer=employer if position.title else None,
        location=fact_claim(position.location) if position.location else None,
        dates=dates if position.title or employer else None,
        highlights=claims,
    )
    own = [bundle for bundle in bundles if not resume.is_confirmed(bundle.lines[0].span)]
    moves = _moves(place(position), own, [bundle for bundle in ordered if bundle in own], resume.taxonomy)
    return tailored, [*moves, *_confirmed(place(position), ordered, resume)]


def _line(line: Line, resume: Resume) -> Claim:
    claim = line_claim(line)
    return replace(claim, reason="confirmed by you") if resume.is_confirmed(line.span) else claim


def _confirmed(where: str, bundles: list[_Bundle], resume: Resume) -> list[Change]:
    """The lines that are not the CV's own but were confirmed."""
    told = (bundle for bundle in bundles if resume.is_confirmed(bundle.lines[0].span))
    return [
        added(
            where,
            bundle.lines[0].text,
            f"you confirmed it; it {asked_phrase(bundle.worth.asks, resume.taxonomy)}" if bundle.worth.asks else "you confirmed it",
        )
        for bundle in told
    ]


def _bundles(lines: tuple[Line, ...], resume: Resume, coverage: Coverage) -> list[_Bundle]:
    grouped: list[list[Line]] = []
    for line in lines:
        if grouped and line.bullet and _hangs(line, grouped[-1][0], grouped[-1][-1], resume):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return [_bundle(tuple(group), resume, coverage) for group in grouped]


def _bundle(lines: tuple[Line, ...], resume: Resume, coverage: Coverage) -> _Bundle:
    each = [relevance(line, resume, coverage) for line in lines]
    best = max(each, key=lambda item: item.score)
    return _Bundle(lines, best, fixed=not lines[0].bullet)


def _hangs(line: Line, head: Line, last: Line, resume: Resume) -> bool:
    if not head.bullet:
        return False
    if last.text.endswith(":"):
        return True
    return _level(line, resume) > _level(head, resume)


def _level(line: Line, resume: Resume) -> int:
    block = resume.document.block_at(line.span.start)
    return block.level if block else 0


def _ordered(bundles: list[_Bundle]) -> list[_Bundle]:
    """Bullets sorted by worth between lines that are not bullets (a scene-setting sentence, a sub-heading), which stay where they are."""
    ordered: list[_Bundle] = []
    run: list[_Bundle] = []
    for bundle in bundles:
        if bundle.fixed:
            ordered += [*_by_worth(run), bundle]
            run = []
        else:
            run.append(bundle)
    return ordered + _by_worth(run)


def _by_worth(run: list[_Bundle]) -> list[_Bundle]:
    return sorted(run, key=lambda bundle: -bundle.worth.score)


def _moves(where: str, before: list[_Bundle], after: list[_Bundle], taxonomy: Taxonomy) -> list[Change]:
    """Only what went up is told: the rest went down because of it."""
    changes = []
    for new, bundle in enumerate(after):
        old = before.index(bundle)
        if new < old:
            reason = asked_phrase(bundle.worth.asks, taxonomy) if bundle.worth.asks else "it states a measured result"
            changes.append(moved(where, bundle.lines[0].text, old, new, reason))
    return changes
