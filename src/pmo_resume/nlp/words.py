"""A text as the row of words that terms are looked for in: white space, hyphens between word parts and invisible characters left out.

`stake-holder management`, `Project\\nManagement  Professional` and `risk‑management` (U+2011) become the plain row of their words, and
each word remembers where it stands. What ends a thought stays in the row as a word of its own (`,` `;` `:` `(` `/` a spaced dash, the
end of a sentence, of a block, an empty line), so that no term is ever found across it unless the term itself is written so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.nlp.normal import normal_form

END = "\u2029"  # the end of a block or sentence, as a word that no term contains
_SKIPPED = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff®™℠©"
_TLD = "com|org|net|io|co|uk|de|in|me|dev|app|gov|edu|info|eu|us|ca|au"
_TOKEN = re.compile(
    rf"""(?x)
    (?P<address>[\w.+-]+@[\w-]+\.[\w.-]+ | (?:https?://|www\.)\S+ | (?:[\w-]+\.)+(?:{_TLD})/[^\s,;)]*)
  | (?P<word>(?<!\w)[A-Z][a-z]?(?:\.[A-Z][a-z]{{0,3}})+(?!\w)(?:\.(?=\s*[,;:)/a-z]|$))?   # P.M.P.  B.Sc.  Ph.D
      | (?<!\w)(?:[a-z]\.){{2,}}[a-z]?(?!\w)                        # e.g.  p.m.
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


class _Row:
    """The row while it is being laid."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, int, int, bool, bool, bool]] = []
        self.glued = False
        self.broken = False

    def word(self, surface: str, start: int, end: int) -> None:
        self.rows.append((surface, normal_form(surface), start, end, True, self.glued, self.broken))
        self.glued, self.broken = True, False

    def mark(self, sign: str, start: int, end: int) -> None:
        if sign != END or (self.rows and self.rows[-1][0] != END):
            self.rows.append((sign, sign, start, end, False, False, self.broken))
        self.glued, self.broken = False, False


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
        _lay(row, text, match)
    columns = tuple(zip(*row.rows, strict=True)) or ((),) * 7
    return Words(*columns)


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
        if row.rows and row.rows[-1][4] and row.rows[-1][3] == start and row.rows[-1][1] in _ABBREVIATED and after == " ":
            row.glued = False
            return
    row.mark(END, start, end)
