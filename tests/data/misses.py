"""Rows of tests/data/sentences.py that the shipped model does not read right, by their start."""

from __future__ import annotations

MISSES = frozenset(
    [
        'Peter Lang said: "We expect a good harve',
        "Reporter: Will you run again?\n\nThe mayor",
        "Police said the driver had admitted that",
        "The ministry rejected the report, saying",
        '"The pipeline is repaired," Reuters quot',
        "It is said that the tower leans a little",
        "Unless the union says that it agrees, th",
    ]
)
