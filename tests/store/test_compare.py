"""Speakers and outlets beside each other, and what sets one off from others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import AmbiguousError, UsageError
from quotes.records import Speaker
from quotes.store import Store
from quotes.store.compare import beside, company, comparing, vocabulary
from quotes.store.compare.distinctive import distinctive, words_in

from .build import MONDAY, OFFICE, make_article, make_quote
from .conftest import counted_work

WORDS = st.text("abcdef", min_size=2, max_size=3)
COUNTS = st.dictionaries(WORDS, st.integers(1, 30), max_size=12).map(Counter)


def say(store: Store, id: str, said: Sequence[tuple[Any, str]], **facts: Any) -> None:
    """An article in which each says the words."""
    text = "\n".join(words for _, words in said)
    article = make_article(id, text=text, **facts)
    quotes, start = [], 0
    for who, words in said:
        speaker = Speaker(name=who) if isinstance(who, str) else who
        quotes.append(make_quote(article, start, start + len(words), speaker=speaker))
        start += len(words) + 1
    store.add(article, quotes)


@pytest.fixture
def filled(store: Store) -> Store:
    """Ann Roe speaks of bridges, Bo Kim of tunnels, both of money."""
    for number in range(8):
        said = [
            ("Ann Roe", f"The bridge {number} costs money."),
            ("Bo Kim", f"The tunnel {number} costs money."),
            (OFFICE, f"We shall see {number}."),
            (Speaker(name="fans", type="group"), f"Hurray {number}!"),
        ]
        day = MONDAY + dt.timedelta(days=20 * number)
        some = said if number < 5 else said[:1]
        say(store, f"a{number}", some, publisher=("Echo", "Courier")[number % 2], date=day)
    return store


# The statistic


def test_words_that_are_counted() -> None:
    texts = [
        "“The bridge’s toll isn’t low,” 25",
        "Toll, Ségolène! A cease-fire",
        "Toll, Ségolène! A cease-fire",
    ]
    assert words_in(texts) == {"toll": 2, "bridge": 1, "low": 1, "ségolène": 1, "cease-fire": 1}


def test_the_score_in_figures() -> None:
    """10 of 110 words against 0 of 100, with a prior of 1 of 21 words: the logarithm of 11/120 less
    that of 1/120, by the root of 1/11 + 1."""
    (word,) = distinctive(Counter(toll=10, road=100), Counter(road=100), 5)
    assert (word.word, word.count, word.others, word.score) == ("toll", 10, 0, 2.3)


@given(COUNTS, COUNTS)
def test_no_word_sets_both_off(one: Counter[str], other: Counter[str]) -> None:
    mine, theirs = distinctive(one, other, None), distinctive(other, one, None)
    assert not {word.word for word in mine} & {word.word for word in theirs}
    assert [word.score for word in mine] == sorted((w.score for w in mine), reverse=True)
    assert all(word.score > 1.95 and word.count >= 2 for word in mine)


@given(COUNTS)
def test_nothing_sets_off_from_the_same_or_from_nothing(one: Counter[str]) -> None:
    assert distinctive(one, one, None) == distinctive(one, Counter(), None) == []


# Two to six


def test_two_speakers(filled: Store) -> None:
    found = filled.compare(["Roe", "Kim"])
    ann, bo = found.of
    assert (found.by, ann.name, ann.count, bo.name, bo.count) == (
        "speaker",
        "Ann Roe",
        8,
        "Bo Kim",
        5,
    )
    assert [(word.word, word.count) for word in ann.words] == [("bridge", 8)]
    assert [(word.word, word.count) for word in bo.words] == [("tunnel", 5)]
    assert [(one.value, one.count) for one in ann.others] == [("Courier", 4), ("Echo", 4)]
    assert (ann.first, ann.last) == (MONDAY, MONDAY + dt.timedelta(days=140))
    assert sum(month.count for month in ann.months) == 8
    assert [(kind.value, kind.count) for kind in ann.kinds] == [("direct", 8)]
    assert (ann.looked_at, bo.looked_at) == (8, 5)


def test_two_outlets(filled: Store) -> None:
    echo, courier = filled.compare(["Echo", "courier"], by="publisher", since=MONDAY).of
    assert (echo.name, courier.name, echo.count, courier.count) == ("Echo", "Courier", 13, 10)
    assert [(one.value, one.count) for one in echo.others][:2] == [("Ann Roe", 4), ("Bo Kim", 3)]


def test_a_filter_holds_for_each(filled: Store) -> None:
    ann, bo = filled.compare(["Roe", "Kim"], publisher="Echo").of
    assert (ann.count, bo.count, [one.value for one in ann.others]) == (4, 3, ["Echo"])


def test_a_table_of_them_has_what_another_has_most(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it is not among the most frequent ones of the first."""
    monkeypatch.setattr(beside, "OTHERS", 1)
    for by, names in (("speaker", ["Roe", "Kim"]), ("publisher", ["Echo", "Courier"])):
        found = filled.compare(names, by)
        other = "publisher" if by == "speaker" else "speaker"
        for cell in found.cells:
            asked = {by: cell.other, other: cell.value}
            assert filled.count(**asked) == cell.count  # type: ignore[arg-type]
        assert {one.value for each in found.of for one in each.others} <= {
            cell.value for cell in found.cells
        }
        assert {cell.other for cell in found.cells} == set(names)


def test_what_is_left_out_of_all(filled: Store) -> None:
    found = filled.compare(["Roe", "Kim"], factuality="negated").left_out
    assert found.factuality == filled.count(speaker="Roe") + filled.count(speaker="Kim")


def test_names_are_told_apart_one_by_one(filled: Store) -> None:
    say(filled, "z", [("Zoe Kim", "Yes."), ("Roe", "No.")])
    kim, ann, same, nobody = filled.tell_apart(["Kim", "Ann Roe", "person:Ann Roe", "Zork"])
    assert kim.name is None
    assert set(kim.candidates) == {"Bo Kim", "Zoe Kim"}
    assert (ann.name, ann.error) == ("Ann Roe", None)
    assert "mean the same" in (same.error or "")
    assert "Zork" in (nobody.error or "")
    (short,) = filled.tell_apart(["Roe"])
    assert (short.name, short.namesakes) == ("Roe", ("Ann Roe",))
    (outlets,) = filled.tell_apart(["courier", "ier"], "publisher")[1:]
    assert "mean the same" in (outlets.error or "")
    (outlets,) = filled.tell_apart(["o"], "publisher")
    assert (outlets.name, outlets.means) == ("o", ("Courier", "Echo", "The Courier"))


@pytest.mark.parametrize("by", ["speaker", "publisher"])
def test_what_is_compared_is_no_filter(filled: Store, by: str) -> None:
    names = {"speaker": ["Roe", "Kim"], "publisher": ["Echo", "Courier"]}[by]
    asked = {by: names[0]}
    with pytest.raises(UsageError, match="take that away"):
        filled.compare(names, by, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "by"),
    [
        (["Roe"], "speaker"),
        (["Roe"] * 7, "speaker"),
        (["Roe", "Ann Roe"], "speaker"),
        (["Roe", "Roe"], "speaker"),
        (["Roe", "Nobody Such"], "speaker"),
        (["Echo", "echo"], "publisher"),
        (["Roe", "Kim"], "colour"),
    ],
)
def test_what_cannot_be_compared(filled: Store, names: list[str], by: str) -> None:
    with pytest.raises(UsageError):
        filled.compare(names, by=by)


def test_a_name_of_several(filled: Store) -> None:
    say(filled, "z", [("Zoe Kim", "Yes.")])
    with pytest.raises(AmbiguousError):
        filled.compare(["Roe", "Kim"])


def test_words_of_some_quotes_that_are_spread(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "QUOTES", 3)
    ann, bo = filled.compare(["Roe", "Kim"]).of
    assert 0 < ann.looked_at <= 3
    assert (ann.count, bo.count) == (8, 5)
    assert "at most 3 quotes" in filled.compare(["Roe", "Kim"]).notes[0]


def test_quotes_of_all_times_are_looked_at(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not those alone that were added first, nor last, also where two take turns to speak."""
    monkeypatch.setattr(comparing, "QUOTES", 40)
    said = []
    for number in range(160):
        word = "early" if number < 80 else "late"
        said += [("Ann Roe", f"It is {word} {number}."), ("Bo Kim", f"Tunnel {number}.")]
    say(store, "a", said)
    ann, bo = store.compare(["Roe", "Kim"]).of
    assert {word.word for word in ann.words} == {"early", "late"}
    assert ann.looked_at in range(25, 41)
    assert bo.looked_at in range(25, 41)


# One against everybody


def test_the_words_of_one(filled: Store) -> None:
    found = filled.words_of("Roe")
    assert (found.name, found.looked_at, found.of, found.others) == ("Ann Roe", 8, 8, 15)
    assert [(word.word, word.count, word.others) for word in found.words] == [("bridge", 8, 0)]
    assert filled.words_of("Roe", act="thought").words == ()


def test_the_words_of_one_who_is_alone(store: Store) -> None:
    say(store, "a", [("Ann Roe", "The bridge.")])
    assert filled_words(store) == ((), 1, 0)


def filled_words(store: Store) -> tuple[Any, int, int]:
    found = store.words_of("Roe")
    return found.words, found.looked_at, found.others


def test_who_is_quoted_beside_somebody(filled: Store) -> None:
    """By the number of articles; crowds have no names."""
    say(filled, "z", [("Ann Roe", "Once."), ("Bo Kim", "Twice."), ("Bo Kim", "Thrice.")])
    found = filled.beside_whom("Roe")
    assert (found.name, found.looked_at, found.quotes, found.of) == ("Ann Roe", 9, 9, 9)
    assert [(one.name, one.type, one.articles) for one in found.others] == [
        ("Bo Kim", "person", 6),
        ("Mayor's Office", "organization", 5),
    ]
    assert len(filled.beside_whom("Roe", limit=1).others) == 1
    assert filled.beside_whom("Roe", publisher="Courier").others[0].articles == 2


def test_merged_speakers_stand_beside_as_one(filled: Store) -> None:
    say(filled, "y", [("Ann Roe", "Once."), ("Robert Kim", "Twice.")])
    filled.merge("Bo Kim", "Robert Kim")
    first, *_ = filled.beside_whom("Roe").others
    assert first.articles == 6


def test_so_much_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of however many quotes, in as many statements, spread over all of them."""
    monkeypatch.setattr(vocabulary, "MINE", 20)
    monkeypatch.setattr(vocabulary, "ALL", 40)
    monkeypatch.setattr(company, "MOST", 10)
    work = []
    for size in (20, 200):
        place = path.with_name(f"{size}.db")
        with Store(place) as store:
            for number in range(size):
                said = [("Ann Roe", f"Bridge {number}, {end}.") for end in range(2)]
                say(store, f"a{number}", [*said, ("Bo Kim", f"Tunnel {number}.")])
        with counted_work() as counts, Store(place, read_only=True) as store:
            words, beside = store.words_of("Roe"), store.beside_whom("Roe")
            assert words.looked_at in range(5, 21)
            assert (words.of, beside.of) == (2 * size, 2 * size)
            assert 0 < words.others <= 40
            assert beside.looked_at <= beside.quotes <= 10
            work.append(counts["statements"])
    assert work[0] == work[1]
