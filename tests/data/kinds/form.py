"""The rows of the tables of kinds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """The right speaker of the statement that has these words.

    `content` is a part of one statement and is in the text once; `names` are the right names, None
    among them where to leave it open is right too; `roles` are all right roles, `via` who passed
    the statement on, both empty where not asked.
    """

    content: str
    names: tuple[str | None, ...]
    roles: tuple[str | None, ...] = ()
    via: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Row:
    """A text and who says what in it."""

    kind: str
    text: str
    said: tuple[Said, ...]
