"""How many quotes filters leave out that a user may not think of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quotes.store.db.asking import Reader, ask_each
from quotes.store.db.asking import where as restricted
from quotes.store.query.chosen import DAY
from quotes.store.query.filters import Filters
from quotes.store.query.kept import kept
from quotes.store.query.reading import count_quotes
from quotes.store.records import LeftOut
from quotes.store.schema.values import number_of_day

if TYPE_CHECKING:
    from quotes.store.search import Where


def left_out(
    reader: Reader,
    filters: Filters,
    words: str | None = None,
    *,
    where: Where = "quotes",
    dated: bool = False,
) -> LeftOut:
    """How many quotes have all that is asked for, and the words, but their act, factuality or day.

    `dated`: what has no day is left out, too, though no days are asked for.
    """

    def count(**changes: Any) -> int:
        other = replace(filters, **changes)
        if words is None:
            return count_quotes(reader, other)
        from quotes.store.search.searching import count_found  # no list needs it

        return count_found(reader, words, other, where=where)

    any_factuality = count(factuality="all")
    undated = unsaid = 0
    if dated or filters.since or filters.until:
        whenever = replace(filters, since=None, until=None)
        undated = _undated(reader, whenever, words, where)
    if filters.on:
        day = number_of_day(filters.on)
        any_day = replace(filters, on=None)
        silent = f"quotes.said_on = 0 AND quotes.day = {day:d}"
        unsaid = _count(reader, any_day, words, where, silent)
    return LeftOut(
        factuality=any_factuality - count(),
        act=count(act="all", factuality="all") - any_factuality,
        undated=undated,
        unsaid=unsaid,
    )


def costs(reader: Reader, filters: Filters) -> bool:
    """True where `left_out` without words goes through many quotes: where neither kept counts nor
    an index tell."""
    chosen = filters.chosen(reader)
    return kept(chosen, []) is None and chosen.speakers is None and filters.article is None


def _undated(reader: Reader, filters: Filters, words: str | None, where: Where) -> int:
    """How many quotes have no day: from kept counts where these tell."""
    chosen = filters.chosen(reader)
    counts = kept(chosen, ["month"]) if words is None else None
    if counts is None:
        return _count(reader, filters, words, where, f"{DAY} = 0")
    asked = f"SELECT coalesce(sum(quotes.many), 0) FROM {counts.source} "
    asked += restricted([*counts.conditions, "quotes.month = 0"])
    return int(ask_each(reader, asked, chosen.values)[0])


def _count(
    reader: Reader, filters: Filters, words: str | None, where: Where, condition: str
) -> int:
    """How many quotes there are, or are found, that meet a condition."""
    if words is not None:
        from quotes.store.search.searching import found_of

        found = found_of(reader, words, filters.chosen(reader), where)
        source = f"({found.sql}) AS found JOIN quotes ON quotes.key = found.key"
        conditions, values = [condition], found.values
    else:
        chosen = filters.chosen(reader)
        source, conditions, values = "quotes", [*chosen.conditions, condition], chosen.values
    asked = f"SELECT count(*) FROM {source} {restricted(conditions)}"
    return int(ask_each(reader, asked, values)[0])
