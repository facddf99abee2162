"""The same concept in other words: the posting's own wording of it, or an acronym beside its expansion. Nothing else may change a word."""

from __future__ import annotations

import re

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.terms import Category, Credential, Taxonomy, Term
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import plural
from pmo_resume.tailoring.verbs import Verbs

_ORDER = (Priority.MUST, Priority.PREFERRED, Priority.NAMED)
_NEVER_ALIGNED = {Category.CREDENTIAL, Category.ROLE, Category.EDUCATION, Category.BODY, Category.LANGUAGE, Category.METRIC}
ALIGNED_REASON = "the posting's wording of the same thing"
EXPANDED_REASON = "short form and full name, so that a search for either finds it"


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


def aligned(mention: Mention, text: str, posting: Posting, taxonomy: Taxonomy) -> str | None:
    """`text`, the whole of which is `mention`, in the posting's words; None where it should stay as it is.

    A wording that only adds or drops words ("risk management", "enterprise risk management") may be broader or narrower, so it is
    never taken; a change of capitals alone is none.
    """
    term = taxonomy.terms.get(mention.concept)
    wanted = posting_wording(mention.concept, posting)
    if term is None or wanted is None or mention.narrower or mention.category in _NEVER_ALIGNED:
        return None
    asked, wanted = wanted, telling(term, wanted, taxonomy)
    if wanted != asked and not _stems(wanted) & _stems(asked):
        return None
    if (
        not (_is_form(text, term) and _is_form(wanted, term))
        or not _kin(wanted, text, term)
        or _key(wanted) == _key(text)
        or _subset(wanted, text)
        or not is_nouny(text, taxonomy)
        or _told_as_an_act(wanted, text, taxonomy)
    ):
        return None
    return _cased(wanted, text, term)


def _told_as_an_act(wanted: str, text: str, taxonomy: Taxonomy) -> bool:
    """True for "track budget" beside "Budget tracking": the posting tells the act, the list names it."""
    first, last = wanted.split(" ", 1)[0].casefold(), text.rsplit(" ", 1)[-1].casefold()
    return " " in wanted and Verbs.of(taxonomy).gerund.get(last) == first


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _stems(text: str) -> set[str]:
    return {word.casefold().removesuffix("s") for word in re.findall(r"[^\W_]+", text)}


def _subset(first: str, second: str) -> bool:
    one, two = _stems(first), _stems(second)
    numbers = {word for word in one ^ two if any(letter.isdigit() for letter in word)}
    return one < two or two < one or bool(numbers)


def _cased(wanted: str, like: str, term: Term) -> str:
    """`wanted` with capitals that fit a list: a shouted wording takes the label's case, a first capital follows the CV's own line."""
    if wanted.isupper() and len(wanted.split()) > 1:
        wanted = term.label if _key(wanted) == _key(term.label) else wanted.title()
    if like[:1].isupper() and wanted[:1].islower():
        return wanted[:1].upper() + wanted[1:]
    return wanted


def both(term: Term) -> str | None:
    """`Earned Value Management (EVM)`, `Project Management Professional (PMP)`; None for a concept without a short form."""
    name = term.name if isinstance(term, Credential) and term.name else term.label
    acronym = term.acronym
    if not acronym or acronym.casefold() in name.casefold().split() or _key(acronym) == _key(name):
        return None
    return f"{_bare(name, acronym)} ({acronym})"


def is_name_of(term: Term, surface: str) -> bool:
    """True where `surface` is the concept's name, its short form, or both."""
    full = both(term) or ""
    name = term.name if isinstance(term, Credential) and term.name else term.label
    return _key(surface) in {_key(text) for text in (name, term.label, term.acronym or name, full)}


def _bare(name: str, acronym: str) -> str:
    return re.sub(rf"\s*\(\s*{re.escape(acronym)}\s*\)", "", name)


def expanded(mention: Mention, text: str, taxonomy: Taxonomy) -> str | None:
    """`text` with the short form and the full name of `mention` both in it; None where it has them or the wording is a third one."""
    term = taxonomy.terms.get(mention.concept)
    full = both(term) if term is not None else None
    if term is None or full is None or term.acronym is None:
        return None
    surface = " ".join(mention.surface.split())
    name = full[: full.rindex(" (")]
    if _key(surface) == _key(term.acronym):
        if _key(name) in _key(text):
            return None
        return _replaced(text, surface, full)
    if _key(surface) == _key(name) and not re.search(rf"\b{re.escape(term.acronym)}\b", text):
        return _replaced(text, surface, f"{surface} ({term.acronym})")
    return None


def _replaced(text: str, old: str, new: str) -> str | None:
    found = list(re.finditer(rf"(?<![\w(]){re.escape(old)}(?![\w)])", text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return text[:start] + new + text[end:]


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
    if wanted is None or not is_nouny(wanted, taxonomy) or (wanted.isupper() and _key(wanted) != _key(term.acronym or "")):
        return term.label
    if term.category in (Category.TOOL, Category.METHOD) or _stems(wanted) == _stems(term.label):
        return wanted
    alone = " " not in wanted and wanted.islower() and " " in term.label
    return wanted if names_a_thing(wanted, term, taxonomy) and not alone else term.label


def names_a_thing(text: str, term: Term, taxonomy: Taxonomy) -> bool:
    """True for a tool, a method, and wordings whose last word names a thing or is that of the label."""
    if term.category in (Category.TOOL, Category.METHOD):
        return True
    last = text.rsplit(maxsplit=1)[-1].casefold()
    return bool(pattern(words(taxonomy, "wording", "thing_patterns")).search(last)) or _stems(last) <= _stems(term.label.split()[-1])


def list_form(term: Term, wanted: str | None, taxonomy: Taxonomy) -> str:
    """How a concept brought forward stands in a list: the posting's words where they name a thing, else its label; acronyms both ways."""
    full = both(term)
    if full is not None and (wanted is None or _key(wanted) in (_key(term.acronym or ""), _key(full[: full.rindex(" (")]))):
        return full
    text = _cased(telling(term, wanted, taxonomy), term.label, term)
    return term.label if _key(text) == _key(term.label) else text


def surfaced(mention: Mention, wanted: str | None, taxonomy: Taxonomy) -> str | None:
    """What a skills section may say of a concept that a job's line names by `mention`; None where that says too little.

    The list form where it shares a word with the line or is its short form; else the line's own word ("P&L" is no
    "financial management", "pivot tables" are not all of Excel). A single everyday word ("workstream") is not made into a discipline.
    """
    term, surface = taxonomy.terms[mention.concept], " ".join(mention.surface.split())
    text = list_form(term, wanted, taxonomy)
    if not mention.narrower and _kin(surface, text, term):
        everyday = " " not in surface and surface.islower() and " " in text and term.category is not Category.TOOL
        return None if everyday or _makes_an_act_of(surface, text, taxonomy) else text
    if not is_nouny(surface, taxonomy) or (surface.islower() and " " not in surface):
        return None
    return surface[:1].upper() + surface[1:]


def _makes_an_act_of(surface: str, text: str, taxonomy: Taxonomy) -> bool:
    """True where `text` says that a thing was managed which the line only names ("steering committee decks")."""
    act = pattern(words(taxonomy, "wording", "act_patterns"))
    last, said = text.rsplit(maxsplit=1)[-1], surface.split()
    if not act.search(last) or _stems(last) & _stems(surface) or surface.isupper():
        return False
    opens = not said[0].casefold().endswith("ing") and Verbs.of(taxonomy).opens_with_act(said[0])
    return not (opens or act.search(said[-1]))


def _is_form(text: str, term: Term) -> bool:
    """True where the vocabulary lists the wording for the concept; number and hyphens aside."""
    names = (term.label, term.acronym or term.label, *(form.text for form in term.forms if not (form.narrower or form.plain)))
    return any(_stems(text) == _stems(name) for name in names)


def _kin(one: str, two: str, term: Term) -> bool:
    """True for wordings of one tool, for a short form and its name, and for two wordings with a word in common."""
    short = _key(term.acronym or "")
    return term.category is Category.TOOL or bool(_stems(one) & _stems(two)) or (bool(short) and short in (_key(one), _key(two)))
