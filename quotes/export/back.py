"""Quotes back from files: what an export wrote, without loss."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quotes.errors import InputError
from quotes.export.flat import SPEAKER
from quotes.reading.inputs import one_line
from quotes.reading.sources import Source, gist, lines, opened
from quotes.records import Article, Quote, Saying
from quotes.store.query.rows import FROM_ARTICLE
from quotes.store.write.checking import fault_of, other_field, words_fault
from quotes.verdicts.records import Verdict

_OF_SAYINGS = Saying.model_fields.keys() - Quote.model_fields.keys()
_HINT = "give it JSON lines or Parquet of 'quotes export'"

Row = Mapping[str, Any] | InputError
Placed = tuple[str, Quote]
"""Where it stands in its file, such as "line 7", and a quote."""


def read_quotes(path: Path) -> Iterator[Quote]:
    """The quotes of a file that `export` wrote as "jsonl" (it may be gzipped) or as "parquet".

    The content tells which it is. A few quotes are held at a time. Of sayings come the quotes that
    stand for them. Raises InputError, with the file, the line (or the row) and what is wrong, for
    a file that cannot be read, and for the first line that is no quote, or one that no store takes
    (see `quotes.store.write.checking.fault_of`), after those before it.
    """
    with naming(path):
        for _, quote in _placed(path):
            yield quote


def read_articles(path: Path) -> Iterator[tuple[Article, list[Quote]]]:
    """The quotes of such a file by article; these have no text, which no export of quotes holds.

    Raises what `read_quotes` does, and InputError where quotes of one article differ in its title,
    date, address or publisher. `check_export` looks whether it may be imported as a whole.
    """
    with naming(path):
        article, found = None, list[Quote]()
        for place, quote in _placed(path):
            if article is None or article.id != quote.article_id:
                if article:
                    yield article, found
                facts = {name: getattr(quote, name) for name in FROM_ARTICLE}
                article, found = Article(id=quote.article_id, text="", **facts), []
            if field := other_field(quote, article):
                raise InputError(f"{place}: another {field} than the quotes of {article.id} before")
            found.append(quote)
        if article:
            yield article, found


def check_export(path: Path) -> Iterator[int]:
    """Read a whole export and yield the number of quotes of each of its articles.

    Raises what `read_articles` does, and at the end InputError, with the line (or the row), for an
    id that two quotes have, and for an article whose quotes do not follow each other. 8 bytes are
    held for each quote and article.
    """
    ids, articles = array("q"), array("q")
    for article, found in read_articles(path):
        articles.append(hash(article.id))
        ids.extend(hash(quote.id) for quote in found)
        yield len(found)
    twice, apart = _repeated(ids), _repeated(articles)
    if twice or apart:
        _check_repeated(path, twice, apart)


def read_verdicts(path: Path) -> Iterator[Verdict]:
    """The verdicts in such a file: its lines {"verdict": …}.

    Raises InputError, with the line and what is wrong, for one that is no verdict.
    """
    with naming(path), opened(path) as handle:
        source = Source(handle)
        if source.head.startswith(b"PAR1"):
            return
        for number, row in _json_rows(source):
            if _is_verdict(row):
                yield _verdict(row, f"line {number}")


def _is_verdict(row: Row) -> bool:
    return not isinstance(row, InputError) and row.keys() == {"verdict"}


def _verdict(row: Row, place: str) -> Verdict:
    """Raises InputError for what no store would take."""
    assert not isinstance(row, InputError)
    try:
        verdict = Verdict.model_validate(row["verdict"])
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(f"{place}: no verdict ('{field}': {first['msg']}); {_HINT}") from error
    for quote in filter(None, (verdict.quote, verdict.before, *verdict.found)):
        if fault := fault_of(quote):
            raise InputError(f"{place}: a verdict on a quote that {fault}; {_HINT}")
    if fault := words_fault(verdict):
        raise InputError(f"{place}: a verdict that {fault}; {_HINT}")
    return verdict


def _repeated(hashes: array[int]) -> set[int]:
    """Those that are there more than once."""
    import numpy as np

    ordered = np.sort(np.frombuffer(hashes, dtype=np.int64))
    return set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())


def _check_repeated(path: Path, ids: Collection[int], articles: Collection[int]) -> None:
    """Look what has these hashes: raise InputError where they are of one thing and not of two."""
    with naming(path):
        seen, known, last = set[str](), set[str](), None
        for place, quote in _placed(path):
            if hash(quote.id) in ids:
                if quote.id in seen:
                    raise InputError(f"{place}: a quote before it has the same id, {quote.id}")
                seen.add(quote.id)
            if quote.article_id != last and hash(quote.article_id) in articles:
                if quote.article_id in known:
                    raise InputError(
                        f"{place}: the quotes of article {quote.article_id} do not follow each "
                        "other: export them by date, not by confidence or speaker"
                    )
                known.add(quote.article_id)
            last = quote.article_id


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Put the file's name before what is wrong with it."""
    try:
        yield
    except InputError as error:
        raise InputError(one_line(f"{path}: {error}")) from error


def _placed(path: Path) -> Iterator[Placed]:
    with opened(path) as handle:
        source = Source(handle)
        is_table = source.head.startswith(b"PAR1")
        for number, row in _table_rows(source) if is_table else _json_rows(source):
            if _is_verdict(row):
                continue
            place = f"{'row' if is_table else 'line'} {number}"
            yield place, _quote(row, place)


def _json_rows(source: Source) -> Iterator[tuple[int, Row]]:
    for number, line in lines(source):
        yield number, line if isinstance(line, InputError) else _object(line)


def _object(line: bytes) -> Row:
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError:
        return InputError(f"JSON nested without end; {_HINT}")
    except ValueError as error:
        return InputError(f"not valid JSON ({gist(error)}); {_HINT}")
    return row if isinstance(row, dict) else InputError(f"no JSON object; {_HINT}")


def _table_rows(source: Source) -> Iterator[tuple[int, Row]]:
    from quotes.reading.parquet import parquet_rows

    for number, row in parquet_rows(source):
        yield number, row if isinstance(row, InputError) else _nested(row)


def _nested(row: Mapping[str, Any]) -> Row:
    """A flat row with its speaker in one again; the type is what every speaker has."""
    speaker = {field: row.get(column) for field, column in SPEAKER.items()}
    rest = {name: value for name, value in row.items() if name not in SPEAKER.values()}
    return rest | {"speaker": None if speaker["type"] is None else speaker}


def _quote(row: Row, place: str) -> Quote:
    if isinstance(row, InputError):
        raise InputError(f"{place}: {row}")
    fields = {name: value for name, value in row.items() if name not in _OF_SAYINGS}
    try:
        quote = Quote.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(f"{place}: no quote ('{field}': {first['msg']}); {_HINT}") from error
    if fault := fault_of(quote):
        raise InputError(f"{place}: a quote that {fault}; {_HINT}")
    return quote
