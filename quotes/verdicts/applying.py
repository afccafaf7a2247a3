"""Quotes that a model found in an article, and the verdicts on it → the quotes that it has.

A verdict takes the place of what a model found at its words: of the very same words, of more than
half of them, and of pieces of them that were said by the same. So whoever judges has the last word,
also where another model finds nothing there, or other pieces. Whatever is beside stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quotes.records import PIECE_JOINER, Article, Offsets, Quote, join_pieces, quote_id
from quotes.verdicts.anchors import Places, find_anchor, make_anchor
from quotes.verdicts.plain import PlainText, plain
from quotes.verdicts.records import Anchor, Verdict, bare

HALF = 0.5
"""Of all words of two contents together: so many in common make them one."""

PIECE = 0.9
"""Of the words of a content: so many within another make it a piece of that."""

_OF_ARTICLE = ("article_id", "title", "date", "url", "publisher")


@dataclass(frozen=True)
class Judged:
    """The quotes of an article in the order of its text, and the verdicts as they are now."""

    quotes: list[Quote]
    verdicts: list[Verdict]


def apply(article: Article, found: Sequence[Quote], verdicts: Iterable[Verdict]) -> Judged:
    """The quotes of an article in which a model has found some, under the verdicts on it.

    A verdict whose words stand nowhere in the article, or of which this cannot be told, changes
    nothing and says that it does not fit. Of an article without a text (an imported one) the words
    of its quotes are all that can be compared.
    """
    rest = sorted(verdicts, key=lambda verdict: (verdict.at, verdict.id))
    if not rest:
        return Judged(list(found), [])
    text = PlainText(article.text)
    placed = [_place(text, verdict, found) for verdict in rest]
    _cover(placed, found)
    return _made(article, text, found, placed)


def words_of(quote: Quote) -> str:
    """By what a quote is known among others of its article: speaker and plain words."""
    return f"{quote.speaker.name if quote.speaker else ''}\n{plain(quote.text)}"


def overlap(one: Sequence[Offsets], other: Sequence[Offsets]) -> tuple[float, float]:
    """The characters in common as a share of all of both, and of the first's."""
    mine, theirs = (sum(end - start for start, end in spans) for spans in (one, other))
    common = sum(
        max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other
    )
    return common / max(mine + theirs - common, 1), common / max(mine, 1)


@dataclass
class _Placed:
    """A verdict; where its words stand (None: nowhere), and where those that a model had found in
    their place; which of the quotes found it takes the place of, by their numbers."""

    verdict: Verdict
    place: Places | None
    own: Places | None
    covered: list[int] = field(default_factory=list)


def _place(text: PlainText, verdict: Verdict, found: Sequence[Quote]) -> _Placed:
    if text.text:
        own = find_anchor(text, verdict.own) if verdict.own else None
        return _Placed(verdict, find_anchor(text, verdict.anchor), own)
    return _Placed(verdict, _place_without_text(verdict, found), None)


def _place_without_text(verdict: Verdict, found: Sequence[Quote]) -> Places | None:
    """Where it fits the article's text elsewhere: by id and words, else by the words if they are
    there once. What was dropped is not there."""
    if not verdict.fits:
        return None
    known = [verdict.quote, *([verdict.before] if verdict.before else []), *verdict.found]
    words, ids = {plain(one.text) for one in known}, {one.id for one in known}
    same = [quote for quote in found if plain(quote.text) in words]
    meant = [quote for quote in same if quote.id in ids]
    if meant:
        return meant[0].content
    if verdict.what == "dropped":
        return verdict.anchor.spans
    return same[0].content if len(same) == 1 else None


def _cover(placed: Sequence[_Placed], found: Sequence[Quote]) -> None:
    """Give each quote to one verdict at most: those of the very same words first."""
    free = dict(enumerate(found))
    for covers in (_same, _alike):
        for one in placed:
            if one.place is None:
                continue
            mine = [number for number, quote in free.items() if covers(one, quote)]
            if covers is _same and one.verdict.beside:
                mine = _closest(one.verdict, free, mine)
            one.covered += mine
            for number in mine:
                del free[number]


def _same(one: _Placed, quote: Quote) -> bool:
    return quote.content in (one.place, one.own)


def _closest(verdict: Verdict, free: dict[int, Quote], mine: list[int]) -> list[int]:
    """Without those that stood beside; where nothing is left, the one of its id or the first."""
    meant = [number for number in mine if words_of(free[number]) not in verdict.beside]
    return meant or sorted(mine, key=lambda number: free[number].id != verdict.quote.id)[:1]


def _alike(one: _Placed, quote: Quote) -> bool:
    if words_of(quote) in one.verdict.beside:
        return False
    return is_alike(quote, one.verdict, [place for place in (one.place, one.own) if place])


def is_alike(quote: Quote, verdict: Verdict, places: Iterable[Sequence[Offsets]]) -> bool:
    """True if a quote that stands beside one of these places says what the verdict is about."""
    for place in places:
        of_both, of_mine = overlap(quote.content, place)
        if of_both >= HALF or (of_mine >= PIECE and _is_by_the_same(quote, verdict)):
            return True
    return False


def _is_by_the_same(quote: Quote, verdict: Verdict) -> bool:
    known = {one.speaker for one in (verdict.quote, verdict.before, *verdict.found) if one}
    return quote.speaker in known


def _made(
    article: Article, text: PlainText, found: Sequence[Quote], placed: Sequence[_Placed]
) -> Judged:
    covered = {number for one in placed for number in one.covered}
    quotes = [((n, 1), quote) for n, quote in enumerate(found) if n not in covered]
    taken = {quote.id for _, quote in quotes}
    verdicts = []
    for one in placed:
        if one.place is None:
            verdicts.append(one.verdict.model_copy(update={"fits": False, "found": ()}))
            continue
        verdict = _renewed(article, text, one, [found[n] for n in one.covered], taken)
        verdicts.append(verdict)
        if verdict.what != "dropped":
            taken.add(verdict.quote.id)
            quotes.append((_rank(one, verdict.quote, found), verdict.quote))
    quotes.sort(key=lambda pair: pair[0])
    return Judged([quote for _, quote in quotes], verdicts)


def _rank(one: _Placed, quote: Quote, found: Sequence[Quote]) -> tuple[int, int]:
    """Its place among the quotes found: that of what it stands for, or by the order of the text."""
    if one.covered:
        return min(one.covered), 1
    return _first_beyond(quote, found), 0


def _first_beyond(quote: Quote, quotes: Sequence[Quote]) -> int:
    later = (n for n, other in enumerate(quotes) if other.content[0] > quote.content[0])
    return next(later, len(quotes))


def _renewed(
    article: Article, text: PlainText, one: _Placed, mine: Sequence[Quote], taken: set[str]
) -> Verdict:
    """The verdict as it stands in the article now."""
    verdict, place = one.verdict, one.place or ()
    machine = tuple(quote for quote in mine if quote.checked_by is None)
    known = {
        "fits": True,
        # one that was checked elsewhere is no model's answer: that came with the verdict
        "found": machine if machine or not mine else verdict.found,
        "quote": _quote(article, verdict, place, mine, taken),
    }
    if article.text:
        known["anchor"] = make_anchor(text, place)
        known["own"] = make_anchor(text, one.own) if one.own else verdict.own
    return verdict.model_copy(update=known)


def _quote(
    article: Article, verdict: Verdict, place: Places, mine: Sequence[Quote], taken: set[str]
) -> Quote:
    quote = verdict.quote
    cue, source = (_moved(article, verdict, place, mine, name) for name in ("cue", "source"))
    words = join_pieces(article.text, place) if article.text else None
    known = {name: getattr(article, name) for name in _OF_ARTICLE[1:]}
    changed = {
        "article_id": article.id,
        **known,
        "id": next(id for id in _ids(article, verdict, place, mine) if id not in taken),
        "content": place,
        "text": words or quote.text,
        "checked_by": verdict.by,
        "checked_at": verdict.at,
        "cue": cue,
        "source": source,
    }
    if article.text:
        changed |= {"cue_text": join_pieces(article.text, cue)}
        changed |= {"source_text": join_pieces(article.text, source)}
    if mine:
        changed["confidence"] = mine[0].confidence
    return quote.model_copy(update=changed)


def _ids(article: Article, verdict: Verdict, place: Places, mine: Sequence[Quote]) -> Iterator[str]:
    """An id of the quote, as good as can be: it had it where it stands, the model's answer has it,
    or it is made of the words' place."""
    if verdict.quote.article_id == article.id and verdict.anchor.spans == place:
        yield verdict.quote.id
    yield from (quote.id for quote in mine)
    for more in ("", *map(str, range(1000))):
        yield quote_id(article.id, place, f"{verdict.quote.kind}{more}")


def _moved(
    article: Article, verdict: Verdict, place: Places, mine: Sequence[Quote], name: str
) -> Places:
    """Where the cue or the source stands now: as far from a piece of the content as it was, else
    where the model found it; nowhere where neither is known."""
    spans: Places = getattr(verdict.quote, name)
    if not article.text or not spans:
        return spans
    said = getattr(verdict.quote, f"{name}_text") or ""
    wanted = [plain(words) for words in said.split(PIECE_JOINER)]
    for (before, _), (after, _) in zip(verdict.anchor.spans, place, strict=True):
        shifted = tuple((start + after - before, end + after - before) for start, end in spans)
        if [plain(article.text[max(0, start) : max(0, end)]) for start, end in shifted] == wanted:
            return shifted
    found = next((getattr(quote, name) for quote in mine if getattr(quote, name)), ())
    return tuple(found)


def unjudged(quotes: Iterable[Quote], verdicts: Iterable[Verdict]) -> list[Quote]:
    """The quotes that a model found, out of those of an article and the verdicts on it."""
    fitting = [verdict for verdict in verdicts if verdict.fits]
    made = {verdict.quote.id: verdict for verdict in fitting if verdict.what != "dropped"}
    found: list[Quote] = []
    for quote in quotes:
        found += map(bare, made[quote.id].found) if quote.id in made else [quote]
    for verdict in fitting:
        if verdict.what == "dropped":
            for quote in verdict.found:
                found.insert(_first_beyond(quote, found), quote)
    return found


def anchor_of(article: Article, quote: Quote) -> Anchor:
    """Make what finds a quote's content again; of an article without a text only the words."""
    if article.text:
        return make_anchor(PlainText(article.text), quote.content)
    return Anchor(pieces=tuple(quote.text.split(PIECE_JOINER)), spans=quote.content)
