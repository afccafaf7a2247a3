"""The component that reads: runs the model and writes what other components stand on.

Sentences, tags and names that a Doc already has are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH, POS, SENT_START, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span

from quotes.encoder.labels import TAGS
from quotes.encoder.session import Scores
from quotes.pipeline.attribution import MEANT
from quotes.pipeline.meant import Meant
from quotes.pipeline.pos import parts_of_speech

SCORES = "quotes_scores"
"""The key of the model's Scores in `doc.user_data`; the attributions component takes them out."""
ABBREVIATED = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]{2,}\.|(?:[^\W\d_]\.){2,}")
"""Forms of abbreviations that end in a full stop; not of initials."""
CAPITAL = re.compile(r"[A-Z][a-z]*")
OPENING = re.compile(r"DT|PDT|PRP\$?|EX|CC|IN|RB|WRB|JJS|NNS")
"""Tags of words with a small letter, but where a sentence begins."""


class EncoderComponent:
    """Writes `doc.user_data[SCORES]` and, where the Doc has none, sentences, tags with the parts of
    speech that follow from them, and names.

    The encoder is a quotes.encoder.session.Encoder or whatever else gives Scores.
    """

    def __init__(self, encoder: Callable[[Doc], Scores]) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        scores = self.encoder(doc)
        doc.user_data[SCORES] = scores
        doc.user_data[MEANT] = Meant.of(scores)
        if not doc.has_annotation("TAG"):
            _set_tags(doc, scores)
        if not doc.has_annotation("POS"):
            _set_parts_of_speech(doc)
        if not doc.has_annotation("SENT_START"):
            _set_sentences(doc, scores)
        if not doc.ents:
            _set_names(doc, scores)
        return doc


def _set_tags(doc: Doc, scores: Scores) -> None:
    strings = doc.vocab.strings
    numbers = np.array([strings.add(tag) for tag in TAGS], dtype=np.uint64)
    tags = np.full((len(doc), 1), strings.add("_SP"), dtype=np.uint64)
    if len(scores.words):
        tags[scores.words.token, 0] = numbers[scores.tag]
    doc.from_array([TAG], tags)  # type: ignore[arg-type]  # the stubs know no uint64


def _set_parts_of_speech(doc: Doc) -> None:
    words, tags = [token.lower_ for token in doc], [token.tag_ for token in doc]
    numbers = [IDS[pos] for pos in parts_of_speech(words, tags)]
    doc.from_array([POS], np.array(numbers, dtype=np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


def _set_sentences(doc: Doc, scores: Scores) -> None:
    """A sentence starts where the model says so, at every paragraph, and after an abbreviation that
    a word follows which is capital only where a sentence begins: "of Marsh & Co. The"."""
    starts = np.full((len(doc), 1), -1, dtype=np.int64)
    if len(scores.words):
        starts[scores.words.token[scores.sentence_starts()], 0] = 1
    starts[1:][_are(doc, ORTH, ABBREVIATED)[:-1] & _opening(doc)[1:], 0] = 1
    starts[:1] = 1
    doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]


def _opening(doc: Doc) -> NDArray[np.bool_]:
    """Of each token, whether it is capital though it is no name."""
    return _are(doc, TAG, OPENING) & _are(doc, ORTH, CAPITAL)


def _are(doc: Doc, attribute: int, form: re.Pattern[str]) -> NDArray[np.bool_]:
    """Of each token, whether that attribute's string is of a form."""
    values, place = np.unique(doc.to_array(attribute), return_inverse=True)
    fits = [form.fullmatch(doc.vocab.strings[value]) is not None for value in values.tolist()]
    return np.array(fits, dtype=np.bool_)[place]


def _set_names(doc: Doc, scores: Scores) -> None:
    token = scores.words.token
    doc.ents = [
        Span(doc, int(token[start]), int(token[end - 1]) + 1, label=kind)
        for kind, start, end in scores.spans["name"]
    ]
