"""What a clause of a posting is: it asks something of the candidate, tells of the work, or does neither."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.boilerplate import is_boilerplate
from pmo_resume.nlp.posting_headings import Part, announced, only_headings
from pmo_resume.nlp.priority import stated
from pmo_resume.nlp.wording import FILE, pattern, straight, wording
from pmo_resume.nlp.wordlists import words
from pmo_resume.nlp.years import find_years


class ClauseKind(Enum):
    """An ask, a duty, or text that asks for nothing and tells nothing of the work."""

    ASK = "ask"
    DUTY = "duty"
    NOTHING = "nothing"


_MOSTLY = 0.4  # share of a line's letters
_ITEM = 12  # words: a longer line among what is assessed explains the procedure
_NEVER_ASKS = frozenset({Part.COMPANY, Part.BENEFITS})


def kind_of(text: str, part: Part, taxonomy: Taxonomy, *, bullet: bool, list_of_asks: bool = False) -> ClauseKind:
    """The kind of a clause from its wording and the part of the posting it stands in.

    `bullet` is a line of a list; `list_of_asks` a line of a list without a heading most of whose lines ask.
    """
    plain = straight(text)
    in_list = part in (Part.REQUIRED, Part.PREFERRED, Part.DUTIES, Part.ASSESSED)
    if part not in _NEVER_ASKS and wording(taxonomy, "knockout_firm").search(plain):
        return ClauseKind.ASK
    if part not in (Part.REQUIRED, Part.PREFERRED) and wording(taxonomy, "assessed_on").search(plain):
        return ClauseKind.ASK
    tells_of_work = wording(taxonomy, "role_acts").match(plain) is not None
    of_a_person = _sought(plain, taxonomy) or wording(taxonomy, "demanded").search(plain) is not None
    if is_boilerplate(plain, taxonomy, in_list=in_list or tells_of_work or of_a_person):
        return ClauseKind.NOTHING
    if announced(plain, taxonomy) is not None or _fills_form(plain, taxonomy):
        return ClauseKind.NOTHING
    if only_headings(plain, taxonomy):
        return ClauseKind.NOTHING
    if part is Part.ASSESSED:
        return ClauseKind.ASK
    if part in (Part.REQUIRED, Part.PREFERRED):
        return ClauseKind.DUTY if wording(taxonomy, "duty_in_list").search(plain) else ClauseKind.ASK
    if part is Part.DUTIES:
        return ClauseKind.ASK if _asks_among_duties(plain, taxonomy) else ClauseKind.DUTY
    if part in _NEVER_ASKS:
        if _asks_firmly(plain, taxonomy) and not _ours(plain, taxonomy):
            return ClauseKind.ASK
        return ClauseKind.DUTY if tells_of_work and wording(taxonomy, "duty").search(plain) else ClauseKind.NOTHING
    if part is Part.TERMS:
        return ClauseKind.ASK if _condition(plain, taxonomy) or _asks_firmly(plain, taxonomy) else ClauseKind.NOTHING
    return _in_prose(plain, taxonomy, bullet=bullet, list_of_asks=list_of_asks)


def is_assessed(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a line among what applicants are measured by names a behaviour, and does not explain the procedure or set a condition."""
    plain = straight(text)
    return len(plain.split()) <= _ITEM and not _condition(plain, taxonomy) and re.search(r"\d{2}|\b(?:will|be)\b", plain) is None


def carries_on(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a sentence goes on with the work that the one before it told of: "They also supervise …", "This may include …"."""
    plain = straight(text)
    goes_on = wording(taxonomy, "carries_on").match(plain) is not None
    return goes_on and not _ours(plain, taxonomy) and not is_boilerplate(plain, taxonomy)


def is_named_thing(text: str, named: int, taxonomy: Taxonomy) -> bool:
    """Whether a line of a list is little else than what it names ("MS Office (Word, Excel)"); `named` is how many letters name a concept.

    Under a heading that tells nothing such a line has no verb that could say whether it asks.
    """
    plain = straight(text)
    return named > _MOSTLY * len(plain) and not _ours(plain, taxonomy) and not is_boilerplate(plain, taxonomy, in_list=True)


def opens_like_ask(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a line begins the way asks do ("Strong …", "5+ years", "Bachelor's"), not the way duties do ("Manage …")."""
    return wording(taxonomy, "asking_starts").search(straight(text)) is not None


def opens_like_duty(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a line begins with a verb of work, in any of its forms ("Manage", "Manages", "Managing")."""
    return _verb_first(words(taxonomy, FILE, "duty_verbs")).match(straight(text)) is not None


def _sought(text: str, taxonomy: Taxonomy) -> bool:
    """Someone is looked for: with something, or to do something."""
    told = wording(taxonomy, "seeking_with").search(text) or wording(taxonomy, "seeking_to").search(text)
    return told is not None and wording(taxonomy, "seeking").search(text) is not None


def _fills_form(text: str, taxonomy: Taxonomy) -> bool:
    label = re.match(r"[\W_]*(?P<label>[A-Za-z][\w /]{1,24}?)[\s*_]*:[\s*_]", text)
    return label is not None and pattern(words(taxonomy, FILE, "form_labels"), whole=True).match(label["label"]) is not None


def _in_prose(text: str, taxonomy: Taxonomy, *, bullet: bool, list_of_asks: bool) -> ClauseKind:
    candidate = wording(taxonomy, "candidate").search(text) is not None
    if wording(taxonomy, "duty_firm").search(text):
        return ClauseKind.DUTY
    work = opens_like_duty(text, taxonomy) and not find_years(text, taxonomy)
    if not work and _asks_firmly(text, taxonomy) and (candidate or not _ours(text, taxonomy)):
        return ClauseKind.ASK
    duty = opens_like_duty(text, taxonomy) or wording(taxonomy, "duty").search(text) is not None
    asking = wording(taxonomy, "asking").search(text) is not None
    if bullet or list_of_asks:
        if opens_like_ask(text, taxonomy) or (asking and not duty) or (list_of_asks and not duty):
            return ClauseKind.ASK
        return ClauseKind.DUTY if duty else ClauseKind.NOTHING
    if wording(taxonomy, "seeking").search(text):
        return ClauseKind.ASK if asking or wording(taxonomy, "seeking_with").search(text) else ClauseKind.DUTY
    if duty and not wording(taxonomy, "candidate_has").search(text):
        return ClauseKind.DUTY
    if _condition(text, taxonomy) or (
        asking and (wording(taxonomy, "candidate_has").search(text) or (opens_like_ask(text, taxonomy) and not _ours(text, taxonomy)))
    ):
        return ClauseKind.ASK
    return ClauseKind.DUTY if _of_the_role(text, taxonomy) else ClauseKind.NOTHING


def _asks_firmly(text: str, taxonomy: Taxonomy) -> bool:
    """Wording that asks of a candidate wherever it stands: years of experience, a degree or a thing said to be required or a plus."""
    if find_years(text, taxonomy):
        return True
    said = stated(text, taxonomy)
    asking = wording(taxonomy, "asking").search(text) is not None or wording(taxonomy, "credential_words").search(text) is not None
    return said is not None and (asking or wording(taxonomy, "firm_subject").search(text) is not None)


def _asks_among_duties(text: str, taxonomy: Taxonomy) -> bool:
    """Under a heading of duties only an ask of the candidate counts: "Must hold a PMP", not "auditors should be able to …"."""
    if not _asks_firmly(text, taxonomy) or opens_like_duty(text, taxonomy):
        return False
    told = opens_like_ask(text, taxonomy) or wording(taxonomy, "candidate").search(text) is not None
    return told or find_years(text, taxonomy) != () or wording(taxonomy, "firm_subject").search(text) is not None


def _condition(text: str, taxonomy: Taxonomy) -> bool:
    return wording(taxonomy, "knockout").search(text) is not None


def _ours(text: str, taxonomy: Taxonomy) -> bool:
    return wording(taxonomy, "company").search(text) is not None


def _of_the_role(text: str, taxonomy: Taxonomy) -> bool:
    return wording(taxonomy, "role_subject").match(text) is not None


@lru_cache(maxsize=8)
def _verb_first(verbs: tuple[str, ...]) -> re.Pattern[str]:
    forms = []
    for verb in sorted(verbs, key=lambda word: (-len(word), word)):
        stem = re.escape(verb)
        if verb.endswith("e"):
            forms.append(rf"{stem[:-1]}(?:e|es|e?ing)")
        elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
            forms.append(rf"{stem[:-1]}(?:y|ies|ying)")
        else:
            forms.append(rf"{stem}(?:e?s|{re.escape(verb[-1])}?ing)?")
    body = "|".join(forms) or "(?!)"
    return re.compile(
        rf"^\W*(?:to\s+)?(?:(?:\w+ly|and|also|day-to-day|regularly|typically|will|be|may|can)\s+(?:and\s+\w+ly\s+)?)*(?:{body})\b",
        re.IGNORECASE,
    )
