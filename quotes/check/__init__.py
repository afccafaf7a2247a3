"""A draft's quotations beside the words that are stored: pure decisions on what was done to them.

    draft → quotations with who is given them → beside each stored text → a verdict

The store finds the texts (`quotes.store.query.drafts`); nothing here asks it.
"""

from typing import TYPE_CHECKING

from quotes.lazily import lazily

if TYPE_CHECKING:
    from quotes.check.alignment import align
    from quotes.check.quotations import quotations_of
    from quotes.check.records import Checked, Difference, LeftOut, Place, Quotation
    from quotes.check.verdict import Source, judge
    from quotes.check.words import read_draft, read_place

__all__ = [
    "Checked",
    "Difference",
    "LeftOut",
    "Place",
    "Quotation",
    "Source",
    "align",
    "judge",
    "quotations_of",
    "read_draft",
    "read_place",
]

_HOMES = {
    "Checked": "quotes.check.records",
    "Difference": "quotes.check.records",
    "LeftOut": "quotes.check.records",
    "Place": "quotes.check.records",
    "Quotation": "quotes.check.records",
    "Source": "quotes.check.verdict",
    "align": "quotes.check.alignment",
    "judge": "quotes.check.verdict",
    "quotations_of": "quotes.check.quotations",
    "read_draft": "quotes.check.words",
    "read_place": "quotes.check.words",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)
