"""Which speaker a name means, and what is said where it means several."""

from __future__ import annotations

from typing import Any

import pytest

from quotes.errors import AmbiguousError
from quotes.store import Store

from .test_merging import add

SMITHS = [("John Smith", "john-smith-a"), ("John Smith", "john-smith-b"), ("John Smith", None)]


def test_a_surname_of_two_people_means_both(store: Store) -> None:
    add(store, "Ada Marsh", "Neil Marsh", "Neil Marsh", role=None)
    assert len(store.quotes(speaker="marsh")) == store.count("bridge", speaker="marsh") == 2
    assert store.meant("marsh") == ["Ada Marsh", "Neil Marsh"]
    assert store.meant("Ada Marsh") == ["Ada Marsh"]
    assert store.namesakes("marsh") == []
    with pytest.raises(AmbiguousError, match="'marsh' means 2 speakers") as error:
        store.speaker("marsh")
    assert error.value.candidates == (
        "Ada Marsh (person, 1 quote): 'Ada Marsh'",
        "Neil Marsh (person, 1 quote): 'Neil Marsh'",
    )


def test_each_candidate_can_be_named(store: Store) -> None:
    """Two people of the registry and one without an id, all of one name."""
    for name, id in SMITHS:
        add(store, name, id=id, role=None)
    assert len(store.quotes(speaker="John Smith")) == 3
    with pytest.raises(AmbiguousError) as error:
        store.speaker("John Smith")
    addresses = [line.rpartition(": ")[2].strip("'") for line in error.value.candidates]
    assert addresses == ["john-smith-a", "john-smith-b", "person:John Smith"]
    for address, (_, id) in zip(addresses, SMITHS, strict=True):
        (quote,) = store.quotes(speaker=address)
        assert quote.speaker is not None and quote.speaker.id == id


FITS = [
    # the whole name goes before a part of one
    ("Ann Roe", ["Ann Roe", "Ann Roe Marsh"], "Ann Roe"),
    ("Marsh", ["Marsh", "Ada Marsh"], "Marsh"),
    # words before beginnings, and before other spellings
    ("Ali", ["Omar Ali", "Omar Alikhan"], "Omar Ali"),
    ("Petrosian", ["Ara Petrosian", "Lev Petrosyan"], "Ara Petrosian"),
    ("Petrosian", ["Lev Petrosyan"], "Lev Petrosyan"),
    ("Петросян", ["Lev Petrosyan"], "Lev Petrosyan"),
    ("Leo Petrosjan", ["Leo Petrosyan"], "Leo Petrosyan"),
]


@pytest.mark.parametrize(("asked", "stored", "found"), FITS)
def test_what_fits_better_goes_first(
    store: Store, asked: str, stored: list[str], found: str
) -> None:
    add(store, *stored, role=None)
    assert [quote.speaker.name for quote in store.quotes(speaker=asked) if quote.speaker] == [found]


def test_those_left_out_are_named(store: Store) -> None:
    add(store, "Marsh", "Ada Marsh", "Neil Marsh", role=None)
    assert store.namesakes("Marsh") == ["Ada Marsh", "Neil Marsh"]
    assert store.namesakes("Ada Marsh") == []


def types(store: Store, speaker: str) -> list[Any]:
    return [quote.speaker.type for quote in store.quotes(speaker=speaker) if quote.speaker]


def test_persons_go_before_bodies_where_a_part_fits(store: Store) -> None:
    add(store, "Ada Marsh")
    add(store, "Marsh Holding", "Jordan", type="organization")
    add(store, "Jordan")
    assert types(store, "marsh") == ["person"]
    assert types(store, "marsh holding") == ["organization"]
    assert types(store, "Jordan") == ["organization", "person"]
    assert types(store, "organization:Jordan") == ["organization"]


def test_crowds_are_taken_together(store: Store) -> None:
    add(store, "city officials", "officials in town", type="group")
    assert types(store, "officials") == ["group", "group"]


def test_many_candidates_are_cut(store: Store) -> None:
    add(store, *(f"{a}{b}na Marsh" for a in "BDFGLMNPRST" for b in "ao"))
    with pytest.raises(AmbiguousError, match="means 22 speakers") as error:
        store.speaker("Marsh")
    assert len(error.value.candidates) == 21
    assert error.value.candidates[-1] == "and 2 more: give more of the name"
