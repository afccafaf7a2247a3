"""Calls grow with a text's length, and not with its square."""

from __future__ import annotations

import datetime as dt

import pytest
from spacy.tokens import Doc

from benchmarks.growth import SHAPES, make
from quotes.extraction import doc_quotes
from quotes.pipeline.attributions.confidence import Confidence
from quotes.pipeline.context import set_context
from quotes.pipeline.whole import reading
from quotes.records import Article
from quotes.registry import load_registry
from quotes.view import legible
from tests.counted import calls
from tests.pipeline.builders import BLANK
from tests.pipeline.told import told

SMALL, LARGE = 4000, 16_000  # characters
STEPS = reading(told, Confidence(constant=3.0), load_registry())


def _read(text: str) -> Doc:
    doc = BLANK(legible(text).text)
    set_context(doc, date=dt.date(2020, 11, 20))
    for step in STEPS:
        step(doc)
    return doc


def _calls(text: str) -> int:
    return calls(lambda: _read(text))


@pytest.mark.parametrize("shape", SHAPES)
def test_calls_grow_with_the_text_alone(shape: str) -> None:
    small, large = (_calls(make(shape, size)) for size in (SMALL, LARGE))
    assert large < 5 * small


OTHERS = {
    "one person, many ages": "Ann Moss, {n}, said it rains. The {n}-year-old said it snows. ",
    "one surname": "Given{n} Moss said it rains. Moss said it snows. ",
    "middle names": "Ann Mid{n} Moss said it rains. Mid{n} said it snows. ",
    "offices": "The mayor of Town{n}, Ann Name{n}, said it rains. The mayor said it snows. ",
    "officials": "A Kremlin official of Town{n} said it rains. The official said it snows. ",
    "citing": "Citing Name{n}, Ann Moss said it rains. ",
    "plural names": "The Names{n}es said it rains, Name{n}s said. ",
    "couples": "Ann and Ben Name{n} said it rains. His wife said it snows. ",
    "presidents": "The French president said it rains. Name{n} of France said it snows. ",
    "he is": "Ann Name{n} said it rains. She is the mayor of Town{n}. ",
    "passed on": "Interfax quoted Ann Name{n} as saying it rains, Reuters reported. ",
}


@pytest.mark.parametrize("shape", OTHERS)
def test_so_do_those_about_people(shape: str) -> None:
    texts = ("".join(OTHERS[shape].format(n=i) for i in range(n)) for n in (60, 240))
    small, large = map(_calls, texts)
    assert large < 5 * small


def test_the_rules_find_something() -> None:
    text = make("prose", SMALL)
    found = doc_quotes(_read(text), Article(id="a", text=text, date=dt.date(2020, 11, 20)))
    assert len(found) > 20
    assert sum(quote.speaker is not None for quote in found) > 10
