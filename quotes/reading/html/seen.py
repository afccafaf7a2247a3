"""Facts that a reader of the page sees: headings, marked elements (microdata), times, bylines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from quotes.reading.bylines import names_alone
from quotes.reading.drafts import Metadata, first_of
from quotes.reading.furniture import is_headline
from quotes.reading.html.body import plain_text
from quotes.reading.html.clutter import in_clutter
from quotes.reading.html.page import without_site
from quotes.reading.metadata import line_metadata
from quotes.reading.values import day_of, words_of

_BY = re.compile(
    r"^(?:(?:posted|written|reported|words|interview|submitted) by|by|from|authors?)\b[:\s]*",
    re.IGNORECASE,
)
_BYLINE_CLASS = re.compile(r"\b(?:byline|author|writer|reporter|posted-by|vcard)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:\||•|·|\n)\s*")
_LONGEST_BYLINE = 120
_LEVELS, _BYLINES, _MOST_AUTHORS = 3, 300, 10
"""Elements up, and characters, of the part of a page that holds all bylines of an article; and such
parts after each other."""

_FEWEST = 4
"""Words of a headline beside a section's name, where a site's would be shorter."""

_TRIED = 1000  # elements that may hold one thing; others stand in comments
_MOST = 2000
"""Characters of an element that are looked at: elements stand within each other, so that a page
could have any number of them."""
_SITE_MARK = re.compile(r" (?:\||::|»|«|—|–|-|·|•) ")


def seen_metadata(tree: Any, publisher: str | None) -> Metadata:
    """Title, date, byline and publisher as the page shows them."""
    title = _title(tree, publisher)
    lines = line_metadata(_top(tree, title))
    marked = Metadata.found(
        "microdata",
        title=next(_headlines(_marked(tree, "headline")), None),
        date=next(
            (day for value in _marked(tree, "datePublished") if (day := day_of(value))), None
        ),
        byline=_named(list(_marked(tree, "author"))),
        publisher=words_of(next(_marked(tree, "publisher"), None)),
    )
    shown = Metadata.found("heading", title=title)
    times = Metadata.found("time element", date=_time(tree))
    byline = Metadata.found("byline", byline=_byline(tree))
    site = Metadata.found("page title", publisher=_site(tree, title))
    return first_of((marked, shown, times, byline, lines, site))


def _beginning(element: Any, mark: str = " ") -> str:
    """The pieces of an element's text, with the mark between them, as far as they matter."""
    pieces: list[str] = []
    room = _MOST
    for piece in element.itertext():
        pieces.append(piece[:room])
        room -= len(piece)
        if room <= 0 or len(pieces) == _MOST:
            break
    return mark.join(pieces)


def _title(tree: Any, publisher: str | None) -> str | None:
    """The first-level heading that the page's title holds, else the title without the site."""
    whole = words_of(tree.findtext(".//title"))
    headings = [heading for heading in headings_of(tree) if heading != publisher]
    if whole and (heading := settled(whole, headings)) != whole:
        return heading
    if len(headings) == 1 or whole is None:
        return headings[0] if headings else None
    parts = _SITE_MARK.split(without_site(whole, publisher))
    left = list(_headlines(parts))
    title = max(left, key=lambda part: len(part.split()), default="")
    is_site = len(left) < len(parts) and len(title.split()) < _FEWEST
    return title if title and not is_site else None


def headings_of(tree: Any) -> list[str]:
    """The words of the page's first-level headings, without names of sections and days."""
    return list(_headlines(map(_beginning, tree.iter("h1"))))


def _headlines(found: Iterable[str]) -> Iterator[str]:
    return (words for each in found if (words := words_of(each)) and is_headline(words))


def settled(title: str, headings: list[str]) -> str:
    """A title without what stands around the heading in it: the site's name, mostly."""
    for heading in headings:
        rest = title.replace(heading, "")
        if heading in title and len(heading) > len(rest) and _SITE_MARK.search(f" {rest} "):
            return heading
    return title


def _site(tree: Any, title: str | None) -> str | None:
    """The part of the page's title that stands before or behind the article's: the site's name;
    else None."""
    whole = words_of(tree.findtext(".//title")) or ""
    parts = _SITE_MARK.split(whole)
    if title and title in parts and len(parts) > 1:
        return parts[0] if parts[0] != title else parts[-1]
    return None


def _marked(tree: Any, property: str) -> Iterator[str]:
    """The values of a property of microdata or RDFa, outside comments and lists of links."""
    for element in islice(filter(lambda element: _has(element, property), tree.iter()), _TRIED):
        if not in_clutter(element):
            inner = element.find(".//*[@itemprop='name']")
            value = element.get("content") or element.get("datetime")
            words = value or _beginning(element if inner is None else inner)
            if words.strip():
                yield words


def _has(element: Any, property: str) -> bool:
    if not isinstance(element.tag, str) or element.tag == "meta":
        return False
    names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".split()
    return property in (name.rpartition(":")[2] for name in names)


def _time(tree: Any) -> dt.date | None:
    """The first time of the story that is not one of a change."""
    for element in islice(tree.iter("time"), _TRIED):
        about = " ".join(filter(None, (element.get("class"), element.get("itemprop"))))
        around = element.getparent()
        before = (around.text or "") if around is not None else ""
        if re.search(r"updat|modif", f"{about} {before[-30:]}", re.IGNORECASE) or in_clutter(
            element
        ):
            continue
        day = day_of(element.get("datetime")) or day_of(_beginning(element, ""))
        if day:
            return day
    return None


def _byline(tree: Any) -> str | None:
    """The names in the first element that says it is the byline, or in those beside it, too."""
    for element in islice(filter(_is_byline, tree.iter()), _TRIED):
        if not in_clutter(element) and (found := _names_in(element)):
            others = [name for each in _beside(element) if (name := _names_in(each))]
            apart = [name for name in others if name not in found and found not in name]
            return ", ".join(dict.fromkeys([found, *apart]))
    return None


def _names_in(element: Any) -> str | None:
    words = " ".join(_beginning(element, "\n").split(" "))
    return _named([part for part in _SPLIT.split(words.strip()) if part][:6])


def _beside(element: Any) -> Iterator[Any]:
    """The other elements that say they are the byline: in the largest short part of the page that
    is around one, and in the parts directly after it."""
    part = element
    for around in islice(element.iterancestors(), _LEVELS):
        if around.tag in ("article", "main", "body") or len(_beginning(around)) > _BYLINES:
            break
        part = around
    for each in (part, *islice(part.itersiblings(), _MOST_AUTHORS)):
        bylines = list(filter(_is_byline, islice(each.iter(), _TRIED)))
        if not bylines or len(_beginning(each)) > _BYLINES:
            return
        yield from bylines


def _is_byline(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("meta", "body", "html", "script"):
        return False
    named = _BYLINE_CLASS.search(element.get("class") or "")
    return bool(named or "author" in (element.get("rel") or "").split())


def _named(parts: list[str]) -> str | None:
    """The parts of a byline that are names, without "By"."""
    names = []
    for part in parts:
        line = f"{words_of(part) or ''} ".rpartition(" By ")[2].strip()
        name = names_alone(_BY.sub("", line))
        if name and name[0].isupper() and len(name) < _LONGEST_BYLINE and not day_of(name):
            if re.search(r"\d|\bminutes?\b|\bago\b|^(?:and|in|on)$", name):
                continue
            names.append(name)
    proper = [name for name in names if all(word[0].isupper() for word in name.split())]
    return ", ".join(dict.fromkeys(proper or names)) or None


def _top(tree: Any, title: str | None) -> str:
    """The visible lines from the title on."""
    text = plain_text(tree)
    start = text.find(title) if title else -1
    return text[start:] if start >= 0 else text
