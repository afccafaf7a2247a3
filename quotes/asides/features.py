"""The features of a paragraph for the classifier: its words, pairs of them, and its form."""

from __future__ import annotations

import re
from collections.abc import Iterator

KINDS = ("story", "promotion", "link", "caption", "contributor", "notice")
"""The classes, the story first.

promotion    appeals, subscriptions, newsletters, podcasts and events, sharing and following
link         headlines of other articles
caption      of a picture, with its credit or alone
contributor  who helped, who wrote; corrections and updates
notice       cookies, law, rules for comments, buttons and navigation
"""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[$£€%]|[>»›|/©@•…→]")
_MARK = re.compile('["“”«»]')
_SAID = re.compile(
    r"[”\"’]\s(?:[\w.'’-]+\s){0,8}?(?:said|added|told|asked|wrote|replied|warned|recalled|explained)\b"
    r"|\b(?:said|added|told|asked|wrote|replied|warned)\b.{0,40}?[“\"‘]"
)
_MOST = 120  # words; later ones tell nothing new


def features(paragraph: str) -> Iterator[str]:
    """The features that are there; words in lower case, numbers as "0"."""
    words = [_plain(word) for word in _WORD.findall(paragraph[:2000])[:_MOST]]
    yield from set(words)
    yield from {f"{one} {other}" for one, other in zip(["^", *words], [*words, "$"], strict=True)}
    yield f"size {min(len(words), 64).bit_length()}"
    yield from _form(paragraph.strip(), words)


def _plain(word: str) -> str:
    return "0" if word.isdigit() else word.lower().replace("’", "'")


def _form(text: str, words: list[str]) -> Iterator[str]:
    if not text:
        return
    yield f"end {text[-1] if not text[-1].isalnum() else 'a'}"
    if _MARK.search(text):
        yield "form marks"
        if _SAID.search(text):
            yield "form said"
    if text.isupper():
        yield "form capitals"
    letters = [word for word in text.split() if word[0].isalpha()]
    if len(letters) > 3 and sum(word[0].isupper() for word in letters) > 0.7 * len(letters):
        yield "form title"
    if re.match(r"[*_#>\[(•\-–|]", text):
        yield f"form starts {text[0]}"
    if re.search(r"\]\(|https?:|www\.", text):
        yield "form address"
    if re.match(r"[*_#> ]*(?:[A-Z][\w’' -]{2,30}):", text):
        yield "form label"
    if not re.search(r"[.!?]", text):
        yield "form no stop"
