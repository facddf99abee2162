"""The titles a candidate has held, and which of them answers the posting's."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Fact, Position, Resume
from pmo_resume.model.terms import RoleTitle, Taxonomy
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.lexicon import pattern, words

_SPELLING = {"program": "programme", "programs": "programmes", "programmes": "programme"}


def held_title(resume: Resume, posting: Posting) -> Fact | None:
    """The title to lead with: one held under the posting's own name, else the highest held in its family, else the present one.

    An older title never leads that stands lower on the ladder than the present one.
    """
    titled = [position for position in resume.experience if position.title and len(position.title.value.split()) <= 8]
    titled = [position for position in titled if not is_voluntary(position, resume.taxonomy)] or titled
    if not titled:
        return None
    present = next((position for position in titled if position.period and position.period.current), titled[0]).title
    wanted = plain(posting.title.value) if posting.title else ""
    same = next((position.title for position in titled if wanted and plain(position.title.value) == wanted), None)  # type: ignore[union-attr]
    fitting = same or _highest_of_family(titled, posting, resume.taxonomy)
    lowers = fitting is not None and present is not None and _rung(fitting, resume.taxonomy) < _rung(present, resume.taxonomy)
    return present if fitting is None or lowers else fitting


def is_voluntary(job: Position, taxonomy: Taxonomy) -> bool:
    """True where the title says that nobody is paid for it: such a post is told, but is nobody's present job."""
    return job.title is not None and bool(pattern(words(taxonomy, "wording", "voluntary_patterns")).search(job.title.value))


def _rung(title: Fact, taxonomy: Taxonomy) -> int:
    """The level of a title on the ladder, 0 for one that is not on it."""
    role = role_of(title.value, taxonomy)
    return role.level if role else 0


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """A title for comparing: small letters, British spelling, no brackets."""
    words = re.findall(r"[^\W_]+", re.sub(r"\([^)]*\)", " ", title).casefold())
    return " ".join(_SPELLING.get(word, word) for word in words)


def role_of(title: str, taxonomy: Taxonomy) -> RoleTitle | None:
    """The rung of the ladder that a title names: the longest form found in it."""
    text = f" {plain(title)} "
    best: tuple[int, RoleTitle] | None = None
    for role in taxonomy.roles.values():
        for form in (role.title, *role.forms):
            words = plain(form)
            if words and f" {words} " in text and (best is None or len(words) > best[0]):
                best = (len(words), role)
    return best[1] if best else None


def _highest_of_family(titled: list[Position], posting: Posting, taxonomy: Taxonomy) -> Fact | None:
    wanted = role_of(posting.title.value, taxonomy) if posting.title else None
    if wanted is None:
        return None
    best: tuple[int, Fact] | None = None
    for position in titled:
        role = role_of(position.title.value, taxonomy) if position.title else None
        if position.title and role and role.family == wanted.family and (best is None or role.level > best[0]):
            best = (role.level, position.title)
    return best[1] if best else None


def shown_title(title: str, taxonomy: Taxonomy) -> str:
    """A title as it stands in a sentence: a shouted one gets small letters, what is in brackets or behind a bar goes; of two, the later."""
    title = re.split(r",?\s+(?:later|then|subsequently|latterly)\s+|\s*(?:→|->|=>|➔|➜)\s*", title)[-1]
    text = re.sub(r"\s*\([^)]*\)", "", re.split(r"\s*[|•–—]\s*|\s-\s", title)[0]).strip(" ,;:")
    return unshouted(text, taxonomy)
