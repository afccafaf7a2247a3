"""Runs the model: the words of a text in, scores for each word out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from quotes.encoder.decode import Floats, bio_spans, log_softmax, viterbi
from quotes.encoder.features import Featurizer, Ints, Words
from quotes.encoder.labels import (
    DESCRIPTION_LABELS,
    NAME_LABELS,
    ROLE_LABELS,
)
from quotes.encoder.links import Links
from quotes.encoder.place import FOLDER, MODEL
from quotes.encoder.windows import Window, window_inputs, windows
from quotes.errors import ModelError

MODEL_FORM = 2  # of the files in a model folder: raise when they change
INPUTS = ("pieces", "shapes", "places")
OUTPUTS = ("role", "name", "tag", "start", "link", "description", "source_type", "meant")
TELLING = ("role", "description", "source_type", "meant")
SOURCE = [number for number, label in enumerate(ROLE_LABELS) if label.endswith("source")]
SPANS = {"name": NAME_LABELS, "description": DESCRIPTION_LABELS}
"""The heads that mark spans which depend on nothing else, with their labels."""
LEAST_SOURCE = 0.01
"""How probable it must be that a word is of a source for its type and whom it means to be kept: a
text of four million characters has a million words."""


@dataclass
class Told:
    """Answers of the model on the words of sources and descriptions in a window's core.

    words   [k] their numbers, in text order
    types   [k, TYPES] how probable each type of source is
    meant   the words that stand for the same one; none for other words than these
    """

    words: Ints
    types: NDArray[np.float16]
    meant: Links


@dataclass
class Scores:
    """Answers of the model on one text.

    words   the n words
    role    [n, ROLE_LABELS] logits
    spans   of each of SPANS (kind, first word, end) of the spans that it marks, in text order:
            names; what says who somebody is
    tag     [n] the numbers of the best tags
    starts  [n] where the model sees a sentence start
    links   of each window the cues that its words belong to
    told    of each window what the words of its sources and descriptions stand for
    """

    words: Words
    role: Floats
    spans: dict[str, list[tuple[str, int, int]]]
    tag: NDArray[np.uint8]
    starts: NDArray[np.bool_]
    links: list[Links]
    told: list[Told]

    @cached_property
    def certainty(self) -> Floats:
        """[n]: the log-probability of the best role label."""
        best = self.role.max(-1, keepdims=True)
        return np.asarray(-np.log(np.exp(self.role - best).sum(-1)), dtype=np.float32)

    def sentence_starts(self) -> NDArray[np.bool_]:
        """[n]: where the model sees a sentence start, and at every paragraph."""
        return self.starts | self.words.paragraph


class Encoder:
    """The model of one folder (model.onnx, tokenizer.json, config.json), loaded.

    Raises ModelError when a file is missing or of another form.
    """

    def __init__(self, folder: Path = FOLDER, *, file: str = MODEL) -> None:
        self.folder, self.file = folder, file
        self.config = read_config(folder)
        try:
            self.features = Featurizer(folder / "tokenizer.json")
            self.session = _session(folder / file)
        except Exception as error:  # onnxruntime and tokenizers raise bare Exceptions
            reason = (str(error) or type(error).__name__).splitlines()[0]
            raise ModelError(
                f"the model in {folder} cannot be loaded ({reason}); install quotes again"
            ) from error

    def __reduce__(self) -> tuple[Callable[[Path, str], Encoder], tuple[Path, str]]:
        return _load, (self.folder, self.file)  # for other processes: read again, not carried

    def __call__(self, doc: Doc) -> Scores:
        return score(doc, self.features, self.run)

    def run(self, inputs: tuple[Ints, Ints, Ints]) -> Sequence[Floats]:
        """The outputs, in the order of OUTPUTS, for the inputs of one window."""
        outputs: Sequence[Floats] = self.session.run(
            OUTPUTS, dict(zip(INPUTS, inputs, strict=True))
        )
        return outputs


def _load(folder: Path, file: str) -> Encoder:
    return Encoder(folder, file=file)


def score(
    doc: Doc, features: Featurizer, run: Callable[[tuple[Ints, Ints, Ints]], Sequence[Floats]]
) -> Scores:
    """Cut a text into windows, run each, and put the cores' scores together."""
    words = features(doc)
    n = len(words)
    marked = {head: np.zeros((n, len(labels)), dtype=np.float32) for head, labels in SPANS.items()}
    scores = Scores(
        words=words,
        role=np.zeros((n, len(ROLE_LABELS)), dtype=np.float32),
        spans={},
        tag=np.zeros(n, dtype=np.uint8),
        starts=np.zeros(n, dtype=np.bool_),
        links=[],
        told=[],
    )
    for window in windows(words):
        core = slice(window.core_start - window.start, window.core_end - window.start)
        here = slice(window.core_start, window.core_end)
        outputs = dict(zip(OUTPUTS, run(window_inputs(words, window, features)), strict=True))
        scores.role[here] = outputs["role"][core]
        for head, logits in marked.items():
            logits[here] = outputs[head][core]
        scores.tag[here] = outputs["tag"][core].argmax(-1)
        scores.starts[here] = outputs["start"][core, 1] > outputs["start"][core, 0]
        scores.links.append(Links(window, outputs["link"][core]))
        scores.told.append(_told(window, {head: outputs[head][core] for head in TELLING}))
    for head, labels in SPANS.items():
        scores.spans[head] = bio_spans(viterbi(marked.pop(head), labels), labels)
    return scores


def _told(window: Window, outputs: dict[str, Floats]) -> Told:
    """Of the outputs of TELLING for a window's core."""
    source = np.exp(log_softmax(outputs["role"]))[:, SOURCE].sum(-1) >= LEAST_SOURCE
    kept = np.flatnonzero(source | (outputs["description"].argmax(-1) > 0))
    types = np.exp(log_softmax(outputs["source_type"][kept]))
    meant = Links(window, outputs["meant"], kept)
    return Told(window.core_start + kept, types.astype(np.float16), meant)


def read_config(folder: Path) -> dict[str, Any]:
    """config.json of a model folder."""
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no model in {folder}: install quotes again") from error
    if config.get("form") != MODEL_FORM:
        raise ModelError(
            f"the model in {folder} is of form {config.get('form')}, and this version of quotes "
            f"reads form {MODEL_FORM}: train it again"
        )
    return config


def _session(path: Path) -> Any:
    import onnxruntime

    # for where somebody has imported it before quotes did, and so before quotes switched this off
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    # as many threads as this process may use, which is not always all that the machine has
    options.intra_op_num_threads = _cores()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
