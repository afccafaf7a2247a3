"""The shipped model's weights, out of its file again: put together by hand they say the same."""

from __future__ import annotations

import math

import numpy as np

from quotes.encoder.place import FOLDER
from quotes.encoder.session import Encoder
from quotes.encoder.windows import window_inputs, windows
from quotes.pipeline.tokens import blank
from quotes.training.unpack import Floats, read_weights

TEXT = (
    "“We will not leave,” Foreign Minister Ann Moss said on Monday. She told reporters that the "
    "talks had failed."
)
HEADS = 12


def linear(weights: dict[str, Floats], name: str, values: Floats) -> Floats:
    """A layer's matrix, and its bias."""
    out: Floats = values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return out


def normal(weights: dict[str, Floats], name: str, values: Floats) -> Floats:
    """Layer normalisation."""
    centred = values - values.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    out: Floats = scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return out


def layer(weights: dict[str, Floats], name: str, values: Floats) -> Floats:
    """One layer of BERT."""
    size = len(values)
    query, key, value = (
        linear(weights, f"{name}.attention.self.{part}", values)
        .reshape(size, HEADS, -1)
        .swapaxes(0, 1)
        for part in ("query", "key", "value")
    )
    scores = query @ key.swapaxes(1, 2) / math.sqrt(query.shape[-1])
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (odds / odds.sum(-1, keepdims=True) @ value).swapaxes(0, 1).reshape(size, -1)
    mixed = linear(weights, f"{name}.attention.output.dense", mixed) + values
    mixed = normal(weights, f"{name}.attention.output.LayerNorm", mixed)
    wide = linear(weights, f"{name}.intermediate.dense", mixed)
    wide = wide * (1 + np.vectorize(math.erf)(wide / math.sqrt(2))) / 2
    return normal(
        weights, f"{name}.output.LayerNorm", linear(weights, f"{name}.output.dense", wide) + mixed
    )


def test_the_weights_say_what_the_file_says() -> None:
    weights, encoder = read_weights(FOLDER), Encoder(FOLDER)
    doc = blank().make_doc(TEXT)
    words = encoder.features(doc)
    (window,) = windows(words)
    pieces, shapes, places = window_inputs(words, window, encoder.features)
    parts = "bert.embeddings.{}_embeddings.weight".format
    values = (
        weights[parts("word")][pieces]
        + weights["shape.weight"][shapes]
        + weights[parts("position")][: len(pieces)]
        + weights[parts("token_type")][0]
    )
    values = normal(weights, "bert.embeddings.LayerNorm", values)
    for number in range(6):
        values = layer(weights, f"bert.encoder.layer.{number}", values)
    scores = linear(weights, "heads.role", values[places])
    wanted = encoder(doc).role
    assert np.abs(scores - wanted).mean() < 0.3  # the file works in eight bits
    assert (scores.argmax(-1) == wanted.argmax(-1)).mean() > 0.9
    assert weights["roles.weight"].shape == (384, wanted.shape[1])
