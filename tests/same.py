"""Quotes compared as far as processors agree: all fields, and the confidence nearly.

Processors round otherwise, which turns what is nearly even. What stands in tests/golden, exports/
and the README was found by one that multiplies small integers in one step (VNNI); with any other
nine in ten of the quotes have to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

Rows = Sequence[Mapping[str, Any]]

_ABOUT = Path("/proc/cpuinfo")
EXACT = _ABOUT.exists() and re.search(r"\bavx(?:512)?_vnni\b", _ABOUT.read_text()) is not None
"""True if this processor rounds as the one did that found what is known."""

LEAST = 0.9
"""Of the quotes of both together, how many another processor has to find alike."""


def assert_same_quotes(found: Rows, known: Rows) -> None:
    """The rows are those that are known. Confidences may differ by a few hundredths."""
    mine, theirs = [_apart(row) for row in found], [_apart(row) for row in known]
    if not EXACT:
        alike = sum(row in theirs for row in mine) + sum(row in mine for row in theirs)
        assert alike >= LEAST * (len(mine) + len(theirs)), mine
        return
    assert mine == theirs
    sure = [float(row["confidence"]) for row in found]
    assert sure == pytest.approx([float(row["confidence"]) for row in known], abs=0.05)


def _apart(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without its confidence."""
    return {name: row[name] for name in row if name != "confidence"}
