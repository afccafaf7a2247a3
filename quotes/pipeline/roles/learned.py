"""Which of the descriptions that the model sees belong to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Span

from quotes.pipeline.meant import meant_of
from quotes.pipeline.speakers.page import PLACE_LABELS
from quotes.pipeline.speakers.rolephrases import Description, Rank
from quotes.pipeline.speakers.words import ADDRESS

LEAST = 0.8
"""The share of a description's pointers on the words for one person that makes it theirs."""

OPENING = ("IN", "TO", "VB", "PRP", "MD")
"""Beginnings of the tags of words that open what somebody does or where they are from, and not what
they are: "born in Dover", "of Dover", "his voice shaking"."""
NEAR_VERB = 4
"""Tokens before a name in which the verb stands whose object it is, with "would" or "to"."""
INSIDE = 3
"""How many mentions may begin in another one."""
DESCRIBING = ("VBN", "VBG")
"""Tags of verbs that may stand before a noun: "retired general"."""


def learned(doc: Doc, mentions: str) -> Iterator[tuple[str, Description]]:
    """(the person's key, what they are) of each description that belongs to one of the people in
    the span group `mentions`, in text order."""
    meant, named = meant_of(doc), _Named(doc.spans[mentions])
    for start, end in meant.descriptions:
        shares = meant.people((start, end), named.key)
        key = max(shares, key=shares.__getitem__, default=0)
        if shares.get(key, 0.0) < LEAST or any(map(named.has_name, range(start, end))):
            continue
        if _is_something(doc[start:end]) and not _is_wish(doc, start, named):
            yield doc.vocab.strings[key], Description(start, end, Rank.LEARNED)


class _Named:
    """For whom the tokens of a Doc stand: as numbers, for a long text has a million namings."""

    def __init__(self, mentions: Iterable[Span]) -> None:
        rows = ((m.start, m.end, m.label_ == "NAME", m.id) for m in mentions)
        kinds = [("start", "i4"), ("end", "i4"), ("name", "?"), ("key", "u8")]
        self._all = np.fromiter(rows, dtype=kinds)

    def key(self, token: int) -> int | None:
        """The key of the one for whom a token stands; None for nobody."""
        found = self._at(token)
        return None if found is None else int(found["key"])

    def has_name(self, token: int) -> bool:
        """True if a token is of a name."""
        found = self._at(token)
        return found is not None and bool(found["name"])

    def _at(self, token: int) -> np.void | None:
        """The innermost mention around a token: a source may have a name in it."""
        last = int(np.searchsorted(self._all["start"], token, side="right"))
        around = (self._all[n] for n in range(last - 1, max(0, last - INSIDE) - 1, -1))
        return next((one for one in around if token < one["end"]), None)


def _is_wish(doc: Doc, start: int, named: _Named) -> bool:
    """True for what somebody shall be: "would like Ann Lee as director"."""
    i = start - 1
    if i < 1 or doc[i].lower_ != "as" or not named.has_name(i - 1):
        return False
    while i > 0 and named.has_name(i - 1):
        i -= 1
    return any(token.tag_ in ("MD", "TO") for token in doc[max(0, i - NEAR_VERB) : i])


def _is_something(words: Span) -> bool:
    """True if the words name what somebody is, and not merely a place or an account ("@lee")."""
    tags = [token.tag_ for token in words]
    modified = len(tags) > 1 and tags[0] in DESCRIBING and tags[1].startswith(("NN", "JJ"))
    if not tags or (tags[0].startswith(OPENING) and not modified):
        return False
    nouns = (t for t in words if t.tag_.startswith("NN") and not t.text.startswith("@"))
    nouns = (t for t in nouns if t.lower_.rstrip(".") not in ADDRESS)
    return any(t.ent_type_ not in PLACE_LABELS for t in nouns)
