"""Which taxonomy a component that is being made belongs to.

spaCy makes components from plain configuration, which cannot hold a taxonomy. So whoever builds a pipeline says `with use(taxonomy):`
around it; a component keeps the taxonomy it was made with, and two pipelines in one process do not mix. Anyone who only writes
`nlp.add_pipe("pmo_terms")` gets the shipped one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module
from typing import cast

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.forms import Lexis, lexis

_IN_USE: ContextVar[Taxonomy | None] = ContextVar("taxonomy in use", default=None)
_SHIPPED: list[Taxonomy] = []
_KEPT = 4  # taxonomies whose forms stay ready; more than a handful in one process is not expected
_LEXES: OrderedDict[int, tuple[Taxonomy, Lexis]] = OrderedDict()


@contextmanager
def use(taxonomy: Taxonomy) -> Iterator[None]:
    """Components made inside the `with` belong to `taxonomy`."""
    token = _IN_USE.set(taxonomy)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def current() -> Taxonomy:
    """The taxonomy in use, else the shipped one, loaded once. Raises KeywordError where the shipped files are broken."""
    chosen = _IN_USE.get()
    if chosen is not None:
        return chosen
    if not _SHIPPED:
        # By name, because rooms of one floor do not import each other; only a pipeline built without a taxonomy comes here.
        _SHIPPED.append(cast("Taxonomy", import_module("pmo_resume.taxonomy").load()))
    return _SHIPPED[0]


def lexis_of(taxonomy: Taxonomy) -> Lexis:
    """The forms of a taxonomy ready to be looked for; made once for each taxonomy object and kept for the last few."""
    known = _LEXES.get(id(taxonomy))
    if known is not None and known[0] is taxonomy:
        _LEXES.move_to_end(id(taxonomy))
        return known[1]
    made = lexis(taxonomy)
    _LEXES[id(taxonomy)] = (taxonomy, made)
    while len(_LEXES) > _KEPT:
        _LEXES.popitem(last=False)
    return made
