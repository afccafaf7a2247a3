"""Only the heads of who is meant learn at the end; only where torch is installed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

torch = pytest.importorskip("torch")


def test_some_heads_learn_and_keep_half(monkeypatch: pytest.MonkeyPatch) -> None:
    from quotes.training import settle as settling
    from quotes.training.run import Plan

    net = torch.nn.Module()
    net.bert = torch.nn.Linear(2, 2)
    net.heads = torch.nn.ModuleDict({"role": torch.nn.Linear(2, 1), "via": torch.nn.Linear(2, 1)})
    net.meant = torch.nn.Linear(2, 1)
    net.dropout = torch.nn.Dropout(0.1)
    before = {name: value.clone() for name, value in net.state_dict().items()}

    def train_step(batch: Any, total: int) -> float:
        words = net.bert(torch.ones(1, 2))
        loss = sum(part(words).sum() for part in (net.heads["role"], net.heads["via"], net.meant))
        loss.backward()
        run.optimizer.step()
        run.average = {name: value + 2.0 for name, value in before.items()}
        return loss.item()

    run = SimpleNamespace(
        net=net, plan=Plan(), articles=[SimpleNamespace(references=None)], banks=[1], step=9,
        epoch_batches=lambda epoch: [epoch], train_step=train_step, log=lambda **row: None,
    )  # fmt: skip
    monkeypatch.setattr(settling, "collate", lambda batch: batch)
    found = settling.settle(run, 2)  # type: ignore[arg-type]
    learning = {name for name, weights in found.named_parameters() if weights.requires_grad}
    assert learning == {"heads.via.weight", "heads.via.bias", "meant.weight", "meant.bias"}
    assert torch.allclose(found.state_dict()["meant.bias"], before["meant.bias"] + 1.0)
    assert (run.articles, run.banks, run.step) == ([], [], 0)
