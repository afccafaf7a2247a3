"""Quotes that fit their articles, for the formats that hold texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from quotes.records import Article, Offsets, Quote, Speaker, join_pieces, quote_id

HOSTILE_IDS = (
    "",
    " ",
    ".",
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "a/../b",
    "a/./b",
    "a//b",
    "b",
    "C:\\x",
    "C:/x",
    "\\\\host\\share",
    "CON",
    "con.txt",
    "a/aux.md/NUL",
    "lpt1.",
    "News.txt",
    "news.TXT",
    "NEWS",
    "news",
    "news.txt/deep",
    "news.ann/deep",
    "annotation.conf/deep",
    "straße",
    "STRASSE",
    "cafe\u0301",
    "café",
    "ｎｅｗｓ",
    "-rf",
    "~root",
    ".hidden/.git",
    "a\x00b\x1b[31m\nc",
    "a\u202etxt.exe",
    "https://example.org/a/b?x=1&y=2#z",
    "articles.jsonl#3",
    "x" * 1000,
    "x" * 1001,
    "ж" * 300 + "/" + "ж" * 300,
    "/".join("abcdefgh" * 100),
    "trailing. ",
    "trailing",
    'what "is" <this>|*',
)

JOINERS = (" ", " ", "\n", "\r\n", "\r", "\t", "\u2028", "\x85", " \n ", "\n\n")
WORDS = ("Ann", "said", "“it", "rains”", "that", "naïve", "😀sun", "е́", "to")
SLOTS, LENGTH = 4, 6


@st.composite
def talks(draw: st.DrawFn, ids: Sequence[str] = ("a.txt", "news/b.md")) -> list[Quote]:
    """Quotes grouped by article, at most one in each stretch of words; see `texts_of`."""
    found = []
    for id in ids:
        seed = draw(st.integers(0, 999))
        for slot in sorted(draw(st.sets(st.integers(0, SLOTS - 1)))):
            found.append(_quote(draw, article_of(f"{id}", seed), slot, seed))
    return found


def article_of(id: str, seed: int) -> Article:
    """An article whose words and white space are of all kinds, by the seed."""
    count = SLOTS * LENGTH
    words = (WORDS[(seed * number + number) % len(WORDS)] for number in range(count))
    gaps = (JOINERS[(seed + number * 7) % len(JOINERS)] for number in range(count))
    text = "".join(f"{word}{gap}" for word, gap in zip(words, gaps, strict=True))
    return Article(id=id, text=text, title=str(seed))


def finder(quotes: Sequence[Quote]) -> Callable[[str], Article]:
    """A function that finds the articles of such quotes, whose title tells the seed."""
    known = {
        quote.article_id: article_of(quote.article_id, int(quote.title or 0)) for quote in quotes
    }
    return known.__getitem__


def _quote(draw: st.DrawFn, article: Article, slot: int, seed: int) -> Quote:
    content = draw(_spans(article.text, slot))
    kind = draw(st.sampled_from(["direct", "mixed", "indirect"]))
    return Quote(
        id=quote_id(article.id, content, kind),
        article_id=article.id,
        title=str(seed),
        kind=kind,
        act=draw(st.sampled_from(["speech", "thought"])),
        factuality=draw(st.sampled_from(["factual", "negated", "hypothetical"])),
        text=join_pieces(article.text, content) or "",
        content=content,
        cue=draw(st.just(()) | _spans(article.text, slot)),
        source=draw(st.just(()) | _spans(article.text, slot)),
        speaker=draw(st.sampled_from([None, Speaker(name="Ann Lee"), Speaker(name="Bo\n Kim")])),
        role=draw(st.sampled_from([None, "mayor"])),
        confidence=draw(st.floats(0, 1)),
    )


def _spans(text: str, slot: int) -> st.SearchStrategy[tuple[Offsets, ...]]:
    """One or two pieces, of two or more words, in one stretch of an article's text."""
    words = [word.span() for word in re.finditer(r"\S+", text)][slot * LENGTH :][:LENGTH]
    numbers = st.lists(st.integers(0, LENGTH - 1), min_size=2, max_size=4, unique=True)
    return numbers.map(sorted).map(
        lambda at: tuple(
            (words[one][0], words[two][1]) for one, two in zip(at[::2], at[1::2], strict=False)
        )
    )
