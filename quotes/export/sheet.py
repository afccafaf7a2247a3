"""A quote as a row of a table for people: who, what, where, and offsets only where they are asked
for. `quotes.export.flat` is the form for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.export.flat import SPEAKER
from quotes.records import Quote, Saying
from quotes.store.records.summaries import Beside

if TYPE_CHECKING:
    from quotes.export.how import How

OFFSETS = ("content", "cue", "source")
"""Columns of places in the article's text."""

_COLUMNS = (
    *("id", "date", "speaker", "speaker_in_article", "role", "affiliation", "office", "via"),
    *("cue_text", "text", "kind", "act", "factuality", "said_on", "confidence"),
    *("checked_by", "checked_at"),
    *("title", "byline", "publisher", "url", "file", "article_id"),
    *("source_text", "speaker_id", "speaker_type", "speaker_wikidata"),
)


@cache
def sheet_columns(model: type[Quote] = Quote, *, offsets: bool = False) -> tuple[str, ...]:
    """The heads of the columns, for Quotes or Sayings."""
    of_saying = [name for name in model.model_fields if name not in Quote.model_fields]
    return (*_COLUMNS, *of_saying, *(OFFSETS if offsets else ()))


def sheet_row(quote: Quote, beside: Beside | None = None) -> dict[str, Any]:
    """All of a quote, by column, offsets included.

    `speaker` is the name of the person over all articles, `speaker_in_article` what this article
    calls them, `file` where the article was read, from the current folder on. Without `beside`,
    what a store knows of it, both names are the article's, and byline and file are None. Dates are
    `datetime.date`; spans are tuples of (start, end).
    """
    model = type(quote) if isinstance(quote, Saying) else Quote
    row = {field: getattr(quote, field) for field in model.model_fields}
    row |= {column: getattr(quote.speaker, field, None) for field, column in SPEAKER.items()}
    own = row["speaker"]
    known = beside or Beside(speaker=own)
    row |= {"speaker_in_article": own, "speaker": known.speaker or own}
    return row | {"byline": known.byline, "file": known.file and _from_here(known.file)}


def table_columns(how: How) -> tuple[str, ...]:
    """The heads of a table that may come back edited: the last tells which of its rows were."""
    from quotes.verdicts.sheets import STATE

    return (*sheet_columns(how.model, offsets=how.offsets), STATE)


def table_rows(quotes: Iterable[Quote], how: How) -> Iterator[tuple[object, ...]]:
    """The rows below `table_columns`."""
    from quotes.verdicts.sheets import state_of

    heads = sheet_columns(how.model, offsets=how.offsets)
    for quote, beside in how.beside(quotes):
        row = sheet_row(quote, beside)
        yield (*(row[head] for head in heads), state_of(quote, row["speaker"]))


def _from_here(place: str) -> str:
    """A place as it is called in the current folder, if it lies in it."""
    return place.removeprefix(f"{Path.cwd()}/")
