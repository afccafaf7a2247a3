"""Sources are those who speak: not those they speak to, no heading and no label of a page."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.sources import mend_sources
from tests.pipeline.builders import build


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        # whom they speak to
        ("{q0 “Wait here,”} {c0 said} {s0 the nurse to the visitors}.", ["the nurse"]),
        ("{q0 “Wait here,”} {c0 said} {s0 [PER Ann Lee] to her guests}.", ["Ann Lee"]),
        ("{q0 “Wait here,”} {c0 said} {s0 the boy to [PER Ann Lee]}.", ["the boy"]),
        ("{q0 “Wait here,”} {c0 said} {s0 the envoy to the talks}.", ["the envoy to the talks"]),
        ("{q0 “Wait here,”} {c0 said} {s0 an aide to the mayor}.", ["an aide to the mayor"]),
        # who is told is not who tells
        ("[PER Ann Lee], who is old, {c0 told} {s0 a} guest: {q0 “It rains.”}", ["Ann Lee"]),
        ("[PER Ann Lee] {c0 told} {s0 a guest}: {q0 “It rains.”}", ["Ann Lee"]),
        ("In haste [PER Ann Lee] {c0 told} {s0 a guest}: {q0 “It rains.”}", ["a guest"]),
        # what is said goes on after them
        ("{q0 Few people}, {c0 said} {s0 [PER Ann Lee], had} tickets.", ["Ann Lee"]),
        ("{q0 Few people}, {c0 said} {s0 [PER Ann Lee], had tickets}.", ["Ann Lee"]),
        ("{q0 Few people}, {c0 said} {s0 [PER Ann Lee], a farmer}.", ["Ann Lee, a farmer"]),
        # a heading, and the label of a turn
        ("{s0 Join us}\n\n{c0 Says} {q0 he will run}.", []),
        ("{s0 [PER Ann Lee]}:\n\n{c0 Says} {q0 he will run}.", ["Ann Lee"]),
        # nobody seen by the model, though a noun stands between the cue and the quotation
        ("{c0 Shouted} the miller, {q0 “The wheel is stuck.”}", ["the miller"]),
        ("{c0 Shouted} the old miller: {q0 “The wheel is stuck.”}", ["the old miller"]),
        ("{c0 Shouted} loudly then, {q0 “The wheel is stuck.”}", []),
        ("{c0 Shouted} the miller, {q0 the wheel is stuck}.", []),
    ],
)
def test_sources(markup: str, source: list[str]) -> None:
    doc = build(markup)
    mend_sources(doc)
    assert [span.text for span in attributions(doc)[0].source] == source


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("Photo{c0 :} {q0 [PER J. Brant]}", False),
        ("{s0 Photo}{c0 :} {q0 [PER J. Brant]}", False),
        ("{s0 [PER Ann Lee]}{c0 :} {q0 it rains}", True),
        ("Photo{c0 :} {q0 “It rains”}", True),
        ("{c0 said} {q0 it rains}", True),
    ],
)
def test_labels_of_a_page_say_nothing(markup: str, kept: bool) -> None:
    doc = build(markup)
    mend_sources(doc)
    assert bool(attributions(doc)) is kept
