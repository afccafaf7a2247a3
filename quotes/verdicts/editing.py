"""A quote and how it should be → the verdict on it."""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from quotes.errors import UsageError
from quotes.records import PIECE_JOINER, Article, Offsets, Quote, join_pieces
from quotes.verdicts.anchors import cuts_a_word, find_words
from quotes.verdicts.applying import anchor_of, is_alike, words_of
from quotes.verdicts.plain import PlainText, plain
from quotes.verdicts.records import Anchor, Verdict, What, bare, differing

Spans = tuple[Offsets, ...]

SHOWN = 3
"""So many places of the same words are named."""

WINDOW = 60
"""Characters of an article that are shown as the closest to words that do not stand there."""


def who_judges(by: str | None = None) -> str:
    """The name of who says it: the one given, else QUOTES_USER, else the user's in the system."""
    name = by or os.environ.get("QUOTES_USER")
    if name is None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError, ImportError):
            name = ""
    if not name.strip():
        raise UsageError("it is not known who you are: give --by NAME, or set QUOTES_USER")
    return name.strip()


def spans_of_words(article: Article, words: str) -> Spans:
    """Where the words stand in an article: the one place. " … " parts them into pieces.

    White space, and the kinds of quotation marks and dashes, may be others. Raises UsageError where
    they stand nowhere, with the closest place, and where they stand in several, with these.
    """
    _check_text(article)
    text = PlainText(article.text)
    if not plain(words):
        raise UsageError("the text has no words: give those that were said, or drop the quote")
    found = find_words(text, [words])
    if not found and PIECE_JOINER.strip() in words:
        found = find_words(text, words.split(PIECE_JOINER.strip()))
    if not found:
        raise UsageError(f"the text stands nowhere in {article.id}{_closest(article, words)}")
    if len(found) > 1:
        places = " or ".join(written(spans) for spans in found[:SHOWN])
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise UsageError(
            f"the text stands in {len(found)} places of {article.id}: "
            f"give as content {places}{more}"
        )
    return found[0]


def check_spans(article: Article, spans: Spans) -> Spans:
    """The spans themselves: some words of the article. Raises UsageError for any others."""
    _check_text(article)
    place = 0
    for start, end in spans:
        if not place <= start < end <= len(article.text):
            raise UsageError(
                f"{start}-{end} is no place: spans follow each other and end by "
                f"{len(article.text)}, the length of {article.id}"
            )
        place = end
    if not spans or not all(plain(article.text[start:end]) for start, end in spans):
        raise UsageError("the content has no words")
    if cuts_a_word(PlainText(article.text), spans):
        words = join_pieces(article.text, spans) or ""
        raise UsageError(f"the content cuts a word: it is {words[:WINDOW]!r}")
    return spans


def written(spans: Sequence[Offsets]) -> str:
    """Spans as a person gives them: "110-186,200-240"."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def judge(
    article: Article,
    quote: Quote,
    edits: Mapping[str, Any],
    *,
    known: Verdict | None = None,
    among: Sequence[Quote] = (),
    by: str,
    note: str | None = None,
    what: Literal["dropped", "added"] | None = None,
) -> Verdict:
    """The verdict on a quote of an article.

    quote    as it is stored, or as it should be where it is "added"
    edits    fields of a Quote that should be otherwise; with the "content" goes the "text"
    known    the verdict that made the quote what it is, if any
    among    what a model has found in the article
    what     where it is "dropped" or "added"; else the edits tell whether it is right

    Raises UsageError where the same has been said already.
    """
    edited = bare(quote).model_copy(update=dict(edits))
    before = known.before if known else None if what == "added" else bare(quote)
    anchor = anchor_of(article, edited)
    told = what or _told(before, edited)
    if known:
        said = (known.what, bare(known.quote), known.by, known.note)
        if said == (told, edited, by, note or known.note):
            raise UsageError(f"{quote.id} is so already: {known.by} said it at {known.at}")
    verdict = Verdict(
        id=known.id if known else _id_of(quote, anchor),
        article_id=article.id,
        what=told,
        by=by,
        at=now(),
        note=note or (known.note if known else None),
        quote=edited,
        anchor=anchor,
        own=_own(article, anchor, before, known),
        before=before,
        found=known.found if known else (before,) if before else (),
    )
    return verdict.model_copy(update={"beside": _beside(verdict, among)})


def _own(
    article: Article, anchor: Anchor, before: Quote | None, known: Verdict | None
) -> Anchor | None:
    """Where the content stood that a model had found, if elsewhere than that of the verdict."""
    if known:
        own = known.own or (known.anchor if known.before else None)
    else:
        own = anchor_of(article, before) if before else None
    return own if own and own.spans != anchor.spans else None


def checked_elsewhere(
    article: Article, found: Sequence[Quote], verdicts: Sequence[Verdict]
) -> list[Verdict]:
    """Verdicts on the quotes that say who checked them, and on which there is none: an import."""
    known = {plain(one.quote.text) for one in verdicts if one.what != "dropped"}
    return [
        judge(article, quote, {}, among=found, by=quote.checked_by).model_copy(
            update={"at": quote.checked_at or now()}
        )
        for quote in found
        if quote.checked_by and plain(quote.text) not in known
    ]


def now() -> str:
    """The time, to the second, in UTC."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _told(before: Quote | None, edited: Quote) -> What:
    if before is None:
        return "added"
    return "changed" if differing(before, edited) else "right"


def _id_of(quote: Quote, anchor: Anchor) -> str:
    """Two quotes may have the very same words."""
    words = [quote.article_id, quote.id, *map(plain, anchor.pieces), anchor.before, anchor.after]
    return hashlib.sha256("\n".join(words).encode("utf8", "surrogatepass")).hexdigest()[:16]


def _beside(verdict: Verdict, among: Sequence[Quote]) -> tuple[str, ...]:
    """Other quotes that one who knows only the words might take for the one that is meant."""
    mine = {quote.id for quote in verdict.found}
    places = [anchor.spans for anchor in (verdict.anchor, verdict.own) if anchor]
    others = (quote for quote in among if quote.id not in mine)
    return tuple(sorted({words_of(one) for one in others if is_alike(one, verdict, places)}))


def _check_text(article: Article) -> None:
    if not article.text:
        raise UsageError(
            f"the text of {article.id} is not stored, as it was imported: add the article first, "
            "and then say where the words stand"
        )


def _closest(article: Article, words: str) -> str:
    """The part of the article that comes nearest to the words, in words of a message."""
    text, wanted = PlainText(article.text).words, plain(words)
    if not text:
        return ""
    from rapidfuzz import fuzz

    near = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=60)
    if near is None:
        return ""
    start = text.rfind(" ", 0, near.dest_start + 1) + 1
    end = text.find(" ", max(near.dest_end - 1, 0))
    shown = text[start : None if end < 0 else end]
    return f"; closest to it: {shown[: 2 * WINDOW]!r}{'…' if len(shown) > 2 * WINDOW else ''}"
