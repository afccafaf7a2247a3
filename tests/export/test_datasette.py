"""Datasette's file: readable tables that belong together, a search, and what they hold."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.export import How, check_target, export
from quotes.records import Article, Quote, Saying, Speaker
from quotes.store import Store
from tests.serve.newsroom import make_newsroom
from tests.store.build import make_article, make_quote


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Store]:
    with Store(make_newsroom(tmp_path / "news.db"), read_only=True) as store:
        yield store


def write(store: Store, path: Path, **how: Any) -> int:
    unique = how.get("model") is Saying
    known = How(article=store.article, beside=store.beside, **how)
    found = store.stream(unique=unique, act="all", factuality="all")
    return export(found, path, "datasette", how=known)


def ask(path: Path, question: str, *given: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as made:
        return made.execute(question, given).fetchall()


def test_rows_have_words_and_belong_together(newsroom: Store, tmp_path: Path) -> None:
    path = tmp_path / "flat.db"
    assert write(newsroom, path) == 10
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    row = ask(
        path,
        "SELECT date, speaker, role, kind, act, factuality, outlet, speaker_id FROM quotes "
        "WHERE article = ? AND text LIKE '%pillars%'",
        "bridge.html",
    )
    who = "person:Nils Berg"
    said = ("2021-03-01", "Nils Berg", "an engineer", "indirect", "speech", "factual")
    assert row == [(*said, "The Courier", who)]
    speaker = ask(path, "SELECT name, type, quotes, first, last FROM speakers WHERE id = ?", who)
    assert speaker == [("Nils Berg", "person", 3, "2021-03-01", "2021-03-04")]
    text = newsroom.article("toll.html").text
    article = ask(path, "SELECT title, quotes, text FROM articles WHERE id = 'toll.html'")
    assert article == [("Toll stays", 3, text)]
    nobody = ask(path, "SELECT source, speaker, speaker_id FROM quotes WHERE speaker IS NULL")
    assert nobody == [("a passenger", None, None)]


def test_words_are_found_without_their_accents(tmp_path: Path) -> None:
    one = make_article(text="“The café is naïve,” she said.")
    quote = make_quote(one).model_copy(update={"text": "“The café is naïve,”"})
    path = tmp_path / "flat.db"
    export([quote], path, "datasette", how=How(article=lambda id: one))
    found = (
        "SELECT id FROM quotes WHERE rowid IN "
        "(SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    )
    assert ask(path, found, "Cafe naive") == [(quote.id,)]
    assert ask(path, found, "bridge") == []


def test_spellings_of_one_person_are_one_speaker(tmp_path: Path) -> None:
    with Store(tmp_path / "news.db") as store:
        for id, name in (("a.txt", "Sergei Ivanov"), ("b.txt", "Ann Lee"), ("c.txt", "Lee")):
            article = make_article(id)
            quote = make_quote(article).model_copy(update={"speaker": Speaker(name=name)})
            store.add(article, [quote])
        store.merge("Sergei Ivanov", "Ann Lee")
        write(store, tmp_path / "flat.db")
    rows = ask(tmp_path / "flat.db", "SELECT id, name, quotes FROM speakers ORDER BY quotes")
    assert [(row[0], row[2]) for row in rows] == [("person:Lee", 1), (f"person:{rows[1][1]}", 2)]
    spelt = ask(tmp_path / "flat.db", "SELECT speaker_in_article FROM quotes ORDER BY article")
    assert spelt == [("Sergei Ivanov",), ("Ann Lee",), ("Lee",)]


def test_sayings_and_places_have_columns(newsroom: Store, tmp_path: Path) -> None:
    path = tmp_path / "flat.db"
    write(newsroom, path, model=Saying, offsets=True)
    asked = "SELECT occurrences, first_outlet, first_date, content_at FROM quotes WHERE text LIKE ?"
    assert ask(path, asked, "%bridge will open%") == [(2, "The Courier", "2021-03-01", "0-79")]
    columns = _described(path, "quotes")["columns"]
    assert {"occurrences", "content_at"} <= columns.keys()


def test_every_column_is_described_and_no_other(newsroom: Store, tmp_path: Path) -> None:
    path = tmp_path / "flat.db"
    write(newsroom, path)
    for table in ("quotes", "speakers"):
        there = {row[1] for row in ask(path, f"PRAGMA table_info ({table})")}
        assert _described(path, table)["columns"].keys() == there
        assert set(_described(path, table)["facets"]) <= there


def _described(path: Path, table: str) -> dict[str, Any]:
    known = json.loads(path.with_name("metadata.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = known["databases"][path.stem]["tables"][table]
    return found


def test_descriptions_of_others_stay(newsroom: Store, tmp_path: Path) -> None:
    place = tmp_path / "metadata.json"
    write(newsroom, tmp_path / "one.db")
    known = json.loads(place.read_text(encoding="utf-8"))
    place.write_text(json.dumps(known | {"title": "Ours"}), encoding="utf-8")
    write(newsroom, tmp_path / "two.db")
    known = json.loads(place.read_text(encoding="utf-8"))
    assert (known["title"], list(known["databases"])) == ("Ours", ["one", "two"])


@pytest.mark.parametrize("words", ['{"title": "My site", "databases": {}}', "[1]", "{", "[" * 9000])
def test_what_somebody_else_described_stays(newsroom: Store, tmp_path: Path, words: str) -> None:
    (tmp_path / "metadata.json").write_text(words)
    with pytest.raises(UsageError, match=r"metadata\.json holds something else"):
        write(newsroom, tmp_path / "flat.db")
    assert (tmp_path / "metadata.json").read_text() == words
    assert not (tmp_path / "flat.db").exists()


def test_a_store_is_no_earlier_export(newsroom: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"news\.db is a SQLite database"):
        write(newsroom, tmp_path / "news.db")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as made:
        made.execute('CREATE TABLE t (article_id, "type")')
        made.execute("CREATE TABLE quotes (id)")
    for format in ("datasette", "csv", "webannotation"):
        with pytest.raises(UsageError, match="is a SQLite database"):
            check_target(tmp_path / "theirs.db", format)


def test_half_characters_are_shown_as_what_cannot_be_read(tmp_path: Path) -> None:
    article = Article(id="a\ud800.txt", text="“It\ud800 rains,” she said.")
    quote = make_quote(make_article()).model_copy(
        update={"article_id": article.id, "text": "“It\ud800 rains,”"}
    )
    export(
        [quote, quote.model_copy(update={"id": "2" * 16})],
        tmp_path / "flat.db",
        "datasette",
        how=How(article=lambda id: article),
    )
    assert ask(tmp_path / "flat.db", "SELECT id, quotes FROM articles") == [("a?.txt", 2)]


def test_quotes_of_an_article_need_not_follow_each_other(tmp_path: Path) -> None:
    found: list[Quote] = []
    for number in range(6):
        quote = make_quote(make_article(f"{number % 2}.txt"))
        found.append(quote.model_copy(update={"id": f"{number:016x}"}))
    export(found, tmp_path / "flat.db", "datasette", how=How(article=make_article))
    rows = ask(tmp_path / "flat.db", "SELECT id, quotes FROM articles")
    assert rows == [("0.txt", 3), ("1.txt", 3)]
