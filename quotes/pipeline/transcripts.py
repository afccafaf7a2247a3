"""Transcripts: lines that begin with who speaks and a colon ("SMITH: We won't.").

A line by itself proves nothing ("UPDATE: roads are open"); several such lines in a row, of at least
two speakers and of whole sentences, do. The colon is the cue. A turn is direct speech even
without quotation marks: it is in its speaker's own words. Paragraphs without a label stay with the
turn before where the model says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    Attribution,
    Stretches,
    add_attribution,
    attributions,
    set_attributions,
)

LONGEST_LABEL = 6  # words
FEWEST_TURNS, FEWEST_SPEAKERS = 3, 2
NEAR = 3  # lines from one turn to the next
SURE = 0.9  # no model judges these; the form leaves little doubt
ENDS = frozenset('.?!…”"')


class Turn(NamedTuple):
    """One line of a transcript, in tokens: its number, its label, its colon and what is said."""

    line: int
    label: Span
    body: Span

    @property
    def colon(self) -> int:
        return self.label.end


def read_transcripts(doc: Doc) -> None:
    """Make an attribution of every turn of every transcript in the text."""
    turns = list(_turns(doc))
    if not turns:
        return
    lines = Stretches((turn.label.start, turn.body.end) for turn in turns)
    more: dict[int, list[Span]] = {}
    set_attributions(doc, [_without(one, lines, more) for one in attributions(doc)])
    for number, turn in enumerate(turns):
        colon = Span(doc, turn.colon, turn.colon + 1)
        add_attribution(
            doc, f"turn-{number}", [turn.body, *more.get(number, ())], [colon], [turn.label],
            kind="direct", confidence=SURE,
        )  # fmt: skip


def _turns(doc: Doc) -> Iterator[Turn]:
    """The labelled lines that stand together and look like talk."""
    region: list[Turn] = []
    for turn in _labelled(doc):
        if region and turn.line - region[-1].line > NEAR:
            yield from _talk(region)
            region = []
        region.append(turn)
    yield from _talk(region)


def _talk(region: list[Turn]) -> list[Turn]:
    speakers = {turn.label.text.casefold() for turn in region}
    sentences = [turn for turn in region if _is_sentence(turn.body)]
    enough = len(region) >= FEWEST_TURNS and len(speakers) >= FEWEST_SPEAKERS
    return region if enough and 2 * len(sentences) > len(region) else []


def _is_sentence(body: Span) -> bool:
    verbs = any(token.tag_.startswith(("VB", "MD")) for token in body)
    return verbs and body[-1].text[-1] in ENDS


def _labelled(doc: Doc) -> Iterator[Turn]:
    names = {(entity.start, entity.end) for entity in doc.ents if entity.label_ == "PER"}
    for number, (start, end) in enumerate(_lines(doc)):
        if doc[start].is_quote:
            start += 1
        colon = next((i for i in range(start, min(end, start + LONGEST_LABEL + 1))
                      if doc[i].text == ":"), None)  # fmt: skip
        if colon is None or not start < colon < end - 1:
            continue
        if (start, colon) in names or _is_capitals(doc[start:colon]):
            yield Turn(number, doc[start:colon], doc[colon + 1 : end])


def _is_capitals(words: Span) -> bool:
    letters = "".join(c for c in words.text if c.isalpha())
    return len(letters) > 1 and letters.isupper()


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """(start, end) of each line that is not blank, without white space around it."""
    breaks = [i for i, token in enumerate(doc) if "\n" in token.text]
    for before, after in pairwise([-1, *breaks, len(doc)]):
        start, end = before + 1, after
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start < end:
            yield start, end


def _without(one: Attribution, lines: Stretches, more: dict[int, list[Span]]) -> Attribution:
    """An attribution without the lines of the turns. What a turn's own attribution has below its
    line goes to `more`, by the turn's number."""
    content = lines.outside(one.content)
    turn = lines.touched([*one.cue, *one.source])
    if turn is not None:
        end = lines.places[turn][1]
        more.setdefault(turn, []).extend(span for span in content if span.start >= end)
        content = []
    if len(content) == len(one.content):
        return one
    return replace(one, content=content)
