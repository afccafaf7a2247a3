"""What trained models say of the texts to learn from, for the next model to learn from it too.

Several models that learnt apart from each other are right more often together than each alone, and
their mean tells how sure one can be of each word, which one annotator's labels don't ("Distilling
the knowledge in a neural network", Hinton, Vinyals, Dean, 2015; "Born-again neural networks",
Furlanello et al., ICML 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from quotes.encoder.decode import Floats
from quotes.encoder.session import Encoder


class Teachers:
    """The models of several folders; calling them gives their mean."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.encoders = [Encoder(folder, file="float.onnx") for folder in folders]

    def __call__(self, doc: Doc) -> Floats:
        """[n, role labels]: for each word of the text the mean of the models' probabilities."""
        said = [_probabilities(encoder(doc).role) for encoder in self.encoders]
        return np.asarray(np.mean(said, axis=0), dtype=np.float32)


def _probabilities(scores: Floats) -> Floats:
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shares / shares.sum(-1, keepdims=True), dtype=np.float32)
