"""On which day it was said: the date words beside a cue, resolved by the article's date.

Only words that belong to the act of saying count: in the cue, next to it or between it and its
source ("said Saturday", "on Wednesday told reporters"), in the scene set before them in the same
sentence ("Speaking at a meeting on Wednesday, …"), or in one of the scenes of `scenes.py`. What is
said never counts, nor does a clause about something else ("after troops moved in on Friday"). In
doubt there is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.context import context_of
from quotes.pipeline.dates.datewords import DATE, HINT, later, resolve
from quotes.pipeline.dates.scenes import Scenes
from quotes.pipeline.near import sentence_near

_DAY_AFTER = re.compile(r"\b(?:a|the|one)\s+day\s+after\s+(?:on\s+)?$", re.I)
_NOT_BEFORE = re.compile(
    r"\b(?:next|every|each|by|until|till|since|from|before|after|for|the|a|an|of|between|through"
    r"|than|coming|following|to|previous|mail\s+on|black|bloody|good|super|easter|palm|ash)\s+$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:last|next)\s+(?:week|month|year)"
    r"|\s+(?:Times|Telegraph|Herald|Mirror|Mail|Post|Express|People|Review|Star|World|Sun|Business"
    r"|Independent|Tribune|Journal|Night|Morning)\b|\s+(?:programme|program|show)\b"
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w*['’]?s?\s+$")
_OTHER_CLAUSE = re.compile(
    r"\b(?:after|before|since|until|till|when|who|whom|whose|which|that|where|while|because"
    r"|following|if|once|as)\b",
    re.I,
)
_OTHER_SENTENCE = re.compile(r"[;:]|\b(?:and|but)\b")
_FUTURE = frozenset(("will", "would", "shall", "may", "might", "could", "should", "to", "'ll"))
_OF_SAYING = re.compile(
    r"said|told|spoke|asked|wrote|written|published|released|issued|posted|broadcast|aired|held"
    r"|recorded|dated|televised|quoted|made|called|added|given|gave"
)
_FINITE = frozenset(["VBD", "VBN", "VBP", "VBZ"])
_END_OF_LINE = frozenset(".!?…\"”’'»):")
_LONG_LINE = 40
"""A line with so many tokens on one side is no headline."""

_STRETCH = 64
"""Tokens of a text for which the contents that touch them are looked up together."""


def _sentence(doc: Doc, index: int) -> Span:
    """The sentence of a token, else its line; cut where it is very long."""
    known = doc.has_annotation("SENT_START")
    return sentence_near(doc, index, 2 * _LONG_LINE) if known else _line(doc, index)


def _line(doc: Doc, index: int) -> Span:
    """The tokens around this one that lie between two newlines, cut where the line is long."""
    start, end = index, index + 1
    while start > max(0, index - _LONG_LINE) and "\n" not in doc[start - 1].text:
        start -= 1
    while end < min(len(doc), index + _LONG_LINE) and "\n" not in doc[end].text:
        end += 1
    return doc[start:end]


def _is_headline(doc: Doc, index: int) -> bool:
    """True if a token stands in a line that is a heading: short with no final mark, #, or title."""
    line = _line(doc, index)
    title = context_of(doc).title
    text, bare = line.text.strip(), line.text.strip("#* \n")
    if text.startswith("#") or (title and bare == title):
        return True
    return len(line) < _LONG_LINE and bare[-1:] not in _END_OF_LINE


def _tokens(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


class _Words:
    """Which tokens of a Doc are content, and of whom, and which are a cue or source."""

    def __init__(self, found: list[Attribution]) -> None:
        self.found = found

    @cached_property
    def content(self) -> dict[int, list[tuple[Span, str]]]:
        """The contents, with the ids of their attributions, by the stretches of tokens that they
        touch: stretch n has the tokens from n * _STRETCH on."""
        content: dict[int, list[tuple[Span, str]]] = {}
        for one in self.found:
            for span in one.content:
                for stretch in range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1):
                    content.setdefault(stretch, []).append((span, one.id))
        return content

    def said_in(self, i: int) -> set[str]:
        """The ids of the attributions in whose content a token stands."""
        near = self.content.get(i // _STRETCH, ())
        return {id for span, id in near if span.start <= i < span.end}

    @cached_property
    def named(self) -> set[int]:
        """The tokens of cues and sources."""
        return {i for one in self.found for i in _tokens((*one.cue, *one.source))}

    def walls(self, one: Attribution, sent: Span) -> set[int]:
        """The tokens that end the reach of a cue: what is said, and who says something else."""
        own = _tokens(one.cue) | _tokens(one.source)
        around = {id for i in own for id in self.said_in(i)} - {one.id}
        return {
            i
            for i in range(sent.start, sent.end)
            if i not in own and (i in self.named or self.said_in(i) - around)
        }


def _reaches(one: Attribution, sent: Span, walls: Set[int]) -> Iterator[tuple[Span, bool]]:
    """Stretches of the sentence that may tell the day, best first, and whether each lies before.

    They go from each cue and source of the sentence forward to a wall, then back to one.
    """
    inside = [s for s in (*one.cue, *one.source) if sent.start <= s.start and s.end <= sent.end]
    for span in inside:
        end = span.end
        while end < sent.end and end not in walls:
            end += 1
        yield sent.doc[span.end : end], False
    for span in inside:
        start = span.start
        while start > sent.start and start - 1 not in walls:
            start -= 1
        yield sent.doc[start : span.start], True


def _other_verb(reach: Span, start: int, end: int, own: Set[int]) -> bool:
    """True if a verb that is not about saying stands between two characters of the text."""
    return any(
        token.tag_ in _FINITE and token.i not in own and not _OF_SAYING.fullmatch(token.lower_)
        for token in reach
        if start <= token.idx < end
    )


def _fits(reach: Span, match: re.Match[str], back: bool, own: Set[int]) -> bool:
    """True if date words found in a stretch belong to the act of saying."""
    text, base = reach.text, reach.start_char
    before, after = text[: match.start()], text[match.end() :]
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
        return False
    if match[0] in ("Today", "Tonight") and _NAME_BEFORE.search(before):
        return False  # USA Today
    if back and _OTHER_SENTENCE.search(after):
        return False
    clause = before.rfind(",") + 1 if back else 0
    if _OTHER_CLAUSE.search(before, clause):
        return False
    return not _other_verb(reach, base + clause, base + match.start(), own)


def _date_in(reach: Span, back: bool, own: Set[int], today: dt.date | None) -> dt.date | None:
    """The day that a stretch names: the first date words after the cue, the last ones before."""
    matches = list(DATE.finditer(reach.text))
    for match in reversed(matches) if back else matches:
        inside = reach.char_span(match.start(), match.end(), alignment_mode="expand")
        if inside is None or own & set(range(inside.start, inside.end)):
            continue
        following = _DAY_AFTER.search(reach.text, 0, match.start())
        if following:
            date = resolve(match, today)
            return later(date, 1) if date else None
        if _fits(reach, match, back, own):
            return resolve(match, today)
    return None


def _is_future(doc: Doc, one: Attribution) -> bool:
    """True if the cue tells of something still to be said ("will announce on Monday")."""
    first = one.cue[0].start
    return any(token.lower_ in _FUTURE for token in doc[max(0, first - 2) : first])


def _said_on(doc: Doc, one: Attribution, words: _Words) -> dt.date | None:
    today = context_of(doc).date
    sent = _sentence(doc, one.cue[0].start)
    if not HINT.search(sent.text):
        return None
    own = _tokens(one.cue) | _tokens(one.source)
    for span in one.cue:  # "called Saturday for", "reported Monday"
        match = DATE.search(span.text)
        if match and not _NOT_BEFORE.search(span.text[: match.start()]):
            return resolve(match, today)
    for reach, back in _reaches(one, sent, words.walls(one, sent)):
        date = _date_in(reach, back, own, today)
        if date:
            return date
    return None


def add_dates(doc: Doc) -> Doc:
    """Give every attribution the day on which it was said; None where no day is told.

    Bare weekdays, "yesterday" and days without a year need the date of
    the context; without it only full dates are resolved. Attributions that share
    the same words as their source ("Ames said Monday that …, adding that …") share the day.
    """
    found = attributions(doc)
    words, scenes = _Words(found), Scenes(doc)
    by_source: dict[tuple[int, ...], dt.date] = {}
    for one in found:
        one.said_on = None
        if not one.cue:
            continue
        date = _said_on(doc, one, words)
        source = tuple(sorted(_tokens(one.source)))
        said_on = date or by_source.get(source) or scenes.day(one)
        if not said_on or _is_headline(doc, one.cue[0].start) or _is_future(doc, one):
            continue
        one.said_on = said_on
        if date:
            scenes.told(one)
        if source:
            by_source[source] = said_on
    return doc
