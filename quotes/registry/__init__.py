"""People that are known beforehand, with their spellings and dated offices, and bodies.

The built-in entries stand in `quotes/data/speakers.toml`, which documents its form, and in a table
of office holders all over the world (`officeholders.py`); a user's own file of the form of the
former adds to them. `check.py` says what in such files is wrong or doubtful.
"""

from __future__ import annotations

from quotes.registry.entries import Gender, Office, Organization, Person, fold, fold_words
from quotes.registry.index import Registry
from quotes.registry.load import chosen_file, load_registry

__all__ = [
    "Gender",
    "Office",
    "Organization",
    "Person",
    "Registry",
    "chosen_file",
    "fold",
    "fold_words",
    "load_registry",
]
