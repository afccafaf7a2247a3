"""Values that no version writes: one line that names the article, and a way out."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import StoreError, UsageError
from quotes.store import Store

from .build import make_article, make_quote, make_quotes
from .conftest import index_is_sound, is_sound, ordinary_user
from .test_caring import run_sql
from .test_failures import LOCK, process

BAD, GOOD = "bad.txt", "good.txt"

ONE = "UPDATE quotes SET {} WHERE key = 2"
OF_ANY_KIND = {
    "kind": ONE.format("kind = 9"),
    "kind below": ONE.format("kind = -1"),
    "act": ONE.format("act = 7"),
    "factuality": ONE.format("factuality = 3"),
    "said_on": ONE.format("said_on = 99"),
    "date of the article": "UPDATE articles SET date = 20209999 WHERE id = 'bad.txt'",
    "places of facts": "UPDATE labels SET value = '{no' WHERE value = '{}'",
    "text of the article": "UPDATE articles SET text = replace(text, 'calm', 'balm')",
    "title of the article": "UPDATE articles SET title = 'Bride to open' WHERE id = 'bad.txt'",
}
OF_SQLITE = {
    "spans as words": ONE.format("content = 'abc'"),
    "half a span": ONE.format("content = x'80'"),
    "an odd number of ends": ONE.format("cue = x'02'"),
    "spans beyond all texts": ONE.format("source = x'00ffffffffffff7f'"),
    "no UTF-8": ONE.format("text = CAST(x'61ff62' AS TEXT)"),
    "no UTF-8 in the article": (
        "UPDATE articles SET text = CAST(x'61ff62' AS TEXT) WHERE id = 'bad.txt'"
    ),
    "a day of words": ONE.format("said_on = 'monday'"),
    "a lost label": ONE.format("role = 999"),
    "a lost speaker": ONE.format("speaker_id = 999"),
    "places of facts are lost": "UPDATE articles SET found_in = 999 WHERE id = 'bad.txt'",
    "confidence": ONE.format("confidence = 7"),
    "confidence is a word": ONE.format("confidence = 'high'"),
}
TYPE = "UPDATE speakers SET type = 'zzz'"


def damage(place: str | Path, statement: str) -> None:
    """Run SQL without any of the checks that a database of ours has."""
    if isinstance(place, str):
        run_sql(place, statement)
        return
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    with connection:
        connection.execute("DROP TRIGGER IF EXISTS none")
        connection.execute(statement)
    connection.close()


def fill(place: str | Path) -> None:
    """An article that is to be damaged, and one that stays."""
    with Store(place) as store:
        bad = make_article(BAD, publisher="The Herald")
        store.add(bad, make_quotes(bad, 3))
        good = make_article(GOOD, found_in={"title": "heading"}, text="Quite another text, so far.")
        store.add(good, [make_quote(good, speaker=None, role=None)])


def backup(store: Store) -> None:
    """Copy it, and forget the copy."""
    with tempfile.TemporaryDirectory() as folder:
        store.backup(Path(folder) / "copy.db")


QUESTIONS: dict[str, Callable[[Store], object]] = {
    "list": lambda store: store.quotes(act="all", factuality="all"),
    "list unique": lambda store: store.quotes(act="all", factuality="all", unique=True),
    "stream": lambda store: list(store.stream(act="all", factuality="all")),
    "search": lambda store: store.search("bridge OR another", act="all", factuality="all"),
    "article": lambda store: store.article(BAD),
    "articles": lambda store: store.articles(),
    "speakers": lambda store: store.speakers(act="all", factuality="all"),
    "speaker": lambda store: store.speaker("Dupont", act="all", factuality="all"),
    "days": lambda store: store.stats("day", act="all", factuality="all"),
    "kinds": lambda store: store.stats("kind", act="all", factuality="all"),
    "acts": lambda store: store.stats("act", act="all", factuality="all"),
    "merges": lambda store: store.merges(),
    "changes": lambda store: store.changes(),
    "status": lambda store: store.status(make_article(BAD, publisher="The Herald")),
    "backup": lambda store: backup(store),
    "removal": lambda store: store.find_removal(article=BAD),
}


def asked_everything(store: Store) -> list[str]:
    """Ask: what comes is an answer or one line; the lines."""
    said = []
    for ask in QUESTIONS.values():
        try:
            ask(store)
        except StoreError as error:
            said.append(str(error))
    assert all(line.startswith("damaged: ") and "\n" not in line for line in said), said
    return said


def named(store: Store) -> list[str]:
    """The articles that are damaged."""
    found = [one for one in store.examine() if one.what == "article"]
    assert all(one.state == "error" and one.remedy for one in found)
    return sorted(one.found.partition(": ")[0] for one in found)


def check(place: str | Path, way_out: str) -> None:
    """It is named; it goes, or is added anew; then all is well."""
    for read_only in (True, False):
        with Store(place, read_only=read_only) as store:
            assert named(store) == [BAD]
            asked_everything(store)
    bad = make_article(BAD, publisher="The Herald")
    with Store(place) as store:
        if way_out == "delete":
            assert store.remove(article=BAD).quotes == 3
        else:
            assert store.status(bad) == "changed"
            assert store.add(bad, make_quotes(bad, 2)) == "replaced"
            assert store.quotes(article=BAD) == make_quotes(bad, 2)
            assert asked_everything(store) == []
        assert named(store) == []
        assert is_sound(store)
        assert store.count("another") == 1


@pytest.mark.parametrize("way_out", ["delete", "add"])
@pytest.mark.parametrize("what", OF_ANY_KIND)
def test_damage(place: str | Path, what: str, way_out: str) -> None:
    fill(place)
    damage(place, OF_ANY_KIND[what])
    check(place, way_out)


@pytest.mark.parametrize("way_out", ["delete", "add"])
@pytest.mark.parametrize("what", OF_SQLITE)
def test_damage_that_only_sqlite_takes(path: Path, what: str, way_out: str) -> None:
    fill(path)
    damage(path, OF_SQLITE[what])
    check(path, way_out)
    assert index_is_sound(path)


def test_each_article_is_named(path: Path) -> None:
    """All damaged at once, of one story and one saying."""
    with Store(path) as store:
        for n, _ in enumerate(OF_SQLITE):
            article = make_article(f"{n:02}.txt")
            store.add(article, [make_quote(article)])
    for n, statement in enumerate(OF_SQLITE.values(), start=1):
        damage(path, statement.replace("key = 2", f"key = {n}").replace(BAD, f"{n - 1:02}.txt"))
    ids = [f"{n:02}.txt" for n, _ in enumerate(OF_SQLITE)]
    with Store(path) as store:
        assert named(store) == ids
        for id in ids[::2]:
            store.remove(article=id)
        for id in ids[1::2]:
            article = make_article(id)
            assert store.add(article, [make_quote(article)]) == "replaced"
        assert named(store) == []
        assert store.count() == store.count("bridge") == len(ids) // 2
        assert is_sound(store)


def test_a_type_that_is_none(place: str | Path) -> None:
    fill(place)
    damage(place, TYPE)
    with Store(place) as store:
        assert named(store) == [BAD]
        assert asked_everything(store)
        bad = make_article(BAD, publisher="The Herald")
        assert store.add(bad, make_quotes(bad, 2)) == "replaced"
        assert named(store) == []
        assert store.quotes(article=BAD) == make_quotes(bad, 2)


def test_changes_that_are_no_json(place: str | Path) -> None:
    fill(place)
    bad = make_article(BAD, title="New")
    with Store(place) as store:
        store.add(bad, make_quotes(bad, 1))
    damage(place, "UPDATE changes SET fields = '{no'")
    with Store(place) as store, pytest.raises(StoreError, match="damaged: "):
        store.changes()


def test_a_verdict_that_is_no_json(place: str | Path) -> None:
    """It is named with its article, and goes when that is deleted."""
    fill(place)
    with Store(place) as store:
        first = store.quotes(act="all", factuality="all")[0]
        store.fix(first.id, role="guide", by="ann")
    damage(place, "UPDATE verdicts SET verdict = '{'")
    with Store(place) as store:
        article = store.article(first.article_id)
        with pytest.raises(StoreError, match=f"damaged: article {article.id}: 'quotes delete"):
            store.fixes()
        assert named(store) == [article.id]
        store.remove(article=article.id)
        assert store.fixes() == []
        assert named(store) == []


def test_a_name_that_is_no_text(path: Path) -> None:
    fill(path)
    damage(path, "UPDATE speakers SET name = CAST(x'61ff' AS TEXT)")
    with Store(path, read_only=True) as store:
        assert named(store) == [BAD]
        with pytest.raises(StoreError, match=f"damaged: article {BAD}"):
            store.quotes()
        with pytest.raises(StoreError, match="damaged: "):
            store.speakers()


@pytest.mark.parametrize("nth", range(0, 60, 7))
def test_one_byte_of_a_text(path: Path, nth: int) -> None:
    """Flipped in the file itself."""
    text = "".join(chr(ord("a") + n % 26) + str(n) for n in range(80))
    article = make_article(BAD, text=text)
    with Store(path) as store:
        store.add(article, [])
    data = bytearray(path.read_bytes())
    data[data.index(text[:20].encode()) + nth] ^= 1
    path.write_bytes(data)
    with Store(path, read_only=True) as store:
        assert named(store) == [BAD]


def test_an_entry_of_a_quote_that_is_gone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index names a quote that is not there."""
    monkeypatch.setattr("quotes.store.search.fts5.UNMARKED", 2)
    fill(path)
    damage(path, "DROP TRIGGER quotes_deleted")
    damage(path, "DELETE FROM quotes WHERE key = 2")
    with Store(path, read_only=True) as store, pytest.raises(StoreError, match="quotes doctor"):
        store.search("bridge", where="all")


def test_a_doctor_beside_a_writer(path: Path) -> None:
    fill(path)
    with process(LOCK, path), Store(path, timeout=0.1, read_only=True) as store:
        found = {one.what: one for one in store.examine()}
        assert found["full-text index"].state == "note"
        assert "another process is writing" in found["full-text index"].found
        assert found["articles"].state == "ok"
    damage(path, "DROP TRIGGER quotes_inserted")
    with process(LOCK, path), Store(path, timeout=0.1, read_only=True) as store:
        found = {one.what: one for one in store.examine()}
        assert found["full-text index"].remedy == "quotes doctor --mend"


@pytest.mark.parametrize("mode", ["file", "folder"])
def test_a_doctor_of_what_may_not_be_written(common_folder: Path, mode: str) -> None:
    path = common_folder / "quotes.db"
    fill(path)
    damage(path, OF_ANY_KIND["kind"])
    path.chmod(0o444)
    if mode == "folder":
        common_folder.chmod(0o555)
    before = path.read_bytes()
    with ordinary_user(), Store(path, read_only=True) as store:
        assert named(store) == [BAD]
        found = {one.what: one for one in store.examine()}
        assert found["full-text index"].state == "note"
        assert "may not be written" in found["full-text index"].found
    assert path.read_bytes() == before
    assert [file.name for file in common_folder.iterdir()] == ["quotes.db"]


def test_a_doctor_writes_nothing(path: Path) -> None:
    fill(path)
    before = path.read_bytes()
    with Store(path, read_only=True) as store:
        store.examine()
    assert path.read_bytes() == before


def test_a_doctor_counts(place: str | Path) -> None:
    fill(place)
    seen: list[Any] = []

    def passing(looked: Any) -> Any:
        for one in looked:
            seen.append(one.article)
            yield one

    with Store(place) as store:
        store.examine(passing)
        with pytest.raises(UsageError):
            store.remove(article="none")
    assert sorted(seen) == [BAD, GOOD]
