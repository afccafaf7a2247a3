"""`quotes list`, `search`, `first`, `show`, `articles`, `changes`: what the store answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.filters import filtered, say_left_out, say_who
from quotes.cli.options import DEFAULT_DB, Format, SearchSortChoice, SortChoice, WhereChoice
from quotes.cli.output import print_quotes
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.records import Quote
    from quotes.store.query.filters import Asked
    from quotes.store.search import Where as Place

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")]
Where = Annotated[
    WhereChoice,
    typer.Option("--in", help="Look in what was said, in headlines, or in these, names and roles."),
]


@filtered
def list_(
    asked: Asked,
    unique: options.Unique = False,
    sort: Annotated[SortChoice, typer.Option(help="What comes first.")] = SortChoice.date,
    limit: options.Limit = None,
    after: options.After = None,
    count: options.JustCount = False,
    columns: options.Columns = None,
    offsets: options.Offsets = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List stored quotes, newest first.

    A long list is read page by page: --limit 50, and then the same with --after the last id. What
    was thought, or was not said, is left out and counted, unless --act and --factuality ask for it.

    \b
    Examples:
      quotes list --speaker Putin
      quotes list --role spokesman --since 2020-11-01 --until 2020-11-30
      quotes list --publisher Courier --via Interfax --sort oldest
      quotes list --office "prime minister of Armenia" --on 2020-11-16
      quotes list --kind direct --act all --format csv > quotes.csv
      quotes list --unique --columns date,speaker,byline,text
      quotes list --conflicts --sort words
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        say_who(store, asked)
        if count:
            typer.echo(store.count(unique=unique, **asked))
        else:
            found: Iterable[Quote] = (
                store.stream(sort=sort.value, unique=unique, **asked)
                if limit is None and after is None
                else store.quotes(sort=sort.value, after=after, limit=limit, unique=unique, **asked)
            )
            print_quotes(
                found, format, columns=columns, sayings=unique, offsets=offsets, store=store
            )
        if after is None:
            say_left_out(store.left_out(quick=limit is not None, **asked), asked)


@filtered
def search(
    words: Words,
    asked: Asked,
    where: Where = WhereChoice.quotes,
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
    offsets: options.Offsets = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Search what was said by words, best first.

    All words must be found; they are shown in [brackets]. "A phrase" stands together, cease* is
    whatever begins so; AND, OR, NOT (or a hyphen before a word) and brackets do what they say.
    With --in articles they are looked for in the headlines of the articles, with --in all there,
    in the quotes and in the names and roles of the speakers together; what was found where nobody
    said it is shown with a word before it, such as "headline:".

    \b
    Examples:
      quotes search ceasefire
      quotes search '"military cooperation"' --speaker Shoigu
      quotes search 'peace* NOT treaty' --since 2020-11-01 --limit 5
      quotes search "gas OR oil" --kwic
      quotes search summit --in articles
    """
    from quotes.cli.summaries import print_hits, print_in_lines
    from quotes.records import Quote, Saying
    from quotes.store import Store
    from quotes.store.search import BEST_OF

    typed = " ".join(words)
    place: Place = where.value
    with Store(db, read_only=True) as store:
        say_who(store, asked)
        if count:
            typer.echo(store.count(typed, where=place, unique=unique, **asked))
        else:
            found = store.search(
                typed,
                where=place,
                sort=sort.value,
                after=after,
                limit=limit,
                unique=unique,
                **asked,
            )
            if kwic:
                print_in_lines(found, typed, place)
            else:
                model = Saying if unique else Quote
                print_hits(found, format, model, store=store, columns=columns, offsets=offsets)
            if len(found) == limit and after is None:
                every = store.count(typed, where=place, unique=unique, **asked)
                best = sort is SearchSortChoice.relevance and every > BEST_OF
                last = f" the best of the {BEST_OF:,} added last;" if best else ""
                if every > limit:
                    say(f"{limit} of {every:,} are shown:{last} more with --limit N")
        if after is None:
            say_left_out(store.left_out(typed, where=place, **asked), asked)


@filtered
def first(
    words: Words,
    asked: Asked,
    by: Annotated[
        str | None,
        typer.Option(metavar="publisher|speaker", help="The earliest of each of them."),
    ] = None,
    limit: options.Limit = 10,
    columns: options.Columns = None,
    offsets: options.Offsets = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show who said a phrase first: the earliest quotes with it, in the order of their days.

    The words must stand together as they are given. Quotes without a day are left out and counted.

    \b
    Examples:
      quotes first "peace treaty"
      quotes first red line --by speaker
      quotes first "cease*" --publisher Courier --format jsonl
    """
    from quotes.cli.summaries import print_hits
    from quotes.records import Quote
    from quotes.store import Store
    from quotes.store.query.first import as_phrase, check_by

    typed = " ".join(words)
    with Store(db, read_only=True) as store:
        say_who(store, asked)
        found = store.first(typed, by=check_by(by), limit=limit, **asked)
        print_hits(found, format, Quote, store=store, columns=columns, offsets=offsets)
        say_left_out(store.left_out(as_phrase(typed), dated=True, **asked), asked)


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The quote's id or its beginning.")],
    evidence: Annotated[
        bool, typer.Option("--evidence", help="What it rests on, as JSON that can be verified.")
    ] = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show one quote in its paragraph, with all that is known and where else it was published.

    With --evidence: the quote with the SHA-256 of its article's text, where it was read from (a
    file, a row of one, a record of a web archive), when it was stored, and by which version, model
    and settings it was found.

    \b
    Examples:
      quotes show 3f2a9c0d11e8b7a4
      quotes show 3f2a --format json
      quotes show 3f2a --evidence > evidence.json
    """
    from quotes.cli.showing import print_conflicts, print_in_context, print_others
    from quotes.store import Store

    if evidence and format not in (Format.table, Format.json):
        raise UsageError("evidence is JSON: leave --format out")
    with Store(db, read_only=True) as store:
        if evidence:
            typer.echo(store.evidence(id).model_dump_json(indent=2))
            return
        page, (_, article) = store.saying(id), store.get(id)
        if format is not Format.table:
            print_quotes([page], format, sayings=True, offsets=True, store=store)
            return
    print_in_context(page, article)
    print_others(page)
    print_conflicts(page.conflicts)


@filtered
def articles(
    asked: Asked,
    title: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Those with these words in their titles.")
    ] = None,
    limit: options.Limit = None,
    after: options.After = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List the articles that are stored, newest first, and of which others they are versions.

    By publisher, days and id the articles are chosen, by all other filters those with such a quote;
    the quotes that the filters let through are counted.

    \b
    Examples:
      quotes articles
      quotes articles --limit 50 --format jsonl
      quotes articles --speaker Putin --since 2020-11-01
    """
    from quotes.cli.summaries import print_articles
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        say_who(store, asked)
        found = store.articles(title, after=after, limit=limit, **asked)
        print_articles(found, format)
        if after is None:
            say_left_out(store.left_out(quick=limit is not None, **asked), asked)


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
    from quotes.cli.summaries import print_changes
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.changes(article=article, limit=limit)
    print_changes(found, format)
