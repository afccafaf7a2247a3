"""A text without what differs between two printings of the same words: kinds of quotation marks,
dashes and blanks, ligatures, accents in one character or two, ends of lines."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

_SAME = {
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´", "'"),
    **dict.fromkeys("‐‑‒−", "-"),
    **dict.fromkeys("—―", "–"),
}


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """A character in plain words: a blank for white space, nothing for what is not seen."""
    if char.isspace():
        return " "
    if char in _SAME:
        return _SAME[char]
    if unicodedata.category(char) == "Cf":
        return ""
    return "".join(_SAME.get(part, part) for part in unicodedata.normalize("NFKD", char))


def plain(words: str) -> str:
    """The words in plain characters, one blank for all white space, none at the ends.

    >>> plain("“The ﬁrst\\n  one” – no?")
    '"The first one" – no?'
    """
    return " ".join("".join(map(_plain, words)).split())


@dataclass
class PlainText:
    """A text in plain words, with the way back to its own offsets (code points)."""

    text: str
    words: str = field(init=False)

    def __post_init__(self) -> None:
        chars: list[str] = []
        places: list[int] = []
        blank = True
        for place, char in enumerate(self.text):
            for part in _plain(char):
                if part == " " and blank:
                    continue
                blank = part == " "
                chars.append(part)
                places.append(place)
        self.words = "".join(chars)
        self._places = places

    def offset(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text itself of one in its plain words; the latter is not empty."""
        return self._places[start], self._places[end - 1] + 1

    def place(self, offset: int) -> int:
        """Where in the plain words stands what begins at this offset of the text, or after it."""
        return bisect_left(self._places, offset)
