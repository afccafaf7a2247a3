"""One row of a table or one JSON object as an article, by the names its fields usually have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from quotes.errors import InputError, UsageError
from quotes.reading.dates import find_date
from quotes.reading.drafts import FIELDS, Draft, Metadata
from quotes.reading.inputs import is_utf8, one_line
from quotes.reading.keys import KEYS, TEXT_KEYS, plain_key
from quotes.reading.values import address_of, day_of, names_of, title_of, words_of

_QUOTE_KEYS = {"content", "cue", "source"}
_MARKUP = re.compile(r"</(?:p|div|span|a|h\d|ul|li|em|strong|b|i|article)>|<(?:p|br)\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


class NoField(InputError):
    """A row without a field that could hold the text; others of its table are likely to be so."""


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


def looks_like_quotes(row: Mapping[str, Any]) -> bool:
    """Whether a row is no article but a quote, as `quotes extract` or a gold file has them."""
    return set(row) >= _QUOTE_KEYS or (
        isinstance(row.get("content"), list) and ("article" in row or "article_id" in row)
    )


def row_draft(row: Mapping[str, Any], fields: FieldMap) -> Draft:
    """The article of a row; raises InputError where it has no text."""
    name, value = fields.value(row, "text", TEXT_KEYS)
    if value is None:
        raise _lacking(row, fields)
    if isinstance(value, Mapping):
        value = value.get("rendered")
    elif isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        raise InputError(f"no text in the field {shown(name)}; name another with --map text=FIELD")
    text = value
    if not is_utf8(text):
        raise InputError("damaged characters in the text; export it again as UTF-8")
    if _MARKUP.search(text[:20_000]):
        from quotes.reading.html import fragment_text

        text = fragment_text(text)
    elif _ENTITY.search(text):
        text = unescape(text)
    return Draft(text, field_metadata(row, fields), _id(row, fields))


def _lacking(row: Mapping[str, Any], fields: FieldMap) -> InputError:
    """What to say of a row without a text."""
    wanted = {fields.names["text"]} if "text" in fields.names else set(TEXT_KEYS)
    for name in row:
        if name in wanted or ("text" not in fields.names and plain_key(name) in wanted):
            return InputError(f"nothing in the field {shown(name)}; it should hold the text")
    names = ", ".join(shown(name) for name in list(row)[:12]) or "none"
    return NoField(f"no field with the text; name it with --map text=FIELD (there: {names})")


def shown(name: object) -> str:
    """A field's name as a message shows it."""
    words = " ".join(one_line(str(name)).split())
    return (words if len(words) <= 40 else f"{words[:40]}…").encode("utf-8", "replace").decode()


def _id(row: Mapping[str, Any], fields: FieldMap) -> str | None:
    """The row's own id, where it is more than a number; else its web address."""
    _, value = fields.value(row, "id", KEYS["id"])
    if isinstance(value, str) and (re.search(r"[^\W\d]", value) or "id" in fields.names):
        words = words_of(value)
        return words and words[:500]
    _, url = fields.value(row, "url", KEYS["url"])
    return address_of(url)


def field_metadata(
    row: Mapping[str, Any], fields: FieldMap = USUAL, *, place: str | None = None
) -> Metadata:
    """What the fields of a row, of front matter or of a page say of their article. `place`: what
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
