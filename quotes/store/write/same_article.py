"""Which stored article one is that was just read.

An article is the same by its web address; by its text; by its place, which is the whole path of its
file and, for one of several in it, its own id. Two with different addresses are never the same, and
neither are two that merely have one id: `story.txt` lies in many folders. Where none is the same
and the id is another article's, the new one gets an id of its own (`quotes.records.id_apart`).

    article_keys    key → article, for its address, its place and its text
    article_places  article → its place
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from quotes.records import ONCE, Article, Quote, digest_of, id_apart, quote_id
from quotes.sayings import are_versions, days_between
from quotes.store.db.asking import Reader, Row, among, among_numbers, ask, parts_of
from quotes.store.db.connection import Connection
from quotes.store.schema.values import day_of, number_of_day

MOST = 20
"""So many articles with one key are looked at, those added last: a notice may be printed daily."""

_FOUND = f"""
SELECT articles.key AS key, articles.id AS id, articles.url AS url, articles.date AS date,
       articles.publisher AS publisher, articles.digest AS digest, article_places.place AS place
FROM articles LEFT JOIN article_places ON article_places.article = articles.key
WHERE articles.key IN (
    SELECT article FROM article_keys WHERE key = :key ORDER BY article DESC LIMIT {MOST}
)
ORDER BY articles.key
"""

_OF_ID = """
SELECT articles.key AS key, articles.id AS id, articles.url AS url, articles.date AS date,
       articles.text AS text, article_places.place AS place
FROM articles LEFT JOIN article_places ON article_places.article = articles.key
WHERE articles.id = :id
"""

_ADDRESSES = (
    "SELECT articles.id AS id, articles.url AS url FROM articles WHERE articles.id IN {ids}"
)


def identified(reader: Reader, article: Article) -> Article:
    """The article under the id of the stored one that it is; else under one that is free.

    One without a place keeps its id: whoever made it chose it.
    """
    if article.place is None:
        return article
    same = _by_address(reader, article) or _by_text(reader, article) or _by_place(reader, article)
    if same is None:
        taken = ask(reader, _OF_ID, {"id": article.id})
        if taken and not _is_unplaced(taken[0], article):
            return article.model_copy(update={"id": id_apart(article)})
    return article.model_copy(update={"id": same}) if same else article


def renamed(quotes: Sequence[Quote], article: Article) -> list[Quote]:
    """The quotes as those of the article under the id that it has now."""
    return [
        quote.model_copy(
            update={
                "article_id": article.id,
                "id": quote_id(article.id, quote.content, quote.kind),
            }
        )
        for quote in quotes
    ]


def apart_from_stored(
    reader: Reader, work: Sequence[tuple[Article, Sequence[Quote]]]
) -> list[tuple[Article, Sequence[Quote]]]:
    """Articles with their quotes, those whose id a stored one of another address has under an id
    of their own."""
    taken: dict[str, Row] = {}
    for part in parts_of([article.id for article, _ in work]):
        some, values = among("id", part)
        taken |= {row.id: row for row in ask(reader, _ADDRESSES.format(ids=some), values)}
    done: list[tuple[Article, Sequence[Quote]]] = []
    for article, found in work:
        if article.id in taken and not _may_be(taken[article.id], article):
            article = article.model_copy(update={"id": id_apart(article)})
            found = renamed(found, article)
        done.append((article, found))
    return done


def article_keys_of(article: Article) -> list[int]:
    """By what it is found again (signed, 64 bits): its address, its place and its text, as far as
    they are known."""
    return list(dict.fromkeys(_key(*known) for known in _known(article)))


def place_of(article: Article) -> str | None:
    """Where the article was read, if it may be read there again."""
    return None if article.place == ONCE else article.place


def write_article_keys(connection: Connection, articles: Mapping[int, Article]) -> None:
    """Let articles, by their keys, be found again."""
    keys = ((key, number) for number, one in articles.items() for key in article_keys_of(one))
    connection.insert("article_keys", ("key", "article"), keys)
    places = ((number, place) for number, one in articles.items() if (place := place_of(one)))
    connection.insert("article_places", ("article", "place"), places)


def forget_article_keys(connection: Connection, number: int, article: Article) -> None:
    """Let the article of this key be found no longer by what it was."""
    mine = {"article": number}
    connection.run(
        f"DELETE FROM article_keys WHERE article = :article "
        f"AND key IN {among_numbers(article_keys_of(article))}",
        mine,
    )
    connection.run("DELETE FROM article_places WHERE article = :article", mine)


def address_of(url: str | None) -> str | None:
    """The part that forms of one web address share; None for none, and for that of a whole
    site, which is no article's.

    >>> address_of("http://www.Example.org/a/?utm_source=mail#top")
    'example.org/a'
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # no address, whatever it is
        return None
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith("utm_")]
    path = parts.path.rstrip("/")
    if not host or not (path or asked):
        return None
    return f"{host}{port}{path}{'?' if asked else ''}{urlencode(asked)}"


def _known(article: Article) -> Iterator[tuple[str, str]]:
    if address := address_of(article.url):
        yield "address", address
    if place := place_of(article):
        yield "place", place
    if article.text:
        yield "text", article.text


def _key(kind: str, words: str) -> int:
    known = f"{kind}\n{words}".encode("utf8", "surrogatepass")
    return int.from_bytes(blake2b(known, digest_size=8).digest(), "big", signed=True)


def _by_address(reader: Reader, article: Article) -> str | None:
    """The only one of this address: what several have is that of no article, but of a list."""
    address = address_of(article.url)
    if not address:
        return None
    found = ask(reader, _FOUND, {"key": _key("address", address)})
    return found[0].id if len(found) == 1 else None


def _by_text(reader: Reader, article: Article) -> str | None:
    """One of the very same text, of which nothing else is known to differ; rather the one of the
    same place or id."""
    if not article.text:
        return None
    rows = ask(reader, _FOUND, {"key": _key("text", article.text)})
    fits = [row for row in rows if _may_be(row, article) and _agree(row, article)]
    digest = digest_of(article)
    fits.sort(
        key=lambda row: (row.digest == digest, row.place == article.place, row.id == article.id),
        reverse=True,
    )
    return fits[0].id if fits else None


def _by_place(reader: Reader, article: Article) -> str | None:
    place = place_of(article)
    if not place:
        return None
    rows = ask(reader, _FOUND, {"key": _key("place", place)})
    fits = [row for row in rows if _may_be(row, article)]
    return fits[0].id if len(fits) == 1 else None


def _is_unplaced(row: Row, article: Article) -> bool:
    """True if the stored one of the same id, of which no place is known, as it came from an older
    version or an import, is an earlier version of the article."""
    if row.place is not None or not _may_be(row, article):
        return False
    days = days_between(day_of(row.date), article.date)
    return not row.text or are_versions(row.text, article.text, days)


def _may_be(row: Row, article: Article) -> bool:
    """True if they have no two addresses."""
    return len({address_of(row.url), address_of(article.url)} - {None}) < 2


def _agree(row: Row, article: Article) -> bool:
    """True if neither their days nor their publishers, where both are known, differ."""
    return row.date in (0, number_of_day(article.date) or row.date) and (
        None in (row.publisher, article.publisher) or row.publisher == article.publisher
    )
