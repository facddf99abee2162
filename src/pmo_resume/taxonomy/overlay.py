"""A user's own keyword files laid over the shipped vocabulary: new concepts, more forms for known ones, concepts switched off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from pmo_resume.model.terms import Category, Taxonomy, Term
from pmo_resume.taxonomy import assemble
from pmo_resume.taxonomy.families import validated
from pmo_resume.taxonomy.implied import closed
from pmo_resume.taxonomy.schema import ConceptEntry, KeywordFile
from pmo_resume.taxonomy.source import Source, read


def laid_over(base: Taxonomy, paths: Sequence[Path]) -> Taxonomy:
    """`base` with the concepts of each file added, extended or switched off, in the order given.

    The fingerprint changes with the files. Raises KeywordError for a file that breaks the schema, holds anything but concepts and
    credentials, switches off or relates to what does not exist, or adds a concept without label and category.
    """
    terms = dict(base.terms)
    total = sha256(base.fingerprint.encode())
    for path in paths:
        source = read(path)
        file = validated(source)
        _only_concepts(source, file)
        for index, entry in enumerate(file.concepts):
            _lay(terms, entry, file, source, index)
        for item in file.credentials:
            terms[item.id] = assemble.credential(item)
        for index, entry in enumerate(file.concepts):
            _known(terms, entry, source, index)
        total.update(path.read_bytes())
    return replace(base, terms=MappingProxyType(closed(terms)), fingerprint=total.hexdigest())


def _lay(terms: dict[str, Term], entry: ConceptEntry, file: KeywordFile, source: Source, index: int) -> None:
    known = terms.get(entry.id)
    if entry.off:
        if known is None:
            raise source.error(("concepts", index), f"`{entry.id}` is switched off but does not exist", "see pmo-resume keywords list")
        del terms[entry.id]
    elif known is not None:
        terms[entry.id] = _extended(known, entry)
    else:
        category = entry.category or file.category
        if category is None or entry.label is None:
            missing = "label" if entry.label is None else "category"
            raise source.error(("concepts", index), f"the new concept `{entry.id}` has no {missing}", f"give it a `{missing}:`")
        terms[entry.id] = assemble.term(entry, Category(category), entry.kind or file.kind or "skill")


def _extended(known: Term, entry: ConceptEntry) -> Term:
    named = tuple(name for name in (entry.label, entry.acronym) if name)
    return replace(
        known,
        label=entry.label or known.label,
        category=Category(entry.category) if entry.category else known.category,
        kind=entry.kind or known.kind,
        weight=entry.weight or known.weight,
        acronym=entry.acronym or known.acronym,
        forms=assemble.extended(known.forms, (*named, *entry.forms), entry.narrower, entry.plain),
        broader=_joined(known.broader, entry.broader),
        implies=_joined(known.implies, entry.implies),
        supersedes=_joined(known.supersedes, entry.supersedes),
        examples=_joined(known.examples, entry.examples.match),
        counterexamples=_joined(known.counterexamples, entry.examples.miss),
    )


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _only_concepts(source: Source, file: KeywordFile) -> None:
    for key in ("roles", "levels", "fields", "bodies", "prerequisites", "rungs"):
        if getattr(file, key):
            raise source.error((key,), f"`{key}` cannot be changed by a keyword file of your own", "keep `concepts` and `credentials` only")


def _known(terms: dict[str, Term], entry: ConceptEntry, source: Source, index: int) -> None:
    for key in ("broader", "implies", "supersedes"):
        for place, other in enumerate(getattr(entry, key)):
            if not entry.off and other not in terms:
                raise source.error(("concepts", index, key, place), f"`{other}` is no concept", "see pmo-resume keywords list")
