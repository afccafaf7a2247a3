"""One quote in its paragraph, its words marked, with all that is known of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from quotes.cli.tables import WIDTH
from quotes.cli.text import clean, clean_lines
from quotes.records import ONCE

if TYPE_CHECKING:
    from quotes.records import Article, Offsets, Quote
    from quotes.store import SayingPage, Wording

OPEN, CLOSE = "[[", "]]"
INDENT = " " * 12


def print_in_context(quote: Quote, article: Article) -> None:
    """The paragraphs that hold the quote, then one line for each thing that is known."""
    typer.echo("\n\n".join(map(_wrapped, paragraphs(quote, article.text))) + "\n")
    for name, value in facts(quote, article):
        typer.echo(f"{name:<11} {clean(value)}")


def print_others(page: SayingPage) -> None:
    """Where else the same was published, a line each, with the id by which it is shown; below each
    wording what it leaves out of the whole one, and what it puts in."""
    for wording in page.wordings:
        for other in (one for one in wording.occurrences if one.id != page.id):
            where = "headline" if other.in_headline else None
            known = (other.date, other.publisher, other.article_id, other.id, where)
            place = "  ".join(clean(str(fact)) for fact in known if fact)
            typer.echo(f"{'also in':<11} {place}")
            typer.echo(
                textwrap.indent(textwrap.fill(clean(differing(wording)), WIDTH - 12), INDENT)
            )


def differing(wording: Wording) -> str:
    """A wording with what it leaves out of the whole one in [-brackets-] and what it puts in in
    {+braces+}, as `git diff --word-diff` shows them."""
    signs = {"kept": ("", ""), "left out": ("[-", "-]"), "put in": ("{+", "+}")}
    shown = ""
    for segment in wording.segments:
        (before, after), words = signs[segment.what], segment.text.rstrip()
        shown += f"{before}{words}{after}{segment.text[len(words) :] or ' ' * bool(before)}"
    return shown


def print_conflicts(conflicts: Iterable[Quote]) -> None:
    """Print a line for each stored quote that gives the same words to somebody else: its speaker,
    day, publisher, article and id, as far as they are known."""
    for other in conflicts:
        name = other.speaker.name if other.speaker else None
        known = (name, other.date, other.publisher, other.article_id, other.id)
        place = "  ".join(clean(str(fact)) for fact in known if fact)
        typer.echo(f"{'given also':<11} {place}")


def paragraphs(quote: Quote, text: str) -> Iterator[str]:
    """The paragraphs that hold a piece of the quote, its content in [[double brackets]]."""
    pieces = sorted(quote.content)
    shown: list[Offsets] = sorted({_paragraph(text, piece) for piece in pieces})
    for start, end in _merged(shown):
        inside = [piece for piece in pieces if start <= piece[0] < end]
        yield _marked(text, start, end, inside)


def facts(quote: Quote, article: Article) -> list[tuple[str, str]]:
    """Names and values of all that is known of a quote; the rest is left out."""
    speaker = quote.speaker
    known = {
        "speaker": speaker and _named(speaker.name, speaker.id, speaker.type),
        "wikidata": speaker and speaker.wikidata,
        "role": quote.role,
        "affiliation": quote.affiliation,
        "office": quote.office,
        "source": quote.source_text,
        "cue": quote.cue_text,
        "via": quote.via,
        "said on": quote.said_on,
        "kind": f"{quote.kind} {quote.act}",
        "factuality": None if quote.factuality == "factual" else quote.factuality,
        "confidence": f"{quote.confidence:.2f}",
        "checked": quote.checked_by and f"by {quote.checked_by}, {quote.checked_at}",
        "article": article.id,
        **{
            name: _placed(article, name) for name in ("title", "byline", "date", "publisher", "url")
        },
        "read from": None if article.place == ONCE else article.place,
        "offsets": ", ".join(f"{start}-{end}" for start, end in quote.content),
        "id": quote.id,
    }
    return [(name, str(value)) for name, value in known.items() if value]


def _placed(article: Article, name: str) -> str | None:
    """A fact of the article, with where it was found; or that it was left open."""
    value, place = getattr(article, name), article.found_in.get(name)
    return " ".join(filter(None, (str(value or ""), place and f"({place})"))) or None


def _named(name: str, id: str | None, type: str) -> str:
    return f"{name} ({', '.join(part for part in (type, id) if part)})"


def _paragraph(text: str, piece: Offsets) -> Offsets:
    """From the line's beginning before a piece to the line's end after it."""
    start, end = piece
    after = text.find("\n", max(start, end - 1))
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _merged(spans: list[Offsets]) -> list[Offsets]:
    merged: list[Offsets] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, start: int, end: int, pieces: list[Offsets]) -> str:
    shown, place = "", start
    for first, last in pieces:
        shown += f"{text[place:first]}{OPEN}{text[first:last]}{CLOSE}"
        place = last
    return shown + text[place:end]


def _wrapped(paragraph: str) -> str:
    lines = clean_lines(paragraph).splitlines()
    return "\n".join(textwrap.fill(" ".join(line.split()), WIDTH) for line in lines)
