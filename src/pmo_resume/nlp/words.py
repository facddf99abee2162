"""A text as the row of words that terms are looked for in: white space, hyphens between word parts and invisible characters left out.

`stake-holder management`, `Project\\nManagement  Professional` and `risk‑management` (U+2011) become the plain row of their words, and
each word remembers where it stands. What ends a thought stays in the row as a word of its own (`,` `;` `:` `(` `/` a spaced dash, the
end of a sentence, of a block, an empty line), so that no term is ever found across it unless the term itself is written so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.nlp.normal import normal_form

END = "\u2029"  # the end of a block or sentence, as a word that no term contains
_SKIPPED = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff®™℠©"
_TLD = "com|org|net|io|co|uk|de|in|me|dev|app|gov|edu|info|eu|us|ca|au"
_TOKEN = re.compile(
    rf"""(?x)
    (?P<plain>[A-Za-z]+)(?=[\ ,;)\n])\ ?                              # most words; the rest of the alternatives is for what is odd
  | (?P<address>[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+ | (?:https?://|www\.)\S+ | (?:[\w-]{{1,63}}\.){{1,6}}(?:{_TLD})/[^\s,;)]*)
  | (?P<word>(?<!\w)[A-Z][a-z]?(?:\.[A-Z]{{1,4}}[a-z]{{0,3}}){{1,8}}(?!\w)(?:\.(?=\s*[,;:)/a-z]|$))?   # P.M.P.  B.Sc.  Ph.D
      | (?<!\w)(?:[a-z]\.){{2,8}}[a-z]?(?!\w)                       # e.g.  p.m.
      | (?<!\w)\.NET\b | (?<=ASP)\.NET\b
      | \d+(?:[.,]\d+)*
      | [^\W\d_](?:[^\W\d_]|[{_SKIPPED}\u0300-\u036f](?=[^\W\d_]))*(?:['’‘`´](?=[^\W\d_])[^\W\d_]+)*[+\#]{{0,2}}(?![+\#])
      | &)
  | (?P<empty>[^\S\r\n\u2028\u2029\x0b\x0c]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c])[^\S\r\n]*(?:(?:\r\n|[\r\n])\s*)+ | [\f\u2029])
  | (?P<bullet>(?<=[\r\n])[^\S\r\n]*(?:[-–—*+•●○◦▪▫■□◆◇►▶▸‣⁃∙·➢➤✓✔\uf0b7\uf0a7\uf0d8]+[^\S\r\n]|\(?\d{{1,2}}[.)][^\S\r\n]))
  | (?P<newline>[\r\n]+)
  | (?P<tab>\t)
  | (?P<space>[\s{_SKIPPED}]+)
  | (?P<dash>[-\u2010-\u2015\u2212]+)
  | (?P<stop>[.!?…]+)
  | (?P<mark>[^\w\s])
  | (?P<other>_|.)
    """
)
_GLUE = frozenset("\"'“”„‘’`´«»*_~^")
_SHORTENED = "sr jr mgmt mgr mgt asst assoc dept proj prog cert dr mr ms mrs inc ltd no nr vs approx eng tech gen gov admin incl dir exec"
_ABBREVIATED = frozenset(_SHORTENED.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The row: `surface` as written, `normal` form, `start` and `end` offsets; `glued` where nothing but a hyphen or nothing stands
    before the word; `broken` where a line end stands before it. Marks are in the row too, `is_word` tells them apart."""

    surface: tuple[str, ...]
    normal: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    is_word: tuple[bool, ...]
    glued: tuple[bool, ...]
    broken: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.surface)

    def spoken(self) -> tuple[str, ...]:
        """The normal forms of the words alone."""
        return tuple(normal for normal, spoken in zip(self.normal, self.is_word, strict=True) if spoken)


# "servicesPMP", "disciplineMin": two lines that lost the break between them. Names with a capital inside begin with one ("PowerPoint") or
# have fewer small letters before it ("macOS").
_RUN_TOGETHER = re.compile(r"[a-z]{4,}(?=[A-Z])")


class _Row:
    """The row while it is being laid, a list for each column of `Words`: tuples for each word would keep the collector busy."""

    def __init__(self) -> None:
        self.surface: list[str] = []
        self.normal: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.is_word: list[bool] = []
        self.glueds: list[bool] = []
        self.brokens: list[bool] = []
        self.glued = False
        self.broken = False

    def word(self, surface: str, start: int, end: int) -> None:
        if surface[:4].islower() and not surface.islower() and (joint := _RUN_TOGETHER.match(surface)):
            self.word(joint.group(), start, start + joint.end())
            self.mark(END, start + joint.end(), start + joint.end())
            self.word(surface[joint.end() :], start + joint.end(), end)
            return
        self._add(surface, normal_form(surface), start, end, is_word=True)
        self.glued = True

    def mark(self, sign: str, start: int, end: int) -> None:
        if sign != END or (self.surface and self.surface[-1] != END):
            self.glued = False
            self._add(sign, sign, start, end, is_word=False)
        self.glued, self.broken = False, False

    def _add(self, surface: str, normal: str, start: int, end: int, *, is_word: bool) -> None:
        self.surface.append(surface)
        self.normal.append(normal)
        self.start.append(start)
        self.end.append(end)
        self.is_word.append(is_word)
        self.glueds.append(self.glued)
        self.brokens.append(self.broken)
        self.broken = False

    def words(self) -> Words:
        return Words(
            tuple(self.surface),
            tuple(self.normal),
            tuple(self.start),
            tuple(self.end),
            tuple(self.is_word),
            tuple(self.glueds),
            tuple(self.brokens),
        )


@lru_cache(maxsize=8)
def split(text: str, ends: tuple[int, ...] = ()) -> Words:
    """The words of `text`; `ends` are the offsets at which blocks end, which no term may cross.

    The last few texts are remembered, because every component of a pipeline asks for the same one.
    """
    row = _Row()
    pending = iter((*ends, len(text) + 1))
    limit = next(pending)
    for match in _TOKEN.finditer(text):
        while match.start() >= limit:
            row.mark(END, limit, limit)
            limit = next(pending)
        if match.lastgroup == "plain":
            start, end = match.span("plain")
            row.word(text[start:end], start, end)
            row.glued = match.end() == end
        else:
            _lay(row, text, match)
    return row.words()


def cut(words: Words, ends: Iterable[int]) -> Words:
    """The same row with a thought ended at each of the offsets `ends` (in order) too."""
    row = _Row()
    done = 0
    for limit in ends:
        index = bisect_left(words.start, limit)
        if 0 < index < len(words) and index > done and words.surface[index - 1] != END and words.surface[index] != END:
            _copy(row, words, done, index)
            row.mark(END, limit, limit)
            done = index
    _copy(row, words, done, len(words))
    return row.words()


def _copy(row: _Row, words: Words, first: int, last: int) -> None:
    row.surface.extend(words.surface[first:last])
    row.normal.extend(words.normal[first:last])
    row.start.extend(words.start[first:last])
    row.end.extend(words.end[first:last])
    row.is_word.extend(words.is_word[first:last])
    row.glueds.extend(words.glued[first:last])
    row.brokens.extend(words.broken[first:last])


def _lay(row: _Row, text: str, match: re.Match[str]) -> None:
    kind, start, end = match.lastgroup or "other", match.start(), match.end()
    sign = match.group()
    if kind == "word":
        row.word(sign, start, end)
    elif kind == "address":
        row.mark("@", start, end)
    elif kind in {"empty", "bullet"}:
        row.mark(END, start, end)
    elif kind == "newline":
        row.glued, row.broken = False, True
    elif kind == "tab":
        row.mark("\t", start, end)
    elif kind == "space":
        row.glued = not any(character.isspace() for character in sign)
    elif kind == "dash":
        _dash(row, text, start, end)
    elif kind == "stop":
        _stop(row, text, sign, start, end)
    elif sign not in _GLUE:
        row.mark(sign, start, end)


def _dash(row: _Row, text: str, start: int, end: int) -> None:
    """A dash with white space on both sides parts two thoughts; any other joins word parts."""
    before, after = text[start - 1 : start], text[end : end + 1]
    apart = (not before or before.isspace()) and (not after or after.isspace())
    if apart or end - start > 2:
        row.mark("–", start, end)


def _stop(row: _Row, text: str, sign: str, start: int, end: int) -> None:
    """A full stop inside a name (`Monday.com`, `Node.js`) or after an abbreviation (`Sr. Manager`) ends nothing."""
    after = text[end : end + 1]
    before = text[start - 1 : start]
    if sign == ".":
        if after.isalnum() and before.isalnum() and not (after.isupper() and before.islower()):
            return
        if row.surface and row.is_word[-1] and row.end[-1] == start and row.normal[-1] in _ABBREVIATED and after == " ":
            row.glued = False
            return
    row.mark(END, start, end)
