"""Lists, filters, single quotes, summaries."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from quotes.errors import UsageError
from quotes.records import Quote, Speaker
from quotes.store import Store
from quotes.store.query.filters import Filters

from .build import MAYOR, OFFICE, make_article, make_quote, make_quotes

TUESDAY = dt.date(2021, 3, 2)
PASHINYAN = Speaker(name="Nikol Pashinyan", id="nikol-pashinyan")
MISSPELT = Speaker(name="Nikol Pashinian")
ALIYEV = Speaker(name="Aliyev")


@pytest.fixture
def quotes(store: Store) -> dict[str, Quote]:
    """A stored quote of each sort."""
    old = make_article("old", date=dt.date(1999, 12, 31), title="Old")
    new = make_article("new", date=TUESDAY, title="New", publisher="Łódź Herald")
    undated = make_article("undated", date=None)
    found = {
        "mayor": make_quote(old, 0, 1, said_on=TUESDAY),
        "thought": make_quote(old, 0, 2, act="thought"),
        "office": make_quote(old, 0, 3, speaker=OFFICE, role=None, confidence=0.3, kind="mixed"),
        "known": make_quote(new, 0, 1, speaker=PASHINYAN, role="Armenia's prime minister"),
        "misspelt": make_quote(
            new, 0, 2, speaker=MISSPELT, role="Armenian Prime Minister", via="Interfax News"
        ),
        "aliyev": make_quote(new, 0, 3, speaker=ALIYEV, role="Président"),
        "nobody": make_quote(undated, 0, 1, speaker=None, role=None),
        "resolved": make_quote(undated, 0, 2, speaker=None, role=None, said_on=TUESDAY),
    }
    for article in (old, new, undated):
        store.add(article, [quote for quote in found.values() if quote.article_id == article.id])
    return found


FILTERS: list[tuple[dict[str, Any], str]] = [
    ({}, "known misspelt aliyev mayor office nobody resolved"),
    ({"limit": 2}, "known misspelt"),
    ({"act": "thought"}, "thought"),
    ({"act": "all", "article": "old"}, "mayor thought office"),
    ({"kind": "mixed"}, "office"),
    ({"min_confidence": 0.9}, "known misspelt aliyev mayor nobody resolved"),
    ({"min_confidence": 0.91}, ""),
    ({"since": TUESDAY}, "known misspelt aliyev resolved"),
    ({"until": TUESDAY - dt.timedelta(days=1)}, "mayor office"),
    ({"since": TUESDAY, "until": TUESDAY}, "known misspelt aliyev resolved"),
    ({"role": "prime MINISTER"}, "known misspelt"),
    ({"role": "president"}, "aliyev"),
    ({"role": "mayor"}, "mayor"),
    ({"role": "armenia's"}, "known"),
    ({"role": "pope"}, ""),
    ({"via": "INTERFAX"}, "misspelt"),
    ({"via": "pope"}, ""),
    ({"on": TUESDAY}, "mayor resolved"),
    ({"on": TUESDAY, "speaker": "Dupont"}, "mayor"),
    ({"on": TUESDAY - dt.timedelta(days=1)}, ""),
    ({"publisher": "the courier"}, "mayor office nobody resolved"),
    ({"publisher": "lodz"}, "known misspelt aliyev"),
    ({"publisher": "r"}, "known misspelt aliyev mayor office nobody resolved"),
    ({"publisher": "r", "limit": 4}, "known misspelt aliyev mayor"),
    ({"publisher": "r", "speaker": "Dupont"}, "mayor"),
    ({"publisher": "courier", "since": TUESDAY}, "resolved"),
    ({"role": "prime", "speaker": "Pashinyan", "since": TUESDAY}, "known misspelt"),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
def test_filters(
    store: Store, quotes: dict[str, Quote], filters: dict[str, Any], expected: str
) -> None:
    assert store.quotes(**filters) == [quotes[name] for name in expected.split()]


SPEAKERS = [
    ("Chloé Dupont", "mayor"),
    ("chloe", "mayor"),
    ("DUPONT", "mayor"),
    ("Dupont, Chloé", "mayor"),
    ("dup", "mayor"),
    ("mayors office", "office"),
    ("Mayor’s Office", "office"),
    ("Pashinyan", "known misspelt"),
    ("Pashinian", "known misspelt"),
    ("Никол Пашинян", "known misspelt"),
    ("nikol-pashinyan", "known misspelt"),
    ("Pashinjan", "known misspelt"),
    ("person:Nikol Pashinian", "known misspelt"),
    ("Aliyev", "aliyev"),
    ("ali", "aliyev"),
]


@pytest.mark.parametrize(("name", "expected"), SPEAKERS)
def test_a_speaker_is_found_by_any_spelling_or_part_of_the_name(
    store: Store, quotes: dict[str, Quote], name: str, expected: str
) -> None:
    assert store.quotes(speaker=name) == [quotes[name] for name in expected.split()]


def test_whole_words_go_before_beginnings(store: Store, quotes: dict[str, Quote]) -> None:
    article = make_article("ali")
    ali = make_quote(article, speaker=Speaker(name="Muhammad Ali"))
    store.add(article, [ali])
    assert store.quotes(speaker="Ali") == [ali]


BAD_FILTERS: list[tuple[dict[str, Any], str]] = [
    ({"speaker": "Pashanyan"}, "no speaker 'Pashanyan' is stored; close to it: Nikol Pashin"),
    ({"speaker": "Xqzw"}, "no speaker 'Xqzw' is stored$"),
    ({"speaker": "Ilham Aliyev"}, "close to it: Aliyev"),
    ({"speaker": "?!"}, "nothing to look for in '\\?!'"),
    ({"role": "%"}, "nothing to look for in '%'"),
    ({"speaker": "\udcff"}, "."),
    ({"publisher": "The Curier"}, "no publisher 'The Curier' is stored; close to it: The Cour"),
    ({"article": "odl"}, "no article 'odl' is stored; close to it: old"),
    ({"kind": "loud"}, "kind 'loud' is none of: direct, mixed, indirect"),
    ({"act": "song"}, "act 'song' is none of: speech, thought, all"),
    ({"limit": 0}, "limit 0 shows nothing"),
    ({"limit": 10**30}, "a value cannot be stored or looked for"),
    ({"limit": -1}, "limit -1 shows nothing"),
    ({"since": TUESDAY, "until": dt.date(2020, 1, 1)}, "since 2021-03-02 is after until"),
]


@pytest.mark.parametrize(("filters", "message"), BAD_FILTERS)
def test_a_question_without_sense_is_answered_in_one_line(
    store: Store, quotes: dict[str, Quote], filters: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError, match=message) as error:
        store.quotes(**filters)
    assert "\n" not in str(error.value)


def test_get_by_id_and_by_its_beginning(store: Store) -> None:
    article = make_article()
    one, two = (make_quote(article, 0, n, id=f"abc{n}") for n in (1, 2))
    three = make_quote(article, 0, 3, id="abc")
    store.add(article, [one, two, three])
    assert store.get("abc1") == (one, article)
    assert store.get(" abc2\n") == (two, article)
    assert store.get("abc") == (three, article)
    with pytest.raises(UsageError, match=r"'ab' begins several ids \(abc, abc1, abc2\)"):
        store.get("ab")


@pytest.mark.parametrize("wrong", ["x", "%", "_", "", " ", "abc*", "\udcff", "a\0"])
def test_get_of_an_unknown_id(store: Store, wrong: str) -> None:
    article = make_article()
    store.add(article, [make_quote(article, id="abc")])
    with pytest.raises(UsageError):
        store.get(wrong)


def test_speakers(store: Store, quotes: dict[str, Quote]) -> None:
    article = make_article("later", date=dt.date(2022, 1, 1))
    pashinian = Speaker(name="Nikol Pashinian", id=PASHINYAN.id)
    store.add(article, [make_quote(article, 0, n, speaker=pashinian) for n in (1, 2)])
    found = [(s.name, s.id, s.type, s.count, s.first, s.last) for s in store.speakers()]
    assert found == [
        ("Nikol Pashinian", PASHINYAN.id, "person", 4, TUESDAY, dt.date(2022, 1, 1)),
        ("Aliyev", None, "person", 1, TUESDAY, TUESDAY),
        (MAYOR.name, None, "person", 1, dt.date(1999, 12, 31), dt.date(1999, 12, 31)),
        (OFFICE.name, None, "organization", 1, dt.date(1999, 12, 31), dt.date(1999, 12, 31)),
    ]
    assert [s.count for s in store.speakers(act="all") if s.name == MAYOR.name] == [2]


def test_articles(store: Store, quotes: dict[str, Quote]) -> None:
    found = [(a.id, a.title, a.date, a.publisher, a.count) for a in store.articles()]
    assert found == [
        ("new", "New", TUESDAY, "Łódź Herald", 3),
        ("old", "Old", dt.date(1999, 12, 31), "The Courier", 2),
        ("undated", "Bridge to open", None, "The Courier", 2),
    ]


ARTICLES: list[tuple[dict[str, Any], list[tuple[str, int]]]] = [
    ({"act": "all"}, [("new", 3), ("old", 3), ("undated", 2), ("empty", 0)]),
    ({"publisher": "courier"}, [("old", 2), ("undated", 2), ("empty", 0)]),
    ({"since": TUESDAY}, [("new", 3)]),
    ({"until": TUESDAY, "publisher": "courier"}, [("old", 2)]),
    ({"article": "empty"}, [("empty", 0)]),
    ({"speaker": "Dupont"}, [("old", 1)]),
    ({"speaker": "Dupont", "act": "all"}, [("old", 2)]),
    ({"act": "thought"}, [("old", 1)]),
    ({"on": TUESDAY}, [("old", 1), ("undated", 1)]),
    ({"role": "prime", "publisher": "lodz"}, [("new", 2)]),
    ({"limit": 1, "after": "new", "act": "all"}, [("old", 3)]),
]


@pytest.mark.parametrize(("asked", "expected"), ARTICLES)
def test_articles_are_chosen_as_quotes_are(
    store: Store, quotes: dict[str, Quote], asked: dict[str, Any], expected: list[tuple[str, int]]
) -> None:
    store.add(make_article("empty", date=None, title="zzz"), [])
    found = [(a.id, a.count) for a in store.articles(**asked)]
    assert sorted(found) == sorted(expected)
    some = {name: value for name, value in asked.items() if name not in ("limit", "after")}
    if some not in ({"act": "all"},) and "limit" not in asked:
        assert store.find_removal(**some).articles == len(expected)


LEFT_OUT: list[tuple[dict[str, Any], tuple[int, int, int, int]]] = [
    ({}, (0, 1, 0, 0)),
    ({"act": "all"}, (0, 0, 0, 0)),
    ({"act": "thought"}, (0, 7, 0, 0)),
    ({"factuality": "negated"}, (7, 1, 0, 0)),
    ({"since": TUESDAY}, (0, 0, 1, 0)),
    ({"dated": True}, (0, 1, 1, 0)),
    ({"on": TUESDAY}, (0, 0, 0, 3)),
    ({"speaker": "Dupont"}, (0, 1, 0, 0)),
    ({"role": "mayor", "until": TUESDAY}, (0, 1, 0, 0)),
    ({"words": "t* OR th*"}, (0, 1, 0, 0)),
    ({"words": "t* OR th*", "on": TUESDAY}, (0, 0, 0, 2)),
]


@pytest.mark.parametrize(("asked", "expected"), LEFT_OUT)
def test_what_is_left_out(
    store: Store,
    quotes: dict[str, Quote],
    asked: dict[str, Any],
    expected: tuple[int, int, int, int],
) -> None:
    """Quotes are counted that have another factuality, are another act, have no day, or do not say
    on which day."""
    found = store.left_out(**asked)
    assert found is not None
    assert (found.factuality, found.act, found.undated, found.unsaid) == expected


def test_what_is_left_out_is_not_always_quick_to_tell(
    store: Store, quotes: dict[str, Quote]
) -> None:
    assert store.left_out(quick=True, role="mayor") is None
    for asked in ({}, {"role": "mayor", "speaker": "Dupont"}, {"publisher": "courier"}):
        assert store.left_out(quick=True, **asked) == store.left_out(**asked)


def test_who_is_meant(store: Store, quotes: dict[str, Quote]) -> None:
    assert store.meant("pashi") == ["Nikol Pashinyan"]
    assert store.meant("organization:Mayor's Office") == ["Mayor's Office"]
    assert store.publishers("R") == ["The Courier", "Łódź Herald"]
    assert store.publishers("LODZ herald") == ["Łódź Herald"]


def test_what_stands_beside(store: Store, quotes: dict[str, Quote]) -> None:
    """The name over all articles, whatever this one calls them; the byline and the place."""
    article = make_article(
        "placed", byline="Jo Frei", text="“We go.” " * 9, place="/news/placed.txt"
    )
    placed = make_quote(article, speaker=MISSPELT, role=None)
    store.add(article, [placed])
    store.merge("person:Aliyev", "person:Chloé Dupont")
    some = [quotes["aliyev"], quotes["misspelt"], quotes["nobody"], placed]
    found = [(one, more.speaker, more.byline, more.file) for one, more in store.beside(some)]
    assert found == [
        (quotes["aliyev"], "Chloé Dupont", None, None),
        (quotes["misspelt"], "Nikol Pashinian", None, None),
        (quotes["nobody"], None, None, None),
        (placed, "Nikol Pashinian", "Jo Frei", "/news/placed.txt"),
    ]
    store.remove(article="placed")
    assert [more.speaker for _, more in store.beside([placed])] == ["Nikol Pashinian"]


def test_quotes_are_listed_under_the_earlier_name_too(
    store: Store, quotes: dict[str, Quote]
) -> None:
    assert store.list(kind="mixed") == store.quotes(kind="mixed") == [quotes["office"]]


def test_an_empty_store_answers_with_nothing(store: Store) -> None:
    assert (store.quotes(), store.search("x"), store.speakers(), store.articles()) == (
        [],
        [],
        [],
        [],
    )


@pytest.mark.parametrize("least", [Decimal("0.5"), np.float32(0.5), 1, 10**30])
def test_any_number_will_do(store: Store, least: Any) -> None:
    article = make_article()
    store.add(article, make_quotes(article, 2))
    expected = [quote for quote in store.quotes() if quote.confidence >= least]
    assert store.quotes(min_confidence=least) == expected


def test_the_earlier_name_still_answers(store: Store) -> None:
    store.add(make_article(), [make_quote(make_article())])
    assert store.quotes(speaker="Dupont") == store.quotes(speaker="Dupont") == store.quotes() != []


@pytest.mark.parametrize("few", [0, 1_000])
def test_articles_are_those_of_the_quotes(
    store: Store, quotes: dict[str, Quote], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("quotes.store.query.many.FEW", few)
    for filters, _ in FILTERS:
        asked = {name: value for name, value in filters.items() if name not in ("limit", "sort")}
        if not Filters(**asked).by_quotes:
            continue  # then it is the article that is of a day, by an outlet
        found = {one.id for one in store.articles(**asked)}
        assert found == {one.article_id for one in store.quotes(**asked)}, asked


def test_undated_quotes_are_left_out(store: Store, quotes: dict[str, Quote]) -> None:
    for filters in ({}, {"kind": "direct"}, {"speaker": "Mayor"}, {"min_confidence": 0.5}):
        undated = [one for one in store.quotes(**filters) if not (one.date or one.said_on)]
        assert store.left_out(**filters, since=TUESDAY).undated == len(undated)
