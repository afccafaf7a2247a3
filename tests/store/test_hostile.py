"""Inputs that nobody types in good faith: only errors of one line come out, and nothing is changed.

Some hundred examples of each kind are tried; `QUOTES_HOSTILE=100000 pytest
tests/store/test_hostile.py --timeout 0` tries so many of each search string, speaker's name and
file's name, and fewer where a database is made or written for each (an hour and more).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotes.errors import QuotesError
from quotes.reading import Failure, read_paths
from quotes.reading.inputs import is_utf8
from quotes.records import Article, Speaker
from quotes.store import Store

from .build import COUNT, make_article, make_quote, make_quotes
from .conftest import is_sound

EXAMPLES = int(os.environ.get("QUOTES_HOSTILE", "300"))
FEWER = max(EXAMPLES // 10, 100)
"""Of what takes longer: what is written, and what is asked in several ways."""

NAMES = ["Ann Roe", "Łukasz Żurek", "O'Brien", "Robert'); DROP TABLE quotes;--", "50% _off_", "Ali"]

SQL = [
    "'",
    "' OR '1'='1",
    "'; DROP TABLE quotes; --",
    '"; DELETE FROM quotes; --',
    "x') UNION SELECT * FROM sqlite_master --",
    "1; ATTACH DATABASE '/tmp/x' AS x",
    "%",
    "_",
    "\\",
    "a\\' OR 1=1 --",
    "$$ ; SELECT pg_sleep(9) ; $$",
    "?1 :name @p $1 %s %(x)s {0}",
    "/* */ -- #",
]
FTS = [
    "NEAR(a b, 2)",
    "NEAR/3",
    "a NEAR b",
    "{text speaker} : a",
    "-{marks} : thought",
    "marks : thought",
    "text : ^a + b",
    '"a" + "b" *',
    "a^2",
    'quotes_fts("integrity-check")',
    '""""',
    '"a""b"',
    'AND OR NOT ( ) "',
    "NOT NOT NOT a",
    "a AND (b OR (c NOT (d AND -e",
    "a " + " ".join(f"-w{n}" for n in range(190)),
    " OR ".join(f"(w{n}" for n in range(190)),
    "(" * 3_000 + "a",
    "a NOT (" * 100 + "b",
]
TSQUERY = [
    "a & b | !c",
    "a <-> b",
    "a <2> b",
    "a:*",
    "a:ABCD*",
    "'a' 'b'",
    "''''",
    "a\\:*",
    "!!(a)",
    "<->",
    "a <99999> b",
]
LETTERS = [
    "a\0b",
    "\0",
    "\ud800",
    "\udcff a",
    "\ud83d\ude00",
    "\u202eabc\u202c",
    "\u200f\u200e\u2066a\u2069",
    "\ufeffa",
    "a\u0301" * 200,
    "\u0301",
    "\ue000\uf8ff",
    "\U0010ffff\U000e0001",
    "\ufdd0\ufffe\uffff",
    "a\nb\rc\x0bd\x0ce\x1cf\x85g\u2028h\u2029i",
    "\x1b[31mred\x1b[0m\x07\x08",
    "ﷺ" * 50,
    "ǅ ß ŉ İ ı ﬀ Σς",
    "٣ ² ½ Ⅷ ①",
    "👩‍👩‍👧‍👦 🇦🇲",
    "łøßđ " * 60,
]
HUGE = [
    "a" * 300_000,
    "ab " * 50_000,
    "Ł" * 50_000,
    '"' + "ł ø " * 30_000,
    "-" * 50_000,
    "é*" * 9_999,
]
PLACES = ["../../etc/passwd", "file:x?mode=rwc", ":memory:", "~", "|ls", "$(id)", "a?b#c%2e", "con"]
NASTY = [*SQL, *FTS, *TSQUERY, *LETTERS, *HUGE, *PLACES]

SIGNS = [*"\"'*()^:-{}+&|!<>\\%_?;,. \0\n\ud800\u202eŁéaAN"]
WORDS = ["AND", "OR", "NOT", "NEAR", "bridge", "--", "thought", "marks:"]
ANY_TEXT = st.text(st.characters(exclude_categories=[]))
HOSTILE = (
    ANY_TEXT
    | st.lists(st.sampled_from(SIGNS + WORDS), max_size=25).map("".join)
    | st.sampled_from(SQL + FTS + TSQUERY)
)

quick = settings(suppress_health_check=list(HealthCheck), max_examples=EXAMPLES)
slow = settings(quick, max_examples=FEWER)


@pytest.fixture
def filled(store: Store) -> Iterator[Store]:
    """A store with names and words that are asked for; afterwards it is as it was."""
    article = make_article()
    said = [
        make_quote(article, 0, n, speaker=Speaker(name=name), role="50% _off_")
        for n, name in enumerate(NAMES, start=1)
    ]
    store.add(article, [*said, make_quote(article, 3, 9, act="thought")])
    before = store.quotes(act="all"), store.speakers(), store.merges(), store.articles()
    yield store
    assert (store.quotes(act="all"), store.speakers(), store.merges(), store.articles()) == before
    assert is_sound(store)


def refused(ask: Callable[[], object]) -> None:
    """Ask: an answer, or an error of ours of one line."""
    try:
        ask()
    except QuotesError as error:
        assert len(str(error).splitlines()) == 1


def examples(texts: list[str]) -> Callable[[Any], Any]:
    """Try each of these, too."""

    def decorate(test: Any) -> Any:
        for text in texts:
            test = example(text)(test)
        return test

    return decorate


@quick
@given(HOSTILE)
@examples(NASTY)
def test_searches(filled: Store, words: str) -> None:
    refused(lambda: filled.search(words))


@slow
@given(HOSTILE)
@examples(NASTY)
def test_searches_with_all_else(filled: Store, words: str) -> None:
    refused(lambda: filled.count(words, act="all", factuality="hypothetical"))
    refused(lambda: filled.search(words, unique=True, sort="speaker", role="50%", act="thought"))


@quick
@given(HOSTILE | st.sampled_from(NAMES))
@examples([*NASTY, *NAMES])
def test_names_of_speakers(filled: Store, name: str) -> None:
    refused(lambda: filled.quotes(speaker=name))


ASKED: dict[str, Callable[[Store, str], object]] = {
    "speaker's page": lambda store, text: store.speaker(text),
    "namesakes": lambda store, text: store.namesakes(text),
    "meant": lambda store, text: store.meant(text),
    "publisher": lambda store, text: store.quotes(publisher=text),
    "via": lambda store, text: store.articles(via=text),
    "first": lambda store, text: store.first(text),
    "evidence": lambda store, text: store.evidence(text),
    "merge": lambda store, text: store.merge(text, text),
    "split": lambda store, text: store.split(text),
    "role": lambda store, text: store.quotes(role=text),
    "article": lambda store, text: store.quotes(article=text),
    "office": lambda store, text: store.quotes(office=text),
    "after": lambda store, text: store.quotes(after=text),
    "id": lambda store, text: store.get(text),
    "saying": lambda store, text: store.saying(text),
    "whole article": lambda store, text: store.article(text),
    "removal": lambda store, text: store.remove(article=text),
    "changes": lambda store, text: store.changes(article=text),
    "sort": lambda store, text: store.quotes(sort=text),  # type: ignore[arg-type]
    "kind": lambda store, text: store.quotes(kind=text),  # type: ignore[arg-type]
    "act": lambda store, text: store.quotes(act=text),  # type: ignore[arg-type]
    "statistics": lambda store, text: store.stats(text),
    "cross": lambda store, text: store.cross("day", text),
    "where": lambda store, text: store.search("a", where=text),  # type: ignore[arg-type]
}
LESS = [text for text in NASTY if text not in HUGE]


@pytest.mark.parametrize("name", ASKED)
def test_all_other_questions(filled: Store, name: str) -> None:
    for text in LESS:
        refused(lambda text=text: ASKED[name](filled, text))  # type: ignore[misc]


def test_wildcards_are_letters(filled: Store) -> None:
    """`%` and `_` stand for themselves."""
    for role, count in [("50", 6), ("off", 6), ("o_f", 0), ("o%f", 0), ("5%0", 0)]:
        assert filled.count(role=role) == count, role


@slow
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_is_stored_is_no_command(filled: Store, id: str, name: str, words: str) -> None:
    """Hostile words are read back as they are, or refused."""
    article = make_article(f"hostile {id}", title=name)
    quote = make_quote(article, text=words, speaker=Speaker(name=name), role=words, via=id)
    try:
        filled.add(article, [quote])
    except QuotesError as error:
        assert len(str(error).splitlines()) == 1
        return
    assert filled.get(quote.id) == (quote, article)
    filled.remove(article=article.id)


FILES = ANY_TEXT | st.sampled_from(LESS) | HOSTILE


def named(folder: Path, name: str) -> Path:
    """A path of one part below the folder, whatever the name."""
    return folder / (name.replace("/", "∕").lstrip(".") or "x")


@contextmanager
def kept_inside() -> Iterator[Path]:
    """A folder; nothing may be written beside it."""
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / "inner"
        inner.mkdir()
        yield inner
        assert list(Path(folder).iterdir()) == [inner]


@settings(quick, max_examples=FEWER // 2)
@given(FILES)
@examples([*PLACES, *LETTERS, HUGE[0]])
def test_databases_of_any_name_are_made(name: str) -> None:
    """A database of that name is made and read, or refused; none lies elsewhere."""
    with kept_inside() as inner:
        path = named(inner, name)
        try:
            with Store(path) as store:
                store.add(make_article(), [make_quote(make_article())])
            with Store(path, read_only=True) as store:
                assert store.count() == 1
            assert [file.name for file in inner.iterdir()] == [path.name]
        except QuotesError as error:
            assert len(str(error).splitlines()) == 1


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one quote."""
    path = tmp_path_factory.mktemp("small") / "quotes.db"
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
    return path


@quick
@given(FILES)
@examples([*PLACES, *LETTERS, HUGE[0]])
def test_databases_of_any_name_are_read(small: Path, name: str) -> None:
    """One of that name is what is opened; one that is not there is not made."""
    with kept_inside() as inner:
        path = named(inner, name)
        refused(lambda: Store(path, read_only=True).close())
        assert not list(inner.iterdir())
        try:
            shutil.copy(small, path)
        except (OSError, ValueError):  # no file can bear the name
            return
        with Store(path, read_only=True) as store:
            assert store.count() == 1
        assert [file.name for file in inner.iterdir()] == [path.name]


@quick
@given(FILES)
@examples([*PLACES, *LETTERS, HUGE[0]])
def test_articles_in_files_of_any_name(name: str) -> None:
    """They are read by that name, or the name is said to be at fault, in one line."""
    with kept_inside() as inner:
        path = named(inner, f"x{name}.txt")
        (missing,) = read_paths([path])
        assert is_a_line(missing)
        try:
            path.write_text("The bridge opens in May, the mayor said on Monday.", encoding="utf8")
        except (OSError, ValueError):
            return
        (found,) = read_paths([inner])
        if is_utf8(name):
            assert isinstance(found, Article)
            assert (found.id, found.text[:10]) == (path.name, "The bridge")
        else:
            assert is_a_line(found)


def is_a_line(found: object) -> bool:
    """True if it is a failure, told in one line."""
    return isinstance(found, Failure) and len(str(found).splitlines()) == 1


@pytest.mark.parametrize(
    "place",
    [
        "postgresql://",
        "postgresql+psycopg://localhost:99999999/x",
        "postgresql+psycopg://localhost:x/x",
        "postgresql+psycopg://127.0.0.1:1/x?connect_timeout=1",
        "postgresql+psycopg://127.0.0.1:1/x?nonsense=1",
        "postgresql+nodriver://x/y",
        "mysql://x/y",
        "sqlite:///x.db",
        "http://x/y",
        "://",
        "a\nb://c",
        "postgresql+psycopg://127.0.0.1:1/\ud800",
        "postgresql+psycopg://127.0.0.1:1/a\0b",
    ],
)
def test_addresses_of_databases(place: str) -> None:
    with pytest.raises(QuotesError) as error:
        Store(place)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("postgresql://me:{}@127.0.0.1:1/x", "postgresql://me:***@127.0.0.1:1/x"),
        ("postgresql+psycopg://127.0.0.1:1/x?user=me&password={}", "1:1/x?user=me&password=***"),
        ("postgresql:///x?password={}&host=/no/where", "postgresql:///x?password=***&host=/no/wh"),
    ],
)
def test_a_password_is_not_shown_and_its_signs_are_taken(place: str, shown: str) -> None:
    """Also where signs in it should have been written otherwise."""
    for password in ("hush", "hu/sh?a#b", "h%20ush"):
        if "://me" not in place and "?" in password:
            continue  # where it ends nobody can tell
        with pytest.raises(QuotesError) as error:
            Store(place.format(password))
        assert "no answer" in str(error.value)
        assert shown in str(error.value)
        assert "ush" not in str(error.value)
        assert "hu/sh" not in str(error.value)


def test_a_search_of_a_full_store_is_bounded(store: Store) -> None:
    """Also where every word is found."""
    article = make_article(text="bridge " * COUNT)
    store.add(article, make_quotes(article, COUNT))
    words = " ".join(["b*", "br*", "bri*"] * 30)
    assert len(store.search(words, where="all", limit=None)) == COUNT
