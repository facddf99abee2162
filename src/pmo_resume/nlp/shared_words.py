"""Lists whose members share a word: `Microsoft Project, Excel and Teams` (the first word), `risk and issue management` (the last).

Only what a form of the taxonomy confirms is taken: from "risk and issue management" come risk management and issue management because
both are forms; nothing is made up from "budget and lead the team".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pmo_resume.model.terms import Category
from pmo_resume.nlp.forms import Entry, Hit, Lexis
from pmo_resume.nlp.words import Words

_AND = frozenset({"and", "or", "/"})
_COMMA = frozenset({","})
_OPEN = frozenset({"(", ":", "–"})
_LONGEST_MEMBER = 3  # words of a list member that shares a word
_LONGEST_ROW = 20  # members of a list of tools
_LONGEST_LIST = 7  # words and signs between a member and the word it shares


def shared(words: Words, chosen: Sequence[tuple[Hit, Entry]], lexis: Lexis, heads: Set[str]) -> list[tuple[Hit, Entry]]:
    """The further mentions that shared words give; none of them covers a word of a mention already chosen.

    `heads` are the normal forms of the last words that a list may share: the lexicon names them, because a list of verbs before a noun
    ("lead and manage projects") looks the same and says something else.
    """
    covered: dict[int, Hit] = {index: hit for hit, _ in chosen for index in range(hit.first, hit.last)}
    found: list[tuple[Hit, Entry]] = []
    for hit, entry in chosen:
        if entry.category is Category.TOOL and hit.length > 1:
            found.extend(_same_maker(words, hit, lexis, covered))
    for index, word in enumerate(words.normal):
        if word in _AND or word in _COMMA:
            member = _same_head(words, index, lexis, covered, heads)
            if member is not None:
                found.append(member)
    return found


def _same_maker(words: Words, hit: Hit, lexis: Lexis, covered: dict[int, Hit]) -> Iterator[tuple[Hit, Entry]]:
    """The members after a tool of two words that, with its first word before them, are tools too."""
    maker, at = words.normal[hit.first], hit.last
    for _ in range(_LONGEST_ROW):
        signs = at
        while at < len(words) and (words.normal[at] in _AND or words.normal[at] in _COMMA or words.normal[at] in _OPEN):
            at += 1
        if at == signs or at >= len(words):
            return
        if at in covered:
            at = covered[at].last
            continue
        member = next(
            (
                (Hit(at, end, (entry,)), entry)
                for end in range(min(at + _LONGEST_MEMBER, len(words)), at, -1)
                for entry in lexis.entries.get((maker, *words.normal[at:end]), ())
                if entry.category is Category.TOOL and words.surface[at][:1].isupper()
            ),
            None,
        )
        if member is None:
            return
        yield member
        at = member[0].last


def _same_head(words: Words, index: int, lexis: Lexis, covered: dict[int, Hit], heads: Set[str]) -> tuple[Hit, Entry] | None:
    """The member before the sign at `index` that is a form with the last words of its list behind it: `risk` of `risk and issue logs`."""
    if index - 1 in covered or not (index and words.is_word[index - 1]):
        return None
    for head_first, head_last in _heads(words, index):
        head = words.normal[head_first:head_last]
        if head[-1] not in heads:
            continue
        for first in range(max(0, index - _LONGEST_MEMBER), index):
            if any(at in covered or not words.is_word[at] for at in range(first, index)):
                continue
            for entry in lexis.entries.get((*words.normal[first:index], *head), ()):
                if entry.safe:
                    return Hit(first, index, (entry,)), entry
    return None


def _heads(words: Words, index: int) -> Iterator[tuple[int, int]]:
    """Where the shared last words of a list may stand that goes on after the sign at `index`: one or two words, after the last `and`."""
    joined = words.normal[index] in _AND
    member = 0
    for at in range(index + 1, min(index + 1 + _LONGEST_LIST, len(words))):
        if words.normal[at] in _AND or words.normal[at] in _COMMA:
            joined = joined or words.normal[at] in _AND
            if member > _LONGEST_MEMBER or (not member and words.normal[at - 1] not in _COMMA):
                return
            member = 0
        elif not words.is_word[at] or words.broken[at]:
            return
        else:
            member += 1
            if joined and member > 1:
                yield at, at + 1
                if at + 1 < len(words) and words.is_word[at + 1]:
                    yield at, at + 2
            if member > _LONGEST_MEMBER:
                return
