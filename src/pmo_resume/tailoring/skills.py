"""The skills section: what the posting asks and the CV proves comes first, in the posting's own words for it."""

from __future__ import annotations

import re
from collections import Counter

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Line, Resume, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule, TailoredSkills
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Span
from pmo_resume.tailoring import changes, locale, wording
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.parts import line_claim
from pmo_resume.tailoring.select import proved_mentions

_GROUPED = {
    Category.METHOD, Category.FUNCTION, Category.TOOL, Category.LEADERSHIP,
    Category.COMMUNICATION, Category.STRATEGIC, Category.ANALYTICAL,
}  # fmt: skip
WHERE = "Skills"


class SkillsBuilder:
    """Builds the skills of one CV for one posting; `groups`, `changes` and `used` (words left out as said twice) are its answer."""

    def __init__(self, resume: Resume, posting: Posting, coverage: Coverage) -> None:
        self.resume, self.posting, self.coverage = resume, posting, coverage
        self.weights = {concept: item.possible for item in reversed(coverage.contributions) for concept in item.concepts}
        self.changes: list[Change] = []
        self.used: list[Span] = []
        self._seen: dict[str, Line] = {}
        self._categories: list[Counter[Category]] = []
        self.groups = self._surface([self._group(group.label or "", group.items) for group in resume.skills])

    def _group(self, label: str, items: tuple[Line, ...]) -> TailoredSkills:
        kept = [item for item in items if not self._repeated(item)]
        ordered = sorted(kept, key=lambda item: -self._weight(item))
        self._categories.append(Counter(mention.category for item in kept for mention in self.resume.mentions_in(item.span)))
        where = f"{WHERE}: {label}" if label else WHERE
        for new, item in enumerate(ordered):
            if new < kept.index(item) and self._weight(item):
                self.changes.append(changes.moved(where, item.text, kept.index(item), new, "the posting asks for it"))
        return TailoredSkills(label, tuple(self._item(item, where) for item in ordered))

    def _weight(self, item: Line) -> int:
        return max((self.weights.get(mention.concept, 0) for mention in proved_mentions(self.resume, item.span)), default=0)

    def _whole(self, item: Line) -> Mention | None:
        """The mention that the item is, word for word."""
        return next((mention for mention in self.resume.mentions_in(item.span) if _key(mention.surface) == _key(item.text)), None)

    def _repeated(self, item: Line) -> bool:
        mention = self._whole(item)
        if mention is None or mention.is_open or mention.narrower:
            return False
        first = self._seen.setdefault(mention.concept, item)
        if first.span == item.span:
            return False
        self.used.append(item.span)
        self.changes.append(changes.left_out(WHERE, item.text, f"the same skill is listed already as {first.text}"))
        return True

    def _item(self, item: Line, where: str) -> Claim:
        mention = self._whole(item)
        claim = line_claim(item)
        if mention is None or mention not in proved_mentions(self.resume, item.span):
            return claim
        text = wording.aligned(mention, item.text, self.posting, self.resume.taxonomy)
        if text is not None:
            claim = Claim(text, Rule.ALIGNED, (item.span,), wording.ALIGNED_REASON)
        full = wording.expanded(mention, item.text, self.resume.taxonomy) if text is None else None
        if full is not None:
            claim = Claim(full, Rule.EXPANDED, (item.span,), wording.EXPANDED_REASON)
        if claim.text != item.text:
            self.changes.append(changes.reworded(where, item.text, claim.text, claim.reason))
        return claim

    def _surface(self, groups: list[TailoredSkills]) -> tuple[TailoredSkills, ...]:
        """Adds what a dated role proves and the posting asks, where the skills section does not say it."""
        said = {mention.concept for group in self.resume.skills for item in group.items for mention in self.resume.mentions_in(item.span)}
        for item in sorted(self.coverage.contributions, key=lambda entry: -entry.possible):
            for concept in item.concepts:
                claim = None if concept in said else self._surfaced(concept, item)
                if claim is not None:
                    said.add(concept)
                    self._put(groups, self.resume.taxonomy.terms[concept].category, claim)
                    self.changes.append(changes.added(WHERE, claim.text, claim.reason))
        return tuple(groups)

    def _surfaced(self, concept: str, item: Contribution) -> Claim | None:
        term = self.resume.taxonomy.terms.get(concept)
        proof = next(
            (found for found in item.evidence if found.concept == concept and found.strength is Strength.SHOWN and not found.via), None
        )
        if term is None or proof is None or term.category not in _GROUPED:
            return None
        mention = next((item for item in self.resume.mentions_in(proof.span) if item.concept == concept), None)
        if mention is None:
            return None
        text = wording.surfaced(mention, wording.posting_wording(concept, self.posting), self.resume.taxonomy)
        if text is None:
            return None
        if locale.language(self.resume, self.posting) == locale.AMERICAN:
            text = locale.spelt(text, self.resume.taxonomy)
        return Claim(text, Rule.SURFACED, (proof.span,), f"the posting asks for it and it is shown in {proof.where}")

    def _put(self, groups: list[TailoredSkills], category: Category, claim: Claim) -> None:
        """Into the group that holds most of its kind; a group of another kind would lie about it, so else into one of its own."""
        best = max(range(len(self._categories)), key=lambda index: self._categories[index][category], default=None)
        if best is not None and (self._categories[best][category] or (len(groups) == 1 and not groups[0].label)):
            index = best
        else:
            groups.append(TailoredSkills(words(self.resume.taxonomy, "wording", f"group_{category.value}")[0], ()))
            self._categories.append(Counter())
            index = len(groups) - 1
        self._categories[index][category] += 1
        group = groups[index]
        front = sum(1 for done in group.items if self._weight_of(done) > 0)
        groups[index] = TailoredSkills(group.label, (*group.items[:front], claim, *group.items[front:]))

    def _weight_of(self, claim: Claim) -> int:
        found = (self.weights.get(mention.concept, 0) for span in claim.sources for mention in proved_mentions(self.resume, span))
        return max(found, default=0)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def label_words(resume: Resume) -> set[str]:
    """The words of the skill groups' labels, which stand in the output as labels."""
    return {word.casefold() for group in resume.skills if group.label for word in re.findall(r"\w+", group.label)}


def in_skills(span: Span, resume: Resume) -> bool:
    """True where `span` stands in a skills section."""
    return any(section.kind is SectionKind.SKILLS and section.span.start <= span.start < section.span.end for section in resume.sections)
