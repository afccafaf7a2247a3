"""The pronouns of an article, each with whom it means, so that "He … He …" stays one person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.pronouns import (
    MAX_BACK,
    Heard,
    Last,
    Question,
    pronoun_gender,
    third_person,
)
from quotes.pipeline.speakers.someone import Someone
from quotes.registry import Gender

RECENT = 20  # attributions
Said = tuple[Attribution, Someone]


@dataclass
class Chain:
    """Answers whom a pronoun means; the pronouns before it are answered first, in text order.
    `said`: the attributions so far that have a person; `known`: answers that are settled."""

    page: Page
    people: People
    said: list[Said] = field(default_factory=list)
    known: dict[int, Someone] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    upto: int = 0

    def antecedent(
        self, at: int, gender: Gender | None, content: Sequence[tuple[int, int]] = ()
    ) -> Someone | None:
        """Whom the pronoun, or the role of that gender, at a token means; `content`: the words of
        its attribution, where the answer is not to be found."""
        for i in range(self.upto, at):
            own = pronoun_gender(self.page.lower[i])
            someone = (self.known.get(i) or self._ask(i, own, ())) if own else None
            if someone is not None:
                self.heard.append((i, someone))
        self.upto = max(self.upto, at)
        return self._ask(at, gender, content)

    def _ask(
        self, at: int, gender: Gender | None, content: Sequence[tuple[int, int]]
    ) -> Someone | None:
        stop = bisect_left(self.heard, at, key=lambda heard: heard[0])
        before = self.heard[max(0, stop - MAX_BACK) : stop]
        return third_person(
            self.page,
            self.people,
            Question(at, gender, self._last(at), content, before, self._quoting(at)),
        )

    def _last(self, at: int) -> Last | None:
        for attribution, someone in reversed(self.said[-RECENT:]):
            spans = (*attribution.content, *attribution.cue, *attribution.source)
            start, end = min(s.start for s in spans), max(s.end for s in spans) - 1
            if start < at:
                return Last(someone, start, end)
        return None

    def _quoting(self, at: int) -> list[Someone]:
        """Those who speak of others as "he" in the direct quotations around a token."""
        return [
            someone
            for attribution, someone in self.said[-RECENT:]
            if attribution.kind == "direct"
            and any(span.start <= at < span.end for span in attribution.content)
        ]
