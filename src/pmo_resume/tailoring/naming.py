"""What a sentence or a list calls a concept: the posting's own words where they name the thing, else the vocabulary's label."""

from __future__ import annotations

import re

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.terms import Category, Taxonomy, Term
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.likeness import cased, key, kin, says_as_much, stems
from pmo_resume.tailoring.phrases import plural
from pmo_resume.tailoring.short_forms import both
from pmo_resume.tailoring.verbs import Verbs

_ORDER = (Priority.MUST, Priority.PREFERRED, Priority.NAMED)


def posting_wording(concept: str, posting: Posting) -> str | None:
    """The words in which the posting asks for `concept` itself: those of its strongest ask, the first of them; None where it does not.

    Words that name one kind of it only ("pivot tables" of Excel) are no wording of it.
    """
    found = [mention for mention in posting.mentions if mention.concept == concept and not mention.narrower]
    if not found:
        return None
    best = min(found, key=lambda item: (_ORDER.index(item.priority) if item.priority else len(_ORDER), item.start))
    return " ".join(best.surface.split())


def is_nouny(surface: str, taxonomy: Taxonomy) -> bool:
    """False for words that tell an act ("managed budgets"), that run over a sentence's parts, or that pile up ("stakeholders needs")."""
    parts = surface.split()
    if len(parts) > 1 and Verbs.of(taxonomy).opens_with_act(parts[0]):
        return False
    if any(re.search(r"[^s]s$", word) for word in parts[:-1] if word.islower()):
        return False
    return len(parts) <= 6 and not re.search(
        r"[,;:/]|\b(?:and|or|the|their|our|your|with|closely|well)\b|\bto\b|\b(?:of|in|on|for)$", surface, re.IGNORECASE
    )


def running(text: str, term: Term, taxonomy: Taxonomy) -> str:
    """A term's name as it is written in the middle of a sentence: capitals stay on proper names and short forms only.

    A label with a capital after its first word ("HM Treasury Green Book"), and a tool or credential of one word, is a proper name.
    """
    parts = text.split(" ")
    proper = any(word[:1].isupper() for word in term.label.split()[1:])
    if proper or (term.category in (Category.TOOL, Category.CREDENTIAL) and len(term.label.split()) == 1):
        return text
    keep = set(words(taxonomy, "wording", "proper_words"))
    return " ".join(part if _is_name(part, keep) else part.lower() for part in parts)


def _is_name(word: str, keep: set[str]) -> bool:
    letters = re.sub(r"[^\w]", "", word)
    return letters.casefold() in keep or not letters[1:].islower() or any(letter.isdigit() for letter in letters)


def topic(term: Term, posting: Posting) -> str | None:
    """What a sentence calls the concept: the posting's own words where they name it plainly, else the label; things counted as many.

    None where the posting names only kinds of it, for the concept itself is more than it asks, and for two things in one name, which would
    be lost in a list.
    """
    wanted = posting_wording(term.id, posting)
    if wanted is None:
        return None
    text = running(telling(term, wanted, posting.taxonomy), term, posting.taxonomy)
    if " and " in text:
        return None
    last, joint = text.rsplit(" ", 1)[-1], re.search(r" (?:of|to|for|in|on) ", text)
    return plural(text) if last in words(posting.taxonomy, "letter", "article_nouns") and not joint else text


def telling(term: Term, wanted: str | None, taxonomy: Taxonomy) -> str:
    """The posting's words where they name the thing by themselves, else the label.

    A tool, a method or a short form always does; another wording where its last word names a thing or is the label's own: "stakeholder
    engagement" does, "strong communicator", "complex problems" and a single everyday word ("weekly") do not.
    """
    wanted = _asked_for(wanted, taxonomy) if wanted else None
    if wanted is None or not is_nouny(wanted, taxonomy) or (wanted.isupper() and key(wanted) != key(term.acronym or "")):
        return term.label
    if term.category in (Category.TOOL, Category.METHOD) or stems(wanted) == stems(term.label):
        return wanted
    alone = " " not in wanted and wanted.islower() and " " in term.label
    return wanted if names_a_thing(wanted, term, taxonomy) and not alone else term.label


def _asked_for(wanted: str, taxonomy: Taxonomy) -> str:
    """What is asked for without the word that asks for it: "line management experience", "Excel skills"."""
    front, _, last = wanted.rpartition(" ")
    return front if front and last.casefold() in words(taxonomy, "wording", "asking_tails") else wanted


def names_a_thing(text: str, term: Term, taxonomy: Taxonomy) -> bool:
    """True for a tool, a method, and wordings whose last word names a thing or is that of the label."""
    if term.category in (Category.TOOL, Category.METHOD):
        return True
    last = text.rsplit(maxsplit=1)[-1].casefold()
    return bool(pattern(words(taxonomy, "wording", "thing_patterns")).search(last)) or stems(last) <= stems(term.label.split()[-1])


def list_form(term: Term, wanted: str | None, taxonomy: Taxonomy) -> str:
    """How a concept brought forward stands in a list: the posting's words where they name a thing, else its label; acronyms both ways."""
    full = both(term)
    if full is not None and (wanted is None or key(wanted) in (key(term.acronym or ""), key(full[: full.rindex(" (")]))):
        return full
    text = cased(telling(term, wanted, taxonomy), term.label, term)
    return term.label if key(text) == key(term.label) else text


def surfaced(mention: Mention, wanted: str | None, taxonomy: Taxonomy) -> str | None:
    """What a skills section may say of a concept that a job's line names by `mention`; None where that says too little.

    The list form where it shares a word with the line or is its short form; else the line's own word ("P&L" is no
    "financial management", "pivot tables" are not all of Excel). A single everyday word ("workstream") is not made into a discipline.
    """
    term, surface = taxonomy.terms[mention.concept], " ".join(mention.surface.split())
    text = list_form(term, wanted, taxonomy)
    if not mention.narrower and _is_act_of(surface, text, taxonomy):
        return text
    if not mention.narrower and kin(surface, text, term) and not says_as_much(surface, text, term, taxonomy):
        text = list_form(term, None, taxonomy)  # the posting's words say more than the line; its usual name may not
    if not mention.narrower and kin(surface, text, term) and says_as_much(surface, text, term, taxonomy):
        everyday = " " not in surface and surface.islower() and " " in text and term.category is not Category.TOOL
        return None if everyday or _makes_an_act_of(surface, text, taxonomy) else text
    everyday = " " not in surface and (surface.islower() or Verbs.of(taxonomy).base_of(surface) is not None)
    if everyday or not is_nouny(surface, taxonomy):
        return None
    return surface[:1].upper() + surface[1:]


def _is_act_of(surface: str, text: str, taxonomy: Taxonomy) -> bool:
    """True where the line tells the very act that `text` names: "negotiated" of "negotiation", "mentored" of "mentoring"."""
    base = Verbs.of(taxonomy).base_of(surface)
    return base is not None and any(text.casefold() == base.removesuffix("e") + ending for ending in ("ion", "ation", "ment", "ing"))


def _makes_an_act_of(surface: str, text: str, taxonomy: Taxonomy) -> bool:
    """True where `text` says that a thing was managed which the line only names ("steering committee decks")."""
    act = pattern(words(taxonomy, "wording", "act_patterns"))
    last, said = text.rsplit(maxsplit=1)[-1], surface.split()
    if not act.search(last) or stems(last) & stems(surface) or surface.isupper():
        return False
    verbs = Verbs.of(taxonomy)
    opens = not said[0].casefold().endswith("ing") and verbs.opens_with_act(said[0])
    tells = any(word.casefold() in verbs.past or verbs.is_plain_base(word.casefold()) for word in said)  # "line manage"
    return not (opens or tells or act.search(said[-1]))
