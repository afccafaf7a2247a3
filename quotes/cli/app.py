"""All commands in one app; each is a thin function in a module of its family."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from typing import Annotated, Any

import typer

from quotes import __version__
from quotes.cli.caring import backup, delete, doctor, import_
from quotes.cli.errors import WRONG_USE, QuotesGroup, listen
from quotes.cli.exporting import export
from quotes.cli.extracting import add, extract
from quotes.cli.looking_up import articles, changes, list_, search, show
from quotes.cli.modelling import evaluate, train
from quotes.cli.speakers import app as speakers
from quotes.cli.statistics import stats


class Commands(QuotesGroup):
    """The commands in the order in which they are used."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Typer puts groups last: what looks up stands together."""
        names = super().list_commands(ctx)
        names.remove("speakers")
        names.insert(names.index("articles"), "speakers")
        return names


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotes {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def quotes(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Find who said what in news articles, and keep it where it can be looked up.

    \b
    Examples:
      quotes add seeds/
      quotes list --speaker Putin
      quotes search ceasefire
      quotes export --format csv
    """
    listen()
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(WRONG_USE)


looking = (list_, search, show, articles, changes, stats)
caring = (import_, doctor, backup, delete)
for command in (extract, add, *looking, export, *caring, evaluate, train):
    app.command(command.__name__.rstrip("_"))(command)
app.add_typer(speakers, name="speakers")


def main() -> None:
    """Run the command line of this process and exit."""
    gc.set_threshold(50_000, 20, 20)  # imports make many objects and drop few: a tenth of the start
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app(prog_name="quotes")
    except SystemExit as done:
        _leave(done.code)


def _leave(code: str | int | None) -> None:
    """End the process at once: taking all modules apart would take a short command as long again.

    Everything that must be closed has been: stores and files are closed where they are used.
    """
    with contextlib.suppress(OSError):  # nobody may be reading any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))
