"""Facts of an article that components may know besides its text: title and date.

Kept on the Doc as plain values under a key of our own, so that `Doc.to_bytes` works and no other
program's `user_data` is taken for ours.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spacy.tokens import Doc

KEY = "quotes_article"


@dataclass(frozen=True)
class Context:
    """The article's title and day of publication, as far as they are known."""

    title: str | None = None
    date: dt.date | None = None


def set_context(doc: Doc, *, title: str | None = None, date: dt.date | None = None) -> None:
    """Tell the components that run over this Doc."""
    doc.user_data[KEY] = {"title": title, "date": date.isoformat() if date else None}


def context_of(doc: Doc) -> Context:
    """The context that was set for this Doc; an empty one where none was."""
    values = doc.user_data.get(KEY) or {}
    day = values.get("date")
    return Context(values.get("title"), dt.date.fromisoformat(day) if day else None)
