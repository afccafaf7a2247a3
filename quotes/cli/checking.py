"""`quotes check`: a draft's quotations beside what is stored."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from quotes.cli import options
from quotes.cli.errors import FAILED, say
from quotes.cli.finding import articles_of
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import View, print_records
from quotes.cli.tables import WIDTH
from quotes.cli.tally import Tally
from quotes.cli.text import clean
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.check import Checked, Place
    from quotes.store import Store

INDENT = 4


def check(
    drafts: options.Paths,
    date: options.Date = None,
    map: options.Map = None,
    any_language: options.AnyLanguage = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Look up the quotations of a draft: are they what is stored, and whose?

    Each is verbatim, cut, altered, somebody else's, of another day or outlet, not found, or too
    short to be looked up; the closest place is shown. Exit code 1 says that something is altered,
    somebody else's or not found, or that words are left out within a quotation and it does not say
    so; 3 that a draft could not be read; 0 that all is well. Drafts are read as `quotes extract`
    reads.

    \b
    Examples:
      quotes check draft.txt
      quotes check draft.md --date 2020-11-21 --format json
      pandoc draft.docx --to plain | quotes check - --db news.db
    """
    from quotes.reading import FieldMap, Overrides, Reading, find_inputs
    from quotes.store import Store

    how = Reading(Overrides(date=date), FieldMap.parse(map), any_language)
    tally = Tally()
    found: list[Checked] = []
    with Store(db, read_only=True) as store:
        seen: set[str] = set()
        for item in find_inputs(drafts):
            for article in articles_of(item, how, tally, seen):
                found += store.check(article)
                tally.count("read", article)
        print_records(found, format, View(_print_lines, COLUMNS, _flat))
        _say_summary(found, store)
    if not all(one.ok for one in found):
        raise typer.Exit(FAILED)
    tally.exit()


COLUMNS = (
    *("verdict", "ok", "speaker", "text", "why", "words", "likeness", "left_out", "differences"),
    *("start", "end", "quote_id", "place", "place_speaker", "date", "said_on", "publisher", "url"),
    *("article_id", "also", "unread"),
)
"""Of CSV."""


def _flat(one: Checked) -> dict[str, Any]:
    place = one.place
    values = one.model_dump() | (place.model_dump() if place else dict.fromkeys(COLUMNS))
    values |= one.model_dump(include={"text", "words", "likeness", "why", "verdict", "ok"})
    return values | {
        "speaker": one.speaker and one.speaker.name,
        "start": one.start,
        "end": one.end,
        "said_on": (place and place.said_on) or one.said_on,
        "left_out": " | ".join(left.text for left in one.left_out) or None,
        "differences": " | ".join(f"{d.draft} < {d.place}" for d in one.differences) or None,
        "place": place and place.text,
        "place_speaker": place and place.speaker and place.speaker.name,
        "also": "; ".join(one.also) or None,
        "unread": one.unread,
    }


def _print_lines(found: Iterable[Checked]) -> None:
    for one in found:
        speaker = one.speaker.name if one.speaker else ""
        head = "  ".join(filter(None, [one.verdict.upper(), clean(speaker)]))
        typer.echo(head)
        typer.echo(_block(one.text))
        typer.echo(_block(one.why, indent=2))
        if one.place and one.verdict != "too short":
            for line in _place_lines(one.place):
                typer.echo(line)
        if one.also:
            typer.echo(_block(f"also given to {', '.join(one.also)}", indent=2))
        typer.echo()


def _place_lines(place: Place) -> Iterator[str]:
    who = place.speaker.name if place.speaker else None
    day = place.said_on or place.date
    known = (place.quote_id, day, who, place.publisher, place.article_id, place.url)
    yield " " * 2 * INDENT + "  ".join(clean(str(fact)) for fact in known if fact)
    yield _block(f"{place.before}[{place.text}]{place.after}", indent=2)


def _block(words: str, *, indent: int = 1) -> str:
    margin = " " * indent * INDENT
    plain = " ".join(clean(words).split())
    return textwrap.fill(plain, WIDTH, initial_indent=margin, subsequent_indent=margin)


def _say_summary(found: Sequence[Checked], store: Store) -> None:
    """Say how many of each verdict there are, and how much was looked at."""
    if not found:
        say("no quotation in the draft: nothing stands in quotation marks")
        return
    counts = Counter(one.verdict for one in found)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    quotes = number_of(store.count(act="all", factuality="all"), "quote")
    say(f"{number_of(len(found), 'quotation')}: {told}; looked up in {quotes}")
    if unread := max(one.unread for one in found):
        articles = number_of(unread, "article")
        say(f"what no quote has was not looked for in the texts of {articles}: there are too many")
