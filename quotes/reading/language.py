"""Which language a text is in, where it is clearly another than English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000  # characters
_FEWEST = 12  # words; of fewer nothing is said
_CERTAIN = 0.95
_MOST_ENGLISH = 0.12
_COMMON = (
    "the of and to in that is was for it with as his he be on by at have are not this but had they"
    " her she from we an were been their has would what will there if can all said who"
)
_FUNCTION_WORDS = frozenset(_COMMON.split())


def foreign_language(text: str) -> str | None:
    """The code ("de") of the language of a text that is not English; None where it is, or where
    that is not certain. By py3langid (Lui and Baldwin, 2012) and the share of English words."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    foreign_script = sum(not word.isascii() for word in words) > len(words) / 2
    if len(words) < _FEWEST and not foreign_script:
        return None
    if sum(word in _FUNCTION_WORDS for word in words) > _MOST_ENGLISH * len(words):
        return None
    code, certainty = _identifier().classify(sample)
    return str(code) if code != "en" and certainty > _CERTAIN else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
