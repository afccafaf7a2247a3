"""Words as they are compared, and the lists that they are compared by."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from quotes.sayings.numbers import join_numbers
from quotes.sayings.wording import opposites, root
from quotes.sayings.words import read_pieces, read_words

DATA = tomllib.loads((files("quotes") / "data" / "wording.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("twelve thousand", "12000"),
        ("nine hundred million", "900000000"),
        ("a million", "1000000"),
        ("a dozen eggs", "12 eggs"),
        ("2.5 million", "2500000"),
        ("twenty one", "21"),
        ("one of us", "one of us"),
        ("a hat", "a hat"),
        ("", ""),
    ],
)
def test_numbers(words: str, numbers: str) -> None:
    assert " ".join(join_numbers(words.split())) == numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t go; it's over.", "we will not go, it is over"),
        (
            "They organised a colourful theatre programme",
            "They organized a colorful theater program",
        ),
        ("about 7% or $1 million", "about seven per cent or a million dollars"),
        ("[W]e will leave", "We will leave"),
        ("She [the pilot] landed", "She landed"),
        ("Well, you know, it works", "It works"),
        ("They raised wages", "they increased wages"),
    ],
)
def test_what_reads_the_same(one: str, other: str) -> None:
    assert [word.root for word in read_words(one)] == [word.root for word in read_words(other)]


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[...]", "[…]", " … ", "(...)"])
def test_an_ellipsis_parts_pieces(mark: str) -> None:
    assert len(read_pieces(f"The roof leaks {mark} and nobody cares")) == 2


def test_sorts() -> None:
    sorts = {word.root: word.sort for word in read_words("On Monday Ada did not sell 3 boats.")}
    assert sorts == {
        "on": "little",
        "monday": "turn",
        "ada": "name",
        "did": "little",
        "not": "negation",
        "sell": "content",
        "3": "number",
        "ship": "content",
    }


@pytest.mark.parametrize("name", ["synonyms", "irregular"])
def test_each_word_stands_once(name: str) -> None:
    forms = (line.split()[name == "irregular" :] for line in DATA[name])
    counts = Counter(word for line in forms for word in line)
    assert [word for word, count in counts.items() if count > 1] == []


def test_opposites_are_two() -> None:
    """No pair that the synonyms make one."""
    assert [root for root, against in opposites().items() if root in against] == []


def test_a_synonym_stands_for_its_line() -> None:
    for line in DATA["synonyms"]:
        assert len({root(word) for word in line.split()}) == 1, line
