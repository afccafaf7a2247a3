"""Web archives (WARC), such as Common Crawl's news: each page that was fetched is an article."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.drafts import Draft, Metadata
from quotes.reading.html import page_draft
from quotes.reading.sources import LIMIT, Source, check_size, gist

_PAGES = ("text/html", "application/xhtml+xml")
_LONGEST_HEAD = 4_000_000  # bytes


def warc_drafts(source: Source) -> Iterator[tuple[str, Draft | InputError]]:
    """(address, its article, or why it is none) of each page; what is no page is passed over."""
    number = 0
    for number, record in enumerate(_records(source), 1):
        address = record.rec_headers.get_header("WARC-Target-URI") or f"record {number}"
        address = " ".join(address.strip("<>").split())
        if record.rec_type not in ("response", "resource", "conversion"):
            continue
        try:
            draft = _draft(record, address)
        except InputError as error:
            yield address, error
            continue
        if draft:
            yield address, draft


class _Bounded(io.RawIOBase):
    """A stream of which only so much may be read between two calls of `begin`."""

    def __init__(self, source: Source) -> None:
        self._source = io.BufferedReader(source)
        self.begin(None)

    def begin(self, most: int | None) -> None:
        """Allow so many bytes from now on; None allows any number."""
        self._left = most

    def read(self, size: int = -1) -> bytes:
        """Some bytes; raises InputError where too many were read."""
        data = self._source.read1(size)
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise InputError(
                    "a web archive with a record whose head does not end; fetch it again"
                )
        return data


def _records(source: Source) -> Iterator[Any]:
    """The records, each read to its end before the next; their heads are small.

    Warcio prints what it wonders about; one line for each file is enough.
    """
    from warcio.archiveiterator import ArchiveIterator

    stream = _Bounded(source)
    number = 0
    try:
        archive = ArchiveIterator(stream)
        while True:
            stream.begin(_LONGEST_HEAD)
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(archive, None)
            stream.begin(None)
            if record is None:
                return
            if record.rec_type is None or record.length is None:
                raise ValueError("a head that is cut off")
            yield record
            number += 1
            _drain(record)
    except InputError:
        raise
    except Exception as error:  # warcio's own, and Python's for heads that it did not expect
        raise InputError(
            f"a web archive damaged after record {number} ({gist(error)}); fetch it again"
        ) from error


def _drain(record: Any) -> bool:
    """Read to the end of a record; whether it was there."""
    while record.raw_stream.read(1 << 16):
        pass
    return not getattr(record.raw_stream, "limit", 0)


def _draft(record: Any, address: str) -> Draft | None:
    """The article of a record; None for pictures, redirections and pages that were not there."""
    headers = record.http_headers
    kind = record.content_type or ""
    if headers:
        if headers.get_statuscode() != "200":
            return None
        kind = headers.get_header("Content-Type") or ""
    kind, _, rest = kind.lower().partition(";")
    if kind.strip() not in (*_PAGES, "text/plain"):
        return None
    with contextlib.redirect_stderr(io.StringIO()):
        data = record.content_stream().read(LIMIT + 1)
    check_size(len(data))
    if not _drain(record):
        raise InputError("a page of which the end is missing; fetch the archive again")
    if kind.strip() == "text/plain":
        known = Metadata.found("the server's address", url=address)
        return Draft(decode(data), known, address, part=address)
    draft = page_draft(data, charset=rest.partition("charset=")[2].strip(" \"'"), address=address)
    return Draft(draft.text, draft.metadata, address, part=address)
