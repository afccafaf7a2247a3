"""`quotes doctor`, `backup`, `restore`, `delete`: care for a database."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import FAILED, say
from quotes.cli.filters import filtered, say_who
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import View, print_records
from quotes.cli.progress import counted
from quotes.cli.tables import Column, print_table
from quotes.days import parse_day
from quotes.errors import UsageError
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Store
    from quotes.store.care.caring import Finding
    from quotes.store.query.filters import Asked
    from quotes.store.records import Removal


def doctor(
    mend: Annotated[
        bool,
        typer.Option("--mend", help="Make index and counts anew, compare what waits."),
    ] = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Look whether all is well with a database, and say what to do where it is not.

    Looked at are the file, all articles and quotes, the full-text index, the kept counts, the
    versions of SQLite, schema and model, the space that is left and what is not done yet. Each
    damaged article is named. Exit code 1 where something is wrong.

    \b
    Examples:
      quotes doctor
      quotes doctor --mend --db news.db
    """
    from quotes.store import Store
    from quotes.store.care.caring import Finding

    check_there(db)
    with Store(db, read_only=not mend) as store:
        if mend:
            store.mend()
            settle(store)
        with counted("articles looked at") as step:
            found = store.examine(step)
    print_records(found, format, View(_finding_table, list(Finding.model_fields), dict))
    if any(finding.state == "error" for finding in found):
        raise typer.Exit(FAILED)


def backup(
    path: Annotated[
        Path, typer.Argument(parser=options.parse_path, metavar="PATH", help="A new file.")
    ],
    db: options.Db = DEFAULT_DB,
) -> None:
    """Write a whole copy of a database to a new SQLite file, also while others write.

    \b
    Examples:
      quotes backup quotes-2026-11-25.db
      quotes backup copy.db --db postgresql://me@localhost/news
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        store.backup(path)
    say(f"{store.name} is copied to {path}")


def restore(
    path: Annotated[Path, typer.Argument(metavar="BACKUP", help="A file of 'quotes backup'.")],
    yes: options.Yes = False,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Put a backup in the place of a database. What is there is asked for, and kept beside.

    A copy by other means, over a database whose last writer was killed, meets the log that was
    left, and would be ruined by it.

    \b
    Examples:
      quotes restore quotes-2026-11-25.db
      quotes restore old.db --db news.db --yes
    """
    from quotes.store import Store
    from quotes.store.care.restoring import holds_something

    there = "://" not in db and holds_something(db)
    if there and not yes:
        say(f"to be replaced, and kept beside: {db}")
        if not agreed("Replace it?", "replace it"):
            say("nothing is replaced")
            raise typer.Exit(FAILED)
    kept = Store.restore(path, db, replace=there)
    say(f"{db} is restored from {path}" + (f"; what was there is {kept}" if kept else ""))


@filtered
def delete(
    asked: Asked,
    before: Annotated[
        dt.date | None,
        typer.Option(parser=parse_day, metavar=options.DAY, help="Of earlier days only."),
    ] = None,
    yes: options.Yes = False,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Delete articles with all their quotes. What goes is shown first, and asked for.

    It is the articles that "quotes articles" lists with the same filters. Articles without a date
    are never deleted by a day.

    \b
    Examples:
      quotes delete --article news/a.txt
      quotes delete --before 2015-01-01 --yes
      quotes delete --publisher Courier --since 2020-11-01 --until 2020-11-30
    """
    from quotes.store import Store

    check_there(db)
    with Store(db) as store:
        say_who(store, asked)
        found = store.find_removal(before=before, **asked)
        if not found.articles:
            say("nothing to delete")
            return
        say(f"to go from {store.name}: {_both(found)}")
        if not yes and not agreed("Delete them?", "delete them"):
            say("nothing is deleted")
            raise typer.Exit(FAILED)
        gone = store.remove(before=before, **asked)
    say(f"deleted: {_both(gone)}")


def _both(found: Removal) -> str:
    return f"{number_of(found.articles, 'article')} and {number_of(found.quotes, 'quote')}"


def settle(store: Store) -> None:
    """Compare the articles that wait for it with the others, and show how far it is."""
    waiting = store.waiting()
    with counted("articles compared", waiting) as step:
        for _ in step(store.settle()):
            pass


def check_there(db: str) -> None:
    """Raise UsageError where no database is: deleting from nothing must not make one."""
    if "://" not in db and not Path(db).exists():
        raise UsageError(f"no database at {db}: name one with --db")


def agreed(question: str, deed: str) -> bool:
    """True if somebody on a terminal says yes; without one it is said how to do it."""
    if not sys.stdin.isatty():
        say(f"give --yes to {deed}")
        return False
    return typer.confirm(question, err=True)


def _finding_table(found: Iterable[Finding]) -> None:
    columns = (Column("WHAT"), Column("STATE"), Column("FOUND"))
    rows = [[one.what, one.state, one.found] for one in found]
    print_table(columns, rows)
    for one in found:
        if one.remedy:
            say(f"{one.what}: {one.remedy}")
