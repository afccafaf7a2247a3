"""Facts that a page gives in JSON-LD (schema.org), which search engines read too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotes.reading.drafts import Metadata
from quotes.reading.fields import field_metadata
from quotes.reading.furniture import is_headline
from quotes.reading.keys import KEYS, plain_key
from quotes.reading.values import words_of

_ARTICLES = ("article", "posting", "report", "newsitem", "webpage")
"""The ends of the types' names, the likeliest first."""

_WHO = frozenset((*KEYS["byline"], *KEYS["publisher"]))
"""Fields whose values may be references."""

_TRAILING = re.compile(r",(\s*[}\]])")
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.{0,40}?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", re.S
)
_MOST = 2_000_000  # characters of one block
_DEEPEST = 6


@dataclass(frozen=True)
class Structured:
    """The metadata, and the text where it is given as a whole."""

    metadata: Metadata = field(default_factory=Metadata)
    body: str | None = None


def read_structured(tree: Any) -> Structured:
    """The facts in a page's JSON-LD; none where there is no JSON-LD that can be read."""
    try:
        return _read(tree)
    except RecursionError:  # lists nested without end
        return Structured()


def _read(tree: Any) -> Structured:
    nodes = [
        node
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for node in _nodes(_load(script.text or ""), _DEEPEST)
    ]
    articles = [node for node in nodes if _rank(node) < len(_ARTICLES)]
    if not articles:
        return Structured()
    node = min(articles, key=_rank)
    known: dict[str, dict[str, Any]] = {}
    for each in nodes:  # what is said of one thing may stand in several places
        if "@id" in each:
            known.setdefault(str(each["@id"]), {}).update(each)
    body = node.get("articleBody")
    return Structured(_metadata(node, known), body if isinstance(body, str) else None)


def _load(words: str) -> Any:
    words = _WRAPPED.sub("", words[:_MOST])
    for reading in (words, _TRAILING.sub(r"\1", words)):
        try:
            return json.loads(reading, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """All objects, also those within lists and objects."""
    if depth and isinstance(value, list):
        for item in value[:500]:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        if depth:
            for item in value.values():
                yield from _nodes(item, depth - 1)


def _rank(node: Mapping[str, Any]) -> int:
    types = node.get("@type")
    names = [str(name).lower() for name in (types if isinstance(types, list) else [types])]
    ends = (i for i, end in enumerate(_ARTICLES) for name in names if name.endswith(end))
    return min(ends, default=len(_ARTICLES))


def _metadata(node: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Metadata:
    """The facts of an article's node; a name of a section is no title."""
    said = {
        key: _resolved(value, known) if plain_key(key) in _WHO else value
        for key, value in node.items()
        if plain_key(key) not in KEYS["title"] or is_headline(words_of(value) or "")
    }
    return field_metadata(said, place="JSON-LD")


def _resolved(value: Any, known: Mapping[str, Mapping[str, Any]]) -> Any:
    """References ({"@id": …}) replaced by what they mean."""
    if isinstance(value, list):
        return [_resolved(item, known) for item in value[:20]]
    if isinstance(value, dict) and "@list" in value:
        return _resolved(value["@list"], known)
    if isinstance(value, dict) and "@id" in value:
        return known.get(str(value["@id"]), value)
    return value
