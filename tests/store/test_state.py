"""The state of a store tells whether anything was written."""

from __future__ import annotations

from pathlib import Path

from quotes.store import Store

from .build import make_article, make_quote


def test_the_state_is_another_one_after_each_write(place: str | Path) -> None:
    article = make_article()
    with Store(place) as writer, Store(place, read_only=True) as reader:
        states = [reader.state()]
        writer.add(article, [make_quote(article)])
        states.append(reader.state())
        assert writer.state() == states[-1]
        assert reader.quotes()
        assert reader.state() == states[-1]
        writer.remove(article=article.id)
        states.append(reader.state())
    assert len(set(states)) == len(states)
