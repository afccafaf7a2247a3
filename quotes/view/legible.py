"""Dirt of all kinds taken out of a text, so that it is read as a person reads it.

The article's text itself stays as it is: what is found in the view is looked up in it.
"""

from __future__ import annotations

from quotes.view.blocks import block_edits
from quotes.view.characters import character_edits
from quotes.view.edits import Edit, View
from quotes.view.lines import hyphen_edits, wrap_edits
from quotes.view.long import run_edits, word_edits
from quotes.view.mojibake import mojibake_edits
from quotes.view.spaces import missing_spaces, space_edits

_FINDERS = (
    *(run_edits, word_edits, mojibake_edits, character_edits),
    *(block_edits, hyphen_edits, wrap_edits, space_edits),
)


def legible(text: str) -> View:
    """The text as a person reads it. Linear in its length; a clean text is its own view.

    In this order: runs without end are made short, garbled encodings put right, invisible
    characters left out, ligatures and odd spaces written plainly, block quotes of Markdown set in
    quotation marks, words that a line's end divides and lines that a column's width broke put
    together, one space taken for two, and spaces set where one sentence runs into the next.
    """
    view = View(text)
    for find in _FINDERS:
        view = view.edited(find(view.text))
    return view.edited(Edit(place, place, " ") for place in missing_spaces(view.text))
