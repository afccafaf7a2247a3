"""Words that mean something else once those around them are left out: "I do not [want it]"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from quotes.check.alignment import Gap
from quotes.check.words import Words

NEAR = 3
"""Words before the quoted ones, among which one that turns them ("refuse to", "if we") is looked
for; a negation is looked for in all of the clause."""

_CONTRAST = frozenset(("but", "yet"))
"""With such a word a new statement begins, to which no "not" before it belongs."""

_JOINING = frozenset(
    (
        *("and", "or", "because", "since", "as", "so", "when", "while", "where", "which", "who"),
        *("whom", "whose", "although", "though", "if", "whether", "that", "after", "before"),
        *("until", *_CONTRAST),
    )
)
"""With such a word a clause begins that comes after what is quoted."""

_STRONG = re.compile("[;.?!]")
_WEAK = re.compile("[,;:.?!–—(]|--")


def turns(place: Words, gap: Gap) -> bool:
    """True where the words of the place that a gap leaves out turn the meaning of those kept.

    A negation does that: before the quoted words in their sentence, unless a new statement begins
    in between ("…, but"); between them, unless whole sentences are left out; and after them, unless
    it stands in a clause of its own. So do words that deny or doubt right before them ("denied
    that", "if").
    """
    start, end = gap.place
    if start == end:
        return False
    if gap.where == "within":
        whole = place.words[start].first and (end == len(place) or place.words[end].first)
        return not whole and (_negated(place, start, end) or _denied(place, start, end))
    if gap.where == "before":
        start = _statement(place, start, end)
        return _negated(place, start, end) or _denied(place, start, end)
    return _negated(place, start, _clause_end(place, start, end))


def _negated(place: Words, start: int, end: int) -> bool:
    return any(word.negates for word in place.words[start:end])


def _denied(place: Words, start: int, end: int) -> bool:
    return any(word.form in _turning() for word in place.words[max(start, end - NEAR) : end])


def _statement(place: Words, start: int, end: int) -> int:
    """The first of the words left out before the quoted ones that belongs to their statement."""
    for at in range(end, start, -1):
        if _STRONG.search(place.before(at)) or place.words[at - 1].form in _CONTRAST:
            return at
        if at < len(place) and place.words[at].form in _CONTRAST:
            return at
    return start


def _clause_end(place: Words, start: int, end: int) -> int:
    """The end of the clause that the words left out after the quoted ones go on with. A "not" right
    behind them belongs to it: "…, not at all"."""
    for at in range(start, end):
        begins = bool(_WEAK.search(place.before(at))) or place.words[at].form in _JOINING
        if begins and not place.words[at].negates:
            return at
    return end


@cache
def _turning() -> frozenset[str]:
    """Words that deny or doubt what follows them."""
    cues = tomllib.loads((files("quotes") / "data" / "cues.toml").read_text(encoding="utf8"))
    known = cues["factuality"]
    return frozenset(" ".join(known[name] for name in ("if", "withheld", "denying")).split())
