"""The skills section: what the posting asks and the CV proves comes first, in the posting's own words for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pmo_resume.model.coverage import Contribution, Coverage, Evidence, Strength
from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import CredentialStatus, Line, Resume
from pmo_resume.model.tailored import Change, Claim, Rule, Spelling, TailoredSkills
from pmo_resume.model.terms import Category, Term
from pmo_resume.model.text import Span
from pmo_resume.tailoring import casing, changes, locale, naming, short_forms, wording
from pmo_resume.tailoring.credential_lines import named_in
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.parts import line_claim
from pmo_resume.tailoring.select import is_own_act, proved_mentions
from pmo_resume.tailoring.spelling import spelt
from pmo_resume.tailoring.verbs import Verbs

_GROUPED = {
    Category.METHOD, Category.FUNCTION, Category.TOOL, Category.LEADERSHIP,
    Category.COMMUNICATION, Category.STRATEGIC, Category.ANALYTICAL,
}  # fmt: skip
WHERE = "Skills"
_RANK = (Priority.MUST, Priority.PREFERRED, Priority.NAMED)
_MOST_SURFACED = 6
"""Skills brought forward at most: more would bury the candidate's own choice."""
_NEAR = 40
"""Characters around a skill in its line that may take something of it back."""
_LETTERS = 3
"""Letters of a short form that may stand for other things ("QC", "QA") and says too little alone."""


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
        kept = [item for item in self._with_standing(items) if not self._repeated(item)]
        ordered = sorted(kept, key=lambda item: -self._weight(item))
        self._categories.append(Counter(mention.category for item in kept for mention in self.resume.mentions_in(item.span)))
        where = f"{WHERE}: {label}" if label else WHERE
        for new, item in enumerate(ordered):
            if new < kept.index(item) and self._weight(item):
                self.changes.append(changes.moved(where, item.text, kept.index(item), new, "the posting asks for it"))
        return TailoredSkills(casing.heading(label, self.resume.taxonomy), tuple(self._item(item, where) for item in ordered))

    def _with_standing(self, items: tuple[Line, ...]) -> list[Line]:
        """The items, but a certification that is not held in one with what the list says of it next: "PMP, in progress"."""
        unheld = [credential.span for credential in self.resume.credentials if credential.status is not CredentialStatus.HELD]
        joined: list[Line] = []
        for item in items:
            last = joined[-1] if joined else None
            between = self.resume.document.text[last.span.end : item.span.start] if last else ""
            doubt = pattern(words(self.resume.taxonomy, "wording", "unheld_patterns")).search(item.text)
            remark = doubt and not named_in((item,), self.resume) and between.strip() == "," and "\n" not in between
            if last and remark and any(span in last.span for span in unheld):
                joined[-1] = replace(last, text=f"{last.text}, {item.text}", span=Span(last.span.start, item.span.end))
            else:
                joined.append(item)
        return joined

    def _weight(self, item: Line) -> int:
        return max((self.weights.get(mention.concept, 0) for mention in proved_mentions(self.resume, item.span)), default=0)

    def _whole(self, item: Line) -> Mention | None:
        """The mention that the item is, word for word."""
        return next((mention for mention in self.resume.mentions_in(item.span) if _key(mention.surface) == _key(item.text)), None)

    def _repeated(self, item: Line) -> bool:
        """True for a skill that is listed already: the same concept, or the same words."""
        mention = self._whole(item)
        named = mention is not None and not mention.is_open and not mention.narrower
        first = self._seen.setdefault(mention.concept if named and mention else _key(item.text), item)
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
        full = short_forms.expanded(mention, item.text, self.resume.taxonomy) if text is None else None
        if full is not None:
            claim = Claim(full, Rule.EXPANDED, (item.span,), short_forms.EXPANDED_REASON)
        if claim.text != item.text:
            self.changes.append(changes.reworded(where, item.text, claim.text, claim.reason))
        return claim

    def _surface(self, groups: list[TailoredSkills]) -> tuple[TailoredSkills, ...]:
        """Adds what a dated role proves and the posting asks, where neither the summary nor the skills say it."""
        front = (*self.resume.summary, *(item for group in self.resume.skills for item in group.items))
        said = {mention.concept for item in front for mention in proved_mentions(self.resume, item.span)}
        texts = {_key(text) for group in groups for text in (group.label, *(item.text for item in group.items))}
        left = _MOST_SURFACED
        for item in sorted(self.coverage.contributions, key=lambda entry: (_RANK.index(entry.priority), -entry.possible)):
            for concept in item.concepts:
                claim = None if concept in said else self._surfaced(concept, item)
                if claim is not None and left and _key(claim.text) not in texts:
                    left -= 1
                    texts.add(_key(claim.text))
                    said.add(concept)
                    self._put(groups, self.resume.taxonomy.terms[concept].category, claim)
                    self.changes.append(changes.added(WHERE, claim.text, claim.reason))
        return tuple(groups)

    def _surfaced(self, concept: str, item: Contribution) -> Claim | None:
        term = self.resume.taxonomy.terms.get(concept)
        proof = next((found for found in item.evidence if found.concept == concept and self._shown(found)), None)
        if term is None or proof is None or not _belongs(term.category, item.priority):
            return None
        mention = next((item for item in self.resume.mentions_in(proof.span) if item.concept == concept), None)
        if mention is None or self._hedged(mention) or not is_own_act(mention.span, self.resume):
            return None
        wanted = naming.posting_wording(concept, self.posting)
        text = naming.surfaced(mention, wanted, self.resume.taxonomy)
        if text is None or not self._is_skill(text, term, wanted, item.priority):
            return None
        if locale.language(self.resume, self.posting) == locale.AMERICAN:
            text = spelt(text, Spelling.US, self.resume.taxonomy)
        if casing.titled(item.text for group in self.resume.skills for item in group.items):
            text = casing.title(text, self.resume.taxonomy)
        return Claim(text, Rule.SURFACED, (proof.span,), f"the posting asks for it and it is shown in {proof.where}")

    def _hedged(self, mention: Mention) -> bool:
        """True where the words beside it take something back ("basic scope control"): then the line says less than the name would."""
        text = self.resume.document.text
        before, after = (re.split(r"[,;:.\n]", side) for side in (text[: mention.start][-_NEAR:], text[mention.end :][:_NEAR]))
        return bool(pattern(words(self.resume.taxonomy, "letter", "hedge_patterns")).search(f"{before[-1]} {after[0]}"))

    def _shown(self, proof: Evidence) -> bool:
        """True for what a line of a job says; a place or a name in its heading ("Montréal, QC") shows no skill."""
        lines = (line.span for job in self.resume.experience for line in job.highlights)
        return proof.strength is Strength.SHOWN and not proof.via and any(proof.span in span for span in lines)

    def _is_skill(self, text: str, term: Term, wanted: str | None, priority: Priority) -> bool:
        """False for a person ("Agile coach"), an act ("Train users"), and for a paper, a meeting or a body not required by that very name.

        Two things in one label ("Audit and compliance") are named only where the posting puts them so.
        """
        if text.casefold().rsplit(maxsplit=1)[-1] in words(self.resume.taxonomy, "wording", "person_words"):
            return False
        first = text.casefold().split(maxsplit=1)[0]
        is_act = first in Verbs.of(self.resume.taxonomy).base and first != term.label.casefold().split()[0]
        if is_act and term.category is not Category.TOOL:
            return False
        by_name = wanted is not None and _key(wanted).rstrip("s") == _key(text).rstrip("s")
        thing = term.kind == "deliverable" or text.casefold().rsplit(maxsplit=1)[-1] in words(self.resume.taxonomy, "wording", "artefacts")
        letters = term.category is not Category.TOOL and len(text) <= _LETTERS
        if thing or letters or text.casefold() in words(self.resume.taxonomy, "wording", "no_skills"):
            return by_name and priority is not Priority.NAMED
        return by_name or not re.search(r"\b(?:and|or)\b|/", text)

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


def _belongs(category: Category, priority: Priority) -> bool:
    """A sector or a field is listed only where the posting asks to know it, not where its duties happen to name it."""
    return category in _GROUPED or (category is Category.DOMAIN and priority is not Priority.NAMED)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def uniform(groups: Iterable[TailoredSkills]) -> tuple[TailoredSkills, ...]:
    """The groups with every item's first letter a capital, so that a list made by two hands looks like one."""
    return tuple(replace(group, items=tuple(replace(item, text=casing.listed(item.text)) for item in group.items)) for group in groups)


def label_words(resume: Resume) -> set[str]:
    """The words of the skill groups' labels, which stand in the output as labels."""
    return {word.casefold() for group in resume.skills if group.label for word in re.findall(r"\w+", group.label)}
