"""What shares keys: quotes that may be one saying, articles that may be one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, func, insert, select, update

from quotes.store.bulk import upsert

NEWEST = 50
"""So many that bear a key are looked at, the last ones: a stock phrase has thousands."""

SIZES = (8, 16, 32, 64, 128)
"""Keys in one statement: of few sizes, as SQLite keeps statements that it has read before."""


class Keyed:
    """A table of keys and the table of groups that goes with it: the members' columns are equal."""

    def __init__(self, keys: Table, groups: Table) -> None:
        self._keys, self._groups = keys, groups
        (self._member,) = (column for column in keys.c if column.name != "key")
        self._in_group: Column[Any] = groups.c[self._member.name]
        (self._group,) = (column for column in groups.c if column.name != self._member.name)

    def write(self, connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
        """Let each member be found by its keys."""
        name = self._member.name
        rows = [{"key": key, name: member} for member in keys for key in keys[member]]
        if rows:
            connection.execute(upsert(connection, self._keys).on_conflict_do_nothing(), rows)

    def forget(self, connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
        """Take out the keys of members that go; there is no other index that knows them."""
        key = self._keys.c.key
        for member, every in keys.items():
            mine = and_(self._member == member, key.in_(list(every)))
            connection.execute(delete(self._keys).where(mine))

    def sharing(
        self, connection: Connection, member: int, keys: Sequence[int], *, least: int, most: int
    ) -> list[int]:
        """At most so many others that share at least so many of the keys, the closest first."""
        shared: dict[int, int] = {}
        for start in range(0, len(keys), SIZES[-1]):
            for other, number in self._shared(connection, keys[start : start + SIZES[-1]]):
                shared[other] = shared.get(other, 0) + number
        enough = [other for other, number in shared.items() if number >= least and other != member]
        return sorted(enough, key=lambda other: (shared[other], other), reverse=True)[:most]

    def join(self, connection: Connection, members: Sequence[int]) -> tuple[int, set[int]]:
        """Make the members, with all who share a group with one of them, one group.

        Returns its number, and those of the groups that are now part of it.
        """
        grouped = select(self._in_group, self._group).where(self._in_group.in_(members))
        group_of = {row[0]: row[1] for row in connection.execute(grouped)}
        group = min(group_of.values(), default=None) or self._next(connection)
        others = set(group_of.values()) - {group}
        if others:
            theirs = self._group.in_(others)
            connection.execute(update(self._groups).where(theirs).values({self._group: group}))
        alone = [member for member in dict.fromkeys(members) if member not in group_of]
        if alone:
            rows = [{self._in_group.name: member, self._group.name: group} for member in alone]
            connection.execute(insert(self._groups), rows)
        return group, others

    def leave(self, connection: Connection, members: Sequence[int]) -> None:
        """Take the members out of their groups."""
        connection.execute(delete(self._groups).where(self._in_group.in_(members)))

    def _shared(self, connection: Connection, keys: Sequence[int]) -> Any:
        """In plain SQL, as SQLAlchemy takes longer to put so many parts together than it runs."""
        size = next(size for size in SIZES if size >= len(keys))
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        asked = _asking(self._keys.name, self._member.name, size, mark)
        nothing = [None] * (size - len(keys))
        return connection.exec_driver_sql(asked, (*keys, *nothing))

    def _next(self, connection: Connection) -> int:
        last = connection.execute(select(func.max(self._group))).scalar_one()
        return (last or 0) + 1


@cache
def _asking(table: str, member: str, size: int, mark: str) -> str:
    """Who bears how many of so many keys: of each key the newest."""
    newest = (
        f"SELECT * FROM (SELECT {member} FROM {table} WHERE key = {mark} "
        f"ORDER BY {member} DESC LIMIT {NEWEST}) AS newest"
    )
    every = " UNION ALL ".join([newest] * size)
    return f"SELECT {member}, count(*) FROM ({every}) AS every GROUP BY {member}"
