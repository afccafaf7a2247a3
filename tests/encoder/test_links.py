"""Pointers that are kept in brief say nearly what whole ones do, in little memory."""

from __future__ import annotations

import numpy as np
import pytest

from quotes.encoder.features import Words
from quotes.encoder.links import LEAST, MOST_WHOLE, BriefLinks, WholeLinks
from quotes.encoder.windows import Window, windows

WINDOW = Window(100, 110, 130, 140)


@pytest.mark.parametrize("sharp", [0.0, 1.0, 9.0])
def test_means(sharp: float) -> None:
    dice = np.random.default_rng(7)
    scores = (sharp * dice.normal(size=(20, 40))).astype(np.float32)
    whole, brief = WholeLinks(WINDOW, scores), BriefLinks(WINDOW, scores)
    for first, last in ((110, 111), (112, 119), (110, 130), (129, 130)):
        mean = whole.mean(first, last)
        assert mean.sum() == pytest.approx(1, abs=1e-5)
        assert brief.mean(first, last) == pytest.approx(mean, abs=LEAST)
        assert (brief.mean(first, last) <= mean + 1e-6).all()


def test_no_word_has_many() -> None:
    brief = BriefLinks(WINDOW, np.zeros((20, 40), dtype=np.float32))
    assert len(brief.shares) == 20 * 40  # each has a fortieth
    wide = Window(0, 0, 20, 400)
    assert not len(BriefLinks(wide, np.zeros((20, 400), dtype=np.float32)).shares)


def test_an_article_of_usual_length_keeps_all() -> None:
    size = 20_000
    ints = np.zeros(size, dtype=np.int64)
    words = Words(ints, [(1, 2)] * size, ints, np.zeros(size, dtype=np.bool_))
    assert len(windows(words)) <= MOST_WHOLE
