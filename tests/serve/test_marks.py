"""Texts with marks within and across each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.serve.marks import Mark, found_in, parts_of

_marks = st.builds(Mark, st.integers(-3, 30), st.integers(-3, 30), st.sampled_from(["a", "b"]))


def test_marks_lie_over_each_other() -> None:
    outer, inner, across = (
        Mark(0, 8, "content", "x"),
        Mark(2, 4, "cue"),
        Mark(6, 10, "content", "y"),
    )
    parts = parts_of("abcdefghijk", [inner, across, outer])
    assert [part.text for part in parts] == ["ab", "cd", "ef", "gh", "ij", "k"]
    assert [part.marks for part in parts] == [
        (outer,),
        (outer, inner),
        (outer,),
        (outer, across),
        (across,),
        (),
    ]
    assert [part.begins for part in parts] == [(outer,), (inner,), (), (across,), (), ()]


def test_words_found() -> None:
    assert [(part.text, bool(part.marks)) for part in found_in("a toll", [(2, 6)])] == [
        ("a ", False),
        ("toll", True),
    ]


@given(st.text(max_size=25), st.lists(_marks, max_size=8))
def test_every_character_is_there_once_under_its_marks(text: str, marks: list[Mark]) -> None:
    parts = parts_of(text, marks)
    assert "".join(part.text for part in parts) == text
    place = 0
    for part in parts:
        over = {m for m in marks if m.start <= place < m.end}
        assert {(m.kind, m.end) for m in part.marks} == {
            (m.kind, min(m.end, len(text))) for m in over
        }
        place += len(part.text)
    began = [m for part in parts for m in part.begins]
    assert len(began) == sum(max(m.start, 0) < min(m.end, len(text)) for m in marks)
