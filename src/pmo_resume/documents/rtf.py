"""RTF files, as WordPad, TextEdit and old word processors save them: paragraphs, bullets, tabs, table cells, bold and size."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from pmo_resume.documents.guard import Limits, too_large
from pmo_resume.documents.linear import PLAIN, Draft, Linear, Piece
from pmo_resume.documents.marks import character, mark_end, without_unseen
from pmo_resume.errors import UnreadableFile
from pmo_resume.model.text import Address, BlockKind, Document, Place, Style

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_SIGNS = {
    **{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“"},
    **{"rdblquote": "”", "emspace": " ", "enspace": " ", "~": "\xa0", "_": "‑", "-": "", "{": "{", "}": "}", "\\": "\\"},
}
_UNREAD = {
    *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "listtable", "listoverridetable", "rsidtbl", "generator"),
    *("themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "annotation", "atnid", "atnauthor", "footnote"),
    *("revtbl", "mmathPr", "pgptbl", "header", "footer", "headerf", "footerf", "headerl", "footerl", "headerr", "footerr"),
}
_MARGINS = {"header", "headerf", "headerl", "headerr"}  # read, as a place of their own
_DEEPEST = 200  # groups in groups


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends: how text looks, whether it is read, how many characters stand in for a Unicode one."""

    style: Style = PLAIN
    read: bool = True
    hidden: bool = False
    mark: bool = False
    margin: bool = False
    instead: int = 1


@dataclass(slots=True)
class _Reader:
    linear: Linear
    encoding: str = "cp1252"
    state: _State = _State()
    groups: list[_State] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    bullet: bool = False
    skip: int = 0
    half: int = 0
    optional: bool = False

    def read(self, text: str) -> None:
        """Take in the whole file. Raises TooLarge for groups nested beyond all use."""
        for match in _TOKEN.finditer(text):
            word, number, code, sign, brace, plain = match.groups()
            if code is not None:
                self._byte(int(code, 16))
                continue
            self._decode()
            if word is not None:
                self._word(word, None if number is None else int(number))
            elif sign is not None:
                self._sign(sign)
            elif brace is not None:
                self._brace(brace)
            elif plain is not None:
                self._say(plain)
        self._decode()
        self._end()

    def _byte(self, value: int) -> None:
        if self.skip:
            self.skip -= 1
        elif self.state.read:
            self.raw.append(value)

    def _decode(self) -> None:
        if self.raw:
            text, self.raw = self.raw.decode(self.encoding, "replace"), bytearray()
            self._add(text)

    def _say(self, text: str) -> None:
        cut = min(self.skip, len(text))
        self.skip -= cut
        self._add(text[cut:])

    def _add(self, text: str) -> None:
        self.optional = False
        if not self.state.read or not text:
            return
        if self.state.mark:
            self.bullet = True
        elif not self.state.hidden:
            self.pieces.append(Piece(without_unseen(text), self.state.style))

    def _brace(self, brace: str) -> None:
        if brace == "{":
            if len(self.groups) >= _DEEPEST:
                raise too_large(self.linear.source, "has too many groups in groups", f"{_DEEPEST}")
            self.groups.append(self.state)
        elif self.groups:
            if self.state.margin and not self.groups[-1].margin:
                self._end()
            self.state = self.groups.pop()
        self.optional = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.optional = True  # what follows may be passed over by whoever does not know it
        elif sign in "\r\n":
            self._end()
        else:
            self._add(_SIGNS.get(sign, ""))

    def _unit(self, code: int) -> None:
        """A unit of UTF-16, as Word writes what lies beyond the first plane: the first half of a pair waits for the second."""
        if 0xD800 <= code < 0xDC00:
            self.half = code
            return
        paired = self.half and 0xDC00 <= code <= 0xDFFF
        self._add(chr(0x10000 + ((self.half - 0xD800) << 10) + code - 0xDC00) if paired else character(code))
        self.half = 0

    def _word(self, word: str, number: int | None) -> None:
        on = number != 0
        if word in _MARGINS:
            self._end()
            self.state = replace(self.state, margin=True)
        elif word in _UNREAD or (self.optional and word not in {"listtext", "pntext", "shptxt"}):
            self.state = replace(self.state, read=False)
        elif word in {"listtext", "pntext"}:
            self.state = replace(self.state, mark=True)
        elif word in {"par", "sect", "page", "row"}:
            self._end()
        elif word in {"cell", "nestcell"}:
            self._add("\t")
        elif word == "u" and number is not None:
            self._unit(number % 65536)
            self.skip = self.state.instead
        elif word == "bin" and number:
            self.skip = number
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        else:
            self._look(word, number, on=on)
        self.optional = False

    def _look(self, word: str, number: int | None, *, on: bool) -> None:
        style = self.state.style
        if word == "plain":
            self.state = replace(self.state, style=PLAIN, hidden=False)
        elif word == "b":
            self.state = replace(self.state, style=replace(style, bold=on))
        elif word == "i":
            self.state = replace(self.state, style=replace(style, italic=on))
        elif word in {"caps", "scaps"}:
            self.state = replace(self.state, style=replace(style, caps=on))
        elif word == "fs" and number:
            self.state = replace(self.state, style=replace(style, size=number / 2))
        elif word in {"v", "deleted"}:
            self.state = replace(self.state, hidden=on)
        elif word == "uc" and number is not None:
            self.state = replace(self.state, instead=min(number, 8))
        elif word == "ansicpg" and number:
            self.encoding = _known(f"cp{number}")
        elif word == "mac":
            self.encoding = "mac_roman"

    def _end(self) -> None:
        """The paragraph is over."""
        while self.pieces and not self.pieces[-1].text.strip():
            self.pieces.pop()
        end = mark_end(self.pieces[0].text) if self.pieces else 0
        if end:
            self.pieces[0] = replace(self.pieces[0], text=self.pieces[0].text[end:])
        number = len(self.linear.blocks) + 1
        draft = Draft(self.pieces, address=Address("file", f"paragraph {number}", f"paragraph {number}"))
        draft.kind = BlockKind.BULLET if self.bullet or end else BlockKind.PARAGRAPH
        draft.place = Place.HEADER if self.state.margin else Place.BODY
        self.linear.add(draft)
        self.pieces, self.bullet = [], False


def _known(encoding: str) -> str:
    """The code page, Western where this one is not known."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "utf-8" if encoding == "cp65001" else "cp1252"


def read_rtf(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """An RTF file as a `Document`; deleted and hidden text is left out, the cells of a table's row stand on one line.

    Raises UnreadableFile where it holds no words, TooLarge beyond the limits.
    """
    if len(data) > limits.characters * 4:
        raise too_large(source, "has too much text", f"{limits.characters:,} characters")
    start = data.find(b"{\\rtf")
    if start < 0:
        raise UnreadableFile(source, "is damaged and cannot be opened as RTF", "save it as DOCX or PDF and give that file")
    reader = _Reader(Linear(source, limits))
    reader.read(data[start:].decode("latin-1"))
    return reader.linear.document(name, "rtf", data)
