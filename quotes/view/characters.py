"""Characters that are seen as others, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.view.edits import Edit

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_MARKS = {"″": '"', "＂": '"', "〃": '"', "❝": "“", "❞": "”", "‟": "“", "〝": "“", "〞": "”"}
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f"
_ODD = re.compile(
    f"[{_INVISIBLE}{_CONTROLS}]+|[{_SPACES}]|[{''.join(_LIGATURES)}]|\u2028|\u2029|\x0b|\x0c|\x85"
    f"|(?<!\\d)[{''.join(_MARKS)}]"  # after a digit a double prime stands for inches
)


def character_edits(text: str) -> Iterator[Edit]:
    """Soft hyphens, zero-width and control characters out, ligatures in letters, spaces plain, and
    quotation marks that few know as those that all know."""
    for match in _ODD.finditer(text):
        found = match.group()
        if found in _LIGATURES:
            words = _LIGATURES[found]
        elif found in _MARKS:
            words = _MARKS[found]
        elif re.match(f"[{_SPACES}]", found):
            words = " "
        else:
            words = "\n" if found in "\u2028\u2029\x0b\x0c\x85" else ""
        yield Edit(match.start(), match.end(), words)
