"""The frames of a letter's sentences: chosen by the material, never at random, and no two alike in one letter while there are others."""

from __future__ import annotations

import zlib

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring import locale
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.phrases import upper_first

_IN_ORDER = {"first_bare_past"}
"""Keys whose later frames speak of an earlier one: "in another role"."""


class Frames:
    """Hands out frames for one letter. The same CV and posting give the same frames; another posting gives others."""

    def __init__(self, resume: Resume, posting: Posting, tongue: str) -> None:
        self.taxonomy: Taxonomy = resume.taxonomy
        self.american = tongue == locale.AMERICAN
        names = (posting.title.value if posting.title else "", posting.employer.value if posting.employer else "")
        self._seed = zlib.crc32("\n".join(names).encode())
        self._used: set[str] = set()

    @property
    def cv(self) -> str:
        """What the document is called there."""
        return self._all("cv_words_american" if self.american else "cv_words_british")[0]

    def fill(self, key: str, **slots: str) -> str:
        """A frame of `key` that the letter has not had yet, where there is one, with its slots filled and a capital first letter."""
        frames = self._all(key) if key in _IN_ORDER else self._turned(key)
        return self._filled(next((frame for frame in frames if frame not in self._used), frames[0]), slots)

    def fresh(self, key: str, before: str, **slots: str) -> str | None:
        """As `fill`, but None where all are used or would open like the sentence `before`."""
        for frame in self._turned(key):
            if frame not in self._used and upper_first(self._set(frame, slots)).split()[0] != before.split(maxsplit=1)[0]:
                return self._filled(frame, slots)
        return None

    def _filled(self, frame: str, slots: dict[str, str]) -> str:
        self._used.add(frame)
        return upper_first(self._set(frame, slots))

    def _set(self, frame: str, slots: dict[str, str]) -> str:
        return frame.format(cv=self.cv, **slots).replace("..", ".")  # "… at Acme Rail, Inc."

    def _turned(self, key: str) -> list[str]:
        """The frames of `key` from the one that this letter begins with."""
        frames = self._all(key)
        first = self._seed % len(frames)
        return [*frames[first:], *frames[:first]]

    def only(self, key: str) -> str:
        """The one string of `key`."""
        return self._all(key)[0]

    def listed(self, key: str) -> tuple[str, ...]:
        """All strings of `key`."""
        return self._all(key)

    def _all(self, key: str) -> tuple[str, ...]:
        return words(self.taxonomy, "letter", key)
