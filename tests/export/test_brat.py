"""brat: what is written for hand-made quotes, and that any come back through `quotes evaluate`."""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import QuotesError
from quotes.evaluate import evaluate
from quotes.evaluate.figures import Figures
from quotes.evaluate.gold import read_gold
from quotes.export import How, export
from quotes.export.as_brat import CONFIG, annotate, divide
from quotes.export.back import read_quotes
from quotes.reading import read_paths
from quotes.records import Article, Quote, Saying, Speaker
from tests.export.build import HOSTILE_IDS, finder, talks
from tests.store.build import make_article, make_quote

ROOT = Path(__file__).parents[2]
TEXT = "“It opens\nin May,” the\tmayor said. “Or\r\nJune.”"
BRIDGE = """\
T1\tContent 0 9;10 18;35 38;40 46\t“It opens in May,” “Or June.”
T2\tCue 29 33\tsaid
T3\tSource 19 22;23 28\tthe mayor
R1\tCue_of Arg1:T2 Arg2:T1
R2\tSource_of Arg1:T3 Arg2:T1
A1\tKind T1 direct
A2\tAct T1 speech
A3\tFactuality T1 factual
A4\tSpeaker T3 Chloé Dupont
#1\tAnnotatorNotes T1\tspeaker: Chloé Dupont; role: Mayor of X; said on: 2021-02-28; \
confidence: 0.9; quote: 1a
T4\tContent 10 16\tin May
A5\tKind T4 indirect
A6\tAct T4 thought
A7\tFactuality T4 negated
#2\tAnnotatorNotes T4\tconfidence: 0.0; quote: 2b
"""


def bridge(id: str = "town/bridge.md") -> Article:
    return make_article(id, text=TEXT)


def bridge_quotes() -> list[Quote]:
    first = make_quote(
        bridge(),
        id="1a",
        content=((0, 18), (35, 46)),
        cue=((29, 33),),
        source=((19, 28),),
        role="Mayor of\n X",
        said_on=dt.date(2021, 2, 28),
    )
    second = make_quote(
        bridge(),
        id="2b",
        content=((10, 16),),
        kind="indirect",
        act="thought",
        factuality="negated",
        speaker=None,
        role=None,
        confidence=0.0,
    )
    return [first, second]


def packed(quotes: Sequence[Quote], article: Callable[[str], Article]) -> dict[str, bytes]:
    """The files of an export by name, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        export(quotes, Path(folder) / "x", "brat", how=How(article=article))
        with zipfile.ZipFile(Path(folder) / "x") as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}


def test_the_files() -> None:
    files = packed(bridge_quotes(), bridge)
    assert list(files) == ["annotation.conf", "town/bridge.md.txt", "town/bridge.md.ann"]
    assert files["annotation.conf"].decode() == CONFIG
    assert files["town/bridge.md.txt"].decode() == TEXT
    assert files["town/bridge.md.ann"].decode() == BRIDGE


def test_the_configuration_names_all_types() -> None:
    assert "Kind\tArg:Content, Value:direct|mixed|indirect\n" in CONFIG
    assert "Factuality\tArg:Content, Value:factual|negated|hypothetical\n" in CONFIG
    sections = [line for line in CONFIG.splitlines() if line.startswith("[")]
    assert sections == ["[entities]", "[relations]", "[events]", "[attributes]"]


def test_a_saying_tells_how_often() -> None:
    saying = Saying(**dict(bridge_quotes()[1]), occurrences=3, first_article="b")
    *_, last = annotate(saying, TEXT, Counter())
    assert last == "#1\tAnnotatorNotes T1\tconfidence: 0.0; occurrences: 3; quote: 2b"


@pytest.mark.parametrize(
    "text, spans, pieces",
    [
        ("one two", ((0, 7),), [(0, 7)]),
        ("one two", ((4, 7), (0, 5)), [(0, 7)]),
        ("one two", ((4, 7), (0, 3)), [(0, 3), (4, 7)]),
        ("one \r\n two", ((0, 10),), [(0, 3), (7, 10)]),
        ("a\u2028b\x85c\td\x1ee\vf", ((0, 11),), [(at, at + 1) for at in range(0, 11, 2)]),
        (" \n ", ((0, 3),), []),
    ],
)
def test_spans_are_divided(
    text: str, spans: tuple[tuple[int, int], ...], pieces: list[tuple[int, int]]
) -> None:
    assert divide(text, spans) == pieces


@given(st.text("a \n\t\u2028", max_size=30), st.data())
def test_pieces_have_all_words_and_no_end_of_a_line(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted).map(tuple), max_size=4))
    pieces = divide(text, spans)
    wanted = {at for start, end in spans for at in range(start, end) if not text[at].isspace()}
    assert wanted == {at for a, b in pieces for at in range(a, b) if not text[at].isspace()}
    assert pieces == sorted(pieces)
    for start, end in pieces:
        words = text[start:end]
        assert words == words.strip() != ""
        assert words.splitlines() == [words]


def test_a_quote_without_words_is_named() -> None:
    quote = make_quote(make_article(text="a \n b"), id="1a", content=((1, 4),))
    with pytest.raises(QuotesError, match=r"^quote 1a of article 'bridge\.txt' has no words$"):
        list(annotate(quote, "a \n b", Counter()))


def test_an_article_that_comes_again_is_another_document() -> None:
    one, two = bridge_quotes()
    other = make_quote(make_article("b"))
    articles = {one.article_id: bridge(), "b": make_article("b")}
    files = packed([one, other, two], articles.__getitem__)
    texts = [name for name in files if name.endswith(".txt")]
    assert texts[:2] == ["town/bridge.md.txt", "b.txt"]
    assert texts[2].startswith("town/bridge.md~")
    assert files[texts[2]].decode() == TEXT
    assert files[texts[2].replace(".txt", ".ann")].startswith(b"T1\tContent 10 16\t")


def test_entries_have_one_day_and_plain_rights(tmp_path: Path) -> None:
    export(bridge_quotes(), tmp_path / "x", "brat", how=How(article=bridge))
    with zipfile.ZipFile(tmp_path / "x") as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.external_attr >> 16, entry.create_system) == (0o100644, 3)
            assert entry.compress_type == zipfile.ZIP_DEFLATED


def test_hostile_ids_stay_in_their_folder(tmp_path: Path) -> None:
    quotes = [make_quote(make_article(id)) for id in HOSTILE_IDS]
    export(quotes, tmp_path / "x.zip", "brat", how=How(article=make_article))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "out")
    unpacked = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    relative = {path.relative_to(tmp_path / "out").as_posix() for path in unpacked}
    assert relative == set(names)  # nothing was renamed, overwritten or put elsewhere
    assert len(names) == 2 * len(HOSTILE_IDS) + 1
    assert {path.name for path in tmp_path.iterdir()} == {"x.zip", "out"}
    assert len(read_gold(tmp_path / "out")) == len(HOSTILE_IDS)


def compared(quotes: Sequence[Quote], article: Callable[[str], Article]) -> Figures:
    """The figures of the quotes as JSON lines, against their own export to brat as gold."""
    with tempfile.TemporaryDirectory() as place:
        folder, pred = Path(place) / "gold", Path(place) / "pred.jsonl"
        how = How(article=article)
        assert export(quotes, Path(place) / "x", "brat", how=how) == len(quotes)
        assert export(quotes, pred, "jsonl") == len(quotes)
        with zipfile.ZipFile(Path(place) / "x") as archive:
            archive.extractall(folder)
        return evaluate(folder, pred=pred).figures()["all"]


def check_perfect(report: Figures, quotes: Sequence[Quote]) -> None:
    """A hundred everywhere; for names where any quote has a speaker."""
    assert (report.pop("gold"), report.pop("pred")) == (len(quotes), len(quotes))
    assert ("who" in report) == any(quote.speaker for quote in quotes)
    assert set(report.values()) <= {100.0, None}


ANY_IDS = st.lists(st.sampled_from(HOSTILE_IDS) | st.text(max_size=8), max_size=4, unique=True)


@settings(max_examples=40)
@given(ANY_IDS.flatmap(talks).filter(bool))
def test_what_is_unpacked_is_a_gold_standard_of_the_same(quotes: list[Quote]) -> None:
    check_perfect(compared(quotes, finder(quotes)), quotes)


def test_articles_whose_names_are_alike_are_told_apart() -> None:
    ids = ("A", "a.txt", "a", "x/a", "x/A.md", "y/A.md")
    quotes = [make_quote(make_article(id), 0, 5 + 4 * at) for at, id in enumerate(ids)]
    check_perfect(compared(quotes, make_article), quotes)


def test_the_seeds_come_back() -> None:
    found = {item.id: item for item in read_paths([ROOT / "seeds"]) if isinstance(item, Article)}
    quotes = list(read_quotes(ROOT / "exports" / "quotes.jsonl"))
    assert len(quotes) > 40
    check_perfect(compared(quotes, found.__getitem__), quotes)


@pytest.mark.parametrize(
    "text",
    [
        "<p>“No,” said Ann.</p>",
        "text,title\n“No,” said Ann.",
        "\ufeff“No,” said Ann.\r\n",
        '[{"a": 1}]',
    ],
)
def test_texts_that_look_like_something_else_come_back(tmp_path: Path, text: str) -> None:
    article = make_article("a", text=text, title=None)
    quote = make_quote(article, len(text) - 8, len(text) - 2, speaker=Speaker(name="Ann"))
    export([quote], tmp_path / "x", "brat", how=How(article=lambda _: article))
    with zipfile.ZipFile(tmp_path / "x") as archive:
        archive.extractall(tmp_path / "out")
    gold = read_gold(tmp_path / "out")["a.txt"]
    assert gold.article.text == text
    assert gold.attributions[0].content == quote.content
