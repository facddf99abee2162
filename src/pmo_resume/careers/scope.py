"""How large the work was that a CV shows: people led, budget held, projects at once, governance run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmo_resume.careers import quoting
from pmo_resume.careers.patterns import each_pattern, listed, numbers, pattern
from pmo_resume.matching.evidence import position_at
from pmo_resume.model.career import Quote, Size
from pmo_resume.model.findings import Qualifier
from pmo_resume.model.resume import Line, Resume
from pmo_resume.model.rules import Rung

MEASURES = {"team": "People led", "budget": "Budget held", "projects": "Projects at once", "governance": "Boards, gates and standards"}
_MOST = {"team": 5_000, "projects": 1_000}
"""Beyond these a number counts users or customers, not what one person runs."""


def sizes(resume: Resume) -> tuple[Size, ...]:
    """The largest of each measure that a job or the summary shows, with the line that says so; measures not shown are left out."""
    found = {measure: _largest(measure, _ANY[measure], resume) for measure in ("team", "budget", "projects")}
    found["governance"] = _governance(resume)
    return tuple(Size(measure, amount, _level(measure, amount, resume), proof) for measure, (amount, proof) in found.items() if amount)


def level_of(found: tuple[Size, ...]) -> int | None:
    """The rung that two measures at least bear out; None where fewer are shown."""
    levels = sorted((size.level for size in found), reverse=True)
    return levels[1] or None if len(levels) > 1 else None


def usual(measure: str, rung: Rung) -> int:
    """How much of a measure is usual on a rung."""
    amount: int = getattr(rung, measure)
    return amount


def _level(measure: str, amount: int, resume: Resume) -> int:
    reached = (rung.level for rung in resume.taxonomy.rungs.values() if 0 < usual(measure, rung) <= amount)
    return max(reached, default=0)


def _largest(measure: str, amounts: Callable[[str, Resume], Iterator[int]], resume: Resume) -> tuple[int, tuple[Quote, ...]]:
    lines = [*(line for job in resume.experience for line in job.highlights), *resume.summary]
    best: tuple[int, Line | None] = (0, None)
    for line in lines:
        if pattern(resume.taxonomy, "helping").search(line.text):
            continue
        for amount in amounts(line.text, resume):
            if best[0] < amount <= _MOST.get(measure, amount):
                best = (amount, line)
    return best[0], (quoting.of_line(best[1], resume),) if best[1] else ()


def _counts(measure: str) -> Callable[[str, Resume], Iterator[int]]:
    def amounts(text: str, resume: Resume) -> Iterator[int]:
        spoken = numbers(resume.taxonomy, "number_words")
        plain = " ".join(str(spoken.get(word.lower(), word)) for word in text.split())
        for one in each_pattern(resume.taxonomy, measure):
            for match in one.finditer(plain):
                digits = match[1].replace(",", "")
                if digits.isdigit():
                    yield int(digits)

    return amounts


def _budgets(text: str, resume: Resume) -> Iterator[int]:
    taxonomy = resume.taxonomy
    if not pattern(taxonomy, "budget_words").search(text):
        return
    units = numbers(taxonomy, "units")
    others = pattern(taxonomy, "not_budget")
    for one in each_pattern(taxonomy, "budget"):
        for match in one.finditer(text):
            number = match[1].replace(",", "").rstrip(".")
            if others.search(text, max(0, match.start() - 40), match.end() + 25) or number.count(".") > 1:
                continue
            yield int(float(number) * units.get((match[2] or "").lower(), 1))


_ANY: dict[str, Callable[[str, Resume], Iterator[int]]] = {"team": _counts("team"), "projects": _counts("projects"), "budget": _budgets}


def _governance(resume: Resume) -> tuple[int, tuple[Quote, ...]]:
    """How many different boards, gates and standards stand in a job, with the first place of each."""
    wanted = set(listed(resume.taxonomy, "governance"))
    places = {}
    for mention in resume.mentions:
        fits = mention.concept in wanted and mention.qualifier is not Qualifier.NEGATED
        if fits and mention.concept not in places and position_at(mention.span, resume):
            places[mention.concept] = quoting.around(mention.span, resume)
    return len(places), tuple(dict.fromkeys(places.values()))
