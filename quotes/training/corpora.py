"""Readers of the corpora of attributions: articles, and who said what in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from quotes.encoder.labels import ROLES
from quotes.errors import InputError
from quotes.training.annotated import Annotated, Attribution, Range
from quotes.training.packed import read_lines
from quotes.training.people import Source, find_references
from quotes.training.reading import Reading
from quotes.training.treebanks import silver as read_silver

FILES = {
    "polnear/train.jsonl.gz": "articles with attributions to learn from",
    "polnear/train-speakers.jsonl.gz": "who the speakers are in these articles",
    "polnear/dev.jsonl.gz": "articles with attributions to choose by",
    "polnear/train-corenlp.conllu.gz": "names, tags and syntax of the articles to learn from",
    "world/train.jsonl.gz": "articles from all over the world, with attributions and speakers",
    "treebanks/gum-train.conllu.gz": "gold tags, sentences, syntax, names and coreference",
    "treebanks/ewt-train.conllu.gz": "gold tags, sentences and syntax",
}
NEAR_VIA = 300  # characters between an attribution and the words that tell who passed it on


def check(folder: Path) -> None:
    """Raise InputError, naming all that is missing, unless the folder holds the corpora."""
    missing = [f"{name} ({what})" for name, what in FILES.items() if not (folder / name).exists()]
    if missing:
        raise InputError(
            f"{folder} lacks {', '.join(missing)}; the model card says what the corpora are"
        )


def polnear(
    path: Path,
    silver: Path | None = None,
    speakers: Path | None = None,
    read: Callable[[str], Reading] | None = None,
) -> list[Annotated]:
    """Articles of PolNeAR, with CoreNLP's tokens where `silver` has the article, and with who is
    meant where `speakers` has it; `read`: what else is said of people in a text."""
    layers = dict(read_silver(silver)) if silver else {}
    known: dict[str, list[Source]] = {}
    for row in map(json.loads, read_lines(speakers)) if speakers else ():
        sources = known.setdefault(row["article"], [])
        if not row["unsure"]:
            names = row.get("speaker") or []
            sources.append(Source(_spans(row, "source"), row["type"], names, row.get("role") or []))
    texts = []
    for row in map(json.loads, read_lines(path)):
        annotations = [
            [_parts(one) for one in annotation["attributions"]] for annotation in row["annotations"]
        ]
        layer = layers.get(row["id"])
        meant = None
        if layer and row["id"] in known:
            described = read(row["text"]).described if read else []
            named = list(layer.named("PER"))
            meant = find_references(row["text"], known[row["id"]], named, described)
        texts.append(Annotated(row["id"], row["text"], annotations, layer, meant))
    return texts


def world(path: Path, read: Callable[[str], Reading]) -> list[Annotated]:
    """Articles of world/. `read`: tags, sentences, names and what is said of people in a text, for
    nobody has marked them in these."""
    texts = []
    for row in map(json.loads, read_lines(path)):
        text, rows = row["text"], row["annotations"][0]["attributions"]
        reading = read(text)
        # the required ones last: where two overlap, theirs are the labels
        rows = sorted(rows, key=lambda one: not one["optional"])
        sources = [
            Source(
                _spans(one, "source"), one["type"],
                [one["speaker"], *one["names"]] if one["speaker"] else [], one["roles"],
            )
            for one in rows
        ]  # fmt: skip
        named = list(reading.tokens.named("PER"))
        meant = find_references(text, sources, named, reading.described)
        annotation = [_parts(one) | {"via": _via(text, one)} for one in rows]
        texts.append(Annotated(row["id"], text, [annotation], reading.tokens, meant))
    return texts


def _parts(attribution: dict[str, Any]) -> Attribution:
    return {part: _spans(attribution, part) for part in ROLES}


def _spans(attribution: dict[str, Any], part: str) -> list[Range]:
    return [(int(a), int(b)) for a, b in attribution.get(part) or []]


def _via(text: str, attribution: dict[str, Any]) -> list[Range]:
    """Where the words of `via` stand nearest to the attribution, outside of its content."""
    said = attribution["via"]
    if not said:
        return []
    inside = _spans(attribution, "content")
    places = [span for part in ROLES for span in _spans(attribution, part)]
    found = [
        m.span()
        for m in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", text)
        if not any(a < m.end() and m.start() < b for a, b in inside)
    ]
    nearest = min(found, key=lambda span: _distance(span, places), default=None)
    return [nearest] if nearest and _distance(nearest, places) <= NEAR_VIA else []


def _distance(span: Range, places: Iterable[Range]) -> int:
    return min(max(a - span[1], span[0] - b, 0) for a, b in places)
