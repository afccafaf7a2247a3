"""One page of a speaker on stdout."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from quotes.cli.tables import WIDTH
from quotes.cli.text import clean
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.records import Quote
    from quotes.store import Count, Held, SpeakerPage

HEAD = 13  # columns for what a line is about


def print_page_lines(page: SpeakerPage) -> None:
    """Print a speaker's page: who it is, then one block for each thing that is known."""
    kind = ", ".join(part for part in (page.type, page.id, page.wikidata_url) if part)
    typer.echo(clean(f"{page.name} ({kind}): {number_of(page.count, 'quote')}") + "\n")
    for head, words in _blocks(page):
        filled = textwrap.fill(clean(words), WIDTH, subsequent_indent=" " * (HEAD + 2))
        typer.echo(f"{head:<{HEAD}}{filled}")


def _blocks(page: SpeakerPage) -> Iterator[tuple[str, str]]:
    dated = {
        "names": page.names,
        "roles": page.roles,
        "affiliations": page.affiliations,
        "offices": page.offices,
    }
    for head, counts in dated.items():
        for number, count in enumerate(counts):
            yield "" if number else head, f"{count.value} ({_with_days(count)})"
    for number, office in enumerate(page.held):
        yield "" if number else "held", f"{office.title}, {office.of}{_term(office)}"
    for head, counts in {
        "kinds": page.kinds,
        "publishers": page.publishers,
        "months": page.months,
    }.items():
        if counts:
            yield head, ", ".join(f"{count.value} ({count.count})" for count in counts)
    for head, quote in {"first": page.first, "last": page.last}.items():
        if quote:
            yield head, _one_line(quote)


def _term(office: Held) -> str:
    """From when to when it was held; nothing where no day is known."""
    first = f"from {office.first}" if office.first else ""
    last = f"to {office.last}" if office.last else ""
    known = f"held on {office.as_of}" if office.as_of and not office.last else ""
    days = ", ".join(filter(None, (" ".join(filter(None, (first, last))), known)))
    return f" ({days})" if days else ""


def _with_days(count: Count) -> str:
    days = sorted({str(day) for day in (count.first, count.last) if day})
    return ", ".join(filter(None, (str(count.count), " to ".join(days))))


def _one_line(quote: Quote) -> str:
    day = quote.date or quote.said_on
    return " ".join(str(part) for part in (day, quote.id, quote.text) if part)
