"""The YAML files of `keywords/`, one per family, read into one vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from pmo_resume.model.rules import Prerequisite, Rung
from pmo_resume.model.terms import Body, Category, EducationLevel, RoleTitle, Taxonomy, Term
from pmo_resume.taxonomy import assemble, career
from pmo_resume.taxonomy.digest import digest as digest_of
from pmo_resume.taxonomy.digest import is_word_list, sources
from pmo_resume.taxonomy.implied import closed
from pmo_resume.taxonomy.schema import KeywordFile
from pmo_resume.taxonomy.source import Source, read

_LIST = re.compile(r"\{([a-z_]+)\}")


def taxonomy(keywords: Path) -> Taxonomy:
    """Every family and word list below `keywords`. Raises KeywordError for the first fault; `lint.check` tells them all."""
    terms: dict[str, Term] = {}
    roles: dict[str, RoleTitle] = {}
    education: dict[str, EducationLevel] = {}
    fields: dict[str, tuple[str, ...]] = {}
    bodies: dict[str, Body] = {}
    prerequisites: dict[str, Prerequisite] = {}
    rungs: dict[str, Rung] = {}
    lexicon: dict[str, MappingProxyType[str, tuple[str, ...]]] = {}
    for path in sources(keywords):
        source = read(path)
        if is_word_list(path):
            lexicon[path.stem] = MappingProxyType(word_lists(source))
            continue
        file = validated(source)
        new = [assemble.term(item, *_kinds(source, file, index)) for index, item in enumerate(file.concepts)]
        _add(terms, [*new, *(assemble.credential(item) for item in file.credentials)], source)
        _add(roles, map(assemble.role, file.roles), source)
        _add(education, map(assemble.level, file.levels), source)
        _add(bodies, map(assemble.body, file.bodies), source)
        _add(prerequisites, (career.prerequisite(item.model_dump()) for item in file.prerequisites), source)
        _add(rungs, (career.rung(item.model_dump()) for item in file.rungs), source)
        fields.update(file.fields)
    return Taxonomy(
        terms=MappingProxyType(closed(terms)),
        roles=MappingProxyType(roles),
        education=MappingProxyType(education),
        fields=MappingProxyType(fields),
        bodies=MappingProxyType(bodies),
        prerequisites=MappingProxyType(prerequisites),
        rungs=MappingProxyType(rungs),
        lexicon=MappingProxyType(lexicon),
        fingerprint=digest_of(keywords),
    )


def validated(source: Source) -> KeywordFile:
    """The file against its schema. Raises KeywordError for the first key or value that does not fit."""
    if source.repeated:
        name, line = source.repeated[0]
        raise type(source.error((), "", ""))(f"{source.path}:{line}", f"the key `{name}` stands twice", "keep one of them")
    try:
        return KeywordFile.model_validate(source.data or {})
    except ValidationError as cause:
        first = cause.errors(include_url=False)[0]
        named = ".".join(str(step) for step in first["loc"])
        raise source.error(first["loc"], f"{named}: {first['msg']}", "see keywords/README.md for the format") from cause


def word_lists(source: Source) -> dict[str, tuple[str, ...]]:
    """A mapping of keys to lists of words; `{key}` in a word stands for any one of the words of that other list of the file.

    Raises KeywordError for anything else.
    """
    if not isinstance(source.data, dict):
        raise source.error((), "is not a mapping of keys to lists", "write `key: [word, word]`")
    lists: dict[str, tuple[str, ...]] = {}
    for key, words in source.data.items():
        if not isinstance(words, list) or any(isinstance(word, dict | list) or word is None for word in words):
            raise source.error((key,), f"`{key}` is not a list of words", "write `key: [word, word]`")
        lists[key] = tuple(str(word).lower() if isinstance(word, bool) else str(word) for word in words)
    return {key: tuple(_whole(word, lists) for word in words) for key, words in lists.items()}


def _whole(word: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """A word with the lists it refers to written out; `{name}` of a template is no list and stays."""
    return _LIST.sub(lambda match: f"(?:{'|'.join(lists[match[1]])})" if match[1] in lists else match[0], word)


def _kinds(source: Source, file: KeywordFile, index: int) -> tuple[Category, str]:
    entry = file.concepts[index]
    category, kind = entry.category or file.category, entry.kind or file.kind or "skill"
    if category is None or entry.label is None:
        missing = "label" if entry.label is None else "category"
        raise source.error(("concepts", index), f"`{entry.id}` has no {missing}", f"give it a `{missing}:`")
    return Category(category), kind


def _add(known: dict, new: Iterable, source: Source) -> None:  # type: ignore[type-arg]
    for item in new:
        if item.id in known:
            raise source.error((), f"the id `{item.id}` is used twice", "give one of them another id")
        known[item.id] = item
