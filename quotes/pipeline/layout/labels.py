"""Lines that begin with what may be the label of a turn: "Q:", "**Ann Lee:**", "MAYOR LEE —".

A label is read off the characters: up to six words that begin with a capital, with markup around
them or not, and after them a colon, a dash, or, after the letters Q and A, a full stop. Whether
such lines are talk at all is for `transcripts` to tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span

from quotes.given_names import given_names
from quotes.pipeline.speakers.page import PERSON_LABELS
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS
from quotes.registry import fold

Asks = Literal["asks", "answers", "named"]

ASKING = frozenset(
    [
        "q", "question", "questioner", "host", "moderator", "anchor", "reporter", "interviewer",
        "journalist", "presenter", "correspondent", "narrator", "caller", "audience", "press",
        "voice",
    ]
)  # fmt: skip
"""Last words of labels of people who stay unnamed."""

ANSWERING = frozenset(["a", "answer", "interviewee", "guest", "respondent"])
"""Labels of whoever is interviewed."""

LONGEST_LABEL = 6  # words
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARKUP = r"[*_]{0,3}"
_BEFORE = rf"""[^\S\n]*["“]?(?:\#{{1,6}}[ ])?{_MARKUP}"""
_DASH = r"[^\S\n]*[—–―-](?!\S)"
_LETTER = re.compile(
    rf"{_BEFORE}(?P<label>[QA]\d{{0,2}}){_MARKUP}"
    rf"(?:[.):]{_MARKUP}(?!\S)(?:{_DASH})?|{_DASH})[^\S\n]*{_MARKUP}"
)
_LABEL = re.compile(
    rf"""{_BEFORE}(?P<label>[^\W\d_][^\n:*_—―?!"“”;]{{0,80}}?){_MARKUP}
    (?:[^\S\n]?:{_MARKUP}(?=[\s"“‘'(\[A-Z]|$)(?:{_DASH})?
      |[^\S\n]*[—―]{_MARKUP}|[^\S\n]+–{_MARKUP}(?=\s))[^\S\n]*{_MARKUP}""",
    re.VERBOSE,
)
_LONGEST = 120
"""Characters of a line among which a label is looked for."""


class Line(NamedTuple):
    """A line that is not blank, in tokens [start, end), without white space around it."""

    start: int
    end: int


class Label(NamedTuple):
    """Words that may label a turn.

    line        the number of its line
    start, end  the tokens of the label without markup
    sign        the token of the colon or dash, or None, where it is part of the label's last token
    body        the token with which what is said begins; the line's end, where it is empty
    key         how those who speak are told apart: the last word of the name, in small letters
    asks        whether the label says that somebody asks, or answers, or else names somebody
    """

    line: int
    start: int
    end: int
    sign: int | None
    body: int
    key: str
    asks: Asks


def find_lines(doc: Doc) -> list[Line]:
    """All lines of a text that are not blank, in its order."""
    starts = [token.idx for token in doc]
    found = []
    for match in _LINE.finditer(doc.text):
        words = match.group()
        first = match.start() + len(words) - len(words.lstrip())
        start = bisect_right(starts, first) - 1
        end = bisect_left(starts, match.start() + len(words.rstrip()))
        found.append(Line(start, end))
    return found


def find_labels(doc: Doc, lines: list[Line]) -> Iterator[Label]:
    """The lines that begin as a turn does, in the text's order. Time grows with the text."""
    starts = [token.idx for token in doc]
    text = doc.text
    for number, line in enumerate(lines):
        first = starts[line.start]
        last = starts[line.end] if line.end < len(doc) else len(text)
        stop = min(last, first + _LONGEST)
        match = _LABEL.match(text, first, stop) or _LETTER.match(text, first, stop)
        if match is None or not _is_label(match["label"]):
            continue
        start = bisect_right(starts, match.start("label")) - 1
        end = bisect_left(starts, match.end("label"))
        body = min(bisect_left(starts, match.end()), line.end)
        sign = next((i for i in range(end, body) if doc[i].text[0] in ":—–―"), None)
        key = _key(match["label"])
        yield Label(number, start, end, sign, body, key, _asks(key))


def _is_label(label: str) -> bool:
    return label[0].isupper() and len(label.split()) <= LONGEST_LABEL


def _key(label: str) -> str:
    """ "Mayor Ann Lee" and "Lee" are the same; "Q1" and "Q." too; not "Caller 1" and "Caller 2"."""
    words = re.split(r"\s*[,(]", label)[0].rstrip(". ").casefold().split()
    last = " ".join(words[-2:] if words[-1].isdigit() else words[-1:])
    return re.sub(r"^([qa])\d+$", r"\1", last)


def _asks(key: str) -> Asks:
    what = key.partition(" ")[0]
    return "asks" if what in ASKING else "answers" if what in ANSWERING else "named"


def people_of(doc: Doc) -> frozenset[str]:
    """Words that may label a turn: last words of the people whom the text names, and what people
    are."""
    last = (entity[-1].text for entity in doc.ents if entity.label_ in PERSON_LABELS)
    return ASKING | ANSWERING | ROLE_HEADS | frozenset(word.casefold() for word in last)


def spelt_out(doc: Doc, labels: Iterator[Label]) -> Iterator[Label]:
    """The labels, those that are initials ("HM") with the key of the person who has them."""
    named = (entity for entity in doc.ents if entity.label_ in PERSON_LABELS)
    keys = {initials(one): one[-1].text.casefold() for one in named if initials(one)}
    for label in labels:
        key = keys.get(doc[label.start : label.end].text)
        yield label._replace(key=key) if key else label


def is_person(doc: Doc, label: Label, people: frozenset[str]) -> bool:
    """True if a label is one of the people, or a name that begins with a known given name."""
    if label.key.partition(" ")[0] in people:
        return True
    words = doc[label.start : label.end]
    capitals = all(token.text[0].isupper() for token in words if token.is_alpha)
    return capitals and fold(words[0].text) in given_names().gender


def initials(name: Span) -> str:
    """ "HM" of a name of two words or more; "" of one word."""
    letters = "".join(token.text[0] for token in name if token.text[0].isupper())
    return letters if len(letters) > 1 else ""
