"""Merges as users see them: listed, made by hand, undone."""

from __future__ import annotations

import shlex
from itertools import combinations, product

from quotes.errors import UsageError
from quotes.store.db.asking import Reader, ask
from quotes.store.db.connection import Connection
from quotes.store.db.errors import readable
from quotes.store.records import Merge
from quotes.store.sayings.grouping import group_quotes
from quotes.store.sayings.sayings import quotes_of
from quotes.store.speakers.finding import NAMED, Finder, SpeakerMatch
from quotes.store.speakers.pairing import COLUMNS, between, forget, note
from quotes.store.speakers.pairs import merged_with, stable_key
from quotes.store.speakers.people import Person, load_people

BY_HAND = "by hand"

_DECIDED = f"SELECT {COLUMNS} FROM merges WHERE merges.state {{}} 'suggested' ORDER BY one, other"


def list_merges(reader: Reader) -> list[Merge]:
    """The pairs of speakers that are merged, and those that were split by hand."""
    with readable():
        return [
            Merge(
                one=_shown(row.one),
                other=_shown(row.other),
                state=row.state,
                by="hand" if row.by_hand else "quotes",
                why=row.why,
            )
            for row in ask(reader, _DECIDED.format("<>"))
        ]


def list_suggestions(reader: Reader) -> list[Merge]:
    """Pairs of stored speakers that may be one, each once, with the command that merges them."""
    finder = Finder(reader)
    of_key = {stable_key(row): p for p in load_people(reader) for row in p.rows}
    rows = ask(reader, _DECIDED.format("="))
    pairs = [(of_key.get(row.one), of_key.get(row.other), row.why) for row in rows]
    found = [_suggestion(finder, a, b, why) for a, b, why in pairs if a and b and a is not b]
    return list({merge.command: merge for merge in found}.values())


def merge_by_hand(connection: Connection, one: str, other: str, why: str | None) -> Merge:
    """Make two stored speakers one, whatever was split before.

    Raises UsageError where they are one already, where they are of two types, and for crowds and
    the unnamed; AmbiguousError for a name that means several.
    """
    finder = Finder(connection)
    a, b = finder.find(one), finder.find(other)
    _check_types(a, b)
    ends = stable_key(a.rows[0]), stable_key(b.rows[0])
    mine, theirs = (merged_with(connection, key) for key in ends)
    if mine == theirs:
        raise UsageError(f"'{one}' and '{other}' are one speaker already")
    forget(connection, mine, theirs)
    reason = why or BY_HAND
    note(connection, *ends, state="merged", by_hand=True, why=reason)
    group_quotes(connection, quotes_of(connection, a.person.ids))
    first, second = map(_shown, ends)
    return Merge(one=first, other=second, state="merged", by="hand", why=reason)


def split_by_hand(connection: Connection, one: str, other: str | None) -> list[Merge]:
    """Take the speakers that `one` names out of those they are merged with, for good.

    With `other`, only from those who are `other` without them. Raises UsageError where nobody is
    merged with them, AmbiguousError for a name that means several.
    """
    finder = Finder(connection)
    found = finder.find(one)
    mine = {stable_key(row) for row in found.rows}
    everyone = {key for row in found.rows for key in merged_with(connection, stable_key(row))}
    if len(everyone) == 1:
        raise UsageError(f"'{one}' is not merged with anybody: see 'quotes speakers merges'")
    theirs = everyone - mine
    if other is not None:
        theirs = _side_of(connection, finder.find(other), mine, everyone, (one, other))
    pairs = sorted(product(mine, theirs) if theirs else combinations(sorted(mine), 2))
    made = [_split(connection, *pair) for pair in pairs]
    group_quotes(connection, quotes_of(connection, [row.id for row in found.rows]))
    return made


def _side_of(
    connection: Connection,
    other: SpeakerMatch,
    mine: set[str],
    everyone: set[str],
    names: tuple[str, str],
) -> set[str]:
    """Those who are one with the other without the speakers that are taken out."""
    keys = {stable_key(row) for row in other.rows} - mine
    if not keys <= everyone:
        raise UsageError(f"'{names[0]}' and '{names[1]}' are two speakers already")
    if not keys:
        raise UsageError(f"'{names[0]}' and '{names[1]}' are the same name: give each in full")
    return {key for end in keys for key in merged_with(connection, end, without=mine)}


def _split(connection: Connection, one: str, other: str) -> Merge:
    before = next((row.why for row in between(connection, [one], [other])), None)
    why = f"{BY_HAND}; was: {before}" if before else BY_HAND
    note(connection, one, other, state="split", by_hand=True, why=why)
    return Merge(one=_shown(one), other=_shown(other), state="split", by="hand", why=why)


def _suggestion(finder: Finder, one: Person, other: Person, why: str) -> Merge:
    names = sorted((finder.address(one), finder.address(other)))
    command = shlex.join(["quotes", "speakers", "merge", *names])
    return Merge(
        one=names[0], other=names[1], state="suggested", by="quotes", why=why, command=command
    )


def _check_types(a: SpeakerMatch, b: SpeakerMatch) -> None:
    types = a.person.type, b.person.type
    for found, kind in ((a, types[0]), (b, types[1])):
        if kind not in NAMED:
            raise UsageError(f"'{found.rows[0].name}' is no name ({kind}): only names are merged")
    if types[0] != types[1]:
        raise UsageError(
            f"'{a.rows[0].name}' is a {types[0]} and '{b.rows[0].name}' a {types[1]}: "
            "only speakers of one type are merged"
        )


def _shown(key: str) -> str:
    """A stable key as a user may write it: an id, a person's name, or a type and a name."""
    return key.removeprefix("id:").removeprefix("person:")
