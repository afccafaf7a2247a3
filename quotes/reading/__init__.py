"""Reading: files, folders and standard input become Articles, or Failures that say why not."""

from __future__ import annotations

from quotes.reading.articles import Overrides, Reading, read_article, read_input, read_paths
from quotes.reading.fields import FieldMap
from quotes.reading.inputs import Choice, Failure, Input, Skipped, find_inputs

__all__ = [
    "Choice",
    "Failure",
    "FieldMap",
    "Input",
    "Overrides",
    "Reading",
    "Skipped",
    "find_inputs",
    "read_article",
    "read_input",
    "read_paths",
]
