"""Annotated texts as windows of numbers that the net learns from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from quotes.encoder.features import Featurizer, Ints, Words
from quotes.encoder.labels import NAME_LABELS, ROLE_LABELS, ROLES, TAGS, TYPES
from quotes.encoder.windows import DEFAULT, Sizes, Window, window_inputs, windows
from quotes.training.annotated import Annotated, Attribution, Range, References, TokenLayer
from quotes.training.syntax import coarse

IGNORE = -100
# all of a window teaches, so none of it is mere context
LIMITS = Sizes(core=DEFAULT.whole, before=0, after=0)
TASKS = ("role", "name", "tag", "start", "relation", "description", "via", "source_type")
Meant = dict[int, tuple[list[int], list[int]]]
ANCHORS = 3  # of one word; a source may serve several cues


@dataclass
class Text:
    """One text, ready for cutting: its words and the answers of every task, per word.

    answers  task -> int [n], IGNORE where it is not known
    anchors  int [n, ANCHORS]: the word numbers of the first words of the cues of the attributions
             that the word belongs to, then IGNORE
    head     int [n]: the word number of the word's syntactic head, its own at a root
    meant    word number -> those of the names, and of other words, for the same one (see Pointer)
    """

    id: str
    words: Words
    answers: dict[str, Ints]
    anchors: Ints
    head: Ints
    meant: Meant


@dataclass
class Example:
    """One window of a text (see quotes.encoder.windows.window_inputs), with its answers."""

    pieces: Ints
    shapes: Ints
    places: Ints
    answers: dict[str, Ints]
    anchors: Ints
    head: Ints
    meant: dict[int, list[int]]


class Aligner:
    """Finds the words under character spans of one Doc."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self.starts = np.array([doc[int(t)].idx for t in words.token], dtype=np.int64)
        lengths = np.array([len(doc[int(t)]) for t in words.token], dtype=np.int64)
        self.ends = self.starts + lengths

    def words(self, start: int, end: int) -> range:
        """Numbers of the words that share a character with [start, end)."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        return range(first, last)


def prepare(source: Annotated, doc: Doc, features: Featurizer, annotator: int = 0) -> Text:
    """Bring all layers of one annotated text to the words of its Doc."""
    words = features(doc)
    aligner = Aligner(doc, words)
    answers = {task: np.full(len(words), IGNORE, dtype=np.int64) for task in TASKS}
    anchors = np.full((len(words), ANCHORS), IGNORE, dtype=np.int64)
    head = np.full(len(words), IGNORE, dtype=np.int64)
    if source.annotations:
        answers["role"][:] = 0
        chosen = source.annotations[annotator % len(source.annotations)]
        for attribution in chosen:
            _label(attribution, aligner, answers, anchors)
    if source.tokens:
        _tokens(source.tokens, aligner, answers, head)
    meant: Meant = {}
    if source.references:
        _references(source.references, aligner, answers, meant)
    return Text(source.id, words, answers, anchors, head, meant)


def _label(
    attribution: Attribution, aligner: Aligner, answers: dict[str, Ints], anchors: Ints
) -> None:
    spans = {part: [aligner.words(*s) for s in places] for part, places in attribution.items()}
    heads = [min(r) for part in ("cue", "source", "content") for r in spans[part] if r]
    if not heads:
        return
    for part in ROLES:
        for place in spans[part]:
            _write(answers["role"], place, ROLE_LABELS.index(f"B-{part}"))
            _point(anchors, place, heads[0])
    if "via" in spans:
        known = answers["via"]
        known[known == IGNORE] = 0
        for place in spans["via"]:
            _write(known, place, 1)
            _point(anchors, place, heads[0])


def _write(labels: Ints, place: range, begin: int) -> None:
    """Label the words of a span: `begin` for the first, the next number for the others."""
    if place:
        labels[place.start : place.stop] = begin + 1
        labels[place.start] = begin


def _point(anchors: Ints, place: range, cue: int) -> None:
    for word in place:
        free = int((anchors[word] != IGNORE).sum())
        if free < ANCHORS and cue not in anchors[word]:
            anchors[word, free] = cue


def _references(
    known: References, aligner: Aligner, answers: dict[str, Ints], meant: Meant
) -> None:
    for span, type in known.types:
        place = aligner.words(*span)
        answers["source_type"][place.start : place.stop] = TYPES.index(type)
    if known.descriptions is not None:
        labels = answers["description"]
        labels[:] = 0
        for span in known.unclear:
            place = aligner.words(*span)
            labels[place.start : place.stop] = IGNORE
        for span in known.descriptions:
            _write(labels, aligner.words(*span), 1)
    for pointer in known.pointers:
        found = _words(pointer.names, aligner), _words(pointer.others, aligner)
        for word in aligner.words(*pointer.words):
            meant[word] = found


def _words(spans: list[Range], aligner: Aligner) -> list[int]:
    return sorted({word for span in spans for word in aligner.words(*span)})


def _tokens(layer: TokenLayer, aligner: Aligner, answers: dict[str, Ints], head: Ints) -> None:
    places = [aligner.words(start, end) for start, end in layer.spans]
    for found, tag, name, begins, governor, relation in zip(
        places, layer.tags, layer.names, layer.starts, layer.heads, layer.relations, strict=True
    ):
        if not found:
            continue
        if governor is not None and places[governor] and head[found.start] == IGNORE:
            head[found.start] = places[governor].start
            answers["relation"][found.start] = coarse(relation or "")
        if tag in TAGS:
            answers["tag"][found.start] = TAGS.index(tag)
        answers["start"][found.start] = int(begins)
        if name is not None:
            number = NAME_LABELS.index(name)
            for offset, word in enumerate(found):
                answers["name"][word] = number + (name[0] == "B" and offset > 0)


def examples(text: Text, features: Featurizer, first: int) -> Iterator[Example]:
    """The windows of a text; `first` moves the cuts, so that each epoch sees others."""
    for window in windows(text.words, LIMITS, first=first):
        yield _example(text, window, features)


def _example(text: Text, window: Window, features: Featurizer) -> Example:
    pieces, shapes, places = window_inputs(text.words, window, features)
    part = slice(window.start, window.end)
    answers = {task: answer[part] for task, answer in text.answers.items()}
    anchors, head = (_inside(words[part], window) for words in (text.anchors, text.head))
    meant = {
        word - window.start: _near(names, window) or _near(others, window)
        for word in range(window.start, window.end)
        for names, others in [text.meant.get(word, ([], []))]
    }
    return Example(pieces, shapes, places, answers, anchors, head, meant)


def _near(words: list[int], window: Window) -> list[int]:
    """Those in the window, counted from its start."""
    return [word - window.start for word in words if window.start <= word < window.end]


def _inside(words: Ints, window: Window) -> Ints:
    """Word numbers, counted from the window's start; IGNORE for those outside of it."""
    within = (words >= window.start) & (words < window.end)
    return np.where(within, words - window.start, IGNORE)


def batches(
    texts: Sequence[Text], features: Featurizer, *, pieces: int, seed: int
) -> list[list[Example]]:
    """Batches of windows of like length, of at most `pieces` pieces with padding, shuffled."""
    dice = random.Random(seed)
    smallest = LIMITS.core // 4
    found = [
        example
        for text in texts
        for example in examples(text, features, dice.randint(smallest, LIMITS.core))
    ]
    dice.shuffle(found)
    found.sort(key=lambda e: len(e.pieces) // 16)
    out: list[list[Example]] = [[]]
    for example in found:
        longest = max([len(example.pieces), *(len(e.pieces) for e in out[-1])])
        if out[-1] and longest * (len(out[-1]) + 1) > pieces:
            out.append([])
        out[-1].append(example)
    dice.shuffle(out)
    return out
