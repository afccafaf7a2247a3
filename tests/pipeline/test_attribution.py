"""The list of a Doc's attributions."""

from __future__ import annotations

from quotes.pipeline.attribution import attributions, set_attributions
from tests.pipeline.builders import build

TWICE = "{s0 Police} {c0 named} {q0 the driver}, {c1 according to} {s1 neighbours}."


def test_of_the_same_words_the_surest_is_left() -> None:
    doc = build(TWICE.replace(", {c1", " {q1 then}, {c1"))
    first, second = attributions(doc)
    second.content = first.content
    first.confidence, second.confidence = 0.6, 0.8
    set_attributions(doc, [first, second])
    assert attributions(doc) == [second]
    first.confidence = 0.9
    set_attributions(doc, [first, second])
    assert attributions(doc) == [first]
