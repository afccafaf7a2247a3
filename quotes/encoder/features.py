"""A text as the model sees it: words, each with its pieces and its shape.

A word is a token of spaCy's English tokenizer that is not white space. The pieces are those of
the model's uncased WordPiece vocabulary; what they lose (letter case, paragraphs, spaces, which
tell an opening mark from a closing one) comes back as one shape number per word.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

_LOWER, _TITLE, _UPPER, _MIXED, _DIGIT, _OTHER = range(6)
_SPACE, _PARAGRAPH = 8, 16
SHAPES = 32
NO_SHAPE = 7  # of [CLS] and [SEP]


@dataclass(frozen=True)
class Words:
    """The words of one text, as numbers.

    token      int [n]      the word's token number in the Doc
    pieces     list of n tuples of piece numbers, each with at least one
    shape      int [n]      below SHAPES
    paragraph  bool [n]     the word begins a paragraph (follows a line break)
    """

    token: Ints
    pieces: list[tuple[int, ...]]
    shape: Ints
    paragraph: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pieces)


@lru_cache(maxsize=1 << 16)
def letter_case(word: str) -> int:
    """One of six classes of letter case."""
    if not any(map(str.isalpha, word)):
        return _DIGIT if any(map(str.isdigit, word)) else _OTHER
    if word.islower():
        return _LOWER
    if word.isupper():
        return _UPPER if len(word) > 1 else _TITLE
    return _TITLE if word[0].isupper() and word[1:].islower() else _MIXED


class Featurizer:
    """Turns Docs into Words, with the tokenizer.json of a model folder."""

    def __init__(self, tokenizer: Path) -> None:
        from tokenizers import Tokenizer

        self.path = tokenizer
        wordpiece = Tokenizer.from_file(str(tokenizer))
        wordpiece.no_padding()
        wordpiece.no_truncation()
        unknown = (_number(wordpiece, "[UNK]"),)
        self.first = _number(wordpiece, "[CLS]")
        self.last = _number(wordpiece, "[SEP]")
        self.mask = _number(wordpiece, "[MASK]")

        @lru_cache(maxsize=1 << 17)
        def pieces(word: str) -> tuple[int, ...]:
            # a very long "word" (a URL, a blob) tells nothing more by its later pieces
            return tuple(wordpiece.encode(word, add_special_tokens=False).ids[:24]) or unknown

        self.pieces: Callable[[str], tuple[int, ...]] = pieces

    def __reduce__(self) -> tuple[type[Featurizer], tuple[Path]]:
        return Featurizer, (self.path,)  # for other processes: read again, not carried

    def __call__(self, doc: Doc) -> Words:
        token, shape, paragraph = array("q"), bytearray(), bytearray()  # less than lists take
        pieces = []
        begins, spaced = True, True
        for number, word in enumerate(doc):
            text = word.text
            if text.isspace():
                begins = begins or "\n" in text or "\r" in text
                spaced = True
                continue
            token.append(number)
            pieces.append(self.pieces(text))
            shape.append(letter_case(text) + _SPACE * spaced + _PARAGRAPH * begins)
            paragraph.append(begins)
            begins, spaced = False, bool(word.whitespace_)
        return Words(
            np.frombuffer(token, dtype=np.int64),
            pieces,
            np.frombuffer(shape, dtype=np.uint8),
            np.frombuffer(paragraph, dtype=np.bool_),
        )


def _number(wordpiece: Tokenizer, piece: str) -> int:
    """The number of a piece, which must be there; all of them together take a while to fetch."""
    found: int | None = wordpiece.token_to_id(piece)
    if found is None:
        raise ValueError(f"its tokenizer has no {piece}")
    return found
