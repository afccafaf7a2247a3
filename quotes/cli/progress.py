"""A progress bar on stderr, where stderr is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def progress(total: int, *, hidden: bool = False) -> Iterator[Callable[..., None]]:
    """Gives the function that moves the bar one step on; `total` is the number of steps.

    With `done=False` it counts an article and stays at its step: a file may hold many.
    """
    if hidden or not sys.stderr.isatty():
        yield lambda done=True: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    count = TextColumn("{task.fields[articles]} articles")
    columns = ("inputs", BarColumn(), MofNCompleteColumn(), count, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("inputs", total=total, articles=0)

        def step(*, done: bool = True) -> None:
            read = bar.tasks[task].fields["articles"] + (not done)
            bar.update(task, advance=int(done), articles=read)

        yield step


@contextmanager
def counted(what: str, total: int | None = None) -> Iterator[Callable[[Iterable[T]], Iterator[T]]]:
    """Gives the function that passes things on and shows how many there have been; numbers among
    them count as so many."""
    if not sys.stderr.isatty():
        yield iter
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    number = TextColumn("{task.completed:,.0f}")
    columns = (TextColumn(what), BarColumn(), number, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def step(things: Iterable[T]) -> Iterator[T]:
            for thing in things:
                bar.update(task, advance=thing if isinstance(thing, int) else 1)
                yield thing

        yield step
