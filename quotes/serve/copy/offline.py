"""A page of the app as one that needs no server: what its addresses and forms become."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import html
from lxml.html import HtmlElement

from quotes.serve.rendering import readable

Find = Callable[[str, bool], str | None]
"""Gives the address in the copy for one of the server, and True where it is in the menu that all
pages have; None for what is not in the copy."""

POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; form-action 'none'; "
    "base-uri 'none'"
)
"""The part of the headers that a page can give itself."""

NEEDS_SERVER = (
    "What needs a server is left out of it: to search, narrow, order, compare others, check and "
    "correct, run 'quotes serve'."
)

_EMPTIED = ("ul", "ol", "nav", "aside", "section")
"""Elements that go when all is gone that was in them."""


def parse(page: bytes) -> HtmlElement:
    """A page as a tree, in which a sign stands for each character that lxml does not take."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    words = readable(page.decode("utf-8", "replace"))
    return html.document_fromstring(words.encode(), parser=parser)


def anchors_of(tree: HtmlElement) -> set[str]:
    """The ids of a page's elements."""
    return set(tree.xpath("//@id"))


def addresses_of(tree: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The addresses of the server that a page names; True for those in its menu."""
    for element, attribute in _addressed(tree):
        yield element.get(attribute), _in_menu(element)


def offline(tree: HtmlElement, find: Find, told: str) -> bytes:
    """The page with addresses of the copy, without what needs the server; `told`: what it is a copy
    of, which stands at its end."""
    for element in [*tree.iter("form"), *tree.find_class("saved")]:
        element.drop_tree()
    for element, attribute in list(_addressed(tree)):
        if found := find(element.get(attribute), _in_menu(element)):
            element.set(attribute, found)
        else:
            _take_out(element)
    _prune(tree)
    there = anchors_of(tree)
    for element in list(tree.iter("a")):
        if (element.get("href") or "").startswith("#") and element.get("href")[1:] not in there:
            _drop(element)
    _tell(tree, told)
    written = html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")
    return bytes(written).replace(b"</source>", b"")  # it has no end in HTML, which lxml ignores


def _addressed(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements and attributes with an address of the server."""
    for element in tree.iter("a", "link", "img", "source"):
        for attribute in ("href", "src", "srcset"):
            if element.get(attribute, "").startswith("/"):
                yield element, attribute


def _in_menu(element: HtmlElement) -> bool:
    return next(element.iterancestors("header"), None) is not None


def _take_out(element: HtmlElement) -> None:
    """Take a link to what is not there out, with the words that make no sense without it."""
    if element.tag != "a":
        _drop(element)
        return
    for around in element.iterancestors():
        if "chips" in _classes(around):
            for child in element:
                child.drop_tree()
            element.drop_tag()
            return
        if "to" in _classes(around):
            _drop(around)
            return
        if around.tag == "nav" or "facet" in _classes(around):
            _drop(next((one for one in element.iterancestors("li")), element))
            return
    parent = element.getparent()
    alone = parent.tag == "p" and parent.text_content().strip() == element.text_content().strip()
    if alone:
        _drop(parent)
    elif _in_brackets(element):
        _drop_brackets(element)
    else:
        element.drop_tag()


def _prune(tree: HtmlElement) -> None:
    """Take out lists, sections and menus in which nothing is left, the inner ones first."""
    for element in reversed(list(tree.iter(*_EMPTIED))):
        needed = {"nav": "a", "section": "li"} if "facet" in _classes(element) else {"nav": "a"}
        inner = needed.get(element.tag)
        if not element.text_content().strip() or (inner and element.find(f".//{inner}") is None):
            _drop(element)


def _tell(tree: HtmlElement, told: str) -> None:
    note = html.Element("p")
    note.text = f"{told} {NEEDS_SERVER}"
    tree.xpath("//footer")[-1].append(note)
    policy = html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    referrer = html.Element("meta", {"name": "referrer", "content": "no-referrer"})
    head = tree.find("head")
    head.insert(1, policy)
    head.insert(2, referrer)


def _in_brackets(element: HtmlElement) -> bool:
    before = _before(element)
    return before.endswith("(") and (element.tail or "").startswith(")")


def _drop_brackets(element: HtmlElement) -> None:
    before, tail = _before(element), element.tail
    element.tail = tail[1:]
    _set_before(element, before[:-1].rstrip())
    _drop(element)


def _before(element: HtmlElement) -> str:
    previous = element.getprevious()
    return (element.getparent().text if previous is None else previous.tail) or ""


def _set_before(element: HtmlElement, words: str) -> None:
    previous = element.getprevious()
    if previous is None:
        element.getparent().text = words
    else:
        previous.tail = words


def _drop(element: HtmlElement) -> None:
    """Take an element out that may be gone already, with an element around it."""
    if element.getparent() is not None:
        element.drop_tree()


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()
