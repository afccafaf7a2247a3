"""Copies: every link leads somewhere, nothing needs a server, and nothing else is written over."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from quotes.cli.app import app
from quotes.errors import QuotesError, UsageError
from quotes.reading import read_paths
from quotes.records import Article, Quote
from quotes.serve.asked import Question
from quotes.serve.copy import check_copy, copy, copying
from quotes.serve.copy.asking import Answer
from quotes.store import Store

from ..newsroom import EVIL, HOSTILE
from .pages import dead_links, pages_of

AUDITED = ("type", "gender", "country", "office", "role", "affiliation")
ROOT = Path(__file__).parents[3]
EVERYTHING = {"act": "all", "factuality": "all"}


def make_copy(database: Path, folder: Path, **asked: Any) -> Path:
    check_copy(folder, database=database)
    copy(str(database), Question(**asked), folder)
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", "--format", "html", *words])


@pytest.fixture(scope="module")
def whole(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_copy(newsroom, tmp_path_factory.mktemp("whole") / "pages")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles with the quotes that are known to be found in them."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    golden = ROOT / "tests" / "golden"
    with Store(path) as store:
        for article in read_paths([ROOT / "seeds"]):
            if isinstance(article, Article):
                words = (golden / f"{Path(article.id).stem}.jsonl").read_text(encoding="utf-8")
                store.add(article, [Quote.model_validate_json(one) for one in words.splitlines()])
    return path


def test_no_link_of_the_seeds_is_dead(seeds: Path, tmp_path: Path) -> None:
    folder = make_copy(seeds, tmp_path / "pages")
    assert dead_links(folder) == []
    kinds = {path.parent.name for path in folder.rglob("*.*") if path.parent != folder}
    lists = {"quotes", "speakers", "articles"}
    assert kinds == lists | {"article", "speaker", "saying", "compare", "audit", "plot", "static"}


@pytest.mark.parametrize(
    "asked",
    [
        EVERYTHING,
        {"speaker": "Moreau"},
        {"publisher": "Courier", **EVERYTHING},
        {"unique": True},
        {"since": "2021-03-02", "kind": "direct"},
        {"speaker": "Berg", "act": "thought"},
        {"article": HOSTILE},
        {"role": "nobody has it"},
    ],
)
def test_no_link_of_a_search_is_dead(newsroom: Path, tmp_path: Path, asked: dict[str, Any]) -> None:
    folder = make_copy(newsroom, tmp_path / "pages", **asked)
    assert dead_links(folder) == []
    for tree in pages_of(folder).values():
        assert tree.xpath("//form|//script|//input|//button") == []


def test_a_copy_has_what_was_asked_for_and_no_more(newsroom: Path, tmp_path: Path) -> None:
    folder = make_copy(newsroom, tmp_path / "pages", speaker="Berg")
    assert [path.name for path in (folder / "article").iterdir()] == ["bridge-html.html"]
    assert [path.name for path in (folder / "speaker").iterdir()] == ["person-nils-berg.html"]
    start = pages_of(folder)["index.html"]
    assert start.findtext(".//h1") == "2 quotes"
    assert not (folder / "quotes").exists()
    assert "by Nils Berg" in start.xpath("string(//ul[@class='chips'])")
    assert "×" not in start.text_content()


def test_a_speaker_is_one_page_however_the_name_is_spelt(whole: Path) -> None:
    names = sorted(path.name for path in (whole / "speaker").iterdir())
    assert len([name for name in names if "moreau" in name]) == 1
    links = {
        address
        for tree in pages_of(whole).values()
        for address in tree.xpath("//a[text()='Ada Moreau']/@href")
    }
    assert {Path(link).name for link in links} <= {"person-ada-moreau.html"}


def test_a_quote_is_come_to_in_its_article(whole: Path) -> None:
    pages = pages_of(whole)
    links = [
        address
        for address in pages["quotes/all.html"].xpath("//a/@href")
        if address.startswith("../article/")
    ]
    assert len(links) == 8
    assert all("#q-" in link for link in links)


def test_what_needs_a_server_is_named_once_on_every_page(whole: Path) -> None:
    for name, tree in pages_of(whole).items():
        assert tree.text_content().count("What needs a server is left out of it") == 1, name
        words = " ".join(tree.text_content().split())
        assert "(show)" not in words
        assert "Atom" not in words
        assert "Correct" not in words
        assert "Narrow the list" not in words or tree.xpath("//aside//a")


def test_figures_are_of_what_is_copied(newsroom: Path, whole: Path, tmp_path: Path) -> None:
    """Each audit is a click away; those who are quoted most, and outlets, are beside each other."""
    pages = pages_of(whole)
    audits = {name for name in pages if name.startswith("audit/")}
    assert audits == {f"audit/{by}.html" for by in AUDITED}
    for name in audits:
        links = pages[name].xpath("//nav[@aria-label='By what']//a/@href")
        assert {f"audit/{link}" for link in links} == audits
        assert pages[name].xpath("//nav[@aria-label='Pages']//a[text()='Audit']/@href")
    by_speaker = pages["compare/speaker.html"]
    assert "Ada Moreau" in by_speaker.xpath("string(//h2[@id='often']/following::table)")
    assert "Evening Post" in pages["compare/publisher.html"].text_content()
    (picture,) = by_speaker.xpath("//img/@src")
    assert (whole / "compare" / picture).resolve().is_file()

    courier = pages_of(make_copy(newsroom, tmp_path / "courier", publisher="Courier"))
    assert [name for name in courier if name.startswith("compare")] == [
        "compare/speaker-courier.html"
    ]
    chips = courier["audit/gender-courier.html"].xpath("string(//ul[@class='chips'])")
    assert "Courier" in chips
    berg = pages_of(make_copy(newsroom, tmp_path / "berg", speaker="Berg"))
    assert not [name for name in berg if name.startswith("compare/")]


def test_an_article_stays_words(whole: Path) -> None:
    for name, tree in pages_of(whole).items():
        assert tree.xpath("//script|//iframe|//*[@style]|//@onerror") == [], name
        assert not [src for src in tree.xpath("//img/@src") if "evil" in src]
    (hostile,) = (whole / "article").glob("hostile*.html")
    assert EVIL in pages_of(whole)[f"article/{hostile.name}"].text_content()


def test_names_of_files_are_safe_and_differ(tmp_path: Path) -> None:
    ids = [
        "News.txt",
        "news.TXT",
        "NEWS",
        "a/b",
        "a_b",
        "con",
        "../x",
        "ж" * 300,
        "",
        "“”",
        "a\x00",
    ]
    with Store(tmp_path / "news.db") as store:
        for id in ids:
            text = "“It rains,” Ann Lee said."
            article = Article(id=id, text=text)
            quote = {"id": f"{ids.index(id) + 1:016x}", "article_id": id, "text": "“It rains,”"}
            rest = {"content": ((0, 11),), "kind": "direct", "act": "speech", "confidence": 0.9}
            try:
                store.add(article, [Quote.model_validate(quote | rest)])
            except QuotesError:
                assert id in ("", "a\x00")
    folder = make_copy(tmp_path / "news.db", tmp_path / "pages")
    names = [path.name for path in (folder / "article").iterdir()]
    assert len({name.casefold() for name in names}) == len(names) >= 9
    for path in folder.rglob("*"):
        assert path.name.isascii()
        assert set(path.name.lower()) <= set("abcdefghijklmnopqrstuvwxyz0123456789-._~")
        assert path.stem not in ("con", "nul")
        assert len(path.name) < 150
    assert dead_links(folder) == []


def test_a_long_list_has_pages(tmp_path: Path) -> None:
    with Store(tmp_path / "news.db") as store:
        for number in range(60):
            text = f"“It rains {number},” Ann Lee said."
            article = Article(id=f"{number}.txt", text=text)
            quote = {
                "id": f"{number:016x}",
                "article_id": article.id,
                "text": text[: text.index(" Ann")],
                "content": ((0, text.index(" Ann")),),
                "kind": "direct",
                "act": "speech",
                "confidence": 0.9,
            }
            store.add(article, [Quote.model_validate(quote)])
    folder = make_copy(tmp_path / "news.db", tmp_path / "pages")
    assert len(list((folder / "quotes").glob("all*"))) == 2
    assert len(list((folder / "article").iterdir())) == 60
    assert dead_links(folder) == []


def test_a_new_copy_takes_the_place_of_the_old(newsroom: Path, tmp_path: Path) -> None:
    folder = make_copy(newsroom, tmp_path / "pages")
    make_copy(newsroom, folder, speaker="Berg")
    assert len(list((folder / "article").iterdir())) == 1
    assert not (folder / "quotes").exists()
    assert json.loads((folder / "quotes-copy.json").read_text())["whole"] is True
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_what_is_no_copy_stays(newsroom: Path, tmp_path: Path) -> None:
    folder = make_copy(newsroom, tmp_path / "pages", speaker="Berg")
    (folder / "CNAME").write_text("example.org")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine")
    (tmp_path / "file").write_text("x")
    for name, why in {
        "pages": "holds other files",
        "mine": "holds other files",
        "file": "is no folder",
        "no/where": "no folder",
    }.items():
        with pytest.raises(UsageError, match=why):
            check_copy(tmp_path / name, database=newsroom)
    with pytest.raises(UsageError, match="would be mixed with"):
        check_copy(newsroom.parent, database=newsroom)
    assert check_copy(tmp_path / "new", database="postgresql://me@host/news") == tmp_path / "new"


@pytest.mark.parametrize("at", ["asking", "finishing"])
def test_a_broken_copy_leaves_the_old_one(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    folder = make_copy(newsroom, tmp_path / "pages", speaker="Berg")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def broken(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "addresses_of" if at == "asking" else "offline", broken)
    with pytest.raises(KeyboardInterrupt):
        make_copy(newsroom, folder)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_copy_that_was_cut_short_says_so_and_is_replaced(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_copy(newsroom, tmp_path / "pages", speaker="Berg")
    moved: list[str] = []

    def move(place: Path, target: Path) -> None:
        if len(moved) == 3:
            raise KeyboardInterrupt
        moved.append(target.name)
        place.rename(target)

    with monkeypatch.context() as patched:
        patched.setattr("quotes.serve.copy.folder.shutil.move", move)
        with pytest.raises(KeyboardInterrupt):
            make_copy(newsroom, folder)
    assert not (folder / "index.html").exists()
    known = json.loads((folder / "quotes-copy.json").read_text())
    assert known["whole"] is False
    assert "again" in known["to_do"]
    make_copy(newsroom, folder)
    assert (folder / "index.html").exists()
    assert dead_links(folder) == []


def test_too_much_asks_for_filters(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "MOST_ARTICLES", 2)
    with pytest.raises(UsageError, match=r"^these are more than the 2 articles .* give filters"):
        make_copy(newsroom, tmp_path / "pages")
    assert list(tmp_path.iterdir()) == []
    make_copy(newsroom, tmp_path / "pages", speaker="Berg")


def test_a_page_that_fails_is_named(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(*_: Any) -> Answer:
        return Answer(503, "text/html", b"<p class=note>the database is gone</p>")

    monkeypatch.setattr("quotes.serve.copy.asking._ask", failing)
    with pytest.raises(QuotesError, match=r"^cannot copy the page /: the database is gone$"):
        make_copy(newsroom, tmp_path / "pages")
    assert list(tmp_path.iterdir()) == []


def test_the_command(newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("--db", str(newsroom), "--speaker", "Berg")
    assert done.exit_code == 0, done.stderr
    assert "pages written to exports/pages: open exports/pages/index.html" in done.stderr
    assert "left out: 1 thought (--act all)" in done.stderr
    assert dead_links(tmp_path / "exports" / "pages") == []
    again = run("--db", str(newsroom), ".")
    assert (again.exit_code, again.stderr.count("\n")) == (2, 1)
    unknown = run("--db", str(newsroom), "--speaker", "Zorro", "new")
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "new").exists()


def test_a_missing_extra_is_named(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def importing(name: str, *rest: Any) -> Any:
        if name == "quotes.serve.copy":
            raise ModuleNotFoundError("No module named 'fastapi'", name="fastapi")
        return real(name, *rest)

    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", importing)
    result = run("--db", str(newsroom), str(tmp_path / "pages"))
    assert result.exit_code == 1
    assert result.stderr == "quotes: fastapi is missing: pip install 'quotes[serve]'\n"
