"""Inputs that are broken, hostile or no articles: each is refused in one line, skipped, or read, in
bounded time and memory, and the rest goes on."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quotes.reading import Failure, FieldMap, Reading, Skipped, read_paths
from quotes.records import Article

from .samples import CELLS, PAGE, TEXT, answer, excel, record, response, samples

GERMAN = (
    "Die Fähre zur Insel soll ab Montag wieder fahren, sagte der Hafenmeister am Abend. „Wir haben "
    "den ganzen Winter darauf gewartet“, sagte er dem Rat, und niemand im Saal widersprach ihm."
)
RUSSIAN = (
    "Паром на остров снова пойдёт с понедельника, сказал начальник порта. «Мы ждали этого всю "
    "зиму», — сказал он совету, и никто в зале не возразил ему ни единым словом."
)
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)
LAUGHS += "]>\n"
PASSWORDS = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'


@dataclass(frozen=True)
class Bad:
    """A file, or what makes one, and what comes of it: "! …" fails, "~ …" is skipped, "= …" is
    read, each with a piece of the message or of the text."""

    name: str
    file: str
    content: bytes | str | Callable[[Path], Any]
    wanted: tuple[str, ...]

    def build(self, folder: Path) -> Path:
        path = folder / self.file
        if callable(self.content):
            self.content(path)
        else:
            data = self.content
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path


def line(**fields: Any) -> str:
    return json.dumps({"text": TEXT, **fields}) + "\n"


def raw(**fields: str) -> str:
    """A line of JSON with one field that is written as given."""
    ((name, value),) = fields.items()
    return f'{{"title": "Ferry", "{name}": {value}}}\n'


def dated(value: str) -> str:
    return f'{{"date": {value}, "text": "It ran."}}\n'


def front(block: str) -> str:
    return f"---\n{block}\n---\n\n{TEXT}"


def laughing(value: str) -> str:
    """Ten names, each of which stands for many of the one before it."""
    names = "abcdefghij"
    lines = ["a: &a {x: y}"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} {value.format(before)}")
    return "\n".join([*lines, "title: *j"])


def packed(**parts: str | bytes) -> bytes:
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def bomb(path: Path, start: bytes = b"", megabytes: int = 300) -> None:
    """Zeros, or what `start` begins, gzipped to a thousandth, never held as a whole."""
    with gzip.open(path, "wb", compresslevel=9) as out:
        out.write(start)
        piece = bytes(1_000_000) if not start else b"a" * 1_000_000
        for _ in range(megabytes):
            out.write(piece)


def large(path: Path, start: bytes, piece: bytes, count: int) -> None:
    with path.open("wb") as out:
        out.write(start)
        for _ in range(count):
            out.write(piece)


def sparse(path: Path, megabytes: int = 200) -> None:
    with path.open("wb") as out:
        out.truncate(megabytes * 1_000_000)


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table news (text text)")
    connection.close()


def parquet(path: Path, **columns: Any) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table(columns), path)


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else TEXT


def parquet_far_days(path: Path) -> None:
    import pyarrow as pa

    parquet(path, day=pa.array([2_000_000_000], pa.date32()), text=[TEXT])


def damaged_member(path: Path) -> None:
    second = bytearray(gzip.compress(response(PAGE.encode(), "https://b.example")))
    second[40:60] = bytes(20)
    first = response(PAGE.encode() + b" " * 100_000)
    path.write_bytes(gzip.compress(first) + bytes(second))


def said(length: bytes) -> bytes:
    """A record with another length than it has."""
    return re.sub(rb"(?<=Content-Length: )\d+", length, response(PAGE.encode()))


def lying_zip(path: Path) -> None:
    """A sheet that is said to be small and is not."""
    data = bytearray(excel("<row><c><v>1</v></c></row>" * 500_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    path.write_bytes(bytes(data).replace(size, (500).to_bytes(4, "little")))


def huge_sheet() -> bytes:
    """Half a gigabyte of rows in half a megabyte."""
    base = excel("@")
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    before, _, after = sheet.partition("@")
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(before.encode())
            for _ in range(500):
                part.write(b"<row><c><v>1</v></c></row>" * 40_000)
            part.write(after.encode())
        archive.writestr("xl/workbook.xml", "")
    return out.getvalue()


CSV = f'id,title,text\nq-1,Ferry,"{TEXT}"\n'
LAST = f'q-9,Ferry,"{TEXT} Really."\n'
DEEP = 100_000
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://quay.example\nMIME-Version: 1.0\n"
    "Content-Type: multipart/related;\n\tboundary=x\n\n--x\nContent-Type: text/html\n\n<p>Hi</p>"
)
OLD_MHTML = 'From: "Saved by Internet Explorer 11"\n' + MHTML.partition("\n")[2]
QUOTE = {"id": "1", "article_id": "a", "content": [[0, 4]], "cue": [], "source": [], "text": "“x”"}
GOLD = {"article": "a.txt", "content": [[0, 4]], "cue": [[5, 6]], "source": [[7, 9]]}
RSS = f"<?xml version='1.0'?><rss><channel><title>News</title><item>{TEXT}</item></channel></rss>"
WORD = packed(**{"[Content_Types].xml": "<Types/>", "word__document.xml": f"<w>{TEXT}</w>"})
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n"
ZIPPED = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n"
NO_END = PAGE.partition("</article>")[0]

TEXTS = [
    Bad("empty", "a.txt", b"", ("! empty; give",)),
    Bad("white space", "a.txt", " \n\t\u2028\u00a0\r\n", ("! nothing but white space",)),
    Bad("only a mark", "a.txt", "\ufeff", ("! nothing but white space",)),
    Bad("only a mark of UTF-16", "a.txt", b"\xff\xfe", ("! nothing but white space",)),
    Bad("one long word", "a.txt", "a" * 5_000_000, ("= aaaa",)),
    Bad("NULs", "a.txt", f"{TEXT}\x00", ("! a binary file",)),
    Bad(
        "two encodings", "a.txt", f"{TEXT} caf".encode() + b"\xe9 na\xefve", ("! not valid UTF-8",)
    ),
    Bad("half a character", "a.txt", TEXT.encode()[:-1] + b"\xe2\x80", ("! not valid UTF-8",)),
    Bad("German", "a.txt", GERMAN, ("~ not English (de)",)),
    Bad("Russian", "a.txt", RUSSIAN, ("~ not English (ru)",)),
    Bad("odd days", "a.txt", f"Ferry\n\n0000-00-00\n\n9999-99-99\n\n{TEXT}", ("= Ferry",)),
    Bad("a long line", "a.txt", "Ferry\n\ndate" + " " * 60_000 + "x 2021-03-04\n", ("= Ferry",)),
    Bad("endless front matter", "a.md", "---\n" + "a: &a [*a]\n" * 9000, ("= ---",)),
    Bad("laughing YAML", "a.md", f"---\na: &a [x]\nb: [*a,*a]\n---\n{TEXT}", ("= ---",)),
    Bad("nested YAML", "a.md", f"---\na: {'[' * 9000}\n---\n{TEXT}", ("= ---",)),
    Bad("YAML that holds itself", "a.md", front("title: &a [*a]"), ("= ---",)),
    Bad("YAML of odd words", "a.md", front("title: !!bool x\ndate: !!timestamp x"), ("= ---",)),
    Bad("YAML of nothing", "a.md", front("title: !!int ''"), ("= ---",)),
    Bad("YAML of a huge number", "a.md", front(f"title: 0x{'f' * 9000}"), ("= ---",)),
    Bad(
        "laughing titles",
        "a.md",
        front(laughing("[*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0}]")),
        ("= ---",),
    ),
    Bad(
        "laughing maps",
        "a.md",
        front(laughing("{{<<: [*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0}]}}")),
        ("= ---",),
    ),
    Bad("PDF", "a.txt", b"%PDF-1.7\n%\xe2\xe3", ("! a PDF file",)),
    Bad("PNG", "a.txt", b"\x89PNG\r\n\x1a\n\x00", ("! a picture",)),
    Bad("JPEG named HTML", "a.html", b"\xff\xd8\xff\xe0\x00\x10JFIF", ("! a picture",)),
    Bad("SQLite", "a.json", database, ("! a database",)),
    Bad("MHTML", "a.html", MHTML, ("! an MHTML file",)),
    Bad("MHTML of old", "a.txt", OLD_MHTML, ("! an MHTML file",)),
    Bad("a program", "a.txt", b"\x7fELF\x02\x01\x01\x00\x00", ("! a binary file",)),
    Bad("200 MB of nothing", "a.txt", sparse, ("! a file of 200.0 MB of which nearly nothing",)),
    Bad("200 MB of nothing, a table", "a.csv", sparse, ("! a file of 200.0 MB of which nearly",)),
    Bad("200 MB of nothing, lines", "a.jsonl", sparse, ("! a file of 200.0 MB of which nearly",)),
]
GZIPPED = [
    Bad("cut gzip", "a.txt.gz", gzip.compress(TEXT.encode() * 9)[:-9], ("! a damaged gzip file",)),
    Bad("only gzip's mark", "a.txt.gz", b"\x1f\x8b", ("! a damaged gzip file",)),
    Bad(
        "rest after gzip", "a.txt.gz", gzip.compress(TEXT.encode()) + b"xyz", ("! a damaged gzip",)
    ),
    Bad("zeros after gzip", "a.txt.gz", gzip.compress(TEXT.encode()) + bytes(9), (f"= {TEXT}",)),
    Bad(
        "wrong sum", "a.txt.gz", gzip.compress(TEXT.encode())[:-8] + bytes(8), ("! a damaged gzip",)
    ),
    Bad("nothing in gzip", "a.txt.gz", gzip.compress(b""), ("! empty",)),
    Bad(
        "gzip in gzip", "a.txt.gz", gzip.compress(gzip.compress(b"x")), ("! a gzip file in a gzip",)
    ),
    Bad("gzip unnamed", "a.txt", gzip.compress(TEXT.encode()), (f"= {TEXT}",)),
    Bad("bomb", "a.txt.gz", bomb, ("! a gzip file that grows more than 100 times",)),
    Bad(
        "bomb of lines",
        "a.jsonl.gz",
        lambda p: bomb(p, b'{"text": "'),
        ("! a gzip file that grows",),
    ),
    Bad(
        "bomb of a list",
        "a.json.gz",
        lambda p: bomb(p, b'[{"text": "'),
        ("! a gzip file that grows",),
    ),
    Bad("bomb of a table", "a.csv.gz", lambda p: bomb(p, b"id,text\n"), ("! a gzip file that",)),
    Bad(
        "bomb of an archive",
        "a.warc.gz",
        lambda p: bomb(p, b"WARC/1.0\r\n"),
        ("! a gzip file that grows",),
    ),
    Bad("bzip2", "a.txt.bz2", b"BZh91AY&SY", ("! a bzip2 file",)),
]
JSON = [
    Bad("NaN", "a.json", '{"date": NaN, "text": "It ran."}', ("= It ran.",)),
    Bad("NaN as the text", "a.json", raw(text="NaN"), ("! no text in the field text",)),
    Bad("infinity", "a.jsonl", dated("Infinity") + dated("-Infinity"), ("= It ran.",) * 2),
    Bad("long list with NaN", "a.json", f'[{{"date": NaN, "text": "{TEXT * 9}"}}]', (f"= {TEXT}",)),
    Bad("cut", "a.json", samples()["a.json"][:-20], ("! not valid JSON",)),
    Bad(
        "cut list",
        "a.json",
        json.dumps([{"text": TEXT * 9}] * 2)[:-20],
        (f"= {TEXT}", "! not valid"),
    ),
    Bad("open list", "a.json", json.dumps([{"text": TEXT * 9}])[:-1], (f"= {TEXT}", "! not valid")),
    Bad("list with a hole", "a.json", f'[{{"text": "{TEXT * 9}"}}, oops]', (f"= {TEXT}", "! not")),
    Bad(
        "list with a long hole",
        "a.json",
        json.dumps([{"text": TEXT * 9}, {}])[:-2] + "oops" + "x" * 200_000,
        (f"= {TEXT}", "! not valid JSON after item 1 (Expecting property name"),
    ),
    Bad(
        "list of other things",
        "a.json",
        json.dumps([{"text": TEXT * 9}, 5, None, "x"]),
        (f"= {TEXT}", *("! JSON with no article in it",) * 3),
    ),
    Bad("nested lists", "a.json", "[" * DEEP, ("! JSON nested without end",)),
    Bad("nested objects", "a.json", '{"a":' * DEEP, ("! JSON nested without end",)),
    Bad(
        "nested line",
        "a.jsonl",
        line() + '{"a":' * DEEP + "\n" + line(id="b"),
        (f"= {TEXT}", "! JSON nested", f"= {TEXT}"),
    ),
    Bad("nested author", "a.jsonl", line(author=json.loads("[" * 400 + "]" * 400)), (f"= {TEXT}",)),
    Bad("half a pair in the text", "a.jsonl", raw(text='"a\\ud800"'), ("! damaged characters",)),
    Bad("half a pair in the id", "a.jsonl", line(id="a\ud800"), (f"= {TEXT}",)),
    Bad("half a pair in the title", "a.jsonl", line(title="a\ud800"), (f"= {TEXT}",)),
    Bad("half a pair in a name", "a.jsonl", '{"a\\ud800": 1}\n', ("! no field with the text",)),
    Bad(
        "half a pair in a date's name",
        "a.jsonl",
        '{"date\\ud800": "2021-03-04", "text": "It ran."}',
        ("= It ran.",),
    ),
    Bad("half a pair in the address", "a.jsonl", line(url="https://a\ud800"), (f"= {TEXT}",)),
    Bad("a number as the text", "a.json", raw(text="42"), ("! no text in the field text",)),
    Bad("a list as the text", "a.json", raw(text='["a", 1]'), ("! no text in the field text",)),
    Bad("an object as the text", "a.json", raw(text='{"a": 1}'), ("! no text in the field text",)),
    Bad("null as the text", "a.json", raw(text="null"), ("! nothing in the field text",)),
    Bad("no text", "a.json", raw(words='"It ran."'), ("! no field with the text; name it",)),
    Bad("white space as the text", "a.json", raw(text='" "'), ("! nothing but white space",)),
    Bad("markup of nothing", "a.json", raw(text='"<p></p>"'), ("! nothing but white space",)),
    Bad("names of many lines", "a.jsonl", json.dumps({"a\nb": 1, "c" * 9999: 2}), ("! no field",)),
    Bad("id of two lines", "a.jsonl", line(id="a\nb"), (f"= {TEXT}",)),
    Bad("a number", "a.json", "42", ("! JSON with no article in it",)),
    Bad("a string", "a.json", '"It ran."', ("! JSON with no article in it",)),
    Bad("null", "a.jsonl", "null", ("! JSON with no article in it",)),
    Bad(
        "values without end",
        "a.json",
        '{"x": [' + "1," * 5_000_000 + "1]}",
        ("! JSON of more than 5,000,000 values; give one article a line",),
    ),
    Bad("empty list", "a.json", "[]", ("~ no articles in it",)),
    Bad("empty object", "a.json", "{}", ("! no field with the text",)),
    Bad("empty list of articles", "a.json", '{"articles": []}', ("! no field with the text",)),
    Bad("list of lists", "a.json", "[[1], [2]]", ("! JSON with no article in it",) * 2),
    Bad("huge number", "a.jsonl", dated("1" + "0" * 400), ("= It ran.",)),
    Bad("endless number", "a.jsonl", dated("1" * 5000), ("! not valid JSON",)),
    Bad("huge float", "a.jsonl", dated("1e999"), ("= It ran.",)),
    Bad(
        "one bad line",
        "a.jsonl",
        line(id="a") + '{"text": "cut\n' + line(id="b"),
        (f"= {TEXT}", "! not valid JSON", f"= {TEXT}"),
    ),
    Bad("bad first line", "a.jsonl", "oops\n" + line(), ("! not valid JSON", f"= {TEXT}")),
    Bad("first line with no text", "a.jsonl", '{"v": 1}\n' + line(), ("! no field", f"= {TEXT}")),
    Bad("no line with a text", "a.jsonl", '{"v": 1}\n' * 50, ("! no field with the text",) * 20),
    Bad("CRLF", "a.jsonl", line().replace("\n", "\r\n") * 2, (f"= {TEXT}",) * 2),
    Bad("mark", "a.jsonl", "\ufeff" + line() * 2, (f"= {TEXT}",) * 2),
    Bad("UTF-16 lines", "a.jsonl", (line() * 2).encode("utf-16"), ("! JSON lines in UTF-16",)),
    Bad("UTF-16", "a.json", line().encode("utf-16"), (f"= {TEXT}",)),
    Bad(
        "line in another encoding",
        "a.jsonl",
        line().encode() + b'{"text": "\xc3\xa9 \xff\xfe"}\n',
        (f"= {TEXT}", "! not valid UTF-8"),
    ),
    Bad(
        "NULs between",
        "a.jsonl",
        line().encode() + bytes(50) + b"\n" + line(id="b").encode(),
        (f"= {TEXT}", "! a binary file", f"= {TEXT}"),
    ),
    Bad(
        "endless line",
        "a.jsonl",
        lambda p: large(p, line().encode() + b'{"text": "', b"a" * 1_000_000, 60),
        (f"= {TEXT}", "! a line of more than 10 MB"),
    ),
    Bad(
        "endless line between",
        "a.jsonl",
        (line() + '{"text": "' + "a" * 10_000_001 + "\n" + line(id="b")),
        (f"= {TEXT}", "! a line of more than 10 MB", f"= {TEXT}"),
    ),
    Bad(
        "endless item",
        "a.json",
        lambda p: large(p, b'[{"text": "', b"a" * 1_000_000, 60),
        ("! an item of more than 10 MB",),
    ),
    Bad(
        "endless list of nothing",
        "a.json",
        lambda p: large(p, b"[", b" " * 1_000_000, 60),
        ("! not valid JSON after item 0",),
    ),
    Bad("the same twice", "a.jsonl", line(id="a") * 2, (f"= {TEXT}", "~ the same article was")),
    Bad("gold", "gold.jsonl", json.dumps(GOLD) + "\n", ("~ quotes, not articles",)),
    Bad("our own quotes", "quotes.jsonl", json.dumps(QUOTE) + "\n", ("~ quotes, not articles",)),
]
DAYS = ("0000-01-01", "9999-12-31", "-0001-01-01", "2020-13-45", "2020-13-01", "13/13/2020")
JSON += [Bad(f"the day {day}", "a.jsonl", dated(f'"{day}"'), ("= It ran.",)) for day in DAYS]
STAMPS = ("-1", "0", "9999999999", "99999999999999999", "1e300", "true", "[]", "{}")
JSON += [Bad(f"the time {stamp}", "a.jsonl", dated(stamp), ("= It ran.",)) for stamp in STAMPS]
TABLES = [
    Bad("stray quote", "a.csv", CSV + 'q-2,a,"It ran.\n' + LAST, (f"= {TEXT}", "! no row")),
    Bad("quote that never ends", "a.csv", CSV + 'q-2,a,"It ran.\n', (f"= {TEXT}", "! no row")),
    Bad(
        "text after a quote",
        "a.csv",
        CSV + 'q-2,a,"We," she\n' + LAST,
        (f"= {TEXT}", "! no row", f"= {TEXT}"),
    ),
    Bad(
        "too many values",
        "a.csv",
        CSV + "q-2,a,It ran, and ran,x\n" + LAST,
        (f"= {TEXT}", "! 5 values under 3 names", f"= {TEXT}"),
    ),
    Bad("commas at the end", "a.csv", CSV.replace("\n", ",,\n", 2), (f"= {TEXT}",)),
    Bad("too few values", "a.csv", CSV + "q-2\n" + LAST, (f"= {TEXT}", "! no field", f"= {TEXT}")),
    Bad("empty text first", "a.csv", "id,text\na,\nb,It ran.\n", ("! nothing in", "= It ran.")),
    Bad("only a header", "a.csv", "id,title,text\n", ("~ no articles in it",)),
    Bad("no text column", "a.csv", "id,words\n1,a\n2,b\n", ("! no field with the text; name it",)),
    Bad("two columns of one name", "a.csv", "text,text\nIt ran.,no\n", ("= It ran.",)),
    Bad("columns without names", "a.csv", ",,text\n1,2,It ran.\n", ("= It ran.",)),
    Bad("tabs in CSV", "a.csv", f"id\ttext\nq-1\t{TEXT}\n", (f"= {TEXT}",)),
    Bad("commas in TSV", "a.tsv", CSV, (f"= {TEXT}",)),
    Bad("semicolons", "a.csv", CSV.replace(",", ";", 4), (f"= {TEXT}",)),
    Bad("UTF-16 table", "a.csv", CSV.encode("utf-16"), (f"= {TEXT}",)),
    Bad(
        "wide table",
        "a.csv",
        ",".join(f"c{n}" for n in range(3000)) + ",text\n" + ("a," * 3000 + "It ran.\n") * 300,
        ("= It ran.",) * 300,
    ),
    Bad("half of UTF-16", "a.csv", CSV.encode("utf-16")[:-1], ("! damaged after row",)),
    Bad(
        "cp1252 table",
        "a.csv",
        "id,text\n1,Le café “rouvre” lundi.\n".encode("cp1252"),
        ("= Le café “rouvre” lundi.",),
    ),
    Bad(
        "table in two encodings",
        "a.csv",
        CSV.encode() + b"q-2,a," + b"b" * 20_000 + b"\nq-3,a,caf\xe9\n",
        (f"= {TEXT}", "= bbb", "! damaged characters in the text"),
    ),
    Bad("NULs in a table", "a.csv", CSV.replace("ferry", "fer\x00ry"), ("= The fer\x00ry",)),
    Bad("old Mac's lines", "a.csv", CSV.replace("\n", "\r"), (f"= {TEXT}",)),
    Bad(
        "endless row",
        "a.csv",
        lambda p: large(p, CSV.encode(), b"a," * 500_000, 60),
        (f"= {TEXT}", "! a row of more than 10 MB"),
    ),
    Bad(
        "endless quote",
        "a.csv",
        lambda p: large(p, CSV.encode() + b'"', b"a\n" * 500_000, 60),
        (f"= {TEXT}", "! a row of more than 10 MB"),
    ),
    Bad("empty named CSV", "a.csv", "\n\n", ("~ no articles in it",)),
    Bad("no zip", "a.xlsx", b"PK\x03\x04" + bytes(99), ("! a damaged Excel file",)),
    Bad("cut sheet", "a.xlsx", excel()[:-30], ("! a damaged Excel file",)),
    Bad("Word", "a.docx", WORD, ("! a ZIP, EPUB or Word file",)),
    Bad("Word named Excel", "a.xlsx", WORD, ("! a ZIP, EPUB or Word file",)),
    Bad("a ZIP", "a.txt", packed(a="x"), ("! a ZIP, EPUB or Word file",)),
    Bad("a book with no sheet", "a.xlsx", packed(xl__workbook="x"), ("! a damaged Excel file",)),
    Bad("no rows", "a.xlsx", excel(""), ("~ no articles in it",)),
    Bad("bomb of a sheet", "a.xlsx", huge_sheet(), ("! an Excel file that unpacks to far more",)),
    Bad("sheet that lies", "a.xlsx", lying_zip, ("! a damaged Excel file",)),
    Bad("row of any number", "a.xlsx", excel(CELLS.replace('"4"', f'"{10**15}"')), (f"= {TEXT}",)),
    Bad(
        "column of any number",
        "a.xlsx",
        excel(CELLS + '<row r="5"><c r="XFD5"><v>1</v></c></row>'),
        (f"= {TEXT}", f"= {TEXT}"),
    ),
    Bad(
        "wide rows",
        "a.xlsx",
        excel(CELLS + "<row><c r='XFD1'><v>1</v></c></row>" * 50_000),
        (f"= {TEXT}", f"= {TEXT}"),
    ),
    Bad(
        "laughing sheet",
        "a.xlsx",
        excel(CELLS.replace("Again", "&k;"), before=LAUGHS),
        ("! a damaged Excel file",),
    ),
    Bad(
        "passwords in a sheet",
        "a.xlsx",
        excel(CELLS.replace("Again", "&x;"), before=PASSWORDS),
        ("! a damaged Excel file",),
    ),
    Bad("string of no number", "a.xlsx", excel(strings=""), ("! a damaged Excel file",)),
    Bad("cut Parquet", "a.parquet", samples()["a.parquet"][:-50], ("! a Parquet file damaged",)),
    Bad("Parquet's mark alone", "a.parquet", b"PAR1", ("! a Parquet file damaged",)),
    Bad(
        "nested text", "a.parquet", lambda p: parquet(p, text=[{"a": TEXT}]), ("! no text in the",)
    ),
    Bad("texts in lists", "a.parquet", lambda p: parquet(p, text=[[TEXT]]), (f"= {TEXT}",)),
    Bad(
        "texts that are none",
        "a.parquet",
        lambda p: parquet(p, text=[None, TEXT]),
        ("! nothing in", f"= {TEXT}"),
    ),
    Bad(
        "one text in all rows",
        "a.parquet",
        lambda p: parquet(p, text=["It ran. " * 100_000] * 100),
        ("! a Parquet file that grows more than 100 times",),
    ),
    Bad(
        "one text in all lists",
        "a.parquet",
        lambda p: parquet(p, text=[["It ran. " * 100_000] * 100]),
        ("! a Parquet file that grows more than 100 times",),
    ),
    Bad(
        "a huge text",
        "a.parquet",
        lambda p: parquet(p, text=["It ran. " * 10_000_000]),
        ("! a text of more than 10 MB",),
    ),
    Bad(
        "rows of nothing",
        "a.parquet",
        lambda p: parquet(p, text=[None] * 200_000),
        ("! a Parquet file that grows more than 100 times",),
    ),
    Bad(
        "columns without end",
        "a.parquet",
        lambda p: parquet(p, **{f"c{n}": [1] for n in range(5001)}),
        ("! a Parquet file of more than 5,000 columns",),
    ),
    Bad(
        "lists within lists",
        "a.parquet",
        lambda p: parquet(p, text=[nested(40)]),
        ("! a Parquet file nested more than 30 deep",),
    ),
    Bad("no rows in Parquet", "a.parquet", lambda p: parquet(p, text=[]), ("~ no articles",)),
    Bad("days beyond the calendar", "a.parquet", parquet_far_days, ("! a Parquet file damaged",)),
]
PAGES = [
    Bad("cut page", "a.html", PAGE[: PAGE.index("A second boat")], ("= Ferry Returns",)),
    Bad("cut in a tag", "a.html", "<html><bo", ("! a web page with no article",)),
    Bad("cut in a script", "a.html", PAGE[: PAGE.index("headline")], ("! a web page with no",)),
    Bad(
        "script that never ends",
        "a.html",
        f"<p>{TEXT}</p><script>" + "x();" * 99_999,
        (f"= {TEXT}",),
    ),
    Bad("comment that never ends", "a.html", f"<p>{TEXT}</p><!--" + "x" * 999_999, (f"= {TEXT}",)),
    Bad("100,000 nested", "a.html", "<div>" * DEEP + TEXT, ("! a web page with no article",)),
    Bad("nothing closed", "a.html", "<p><b><i><table><tr><td><ul><li>" * 12_000, ("! a web page",)),
    Bad(
        "150,000 elements",
        "a.html",
        "<p>" + "<b>a</b>" * 150_000,
        ("! a page of more than 100,000",),
    ),
    Bad("attribute of 1 MB", "a.html", f'<p class="{"x" * 1_000_000}">{TEXT}</p>', (f"= {TEXT}",)),
    Bad("names of 1 MB", "a.html", f"<p><{'x' * 1_000_000}>{TEXT}", (f"= {TEXT}",)),
    Bad(
        "thousands of attributes",
        "a.html",
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{TEXT}</p>",
        ("! a web page that cannot be taken apart",),
    ),
    Bad(
        "a million attributes",
        "a.html",
        ("<p " + " ".join(f"a{n}" for n in range(500)) + ">x</p>") * 2000,
        ("! a page of more than 500,000 attributes",),
    ),
    Bad(
        "bogus charset", "a.html", PAGE.replace("utf-8", "klingon"), (f"= Ferry Returns\n\n{TEXT}",)
    ),
    Bad(
        "controls",
        "a.html",
        f"<p>{TEXT}\x01<nav>x</nav>\x02</p>&#3;<nav>x</nav>&#x4;&#11;y&#xFFFF;",
        (f"= {TEXT}",),
    ),
    Bad(
        "24,000 short blocks",
        "a.html",
        "<section><div><p>abc</p></div></section>" * 8000,
        ("= abc",),
    ),
    Bad(
        "100,000 bylines",
        "a.html",
        ("<span class=byline>" * 250 + "x " * 100 + "</span>" * 250) * 390,
        ("= x x x",),
    ),
    Bad("nested bylines", "a.html", "<div class=byline>" * 200 + "aa bb " * 300_000, ("= aa bb",)),
    Bad(
        "wide byline",
        "a.html",
        f"<div class=byline>a{' ' * 99_999}b</div><p>{TEXT}",
        (f"= {TEXT}",),
    ),
    Bad("nested headings", "a.html", "<h1 itemprop=author>" * 200 + "aa bb " * 300_000, ("= aa",)),
    Bad("nested times", "a.html", "<time>" * 200 + "aa bb " * 300_000, ("= aa bb",)),
    Bad("laughing page", "a.html", f"{LAUGHS}<html><p>{TEXT} &k;</p></html>", ("= The ferry",)),
    Bad(
        "laughing XML",
        "a.xml",
        f"<?xml version='1.0'?>{LAUGHS}<lolz>&k;</lolz>",
        ("! an XML file",),
    ),
    Bad("passwords", "a.html", f"{PASSWORDS}<html><p>{TEXT} &x;</p></html>", ("= The ferry",)),
    Bad(
        "passwords included",
        "a.html",
        f"<p>{TEXT}</p><iframe src='file:///etc/passwd'>",
        (f"= {TEXT}",),
    ),
    Bad("feed", "a.xml", RSS, ("! an XML file that is no web page",)),
    Bad("feed named HTML", "a.html", RSS, ("! an XML file that is no web page",)),
    Bad("UTF-16 page", "a.html", PAGE.encode("utf-16"), (f"= Ferry Returns\n\n{TEXT}",)),
    Bad(
        "page without an article", "a.html", "<html><body></body></html>", ("! a web page with no",)
    ),
    Bad(
        "page of a script",
        "a.html",
        "<html><script>run()</script></html>",
        ("! a web page with no",),
    ),
    Bad(
        "half a pair in a page", "a.html", f"<p>{TEXT} &#xD800;&#0;&#x110000;</p>", ("= The ferry",)
    ),
    Bad(
        "nested JSON-LD",
        "a.html",
        f'<script type="application/ld+json">{"[" * 900 + "]" * 900}</script><p>{TEXT}',
        (f"= {TEXT}",),
    ),
    Bad(
        "nested names in JSON-LD",
        "a.html",
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        f"{'[' * 900 + ']' * 900}}}</script><p>{TEXT}",
        (f"= {TEXT}",),
    ),
    Bad(
        "odd names in JSON-LD",
        "a.html",
        '<script type="application/ld+json">{"@type": [1, {}], "@id": {}, "x": {"@type": "Article",'
        f'"url": 5, "datePublished": 1{"0" * 400}, "headline": [[]]}}}}</script><p>{TEXT}',
        (f"= {TEXT}",),
    ),
    Bad(
        "half a pair in JSON-LD",
        "a.html",
        '<script type="application/ld+json">{"@type": "Article", "headline": "a\\ud800",'
        f'"articleBody": "{TEXT} \\ud800"}}</script><p>x</p>',
        ("= The ferry",),
    ),
]
CHARSETS = (
    "utf-16",
    "utf-32",
    "utf-7",
    "undefined",
    "idna",
    "punycode",
    "unicode_escape",
    "base64",
)
PAGES += [
    Bad(
        f"page that lies: {name}",
        "a.html",
        f"<html><head><meta charset={name}></head><body><p>{TEXT}".encode() + b"\xff\xe9</p>",
        ("! not valid UTF-8",),
    )
    for name in CHARSETS
]
ARCHIVES = [
    Bad(
        "cut in a record",
        "a.warc",
        response(PAGE.encode()) + response(NO_END.encode())[:-300],
        ("= Ferry Returns", "! a page of which the end is missing"),
    ),
    Bad(
        "cut in a head",
        "a.warc",
        response(PAGE.encode()) + b"WARC/1.0\r\nWARC-Ty",
        ("= Ferry", "! a web arch"),
    ),
    Bad(
        "longer than it says",
        "a.warc",
        said(b"500") + response(PAGE.encode(), "https://b.example"),
        ("= Ferry Returns", "! a web archive damaged"),
    ),
    Bad(
        "shorter than it says", "a.warc", said(b"99999"), ("! a page of which the end is missing",)
    ),
    Bad("length of a word", "a.warc", said(b"many"), ("! a web archive damaged",)),
    Bad(
        "damaged member", "a.warc.gz", damaged_member, ("= Ferry Returns", "! a damaged gzip file")
    ),
    Bad(
        "redirect and a picture",
        "a.warc",
        response(b"", status="301 Moved") + response(b"\x89PNG", kind="image/png"),
        ("~ no articles in it",),
    ),
    Bad(
        "no address",
        "a.warc",
        response(PAGE.encode()).replace(b"WARC-Target-URI", b"X"),
        ("! a web archive damaged",),
    ),
    Bad(
        "no status",
        "a.warc",
        record("response", "application/http", b"oops\r\n\r\n"),
        ("~ no articles in it",),
    ),
    Bad(
        "endless head",
        "a.warc",
        lambda p: large(p, b"WARC/1.0\r\nX: ", b"a" * 1_000_000, 30),
        ("! a web archive with a record whose head does not end",),
    ),
    Bad(
        "endless heads",
        "a.warc",
        lambda p: large(p, b"WARC/1.0\r\n", b"a: b\r\n" * 100_000, 30),
        ("! a web archive with a record whose head does not end",),
    ),
    Bad("mark alone", "a.warc", b"WARC/1.0\r\n\r\n", ("! a web archive damaged",)),
    Bad(
        "chunks of no size",
        "a.warc",
        record("response", "application/http", CHUNKED + PAGE.encode()),
        ("= Ferry",),
    ),
    Bad(
        "damaged content",
        "a.warc",
        record("response", "application/http", ZIPPED + gzip.compress(TEXT.encode() * 99)[:-50]),
        ("= The ferry",),
    ),
    Bad(
        "bomb in a record",
        "a.warc",
        record("response", "application/http", ZIPPED + gzip.compress(bytes(30_000_000))),
        ("! more than 10 MB",),
    ),
    Bad(
        "odd charset",
        "a.warc",
        response(b"<p>caf\xe9 \x9d</p>", kind="text/html; charset=\x00idna\xff"),
        ("! not valid",),
    ),
    Bad("picture as a page", "a.warc", response(b"\x89PNG\x00" * 9), ("! a binary file",)),
    Bad(
        "no answer",
        "a.warc",
        record("resource", "text/html", answer(b"<p>It ran.</p>")),
        ("= HTTP",),
    ),
]
ALL = [*TEXTS, *GZIPPED, *JSON, *TABLES, *PAGES, *ARCHIVES]


def read(*paths: Path | str, **how: Any) -> list[Article | Failure]:
    return list(read_paths(paths, how=Reading(**how)))


def shown(found: Article | Failure) -> str:
    if isinstance(found, Skipped):
        return f"~ {found.message}"
    return f"! {found.message}" if isinstance(found, Failure) else f"= {found.text}"


def check(found: list[Article | Failure]) -> None:
    """Assert what must be true of all that comes of any input."""
    for item in found:
        if isinstance(item, Failure):
            assert len(str(item).splitlines()) == 1
            assert len(item.message) < 400
            str(item).encode()
        else:
            assert item.text.strip()
            item.model_dump_json().encode()


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: f"{bad.file}: {bad.name}")
def test_bad_input(bad: Bad, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "z.txt").write_text(TEXT)
    path = bad.build(tmp_path)
    *found, last = read(path, tmp_path / "z.txt")
    check(found)
    starts = [shown(item)[: len(want)] for item, want in zip(found, bad.wanted, strict=False)]
    assert starts == list(bad.wanted)
    assert len(found) == len(bad.wanted), [shown(item)[:100] for item in found]
    assert isinstance(last, Article)  # the rest goes on
    assert capfd.readouterr() == ("", "")
    assert "root:" not in "".join(map(shown, found))


def test_there_are_many_and_each_has_its_name() -> None:
    assert len({(bad.file, bad.name) for bad in ALL}) == len(ALL) >= 70


@pytest.mark.parametrize("bad", [b for b in JSON if b.name.startswith(("the day", "the time"))])
def test_days_that_are_none_are_none(bad: Bad, tmp_path: Path) -> None:
    (article,) = read(bad.build(tmp_path))
    assert isinstance(article, Article)
    assert article.date in (None, dt.date(9999, 12, 31))


def test_a_folder_of_odd_things(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "e.txt").symlink_to(tmp_path)
    (tmp_path / "f.txt").mkdir()
    (tmp_path / "f.txt" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "g\n“h”'.txt").write_text(TEXT + " Again.")
    (tmp_path / "i\x1b[31m.txt").touch()
    (tmp_path / "j.txt").symlink_to("/dev/zero")
    found = read(tmp_path)
    check(found)
    assert [shown(item)[:27] for item in found] == [
        f"= {TEXT[:25]}",
        "! cannot be read (too many levels"[:27],
        "! no such file; check the p",
        f"= {TEXT[:25]}",
        "! empty; give it the articl",
    ]
    assert str(found[-1]).endswith("i?[31m.txt: empty; give it the article's text")


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"b\xed\xa0\x80.jsonl.gz"):
        try:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(TEXT)
        except OSError:
            pytest.skip("this file system takes UTF-8 names only")
    (tmp_path / "z.txt").write_text(TEXT)
    found = read(tmp_path)
    check(found)
    assert [shown(item)[:22] for item in found] == ["! the file's name is n"] * 2 + [
        f"= {TEXT[:20]}"
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a\0b", "a NUL in its name"),
        ("a" * 5000, "cannot be read (file name too long)"),
        ("a/" * 3000, "cannot be read (file name too long)"),
        ("", "no articles in this folder"),
        ("/dev/null", "empty"),
        ("/dev/zero", "a device, not a file"),
        ("/dev/urandom", "a device, not a file"),
        ("/proc/self/mem", "cannot be read"),
    ],
)
def test_paths_that_lead_nowhere(path: str, message: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        found = read(path)
    check(found)
    (failure,) = found
    assert isinstance(failure, Failure)
    assert message in failure.message


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}")
    found = read_paths([tmp_path])
    next(found)
    (tmp_path / "b.txt").unlink()
    assert "no such file" in str(next(found))


@pytest.mark.parametrize("field", ["story", "a.b", "text"])
def test_a_named_field_that_is_not_there(tmp_path: Path, field: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": {"b": null}, "c": 1}\n')
    (failure,) = read(path, fields=FieldMap({"text": field}))
    assert "! no field with the text" in shown(failure)


MEMORY = """
import resource, sys
from pathlib import Path
from quotes.reading import jsons, language, read_paths, tables, warc
import openpyxl, trafilatura, charset_normalizer
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 1_500_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))  # all of them take some five seconds
for path in sys.argv[1:]:
    for found in read_paths([path]):
        print(getattr(found, "message", "read"))
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)  # ru_maxrss would be the parent's
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's /proc")
def test_peak_memory(tmp_path: Path) -> None:
    names = (
        *("bomb", "bomb of lines", "bomb of a list", "bomb of a table", "endless line"),
        *("200 MB of nothing", "200 MB of nothing, a table", "200 MB of nothing, lines"),
        *("endless row", "endless quote", "endless item", "endless head", "wide rows"),
        *("one text in all rows", "one text in all lists", "rows of nothing"),
        *("columns without end", "lists within lists", "values without end"),
        "a million attributes",
    )
    paths = []
    for number, bad in enumerate(bad for bad in ALL if bad.name in names):
        (folder := tmp_path / str(number)).mkdir()
        paths.append(str(bad.build(folder)))
    assert len(paths) == len(names)
    run = subprocess.run(
        [sys.executable, "-c", MEMORY, *paths], capture_output=True, text=True, timeout=300
    )
    assert run.stderr == ""
    *_, megabytes = run.stdout.splitlines()
    assert int(megabytes) < 500


def test_zlib_of_a_bomb_is_not_kept(tmp_path: Path) -> None:
    """The function that makes the bombs is right: a bomb has a thousandth of the bytes in it."""
    bomb(path := tmp_path / "a.gz", megabytes=20)
    assert path.stat().st_size < 25_000
    assert len(zlib.decompress(path.read_bytes(), 31)) == 20_000_000
