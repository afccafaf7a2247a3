"""Articles from inputs: told by their content what they are, read, and finished in one way."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from quotes.errors import InputError, unexpected
from quotes.reading.dates import date_in_address, date_in_name
from quotes.reading.decode import decode
from quotes.reading.drafts import Draft, Metadata, first_of
from quotes.reading.fields import FieldMap
from quotes.reading.forms import Form, form_of
from quotes.reading.inputs import ANY, Choice, Failure, Input, Skipped, ending, find_inputs, is_utf8
from quotes.reading.metadata import find_metadata
from quotes.reading.rows import NoField, looks_like_quotes, row_draft
from quotes.reading.sources import LIMIT, Source, opened
from quotes.records import ONCE, Article, id_apart


@dataclass(frozen=True)
class Overrides:
    """Facts that the caller gives of all articles; each one wins over those in a file."""

    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True)
class Reading:
    """How files are read: what is known of all, which fields of rows hold what, and whether texts
    in other languages than English are taken, too."""

    overrides: Overrides = Overrides()
    fields: FieldMap = field(default_factory=lambda: FieldMap({}))
    any_language: bool = False


_TRIED = {Form.json: 20, Form.jsonl: 20}
"""Objects without a text, of which the first may be a heading, until the rest is not looked at;
in a table one row tells."""

PLAIN = Reading()
_UNIQUE = 16
"""Letters of an id, or of an address, that is likely to be nobody else's."""

Found = Article | Failure


def read_paths(
    paths: Sequence[str | Path], *, how: Reading = PLAIN, choice: Choice = ANY
) -> Iterator[Found]:
    """Each article under the paths ("-" is standard input), or a Failure that names what is none.

    One article is held at a time. Ids: see `find_inputs` for files that hold one; in others an
    article's own id, or its web address, or the file's name, "#" and its number. Two articles that
    would have the same are told apart (`quotes.records.id_apart`); the very same once more is
    Skipped.
    """
    seen: set[str] = set()
    for item in find_inputs(paths, choice=choice):
        yield from read_input(item, how=how, seen=seen)


def read_input(
    item: Input | Failure,
    *,
    how: Reading = PLAIN,
    seen: set[str] | None = None,
    handle: BinaryIO | None = None,
) -> Iterator[Found]:
    """The articles of one input, and a Failure or Skipped for whatever is none.

    `seen` holds the ids there have been, and gets those of this input. `handle`: the input, where
    it is open already.
    """
    if isinstance(item, Failure):
        yield item
        return
    seen = set() if seen is None else seen
    nothing = True
    try:
        for name, draft in _drafts(item, how, handle):
            nothing = False
            yield _finished(item, name, draft, how, seen)
        if nothing:
            yield Skipped(item.name, "no articles in it")
    except InputError as error:
        yield Failure(item.name, str(error))
    except BaseException as error:  # of a library, some of which raise more than Exceptions
        yield Failure(item.name, unexpected(error))


def read_article(item: Input, *, overrides: Overrides = Overrides()) -> Article:
    """An input that holds one text; raises InputError, whose message leaves out its name."""
    how = Reading(overrides, any_language=True)
    for _, draft in _drafts(item, how):
        if isinstance(draft, InputError):
            raise draft
        if isinstance(draft, Skipped):
            raise InputError(draft.message)
        return _article(item, draft, item.id, how)
    raise InputError("no article in it")


def _finished(
    item: Input, name: str, draft: Draft | InputError | Skipped, how: Reading, seen: set[str]
) -> Found:
    """The draft as an Article, or why it is none."""
    if isinstance(draft, Skipped):
        return draft
    if isinstance(draft, InputError):
        return Failure(name, str(draft))
    try:
        article = _article(item, draft, draft.id or item.id, how)
    except InputError as error:
        return Failure(name, str(error))
    apart = id_apart(article)
    if apart in seen:
        return Skipped(name, "the same article was there before")
    if not how.any_language:
        from quotes.reading.language import foreign_language

        if code := foreign_language(article.text):
            return Skipped(name, f"not English ({code}); --any-language takes it all the same")
    if article.id in seen:
        article = article.model_copy(update={"id": apart})
    seen |= {article.id, apart}
    return article


def _drafts(
    item: Input, how: Reading, handle: BinaryIO | None = None
) -> Iterator[tuple[str, Draft | InputError | Skipped]]:
    """(what to call it, its draft) of each article in an input."""
    with nullcontext(handle) if handle else opened(item.path, pipe=item.stream) as given:
        source = Source(given)
        if not source.head:
            raise InputError("empty; give it the article's text")
        form = form_of(source.head, ending(PurePath(item.name).name))
        if form is Form.text:
            yield item.name, _text_draft(source.whole())
        elif form is Form.html:
            from quotes.reading.html import page_draft

            yield item.name, page_draft(source.whole())
        elif form is Form.warc:
            from quotes.reading.warc import warc_drafts

            yield from warc_drafts(source)
        else:
            rows = _rows(source, form, how)
            is_object = form is Form.json and source.head.lstrip()[:1] == b"{"
            first = list(islice(rows, 2 * is_object))
            alone = len(first) == 1
            for name, draft in _row_drafts(item, chain(first, rows), form, how):
                if alone and isinstance(draft, Draft):
                    draft = replace(draft, part=None)  # the file is the article's place
                yield name, draft


def _text_draft(data: bytes) -> Draft:
    text = decode(data)
    return Draft(text, find_metadata(text))


def _rows(
    source: Source, form: Form, how: Reading
) -> Iterator[tuple[int, Mapping[str, Any] | InputError]]:
    from quotes.reading import excel, jsons, parquet, tables

    if form is Form.jsonl:
        return jsons.json_lines(source)
    if form is Form.json:
        return jsons.json_rows(source, how.fields)
    if form is Form.xlsx:
        return excel.excel_rows(source, how.fields)
    if form is Form.parquet:
        return parquet.parquet_rows(source)
    return tables.csv_rows(source, form, how.fields)


def _row_drafts(
    item: Input,
    rows: Iterable[tuple[int, Mapping[str, Any] | InputError]],
    form: Form,
    how: Reading,
) -> Iterator[tuple[str, Draft | InputError | Skipped]]:
    """The drafts of rows; a file of quotes is named once and left at that."""
    lacking = 0
    for number, row in rows:
        name = f"{item.name}#{number}"
        if isinstance(row, InputError):
            yield name, row
            continue
        if number == 1 and looks_like_quotes(row):
            yield item.name, Skipped(item.name, "quotes, not articles")
            return
        try:
            draft = row_draft(row, how.fields)
        except InputError as error:
            lacking += isinstance(error, NoField)
            if lacking == number == _TRIED.get(form, 1):
                raise  # so will be all others
            yield name, error
            continue
        own = _own_id(item, number, draft.id, how.fields)
        yield name, replace(draft, id=own, part=draft.id or _short_digest(draft.text))


def _own_id(item: Input, number: int, id: str | None, fields: FieldMap) -> str | None:
    """A row's own id, where no other file will have it; else with the file's name before it."""
    if id and (len(id) >= _UNIQUE or "id" in fields.names):
        return id
    return f"{item.id}#{id or number}" if item.id else None


def _article(item: Input, draft: Draft, id: str | None, how: Reading) -> Article:
    text = draft.text
    if not is_utf8(text):
        raise InputError("damaged characters in the text; save it again as UTF-8")
    if not text.strip("\ufeff").strip():
        raise InputError("nothing but white space; give it the article's text")
    if len(text) > LIMIT:
        raise InputError(f"a text of more than {LIMIT // 1_000_000} MB; split it")
    known = Metadata.found("option", **vars(how.overrides))
    found = first_of((known, draft.metadata))
    name = PurePath(item.name).name if item.path else ""
    named = (
        Metadata.found("web address", date=date_in_address(found.url or "")),
        Metadata.found("file name", date=date_in_name(name)),
    )
    found = first_of((found, *named))
    values = {key: value for key, value in vars(found).items() if key != "where"}
    values = {k: v if not isinstance(v, str) or is_utf8(v) else None for k, v in values.items()}
    return Article(
        id=id or f"stdin-{_short_digest(text)}",
        text=text,
        **values,
        found_in=dict(found.where),
        place=_place_of(item, draft.part, how.fields),
    )


def _place_of(item: Input, part: str | None, fields: FieldMap) -> str | None:
    """See `quotes.records.Article`; None where the user says which field is the rows' id."""
    if part and "id" in fields.names:
        return None
    if item.place is None:
        return ONCE
    return f"{item.place}#{part}" if part else item.place


def _short_digest(text: str) -> str:
    """Differs where texts do, which must not replace each other in a store."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:12]
