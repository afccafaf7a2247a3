"""YAML front matter: the block between two lines of "---" at the very start of a file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from quotes.reading.dates import FIRST_YEAR, parse_date

TITLE_KEYS = ("title", "headline")
DATE_KEYS = ("date", "published", "datepublished", "publishdate", "publishedat", "pubdate")
BYLINE_KEYS = ("byline", "author", "authors")
URL_KEYS = ("url", "originalurl", "canonicalurl", "sourceurl", "link", "permalink", "source")
PUBLISHER_KEYS = ("publisher", "sitename", "site", "publication", "outlet", "newspaper")

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.M)
_MOST = 20_000  # characters; a longer block is no front matter
_LARGEST = 10**15


@dataclass(frozen=True)
class FrontMatter:
    """What the block says, by normalised key, and where the article's own text begins."""

    values: dict[str, Any]
    end: int

    def words(self, keys: tuple[str, ...]) -> str | None:
        """The first of the keys that has words, as one line; a list is joined by commas."""
        for key in keys:
            line = _line(self.values.get(key))
            if line:
                return line
        return None

    def date(self) -> dt.date | None:
        """The day of publication, if one of DATE_KEYS gives a full and unambiguous one."""
        days = (_day(self.values.get(key)) for key in DATE_KEYS)
        return next((day for day in days if day), None)

    def url(self) -> str | None:
        """The first of URL_KEYS that holds a web address."""
        values = (self.words((key,)) for key in URL_KEYS)
        return next(
            (url for url in values if url and url.startswith(("http://", "https://"))), None
        )


NO_FRONT_MATTER = FrontMatter({}, 0)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the start of the text; an empty one if there is none that is valid."""
    match = _BLOCK.match(text[:_MOST])
    if not match:
        return NO_FRONT_MATTER
    values = _load(match.group(1))
    if not isinstance(values, dict):
        return NO_FRONT_MATTER
    return FrontMatter({_plain(key): value for key, value in values.items()}, match.end())


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


def _plain(key: object) -> str:
    """publish_date, publish-date and PublishDate are one key."""
    return re.sub(r"[\s_-]", "", str(key)).lower() if isinstance(key, str) else ""


def _line(value: object) -> str | None:
    """The words of a value, or of a list of them; lists within lists may hold themselves."""
    items = value[:20] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_words, items))) or None


def _words(value: object) -> str:
    if isinstance(value, int) and abs(value) > _LARGEST:  # which Python may refuse to write out
        return ""
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(str(value).split()) if plain else ""


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value if value.year >= FIRST_YEAR else None
    return parse_date(value) if isinstance(value, str) else None
