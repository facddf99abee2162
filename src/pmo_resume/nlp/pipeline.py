"""The pipeline that reads documents: a blank English spaCy pipeline and our components, built once for each taxonomy."""

from __future__ import annotations

from collections import OrderedDict

import spacy
from spacy.language import Language

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp import credentials, qualifiers, terms, vocabulary
from pmo_resume.nlp.text import TOKENIZER

COMPONENTS = (terms.KEY, qualifiers.KEY, credentials.KEY)
_KEPT = 4
_BUILT: OrderedDict[str, Language] = OrderedDict()


def build(taxonomy: Taxonomy) -> Language:
    """The pipeline for `taxonomy`; the same one again while its fingerprint is the same. A taxonomy without a fingerprint is built anew."""
    known = _BUILT.get(taxonomy.fingerprint) if taxonomy.fingerprint else None
    if known is not None:
        _BUILT.move_to_end(taxonomy.fingerprint)
        return known
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    # Nothing here asks what shape a word has or whether it looks like a number, and finding out takes as long as all the tokenising.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # missing in the stubs
    # A document has no length that is too long for word lists; the readers have limits of their own.
    nlp.max_length = 1_000_000_000
    with vocabulary.use(taxonomy):
        for component in COMPONENTS:
            nlp.add_pipe(component)
    if taxonomy.fingerprint:
        _BUILT[taxonomy.fingerprint] = nlp
        while len(_BUILT) > _KEPT:
            _BUILT.popitem(last=False)
    return nlp
