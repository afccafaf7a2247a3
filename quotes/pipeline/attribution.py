"""How attributions lie on a Doc: three span groups whose members share one id per attribution.

    doc.spans["quotes"]    the pieces of the contents
    doc.spans["cues"]      the words that say that it was said
    doc.spans["sources"]   the words that name who

What is known of an attribution as a whole stands in `doc.spans["quotes"].attrs["attributions"]`,
a dict from id to a dict of plain values, so that it survives `Doc.to_bytes`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

CONTENT, CUE, SOURCE = "quotes", "cues", "sources"
GROUPS = (CONTENT, CUE, SOURCE)
RULED = 0.9
"""The confidence of what a form of print tells (a signature, a label), which no model judges."""

LABELS = {CONTENT: "CONTENT", CUE: "CUE", SOURCE: "SOURCE"}


@dataclass(frozen=True)
class Attribution:
    """One attribution of a Doc: its spans in text order, and its attrs, which may be changed in
    place; other spans are written by `set_attributions`."""

    id: str
    content: list[Span]
    cue: list[Span]
    source: list[Span]
    attrs: dict[str, Any]


def clear_attributions(doc: Doc) -> None:
    """Leave the three groups there and empty."""
    for group in GROUPS:
        doc.spans[group] = []
    doc.spans[CONTENT].attrs["attributions"] = {}


def add_attribution(
    doc: Doc,
    id: str,
    content: Iterable[Span],
    cue: Iterable[Span] = (),
    source: Iterable[Span] = (),
    **attrs: Any,
) -> None:
    """Write one attribution to the Doc. The groups are made where they are missing."""
    if CONTENT not in doc.spans:
        clear_attributions(doc)
    for group, spans in ((CONTENT, content), (CUE, cue), (SOURCE, source)):
        written = doc.spans[group]
        for span in _labelled(doc, id, group, spans):
            written.append(span)  # `extend` would move all that is there, each time
    values = {"kind": "indirect", "act": "speech", "confidence": 1.0, "via": None, **attrs}
    doc.spans[CONTENT].attrs["attributions"][id] = values


def _labelled(doc: Doc, id: str, group: str, spans: Iterable[Span]) -> list[Span]:
    return [
        Span(doc, span.start, span.end, label=LABELS[group], span_id=id)
        for span in sorted(spans, key=lambda span: span.start)
    ]


def set_attributions(doc: Doc, found: Iterable[Attribution]) -> None:
    """Write these in place of all that are there; those without a content are left out.

    A component that changes many reads them once, changes them, and writes them once: every
    writing builds the groups anew.
    """
    clear_attributions(doc)
    for one in found:
        if one.content:
            add_attribution(doc, one.id, one.content, one.cue, one.source, **one.attrs)


def attributions(doc: Doc) -> list[Attribution]:
    """All attributions of a Doc, in the order of their first content."""
    if CONTENT not in doc.spans:
        return []
    attrs = doc.spans[CONTENT].attrs["attributions"]
    parts: dict[str, dict[str, list[Span]]] = {id: {g: [] for g in GROUPS} for id in attrs}
    for group in GROUPS:
        for span in doc.spans[group]:
            parts[span.id_][group].append(span)
    found = [
        Attribution(id, spans[CONTENT], spans[CUE], spans[SOURCE], attrs[id])
        for id, spans in parts.items()
    ]
    return sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end))


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
