"""The table itself: its pieces occur in its texts, and no phenomenon is thinly covered."""

from __future__ import annotations

from collections import Counter

import pytest

from quotes.records import PIECE_JOINER
from tests.data.sentences import ROWS, Row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_pieces_occur_in_the_text(row: Row) -> None:
    for want in row.want:
        assert want.content
        at = 0
        for piece in want.content:
            at = row.text.index(piece, at) + len(piece)
        for words in (want.cue, want.source, want.speaker, want.via):
            for piece in (words or "").split(PIECE_JOINER):
                assert piece in row.text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:40])
def test_kind_fits_the_marks(row: Row) -> None:
    for want in row.want:
        marks = [sum(mark in piece for mark in '“”„«»"‘`') for piece in want.content]
        if want.kind == "mixed":
            assert any(marks)
        elif row.phenomenon == "transcript":
            assert want.kind == "direct"  # in the speaker's own words, with no need of marks
        elif want.kind == "direct":
            assert all(piece[0] in "“„«\"‘'`" for piece in want.content)
        else:
            assert not any(marks)


def test_coverage() -> None:
    assert len(ROWS) >= 100
    assert len({row.text for row in ROWS}) == len(ROWS)
    counts = Counter(row.phenomenon for row in ROWS)
    assert min(counts.values()) >= 3, counts
