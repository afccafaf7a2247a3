"""The label sets of the model's heads, in the order of its outputs."""

from __future__ import annotations

from collections.abc import Sequence

ROLES = ("source", "cue", "content")
NAMES = ("PER", "ORG", "LOC", "MISC")


def bio(kinds: Sequence[str]) -> tuple[str, ...]:
    """("O", "B-x", "I-x", "B-y", …): outside, then begin and inside of each kind."""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))


ROLE_LABELS = bio(ROLES)
NAME_LABELS = bio(NAMES)
DESCRIPTION_LABELS = bio(("description",))
VIA_LABELS = bio(("via",))
TYPES = ("person", "unnamed_person", "organization", "group", "document", "none")

# Penn Treebank tags as UD English and CoreNLP use them
TAGS = (
    "``", "''", ",", ".", ":", "-LRB-", "-RRB-", "#", "$", "HYPH", "NFP", "ADD", "AFX",
    "CC", "CD", "DT", "EX", "FW", "GW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP",
    "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH",
    "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX",
)  # fmt: skip
