"""Marks are tokens of their own, wherever they stand."""

from __future__ import annotations

import pytest
import spacy

from quotes.pipeline.tokens import blank

from ..steps import steps


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("“We are ready,”said Ann.", ["“", "We", "are", "ready", ",", "”", "said", "Ann", "."]),
        ("about him.”― Ann", ["about", "him", ".", "”", "―", "Ann"]),
        ('It is.""No', ["It", "is", ".", '"', '"', "No"]),
        ("him.” -Ann", ["him", ".", "”", "-", "Ann"]),
        ("him.”–Ann ~Lee", ["him", ".", "”", "–", "Ann", "~", "Lee"]),
        ("at -5, Min-ho", ["at", "-5", ",", "Min", "-", "ho"]),
        ("He didn't", ["He", "did", "n't"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    doc = blank()(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


def test_it_is_made_once() -> None:
    """Each rule that is set on a finished tokenizer makes its 1,300 special cases anew."""
    blank()
    assert steps(blank) <= steps(lambda: spacy.blank("en"))
