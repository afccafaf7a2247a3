"""The weights of the parts of a training run; only where torch is installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")


def test_a_share_of_the_weights_before_is_kept() -> None:
    from quotes.training.run import mixed

    found = [
        {"a": torch.tensor([2.0]), "new": torch.tensor([1.0])},
        {"a": torch.tensor([4.0]), "new": torch.tensor([3.0])},
    ]
    began = {"a": torch.tensor([7.0]), "new": torch.tensor([1.0, 1.0]), "gone": torch.tensor([1.0])}
    mean = mixed(found, began, 0.25)
    assert {name: value.tolist() for name, value in mean.items()} == {"a": [4.0], "new": [2.0]}
    assert mixed(found, began, 0.0)["a"].tolist() == [3.0]


def test_settings_of_a_run_from_a_model() -> None:
    from quotes.training.run import Plan

    later, anew = Plan.of(4, later=True), Plan.of(8, later=False)
    assert (later.branches, later.kept, anew.branches, anew.kept) == (1, 0.25, 2, 0.0)
    assert (later.settled > 0, anew.settled) == (True, 0)
    assert later.encoder_rate < anew.encoder_rate
