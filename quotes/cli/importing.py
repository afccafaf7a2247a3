"""`quotes import`: what an export wrote comes back, a table also edited."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.caring import agreed, check_there, settle
from quotes.cli.errors import SOME_FAILED, say
from quotes.cli.options import DEFAULT_DB
from quotes.cli.progress import counted
from quotes.cli.tables import Column, print_table
from quotes.errors import UsageError
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store.records import EditedRow


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            parser=options.parse_path,
            metavar="FILE",
            help="What export wrote, a table also edited.",
        ),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", help="Take what was changed in a table without asking.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            envvar="QUOTES_USER", metavar="NAME", help="Who has edited it; else your user's name."
        ),
    ] = None,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Store quotes that `quotes export` wrote, as they are; or take what was edited in a table.

    Their articles come without text, byline and address of origin, which no export of quotes
    holds; adding them later completes them. Articles that are there already stay as they are. Of a
    file with a fault nothing is stored: it is read once before, and then stored as a whole.

    Of a CSV or xlsx the cells that were changed correct the quotes of the rows' ids (see 'quotes
    fix'), and nothing else is stored: they are shown, and asked for. A row that is missing drops
    nothing; a column "drop" or "verdict" may say "drop" or "confirm", a column "note" why.

    \b
    Examples:
      quotes import exports/quotes.jsonl
      quotes import old.parquet --db news.db
      quotes import exports/quotes.xlsx
    """
    from quotes.export.back import check_export, read_articles, read_verdicts
    from quotes.export.edited import is_table
    from quotes.records import Run
    from quotes.store import Store

    if path.is_fifo():
        raise UsageError(f"{path} can be read only once: write it to a file first")
    if is_table(path):
        _take_table(path, db, yes=yes, by=by)
        return
    verdicts = list(read_verdicts(path))
    with counted("quotes checked") as step:
        if not sum(step(check_export(path))) and not verdicts:
            say(f"no quotes in {path}")
            return
    with Store(db) as store:
        with counted("articles stored") as step:
            done = store.load(
                step(read_articles(path)), run=Run(version="imported"), verdicts=verdicts
            )
        settle(store)
    new = f"{number_of(done.quotes, 'quote')} of {number_of(done.added, 'article')}"
    say(f"{new} imported, {done.unchanged} were there")
    if verdicts:
        there = len(verdicts) - done.verdicts
        say(f"{number_of(done.verdicts, 'verdict')} taken, {there} were there")


def _take_table(path: Path, db: str, *, yes: bool, by: str | None) -> None:
    """Show what was changed in an edited export, and take it if it is agreed to.

    Raises typer.Exit with 3 where some rows could not be taken.
    """
    from quotes.export.edited import edited_rows
    from quotes.store import Store

    check_there(db)
    with Store(db) as store:
        rows = store.edited(edited_rows(path))
        fine = [row for row in rows if not row.fault]
        _row_table(fine)
        for row in rows:
            if row.fault:
                say(f"row {row.row}{f' ({row.id})' if row.id else ''}: {row.fault}")
        if fine:
            say("a row that is missing drops nothing: put x in a column drop for that")
        if not fine:
            say("nothing was changed in the table" if not rows else "nothing to take")
        elif yes or agreed(f"Take {number_of(len(fine), 'row')}?", "take them"):
            done = store.take(fine, by=by)
            say(f"{number_of(len(done), 'quote')} corrected or confirmed; see 'quotes fixes'")
        else:
            say("nothing is taken")
    if len(fine) < len(rows):
        raise typer.Exit(SOME_FAILED)


ROW_COLUMNS = (Column("ID"), Column("COLUMN"), Column("OLD", 24), Column("NEW"))


def _row_table(rows: Iterable[EditedRow]) -> None:
    lines = [[row.id, column, old, new] for row in rows for column, (old, new) in row.cells.items()]
    if lines:
        print_table(ROW_COLUMNS, lines)
