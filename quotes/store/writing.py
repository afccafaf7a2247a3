"""Putting an article and its quotes into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection, delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.errors import UsageError
from quotes.records import Article, Quote, Speaker
from quotes.store.merging import merge_speakers
from quotes.store.names import fold
from quotes.store.rows import FROM_ARTICLE, article_row, digest_of, quote_row
from quotes.store.sayings import group_quotes, left_behind, quotes_of
from quotes.store.schema import articles, quotes, speakers
from quotes.store.stories import place_article

Status = Literal["new", "unchanged", "changed"]


def status_of(connection: Connection, article: Article, extra: str) -> Status:
    """How the article stands to the stored one of the same id."""
    stored = select(articles.c.digest).where(articles.c.id == article.id)
    digest = connection.execute(stored).scalar_one_or_none()
    if digest is None:
        return "new"
    return "unchanged" if digest == digest_of(article, extra) else "changed"


def write(connection: Connection, article: Article, found: Sequence[Quote], extra: str) -> None:
    """Put the article and its quotes in the place of what was there."""
    of_article = quotes.c.article_id == article.id
    before = set(connection.execute(select(quotes.c.speaker_id).where(of_article)).scalars())
    bereft = left_behind(connection, article.id)
    # Quotes go first: their entries in the index were made with the old title.
    connection.execute(delete(quotes).where(of_article))
    _write_article(connection, article, extra)
    keys = {who: _speaker_key(connection, who) for who in dict.fromkeys(q.speaker for q in found)}
    rows = [
        quote_row(quote, position=position, speaker_id=keys[quote.speaker])
        for position, quote in enumerate(found)
    ]
    if rows:
        connection.execute(insert(quotes), rows)
    _forget_the_silent(connection, before - {None})
    merged = merge_speakers(connection, {key for key in keys.values() if key is not None})
    mine = connection.execute(select(quotes.c.key).where(of_article)).scalars()
    group_quotes(connection, [*mine, *bereft, *quotes_of(connection, merged)])
    place_article(connection, article)


def check_quotes(article: Article, found: Sequence[Quote]) -> None:
    """Raise UsageError unless all quotes are this article's and their ids differ."""
    for quote in found:
        if quote.article_id != article.id:
            raise UsageError(f"quote {quote.id} is of {quote.article_id}, not of {article.id}")
        for field in FROM_ARTICLE:
            if getattr(quote, field) != getattr(article, field):
                raise UsageError(f"quote {quote.id} has another {field} than {article.id}")
    for quote_id, count in Counter(quote.id for quote in found).items():
        if count > 1:
            raise UsageError(f"{count} quotes of {article.id} share the id {quote_id}")


def _write_article(connection: Connection, article: Article, extra: str) -> None:
    row = article_row(article, digest_of(article, extra))
    connection.execute(
        upsert(articles).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    )


def _speaker_key(connection: Connection, speaker: Speaker | None) -> int | None:
    """The key of the row for this speaker, made where there is none."""
    if speaker is None:
        return None
    same = select(speakers.c.id).where(
        speakers.c.name == speaker.name,
        speakers.c.type == speaker.type,
        speakers.c.registry_id.is_not_distinct_from(speaker.id),
    )
    key = connection.execute(same).scalar_one_or_none()
    return _add_speaker(connection, speaker) if key is None else key


def _add_speaker(connection: Connection, speaker: Speaker) -> int:
    row = insert(speakers).values(
        name=speaker.name, folded=fold(speaker.name), type=speaker.type, registry_id=speaker.id
    )
    return int(connection.execute(row.returning(speakers.c.id)).scalar_one())


def _forget_the_silent(connection: Connection, keys: Iterable[int]) -> None:
    """Drop those of the speakers of whom no quote is left."""
    speaks = exists().where(quotes.c.speaker_id == speakers.c.id)
    connection.execute(delete(speakers).where(speakers.c.id.in_(keys), ~speaks))
