"""Readers of treebanks: CoNLL-U with tags, heads and names, from people or from another tool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quotes.training.annotated import Annotated, Pointer, Range, References, TokenLayer
from quotes.training.packed import read_lines

SILVER_NAMES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
PROPER = ("NNP", "NNPS")
GUM_NAMES = {"person": "PER", "organization": "ORG", "place": "LOC"}


def _documents(path: Path) -> Iterator[tuple[str, list[list[list[str]]], set[int]]]:
    """(id, sentences of rows of columns, numbers of the sentences that begin a paragraph)"""
    name, sentences, paragraphs = "", [[]], set()  # type: tuple[str, list[list[list[str]]], set[int]]
    for line in read_lines(path):
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


def silver(path: Path) -> Iterator[tuple[str, TokenLayer]]:
    """(id, tokens) of each article as CoreNLP has read it, with names in the last column."""
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

    `names`: the last column holds GUM's entities, whose named ones are taken, and who of its
    people is meant where.
    """
    texts = []
    for name, sentences, paragraphs in _documents(path):
        text, layer, meant = "", TokenLayer(), _Chains()
        for number, sentence in enumerate(sentences):
            if text:
                text = text.rstrip() + ("\n\n" if number in paragraphs else " ")
            words = _surface(sentence)
            rows = [row for row, _ in words]
            for row, space in words:
                layer.spans.append((len(text), len(text) + len(row[1])))
                text += row[1] + space
            layer.add_sentence(rows, gum_names(rows) if names else [None] * len(rows))
            meant.add_sentence(rows, layer.spans[-len(rows) :])
        references = References(pointers=meant.pointers()) if names else None
        texts.append(Annotated(name, text, None, layer, references))
    return texts


class _Chains:
    """The mentions of each person of a GUM document, by the words at their heart."""

    def __init__(self) -> None:
        self.hearts: dict[str, list[Range]] = {}
        self.names: dict[str, list[Range]] = {}

    def add_sentence(self, rows: list[list[str]], spans: list[Range]) -> None:
        """Take in the people of one sentence, whose tokens have these character spans."""
        for start, end, kind, heart, id in _entities(rows):
            places = [start + i - 1 for i in heart if start + i - 1 <= end]
            if kind != "person" or not places:
                continue
            found = [spans[place] for place in places]
            self.hearts.setdefault(id, []).extend(found)
            if all(rows[place][4] in PROPER for place in places):
                self.names.setdefault(id, []).extend(found)

    def pointers(self) -> list[Pointer]:
        """Each word that is the heart of a mention, and the words of the person's names, or, of
        one without a name, itself."""
        return [
            Pointer(heart, self.names.get(id) or [heart])
            for id, hearts in self.hearts.items()
            for heart in hearts
        ]


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
    proper = [row[4] in PROPER for row in rows]
    labels: list[str | None] = [
        None if row[4] == "JJ" and row[1][:1].isupper() else "O" for row in rows
    ]
    for start, end, kind, heart, _ in sorted(_entities(rows), key=lambda e: e[1] - e[0]):
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


def _entities(rows: list[list[str]]) -> Iterator[tuple[int, int, str, list[int], str]]:
    """(first word, last word, type, places of the heart counted from 1, id) of each entity."""
    open_: dict[str, list[tuple[int, str, list[int]]]] = {}
    for place, row in enumerate(rows):
        marks = dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("Entity", "")
        for begin, whole, end in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", marks):
            if begin:
                fields = begin.split("-")
                heart_field = next((f for f in fields[4:] if re.fullmatch(r"\d+(,\d+)*", f)), "1")
                heart = [int(i) for i in heart_field.split(",")]
                if whole:
                    yield place, place, fields[1], heart, fields[0]
                else:
                    open_.setdefault(fields[0], []).append((place, fields[1], heart))
            elif open_.get(end):
                start, kind, heart = open_[end].pop()
                yield start, place, kind, heart, end
