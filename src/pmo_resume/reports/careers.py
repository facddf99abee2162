"""The way to a role for people at a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pmo_resume.careers import MEASURES, money
from pmo_resume.model.career import Career, Condition, Eligibility, Market, PartView, Quote, Size, Standing
from pmo_resume.model.rules import Source
from pmo_resume.reports.extracts import Json, head
from pmo_resume.reports.printing import painted, printable, wrapped

_SIGN = {Standing.MET: "●", Standing.OPEN: "○", Standing.UNCLEAR: "?"}
_COLOUR = {Standing.MET: "32", Standing.OPEN: "31", Standing.UNCLEAR: "33"}
_BOLD = "1"
_DEMANDS = 10


def career_table(career: Career, width: int = 80, colour: bool = False) -> str:
    """Ladder, the seven parts, credentials, roadmap and, where there are postings, what they ask."""
    title = f"{career.resume.name.value if career.resume.name else career.resume.document.name} towards {career.target.title}"
    lines = [painted(printable(title), _BOLD, colour), "", *_ladder(career, width, colour)]
    for view in career.parts:
        lines += ["", *_part(view, width, colour)]
    lines += ["", painted("Credentials", _BOLD, colour)]
    for one in career.eligibility:
        lines += _credential(one, width, colour)
    lines += ["", painted("Roadmap", _BOLD, colour), *(_steps(career, width) if career.steps else ["  Nothing is open."])]
    if career.market:
        lines += ["", *_market(career.market, width, colour)]
    return "\n".join(lines)


def career_json(career: Career) -> Json:
    """The same for programs; `start` and `end` count characters of the CV's text."""
    return {
        **head("career", career.resume.document.name),
        "as_of": career.resume.as_of,
        "target": {"role": career.target.id, "title": career.target.title, "level": career.target.level, "rung": career.rung.id},
        "place": {
            "by_title": career.place.by_title,
            "title": _quotes([career.place.title] if career.place.title else []),
            "by_scope": career.place.by_scope,
            "titling": career.place.titling.name.lower(),
            "sizes": [
                {"measure": size.measure, "amount": size.amount, "level": size.level, "proof": _quotes(size.proof)}
                for size in career.place.sizes
            ],
        },
        "parts": [_part_json(view) for view in career.parts],
        "credentials": [_credential_json(one) for one in career.eligibility],
        "roadmap": [
            {"what": step.what, "part": step.part.value, "months": step.months, "unlocks": list(step.unlocks)} for step in career.steps
        ],
        "market": _market_json(career.market) if career.market else None,
        "keywords": career.resume.taxonomy.fingerprint,
    }


def lift_told(raised: int, postings: int, points: float, label: str) -> str:
    """What a step would bring, in a sentence."""
    return f"{label} would lift {raised} of {postings} posting{'' if postings == 1 else 's'} by {points:g} points on average."


def size_told(size: Size) -> str:
    """What was measured and how much of it."""
    return f"{MEASURES[size.measure]}: {money(size.amount) if size.measure == 'budget' else size.amount}"


def _ladder(career: Career, width: int, colour: bool) -> Iterator[str]:
    place = career.place
    for rung in reversed(career.rungs):
        marks = [
            *(["your title"] if rung.level == place.by_title else []),
            *(["your scope"] if rung.level == place.by_scope else []),
            *(["target"] if rung is career.rung else []),
        ]
        line = f"  {rung.level} {rung.name:<38}{'  ← ' + ', '.join(marks) if marks else ''}".rstrip()
        yield painted(line, _BOLD, colour) if marks else line
    yield ""
    yield from wrapped(f"{place.titling.value.capitalize()}.", width, indent=2)
    if place.title:
        yield from wrapped(f'Title: "{place.title.text}" · {place.title.where}', width, indent=2)
    for size in place.sizes:
        yield from wrapped(f'{size_told(size)} (rung {size.level}): "{size.proof[0].text}"', width, indent=2)


def _part(view: PartView, width: int, colour: bool) -> Iterator[str]:
    yield painted(f"{view.part.value}: {view.count(Standing.MET)} of {len(view.asks)}", _BOLD, colour)
    for ask in view.asks:
        yield from _signed(ask.standing, f"{ask.asked} · {ask.found}", width, colour)
        for quote in ask.proof[:1]:
            yield from wrapped(f'"{quote.text}" · {quote.where}', width, indent=6)
        if ask.step:
            yield from wrapped(f"Next: {ask.step}", width, indent=6)


def _credential(one: Eligibility, width: int, colour: bool) -> Iterator[str]:
    if one.held:
        yield from _signed(Standing.MET, f"{one.name} · held, renewed: {one.renewal or 'unknown'}", width, colour)
        return
    yield from _signed(one.standing, f"{one.name} · renewed: {one.renewal or 'unknown'}", width, colour)
    for condition in one.conditions:
        yield from wrapped(f"{condition.asked}: {condition.found} ({condition.standing.value})", width, indent=6)
    yield from wrapped(f"Source: {source_told(one.source)}", width, indent=6)


def source_told(source: Source) -> str:
    """Where a rule comes from and when it was read."""
    return f"{source.where}, {source.read}".removesuffix(", ")


def _signed(standing: Standing, text: str, width: int, colour: bool) -> Iterator[str]:
    first, *rest = wrapped(text, width, indent=4)
    yield "  " + painted(_SIGN[standing], _COLOUR[standing], colour) + first[3:]
    yield from rest


def _steps(career: Career, width: int) -> Iterator[str]:
    for number, step in enumerate(career.steps, 1):
        opens = f" Opens: {', '.join(step.unlocks)}." if step.unlocks else ""
        yield from wrapped(f"{number}. {step.what}{opens}", width, indent=2)


def _market(market: Market, width: int, colour: bool) -> Iterator[str]:
    yield painted(f"What {market.postings} posting{'' if market.postings == 1 else 's'} ask", _BOLD, colour)
    for demand in market.demands[:_DEMANDS]:
        standing = Standing.MET if demand.shown else Standing.OPEN
        yield from _signed(standing, f"{demand.postings:>3}  {demand.label}", width, colour)
    yield ""
    for lift in market.lifts:
        yield from wrapped(lift_told(lift.raised, market.postings, lift.points, lift.label), width, indent=2)


def _quotes(quotes: Sequence[Quote]) -> list[Json]:
    return [{"text": one.text, "start": one.span.start, "end": one.span.end, "where": one.where} for one in quotes]


def _source(source: Source) -> Json:
    return {"where": source.where, "read": source.read}


def _part_json(view: PartView) -> Json:
    return {
        "part": view.part.value,
        "asks": [
            {
                "asked": ask.asked,
                "standing": ask.standing.value,
                "found": ask.found,
                "proof": _quotes(ask.proof),
                "step": ask.step,
                "source": _source(ask.source),
            }
            for ask in view.asks
        ],
    }


def _condition(condition: Condition) -> Json:
    return {
        "asked": condition.asked,
        "standing": condition.standing.value,
        "found": condition.found,
        "proof": _quotes(condition.proof),
        "missing_months": condition.missing,
    }


def _credential_json(one: Eligibility) -> Json:
    return {
        "credential": one.credential,
        "name": one.name,
        "held": one.held,
        "standing": one.standing.value,
        "conditions": [_condition(condition) for condition in one.conditions],
        "renewal": one.renewal,
        "implies": list(one.implies),
        "unlocks": list(one.unlocks),
        "note": one.note,
        "source": _source(one.source),
    }


def _market_json(market: Market) -> dict[str, Any]:
    return {
        "postings": market.postings,
        "demands": [{"concept": one.concept, "label": one.label, "postings": one.postings, "shown": one.shown} for one in market.demands],
        "lifts": [{"concept": one.concept, "label": one.label, "raised": one.raised, "points": one.points} for one in market.lifts],
    }
