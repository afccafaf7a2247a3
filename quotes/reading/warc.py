"""Web archives (WARC), such as Common Crawl's news: each page that was fetched is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.drafts import Draft, Metadata
from quotes.reading.html import page_draft
from quotes.reading.sources import LIMIT, Source, check_size

_PAGES = ("text/html", "application/xhtml+xml")


def warc_drafts(source: Source) -> Iterator[tuple[str, Draft | InputError]]:
    """(address, its article, or why it is none) of each page; what is no page is passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BufferedReader(source)), 1):
            address = record.rec_headers.get_header("WARC-Target-URI") or f"record {number}"
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            try:
                draft = _draft(record, address.strip("<>"))
            except InputError as error:
                yield address, error
                continue
            if draft:
                yield address, draft
    except (ArchiveLoadFailed, ValueError, EOFError, AttributeError, IndexError) as error:
        message = " ".join(str(error).split())[:120]
        raise InputError(f"a web archive damaged after record {number} ({message})") from error


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
    data = record.content_stream().read(LIMIT + 1)
    check_size(len(data))
    if kind.strip() == "text/plain":
        return Draft(decode(data), Metadata.found("the server's address", url=address), address)
    draft = page_draft(data, charset=rest.partition("charset=")[2].strip(" \"'"), address=address)
    return Draft(draft.text, draft.metadata, address)
