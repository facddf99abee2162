"""The own file with tracked changes, proved: refused it is the file it was, accepted it says the tailored words and no others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from pmo_resume.model.tailored import Tailored
from pmo_resume.proof.arrivals import unclaimed
from pmo_resume.proof.revisions import accepted, plain, refused, texts
from pmo_resume.proof.strays import strays
from pmo_resume.proof.truth import resume_claims

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAME = "resume.tracked.docx"
_SUMMARY = "Summary"


def check_tracked(original: bytes, tracked: bytes, lines: Sequence[str], tailored: Tailored) -> tuple[str, ...]:
    """Everything wrong with the tracked file, a sentence each. `lines` are those that it is said to hold once all is accepted."""
    old, new = _members(original), _members(tracked)
    return (*_parts(old, new), *_stories(old, new), *_words(old, new, lines, tailored))


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _parts(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    """No part is lost; a list (types, relations, comments) only grows; nothing else but stories of text differs."""
    for name, data in old.items():
        if name not in new:
            yield f"{_NAME} has lost its part {name}"
        elif new[name] != data and not _is_story(data):
            before, after = ([etree.tostring(each, method="c14n", with_tail=False) for each in _tree(part)] for part in (data, new[name]))
            if after[: len(before)] != before:
                yield f"{_NAME} has changed its part {name}"
    for name in new.keys() - old.keys():
        if not (name.startswith("word/comments") or name.endswith(".rels")):
            yield f"{_NAME} has a part {name} that the CV has not"


def _is_story(data: bytes) -> bool:
    if b"<w:p" not in data and b":p>" not in data and b":p " not in data:
        return False
    return _tree(data).tag in {f"{_W}document", f"{_W}hdr", f"{_W}ftr", f"{_W}footnotes", f"{_W}endnotes"}


def _stories(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    """Every story that changed is the old one again when the new changes are refused."""
    remarks = _remarks(old, new)
    for name, before, after in _changed(old, new):
        if plain(before) != plain(refused(after, _ids(before)), remarks):
            yield f"{_NAME} is not the CV again when its changes are refused (part {name})"


def _changed(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[tuple[str, etree._Element, etree._Element]]:
    for name, data in old.items():
        if name in new and new[name] != data and _is_story(data):
            yield name, _tree(data), _tree(new[name])


def _ids(root: etree._Element) -> frozenset[str]:
    """The ids of changes that were in the file before."""
    return frozenset(each.get(f"{_W}id", "") for each in root.iter(etree.Element) if each.get(f"{_W}author") is not None)


def _remarks(old: dict[str, bytes], new: dict[str, bytes]) -> frozenset[str]:
    """The numbers of the comments that are new."""

    def numbers(parts: dict[str, bytes]) -> set[str]:
        found = [data for name, data in parts.items() if name.startswith("word/comments") and b"comments" in data[:4000]]
        return {each.get(f"{_W}id", "") for data in found for each in _tree(data).iter(f"{_W}comment")}

    return frozenset(numbers(new) - numbers(old))


def _words(old: dict[str, bytes], new: dict[str, bytes], lines: Sequence[str], tailored: Tailored) -> Iterator[str]:
    """Accepted, each edited line is there, no word is that neither the CV nor a claim says, and what came in is a claim where it stands."""
    said, before, foreign = [], [], []
    labels = [group.label for group in tailored.skills]
    claims = [placed.claim.text for placed in resume_claims(tailored)]
    for _, was, now in _changed(old, new):
        said += list(texts(accepted(now, _ids(was))))
        before += list(texts(was))
        foreign += list(unclaimed(now, _ids(was), [*claims, *labels, *_parts_of(claims, lines), _SUMMARY]))
    whole = _even("\n".join(said))
    for line in lines:
        if _even(line) not in whole:
            yield f"{_NAME} does not say “{line}” when its changes are accepted"
    for word in dict.fromkeys(foreign):
        yield f"{_NAME} has “{word}” come in where no claim says it"
    yield from strays(_NAME, "\n".join(said), [*before, *labels, *claims, *claims, _SUMMARY])


def _parts_of(claims: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Of the lines said to be edited, those that are a part of a claim: one claim may be several lines of the file."""
    return [line for line in lines if any(_even(line) in _even(claim) for claim in claims)]


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()
