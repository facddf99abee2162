"""Gives back the articles that a CV drops: `managed [a] team of 12`, `led [the] migration of data`."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import article
from pmo_resume.tailoring.verbs import Verbs

_ADJECTIVES = 4
_SUM = re.compile(r"[£$€]\d\S* |\d[\w.]*-\w+ |\d[\d.]*% ")
_PLACED = re.compile(
    r"\b(with|on|into|via|using) ((?:[A-Za-z][\w/-]* ){1,3}?[a-z]+(?=$| (?:to|of|for|in|with|that|by|from|using|and)\b|,))((?: \w+)?)"
)
_AMOUNT = re.compile(r"[£$€(]|\d")


def articled(verb: str, rest: str, taxonomy: Taxonomy) -> str:
    """`verb` with `rest` behind it, the object with its article; so too behind each further past verb that an "and" joins."""
    pasts = Verbs.of(taxonomy).base if verb.rsplit(maxsplit=1)[-1] in Verbs.of(taxonomy).base else Verbs.of(taxonomy).past
    again = re.match(r"and ([a-z-]+) ", rest)
    if again and again.group(1) in pasts:
        return f"{verb} and {articled(again.group(1), rest[again.end() :], taxonomy)}"
    joins = [place for place in re.finditer(r" and ([a-z-]+) ", rest) if place.group(1) in pasts]
    if joins:
        last = joins[-1]
        head = _object(verb, f"{rest[: last.start()]} ", taxonomy).rstrip()
        return f"{verb} {head} and {articled(last.group(1), rest[last.end() :], taxonomy)}"
    return f"{verb} {_behind_prepositions(_object(verb, rest, taxonomy), taxonomy)}".rstrip()


def _behind_prepositions(text: str, taxonomy: Taxonomy) -> str:
    """`worked with UX team to plan` with its article; a thing without a word before it may be an idiom ("on site") and stays."""
    nouns, after = words(taxonomy, "letter", "article_nouns"), words(taxonomy, "letter", "article_after")
    known = {*words(taxonomy, "letter", "determiners"), *after, "and", "or", "&"}

    def given(found: re.Match[str]) -> str:
        lead, phrase, behind = found[1], found[2].split(), found[3].split()
        named = any(word[:1].isupper() and not word.isupper() for word in phrase)
        bare = any(word.casefold() in known or word.casefold().endswith(("'s", "’s", "s", "ing")) for word in phrase[:-1])
        whole = phrase[-1] in nouns and (not behind or behind[0].casefold() in after)
        return f"{lead} {article(found[2])} {found[2]}{found[3]}" if whole and not (named or bare) else found[0]

    return _PLACED.sub(given, text)


def _object(verb: str, rest: str, taxonomy: Taxonomy) -> str:
    if _an_act_of(verb, rest, taxonomy):
        return f"the {rest}"
    if (
        verb.rsplit(maxsplit=1)[-1] in words(taxonomy, "letter", "change_verbs")
        and _a_single_thing(rest, taxonomy)
        and not _SUM.match(rest)
    ):
        return f"the {rest}"
    return f"{article(rest)} {rest}" if _a_single_thing(rest, taxonomy) else rest


def _an_act_of(verb: str, rest: str, taxonomy: Taxonomy) -> bool:
    """True for `exchange of 41,000 meters`, `design and development of the site`: one act, named by its noun, and whose it is."""
    found = re.match(r"((?:[\w&/’'-]+ ){0,4}?)([\w-]+)(?: and ([\w-]+))? of ", rest)
    if found is None or verb.rsplit(maxsplit=1)[-1] in words(taxonomy, "letter", "light_verbs"):
        return False
    stop = {*words(taxonomy, "letter", "determiners"), *words(taxonomy, "letter", "article_after"), "and", "or", "&", "of"}
    before = found.group(1).casefold().split()
    if any(word in stop or word[0].isdigit() or word.endswith(("'s", "’s")) for word in before):
        return False
    nouns = [noun.casefold() for noun in found.groups()[1:] if noun]
    kind = pattern(words(taxonomy, "letter", "one_act_patterns"))
    return all(kind.fullmatch(noun) and noun not in words(taxonomy, "letter", "no_single_acts") for noun in nouns)


def _a_single_thing(rest: str, taxonomy: Taxonomy) -> bool:
    """True where the words up to the next preposition end in a noun that needs an article and none of them is one."""
    nouns, after = words(taxonomy, "letter", "article_nouns"), words(taxonomy, "letter", "article_after")
    determiners, verbs = words(taxonomy, "letter", "determiners"), Verbs.of(taxonomy)
    gerunds = verbs.gerund.keys() - set(words(taxonomy, "letter", "noun_gerunds"))
    tokens = rest.split()
    start = 1 if _SUM.match(rest) else 0
    phrase: list[str] = []
    for index, word in enumerate(tokens[start:], start):
        low = word.casefold()
        acts = low in gerunds or low in verbs.past or (low in verbs.gerund and _AMOUNT.match(" ".join(tokens[index + 1 : index + 2])))
        if phrase and phrase[-1] in nouns and (low in after or acts or _AMOUNT.match(low)):
            return True
        if low in ("and", "or", "&") or low in after or low in determiners or _AMOUNT.match(low):
            return low == "and" and _ends_in(phrase, nouns) and tokens[index + 1 : index + 2] != [] and tokens[index + 1] in verbs.past
        thing = (
            "-" not in low
            and low.endswith("ing")
            and low not in nouns
            and tokens[index + 1 : index + 2] != []
            and tokens[index + 1] not in nouns
        )
        if thing or low.endswith((",", "'s", "’s", ":")) or len(phrase) > _ADJECTIVES:
            return False
        phrase.append(low.rstrip(";"))
        if low.endswith(";"):
            return _ends_in(phrase, nouns)
    return _ends_in(phrase, nouns)


def _ends_in(phrase: list[str], nouns: tuple[str, ...]) -> bool:
    return bool(phrase) and phrase[-1] in nouns
