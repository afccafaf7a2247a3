"""Facts in the head of a page: meta tags of all habits, and the canonical address."""

from __future__ import annotations

import re
from typing import Any

from quotes.reading.drafts import Metadata
from quotes.reading.furniture import is_headline
from quotes.reading.keys import KEYS, plain_key
from quotes.reading.values import day_of, names_of, words_of


def meta_metadata(tree: Any) -> Metadata:
    """The tags that most systems set; a name that is an address is none."""
    tags = _tags(tree)
    publisher = next((tags[key][0] for key in KEYS["publisher"] if key in tags), None)
    titles = (without_site(tags[key][0], publisher) for key in KEYS["title"] if key in tags)
    days = (day_of(value) for key in KEYS["date"] for value in tags.get(key, ()))
    names = (names_of(tags.get(key)) for key in KEYS["byline"])
    return Metadata.found(
        "meta tag",
        title=next((title for title in titles if title != publisher and is_headline(title)), None),
        date=next((day for day in days if day), None),
        byline=next((name for name in names if name), None),
        url=_address(tree, tags),
        publisher=publisher,
    )


def without_site(title: str, site: str | None) -> str:
    """A title without the name of the site, which stands behind or before a mark."""
    for mark in (" | ", " – ", " — ", " - ", " :: ", " » ", " · "):
        for part in (title.rpartition(mark)[2], title.partition(mark)[0]):
            if site and mark in title and _plain(part) == _plain(site):
                return title.removesuffix(mark + part).removeprefix(part + mark).strip()
    return title


def _plain(words: str) -> str:
    return re.sub(r"\W|^the\b", "", words.lower())


def _tags(tree: Any) -> dict[str, list[str]]:
    """Values by the name's letters, in the order of the page."""
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        value = words_of(tag.get("content"))
        if name and value:
            tags.setdefault(plain_key(name), []).append(value)
    return tags


def _address(tree: Any, tags: dict[str, list[str]]) -> str | None:
    links = [link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"]
    marked = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "url" in (link.get("itemprop") or "")
    ]
    wanted = [*links, *marked, *(url for key in KEYS["url"] for url in tags.get(key, ()))]
    return next((url.strip() for url in wanted if url.startswith("http")), None)
