"""The words of a quotation as they are compared: without marks, brackets, fillers and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from quotes.sayings.numbers import is_number, join_numbers
from quotes.sayings.wording import FILLERS, LITTLE, NEGATIONS, TURNS, phrases, root

Sort = Literal["content", "name", "number", "turn", "negation", "little"]

_ELLIPSIS = re.compile(r"[\[(]?\s*\.\s?\.\s?\.(?:\s?\.)*\s*[\])]?")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof)\.")
_SENTENCE = re.compile(r"(?:[^.?!;:]|[.:](?=\d))+[.?!;:]*")
_CLAUSE = re.compile(r",(?!\d)|\s-+\s|--+|[()\"]")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:'[A-Za-z]+)?|[%$]")
_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(it|he|she|that|there|what|who|here|where)'s\b"), r"\1 is"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s\b|'"), ""),
    (re.compile(r"%"), " percent "),
)


class Word(NamedTuple):
    """A word as it is compared: its root, its sort, and whether its sentence asks and its clause
    begins here."""

    root: str
    sort: Sort
    asks: bool
    first: bool

    @property
    def counts(self) -> bool:
        """True if it carries meaning of its own."""
        return self.sort not in ("little", "negation")


@lru_cache(maxsize=10_000)
def read_pieces(text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of each piece of a quotation: an ellipsis says that something was left out."""
    from anyascii import anyascii

    plain = _TITLE.sub(r"\1", anyascii(text).replace("`", "'"))
    pieces = (tuple(_words(piece)) for piece in _ELLIPSIS.split(plain))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=10_000)
def read_words(text: str) -> tuple[Word, ...]:
    """All words of a quotation."""
    return tuple(word for piece in read_pieces(text) for word in piece)


def _words(piece: str) -> Iterator[Word]:
    plain = _BRACKETS.sub(" ", _LETTER.sub(r"\1", piece))
    for sentence in _SENTENCE.findall(plain):
        asks = "?" in sentence
        names = _names(sentence)
        for clause in _CLAUSE.split(sentence):
            words = (word for word in join_numbers(_tokens(clause)) if word not in FILLERS)
            for place, word in enumerate(words):
                sort = _sort(word, names)
                yield Word(word if sort == "number" else root(word), sort, asks, place == 0)


def _tokens(clause: str) -> Iterator[str]:
    pattern, replaced = phrases()
    lower = pattern.sub(lambda found: replaced[found[0]], clause.lower())
    for contraction, words in _CONTRACTIONS:
        lower = contraction.sub(words, lower)
    lower = re.sub(r"\$\s?([\d.,]+(?: (?:thousand|million|billion))?)", r"\1 dollars ", lower)
    return (token.replace(",", "") for token in _TOKEN.findall(lower))


def _names(sentence: str) -> frozenset[str]:
    """Words with a capital letter inside a sentence, where it can only be a name's."""
    tokens = [token for token in _TOKEN.findall(sentence) if token[0].isalpha()]
    inner = tokens[1:] if not all(token[0].isupper() for token in tokens) else []
    return frozenset(t.split("'")[0].lower() for t in inner if t[0].isupper() and t != "I")


def _sort(word: str, names: frozenset[str]) -> Sort:
    if is_number(word):
        return "number"
    if word in NEGATIONS:
        return "negation"
    if word in TURNS:
        return "turn"
    if word in LITTLE:
        return "little"
    return "name" if word in names else "content"
