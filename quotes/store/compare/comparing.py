"""Two to six speakers or outlets beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quotes.errors import QuotesError, UsageError
from quotes.store.compare.beside import OTHERS_OF
from quotes.store.compare.distinctive import distinctive, words_in
from quotes.store.compare.naming import Found, find_each
from quotes.store.compare.sampling import sample
from quotes.store.db.asking import Reader
from quotes.store.query.chosen import Chosen
from quotes.store.query.counting import WHAT, counts
from quotes.store.query.filters import Filters
from quotes.store.query.left_out import left_out
from quotes.store.query.many import count_chosen
from quotes.store.records import Compared, Comparison, LeftOut

FEWEST, MOST = 2, 6
"""So many are compared."""

QUOTES = 1_000
"""Quotes of each over which words are counted at most."""

WORDS = 20
"""Words that are shown of each."""


def compare(reader: Reader, names: Sequence[str], by: str, filters: Filters) -> Comparison:
    """See `quotes.store.Store.compare`."""
    chosen = filters.chosen(reader)
    found = [_raised(one) for one in find_each(reader, names, by)]
    if not FEWEST <= len(names) <= MOST:
        raise UsageError(f"{len(names)} to compare: name {FEWEST} to {MOST}")
    if getattr(filters, by) is not None:
        raise UsageError(f"no {by} can be asked for where each has its own: take that away")
    every = [_chosen(by, one, chosen) for one in found]
    samples = [sample(reader, one, "quotes.text", QUOTES).rows for one in every]
    words = [words_in(row[0] for row in rows) for rows in samples]
    beside = OTHERS_OF[by](reader, every)
    return Comparison(
        by=by,
        of=tuple(
            Compared(
                asked=names[place],
                name=one.name,
                **one.facts,
                **_counted(reader, every[place]),
                others=tuple(beside.most[place]),
                words=tuple(distinctive(words[place], sum(words, Counter()) - words[place], WORDS)),
                looked_at=len(samples[place]),
            )
            for place, one in enumerate(found)
        ),
        cells=tuple(beside.cells(names)),
        left_out=_left_out(reader, names, by, filters),
        notes=(
            f"Words are counted over at most {QUOTES:,} quotes of each, evenly spread over all "
            "of them; what was published again word for word counts once.",
            "A word is shown where its weighted log-odds ratio against the others is above 1.96 "
            "standard deviations (Monroe, Colaresi and Quinn 2008).",
        ),
    )


def _raised(found: Found | QuotesError) -> Found:
    if isinstance(found, QuotesError):
        raise found
    return found


def _chosen(by: str, found: Found, chosen: Chosen) -> Chosen:
    """The quotes of one of them."""
    keys = list(found.keys)
    return replace(chosen, speakers=keys) if by == "speaker" else replace(chosen, publishers=keys)


def _counted(reader: Reader, chosen: Chosen) -> dict[str, Any]:
    """How many quotes there are, when, and of which kind."""
    months = sorted(counts(reader, WHAT["month"], chosen), key=lambda month: month.value)
    return {
        "count": count_chosen(reader, chosen),
        "first": min((month.first for month in months if month.first), default=None),
        "last": max((month.last for month in months if month.last), default=None),
        "kinds": tuple(counts(reader, WHAT["kind"], chosen)),
        "months": tuple(months),
    }


def _left_out(reader: Reader, names: Sequence[str], by: str, filters: Filters) -> LeftOut:
    """How much is left out of all of them together."""
    own: list[dict[str, Any]] = [{by: name} for name in names]
    each = [left_out(reader, replace(filters, **one)).model_dump() for one in own]
    return LeftOut(**{name: sum(one[name] for one in each) for name in LeftOut.model_fields})
