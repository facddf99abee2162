"""The sentences a letter may hold without a source in the CV: the frames of `keywords/language/letter.yaml`, gaps and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_GAP = re.compile(r"\{(\w+)\}")
_TOLD = re.compile(r"\{(?:[Tt]old\w*|items|degree|years|title|a_title)\}")
"""Gaps that say something of the candidate."""


class Frames:
    """The frames under the keys that `keys` (regular expressions) name. `words` are all words outside their gaps."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]], keys: Sequence[str]) -> None:
        chosen = re.compile("|".join(f"(?:{key})" for key in keys) or r"(?!)")
        frames = [(key, sentence) for key, found in lexicon.items() if chosen.fullmatch(key) for sentence in found]
        self.words = tuple(word for _, sentence in frames for word in re.findall(r"[^\W\d_]+", _GAP.sub(" ", sentence)))
        self._patterns = [(key, _pattern(sentence), bool(_TOLD.search(sentence))) for key, sentence in frames]

    def fillers(self, text: str, prefix: str = "", *, telling: bool = False) -> Iterator[tuple[str, ...]]:
        """What stands in the gaps, for each frame, under a key that starts with `prefix`, that `text` is an instance of.

        Frames that tell what the candidate did, is or has count only with `telling`: they are no excuse for a sentence without a source.
        """
        line = " ".join(text.split())
        for key, pattern, tells in self._patterns:
            match = pattern.fullmatch(line) if key.startswith(prefix) and (telling or not tells) else None
            if match:
                yield match.groups()


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _GAP.split(sentence)
    return re.compile("".join(re.escape(part) if index % 2 == 0 else "(.+?)" for index, part in enumerate(parts)))
