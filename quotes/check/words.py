"""The words of a quotation as they are compared, with where each stands.

Case, marks, diacritics, British or American spelling, contractions and figures for numbers make no
difference; another form of a word does ("raise", "raised").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from quotes.records import Offsets
from quotes.sayings.decide import LITTLE_WEIGHT
from quotes.sayings.numbers import number_runs
from quotes.sayings.wording import LITTLE, NEGATIONS, american, root

FILLERS = frozenset(("uh", "um", "er", "oh", "ah", "hm", "hmm", "mm"))
"""Sounds that editors strike out of spoken words: not compared."""

_ELLIPSIS = r"(?:…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)?)"
_TOKEN = re.compile(
    rf"""(?P<gap>[\[(][ ]?{_ELLIPSIS}[ ]?[\])]|{_ELLIPSIS})
    |(?P<set>\[[^\]\n]{{2,80}}\])
    |(?P<number>\d+(?:[.,]\d+)*)
    |(?P<word>(?:\[\w\](?=\w))?[^\W\d_]+(?:['’ʼ`´‘][^\W\d_]+)*)
    |(?P<sign>[%$€£])""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’ʼ`´‘]")
_WHOLE = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
}
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_IS = frozenset(
    ("it", "he", "she", "that", "this", "there", "what", "who", "here", "where", "how", "when")
)
_HAS = re.compile(r"\s+(?:been|got|become|gone|done|had|made|come|taken|never been)\b")
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "%": "percent"}
_NO_BRACKETS = {ord("["): None, ord("]"): None}
_ENDS = re.compile(r"[.?!][\"”’')»\]]*\s|\n|;\s|:\s*[“\"‘«]")
_JOINT = re.compile("[”\"’'»“] … [“\"‘'«„»”]")
"""Between two pieces of a quotation, of which the cue stands between them."""
_MARK = re.compile(r"[^\s-]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Lt|Col|[A-Z])\.\s$")


class Word(NamedTuple):
    """A word as it is compared.

    form        what it is compared by
    start, end  where it stands in the text; the two words of a contraction stand at one place
    gap         whether the text says that words before it are left out, or replaced in brackets
    first       whether a sentence begins with it
    """

    form: str
    start: int
    end: int
    gap: bool = False
    first: bool = False

    @property
    def negates(self) -> bool:
        """True for a word that turns what is said into its contrary."""
        return self.form in NEGATIONS

    @property
    def weight(self) -> float:
        """1 for a word that carries meaning, less for others."""
        return LITTLE_WEIGHT if self.form in LITTLE else 1.0

    @property
    def root(self) -> str:
        """The stem that stands for it and for all words that mean the same."""
        return root(self.form)


class Words:
    """The words of a text. `gap_after`: whether it says that something is left out at its end."""

    def __init__(self, text: str, words: Sequence[Word], *, gap_after: bool = False) -> None:
        self.text = text
        self.words = tuple(words)
        self.gap_after = gap_after

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms by which they are compared, in their order."""
        return tuple(word.form for word in self.words)

    @cached_property
    def weight(self) -> float:
        """The weight of all words together."""
        return sum(word.weight for word in self.words)

    def span(self, start: int, end: int) -> str:
        """The words from one place to another as they stand in the text."""
        first, last = self.offsets(start, end)
        return self.text[first:last]

    def offsets(self, start: int, end: int) -> Offsets:
        """From where to where these words stand in the text; of none a place without length."""
        if start < end:
            return self.words[start].start, self.words[end - 1].end
        at = self.words[start - 1].end if start else 0
        return at, at

    def before(self, place: int) -> str:
        """The marks between a word and the one before it."""
        start = self.words[place - 1].end if place else 0
        return self.text[start : self.words[place].start] if place < len(self.words) else ""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """From the first word of the sentence of one word to the last of that of another."""
        while start and not self.words[start].first:
            start -= 1
        while end < len(self.words) and not self.words[end].first:
            end += 1
        return start, end


@lru_cache(maxsize=1_000)
def read_draft(text: str) -> Words:
    """The words of a draft's quotation. What stands in [brackets] is not the speaker's."""
    return _read(text, [(0, len(text))])


def find_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where words and numbers stand in a stretch of a text."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


def read_place(text: str, own: Sequence[tuple[int, int]] | None = None) -> Words:
    """The words of a stored text, or of those stretches of it that are the speaker's own: what
    stands between two of them is left out without a word."""
    return _read(text, [(0, len(text))] if own is None else own)


def _read(text: str, stretches: Sequence[tuple[int, int]]) -> Words:
    words: list[Word] = []
    gap = False
    for number, (start, end) in enumerate(stretches):
        gap = gap or number > 0
        found, gap = _stretch(text, start, end, gap=gap)
        words += found
    return Words(text, words, gap_after=gap)


def _stretch(text: str, start: int, end: int, *, gap: bool) -> tuple[list[Word], bool]:
    found: list[Word] = []
    done = start
    for match in _TOKEN.finditer(text, start, end):
        if match["gap"] or match["set"]:
            gap = gap or not _JOINT.match(text, max(0, match.start() - 2), match.end() + 2)
            continue
        first = not found or _begins(text, done, match.start())
        for form in _forms(match, text):
            if form not in FILLERS:
                found.append(Word(form, match.start(), match.end(), gap, first))
                gap = first = False
        done = match.end()
    return list(_with_numbers(text, found)), gap


def _forms(match: re.Match[str], text: str) -> Sequence[str]:
    """The form by which a word, number or sign is compared: two for a contraction."""
    if match["number"]:
        return (match["number"].replace(",", ""),)
    if match["sign"]:
        return (_SIGNS[match["sign"]],)
    word = _APOSTROPHE.sub("'", match["word"].translate(_NO_BRACKETS)).lower()
    if not word.isascii():
        word = _plain(word)
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return _spelt(word[:-3]), "not"
    stem, _, ending = word.rpartition("'")
    if not stem:
        return (_spelt(word),)
    if ending == "s" and stem in _IS:
        return stem, "has" if _HAS.match(text, match.end()) else "is"
    return _spelt(stem.replace("'", "")), _ENDINGS.get(ending, ending)


def _plain(word: str) -> str:
    from anyascii import anyascii

    return anyascii(word).lower()


@lru_cache(maxsize=100_000)
def _spelt(word: str) -> str:
    return american(word)


def _begins(text: str, done: int, start: int) -> bool:
    """True where a sentence begins behind the marks between two words."""
    between = text[done:start]
    if _JOINT.search(between) and text[start].isupper():
        return True
    return bool(_ENDS.search(between)) and not _TITLE.search(text, max(0, start - 8), start)


def _with_numbers(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Each number as one word in digits, the sign of a currency behind it: "$5 million"."""
    done = 0
    for start, end, value in _numbers(text, words):
        one = words[start]
        number = one._replace(form=value, end=words[end - 1].end)
        sign = words[start - 1] if start > done else number
        if text[sign.start] in _SIGNS:
            yield from words[done : start - 1]
            yield number._replace(start=sign.start, gap=sign.gap, first=sign.first)
            yield number._replace(form=sign.form, gap=False, first=False)
        else:
            yield from words[done:start]
            yield number
        done = end
    yield from words[done:]


def _numbers(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand, and their values: words with marks between them are several."""
    begin = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and not _MARK.search(text, words[place - 1].end, words[place].start):
            continue
        for start, end, value in number_runs([word.form for word in words[begin:place]]):
            yield begin + start, begin + end, value
        begin = place
