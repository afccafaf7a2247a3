"""Every form that is read: told by its content, read to the same article, its spans exact."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import quotes
from quotes.errors import UsageError
from quotes.reading import Choice, Failure, FieldMap, Reading, Skipped, read_paths
from quotes.records import Article

TEXT = (
    "The mayor of Ostrava spoke to the council about the bridge on Monday.\n\n"
    '“We have waited long enough,” said Ann Roe, the mayor. "It won\'t hold," she added.\n'
)
ROW = {
    "title": "Bridge to Close",
    "date": "2021-03-08",
    "author": "Ben Oak",
    "url": "https://post.example/bridge",
    "publisher": "The Post",
    "text": TEXT,
}


def csv_of(mark: str) -> bytes:
    return (
        pd.DataFrame([ROW, ROW | {"url": "https://post.example/2"}])
        .to_csv(sep=mark, index=False)
        .encode()
    )


def excel() -> bytes:
    stream = io.BytesIO()
    pd.DataFrame([ROW]).to_excel(stream, index=False)
    return stream.getvalue()


def parquet() -> bytes:
    stream = io.BytesIO()
    pd.DataFrame([ROW]).to_parquet(stream, index=False)
    return stream.getvalue()


def warc() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    page = f"<html><head><title>Bridge to Close</title></head><body>{paragraphs}</body></html>"
    return record("image/png", b"\x89PNG") + record("text/html; charset=utf-8", page.encode())


def record(kind: str, body: bytes) -> bytes:
    """A record of a web archive: what a server answered."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/bridge\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-04-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def lines(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


FORMS: dict[str, Callable[[], bytes]] = {
    "plain text": TEXT.encode,
    "JSON lines": lambda: lines(ROW, ROW | {"url": "https://post.example/2"}),
    "one object": lambda: json.dumps(ROW, indent=1).encode(),
    "a list": lambda: json.dumps([ROW] * 2 + [ROW | {"text": TEXT * 20, "id": "x"}]).encode(),
    "NewsAPI": lambda: json.dumps(
        {
            "status": "ok",
            "articles": [
                {
                    "source": {"id": None, "name": "The Post"},
                    "author": "Ben Oak",
                    "title": ROW["title"],
                    "url": ROW["url"],
                    "publishedAt": "2021-03-08T10:00:00Z",
                    "content": TEXT,
                }
            ],
        }
    ).encode(),
    "schema.org": lambda: json.dumps(
        {
            "@type": "NewsArticle",
            "headline": ROW["title"],
            "datePublished": "2021-03-08T10:00:00+01:00",
            "author": [{"@type": "Person", "name": "Ben Oak"}],
            "publisher": {"name": "The Post"},
            "url": ROW["url"],
            "articleBody": TEXT,
        }
    ).encode(),
    "CSV": lambda: csv_of(","),
    "CSV with semicolons": lambda: csv_of(";"),
    "TSV": lambda: csv_of("\t"),
    "Excel": excel,
    "Parquet": parquet,
    "WARC": warc,
}


@pytest.mark.parametrize("packed", [False, True], ids=["", "gzipped"])
@pytest.mark.parametrize("form", FORMS)
def test_told_by_content_and_read_exactly(tmp_path: Path, form: str, packed: bool) -> None:
    """The ending says nothing; each span gives its words in the text that would be stored."""
    data = FORMS[form]()
    path = tmp_path / "file.dat"
    path.write_bytes(gzip.compress(data) if packed else data)
    found = [item for item in read_paths([path]) if not isinstance(item, Skipped)]
    article = found[0]
    assert isinstance(article, Article), article
    assert "“We have waited long enough,” said Ann Roe" in article.text
    if form not in ("plain text", "WARC"):
        assert (article.title, article.byline, article.date) == (
            "Bridge to Close",
            "Ben Oak",
            dt.date(2021, 3, 8),
        )
        assert (article.url, article.publisher) == (ROW["url"], "The Post")
        assert article.found_in["date"].startswith("field ")
    said = quotes.extract(article)
    assert [quote.kind for quote in said][:1] == ["direct"]
    for quote in said:
        for spans, words in (
            (quote.content, quote.text),
            (quote.cue, quote.cue_text),
            (quote.source, quote.source_text),
        ):
            assert " … ".join(article.text[a:b] for a, b in spans) == (words or "")


def read(folder: Path, **extra: object) -> list[Article | Failure]:
    return list(read_paths([folder], **extra))  # type: ignore[arg-type]


def test_ids_of_many_in_one_file(tmp_path: Path) -> None:
    """An article's own id, alone where it is long; else its address, else its number."""
    rows = [
        {"id": "a-1", "text": TEXT},
        {"id": "post-2021-03-08-bridge", "text": TEXT},
        {"id": 7, "url": "https://p.example/x", "text": TEXT},
    ]
    (tmp_path / "all.jsonl").write_bytes(lines(*rows, {"text": TEXT}, rows[0]))
    found = read(tmp_path)
    assert [item.id for item in found if isinstance(item, Article)] == [
        "all.jsonl#a-1",
        "post-2021-03-08-bridge",
        "https://p.example/x",
        "all.jsonl#4",
    ]
    assert isinstance(found[-1], Skipped)
    assert "was there before" in found[-1].message


def test_a_map_names_other_fields(tmp_path: Path) -> None:
    row = {"lead": {"words": TEXT}, "printed": "8 March 2021", "key": "k1"}
    (tmp_path / "a.json").write_text(json.dumps(row))
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure)
    assert "--map text=FIELD (there: lead, printed, key)" in failure.message
    fields = FieldMap.parse("text=lead.words, date=printed,id=key")
    (article,) = read(tmp_path, how=Reading(fields=fields))
    assert isinstance(article, Article)
    assert (article.id, article.date, article.text) == ("k1", dt.date(2021, 3, 8), TEXT)


@pytest.mark.parametrize("words", ["text", "text=", "body=text", "=x"])
def test_a_map_that_maps_nothing(words: str) -> None:
    with pytest.raises(UsageError, match="maps nothing"):
        FieldMap.parse(words)


def test_which_files_of_a_folder(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "b.html",
        "drafts/c.txt",
        "d.png",
        "B.html.gz",
        "P.html",
        "P_files/x.html",
        "b/e.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)

    def names(**choice: tuple[str, ...]) -> list[str]:
        found = read_paths([tmp_path], choice=Choice(**choice))
        return [item.id if isinstance(item, Article) else item.message for item in found]

    assert names() == ["B.html.gz", "P.html", "a.txt", "b/e.txt", "b.html", "drafts/c.txt"]
    assert names(glob=("*.txt",)) == ["a.txt", "b/e.txt", "drafts/c.txt"]
    assert names(glob=("*.txt",), exclude=("drafts",)) == ["a.txt", "b/e.txt"]
    assert names(glob=("drafts/*",)) == ["drafts/c.txt"]
    assert "wanted are files in *.pdf" in names(glob=("*.pdf",))[0]


@pytest.mark.parametrize(
    ("name", "text", "day", "place"),
    [
        ("2021-03-08-bridge.txt", TEXT, dt.date(2021, 3, 8), "file name"),
        ("bridge_20210308.txt", TEXT, dt.date(2021, 3, 8), "file name"),
        ("2021-03-08_to_2021-03-09.txt", TEXT, None, None),
        (
            "a.txt",
            f"{TEXT}\nOriginal url: https://p.example/2021/mar/08/x\n",
            dt.date(2021, 3, 8),
            "web address",
        ),
        ("a.txt", f"OSTRAVA, March 8, 2021 (Agency) — {TEXT}", dt.date(2021, 3, 8), "dateline"),
        ("a.txt", f"Published: 0000-01-01\n\n{TEXT}", None, None),
    ],
)
def test_dates(
    tmp_path: Path, name: str, text: str, day: dt.date | None, place: str | None
) -> None:
    (tmp_path / name).write_text(text)
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert (article.date, article.found_in.get("date")) == (day, place)


GERMAN = "Der Bürgermeister sagte am Montag, dass die Brücke geschlossen werden müsse. " * 3


def test_other_languages_are_named_and_skipped_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN)
    (tmp_path / "b.txt").write_text("Мэр города заявил в понедельник, что мост будет закрыт. " * 3)
    (tmp_path / "c.txt").write_text("Ann Roe: “Já não podemos esperar.”")
    found = read(tmp_path)
    assert [item.message[:16] for item in found[:2] if isinstance(item, Skipped)] == [
        "not English (de)",
        "not English (ru)",
    ]
    assert isinstance(found[2], Article)  # too short to tell
    assert all(isinstance(x, Article) for x in read(tmp_path, how=Reading(any_language=True)))


def test_quotes_are_no_articles(tmp_path: Path) -> None:
    quote = quotes.extract(TEXT)[0]
    (tmp_path / "q.jsonl").write_text(quote.model_dump_json())
    (skipped,) = read(tmp_path)
    assert isinstance(skipped, Skipped)
    assert skipped.message == "quotes, not articles"


def draft(**row: object) -> Article:
    from quotes.reading.rows import row_draft

    found = row_draft(row, FieldMap({}))
    values = {k: v for k, v in vars(found.metadata).items() if k != "where"}
    return Article(id="a", text=found.text, found_in=dict(found.metadata.where), **values)


@pytest.mark.parametrize(
    "words",
    [
        "2020-11-21T10:00:00Z",
        "November 21, 2020 Saturday",
        "Nov 21, 2020 at 5:30 pm",
        "21 Nov 2020 | 10:30",
        "20201121T101500Z",
        "1605950000",
        "21/11/2020",
    ],
)
def test_days_of_fields(words: str) -> None:
    assert draft(text=TEXT, date=words).date == dt.date(2020, 11, 21)


def test_a_field_that_tells_nothing_is_passed_over() -> None:
    assert draft(text=TEXT, date="yesterday", pubDate="2020-11-21").date == dt.date(2020, 11, 21)
    article = draft(text=TEXT, date="03/04/2020")
    assert article.date is None
    assert article.found_in["date"].startswith("left open: field date")


def test_texts_of_fields() -> None:
    """Markup, entities, what WordPress' interface gives, and lists of paragraphs."""
    assert draft(body="One <em>word</em>.\n\nTwo &amp; three.").text == "One word.\n\nTwo & three."
    assert draft(text="&quot;We agree,&quot; said Ann Roe.").text == '"We agree," said Ann Roe.'
    article = draft(title={"rendered": "Tom &amp; <b>Ann</b>"}, content={"rendered": "<p>So</p>"})
    assert (article.title, article.text) == ("Tom & Ann", "So")
    assert draft(body=["One.", "Two."]).text == "One.\n\nTwo."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_that_begins_with_a_list_is_no_table(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"Mind, Body, Spirit\n\n{TEXT}")
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert article.text.startswith("Mind, Body")
