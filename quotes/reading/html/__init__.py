"""Saved web pages: the story's text, by trafilatura, and what the page says about it."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes.errors import InputError
from quotes.reading.drafts import Draft, Metadata, first_of
from quotes.reading.html.blockquotes import sign_block_quotes
from quotes.reading.html.body import body_text, plain_text
from quotes.reading.html.page import meta_metadata
from quotes.reading.html.seen import headings_of, seen_metadata, settled
from quotes.reading.html.shown import as_shown
from quotes.reading.html.structured import read_structured
from quotes.reading.html.tree import decode_page, parse

__all__ = ["fragment_text", "page_draft"]

_BLOCK = re.compile(r"<(?:p|div|br|li|h\d|tr|section|blockquote)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def page_draft(data: bytes, *, charset: str | None = None, address: str | None = None) -> Draft:
    """The article of a page: its title, a blank line, and its paragraphs with blank lines between.

    `charset` and `address` are what the server said. Raises InputError, without the input's name,
    for a page with no text, and for one that is no page.
    """
    tree = parse(decode_page(data, charset))
    sign_block_quotes(tree)
    structured = read_structured(tree)
    said = (structured.metadata, meta_metadata(tree))
    publisher = next((facts.publisher for facts in said if facts.publisher), None)
    served = Metadata.found("the server's address", url=address)
    metadata = first_of((*said, seen_metadata(tree, publisher), served))
    if metadata.title:
        title = settled(as_shown(metadata.title), headings_of(tree))
        metadata = replace(metadata, title=title)
    if metadata.byline:
        metadata = replace(metadata, byline=as_shown(metadata.byline))
    text = body_text(tree, structured.body)
    if not text:
        raise InputError("a web page with no article in it; give it the article's text")
    return Draft(_titled(text, metadata.title), metadata)


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, such as a database's field holds: all of it is the story.

    Where nothing marks its paragraphs, blank lines part them.
    """
    if not _BLOCK.search(markup):
        markup = "<p>" + _BLANK_LINE.sub("</p><p>", markup)
    tree = parse(markup)
    sign_block_quotes(tree)
    return plain_text(tree)


def _titled(text: str, title: str | None) -> str:
    if not title or text.startswith(title):
        return text
    return f"{title}\n\n{text}"
