"""Inline Markdown as pieces: the words without their markup, bold and italic as style, links with their targets."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from pmo_resume.documents.linear import PLAIN, Piece
from pmo_resume.documents.marks import without_unseen
from pmo_resume.model.text import Style

_LONGEST = 5000  # characters; a longer paragraph is no Markdown a person wrote, and is taken as it stands
_INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)
    |!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\(\s*<?(?P<target>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+["'(][^)]*)?\)|\[(?P<reference>[^\]]*)\])
    |<(?P<address>[a-zA-Z][\w+.-]*:[^\s<>]+|[^\s<>@]+@[^\s<>]+)>
    |<(?:/?[a-zA-Z][^<>]*|!--.*?--)>
    |(?P<stars>\*{1,3})(?=\S)(?P<starred>.+?)(?<=\S)(?P=stars)(?!\*)
    |(?<!\w)(?P<bars>_{1,3})(?=\S)(?P<barred>.+?)(?<=\S)(?P=bars)(?!\w)
    |~~(?P<struck>.+?)~~""",
    re.VERBOSE,
)


def inline(text: str, references: dict[str, str], style: Style = PLAIN, target: str | None = None, depth: int = 0) -> list[Piece]:
    """The pieces of one paragraph's Markdown; `references` are the link targets defined elsewhere in the file, by lower-case name.

    Text struck through is gone, HTML tags and comments are markup, entities are the characters they stand for.
    """
    pieces: list[Piece] = []
    at = 0
    for found in _INLINE.finditer(text) if depth < 8 and len(text) <= _LONGEST else ():
        if found.start() > at:
            pieces.append(_plain(text[at : found.start()], style, target))
        at = found.end()
        pieces += _marked(found, references, style, target, depth)
    if at < len(text):
        pieces.append(_plain(text[at:], style, target))
    return pieces


def _plain(text: str, style: Style, target: str | None) -> Piece:
    return Piece(without_unseen(html.unescape(text)), style, target)


def _marked(found: re.Match[str], references: dict[str, str], style: Style, target: str | None, depth: int) -> list[Piece]:
    part = found.groupdict()
    if part["escaped"]:
        return [Piece(part["escaped"], style, target)]
    if part["code"]:
        return [Piece(part["code"].strip(), style, target)]
    if part["address"]:
        return [Piece(part["address"], style, part["address"] if ":" in part["address"] else f"mailto:{part['address']}")]
    if part["label"] is not None:
        name = (part["reference"] or part["label"]).lower()
        lead = part["target"] if part["target"] is not None else references.get(name)
        if lead and _names_site(part["label"], lead):
            return [Piece(re.sub(r"^https?://(?:www\.)?", "", lead).rstrip("/"), style, lead)]
        return inline(part["label"], references, style, target if found.group().startswith("!") else lead or target, depth + 1)
    for mark, words in (("stars", "starred"), ("bars", "barred")):
        if part[words]:
            count = len(part[mark])
            inner = replace(style, bold=style.bold or count > 1, italic=style.italic or count != 2)
            return inline(part[words], references, inner, target, depth + 1)
    return []


def _names_site(label: str, target: str) -> bool:
    """Whether a link's words are only the site's own name: the person's address there is what they mean to give."""
    site = re.match(r"https?://(?:www\.)?([\w-]+)\.[\w.]+/\S", target)
    return site is not None and re.sub(r"\W|profile", "", label.lower()) == site[1].lower()
