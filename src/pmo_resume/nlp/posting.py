"""A document read as a posting: its head, what it asks, how strongly, and which mentions stand in text that counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from pmo_resume.model.findings import Mention, Priority, Qualifier
from pmo_resume.model.posting import Posting, Requirement, RequirementKind
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.clause_kinds import ClauseKind
from pmo_resume.nlp.education_asked import find_degrees
from pmo_resume.nlp.education_country import at_levels_of_the_country
from pmo_resume.nlp.facets import names_credential, spoken
from pmo_resume.nlp.open_terms import open_terms
from pmo_resume.nlp.posting_certificates import as_certificates, meant_as_certificate, open_certificates
from pmo_resume.nlp.posting_clauses import Clause, read_clauses
from pmo_resume.nlp.posting_header import read_header
from pmo_resume.nlp.priority import not_needed, of_section
from pmo_resume.nlp.requirements import requirements_of
from pmo_resume.nlp.seniority import ladder_level
from pmo_resume.nlp.vocabulary import lexis_of
from pmo_resume.nlp.wording import wording

_OPEN_IN = (RequirementKind.SKILL, RequirementKind.EXPERIENCE, RequirementKind.CREDENTIAL)


def assemble(document: Document, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> Posting:
    """The posting in `document`; `mentions` are the taxonomy's, in text order.

    Mentions in boilerplate, in headings and in the field of a degree are left out; the others get priority, basis and section, and open
    terms and certificates nobody listed join them. A text that asks nothing gives a posting without requirements. Never raises for any
    text.
    """
    mentions = as_certificates(document.text, mentions, lexis_of(taxonomy), taxonomy)
    header = read_header(document, taxonomy)
    found = tuple(clause for clause in read_clauses(document, mentions, taxonomy) if not _is_head(clause, header.spans))
    asking = [clause.span for clause in found if clause.kind is ClauseKind.ASK]
    certificates = open_certificates(document.text, asking, mentions, taxonomy)
    mentions = tuple(mention for mention in mentions if not any(mention.span in one.span for one in certificates))
    counted = tuple(sorted((*_counted(document, found, mentions, taxonomy), *certificates), key=lambda mention: mention.start))
    first = requirements_of(document, found, counted, taxonomy)
    known = (*header.spans, *_initials_of(header.title, document.text))
    opened = _opened(document, first, (*mentions, *certificates), found, taxonomy, known)
    everything = tuple(sorted((*counted, *opened), key=lambda mention: (mention.start, mention.end)))
    requirements = requirements_of(document, found, everything, taxonomy) if opened else first
    requirements = at_levels_of_the_country(requirements, document.text, header.location, taxonomy)
    return Posting(
        document,
        taxonomy,
        title=header.title,
        employer=header.employer,
        location=header.location,
        contact=header.contact,
        reference=header.reference,
        salary=header.salary,
        closing=header.closing,
        workplace=header.workplace,
        seniority=ladder_level(header.title.value, taxonomy) if header.title else None,
        requirements=requirements,
        mentions=_weighed(document.text, found, everything, requirements, taxonomy),
    )


def _is_head(clause: Clause, spans: tuple[Span, ...]) -> bool:
    """Whether a clause is nothing but a fact of the head: the title in a table, the name that signs the posting."""
    return clause.kind is ClauseKind.ASK and any(clause.span in span for span in spans)


def _counted(document: Document, found: tuple[Clause, ...], mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The mentions that stand in an ask or a duty, are meant, name more than everyday words do, and are not the field of a degree asked
    there."""
    clauses = [clause for clause in found if clause.kind is not ClauseKind.NOTHING]
    fields: list[Span] = []
    for clause in clauses:
        if clause.kind is ClauseKind.ASK:
            words = document.text[clause.span.start : clause.span.end]
            asked = (degree.span for degree in find_degrees(words, taxonomy, clause.span.start))
            fields += [span for span in asked if not names_credential(document.text, span, mentions)]
    kept = []
    lexis = lexis_of(taxonomy)
    for mention in mentions:
        holder = _clause_of(mention, clauses)
        if holder is None or mention.qualifier is Qualifier.NEGATED or _set_aside(document.text, holder, mention, taxonomy):
            continue
        if lexis.is_plain(mention.concept, mention.surface):
            continue
        if mention.category != "education" and any(one.start < mention.end and mention.start < one.end for one in fields):
            continue
        kept.append(meant_as_certificate(document.text, holder.span, mention, taxonomy) if holder.kind is ClauseKind.ASK else mention)
    return tuple(kept)


def _set_aside(text: str, clause: Clause, mention: Mention, taxonomy: Taxonomy) -> bool:
    """ "not only construction", "rather than technical skills": named, not asked; "not only … but also" asks for both."""
    before, after = text[clause.span.start : mention.start], text[mention.end : clause.span.end]
    return wording(taxonomy, "set_aside").search(before) is not None and wording(taxonomy, "set_aside_unless").search(after) is None


def _clause_of(mention: Mention, clauses: list[Clause]) -> Clause | None:
    at = bisect_right(clauses, mention.start, key=lambda clause: clause.span.start) - 1
    return clauses[at] if at >= 0 and mention.end <= clauses[at].span.end else None


def _initials_of(title: Fact | None, text: str) -> list[Span]:
    """Where the text calls the job by its initials ("4 years as a TPM"), which are the title and nothing asked for."""
    names = re.findall(r"\b[A-Z](?=[a-z])", title.value) if title else []
    initials = {"".join(names[:length]) for length in range(2, len(names) + 1)}
    return [Span(*match.span()) for match in re.finditer(r"\b[A-Z]{2,6}\b", text) if match.group() in initials]


def _opened(
    document: Document,
    requirements: tuple[Requirement, ...],
    mentions: tuple[Mention, ...],
    found: tuple[Clause, ...],
    taxonomy: Taxonomy,
    known: tuple[Span, ...],
) -> tuple[Mention, ...]:
    order = (Priority.MUST, Priority.PREFERRED)
    asked = [item for item in requirements if item.kind in _OPEN_IN and item.priority in order]
    spans = [item.span for item in sorted(asked, key=lambda item: (order.index(item.priority), item.span))]
    taken = [*(mention.span for mention in mentions), *known]
    for clause in found:
        if clause.kind is ClauseKind.ASK:
            words = document.text[clause.span.start : clause.span.end]
            places = [
                *(degree.span for degree in find_degrees(words, taxonomy, clause.span.start)),
                *spoken(words, taxonomy, clause.span.start),
            ]
            taken += places
    return open_terms(document.text, spans, tuple(taken), taxonomy)


def _weighed(
    text: str, found: tuple[Clause, ...], mentions: tuple[Mention, ...], requirements: tuple[Requirement, ...], taxonomy: Taxonomy
) -> tuple[Mention, ...]:
    """Each mention with its section and the priority of the requirement it stands in, else of its clause."""
    by_place = {(mention.start, mention.concept): mention for item in requirements for mention in item.mentions}
    clauses = [clause for clause in found if clause.kind is not ClauseKind.NOTHING]
    result = []
    for mention in mentions:
        clause = _clause_of(mention, clauses)
        if clause is None:
            continue
        asked = by_place.get((mention.start, mention.concept))
        holder = next((item for item in requirements if mention.span in item.span), None)
        if asked is not None and asked.priority is not None:
            priority, basis = asked.priority, asked.basis
        elif holder is not None:
            priority, basis = holder.priority, holder.basis
        elif not_needed(text[clause.span.start : clause.span.end], taxonomy):
            continue
        else:
            priority, basis = of_section(clause.part, clause.heading)
            priority = Priority.NAMED if clause.kind is ClauseKind.DUTY else priority
        result.append(replace(mention, priority=priority, basis=basis, section=clause.part.value))
    return tuple(result)
