"""Block quotes of a page with who speaks: as paragraphs in quotation marks, signed after a dash.

A reader sees that a block is a quotation and whose; in plain text only marks and a signature tell
it. Blocks whose speaker the page does not tell, and that no words lead up to, stay as they are.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import builder

from quotes.reading.html.body import plain_text
from quotes.view.blocks import OPENING, is_signature, leads_up, signature_within

_PULLED = re.compile(r"\b(?:pull|block)[-_]?quotes?\b", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|attribution|source|speaker|credit|cite|name)(?=$|[\s_-])", re.IGNORECASE
)
_AUTHORS = frozenset(("cite", "footer", "figcaption"))
_NO_PROSE = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "img", "pre")
_PICTURES = ("img", "picture", "video", "svg", "iframe")
_SHARED = re.compile(r"A (?:post|photo|video|reel) shared by (?P<name>.+?)(?: on [A-Z].*)?$")
_LINKS = re.compile(r"(?:\s*(?:pic\.twitter\.com|https?://t\.co)/\w+)+$")
_DASHES = "-–—―~ "
_CLOSED = tuple('.?!…:;”"’»' + _DASHES)
"""Characters that end whatever stands before a name which is no part of the sentence."""

_LONGEST_NAME = 20  # words
_LONGEST = 6000
"""Characters of a block; a longer one is a document, or a frame of the page itself."""


class _Block(NamedTuple):
    """A block's paragraphs, its author, if one is told, and the elements that the block and the
    author stand in."""

    paragraphs: list[str]
    author: str | None
    place: Any


def sign_block_quotes(tree: Any) -> None:
    """Put paragraphs in marks, with the speaker after a dash, in the place of each block quote of
    which the page tells whose words it is. Changes the tree; time grows with its size."""
    for element in [one for one in tree.iter() if _is_block(one)]:
        if len(element.text_content()) > _LONGEST:
            continue
        block = _read(element)
        if block.paragraphs and (block.author or _is_led_up(element, block.paragraphs)):
            _replace(block)


def _is_block(element: Any) -> bool:
    """A block quote, or what is called so, that holds no other."""
    if element.tag != "blockquote" and not _is_pulled(element):
        return False
    return not any(e.tag == "blockquote" or _is_pulled(e) for e in element.iterdescendants())


def _is_pulled(element: Any) -> bool:
    named = element.tag in ("aside", "div", "section", "figure")
    return named and _PULLED.search(element.get("class") or "") is not None


def _read(element: Any) -> _Block:
    """The block's words and its author: in an element of their own, in the last line, in the
    caption of its figure, or in a line after it."""
    words = deepcopy(element)
    words.tail = None
    authors = _last_authors(words)
    author = _name(", ".join(_pieces(one) for one in authors))
    for one in authors:
        one.drop_tree()
    paragraphs = [part for part in plain_text(words).split("\n\n") if part.strip(_DASHES)]
    lines = paragraphs[-1].rsplit("\n", 1) if paragraphs else []
    if is_signature(lines[-1] if lines[1:] else ""):
        paragraphs[-1:] = lines
    if author is None and paragraphs:
        author = _signature(paragraphs)
    if author is None and (beside := _beside(element)) is not None:
        author = _name(_pieces(beside))
        if author is not None:
            beside.drop_tree()
    figure = element.getparent()
    alone = figure.tag == "figure" and not _pictured(figure)
    return _Block(paragraphs, author, figure if author and alone else element)


def _last_authors(words: Any) -> list[Any]:
    """The elements for an author with which a block ends, in its order; not the title of a work in
    its last sentence."""
    authors: list[Any] = []
    said = ""
    inside: Any = None
    for event, element in etree.iterwalk(words, events=("start", "end")):
        if event == "start" and inside is None and element is not words and _is_author(element):
            inside = element
            if element.tag != "cite" or _stands_apart(element, said):
                authors.append(element)
        piece = element.text if event == "start" else element.tail
        if event == "end" and element is inside:
            inside = None
        if inside is None and piece and piece.strip(_DASHES + "\n\t,"):
            said, authors = piece, []
    return authors


def _is_author(element: Any) -> bool:
    return element.tag in _AUTHORS or _AUTHOR.search(element.get("class") or "") is not None


def _stands_apart(element: Any, said: str) -> bool:
    """True if a name is no part of the words before it: it begins a line, or a sentence ends."""
    before = element.getprevious()
    lead = element.getparent().text if before is None else before.tail
    begins = before is None or before.tag in ("br", "p", "div")
    return (begins and not (lead or "").strip()) or said.rstrip().endswith(_CLOSED)


def _pieces(element: Any) -> str:
    """The words of an author, with a comma where one element, or line, follows on another."""
    words, ended, parted = "", False, False
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "end" and one is element:
            break
        if event == "start":
            parted = parted or ended or one.tag == "br"
        ended = ended or event == "end"
        piece = (one.text if event == "start" else one.tail) or ""
        if piece.strip():
            if parted and words.strip(_DASHES) and not words.rstrip().endswith((",", "(")):
                words = words.rstrip() + ", "
            ended = parted = False
        words += piece
    return " ".join(words.split())


def _name(words: str) -> str | None:
    """The words without dashes where they may be an author, which a sentence or a link is not; else
    None."""
    name = words.strip(_DASHES + ",\n")
    few = 0 < len(name.split()) <= _LONGEST_NAME
    return name if few and name != name.lower() and not re.search(r"[:;?!]", name) else None


def _signature(paragraphs: list[str]) -> str | None:
    """The author in the last line, which is taken out of the paragraphs; else None."""
    last = paragraphs[-1]
    shared = _SHARED.match(last)
    alone = len(paragraphs) > 1 and paragraphs[-2][0] not in _DASHES  # else the points of a list
    if alone and (shared or is_signature(last)):
        paragraphs.pop()
        return _name(shared["name"] if shared else last)
    dash = signature_within(last)
    if dash is None:
        return None
    paragraphs[-1] = last[:dash].rstrip()
    return _name(last[dash:])


def _beside(element: Any) -> Any:
    """The element that names the author beside a block: the caption of a figure without pictures,
    or the line after it; None where there is neither."""
    figure = element.getparent()
    if figure.tag == "figure" and figure.find("figcaption") is not None:
        return None if _pictured(figure) else figure.find("figcaption")
    after = element.getnext()
    if after is None or (element.tail or "").strip():
        return None
    if after.tag in ("cite", "footer"):
        return after
    return after if after.tag in ("p", "div") and is_signature(_pieces(after)) else None


def _pictured(figure: Any) -> bool:
    return any(True for _ in figure.iter(*_PICTURES))


def _is_led_up(element: Any, paragraphs: list[str]) -> bool:
    """True if a block without an author is prose to which the words before it lead up."""
    if any(True for _ in element.iter(*_NO_PROSE)) or not paragraphs[-1].endswith(_CLOSED[:4]):
        return False
    before = element.getprevious()
    if before is None:
        return leads_up(element.getparent().text or "")
    return leads_up((before.tail or "").strip() or before.text_content())


def _replace(block: _Block) -> None:
    """The paragraphs in marks, opened at each anew, where the block stood."""
    paragraphs = [_LINKS.sub("", part) for part in block.paragraphs]
    if paragraphs[0][:1] not in OPENING:
        paragraphs = [f"“{part}" for part in paragraphs]
        paragraphs[-1] += "”"
    if block.author:
        paragraphs[-1] += f" — {block.author}"
    new = builder.DIV(*map(builder.P, paragraphs))
    new.tail = block.place.tail
    block.place.getparent().replace(block.place, new)
