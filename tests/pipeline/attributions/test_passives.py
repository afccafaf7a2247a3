"""Sources of passives: those who are told something do not say it."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.passives import turn_passives
from tests.pipeline.builders import build


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        ("{s0 [PER Kelly Brien]} {c0 was told} {q0 that it rains}.", []),
        ("{s0 The minister} {c0 was told} by [PER Ann Roe] {q0 that it rains}.", ["Ann Roe"]),
        ("{s0 The minister} {c0 was told by} [PER Ann Roe] {q0 that it rains}.", ["Ann Roe"]),
        # who tells, stays
        ("{s0 [PER Ann Roe]} {c0 told reporters} {q0 that it rains}.", ["Ann Roe"]),
        ("{s0 [PER Ann Roe]} {c0 has told} them {q0 that it rains}.", ["Ann Roe"]),
        ("{c0 According to} {s0 [PER Ann Roe]}, {q0 it rains}.", ["Ann Roe"]),
    ],
)
def test_passives(markup: str, source: list[str]) -> None:
    doc = build(markup)
    turn_passives(doc)
    assert [span.text for span in attributions(doc)[0].source] == source


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("{c0 Asked} {q0 whether it rains}, she left.", False),
        ("When {c0 pressed} {q0 on whether it rains}, she left.", False),
        ("{c0 Answering a question on} {q0 whether it rains}, {s0 Ann Roe} left.", False),
        ("{c0 In response to questions about} {q0 the rain}, {s0 Ann Roe} left.", False),
        ("{s0 Ann Roe} {c0 asked} {q0 whether it rains}.", True),
        ("{s0 Ann Roe} {c0 answered} {q0 that it rains}.", True),
        ("{q0 “Does it rain?”} {c0 asked}.", True),
    ],
)
def test_a_question_is_not_the_answerers(markup: str, kept: bool) -> None:
    doc = build(markup)
    turn_passives(doc)
    assert bool(attributions(doc)) is kept


def test_who_is_judged_belongs_to_what_is_said() -> None:
    doc = build("{s0 The bank} {c0 was often blamed for} {q0 losses} by [PER Ann Roe].")
    turn_passives(doc)
    (found,) = attributions(doc)
    assert [span.text for span in found.content] == ["The bank", "losses"]
    assert [span.text for span in found.source] == ["Ann Roe"]
