"""The form of a file, told by its content: its ending only decides where the content leaves it
open."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from quotes.errors import InputError
from quotes.reading.keys import TEXT_KEYS, plain_key


class Form(StrEnum):
    """The forms that are read."""

    text = "text"
    html = "html"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    xlsx = "xlsx"
    parquet = "parquet"
    warc = "warc"


_REFUSED = {
    b"%PDF-": "a PDF file; save its text as a text file first",
    b"{\\rtf": "an RTF file; save it as a text file first",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file; save it as text, .xlsx or CSV first",
    b"\x1f\x8b": "a gzip file in a gzip file; unpack it first",
    b"BZh": "a bzip2 file; unpack it first",
    b"\xfd7zXZ": "an xz file; unpack it first",
    b"(\xb5/\xfd": "a zstandard file; unpack it first",
    b"Rar!": "a RAR file; unpack it first",
    b"7z\xbc\xaf": "a 7-Zip file; unpack it first",
    b"SQLite format 3": "a database; export its articles as JSON lines or CSV first",
    b"\x89PNG": "a picture; give the article's text",
    b"\xff\xd8\xff": "a picture; give the article's text",
    b"GIF8": "a picture; give the article's text",
}
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|meta|title|script|style|link"
    rb"|table|h1|header|noscript|amp-)[\s>/]",
    re.IGNORECASE,
)
_MHTML = re.compile(
    rb"(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|Content-Type): "
    rb"(?s:.{0,4000}?)^Content-Type: multipart/related",
    re.IGNORECASE | re.MULTILINE,
)
_ROOT = re.compile(rb"<[a-zA-Z]")
_XML = re.compile(rb"<\?xml|<!DOCTYPE|<!ENTITY", re.IGNORECASE)
SEP = re.compile(r"\"?sep=(?P<mark>[!#-/:-@\[-`{-~\t])?\"?[,;\t]*\s*", re.IGNORECASE)
"""Excel's own first line, which says what parts the columns."""

_HEADER = re.compile(r"[\w .:/-]{1,60}")
_JSON_ENDINGS = {".json": Form.json, ".jsonl": Form.jsonl, ".ndjson": Form.jsonl}
_TABLE_ENDINGS = {".csv": Form.csv, ".tsv": Form.tsv, ".tab": Form.tsv}


def form_of(head: bytes, ending: str) -> Form:
    """The form of a file by its first bytes, unpacked; `ending` is its name's, such as ".csv".

    Raises InputError, without the input's name, for files that are known and cannot be read.
    """
    for start, what in _REFUSED.items():
        if head.startswith(start):
            raise InputError(what)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, ending)
    if head.startswith(b"PAR1"):
        return Form.parquet
    if head.startswith(b"WARC/"):
        return Form.warc
    if _MHTML.match(head):
        raise InputError("an MHTML file; save the page as HTML only")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    start = head.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if ending not in (".md", ".markdown") and start.startswith(b"<"):
        return _marked_up(start)
    if start.startswith((b"{", b"[")) and (found := _json(start, ending)):
        return found
    if ending in _JSON_ENDINGS and start:
        return _JSON_ENDINGS[ending]
    table = None if ending in (".md", ".markdown") else _table(head, ending)
    return table or Form.text


def _zipped(head: bytes, ending: str) -> Form:
    if ending == ".xlsx" or b"xl/" in head or b"[Content_Types].xml" in head[:200]:
        return Form.xlsx
    raise InputError("a ZIP, EPUB or Word file; unpack it, or save it as text first")


def _marked_up(start: bytes) -> Form:
    root = _ROOT.search(start)
    page = _HTML.match(start) or (root and _HTML.match(start, root.start()))
    if _XML.match(start) and not page:
        raise InputError("an XML file that is no web page; export its articles as JSON or CSV")
    if _HTML.search(start):
        return Form.html
    return Form.html if re.match(rb"<(?:!--|[a-zA-Z][\w:-]*[\s>])", start) else Form.text


def _json(start: bytes, ending: str) -> Form | None:
    """JSON lines where a second line begins an object too; a text may begin with a bracket."""
    if start.startswith(b"{"):
        first, _, rest = start.partition(b"\n")
        if first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{"):
            return Form.jsonl
        if re.match(rb"\{\s*(?:\"|\}|$)", start):
            return Form.jsonl if ending in (".jsonl", ".ndjson") else Form.json
        return None
    return Form.json if re.match(rb"\[\s*(?:[\[{\"\]]|$)", start) else None


def _table(head: bytes, ending: str) -> Form | None:
    """By its ending, or by a first line that says what parts the columns, or that is one of short
    names, of which one is what tables call a text."""
    if ending in _TABLE_ENDINGS:
        return _TABLE_ENDINGS[ending]
    first = head.split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff").strip()
    if SEP.fullmatch(first):
        return Form.csv
    for mark, form in (("\t", Form.tsv), (",", Form.csv), (";", Form.csv), ("|", Form.csv)):
        names = [name.strip('"') for name in first.split(mark)]
        set_off = any(name.startswith(" ") for name in names)  # as words in a line are
        if len(names) > 1 and not set_off and all(map(_HEADER.fullmatch, names)):
            keys = {plain_key(name) for name in names}
            if len(keys) == len(names) and keys & set(TEXT_KEYS) and len(first) < 1000:
                return form
    return None
