"""Rows of tests/data/sentences.py that the shipped model does not read right, by their start."""

from __future__ import annotations

MISSES = frozenset(
    [
        'Peter Lang said: "We expect a good harve',
        "Police said the driver had admitted that",
        "The ministry rejected the report, saying",
        "It is said that the tower leans a little",
        '"The pipeline is repaired," Reuters quot',
        "Unless the union says that it agrees, th",
        "The mayor never said that taxes would ri",
    ]
)
