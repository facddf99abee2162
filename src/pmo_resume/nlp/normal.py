"""The normal form of one word: what two spellings of a word have in common, so that a term is found however it is written.

A vocabulary lists `programme management` once. A CV writes `Program Management`, `programmes`, `PROGRAMME-management` or
`programme’s`; all of them have one normal form. It is computed once for each word form (through `Vocab.lex_attr_getters[NORM]`) and
never per document. Both sides go through the same function, so a rule only has to be the same for both, not perfect English: it must
join spellings of one word and must not join two words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[®™℠©\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u0300-\u036f]")
_POSSESSIVE = re.compile(r"['’‘`´]s?$|['’‘`´]")
_ACRONYM_PLURAL = re.compile(r"[A-Z][A-Z0-9]+s")
# Letters of other scripts that look like Latin ones; a word is read as Latin when nothing else is left in it.
_LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТХаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXaeijopcyxsABEZHIKMNOPTYXo")
# Words whose s is not a plural and whose singular would be another word or none.
_WHOLE_WORDS = (
    "saas paas iaas canvas atlas bias alias series species news lens always across perhaps this thus his has was does plus gas yes "
    "christmas texas kansas devops secops dataops mlops aws sas gis hris as is us"
)
_WHOLE = frozenset(_WHOLE_WORDS.split())
_SHORT_ACRONYM = 4  # capitals: PMIS and CIPS end in an S of their own, RISKS in a heading is a plural
_SIS = re.compile(r"(analy|paraly|cataly|cri|hypothe|synthe|the|progno|diagno|empha|parenthe|oa)ses$")
_ES = re.compile(r"(?:ss|sh|(?<!c)ach|[^a]ch|x|zz|[^aeo]us)es$")
_KEEP_S = re.compile(r"(?:ss|us|[sxtn]is)$")
# American and British spelling, both brought to the American one: a pattern on the singular, and what it becomes.
_SPELLING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"programme$", "program"),
        (r"^practis(e|ed|ing)$", r"practic\1"),
        (r"(?<=ly)s(e|ed|ing|er)$", r"z\1"),
        (r"(?<=i)s(ation|ational)$", r"z\1"),
        (
            r"^(?!(?:\w*(?:prec|conc|prem|prom|rev|sup|superv|telev|rw)|enterpr|exerc|expert|adv|franch|merchand|surpr|compr|dev|advert|dem|improv"
            r"|exc|no|po|pra|ra|cru|likew|parad|disgu)is)(\w{3,}i)s(e|ed|ing|er|able)$",
            r"\1z\2",
        ),
        (r"(behavi|col|lab|fav|hon|neighb|endeav|harb|rum|vap|hum|sav|arm|flav|od|vig|rig|demean|cand)our(?!s$)", r"\1or"),
        (
            r"(model|label|travel|cancel|level|channel|signal|fuel|total|marshal|tunnel|counsel|panel|parcel|initial|dial|rival)l(ed|ing|er|or)$",
            r"\1\2",
        ),
        (r"(cent|met|lit|theat|fib|calib|lust|spect)re(d?)$", r"\1er\2"),
        (r"^(licen|defen|offen|preten)ce(d?)$", r"\1se\2"),
        (r"^licencing$", "licensing"),
        (r"(judg|acknowledg|lodg|abridg)ement$", r"\1ment"),
        (r"^cheque$", "check"),
        (r"(catal|dial|anal|monol)ogue$", r"\1og"),
        (r"^artefact$", "artifact"),
        (r"^(enrol|fulfil|instal|instil)(ment)?$", r"\1l\2"),
        (r"^(skil|wil)ful$", r"\1lful"),
        (r"^(advis|conven)er$", r"\1or"),
        (r"^ageing$", "aging"),
        (r"^grey$", "gray"),
        (r"^tyre$", "tire"),
        (r"^sceptic", "skeptic"),
        (r"^maths$|^mathematic$", "math"),
        (r"^aluminium$", "aluminum"),
        (r"^manoeuvr", "maneuver"),
        (r"^learnt$", "learned"),
        (r"(p|orthop|encyclop)aed", r"\1ed"),
        (r"(an|gyn)ae(s|c)", r"\1e\2"),
        (r"^haem", "hem"),
    )
)
_SPELLED_APART = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLING))


@lru_cache(maxsize=65536)
def normal_form(word: str) -> str:
    """The normal form of one word form as written: `PMPs` is `pmp`, `Studies` `study`, `organisation’s` `organization`, `&` `and`."""
    if word == "&":
        return "and"
    plural = _ACRONYM_PLURAL.fullmatch(word) is not None
    plain = word if word.isascii() else _latin(word)
    plain = _POSSESSIVE.sub("", plain.casefold())
    if "." in plain and len(plain) > 1 and not plain[0].isdigit() and plain[0] != ".":
        plain = plain.replace(".", "")
    if plural and plain.endswith("s") and plain not in _WHOLE:
        plain = plain[:-1]
    elif not (word.isupper() and len(word) <= _SHORT_ACRONYM):
        plain = _singular(plain)
    return _american(plain) if len(plain) > 3 and _SPELLED_APART.search(plain) else plain


def normal_phrase(text: str) -> str:
    """The normal form of a phrase: the normal forms of its words with one blank between, punctuation and hyphens left out."""
    from pmo_resume.nlp.splitting import split

    return " ".join(split(text).spoken())


def _latin(word: str) -> str:
    """The word in plain letters: compatibility forms, accents, marks and lookalikes of other scripts undone."""
    marked = _MARKS.sub("", word)
    folded = unicodedata.normalize("NFKC", marked)
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    mapped = bare.translate(_LOOKALIKES)
    return mapped if mapped.isascii() else bare


def _singular(word: str) -> str:
    if len(word) < 4 or word[-1] != "s" or word in _WHOLE or _KEEP_S.search(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _SIS.search(word):
        return word[:-2] + "is"
    if _ES.search(word):
        return word[:-2]
    return word[:-1]


def _american(word: str) -> str:
    for pattern, becomes in _SPELLING:
        changed = pattern.sub(becomes, word)
        if changed != word:
            return changed
    return word
