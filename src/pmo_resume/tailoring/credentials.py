"""Certifications: the candidate's own lines, those that the posting asks for first, each with its name and its letters."""

from __future__ import annotations

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import HeldCredential, Resume, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule
from pmo_resume.tailoring import changes, short_forms
from pmo_resume.tailoring.credential_lines import Bundle, bundles, held_in, named_in, remarks_joined, surely_held
from pmo_resume.tailoring.parts import Part, kind_of, verbatim

WHERE = "Certifications"
_SHOWN_THERE = (SectionKind.CERTIFICATIONS, SectionKind.TRAINING, SectionKind.EDUCATION, SectionKind.SKILLS)


def tailor_credentials(resume: Resume, coverage: Coverage) -> Part:
    """The certification lines in order of what is asked; credentials named elsewhere are brought here when asked for."""
    asked = {concept: item.possible for item in reversed(coverage.contributions) for concept in item.concepts}
    every = bundles(resume)
    ordered = sorted(every, key=lambda bundle: -_worth(bundle, resume, asked))
    found: list[Change] = []
    for new, bundle in enumerate(ordered):
        if new < every.index(bundle) and _worth(bundle, resume, asked) > 0:
            found.append(changes.moved(WHERE, bundle[0].text, every.index(bundle), new, "the posting asks for it"))
    claims = [_claim(fact, resume, found) for bundle in ordered for fact in remarks_joined(bundle, resume)]
    named = {concept for bundle in every for concept in named_in(bundle, resume)}
    surfaced = _surfaced(resume, asked, named, found)
    return Part((*surfaced, *claims), tuple(found))


def full_name(item: HeldCredential, resume: Resume) -> str:
    """`Project Management Professional (PMP)` where the CV writes the name or its letters; any other wording of it as the CV has it."""
    term = resume.taxonomy.credential(item.concept)
    surface = " ".join(item.surface.split())
    plain = surface.replace("®", "").replace("™", "")
    if term is None or not short_forms.is_name_of(term, plain):
        return surface
    return short_forms.both(term) or plain


def _worth(bundle: Bundle, resume: Resume, asked: dict[str, int]) -> int:
    """Asked and held first, then the rest as the candidate has it, then what is not held (yet, or any more)."""
    items = [item for line in bundle for item in held_in(line, resume)]
    held = [item for item in items if item in surely_held(resume)]
    if items and not held:
        return -1
    return max((asked.get(item.concept, 0) for item in held), default=0)


def _claim(fact: Bundle, resume: Resume, found: list[Change]) -> Claim:
    """One fact: a line with its remarks behind commas, short forms beside names."""
    own = fact[0].text
    for remark in fact[1:]:
        own = f"{own}{' ' if own.endswith((',', ';', ':', '–', '-')) else ', '}{remark.text}"
    text, spans = own, tuple(line.span for line in fact)
    for mention in resume.mentions_in(fact[0].span):
        if resume.taxonomy.credential(mention.concept) is not None:
            text = short_forms.expanded(mention, text, resume.taxonomy) or text
    if text == own:
        return verbatim(own, *spans)
    found.append(changes.reworded(WHERE, own, text, short_forms.EXPANDED_REASON))
    return Claim(text, Rule.EXPANDED, spans, short_forms.EXPANDED_REASON)


def _surfaced(resume: Resume, asked: dict[str, int], named: set[str], found: list[Change]) -> list[Claim]:
    """Credentials held that no line here names: those asked for, and without any line here those outside sections that show them."""
    claims = []
    for item in sorted(resume.credentials, key=lambda entry: (-asked.get(entry.concept, 0), entry.span)):
        wanted = item.concept in asked
        if item not in surely_held(resume) or item.concept in named or not (wanted or not named):
            continue
        if kind_of(item.span, resume) in _SHOWN_THERE and not wanted:
            continue
        reason = "the posting asks for it; the CV names it elsewhere" if wanted else "a certification belongs where it is looked for"
        claims.append(Claim(full_name(item, resume), Rule.SURFACED, (item.span,), reason))
        found.append(changes.added(WHERE, claims[-1].text, reason))
    return claims
