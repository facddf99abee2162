"""The opening lines: the candidate's own where there are any, else one or two plain sentences made of proved facts."""

from __future__ import annotations

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Fact, Line, Position, Resume
from pmo_resume.model.tailored import Change, Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.tailoring import changes
from pmo_resume.tailoring.credentials import full_name
from pmo_resume.tailoring.headline import asked_credentials
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.named import employer_of
from pmo_resume.tailoring.parts import Part, line_claim
from pmo_resume.tailoring.phrases import joined
from pmo_resume.tailoring.select import relevance
from pmo_resume.tailoring.tenure import dated_spans, stated_years
from pmo_resume.tailoring.titles import held_title, shown_title

WHERE = "Summary"
_REASON = "the CV has no summary; every word is a fact of its own lines"


def tailor_summary(resume: Resume, posting: Posting, coverage: Coverage) -> Part:
    """Sentences stay in the candidate's order, for they lean on each other; bullets of a summary are sorted by what is asked."""
    if not resume.summary:
        return _composed(resume, posting, coverage)
    if not all(line.bullet for line in resume.summary):
        return Part(tuple(line_claim(line) for line in resume.summary))
    lines = sorted(resume.summary, key=lambda line: -relevance(line, resume, coverage).score)
    moves = [_moved(line, old, new) for new, line in enumerate(lines) if new < (old := resume.summary.index(line))]
    return Part(tuple(line_claim(line) for line in lines), tuple(moves))


def _moved(line: Line, old: int, new: int) -> Change:
    return changes.moved(WHERE, line.text, old, new, "it answers more of what the posting asks")


def _composed(resume: Resume, posting: Posting, coverage: Coverage) -> Part:
    claims = [claim for claim in (_who(resume, posting, coverage), _results(resume, coverage)) if claim]
    return Part(tuple(claims), tuple(changes.added(WHERE, claim.text, claim.reason) for claim in claims))


def _who(resume: Resume, posting: Posting, coverage: Coverage) -> Claim | None:
    title = held_title(resume, posting)
    if title is None:
        return None
    lead = shown_title(title.value, resume.taxonomy)
    text, sources = lead, [title.span]
    years, _ = stated_years(resume)
    if years:
        text, sources = _frame(resume, "years").format(title=lead, years=years), [*sources, *dated_spans(resume)]
    employers = _employers(resume, None if years else title)
    if employers:
        key, slots = ("employer", next(iter(employers))) if len(employers) == 1 else ("employers", joined(list(employers)))
        text = _frame(resume, key).format(text=text, **{key: slots})
        sources += employers.values()
    held = asked_credentials(resume, coverage)[:3]
    if held:
        text = _frame(resume, "holding").format(text=text, items=joined([full_name(item, resume) for item in held]))
        sources += [item.span for item in held]
    return Claim(f"{text}.", Rule.COMPOSED, tuple(sources), _REASON) if text != lead else None


def _frame(resume: Resume, key: str) -> str:
    return words(resume.taxonomy, "letter", f"who_summary_{key}")[0]


def _employers(resume: Resume, title: Fact | None) -> dict[str, Span]:
    """The first three employers; of a title without years to it, only the one where it was held; one alone must be that as well."""
    jobs = [item for item in resume.experience if item.employer and employer_of(item, resume)]
    found = {item.employer.value: item.employer.span for item in jobs if item.employer and title in (None, item.title)}
    return dict(list(found.items())[:3])


def _results(resume: Resume, coverage: Coverage) -> Claim | None:
    """The two results that answer most, quoted."""
    rated = [(relevance(line, resume, coverage), line, position) for position in resume.experience for line in position.highlights]
    best = sorted(
        ((worth, line) for worth, line, position in rated if _quotable(worth.measured, line, position)), key=lambda item: -item[0].score
    )[:2]
    if not best:
        return None
    quoted = "; ".join(line.text.rstrip(" .;,") for _, line in best)
    text = _frame(resume, "results" if len(best) > 1 else "result").format(items=quoted)
    return Claim(text, Rule.COMPOSED, tuple(line.span for _, line in best), _REASON)


def _quotable(measured: bool, line: Line, position: Position) -> bool:
    return measured and len(line.text.split()) <= 30 and ":" not in line.text and position.title is not None
