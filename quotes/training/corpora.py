"""Readers of the corpora: a text with what its annotators (or another tool) say of it.

Each reader gives Annotated texts, whose layers are None where a corpus has none of them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quotes.errors import InputError

Attribution = dict[str, list[tuple[int, int]]]  # role -> spans

FILES = {
    "polnear/train.jsonl.gz": "articles with attributions to learn from",
    "polnear/dev.jsonl.gz": "articles with attributions to choose by",
    "polnear/train-corenlp.conllu.gz": "names, tags and syntax of the articles to learn from",
    "treebanks/gum-train.conllu.gz": "gold tags, sentences, syntax and names",
    "treebanks/ewt-train.conllu.gz": "gold tags, sentences and syntax",
}
SILVER_NAMES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
GUM_NAMES = {"person": "PER", "organization": "ORG", "place": "LOC"}


@dataclass
class TokenLayer:
    """Tokens of a treebank over a text: character spans, tags, names (BIO), sentence starts, the
    number of each token's head (its own for a root) and the relation to it."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)

    def add_sentence(self, rows: list[list[str]], names: Sequence[str | None]) -> None:
        """Add all but the spans of a sentence's tokens; `rows` are CoNLL-U."""
        base = len(self.tags)
        for number, row in enumerate(rows):
            head = int(row[6]) or number + 1
            self.tags.append(row[4])
            self.starts.append(number == 0)
            self.heads.append(base + head - 1)
            self.relations.append(row[7])
        self.names.extend(names)


@dataclass
class Annotated:
    """A text, the attributions of each of its annotators, and its tokens."""

    id: str
    text: str
    annotations: list[list[Attribution]] | None = None
    tokens: TokenLayer | None = None


def check(folder: Path) -> None:
    """Raise InputError, naming all that is missing, unless the folder holds the corpora."""
    missing = [f"{name} ({what})" for name, what in FILES.items() if not (folder / name).exists()]
    if missing:
        raise InputError(
            f"{folder} lacks {', '.join(missing)}; the model card says what the corpora are"
        )


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as handle:
        for line in handle:
            yield line.rstrip("\n")


def polnear(path: Path, silver: Path | None = None) -> list[Annotated]:
    """Articles of PolNeAR, with CoreNLP's tokens where `silver` has the article."""
    layers = dict(_silver(silver)) if silver else {}
    texts = []
    for row in map(json.loads, _lines(path)):
        annotations = [
            [_spans(a) for a in annotation["attributions"]] for annotation in row["annotations"]
        ]
        texts.append(Annotated(row["id"], row["text"], annotations, layers.get(row["id"])))
    return texts


def _spans(attribution: dict[str, Any]) -> Attribution:
    return {
        role: [(int(a), int(b)) for a, b in attribution.get(role) or []]
        for role in ("source", "cue", "content")
    }


def _documents(path: Path) -> Iterator[tuple[str, list[list[list[str]]], set[int]]]:
    """(id, sentences of rows of columns, numbers of the sentences that begin a paragraph)"""
    name, sentences, paragraphs = "", [[]], set()  # type: tuple[str, list[list[list[str]]], set[int]]
    for line in _lines(path):
        if line.startswith("# newdoc"):
            if name:
                yield name, [s for s in sentences if s], paragraphs
            name, sentences, paragraphs = line.split("=", 1)[1].strip(), [[]], set()
        elif line.startswith("# newpar"):
            paragraphs.add(len(sentences) - 1)
        elif not line:
            sentences.append([])
        elif not line.startswith("#"):
            sentences[-1].append(line.split("\t"))
    if name:
        yield name, [s for s in sentences if s], paragraphs


def _silver(path: Path) -> Iterator[tuple[str, TokenLayer]]:
    for name, sentences, _ in _documents(path):
        layer, before = TokenLayer(), "O"
        for sentence in sentences:
            names: list[str | None] = []
            for number, row in enumerate(sentence):
                misc = dict(part.split("=", 1) for part in row[9].split("|"))
                kind = SILVER_NAMES.get(misc["NER"], "O")
                layer.spans.append((int(misc["Start"]), int(misc["End"])))
                part = "I" if kind == before and number else "B"
                names.append(kind if kind == "O" else f"{part}-{kind}")
                before = kind
            layer.add_sentence(sentence, names)
        yield name, layer


def treebank(path: Path, *, names: bool) -> list[Annotated]:
    """Documents of a UD treebank, their text put together again from the tokens.

    `names`: the last column holds GUM's entities, whose named ones are taken.
    """
    texts = []
    for name, sentences, paragraphs in _documents(path):
        text, layer = "", TokenLayer()
        for number, sentence in enumerate(sentences):
            if text:
                text = text.rstrip() + ("\n\n" if number in paragraphs else " ")
            words = _surface(sentence)
            rows = [row for row, _ in words]
            for row, space in words:
                layer.spans.append((len(text), len(text) + len(row[1])))
                text += row[1] + space
            layer.add_sentence(rows, gum_names(rows) if names else [None] * len(rows))
        texts.append(Annotated(name, text, None, layer))
    return texts


def _surface(rows: list[list[str]]) -> list[tuple[list[str], str]]:
    """The words with the space after each; parts of a contracted word have none between them."""
    words, glued_to, glued_space = [], 0, " "
    for row in rows:
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            glued_to, glued_space = int(row[0].split("-")[1]), space
        elif "." not in row[0]:
            number = int(row[0])
            if number <= glued_to:
                space = glued_space if number == glued_to else ""
            words.append((row, space))
    return words


def gum_names(rows: list[list[str]]) -> list[str | None]:
    """BIO labels of the named entities of one GUM sentence, innermost first.

    An entity is named when the words at its heart (GUM's minspan) are proper nouns; the name is
    the run of proper nouns around them. None where GUM does not decide (adjectives of nations).
    """
    proper = [row[4] in ("NNP", "NNPS") for row in rows]
    labels: list[str | None] = [
        None if row[4] == "JJ" and row[1][:1].isupper() else "O" for row in rows
    ]
    for start, end, kind, heart in sorted(_entities(rows), key=lambda e: e[1] - e[0]):
        places = [start + i - 1 for i in heart if start + i - 1 <= end]
        if not places or not all(proper[p] for p in places) or labels[places[0]] not in ("O", None):
            continue
        first, last = min(places), max(places)
        while first > start and proper[first - 1]:
            first -= 1
        while last < end and proper[last + 1]:
            last += 1
        for place in range(first, last + 1):
            labels[place] = f"{'B' if place == first else 'I'}-{GUM_NAMES.get(kind, 'MISC')}"
    return labels


def _entities(rows: list[list[str]]) -> Iterator[tuple[int, int, str, list[int]]]:
    """(first word, last word, type, places of the heart counted from 1) of each entity."""
    import re

    open_: dict[str, list[tuple[int, str, list[int]]]] = {}
    for place, row in enumerate(rows):
        marks = dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("Entity", "")
        for begin, whole, end in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", marks):
            if begin:
                fields = begin.split("-")
                heart_field = next((f for f in fields[4:] if re.fullmatch(r"\d+(,\d+)*", f)), "1")
                heart = [int(i) for i in heart_field.split(",")]
                if whole:
                    yield place, place, fields[1], heart
                else:
                    open_.setdefault(fields[0], []).append((place, fields[1], heart))
            elif open_.get(end):
                start, kind, heart = open_[end].pop()
                yield start, place, kind, heart
