"""Turns a line of a CV into something that can be said in the first person, without a word that the candidate did not write.

CV lines drop their subject and often their articles. Only lines whose opener is surely a verb, a role or a duty are taken; all others
are left to the CV, for a letter can do without them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring import tenses
from pmo_resume.tailoring.articles import articled
from pmo_resume.tailoring.clause import LONGEST, SHORTEST, Clause, Shape
from pmo_resume.tailoring.joints import in_first_person, mixes_persons, with_and, with_last_and
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import article, lower_first
from pmo_resume.tailoring.sound import is_sound
from pmo_resume.tailoring.trimming import sentences, trimmed
from pmo_resume.tailoring.verbs import Verbs, noun_like

_LINKS = {"and", "or", "with", "of", "the", "a", "an", "in", "for", "by", "to", "&", "from", "on", "at", "as", "using"}
"""Words behind which a capital letter begins a name, not another sentence."""


def clause(text: str, taxonomy: Taxonomy) -> Clause | None:
    """The sayable part of a line: its first usable sentence, one with a measured result before others; None where there is none."""
    found = clauses(text, taxonomy)
    measured = pattern(words(taxonomy, "wording", "measure_patterns"))
    return next((item for item in found if measured.search(item.text)), found[0] if found else None)


def clauses(text: str, taxonomy: Taxonomy) -> tuple[Clause, ...]:
    """All sentences of a line that can be said, in its order."""
    return tuple(item for sentence in sentences(text) if (item := _sentence(sentence, taxonomy)))


def _sentence(text: str, taxonomy: Taxonomy) -> Clause | None:
    whole = trimmed(_before_next(text, taxonomy), taxonomy, LONGEST)
    cut = tenses.one_tense(whole, taxonomy) if whole else None
    if cut is None:
        return None
    found = _role(cut, taxonomy) or _state(cut, taxonomy) or _verb(cut, taxonomy) or _act(cut, taxonomy)
    if found is None or not SHORTEST <= len(found.text.split()) <= LONGEST + 2 or not is_sound(found, taxonomy):
        return None
    return tenses.in_time(replace(found, text=_without_our(found.text), quoted=cut), taxonomy)


def _without_our(text: str) -> str:
    """`trained our staff` was said to colleagues; to another employer it is `the staff`."""
    return re.sub(r"\b(?:our|Our)\b", "the", text)


def _before_next(text: str, taxonomy: Taxonomy) -> str:
    """Up to where a line that lost its full stop starts anew: `… on all desks Performed weekly checks …`."""
    verbs, things = Verbs.of(taxonomy), words(taxonomy, "wording", "adjective_pasts")
    for found in re.finditer(r"(?<=[\w),]) ([A-Z][a-z]+) ", text):
        word, before = found.group(1).casefold(), text[: found.start()].split()
        rest = text[found.end() :]
        joined = re.match(r"and ([a-z]+) ", rest)
        verb_like = not noun_like(word, rest, taxonomy) or (joined is not None and joined.group(1) in verbs.base)
        act = verbs.is_plain_base(word) or (word in verbs.base and before[-1].casefold() not in _LINKS and verb_like)
        if (word in verbs.past and word not in things) or word == "responsible" or act:
            return " ".join(before).rstrip(" ,") if len(before) > SHORTEST else text
    return text


def _role(text: str, taxonomy: Taxonomy) -> Clause | None:
    """`PMO lead for the rollout`, `Key member of the board`."""
    nouns = "|".join(words(taxonomy, "letter", "role_nouns"))
    found = re.match(rf"((?:[\w/&’'-]+ ){{0,3}}?)({nouns}) (?:for|of|on|to|at|within) ", text, re.IGNORECASE)
    if found is None or (not found.group(1) and found.group(2).casefold() in Verbs.of(taxonomy).base and re.match(r"\w+ (?:on|to) ", text)):
        return None
    before = found.group(1).split()
    if before and (Verbs.of(taxonomy).opens_with_act(before[0]) or before[0].casefold() in words(taxonomy, "letter", "determiners")):
        return None
    if any(word.casefold() in ("of", "and", "with", "by", "as", "to") for word in before):
        return None
    body = text if before and found.group(2)[:1].isupper() else lower_first(text)
    if before and before[0].casefold() in ("sole", "only", "first", "main", "primary", "principal"):
        body = f"the {body}"
    elif found.group(2).casefold() not in words(taxonomy, "letter", "bare_roles"):
        body = f"{article(body)} {body}"
    return Clause(body, Shape.ROLE, found.group(2).casefold())


def _state(text: str, taxonomy: Taxonomy) -> Clause | None:
    """`Responsible for the plan`, `Involved in bids`, also with "was" before it; `Promoted to lead the team`."""
    bare = re.sub(r"^(?:I )?(?:was|am|is|been) ", "", text, flags=re.IGNORECASE)
    body = bare[:1].lower() + bare[1:]
    if pattern(words(taxonomy, "letter", "state_patterns")).match(bare):
        return Clause(body, Shape.STATE, body.split()[0])
    if pattern(words(taxonomy, "letter", "event_patterns")).match(bare):
        return Clause(body, Shape.EVENT, body.split()[0])
    return None


def _verb(text: str, taxonomy: Taxonomy) -> Clause | None:
    if re.match(r"I (?!/)", text):
        act = next((word.casefold() for word in text.split()[1:] if not word.endswith("ly")), "")
        return Clause(text, Shape.FIRST, act) if act in Verbs.of(taxonomy).past else None
    lead, first, rest = _opener(text, taxonomy)
    verbs = Verbs.of(taxonomy)
    low = first.casefold()
    if low.endswith(",") and _one_of_several(low.rstrip(","), rest, verbs):
        return _several(low, rest, taxonomy)
    plain = re.sub(r"^(?:co|re|pre|de|project|programme|program|line)-", "", low)
    if re.match(r"project |programme |program |line ", f"{low} ") and rest:
        second, _, tail = rest.partition(" ")
        if second.casefold() in verbs.past:
            return Clause(f"{low} {second.casefold()} {tail}", Shape.PAST, verbs.past[second.casefold()])
        if second == "manage":
            return Clause(f"{low} {articled(second, tail, taxonomy)}", Shape.BASE, second)
    if (base := verbs.past.get(low) or verbs.past.get(plain)) and not noun_like(low, rest, taxonomy):
        rest = tenses.quiet_verbs(f"{low} {rest}", taxonomy).partition(" ")[2]
        if mixes_persons(rest, taxonomy) or pattern(words(taxonomy, "letter", "passive_patterns")).match(f"{low} {rest}"):
            return None
        return Clause(with_last_and(with_and(lead + articled(low, rest, taxonomy), taxonomy)), Shape.PAST, base)
    if rest.startswith("of ") or low in words(taxonomy, "letter", "no_acts"):
        return None
    if low in verbs.base and not noun_like(low, rest, taxonomy):
        return Clause(lead + articled(low, rest, taxonomy), Shape.BASE, low)
    if low in verbs.third and not (low in verbs.nouns_plural and noun_like(low, rest, taxonomy)):
        told = in_first_person(rest, taxonomy)
        return Clause(lead + articled(verbs.third[low], told, taxonomy), Shape.BASE, verbs.third[low]) if told is not None else None
    if low in words(taxonomy, "letter", "noun_gerunds") and rest.split(" ")[0].casefold() not in words(taxonomy, "letter", "determiners"):
        return None
    if low in verbs.gerund and not lead and not re.search(r"\bI\b", rest):
        return Clause(articled(low, rest, taxonomy), Shape.GERUND, verbs.gerund[low])
    return None


def _one_of_several(low: str, rest: str, verbs: Verbs) -> bool:
    """True for the first of several verbs in one form: `Planned, scheduled and ran`, `Initiate, define and manage`."""
    second = rest.split(" ", 1)[0].casefold().rstrip(",")
    return any(low in forms and second in forms for forms in (verbs.past, verbs.base)) and low not in verbs.nouns


def _several(low: str, rest: str, taxonomy: Taxonomy) -> Clause | None:
    past = low.rstrip(",") in Verbs.of(taxonomy).past
    if not re.match(r"(?:[\w-]+, ){0,3}[\w-]+,? and [\w-]+ ", rest) or (past and mixes_persons(rest, taxonomy)):
        return None
    told = articled(low, rest, taxonomy) if past else f"{low} {rest}"
    return Clause(told, Shape.PAST if past else Shape.BASE, low.rstrip(","))


def _opener(text: str, taxonomy: Taxonomy) -> tuple[str, str, str]:
    """An adverb worth keeping, the first word after it, and the rest; adverbs that say nothing go."""
    empty = words(taxonomy, "letter", "empty_adverbs")
    first, _, rest = text.partition(" ")
    while first.casefold().strip(",") in empty and rest:
        first, _, rest = rest.partition(" ")
    if rest and re.fullmatch(r"[A-Za-z]+ly", first) and first.casefold() not in words(taxonomy, "letter", "not_adverbs"):
        second, _, tail = rest.partition(" ")
        return f"{first.casefold()} ", second, tail
    return "", first, rest


def _act(text: str, taxonomy: Taxonomy) -> Clause | None:
    """`Preparation of board papers`: a duty named by a noun."""
    found = re.match(r"([A-Za-z-]+)(?: and [A-Za-z-]+)? of (?!this\b)", text)
    noun = found.group(1).casefold() if found else ""
    if found is None or noun in words(taxonomy, "letter", "no_single_acts"):
        return None
    if not pattern(words(taxonomy, "letter", "act_nouns_patterns")).match(noun):
        return None
    return Clause(f"the {lower_first(text)}", Shape.GERUND, found.group(1).casefold())
