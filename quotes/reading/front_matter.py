"""YAML front matter: the block between two lines of "---" at the very start of a file."""

from __future__ import annotations

import re
from typing import Any

from quotes.reading.drafts import Metadata
from quotes.reading.fields import field_metadata

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.M)
_MOST = 20_000  # characters; a longer block is no front matter


def read_front_matter(text: str) -> tuple[Metadata, int]:
    """The facts of the front matter at the start of a text, and where the text itself begins; none
    and 0 where there is no valid one."""
    match = _BLOCK.match(text[:_MOST])
    values = _load(match.group(1)) if match else None
    if match is None or not isinstance(values, dict):
        return Metadata(), 0
    named = {key: value for key, value in values.items() if isinstance(key, str)}
    return field_metadata(named, place="front matter"), match.end()


def _load(block: str) -> Any:
    import yaml

    try:
        if "<<" in block:  # maps that take in each other grow without end
            return yaml.load(block, Loader=yaml.BaseLoader)
        try:
            return yaml.safe_load(block)
        except yaml.YAMLError:
            return None
        except Exception:  # a day such as 2020-13-45, or !!bool of a word: the other lines are good
            return yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):  # not YAML, or brackets nested without end
        return None
