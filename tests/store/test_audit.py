"""Audits of those who get quoted."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import StoreError, UsageError
from quotes.records import Quote, Speaker
from quotes.store import Audit, AuditCount, Store

from .build import MONDAY, OFFICE, make_article, make_quote
from .sql import run_sql

OWN = """
[[person]]
id = "ada-marsh"
name = "Ada Marsh"
gender = "f"
offices = [{ title = "Prime Minister", of = "Chile", from = 2001-01-01, until = 2002-12-31 }]
[[person]]
id = "lee-two"
name = "Lee Two"
offices = [{ title = "Envoy", of = "Chile" }, { title = "Envoy", of = "Peru" }]
[[organization]]
id = "the-palace"
name = "The Palace"
of = "Peru"
"""


@pytest.fixture(autouse=True)
def own_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf8")
    monkeypatch.setenv("QUOTES_SPEAKERS", str(tmp_path / "own.toml"))


def add(store: Store, id: str, *said: dict[str, Any], **facts: Any) -> list[Quote]:
    """An article with these quotes; "speaker" may be the name of a person."""
    article = make_article(id, **facts)
    quotes = []
    for end, one in enumerate(said, 1):
        who = one.get("speaker")
        speaker = Speaker(name=who) if isinstance(who, str) else who
        plain: dict[str, Any] = {"role": None, "speaker": speaker}
        quotes.append(make_quote(article, 0, end, **(one | plain | {"role": one.get("role")})))
    store.add(article, quotes)
    return quotes


def many(found: Audit) -> dict[str, int]:
    return {count.value: count.quotes for count in found.counts}


def test_by_type(store: Store) -> None:
    crowd, paper = Speaker(name="fans", type="group"), Speaker(name="a law", type="document")
    aide = Speaker(name="an aide", type="unnamed")
    people = ("Ann Roe", "Ann Roe", "Bo Kim", OFFICE, crowd, paper, aide, None)
    add(store, "a", *({"speaker": who} for who in people))
    found = store.audit()
    assert many(found) == {
        "person": 3,
        "document": 1,
        "group": 1,
        "organization": 1,
        "unnamed": 1,
        "unknown": 1,
    }
    assert [count.value for count in found.counts][-1] == "unknown"
    assert found.counts[0].speakers == 2
    assert (found.total.value, found.total.quotes, found.total.speakers) == ("all", 8, 6)
    assert found.counts[-1].speakers == 0


GENDERS: list[tuple[list[dict[str, Any]], str]] = [
    ([{"speaker": "Anna Poe"}], "female"),
    ([{"speaker": "Robin Poe"}], "unknown"),
    ([{"speaker": "Anna"}], "unknown"),  # a single name is rather a surname
    ([{"speaker": "Robin Poe"}, {"speaker": "Robin Poe", "source_text": "She"}], "female"),
    ([{"speaker": "Robin Poe", "source_text": "Mr. Poe"}], "male"),
    ([{"speaker": "Robin Poe", "source_text": "Mrs Poe’s office"}], "female"),
    ([{"speaker": "Robin Poe", "role": "chairman"}], "male"),
    ([{"speaker": "Robin Poe", "role": "friend of the king"}], "unknown"),
    ([{"speaker": "Anna Poe", "source_text": "he"}], "unknown"),  # one against one
    ([{"speaker": "Anna Poe", "source_text": "he"}] * 4, "male"),
    ([{"speaker": Speaker(name="a spokeswoman", type="unnamed")}], "female"),
    ([{"speaker": Speaker(name="an aide", type="unnamed")}], "unknown"),
    ([{"speaker": Speaker(name="Ada Marsh", id="ada-marsh"), "source_text": "He"}], "female"),
]


@pytest.mark.parametrize(("said", "gender"), GENDERS)
def test_by_gender(store: Store, said: list[dict[str, Any]], gender: str) -> None:
    add(store, "a", *said)
    assert many(store.audit("gender")) == {gender: len(said)}


def test_bodies_have_no_gender(store: Store) -> None:
    add(store, "a", {"speaker": OFFICE}, {"speaker": None}, {"speaker": "Anna Poe"})
    found = store.audit("gender")
    assert (many(found), found.left_out, found.total.quotes) == ({"female": 1}, 2, 1)


def test_what_tells_a_gender_may_stand_in_quotes_that_are_not_asked_for(store: Store) -> None:
    add(store, "a", {"speaker": "Robin Poe", "source_text": "he"}, publisher="Echo")
    add(store, "b", {"speaker": "Robin Poe"}, publisher="Courier")
    assert many(store.audit("gender", publisher="Courier")) == {"male": 1}


COUNTRIES: list[tuple[dict[str, Any], str]] = [
    ({"speaker": "Jordan Poe"}, "unknown"),  # no name of a person is a country's
    ({"speaker": "Ann Poe", "affiliation": "Chile"}, "Chile"),
    ({"speaker": "Ann Poe", "affiliation": "Chilean government"}, "Chile"),
    ({"speaker": "Ann Poe", "affiliation": "Chile and Peru"}, "unknown"),
    ({"speaker": "Ann Poe", "office": "President, Peru"}, "Peru"),
    ({"speaker": "Ann Poe", "affiliation": "UN", "office": "President, Peru"}, "Peru"),
    ({"speaker": Speaker(name="Ada Marsh", id="ada-marsh")}, "Chile"),
    ({"speaker": Speaker(name="Lee Two", id="lee-two")}, "unknown"),
    ({"speaker": Speaker(name="The Palace", type="organization")}, "Peru"),
    ({"speaker": Speaker(name="Peruvian officials", type="group")}, "Peru"),
    ({"speaker": None}, "unknown"),
]


@pytest.mark.parametrize(("said", "country"), COUNTRIES)
def test_by_country(store: Store, said: dict[str, Any], country: str) -> None:
    add(store, "a", said)
    assert many(store.audit("country")) == {country: 1}


def test_by_labels(store: Store) -> None:
    add(
        store,
        "a",
        *({"speaker": "Ann Roe", "role": role} for role in ("nurse", "nurse", "poet", None)),
    )
    found = store.audit("role")
    assert many(found) == {"nurse": 2, "poet": 1, "unknown": 1}
    assert many(store.audit("office")) == {"unknown": 4}
    some = store.audit("role", limit=1)
    assert (many(some), some.rest) == ({"nurse": 2}, 2)
    assert some.total == found.total


def test_across(store: Store) -> None:
    add(store, "a", {"speaker": "Ann Roe"}, {"speaker": OFFICE}, publisher="Echo")
    add(store, "b", {"speaker": "Ann Roe"}, publisher="Echo", date=dt.date(2020, 12, 31))
    add(store, "c", {"speaker": "Bo Kim"}, publisher=None, date=None)
    by_outlet = store.audit(across="publisher")
    assert [(one.other, one.quotes, one.value) for one in by_outlet.totals] == [
        ("Echo", 3, "all"),
        ("unknown", 1, "all"),
    ]
    cells = [(cell.value, cell.other, cell.quotes) for cell in by_outlet.cells]
    assert cells == [
        ("person", "Echo", 2),
        ("person", "unknown", 1),
        ("organization", "Echo", 1),
    ]
    assert by_outlet.cells[0].share == round(2 / 3, 4)
    by_month = store.audit(across="month")
    assert [one.other for one in by_month.totals] == ["2020-12", "2021-03", "unknown"]
    by_year = store.audit(across="year", columns=2)
    assert [one.other for one in by_year.totals] == ["2021", "unknown"]


def test_what_is_checked_is_certain(store: Store) -> None:
    first, *_ = add(store, "a", *({"speaker": "Ann Roe", "confidence": 0.5} for _ in range(3)))
    assert (store.audit().total.right, store.audit().total.checked) == (1.5, 0)
    store.confirm(first.id)
    total = store.audit().total
    assert (total.right, total.checked, total.low) == (2.0, 1, 1)


def test_counts_are_those_of_the_quotes(store: Store) -> None:
    """Whatever the filters, and after calibration, what is summed up is what `quotes` gives."""
    for number in range(12):
        said = [
            {"speaker": f"Ann Roe{number % 3}", "confidence": round(0.1 + 0.07 * end, 3)}
            for end in range(number % 5)
        ]
        day = MONDAY + dt.timedelta(days=9 * number)
        add(store, f"a{number}", *said, publisher=f"Paper {number % 2}", date=day)
    _check(store)
    found = store.quotes()
    for quote in found[:20]:
        store.confirm(quote.id) if quote.confidence > 0.2 else store.fix(quote.id, drop=True)
    _check(store)


def _check(store: Store) -> None:
    asked: list[dict[str, Any]] = [
        {},
        {"publisher": "Paper 1"},
        {"since": dt.date(2021, 4, 1)},
        {"min_confidence": 0.3},
        {"speaker": "Ann Roe1"},
        {"checked": False},
    ]
    for one in asked:
        audit = store.audit("type", across="publisher", **one)
        wanted: defaultdict[str | None, list[float]] = defaultdict(list)
        for quote in store.quotes(**one):
            chance = 1.0 if quote.checked_by else quote.confidence
            for key in (None, quote.publisher):
                wanted[key].append(chance)
        for count in (audit.total, *audit.totals):
            chances = wanted[count.other]
            assert (count.quotes, count.right) == (
                len(chances),
                pytest.approx(sum(chances), abs=0.05),
            )
        assert {count.other for count in audit.totals} == wanted.keys() - {None}
        _check_sums(audit)


def _check_sums(audit: Audit) -> None:
    """Cells add up to rows and to columns."""
    rows, columns = Counter[str](), Counter[str | None]()
    for cell in audit.cells:
        rows[cell.value] += cell.quotes
        columns[cell.other] += cell.quotes
    assert rows == Counter(many(audit))
    assert columns == Counter({one.other: one.quotes for one in audit.totals})


def test_fitted_confidences(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotes.store.audit import quoted
    from quotes.verdicts.agreement import Fitted

    add(store, "a", {"speaker": "Ann Roe", "confidence": 0.9}, {"speaker": "Bo", "confidence": 0.5})
    how = Fitted(0.5, -1.0)
    monkeypatch.setattr(quoted, "fitted", lambda reader: how)
    assert store.audit().total.right == pytest.approx(how(0.9) + how(0.5), abs=0.05)


def test_merged_speakers_are_one(store: Store) -> None:
    add(store, "a", {"speaker": "Ann Roe"}, {"speaker": "Anne Roe-Poe"})
    assert store.audit().total.speakers == 2
    store.merge("Ann Roe", "Anne Roe-Poe")
    assert store.audit().total.speakers == 1


def test_of_nothing(store: Store) -> None:
    for by in ("type", "gender", "country", "office", "role", "affiliation"):
        for across in (None, "publisher", "month"):
            found = store.audit(by, across=across)
            assert (found.counts, found.cells, found.total.quotes) == ((), (), 0)
            assert isinstance(found.total, AuditCount)
            assert found.total.share is None


@pytest.mark.parametrize("by", ["type", "gender", "country"])
def test_of_a_damaged_database(place: Any, by: str) -> None:
    with Store(place) as store:
        add(store, "a", {"speaker": "Ann Roe"})
        run_sql(place, "UPDATE speakers SET type = 'x'", "UPDATE quotes SET day = -7")
        if by == "type":
            with pytest.raises(StoreError, match="damaged"):
                store.audit(by)
        else:  # it needs no type, and no day
            assert store.audit(by).by == by


@pytest.mark.parametrize("wrong", [{"by": "size"}, {"across": "size"}, {"limit": 0}])
def test_wrong_use(store: Store, wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        store.audit(**wrong)
