"""The net: MiniLM with an embedding of word shapes, four labelling heads and a pointer.

The pointer gives, for each word, scores over the words of its window: where is the cue of the
attribution that this word belongs to? It is the biaffine attachment of Dozat and Manning
("Deep biaffine attention for neural dependency parsing", ICLR 2017) without labels.
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
from quotes.encoder.labels import NAME_LABELS, ROLE_LABELS, TAGS
from quotes.encoder.session import OUTPUTS, Scores, score
from quotes.training.examples import IGNORE, Example

HEADS = {"role": len(ROLE_LABELS), "name": len(NAME_LABELS), "tag": len(TAGS), "start": 2}
WEIGHTS = {"role": 1.0, "name": 0.3, "tag": 0.2, "start": 0.2, "link": 0.5}
POINTER = 128


class Net(nn.Module):
    """Scores for every word of a batch of windows."""

    def __init__(self, start: Path) -> None:
        from transformers import BertModel

        super().__init__()
        self.bert = BertModel.from_pretrained(
            str(start), attn_implementation="eager", add_pooling_layer=False,
            # the random numbers of a dropout over all attention cost a third of the time on a CPU
            attention_probs_dropout_prob=0.0,
        )  # fmt: skip
        size = self.bert.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({task: nn.Linear(size, n) for task, n in HEADS.items()})
        self.word = nn.Linear(size, POINTER)
        self.cue = nn.Linear(size, POINTER)
        self.cue_bias = nn.Linear(size, 1)

    def forward(
        self, pieces: Tensor, shapes: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """pieces, shapes [b, p]; places [b, w]; mask [b, p] -> role, name, tag, start [b, w, n]
        and link [b, w, w]: the score of word j as the anchor of word i."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        index = places.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        words = self.dropout(torch.gather(hidden, 1, index))
        out = {task: head(words) for task, head in self.heads.items()}
        keys = F.gelu(self.cue(words))
        out["link"] = F.gelu(self.word(words)) @ keys.transpose(1, 2) / POINTER**0.5
        out["link"] = out["link"] + self.cue_bias(words).transpose(1, 2)
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

    answers = {task: pad([e.answers[task] for e in batch], IGNORE) for task in HEADS}
    return {
        "pieces": pad([e.pieces for e in batch], 0),
        "shapes": pad([e.shapes for e in batch], 0),
        "places": pad([e.places for e in batch], 0),
        "mask": pad([[1] * len(e.pieces) for e in batch], 0),
        "word_mask": pad([[1] * len(e.places) for e in batch], 0).bool(),
        "answers": {**answers, "link": pad([e.anchor for e in batch], IGNORE)},
    }


def loss(out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor:
    """The weighted sum of all tasks' cross-entropies, each over the words it knows."""
    link = out["link"].float().masked_fill(~batch["word_mask"].unsqueeze(1), -1e4)
    total = torch.zeros(())
    for task, weight in WEIGHTS.items():
        scores = link if task == "link" else out[task].float()
        answers = batch["answers"][task]
        known = int((answers != IGNORE).sum())
        if known:
            part = F.cross_entropy(
                scores.flatten(0, 1), answers.flatten(), ignore_index=IGNORE, reduction="sum"
            )
            total = total + weight * part / known
    return total
