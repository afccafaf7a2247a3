"""The attributions of a Doc: one list of them that the steps pass on, written to the Doc once.

While the steps run the list lies in `doc.user_data`; `write_attributions`, the last of them, writes
it as three span groups whose members share one id per attribution:

    doc.spans["quotes"]    the pieces of the contents
    doc.spans["cues"]      the words that say that it was said
    doc.spans["sources"]   the words that name who

What is known of an attribution as a whole stands in `doc.spans["quotes"].attrs["attributions"]`,
a dict from id to a dict of plain values, so that it survives `Doc.to_bytes`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from spacy.tokens import Doc, Span

from quotes.records import Act, Factuality, Kind, Speaker

Origin = Literal["model", "layout"]

CONTENT, CUE, SOURCE = "quotes", "cues", "sources"
LABELS = {CONTENT: "CONTENT", CUE: "CUE", SOURCE: "SOURCE"}
RULED = 0.9
"""The confidence of what a form of print tells (a signature, a label), which no model judges."""

_FOUND = "quotes_found"
MEANT = "quotes_meant"
"""The key in `doc.user_data` of what the model says of who is meant (quotes.pipeline.meant); the
last step takes it out."""


@dataclass(slots=True)
class Attribution:
    """One source said one content; what a step finds out of it is written into it.

    id            within the Doc
    content, cue, source   their spans, in text order; the last two may be empty
    origin        who found it: the model, or a form of print, such as the turns of a transcript
    antecedent    the name that the source means, where a form of print tells it; not kept
    confidence    0..1: how probable it is that it is one, and its source is right
    said_on       the day
    See `quotes.records.Quote` for the others.
    """

    id: str
    content: list[Span]
    cue: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    origin: Origin = "model"
    kind: Kind = "indirect"
    act: Act = "speech"
    factuality: Factuality = "factual"
    confidence: float = 1.0
    speaker: Speaker | None = None
    role: str | None = None
    affiliation: str | None = None
    office: str | None = None
    via: str | None = None
    said_on: dt.date | None = None
    antecedent: Span | None = None

    def __post_init__(self) -> None:
        self.content, self.cue, self.source = map(_in_order, (self.content, self.cue, self.source))


def _in_order(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: span.start)


_SPANS = ("content", "cue", "source")
_VALUES = [one.name for one in fields(Attribution) if one.name not in ("id", "antecedent", *_SPANS)]


def attributions(doc: Doc) -> list[Attribution]:
    """All attributions of a Doc, in the order of their first content."""
    found = doc.user_data.get(_FOUND)
    return sorted(
        _read(doc) if found is None else found,
        key=lambda one: (one.content[0].start, one.content[-1].end),
    )


def first_token(one: Attribution) -> int:
    """The first token of all that is said and of who says it."""
    return min(span.start for span in (*one.content, *one.cue, *one.source))


def set_attributions(doc: Doc, found: Iterable[Attribution]) -> None:
    """These are all that there are; those without a content are left out."""
    doc.user_data[_FOUND] = [one for one in found if one.content]


def write_attributions(doc: Doc) -> Doc:
    """Write the list to the Doc's span groups, in place of what is in them."""
    found = attributions(doc)
    doc.user_data.pop(_FOUND, None)
    doc.user_data.pop(MEANT, None)
    for group, label in LABELS.items():
        doc.spans[group] = [
            Span(doc, span.start, span.end, label=label, span_id=one.id)
            for one in found
            for span in _parts(one)[group]
        ]
    speakers = {one.speaker: one.speaker.model_dump() for one in found if one.speaker}
    doc.spans[CONTENT].attrs["attributions"] = {one.id: _plain(one, speakers) for one in found}
    return doc


def _of(span: Span) -> Attribution | None:
    return next((one for one in attributions(span.doc) if one.id == span.id_), None)


if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", getter=attributions)
    Span.set_extension("attribution", getter=_of)


def _parts(one: Attribution) -> dict[str, list[Span]]:
    return {CONTENT: one.content, CUE: one.cue, SOURCE: one.source}


def _plain(one: Attribution, speakers: dict[Speaker, dict[str, Any]]) -> dict[str, Any]:
    """Plain values; `speakers`: each in plain values, one dict however often they speak."""
    values = {name: getattr(one, name) for name in _VALUES}
    return values | {
        "speaker": speakers[one.speaker] if one.speaker else None,
        "said_on": one.said_on and one.said_on.isoformat(),
    }


def _read(doc: Doc) -> list[Attribution]:
    """The attributions of a Doc whose steps have run, or that comes from `Doc.from_bytes`, built
    anew from its span groups; [] where it has none."""
    if CONTENT not in doc.spans:
        return []
    found = {}
    speakers: dict[tuple[Any, ...], Speaker] = {}  # one record of each, however often they speak
    for id, values in doc.spans[CONTENT].attrs["attributions"].items():
        speaker, day = values["speaker"], values["said_on"]
        known = {
            "speaker": speaker and speakers.setdefault(tuple(speaker.values()), Speaker(**speaker)),
            "said_on": day and dt.date.fromisoformat(day),
        }
        found[id] = Attribution(id, [], **{**values, **known})
    for group in LABELS:
        for span in doc.spans[group]:
            _parts(found[span.id_])[group].append(span)
    return list(found.values())


class Stretches:
    """Stretches of tokens [start, end) in text order, none of which overlap."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self.places = list(places)
        self._ends = [end for _, end in self.places]

    def touched(self, spans: Iterable[Span]) -> int | None:
        """The number of the first stretch that shares a token with one of the spans, or None."""
        for span in spans:
            number = bisect_right(self._ends, span.start)
            if number < len(self.places) and self.places[number][0] < span.end:
                return number
        return None

    def outside(self, spans: Iterable[Span]) -> list[Span]:
        """The spans that share no token with any stretch."""
        return [span for span in spans if self.touched([span]) is None]
