"""Search hits, speakers, merges and articles on stdout."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from quotes.cli.errors import say
from quotes.cli.options import Format
from quotes.cli.output import View, first_seen, print_records, who_and_when
from quotes.cli.tables import WIDTH, Column, print_table, table_width
from quotes.cli.text import clean
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.records import Quote
    from quotes.store import ArticleSummary, Change, Hit, Merge, SpeakerPage, SpeakerSummary, Store
    from quotes.store.search import Where

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
    Column("VERSION OF"),
    Column("TITLE"),
)


def print_hits(
    hits: Sequence[Hit],
    format: Format,
    model: type[Quote],
    *,
    store: Store,
    columns: str | None = None,
    offsets: bool = False,
) -> None:
    """Search hits; the words found stand in brackets in the table and, marked, in JSON.

    `model`: what the hits' quotes are, Quote or Saying; `store`: where they come from.
    """
    from quotes.export.sheet import sheet_columns, sheet_row

    beside = {quote.id: more for quote, more in store.beside(hit.quote for hit in hits)}

    def flat(hit: Hit) -> dict[str, Any]:
        row = sheet_row(hit.quote, beside[hit.quote.id])
        return {**row, "snippet": hit.snippet, "snippet_of": hit.of}

    def table(found: Iterable[Hit]) -> None:
        _hit_lines((hit, flat(hit)) for hit in found)

    own = sheet_columns(model, offsets=offsets or columns is not None)
    print_records(hits, format, View(table, (*own, "snippet", "snippet_of"), flat), columns)


def print_in_lines(hits: Iterable[Hit], typed: str, where: Where) -> None:
    """Keyword in context (Luhn 1960): each place in a line, the words found below each other."""
    from rich.cells import cell_len

    from quotes.cli.tables import fit
    from quotes.store.search.query import parse
    from quotes.store.search.snippets import in_context

    query = parse(typed)
    found: list[tuple[str, str, str, str]] = [
        (hit.quote.id, clean(_of(hit) + before), clean(word), clean(after))
        for hit in hits
        for before, word, after in in_context(hit.quote, query, where)
    ]
    if not found:
        say("nothing found")
        return
    widest = max(cell_len(word) for _, _, word, _ in found)
    width = max((table_width() - widest - 24) // 2, 10)
    for id, before, word, after in found:
        left = before if cell_len(before) <= width else "…" + before[-(width - 1) :]
        line = f"{fit(left, width, right=True)} [{word}] {fit(after, width)}"
        typer.echo(f"{id}  {line}".rstrip())


def print_changes(found: Iterable[Change], format: Format) -> None:
    """Print changes of quotes: two lines or more each."""
    from quotes.store import Change

    print_records(found, format, View(_change_lines, list(Change.model_fields), dict))


def print_speakers(speakers: Iterable[SpeakerSummary], format: Format) -> None:
    """Speakers with the number of their quotes and the first and last date."""
    from quotes.store import SpeakerSummary

    print_records(speakers, format, View(_speaker_table, list(SpeakerSummary.model_fields), dict))


def print_merges(found: Sequence[Merge], format: Format) -> None:
    """Print merges and why; suggestions with the command that makes them true."""
    from quotes.store import Merge

    print_records(found, format, View(_merge_lines, list(Merge.model_fields), dict))


def print_page(page: SpeakerPage, format: Format) -> None:
    """One speaker. Raises UsageError for CSV, which has no room for a page."""
    if format is Format.csv:
        raise UsageError("a speaker's page is no table: take --format json")
    from quotes.cli.pages import print_page_lines

    def lines(pages: Iterable[SpeakerPage]) -> None:
        for one in pages:
            print_page_lines(one)

    print_records([page], format, View(lines, (), dict))


def print_articles(articles: Iterable[ArticleSummary], format: Format) -> None:
    """Articles with the number of their quotes."""
    from quotes.store import ArticleSummary

    print_records(articles, format, View(_article_table, list(ArticleSummary.model_fields), dict))


def _change_lines(found: Iterable[Change]) -> None:
    empty = True
    for change in found:
        empty = False
        which = change.quote_id or "the article"
        typer.echo(clean(f"{change.at}  {change.what:8}  {which:16}  {change.article_id}"))
        typer.echo(textwrap.indent(textwrap.fill(clean(change.text), WIDTH - 4), " " * 4))
        for name, (before, after) in change.fields.items():
            typer.echo("    " + clean(f"{name}: {before} → {after}"))
    if empty:
        say("nothing has changed")


def _hit_lines(hits: Iterable[tuple[Hit, Mapping[str, Any]]]) -> None:
    """Two lines or more a hit, as the words found must be seen with what is around them. What was
    not said, but is a headline, a name or a role, is called so."""
    empty = True
    for hit, row in hits:
        empty = False
        facts = [*who_and_when(row), row["publisher"], _times(row)]
        typer.echo("  ".join(clean(part) for part in facts if part))
        snippet = clean(_of(hit) + hit.marked())
        typer.echo(textwrap.indent(textwrap.fill(snippet, WIDTH - 4), " " * 4))
    if empty:
        say("nothing found")


def _of(hit: Hit) -> str:
    """A word for whose the words are that were found, where nobody said them; else nothing."""
    return "" if hit.of == "text" else f"{'headline' if hit.of == 'title' else hit.of}: "


def _times(row: Mapping[str, Any]) -> str:
    """How often and where first a saying occurs; nothing of a quote."""
    if "occurrences" not in row:
        return ""
    day, where, number = first_seen(row)
    return f"{number} times, first {' '.join(part for part in (day, where) if part)}"


def _speaker_table(speakers: Iterable[SpeakerSummary]) -> None:
    rows = (
        [s.name, str(s.count), str(s.first or ""), str(s.last or ""), s.id or ""] for s in speakers
    )
    print_table(SPEAKER_COLUMNS, rows)


def _merge_lines(merges: Iterable[Merge]) -> None:
    """Two lines or more a merge: nothing of why and of the command may be cut."""
    empty = True
    for merge in merges:
        empty = False
        typer.echo(clean(f"{merge.state} by {merge.by}: {merge.one} | {merge.other}"))
        typer.echo(textwrap.indent(textwrap.fill(clean(merge.why), WIDTH - 4), " " * 4))
        if merge.command:
            typer.echo(f"    {clean(merge.command)}")
    if empty:
        say("nothing found")


def _article_table(articles: Iterable[ArticleSummary]) -> None:
    rows = [
        [a.id, str(a.date or ""), str(a.count), a.version_of or "", a.title or ""] for a in articles
    ]
    print_table(ARTICLE_COLUMNS, rows)
