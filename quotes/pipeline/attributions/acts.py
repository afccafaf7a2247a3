"""Speech or thought, from the words of the cue."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from quotes.records import Act

_SUFFIXES = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ing", ""))


@cache
def _lexicon() -> tuple[dict[str, Act], dict[str, str]]:
    """(base form -> act, irregular form -> base form)"""
    text = (files("quotes") / "data" / "cues.toml").read_text(encoding="utf8")
    data = tomllib.loads(text)
    acts: dict[str, Act] = dict.fromkeys(data["thought"].split(), "thought")
    # a word in both lists ("report", "see") is speech: what was said is not to be lost
    acts.update(dict.fromkeys(data["speech"].split(), "speech"))
    return acts, data["irregular"]


def _bases(word: str) -> Iterator[str]:
    """The forms that `word` may be an inflection of, itself first."""
    yield word
    irregular = _lexicon()[1].get(word)
    if irregular:
        yield irregular
    for suffix, ending in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)] + ending
            yield stem
            if suffix in ("ed", "ing"):
                yield stem + "e"
                if len(stem) > 2 and stem[-1] == stem[-2]:
                    yield stem[:-1]


@lru_cache(maxsize=4096)
def word_act(word: str) -> Act | None:
    """The act that one word of a cue tells, or None for a word that tells none."""
    acts = _lexicon()[0]
    return next((acts[base] for base in _bases(word.lower()) if base in acts), None)


def cue_act(cue: str, *, clause: bool) -> Act:
    """The act of a whole cue; the first word that tells one decides.

    `clause`: the content is quoted or begins with "that", which speaks for speech where no word
    of the cue is known. No cue at all, or a colon or a dash, is speech.
    """
    words = [word for word in cue.replace("’", "'").split() if any(map(str.isalpha, word))]
    known = (word_act(word.strip(".,:;'\"()")) for word in words)
    act = next((a for a in known if a), None)
    return act or ("speech" if clause or not words else "thought")
