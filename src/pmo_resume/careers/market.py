"""What a set of postings really asks, and the steps that would raise the most scores: each measured by scoring again with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pmo_resume.careers.eligibility import name
from pmo_resume.matching import match
from pmo_resume.model.career import Demand, Lift, Market
from pmo_resume.model.coverage import Contribution
from pmo_resume.model.facts import Confirmed
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.confirmed import with_confirmed
from pmo_resume.nlp.reader import Reader

_TRIED = 12
_TOLD = 5


def market(resume: Resume, postings: Sequence[Posting]) -> Market:
    """How often each thing is asked, and what having it would bring. A credential is added as one that is held, a skill as a line of the
    latest job; the CV itself stays as it is."""
    before = [match(resume, posting) for posting in postings]
    known = resume.taxonomy.terms.keys()
    asked = Counter(concept for coverage in before for concept in known & _concepts(coverage.contributions))
    missing = Counter(concept for coverage in before for concept in known & _concepts(filter(_unmet, coverage.contributions)))
    reader = Reader(resume.taxonomy)
    scores = [coverage.score for coverage in before]
    lifts = [lift for concept in _tried(missing, resume.taxonomy) if (lift := _lift(concept, resume, postings, scores, reader)).raised]
    lifts.sort(key=lambda lift: (-lift.raised * lift.points, lift.concept))
    demands = tuple(
        Demand(concept, _label(concept, resume.taxonomy), count, shown=concept not in missing) for concept, count in _often(asked)
    )
    return Market(len(postings), demands, tuple(lifts[:_TOLD]))


def _concepts(items: Iterable[Contribution]) -> set[str]:
    return {concept for item in items for concept in item.concepts}


def _unmet(item: Contribution) -> bool:
    """Whether an ask brings less than three quarters of its points."""
    return 4 * item.points < 3 * item.possible


def _tried(missing: Counter[str], taxonomy: Taxonomy) -> list[str]:
    """The credentials and the skills that are missing most often: credentials are asked more seldom, and weigh more."""
    often = [concept for concept, _ in _often(missing)]
    credentials = [concept for concept in often if taxonomy.credential(concept)]
    skills = [concept for concept in often if not taxonomy.credential(concept)]
    return [*credentials[:_TRIED], *skills[:_TRIED]]


def _often(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _label(concept: str, taxonomy: Taxonomy) -> str:
    return name(concept, taxonomy) if taxonomy.credential(concept) else taxonomy.terms[concept].label


def _lift(concept: str, resume: Resume, postings: Sequence[Posting], scores: Sequence[int], reader: Reader) -> Lift:
    """Raised postings and the points they rise by on average, over those that rise."""
    richer = _with(concept, resume, reader)
    gains = [match(richer, posting).score - score for posting, score in zip(postings, scores, strict=True)]
    raised = [gain for gain in gains if gain > 0]
    return Lift(concept, _label(concept, resume.taxonomy), len(raised), round(sum(raised) / len(raised), 1) if raised else 0.0)


def _with(concept: str, resume: Resume, reader: Reader) -> Resume:
    credential = resume.taxonomy.credential(concept)
    if credential or not resume.experience:
        section = SectionKind.CERTIFICATIONS if credential else SectionKind.SKILLS
        return with_confirmed(resume, [(Confirmed(resume.taxonomy.terms[concept].label, section=section), None)], reader)
    return with_confirmed(resume, [(Confirmed(resume.taxonomy.terms[concept].label), 0)], reader)
