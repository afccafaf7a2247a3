"""How attributions lie on a Doc: three span groups whose members share one id per attribution.

    doc.spans["quotes"]    the pieces of the contents
    doc.spans["cues"]      the words that say that it was said
    doc.spans["sources"]   the words that name who

What is known of an attribution as a whole stands in `doc.spans["quotes"].attrs["attributions"]`,
a dict from id to a dict of plain values, so that it survives `Doc.to_bytes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

CONTENT, CUE, SOURCE = "quotes", "cues", "sources"
GROUPS = (CONTENT, CUE, SOURCE)
LABELS = {CONTENT: "CONTENT", CUE: "CUE", SOURCE: "SOURCE"}


@dataclass(frozen=True)
class Attribution:
    """A view on one attribution of a Doc: its spans in text order, and its changeable attrs."""

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
        for span in sorted(spans, key=lambda s: s.start):
            doc.spans[group].append(
                Span(doc, span.start, span.end, label=LABELS[group], span_id=id)
            )
    values = {"kind": "indirect", "act": "speech", "confidence": 1.0, "via": None, **attrs}
    doc.spans[CONTENT].attrs["attributions"][id] = values


def replace_spans(
    doc: Doc,
    id: str,
    content: Iterable[Span],
    cue: Iterable[Span],
    source: Iterable[Span],
    **changes: Any,
) -> None:
    """Give one attribution other spans; its attrs stay but for the changes. With no content left
    it is gone."""
    content = list(content)
    attrs = doc.spans[CONTENT].attrs["attributions"].pop(id)
    kept = doc.spans[CONTENT].attrs["attributions"]
    for group in GROUPS:
        doc.spans[group] = [span for span in doc.spans[group] if span.id_ != id]
    doc.spans[CONTENT].attrs["attributions"] = kept
    if content:
        add_attribution(doc, id, content, cue, source, **{**attrs, **changes})


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


def outside(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The spans that share no token with [start, end)."""
    return [span for span in spans if span.end <= start or end <= span.start]
