"""`quotes export`: what is stored, as a file."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import tell
from quotes.cli.filters import filtered, say_left_out, say_who
from quotes.cli.options import DEFAULT_DB
from quotes.cli.progress import counted
from quotes.errors import UsageError
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Store
    from quotes.store.query.filters import Asked
    from quotes.verdicts.records import Verdict

DEFAULT_FOLDER = Path("exports")

PAGES = "html"
"""The format that is no file but a folder."""


@filtered
def export(
    asked: Asked,
    path: Annotated[
        Path,
        typer.Argument(
            parser=options.parse_path,
            metavar="[PATH]",
            help="A file, or a folder for quotes.FORMAT.",
        ),
    ] = DEFAULT_FOLDER,
    format: Annotated[
        str | None,
        typer.Option(
            help="csv, xlsx, jsonl, parquet, brat, webannotation, datasette or html; else what "
            "the ending says."
        ),
    ] = None,
    unique: options.Unique = False,
    offsets: options.Offsets = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="CSV without the ' before what Excel would run.")
    ] = False,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Write stored quotes to a file.

    As in lists, what was thought or was not said is left out and counted, unless --act all and
    --factuality all ask for it. CSV opens in Excel as it is meant; it has the words of each quote,
    with --offsets also their places. Edited, it or an xlsx comes back by 'quotes import'. brat (a
    .zip) and webannotation (.jsonld, of the W3C) are for annotation tools and hold the texts, too,
    as does datasette (.db, a flat SQLite database, with metadata.json beside it). html is a folder
    of the pages that 'quotes serve' shows, which need no server. A file is replaced when the new
    one is whole.

    \b
    Examples:
      quotes export
      quotes export all.jsonl --act all --factuality all
      quotes export checks.xlsx --unchecked
      quotes export /tmp/courier.parquet --publisher Courier
      quotes export putin.csv --speaker Putin --since 2020-11-01
      quotes export sayings.csv --unique
      quotes export annotated.zip
      quotes export flat.db
      quotes export --format html pages --speaker Putin
    """
    from functools import lru_cache, partial

    from quotes.export import How, check_target
    from quotes.export import export as write
    from quotes.records import Quote, Saying
    from quotes.store import Store
    from quotes.store.query.filters import Filters

    format, target = choose_target(path, format)
    if format == PAGES:
        from quotes.cli.copying import copy_pages

        copy_pages(target, asked, unique=unique, db=db)
        return
    check_target(target, format, database=db)
    with Store(db, read_only=True) as store, counted("quotes") as step:
        say_who(store, asked)
        found = store.stream(unique=unique, **asked)
        how = How(
            model=Saying if unique else Quote,
            raw=raw,
            offsets=offsets,
            beside=store.beside,
            article=lru_cache(2)(store.article),
            verdicts=partial(_verdicts, store, whole=Filters(**asked).plain),
        )
        count = write(step(found), target, format, how=how)
        left = store.left_out(**asked)
    tell(f"{number_of(count, 'quote')} written to {target}")
    say_left_out(left, asked)


def _verdicts(store: Store, ids: Collection[str], *, whole: bool) -> Iterator[Verdict]:
    """The verdicts on the quotes with these ids; and, where those of anybody and any day are
    meant, the verdicts that made none: of what was dropped, and what fits no longer."""
    for verdict in store.verdicts():
        makes = verdict.fits and verdict.what != "dropped"
        if verdict.quote.id in ids if makes else whole:
            yield verdict


def choose_target(path: Path, format: str | None) -> tuple[str, Path]:
    """The format and the file to write, of PAGES the folder; the folder "exports" is made where it
    is missing.

    The file's ending tells the format where none is given, and for a folder the format tells the
    ending. Raises UsageError for a format that is none, and for "-".
    """
    from quotes.export import FORMATS, format_of
    from quotes.outputs import writing

    if path == Path("-"):
        raise UsageError(
            "export writes files; for a stream: "
            "quotes list --act all --factuality all --format jsonl"
        )
    if path == DEFAULT_FOLDER and not os.path.lexists(path):
        with writing(path):
            path.mkdir()
    if format == PAGES:
        return PAGES, path / "pages" if path == DEFAULT_FOLDER else path
    is_folder = path.is_dir()
    chosen = format or ("csv" if is_folder else format_of(path))
    if chosen not in FORMATS:
        formats = (*FORMATS, PAGES)
        named = chosen or path.suffix.removeprefix(".").lower()
        raise UsageError(f"no format '{named}': give --format {' or '.join(formats)}")
    return chosen, path / f"quotes.{FORMATS[chosen].ending}" if is_folder else path
