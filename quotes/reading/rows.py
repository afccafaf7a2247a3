"""One row of a table or one JSON object as an article, by the names its fields usually have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from quotes.errors import InputError
from quotes.reading.drafts import Draft
from quotes.reading.fields import FieldMap, field_metadata, shown
from quotes.reading.inputs import is_utf8
from quotes.reading.keys import KEYS, TEXT_KEYS, plain_key
from quotes.reading.values import address_of, words_of

_QUOTE_KEYS = {"content", "cue", "source"}
_MARKUP = re.compile(r"</(?:p|div|span|a|h\d|ul|li|em|strong|b|i|article)>|<(?:p|br)\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


class NoField(InputError):
    """A row without a field that could hold the text; others of its table are likely to be so."""


def looks_like_quotes(row: Mapping[str, Any]) -> bool:
    """True if a row is no article but a quote, as `quotes extract` or a gold file has them."""
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
    """The error for a row without a text; it names the fields that the row has."""
    wanted = {fields.names["text"]} if "text" in fields.names else set(TEXT_KEYS)
    for name in row:
        if name in wanted or ("text" not in fields.names and plain_key(name) in wanted):
            return InputError(f"nothing in the field {shown(name)}; it should hold the text")
    names = ", ".join(shown(name) for name in list(row)[:12]) or "none"
    return NoField(f"no field with the text; name it with --map text=FIELD (there: {names})")


def _id(row: Mapping[str, Any], fields: FieldMap) -> str | None:
    """The row's own id, where it is more than a number; else its web address."""
    _, value = fields.value(row, "id", KEYS["id"])
    if isinstance(value, str) and (re.search(r"[^\W\d]", value) or "id" in fields.names):
        words = words_of(value)
        return words and words[:500]
    _, url = fields.value(row, "url", KEYS["url"])
    return address_of(url)
