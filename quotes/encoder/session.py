"""Runs the model: the words of a text in, scores for each word out."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from quotes.encoder.decode import Floats
from quotes.encoder.features import Featurizer, Words
from quotes.encoder.windows import Window, window_inputs, windows
from quotes.errors import ModelError

MODEL_FORM = 1  # of the files in a model folder: raise when they change
INPUTS = ("pieces", "shapes", "places")
OUTPUTS = ("role", "name", "tag", "start", "link")
PER_WORD = OUTPUTS[:-1]
FOLDER = Path(str(files("quotes"))) / "model"


@dataclass
class Scores:
    """What the model says of one text.

    words   the n words
    role, name, tag, start   [n, labels of the head] logits
    links   of each window: the window, and [core words, window words] logits: the score of a word
            of the window as the first word of the cue that the core's word belongs to
    """

    words: Words
    role: Floats
    name: Floats
    tag: Floats
    start: Floats
    links: list[tuple[Window, Floats]]


class Encoder:
    """The model of one folder (model.onnx, tokenizer.json, config.json), loaded.

    Raises ModelError when a file is missing or of another form.
    """

    def __init__(self, folder: Path = FOLDER, *, file: str = "model.onnx") -> None:
        self.config = read_config(folder)
        try:
            self.features = Featurizer(folder / "tokenizer.json")
            self.session = _session(folder / file)
        except Exception as error:  # onnxruntime and tokenizers raise bare Exceptions
            raise ModelError(
                f"the model in {folder} cannot be loaded ({str(error).splitlines()[0]}); "
                "install quotes again"
            ) from error

    def __call__(self, doc: Doc) -> Scores:
        words = self.features(doc)
        found = windows(words)
        parts: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
        for window in found:
            inputs = window_inputs(words, window, self.features)
            core = slice(window.core_start - window.start, window.core_end - window.start)
            outputs = self.session.run(OUTPUTS, dict(zip(INPUTS, inputs, strict=True)))
            for name, scores in zip(OUTPUTS, outputs, strict=True):
                parts[name].append(scores[core])
        heads = {name: self._join(parts[name], name) for name in PER_WORD}
        return Scores(words=words, links=list(zip(found, parts["link"], strict=True)), **heads)

    def _join(self, parts: list[Floats], name: str) -> Floats:
        sizes = {out.name: out.shape[-1] for out in self.session.get_outputs()}
        return np.concatenate(parts) if parts else np.zeros((0, sizes[name]), dtype=np.float32)


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

    options = onnxruntime.SessionOptions()
    # as many threads as this process may use, which is not always all that the machine has
    options.intra_op_num_threads = _cores()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"]
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
