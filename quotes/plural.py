"""Numbers of things in words, for whoever reads messages."""

from __future__ import annotations


def number_of(count: int, thing: str) -> str:
    """So many things.

    >>> number_of(1, "quote"), number_of(12, "article")
    ('1 quote', '12 articles')
    """
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
