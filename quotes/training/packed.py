"""Gzipped text, line by line."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a gzipped UTF-8 file, without their ends."""
    with gzip.open(path, "rt", encoding="utf8") as handle:
        for line in handle:
            yield line.rstrip("\n")
