"""Databases as earlier versions left them: they open, nothing is lost.

Each file of `released/` was written by the version whose schema it bears, with one article of
tests.store.build and its quote in it.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from quotes.store import Store
from quotes.store.schema.upgrading import REVISIONS

from .build import go_back, make_article, make_quote

RELEASED = Path(__file__).parent / "released"


def test_every_earlier_schema_is_kept() -> None:
    assert {path.name.split(".")[0] for path in RELEASED.iterdir()} == set(REVISIONS[:-1])


@pytest.mark.parametrize("revision", REVISIONS[:-1])
@pytest.mark.parametrize("read_only", [True, False])
def test_it_opens_and_nothing_is_lost(path: Path, revision: str, read_only: bool) -> None:
    path.write_bytes(gzip.decompress((RELEASED / f"{revision}.db.gz").read_bytes()))
    article = make_article()
    with Store(path, read_only=read_only) as store:
        assert store.quotes() == [make_quote(article)]
        assert [hit.quote.id for hit in store.search("bridge")] == [make_quote(article).id]
    with Store(path) as store:
        anew = make_quote(article, factuality="negated", affiliation="Rivertown", office="Mayor")
        assert store.add(article, [anew]) == "replaced"
        assert store.quotes() == []
        assert store.quotes(factuality="all") == [anew]


def test_what_came_before_places_is_known_again(place: Any) -> None:
    """By its text and its address, in a database of either kind."""
    article = make_article(url="https://paper.example/bridge")
    with Store(place) as store:
        store.add(article, [make_quote(article)])
    go_back(place, "0006")
    moved = make_article("moved.txt", place="/news/moved.txt")
    later = make_article("x.txt", url=article.url, place="/x.txt", text="The bridge is shut.")
    with Store(place) as store:
        assert store.quotes() == [make_quote(article)]
        assert [store.identify(one).id for one in (moved, later)] == [article.id] * 2
        assert store.add(store.identify(later), []) == "replaced"


def test_versions_of_a_story_stored_before_are_found(place: Any) -> None:
    """Keys that an older version wrote are replaced, but for what still waits for its own."""
    words = " ".join(f"word{number}" for number in range(80))
    with Store(place) as store:
        store.add(make_article("first.txt", text=words), [])
        store.load([(make_article("waiting.txt", text=words.upper()), [])])
    go_back(place, "0009", "UPDATE story_keys SET key = -key")
    with Store(place) as store:
        store.add(make_article("copy.txt", text=f"ELMFORD (Wire) - {words}"), [])
        found = {one.id: (one.versions, one.version_of) for one in store.articles()}
    assert found == {"first.txt": (2, "copy.txt"), "copy.txt": (2, None), "waiting.txt": (1, None)}


def test_a_damaged_text_is_no_hindrance(path: Path) -> None:
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
    go_back(path, "0009", "UPDATE articles SET text = CAST(X'FFFE' AS TEXT)")
    with Store(path) as store:
        assert store.count() == 1
