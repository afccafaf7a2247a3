"""The form into which every corpus is brought: a text, with what annotators or tools say of it.

All places are character spans into the text. A layer that a corpus does not have is None, and the
net learns nothing from it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Range = tuple[int, int]
Attribution = dict[str, list[Range]]
"""Spans by their part: source, cue, content, and via where a corpus has it."""


@dataclass
class TokenLayer:
    """Tokens of a treebank over a text: character spans, tags, names (BIO), sentence starts, the
    number of each token's head (its own for a root) and the relation to it. Heads and relations
    are None where they are not known."""

    spans: list[Range] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    heads: list[int | None] = field(default_factory=list)
    relations: list[str | None] = field(default_factory=list)

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

    def named(self, kind: str) -> Iterator[Range]:
        """The names of a kind, in text order."""
        span: Range | None = None
        for (start, end), name in zip(self.spans, self.names, strict=True):
            if name == f"I-{kind}" and span:
                span = (span[0], end)
                continue
            if span:
                yield span
            span = (start, end) if name in (f"B-{kind}", f"I-{kind}") else None
        if span:
            yield span


@dataclass
class Pointer:
    """Words that stand for somebody or something.

    names   the words that name the same one: a person's names; of a source that nobody names, its
            own words
    others  where no name is near: the other sources that mean the same one
    """

    words: Range
    names: list[Range]
    others: list[Range] = field(default_factory=list)


@dataclass
class References:
    """The words of a text that stand for somebody or something, or describe somebody.

    types         a source's words and the type of the source
    descriptions  words that say what a person is; None where nobody has looked for any
    unclear       where descriptions may stand that nobody has marked
    pointers      words, and those that stand for the same one
    """

    types: list[tuple[Range, str]] = field(default_factory=list)
    descriptions: list[Range] | None = None
    unclear: list[Range] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)


@dataclass
class Annotated:
    """A text, the attributions of each of its annotators, its tokens, and who is meant in it."""

    id: str
    text: str
    annotations: list[list[Attribution]] | None = None
    tokens: TokenLayer | None = None
    references: References | None = None
