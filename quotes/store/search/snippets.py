"""The words found, marked where they stand: the part of a quote around them, or each in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.records import Offsets, Quote
from quotes.store.search import Where
from quotes.store.search.query import Node, Term, terms_of, tokens
from quotes.store.search.tokens import plain, spans_of

Field = Literal["text", "speaker", "role", "title"]
"""The text that a snippet is a part of: that of the quote, or something else known of it."""

WORDS = 24
"""Words of a snippet."""
CUT = "…"
LONGEST = 100_000
"""Characters of a text that are looked at."""


@dataclass(frozen=True)
class Snippet:
    """A part of a text, where the words found stand in it, and whose text it is."""

    text: str
    marks: tuple[Offsets, ...]
    of: Field = "text"


_FIELDS: dict[Where, tuple[Field, ...]] = {
    "quotes": ("text",),
    "articles": ("title",),
    "all": ("text", "speaker", "role", "title"),
}
"""The texts that are looked at, in this order."""


def snippet_of(quote: Quote, query: Node, where: Where = "all") -> Snippet:
    """The part of the text with most of the words; of the speaker, role or title where it is none.

    Without any of them (words in another spelling, say) the beginning of the text.
    """
    for of, text in _looked_at(quote, where):
        words, found = _found(text, query)
        if found:
            return replace(_around(text, words, found), of=of)
    words, _ = _found(quote.text, query)
    return _around(quote.text, words, [])


def in_context(quote: Quote, query: Node, where: Where = "all") -> Iterator[tuple[str, str, str]]:
    """(what stands before, the words found, what stands after) for each place in the text; in the
    speaker's name, the role or the title where it is none there."""
    for _, text in _looked_at(quote, where):
        words, found = _found(text, query)
        for first, last in found:
            start, end = words[first][0], words[last - 1][1]
            yield text[:start], text[start:end], text[end:]
        if found:
            return


def _looked_at(quote: Quote, where: Where) -> Iterator[tuple[Field, str]]:
    name = quote.speaker.name if quote.speaker else None
    texts = {"text": quote.text, "speaker": name, "role": quote.role, "title": quote.title}
    return ((field, texts[field] or "") for field in _FIELDS[where])


def _found(text: str, query: Node) -> tuple[list[Offsets], list[Offsets]]:
    """Where the words stand, and which runs of them, (first, last) each, are what was searched."""
    words = list(spans_of(text[:LONGEST]))
    forms = [_forms(text[start:end]) for start, end in words]
    runs = {run for term in terms_of(query) for run in _runs(forms, term)}
    return words, _apart(sorted(runs))


def _runs(forms: list[set[str]], term: Term) -> Iterator[Offsets]:
    wanted = tokens(term)
    for first in range(len(forms) - len(wanted) + 1):
        here = forms[first : first + len(wanted)]
        if _fits(here, wanted, starts=term.starts):
            yield first, first + len(wanted)


def _fits(here: Sequence[set[str]], wanted: Sequence[str], *, starts: bool) -> bool:
    *whole, last = zip(here, wanted, strict=True)
    forms, word = last
    begins = any(form.startswith(word) for form in forms) if starts else word in forms
    return begins and all(word in forms for forms, word in whole)


def _forms(word: str) -> set[str]:
    """The word as the index has it, and in plain letters."""
    if word.isascii():
        return {word.lower()}
    from anyascii import anyascii

    return {plain(word), anyascii(word).lower()}


def _apart(runs: list[Offsets]) -> list[Offsets]:
    """The runs without those that lie over one before."""
    kept: list[Offsets] = []
    for run in runs:
        if not kept or run[0] >= kept[-1][1]:
            kept.append(run)
    return kept


def _around(text: str, words: list[Offsets], found: list[Offsets]) -> Snippet:
    if not words:
        return Snippet(text, ())
    first = _best_start(len(words), found)
    last = min(first + WORDS, len(words))
    start = words[first][0] if first else 0
    end = words[last - 1][1] if last < len(words) else len(text)
    before, after = (CUT if start else ""), (CUT if end < len(text) else "")
    shift = len(before) - start
    marks = tuple(
        (words[one][0] + shift, words[other - 1][1] + shift)
        for one, other in found
        if first <= one and other <= last
    )
    return Snippet(f"{before}{text[start:end]}{after}", marks)


def _best_start(count: int, found: list[Offsets]) -> int:
    """The place from which most of what was found is seen, with some words before it."""
    if not found or count <= WORDS:
        return 0
    seen = [
        sum(run[0] <= other[0] and other[1] <= run[0] + WORDS for other in found) for run in found
    ]
    run = found[seen.index(max(seen))]
    last = max((other[1] for other in found if other[1] <= run[0] + WORDS), default=run[1])
    spare = max(WORDS - (last - run[0]), 0)
    return max(0, min(run[0] - spare // 2, count - WORDS))
