"""Days as people give them."""

from __future__ import annotations

import datetime as dt
import re

from quotes.errors import UsageError


def parse_day(words: str) -> dt.date:
    """A day given as YYYY-MM-DD; raises UsageError for anything else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return dt.date.fromisoformat(words)
        except ValueError:
            pass
    raise UsageError(f"'{words}' is no day: give it as YYYY-MM-DD, such as 2020-11-21")
