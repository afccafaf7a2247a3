"""spaCy's own commands (`spacy download`, `spacy train`), which it imports with itself for the sake
of `spacy.info`: two clients of the web and a third of its start, and nothing of it is used here."""

from __future__ import annotations

import sys
from types import ModuleType

INFO = "spacy.cli.info"
"""The module by which spaCy imports all of them."""


def leave_out_spacy_commands() -> None:
    """Let spaCy, where this process imports it later, start without its own commands.

    For a process of a command only: `spacy.info` is None in it, and `spacy.cli` is there only once
    it is imported by name.
    """
    if "spacy" not in sys.modules:
        stand_in = ModuleType(INFO)
        vars(stand_in)["info"] = None
        sys.modules[INFO] = stand_in
