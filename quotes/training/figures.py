"""Figures on dev while training goes on, straight from the net's scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from spacy.language import Language

from quotes.encoder.decode import bio_spans, viterbi
from quotes.encoder.features import Featurizer
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.windows import window_inputs, windows
from quotes.training.corpora import Annotated
from quotes.training.examples import IGNORE, Text, prepare


def dev_figures(
    net: Any, sources: Sequence[Annotated], nlp: Language, features: Featurizer
) -> dict[str, float]:
    """F1 in % of exact source, cue and content spans, and the share of the words of gold
    attributions (with their cue in the same window) whose link is right."""
    counts: Counter[str] = Counter()
    with torch.no_grad():
        for source in sources:
            text = prepare(source, nlp.make_doc(source.text), features)
            _count(net, text, features, counts)
    figures = {}
    for role in ("source", "cue", "content"):
        total = counts[f"gold {role}"] + counts[f"found {role}"]
        figures[role] = round(200 * counts[f"right {role}"] / max(total, 1), 1)
    figures["link"] = round(100 * counts["right link"] / max(counts["link"], 1), 1)
    return figures


def _count(net: Any, text: Text, features: Featurizer, counts: Counter[str]) -> None:
    scores = np.zeros((len(text.words), len(ROLE_LABELS)), dtype=np.float32)
    for window in windows(text.words):
        inputs = [torch.as_tensor(x)[None] for x in window_inputs(text.words, window, features)]
        out = net(*inputs)
        core = slice(window.core_start - window.start, window.core_end - window.start)
        scores[window.core_start : window.core_end] = out["role"][0, core].numpy()
        wanted = text.anchor[window.core_start : window.core_end] - window.start
        known = (text.anchor[window.core_start : window.core_end] != IGNORE) & (
            (wanted >= 0) & (wanted < window.end - window.start)
        )
        given = out["link"][0, core].argmax(-1).numpy()
        counts["link"] += int(known.sum())
        counts["right link"] += int((given == wanted)[known].sum())
    found = set(bio_spans(viterbi(scores)))
    gold = set(bio_spans(text.answers["role"]))
    for prefix, spans in (("gold", gold), ("found", found), ("right", gold & found)):
        counts.update(f"{prefix} {role}" for role, _, _ in spans)
