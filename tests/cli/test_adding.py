"""quotes add once more: what is read again, what is found anew, and what is said of it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from quotes import api, reading
from quotes.records import Article, Run
from quotes.store import Store

from .conftest import SECOND
from .conftest import Run as Command
from .fake_quotes import fake_find

OLDER = "quotes: {} read by an earlier version: --refresh reads anew"
UNDATED = "quotes: {} no date{}: add again with --date DAY or --map date=FIELD"
CHANGED = "quotes: what became of quotes that were there before: quotes changes"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the inputs that are read, as they are read."""
    names: list[str] = []
    true = reading.read_input

    def noted(item: reading.Input, **how: Any) -> Any:
        names.append(item.name)
        return true(item, **how)

    monkeypatch.setattr(reading, "read_input", noted)
    return names


def pretend(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Another version runs from now on, which finds less: no quote of Bo Kim."""

    def find(article: Article) -> api.Findings:
        found = fake_find(article).quotes
        return api.Findings([one for one in found if one.speaker and one.speaker.name != "Bo Kim"])

    monkeypatch.setattr(api, "this_run", lambda: Run(version=version))
    monkeypatch.setattr(api, "find", find)


def said(added: int, unchanged: int, replaced: int, quotes: int) -> str:
    word = "quote" if quotes == 1 else "quotes"
    return (
        f"{added} added, {unchanged} unchanged, {replaced} replaced, 0 skipped, 0 failed; "
        f"{quotes} {word} stored"
    )


def test_what_is_known_is_not_read_and_nothing_is_written(stored: Command, read: list[str]) -> None:
    before = Path("quotes.db").read_bytes()
    result = stored("add", "news", "--report", "report.jsonl")
    assert (result.exit_code, result.stderr) == (0, f"{said(0, 2, 0, 0)}\n")
    assert read == []
    assert Path("quotes.db").read_bytes() == before
    rows = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    assert [(row["input"], row["result"], row["articles"]) for row in rows] == [
        ("news/a.txt", "unchanged", 1),
        ("news/b.txt", "unchanged", 1),
    ]


def test_an_edited_file_is_read(stored: Command, read: list[str]) -> None:
    Path("news/b.txt").write_text('date 2020-11-24 "Now there is one," said Ann Lee.\n')
    result = stored("add", "news")
    assert result.stderr.splitlines() == [said(0, 1, 1, 1), CHANGED]
    assert read == ["news/b.txt"]
    stored("add", "news")  # what was replaced may stand in other files as well
    del read[:]
    assert stored("add", "news").stderr == f"{said(0, 2, 0, 0)}\n"
    assert read == []


def test_a_file_edited_and_edited_back_is_read_each_time(stored: Command, read: list[str]) -> None:
    for text in ('"Now there is one," said Ann Lee.\n', SECOND):
        Path("news/b.txt").write_text(text)
        assert stored("add", "news").stderr.splitlines()[0] == said(0, 1, 1, 1)
    assert read.count("news/b.txt") == 2
    assert "No ceasefire" in stored("list").stdout


def test_a_file_is_known_wherever_it_lies(stored: Command, read: list[str]) -> None:
    before = Path("quotes.db").read_bytes()
    Path("news").rename("moved")
    for place in ("moved", Path("moved").absolute()):
        assert stored("add", str(place)).stderr == f"{said(0, 2, 0, 0)}\n"
    assert read == []
    assert Path("quotes.db").read_bytes() == before


def test_a_new_file_alone_is_read(stored: Command, read: list[str]) -> None:
    Path("news/c.txt").write_text('date 2020-11-24 "One more," said Ann Lee.\n')
    assert stored("add", "news").stderr == f"{said(1, 2, 0, 1)}\n"
    assert read == ["news/c.txt"]


@pytest.mark.parametrize("words", [["--title", "T"], ["--date", "2020-11-16"], ["--any-language"]])
def test_read_in_another_way_it_is_read_again(
    stored: Command, read: list[str], words: list[str]
) -> None:
    assert stored("add", "news", *words).exit_code == 0
    assert read == ["news/a.txt", "news/b.txt"]


def test_the_file_of_a_deleted_article_is_read_again(stored: Command, read: list[str]) -> None:
    assert stored("delete", "--article", "a.txt", "--yes").exit_code == 0
    assert said(1, 1, 0, 3) in stored("add", "news").stderr
    assert "news/a.txt" in read
    assert "Peace" in stored("list").stdout


def test_a_replaced_article_makes_files_be_read_again(stored: Command, read: list[str]) -> None:
    """The article of a known file may have been replaced since: here it is put back."""
    before = Path("news/b.txt").read_bytes()
    Path("news/b.txt").write_text('"Now there is one," said Ann Lee.\n')
    assert said(0, 1, 1, 1) in stored("add", "news").stderr
    Path("news/b.txt").write_bytes(before)
    del read[:]
    assert said(0, 1, 1, 1) in stored("add", "news").stderr
    assert "news/b.txt" in read
    assert "No ceasefire" in stored("list").stdout


TAKEN = "quotes: another article has the id {id}: this one is {id}~"


def test_files_of_one_name_in_two_folders(stored: Command, tmp_path: Path) -> None:
    """Of one run or of two, they are two articles."""
    Path("old").mkdir()
    Path("old/a.txt").write_text('date 2020-11-24 "Nothing is agreed," said Cy Poe.\n')
    result = stored("add", "old")
    taken, tally = result.stderr.splitlines()
    assert taken.startswith(TAKEN.format(id="a.txt"))
    assert tally == said(1, 0, 0, 1)
    for paths in (["old", "news"], ["news", "old"]):
        assert stored("add", *paths).stderr == f"{said(0, 3, 0, 0)}\n"
    Path("new").mkdir()
    for name in ("1", "2"):
        Path(f"new/{name}").mkdir()
        Path(f"new/{name}/a.txt").write_text(
            f'date 2020-11-24 "No. {name} is agreed," said Cy Poe.\n'
        )
    result = stored("add", "new/1", "new/2")
    assert result.stderr.splitlines()[-1] == said(2, 0, 0, 2)
    assert stored("list", "--count").stdout == "6\n"


def test_rows_without_ids_day_after_day(run: Command) -> None:
    for day in range(3):
        texts = [f'"Day {day} was good to the {n}," said Ann Lee.' for n in range(5)]
        rows = [{"date": "2020-11-24", "text": text} for text in texts]
        Path("today.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
        result = run("add", "today.jsonl")
        assert said(5, 0, 0, 5) in result.stderr
    assert len(result.stderr.splitlines()) == 3 + 2  # three are named, and all counted
    assert result.stderr.splitlines()[-1].startswith("quotes: 5 articles have such an id")
    assert run("add", "today.jsonl").stderr == f"{said(0, 5, 0, 0)}\n"
    assert run("list", "--count").stdout == "15\n"


def test_rows_with_the_address_of_their_list(run: Command) -> None:
    """None of one run replaces another of it."""
    address = "https://paper.example/news"
    rows = [{"text": f'"Number {n} is agreed," said Ann Lee.', "url": address} for n in range(3)]
    Path("all.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert said(3, 0, 0, 3) in run("add", "all.jsonl").stderr
    Path("all.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows[::-1]))
    assert run("add", "all.jsonl").stderr == f"{said(0, 3, 0, 0)}\n"


def test_saved_pages_of_one_name(run: Command) -> None:
    page = '<html><head><link rel="canonical" href="https://paper.example/{0}"></head>'
    page += '<body><h1>{0}</h1><p>"The {0} is open to all who want to see it," said Ann Lee.'
    page += "</p></body></html>"
    Path("page.html").write_text(page.format("bridge"))
    assert said(1, 0, 0, 1) in run("add", "page.html").stderr
    Path("page.html").write_text(page.format("school"))
    assert said(1, 0, 0, 1) in run("add", "page.html").stderr
    Path("other.html").write_text(page.format("bridge").replace("all who", "those who"))
    assert said(0, 0, 1, 1) in run("add", "other.html").stderr


def test_a_file_with_a_fault_is_read_each_time(run: Command, read: list[str]) -> None:
    Path("two.jsonl").write_text('{"text": "\\"Yes,\\" said Ann Lee."}\n{"no": 1}\n')
    for _ in range(2):
        assert run("add", "two.jsonl").exit_code == 3
    assert read == ["two.jsonl"] * 2


def test_an_older_version_is_named_and_left_alone(
    stored: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "99")
    result = stored("add", "news")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [said(0, 2, 0, 0), OLDER.format("2 articles")]
    assert "Bo Kim" in stored("list", "--act", "all").stdout


@pytest.mark.parametrize("paths", [["news"], []])
def test_refresh_finds_anew(
    stored: Command, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    pretend(monkeypatch, "99")
    result = stored("add", *paths, "--refresh")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [said(0, 0, 2, 3), CHANGED]
    assert "Bo Kim" not in stored("list", "--act", "all").stdout
    again = stored("add", *paths, "--refresh")
    assert again.stderr == f"{said(0, 2 if paths else 0, 0, 0)}\n"
    assert stored("add", "news").stderr == f"{said(0, 2, 0, 0)}\n"


def test_changes_are_listed(stored: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    result = stored("changes")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "quotes: nothing has changed\n",
    )
    pretend(monkeypatch, "99")
    stored("add", "--refresh")
    (row,) = json.loads(stored("changes", "--format", "json").stdout)
    assert (row["what"], row["article_id"], row["text"]) == ("gone", "a.txt", '"It will last,"')
    head, text = stored("changes", "--article", "a.txt").stdout.splitlines()
    assert head.split()[1:] == ["gone", row["quote_id"], "a.txt"]
    assert text == '    "It will last,"'
    Path("news/b.txt").write_text(SECOND.replace("No", "Never a"))
    stored("add", "news")
    rows = json.loads(stored("changes", "--format", "json").stdout)
    assert sorted(row["what"] for row in rows if row["article_id"] == "b.txt") == [
        *("gone", "new", "replaced")
    ]
    assert len(stored("changes", "--limit", "1", "--format", "jsonl").stdout.splitlines()) == 1


def test_nothing_to_refresh_makes_no_harm(run: Command) -> None:
    result = run("add")
    assert result.exit_code == 2
    assert result.stderr == (
        "quotes: no PATH is given: name files or folders, or --refresh what is stored\n"
    )
    assert not Path("quotes.db").exists()


def test_what_a_bulk_load_put_off_is_done(stored: Command) -> None:
    with Store("quotes.db") as store:
        article = Article(id="bulk", text='"It runs on Sundays, as it always did," said Ann Lee.')
        store.load([(article, fake_find(article).quotes)], run=api.this_run())
        assert store.waiting() == 1
    result = stored("add", "news")
    assert result.stderr.splitlines() == [
        "quotes: still to be compared with the others: 1 article; it may be broken off",
        said(0, 2, 0, 0),
    ]
    with Store("quotes.db", read_only=True) as store:
        assert store.waiting() == 0


def test_what_is_done_to_an_older_database_is_said(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the copy is, too; of a large one how far it has come, as it takes its time."""
    monkeypatch.setattr("quotes.store.schema.upgrading.LARGE", 0)
    released = Path(__file__).parents[1] / "store" / "released" / "0005.db.gz"
    Path("quotes.db").write_bytes(gzip.decompress(released.read_bytes()))
    done = run("list")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "quotes: quotes.db is of an older version: bringing it up to date, which may take minutes",
        "quotes: quotes.db is copied first",
        "quotes: quotes.db gets new tables",
        "quotes: quotes.db gets a new index of its words",
        "quotes: quotes.db is looked through, whether all fits",
        "quotes: quotes.db was of an older version: it is kept in quotes.db.0005.bak",
    ]
    assert Path("quotes.db.0005.bak").exists()
    assert "older version" not in run("list").stderr


def test_a_file_that_changes_while_it_is_added_is_read_again(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words that were judged are stored, and they are not taken for what the file holds
    since."""
    (path := Path("a.txt")).write_text('date 2020-11-24 "No ceasefire," said Bo Kim.\n')
    true = reading.read_input

    def late(item: reading.Input, **how: Any) -> Any:
        path.write_text('"Now there is one," said Ann Lee.\n')
        return true(item, **how)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_input", late)
        assert run("add", "a.txt").stderr == f"{said(1, 0, 0, 1)}\n"
    assert "No ceasefire" in run("list").stdout
    assert run("add", "a.txt").stderr.splitlines()[0] == said(0, 0, 1, 1)
    assert "Now there is one" in run("list").stdout


def test_an_article_that_breaks_a_library_does_not_end_the_others(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("odd").mkdir()
    for name in ("a", "b"):
        Path(f"odd/{name}.txt").write_text(f'date 2020-11-24 "{name} it is," said Ann Lee.\n')

    def find(article: Article) -> api.Findings:
        if article.id.startswith("a"):
            raise SystemExit(7)
        return fake_find(article)

    monkeypatch.setattr(api, "find", find)
    result = run("add", "odd")
    assert result.exit_code == 3
    first, last = result.stderr.splitlines()
    assert first.startswith("quotes: a.txt: unexpected SystemExit: 7; ")
    assert last.startswith("1 added, 0 unchanged, 0 replaced, 0 skipped, 1 failed; ")


@pytest.mark.parametrize(
    ("rows", "have", "two"),
    [
        ([None], "1 article has", ""),
        ([None, "2020-11-24", None], "2 articles have", ""),
        (["03/04/2020"], "1 article has", " (1 with one that can be read in two ways)"),
        (
            [None, "03/04/2020", "2020-11-24", "yesterday"],
            "3 articles have",
            " (1 with one that can be read in two ways)",
        ),
    ],
)
def test_articles_without_a_day_are_counted_once(
    run: Command, rows: list[str | None], have: str, two: str
) -> None:
    texts = [{"text": f'"Number {n} is agreed," said Ann Lee.'} for n in range(len(rows))]
    found = [text | {"date": day} for text, day in zip(texts, rows, strict=True)]
    Path("rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in found))
    count = len(rows)
    result = run("add", "rows.jsonl")
    assert result.stderr.splitlines() == [said(count, 0, 0, count), UNDATED.format(have, two)]
    assert result.stdout == ""
    assert run("add", "rows.jsonl").stderr == f"{said(0, count, 0, 0)}\n"


@pytest.mark.parametrize("words", [["--date", "2020-11-24"], ["--map", "date=day"]])
def test_what_is_said_to_be_done_gives_them_a_day(run: Command, words: list[str]) -> None:
    row = {"text": '"It is agreed," said Ann Lee.', "day": "24 November 2020"}
    Path("rows.jsonl").write_text(json.dumps(row))
    assert UNDATED.format("1 article has", "") in run("add", "rows.jsonl").stderr
    assert "no date" not in run("add", "rows.jsonl", *words).stderr
    assert run("articles", "--format", "csv").stdout.count("2020-11-24") == 1
