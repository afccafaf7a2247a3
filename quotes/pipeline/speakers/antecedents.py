"""The model's answers on a source: whom it means, and whether it is somebody at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotes.pipeline.meant import meant_of
from quotes.pipeline.speakers.heads import Kind
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.someone import Someone, Unnamed
from quotes.registry import Gender

SURE = 0.7
"""The share of a source's pointers on one person that settles whom it means, whatever the rules
would say; chosen, like the other two, on the dev articles and on articles kept out of training."""
LIKELY = 0.5
"""The share that tells it where the rules know nobody."""

MAY_BE = 0.5
"""How much less probable than a named person an unnamed one may be, for "the judge" to be nobody
who is named before."""
NOBODY = 0.1
"""How improbable it is of what looks like a name that it is a person's, for it to be none."""
LIKE = 0.6
"""How probable it is of a noun that no list knows that it is of a kind, for it to be of it."""
BODIES: tuple[Kind, ...] = ("organization", "group", "document")

Range = tuple[int, int]  # tokens


class Antecedents:
    """The people for whom the words of a page stand, and those whom other words mean."""

    def __init__(self, page: Page, people: People) -> None:
        self.page, self.people, self.meant = page, people, meant_of(page.doc)
        self.settled: dict[int, Someone | Unnamed] = {}

    def settle(self, span: Range, someone: Someone | Unnamed) -> None:
        """From now on the words of this span, which are no name, stand for somebody."""
        self.settled.update(dict.fromkeys(range(*span), someone))

    def _owner(self, token: int) -> Someone | Unnamed | None:
        mentions = self.people.mentions
        number = bisect_right(mentions, token, key=lambda mention: mention.start) - 1
        if number >= 0 and token < mentions[number].end:
            return self.people.owner[mentions[number].start]
        return self.settled.get(token)

    def no_person(self, span: Range) -> Kind | None:
        """The kind of a source that looks like a person's name and is none; None for any other."""
        types = self.meant.type_of(span)
        if not types or types["person"] + types["unnamed_person"] >= NOBODY:
            return None
        return max(BODIES, key=lambda kind: types[kind])

    def kind_of(self, span: Range) -> Kind | None:
        """The kind of source that the model is fairly sure of; None where it is not sure of any."""
        types = self.meant.type_of(span)
        if not types:
            return None
        kinds: dict[Kind, float] = {kind: types[kind] for kind in BODIES}
        kinds["nominal"] = types["person"] + types["unnamed_person"]
        best = max(kinds, key=kinds.__getitem__)
        return best if kinds[best] >= LIKE else None

    def may_be_unnamed(self, span: Range) -> bool:
        """True if it is half as probable at least that a source is nobody named as somebody."""
        types = self.meant.type_of(span)
        return bool(types) and types["unnamed_person"] > types["person"] * MAY_BE

    def meant_by(
        self, span: Range, least: float, gender: Gender | None, content: Sequence[Range]
    ) -> Someone | Unnamed | None:
        """The one whom a source means by at least such a share of its pointers, and nobody of
        another sex than the words tell; who is named in the words themselves has not said them."""

        def owner(token: int) -> Someone | Unnamed | None:
            inside = any(start <= token < end for start, end in content)
            return None if inside else self._owner(token)

        shares: dict[Someone | Unnamed, float] = self.meant.people(span, owner)
        fitting = {
            someone: share
            for someone, share in shares.items()
            if gender is None or someone.gender in (None, gender)
        }
        best = max(fitting, key=fitting.__getitem__, default=None)
        return best if best is not None and fitting[best] >= least else None
