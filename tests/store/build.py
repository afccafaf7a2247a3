"""Articles and quotes for the tests of the store and the export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from quotes.records import Article, Offsets, Quote, Speaker, join_pieces, quote_id

from .sql import run_sql

MONDAY = dt.date(2021, 3, 1)
COUNT = 100
MAYOR = Speaker(name="Chloé Dupont")
OFFICE = Speaker(name="Mayor's Office", type="organization")


def make_article(id: str = "bridge.txt", **changes: Any) -> Article:
    """A short article of Monday."""
    values: dict[str, Any] = {
        "text": "“The bridge opens in May,” Mayor Chloé Dupont said. The river is calm.",
        "title": "Bridge to open",
        "date": MONDAY,
        "publisher": "The Courier",
    }
    return Article(id=id, **(values | changes))


def big_article(id: str, **changes: Any) -> Article:
    """An article with room for COUNT quotes."""
    return make_article(id, text="The bridge opens in May, the mayor said. " * 30, **changes)


def make_quote(article: Article, start: int = 0, end: int = 25, **changes: Any) -> Quote:
    """The words from `start` to `end` of the article, said by the mayor."""
    content = ((start, end),)
    values: dict[str, Any] = {
        "id": quote_id(article.id, content, "direct"),
        "kind": "direct",
        "act": "speech",
        "text": join_pieces(article.text, content) or "",
        "content": content,
        "speaker": MAYOR,
        "role": "Mayor",
        "confidence": 0.9,
    }
    of_article = article.model_dump(include={"title", "date", "url", "publisher"})
    return Quote(article_id=article.id, **of_article, **(values | changes))


def make_quotes(article: Article, count: int) -> list[Quote]:
    """So many quotes, of one character more each."""
    return [make_quote(article, 0, end) for end in range(1, count + 1)]


_names = st.text(max_size=12)
_days = st.none() | st.dates()
_speakers = st.builds(
    Speaker,
    name=_names,
    id=st.none() | _names,
    type=st.sampled_from(["person", "organization", "group", "document", "unnamed"]),
).map(lambda who: who.model_copy(update={"wikidata": who.id}))


@st.composite
def articles_with_quotes(draw: st.DrawFn) -> tuple[Article, list[Quote]]:
    """Any article with any quotes that are its own."""
    article = draw(
        st.builds(
            Article,
            id=_names,
            text=st.text(max_size=40),
            title=st.none() | _names,
            date=_days,
            byline=st.none() | _names,
            url=st.none() | _names,
            publisher=st.none() | _names,
        )
    )
    ids = draw(st.lists(st.text("0123456789abcdef", min_size=1), max_size=4, unique=True))
    return article, [draw(_quotes(article, quote_id)) for quote_id in ids]


def any_quotes() -> st.SearchStrategy[Sequence[Quote]]:
    """The quotes of any article."""
    return articles_with_quotes().map(lambda pair: pair[1])


def _quotes(article: Article, quote_id: str) -> st.SearchStrategy[Quote]:
    return st.builds(
        Quote,
        id=st.just(quote_id),
        article_id=st.just(article.id),
        title=st.just(article.title),
        date=st.just(article.date),
        url=st.just(article.url),
        publisher=st.just(article.publisher),
        kind=st.sampled_from(["direct", "mixed", "indirect"]),
        act=st.sampled_from(["speech", "thought"]),
        text=st.text(max_size=30),
        content=_spans(article.text, least=1),
        cue=_spans(article.text),
        source=_spans(article.text),
        cue_text=st.none() | _names,
        source_text=st.none() | _names,
        speaker=st.none() | _speakers,
        role=st.none() | _names,
        affiliation=st.none() | _names,
        office=st.none() | _names,
        via=st.none() | _names,
        said_on=_days,
        confidence=st.floats(0, 1),
    )


def _spans(text: str, *, least: int = 0) -> st.SearchStrategy[tuple[Offsets, ...]]:
    """Spans in the text, in their order; anywhere where there is none."""
    ends = st.lists(
        st.integers(0, len(text) or 99), min_size=2 * least, max_size=6, unique=True
    ).map(sorted)
    return ends.map(lambda some: tuple(zip(some[::2], some[1::2], strict=False)))


_SQLITE_INDEX = (
    ("TRIGGER", "quotes_inserted"),
    ("TRIGGER", "quotes_deleted"),
    ("TABLE", "quotes_fts"),
    ("VIEW", "quote_words"),
)
_FIRST_TALLIES = (
    *("tally_speaker", "tally_publisher_day"),
    *("tally_speaker_day", "tally_speaker_publisher"),
)
_UNDONE = {
    "0013": (
        *("DROP TABLE tally_day", "DROP TABLE same_words", "DROP INDEX quotes_words"),
        "DROP INDEX quotes_speaker",
        "CREATE INDEX quotes_speaker ON quotes (speaker_id, day DESC)",
    ),
    "0012": (
        *(f"DROP INDEX quotes_{name}" for name in ("role", "via", "said_on", "sureness")),
        "DROP INDEX tally_speaker_many",
        *("DROP TABLE tally_month", "DROP TABLE tally_publisher"),
    ),
    "0011": ("DROP TABLE verdicts", "DROP TABLE calibrations"),
    "0009": (
        *(f"DROP TABLE {name}" for name in _FIRST_TALLIES),
        "DROP INDEX articles_publisher",
        "ALTER TABLE quotes DROP COLUMN folded_names",
        "ALTER TABLE quotes DROP COLUMN folded_title",
    ),
    "0008": ("ALTER TABLE speakers DROP COLUMN wikidata",),
    "0007": ("DROP TABLE article_keys", "DROP TABLE article_places"),
}
"""Statements that take back each revision, the last first."""


def go_back(place: Any, revision: str, *statements: str) -> None:
    """Undo what later revisions did to a database, by its path or its URL, run the statements, and
    let it bear this revision. (The full-text index is made anew when it is opened.)"""
    dropped = (f"DROP {kind} {name}" for kind, name in _SQLITE_INDEX if isinstance(place, Path))
    undone = (one for later, some in _UNDONE.items() if later > revision for one in some)
    named = f"UPDATE alembic_version SET version_num = '{revision}'"
    run_sql(place, *dropped, *undone, *statements, named)
