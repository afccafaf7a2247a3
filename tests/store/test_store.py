"""The classes that `Store` is made of."""

from __future__ import annotations

from collections import Counter

from quotes.store import Store


def test_each_method_stands_in_one_class_only() -> None:
    """Of two with one name Python would take the first and drop the other without a word."""
    names = [name for part in Store.__mro__[1:-1] for name in vars(part) if name[0] != "_"]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert {"add", "quotes", "count", "speakers", "fix", "backup", "close"} <= set(names)


def test_every_public_method_is_explained() -> None:
    names = [name for name in dir(Store) if not name.startswith("_")]
    assert [name for name in names if not getattr(Store, name).__doc__] == []
