"""Loads the vocabulary: from the compiled file while it is fresh, else from the YAML sources, then lays the user's files over it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pmo_resume.model.terms import Taxonomy
from pmo_resume.resources import folder


def load(overlays: Sequence[Path] = ()) -> Taxonomy:
    """The shipped vocabulary with the user's `overlays` laid over it, in their order.

    The compiled file is used only while its digest equals that of the YAML beside it, so an edited source is never ignored.
    Raises KeywordError, with file and line, for a file that breaks the schema or contradicts another.
    """
    from pmo_resume.taxonomy import compiled  # here, so that `python -m` can run that module without finding it loaded

    keywords = folder("keywords")
    taxonomy = compiled.read(keywords)
    if taxonomy is None:
        from pmo_resume.taxonomy import families

        taxonomy = families.taxonomy(keywords)
    if overlays:
        from pmo_resume.taxonomy import overlay

        taxonomy = overlay.laid_over(taxonomy, overlays)
    return taxonomy
