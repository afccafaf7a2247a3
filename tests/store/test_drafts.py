"""A draft's quotations looked up in a store of either kind."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotes import api
from quotes.errors import UsageError
from quotes.records import Article, Quote, Speaker, quote_id
from quotes.store import Store
from quotes.store.db.asking import ask_each
from quotes.store.query import alike, drafts
from quotes.store.search.kinds import index_of
from tests.cli.fake_quotes import fake_find

from .build import make_article

MILL = (
    "“Twelve trout were found dead below the paper mill at Elmford, and the ministry, which has "
    "known of the leak since spring, does not want to say why,” said Ann Roe, a farmer."
)
LINES = "Ships of the harbour board had been waiting off the lighthouse for a week by then."


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "find", fake_find)


def put(store: Store, id: str, text: str, *said: tuple[str, str], **changes: Any) -> list[Quote]:
    """Store an article in which these words are said by these people."""
    article = make_article(id, text=text, **changes)
    quotes = []
    for words, name in said:
        content = ((text.index(words), text.index(words) + len(words)),)
        quotes.append(
            Quote(
                id=quote_id(id, content, "direct"),
                article_id=id,
                title=article.title,
                date=article.date,
                publisher=article.publisher,
                kind="direct",
                act="speech",
                text=words,
                content=content,
                speaker=Speaker(name=name),
                confidence=0.9,
            )
        )
    store.add(article, quotes)
    return quotes


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one quote of Ann Roe's, and some articles of other things."""
    put(store, "mill.txt", f"{MILL} {LINES}", (MILL[: MILL.index(" said")], "Ann Roe"))
    for number in range(20):
        said = f"“We sold {number} boats to the town of Velm last week,”"
        put(store, f"{number}.txt", f"{said} said Bo Kim.", (said, "Bo Kim"))
    return store


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        (f'"{MILL[1 : MILL.index("”")]}" said Ann Roe.', "verbatim"),
        ('"has known of the leak since spring" said Ann Roe.', "cut"),
        ('"12 trout were found dead … does not want to say why" said Ann Roe.', "cut"),
        ('"the ministry does want to say why" said Ann Roe.', "altered"),
        ('"the ministry … want to say why" said Ann Roe.', "altered"),
        ('"Twelve salmon were found dead below the paper mill" said Ann Roe.', "altered"),
        ('"Twelve trout were found dead below the paper mill" said Bo Kim.', "somebody else's"),
        ('"Nine owls were seen above the lake on Monday" said Ann Roe.', "not found"),
        ('"the leak" said Ann Roe.', "cut"),
        ('"the leak" said Bo Kim.', "too short"),
    ],
)
def test_what_is_told(filled: Store, draft: str, verdict: str) -> None:
    (one,) = filled.check(draft)
    assert one.verdict == verdict


def test_the_closest_place_is_shown(filled: Store) -> None:
    draft = 'A word first. "Twelve trout were found dead," said Ann Roe.'
    (one,) = filled.check(Article(id="draft.txt", text=draft))
    assert draft[one.start : one.end] == one.text == '"Twelve trout were found dead,"'
    (stored,) = filled.quotes(speaker="Ann Roe")
    place = one.place
    assert place is not None
    assert (place.quote_id, place.article_id, place.text) == (stored.id, "mill.txt", stored.text)
    assert place.after.startswith(" said Ann Roe, a farmer. Ships")
    assert (place.date, place.publisher) == (stored.date, stored.publisher)


def test_words_of_an_article_that_are_no_quote(filled: Store) -> None:
    """Also where no quote of the article shares a word with them."""
    (one,) = filled.check('"had been waiting off the lighthouse for a week" said Ann Roe.')
    assert (one.verdict, one.ok, one.words) == ("not found", False, "cut")
    assert one.place is not None
    assert (one.place.quote_id, one.place.article_id) == (None, "mill.txt")
    assert "waiting off the lighthouse" in one.place.text
    assert "not as a quotation" in one.why


def test_what_was_not_read_is_told(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = '"Nine owls were seen above the lake on Monday" said Ann Roe.'
    assert filled.check(draft)[0].unread == 0
    monkeypatch.setattr(drafts, "READ", 100)
    monkeypatch.setattr(drafts, "BATCH", 2)
    assert 0 < filled.check(draft)[0].unread < 21


def test_common_words_are_found_by_pairs_and_runs(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where every word stands in more quotes than are looked at."""
    put(
        filled,
        "z.txt",
        "“So we have been there and we are back,” said Cy.",
        ("“So we have been there and we are back,”", "Cy"),
    )
    monkeypatch.setattr(alike, "COMMON", 3)
    for draft in ('"We sold 7 boats to the town of Velm last week" said Bo Kim.',):
        (one,) = filled.check(draft)
        assert one.verdict == "verbatim"
        assert one.place is not None and "sold 7 boats" in one.place.text
    (one,) = filled.check('"we have been there and they are back" said Cy.')
    assert one.verdict == "altered"


def test_a_damaged_text_is_passed_over(path: Path) -> None:
    with Store(path) as store:
        put(store, "mill.txt", MILL, (MILL[: MILL.index(" said")], "Ann Roe"))
        put(store, "lines.txt", LINES)
        put(store, "odd.txt", "Something odd.")
    with closing(sqlite3.connect(path)) as connection, connection:
        odd = "UPDATE articles SET text = CAST(X'FFFE' AS TEXT) WHERE id = 'odd.txt'"
        connection.execute(odd)
    with Store(path, read_only=True) as store:
        (one,) = store.check('"had been waiting off the lighthouse for a week" said Ann Roe.')
    assert (one.place and one.place.article_id, one.unread) == ("lines.txt", 1)


def test_what_is_no_text_is_wrong_use(store: Store) -> None:
    with pytest.raises(UsageError, match="a text is a str or an Article"):
        store.check(5)  # type: ignore[arg-type]


def test_letters_of_other_alphabets(store: Store) -> None:
    said = "“Zażółć gęślą jaźń is what we sang in Łódź all night,”"
    put(store, "song.txt", f"{said} said Ola Wójcik.", (said, "Ola Wójcik"))
    for draft in (said, said.replace("Łódź", "Lodz").replace("ż", "z")):
        assert store.check(f"{draft} we heard.")[0].verdict == "verbatim"


def test_an_empty_store_and_a_draft_without_quotations(store: Store) -> None:
    assert store.check("Nothing was said.") == []
    (one,) = store.check("“The mill will be closed at noon,” she said.")
    assert (one.verdict, one.place) == ("not found", None)


@pytest.mark.parametrize("piece", ["“a b” ", "“” ", "“?!” ", "“the and of to” ", '"so" said Cy. '])
def test_many_marks_are_looked_up_once(
    filled: Store, piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()

    def counted(reader: Any, question: str, values: Any = None) -> list[Any]:
        asked["questions"] += "quotes_fts" in question
        return ask_each(reader, question, values)

    for index in ("fts5", "tsvector"):
        monkeypatch.setattr(f"quotes.store.search.{index}.ask_each", counted)
    filled.check(piece * 20)
    few = asked["questions"]
    filled.check(piece * 200)
    assert asked["questions"] == 2 * few


@pytest.mark.parametrize(("most", "found"), [(2, [3, 2]), (3, [3, 2, 1]), (4, [3, 2, 1])])
@pytest.mark.parametrize("terms", [[["fog"]], [["thick", "fog"]], [["fog"], ["thick"]]])
def test_those_added_last_come_first(
    store: Store, terms: list[list[str]], most: int, found: list[int]
) -> None:
    for number in range(3):
        put(store, f"{number}", f"“Thick fog {number},” Ann said.", (f"Thick fog {number}", "Ann"))
    with store._database.asking() as reader:
        assert index_of(reader).holding(reader, terms, most) == found


def test_few_that_hold_several_words_are_found_at_once(tmp_path: Path) -> None:
    asked: list[str] = []
    with Store(tmp_path / "some.db") as store:
        put(store, "a", "“Thick fog,” Ann said.", ("Thick fog", "Ann"))
        with store._database.asking() as reader:
            reader.driver.set_trace_callback(asked.append)  # type: ignore[attr-defined]
            assert index_of(reader).holding(reader, [["thick", "fog"]], 2)
    assert sum("MATCH" in statement for statement in asked) == 1
    assert "ASC" in next(statement for statement in asked if "MATCH" in statement)
