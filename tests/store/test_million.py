"""The invented articles that stores are measured with are what they are said to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from quotes.records import Article, Quote, join_pieces, quote_id

from .million import COMMON_WORD, FREQUENT_SPEAKER, PHRASE, RARE, RARE_WORD, make_articles

COUNT = 5_000  # of 2,000 the mean lengths depend too much on who happens to speak
LENGTHS = {
    "text": 99.5,
    "source_text": 17,
    "cue_text": 9,
    "role": 11,
    "office": 9,
    "affiliation": 6,
}
SHARES: dict[str, tuple[Callable[[Quote], bool], float]] = {
    "direct": (lambda quote: quote.kind == "direct", 0.20),
    "mixed": (lambda quote: quote.kind == "mixed", 0.20),
    "thought": (lambda quote: quote.act == "thought", 0.12),
    "negated": (lambda quote: quote.factuality == "negated", 0.04),
    "hypothetical": (lambda quote: quote.factuality == "hypothetical", 0.04),
    "in two pieces": (lambda quote: len(quote.content) == 2, 0.10),
    "with a role": (lambda quote: quote.role is not None, 0.50),
    "with an office": (lambda quote: quote.office is not None, 0.30),
    "with an affiliation": (lambda quote: quote.affiliation is not None, 0.40),
    "with a relay": (lambda quote: quote.via is not None, 0.01),
    "with a day": (lambda quote: quote.said_on is not None, 0.04),
    "by persons": (lambda quote: _type(quote) == "person", 0.73),
    "by bodies": (lambda quote: _type(quote) == "organization", 0.15),
    "by groups": (lambda quote: _type(quote) == "group", 0.06),
    "by unnamed ones": (lambda quote: _type(quote) == "unnamed", 0.03),
    "by nobody": (lambda quote: quote.speaker is None, 0.03),
    "by the most frequent": (lambda quote: _name(quote) == FREQUENT_SPEAKER, 0.025),
    "with the common word": (lambda quote: COMMON_WORD in quote.text.lower(), 0.40),
}

Pairs = list[tuple[Article, list[Quote]]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """Some articles with their quotes."""
    return list(make_articles(COUNT))


@pytest.fixture(scope="module")
def quotes(pairs: Pairs) -> list[Quote]:
    """All their quotes."""
    return [quote for _, found in pairs for quote in found]


def test_same_arguments_give_the_same(pairs: Pairs) -> None:
    assert list(make_articles(COUNT)) == pairs
    assert list(make_articles(COUNT, seed=21)) != pairs


@pytest.mark.parametrize("count", [0, 1, 19, 777])
def test_as_many_as_asked_for(count: int) -> None:
    assert sum(len(found) for _, found in make_articles(count)) == count


def test_texts_may_be_left_out(pairs: Pairs) -> None:
    for (article, found), (whole, same) in zip(
        make_articles(COUNT, texts=False), pairs, strict=True
    ):
        assert article == whole.model_copy(update={"text": ""})
        assert found == same


def test_offsets_slice_the_exact_words(pairs: Pairs) -> None:
    for article, found in pairs:
        for quote in found:
            assert join_pieces(article.text, quote.content) == quote.text
            assert join_pieces(article.text, quote.cue) == quote.cue_text
            assert join_pieces(article.text, quote.source) == quote.source_text
            assert quote.text.strip(" ,") == quote.text


def test_quotes_are_in_the_order_of_the_text_and_their_articles_own(pairs: Pairs) -> None:
    for article, found in pairs:
        assert [quote.content for quote in found] == sorted(quote.content for quote in found)
        for quote in found:
            assert quote.article_id == article.id
            assert quote.id == quote_id(article.id, quote.content, quote.kind)
            for field in ("title", "date", "url", "publisher"):
                assert getattr(quote, field) == getattr(article, field)


def test_ids_are_unique(pairs: Pairs, quotes: list[Quote]) -> None:
    assert len({article.id for article, _ in pairs}) == len(pairs)
    assert len({quote.id for quote in quotes}) == COUNT


def test_records_are_valid(pairs: Pairs) -> None:
    for article, found in pairs[:50]:
        assert Article.model_validate_json(article.model_dump_json()) == article
        for quote in found:
            assert Quote.model_validate_json(quote.model_dump_json()) == quote


@pytest.mark.parametrize(("field", "length"), LENGTHS.items())
def test_mean_lengths(quotes: list[Quote], field: str, length: float) -> None:
    found = sum(len((getattr(quote, field) or "").encode()) for quote in quotes) / COUNT
    assert found == pytest.approx(length, rel=0.15)


@pytest.mark.parametrize("what", SHARES)
def test_shares(quotes: list[Quote], what: str) -> None:
    fits, share = SHARES[what]
    by_chance = 0.08 * share**0.5  # those of one article have a speaker in common
    assert sum(map(fits, quotes)) / COUNT == pytest.approx(share, abs=by_chance)


def test_few_are_long(quotes: list[Quote]) -> None:
    lengths = sorted(len(quote.text) for quote in quotes)
    assert lengths[COUNT // 2] == pytest.approx(80, rel=0.1)
    assert 500 < lengths[-1] < 2_000


def test_words_that_are_looked_for(quotes: list[Quote]) -> None:
    # Some are repeated, and some repeat another in the place of their own.
    assert RARE * 0.7 <= sum(RARE_WORD in quote.text.lower() for quote in quotes) <= RARE * 1.3
    assert 0.001 <= sum(PHRASE in quote.text.lower() for quote in quotes) / COUNT <= 0.004


def test_words_fall_with_their_rank(quotes: list[Quote]) -> None:
    counts = Counter(word for quote in quotes for word in quote.text.lower().split())
    often = [count for _, count in counts.most_common()]
    assert often[0] > 4 * often[20] > 16 * often[800]
    assert sum(count == 1 for count in often) > len(often) / 3


def test_names_fall_with_their_rank(quotes: list[Quote]) -> None:
    counts = Counter(map(_name, quotes))
    del counts[None]
    assert counts.most_common(1)[0][0] == FREQUENT_SPEAKER
    assert len(counts) > COUNT / 8
    assert not all(name and name.isascii() for name in counts)


def test_articles(pairs: Pairs) -> None:
    articles = [article for article, _ in pairs]
    assert COUNT / len(pairs) == pytest.approx(20, rel=0.15)
    assert max(len(found) for _, found in pairs) <= 120
    assert _mean(len(article.text) for article in articles) == pytest.approx(4_500, rel=0.15)
    assert _mean(len(article.title or "") for article in articles) == pytest.approx(55, rel=0.1)
    days = [article.date for article in articles if article.date]
    assert (max(days) - min(days)).days > 9 * 365
    assert 0.01 < 1 - len(days) / len(pairs) < 0.06


def test_copies_are_by_the_same_within_three_days(quotes: list[Quote]) -> None:
    first: dict[str, Quote] = {}
    copies = 0
    for quote in quotes:
        seen = first.setdefault(quote.text, quote)
        if seen.article_id != quote.article_id and len(quote.text) > 40:
            copies += 1
            assert seen.speaker == quote.speaker
            assert seen.date and quote.date and abs((seen.date - quote.date).days) <= 3
    assert copies / COUNT == pytest.approx(0.05, rel=0.3)


def _mean(values: Iterable[int]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)


def _type(quote: Quote) -> str | None:
    return quote.speaker.type if quote.speaker else None


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None
