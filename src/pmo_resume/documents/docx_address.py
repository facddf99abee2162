"""The way back from a block's address to the paragraph in the file, for an editor that changes it there."""

from __future__ import annotations

import re

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.documents.docx_text import MC

_STEP = re.compile(r"(\w+):(\w+)\[(\d+)\]")
_SPACES = {"w": {W, "{http://purl.oclc.org/ooxml/wordprocessingml/main}"}, "mc": {MC}}


def find_paragraph(root: etree._Element, path: str) -> etree._Element | None:
    """The `w:p` that `path` (a block's `address.path`) names below `root`, the root of the part named by `address.part`.

    A step is `prefix:name[index]`, the index counted from 0 among siblings of that very name. What follows `#` is the line within
    the paragraph, counted from 0 over its typed line breaks. None when the file was changed and there is no such element.
    """
    at = root
    for prefix, name, index in _STEP.findall(path.partition("#")[0]):
        same = [child for child in at if isinstance(child.tag, str) and _is(child, prefix, name)]
        if at is root and not same and root.tag.endswith("}" + name):
            continue  # the first step of a header, footer or note names the root itself
        if int(index) >= len(same):
            return None
        at = same[int(index)]
    return at


def _is(element: etree._Element, prefix: str, name: str) -> bool:
    space, _, local = element.tag.rpartition("}")
    return local == name and (space + "}" in _SPACES[prefix] if prefix in _SPACES else element.prefix == prefix)
