"""Quotes to files and frames."""

from quotes.export.flat import flat_row
from quotes.export.formats import FORMATS, export
from quotes.export.frame import to_frame

__all__ = ["FORMATS", "export", "flat_row", "to_frame"]
