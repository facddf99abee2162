"""What somebody put into a CV for programs rather than for people: instructions, look-alike letters, endless repetition.

Hidden text and text copied from the posting are told by the comparison itself (`Coverage.warnings`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from pmo_resume import api
from pmo_resume.documents.marks import SMUGGLED, SMUGGLING
from pmo_resume.model.resume import Resume
from pmo_resume.tailoring.lexicon import pattern, words

_STUFFED, _FEWEST = 0.12, 8  # of all words, and times
_UNPRINTED = 3  # terms; one or two are the title of the job
_SCRIPTS = ("CYRILLIC", "GREEK")


def findings(resume: Resume) -> Iterator[str]:
    """One sentence for each thing to look at; none of them scores."""
    text = resume.document.text
    told = pattern(words(resume.taxonomy, "screening", "instruction_patterns"))
    for place in [text, *(item.text for item in resume.document.hidden), *resume.document.properties]:
        found = told.search(place)
        if found:
            yield f'an instruction to a program: "{" ".join(place[max(0, found.start() - 20) : found.end() + 40].split())}"'
    if SMUGGLED.search(text):
        yield SMUGGLING
    mixed = next((word for word in re.findall(r"\w{3,}", text) if _mixes(word)), None)
    if mixed:
        yield f'letters of another alphabet stand in for Latin ones: "{mixed}"'
    yield from _stuffed(resume)
    yield from _unprinted(resume)


def _unprinted(resume: Resume) -> Iterator[str]:
    """What the file says of itself on no page, where that is more than what programs and templates put there."""
    shown = resume.document.text.casefold() if resume.document.properties else ""
    for told in resume.document.properties:
        terms = [resume.taxonomy.terms[concept].label for concept in sorted(api.named_in(told, resume.taxonomy, implied=False))]
        if sum(term.casefold() not in shown for term in terms) >= _UNPRINTED:
            yield f'the file has keywords that no page shows, and they are worth nothing: "{" ".join(told.split())[:120]}"'


def _mixes(word: str) -> bool:
    """Whether a word mixes Latin letters with look-alikes of another alphabet."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha()}
    return "LATIN" in scripts and any(script in scripts for script in _SCRIPTS)


def _stuffed(resume: Resume) -> Iterator[str]:
    count = len(re.findall(r"\w+", resume.document.text)) or 1
    counts = Counter(mention.label for mention in resume.mentions)
    for label, times in counts.most_common(3):
        if times >= _FEWEST and times * len(label.split()) > _STUFFED * count:
            yield f"“{label}” is repeated {times} times in {count} words"
