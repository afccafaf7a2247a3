"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one page of them, in JSON-LD.

Each quote is one Annotation, whose id is "urn:quotes:" and the quote's id. It tells who said the
words (motivation "identifying"), and has

- bodies: the speaker's name, or else the words for the source (purpose "identifying"), and the
  speaker's address in Wikidata; the role ("describing"); kind, act and factuality ("tagging").
  Programs for annotations show these;
- targets, one for each piece of the content. The source is the article's web address, else
  "urn:quotes:article:" and its id; a TextPositionSelector has start and end, which count code
  points of the article's text (as the standard has it, and not UTF-16 units as JavaScript does),
  and a TextQuoteSelector the words with 32 characters before and after;
- all other fields of the flat row (quotes.export.flat), under "urn:quotes:" and their names, which
  JSON-LD keeps as properties and other programs pass over; spans as in a CSV. What is not known is
  left out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO
from urllib.parse import quote as percent_encoded

from quotes.export.as_csv import cell
from quotes.export.flat import flat_row
from quotes.export.how import How, check_fit
from quotes.outputs import begins
from quotes.records import Article, Offsets, Quote

is_ours = begins(rb'[^\n\0]*"type": "AnnotationPage"')
"""True for a file that is there and may be an earlier export."""

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OURS = "urn:quotes:"
WIKIDATA = "http://www.wikidata.org/entity/"
AROUND = 32
"""Characters before and after the words, by which they are found again in a changed text."""

_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_RESERVED = "%/:=&?~#+!$,;'@()*[]"
_NUMBERS = (int, float)

Node = dict[str, Any]


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write one AnnotationPage, an annotation a line; return the number of quotes.

    One article is held at a time, and found anew for each group of quotes that follow each other.
    Raises UsageError without `how.article`, QuotesError for a quote that does not fit its text.
    """
    known = hashlib.sha256()  # the page's id tells pages apart that are loaded into one graph
    count = 0
    stream.write(f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": ['.encode())
    for item in _annotations(quotes, how):
        line = json.dumps(item, ensure_ascii=False).encode()
        stream.write((b",\n" if count else b"\n") + line)
        known.update(line)
        count += 1
    stream.write(f'\n], "id": "{OURS}page:{known.hexdigest()[:16]}"}}\n'.encode())
    return count


def _annotations(quotes: Iterable[Quote], how: How) -> Iterator[Node]:
    find = how.articles("webannotation")
    for id, group in groupby(quotes, key=attrgetter("article_id")):
        yield from _of_article(find(id), group, how.model)


def _of_article(article: Article, quotes: Iterable[Quote], model: type[Quote]) -> Iterator[Node]:
    for quote in quotes:
        check_fit(quote, article.text)
        yield annotation(quote, article, model)


def annotation(quote: Quote, article: Article, model: type[Quote] = Quote) -> Node:
    """One quote as an Annotation. Its offsets must lie within the article's text."""
    source = address(article)
    targets = [_target(source, article.text, piece) for piece in quote.content]
    return {
        "id": OURS + percent_encoded(quote.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _bodies(quote),
        "target": targets[0] if len(targets) == 1 else targets,
        **_properties(flat_row(quote, model)),
    }


def address(article: Article) -> str:
    """An IRI of the article: its web address, where it has one, else a URN of its id."""
    if article.url and _ADDRESS.match(article.url):
        return percent_encoded(article.url, safe=_RESERVED)
    return f"{OURS}article:{percent_encoded(article.id)}"


def _bodies(quote: Quote) -> list[Node]:
    bodies = [
        ("identifying", quote.speaker.name if quote.speaker else quote.source_text),
        ("describing", quote.role),
        *(("tagging", tag) for tag in (quote.kind, quote.act, quote.factuality)),
    ]
    told = [
        {"type": "TextualBody", "purpose": purpose, "value": value}
        for purpose, value in bodies
        if value
    ]
    entity = quote.speaker.wikidata if quote.speaker else None
    return told + ([_entity(entity)] if entity else [])


def _entity(wikidata: str) -> Node:
    source = WIKIDATA + percent_encoded(wikidata)
    return {"type": "SpecificResource", "purpose": "identifying", "source": source}


def _target(source: str, text: str, piece: Offsets) -> Node:
    start, end = piece
    words = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": source, "selector": [position, words]}


def _properties(row: Node) -> Node:
    return {
        OURS + name: value if isinstance(value, _NUMBERS) else cell(value, raw=True)
        for name, value in row.items()
        if name not in ("id", "content") and value not in (None, ())
    }
