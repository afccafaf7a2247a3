"""`quotes list`, `search`, `show`, `articles`: what the store answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.options import (
    DEFAULT_DB,
    ActChoice,
    FactualityChoice,
    Format,
    SearchSortChoice,
    SortChoice,
)
from quotes.cli.output import print_quotes
from quotes.cli.summaries import (
    print_articles,
    print_changes,
    print_hits,
    print_in_lines,
    say_namesakes,
)

if TYPE_CHECKING:
    from quotes.records import Quote


def list_(
    speaker: options.Speaker = None,
    role: options.Role = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kind = None,
    article: options.ArticleId = None,
    office: options.Office = None,
    on: options.On = None,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    min_confidence: options.MinConfidence = None,
    checked: options.Checked = None,
    unique: options.Unique = False,
    sort: Annotated[SortChoice, typer.Option(help="What comes first.")] = SortChoice.date,
    limit: options.Limit = None,
    after: options.After = None,
    count: options.JustCount = False,
    columns: options.Columns = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List stored quotes, newest first.

    A long list is read page by page: --limit 50, and then the same with --after the last id.

    \b
    Examples:
      quotes list --speaker Putin
      quotes list --role spokesman --since 2020-11-01 --until 2020-11-30
      quotes list --office "prime minister of Armenia" --on 2020-11-16
      quotes list --kind direct --act all --format csv > quotes.csv
      quotes list --unique --since 2020-11-01
    """
    asked = options.asked(locals())
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        say_namesakes(store, speaker)
        if count:
            typer.echo(store.count(unique=unique, **asked))
            return
        found: Iterable[Quote] = (
            store.stream(sort=sort.value, unique=unique, **asked)
            if limit is None and after is None
            else store.list(sort=sort.value, after=after, limit=limit, unique=unique, **asked)
        )
        print_quotes(found, format, columns=columns, sayings=unique)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")],
    speaker: options.Speaker = None,
    role: options.Role = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kind = None,
    article: options.ArticleId = None,
    office: options.Office = None,
    on: options.On = None,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    min_confidence: options.MinConfidence = None,
    checked: options.Checked = None,
    unique: options.Unique = False,
    sort: Annotated[SearchSortChoice, typer.Option(help="What comes first.")] = (
        SearchSortChoice.relevance
    ),
    limit: options.Limit = 20,
    after: options.After = None,
    count: options.JustCount = False,
    kwic: Annotated[
        bool, typer.Option("--kwic", help="A line for each place, the words below each other.")
    ] = False,
    columns: options.Columns = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Search stored quotes by words, best first.

    All words must be found; they are shown in [brackets]. "A phrase" stands together, cease* is
    whatever begins so; AND, OR, NOT (or a hyphen before a word) and brackets do what they say.

    \b
    Examples:
      quotes search ceasefire
      quotes search '"military cooperation"' --speaker Shoigu
      quotes search 'peace* NOT treaty' --since 2020-11-01 --limit 5
      quotes search "gas OR oil" --kwic
    """
    asked = options.asked(locals())
    from quotes.records import Quote, Saying
    from quotes.store import Store
    from quotes.store.index import BEST_OF

    typed = " ".join(words)
    with Store(db, read_only=True) as store:
        say_namesakes(store, speaker)
        if count:
            typer.echo(store.count(typed, unique=unique, **asked))
            return
        found = store.search(
            typed, sort=sort.value, after=after, limit=limit, unique=unique, **asked
        )
        if len(found) == limit and store.count(typed, **asked) >= BEST_OF:
            say(f"{BEST_OF} or more are found: of those added last the best; give more words")
    if kwic:
        print_in_lines(found, typed)
    else:
        print_hits(found, format, Saying if unique else Quote, columns=columns)


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The quote's id or its beginning.")],
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show one quote in its paragraph, with all that is known and where else it was published.

    \b
    Examples:
      quotes show 3f2a9c0d11e8b7a4
      quotes show 3f2a --format json
    """
    from quotes.cli.showing import print_in_context, print_others
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        page, (_, article) = store.saying(id), store.get(id)
    if format is Format.table:
        print_in_context(page, article)
        print_others(page.others)
    else:
        print_quotes([page], format, sayings=True)


def articles(
    limit: options.Limit = None,
    after: options.After = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List the articles that are stored, newest first, and of which others they are versions.

    \b
    Examples:
      quotes articles
      quotes articles --limit 50 --format jsonl
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.articles(after=after, limit=limit)
    print_articles(found, format)


def changes(
    article: options.ArticleId = None,
    limit: options.Limit = 50,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List what became of quotes whose articles were read anew, the last change first.

    \b
    Examples:
      quotes changes
      quotes changes --article news/a.txt --format jsonl
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.changes(article=article, limit=limit)
    print_changes(found, format)
