"""Attributions inside attributions: the one who said it is the source, not who passed it on.

The model takes the outer one of two ("Ann Lee said it rains, Interfax reported"; "Interfax quoted
Ann Lee as saying") for the whole. Where the outer source is a medium or a body, and a speaker with
a verb of speech stands inside, the inner one becomes the attribution's source and cue; the outer
one is then found again as its via.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions, set_attributions
from quotes.pipeline.attributions.acts import word_act
from quotes.pipeline.attributions.boundaries import LOOSE, TIMES
from quotes.pipeline.attributions.kinds import kind_of
from quotes.pipeline.attributions.text import acting, without_hearer
from quotes.pipeline.attributions.via import (
    CITING,
    QUOTED,
    REPORTED,
    STOPS,
    is_carrier,
    sentence_around,
    subject_before,
)
from quotes.pipeline.layout.marks import outermost
from quotes.pipeline.speakers.page import PERSON_LABELS

FINITE = frozenset(["VBD", "VBZ", "VBP"])
HELPERS = frozenset(["has", "have", "had", "also", "later", "then", "earlier", "reportedly"])
SAYING = frozenset(["said", "says", "say"])
"""Verbs of those who speak for themselves, too: a ministry that says something, citing a report."""
LONGEST_LEAD = 20  # words of a content that may turn out to be the inner source and cue
LONGEST_TAIL = 5  # words from the verb to the content
LONGEST_NAME = 12  # words between "quoted" and "as saying"


class Inner(NamedTuple):
    """Tokens: the inner source [first, last), its cue's pieces, and where its content begins."""

    first: int
    last: int
    cue: tuple[tuple[int, int], ...]
    begin: int | None = None


def unnest(doc: Doc) -> Doc:
    """Turn every attribution to somebody who passed it on into one to the inner source."""
    marks = outermost(doc)
    found = {one.id: one for one in attributions(doc)}
    alone = [(one.content[0].start, one.id) for one in found.values() if not one.cue]
    named: set[int] = set()
    cues = {token.i for one in found.values() for span in one.cue for token in span}
    for one in list(found.values()):
        inner: Inner | None = None
        if not one.cue:
            inner = _led_up_to(doc, one)
        elif one.source and is_carrier(doc, one.source[0].start, one.source[0].end):
            inner = _quoted_as(doc, one) or _citing(doc, one) or _told(doc, one, marks, cues)
        if inner:
            _rewrite(doc, found, alone, one, inner, marks)
            named.update(range(inner.first, inner.last), *(range(*piece) for piece in inner.cue))
    if named:
        set_attributions(doc, [_without_named(one, named) for one in found.values()])
    return doc


def _quoted_as(doc: Doc, one: Attribution) -> Inner | None:
    """ "Interfax quoted Ann Lee as saying": the words between "quoted" and "as"."""
    verb = next((t.i for t in one.cue[0] if t.lower_ in QUOTED), None)
    if verb is None:
        return None
    for i in range(verb + 2, min(verb + LONGEST_NAME, len(doc) - 1)):
        if doc[i].lower_ == "as" and doc[i + 1].tag_ == "VBG":
            labelled = any(span.start <= i + 1 < span.end for span in one.content)
            cue = ((verb, verb + 1), (i, i + 2))
            return Inner(verb + 1, i, cue, i + 2 if labelled else None)
        if doc[i].is_punct and doc[i].text not in ("-", "'", "’"):
            return None
    return None


def _citing(doc: Doc, one: Attribution) -> Inner | None:
    """ "Radio Blue reported, citing Ann Lee": the words after "citing"."""
    if not any(t.lower_ in REPORTED - SAYING for span in one.cue for t in span):
        return None
    own = {t.i for span in one.content for t in span}
    start, end = sentence_around(doc, one.cue[0].start, one.cue[-1].end - 1)
    for i in range(start + 1, end - 1):
        theirs = doc[i + 1].tag_ == "PRP$"  # "citing its own data"
        if doc[i].lower_ in CITING and doc[i - 1].text == "," and i not in own and not theirs:
            stop = i + 1
            while stop < end and doc[stop].text not in STOPS and stop not in own:
                stop += 1
            return Inner(i + 1, stop, ((i, i + 1),)) if stop > i + 1 else None
    return None


def _told(doc: Doc, one: Attribution, marks: list[tuple[int, int]], cues: set[int]) -> Inner | None:
    """A subject with a verb of speech, before the content, inside its start, or between pieces;
    not one that is the cue of another attribution."""
    cue = one.cue[0]
    if cue[0].lower_ != "according" and not any(t.lower_ in REPORTED for t in cue):
        return None
    first, last = one.content[0].start, one.content[-1].end
    start, end = sentence_around(doc, min(first, cue.start), max(last, cue.end) - 1)
    outer = {t.i for span in (*one.cue, *one.source) for t in span}
    quoted = set(_quoted(marks, start, end))
    content: dict[int, int] = {}  # of each word without marks how many of its piece are before it
    for span in one.content:
        bare = (i for i in range(span.start, span.end) if i not in quoted)
        content.update({i: n for n, i in enumerate(bare)})
    for i in range(start, end):
        token = doc[i]
        if i in cues or i in outer or i in quoted or content.get(i, 0) > LONGEST_LEAD:
            continue
        if token.tag_ in FINITE and word_act(token.lower_) == "speech":
            subject = _subject(doc, i, start)
            if subject is None or _is_relative(doc, subject[0]):
                continue
            if not outer & set(range(*subject)):
                verb = _before_helpers(doc, i, subject[1])
                return Inner(*subject, ((verb, i + 1),), i + 1 if i in content else None)
    return None


def _quoted(marks: list[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    """The tokens `start` to `end` that stand in quotation marks."""
    for number in range(bisect_right(marks, start, key=lambda mark: mark[1]), len(marks)):
        if marks[number][0] >= end:
            break
        yield from range(max(start, marks[number][0]), min(end, marks[number][1]))


def _is_relative(doc: Doc, begin: int) -> bool:
    """True if the subject opens a clause about the noun before it: "people who say", "the plan he
    announced", "what he wrote"."""
    if doc[begin].tag_ == "WP":
        return True
    before = doc[begin - 1].tag_ if begin else ""
    return doc[begin].tag_ == "PRP" and before.startswith(("NN", "W"))


def _led_up_to(doc: Doc, one: Attribution) -> Inner | None:
    """A subject and a verb of speech right before a content without a cue: "Ann Lee said"."""
    first = one.content[0].start
    start, _ = sentence_around(doc, first, first)
    for i in range(first - 1, max(start, first - LONGEST_TAIL) - 1, -1):
        if doc[i].is_punct and doc[i].text not in (":", ","):
            return None
        if doc[i].tag_ in FINITE:
            subject = _subject(doc, i, start) if word_act(doc[i].lower_) == "speech" else None
            if subject is None:
                return None
            return Inner(*subject, ((_before_helpers(doc, i, subject[1]), i + 1),))
    return None


def _without_named(one: Attribution, named: set[int]) -> Attribution:
    """Without what was taken for a content and is the source and cue of what was found here."""
    content = [span for span in one.content if not named.issuperset(range(span.start, span.end))]
    return replace(one, content=content)


def _subject(doc: Doc, verb: int, start: int) -> tuple[int, int] | None:
    """The tokens of the subject of a verb, in the sentence that begins at `start`; None where there
    is none before it."""
    stop = _before_helpers(doc, verb, start)
    if stop > start and doc[stop - 1].tag_ in ("PRP", "WP"):
        return stop - 1, stop
    if stop > start and doc[stop - 1].tag_ == "CC":
        return acting(doc, start, stop)  # "Ann Lee opened the bridge and said"
    first = subject_before(doc, stop, start)
    if first > start and doc[first - 1].tag_ == "IN":  # "During the talks Ann Lee said"
        while first < stop and doc[first].ent_type_ not in PERSON_LABELS:
            first += 1
    return (first, stop) if any(t.tag_.startswith("NN") for t in doc[first:stop]) else None


def _before_helpers(doc: Doc, verb: int, start: int) -> int:
    while verb > start and doc[verb - 1].lower_ in HELPERS:
        verb -= 1
    return verb


def _rewrite(
    doc: Doc,
    found: dict[str, Attribution],
    alone: list[tuple[int, str]],
    one: Attribution,
    inner: Inner,
    marks: list[tuple[int, int]],
) -> None:
    """Give the attribution the inner source and cue.

    Where nothing but a time is left of its content behind them, it is what stands before them ("It
    rained, Ann Lee said on Friday, according to …"); where nothing stands there, they are those of
    a content without a cue that stands before them in the sentence ("Ann Lee said the same day,
    according to …"). `alone`: where the contents that had no cue begin, and whose they are.
    """
    content = _without(doc, one.content, inner)
    if _is_only_when(content):
        content = _ahead(doc, one.content, inner)
    if _is_only_when(content):
        other = _alone_before(doc, found, alone, inner)
        if other is None:
            return
        found[one.id] = replace(one, content=[])
        one, content = other, other.content
    cue = [Span(doc, start, end) for start, end in inner.cue]
    kind = kind_of([(span.start, span.end) for span in content], marks)
    source = [Span(doc, inner.first, inner.last)]
    found[one.id] = replace(one, content=content, cue=cue, source=source, kind=kind)


def _is_only_when(content: list[Span]) -> bool:
    return all(t.lower_ in TIMES | LOOSE or t.is_punct for span in content for t in span)


def _ahead(doc: Doc, content: list[Span], inner: Inner) -> list[Span]:
    """The parts of a content's spans before the source that stands in it (`inner.first`), each
    without a comma at its end; an empty list where there are none."""
    out = []
    for span in content:
        end = min(span.end, inner.first)
        while end > span.start and doc[end - 1].text == ",":
            end -= 1
        if end > span.start:
            out.append(Span(doc, span.start, end))
    return out


def _alone_before(
    doc: Doc, found: dict[str, Attribution], alone: list[tuple[int, str]], inner: Inner
) -> Attribution | None:
    """The attribution without a cue whose content stands before the inner source, in its
    sentence."""
    start, _ = sentence_around(doc, inner.first, inner.first)
    near = slice(bisect_left(alone, (start, "")), bisect_left(alone, (inner.first, "")))
    ones = (found[id] for _, id in alone[near])
    return next(
        (one for one in ones if one.content and not one.cue and one.content[-1].end <= inner.first),
        None,
    )


def _without(doc: Doc, content: list[Span], inner: Inner) -> list[Span]:
    """The content without the inner source and cue, and what stands beyond them in its piece."""
    out = []
    for span in content:
        begin, end = span.start, span.end
        if inner.begin is not None and begin <= inner.begin <= end:
            if inner.begin < end:
                cue = [Span(doc, *inner.cue[-1])]
                begin, _ = without_hearer(doc, cue, (inner.begin, end))
            else:
                end = inner.first
        if begin < end and not (inner.first <= begin and end <= inner.cue[-1][1]):
            out.append(Span(doc, begin, end))
    return out
