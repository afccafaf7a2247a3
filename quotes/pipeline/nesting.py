"""Attributions inside attributions: the one who said it is the source, not who passed it on.

The model takes the outer one of two ("Ann Lee said it rains, Interfax reported"; "Interfax quoted
Ann Lee as saying") for the whole. Where the outer source is a medium or a body, and a speaker with
a verb of speech stands inside, the inner one becomes the attribution's source and cue; the outer
one is then found again as its via.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions, replace_spans
from quotes.pipeline.attributions.acts import word_act
from quotes.pipeline.attributions.kinds import kind_of
from quotes.pipeline.marks import MARKS
from quotes.pipeline.speakers.page import PERSON_LABELS
from quotes.pipeline.via import QUOTED, REPORTED, is_carrier, sentence_around, subject_before

FINITE = frozenset(["VBD", "VBZ", "VBP"])
HELPERS = frozenset(["has", "have", "had", "also", "later", "then", "earlier", "reportedly"])
LONGEST_LEAD = 20  # words of a content that may turn out to be the inner source and cue
LONGEST_NAME = 12  # words between "quoted" and "as saying"


class Inner(NamedTuple):
    """Tokens: the inner source [first, last), its cue's pieces, and where its content begins."""

    first: int
    last: int
    cue: tuple[tuple[int, int], ...]
    begin: int | None = None


def unnest(doc: Doc) -> None:
    """Turn every attribution to somebody who passed it on into one to the inner source."""
    for one in attributions(doc):
        if one.source and one.cue and is_carrier(doc, one.source[0].start, one.source[0].end):
            inner = _quoted_as(doc, one) or _told(doc, one)
            if inner:
                _rewrite(doc, one, inner)


def _quoted_as(doc: Doc, one: Attribution) -> Inner | None:
    """ "Interfax quoted Ann Lee as saying": the words between "quoted" and "as"."""
    verb = next((t.i for t in one.cue[0] if t.lower_ in QUOTED), None)
    if verb is None:
        return None
    for i in range(verb + 2, min(verb + LONGEST_NAME, len(doc) - 1)):
        if doc[i].lower_ == "as" and doc[i + 1].tag_ == "VBG":
            return Inner(verb + 1, i, ((verb, verb + 1), (i, i + 2)))
        if doc[i].is_punct and doc[i].text not in ("-", "'", "’"):
            return None
    return None


def _told(doc: Doc, one: Attribution) -> Inner | None:
    """A subject with a verb of speech, before the content, inside its start, or between pieces."""
    cue = one.cue[0]
    if cue[0].lower_ != "according" and not any(t.lower_ in REPORTED for t in cue):
        return None
    first, last = one.content[0].start, one.content[-1].end
    start, end = sentence_around(doc, min(first, cue.start), max(last, cue.end) - 1)
    outer = {t.i for span in (*one.cue, *one.source) for t in span}
    quoted = {i for span in doc.spans[MARKS] for i in range(span.start, span.end)}
    content = {t.i: n for span in one.content for n, t in enumerate(span)}
    for i in range(start, end):
        token = doc[i]
        if i in outer or i in quoted or content.get(i, 0) > LONGEST_LEAD:
            continue
        if token.tag_ in FINITE and word_act(token.lower_) == "speech":
            begin = _subject_start(doc, i, start)
            if begin is not None and not outer & set(range(begin, i)):
                stop = _before_helpers(doc, i, begin)
                return Inner(begin, stop, ((stop, i + 1),), i + 1 if i in content else None)
    return None


def _subject_start(doc: Doc, verb: int, start: int) -> int | None:
    """Where the subject of a verb begins; None where there is none before it."""
    stop = _before_helpers(doc, verb, start)
    if stop > start and doc[stop - 1].tag_ in ("PRP", "WP"):
        return stop - 1
    first = subject_before(doc, stop, start)
    if first > start and doc[first - 1].tag_ == "IN":  # "During the talks Ann Lee said"
        while first < stop and doc[first].ent_type_ not in PERSON_LABELS:
            first += 1
    return first if any(t.tag_.startswith("NN") for t in doc[first:stop]) else None


def _before_helpers(doc: Doc, verb: int, start: int) -> int:
    while verb > start and doc[verb - 1].lower_ in HELPERS:
        verb -= 1
    return verb


def _rewrite(doc: Doc, one: Attribution, inner: Inner) -> None:
    """The content loses the inner source and cue, and what stands before them in its piece."""
    content = []
    for span in one.content:
        inside = inner.begin is not None and span.start <= inner.begin <= span.end
        begin = inner.begin if inside and inner.begin is not None else span.start
        if begin < span.end and not (inner.first <= begin and span.end <= inner.cue[-1][1]):
            content.append(Span(doc, begin, span.end))
    if content:
        cue = [Span(doc, start, end) for start, end in inner.cue]
        source = [Span(doc, inner.first, inner.last)]
        marks = [(span.start, span.end) for span in doc.spans[MARKS]]
        kind = kind_of([(span.start, span.end) for span in content], marks)
        replace_spans(doc, one.id, content, cue, source, kind=kind)
