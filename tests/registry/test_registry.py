from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.errors import InputError
from quotes.places import load_places
from quotes.registry import Office, Person, Registry, load_registry


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Pashinyan", "Nikol Pashinyan"),
        ("nikol pashinian", "Nikol Pashinyan"),
        ("Пашинян", "Nikol Pashinyan"),
        ("Çavuşoğlu", "Mevlut Cavusoglu"),
        ("cavusoglu", "Mevlut Cavusoglu"),
        ("ILHAM ALIYEV", "Ilham Aliyev"),
        ("von der Leyen", "Ursula von der Leyen"),
    ],
)
def test_find_by_any_spelling(query: str, expected: str) -> None:
    assert expected in [person.name for person in load_registry().find(query)]


@pytest.mark.parametrize("query", ["", "  ", "…", "Nobody Atall"])
def test_find_nobody(query: str) -> None:
    assert load_registry().find(query) == []


@pytest.mark.parametrize(
    ("title", "of", "on", "expected"),
    [
        ("Prime Minister", "Armenia", "2018-05-07", None),
        ("Prime Minister", "Armenia", "2018-05-08", "Nikol Pashinyan"),
        ("President", "United States", "2017-01-19", "Barack Obama"),
        ("president", "united states", "2017-01-20", "Donald Trump"),
        ("President", "Russia", "2010-06-01", "Dmitry Medvedev"),
        ("Foreign Minister", "Armenia", "2020-11-17", None),
        ("King", "Atlantis", "2020-01-01", None),
        ("Prime Minister", "Japan", "2013-01-01", "Shinzo Abe"),
        ("Foreign Minister", "Kazakhstan", "2020-02-29", "Mukhtar Tleuberdi"),
        ("Secretary-General", "NATO", "2009-08-01", "Anders Fogh Rasmussen"),
    ],
)
def test_holder(title: str, of: str, on: str, expected: str | None) -> None:
    holder = load_registry().holder(title, of, dt.date.fromisoformat(on))
    assert (holder.name if holder else None) == expected


def test_built_in_people_have_all_that_helps() -> None:
    registry = load_registry()
    assert len(registry.people) >= 450
    for person in registry.people:
        assert person.gender in ("m", "f") or person.needs_support, person.id
        assert person.offices, person.id


def test_an_office_whose_end_is_not_known_stands_for_nobody_later() -> None:
    office = Office("Mayor", "Dover", dt.date(2020, 1, 1), as_of=dt.date(2021, 6, 30))
    days = (dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2021, 6, 30), dt.date(2021, 7, 1))
    assert [office.covers(day) for day in days] == [False, True, True, False]
    held_still = replace(office, as_of=None)
    assert held_still.covers(dt.date(2021, 7, 1)) and held_still.last is None


SUPPORTED = Person(
    "ann-lee",
    "Ann Lee",
    offices=(Office("Mayor", "Dover", dt.date(2020, 1, 1), dt.date(2022, 1, 1)),),
    needs_support=True,
)


def test_those_known_by_name_go_before_those_who_need_support() -> None:
    known = replace(SUPPORTED, id="bob-orr", name="Bob Orr", needs_support=False)
    day = dt.date(2021, 1, 1)
    assert Registry([SUPPORTED]).holder("Mayor", "Dover", day) == SUPPORTED
    assert Registry([SUPPORTED, known]).holder("Mayor", "Dover", day) == known
    another = replace(SUPPORTED, id="cy-poe", name="Cy Poe")
    assert Registry([SUPPORTED, another]).holder("Mayor", "Dover", day) is None


def test_a_surname_alone_is_nobody_who_needs_support() -> None:
    registry = Registry([SUPPORTED])
    assert registry.by_surname("Lee") == []
    assert registry.with_support("LEE") == [SUPPORTED]
    assert registry.find("lee") == [SUPPORTED]


def test_own_file_takes_the_place_of_one_of_wikidata(tmp_path: Path) -> None:
    known = next(person for person in load_registry().people if person.needs_support)
    own = tmp_path / "mine.toml"
    own.write_text(
        f'[[person]]\nid = "mine"\nname = "Ann Lee"\nwikidata = "{known.wikidata}"\n',
        encoding="utf8",
    )
    registry = load_registry(own)
    assert registry.person("mine") is not None
    assert registry.person(known.id) is None


def test_own_file_adds_and_replaces(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        '[[person]]\nid = "ann-lee"\nname = "Ann Lee"\ngender = "f"\n'
        'offices = [{ title = "Mayor", of = "Dover", from = 2020-01-01 }]\n'
        '[[person]]\nid = "vladimir-putin"\nname = "V. Putin"\n'
        '[[organization]]\nid = "dover"\nname = "Dover Council"\n',
        encoding="utf8",
    )
    registry = load_registry(own)
    holder = registry.holder("Mayor", "Dover", dt.date(2021, 5, 1))
    assert holder is not None and holder.id == "ann-lee"
    assert [person.name for person in registry.find("Putin")] == ["V. Putin"]
    assert registry.body("dover council") is not None
    assert [person.name for person in load_registry().find("Putin")] == ["Vladimir Putin"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("person = [", "not a TOML file"),
        ("[person]\nid = 'a'\n", "[[person]]"),
        ("[[person]]\nid = 'a'\n", "has no name"),
        ("[[person]]\nname = 'a'\n", "has no id"),
        ("[[person]]\nid = 'a'\nname = 'A'\ngender = 'x'\n", "gender"),
        ("[[person]]\nid = 'a'\nname = 'A'\nnames = 'B'\n", "names"),
        ("[[person]]\nid = 'a'\nname = 'A'\noffices = [{title = 'x'}]\n", "title and of"),
        (
            "[[person]]\nid = 'a'\nname = 'A'\n"
            "offices = [{title = 'x', of = 'y', from = '2020-01-01'}]\n",
            "unquoted",
        ),
        ("[[person]]\nid = 'a'\nname = 'A'\nage = 3\n", "age"),
        ("[[person]]\nid = 'a'\nname = 'A'\n[[person]]\nid = 'a'\nname = 'B'\n", "twice"),
        ("[[animal]]\nid = 'a'\n", "animal"),
        ("[[person]]\nid = 'a'\nname = 'A'\nnames = ['.']\n", "a word in it"),
        ("[[person]]\nid = 'a'\nname = 'A'\nsource = 'a book'\n", "https://"),
        ("a = " + "[" * 5000, "lists in lists"),
    ],
)
def test_bad_file_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(text, encoding="utf8")
    with pytest.raises(InputError) as caught:
        load_registry(own)
    message = str(caught.value)
    assert "mine.toml" in message and says in message and "\n" not in message


def test_file_saved_with_a_byte_order_mark(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text("[[person]]\nid = 'ann-lee'\nname = 'Ann Lee'\n", encoding="utf-8-sig")
    assert load_registry(own).find("Ann Lee")


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml"):
        load_registry(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("words", "capitals", "expected"),
    [
        ("Armenian", False, "Armenia"),
        ("Armenians", False, "Armenia"),
        ("Armenia’s", False, "Armenia"),
        ("U.S.", False, "United States"),
        ("Baku", False, None),
        ("Baku", True, "Azerbaijan"),
        ("Türkiye", False, "Turkey"),
        ("Atlantis", True, None),
    ],
)
def test_countries(words: str, capitals: bool, expected: str | None) -> None:
    assert load_places().country(words, capitals=capitals) == expected


def test_import_is_light() -> None:
    code = "import sys, quotes.registry; print({'spacy', 'pandas'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_own_file_by_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[person]]\nid = "noor-haddad"\nname = "Noor Haddad"\n', encoding="utf8")
    assert not load_registry().find("Haddad")
    monkeypatch.setenv("QUOTES_SPEAKERS", str(path))
    assert [p.id for p in load_registry().find("Haddad")] == ["noor-haddad"]


def test_a_pipe_is_no_file_of_ones_own(tmp_path: Path) -> None:
    """It can be read once, and is needed twice: for the people and for what tells a run."""
    os.mkfifo(pipe := tmp_path / "mine.toml")
    with pytest.raises(InputError, match="A pipe, not a file; name a speakers file"):
        load_registry(pipe)
