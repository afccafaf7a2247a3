"""Quotes compared as far as processors agree: all fields, and the confidence nearly.

Processors round otherwise, which turns a few sample quotes that are nearly even. What one with AVX2
alone finds, where it is not what stands in tests/golden and exports/, is in tests/golden/otherwise.
Either must be met in all its fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

OTHERWISE = Path(__file__).parent / "golden" / "otherwise"

Rows = Sequence[Mapping[str, Any]]


def assert_same_quotes(found: Rows, *known: Rows) -> None:
    """The rows are one of those that are known. Confidences may differ by a few hundredths."""
    mine, sure = _apart(found)
    same = [confidences for rows, confidences in map(_apart, known) if rows == mine]
    assert same, mine
    assert any(sure == pytest.approx(confidences, abs=0.05) for confidences in same)


def _apart(rows: Rows) -> tuple[list[dict[str, Any]], list[float]]:
    """The rows without their confidences, and those."""
    others = [{name: row[name] for name in row if name != "confidence"} for row in rows]
    return others, [float(row["confidence"]) for row in rows]
