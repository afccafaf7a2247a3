"""Articles from inputs: decode, look for title, date and the like, let the overrides win."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.inputs import (
    LIMIT,
    Failure,
    Input,
    check_size,
    find_inputs,
    read_bytes,
    reason,
)
from quotes.reading.metadata import find_metadata
from quotes.records import Article


@dataclass(frozen=True)
class Overrides:
    """What the caller knows of the articles; each value given wins over what a file says."""

    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None


NO_OVERRIDES = Overrides()


def read_paths(
    paths: Sequence[str | Path], *, overrides: Overrides = NO_OVERRIDES
) -> Iterator[Article | Failure]:
    """Each input under the paths ("-" is standard input) as an Article, or a Failure naming it.

    One article is held at a time. Ids: see `find_inputs`.
    """
    return read_inputs(find_inputs(paths), overrides=overrides)


def read_inputs(
    inputs: Iterable[Input | Failure], *, overrides: Overrides = NO_OVERRIDES
) -> Iterator[Article | Failure]:
    """Each input as an Article, or the Failure that says why it is none."""
    for item in inputs:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            yield read_article(item, overrides=overrides)
        except InputError as error:
            yield Failure(item.name, str(error))


def read_article(item: Input, *, overrides: Overrides = NO_OVERRIDES) -> Article:
    """One input as an Article; raises InputError, whose message leaves out the input's name."""
    data = read_bytes(item.path) if item.path else _read_stdin()
    if not data:
        raise InputError("empty; give it the article's text")
    text = decode(data)
    if not text.strip("\ufeff").strip():
        raise InputError("nothing but white space; give it the article's text")
    found = find_metadata(text)
    return Article(
        id=item.id or _id_of(text),
        text=text,
        title=overrides.title or found.title,
        date=overrides.date or found.date,
        byline=found.byline,
        url=overrides.url or found.url,
        publisher=overrides.publisher or found.publisher,
    )


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("closed; pipe the article's text into it")
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise InputError(f"cannot be read ({reason(error)}); pipe text into it") from error
    check_size(len(data))
    return data


def _id_of(text: str) -> str:
    """Two texts from standard input must not replace each other in a store."""
    return f"stdin-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
