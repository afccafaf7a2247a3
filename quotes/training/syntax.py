"""Dependency relations, coarse enough that UD 1 (CoreNLP) and UD 2 (the treebanks) agree on them.

The net learns heads and relations beside the rest and throws them away: where a clause and a
noun phrase end is what the edges of contents and sources hang on.
"""

from __future__ import annotations

CLASSES = {
    "root": ("root",),
    "subject": ("nsubj", "nsubjpass", "csubj", "csubjpass"),
    "object": ("obj", "dobj", "iobj"),
    "clause": ("ccomp", "xcomp"),
    "aside": ("parataxis", "discourse", "vocative", "dislocated"),
    "apposition": ("appos",),
    "relative": ("acl", "advcl"),
    "oblique": ("nmod", "obl"),
    "name": ("compound", "flat", "name", "fixed", "mwe", "goeswith"),
    "modifier": ("amod", "advmod", "nummod", "det", "neg", "npmod", "tmod", "expl"),
    "function": ("case", "mark", "aux", "auxpass", "cop", "cc"),
    "conjunct": ("conj",),
    "mark": ("punct",),
}
RELATIONS = (*CLASSES, "other")
_CLASS = {relation: name for name, relations in CLASSES.items() for relation in relations}


def coarse(relation: str) -> int:
    """The number in RELATIONS of a relation of UD; subtypes fall away."""
    return RELATIONS.index(_CLASS.get(relation.split(":")[0], "other"))
