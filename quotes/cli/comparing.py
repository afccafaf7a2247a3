"""`quotes compare`, and what sets one speaker off from others, on stdout."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.filters import filtered, say_left_out
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import JSON, View, print_one, print_records
from quotes.cli.pages import HEAD
from quotes.cli.tables import WIDTH, Column, print_table
from quotes.cli.text import clean
from quotes.errors import UsageError
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Company, Compared, Comparison, Vocabulary
    from quotes.store.query.filters import Asked


@filtered
def compare(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Two to six.")],
    *,
    asked: Asked,
    by: Annotated[
        str, typer.Option(metavar="speaker|publisher", help="What the names are.")
    ] = "speaker",
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Set two to six speakers or outlets beside each other.

    How often they are quoted (or quote), when, in which outlets (or whom), and the words that set
    each off from the others.

    \b
    Examples:
      quotes compare Pashinyan Aliyev
      quotes compare Courier Herald --by publisher --since 2020-11-01
      quotes compare Putin Lavrov Shoigu --format json
    """
    from quotes.store import Store

    if format is Format.csv:
        raise UsageError("a comparison is no table: take --format json")
    with Store(db, read_only=True) as store:
        found = store.compare(names, by, **asked)
        if format in JSON:
            print_one(found, format)
        else:
            _print_lines(found)
            for note in found.notes:
                say(note)
        say_left_out(found.left_out, asked)


def print_vocabulary(found: Vocabulary, format: Format) -> None:
    """The words that set somebody's quotes off, and on stderr over how many they were counted."""
    from quotes.store import Distinctive

    if format in JSON:
        print_one(found, format)
        return
    heads = (Column("WORD", 30), Column("TIMES", right=True), Column("OTHERS", right=True))

    def table(words: Iterable[Distinctive]) -> None:
        rows = [[w.word, f"{w.count:,}", f"{w.others:,}", f"{w.score:.2f}"] for w in words]
        print_table((*heads, Column("SCORE")), rows)

    print_records(found.words, format, View(table, list(Distinctive.model_fields), dict))
    say(
        f"{found.name}: counted over {found.looked_at:,} of {number_of(found.of, 'quote')}, "
        f"and {found.others:,} of others"
    )


def print_company(found: Company, format: Format) -> None:
    """List those quoted in the same articles; in how many was looked is said on stderr."""
    from quotes.store import Companion

    if format in JSON:
        print_one(found, format)
        return
    heads = (Column("SPEAKER", 60), Column("ARTICLES", right=True), Column("ID"))

    def table(others: Iterable[Companion]) -> None:
        print_table(heads, [[one.name, f"{one.articles:,}", one.id or ""] for one in others])

    print_records(found.others, format, View(table, list(Companion.model_fields), dict))
    say(
        f"{found.name}: looked at {number_of(found.looked_at, 'article')}, "
        f"those of {found.quotes:,} of {number_of(found.of, 'quote')}"
    )


def _print_lines(found: Comparison) -> None:
    for number, one in enumerate(found.of):
        typer.echo("\n" * bool(number) + clean(f"{one.name}: {number_of(one.count, 'quote')}"))
        for head, words in _blocks(one, found.by):
            filled = textwrap.fill(clean(words), WIDTH, subsequent_indent=" " * (HEAD + 2))
            typer.echo(f"{head:<{HEAD}}{filled}")


def _blocks(one: Compared, by: str) -> Iterator[tuple[str, str]]:
    days = " to ".join(sorted({str(day) for day in (one.first, one.last) if day}))
    counts = {
        "kinds": one.kinds,
        "months": one.months,
        "publishers" if by == "speaker" else "speakers": one.others,
    }
    if days:
        yield "days", days
    for head, some in counts.items():
        if some:
            yield head, ", ".join(f"{count.value} ({count.count})" for count in some)
    if one.words:
        yield "words", ", ".join(f"{word.word} ({word.count})" for word in one.words)
