"""Transcripts: lines that begin with who speaks and a colon ("SMITH: We won't.").

A line by itself proves nothing ("UPDATE: roads are open"), nor do several ("LONDON: … PARIS: …").
Talk has turns: somebody speaks again after another one has spoken; and most of those who speak are
people by name or by what they do (HOST). The colon is the cue. A turn is direct speech even
without quotation marks: it is in its speaker's own words. It goes on in the paragraphs without a
label up to the next turn that open with a mark or say "I", "we" or "you", and where the model says
so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    RULED,
    Attribution,
    Stretches,
    attributions,
    set_attributions,
)
from quotes.pipeline.speakers.page import PERSON_LABELS
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS

LONGEST_LABEL = 6  # words
FEWEST_TURNS, FEWEST_SPEAKERS = 3, 2
NEAR = 3  # lines from one turn to the next that are no talk
PERSONS = frozenset(["i", "me", "my", "we", "us", "our", "you", "your", "i'm", "we're", "you're"])
TALKERS = frozenset(
    [
        "host", "moderator", "anchor", "reporter", "interviewer", "interviewee", "journalist",
        "caller", "question", "questioner", "answer", "audience", "voice", "narrator", "guest",
        "presenter",
    ]
)  # fmt: skip
ENDS = frozenset('.?!…”"')


class Turn(NamedTuple):
    """One line of a transcript, in tokens: its number, its label, its colon and what is said, on
    the line and on those after it."""

    line: int
    label: Span
    body: Span
    rest: list[Span]

    @property
    def colon(self) -> int:
        return self.label.end


def read_transcripts(doc: Doc) -> Doc:
    """Make an attribution of every turn of every transcript in the text."""
    turns = list(_turns(doc))
    if not turns:
        return doc
    lines = Stretches((turn.label.start, [turn.body, *turn.rest][-1].end) for turn in turns)
    more: dict[int, list[Span]] = {}
    others = [_without(one, lines, more) for one in attributions(doc)]
    said = [
        Attribution(
            f"turn-{number}",
            [turn.body, *turn.rest, *more.get(number, ())],
            [Span(doc, turn.colon, turn.colon + 1)],
            [turn.label],
            origin="layout",
            kind="direct",
            confidence=RULED,
        )
        for number, turn in enumerate(turns)
    ]
    set_attributions(doc, [*others, *said])
    return doc


def _turns(doc: Doc) -> Iterator[Turn]:
    """The labelled lines that stand together and look like talk."""
    people, lines = _people(doc), list(_lines(doc))
    talk = [_is_talk(doc[start:end]) for start, end in lines]
    region: list[Turn] = []
    for turn in _labelled(doc, lines):
        if region and talk[region[-1].line + 1 : turn.line].count(False) >= NEAR:
            yield from _talk(region, people)
            region = []
        if region:
            region[-1].rest.extend(_going_on(doc, lines, talk, region[-1].line, turn.line))
        region.append(turn)
    yield from _talk(region, people)


def _is_talk(line: Span) -> bool:
    return line[0].is_quote or any(token.lower_ in PERSONS for token in line)


def _going_on(
    doc: Doc, lines: list[tuple[int, int]], talk: list[bool], turn: int, following: int
) -> Iterator[Span]:
    """The lines of talk right after a turn, and before the next one."""
    for number in range(turn + 1, following):
        start, end = lines[number]
        if doc[start].text in ("(", "[") or (doc[start].is_quote and doc[start + 1].text == "("):
            continue  # "(Laughter)"
        if not talk[number]:
            break
        yield doc[start:end]


def _talk(region: list[Turn], people: frozenset[str]) -> list[Turn]:
    labels = [turn.label.text.casefold() for turn in region]
    speakers = set(labels)
    known = [label for label in speakers if people.issuperset(label.split()[-1:])]
    sentences = [turn for turn in region if _is_sentence(turn.body)]
    turns = len(region) >= FEWEST_TURNS and FEWEST_SPEAKERS <= len(speakers) < len(labels)
    return region if turns and 2 * len(known) >= len(speakers) <= 2 * len(sentences) else []


def _people(doc: Doc) -> frozenset[str]:
    """Last words that may label a turn: of the people that the text names, and what people are."""
    last = (entity[-1].text for entity in doc.ents if entity.label_ in PERSON_LABELS)
    return TALKERS | ROLE_HEADS | frozenset(word.casefold() for word in last)


def _is_sentence(body: Span) -> bool:
    verbs = any(token.tag_.startswith(("VB", "MD")) for token in body)
    return verbs and body[-1].text[-1] in ENDS


def _labelled(doc: Doc, lines: list[tuple[int, int]]) -> Iterator[Turn]:
    names = {entity.end for entity in doc.ents if entity.label_ in PERSON_LABELS}
    for number, (start, end) in enumerate(lines):
        if doc[start].is_quote:
            start += 1
        stop = min(end, start + LONGEST_LABEL + 1)
        colon = next((i for i in range(start, stop) if doc[i].text == ":"), None)
        if colon is None or not start < colon < end - 1:
            continue
        label = doc[start:colon]
        named = colon in names and all(token.text[0].isupper() for token in label)
        if named or _is_capitals(label):
            yield Turn(number, label, doc[colon + 1 : end], [])


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
