"""`quotes extract` and `quotes add`: from files to quotes, printed or stored."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quotes import __version__
from quotes.cli import options
from quotes.cli.errors import FAILED, SOME_FAILED, say, unexpected
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import print_quote_table, print_quotes
from quotes.cli.progress import progress
from quotes.cli.text import clean
from quotes.errors import InputError, QuotesError

if TYPE_CHECKING:
    from quotes.reading import Failure, Input, Overrides
    from quotes.records import Article, Quote
    from quotes.store import Store


@dataclass
class Tally:
    """What became of the inputs, and how many quotes were stored."""

    fine: int = 0
    failed: int = 0
    quotes: int = 0
    stored: Counter[str] = field(default_factory=Counter)

    def fail(self, name: str, message: str) -> None:
        """Name an input that failed and count it."""
        self.failed += 1
        say(f"{name}: {message}")

    def count(self, status: str) -> None:
        """Count an article that is stored: added, unchanged or replaced."""
        self.fine += 1
        self.stored[status] += 1

    def exit(self) -> None:
        """End the command with the right code where an input failed."""
        if self.failed:
            raise typer.Exit(SOME_FAILED if self.fine else FAILED)

    def __str__(self) -> str:
        return (
            f"{self.stored['added']} added, {self.stored['unchanged']} unchanged, "
            f"{self.stored['replaced']} replaced, {self.failed} failed; {self.quotes} quotes stored"
        )


def extract(
    paths: options.Paths,
    title: options.Title = None,
    date: options.Date = None,
    url: options.Url = None,
    publisher: options.Publisher = None,
    format: options.OutputFormat = Format.table,
) -> None:
    """Print the quotes of articles; store nothing.

    Speech and thought are printed. Files whose names end in .txt, .text, .md or .markdown are
    taken from folders; a file named by itself is read whatever its ending.

    \b
    Examples:
      quotes extract article.txt
      quotes extract seeds/ --format jsonl > quotes.jsonl
      curl -s https://example.org/a.txt | quotes extract - --date 2020-11-21
    """
    from quotes.reading import Overrides, find_inputs

    inputs = find_inputs(paths)
    overrides = Overrides(title=title, date=date, url=url, publisher=publisher)
    tally = Tally()
    with progress(len(inputs), hidden=sys.stdout.isatty()) as step:
        found = _extract_all(_articles(inputs, overrides, tally, step), tally)
        if format is Format.table:
            _print_by_article(found)
        else:
            print_quotes((quote for _, quotes in found for quote in quotes), format)
    tally.exit()


def add(
    paths: options.Paths,
    title: options.Title = None,
    date: options.Date = None,
    url: options.Url = None,
    publisher: options.Publisher = None,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Read articles and store them with their quotes.

    An article that is stored already changes nothing; a changed one replaces its quotes.

    \b
    Examples:
      quotes add seeds/
      quotes add article.txt --date 2020-11-21 --publisher "The Example"
      quotes add news/ --db news.db
    """
    from quotes.reading import Overrides, find_inputs

    inputs = find_inputs(paths)
    overrides = Overrides(title=title, date=date, url=url, publisher=publisher)
    tally = Tally()
    with progress(len(inputs)) as step:
        articles = _articles(inputs, overrides, tally, step)
        first = next(articles, None)
        if first:  # else leave no empty database behind
            _add_all(chain([first], articles), tally, db)
    typer.echo(str(tally), err=True)
    tally.exit()


def _articles(
    inputs: Iterable[Input | Failure],
    overrides: Overrides,
    tally: Tally,
    step: Callable[[], None],
) -> Iterator[Article]:
    """What could be read; what could not is named. Each input is one step of the progress."""
    from quotes.reading import Failure, read_inputs

    for item in read_inputs(inputs, overrides=overrides):
        if isinstance(item, Failure):
            tally.fail(item.name, item.message)
        else:
            yield item
        step()


def _extract_all(
    articles: Iterable[Article], tally: Tally
) -> Iterator[tuple[Article, list[Quote]]]:
    for article in articles:
        quotes = _quotes_of(article, tally)
        if quotes is not None:
            tally.fine += 1
            yield article, quotes


def _quotes_of(article: Article, tally: Tally) -> list[Quote] | None:
    """The article's quotes; None, and the article named, where it alone is at fault."""
    from quotes import api

    try:
        return api.extract(article)
    except InputError as error:
        tally.fail(article.id, str(error))
    except QuotesError:
        raise
    except Exception as error:
        if os.environ.get("QUOTES_DEBUG"):
            raise
        tally.fail(article.id, unexpected(error))
    return None


def _print_by_article(found: Iterable[tuple[Article, list[Quote]]]) -> None:
    for number, (article, quotes) in enumerate(found):
        facts = (str(fact) for fact in (article.id, article.title, article.date) if fact)
        head = clean(" · ".join(facts))
        typer.echo(("\n" if number else "") + head + ("" if quotes else "\nno quotes"))
        if quotes:
            print_quote_table(quotes)


def _add_all(articles: Iterable[Article], tally: Tally, db: Path) -> None:
    from quotes.store import Store

    with Store(db) as store:
        for article in articles:
            _add(store, article, tally)


def _add(store: Store, article: Article, tally: Tally) -> None:
    """Store one article; the work of finding its quotes is saved where nothing has changed.

    A new version of this package reads stored articles again.
    """
    if store.status(article, digest_extra=__version__) == "unchanged":
        tally.count("unchanged")
        return
    quotes = _quotes_of(article, tally)
    if quotes is None:
        return
    status = store.add(article, quotes, digest_extra=__version__)
    tally.count(status)
    tally.quotes += len(quotes)
