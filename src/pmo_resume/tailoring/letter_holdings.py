"""What a letter says of skills, languages and memberships."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Coverage, Strength
from pmo_resume.model.findings import Qualifier
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Line, Resume, SectionKind
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Span
from pmo_resume.tailoring import naming
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_words import name_of
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.named import usable
from pmo_resume.tailoring.parts import kind_of
from pmo_resume.tailoring.phrases import joined
from pmo_resume.tailoring.select import Ask, is_own_act
from pmo_resume.tailoring.topics import topics

_NO_SKILLS = {Category.ROLE, Category.LANGUAGE, Category.CREDENTIAL, Category.EDUCATION, Category.DOMAIN}
_FEWEST_LISTED, _MOST_LISTED, _WORDS_LISTED = 2, 6, 4


class Holdings:
    """Writes sentences of the last paragraph but one, about one CV for one posting."""

    def __init__(self, resume: Resume, posting: Posting, coverage: Coverage, frames: Frames) -> None:
        self.resume, self.posting, self.coverage, self.frames = resume, posting, coverage, frames
        self._said: set[str] = set()

    def memberships(self) -> Claim | None:
        """Professional bodies the candidate belongs to, as written."""
        facts = [fact for fact in self.resume.memberships if usable(fact, self.resume, 8)][:2]
        if not facts:
            return None
        text = self.frames.fill("memberships", items=joined([name_of(fact.value) for fact in facts]))
        return Claim(text, Rule.COMPOSED, tuple(fact.span for fact in facts), "memberships in the CV")

    def skills(self, told: set[str]) -> Claim | None:
        """Skills that are asked and listed but not told yet."""
        proofs = {
            item.evidence[0].concept: item.evidence[0].span
            for item in self.coverage.proved
            if item.evidence
            and kind_of(item.evidence[0].span, self.resume) is not SectionKind.EDUCATION
            and item.evidence[0].concept in item.concepts
            and item.strength in (Strength.LISTED, Strength.STATED, Strength.SHOWN)
        }
        asks = (Ask(item, concept) for item in self.coverage.proved for concept in item.concepts)
        found = [concept for concept in topics(asks, self.resume) if concept in proofs and concept not in told][:5]
        found = [
            concept
            for concept in found
            if self._speaks(" ".join(self.resume.document.quote(proofs[concept]).split()), concept) and self._unhedged(proofs[concept])
        ]
        if not found:
            return None
        self._said |= set(found)
        terms = self.resume.taxonomy.terms
        names = [naming.running(self.resume.document.quote(proofs[concept]), terms[concept], self.resume.taxonomy) for concept in found]
        text = self.frames.fill("skills" if len(names) > 2 else "skill", items=joined(list(dict.fromkeys(names))))
        return Claim(text, Rule.COMPOSED, tuple(proofs[concept] for concept in found), "skills the CV names and the posting asks for")

    def listed(self, told: set[str]) -> Claim | None:
        """Skills from the candidate's own list, those asked for first; none that the letter tells already or that is taken back."""
        asked = {concept for item in self.coverage.contributions for concept in item.concepts}
        lines = [line for group in self.resume.skills for line in group.items if self._can_be_listed(line, told)]
        lines.sort(key=lambda line: not any(mention.concept in asked for mention in self.resume.mentions_in(line.span)))
        chosen = lines[:_MOST_LISTED]
        if len(chosen) < _FEWEST_LISTED:
            return None
        names = list(dict.fromkeys(_running(line.text) for line in chosen))
        text = self.frames.fill("skills_listed_next" if self._said else "skills_listed", items=joined(names))
        return Claim(text, Rule.COMPOSED, tuple(line.span for line in chosen), "skills as the CV lists them")

    def _can_be_listed(self, line: Line, told: set[str]) -> bool:
        mentions = self.resume.mentions_in(line.span)
        plain = len(line.text.split()) <= _WORDS_LISTED and not re.search(
            r"[:;,()/&+.]|\s[-–—]\s|\b(?:and|or)\b|\b[A-Z]{6,} |^\w+ly ", line.text
        )
        known = [mention for mention in mentions if not mention.is_open and mention.category not in _NO_SKILLS]
        taken = {*told, *self._said}
        fresh = known and not any(mention.concept in taken or mention.qualifier is not Qualifier.NONE for mention in mentions)
        return bool(plain and fresh) and naming.is_nouny(line.text, self.resume.taxonomy) and self._unhedged(line.span)

    def _speaks(self, surface: str, concept: str) -> bool:
        """False for a single everyday word, which says little out of its line, and for one thing of many ("RAID log")."""
        term = self.resume.taxonomy.terms[concept]
        if surface.rsplit(maxsplit=1)[-1].casefold() in words(self.resume.taxonomy, "letter", "article_nouns"):
            return False
        return (
            naming.is_nouny(surface, self.resume.taxonomy)
            and (" " in surface or not surface.islower() or term.category is Category.TOOL)
            and naming.names_a_thing(surface, term, self.resume.taxonomy)
        )

    def _unhedged(self, span: Span) -> bool:
        """False where the words around `span` take something back ("Power BI reader not author", "SAP (basic)")."""
        if not is_own_act(span, self.resume):
            return False
        text = self.resume.document.text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        before = re.split(r"[,;:|•]", text[start : span.start])[-1]
        after = re.split(r"[,;|•](?![^()\n]*\))", text[span.end : end if end >= 0 else len(text)])[0]
        return not pattern(words(self.resume.taxonomy, "letter", "hedge_patterns")).search(f"{before} {after}")

    def languages(self) -> Claim | None:
        """Languages spoken, as written."""
        facts = [fact for fact in self.resume.languages if usable(fact, self.resume, 5)][:4]
        if len(facts) < 2:
            return None
        text = self.frames.fill("languages", items=joined([_spoken(fact.value) for fact in facts]))
        return Claim(text, Rule.COMPOSED, tuple(fact.span for fact in facts), "languages in the CV")


def _running(text: str) -> str:
    """A listed skill in the middle of a sentence: `Budget tracking` without its capital, `MS Project` and `Agile Delivery` as they are."""
    return text[:1].lower() + text[1:] if text[1:].islower() and " " in text else text


def _spoken(value: str) -> str:
    """`German – B1` and `German: B1` as `German (B1)`."""
    found = re.fullmatch(r"([^\W\d_]+)\s*[–—:-]\s*([^()]+)", " ".join(value.split()))
    return f"{found.group(1)} ({found.group(2).strip()})" if found else " ".join(value.split()).rstrip(" .,;")
