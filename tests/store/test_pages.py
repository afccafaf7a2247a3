"""One speaker's page, and quotes by office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Speaker
from quotes.store import Store

from .build import make_article, make_quote

OWN = """
[[person]]
id = "ada-marsh"
name = "Ada Marsh"
offices = [
  { title = "Prime Minister", of = "Chile", from = 2001-01-01, until = 2002-12-31 },
  { title = "Envoy", of = "Chile" },
]
[[person]]
id = "neil-poe"
name = "Neil Poe"
offices = [{ title = "Prime Minister", of = "Chile", from = 2003-01-01 }]
"""
ADA, NEIL = Speaker(name="Ada Marsh", id="ada-marsh"), Speaker(name="Neil Poe", id="neil-poe")


@pytest.fixture(autouse=True)
def own_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf8")
    monkeypatch.setenv("QUOTES_SPEAKERS", str(tmp_path / "own.toml"))


@pytest.fixture
def filled(store: Store) -> Iterator[Store]:
    """Each of them once a year."""
    for year in (2000, 2001, 2002, 2003):
        article = make_article(str(year), date=dt.date(year, 5, 1), publisher=f"Paper {year % 2}")
        facts: dict[str, Any] = {"role": "prime minister", "affiliation": "Chile"}
        ada = Speaker(name="Ada Marsh") if year == 2002 else ADA  # without the id, but merged
        said = make_quote(article, 0, 1, speaker=ada, office="Prime Minister of Chile", **facts)
        store.add(article, [said, make_quote(article, 0, 2, speaker=NEIL, role="poet")])
    yield store


def test_a_page(filled: Store) -> None:
    page = filled.speaker("Marsh")
    assert (page.name, page.id, page.type, page.count) == ("Ada Marsh", "ada-marsh", "person", 4)
    role = page.roles[0]
    assert (role.value, role.count) == ("prime minister", 4)
    assert (role.first, role.last) == (dt.date(2000, 5, 1), dt.date(2003, 5, 1))
    assert [entry.value for entry in page.affiliations] == ["Chile"]
    assert [entry.value for entry in page.offices] == ["Prime Minister of Chile"]
    assert [(entry.value, entry.count) for entry in page.publishers] == [
        ("Paper 0", 2),
        ("Paper 1", 2),
    ]
    assert [entry.value for entry in page.months] == ["2000-05", "2001-05", "2002-05", "2003-05"]
    assert page.first and page.first.article_id == "2000"
    assert page.last and page.last.article_id == "2003"


def test_offices_that_the_registry_knows(filled: Store) -> None:
    page = filled.speaker("Marsh")
    first, second = page.held
    assert (first.title, first.of) == ("Prime Minister", "Chile")
    assert (first.first, first.last) == (dt.date(2001, 1, 1), dt.date(2002, 12, 31))
    assert (second.title, second.first, second.last) == ("Envoy", None, None)
    assert filled.speaker("Poe").held[0].last is None


def test_the_page_in_wikidata(store: Store) -> None:
    article = make_article()
    ann = Speaker(name="Ann Roe", wikidata="Q42")
    store.add(article, [make_quote(article, 0, 1, speaker=ann), make_quote(article, 0, 2)])
    assert store.speaker("Roe").wikidata_url == "https://www.wikidata.org/wiki/Q42"
    assert store.speaker("Dupont").wikidata_url is None


def test_each_role_has_its_time(store: Store) -> None:
    roles = {4: None, 5: "nurse", 2: "nurse", 3: "mayor", 1: "nurse"}
    for day, role in roles.items():
        article = make_article(str(day), date=dt.date(2021, 3, day))
        store.add(article, [make_quote(article, role=role, affiliation=f"Clinic {day}")])
    page = store.speaker("Dupont")
    days = [(role.value, role.count, role.first, role.last) for role in page.roles]
    assert days == [
        ("nurse", 3, dt.date(2021, 3, 1), dt.date(2021, 3, 5)),
        ("mayor", 1, dt.date(2021, 3, 3), dt.date(2021, 3, 3)),
    ]


def test_the_first_quote_of_a_page_may_be_of_an_undated_article(store: Store) -> None:
    """Its day is the one on which it was said."""
    days: list[tuple[dt.date | None, dt.date | None]] = [
        (dt.date(2021, 3, 2), None),
        (None, dt.date(2021, 3, 1)),
        (None, None),
        (dt.date(2021, 3, 3), dt.date(2020, 1, 1)),
    ]
    for number, (day, said_on) in enumerate(days):
        article = make_article(str(number), date=day)
        store.add(article, [make_quote(article, said_on=said_on)])
    page = store.speaker("Dupont")
    assert page.first and page.last
    assert (page.first.article_id, page.last.article_id) == ("1", "3")


def test_a_page_without_what_is_asked_for(filled: Store) -> None:
    page = filled.speaker("Marsh", act="thought")
    assert (page.name, page.count, page.first, page.months) == ("Ada Marsh", 0, None, ())


PREMIER = "prime minister of Chile"
OFFICES: list[tuple[dict[str, Any], str]] = [
    ({"office": PREMIER}, "2003 Neil Poe, 2002 Ada Marsh, 2001 Ada Marsh"),
    ({"office": "Chilean Prime Minister"}, "2003 Neil Poe, 2002 Ada Marsh, 2001 Ada Marsh"),
    ({"office": "premier of Chile", "until": dt.date(2001, 12, 31)}, "2001 Ada Marsh"),
    ({"office": PREMIER, "on": dt.date(2002, 12, 31)}, ""),
    ({"office": PREMIER, "speaker": "Marsh"}, "2002 Ada Marsh, 2001 Ada Marsh"),
    ({"office": "envoy of Chile"}, ""),
    ({"office": "president of Russia"}, ""),
]


@pytest.mark.parametrize(("asked", "found"), OFFICES)
def test_by_office(filled: Store, asked: dict[str, Any], found: str) -> None:
    quotes = filled.quotes(**asked)
    shown = [f"{quote.article_id} {quote.speaker.name}" for quote in quotes if quote.speaker]
    assert ", ".join(shown) == found


def test_said_on_a_day_by_who_held_the_office_then(filled: Store) -> None:
    """Whenever it was published."""
    day = dt.date(2002, 12, 31)
    article = make_article("later", date=dt.date(2006, 1, 1), text="Word by word.")
    names = ("Ada Marsh", "Neil Poe")
    said = [
        make_quote(article, 0, n, speaker=ask.speaker, said_on=day)
        for n, name in enumerate(names, 1)
        for ask in filled.quotes(speaker=name, limit=1)
    ]
    filled.add(article, said)
    assert filled.quotes(office=PREMIER, on=day) == said[:1]
    assert filled.quotes(on=day) == said


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"office": "queen of Chile"}, "no office 'queen of Chile' is known; near it: .*of Chile"),
    ({"office": "prime minister of Atlantis"}, "near it: Prime Minister of"),
    ({"office": ""}, "no office ''"),
    ({"office": PREMIER, "on": dt.date(1999, 1, 1)}, "nobody is known to have been Prime Minister"),
]


@pytest.mark.parametrize(("asked", "message"), WRONG)
def test_unknown_offices_are_one_line(filled: Store, asked: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message) as error:
        filled.quotes(**asked)
    assert "\n" not in str(error.value)
