"""What a page says in its head: meta tags of all habits, and the canonical address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from quotes.reading.drafts import Metadata
from quotes.reading.rows import day_of, words_of

TITLES: tuple[str, ...] = (
    *("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"),
    *("dcterms.title", "dc:title", "headline", "title"),
)
DATES: tuple[str, ...] = (
    *("article:published_time", "article:published", "og:published_time", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date"),
    *("dcterms.date", "dcterms.created", "dc.date.created", "dc:date", "dc:issued"),
    *("publish-date", "publish_date", "publication_date", "pubdate", "article.published", "date"),
)
BYLINES: tuple[str, ...] = (
    *("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
    *("dc:creator", "byl", "article:author", "og:article:author", "citation_author"),
)
PUBLISHERS: tuple[str, ...] = (
    *("og:site_name", "dc.publisher", "dcterms.publisher", "dc:publisher", "publisher"),
    *("application-name", "apple-mobile-web-app-title"),
)

ADDRESSES = ("og:url", "parsely-link", "dc.identifier", "dcterms.identifier", "dc:identifier")


def meta_metadata(tree: Any) -> Metadata:
    """The tags that most systems set; a name that is an address is none."""
    tags = _tags(tree)
    publisher = _first(tags, PUBLISHERS)
    title = _first(tags, TITLES)
    days = (day_of(value) for key in DATES for value in tags.get(key, ()))
    return Metadata.found(
        "meta tag",
        title=without_site(title, publisher) if title else None,
        date=next((day for day in days if day), None),
        byline=_all(tags, BYLINES),
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
    """Values by lower-case name, in the order of the page."""
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        value = words_of(tag.get("content"))
        if name and value:
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _first(tags: dict[str, list[str]], keys: Sequence[str]) -> str | None:
    return next((tags[key][0] for key in keys if key in tags), None)


def _all(tags: dict[str, list[str]], keys: Sequence[str]) -> str | None:
    """All values of the first key that has names."""
    for key in keys:
        names = [name for name in tags.get(key, ()) if not name.startswith(("http", "@", "/"))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _address(tree: Any, tags: dict[str, list[str]]) -> str | None:
    links = [link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"]
    marked = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "url" in (link.get("itemprop") or "")
    ]
    wanted = [*links, *marked, *(url for key in ADDRESSES for url in tags.get(key, ()))]
    return next((url.strip() for url in wanted if url.startswith("http")), None)
