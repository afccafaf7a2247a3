"""Tables for people: as wide as the terminal, one line a row."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer

from quotes.cli.errors import say
from quotes.cli.text import Terminal, clean

GAP = "  "
WIDTH = 80  # columns where there is no terminal
LEAST = 20  # columns that the last column gets whatever the others need


@dataclass(frozen=True)
class Column:
    """A column of a table. Words wider than `widest` are shortened; None: as wide as its words.

    The last column gets what is left of the line, whatever its `widest`.
    """

    head: str
    widest: int | None = None
    right: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print a head and a line for each row, or say that nothing was found.

    Nothing is wrapped. Where columns that are not shortened, such as ids, leave no room, the
    lines are longer than the terminal is wide.
    """
    from rich.cells import cell_len

    cells = [[clean(value) for value in row] for row in rows]
    if not cells:
        say("nothing found")
        return
    heads = [column.head for column in columns]
    widths = [
        min(column.widest or 1000, max(cell_len(row[i]) for row in (heads, *cells)))
        for i, column in enumerate(columns[:-1])
    ]
    taken = sum(widths) + len(GAP) * len(widths)
    widths.append(max(LEAST, table_width() - taken))
    _print_head(_line(columns, widths, heads))
    for row in cells:
        typer.echo(_line(columns, widths, row))


def table_width() -> int:
    """How many columns a line has: those of the terminal, else WIDTH."""
    return shutil.get_terminal_size((WIDTH, 24)).columns


def _print_head(line: str) -> None:
    """In bold on a terminal."""
    if isinstance(sys.stdout, Terminal):
        sys.stdout.write_bold(line)
    else:
        typer.echo(line)


def _line(columns: Sequence[Column], widths: Sequence[int], row: Sequence[str]) -> str:
    fitted = (
        fit(words, width, right=column.right)
        for column, width, words in zip(columns, widths, row, strict=True)
    )
    return GAP.join(fitted).rstrip()


def fit(words: str, width: int, *, right: bool = False) -> str:
    """Exactly `width` columns of a terminal: padded, or shortened with "…" at the end."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(words) > width:
        words = set_cell_size(words, width - 1).rstrip() + "…"
    space = " " * (width - cell_len(words))
    return space + words if right else words + space
