"""Puts the verbs of a line into the tense of its job where that is sure: `Manage a portfolio` of a past job is `managed a portfolio`."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.clause import Clause, Shape
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.verbs import Verbs, noun_like

_JOINED = re.compile(r"(, and | and | & |, |; )([A-Za-z-]+)(?= )")
_SUBORDINATE = re.compile(r"\b(?:which|that|who|by [a-z]+ing|for [a-z]+ing|can|will|may|must)\b")
_INFINITIVE = re.compile(r"\bto ([a-z-]+)")
_FEWEST = 6


def in_time(clause: Clause, taxonomy: Taxonomy) -> Clause:
    """The clause with its `past` and `present`, where each verb of it can surely be changed."""
    verbs = Verbs.of(taxonomy)
    if clause.shape is Shape.BASE:
        return replace(clause, past=_changed(clause.text, verbs.base, verbs.base, taxonomy) or "")
    if clause.shape is Shape.GERUND and clause.text.split()[0] in verbs.gerund:
        bases = verbs.gerund
        pasts = {form: verbs.base[base] for form, base in bases.items()}
        said = [_changed(clause.text, bases, forms, taxonomy) for forms in (pasts, bases)]
        return replace(clause, past=said[0] or "", present=said[1] or "")
    return clause


def _changed(text: str, known: dict[str, str], forms: dict[str, str], taxonomy: Taxonomy) -> str | None:
    """The text with its first verb, and each that a comma or "and" joins to it, as `forms` has them; None where a verb is in doubt."""
    lead, first = _first_verb(text)
    if first not in forms:
        return None
    rest = text[len(lead) + len(first) :]
    parts, end = [f"{lead}{forms[first]}"], 0
    for found in _JOINED.finditer(rest):
        word, before = found.group(2), rest[: found.start()]
        apart = found.start() > 0
        if not apart and word.endswith("ing") and word not in known and "and" in found.group(1):
            return None  # "collecting and zigzagging": a verb that nobody can put into the past
        if word not in known or (apart and noun_like(word, rest[found.end() :].strip(), taxonomy)):
            continue
        gerund = word.endswith("ing")
        if gerund and found.group(1) == ", " and before:
            continue
        if _is_nested(before, taxonomy) or (gerund and re.search(r"[a-z]ing\b", before)):
            return None
        parts += [rest[end : found.start()], found.group(1), forms[word]]
        end = found.end()
    return "".join([*parts, rest[end:]])


def _is_nested(before: str, taxonomy: Taxonomy) -> bool:
    """True where an inner clause has begun that a further verb may belong to: `to define and deliver`, `who pay and report`."""
    verbs = Verbs.of(taxonomy).base
    return bool(_SUBORDINATE.search(before)) or any(found.group(1) in verbs for found in _INFINITIVE.finditer(before))


def _first_verb(text: str) -> tuple[str, str]:
    """The adverb that opens a clause, if any, and the verb after it without its comma."""
    found = re.match(r"(?:[a-z]+ly )?", text)
    lead = found.group() if found else ""
    return lead, text[len(lead) :].split(" ", 1)[0].rstrip(",")


def one_tense(text: str, taxonomy: Taxonomy) -> str | None:
    """A line that opens in the past, cut before a verb that is not (`made changes, and approve it`); None if too little is left."""
    verbs = Verbs.of(taxonomy)
    if text.split(" ", 1)[0].casefold() not in verbs.past:
        return text
    for found in _JOINED.finditer(text):
        before, word = text[: found.start()], found.group(2)
        strayed = verbs.is_plain_base(word) and word not in verbs.past and not _is_nested(before, taxonomy)
        if strayed or (found.group(1) == " and " and _strays_into_ing(word, before, text[found.end() :], taxonomy)):
            return before.rstrip(" ,") if len(before.split()) >= _FEWEST else None
    return text


def _strays_into_ing(word: str, before: str, after: str, taxonomy: Taxonomy) -> bool:
    """True for `managed changes and evaluating the impacts`, where nothing before asks for the form in -ing."""
    if word not in Verbs.of(taxonomy).gerund or re.search(r"[a-z]ing\b|\b(?:by|for|of|in|with|to|on)$", before):
        return False
    return after.split()[:1] != [] and after.split(maxsplit=1)[0] in words(taxonomy, "letter", "determiners")


def quiet_verbs(text: str, taxonomy: Taxonomy) -> str:
    """`negotiated and Contracted with` with small letters for the second verb too."""
    pasts = Verbs.of(taxonomy).past
    return _JOINED.sub(lambda found: found.group(0).lower() if found.group(2).casefold() in pasts else found.group(0), text)
