"""brat's stand-off form, as one archive: each article's text, and beside it what is said in it.

    news/bridge.txt    the text as it is, in UTF-8
    news/bridge.ann    its quotes, one annotation a line:

    T1<TAB>Content 0 11;16 20<TAB>the words here  a content in its pieces; also Cue and Source
    R1<TAB>Cue_of Arg1:T2 Arg2:T1                 what belongs to it; also Source_of
    A1<TAB>Kind T1 direct                         also Act and Factuality
    A4<TAB>Speaker T3 Chloé Dupont                on the source, or on the content without one
    #1<TAB>AnnotatorNotes T1<TAB>speaker: …       all else, for people

Offsets are code points, in brat as here. A span never crosses the end of a line, which brat
forbids: it is divided there. Spans that several quotes share are written for each of them, so that
`quotes evaluate` reads as many quotes as there are. Names of files: see quotes.export.names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quotes.errors import QuotesError
from quotes.export.how import How, check_fit
from quotes.export.names import Names
from quotes.outputs import begins
from quotes.records import Act, Factuality, Kind, Offsets, Quote, Saying

is_ours = begins(rb"PK\x03\x04.{26}annotation\.conf")
"""True for a file that is there and may be an earlier export."""

CONFIG = f"""\
[entities]
Content
Cue
Source

[relations]
Cue_of\tArg1:Cue, Arg2:Content
Source_of\tArg1:Source, Arg2:Content
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Kind\tArg:Content, Value:{"|".join(get_args(Kind))}
Act\tArg:Content, Value:{"|".join(get_args(Act))}
Factuality\tArg:Content, Value:{"|".join(get_args(Factuality))}
Speaker\tArg:Source|Content
"""
"""The configuration of brat: our types. All may overlap: quotes stand in quotes. Speakers' names
cannot be listed before they are known; without a list brat takes any, and shows the notes."""

NOTED = ("role", "affiliation", "office", "via", "said_on", "confidence", "occurrences")

_WORDS = re.compile(r"\S(?:[^\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
"""A piece within a line, from its first word to its last. Tabs, and all that any program takes for
the end of a line, would break a line of annotations, too."""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write a ZIP archive; return the number of quotes.

    The quotes must come grouped by article: one whose quotes come in several groups becomes as
    many documents. Held are one article, and the names that were given. Raises UsageError without
    `how.article`, QuotesError for a quote that does not fit its article's text.
    """
    find = how.articles("brat")
    names, count = Names(), 0
    with ZipFile(stream, "w") as archive:
        archive.writestr(_entry("annotation.conf"), CONFIG)
        for id, group in groupby(quotes, key=attrgetter("article_id")):
            count += _write_document(archive, names.take(id), find(id).text, group)
    return count


def _write_document(archive: ZipFile, name: str, text: str, quotes: Iterable[Quote]) -> int:
    archive.writestr(_entry(f"{name}.txt"), text)
    last: Counter[str] = Counter()
    count = 0
    with archive.open(_entry(f"{name}.ann"), "w") as handle:
        for quote in quotes:
            handle.write("".join(f"{line}\n" for line in annotate(quote, text, last)).encode())
            count += 1
    return count


def _entry(name: str) -> ZipInfo:
    """A file of an archive, with the same day and rights always and everywhere."""
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
    return entry


def annotate(quote: Quote, text: str, last: Counter[str]) -> Iterator[str]:
    """The lines of one quote; `last` holds the last number of each kind of line, and is raised."""

    def number(letter: str) -> str:
        last[letter] += 1
        return f"{letter}{last[letter]}"

    check_fit(quote, text)
    ids = {}
    for type, spans in (("Content", quote.content), ("Cue", quote.cue), ("Source", quote.source)):
        if pieces := divide(text, spans):
            ids[type] = number("T")
            places = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(text[start:end] for start, end in pieces)
            yield f"{ids[type]}\t{type} {places}\t{words}"
    if "Content" not in ids:
        raise QuotesError(f"quote {quote.id} of article {quote.article_id!r} has no words")
    for type in ("Cue", "Source"):
        if type in ids:
            yield f"{number('R')}\t{type}_of Arg1:{ids[type]} Arg2:{ids['Content']}"
    for name in ("kind", "act", "factuality"):
        yield f"{number('A')}\t{name.capitalize()} {ids['Content']} {getattr(quote, name)}"
    if quote.speaker and (speaker := _line(quote.speaker.name)):
        yield f"{number('A')}\tSpeaker {ids.get('Source', ids['Content'])} {speaker}"
    yield f"{number('#')}\tAnnotatorNotes {ids['Content']}\t{note(quote)}"


def divide(text: str, spans: Iterable[Offsets]) -> list[Offsets]:
    """The spans in the order of the text, united where they meet and divided at ends of lines,
    without white space around the pieces."""
    united: list[Offsets] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            first, last = united.pop()
            start, end = first, max(last, end)
        united.append((start, end))
    return [words.span() for start, end in united for words in _WORDS.finditer(text, start, end)]


def note(quote: Quote | Saying) -> str:
    """A line with all that brat has no annotation for: "speaker: Chloé Dupont; role: Mayor; …"."""
    known = {name: getattr(quote, name, None) for name in NOTED}
    speaker = quote.speaker.name if quote.speaker else None
    facts = {"speaker": speaker, **known, "quote": quote.id}
    told = {name: _line(str(fact)) for name, fact in facts.items() if fact is not None}
    return "; ".join(f"{name.replace('_', ' ')}: {fact}" for name, fact in told.items() if fact)


def _line(words: str) -> str:
    """The words with single spaces for white space, of which ends of lines are one kind."""
    return " ".join(words.split())
