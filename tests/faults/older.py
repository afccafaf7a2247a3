"""Databases of earlier versions, as big as those of users."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quotes.store import Store

from ..store.build import go_back
from .news import PEOPLE, make_news, quotes_of

RELEASED = Path(__file__).parents[1] / "store" / "released"
REVISIONS = sorted(path.name.split(".")[0] for path in RELEASED.iterdir())

ARTICLES, QUOTES = 400, 10


def make_old(path: Path, revision: str) -> Path:
    """A database of this revision with ARTICLES articles, or one more, of QUOTES quotes each."""
    if revision >= "0006":
        with Store(path) as store:
            store.load(
                (made, quotes_of(made)) for made in make_news(range(ARTICLES), quotes=QUOTES)
            )
        go_back(path, revision)
        return path
    path.write_bytes(gzip.decompress((RELEASED / f"{revision}.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection, connection:
        ids = _add_speakers(connection)
        article, quote = _first(connection, "articles"), _first(connection, "quotes")
        for made in make_news(range(ARTICLES), quotes=QUOTES):
            own = {"id": made.id, "title": made.title, "text": made.text, "date": str(made.date)}
            _insert(connection, "articles", article | own)
            for position, found in enumerate(quotes_of(made)):
                assert found.speaker
                facts = {"position": position, "text": found.text, "content": _spans(found.content)}
                keys = {"key": None, "id": found.id, "article_id": made.id}
                who = {"speaker_id": ids[found.speaker.name], "said_on": str(made.date)}
                _insert(connection, "quotes", quote | facts | keys | who)
    return path


def _add_speakers(connection: sqlite3.Connection) -> dict[str, int]:
    speaker = _first(connection, "speakers")
    for name in PEOPLE:
        own = {"id": None, "name": name, "folded": name.lower(), "type": "person"}
        _insert(connection, "speakers", speaker | own)
    return dict(connection.execute("SELECT name, id FROM speakers"))


def _first(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """A row of what was released, as a pattern."""
    answer = connection.execute(f"SELECT * FROM {table} LIMIT 1")
    return dict(zip((one[0] for one in answer.description), answer.fetchone(), strict=True))


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    places = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"
    connection.execute(statement, list(row.values()))


def _spans(spans: tuple[tuple[int, int], ...]) -> str:
    return str([list(span) for span in spans])
