"""`quotes list`, `search`, `show`, `articles`: what the store answers."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.options import DEFAULT_DB, ActChoice, FactualityChoice, Format
from quotes.cli.output import print_quotes, print_sayings
from quotes.cli.summaries import print_articles, print_hits, say_namesakes


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
    limit: options.Limit = None,
    min_confidence: options.MinConfidence = None,
    unique: options.Unique = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List stored quotes, newest first.

    \b
    Examples:
      quotes list --speaker Putin
      quotes list --role spokesman --since 2020-11-01 --until 2020-11-30
      quotes list --office "prime minister of Armenia" --on 2020-11-16
      quotes list --kind direct --act all --format csv > quotes.csv
      quotes list --unique --since 2020-11-01
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.list(
            speaker=speaker,
            role=role,
            since=since,
            until=until,
            kind=kind.value if kind else None,
            article=article,
            office=office,
            on=on,
            act=act.value,
            factuality=factuality.value,
            limit=limit,
            min_confidence=min_confidence,
            unique=unique,
        )
        say_namesakes(store, speaker)
    if unique:
        print_sayings(found, format)
    else:
        print_quotes(found, format)


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
    limit: options.Limit = 20,
    min_confidence: options.MinConfidence = None,
    unique: options.Unique = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Search stored quotes by words, best first.

    All words must be found; they are shown in [brackets]. "A phrase" stands together, and
    cease* is whatever begins so.

    \b
    Examples:
      quotes search ceasefire
      quotes search '"military cooperation"' --speaker Shoigu
      quotes search 'peace*' --since 2020-11-01 --limit 5
    """
    from quotes.records import Quote, Saying
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.search(
            " ".join(words),
            speaker=speaker,
            role=role,
            since=since,
            until=until,
            kind=kind.value if kind else None,
            article=article,
            office=office,
            on=on,
            act=act.value,
            factuality=factuality.value,
            limit=limit,
            min_confidence=min_confidence,
            unique=unique,
        )
        say_namesakes(store, speaker)
    print_hits(found, format, Saying if unique else Quote)


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
        print_sayings([page], format)


def articles(format: options.OutputFormat = Format.table, db: options.Db = DEFAULT_DB) -> None:
    """List the articles that are stored, newest first, and of which others they are versions.

    \b
    Examples:
      quotes articles
      quotes articles --format jsonl
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.articles()
    print_articles(found, format)
