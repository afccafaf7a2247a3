"""Quotes to files and frames. Back from files: quotes.export.back, which needs the readers."""

from quotes.export.flat import flat_row
from quotes.export.formats import FORMATS, export, format_of
from quotes.export.frame import to_frame
from quotes.export.how import How

__all__ = ["FORMATS", "How", "export", "flat_row", "format_of", "to_frame"]
