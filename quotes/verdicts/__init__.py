"""Verdicts: what a person said of a quote, right or how it should be, and how that lasts.

    records.py    a Verdict, and the Anchor by which its words are found again
    plain.py      a text without what differs between two printings of the same words
    anchors.py    words → where they stand in an article, also in a changed one
    applying.py   what a model found in an article, and the verdicts on it → its quotes
    editing.py    a quote and what of it should be otherwise → the Verdict
    sheets.py     the rows of an edited table → what was changed in them
    agreement.py  verdicts → how often what was found is right, and the confidence fitted to them

Nothing here reads or writes a database: `quotes.store.write.verdicts` does.
"""
