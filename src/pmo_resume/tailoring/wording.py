"""The same concept in the posting's own words, where both name just the same thing. Nothing else may change a word."""

from __future__ import annotations

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import Posting
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.tailoring.likeness import cased, is_form, key, kin, says_as_much, stems
from pmo_resume.tailoring.naming import is_nouny, posting_wording, telling
from pmo_resume.tailoring.verbs import Verbs

_NEVER_ALIGNED = {Category.CREDENTIAL, Category.ROLE, Category.EDUCATION, Category.BODY, Category.LANGUAGE, Category.METRIC}
ALIGNED_REASON = "the posting's wording of the same thing"


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
    if wanted != asked and not stems(wanted) & stems(asked):
        return None
    if (
        not (is_form(text, term) and is_form(wanted, term))
        or not kin(wanted, text, term)
        or not (says_as_much(text, wanted, term, taxonomy) and says_as_much(wanted, text, term, taxonomy))
        or key(wanted) == key(text)
        or _subset(wanted, text)
        or not is_nouny(text, taxonomy)
        or _told_as_an_act(wanted, text, taxonomy)
    ):
        return None
    return cased(wanted, text, term)


def _told_as_an_act(wanted: str, text: str, taxonomy: Taxonomy) -> bool:
    """True for "track budget" beside "Budget tracking": the posting tells the act, the list names it."""
    first, last = wanted.split(" ", 1)[0].casefold(), text.rsplit(" ", 1)[-1].casefold()
    return " " in wanted and Verbs.of(taxonomy).gerund.get(last) == first


def _subset(first: str, second: str) -> bool:
    one, two = stems(first), stems(second)
    numbers = {word for word in one ^ two if any(letter.isdigit() for letter in word)}
    return one < two or two < one or bool(numbers)
