"""Keeping a database well: what is wrong with it and what to do, and copies of it."""

from __future__ import annotations

import os
import shlex
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from quotes.errors import StoreError, UsageError
from quotes.outputs import beside, check_output
from quotes.plural import number_of
from quotes.records import Record
from quotes.store.care.damage import Looked, look_through
from quotes.store.db.asking import Reader, Row, ask, ask_each
from quotes.store.db.database import Database
from quotes.store.db.file_systems import file_system, free_bytes, network_file_system
from quotes.store.db.kinds import open_database
from quotes.store.query import tallies
from quotes.store.sayings.settling import count_waiting
from quotes.store.schema.tables import tables
from quotes.store.schema.upgrading import HEAD
from quotes.store.schema.values import stored_id
from quotes.store.search.kinds import index_of

MEGABYTE = 1_000_000

State = Literal["ok", "note", "error"]


class Finding(Record):
    """One thing that was looked at: "ok", "note" or "error", what was found, and what to do."""

    what: str
    state: State
    found: str
    remedy: str | None = None


Passing = Callable[[Iterable[Looked]], Iterator[Looked]]


def examine(database: Database, passing: Passing = iter) -> list[Finding]:
    """Everything that can be looked at; what cannot be opened has been refused before.

    Others may write meanwhile. All articles go through `passing`, which may count them.
    """
    found = [*_place(database)]
    with database.asking(any_bytes=True) as reader:
        found += _whole(reader)
        found += _contents(reader)
        found += _articles(passing(look_through(reader)))
        found += _tallies(reader)
    return [*found, *_index(database)]


def backup(database: Database, target: Path) -> None:
    """Write the database as it is to a new SQLite file.

    Raises UsageError where something is there already or nothing can be, and QuotesError where it
    cannot be written.
    """
    from quotes.store.db.sqlite import SQLite

    path = database.path if isinstance(database, SQLite) else None
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already: name a new file")
    target = check_output(target, database=path)
    if isinstance(database, SQLite):
        database.backup(target)
    else:
        _copy(database, target)


def _copy(database: Database, target: Path) -> None:
    """Row by row, from a database of another kind."""
    with (
        beside(target) as draft,
        closing(open_database(draft, read_only=False, timeout=5)) as copy,
        database.asking() as source,
        copy.writing() as connection,
    ):
        for table in tables():
            columns = ask_each(connection, f"SELECT name FROM pragma_table_info('{table}')")
            rows = ask(source, f"SELECT {', '.join(columns)} FROM {table}")
            connection.insert(table, columns, _as_in_sqlite(table, columns, rows))


def _as_in_sqlite(
    table: str, columns: Sequence[str], rows: Iterable[Row]
) -> Iterable[Sequence[Any]]:
    """The values of rows from PostgreSQL: ids of quotes are kept in another way."""
    if table != "quotes":
        return rows
    place = columns.index("id")
    return ([*row[:place], stored_id(row[place], "sqlite"), *row[place + 1 :]] for row in rows)


def _place(database: Database) -> Iterator[Finding]:
    from quotes.store.db.sqlite import SQLite

    if not isinstance(database, SQLite):
        yield Finding(what="database", state="ok", found=database.name)
        return
    path = database.path
    size, free = path.stat().st_size, free_bytes(path)
    kind = file_system(path) or "unknown"
    found = f"{database.name}, {_megabytes(size)}, SQLite {sqlite3.sqlite_version}"
    yield Finding(what="database", state="ok", found=found)
    enough = free > max(size, 100 * MEGABYTE)
    yield Finding(
        what="free space",
        state="ok" if enough else "note",
        found=f"{_megabytes(free)} on {kind}",
        remedy=None if enough else "free some: a backup or a new version needs as much again",
    )
    if network_file_system(path):
        yield Finding(
            what="file system",
            state="note",
            found=f"a network file system ({kind})",
            remedy="keep the database on a disk of this machine, or use PostgreSQL",
        )


def _whole(reader: Reader) -> Iterator[Finding]:
    if reader.dialect != "sqlite":
        (server,) = ask_each(reader, "SHOW server_version")
        yield Finding(what="server", state="ok", found=f"PostgreSQL {server}")
        return
    wrong = ask_each(reader, "PRAGMA integrity_check(5)")
    lost = ask_each(reader, "PRAGMA foreign_key_check")
    bad = [str(line) for line in wrong if line != "ok"] + [f"{table}: a row lost" for table in lost]
    yield Finding(
        what="integrity",
        state="error" if bad else "ok",
        found="; ".join(bad[:5]) or "the file is whole",
        remedy="go back to a backup, or add the articles to a new file" if bad else None,
    )


def _articles(looked: Iterator[Looked]) -> Iterator[Finding]:
    bad = 0
    for article, fault in looked:
        if fault:
            bad += 1
            where = shlex.quote(article)
            yield Finding(
                what="article",
                state="error",
                found=f"{article}: {fault}",
                remedy=f"quotes delete --article {where}; then add it again",
            )
    if not bad:
        yield Finding(what="articles", state="ok", found="all can be read, and are as stored")


def _index(database: Database) -> Iterator[Finding]:
    """Compared word for word where nobody else writes and the database may be written."""
    state: State = "ok"
    found = "it fits the quotes"
    remedy: str | None = None
    try:
        with database.changing() as connection:
            problem = index_of(connection).problem(connection)
            connection.rollback()
    except StoreError as error:
        with database.asking() as reader:
            problem = index_of(reader).gap(reader)
        state, found = "note", f"no quote is missing; its words were not looked at ({error})"
        remedy = "run quotes doctor again where the database can be written"
    if problem:
        state, found, remedy = "error", problem, "quotes doctor --mend"
    yield Finding(what="full-text index", state=state, found=found, remedy=remedy)


def _tallies(reader: Reader) -> Iterator[Finding]:
    wrong = tallies.problem(reader)
    yield Finding(
        what="kept counts",
        state="error" if wrong else "ok",
        found=wrong or "they are those of the quotes",
        remedy="quotes doctor --mend" if wrong else None,
    )


def _contents(reader: Reader) -> Iterator[Finding]:
    def count(table: str) -> str:
        (rows,) = ask_each(reader, f"SELECT count(*) FROM {table}s")
        return number_of(rows, table)

    yield Finding(
        what="contents",
        state="ok",
        found=f"{count('article')}, {count('quote')}, schema {HEAD}",
    )
    waits = count_waiting(reader)
    yield Finding(
        what="sayings",
        state="note" if waits else "ok",
        found=f"not compared yet: {number_of(waits, 'article')}" if waits else "all are compared",
        remedy="quotes doctor --mend" if waits else None,
    )
    yield from _runs(reader)


_RUNS = """
SELECT runs.version AS version, runs.model AS model, count(*) AS many
FROM runs JOIN articles ON articles.run = runs.key GROUP BY runs.key ORDER BY runs.key
"""


def _runs(reader: Reader) -> Iterator[Finding]:
    for row in ask(reader, _RUNS):
        model = f", model {row.model}" if row.model else ""
        many = number_of(row.many, "article")
        yield Finding(what="found by", state="ok", found=f"{row.version}{model}: {many}")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"
