"""What shares keys: quotes that may be one saying, articles that may be one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, func, insert, select, update

from quotes.store.bulk import upsert

NEWEST = 50
"""So many that bear a key are looked at, the last ones: a stock phrase has thousands."""

AT_ONCE = 100
"""Keys in one statement: there is room for 500."""


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
        for start in range(0, len(keys), AT_ONCE):
            for other, number in self._shared(connection, keys[start : start + AT_ONCE]):
                shared[other] = shared.get(other, 0) + number
        enough = [other for other, number in shared.items() if number >= least and other != member]
        return sorted(enough, key=lambda other: (shared[other], other), reverse=True)[:most]

    def join(self, connection: Connection, members: Sequence[int]) -> None:
        """Make the members, with all who share a group with one of them, one group."""
        grouped = select(self._in_group, self._group).where(self._in_group.in_(members))
        group_of = {row[0]: row[1] for row in connection.execute(grouped)}
        group = min(group_of.values(), default=None) or self._next(connection)
        others = self._group.in_(set(group_of.values()) - {group})
        connection.execute(update(self._groups).where(others).values({self._group: group}))
        alone = [member for member in dict.fromkeys(members) if member not in group_of]
        if alone:
            rows = [{self._in_group.name: member, self._group.name: group} for member in alone]
            connection.execute(insert(self._groups), rows)

    def leave(self, connection: Connection, members: Sequence[int]) -> None:
        """Take the members out of their groups."""
        connection.execute(delete(self._groups).where(self._in_group.in_(members)))

    def _shared(self, connection: Connection, keys: Sequence[int]) -> Any:
        """In plain SQL, as SQLAlchemy takes longer to put so many parts together than it runs."""
        table, member = self._keys.name, self._member.name
        newest = [
            f"SELECT * FROM (SELECT {member} FROM {table} WHERE key = {int(key)} "
            f"ORDER BY {member} DESC LIMIT {NEWEST}) AS newest"
            for key in keys
        ]
        every = " UNION ALL ".join(newest)
        asked = f"SELECT {member}, count(*) FROM ({every}) AS every GROUP BY {member}"
        return connection.exec_driver_sql(asked)

    def _next(self, connection: Connection) -> int:
        last = connection.execute(select(func.max(self._group))).scalar_one()
        return (last or 0) + 1
