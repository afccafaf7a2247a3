"""The part of pointers that is kept says nearly what all of it would, in little memory."""

from __future__ import annotations

import numpy as np
import pytest

from quotes.encoder.links import LEAST, Links
from quotes.encoder.windows import Window

WINDOW = Window(100, 110, 130, 140)


@pytest.mark.parametrize("sharp", [0.0, 1.0, 9.0])
def test_means(sharp: float) -> None:
    dice = np.random.default_rng(7)
    scores = (sharp * dice.normal(size=(20, 40))).astype(np.float32)
    odds = np.exp(scores)
    all_shares = odds / odds.sum(-1, keepdims=True)
    links = Links(WINDOW, scores)
    for first, last in ((110, 111), (112, 119), (110, 130), (129, 130)):
        mean = all_shares[first - 110 : last - 110].mean(0)
        assert links.mean(first, last) == pytest.approx(mean, abs=LEAST)
        assert (links.mean(first, last) <= mean + 1e-6).all()


def test_no_word_has_many() -> None:
    assert not len(Links(WINDOW, np.zeros((20, 40), dtype=np.float32)).shares)  # each a fortieth
    narrow = Window(0, 0, 10, 10)
    assert len(Links(narrow, np.zeros((10, 10), dtype=np.float32)).shares) == 100
