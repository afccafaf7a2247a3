"""Somebody who is called by a role alone, and is nobody whom the article names."""

from __future__ import annotations

from quotes.pipeline.attribution import Attribution, first_token
from quotes.pipeline.speakers.antecedents import Antecedents
from quotes.pipeline.speakers.broader import INDEFINITE
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.phrases import Phrase

NEXT = 2
"""So many sentences on, somebody new answers the one who has spoken."""


class Strangers:
    """Those of one page, whose sources are asked for in text order."""

    def __init__(self, page: Page, antecedents: Antecedents) -> None:
        self.page, self.antecedents = page, antecedents
        self._words: set[str] = set()  # by which one has spoken

    def is_one(self, phrase: Phrase, attribution: Attribution, before: Attribution | None) -> bool:
        """True if "the prosecutor" is somebody else than the one who has just spoken: who opens a
        sentence of their own and isn't sure to have a name, or spoke before as "a prosecutor".
        `before`: the attribution before, where a person of the article spoke."""
        page = self.page
        word = page.lower[phrase.head].split("-")[-1]
        if page.lower[phrase.start] in INDEFINITE:
            self._words.add(word)
        elif word in self._words:
            return True
        if before is None or not attribution.cue or page.lower[phrase.start] != "the":
            return False
        opens = attribution.source[0].start == first_token(attribution)
        if not opens or attribution.cue[0].start < phrase.end:
            return False
        spoke = (before.cue or before.content)[-1].start
        near = page.sentence[phrase.start] - page.sentence[spoke] <= NEXT
        if not near or not self.antecedents.may_be_unnamed((phrase.start, phrase.end)):
            return False
        self._words.add(word)
        return True
