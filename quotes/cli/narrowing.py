"""`quotes facets`: by which values a list or a search can be narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.filters import filtered, say_who
from quotes.cli.options import DEFAULT_DB, Format, WhereChoice
from quotes.cli.output import print_csv, print_jsonl
from quotes.cli.tables import Column, print_table
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Facets
    from quotes.store.query.filters import Asked
    from quotes.store.search import Where

HEADS = ("facet", "value", "quotes")


@filtered
def facets(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="As quotes search takes them.")
    ] = None,
    *,
    asked: Asked,
    where: Annotated[
        WhereChoice, typer.Option("--in", help="Where the words are looked for.")
    ] = WhereChoice.quotes,
    limit: Annotated[int, typer.Option(metavar="N", help="At most this many of each.")] = 8,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show what a list, or with WORDS a search, can be narrowed by, with the number of quotes.

    The most frequent speakers, publishers, months, kinds, acts, factualities, and what is checked.
    Each takes all that is asked for but its own filter. Where there are very many quotes, those
    added last are counted, and it is said so; JSON has counted and of for each.

    \b
    Examples:
      quotes facets
      quotes facets ceasefire --speaker Putin
      quotes facets --publisher reuters --format json
    """
    from quotes.store import Store

    typed = " ".join(words) if words else None
    place: Where = where.value
    with Store(db, read_only=True) as store:
        say_who(store, asked)
        found = store.facets(typed, where=place, limit=limit, **asked)
    _print(found, format)
    if partly := [facet.name for facet in found.facets if facet.counted != facet.of]:
        say(f"not of all quotes, but of those added last: {', '.join(partly)}")
    more = "" if found.total is not None else "more than "
    say(f"{more}{number_of(found.counted if found.total is None else found.total, 'quote')}")


def _print(found: Facets, format: Format) -> None:
    rows = [
        [facet.name, choice.value, str(choice.count)]
        for facet in found.facets
        for choice in facet.choices
    ]
    if format is Format.json:
        typer.echo(found.model_dump_json(indent=2))
    elif format is Format.jsonl:
        print_jsonl(found.facets)
    elif format is Format.csv:
        print_csv(HEADS, rows)
    else:
        facet, value, quotes = (head.upper() for head in HEADS)
        print_table((Column(facet), Column(value, 60), Column(quotes, right=True)), rows)
