"""An edited table → what of it may be taken, and taking it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.errors import InputError, UsageError
from quotes.records import Quote
from quotes.store.db.asking import Reader, among, ask
from quotes.store.query.beside import with_beside
from quotes.store.query.listing import load_quotes
from quotes.store.query.reading import get_article
from quotes.store.records import EditedRow
from quotes.store.schema.values import id_of, stored_id
from quotes.store.write.judging import confirm, fix, wanted
from quotes.store.write.verdicts import verdict_of, verdicts_named
from quotes.verdicts.sheets import Edited, edits_of, is_as_exported, is_of_now, verdict_in

if TYPE_CHECKING:
    from quotes.store.db.connection import Connection
    from quotes.store.records import Fix

TOGETHER = 200
"""Rows that are compared at once."""

Rows = Iterable[tuple[int, Mapping[str, Any] | InputError]]
"""Rows of a table with their numbers, by the names of its columns, or why they cannot be read."""

_KEYS = "SELECT quotes.id AS id, quotes.key AS key FROM quotes WHERE quotes.id IN {ids}"


class _Stored(NamedTuple):
    """A stored quote, its key, and the name over all articles of whoever said it."""

    key: int
    quote: Quote
    speaker: str | None


def compare(reader: Reader, rows: Rows) -> list[EditedRow]:
    """Compare rows with the stored quotes of their ids; those that say something of them.

    A row has a `fault` where it cannot be taken: its quote is not stored, or has changed since it
    was exported, or a cell cannot be understood. Rows that say nothing new are left out.
    """
    found: list[EditedRow] = []
    places: dict[str, int] = {}
    rest = iter(rows)
    while some := list(islice(rest, TOGETHER)):
        ids = [str(row.get("id") or "") for _, row in some if not isinstance(row, InputError)]
        stored = _stored(reader, ids)
        for number, row in some:
            one = _row(reader, number, row, stored)
            if one is None:
                continue
            if not one.fault and (first := places.setdefault(one.id, number)) != number:
                one = _faulty(number, one.id, f"row {first} says something of it, too")
            found.append(one)
    return found


def take(connection: Connection, rows: Iterable[EditedRow], *, by: str) -> list[Fix]:
    """Take what rows say, those without a fault."""
    done = []
    for row in rows:
        if row.fault:
            continue
        if row.edits or row.verdict == "drop":
            is_drop = row.verdict == "drop"
            edits = {} if is_drop else row.edits
            one = fix(connection, row.id, edits, drop=is_drop, by=by, note=row.note)
        else:
            one = confirm(connection, row.id, by=by, note=row.note)
        done.append(one)
    return done


def _stored(reader: Reader, ids: Iterable[str]) -> dict[str, _Stored]:
    """The quotes of these ids, those that are there."""
    dialect = reader.dialect
    some, values = among("id", [stored_id(id.strip(), dialect) for id in ids])
    keys = {id_of(row.id): row.key for row in ask(reader, _KEYS.format(ids=some), values)}
    quotes = load_quotes(reader, list(keys.values()))
    return {
        quote.id: _Stored(keys[quote.id], quote, beside.speaker)
        for quote, beside in with_beside(reader, quotes)
    }


def _row(
    reader: Reader,
    number: int,
    row: Mapping[str, Any] | InputError,
    stored: Mapping[str, _Stored],
) -> EditedRow | None:
    if isinstance(row, InputError):
        return _faulty(number, "", str(row))
    id = str(row.get("id") or "").strip()
    if id not in stored:
        return _of_none(reader, number, id, row)
    key, quote, speaker = stored[id]
    edited = edits_of(row, quote, speaker)
    if edited.fault is None and not (edited.edits or edited.verdict or edited.note):
        return None
    if not is_of_now(row, quote):
        if is_as_exported(row) and not (edited.verdict or edited.note):
            return None
        if [cell.column for cell in edited.cells] == ["content"]:  # of words that were taken before
            return None
        columns = ", ".join(cell.column for cell in edited.cells) or "a cell"
        why = f"it has changed in the database since it was exported ({columns}): export it anew"
        return _faulty(number, id, why)
    return _checked(reader, number, key, quote, edited)


def _of_none(reader: Reader, number: int, id: str, row: Mapping[str, Any]) -> EditedRow | None:
    """A row whose quote is not stored: a fault, unless it says nothing, or what was said before."""
    if not any(row.values()):
        return None
    try:
        is_drop = verdict_in(row) == "drop"
    except ValueError as error:
        return _faulty(number, id, str(error))
    dropped = [one for one in verdicts_named(reader, id) if one.what == "dropped"] if id else []
    if dropped and (is_drop or is_as_exported(row)):
        return None
    if dropped:
        why = f"{dropped[0].by} has dropped it: 'quotes fix --undo {id}' first"
    elif id:
        why = f"no quote '{id}' is stored: export anew, or keep the column id as it was"
    else:
        why = "it has no id: keep the column id as it was exported"
    return _faulty(number, id, why)


def _faulty(number: int, id: str, why: str) -> EditedRow:
    return EditedRow(row=number, id=id, cells={}, edits={}, fault=why)


def _checked(
    reader: Reader, number: int, key: int, quote: Quote, edited: Edited
) -> EditedRow | None:
    """The row, with a fault where it could not be taken; None where it was said before."""
    fault = edited.fault
    if fault is None:
        known = verdict_of(reader, key)
        says_no_more = not edited.edits and edited.verdict != "drop"
        if known and says_no_more and edited.note in (None, known.note):
            return None
        try:
            wanted(reader, get_article(reader, quote.article_id), quote, edited.edits)
        except UsageError as error:
            fault = str(error)
    cells = {cell.column: (cell.old, cell.new) for cell in edited.cells}
    return EditedRow(
        row=number,
        id=quote.id,
        cells=cells,
        edits=edited.edits,
        verdict=edited.verdict,
        note=edited.note,
        fault=fault,
    )
