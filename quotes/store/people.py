"""Which stored speakers a name means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from quotes.errors import UsageError
from quotes.store.names import fold, fold_wanted, not_found
from quotes.store.schema import speakers


def find_speakers(connection: Connection, name: str) -> list[int]:
    """Keys of the stored speakers that `name` may mean: any spelling or part of their name.

    Known spellings come from the registry. Whole words of a name go before beginnings of words,
    so that "Ali" finds Aliyev only where nobody is called Ali. Raises UsageError, with the
    closest names, where nobody fits.
    """
    wanted = fold_wanted(name).split()
    stored = connection.execute(select(speakers)).all()
    found = {*_known_as(name, stored), *_with_words(wanted, stored)}
    found = found or _with_beginnings(wanted, stored)
    if not found:
        raise UsageError(not_found("speaker", name, (row.name for row in stored)))
    return sorted(found)


def _known_as(name: str, stored: Sequence[Row[Any]]) -> set[int]:
    """By registry id, or by a spelling of somebody whom the registry knows by this name."""
    from quotes.registry import load_registry

    registry = load_registry()
    people = [p for p in registry.people if p.id == name] or registry.find(name)
    body = registry.body(name)
    ids = {name, *(person.id for person in people), *({body.id} if body else ())}
    spellings = {fold(spelling) for person in people for spelling in person.spellings}
    return {
        row.id
        for row in stored
        if (row.registry_id in ids if row.registry_id else row.folded in spellings)
    }


def _with_words(wanted: list[str], stored: Sequence[Row[Any]]) -> set[int]:
    return {row.id for row in stored if set(wanted) <= set(row.folded.split())}


def _with_beginnings(wanted: list[str], stored: Sequence[Row[Any]]) -> set[int]:
    return {row.id for row in stored if all(f" {word}" in f" {row.folded}" for word in wanted)}
