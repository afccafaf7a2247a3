"""Which quotes are one saying, decided while their articles are added.

The longest quote of a saying stands for it: others join by being the same as that one, so that no
chain of cuts ties two speeches together. A quote is compared with those that share keys of its
words, so that the work depends on how often something is said, not on how much is stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from quotes.records import Quote
from quotes.sayings import Said, days_between, decide, saying_keys
from quotes.store.bulk import parts_of
from quotes.store.keyed import Keyed
from quotes.store.pairs import one_with, stable_key
from quotes.store.schema import articles, quotes, sayings, speakers
from quotes.store.schema import saying_keys as keys_table
from quotes.store.types import either

SAYINGS = Keyed(keys_table, sayings)

CLOSEST = 30
"""So many quotes one is compared with: those that share most keys."""

FEW = 6
"""Keys up to which a single shared one is worth a comparison."""

_LONGEST = (func.length(quotes.c.text).desc(), quotes.c.key)
_SAID = ("key", "text", "kind", "act", "factuality")

_KNOWN = case((speakers.c.type.not_in(("group", "unnamed")), quotes.c.speaker_id))
"""Who said it; nobody who can be told from others where it is a crowd or "an official"."""


@dataclass(frozen=True)
class _Head:
    """The quote that stands for a saying, said by whoever is known of any quote of it."""

    row: Row[Any]
    said: Said


def group_quotes(connection: Connection, keys: Iterable[int]) -> None:
    """Find the sayings of the quotes with these keys anew, the longest of an article first."""
    parts = list(parts_of(sorted(set(keys))))
    for part in parts:
        SAYINGS.leave(connection, part)
    grouping = _Grouping(connection)
    for part in parts:
        rows = sorted(_rows(connection, part), key=lambda row: (-len(row.text), row.key))
        keys_of = {row.key: saying_keys(row.text, row.kind) for row in rows}
        SAYINGS.write(connection, keys_of)
        for row in rows:
            grouping.place(row, keys_of[row.key])


def quotes_of(connection: Connection, speaker_ids: Collection[int]) -> list[int]:
    """The keys of all quotes of some rows of `speakers`."""
    chosen = select(quotes.c.key).where(quotes.c.speaker_id.in_(speaker_ids))
    return list(connection.execute(chosen).scalars())


def forget_keys(connection: Connection, gone: Mapping[int, Quote]) -> None:
    """Let quotes that go, by their keys, be found no longer by what they say."""
    SAYINGS.forget(connection, {key: saying_keys(q.text, q.kind) for key, q in gone.items()})


def left_behind(connection: Connection, article: int) -> list[int]:
    """Quotes of others that are one saying with the longest of it, which is this article's, or
    with quotes of this article only.

    Without it they may have nothing in common, or are alone.
    """
    mine = select(sayings.c.saying).join(quotes).where(quotes.c.article == article)
    chosen = select(sayings.c.saying, quotes.c.key, quotes.c.article, func.length(quotes.c.text))
    rows = connection.execute(
        chosen.join(quotes).where(sayings.c.saying.in_(mine)).order_by(sayings.c.saying, *_LONGEST)
    ).all()
    lengths = {row.saying: row[3] for row in reversed(rows) if row.article != article}
    headless = {row.saying for row in rows if row[3] > lengths.get(row.saying, row[3])}
    left = Counter(row.saying for row in rows if row.article != article)
    headless |= {saying for saying, count in left.items() if count == 1}
    return [row.key for row in rows if row.saying in headless and row.article != article]


def left_behind_by(connection: Connection, article_id: str) -> list[int]:
    """The same for the article of this id."""
    mine = select(articles.c.key).where(articles.c.id == article_id)
    return left_behind(connection, connection.execute(mine).scalar_one())


class _Grouping:
    """Places quotes within one transaction, in which no speakers are merged or split meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._persons: dict[int | None, str | None] = {None: None}

    def place(self, row: Row[Any], keys: list[int]) -> None:
        """Let a quote, which is alone, join the saying that it is of, or tie several together."""
        heads = [head for head in self._heads(row, keys) if _alike(row, head.row)]
        if not heads:
            return
        mine = self._said(row, row.known)
        same = [head for head in heads if decide(mine, head.said).verdict == "same"]
        joined = [head.row.key for head in _fitting(mine, same)]
        if joined:
            SAYINGS.join(self._connection, [row.key, *joined])

    def _heads(self, row: Row[Any], keys: list[int]) -> list[_Head]:
        """Those that stand for the sayings of the quotes that share most keys."""
        least = 1 if len(keys) <= FEW else 2
        near = SAYINGS.sharing(self._connection, row.key, keys, least=least, most=CLOSEST)
        found = _rows(self._connection, near)
        alone = [_Head(one, self._said(one, one.known)) for one in found if one.saying is None]
        return alone + [self._head(saying) for saying in {one.saying for one in found} - {None}]

    def _head(self, saying: int) -> _Head:
        same = _select().where(sayings.c.saying == saying)
        longest = self._connection.execute(same.order_by(*_LONGEST).limit(1)).one()
        known = self._connection.execute(same.where(_KNOWN.is_not(None)).limit(1)).first()
        return _Head(longest, self._said(longest, known.known if known else None))

    def _said(self, row: Row[Any], speaker_id: int | None) -> Said:
        return Said(row.text, row.kind, self._person(speaker_id), row.day)

    def _person(self, speaker_id: int | None) -> str | None:
        """A name that all rows of `speakers` share which are one person."""
        if speaker_id not in self._persons:
            row = self._connection.execute(
                select(speakers).where(speakers.c.id == speaker_id)
            ).one()
            self._persons[speaker_id] = min(one_with(self._connection, stable_key(row)))
        return self._persons[speaker_id]


def _fitting(mine: Said, same: list[_Head]) -> list[_Head]:
    """The sayings to be tied together: all cuts of mine, and that of which it is a cut itself.

    Where several hold it, it is of the one that was said on the nearest day. Where nobody is known
    to have said it, and several persons have, nobody can tell whose it is.
    """
    people = {head.said.speaker for head in same} - {None}
    if mine.speaker is None and len(people) > 1:
        same = [head for head in same if head.said.speaker is None]
    cuts = [head for head in same if len(head.said.text) < len(mine.text)]
    wholes = [head for head in same if len(head.said.text) >= len(mine.text)]
    nearest = min(wholes, key=lambda head: _distance(mine, head), default=None)
    return cuts if nearest is None else [*cuts, nearest]


def _distance(mine: Said, head: _Head) -> tuple[bool, int, int]:
    days = days_between(mine.day, head.said.day)
    return days is None, days or 0, head.row.key


def _alike(one: Row[Any], other: Row[Any]) -> bool:
    """What was said, what was thought, and what was not said are never one."""
    return (one.act, one.factuality) == (other.act, other.factuality)


def _rows(connection: Connection, keys: Collection[int]) -> list[Row[Any]]:
    return list(connection.execute(_select().where(quotes.c.key.in_(keys)))) if keys else []


def _select() -> Any:
    day = either(quotes.c.said_on, quotes.c.day)
    own = [quotes.c[name] for name in _SAID]
    tables = quotes.join(articles).outerjoin(speakers)
    tables = tables.outerjoin(sayings, sayings.c.quote == quotes.c.key)
    return select(*own, _KNOWN.label("known"), day.label("day"), sayings.c.saying).select_from(
        tables
    )
