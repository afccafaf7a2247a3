"""Trades by the form of their word, for no list has them all: "glazier Tom Roe", "Farrier Ann Lee
Moss"."""

from __future__ import annotations

from quotes.given_names import given_names
from quotes.pipeline.speakers.page import Page

ENDINGS = ("er", "or", "eer", "ist", "ian", "wright", "smith", "man", "woman", "herd")
SHORTEST = 5  # letters: "Tor", "Iker"


def is_trade(page: Page, i: int) -> bool:
    """True if a token is a word for somebody who does something: in lower case, or a capital at the
    start of a sentence that is no given name."""
    word = page.lower[i]
    if len(word) < SHORTEST or not word.endswith(ENDINGS) or not page.is_noun(i):
        return False
    if page.text[i].islower():
        return page.tag[i] == "NN"
    starts = i == 0 or page.sentence[i - 1] != page.sentence[i] or page.text[i - 1] in "“\"‘'"
    given = given_names()
    return starts and word not in given.gender and word not in given.full
