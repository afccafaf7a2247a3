"""Candidates that share keys: quotes that may be one saying, articles that may be one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from quotes.store.db.asking import among_numbers, ask, next_number, parts_of
from quotes.store.db.connection import Connection

NEWEST = 50
"""So many that bear a key are looked at, the last ones: a stock phrase has thousands."""

SIZES = (8, 16, 32, 64, 128)
"""Keys in one statement: of few sizes, as SQLite keeps statements that it has read before."""


class Keyed:
    """A table of keys and the table of groups that goes with it: the members' columns are equal."""

    def __init__(self, keys: str, groups: str, *, member: str, group: str) -> None:
        """`keys` has the columns key and `member`, `groups` the columns `member` and `group`."""
        self._keys, self._groups, self._member, self._group = keys, groups, member, group

    def write(self, connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
        """Let each member be found by its keys."""
        connection.run_each(
            f"INSERT INTO {self._keys} (key, {self._member}) VALUES (:key, :member) "
            "ON CONFLICT DO NOTHING",
            [{"key": key, "member": member} for member in keys for key in keys[member]],
        )

    def forget(self, connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
        """Take out the keys of members that go; there is no other index that knows them."""
        for member, every in keys.items():
            connection.run(
                f"DELETE FROM {self._keys} "
                f"WHERE key IN {among_numbers(every)} AND {self._member} = :member",
                {"member": member},
            )

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
        groups, member, column = self._groups, self._member, self._group
        asked = f"SELECT {member}, {column} FROM {groups} WHERE {member} IN"
        group_of = {
            row[0]: row[1]
            for part in parts_of(members)
            for row in ask(connection, f"{asked} {among_numbers(part)}")
        }
        group = min(group_of.values(), default=None) or next_number(connection, groups, column)
        others = set(group_of.values()) - {group}
        for part in parts_of(sorted(others)):
            joined = f"UPDATE {groups} SET {column} = :group"
            connection.run(f"{joined} WHERE {column} IN {among_numbers(part)}", {"group": group})
        alone = [(one, group) for one in dict.fromkeys(members) if one not in group_of]
        if alone:
            connection.insert(groups, (member, column), alone)
        return group, others

    def leave(self, connection: Connection, members: Sequence[int]) -> None:
        """Take the members out of their groups."""
        for part in parts_of(members):
            connection.run(
                f"DELETE FROM {self._groups} WHERE {self._member} IN {among_numbers(part)}"
            )

    def _shared(self, connection: Connection, keys: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs of a member and how many of the keys it bears."""
        size = next(size for size in SIZES if size >= len(keys))
        known = dict.fromkeys((_named(place) for place in range(size)), None)
        known |= {_named(place): key for place, key in enumerate(keys)}
        asked = _asking(self._keys, self._member, size)
        return [(row[0], row[1]) for row in ask(connection, asked, known)]


def _named(place: int) -> str:
    return f"key_{place}"


@cache
def _asking(table: str, member: str, size: int) -> str:
    """The question who bears how many of so many keys: of each key the newest."""
    newest = (
        f"SELECT * FROM (SELECT {member} FROM {table} WHERE key = :{{key}} "
        f"ORDER BY {member} DESC LIMIT {NEWEST}) AS newest"
    )
    every = " UNION ALL ".join(newest.format(key=_named(place)) for place in range(size))
    return f"SELECT {member}, count(*) FROM ({every}) AS every GROUP BY {member}"
