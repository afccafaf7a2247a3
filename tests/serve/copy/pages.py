"""The pages of a copy, read without the code that made them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

ELSEWHERE = ("http", "https")


def pages_of(folder: Path) -> dict[str, html.HtmlElement]:
    """The trees of all pages, by their paths from the folder on."""
    return {
        path.relative_to(folder).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def dead_links(folder: Path) -> list[str]:
    """Addresses that lead to no file of the copy, or to no place in it; none may be absolute."""
    pages = pages_of(folder)
    anchors = {path: {"", *tree.xpath("//@id")} for path, tree in pages.items()}
    dead = []
    for path, tree in pages.items():
        for address in addresses_in(tree):
            parts = urlsplit(address)
            if parts.scheme in ELSEWHERE:
                continue
            target = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
            found = target.resolve()
            inside = found.is_file() and found.is_relative_to(folder.resolve())
            name = found.relative_to(folder.resolve()).as_posix() if inside else ""
            fragment = unquote(parts.fragment)
            if not inside or parts.query or fragment not in anchors.get(name, {""}):
                dead.append(f"{path}: {address}")
    return dead


def addresses_in(tree: html.HtmlElement) -> Iterator[str]:
    """All addresses of a page: of links, pictures, sheets, forms."""
    for name in ("href", "src", "srcset", "action", "formaction", "poster", "data"):
        yield from tree.xpath(f"//@{name}")
