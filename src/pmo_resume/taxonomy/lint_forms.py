"""Checks of surface forms: their characters, their doubles, and the examples that rules need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from pmo_resume.model.terms import Form
from pmo_resume.taxonomy.lint_entries import Entry, Finding, Written

_LIST = re.compile(r"\{(\w+)\} \|")
_ODD = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})  # controls, invisible and private characters, line separators


def own_forms(everything: Sequence[Entry]) -> Iterator[Finding]:
    """Odd characters, a form that is only the label again, a form written twice in one entry."""
    for entry in everything:
        seen: dict[str, Written] = {}
        for written in entry.forms:
            text = written.form.text
            if _is_odd(text):
                yield Finding(
                    entry, written.place, "odd-character", f"{text!a} has invisible characters, outer or double blanks, or an empty word"
                )
            if written.place[0] in {"forms", "narrower", "plain"} and not written.one_of_many:
                before = seen.get(text.casefold())
                if not written.explicit and entry.label is not None and text.casefold() == entry.label.casefold():
                    yield Finding(entry, written.place, "same-as-label", f"`{text}` is the label, which is always a form")
                elif before is not None and not _ruled_anew(before, written):
                    yield Finding(entry, written.place, "repeated-form", f"`{text}` stands twice in `{entry.id}`")
            seen[text.casefold()] = written


def _ruled_anew(before: Written, written: Written) -> bool:
    """Whether a repeated form says something new: rules for the label or the acronym, or other capitals under a case rule."""
    headed = before.place[0] not in {"forms", "narrower", "plain"}
    return written.explicit and (headed or (before.form.case and written.form.case and before.form.text != written.form.text))


def _is_odd(text: str) -> bool:
    strange = any(unicodedata.category(letter) in _ODD or (letter.isspace() and letter != " ") for letter in text)
    return strange or text != text.strip() or "  " in text or not text


def shared(everything: Sequence[Entry]) -> Iterator[Finding]:
    """One surface form under two concepts is a fault, unless context tells them apart or both are told apart by their capitals."""
    owners: dict[tuple[str, str], dict[str, tuple[Entry, Written]]] = {}
    for entry in everything:
        if entry.off:
            continue
        for written in entry.forms:
            owners.setdefault((entry.family, _key(written.form.text)), {})[entry.id] = (entry, written)
    for claims in owners.values():
        for (one, first), (two, second) in combinations(claims.values(), 2):
            if not _apart(first.form, second.form):
                yield Finding(two, second.place, "shared-form", f"`{second.form.text}` is also a form of `{one.id}`")


def _key(text: str) -> str:
    """Spelling without capitals, hyphens, ampersands and plural s: near enough to the matcher's normal form to find doubles."""
    words = re.sub(r"[-‐-―/,:()]", " ", text.casefold().replace("&", " and ").replace("’", "").replace("'", "")).split()
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words)


def _apart(one: Form, two: Form) -> bool:
    if one.case and two.case and one.text != two.text:
        return True
    return bool(one.context and two.context) and not ({*map(str.casefold, one.context)} & {*map(str.casefold, two.context)})


def examples(everything: Sequence[Entry]) -> Iterator[Finding]:
    """A form with a rule needs a line in which it counts and a line in which it does not, both with the form in them."""
    for entry in everything:
        shown = {"match": _letters(" ".join(entry.examples.match)), "miss": _letters(" ".join(entry.examples.miss))}
        for written in entry.forms:
            if not written.explicit or entry.family != "concepts":
                continue
            for kind, lines in shown.items():
                if _letters(written.form.text) not in lines:
                    yield Finding(entry, written.place, "no-example", f"`{written.form.text}` has a rule but no `{kind}` example shows it")


def lists(everything: Sequence[Entry], known: Set[str]) -> Iterator[Finding]:
    """A context that names a list (`{to_manage} |`) must name one there is, in the one place where a list may stand: before the form."""
    for entry in everything:
        for written in entry.forms:
            for phrase in (*written.form.context, *written.form.unless):
                named = _LIST.fullmatch(phrase)
                if "{" in phrase and (named is None or named[1] not in known or phrase in written.form.unless):
                    yield Finding(
                        entry, written.place, "unknown-list", f"`{phrase}` of `{written.form.text}` names no list of language/terms.yaml"
                    )


def _letters(text: str) -> str:
    """Letters and digits alone, so that an example may write the form with other hyphens or capitals."""
    return re.sub(r"[\W_]+", "", text.casefold())
