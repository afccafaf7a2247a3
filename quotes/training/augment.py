"""Other ways to print the same article, so that the model does not lean on one house style.

Every change is character for character, so that all offsets stay right.
"""

from __future__ import annotations

import random
from dataclasses import replace

from quotes.training.corpora import Annotated

STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
SINGLE = str.maketrans("“”„«»", "‘’‘‘’")
STRAIGHT_SINGLE = str.maketrans('“”„«»"‘’', "''''''''")
UNCLOSED = str.maketrans("”»", "  ")
STYLES = ((STRAIGHT, 0.12), (SINGLE, 0.06), (STRAIGHT_SINGLE, 0.04), (UNCLOSED, 0.05))


def restyled(source: Annotated, dice: random.Random) -> Annotated:
    """The same text with other quotation marks, or, most of the time, as it is."""
    chance = dice.random()
    for table, share in STYLES:
        if chance < share:
            return replace(source, text=source.text.translate(table))
        chance -= share
    return source
