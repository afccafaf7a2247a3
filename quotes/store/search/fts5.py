"""The index of SQLite: an FTS5 table over a view of all words, kept in step by triggers.

It holds no text of its own; what was put in must be given to it again to be taken out, hence the
rules on what may not change in `quotes.store.schema.tables`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotes.plural import number_of
from quotes.store.db.asking import Reader, among_numbers, ask_each
from quotes.store.db.asking import where as restricted
from quotes.store.query.many import FEW, few_of
from quotes.store.search import BEST_OF, Ranked, Where
from quotes.store.search.query import Either, Node, Term
from quotes.store.search.tokens import tokens_of

if TYPE_CHECKING:
    from quotes.store.db.connection import Connection
    from quotes.store.query.chosen import Chosen

WEIGHTS = {
    "text": 10.0,
    "speaker": 5.0,
    "role": 2.0,
    "title": 1.0,
    "folded": 5.0,
    "folded_names": 2.0,
    "folded_title": 1.0,
    "marks": 0.0,
}
"""The columns, and what a word found in each counts; `marks` are the program's own."""

COLUMNS = ", ".join(WEIGHTS)

FIELDS: dict[Where, tuple[str, ...]] = {
    "quotes": ("text", "folded"),
    "articles": ("title", "folded_title"),
    "all": tuple(column for column in WEIGHTS if column != "marks"),
}
"""The columns in which words are looked for."""

VIEW = """
CREATE VIEW quote_words AS
SELECT quotes.key AS key, quotes.text AS text, speakers.name AS speaker, labels.value AS role,
       articles.title AS title, quotes.folded AS folded, quotes.folded_names AS folded_names,
       quotes.folded_title AS folded_title,
       nullif(trim(CASE quotes.act WHEN 1 THEN 'thought' ELSE '' END ||
       CASE quotes.factuality WHEN 1 THEN ' negated' WHEN 2 THEN ' hypothetical' ELSE '' END), '')
       AS marks
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN labels ON labels.key = quotes.role
"""

TABLE = f"""
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    {COLUMNS}, content='quote_words', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
)
"""

PUT = f"""
INSERT INTO quotes_fts (rowid, {COLUMNS}) SELECT key, {COLUMNS} FROM quote_words WHERE key
"""
"""Which keys, follows."""
INSERTED = f"""
CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN {PUT} = new.key; END
"""
DELETED = f"""
CREATE TRIGGER quotes_deleted BEFORE DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, {COLUMNS})
    SELECT 'delete', key, {COLUMNS} FROM quote_words WHERE key = old.key;
END
"""

DDL = (VIEW, TABLE, INSERTED, DELETED)

MANY = 1_000
"""Quotes from which on they are put in at once: for each row that a trigger puts in, FTS5 writes
its buffer out, which takes three times as long."""

NAMES = 50
"""Names of those who are asked for, up to which the words of these are looked for, too."""

UNMARKED = 2_000
"""Quotes up to which it is looked up in their own table what they are."""

_COUNTED = """
SELECT count(*) FROM (
    SELECT quotes_fts.rowid FROM quotes_fts WHERE quotes_fts MATCH :words LIMIT :most
)
"""

_LACKING = """
SELECT count(*) FROM quotes LEFT JOIN quotes_fts_docsize AS entry ON entry.id = quotes.key
WHERE entry.id IS NULL
"""

_FOUND = """
SELECT quotes_fts.rowid AS key FROM quotes_fts {quotes} WHERE quotes_fts MATCH :words {conditions}
"""

_LAST = """
SELECT last.key AS key FROM (
    SELECT quotes_fts.rowid AS key FROM quotes_fts WHERE quotes_fts MATCH :words
    ORDER BY quotes_fts.rowid DESC LIMIT {last}
) AS last JOIN quotes ON quotes.key = last.key {conditions}
"""

_AMONG = """
quotes.key IN (SELECT quotes_fts.rowid FROM quotes_fts WHERE quotes_fts MATCH :words)
""".strip()
_HAS = """
EXISTS (SELECT 1 FROM quotes_fts WHERE quotes_fts MATCH :words AND quotes_fts.rowid = quotes.key)
"""

_RANKED = f"""
SELECT quotes_fts.rowid AS key, bm25(quotes_fts, {", ".join(map(str, WEIGHTS.values()))}) AS rank
FROM quotes_fts {{quotes}}
WHERE quotes_fts MATCH :words {{conditions}}
ORDER BY quotes_fts.rowid DESC LIMIT {BEST_OF}
"""

_HOLDING = """
SELECT quotes_fts.rowid FROM quotes_fts WHERE quotes_fts MATCH :words
ORDER BY quotes_fts.rowid {order} LIMIT :most
"""


class FTS5:
    """See `quotes.store.search.Index`."""

    def create(self, connection: Connection) -> None:
        """Make the view, the table and the triggers."""
        for statement in DDL:
            connection.run(statement)

    @contextmanager
    def indexing(self, connection: Connection, first: int, count: int) -> Iterator[None]:
        """A few by their trigger, MANY by one statement."""
        if count < MANY:
            yield
            return
        connection.run("DROP TRIGGER IF EXISTS quotes_inserted")
        yield
        connection.run(f"{PUT} >= :first", {"first": first})
        connection.run(INSERTED)

    def found(
        self, reader: Reader, query: Node, chosen: Chosen, where: Where, last: int | None = None
    ) -> Ranked:
        """All of it, or of the last that have the words."""
        return _asked(_FOUND, reader, query, chosen, where, last)

    def count(self, reader: Reader, query: Node, where: Where, most: int) -> int:
        """Stops as soon as there are enough."""
        values = {"words": fts_query(query, where), "most": most}
        return int(ask_each(reader, _COUNTED, values)[0])

    def test(self, query: Node, where: Where, *, each: bool) -> Ranked:
        """Each is looked for by its key."""
        return Ranked(_HAS if each else _AMONG, {"words": fts_query(query, where)})

    def ranked(self, reader: Reader, query: Node, chosen: Chosen, where: Where) -> Ranked:
        """By BM25 (Robertson and Zaragoza 2009), of those added last."""
        return _asked(_RANKED, reader, query, chosen, where)

    def holding(
        self, reader: Reader, terms: Sequence[Sequence[str]], most: int, *, speaker: str = ""
    ) -> list[int]:
        """Stops as soon as there are enough.

        Several words that meet are looked for from the first quote on, as FTS5 goes forwards at
        nearly twice the pace, and only where there are too many of them from the last one back.
        """
        every = " AND ".join(f'"{" ".join(term)}"' for term in terms)
        words = f"{{text folded}} : ({every})"
        if speaker:
            words += f' AND {{speaker folded_names}} : "{speaker}"'
        values = {"words": words, "most": most}
        if sum(map(len, terms)) > 1:
            found: list[int] = ask_each(reader, _HOLDING.format(order="ASC"), values)
            if len(found) < most:
                return found[::-1]
        return ask_each(reader, _HOLDING.format(order="DESC"), values)

    def gap(self, reader: Reader) -> str | None:
        """Looks if the triggers are there that keep it, and if each quote has an entry."""
        triggers = ask_each(reader, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
        if missing := {"quotes_inserted", "quotes_deleted"} - set(triggers):
            return f"triggers are missing: {', '.join(sorted(missing))}"
        (count,) = ask_each(reader, _LACKING)
        return f"the full-text index lacks {number_of(count, 'quote')}" if count else None

    def problem(self, connection: Connection) -> str | None:
        """Lets FTS5 look if it says what the view says; needs the right to write."""
        try:
            connection.run(
                "INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError as error:
            return f"the full-text index does not fit the quotes ({error})"
        return self.gap(connection)

    def rebuild(self, connection: Connection) -> None:
        """Drop and make everything, then read all quotes."""
        drop(connection)
        self.create(connection)
        connection.run("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")


def _asked(
    question: str,
    reader: Reader,
    query: Node,
    chosen: Chosen,
    where: Where,
    last: int | None = None,
) -> Ranked:
    """A question with its conditions.

    What most ask for, quotes of an act and a factuality, is told by their marks, so that no other
    table need be looked at; but to go through those takes as long as to look at a few. Words of
    many quotes are gone through with a list of those that are chosen, where these are few.
    """
    words = {"words": fts_query(query, where) + _named(reader, chosen)}
    many = chosen.once(
        words["words"], lambda: int(ask_each(reader, _COUNTED, words | {"most": FEW + 1})[0])
    )
    if chosen.is_plain and many >= UNMARKED:
        marked = fts_query(query, where, **chosen.words_of("act", "factuality"))
        return Ranked(question.format(quotes="", conditions=""), {"words": marked})
    values = chosen.values | words
    few = few_of(reader, chosen) if many > FEW else frozenset[str]()
    if few:
        mine = f"SELECT quotes.key FROM quotes {restricted(chosen.begun_with(few))}"
        sql = question.format(quotes="", conditions=f"AND +quotes_fts.rowid IN ({mine})")
        return Ranked(sql, values)
    conditions = chosen.begun_with(few)
    if last is not None and many > FEW:
        sql = _LAST.format(last=last, conditions=restricted(conditions))
        return Ranked(sql, values, whole=False)
    sql = question.format(
        quotes="JOIN quotes ON quotes.key = quotes_fts.rowid",
        conditions="".join(f"AND {condition} " for condition in conditions),
    )
    return Ranked(sql, values)


def _named(reader: Reader, chosen: Chosen) -> str:
    """Words to put behind a query so that only quotes are found by somebody who is called as those
    are who are asked for, where these are not many; which of them they are by is still to be looked
    up. FTS5 cuts the names into words as it has cut those of the quotes."""
    if chosen.speakers is None or len(chosen.speakers) > NAMES:
        return ""
    ids = among_numbers(chosen.speakers)
    called = ask_each(reader, f"SELECT speakers.name FROM speakers WHERE speakers.id IN {ids}")
    if not called or not all(tokens_of(name) and "\0" not in name for name in called):
        return ""
    quoted = (name.replace('"', '""') for name in called)
    every = " OR ".join(f'"{name}"' for name in quoted)
    return f" AND (speaker : ({every}))"


def drop(connection: Connection) -> None:
    """Take the index away; the quotes stay."""
    for kind, name in (
        ("TRIGGER", "quotes_inserted"),
        ("TRIGGER", "quotes_deleted"),
        ("TABLE", "quotes_fts"),
        ("VIEW", "quote_words"),
    ):
        connection.run(f"DROP {kind} IF EXISTS {name}")


def fts_query(
    query: Node, where: Where = "all", *, act: str = "all", factuality: str = "all"
) -> str:
    """FTS5's form of a query; whatever was typed stands in it as words in double quotes.

    Quotes of another act or factuality are told by their marks, so that no other table need be
    looked at for what nearly all quotes are.
    """
    found = f"{{{' '.join(FIELDS[where])}}} : ({_words(query)})"
    wanted = {"thought": act == "thought", "negated": factuality == "negated"}
    wanted["hypothetical"] = factuality == "hypothetical"
    barred = {"thought": act == "speech", "negated": factuality in ("factual", "hypothetical")}
    barred["hypothetical"] = factuality in ("factual", "negated")
    for mark, yes in wanted.items():
        found = f"({found}) AND (marks : {mark})" if yes else found
    for mark, yes in barred.items():
        found = f"({found}) NOT (marks : {mark})" if yes else found
    return found


def _words(query: Node) -> str:
    if isinstance(query, Term):
        return f'"{" ".join(query.words)}"' + ("*" if query.starts else "")
    if isinstance(query, Either):
        return " OR ".join(f"({_words(part)})" for part in query.parts)
    found = " AND ".join(f"({_words(part)})" for part in query.parts)
    if query.without:  # as one: each NOT in brackets of its own would be too deep for FTS5
        found = f"({found}) NOT ({_words(Either(query.without))})"
    return found
