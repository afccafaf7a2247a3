"""Which quotes are one saying, decided while their articles are added.

The longest quote of a saying stands for it: others join by being the same as that one, so that no
chain of cuts ties two speeches together. A quote is compared with those that share keys of its
words, so that the work depends on how often something is said, not on how much is stored.

The quotes are placed one after the other, as each may join what another has joined before. What
can be read at once for many is read before, as most of them will turn out to be alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from quotes.records import Kind
from quotes.sayings import Said, days_between, decide, saying_keys
from quotes.store.db.asking import Reader, Row, among_numbers, ask, parts_of
from quotes.store.db.connection import Connection
from quotes.store.db.errors import UNREADABLE
from quotes.store.sayings.sayings import LONGEST, SAYINGS
from quotes.store.schema.values import MEANT, day_of, either
from quotes.store.speakers.people import persons_of

CLOSEST = 30
"""So many quotes one is compared with: those that share most keys."""

FEW = 6
"""Keys up to which a single shared one is worth a comparison."""

_KINDS = cast("dict[int, Kind]", MEANT["kind"])

_KNOWN = "CASE WHEN speakers.type NOT IN ('group', 'unnamed') THEN quotes.speaker_id END"
"""The row of the speaker; NULL for those who cannot be told from others, a crowd or "an
official"."""

_QUOTES = f"""
SELECT quotes.key AS key, quotes.text AS text, quotes.kind AS kind, quotes.act AS act,
       quotes.factuality AS factuality, {_KNOWN} AS known,
       {either("quotes.said_on", "quotes.day")} AS day, sayings.saying AS saying
FROM quotes
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN sayings ON sayings.quote = quotes.key
"""
_OF_SAYING = f"{_QUOTES} WHERE sayings.saying = :saying"
_LONGEST_OF = f"{_OF_SAYING} ORDER BY {LONGEST} LIMIT 1"
_KNOWN_OF = f"{_OF_SAYING} AND {_KNOWN} IS NOT NULL ORDER BY quotes.key LIMIT 1"


@dataclass(frozen=True)
class _Head:
    """The quote that stands for a saying, said by whoever is known of any quote of it."""

    row: Row
    said: Said


def group_quotes(connection: Connection, keys: Iterable[int]) -> None:
    """Find the sayings of the quotes with these keys anew, the longest of an article first."""
    parts = list(parts_of(sorted(set(keys))))
    for part in parts:
        SAYINGS.leave(connection, part)
    for part in parts:
        rows = sorted(_read(connection, part), key=lambda row: (-len(row.text), row.key))
        keys_of = {row.key: saying_keys(row.text, _KINDS[row.kind]) for row in rows}
        SAYINGS.write(connection, keys_of)
        grouping = _Grouping(connection, keys_of)
        for row in rows:
            grouping.place(row)


class _Grouping:
    """Places quotes, whose keys are written, within one transaction, in which no speakers are
    merged or split meanwhile."""

    def __init__(self, connection: Connection, keys_of: Mapping[int, Sequence[int]]) -> None:
        self._connection = connection
        self._near = {key: _near(connection, key, keys) for key, keys in keys_of.items()}
        every = {*keys_of, *(other for near in self._near.values() for other in near)}
        self._rows = {row.key: row for row in _read(connection, every)}
        self._saying: dict[int, int | None] = {key: row.saying for key, row in self._rows.items()}
        self._heads: dict[int, _Head] = {}
        self._persons = persons_of(connection, {row.known for row in self._rows.values()} - {None})

    def place(self, row: Row) -> None:
        """Let a quote, which is alone, join the saying that it is of, or tie several together."""
        heads = [head for head in self._heads_near(row.key) if _alike(row, head.row)]
        mine = self._said(row, row.known)
        same = [head for head in heads if decide(mine, head.said).verdict == "same"]
        joined = [head.row.key for head in _fitting(mine, same)]
        if joined:
            self._join([row.key, *joined])

    def _join(self, members: Sequence[int]) -> None:
        group, others = SAYINGS.join(self._connection, members)
        if others:  # their numbers may be given out again
            now = {key: group for key, saying in self._saying.items() if saying in others}
            self._saying |= now
        self._saying |= dict.fromkeys(members, group)
        for saying in (group, *others):
            self._heads.pop(saying, None)

    def _heads_near(self, key: int) -> Iterator[_Head]:
        """Those that stand for the sayings of the quotes that share most keys."""
        seen = set()
        for other in self._near[key]:
            if other not in self._rows:  # a key is left of a quote that is gone
                continue
            saying = self._saying[other]
            if saying is None:
                row = self._rows[other]
                yield _Head(row, self._said(row, row.known))
            elif saying not in seen:
                seen.add(saying)
                if head := self._head(saying):
                    yield head

    def _head(self, saying: int) -> _Head | None:
        if saying not in self._heads:
            of = {"saying": saying}
            (longest,) = ask(self._connection, _LONGEST_OF, of)
            if not _is_readable(longest):
                return None
            known = ask(self._connection, _KNOWN_OF, of)
            said = self._said(longest, known[0].known if known else None)
            self._heads[saying] = _Head(longest, said)
        return self._heads[saying]

    def _said(self, row: Row, speaker_id: int | None) -> Said:
        kind, day = _KINDS[row.kind], day_of(row.day)
        return Said(row.text, kind, self._person(speaker_id), day)

    def _person(self, speaker_id: int | None) -> str | None:
        """A name that all rows of `speakers` share which are one person."""
        if speaker_id is None:
            return None
        if speaker_id not in self._persons:
            self._persons |= persons_of(self._connection, [speaker_id])
        return self._persons[speaker_id]


def _near(connection: Connection, key: int, keys: Sequence[int]) -> list[int]:
    least = 1 if len(keys) <= FEW else 2
    return SAYINGS.sharing(connection, key, keys, least=least, most=CLOSEST)


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


def _alike(one: Row, other: Row) -> bool:
    """True if both are of one act and one factuality: what was said, what was thought, and what was
    not said are never one."""
    return (one.act, one.factuality) == (other.act, other.factuality)


def _read(reader: Reader, keys: Collection[int]) -> Iterator[Row]:
    for part in parts_of(sorted(keys)):
        rows = ask(reader, f"{_QUOTES} WHERE quotes.key IN {among_numbers(part)}")
        yield from (row for row in rows if _is_readable(row))


def _is_readable(row: Row) -> bool:
    """True if it can be compared with others, which what is damaged cannot."""
    try:
        day_of(row.day)
        return row.kind in _KINDS and isinstance(row.text, str)
    except UNREADABLE:
        return False
