"""Scenes that another sentence sets: "Thousands gathered on Saturday. … Roe said at the rally", and
the story's first sentence, on which the second one goes on."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.context import context_of
from quotes.pipeline.dates.datewords import DATE, resolve
from quotes.pipeline.near import sentence_near

_EVENT = r"""briefing|ceremony|conference|congress|debate|demonstration|event|forum|funeral
|gathering|hearing|inauguration|march|meeting|protest|rally|session|summit|talks|vigil|visit|wedding"""
_AT_IT = re.compile(rf"\b(?:at|during|after)\s+the\s+(?:{_EVENT})\b", re.IGNORECASE | re.VERBOSE)
_HELD = re.compile(
    rf"\b(?:{_EVENT}|gather(?:ed|s)?|met|meets|rallied|protested|marched|demonstrated|convened"
    r"|visited|hosted|held|assembled|attended)s?\b",
    re.IGNORECASE | re.VERBOSE,
)
_PRONOUNS = frozenset(("he", "she", "they"))
_TOP = 400
"""Tokens in which a story's first paragraphs lie."""

_AFTER = 8
"""Tokens after a cue among which the scene may be named."""

_NEAR = 60
"""Tokens before a quote among which the scene may be set: a sentence or two."""


class Scenes:
    """The scenes of one Doc, asked for in the order of its attributions."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.first: Attribution | None = None

    def told(self, one: Attribution) -> None:
        """An attribution has a day by words of its own sentence."""
        start = one.cue[0].start
        if self.first is None and start < _TOP and _paragraphs(self.doc[:start]) == self._head:
            self.first = one

    def day(self, one: Attribution) -> dt.date | None:
        """The day of the scene; None where none is set."""
        return self._goes_on(one) or self._at_event(one)

    def _goes_on(self, one: Attribution) -> dt.date | None:
        """Of "he said" in the paragraph after a first one that says the day of the same person."""
        first, source = self.first, one.source
        if first is None or len(source) != 1 or source[0].text.lower() not in _PRONOUNS:
            return None
        same = one.speaker is not None and one.speaker == first.speaker
        start, end = first.cue[0].start, one.cue[0].start
        after = end - start < _TOP and _paragraphs(self.doc[start:end]) == 1
        return first.said_on if same and after else None

    def _at_event(self, one: Attribution) -> dt.date | None:
        """Of "said at the rally" the day on which, just before, people gathered."""
        start, end = one.cue[0].start, one.cue[-1].end + _AFTER
        known = self.doc.has_annotation("SENT_START")
        sent = sentence_near(self.doc, start, end - start) if known else one.cue[0]
        around = self.doc[start : min(sent.end, end)].text
        if not _AT_IT.search(around):
            return None
        start = min(span.start for span in (*one.content, *one.cue, *one.source))
        scene = self.doc[max(0, start - _NEAR) : start].text
        matches = list(DATE.finditer(scene))
        if len(matches) != 1 or not _HELD.search(scene):
            return None
        return resolve(matches[0], context_of(self.doc).date)

    @cached_property
    def _head(self) -> int:
        """How many paragraphs stand before the story's first: title, byline, date, caption. That
        one is the first that ends as a sentence does."""
        count = 0
        for line in self.doc.text.splitlines():
            words = line.strip()
            if len(words.split()) > 8 and words[-1] in '.!?”"':
                break
            count += bool(words)
        return count


def _paragraphs(span: Span) -> int:
    """How many line ends with words before them a stretch has."""
    return len(re.findall(r"\S[^\S\n]*\n", span.text))
