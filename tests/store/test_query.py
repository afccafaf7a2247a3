"""Searches as users type them: how they are understood, and that both databases find the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import cast

import pytest

from quotes.errors import UsageError
from quotes.records import Quote, Speaker
from quotes.store import Store
from quotes.store.search import Where
from quotes.store.search.fts5 import COLUMNS, fts_query
from quotes.store.search.query import DEEPEST, MOST, Either, Node, Term, parse
from quotes.store.search.snippets import in_context
from quotes.store.search.tsvector import ts_query, ts_vector

from .build import make_article, make_quote


def shown(node: Node) -> str:
    """A query in signs: a+b both, a|b either, -a without, [a b] a phrase."""
    if isinstance(node, Term):
        words = " ".join(node.words)
        return (f"[{words}]" if len(node.words) > 1 else words) + ("*" if node.starts else "")
    if isinstance(node, Either):
        return f"({'|'.join(map(shown, node.parts))})"
    return f"({'+'.join(map(shown, node.parts))}{''.join(f'-{shown(n)}' for n in node.without)})"


PARSED = [
    ("peace", "peace"),
    ("peace talks", "(peace+talks)"),
    ("peace AND talks", "(peace+talks)"),
    ("peace OR talks", "(peace|talks)"),
    ("a b OR c d", "((a+b)|(c+d))"),
    ("a AND (b OR c)", "(a+(b|c))"),
    ("(a OR b) (c OR d)", "((a|b)+(c|d))"),
    ("a NOT b", "(a-b)"),
    ("a AND NOT b", "(a-b)"),
    ("a -b c", "(a+c-b)"),
    ("-b a", "(a-b)"),
    ("a NOT (b OR c)", "(a-(b|c))"),
    ("a NOT (b c)", "(a-(b+c))"),
    ("a NOT NOT b", "(a-b)"),
    # small letters are words, and so is what stands in quotation marks
    ("and or not", "(and+or+not)"),
    ('"AND" "OR"', "(AND+OR)"),
    # phrases
    ('"peace talks"', "[peace talks]"),
    ("“peace talks”", "[peace talks]"),
    ("„peace talks“", "[peace talks]"),
    ("«peace talks»", "[peace talks]"),
    ('say "peace talks" now', "(say+[peace talks]+now)"),
    ('a NOT "b c"', "(a-[b c])"),
    ("cease-fire", "[cease fire]"),
    ("don't", "[don t]"),
    # beginnings
    ("cease*", "cease*"),
    ('"the cease"*', "[the cease]*"),
    ("cease-fi*", "[cease fi]*"),
    # letters of their own are looked for as they are and in plain letters
    ("Łukasz", "(Łukasz|Lukasz)"),
    ("café", "café"),
    # what does not close, or stands where it makes no sense, is passed over
    ("(a", "a"),
    ("a)", "a"),
    (")a(", "a"),
    ("((a)) b", "(a+b)"),
    ("(a OR b c", "(a|(b+c))"),
    ("a) OR b", "(a+b)"),
    ("() a", "a"),
    ('"a b', "[a b]"),
    ('a "', "a"),
    ('"" a', "a"),
    ("a AND", "a"),
    ("AND a", "a"),
    ("OR a OR", "a"),
    ("a OR OR b", "(a|b)"),
    ("a NOT", "a"),
    ("a - b", "(a+b)"),
    ("NOT a OR b", "b"),
    ("a (NOT b)", "a"),
    ("a, b; c?", "(a+b+c)"),
    ("a\0b", "(a+b)"),
    ("text:a", "[text a]"),
    ("^a + b", "(a+b)"),
    ("a\u00a0b\tc\nd", "(a+b+c+d)"),
]


@pytest.mark.parametrize(("typed", "expected"), PARSED)
def test_how_it_is_understood(typed: str, expected: str) -> None:
    assert shown(parse(typed)) == expected


NOTHING = [
    "",
    " ",
    "NOT a",
    "-a",
    "-a -b",
    "NOT (a b)",
    "AND",
    "OR",
    "()",
    "((",
    '"',
    "*",
    "- -",
    "?",
]


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(UsageError, match="give at least one word") as error:
        parse(typed)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(["word"] * (MOST + 1)),
        f'"{" ".join(["word"] * (MOST + 1))}"',
        "-".join(["word"] * (MOST + 1)),
        " OR ".join(["word"] * (MOST + 1)),
        f'"{" ".join(["Łódź"] * MOST)}"',
    ],
)
def test_too_many_words(typed: str) -> None:
    with pytest.raises(UsageError, match=f"more than {MOST} words"):
        parse(typed)


ALL = "{text speaker role title folded folded_names folded_title} : "

FTS = [
    ("peace", ALL + '("peace")'),
    ("a b*", ALL + '(("a") AND ("b"*))'),
    ('"a b"', ALL + '("a b")'),
    ("a OR b", ALL + '(("a") OR ("b"))'),
    ("a NOT b -c", ALL + '((("a")) NOT (("b") OR ("c")))'),
    ("NEAR(a", ALL + '(("NEAR") AND ("a"))'),
]


@pytest.mark.parametrize(("typed", "expected"), FTS)
def test_as_fts5_has_it(typed: str, expected: str) -> None:
    assert fts_query(parse(typed)) == expected


def test_where_words_are_looked_for() -> None:
    assert fts_query(parse("a"), "quotes") == '{text folded} : ("a")'
    assert fts_query(parse("a"), "articles") == '{title folded_title} : ("a")'
    assert ts_query(parse('"a b*" c'), "A") == "(('a':A <-> 'b':A) & ('c':A))"
    assert ts_query(parse("a* -b"), "D") == "(('a':D*) & !('b':D))"


MARKS = [
    ("all", "all", ""),
    ("speech", "all", "NOT (marks : thought)"),
    ("thought", "all", "AND (marks : thought)"),
    ("all", "negated", "AND (marks : negated)) NOT (marks : hypothetical)"),
    ("all", "factual", "NOT (marks : negated)) NOT (marks : hypothetical)"),
]


@pytest.mark.parametrize(("act", "factuality", "expected"), MARKS)
def test_act_and_factuality_are_told_by_marks(act: str, factuality: str, expected: str) -> None:
    assert fts_query(parse("a"), act=act, factuality=factuality).endswith(expected)


TS = [
    ("peace", "('peace')"),
    ("a b*", "(('a') & ('b':*))"),
    ('"a b"', "('a' <-> 'b')"),
    ("a OR b", "(('a') | ('b'))"),
    ("a NOT b -c", "(('a') & !('b') & !('c'))"),
    ("PEACE Café", "(('peace') & ('cafe'))"),
]


@pytest.mark.parametrize(("typed", "expected"), TS)
def test_as_postgresql_has_it(typed: str, expected: str) -> None:
    assert ts_query(parse(typed)) == expected


def test_fields_lie_apart_in_a_tsvector() -> None:
    fields = ("a b A", None, "b", "", None, "b", None)
    assert ts_vector(*fields) == "'a':1A,3A 'b':2A,24C,55B"


DEEP = [
    "a (",
    "a OR b (",
    "a OR b c (",
    "a NOT (",
    "a OR b NOT (",
    "a OR b NOT x y (",
    "Ł OR Ł NOT Ł (",
]
ACTS = [("thought", "hypothetical"), ("speech", "factual")]


@pytest.mark.parametrize(("part", "marks"), list(product(DEEP, ACTS)))
def test_no_depth_is_too_deep_for_fts5(part: str, marks: tuple[str, str]) -> None:
    """Its parser has a stack of a hundred places."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5({COLUMNS})")
    query = fts_query(parse(part * (DEEPEST + 6) + "z"), act=marks[0], factuality=marks[1])
    assert connection.execute("SELECT * FROM words WHERE words MATCH ?", (query,)).fetchall() == []
    connection.close()


SAID = {
    "agreed": ("We agreed on a ceasefire in the café", "Ségolène Ray", "deputy"),
    "fire": ("The fire will cease when they leave", "Łukasz Żurek", "mayor"),
    "plain": ("No word of peace from the mayor", "Lukasz Smith", None),
    "odd": ("Łódź and Tromsø will talk of peace", None, None),
    "cyrillic": ("Мир придёт, сказал он", "Ильхам Алиев", "president"),
    "marks": ("Don't give up: cease-fire, e-mail, 1,500 and U.S.", "Ann Roe", "an envoy"),
    "thought": ("A ceasefire would be nice", "Ann Roe", "envoy"),
    "long": ("peace " * 30 + "at last", "Mayor's Office", None),
}
"""Text, speaker, role by name; one of them was thought."""


def fill(store: Store) -> dict[str, str]:
    """Store all of it in one article; the names of the quotes by their ids."""
    article = make_article(title="Überraschung für Ærø")
    found: dict[str, Quote] = {}
    for n, (name, (text, speaker, role)) in enumerate(SAID.items(), start=1):
        who = Speaker(name=speaker) if speaker else None
        act = "thought" if name == "thought" else "speech"
        found[name] = make_quote(article, 0, n, text=text, speaker=who, role=role, act=act)
    store.add(article, list(found.values()))
    return {quote.id: name for name, quote in found.items()}


@pytest.fixture
def filled(store: Store) -> tuple[Store, dict[str, str]]:
    """A store with all of it, of each kind."""
    return store, fill(store)


FOUND = [
    ("ceasefire", "agreed"),
    ("ceasefire OR cease", "agreed fire marks"),
    ("mayor NOT peace", "fire"),
    ("mayor -peace", "fire"),
    ("peace NOT (mayor OR last)", "odd"),
    ("(fire OR peace) will", "fire odd"),
    ('"cease fire"', "marks"),
    ("cease-fire", "marks"),
    ("peac*", "plain odd long"),
    ("mayor AND peace", "plain long"),
    ('"mayor s office"', "long"),
    # letters of their own
    ("Łukasz", "fire plain"),
    ("Lukasz", "fire plain"),
    ("łukasz -smith", "fire"),
    ("lukasz zurek", "fire"),
    ("Żurek", "fire"),
    ("Lodz", "odd"),
    ("Łódź", "odd"),
    ("tromso", "odd"),
    ("Tromsø", "odd"),
    ("Мир", "cyrillic"),
    ("мир придет", "cyrillic"),
    ("Aliev", "cyrillic"),
    ("segolene", "agreed"),
    # what users do not see is not found
    ("thought", ""),
    ("hypothetical OR negated", ""),
    # no phrase goes over the end of a field
    ('"ray deputy"', ""),
    ('"zurek mayor"', ""),
    ('"leave lukasz"', ""),
    ("ray deputy", "agreed"),
    # words as they are cut
    ("don't", "marks"),
    ("mail", "marks"),
    ("500", "marks"),
    ("U.S.", "marks"),
]


@pytest.mark.parametrize(("typed", "expected"), FOUND)
def test_what_is_found(filled: tuple[Store, dict[str, str]], typed: str, expected: str) -> None:
    store, names = filled
    found = {names[hit.quote.id] for hit in store.search(typed, where="all")}
    assert found == set(expected.split())
    assert store.count(typed, where="all") == len(found)


WHERE = [
    ("quotes", "mayor", "plain"),
    ("quotes", "lukasz", ""),
    ("quotes", "tromso", "odd"),
    ("quotes", "uberraschung", ""),
    ("quotes", "peace NOT mayor", "odd long"),
    ("quotes", "mayo* OR dep*", "plain"),
    ("articles", "uberraschung AErO", "agreed fire plain odd cyrillic marks long"),
    ("articles", "uber*", "agreed fire plain odd cyrillic marks long"),
    ("articles", "peace", ""),
    ("articles", "lukasz", ""),
    ("all", "lukasz uberraschung", "fire plain"),
]


@pytest.mark.parametrize(("where", "typed", "expected"), WHERE)
def test_where_it_is_found(
    filled: tuple[Store, dict[str, str]], where: Where, typed: str, expected: str
) -> None:
    """The list, the number and the lines of words in context agree."""
    store, names = filled
    hits = store.search(typed, where=where)
    assert {names[hit.quote.id] for hit in hits} == set(expected.split())
    assert store.count(typed, where=where) == len(hits)
    for hit in hits:
        lines = list(in_context(hit.quote, parse(typed), where))
        assert lines and hit.marks
        assert (where == "quotes") <= (hit.of == "text")
        assert (where == "articles") <= (hit.of == "title")


def test_there_is_nowhere_else_to_look(store: Store) -> None:
    with pytest.raises(UsageError, match="'speakers' is nothing to look in: take quotes"):
        store.search("a", where=cast("Where", "speakers"))


@pytest.fixture
def both(path: Path, postgres_db: str) -> Iterator[tuple[Store, Store]]:
    """Both kinds of store with the same quotes."""
    with Store(path) as one, Store(postgres_db) as other:
        fill(one)
        fill(other)
        yield one, other


def test_both_databases_find_the_same(both: tuple[Store, Store]) -> None:
    """All queries of this file, each also with what was only thought, and as it is shown."""
    for typed, _ in PARSED + FOUND:
        for act in ("speech", "thought", "all"):
            found = [
                [
                    (hit.quote.id, hit.marked(), hit.of)
                    for where in ("all", "quotes")
                    for hit in store.search(typed, act=act, sort="date", where=where)
                ]
                for store in both
            ]
            assert found[0] == found[1], typed


SNIPPETS = [
    ("cafe", "We agreed on a ceasefire in the [café]"),
    ("cease*", "We agreed on a [ceasefire] in the café"),
    ('"agreed on"', "We [agreed on] a ceasefire in the café"),
    ("ceasefire NOT fire", "We agreed on a [ceasefire] in the café"),
    ("Tromso talk", "Łódź and [Tromsø] will [talk] of peace"),
    ("Łódź", "[Łódź] and Tromsø will talk of peace"),
    ("lukasz zurek", "[Łukasz] [Żurek]"),
    ("deputy", "[deputy]"),
    ("u.s.", "Don't give up: cease-fire, e-mail, 1,500 and [U.S]."),
]


@pytest.mark.parametrize(("typed", "expected"), SNIPPETS)
def test_what_is_marked(filled: tuple[Store, dict[str, str]], typed: str, expected: str) -> None:
    store, _ = filled
    assert expected in {hit.marked() for hit in store.search(typed, where="all")}
