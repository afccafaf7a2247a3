"""Fields with names: which of a row, of front matter or of a page holds what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quotes.errors import UsageError
from quotes.reading.dates import find_date
from quotes.reading.drafts import FIELDS, Metadata
from quotes.reading.inputs import one_line
from quotes.reading.keys import KEYS, plain_key
from quotes.reading.values import address_of, day_of, names_of, title_of, words_of


@dataclass(frozen=True)
class FieldMap:
    """Which field of a row holds what, where the usual names do not tell: {"text": "body"}."""

    names: Mapping[str, str]

    @classmethod
    def parse(cls, words: str | None) -> FieldMap:
        """ "text=body,date=published_at"; raises UsageError for anything else."""
        names: dict[str, str] = {}
        for part in filter(None, (words or "").split(",")):
            ours, mark, theirs = (piece.strip() for piece in part.partition("="))
            if not mark or not theirs or ours not in ("text", "id", *FIELDS):
                known = ", ".join(("text", "id", *FIELDS))
                raise UsageError(f"'{part}' maps nothing: give OURS=THEIRS, ours one of {known}")
            names[ours] = theirs
        return cls(names)

    def value(self, row: Mapping[str, Any], ours: str, keys: tuple[str, ...]) -> tuple[str, Any]:
        """(name, value) of the field that holds what we call `ours`; ("", None) where none does."""
        if ours in self.names:
            name = self.names[ours]
            return name, _deep(row, name)
        plain = _by_plain_key(tuple(row))
        for key in keys:
            name = plain.get(key, "")
            if name and row[name] not in (None, "", [], {}):
                return name, row[name]
        return "", None


USUAL = FieldMap({})
"""The usual names only."""


@lru_cache(maxsize=4)  # the rows of a table have one set of names, and each is asked for many
def _by_plain_key(names: tuple[str, ...]) -> Mapping[str, str]:
    return {plain_key(name): name for name in reversed(names)}


def _deep(row: Mapping[str, Any], name: str) -> Any:
    """A field, or one within fields: "fields.bodyText"."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def shown(name: object) -> str:
    """A field's name as a message shows it."""
    words = " ".join(one_line(str(name)).split())
    return (words if len(words) <= 40 else f"{words[:40]}…").encode("utf-8", "replace").decode()


def field_metadata(
    row: Mapping[str, Any], fields: FieldMap = USUAL, *, place: str | None = None
) -> Metadata:
    """Facts of an article from the fields of a row, of front matter or of a page. `place`: what
    to call where they stand, instead of each field's name."""
    values: dict[str, Any] = {}
    where: dict[str, str] = {}
    for ours in FIELDS:
        keys = KEYS[ours]
        if ours == "url":  # "source" is a publisher in one export and an address in another
            keys = tuple(key for key in keys if address_of(fields.value(row, "", (key,))[1]))
        if ours == "publisher":
            keys = tuple(key for key in keys if not address_of(fields.value(row, "", (key,))[1]))
        reader = _READERS.get(ours, words_of)
        for key in keys[:1] if ours in fields.names else keys:
            name, raw = fields.value(row, ours, (key,))
            found_in = place or f"field {shown(name)}"
            if value := reader(raw):
                values[ours], where[ours] = value, found_in
                break
            if ours == "date" and isinstance(raw, str) and find_date(raw, day_first=True):
                where.setdefault("date", f"left open: {found_in} has {shown(raw)}")
    return Metadata(**values, where=where)


_READERS = {"title": title_of, "date": day_of, "url": address_of, "byline": names_of}
