"""Quotes to files and frames. Back from files: quotes.export.back, which needs the readers.

All is imported on first use: who prints a table needs none of the formats.
"""

from typing import TYPE_CHECKING

from quotes.lazily import lazily

if TYPE_CHECKING:
    from quotes.export.flat import flat_row
    from quotes.export.formats import FORMATS, check_target, export, format_of
    from quotes.export.frame import to_frame
    from quotes.export.how import How

__all__ = ["FORMATS", "How", "check_target", "export", "flat_row", "format_of", "to_frame"]

_HOMES = {
    "FORMATS": "quotes.export.formats",
    "How": "quotes.export.how",
    "check_target": "quotes.export.formats",
    "export": "quotes.export.formats",
    "flat_row": "quotes.export.flat",
    "format_of": "quotes.export.formats",
    "to_frame": "quotes.export.frame",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)
