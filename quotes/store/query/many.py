"""How many quotes are chosen, and which of the filters leave few of them: a question best begins
with these.

Neither kind of database knows what is frequent before it looks, so it is told: what is not among
these filters is looked at quote by quote, and by no index.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.store.db.asking import Reader, ask_each, where
from quotes.store.query.chosen import CHECKED, INDEXED, UNCHECKED, Chosen
from quotes.store.query.kept import kept

FEW = 30_000
"""Quotes that are looked at in a tenth of a second."""

_AT_MOST = """
SELECT count(*) FROM (SELECT 1 AS one FROM quotes {conditions} LIMIT {most}) AS found
"""


def count_chosen(reader: Reader, chosen: Chosen, most: int | None = None) -> int:
    """How many quotes are chosen: from kept counts where these tell; else no more than `most`."""
    if counts := kept(chosen, []):
        many = f"SELECT coalesce(sum(quotes.many), 0) FROM {counts.source}"
        counted = f"{many} {where(counts.conditions)}"
    elif chosen.others.get("checked") == UNCHECKED and kept(others := without_checks(chosen), []):
        checked = replace(chosen, others={**chosen.others, "checked": CHECKED})
        return count_chosen(reader, others) - count_chosen(reader, checked)
    else:
        conditions = where(chosen.begun_with(few_of(reader, chosen)))
        counted = f"SELECT count(*) FROM quotes {conditions}"
        if most is not None:
            counted = _AT_MOST.format(conditions=conditions, most=most)
    (count,) = ask_each(reader, counted, chosen.values)
    return int(count)


def without_checks(chosen: Chosen) -> Chosen:
    """All that is chosen, whether somebody has checked it or not."""
    return replace(chosen, others={k: v for k, v in chosen.others.items() if k != "checked"})


def few_of(reader: Reader, chosen: Chosen) -> frozenset[str]:
    """The filters each of which leaves FEW quotes at most, by the names that
    `Chosen.begun_with` takes."""
    return frozenset(_few(reader, chosen))


def _few(reader: Reader, chosen: Chosen) -> Iterator[str]:
    nothing = replace(chosen, speakers=None, publishers=None, days=(), others={})
    alone = {
        "speaker": replace(nothing, speakers=chosen.speakers),
        "publisher": replace(nothing, publishers=chosen.publishers),
        "days": replace(nothing, days=chosen.days),
    }
    for name, only in alone.items():
        if only != nothing and _is_few(reader, only):
            yield name
    for name in INDEXED & chosen.others.keys():
        if _is_few(reader, replace(nothing, others={name: chosen.indexed(name)})):
            yield name


def _is_few(reader: Reader, only: Chosen) -> bool:
    """True if one filter leaves few quotes; this is counted once."""
    asked = where(only.conditions)

    def count() -> int:
        if not only.others:
            return count_chosen(reader, only)
        counted = _AT_MOST.format(conditions=asked, most=FEW + 1)
        return int(ask_each(reader, counted, only.values)[0])

    return only.once(asked, count) <= FEW
