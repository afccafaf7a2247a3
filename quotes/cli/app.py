"""All commands in one app; each is a thin function in a module of its family."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer

from quotes import __version__
from quotes.cli.errors import WRONG_USE, QuotesGroup, listen
from quotes.cli.stopping import leave_when_told
from quotes.cli.text import Terminal

COMMANDS = {
    "extract": "extracting.extract",
    "add": "extracting.add",
    "list": "looking_up.list_",
    "search": "looking_up.search",
    "first": "looking_up.first",
    "show": "looking_up.show",
    "check": "checking.check",
    "speakers": "speakers.app",
    "articles": "looking_up.articles",
    "changes": "looking_up.changes",
    "stats": "statistics.stats",
    "facets": "narrowing.facets",
    "audit": "auditing.audit",
    "compare": "comparing.compare",
    "serve": "serving.serve",
    "doubts": "correcting.doubts",
    "fix": "correcting.fix",
    "confirm": "correcting.confirm",
    "fixes": "correcting.fixes",
    "export": "exporting.export",
    "import": "importing.import_",
    "doctor": "caring.doctor",
    "backup": "caring.backup",
    "restore": "caring.restore",
    "delete": "caring.delete",
    "evaluate": "modelling.evaluate",
    "calibrate": "modelling.calibrate",
    "train": "modelling.train",
}
"""Where each stands in quotes.cli, in the order in which they are used."""


class Commands(QuotesGroup):
    """All of COMMANDS, each imported and made when it is asked for: all of them take as long as it
    takes to run one."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        names: dict[str, Any] = dict.fromkeys(COMMANDS)
        self.commands = names  # to be suggested where one is mistyped

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The one of this name, or None."""
        return _make(cmd_name) if cmd_name in COMMANDS else None


def _make(name: str) -> Any:
    module, _, function = COMMANDS[name].partition(".")
    command = getattr(import_module(f"quotes.cli.{module}"), function)
    if isinstance(command, typer.Typer):
        group = typer.main.get_command(command)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(command)
    return typer.main.get_command(alone)


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


def main() -> None:
    """Run the command line of this process and exit."""
    leave_when_told()
    _take_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.isatty():
        sys.stdout = Terminal.over(sys.stdout)
    try:
        app(prog_name="quotes")
    except SystemExit as done:
        _leave(done.code)


def _take_streams() -> None:
    """Put something where a standard stream is closed: else the next file that is opened, such as
    the database, would take its number, and whatever is printed would go there.

    To print to a closed output stays an error, as it is open for reading only.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_RDWR)
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def _leave(code: str | int | None) -> None:
    """End the process at once: taking all modules apart would take a short command as long again.

    Everything that must be closed has been: stores and files are closed where they are used.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody may be reading any more
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))
