"""Certificates that a posting asks for without their name: by a role ("certification in Agile or Scrum Master"), by who gives them
("certified by PMI or IPMA")."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wording import FILE, straight, wording
from pmo_resume.nlp.wordlists import words

# What may stand between the wording and the name: other things of the same list, no verb and no full stop.
_LIST = r"(?:[\w®().+#-]+(?:\s*[,/]\s*|\s+(?:and|or|and/or)\s+|\s+)(?:an?\s+)?){0,5}"


def meant_as_certificate(text: str, clause: Span, mention: Mention, taxonomy: Taxonomy) -> Mention:
    """The mention as one of the certificate it stands for in the clause `text[clause]`, else the mention itself."""
    told = _stands_for(taxonomy).get(mention.concept)
    credential = taxonomy.terms.get(told) if told else None
    if credential is None or credential.category is not Category.CREDENTIAL:
        return mention
    before = straight(text[clause.start : mention.start])
    after = straight(text[mention.end : clause.end])
    asked = re.search(rf"(?:{wording(taxonomy, 'certificate_opens').pattern})\s+{_LIST}$", before, re.IGNORECASE)
    closed = mention.category is Category.BODY and re.match(
        rf"\s*(?:,|/|\bor\b|\band\b)?\s*{_LIST}(?:{wording(taxonomy, 'certificate_closes').pattern})", after, re.IGNORECASE
    )
    if not asked and not closed:
        return mention
    return replace(mention, concept=credential.id, label=credential.label, category=credential.category, kind=credential.kind)


def _stands_for(taxonomy: Taxonomy) -> dict[str, str]:
    """Concept → certificate, of the pairs listed as "role:scrum-master scrum-master-certification"."""
    pairs = (entry.split() for entry in words(taxonomy, FILE, "certificate_meant"))
    return {pair[0]: pair[1] for pair in pairs}
