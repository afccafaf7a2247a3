"""Office holders from a gazetteer: titles, days, two people in one office, and who is in both."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from quotes.registry import Office, Person
from quotes.training.gazetteer import Term, joined, read_spellings, read_terms, title_of, told_apart
from quotes.training.officeholders import build, known_ids, spellings

FIELDS = (
    *("country_or_body", "position", "position_wikidata", "person", "person_wikidata"),
    *("from", "until", "source_repo", "source_file", "as_of"),
)


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def term(id: str, start: str, end: str = "", *, as_of: str = "", name: str = "Ann Lee") -> Term:
    """A finance minister of Peru."""
    days = [day(words) if words else None for words in (start, end, as_of)]
    return Term(id, name, Office("Finance Minister", "Peru", days[0], days[1], as_of=days[2]))


@pytest.fixture
def folder(tmp_path: Path):
    def write(*rows: str, spelt: tuple[dict[str, str], ...] = ()) -> Path:
        """Rows "country|position|person|id|from|until", all as of one day of 2022."""
        with gzip.open(tmp_path / "offices.csv.gz", "wt", encoding="utf8", newline="") as handle:
            table = csv.writer(handle)
            table.writerow(FIELDS)
            for row in rows:
                of, position, *who, start, end = row.split("|")
                table.writerow([of, position, "Q1", *who, start, end, "", "", "2022-07-01"])
        with gzip.open(tmp_path / "cia-2019.jsonl.gz", "wt", encoding="utf8") as handle:
            handle.writelines(json.dumps(line) + "\n" for line in spelt)
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("position", "of", "title"),
    [
        ("Prime Minister", "Peru", "Prime Minister"),
        ("Prime Minister of Peru", "Peru", "Prime Minister"),
        ("President of the Republic of Peru", "Peru", "President"),
        ("Federal Chancellor of Austria", "Austria", "Chancellor"),
        ("Minister for Foreign Affairs and Trade", "Peru", "Foreign Minister"),
        ("Peruvian Minister of External Relations", "Peru", "Foreign Minister"),
        ("Secretary of National Defence", "Mexico", "Defense Minister"),
        ("Minister of the Economy, Finances and Industry", "France", "Finance Minister"),
        ("Minister of Home Affairs", "Kenya", "Interior Minister"),
        ("Secretary of State for the Home Department", "United Kingdom", "Home Secretary"),
        ("Secretary of the Treasury", "United States", "Treasury Secretary"),
        ("Chairman of the Council of Ministers of Bosnia and Herzegovina",
         "Bosnia and Herzegovina", "Prime Minister"),
        # not of the whole country, lower, of something else
        ("President of Sicily", "Italy", None),
        ("Prime Minister of Peru", "Chile", None),
        ("Premier of Ontario", "Canada", None),
        ("Deputy Minister of Finance", "Peru", None),
        ("Minister of State for Foreign Affairs", "Peru", None),
        ("Minister of Foreign Trade", "Peru", None),
        ("Secretary of the Interior", "United States", None),
        ("President of the Senate", "Peru", None),
        ("", "Peru", None),
    ],
)  # fmt: skip
def test_titles(position: str, of: str, title: str | None) -> None:
    assert title_of(position, of) == (title and (title, of))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2001-02-03", "2004-05-06", ("2001-02-03", "2004-05-06", None)),
        # held on the day of the table, later perhaps no more
        ("2021-02-03", "", ("2021-02-03", None, "2022-07-01")),
        # the nearest days that are certain
        ("2001", "2004-05-06", ("2001-12-31", "2004-05-06", None)),
        ("2001-02", "2004-05", ("2001-02-28", None, "2004-05-01")),
        ("2001-12", "2004", ("2001-12-31", None, "2004-01-01")),
        # none is certain
        ("2001", "2001", (None, None, None)),
        ("", "2001-05-06", (None, "2001-05-06", None)),
        ("", "", (None, None, None)),
    ],
)
def test_days(folder, start: str, end: str, expected: tuple[str | None, ...]) -> None:
    (found,) = read_terms(folder(f"Peru|Minister of Finance|Ann Lee|Q7|{start}|{end}"))
    days = (found.office.start, found.office.end, found.office.as_of)
    assert tuple(one and one.isoformat() for one in days) == expected


def test_what_is_left_out(folder) -> None:
    terms = read_terms(
        folder(
            "Peru|Minister of Finance|Old Timer|Q1|1980-01-01|1991-12-31",
            "Peru|Mayor of Lima|Ann Lee|Q2|2001-01-01|",
            "Atlantis|President|Ann Lee|Q3|2001-01-01|",
            "Peru|President||Q4|2001-01-01|",
            "Peru|President|Ann Lee||2001-01-01|",
            "Peru|monarch|Carl of Peru|Q5|2001-01-01|",
            'Peru|President|Ann "Nan" Lee, Baroness Lee|Q6|2001-01-01|2002-02-02',
            "Australia|monarch|Queen Mary|Q8|2001-01-01|",
            "United Kingdom|monarch|Queen Mary|Q8|2001-01-01|",
        )
    )
    assert [(one.name, one.office.of) for one in terms] == [
        ("Ann Lee", "Peru"),
        ("Queen Mary", "United Kingdom"),
    ]


def test_terms_without_a_gap_are_one() -> None:
    one, two, later = (
        term("Q1", "2001-01-01", "2002-01-01"),
        term("Q1", "2002-01-02", as_of="2003-01-01"),
        term("Q1", "2005-01-01", "2006-01-01"),
    )
    assert joined([later, two, one]) == [term("Q1", "2001-01-01", as_of="2003-01-01"), later]


@pytest.mark.parametrize(
    ("other", "mine"),
    [
        # who came later, and who was there before
        (("2003-01-01", "2005-01-01"), ("2001-01-01", "", "2003-01-01")),
        (("2000-01-01", "2003-01-01"), ("2003-01-01", "2004-01-01", "")),
        (("2000-01-01", "2005-01-01"), ("", "", "")),
        (("2004-01-01", "2005-01-01"), ("2001-01-01", "2004-01-01", "")),
        (("", "2003-01-01"), ("2001-01-01", "2004-01-01", "")),
    ],
)
def test_two_in_one_office(other: tuple[str, str], mine: tuple[str, str, str]) -> None:
    term_of_mine = term("Q1", "2001-01-01", "2004-01-01")
    sure = term("Q2", *other)
    assert told_apart([term_of_mine], [sure]) == [term("Q1", mine[0], mine[1], as_of=mine[2])]


def test_an_office_without_an_end_that_others_held_later_is_certain_on_its_first_day() -> None:
    without = term("Q1", "2001-01-01", as_of="2022-01-01")
    later = term("Q2", "2010-01-01", "2011-01-01")
    assert told_apart([without, later]) == [term("Q1", "2001-01-01", as_of="2001-01-01"), later]


def test_other_spellings(folder) -> None:
    minister = {"office": "Minister of Finance", "snapshot": "2019-06-04"}
    spelt = [
        {"country": "Peru", "person": "Jose Raul LINARES Soto, Jr."},
        {"country": "Korea, South", "person": "HONG Nam-ki"},
        {"country": "Bahamas, The", "person": "Ann O'LEARY"},
        {"country": "Nowhere", "person": "Ann LEE"},
    ]
    found = read_spellings(folder(spelt=tuple(minister | line for line in spelt)))
    assert [(of, name) for _, of, name, _ in found] == [
        ("Peru", "Jose Raul Linares"),
        ("South Korea", "Hong Nam-ki"),
        ("Bahamas", "Ann O'Leary"),
    ]


def test_a_spelling_is_of_the_only_holder_of_that_day_and_alike() -> None:
    terms = [term("Q1", "2018-01-01", "2020-01-01", name="José Raúl Linares")]
    at = ("Finance Minister", "Peru")
    others = [
        (*at, "Jose Raoul Linares", day("2019-06-04")),
        (*at, "Jose Raoul Linares Paz", day("2021-06-04")),
        (*at, "Bob Orr", day("2019-06-04")),
    ]
    assert spellings(terms, others) == {"Q1": {"Jose Raoul Linares"}}


@pytest.mark.parametrize(
    ("name", "title", "of", "start", "id"),
    [
        ("Ann Lee", "Finance Minister", "Peru", "2001-01-01", "Q1"),
        ("Ann Lee", "President", "Peru", "2020-01-01", "Q1"),
        ("Ann Lee", "President", "NATO", "2020-01-01", "Q1"),
        ("Anne Lee", "Finance Minister", "Peru", "2001-03-01", "Q1"),
        ("Ann Lee", "President", "Chile", "2001-01-01", None),
        ("Anne Lee", "President", "Peru", "2001-03-01", None),
        ("Anne Lee", "Finance Minister", "Peru", "2011-03-01", None),
        ("Bob Orr", "Finance Minister", "Peru", "2001-01-01", None),
    ],
)
def test_who_is_in_both(name: str, title: str, of: str, start: str, id: str | None) -> None:
    own = Person("own", name, offices=(Office(title, of, day(start), day("2021-01-01")),))
    known = known_ids([own], [term("Q1", "2001-01-01", "2004-01-01")])
    assert known == ({"own": id} if id else {})


def test_two_of_one_name_are_not_surely_one() -> None:
    own = Person("own", "Ann Lee", offices=(Office("Finance Minister", "Peru"),))
    assert known_ids([own], [term("Q1", "2001-01-01"), term("Q2", "2010-01-01")]) == {}


def test_ids_differ_and_do_not_hang_on_the_order(folder) -> None:
    rows = [
        "Peru|Minister of Finance|Ann Leeworthy|Q1|2001-01-01|2002-01-01",
        "Chile|Minister of Finance|Ann Leeworthy|Q2|2001-01-01|2002-01-01",
        "Chile|Minister of Finance|Zoë Quillfeather|Q3|2003-01-01|2004-01-01",
    ]
    ids = [person.id for person in build(folder(*rows))[0]]
    assert ids == ["ann-leeworthy-q1", "ann-leeworthy-q2", "zoe-quillfeather"]
    assert [person.id for person in build(folder(*reversed(rows)))[0]] == ids
