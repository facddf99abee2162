"""British and American spelling: the words of ours in the one or the other, and a whole tailored CV with its letter, when asked.

Names stay as they are: employers, job titles, schools, degrees, certificates, software, and what stands in quotation marks or addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import product

from pmo_resume.model.resume import Fact, SectionKind
from pmo_resume.model.tailored import Change, Claim, Part, Rule, Spelling, Tailored
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.tailoring.changes import reworded
from pmo_resume.tailoring.lexicon import words

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = r"\S*(?:@|://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|edu|gov)\b\S*"
_QUOTED = r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)"
_BEGINS = re.compile(r"(?:^|[.!?:;•–—(]\s*|[-*]\s+)$")
_FACTS = {Part.JOB_HEADING, Part.EDUCATION, Part.CREDENTIAL}
_NAMED = {Category.CREDENTIAL, Category.BODY, Category.TOOL}
_NAMES_LISTED = {
    SectionKind.AWARDS, SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.MEMBERSHIPS,
    SectionKind.PUBLICATIONS, SectionKind.REFERENCES, SectionKind.TRAINING,
}  # fmt: skip
_CALLED = {Spelling.UK: "British spelling", Spelling.US: "American spelling"}
_TOLD = 6
"""Words that the change names."""


def spelt(text: str, spelling: Spelling, taxonomy: Taxonomy) -> str:
    """Words of ours in the one spelling; a word the lists do not know stays."""
    table = _table(taxonomy, spelling)
    return _WORD.sub(lambda word: _like(table.get(word[0].lower()), word[0]), text)


def respelt(tailored: Tailored, spelling: Spelling) -> Tailored:
    """The CV and its letter in the one spelling: each line that changes says so, and one change tells how many words did."""
    speller = _Speller(tailored, spelling)
    asked = f"{_CALLED[spelling]}, as you asked"

    def change(claim: Claim, part: Part) -> Claim:
        text = claim.text if part in _FACTS else speller.text(claim.text, titled=part in {Part.HEADLINE, Part.SKILL})
        if text == claim.text:
            return claim
        own = claim.rule is Rule.VERBATIM
        reason = asked if own or not claim.reason else f"{claim.reason}; {asked}"
        return replace(claim, text=text, rule=Rule.RESPELT if own else claim.rule, reason=reason)

    changed = tailored.mapped(change)
    return replace(
        changed,
        language="en-US" if spelling is Spelling.US else "en-GB",
        skills=tuple(replace(group, label=speller.text(group.label, titled=True)) for group in changed.skills),
        sections=tuple(
            old if old.kind in _NAMES_LISTED else replace(new, heading=speller.text(new.heading, titled=True))
            for old, new in zip(tailored.sections, changed.sections, strict=True)
        ),
        changes=(*tailored.changes, *speller.told(asked)),
    )


class _Speller:
    """Spells the lines of one tailored CV; what it changed is kept for the report."""

    def __init__(self, tailored: Tailored, spelling: Spelling) -> None:
        taxonomy = tailored.resume.taxonomy
        self._table = _table(taxonomy, spelling)
        stays = words(taxonomy, "spelling", "stays_british_patterns") if spelling is Spelling.UK else ()
        self._kept = re.compile("|".join([_ADDRESS, _QUOTED, *(f"(?i:{one})" for one in stays), *_phrases(_names(tailored))]))
        self._terms = re.compile("|".join(_phrases(_terms(tailored))) or r"(?!)", re.IGNORECASE)
        self._changed: dict[str, str] = {}

    def text(self, text: str, *, titled: bool) -> str:
        """The text spelt; `titled` where capitals make no name of a word, as in a heading."""
        kept = [match.span() for match in self._kept.finditer(text)]
        terms = [match.span() for match in self._terms.finditer(text)]

        def word(match: re.Match[str]) -> str:
            start, said = match.start(), match[0]
            other = self._table.get(said.lower())
            if other is None or _inside(start, kept):
                return said
            if said[0].isupper() and not (titled or _BEGINS.search(text[:start]) or _inside(start, terms)):
                return said  # "the Labour Centre of Leeds"
            self._changed[said.lower()] = other
            return _like(other, said)

        return _WORD.sub(word, text)

    def told(self, reason: str) -> tuple[Change, ...]:
        """The change for the report; none where every word was spelt so."""
        if not self._changed:
            return ()
        before, after = (", ".join(list(side)[:_TOLD]) for side in (self._changed.keys(), self._changed.values()))
        count = len(self._changed)
        return (reworded("The whole document", before, after, f"{reason} ({count} {'word' if count == 1 else 'words'}; names stay)"),)


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _like(other: str | None, word: str) -> str:
    if other is None:
        return word
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


def _phrases(names: Iterable[str]) -> list[str]:
    """Patterns for whole names, the longest first."""
    listed = sorted({name.strip() for name in names if name and len(name.strip()) > 1}, key=lambda name: (-len(name), name))
    return [rf"(?<!\w){re.escape(name)}(?!\w)" for name in listed]


def _names(tailored: Tailored) -> Iterable[str]:
    """What is called so, whoever spells it: persons, employers, titles held, schools, degrees, certificates, bodies, software."""
    resume, posting = tailored.resume, tailored.posting
    facts: list[Fact | None] = [resume.name, posting.title, posting.employer]
    facts += [fact for job in resume.experience for fact in (job.title, job.employer, job.location)]
    facts += [fact for one in resume.education for fact in (one.degree, one.institution)]
    yield from (fact.value for fact in facts if fact)
    yield from (name for one in (*resume.credentials, *resume.certificates) for name in (one.name, one.surface))
    yield from (mention.surface for mention in (*resume.mentions, *posting.mentions) if mention.category in _NAMED)


def _terms(tailored: Tailored) -> Iterable[str]:
    """Terms of the trade, which many write with capitals without their being names."""
    mentions = (*tailored.resume.mentions, *tailored.posting.mentions)
    return (mention.surface for mention in mentions if mention.category not in _NAMED)


def _table(taxonomy: Taxonomy, spelling: Spelling) -> Mapping[str, str]:
    listed = tuple((key, words(taxonomy, "spelling", key)) for key in _KEYS)
    british, to_american, to_british = _pairs(listed)
    if spelling is Spelling.US:
        return {**british, **to_american}
    return {**{american: word for word, american in british.items()}, **to_british}


_KEYS = (
    "ise_stems", "ise_endings", "yse_stems", "yse_endings", "our_stems", "our_endings", "l_stems", "l_endings",
    "pairs", "to_american", "to_british",
)  # fmt: skip


@lru_cache(maxsize=4)
def _pairs(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """British words and their American spelling, those that go only one way, and those that go only the other."""
    given = dict(listed)
    both = {
        stem + end: stem[:-1] + "z" + end for key in ("ise", "yse") for stem, end in product(given[f"{key}_stems"], given[f"{key}_endings"])
    }
    both |= {stem + end: stem[:-2] + "r" + end for stem, end in product(given["our_stems"], given["our_endings"])}
    both |= {stem + "l" + end: stem + end for stem, end in product(given["l_stems"], given["l_endings"])}
    alone = [dict(pair.split(" ") for pair in given[key]) for key in ("pairs", "to_american", "to_british")]
    return both | alone[0], alone[1], alone[2]
