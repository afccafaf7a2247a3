"""`quotes extract` and `quotes add`: from files to quotes, printed or stored."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import tell
from quotes.cli.finding import articles_of, quotes_of
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import print_quote_table, print_quotes
from quotes.cli.progress import progress
from quotes.cli.tally import Tally
from quotes.cli.text import clean
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.reading import Failure, Input, Reading
    from quotes.records import Article, Quote


def extract(
    paths: options.Paths,
    title: options.Title = None,
    date: options.Date = None,
    url: options.Url = None,
    publisher: options.Publisher = None,
    glob: options.Glob = None,
    exclude: options.Exclude = None,
    map: options.Map = None,
    any_language: options.AnyLanguage = False,
    report: options.Report = None,
    format: options.OutputFormat = Format.table,
) -> None:
    """Print the quotes of articles; store nothing.

    Speech and thought are printed. Text, Markdown, saved web pages, JSON, JSON lines, CSV, TSV,
    Excel, Parquet and WARC are read, also gzipped, and told apart by their content.

    \b
    Examples:
      quotes extract article.txt
      quotes extract seeds/ --format jsonl > quotes.jsonl
      quotes extract archive.csv --map text=story,date=printed_on
      curl -s https://example.org/a.html | quotes extract - --date 2020-11-21
    """
    from quotes.reading import Choice, FieldMap, Overrides, Reading, find_inputs

    overrides = Overrides(title=title, date=date, url=url, publisher=publisher)
    how = Reading(overrides, FieldMap.parse(map), any_language)
    inputs = find_inputs(paths, choice=Choice(tuple(glob or ()), tuple(exclude or ())))
    with Tally.reporting(report, inputs=[item.name for item in inputs]) as tally:
        with progress(len(inputs), hidden=sys.stdout.isatty()) as step:
            found = _extract_all(_articles(inputs, how, tally, step), tally)
            if format is Format.table:
                _print_by_article(found)
            else:
                print_quotes((quote for _, quotes in found for quote in quotes), format)
        tally.say_apart()
        tally.say_left_out()
    tally.exit()


def add(
    paths: options.SomePaths = None,
    title: options.Title = None,
    date: options.Date = None,
    url: options.Url = None,
    publisher: options.Publisher = None,
    glob: options.Glob = None,
    exclude: options.Exclude = None,
    map: options.Map = None,
    any_language: options.AnyLanguage = False,
    report: options.Report = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Find anew what an earlier version has found.")
    ] = False,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Read articles and store them with their quotes.

    An article that is stored already changes nothing; a changed one replaces its quotes, and
    `quotes changes` lists what became of them. What is read is what `quotes extract` reads.
    --refresh without a PATH finds the quotes of all stored articles anew that an earlier version,
    or one with another model, has found.

    \b
    Examples:
      quotes add seeds/
      quotes add article.html --date 2020-11-21 --publisher "The Example"
      quotes add news/ --glob "*.html" --exclude drafts --report report.jsonl
      quotes add archive.jsonl.gz --db news.db
      quotes add --refresh
    """
    from quotes.cli.adding import Adding
    from quotes.reading import Choice, FieldMap, Overrides, Reading, find_inputs

    if not paths and not refresh:
        raise UsageError("no PATH is given: name files or folders, or --refresh what is stored")
    overrides = Overrides(title=title, date=date, url=url, publisher=publisher)
    how = Reading(overrides, FieldMap.parse(map), any_language)
    choice = Choice(tuple(glob or ()), tuple(exclude or ()))
    inputs = find_inputs(paths or [], choice=choice)
    with Tally.reporting(report, inputs=[item.name for item in inputs], database=db) as tally:
        with Adding(db, tally, how=how, refresh=refresh) as adding:
            if paths:
                adding.add_inputs(inputs)
            else:
                adding.refresh_all()
            adding.settle()
        tell(str(tally))
        tally.say_apart()
        tally.say_older()
        tally.say_undated()
    tally.exit()


def _articles(
    inputs: Iterable[Input | Failure], how: Reading, tally: Tally, step: Callable[..., None]
) -> Iterator[Article]:
    """The articles that could be read; others are named. Each input is one step of the progress."""
    seen: set[str] = set()
    for item in inputs:
        for article in articles_of(item, how, tally, seen):
            step(done=False)
            yield article
        step()


def _extract_all(
    articles: Iterable[Article], tally: Tally
) -> Iterator[tuple[Article, list[Quote]]]:
    for article in articles:
        found = quotes_of(article, tally)
        if found is not None:
            tally.count("read", article, found)
            yield article, found.quotes


def _print_by_article(found: Iterable[tuple[Article, list[Quote]]]) -> None:
    for number, (article, quotes) in enumerate(found):
        facts = (str(fact) for fact in (article.id, article.title, article.date) if fact)
        head = clean(" · ".join(facts))
        typer.echo(("\n" if number else "") + head + ("" if quotes else "\nno quotes"))
        if quotes:
            print_quote_table(quotes)
