"""JSON and JSON lines: one article, a list of them, or an answer that holds a list."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.rows import TEXT_KEYS, FieldMap
from quotes.reading.sources import Source, check_size, lines

LIMIT = 64_000_000
"""Bytes of a document that is read as a whole; a longer list is read one item at a time."""

_LISTS: tuple[str, ...] = (
    *("articles", "results", "items", "docs", "documents", "data", "entries", "hits", "news"),
    *("stories", "response", "@graph"),
)
_DEEPEST = 4

Row = Mapping[str, Any] | InputError


def json_lines(source: BinaryIO | Source) -> Iterator[tuple[int, Row]]:
    """The object of each line with the line's number; an InputError for a line that is none."""
    for number, line in lines(source):
        if isinstance(line, InputError):
            yield number, line
            continue
        try:
            yield number, _object(_load(decode(line)))
        except InputError as error:
            yield number, error


def json_rows(source: Source, fields: FieldMap) -> Iterator[tuple[int, Row]]:
    """The articles of a document, numbered from 1; of lines, too, where the first line is whole."""
    if source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") and len(source.head) > 1000:
        yield from _list(source)
        return
    reader = io.BufferedReader(source, 1 << 16)
    start = reader.readline(LIMIT)
    try:
        document = _load(decode(start))
    except InputError:
        whole = start + reader.read(LIMIT + 1 - len(start))
        check_size(len(whole), LIMIT)
        document = _load(decode(whole))
    number = 0
    for number, item in enumerate(_articles(document, fields, _DEEPEST), 1):
        try:
            yield number, _object(item)
        except InputError as error:
            yield number, error
    for line, row in json_lines(cast(BinaryIO, reader)):
        yield number + line, row


def _list(source: Source) -> Iterator[tuple[int, Row]]:
    """The items of a list of any length, one at a time."""
    import ijson

    number = 0
    try:
        for number, item in enumerate(ijson.items(source, "item", use_float=True), 1):
            yield number, _object(item)
    except (
        ijson.JSONError,
        UnicodeDecodeError,
        RecursionError,
        OverflowError,
        ValueError,
    ) as error:
        message = " ".join(str(error).split())[:120]
        raise InputError(
            f"not valid JSON after item {number} ({message}); export it again"
        ) from error


def _articles(value: Any, fields: FieldMap, depth: int) -> list[Any]:
    """The list within an answer, or the one article that the document is."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping) or not depth:
        return [value]
    text = fields.value(value, "text", TEXT_KEYS)[1]
    for key in () if isinstance(text, str) else _LISTS:
        inner = value.get(key)
        if isinstance(inner, Mapping):
            inner = _articles(inner, fields, depth - 1)
            if inner != [value[key]]:
                return inner
        elif isinstance(inner, list) and inner and all(isinstance(x, Mapping) for x in inner):
            return inner
    return [value]


def _load(words: str) -> Any:
    try:
        return json.loads(words.lstrip("\ufeff"))
    except RecursionError as error:
        raise InputError("JSON nested without end; export it again") from error
    except ValueError as error:
        message = " ".join(str(error).split())[:120]
        raise InputError(f"not valid JSON ({message}); export it again") from error


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError("JSON with no article in it; an article is an object with a text")
    return value
