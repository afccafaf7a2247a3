"""How a person reads a text that is not clean, with the way back to every character of it."""

from __future__ import annotations

from quotes.view.blocks import block_spans
from quotes.view.edits import Edit, View
from quotes.view.legible import legible

__all__ = ["Edit", "View", "block_spans", "legible"]
