"""Parts of a page that its markup tells are not the story: by element, role, class and links."""

from __future__ import annotations

import re
from typing import Any

_TAGS = frozenset(("nav", "footer", "aside", "form", "dialog", "button", "select"))
_ROLES = frozenset(
    ("navigation", "dialog", "alertdialog", "complementary", "contentinfo", "search")
)
_NAMES = """ad ads advert advertisement advertising banner bio breadcrumb breadcrumbs comment
    comments consent cookie cookies dialog disqus donate donation foot footer gdpr menu modal
    nav navigation newsletter popup promo promos promoted recirc recommend recommended
    related share sharing sidebar signup sponsor sponsored subscribe subscription teaser teasers
    toolbar tools"""
_CLUTTER = frozenset(_NAMES.split())
_PHRASES = re.compile(
    r"most[-_]?(?:read|viewed|popular)|see[-_]?also|read[-_]?(?:more|next)|sign[-_]?up"
    r"|(?:^|[\s_-])(?:tags|topics|trending)(?:$|[\s_])"
    r"|(?:social|paywall|login|pw)[-_](?:share|links|icons|bar|box|prompt|banner|overlay)"
)
_STORY = frozenset(("hentry", "post", "entry", "h-entry", "article", "story"))
"""Classes of the story itself, beside which systems put those of its sections."""

_BRIEF = 200
"""A paragraph that is longer is text, whatever its class is."""

_WORD = re.compile(r"[a-z]+")
_MOST = 0.4
"""A part with a larger share of the page's text is the story, whatever it is called."""

_LINKED, _LONGEST = 0.6, 200
"""A block with a larger share of its text in links, if it is no longer, leads elsewhere."""


def is_clutter(element: Any) -> bool:
    """True if an element's own markup says that it is not the story."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    about = " ".join(filter(None, (element.get(key) for key in ("class", "id", "data-component"))))
    if not about or _STORY & set(about.lower().split()):
        return False
    if element.tag == "p" and len(element.text_content()) > _BRIEF:
        return False
    about = re.sub(r"([a-z])([A-Z])", r"\1-\2", about).lower()
    return bool(_CLUTTER & set(_WORD.findall(about)) or _PHRASES.search(about))


def in_clutter(element: Any) -> bool:
    """True if an element stands in a part of the page that is not the story."""
    for around in (element, *element.iterancestors()):
        if around.tag in ("body", "html"):
            return False
        if is_clutter(around):
            return True
    return False


def drop_clutter(tree: Any) -> None:
    """Take the parts that are not the story out of the tree."""
    body = tree.find("body")
    if body is None:
        return
    whole = len(body.text_content())
    for element in list(body.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if is_clutter(element) or _leads_elsewhere(element):
            small = len(element.text_content()) <= _MOST * whole
            if (
                small
                and element.tag not in ("h1", "main", "article")
                and element.find(".//h1") is None
            ):
                element.drop_tree()


def _leads_elsewhere(element: Any) -> bool:
    """A paragraph or an item of a list that is all links, but for a word or two."""
    if element.tag not in ("p", "li", "div") or element.find(".//p") is not None:
        return False
    words = "".join(element.itertext()).strip()
    size = len(words)
    if not 0 < size <= _LONGEST or words.endswith((".", '."', ".”")):
        return False
    return sum(len(link.text_content()) for link in element.iter("a")) > _LINKED * size
