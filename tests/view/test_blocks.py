"""Block quotes in Markdown: read in marks where it is told whose words they are."""

from __future__ import annotations

import pytest

from quotes.view import legible


@pytest.mark.parametrize(
    ("text", "read", "said"),
    [
        ("> It leaks.\n> — Runa Feld", "“It leaks.”\n— Runa Feld", "It leaks."),
        ("> It leaks.\n>\n> -- Runa Feld\n", "“It leaks.”\n-- Runa Feld\n", "It leaks."),
        ("> It leaks.\n\n~ Runa Feld, smith\n", "“It leaks.”\n~ Runa Feld, smith\n", "It leaks."),
        ("> It leaks.\n– Runa Feld", "“It leaks.”\n– Runa Feld", "It leaks."),
        ("> It leaks. — Runa Feld", "“It leaks.”\n— Runa Feld", "It leaks."),
        ("> “It leaks.”\n> — Runa Feld", "“It leaks.”\n— Runa Feld", "“It leaks.”"),
        ("> It leaks.\n> — Runa Feld\n>\n", "“It leaks.”\n— Runa Feld\n>\n", "It leaks."),
        (">> It leaks.\n>> — Runa Feld", "“It leaks.”\n— Runa Feld", "It leaks."),
        ("Feld wrote:\n> It leaks.\nIt did.", "Feld wrote:\n“It leaks.”\nIt did.", "It leaks."),
        ("> It\n> leaks.\n> — Runa Feld", "“It\nleaks.”\n— Runa Feld", "It\n> leaks."),
    ],
)  # fmt: skip
def test_told_blocks_are_read_in_marks(text: str, read: str, said: str) -> None:
    view = legible(text)
    assert view.text == read
    start, end = view.original(read.index("“"), read.index("”") + 1)
    assert text[start:end] == said


def test_each_paragraph_is_opened_anew() -> None:
    text = "> It leaks.\n>\n> It rusts.\n> — Runa Feld"
    assert legible(text).text == "“It leaks.\n\n“It rusts.”\n— Runa Feld"


@pytest.mark.parametrize(
    "text",
    [
        "> It leaks.\n\nSo it did.",
        "> It leaks.\n> - and drips",
        "> Bring:\n> - Oil\n> - Tar",
        "> It leaks.\n\n- Oil: two cans",
        "> It leaks.\n\n\n— Runa Feld",
        "> — Runa Feld",
        "It is so:\n\n> It leaks.",
        "It leaks > it drips.\n— Runa Feld",
        ">\n>\n",
    ],
)
def test_others_stay(text: str) -> None:
    assert legible(text).text == text
