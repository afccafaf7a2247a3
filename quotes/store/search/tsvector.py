"""The index of PostgreSQL: a tsvector for each quote under a GIN index.

The words are cut here and not by PostgreSQL's own parser, whose rules for hyphens, addresses and
numbers are others than those of SQLite: the same search finds the same in both. That is also why
queries are put together here: websearch_to_tsquery knows neither starts* nor brackets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotes.plural import number_of
from quotes.store.db.asking import Reader, Row, ask, ask_each
from quotes.store.db.asking import where as restricted
from quotes.store.search import BEST_OF, Ranked, Where
from quotes.store.search.query import Either, Node, Term, tokens
from quotes.store.search.tokens import tokens_of

if TYPE_CHECKING:
    from quotes.store.db.connection import Connection
    from quotes.store.query.chosen import Chosen

WEIGHTS = (0.1, 0.2, 0.5, 1.0)
"""The weight of a word by its letter, D to A: title, role, speaker, text."""
LETTERS = "ABCDABD"
"""Those of text, speaker, role and title, and of what stands for odd letters in the text, in the
names and in the title."""
FIELDS: dict[Where, str] = {"quotes": "A", "articles": "D", "all": ""}
"""The letters of what words are looked for in; none: of all."""
GAP = 10
"""Places between two fields, so that no phrase reaches from one into the other."""
LAST_PLACE = 16_383
LONGEST = 500
"""Characters of a word; PostgreSQL takes 2,046 bytes."""
SHORT_FIRST = 1
"""ts_rank divides by 1 + the logarithm of the number of words."""

BATCH = 2_000

DDL = (
    """
CREATE TABLE quotes_fts (
    key INTEGER PRIMARY KEY REFERENCES quotes (key) ON DELETE CASCADE, words TSVECTOR NOT NULL
)
""",
    "CREATE INDEX quotes_fts_words ON quotes_fts USING gin (words) WITH (fastupdate = off)",
)

_FOUND = """
SELECT quotes_fts.key AS key FROM quotes_fts JOIN quotes ON quotes.key = quotes_fts.key
WHERE quotes_fts.words @@ :words ::tsquery {conditions}
"""

_LAST = """
SELECT last.key AS key FROM (
    SELECT quotes_fts.key AS key FROM quotes_fts WHERE quotes_fts.words @@ :words ::tsquery
    ORDER BY quotes_fts.key DESC LIMIT {last}
) AS last JOIN quotes ON quotes.key = last.key {conditions}
"""

_COUNTED = """
SELECT count(*) FROM (
    SELECT 1 FROM quotes_fts WHERE quotes_fts.words @@ :words ::tsquery LIMIT :most
) AS found
"""

_AMONG = """
quotes.key IN (SELECT quotes_fts.key FROM quotes_fts WHERE quotes_fts.words @@ :words ::tsquery)
""".strip()
_HAS = """
EXISTS (
    SELECT 1 FROM quotes_fts
    WHERE quotes_fts.words @@ :words ::tsquery AND quotes_fts.key = quotes.key
)
"""

_RANKED = f"""
SELECT quotes_fts.key AS key,
       -ts_rank('{{{{{",".join(map(str, WEIGHTS))}}}}}'::real[], quotes_fts.words, :words ::tsquery,
                {SHORT_FIRST}) AS rank
FROM quotes_fts JOIN quotes ON quotes.key = quotes_fts.key
WHERE quotes_fts.words @@ :words ::tsquery {{conditions}}
ORDER BY quotes_fts.key DESC LIMIT {BEST_OF}
"""

_MISSING = """
SELECT count(*) FROM quotes LEFT JOIN quotes_fts ON quotes_fts.key = quotes.key
WHERE quotes_fts.key IS NULL
"""

_FIELDS = f"""
SELECT quotes.key AS key, quotes.text, speakers.name, labels.value, articles.title,
       quotes.folded, quotes.folded_names, quotes.folded_title
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN labels ON labels.key = quotes.role
WHERE quotes.key >= :first
ORDER BY quotes.key LIMIT {BATCH}
"""

_HOLDING = """
SELECT quotes_fts.key FROM quotes_fts WHERE quotes_fts.words @@ :words ::tsquery
ORDER BY quotes_fts.key DESC LIMIT :most
"""


class TSVector:
    """See `quotes.store.search.Index`."""

    def create(self, connection: Connection) -> None:
        """Make the table and its index."""
        for statement in DDL:
            connection.run(statement)

    @contextmanager
    def indexing(self, connection: Connection, first: int, count: int) -> Iterator[None]:
        """Their words are cut when they are there."""
        yield
        _put(connection, first)

    def found(
        self, reader: Reader, query: Node, chosen: Chosen, where: Where, last: int | None = None
    ) -> Ranked:
        """All of it, or of the last that have the words."""
        if last is not None:
            words = {"words": ts_query(query, FIELDS[where])}
            if self.count(reader, query, where, last + 1) > last:
                conditions = restricted(chosen.conditions)
                sql = _LAST.format(last=last, conditions=conditions)
                return Ranked(sql, chosen.values | words, whole=False)
        return _asked(_FOUND, reader, query, chosen, where)

    def count(self, reader: Reader, query: Node, where: Where, most: int) -> int:
        """Stops as soon as there are enough."""
        values = {"words": ts_query(query, FIELDS[where]), "most": most}
        return int(ask_each(reader, _COUNTED, values)[0])

    def test(self, query: Node, where: Where, *, each: bool) -> Ranked:
        """Each is looked for by its key."""
        return Ranked(_HAS if each else _AMONG, {"words": ts_query(query, FIELDS[where])})

    def ranked(self, reader: Reader, query: Node, chosen: Chosen, where: Where) -> Ranked:
        """By ts_rank, which counts how often and where the words stand, of those added last."""
        return _asked(_RANKED, reader, query, chosen, where)

    def holding(
        self, reader: Reader, terms: Sequence[Sequence[str]], most: int, *, speaker: str = ""
    ) -> list[int]:
        """By the letters of the text and, for the speaker, of the name."""
        every = [" <-> ".join(f"{_quoted(word)}:A" for word in term) for term in terms]
        if speaker:
            every.append(f"{_quoted(speaker)}:B")
        words = " & ".join(f"({term})" for term in every)
        return ask_each(reader, _HOLDING, {"words": words, "most": most})

    def gap(self, reader: Reader) -> str | None:
        """Looks if every quote has its words."""
        (count,) = ask_each(reader, _MISSING)
        return f"the full-text index lacks {number_of(count, 'quote')}" if count else None

    def problem(self, connection: Connection) -> str | None:
        """No more than that: PostgreSQL looks after its own indexes."""
        return self.gap(connection)

    def rebuild(self, connection: Connection) -> None:
        """Drop it, make it, and read all quotes."""
        connection.run("DROP TABLE IF EXISTS quotes_fts")
        self.create(connection)
        _put(connection, 0)


def _asked(question: str, reader: Reader, query: Node, chosen: Chosen, where: Where) -> Ranked:
    more = "".join(f"AND {condition} " for condition in chosen.conditions)
    words = {"words": ts_query(query, FIELDS[where])}
    return Ranked(question.format(conditions=more), chosen.values | words)


def ts_query(query: Node, letters: str = "") -> str:
    """PostgreSQL's form of a query, of words with one of the letters; none: of any. Whatever was
    typed stands in it as quoted words."""
    if isinstance(query, Term):
        mark = f":{letters}" if letters else ""
        words = [f"{_quoted(token)}{mark}" for token in tokens(query)]
        star = "" if not query.starts else "*" if mark else ":*"
        return f"({' <-> '.join(words)}{star})"
    parts = [ts_query(part, letters) for part in query.parts]
    if isinstance(query, Either):
        return f"({' | '.join(parts)})"
    without = "".join(f" & !{ts_query(part, letters)}" for part in query.without)
    return f"({' & '.join(parts)}{without})"


def ts_vector(*fields: str | None) -> str:
    """The words of the fields to which LETTERS belong, with their places and letters."""
    places: dict[str, list[str]] = defaultdict(list)
    place = 0
    for field, letter in zip(fields, LETTERS, strict=True):
        for token in tokens_of(field or ""):
            place += 1
            if place <= LAST_PLACE:
                places[token[:LONGEST]].append(f"{place}{letter}")
        place += GAP
    return " ".join(f"{_quoted(token)}:{','.join(where)}" for token, where in places.items())


def _put(connection: Connection, first: int) -> None:
    """Copy in the words of the quotes from this key on."""
    for rows in _batches(connection, first):
        connection.insert("quotes_fts", ("key", "words"), map(_row, rows))


def _batches(reader: Reader, first: int) -> Iterator[Sequence[Row]]:
    """The fields of quotes, some at a time: a server sends all of an answer at once, and answers
    nothing while it is copied to."""
    while rows := ask(reader, _FIELDS, {"first": first}):
        yield rows
        first = rows[-1].key + 1


def _row(row: Row) -> tuple[int, str]:
    key, *fields = row
    return key, ts_vector(*fields)


def _quoted(token: str) -> str:
    escaped = token[:LONGEST].replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
