"""Steps grow with a text's length, and not with its square."""

from __future__ import annotations

import datetime as dt

import pytest
from spacy.tokens import Doc

from benchmarks.growth import SHAPES, make
from quotes.extraction import doc_quotes
from quotes.pipeline.attributions.confidence import Confidence
from quotes.pipeline.context import set_context
from quotes.pipeline.whole import STEPS, finding, make_step
from quotes.records import Article
from quotes.view import legible
from tests.counted import steps
from tests.pipeline.builders import BLANK
from tests.pipeline.told import told

SMALL, LARGE = 12_000, 36_000  # characters
FEW, MANY = 80, 640  # sentences
MOST = 1.25  # times as many a character
NONE = 3000  # steps that tell nothing
FINDING = finding(told, Confidence(constant=3.0))
COMPONENTS = [*FINDING, *map(make_step, STEPS[len(FINDING) :])]


def _read(text: str) -> tuple[Doc, list[int]]:
    """The Doc, and how many steps each component took."""
    doc = BLANK(legible(text).text)
    set_context(doc, date=dt.date(2020, 11, 20))
    return doc, [steps(lambda step=step: step(doc)) for step in COMPONENTS]


def _fast(small: str, large: str) -> list[str]:
    """The components whose steps grow faster than the text."""
    most = MOST * len(large) / len(small)
    counts = zip(STEPS, _read(small)[1], _read(large)[1], strict=True)
    return [str(step) for step, few, many in counts if many > most * few + NONE]


@pytest.mark.parametrize("shape", SHAPES)
def test_steps_grow_with_the_text_alone(shape: str) -> None:
    assert not _fast(make(shape, SMALL), make(shape, LARGE))


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
    "interview": "Q: Does Ann Name{n} know?\nA: I said that Ben Name{n} said it rains.\n",
    "interviews": "We met Ann Name{n}.\nQ: Why?\nA: It rains.\nIt rains.\nIt snows.\nIt rains.\n",
    "labels": "**Ann Name{n}:** It rains\n",
    "one label": "Q: It rains.\n",
    "passed on": "Interfax quoted Ann Name{n} as saying it rains, Reuters reported. ",
}


@pytest.mark.parametrize("shape", OTHERS)
def test_so_do_those_about_people(shape: str) -> None:
    small, large = ("".join(OTHERS[shape].format(n=i) for i in range(n)) for n in (FEW, MANY))
    assert not _fast(small, large)


def test_the_rules_find_something() -> None:
    text = make("prose", SMALL)
    found = doc_quotes(_read(text)[0], Article(id="a", text=text, date=dt.date(2020, 11, 20)))
    assert len(found) > 20
    assert sum(quote.speaker is not None for quote in found) > 10
