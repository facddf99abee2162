"""The frames of a letter's sentences: chosen by the material, never at random, and no two alike in a row."""

from __future__ import annotations

import zlib

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring import locale
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.phrases import upper_first


class Frames:
    """Hands out frames for one letter. The same CV and posting give the same frames; another posting gives others."""

    def __init__(self, resume: Resume, posting: Posting, tongue: str) -> None:
        self.taxonomy: Taxonomy = resume.taxonomy
        self.american = tongue == locale.AMERICAN
        names = (posting.title.value if posting.title else "", posting.employer.value if posting.employer else "")
        self._seed = zlib.crc32("\n".join(names).encode())
        self._used: dict[str, int] = {}

    @property
    def cv(self) -> str:
        """What the document is called there."""
        return self._all("cv_words_american" if self.american else "cv_words_british")[0]

    def fill(self, key: str, **slots: str) -> str:
        """The next frame of `key` with its slots filled and a capital first letter."""
        frames = self._all(key)
        turn = self._used.get(key, self._seed % len(frames))
        self._used[key] = turn + 1
        text = frames[turn % len(frames)].format(cv=self.cv, **slots)
        return upper_first(text)

    def only(self, key: str) -> str:
        """The one string of `key`."""
        return self._all(key)[0]

    def listed(self, key: str) -> tuple[str, ...]:
        """All strings of `key`."""
        return self._all(key)

    def _all(self, key: str) -> tuple[str, ...]:
        return words(self.taxonomy, "letter", key)
