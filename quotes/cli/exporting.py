"""`quotes export`: what is stored, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.options import DEFAULT_DB, ActChoice, FactualityChoice
from quotes.cli.summaries import say_namesakes
from quotes.errors import UsageError

DEFAULT_FOLDER = Path("exports")


def export(
    path: Annotated[
        Path, typer.Argument(metavar="[PATH]", help="A file, or a folder for quotes.FORMAT.")
    ] = DEFAULT_FOLDER,
    format: Annotated[
        str | None,
        typer.Option(help="csv, jsonl or parquet; else what the file's ending says, else csv."),
    ] = None,
    speaker: options.Speaker = None,
    act: options.Act = ActChoice.all,
    factuality: options.Factuality = FactualityChoice.all,
    unique: options.Unique = False,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Write stored quotes to a file, speech and thought.

    \b
    Examples:
      quotes export
      quotes export --format jsonl
      quotes export /tmp/speech.parquet --act speech
      quotes export putin.csv --speaker Putin
      quotes export sayings.csv --unique
    """
    from quotes.export import How
    from quotes.export import export as write
    from quotes.records import Quote, Saying
    from quotes.store import Store

    format, target = choose_target(path, format)
    with Store(db, read_only=True) as store:
        found = store.list(
            speaker=speaker, act=act.value, factuality=factuality.value, unique=unique
        )
        say_namesakes(store, speaker)
    count = write(found, target, format, how=How(model=Saying if unique else Quote))
    typer.echo(f"{count} quotes written to {target}", err=True)


def choose_target(path: Path, format: str | None) -> tuple[str, Path]:
    """The format and the file to write; the folder "exports" is made where it is missing.

    The file's ending tells the format where none is given, and for a folder the format tells the
    ending. Raises UsageError for a format that is none, and for "-".
    """
    from quotes.export import FORMATS, format_of

    if path == Path("-"):
        raise UsageError(
            "export writes files; for a stream: "
            "quotes list --act all --factuality all --format jsonl"
        )
    if path == DEFAULT_FOLDER:
        path.mkdir(exist_ok=True)
    is_folder = path.is_dir()
    chosen = format or ("csv" if is_folder else format_of(path))
    if chosen not in FORMATS:
        named = chosen or path.suffix.removeprefix(".").lower()
        raise UsageError(f"no format '{named}': give --format {' or '.join(FORMATS)}")
    return chosen, path / f"quotes.{FORMATS[chosen].ending}" if is_folder else path
