"""A draft's quotations, each beside the closest stored quote, or the article in which it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.check import Checked, Place, Quotation, Source, judge, read_draft
from quotes.check.verdict import FEWEST
from quotes.records import Quote
from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each, parts_of
from quotes.store.db.errors import is_no_text
from quotes.store.query.alike import Alike
from quotes.store.query.listing import load_quotes
from quotes.store.schema.values import day_of
from quotes.store.speakers.people import people_of

TOGETHER = 100
"""Quotations whose places are read at once."""

AROUND = 120
"""Characters shown before and after a place."""

READ, LOOKED_AT = 60_000_000, 300_000_000
"""Characters of articles that are read for quotations which no quote has; and of these, times the
quotations, that are looked at. Articles with quotes of the same rare words come first, then those
that were added last."""

BATCH = 200
"""Articles that are read at once."""

PLACES = 20
"""Places of a word in an article that are looked at."""

_ARTICLES_OF = "SELECT DISTINCT quotes.article FROM quotes WHERE quotes.key IN {keys}"
_SPEAKERS = "SELECT quotes.key, quotes.speaker_id FROM quotes WHERE quotes.key IN {keys}"
_LAST = "SELECT articles.key FROM articles WHERE articles.key < :before ORDER BY articles.key DESC"
_TEXTS = """
SELECT articles.key AS key, articles.id AS id, articles.title AS title, articles.date AS date,
       articles.publisher AS publisher, articles.url AS url, articles.text AS text
FROM articles WHERE articles.key IN {keys}
"""
_TEXT = "SELECT articles.text FROM articles WHERE articles.id = :id"


@dataclass(frozen=True)
class _Near:
    """A quotation, the keys of the quotes that share words with it, and of the closest of them."""

    quotation: Quotation
    sharing: Sequence[int]
    closest: Sequence[int]


def check_quotations(reader: Reader, quotations: Iterable[Quotation]) -> Iterator[Checked]:
    """Each quotation beside the closest place, in their order; TOGETHER are looked up at once."""
    alike = Alike(reader)
    every = list(quotations)
    for start in range(0, len(every), TOGETHER):
        some = [_near(alike, one) for one in every[start : start + TOGETHER]]
        yield from _check(reader, alike, some)


def _near(alike: Alike, one: Quotation) -> _Near:
    name = one.speaker.name if one.speaker else None
    if len(read_draft(one.text)) < FEWEST:
        return _Near(one, (), alike.said_by(one.text, name) if name else ())
    sharing = alike.sharing(one.text)
    return _Near(one, sharing, alike.nearest(one.text, sharing, name))


def _check(reader: Reader, alike: Alike, some: Sequence[_Near]) -> Iterator[Checked]:
    sources = _load(reader, {key for one in some for key in one.closest})
    known = [[sources[key] for key in one.closest] for one in some]
    checked = [judge(one.quotation, mine) for one, mine in zip(some, known, strict=True)]
    missing = [place for place, one in enumerate(checked) if one.verdict == "not found"]
    if missing:
        articles = _Articles(reader, [_Wanted(some[place], alike) for place in missing])
        articles.read()
        for place, wanted in zip(missing, articles.wanted, strict=True):
            again = judge(wanted.quotation, [*known[place], *wanted.found])
            checked[place] = again.model_copy(update={"unread": articles.unread})
    texts: dict[str, str] = {}
    for one in checked:
        yield _in_context(reader, one, texts)


def _load(reader: Reader, keys: Collection[int]) -> dict[int, Source]:
    """The quotes with these keys, each with all names of its speaker."""
    found: dict[int, Source] = {}
    for part in parts_of(sorted(keys)):
        who = dict(map(tuple, ask(reader, _SPEAKERS.format(keys=among_numbers(part)))))
        people = people_of(reader, {id for id in who.values() if id is not None})
        names = {id: tuple(row.name for row in one.rows) for one in people for id in one.ids}
        for key, quote in zip(part, load_quotes(reader, part), strict=True):
            found[key] = Source(_place_of(quote), names.get(who[key], ()))
    return found


def _place_of(quote: Quote) -> Place:
    return Place(
        quote_id=quote.id,
        **{name: getattr(quote, name) for name in _OF_QUOTE},
    )


_OF_QUOTE = Place.model_fields.keys() & Quote.model_fields.keys()


class _Wanted:
    """A quotation that no quote has, the words by which it is looked for in a text, and the places
    found."""

    def __init__(self, near: _Near, alike: Alike) -> None:
        self.quotation = near.quotation
        self.sharing = near.sharing
        words = alike.rarest(near.quotation.text)
        self.word, self.other = (words * 2)[:2] if words else ("", "")
        self.found: list[Source] = []

    def look(self, row: Row, text: str) -> None:
        """Note what stands around the rarest word in the text of a row of _TEXTS that has both."""
        room = len(self.quotation.text) + AROUND
        at = text.find(self.word)
        for _ in range(PLACES):
            if at < 0:
                return
            start, end = _whole_words(text, at - room, at + room)
            if self.other in text[start:end]:
                self.found.append(Source(_piece_of(row, text[start:end])))
            at = text.find(self.word, end)


class _Articles:
    """Reads articles for what no quote has, as many as there is room for."""

    def __init__(self, reader: Reader, wanted: Sequence[_Wanted]) -> None:
        self.wanted = wanted
        self._reader = reader
        self._room = min(READ, LOOKED_AT // len(wanted))
        self._done: set[int] = set()
        self.unread = 0

    def read(self) -> None:
        """Those with quotes that share words first, then the last ones."""
        (count,) = ask_each(self._reader, "SELECT count(*) FROM articles")
        sharing = {key for one in self.wanted for key in one.sharing}
        for part in parts_of(sorted(sharing)):
            keys = ask_each(self._reader, _ARTICLES_OF.format(keys=among_numbers(part)))
            self._look([key for key in keys if key not in self._done])
        before = _BEYOND
        while self._room > 0:
            keys = ask_each(self._reader, f"{_LAST} LIMIT {BATCH}", {"before": before})
            if not keys:
                break
            before = keys[-1]
            self._look([key for key in keys if key not in self._done])
        self.unread = count - len(self._done)

    def _look(self, keys: Sequence[int]) -> None:
        wanted = [one for one in self.wanted if one.word]
        for row in self._rows(keys):
            text = row.text
            self._room -= len(text)
            self._done.add(row.key)
            for one in wanted:
                if one.word in text and one.other in text:
                    one.look(row, text)

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        """Those that can be read."""
        try:
            return ask(self._reader, _TEXTS.format(keys=among_numbers(keys)))
        except Exception as error:
            if not is_no_text(error):
                raise
            return [row for key in keys for row in self._rows([key])] if len(keys) > 1 else []


_BEYOND = 2**31 - 1
"""No article's key is larger."""


def _piece_of(row: Row, text: str) -> Place:
    return Place(
        quote_id=None,
        article_id=row.id,
        title=row.title,
        text=text,
        kind=None,
        speaker=None,
        role=None,
        date=day_of(row.date),
        said_on=None,
        publisher=row.publisher,
        via=None,
        url=row.url,
    )


def _in_context(reader: Reader, one: Checked, texts: dict[str, str]) -> Checked:
    """With what stands around the stored quote in its article; `texts`: those that were read."""
    place = one.place
    if place is None or place.quote_id is None:
        return one
    if place.article_id not in texts:
        (texts[place.article_id],) = ask_each(reader, _TEXT, {"id": place.article_id})
    text = texts[place.article_id]
    start, end = place.content[0][0], place.content[-1][1]
    first, last = _whole_words(text, start - AROUND, end + AROUND)
    around = {"before": text[first:start], "after": text[end:last]}
    return one.model_copy(update={"place": place.model_copy(update=around)})


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch made smaller, or kept at the text's ends, such that no word is cut."""
    start, end = max(0, start), min(end, len(text))
    if start:
        start = next((at for at in range(start, end) if text[at].isspace()), start)
    if end < len(text):
        end = next((at for at in range(end, start, -1) if text[at].isspace()), end)
    return start, end
