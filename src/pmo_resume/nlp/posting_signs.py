"""Whether a file that was given as a CV is a job posting: an employer's words and headings, and no role with its dates."""

from __future__ import annotations

from pmo_resume.model.resume import Resume
from pmo_resume.nlp.foreign import FILE
from pmo_resume.nlp.headings import read_heading
from pmo_resume.nlp.posting_headings import Part, announced
from pmo_resume.nlp.wordlists import any_word, words

_ENOUGH = 4
_ENOUGH_WITHOUT_PHONE = 3  # hardly a CV lacks a telephone number
_ASKING = frozenset({Part.REQUIRED, Part.PREFERRED, Part.DUTIES, Part.BENEFITS, Part.COMPANY})


def reads_as_posting(resume: Resume) -> bool:
    """Whether what was read as a CV is a posting. One role with a title, a beginning and an end is enough to be a CV; a posting's own
    dates ("closes 6 October") have one day."""
    if any(role.title and role.period and (role.period.end or role.period.current) for role in resume.experience):
        return False
    return signs(resume) >= (_ENOUGH if resume.phone else _ENOUGH_WITHOUT_PHONE)


def signs(resume: Resume) -> int:
    """How many different headings and phrases of an employer stand in the text."""
    document, taxonomy = resume.document, resume.taxonomy
    phrases = any_word(words(taxonomy, FILE, "posting_phrases"))
    said = {" ".join(found.group().lower().split()) for found in phrases.finditer(document.text.replace("’", "'"))}
    headings = {
        found[1].lower()
        for block in document.blocks
        if (found := announced(block.text, taxonomy)) and found[0] in _ASKING and not read_heading(block.text, taxonomy)
    }
    return len(said | headings)
