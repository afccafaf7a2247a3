"""The net: MiniLM with an embedding of word shapes, labelling heads and pointers.

A pointer gives, for each word, scores over the words of its window. One asks: where are the cues
of the attributions that this word belongs to? It is the biaffine attachment of Dozat and Manning
("Deep biaffine attention for neural dependency parsing", ICLR 2017) without labels, and it sees
what the role head says of each word, so that labels and links learn from each other. The other
pointer, to the syntactic head, and the head of relations help to learn and are not shipped. A
third asks of a source, a description or a name: which words here stand for the same one?
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional as F

from quotes.encoder.decode import Floats
from quotes.encoder.features import SHAPES, Featurizer, Ints
from quotes.encoder.labels import (
    DESCRIPTION_LABELS,
    NAME_LABELS,
    ROLE_LABELS,
    TAGS,
    TYPES,
    VIA_LABELS,
)
from quotes.encoder.session import OUTPUTS, Scores, score
from quotes.training.examples import IGNORE, Example
from quotes.training.syntax import RELATIONS

HEADS = {
    "role": len(ROLE_LABELS), "name": len(NAME_LABELS), "tag": len(TAGS), "start": 2,
    "relation": len(RELATIONS), "description": len(DESCRIPTION_LABELS), "via": len(VIA_LABELS),
    "source_type": len(TYPES),
}  # fmt: skip
WEIGHTS = {
    "role": 1.0, "name": 0.3, "tag": 0.2, "start": 0.2, "relation": 0.2, "description": 0.5,
    "via": 0.2, "source_type": 0.2,
}  # fmt: skip
RARE = {"via": 5.0, "description": 2.0}
"""How much more than other words those count that have a label of these heads."""
LINK, SYNTAX, MEANT = 0.7, 0.3, 1.0  # the weights of the pointers
POINTER = 128


class Pointer(nn.Module):
    """[b, w, size] -> [b, w, w]: the score of word j as what word i points to."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.word = nn.Linear(size, POINTER)
        self.target = nn.Linear(size, POINTER)
        self.bias = nn.Linear(size, 1)

    def forward(self, words: Tensor) -> Tensor:
        keys = F.gelu(self.target(words)).transpose(1, 2)
        scores: Tensor = F.gelu(self.word(words)) @ keys / POINTER**0.5
        return scores + self.bias(words).transpose(1, 2)


class Net(nn.Module):
    """Scores for every word of a batch of windows."""

    def __init__(self, start: Path) -> None:
        from transformers import BertModel

        super().__init__()
        self.bert = BertModel.from_pretrained(
            str(start), local_files_only=True,
            attn_implementation="sdpa", add_pooling_layer=False,
            # the random numbers of a dropout over all attention cost a third of the time on a CPU
            attention_probs_dropout_prob=0.0,
        )  # fmt: skip
        size = self.bert.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({task: nn.Linear(size, n) for task, n in HEADS.items()})
        self.roles = nn.Linear(HEADS["role"], size, bias=False)
        self.link, self.syntax, self.meant = Pointer(size), Pointer(size), Pointer(size)

    def forward(
        self, pieces: Tensor, shapes: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """pieces, shapes [b, p]; places [b, w]; mask [b, p] -> HEADS [b, w, n]; [b, w, w] link:
        the score of word j as an anchor of word i, syntax: as its head, and meant: as one that
        stands for the same."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        index = places.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        words = self.dropout(torch.gather(hidden, 1, index))
        out = {task: head(words) for task, head in self.heads.items()}
        out["link"] = self.link(words + self.roles(out["role"].softmax(-1)))
        out["syntax"] = self.syntax(words)
        out["meant"] = self.meant(words)
        return out


class NetEncoder:
    """A net in training in place of quotes.encoder.session.Encoder."""

    def __init__(self, net: Net, features: Featurizer) -> None:
        self.net, self.features = net, features

    def __call__(self, doc: Doc) -> Scores:
        return score(doc, self.features, self._run)

    def _run(self, inputs: tuple[Ints, Ints, Ints]) -> list[Floats]:
        with torch.no_grad():
            out = self.net(*(torch.as_tensor(x)[None] for x in inputs))
        return [out[name][0].numpy() for name in OUTPUTS]


def collate(batch: list[Example]) -> dict[str, Any]:
    """Pad a batch of windows; word_mask [b, w] tells words from padding."""

    def pad(rows: list[Any], value: int) -> Tensor:
        tensors = [torch.as_tensor(r, dtype=torch.long) for r in rows]
        return nn.utils.rnn.pad_sequence(tensors, batch_first=True, padding_value=value)

    return {
        "pieces": pad([e.pieces for e in batch], 0),
        "shapes": pad([e.shapes for e in batch], 0),
        "places": pad([e.places for e in batch], 0),
        "mask": pad([[1] * len(e.pieces) for e in batch], 0),
        "word_mask": pad([[1] * len(e.places) for e in batch], 0).bool(),
        "answers": {task: pad([e.answers[task] for e in batch], IGNORE) for task in HEADS},
        "link": pad([e.anchors for e in batch], IGNORE),
        "syntax": pad([e.head for e in batch], IGNORE).unsqueeze(-1),
        "meant": _meant(batch),
    }


def _meant(batch: list[Example]) -> Tensor:
    """bool [b, w, w]: word j stands for the one that word i stands for."""
    longest = max(len(e.places) for e in batch)
    out = torch.zeros(len(batch), longest, longest, dtype=torch.bool)
    for number, example in enumerate(batch):
        for word, targets in example.meant.items():
            out[number, word, targets] = True
    return out


def loss(out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor:
    """The weighted sum of all tasks' cross-entropies, each over the words it knows."""
    total = torch.zeros(())
    for task, weight in WEIGHTS.items():
        answers = batch["answers"][task]
        known = int((answers != IGNORE).sum())
        if known:
            counts = torch.ones(HEADS[task])
            counts[1:] = RARE.get(task, 1.0)
            part = F.cross_entropy(
                out[task].float().flatten(0, 1), answers.flatten(), counts, ignore_index=IGNORE,
                reduction="sum",
            )  # fmt: skip
            total = total + weight * part / known
    for task, weight in (("link", LINK), ("syntax", SYNTAX)):
        total = total + weight * pointer_loss(out[task], batch["word_mask"], batch[task])
    return total + MEANT * any_loss(out["meant"], batch["word_mask"], batch["meant"])


def any_loss(scores: Tensor, word_mask: Tensor, targets: Tensor) -> Tensor:
    """scores [b, w, w]; word_mask [b, w]; targets [b, w, w] -> the mean of minus the logarithm of
    the probability of pointing to any of the targets, over the words that have some."""
    known = targets.any(-1)
    seen = scores.float().masked_fill(~word_mask.unsqueeze(1), -1e4)
    right = seen.masked_fill(~targets, -1e4).logsumexp(-1)
    losses = (seen.logsumexp(-1) - right)[known]
    return losses.sum() / max(1, len(losses))


def pointer_loss(scores: Tensor, word_mask: Tensor, targets: Tensor) -> Tensor:
    """scores [b, w, w]; word_mask [b, w]; targets [b, w, k] with IGNORE -> the mean cross-entropy
    of the words that have targets, which share the probability of their word equally."""
    shares = F.log_softmax(scores.float().masked_fill(~word_mask.unsqueeze(1), -1e4), -1)
    wanted = targets != IGNORE
    found = shares.gather(-1, targets.clamp(min=0)) * wanted
    count = wanted.sum(-1)
    return -(found.sum(-1) / count.clamp(min=1)).sum() / (count > 0).sum().clamp(min=1)
