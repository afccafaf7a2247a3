"""Base forms of words by their parts of speech."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotes.pipeline.lemmas import lemma, set_lemmas


@pytest.mark.parametrize(
    ("word", "pos", "base"),
    [
        ("said", "VERB", "say"),
        ("Children", "NOUN", "child"),
        ("was", "AUX", "be"),
        ("worst", "ADJ", "bad"),
        ("Ministers", "PROPN", "Ministers"),
        ("They", "PRON", "they"),
        ("blorping", "VERB", "blorp"),
        ("’s", "PART", "’s"),
    ],
)
def test_base(word: str, pos: str, base: str) -> None:
    assert lemma(word, pos) == base


def test_lemmas_that_are_there_stay() -> None:
    vocab = spacy.blank("en").vocab
    doc = set_lemmas(Doc(vocab, words=["Mice", "ran"], pos=["NOUN", "VERB"]))
    assert [token.lemma_ for token in doc] == ["mouse", "run"]
    own = Doc(vocab, words=["Mice"], pos=["NOUN"], lemmas=["rodent"])
    assert set_lemmas(own)[0].lemma_ == "rodent"
