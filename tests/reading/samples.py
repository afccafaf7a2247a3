"""A small valid file of each form that is read, for tests that damage them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache

TEXT = (
    "The ferry to the island will run again from Monday, the harbour master said. “We have waited "
    "for this all winter,” Orla Venn told the council, and nobody in the hall spoke against it. "
    "The fare is the same as it was before the storm."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry Returns | The Quay</title>
<meta property="og:title" content="Ferry Returns"><meta name="author" content="Tam Ullin">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Ferry Returns", "datePublished": "2021-03-04T08:00:00Z",
"author": [{{"@type": "Person", "name": "Tam Ullin"}}], "publisher": {{"name": "The Quay"}}}}
</script>
</head><body><h1>Ferry Returns</h1><p class="byline">By Tam Ullin</p>
<time datetime="2021-03-04">4 March 2021</time>
<article><p>{TEXT}</p><p>A second boat may follow in May &amp; June.</p></article></body></html>"""
ROW = {
    "id": "quay-1",
    "title": "Ferry Returns",
    "date": "2021-03-04",
    "author": ["Tam Ullin"],
    "url": "https://quay.example/2021/03/04/ferry",
    "text": TEXT,
}


def record(kind: str, content_type: str, body: bytes, address: str = ROW["url"]) -> bytes:  # type: ignore[assignment]
    """One record of a web archive, with its right length."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """An answer of a web server, as bytes."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body


def response(body: bytes, address: str = ROW["url"], **kind: str) -> bytes:  # type: ignore[assignment]
    """A record with a page."""
    return record("response", "application/http; msgtype=response", answer(body, **kind), address)


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CELLS = f"""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row r="2"><c r="A2"><v>44259</v></c><c r="B2" t="s"><v>2</v></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>2021-03-05</t></is></c>
<c r="B4" t="str"><v>{TEXT} Again.</v></c></row>"""


def excel(cells: str = CELLS, *, strings: str | None = None, before: str = "") -> bytes:
    """A workbook with these rows and shared strings; `before` stands at the sheet's very start."""
    if strings is None:
        strings = "".join(f"<si><t>{words}</t></si>" for words in ("date", "text", TEXT))
    parts = {
        "[Content_Types].xml": f'''<Types xmlns="{_PACK}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/>
</Types>''',
        "_rels/.rels": f'''<Relationships xmlns="{_PACK}/relationships"><Relationship Id="r1"
Type="{_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>''',
        "xl/workbook.xml": f'''<workbook {_MAIN} xmlns:r="{_RELS}"><sheets>
<sheet name="News" sheetId="1" r:id="r1"/></sheets></workbook>''',
        "xl/_rels/workbook.xml.rels": f'''<Relationships xmlns="{_PACK}/relationships">
<Relationship Id="r1" Type="{_RELS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{_RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>''',
        "xl/worksheets/sheet1.xml": (
            f"{before}<worksheet {_MAIN}><sheetData>{cells}</sheetData></worksheet>"
        ),
        "xl/sharedStrings.xml": f"{before}<sst {_MAIN}>{strings}</sst>",
    }
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


@cache
def samples() -> dict[str, bytes]:
    """The files' bytes by their names."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    other = {**ROW, "id": "quay-2", "text": TEXT.replace("Monday", "Friday")}
    table = pa.Table.from_pylist([ROW, other])
    pq.write_table(table, parquet := io.BytesIO())
    quoted = [f'quay-{n},Ferry,2021-03-0{n},"{TEXT} {n}"\r\n' for n in (1, 2)]
    lines = "".join(json.dumps(row) + "\n" for row in (ROW, other)).encode()
    archive = record("warcinfo", "application/warc-fields", b"software: quay\r\n")
    archive += response(PAGE.encode()) + response(
        TEXT.encode(), "https://b.example", kind="text/plain"
    )
    return {
        "a.txt": f"Ferry Returns\n\nBy Tam Ullin\n\nMarch 4, 2021\n\n{TEXT}\n".encode(),
        "a.md": f"---\ntitle: Ferry Returns\ndate: 2021-03-04\n---\n\n# Ferry\n\n{TEXT}\n".encode(),
        "a.html": PAGE.encode(),
        "a.json": json.dumps({"status": "ok", "articles": [ROW, other]}).encode(),
        "b.json": json.dumps([ROW, other] * 2).encode(),
        "a.jsonl": lines,
        "a.csv": ("id,title,date,text\r\n" + "".join(quoted)).encode(),
        "a.tsv": f"id\ttext\nquay-1\t{TEXT}\nquay-2\t{TEXT}\n".encode(),
        "a.xlsx": excel(),
        "a.parquet": parquet.getvalue(),
        "a.warc": archive,
        "a.jsonl.gz": gzip.compress(lines, mtime=0),
        "a.warc.gz": gzip.compress(archive, mtime=0),
    }
