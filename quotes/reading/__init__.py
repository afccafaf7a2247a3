"""Reading: files, folders and standard input become Articles, or Failures that say why not."""

from __future__ import annotations

from quotes.reading.articles import Overrides, read_article, read_inputs, read_paths
from quotes.reading.inputs import Failure, Input, find_inputs

__all__ = [
    "Failure",
    "Input",
    "Overrides",
    "find_inputs",
    "read_article",
    "read_inputs",
    "read_paths",
]
