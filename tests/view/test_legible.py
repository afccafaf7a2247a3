"""The text that is read in place of one that is not clean, and the way back to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.view import Edit, View, legible
from tests.counted import steps

CLEAN = "“We agree,” she said.\n\nThe cease-fire holds, Ann O’Neil told the paper.\n"

ROWS = [
    (CLEAN, CLEAN),
    # odd characters
    ("a\u00a0b\u202fc", "a b c"),
    ("co\u00adoper\u200bate", "cooperate"),
    ("ﬁnal oﬃce", "final office"),
    ("\ufeffWords", "Words"),
    ("one\u2028two\x0cthree\x00", "one\ntwo\nthree"),
    # quotation marks that few know; but not of inches and minutes
    ("″Yes,″ she said. ❝No,❞ he said.", '"Yes," she said. “No,” he said.'),
    ("a pole of 12″ and 6′ 3″", None),
    # garbled encodings, marks kept as they are
    ("â€œWe wonâ€™t goâ€\x9d", "“We won’t go”"),
    ("cafÃ© in MÃ¡laga", "café in Málaga"),
    ("Ã‰ric’s “Â£5”", "Éric’s “£5”"),
    ("“Élan” — São Paulo, Ångström", "“Élan” — São Paulo, Ångström"),
    # words divided at the end of a line
    ("the nego-\ntiations went on", "the negotiations went on"),
    ("a cease-\r\nfire; the cease-fire", "a cease-fire; the cease-fire"),
    ("pre-\nWar and A-\nteam", "pre-\nWar and A-\nteam"),
    # spaces that are there twice; three divide columns
    ("a  ferry to  Oslo", "a ferry to Oslo"),
    ("Lee   4\n  Moss   2", None),
    # sentences that run into each other
    ("all the difference.The president said", "all the difference. The president said"),
    ("he said.“We agree.”She left", "he said. “We agree.” She left"),
    ("in the regionThe minister said", "in the region The minister said"),
    ("U.S.Army, St.Petersburg, example.Com/A.B, see www.post.Example", None),
    ("McDonald told LinkedIn and YouTube that", None),
]


@pytest.mark.parametrize(("text", "read"), ROWS)
def test_what_is_read(text: str, read: str | None) -> None:
    assert legible(text).text == (text if read is None else read)


def test_lines_broken_at_a_width_are_put_together() -> None:
    paragraphs = [
        "The mayor of Ostrava told the council on Monday that the bridge would be closed for the "
        "whole of the winter, since nobody had found the money for it so far.",
        "“It is not what we wanted,” Petra Novak said after a meeting that lasted until midnight "
        "and ended without a vote or as much as a date for the next one.",
        "- one item\n- another",
    ]
    wrapped = "\n\n".join(_wrap(paragraph, 60) for paragraph in paragraphs)
    assert legible(wrapped).text == "\n\n".join(paragraphs)


def test_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    text = "A Short Title\nBy Ann Roe\n" + "\n".join(["Words of one paragraph. " * 9] * 5)
    assert legible(text).text == text


def _wrap(paragraph: str, width: int) -> str:
    import textwrap

    lines = paragraph.split("\n")
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)


def test_the_way_back() -> None:
    text = "â€œWe wonâ€™t nego-\ntiate,â€\x9d he said.The ﬁnal word"
    view = legible(text)
    for words, original in (
        ("“", "â€œ"),
        ("won’t", "wonâ€™t"),
        ("negotiate", "nego-\ntiate"),
        (",”", ",â€\x9d"),
        ("The", "The"),
        ("final", "ﬁnal"),
        ("fin", "ﬁn"),
    ):
        start = view.text.index(words)
        first, last = view.original(start, start + len(words))
        assert text[first:last] == original


def test_edits_of_edits() -> None:
    view = View("abcdef").edited([Edit(1, 3, "X")]).edited([Edit(1, 2, "YZ"), Edit(4, 4, "!")])
    assert view.text == "aYZde!f"
    places = [(0, 1), (1, 3), (1, 3), (3, 4), (4, 5), (5, 5), (5, 6)]
    assert [view.original(i, i + 1) for i in range(7)] == places


@given(
    st.text("ab", max_size=9), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4)
)
def test_characters_of_edited_texts_know_their_place(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    edits, done = [], 0
    for start, size in sorted(cuts):
        if done <= start <= start + size // 3 <= len(text):
            edits.append(Edit(start, start + size // 3, "XYZ"[: size % 4]))
            done = start + max(1, size // 3)
    expected, places = list(text), [(place, place + 1) for place in range(len(text))]
    for start, end, words in reversed(edits):
        expected[start:end] = words
        if len(words) != end - start:
            lone = (start, end) if start < end else (start, start)
            places[start:end] = [lone] * len(words)
    view = View(text).edited(edits)
    assert view.text == "".join(expected)
    assert [view.original(i, i + 1) for i in range(len(view.text))] == places


UNITS = [
    "a",
    " ",
    "\n",
    "=",
    "a ",
    "ab-\n",
    "ab-ab ",
    "- ",
    "Ã©",
    "\u00ad",
    "ab.Ab",
    "x \n",
    "@a ",
    "> a\n— B\n",
]


@pytest.mark.parametrize("unit", UNITS)
def test_steps_grow_with_the_text_alone(unit: str) -> None:
    small, large = (steps(lambda n=n: legible(unit * n)) for n in (2000, 8000))
    assert large < 5 * small + 100


@pytest.mark.parametrize("unit", UNITS)
def test_a_million_characters(unit: str) -> None:
    """A search that took time with their square would not end within the time a test may take."""
    text = unit * (1_000_000 // len(unit))
    assert len(legible(text).text) <= 1.3 * len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("=" * 60_000 + " Title", "=" * 250 + " Title"),
        ("=<_" * 5000, ("=<_" * 100)[:250]),
        ("-" * 100 + "\n" + "=" * 250, None),
        ("Moss" + " " * 5000 + "said", "Moss said"),
        ("Moss" + " " * 5000 + "\nsaid", "Moss\nsaid"),
        ("Moss" + " \n" * 5000 + "said", "Moss\n\nsaid"),
        ("a" * 2500, " ".join(["a" * 1000, "a" * 1000, "a" * 500])),
        ("a" * 1000 + " " + "b" * 1000, None),
    ],
)
def test_runs_without_end(text: str, read: str | None) -> None:
    view = legible(text)
    assert view.text == (text if read is None else read)
    assert view.original(0, len(view.text)) == (0, len(text))


@settings(max_examples=300)
@given(
    st.text(
        st.sampled_from("ab AZ.\n\r-“”’ \u00a0\u00adﬁâ€œÃ©\x9d™") | st.characters(codec="utf-8"),
        max_size=200,
    )
)
def test_any_text(text: str) -> None:
    """Every character of the view leads to a place in the text, and they come in its order."""
    view = legible(text)
    places = [view.original(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert places == sorted(places)
    for char, (start, end) in zip(view.text, places, strict=True):
        if char.isalnum() and char.isascii():
            assert start < end


APART = [
    # turns of a talk
    "ROE: We think the budget is in bad trouble now.\n"
    "LEE: I do not agree with a word of that, Ann.\n"
    "ROE: You never agreed with anything I told you.\n"
    "LEE: That is because you are always wrong here.\n"
    "ROE: We shall see who is wrong when votes come.\n"
    "LEE: We shall see, and I will be there as well.",
    # a list
    "\n".join(
        f"Alexander Montgomery, Minister of {x}" for x in ("Finance", "Justice", "Culture") * 3
    ),
    # columns
    "\n".join(f"Ostrava North {n}      {n}12      lost by the mayor" for n in range(9)),
]


@pytest.mark.parametrize("text", APART)
def test_lines_that_begin_anew_stay_apart(text: str) -> None:
    assert legible(text).text == text


def test_an_indent_begins_a_paragraph() -> None:
    words = "the bridge over the river was closed for the whole of the winter and no one knew why "
    lines = [
        line for n in range(3) for line in _wrap("    The council: " + words * 2, 60).split("\n")
    ]
    read = legible("\n".join(lines)).text
    assert read.count("\n    The council") == 2
    assert read.count("\n") == 2


@pytest.mark.parametrize(
    "text", ["Vice-\npresident Ann", "co-\nfounder", "two-\nand three-year", "mother-in-\nlaw"]
)
def test_hyphens_that_are_the_words_own(text: str) -> None:
    assert legible(text).text == text.replace("\n", "")
