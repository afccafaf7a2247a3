"""A small store for the pages: several speakers, outlets and days, one saying in two outlets,
something not said, something thought, somebody unknown, and an article full of hostile markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from quotes.records import Article, Quote, Speaker, join_pieces, quote_id
from quotes.store import Store

Place = TypeVar("Place", str, Path)

MOREAU = Speaker(name="Ada Moreau")
BERG = Speaker(name="Nils Berg")
COUNCIL = Speaker(name="Harbour Council", type="organization")

EVIL = "<script>document.title='run'</script>"
EVIL_IMAGE = "<img src=http://evil.invalid/x.png onerror=alert(1)>"
HOSTILE = 'hostile/"><script>alert(1)</script>&amp;?#%00.html'
"""The id of the hostile article."""

_ARTICLES = {
    "bridge.html": Article(
        id="bridge.html",
        title="Bridge opens in May",
        date=dt.date(2021, 3, 1),
        publisher="The Courier",
        byline="Jo Reed",
        url="https://courier.example/bridge",
        text=(
            "“The bridge will open in May, whatever the winter storms bring to the harbour,” "
            "Mayor Ada Moreau said on Monday.\n\nNils Berg, an engineer, said the pillars are "
            "sound. “Not one crack,” he added.\n\nThe Harbour Council did not say that the toll "
            "would rise.\n"
        ),
    ),
    "toll.html": Article(
        id="toll.html",
        title="Toll stays",
        date=dt.date(2021, 3, 4),
        publisher="Evening Post",
        url="https://post.example/toll#top",
        text=(
            "“The bridge will open in May, whatever the winter storms bring to the harbour,” "
            "said Ada Moreau, the mayor.\n\n“The toll stays at two crowns,” the Harbour Council "
            "said, according to the Post.\n\nBerg believes the ferry will be missed.\n"
        ),
    ),
    "ferry.txt": Article(
        id="ferry.txt",
        title="Last ferry",
        publisher="The Courier",
        text="“I shall miss the ferry,” said a passenger. “So will my dog,” Ada Moreau said.\n",
    ),
    HOSTILE: Article(
        id=HOSTILE,
        title=f"{EVIL}{{{{ 7*7 }}}}",
        date=dt.date(2021, 4, 13),
        publisher=f"{EVIL_IMAGE} Gazette",
        byline=EVIL,
        url="javascript:alert(1)",
        text=f"“Vote {EVIL} for {EVIL_IMAGE} the bridge” said =cmd|'/c calc'!A1 {EVIL}.\n",
    ),
}

_SAID: list[tuple[str, str, dict[str, Any]]] = [
    (
        "bridge.html",
        "“The bridge will open in May, whatever the winter storms bring to the harbour,”",
        {"speaker": MOREAU, "role": "Mayor", "confidence": 0.97, "said_on": dt.date(2021, 3, 1)},
    ),
    (
        "bridge.html",
        "the pillars are sound",
        {"speaker": BERG, "role": "an engineer", "kind": "indirect", "confidence": 0.81},
    ),
    ("bridge.html", "“Not one crack,”", {"speaker": BERG, "confidence": 0.88}),
    (
        "bridge.html",
        "that the toll would rise",
        {
            "speaker": COUNCIL,
            "kind": "indirect",
            "factuality": "negated",
            "confidence": 0.7,
        },
    ),
    (
        "toll.html",
        "“The bridge will open in May, whatever the winter storms bring to the harbour,”",
        {"speaker": MOREAU, "role": "the mayor", "confidence": 0.95},
    ),
    (
        "toll.html",
        "“The toll stays at two crowns,”",
        {"speaker": COUNCIL, "via": "the Post", "confidence": 0.9},
    ),
    (
        "toll.html",
        "the ferry will be missed",
        {"speaker": BERG, "kind": "indirect", "act": "thought", "confidence": 0.6},
    ),
    (
        "ferry.txt",
        "“I shall miss the ferry,”",
        {"source_text": "a passenger", "confidence": 0.45},
    ),
    ("ferry.txt", "“So will my dog,”", {"speaker": MOREAU, "confidence": 0.92}),
    (
        HOSTILE,
        f"“Vote {EVIL} for {EVIL_IMAGE} the bridge”",
        {
            "speaker": Speaker(name=f"=cmd|'/c calc'!A1 {EVIL}"),
            "role": EVIL_IMAGE,
            "via": EVIL,
            "confidence": 0.5,
        },
    ),
]


def newsroom_articles() -> Iterator[tuple[Article, list[Quote]]]:
    """Each article with its quotes."""
    for article in _ARTICLES.values():
        said = [(words, facts) for id, words, facts in _SAID if id == article.id]
        yield article, [quote_in(article, words, **facts) for words, facts in said]


def make_newsroom(place: Place) -> Place:
    """A store of them in a new file, or in the database of a URL; returns the place."""
    with Store(place) as store:
        for article, found in newsroom_articles():
            store.add(article, found)
    return place


def quote_in(article: Article, *words: str, **facts: Any) -> Quote:
    """A direct quote of these pieces of an article's text, with what else is said of it."""
    starts = [article.text.index(piece) for piece in words]
    content = tuple((at, at + len(piece)) for at, piece in zip(starts, words, strict=True))
    values = {"kind": "direct", "act": "speech", "confidence": 0.8, **facts}
    return Quote(
        id=quote_id(article.id, content, values["kind"]),
        article_id=article.id,
        text=join_pieces(article.text, content) or "",
        content=content,
        **article.model_dump(include={"title", "date", "url", "publisher"}),
        **values,
    )
