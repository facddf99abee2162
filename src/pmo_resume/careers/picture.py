"""The whole picture of a career, from a CV, the rules of its vocabulary and a target."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.careers.eligibility import eligibility
from pmo_resume.careers.leading import works
from pmo_resume.careers.market import market
from pmo_resume.careers.parts import parts
from pmo_resume.careers.place import place
from pmo_resume.careers.roadmap import steps
from pmo_resume.model.career import Career
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import RoleTitle


def picture(resume: Resume, target: RoleTitle, postings: Sequence[Posting] = ()) -> Career:
    """Where the person of the CV stands towards `target`, and the way there; with postings, also what those ask."""
    rungs = tuple(sorted(resume.taxonomy.rungs.values(), key=lambda rung: rung.level))
    rung = next(rung for rung in rungs if rung.level == target.level)
    found = works(resume)
    stands = place(resume)
    views = parts(resume, target, rung, found, stands.sizes)
    credentials = tuple(eligibility(one, resume, found) for one in rung.certifications)
    return Career(
        resume=resume,
        target=target,
        rung=rung,
        rungs=rungs,
        place=stands,
        parts=views,
        eligibility=credentials,
        steps=steps(views, credentials, rung),
        market=market(resume, postings) if postings else None,
    )
