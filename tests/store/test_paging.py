"""Page by page: all quotes in their order, none twice and none left out."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotes.records import Quote, Speaker
from quotes.store import Store
from quotes.store.db.sqlite_connection import SQLiteConnection
from quotes.store.query import listing
from quotes.store.query.listing import Sort
from quotes.store.schema.tables import tables

from .build import MONDAY, make_article, make_quote
from .conftest import counted_work

DAY = dt.timedelta(days=1)
SPELLINGS = ["Anatol Belinsky", "Anatol Belinskyy", "Анатол Белинский"]
WHO = [*SPELLINGS, None, "Ann Roe", "Łukasz Żurek", "Neil Marsh"]
ROLE: dict[str, Any] = {"role": "president", "affiliation": "Ruritania"}
SAME = "the glass roof of the market hall will be repaired before the snow comes"


def fill(store: Store, first: int = 0, last: int = 14) -> None:
    """Articles of few days and none, with quotes that are of one rank in many ways."""
    for n in range(first, last):
        date = None if n % 4 == 3 else MONDAY + n * 5 % 3 * DAY
        article = make_article(f"{n * 5 % 14:02}", date=date)
        store.add(article, [_quote(article, n, end) for end in range(1, 4)])


def _quote(article: Any, n: int, end: int) -> Quote:
    name = WHO[(n * 3 + end) % len(WHO)]
    said_on = MONDAY + n % 3 * DAY if end == 2 else None
    facts: dict[str, Any] = ROLE if name in SPELLINGS else {"role": None}
    if n % 3 == 0 and end == 1:
        facts |= {"text": SAME + " and the fountain" * (n % 2)}
    else:
        facts |= {"text": f"peace number {n} {end}"}
    speaker = Speaker(name=name) if name else None
    sure = (n + end) % 4 / 4
    return make_quote(article, 0, end, speaker=speaker, said_on=said_on, confidence=sure, **facts)


def followed(store: Store, size: int, **asked: Any) -> list[Quote]:
    """All pages of this size, one after the other."""
    found: list[Quote] = []
    while page := store.quotes(limit=size, after=found[-1].id if found else None, **asked):
        assert len(page) <= size
        found += page
        assert len(found) < 1000
    return found


ASKED: list[dict[str, Any]] = [
    {},
    {"speaker": "Belinsky"},
    {"speaker": "Ann Roe"},
    {"since": MONDAY + DAY},
    {"until": MONDAY + DAY},
    {"since": MONDAY, "until": MONDAY},
    {"speaker": "Belinsky", "since": MONDAY + DAY},
    {"speaker": "Belinsky", "since": MONDAY, "until": MONDAY + DAY, "min_confidence": 0.25},
    {"role": "president"},
    {"publisher": "courier", "speaker": "Belinsky"},
    {"publisher": "courier"},
    {"article": "07"},
    {"since": MONDAY + 400 * DAY},
]


@pytest.mark.parametrize("asked", ASKED)
def test_pages_together_are_the_whole_list(store: Store, asked: dict[str, Any]) -> None:
    fill(store)
    sorts: tuple[Sort, ...] = ("date", "oldest", "confidence", "speaker")
    for sort in sorts:
        for unique in (False, True):
            whole = store.quotes(sort=sort, unique=unique, **asked)
            assert followed(store, 3, sort=sort, unique=unique, **asked) == whole
            assert list(store.stream(sort=sort, unique=unique, **asked)) == whole
            assert store.count(unique=unique, **asked) == len(whole)
            assert len({quote.id for quote in whole}) == len(whole)


def wanted(quote: Quote, asked: dict[str, Any]) -> bool:
    """True if the filters let a quote through: told in plain Python."""
    name = quote.speaker.name if quote.speaker else ""
    day = quote.date or quote.said_on
    since, until = asked.get("since"), asked.get("until")
    return (
        asked.get("speaker") in (None, name if name not in SPELLINGS else "Belinsky")
        and (since is None or (day is not None and day >= since))
        and (until is None or (day is not None and day <= until))
        and quote.confidence >= asked.get("min_confidence", 0)
        and asked.get("role") in (None, quote.role)
        and asked.get("article") in (None, quote.article_id)
    )


@pytest.mark.parametrize("asked", ASKED)
def test_filters_choose_from_the_whole_list(store: Store, asked: dict[str, Any]) -> None:
    fill(store)
    every = store.quotes()
    assert len(every) == 42
    assert store.quotes(**asked) == [quote for quote in every if wanted(quote, asked)]


def test_the_orders(store: Store) -> None:
    fill(store)
    every = store.quotes()
    days = [quote.date or dt.date.min for quote in every]
    assert days == sorted(days, reverse=True)
    oldest = [quote.date or dt.date.max for quote in store.quotes(sort="oldest")]
    assert oldest == sorted(oldest)
    hits = store.search("peace OR glass", sort="oldest", limit=None)
    assert [hit.quote for hit in hits] == store.quotes(sort="oldest")
    sure = store.quotes(sort="confidence")
    assert sure == sorted(every, key=lambda quote: -quote.confidence)
    names = [
        quote.speaker.name if quote.speaker else None for quote in store.quotes(sort="speaker")
    ]
    assert names.index("Anatol Belinsky") < names.index("Ann Roe") < names.index("Łukasz Żurek")
    assert names[-1] is None


@pytest.mark.parametrize("most", [1, 2, 100])
def test_many_rows_of_one_speaker_are_looked_at_together(
    store: Store, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    fill(store)
    asked = {"speaker": "Belinsky", "since": MONDAY}
    whole = store.quotes(**asked)  # type: ignore[arg-type]
    monkeypatch.setattr(listing, "MOST_WAYS", most)
    assert store.quotes(**asked) == whole  # type: ignore[arg-type]
    assert followed(store, 3, **asked) == whole


@pytest.mark.parametrize("sort", ["date", "confidence", "speaker"])
def test_what_is_added_meanwhile_neither_repeats_nor_skips(store: Store, sort: Sort) -> None:
    fill(store, 0, 10)
    before = store.quotes(sort=sort)
    first = store.quotes(sort=sort, limit=12)
    fill(store, 10, 14)
    rest = store.quotes(sort=sort, after=first[-1].id)
    assert first == before[:12]
    assert [quote for quote in rest if quote in before] == before[12:]
    assert not set(rest) & set(first)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"speaker": "Belinsky"},
        {"since": MONDAY},
        {"speaker": "Belinsky", "since": MONDAY, "until": MONDAY + 9 * DAY},
    ],
)
def test_no_page_goes_through_a_table(
    path: Path, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite comes to each page through indexes: only without any filter it begins at the newest
    article, in the order in which an index has them."""
    statements: list[tuple[str, Any]] = []
    run = SQLiteConnection.run

    def noted(connection: SQLiteConnection, statement: str, values: Any = None) -> Any:
        statements.append((statement, values or {}))
        return run(connection, statement, values)

    with Store(path) as store:
        fill(store)
        monkeypatch.setattr(SQLiteConnection, "run", noted)
        first = store.quotes(limit=3, **asked)
        assert store.quotes(limit=3, after=first[-1].id, **asked)
    read = {*tables()} - {"calibrations"}  # of which the last row is read
    scan = re.compile(rf"SCAN ({'|'.join(read)})\b")
    with closing(sqlite3.connect(path)) as connection:
        for statement, values in statements:
            if statement.startswith("SELECT"):
                plan = [*connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
                made = {f"SCAN {step.split()[1]}" for *_, step in plan if "CO-ROUTINE" in step}
                through = [step for *_, step in plan if scan.match(step) and step not in made]
                assert not through or (not asked and "ORDER BY articles.date" in statement), through


def test_a_stream_is_of_one_state(
    store: Store, place: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it is read page by page."""
    monkeypatch.setattr("quotes.store.query.reading.PAGE", 4)
    fill(store, 0, 10)
    before = store.quotes()
    found: list[Quote] = []
    for quote in store.stream():
        if not found:
            with Store(place) as other:
                fill(other, 10, 14)
        found.append(quote)
    assert found == before
    assert store.count() == 42


def test_pages_of_the_program_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    whole = store.quotes(), store.quotes(unique=True)
    monkeypatch.setattr("quotes.store.query.reading.PAGE", 4)
    assert (store.quotes(), store.quotes(unique=True)) == whole


def test_pages_of_a_search(store: Store) -> None:
    fill(store)
    for sort in ("relevance", "date", "confidence", "speaker"):
        for unique in (False, True):
            whole = store.search("peace OR roof", sort=sort, limit=None, unique=unique)
            found: list[Any] = []
            while page := store.search(
                "peace OR roof",
                sort=sort,
                limit=5,
                unique=unique,
                after=found[-1].quote.id if found else None,
            ):
                found += page
                assert len(found) < 100
            assert found == whole
    assert store.count("peace OR roof") == 42
    assert store.count("peace NOT roof", speaker="Ann Roe") == len(
        store.search("peace NOT roof", speaker="Ann Roe", limit=None)
    )


def work(path: Path, articles: int, **asked: Any) -> int:
    """Steps that SQLite takes for the second page of a list, of so many articles with 40 quotes."""
    with Store(path) as store:
        for n in range(articles):
            article = make_article(f"{n:04}", text="word " * 100, date=MONDAY + n * DAY)
            some = [
                make_quote(article, 0, end, speaker=Speaker(name=f"Ann Roe{end % 20}"))
                for end in range(1, 41)
            ]
            store.load([(article, some)])
    with counted_work() as counts, Store(path) as store:
        first = store.quotes(limit=5, **asked)
        counts.clear()
        assert len(store.quotes(limit=5, after=first[-1].id, **asked)) == 5
        return counts["steps"]


@pytest.mark.parametrize("asked", [{}, {"kind": "direct"}, {"since": MONDAY}])
def test_a_page_by_speaker_looks_at_nobody_else(
    tmp_path: Path, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quotes of the one who is shown are sorted, and no others."""
    monkeypatch.setattr("quotes.store.query.many.FEW", 10)
    few = work(tmp_path / "few.db", 2, sort="speaker", **asked)
    many = work(tmp_path / "many.db", 40, sort="speaker", **asked)
    assert many < 4 * few + 40
