"""JSON and JSON lines: one article, a list of them, or an answer that holds a list."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.fields import FieldMap
from quotes.reading.keys import TEXT_KEYS
from quotes.reading.sources import LIMIT as ITEM
from quotes.reading.sources import Source, check_size, encoding_of, gist, lines

LIMIT = 64_000_000
"""Bytes of a document that is read as a whole; a longer list is read one item at a time."""

_MOST_VALUES = 5_000_000
"""Values of such a document: each takes more memory than the character that it may be."""

_LISTS: tuple[str, ...] = (
    *("articles", "results", "items", "docs", "documents", "data", "entries", "hits", "news"),
    *("stories", "response", "@graph"),
)
_DEEPEST = 4
_PIECE = 1 << 16
_LONGEST_WORD = len("-Infinity") + 1
_GAP = re.compile(r"[ \t\r\n,]*")

Row = Mapping[str, Any] | InputError


def json_lines(source: BinaryIO | Source) -> Iterator[tuple[int, Row]]:
    """The object of each line with the line's number; an InputError for a line that is none."""
    if isinstance(source, Source) and encoding_of(source.head) == "utf-16":
        raise InputError("JSON lines in UTF-16; convert them to UTF-8 (iconv -f UTF-16 -t UTF-8)")
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
        document = _document(start)
    except InputError:
        whole = start + reader.read(LIMIT + 1 - len(start))
        check_size(len(whole), LIMIT)
        document = _document(whole)
    number = 0
    for number, item in enumerate(_articles(document, fields, _DEEPEST), 1):
        try:
            yield number, _object(item)
        except InputError as error:
            yield number, error
    for line, row in json_lines(cast(BinaryIO, reader)):
        yield number + line, row


def _document(data: bytes) -> Any:
    """The value of a JSON document. Raises InputError for one of too many values; the commas in its
    texts count for values, too."""
    if sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise InputError(f"JSON of more than {_MOST_VALUES:,} values; give one article a line")
    return _load(decode(data))


def _list(source: Source) -> Iterator[tuple[int, Row]]:
    """The items of a list of any length, one at a time."""
    number = 0
    try:
        for number, item in enumerate(_items(source), 1):
            try:
                yield number, _object(item)
            except InputError as error:
                yield number, error
    except RecursionError as error:
        raise InputError(f"JSON nested without end after item {number}; export it again") from error
    except ValueError as error:
        raise InputError(
            f"not valid JSON after item {number} ({gist(error)}); export it again"
        ) from error


def _items(source: Source) -> Iterator[Any]:
    """The values of a list, of which no more is held than one and a piece of what follows it.

    Of a value that is cut off more is read until it makes sense or is longer than any article; what
    is read doubles each time.
    """
    text = io.TextIOWrapper(
        io.BufferedReader(source), encoding_of(source.head), errors="surrogateescape"
    )
    decode_at = json.JSONDecoder().raw_decode
    held = text.read(_PIECE)
    at = held.index("[") + 1
    while True:
        at = _GAP.match(held, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if held.startswith("]", at):
            return
        problem = None
        try:
            value, end = decode_at(held, at)
        except json.JSONDecodeError as error:
            if not _is_cut(error, held):
                raise
            problem, end = error, len(held)
        if end > len(held) - len("e+1"):  # even a number may go on
            if len(held) - at > ITEM:
                raise InputError(f"an item of more than {ITEM // 1_000_000} MB; split it")
            more = text.read(max(_PIECE, len(held) - at))
            held, at, end = held[at:] + more, 0, end - at
            if more:
                continue
            if problem:
                raise problem
        yield value
        at = end


def _is_cut(error: json.JSONDecodeError, held: str) -> bool:
    """True if what is held may be right as far as it goes: its last string or word has no end."""
    return error.msg.startswith("Unterminated string") or error.pos > len(held) - _LONGEST_WORD


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
            if len(inner) != 1 or inner[0] is not value[key]:
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
        raise InputError(f"not valid JSON ({gist(error)}); export it again") from error


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError("JSON with no article in it; an article is an object with a text")
    return value
