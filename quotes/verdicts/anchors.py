"""Words that are found again in a changed text, and never other ones.

As in the W3C's TextQuoteSelector, the words themselves are kept with the text around them. They are
found where they stand whole. Where they stand in several places, or stood so once, the text around
them must agree better than the text around any of the others did.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.records import Offsets
from quotes.verdicts.plain import PlainText, plain
from quotes.verdicts.records import Anchor

AROUND = 80
"""Characters that are kept before and after the words."""

LEAST = 12
"""Characters around the words that must agree, before and after together, where the words are few
or stood in several places."""

FEW = 24
"""Characters of words up to which they may be said by anybody, anywhere."""

FARTHER = 300
"""Characters more than before that may come to stand between two pieces."""

Places = tuple[Offsets, ...]
Agreement = tuple[int, int]
"""Characters before words and after them."""


def make_anchor(text: PlainText, spans: Sequence[Offsets]) -> Anchor:
    """Make what finds the words of these spans of a text again."""
    pieces = tuple(text.text[start:end] for start, end in spans)
    mine = _places(text, spans)
    anchor = Anchor(
        pieces=pieces,
        spans=tuple(spans),
        before=text.words[max(0, mine[0][0] - AROUND) : mine[0][0]],
        after=text.words[mine[-1][1] : mine[-1][1] + AROUND],
        gaps=tuple(text.words[one[1] : other[0]] for one, other in pairwise(mine)),
    )
    if not all(_stands_whole(text.words, start, end) for start, end in mine):
        anchor = anchor.model_copy(update={"whole": False})
    all_places = list(_candidates(text, anchor))
    others = [places for places in all_places if places != mine]
    before, after = (
        zip(*(_agreement(text, anchor, one) for one in others), strict=True) if others else ((), ())
    )
    known = {
        "of": len(others) + 1,
        "nth": sum(places[0] < mine[0] for places in others),
        "rival": (max(before, default=0), max(after, default=0)),
    }
    return anchor.model_copy(update=known)


def find_anchor(text: PlainText, anchor: Anchor) -> Places | None:
    """The spans of the words in the text; None where they are not there, or where it cannot be told
    which of several they are."""
    found = list(_candidates(text, anchor))
    if not found:
        return None
    there = _as_they_were(text, anchor)
    if not (anchor.before or anchor.after):  # nothing is known but the words, and where they stood
        chosen = there if there in found else found[0] if len(found) == 1 else None
    else:
        chosen = _choose(text, anchor, found)
    if chosen is None:
        return None
    if chosen == there and _is_same(text.text, anchor):
        return anchor.spans
    return tuple(text.offset(start, end) for start, end in chosen)


def find_words(text: PlainText, words: Sequence[str]) -> list[Places]:
    """All places where these pieces stand, one after the other."""
    anchor = Anchor(pieces=tuple(words), spans=())
    found = _candidates(text, anchor)
    return [tuple(text.offset(start, end) for start, end in places) for places in found]


def cuts_a_word(text: PlainText, spans: Sequence[Offsets]) -> bool:
    """True if one of the spans begins or ends within a word."""
    return not all(_stands_whole(text.words, start, end) for start, end in _places(text, spans))


def _choose(text: PlainText, anchor: Anchor, found: list[Places]) -> Places | None:
    agreed = [_agreement(text, anchor, places) for places in found]
    if len(found) == anchor.of == 1 and sum(map(len, anchor.pieces)) > FEW:
        return found[0]
    whole = (len(anchor.before), len(anchor.after))
    if anchor.rival == whole:  # nothing tells them apart but which of them it was
        same = len(found) == anchor.of and agreed[anchor.nth] == whole
        return found[anchor.nth] if same else None
    fits = [n for n, mine in enumerate(agreed) if _is_it(mine, anchor.rival, whole)]
    fits.sort(key=lambda n: -sum(agreed[n]))
    if not fits or (len(fits) > 1 and sum(agreed[fits[0]]) == sum(agreed[fits[1]])):
        return None
    return found[fits[0]]


def _is_it(agreed: Agreement, rival: Agreement, whole: Agreement) -> bool:
    """True if the text around words is theirs: on either side it agrees better than that around any
    other of the same words did, for next to these it may be half the same, once those have gone."""
    sides = zip(agreed, rival, whole, strict=True)
    is_better = all(mine == most or mine > other for mine, other, most in sides)
    return is_better and sum(agreed) >= min(LEAST, sum(whole))


def _agreement(text: PlainText, anchor: Anchor, places: Places) -> Agreement:
    """How many characters before the words, and how many after them, are as they were."""
    words, start, end = text.words, places[0][0], places[-1][1]
    before = words[max(0, start - AROUND) : start]
    after = words[end : end + AROUND]
    return _common(anchor.before[::-1], before[::-1]), _common(anchor.after, after)


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _candidates(text: PlainText, anchor: Anchor) -> Iterator[Places]:
    """Wherever the pieces stand whole, one after the other, each as near to the one before it as it
    was or nearest."""
    first, *rest = [plain(piece) for piece in anchor.pieces]
    gaps = [*anchor.gaps, *[None] * (len(rest) - len(anchor.gaps))]
    for start in _all_of(text.words, first, 0, len(text.words)):
        places = [(start, start + len(first))]
        for piece, gap in zip(rest, gaps, strict=False):
            place = _next(text.words, piece, gap, places[-1][1])
            if place is None:
                break
            places.append((place, place + len(piece)))
        else:
            if _fits(text.words, places, anchor):
                yield tuple(places)


def _fits(words: str, places: list[Offsets], anchor: Anchor) -> bool:
    if anchor.whole:
        return all(_stands_whole(words, start, end) for start, end in places)
    start, end = places[0][0], places[-1][1]
    return (words[max(0, start - 1) : start], words[end : end + 1]) == (
        anchor.before[-1:],
        anchor.after[:1],
    )


def _next(words: str, piece: str, gap: str | None, end: int) -> int | None:
    if gap is not None and words.startswith(gap + piece, end):
        return end + len(gap)
    if gap is not None and piece in gap:  # the nearest would be another one
        return None
    last = len(words) if gap is None else end + len(gap) + len(piece) + FARTHER
    return next(_all_of(words, piece, end, last), None)


def _all_of(words: str, piece: str, start: int, end: int) -> Iterator[int]:
    """Wherever a piece stands, up to where it may end."""
    place = words.find(piece, start, end) if piece else -1
    while place >= 0:
        yield place
        place = words.find(piece, place + 1, end)


def _stands_whole(words: str, start: int, end: int) -> bool:
    """True if it neither begins nor ends within a word or a number, of which "can" in "can't", "5"
    in "5.2" or "5%", and "born" in "-born" are parts, too."""
    first, last = words[start], words[end - 1]
    before, after = words[max(0, start - 2) : start], words[end : end + 2]
    if _is_word(first) and before and _goes_on(before[::-1], _SIGNS_BEFORE):
        return False
    return not (_is_word(last) and after and _goes_on(after, _SIGNS_AFTER))


_JOINS, _SIGNS_BEFORE, _SIGNS_AFTER = "'-.,:/_@", "$€£#+", "%°"


def _goes_on(beyond: str, signs: str) -> bool:
    """True if a word goes on by the one or two characters next to it."""
    near, far = beyond[0], beyond[1:]
    return _is_word(near) or near in signs or (near in _JOINS and _is_word(far))


def _is_word(char: str) -> bool:
    return char.isalnum() or bool(char and unicodedata.combining(char))


def _as_they_were(text: PlainText, anchor: Anchor) -> Places | None:
    if not anchor.spans or anchor.spans[-1][1] > len(text.text):
        return None
    return _places(text, anchor.spans)


def _places(text: PlainText, spans: Sequence[Offsets]) -> Places:
    """Spans of the text in its plain words, without blanks around them."""
    return tuple(_trimmed(text.words, text.place(start), text.place(end)) for start, end in spans)


def _trimmed(words: str, start: int, end: int) -> Offsets:
    inside = words[start:end]
    blanks = len(inside) - len(inside.lstrip())
    return min(start + blanks, end), max(start + blanks, start + len(inside.rstrip()))


def _is_same(text: str, anchor: Anchor) -> bool:
    pairs = zip(anchor.spans, anchor.pieces, strict=True)
    return all(text[start:end] == piece for (start, end), piece in pairs)
