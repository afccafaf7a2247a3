"""Search hits, speakers and articles on stdout."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from quotes.cli.errors import say
from quotes.cli.options import Format
from quotes.cli.output import View, print_records, who_and_when
from quotes.cli.tables import WIDTH, Column, print_table
from quotes.cli.text import clean

if TYPE_CHECKING:
    from quotes.store import ArticleSummary, Hit, SpeakerSummary

SPEAKER_COLUMNS = (
    Column("SPEAKER", 60),
    Column("QUOTES", right=True),
    Column("FIRST"),
    Column("LAST"),
    Column("ID"),
)
ARTICLE_COLUMNS = (
    Column("ID"),
    Column("DATE"),
    Column("QUOTES", right=True),
    Column("TITLE"),
)


def print_hits(hits: Iterable[Hit], format: Format) -> None:
    """Search hits; the words found stand in brackets in the table and, marked, in JSON."""
    from quotes.export.flat import COLUMNS

    print_records(hits, format, View(_hit_lines, (*COLUMNS, "snippet"), _flat_hit))


def print_speakers(speakers: Iterable[SpeakerSummary], format: Format) -> None:
    """Speakers with the number of their quotes and the first and last date."""
    from quotes.store import SpeakerSummary

    print_records(speakers, format, View(_speaker_table, list(SpeakerSummary.model_fields), dict))


def print_articles(articles: Iterable[ArticleSummary], format: Format) -> None:
    """Articles with the number of their quotes."""
    from quotes.store import ArticleSummary

    print_records(articles, format, View(_article_table, list(ArticleSummary.model_fields), dict))


def _hit_lines(hits: Iterable[Hit]) -> None:
    """Two lines or more a hit, as the words found must be seen with what is around them."""
    empty = True
    for hit in hits:
        empty = False
        typer.echo("  ".join(clean(part) for part in who_and_when(hit.quote) if part))
        snippet = clean(hit.marked())
        typer.echo(textwrap.indent(textwrap.fill(snippet, WIDTH - 4), " " * 4))
    if empty:
        say("nothing found")


def _flat_hit(hit: Hit) -> dict[str, Any]:
    from quotes.export.flat import flat_row

    return {**flat_row(hit.quote), "snippet": hit.snippet}


def _speaker_table(speakers: Iterable[SpeakerSummary]) -> None:
    rows = (
        [s.name, str(s.count), str(s.first or ""), str(s.last or ""), s.id or ""] for s in speakers
    )
    print_table(SPEAKER_COLUMNS, rows)


def _article_table(articles: Iterable[ArticleSummary]) -> None:
    rows = ([a.id, str(a.date or ""), str(a.count), a.title or ""] for a in articles)
    print_table(ARTICLE_COLUMNS, rows)
