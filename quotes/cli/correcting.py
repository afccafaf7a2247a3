"""`quotes fix`, `confirm`, `fixes`, `doubts`: what people say of what was found."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli import options
from quotes.cli.caring import check_there
from quotes.cli.errors import say
from quotes.cli.filters import filtered, say_who
from quotes.cli.options import (
    DEFAULT_DB,
    ActChoice,
    FactualityChoice,
    Format,
    KindChoice,
)
from quotes.cli.output import View, print_records, who_and_when, words
from quotes.cli.tables import WIDTH
from quotes.cli.text import clean
from quotes.days import parse_day
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.records import Offsets
    from quotes.store import Doubt, Fix, Store
    from quotes.store.query.filters import Asked


def parse_spans(words: str) -> tuple[Offsets, ...]:
    """Places in a text, "110-186,200-240"; raises UsageError for anything else."""
    parts = [part.strip() for part in words.split(",")]
    if not all(re.fullmatch(r"\d{1,9}-\d{1,9}", part) for part in parts):
        raise UsageError(f"'{words}' is no place: give START-END, or several with a comma between")
    pairs = (part.split("-") for part in parts)
    return tuple((int(start), int(end)) for start, end in pairs)


def parse_said_on(words: str) -> dt.date | str:
    """A day, or "" for none; raises UsageError for anything else."""
    return parse_day(words) if words else ""


def _parse_one(choices: Iterable[str]) -> Any:
    def parse(words: str) -> str:
        if words not in choices:
            raise UsageError(f"'{words}' is none of: {', '.join(choices)}")
        return words

    return parse


ACTS = [choice.value for choice in ActChoice if choice is not ActChoice.all]
FACTUALITIES = [choice.value for choice in FactualityChoice if choice is not FactualityChoice.all]
"""The values that a quote itself may have."""

_ANY_ID = typer.Argument(metavar="ID", help="The quote's id, or how it begins.")
Note = Annotated[str | None, typer.Option(help="Why, in your words.")]
By = Annotated[
    str | None,
    typer.Option(envvar="QUOTES_USER", metavar="NAME", help="Who says so; else your user's name."),
]


def fix(
    id: Annotated[str | None, _ANY_ID] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help='Who said it; "" for nobody known.')
    ] = None,
    role: Annotated[str | None, typer.Option(help="What the article calls them.")] = None,
    affiliation: Annotated[str | None, typer.Option(help="The country or body of it.")] = None,
    via: Annotated[str | None, typer.Option(help="Who passed it on.")] = None,
    said_on: Annotated[
        Any, typer.Option(parser=parse_said_on, metavar=options.DAY, help="When it was said.")
    ] = None,
    kind: Annotated[
        KindChoice | None, typer.Option(help="How it stands in quotation marks.")
    ] = None,
    act: Annotated[
        Any, typer.Option(parser=_parse_one(ACTS), metavar="speech|thought", help="Which.")
    ] = None,
    factuality: Annotated[
        Any,
        typer.Option(
            parser=_parse_one(FACTUALITIES),
            metavar="|".join(FACTUALITIES),
            help="Whether it was said.",
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="The exact words of the article; … between pieces."),
    ] = None,
    content: Annotated[
        Any,
        typer.Option(parser=parse_spans, metavar="START-END,…", help="Or where they stand in it."),
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help="It is no quote at all.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of it.")] = False,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="ID", help="Add a quote that was not found to this."),
    ] = None,
    note: Note = None,
    by: By = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Say how a stored quote should be, for good.

    It hangs on the article and the words: it lasts when the article is added again, has changed
    but for these words, or is read by another model. What was there is kept; --undo gives it back.

    \b
    Examples:
      quotes fix 2a16cf --speaker "Nikol Pashinyan" --role "prime minister"
      quotes fix 2a16cf --text "the aim was a stable peace"
      quotes fix 92b8f9 --drop --note "a headline"
      quotes fix --undo 92b8f9
      quotes fix --article news/a.txt --text "We go on" --speaker "Ann Roe"
    """
    given = {
        "speaker": speaker,
        "role": role,
        "affiliation": affiliation,
        "via": via,
        "kind": kind.value if kind else None,
        "act": act,
        "factuality": factuality,
        "said_on": said_on,
        "text": text,
        "content": content,
    }
    edits: Any = {name: value for name, value in given.items() if value is not None}
    if edits.get("said_on") == "":
        edits["said_on"] = None
    _check_deed(id, article, edits, drop=drop, undo=undo, note=note)
    from quotes.store import Store

    check_there(db)
    with Store(db) as store:
        if undo:
            done = store.undo(id or "")
            say(f"taken back: {done.what}, as {done.by} said of {done.quote_id}")
        elif article is not None:
            done = store.add_missed(article, note=note, by=by, **edits)
        else:
            done = store.fix(id or "", drop=drop, note=note, by=by, **edits)
            _say_what_goes(store, done, edits)
    print_fixes([done], format)


def _check_deed(
    id: str | None,
    article: str | None,
    edits: dict[str, Any],
    *,
    drop: bool,
    undo: bool,
    note: str | None,
) -> None:
    """Raise UsageError for options that do not go together."""
    if (id is None) == (article is None):
        raise UsageError("name a quote by its id, or with --article where to add one")
    if undo and (edits or drop or article is not None):
        raise UsageError("--undo takes back all that was said: give nothing else with it")
    if drop and (edits or article is not None):
        raise UsageError("--drop says that it is no quote: give nothing else with it but --note")
    if not (edits or drop or undo or note):
        raise UsageError(
            f"say what should be otherwise, such as --speaker NAME, or 'quotes confirm {id}'"
        )


def _say_what_goes(store: Store, done: Fix, edits: dict[str, Any]) -> None:
    """Somebody else has not the role of the one before."""
    if "speaker" not in done.fields or "role" in edits or done.what == "dropped":
        return
    quote, _ = store.get(done.quote_id)
    if quote.speaker and not quote.role:
        say(f"no role stands with {quote.speaker.name} now: --role gives one")


def confirm(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Quotes, by the ids' beginnings.")],
    note: Note = None,
    by: By = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Say that stored quotes are right as they are.

    \b
    Examples:
      quotes confirm 2a16cf 6f66e9
      quotes confirm 2a16cf --by "Ann Roe"
    """
    from quotes.store import Store

    check_there(db)
    with Store(db) as store:
        print_fixes([store.confirm(id, note=note, by=by) for id in ids], format)


def fixes(
    article: options.ArticleId = None,
    quote: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Of the quote with this id, also a dropped one."),
    ] = None,
    after: options.After = None,
    limit: options.Limit = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List what was said of quotes, the last first: by whom, when, and what was there.

    Also what fits no longer, as its words have gone from the article: it waits for them.

    \b
    Examples:
      quotes fixes
      quotes fixes --article news/a.txt --format json
    """
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        print_fixes(store.fixes(article=article, quote=quote, after=after, limit=limit), format)


@filtered
def doubts(
    asked: Asked,
    limit: options.Limit = 20,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List what to check first, and why: of all that nobody has checked, the least sure, what
    stands in pieces, and speakers of one article only.

    \b
    Examples:
      quotes doubts
      quotes doubts --article news/a.txt --limit 5
    """
    from quotes.export.sheet import sheet_columns, sheet_row
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        say_who(store, asked)
        found = store.doubts(limit=limit, **asked)
        beside = {quote.id: more for quote, more in store.beside(one.quote for one in found)}

    def flat(doubt: Doubt) -> dict[str, Any]:
        row = sheet_row(doubt.quote, beside[doubt.quote.id])
        return {**row, "reasons": "; ".join(doubt.reasons)}

    def table(found: Iterable[Doubt]) -> None:
        _doubt_lines(map(flat, found))

    print_records(found, format, View(table, (*sheet_columns(), "reasons"), flat))


def print_fixes(found: Iterable[Fix], format: Format) -> None:
    """Print what was said of quotes: two lines or more each."""
    import json

    from quotes.store import Fix

    def flat(one: Fix) -> dict[str, Any]:
        who = one.speaker.name if one.speaker else None
        return {**dict(one), "speaker": who, "fields": json.dumps(one.fields, ensure_ascii=False)}

    print_records(found, format, View(_fix_lines, list(Fix.model_fields), flat))


def _fix_lines(found: Iterable[Fix]) -> None:
    empty = True
    for one in found:
        empty = False
        id = one.quote_id if one.fits else one.id
        facts = (one.at, f"{one.what:8}", id, clean(one.by), clean(one.article_id))
        typer.echo("  ".join(facts))
        typer.echo(textwrap.indent(textwrap.fill(clean(one.text), WIDTH - 4), " " * 4))
        for name, (before, after) in one.fields.items():
            if name != "content":
                typer.echo("    " + clean(f"{name}: {_shown(before)} → {_shown(after)}"))
        if one.note:
            typer.echo("    " + clean(f"note: {one.note}"))
        if not one.fits:
            typer.echo("    does not fit: these words are not in the article as it is stored")
    if empty:
        say("nobody has checked anything yet: 'quotes doubts' lists what to look at first")


def _shown(value: Any) -> str:
    if isinstance(value, dict):  # a speaker
        return " ".join(filter(None, (value["name"], value["id"] and f"({value['id']})")))
    return "nothing" if value is None else str(value)


def _doubt_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    empty = True
    for row in rows:
        empty = False
        facts = [*who_and_when(row), row["reasons"]]
        typer.echo("  ".join(clean(part) for part in facts if part))
        said = textwrap.fill(clean(words(row)), WIDTH - 4)
        typer.echo(textwrap.indent(said, " " * 4))
    if empty:
        say("nothing to check")
