"""Quotes compared as far as processors agree: all fields, and the confidence nearly."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest


def assert_same_quotes(found: Sequence[str], wanted: Sequence[str]) -> None:
    """Both are JSON lines of Quotes. Confidences may differ by a few hundredths."""
    mine, theirs = ([json.loads(line) for line in lines] for lines in (found, wanted))
    sure = [[row.pop("confidence") for row in rows] for rows in (mine, theirs)]
    assert mine == theirs
    assert sure[0] == pytest.approx(sure[1], abs=0.05)
