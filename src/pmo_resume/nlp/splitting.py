"""A text split into the row of its words (`words`): which signs join, which end a thought, which are left out.

`stake-holder management`, `Project\\nManagement  Professional` and `risk‑management` (U+2011) become the plain row of their words, and
each word remembers where it stands. What ends a thought stays in the row as a word of its own (`,` `;` `:` `(` `/` a spaced dash, the
end of a sentence, of a block, an empty line), so that no term is ever found across it unless the term itself is written so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.nlp.words import END, Row, Words

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


@lru_cache(maxsize=8)
def split(text: str, ends: tuple[int, ...] = ()) -> Words:
    """The words of `text`; `ends` are the offsets at which blocks end, which no term may cross.

    The last few texts are remembered, because every component of a pipeline asks for the same one.
    """
    row = Row()
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


def _lay(row: Row, text: str, match: re.Match[str]) -> None:
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


def _dash(row: Row, text: str, start: int, end: int) -> None:
    """A dash with white space on both sides parts two thoughts; any other joins word parts."""
    before, after = text[start - 1 : start], text[end : end + 1]
    apart = (not before or before.isspace()) and (not after or after.isspace())
    if apart or end - start > 2:
        row.mark("–", start, end)


def _stop(row: Row, text: str, sign: str, start: int, end: int) -> None:
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
