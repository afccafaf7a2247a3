"""The table of verdicts: read, written, and applied to the quotes of an article that is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from quotes.errors import NotStoredError
from quotes.records import Article, Quote
from quotes.store.db.asking import Reader, Row, among, ask, ask_each, parts_of, where
from quotes.store.db.errors import DamagedError, readable
from quotes.store.query.filters import check_limit
from quotes.store.schema.values import stored_id
from quotes.verdicts.records import Verdict

if TYPE_CHECKING:
    from quotes.store.db.connection import Connection

Work = tuple[Article, Sequence[Quote]]

_COLUMNS = (
    *("id", "article_id", "quote_id", "what", "fits"),
    *("checked_by", "checked_at", "verdict"),
)
_SELECT = "SELECT id, article_id, fits, verdict FROM verdicts"
_INSERT = (
    f"INSERT INTO verdicts ({', '.join(_COLUMNS)}) "
    f"VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
)
_LINK = """
UPDATE verdicts SET quote = (SELECT quotes.key FROM quotes WHERE quotes.id = :quote_id)
WHERE id = :id
"""


def verdicts_on(reader: Reader, article_ids: Collection[str]) -> dict[str, list[Verdict]]:
    """The verdicts on these articles, by the articles' ids, those first that were said first."""
    found: dict[str, list[Verdict]] = defaultdict(list)
    for part in parts_of(sorted(article_ids)):
        some, values = among("article", part)
        chosen = f"{_SELECT} WHERE article_id IN {some} ORDER BY checked_at, id"
        for row in ask(reader, chosen, values):
            verdict = _verdict(row)
            found[verdict.article_id].append(verdict)
    return found


def all_verdicts(reader: Reader) -> list[Verdict]:
    """Every verdict, the last first."""
    return list_verdicts(reader)


def list_verdicts(
    reader: Reader,
    *,
    article: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> list[Verdict]:
    """Verdicts, the last first: on an article, those that come after the one of an id, at most so
    many. Raises NotStoredError where there is none of the id."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    if article is not None:
        conditions.append("article_id = :article")
        values["article"] = article
    if after is not None:
        times = ask_each(reader, "SELECT checked_at FROM verdicts WHERE id = :id", {"id": after})
        if not times:
            raise NotStoredError(f"nothing was said by the id '{after}': take one from the list")
        conditions.append("(checked_at < :at OR (checked_at = :at AND id > :after))")
        values |= {"at": times[0], "after": after}
    asked = f"{_SELECT} {where(conditions)} ORDER BY checked_at DESC, id"
    if check_limit(limit) is not None:
        asked += f" LIMIT {limit:d}"
    return [_verdict(row) for row in ask(reader, asked, values)]


def verdicts_named(reader: Reader, start: str) -> list[Verdict]:
    """Those whose quote's id, or whose own, is this or begins so; else those on a quote that had
    such an id when it was judged."""
    values = {"first": start, "last": f"{start}\U0010ffff", "within": f'%"id":"{start}%'}
    now = "quote_id >= :first AND quote_id <= :last OR id >= :first AND id <= :last"
    once = "verdict LIKE :within"
    for mine in (now, once) if start.isalnum() else (now,):
        if rows := ask(reader, f"{_SELECT} WHERE {mine} ORDER BY id", values):
            return [_verdict(row) for row in rows]
    return []


def verdict_of(reader: Reader, quote: int) -> Verdict | None:
    """The verdict that has made the quote with this key what it is."""
    rows = ask(reader, f"{_SELECT} WHERE quote = :quote", {"quote": quote})
    return _verdict(rows[0]) if rows else None


def write_verdicts(connection: Connection, verdicts: Iterable[Verdict]) -> None:
    """Write verdicts down, each in the place of the one of its id."""
    for verdict in verdicts:
        connection.run("DELETE FROM verdicts WHERE id = :id", {"id": verdict.id})
        connection.run(_INSERT, _row(verdict))


def forget_verdict(connection: Connection, verdict: Verdict) -> None:
    """Take a verdict out; what it made is for the caller to unmake."""
    connection.run("DELETE FROM verdicts WHERE id = :id", {"id": verdict.id})


def judged(connection: Connection, work: Sequence[Work]) -> Sequence[Work]:
    """Articles with what was found in them → the same with the quotes that verdicts make of it.

    The verdicts are written down as they are now; `link` ties them to the quotes once these are
    stored. A quote that says who has checked it, in a database where nobody has, was checked
    elsewhere: a verdict is made of that.
    """
    known = verdicts_on(connection, [article.id for article, _ in work])
    checked = {article.id for article, found in work if any(q.checked_by for q in found)}
    if not known and not checked:
        return work
    from quotes.verdicts.applying import apply
    from quotes.verdicts.editing import checked_elsewhere

    done: list[Work] = []
    for article, found in work:
        verdicts = known.get(article.id, [])
        if article.id in checked:
            verdicts = [*verdicts, *checked_elsewhere(article, found, verdicts)]
        if verdicts:
            result = apply(article, found, verdicts)
            write_verdicts(connection, result.verdicts)
            found = result.quotes
        done.append((article, found))
    return done


def link(connection: Connection, work: Iterable[Work]) -> None:
    """Tie the verdicts on articles to the quotes that they have made, which are stored now."""
    made = {article.id for article, found in work if any(quote.checked_by for quote in found)}
    dialect = connection.dialect
    for verdicts in verdicts_on(connection, made).values():
        for verdict in verdicts:
            if verdict.fits and verdict.what != "dropped":
                named = {"id": verdict.id, "quote_id": stored_id(verdict.quote.id, dialect)}
                connection.run(_LINK, named)


def part_from(connection: Connection, article_id: str) -> None:
    """Let the verdicts on an article that goes fit nothing: they wait for it to come again."""
    mine = {"article": article_id}
    connection.run("UPDATE verdicts SET fits = 0 WHERE article_id = :article", mine)
    for row in ask(connection, f"{_SELECT} WHERE article_id = :article", mine):
        if _fault_of(row):  # it would keep the article from coming again
            connection.run("DELETE FROM verdicts WHERE id = :id", {"id": row.id})


def damaged_verdicts(reader: Reader, article_ids: Collection[str]) -> dict[str, str]:
    """Those of the articles with a verdict that cannot be read, and why it cannot."""
    found: dict[str, str] = {}
    for part in parts_of(sorted(article_ids)):
        some, values = among("article", part)
        for row in ask(reader, f"{_SELECT} WHERE article_id IN {some}", values):
            if fault := _fault_of(row):
                found[row.article_id] = f"a verdict ({row.id}): {fault}"
    return found


def _verdict(row: Row) -> Verdict:
    with readable(row.article_id):
        verdict = Verdict.model_validate_json(row.verdict)
    if row.fits:
        return verdict
    return verdict.model_copy(update={"fits": False, "found": ()})


def _fault_of(row: Row) -> str | None:
    try:
        _verdict(row)
    except DamagedError as error:
        return error.why
    return None


def _row(verdict: Verdict) -> dict[str, object]:
    return {
        "id": verdict.id,
        "article_id": verdict.article_id,
        "quote_id": verdict.quote.id,
        "what": verdict.what,
        "fits": int(verdict.fits),
        "checked_by": verdict.by,
        "checked_at": verdict.at,
        "verdict": verdict.model_dump_json(),
    }
