"""Which of the registry's people somebody is: a minister's name alone is not enough."""

from __future__ import annotations

import datetime as dt

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.speakers import resolve_speakers
from quotes.records import Speaker
from quotes.registry import Office, Person, Registry
from tests.pipeline.builders import build

SAID = " {c0 said} {q0 taxes are too high}"
DATE = "2016-03-01"


def person(name: str, title: str, of: str, *, known: bool = False) -> Person:
    """Somebody who held the office from 2015, and surely until 2018."""
    office = Office(title, of, dt.date(2015, 1, 1), as_of=dt.date(2018, 1, 1))
    slug = name.lower().replace(" ", "-")
    support = not known
    return Person(slug, name, offices=(office,), needs_support=support, wikidata=f"Q{len(name)}")


REGISTRY = Registry(
    [
        person("Paul Turner", "Prime Minister", "Peru"),
        person("Rosa Mill", "President", "Chile"),
        person("Ada Stone", "Foreign Minister", "Norway"),
        person("Ben Stone", "Defense Minister", "Kenya"),
        person("Tom Kirk", "Prime Minister", "Norway", known=True),
        person("Joan Kirk", "Foreign Minister", "Peru"),
    ]
)


def speaker(markup: str, date: str | None = DATE) -> Speaker | None:
    doc = build(markup, date=date)
    resolve_speakers(doc, REGISTRY)
    return attributions(doc)[-1].speaker


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        # an office like theirs, of their country, on whatever day
        ("{s0 Peruvian Prime Minister [PER Paul Turner]}", "Paul Turner"),
        ("{s0 [PER Paul Turner], the prime minister of [LOC Peru],}", "Paul Turner"),
        ("In [LOC Lima], {s0 Prime Minister [PER Paul Turner]}", "Paul Turner"),
        ("{s0 Peru's former premier [PER Paul Turner]}", "Paul Turner"),
        ("{s0 Peruvian Interior Minister [PER Paul Turner]}", "Paul Turner"),
        ("In [LOC Oslo], {s0 Foreign Minister [PER Ada Stone]}", "Ada Stone"),
        ("In [LOC Oslo], {s0 Defence Secretary [PER Ada Stone]}", "Ada Stone"),
        ("{s0 Chilean President [PER Rosa Mill]}", "Rosa Mill"),
        ("{s0 Chilean leader [PER Rosa Mill]}", "Rosa Mill"),
        # no country, on a day on which they held it
        ("{s0 President [PER Rosa Mill]}", "Rosa Mill"),
        # named in full where the article speaks of the country's office
        ("[PER Rosa Mill] came. The Chilean president spoke. {s0 [PER Mill]}", "Rosa Mill"),
        # by the surname, with the very office of the country
        ("{s0 Norwegian Foreign Minister [PER Stone]}", "Ada Stone"),
        ("{s0 Kenyan Defence Minister [PER Stone]}", "Ben Stone"),
    ],
)
def test_with_support(markup: str, name: str) -> None:
    found = speaker(markup + SAID)
    assert found is not None
    assert (found.name, found.id, found.wikidata) == (
        name,
        name.lower().replace(" ", "-"),
        f"Q{len(name)}",
    )


@pytest.mark.parametrize(
    "markup",
    [
        # nothing is said of them, or something else
        "{s0 [PER Paul Turner]}",
        "It rained in [LOC Peru]. {s0 [PER Paul Turner]}",
        "It rained in [LOC Peru]. {s0 [PER Paul Turner], a plumber,}",
        "It rained in [LOC Peru]. {s0 [PER Paul Turner], director of the zoo,}",
        "{s0 [PER Rosa Mill], president of the Chilean Chess Federation,}",
        "It rained in [LOC Chile]. {s0 [PER Rosa Mill], president of the bowling club,}",
        "It rained in [LOC Peru]. {s0 Baptist minister [PER Paul Turner]}",
        "It rained in [LOC Peru]. {s0 the club's leader, [PER Paul Turner],}",
        # such an office of another country
        "It rained in [LOC Peru]. {s0 Kenyan Prime Minister [PER Paul Turner]}",
        "{s0 [PER Rosa Mill], the president of [LOC Ghana],}",
        # another given name
        "{s0 Peruvian Prime Minister [PER Edgar Turner]}",
        # a surname alone, with a lower office, with an office only, or with one of no such country
        "It rained in [LOC Norway]. {s0 [PER Stone]}",
        "{s0 Norwegian Deputy Foreign Minister [PER Stone]}",
        "{s0 Foreign Minister [PER Stone]}",
        "{s0 Norwegian lawmaker [PER Stone]}",
        "{s0 Ghanaian Foreign Minister [PER Stone]}",
    ],
)
def test_without_support(markup: str) -> None:
    found = speaker(markup + SAID)
    assert found is not None
    assert (found.id, found.wikidata) == (None, None)


@pytest.mark.parametrize(("date", "id"), [(DATE, "ada-stone"), ("2018-01-02", None), (None, None)])
def test_a_surname_is_theirs_while_they_surely_hold_the_office(
    date: str | None, id: str | None
) -> None:
    found = speaker("{s0 Norwegian Foreign Minister [PER Stone]}" + SAID, date)
    assert found is not None and found.id == id


@pytest.mark.parametrize(
    ("date", "name"), [(DATE, "Rosa Mill"), ("2018-01-02", "The Chilean president")]
)
def test_an_office_stands_for_nobody_when_it_is_not_known_who_holds_it(
    date: str, name: str
) -> None:
    found = speaker("{s0 The Chilean president}" + SAID, date)
    assert found is not None and found.name == name


def test_who_is_known_by_name_needs_no_support() -> None:
    found = speaker("{s0 [PER Tom Kirk]}" + SAID)
    assert found is not None and found.id == "tom-kirk"
    found = speaker("It rained in [LOC Norway] and [LOC Peru]. {s0 [PER Kirk]}" + SAID)
    assert found is not None and found.id == "tom-kirk"


def test_two_of_one_name_in_one_article_are_two() -> None:
    found = speaker(
        "Peruvian Prime Minister [PER Paul Turner] came. {s0 [PER Paula Turner]}" + SAID
    )
    assert found is not None and found.id is None
