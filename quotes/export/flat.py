"""A quote as one flat row, the form that tables share."""

from __future__ import annotations

from functools import cache
from typing import Any

from quotes.records import Quote

SPEAKER = {
    "name": "speaker",
    "id": "speaker_id",
    "type": "speaker_type",
    "wikidata": "speaker_wikidata",
}
"""The column of each field of a speaker."""


@cache
def columns(model: type[Quote] = Quote) -> tuple[str, ...]:
    """The fields of a Quote, or of a Saying, in their order, `speaker` split in its fields."""
    fields = list(model.model_fields)
    place = fields.index("speaker")
    return (*fields[:place], *SPEAKER.values(), *fields[place + 1 :])


def flat_row(quote: Quote, model: type[Quote] = Quote) -> dict[str, Any]:
    """The fields of a quote, with those of the speaker (see SPEAKER) or None in place of `speaker`.

    Dates are `datetime.date`; spans are tuples of (start, end).
    """
    row = {field: getattr(quote, field) for field in model.model_fields}
    row |= {column: getattr(quote.speaker, field, None) for field, column in SPEAKER.items()}
    return {column: row[column] for column in columns(model)}
