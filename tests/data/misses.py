"""Rows of tests/data/sentences.py that the shipped model does not read right, by their start."""

from __future__ import annotations

MISSES = frozenset(
    [
        'Peter Lang said: "We expect a good harve',
        "“The test was a success,” said Yuki Tana",
        "The glacier, according to geologist Nils",
        "The army said the village had been taken",
        "Police said the driver had admitted that",
        "The ministry rejected the report, saying",
        '"We are ready,"said Noor Haddad. "We lea',
        "It is said that the tower leans a little",
    ]
)
