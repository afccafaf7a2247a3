"""A verdict on a quote, and what it hangs on."""

from __future__ import annotations

from typing import Any, Literal

from quotes.records import Offsets, Quote, Record

What = Literal["right", "changed", "dropped", "added"]

JUDGED = (
    *("speaker", "role", "affiliation", "via", "said_on"),
    *("kind", "act", "factuality", "text", "content"),
)
"""The fields of a Quote that a verdict is about: others follow from them or are the article's."""


class Anchor(Record):
    """Words of an article, and how to tell them from the same words elsewhere in it.

    `pieces` are the words as they stood, `spans` where. `before` and `after` are the text around
    the whole, `gaps` between two pieces, in plain words (`quotes.verdicts.plain`). `of` is in how
    many places the same words stood, `nth` which of them is meant, from 0, and `rival` how well the
    text before any other of them agreed with that before these, and after, in characters.
    """

    pieces: tuple[str, ...]
    spans: tuple[Offsets, ...]
    before: str = ""
    after: str = ""
    gaps: tuple[str, ...] = ()
    of: int = 1
    nth: int = 0
    rival: tuple[int, int] = (0, 0)
    whole: bool = True


class Verdict(Record):
    """A person's word on a quote of an article.

    id          16 hexadecimal digits, from the article's id and the words
    what        "right", "changed" (it should be otherwise), "dropped" (it is no quote at all) or
                "added" (a model had not found it)
    by, at      who and when, in UTC; `note`: in their own words, why
    quote       how it should be; of what is dropped, what it was
    anchor      where its content stands
    own         where the content stood that a model had found, where that is another one
    before      the quote as it was when it was first judged, as a model had found it; None of what
                was added
    found       what the model finds there now, which the verdict stands in place of
    beside      quotes that overlap and are not meant, as "speaker, end of a line, plain words"
    fits        whether the words stand in the article as it is stored
    """

    id: str
    article_id: str
    what: What
    by: str
    at: str
    note: str | None = None
    quote: Quote
    anchor: Anchor
    own: Anchor | None = None
    before: Quote | None = None
    found: tuple[Quote, ...] = ()
    beside: tuple[str, ...] = ()
    fits: bool = True

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """By name, of all that it changes: what it was and what it is, in JSON's terms."""
        if self.before is None or self.what == "dropped":
            return {}
        return differing(self.before, self.quote)


def differing(one: Quote, other: Quote) -> dict[str, tuple[Any, Any]]:
    """Name → (one's value, the other's), in JSON's terms, of the judged fields that differ."""
    mine, theirs = (quote.model_dump(mode="json", include={*JUDGED}) for quote in (one, other))
    return {name: (mine[name], theirs[name]) for name in JUDGED if mine[name] != theirs[name]}


def bare(quote: Quote) -> Quote:
    """The quote as if nobody had looked at it."""
    return quote.model_copy(update={"checked_by": None, "checked_at": None})
