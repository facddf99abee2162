"""Tailoring as a whole: each part chosen and ordered by its own file, the left-over words placed, the letter written last."""

from __future__ import annotations

from dataclasses import replace

from pmo_resume.errors import NothingToTailor
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Spelling, Structure, Tailored
from pmo_resume.tailoring import locale
from pmo_resume.tailoring.acronyms import expand_first_uses
from pmo_resume.tailoring.contact import contact_claims, lettered_name
from pmo_resume.tailoring.credentials import tailor_credentials
from pmo_resume.tailoring.experience import tailor_positions
from pmo_resume.tailoring.headline import tailor_headline
from pmo_resume.tailoring.letter import write_letter
from pmo_resume.tailoring.parts import by_row, own_spans
from pmo_resume.tailoring.placing import Layout
from pmo_resume.tailoring.residue import fragments
from pmo_resume.tailoring.sections import education_claims, other_sections
from pmo_resume.tailoring.skills import SkillsBuilder, uniform
from pmo_resume.tailoring.spelling import respelt
from pmo_resume.tailoring.summary import tailor_summary


def tailor(
    resume: Resume,
    posting: Posting,
    coverage: Coverage,
    *,
    pages: int | None = None,
    letter: Structure | None = Structure.NARRATIVE,
    spelling: Spelling | None = None,
) -> Tailored:
    """The CV and letter for one posting, made of the candidate's own words only.

    `pages` is the most pages the CV may have, kept to when it is printed (see `shorten`); None is no limit. `letter` is how the letter
    is built; None writes none. `spelling` puts the whole document into the one spelling, names left as they are; None leaves every word.
    Every word of the CV stands in the result or in a change of kind `LEFT_OUT`.

    Raises NothingToTailor when the CV shows no job, no study, no skill and no credential.
    """
    if not (resume.experience or resume.education or resume.skills or resume.credentials):
        raise NothingToTailor(
            resume.document.name,
            "no work history, education or skills could be read in it",
            "check that it is a CV and that its text can be selected",
        )
    tailored = replace(_assembled(resume, posting, coverage), pages=pages)
    tailored = replace(tailored, letter=write_letter(resume, posting, coverage, letter)) if letter else tailored
    return respelt(tailored, Spelling(spelling)) if spelling else tailored


def _assembled(resume: Resume, posting: Posting, coverage: Coverage) -> Tailored:
    headline = tailor_headline(resume, posting, coverage)
    summary = tailor_summary(resume, posting, coverage)
    skills = SkillsBuilder(resume, posting, coverage)
    positions, moves = tailor_positions(resume, coverage)
    education, credentials = education_claims(resume), tailor_credentials(resume, coverage)
    others, dropped, dropped_spans = other_sections(resume)
    name, contact = lettered_name(resume), contact_claims(resume)
    layout = Layout(
        list(contact),
        list(summary.claims),
        list(skills.groups),
        list(positions),
        list(education.claims),
        list(credentials.claims),
        list(others),
    )
    claims = [name, *contact, *headline.claims, *summary.claims, *education.claims, *credentials.claims]
    claims += [claim for group in skills.groups for claim in group.items]
    claims += [claim for section in others for claim in section.lines]
    claims += [claim for job in positions for claim in (job.title, job.employer, job.location, job.dates, *job.highlights) if claim]
    layout.place(fragments(resume, [*own_spans(claims), *headline.used, *skills.used, *dropped_spans]), resume)
    elsewhere = " ".join(
        claim.text for claim in (*layout.summary, *layout.credentials, *(item for group in layout.skills for item in group.items))
    )
    expanded, expansions = expand_first_uses(tuple(layout.experience), elsewhere, resume, coverage)
    changes = (*headline.changes, *summary.changes, *skills.changes, *moves, *expansions, *credentials.changes, *dropped, *layout.changes)
    tongue = locale.language(resume, posting)
    sections = tuple(replace(section, lines=by_row(section.lines, resume)) for section in layout.sections)
    return Tailored(
        resume=resume, posting=posting, coverage=coverage, name=name, headline=headline.claims[0] if headline.claims else None,
        contact=tuple(layout.contact), summary=tuple(layout.summary), skills=uniform(layout.skills), experience=expanded,
        education=by_row(layout.education, resume), credentials=by_row(layout.credentials, resume), sections=sections, changes=changes,
        page=locale.page(tongue), language=tongue,
    )  # fmt: skip
