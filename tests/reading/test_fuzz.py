"""Damaged files of each form: nothing but Articles and Failures comes of them."""

from __future__ import annotations

import gzip
import io
import json
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.reading import Failure, jsons, read_paths
from quotes.reading.sources import Source
from quotes.records import Article

from .samples import samples

CUT, DOUBLE, FLIP, INSERT = "cut", "double", "flip", "insert"
PIECES = (
    *(
        b"\x00",
        b"\xff",
        b'"',
        b"'",
        b"\n",
        b"\r\n",
        b",",
        b"\t",
        b"{",
        b"[",
        b"]",
        b"}",
        b"<",
        b">",
    ),
    *(b"<!--", b"<script>", b"</p>", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b", b"NaN", b"1e999"),
    *(
        b"9" * 400,
        b"-1",
        b"\\ud800",
        b"&#xD800;",
        b"null",
        b"0000-00-00",
        b"2020-13-45",
        b"\xe2\x80",
    ),
    *(
        b"Content-Length: 99999999\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"\r\n\r\n",
        b"WARC/1.0\r\n",
    ),
)
places = st.integers(0, 10_000)
changes = st.lists(
    st.tuples(
        st.sampled_from((CUT, DOUBLE, FLIP, INSERT)),
        places,
        st.integers(1, 200),
        st.sampled_from(PIECES) | st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)
Changes = list[tuple[str, int, int, bytes]]
quick = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def damaged(data: bytes, wanted: Changes) -> bytes:
    """The bytes after the changes, one after the other; places beyond the end count on from 0."""
    for how, place, length, piece in wanted:
        at = place % (len(data) + 1)
        end = at + length
        if how == CUT:
            data = data[:at] + data[end:]
        elif how == DOUBLE:
            data = data[:end] + data[at:]
        elif how == FLIP:
            data = (
                data[:at]
                + bytes(byte ^ 1 << place % 8 for byte in data[at : at + 1])
                + data[at + 1 :]
            )
        else:
            data = data[:at] + piece + data[at:]
    return data


def check(path: Path, data: bytes) -> None:
    """Read it as a file of that name."""
    path.write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for found in read_paths([path]):
            if isinstance(found, Failure):
                assert len(str(found).splitlines()) == 1
                assert 0 < len(found.message) < 1000
                str(found).encode()
            else:
                assert isinstance(found, Article)
                assert found.text.strip()
                found.model_dump_json().encode()


@pytest.mark.parametrize("name", [name for name in samples() if not name.endswith(".gz")])
@quick
@given(wanted=changes)
def test_damaged(tmp_path: Path, name: str, wanted: Changes) -> None:
    check(tmp_path / name, damaged(samples()[name], wanted))


@pytest.mark.parametrize("name", [name for name in samples() if name.endswith(".gz")])
@quick
@given(wanted=changes, within=st.booleans())
def test_damaged_archives(tmp_path: Path, name: str, wanted: Changes, within: bool) -> None:
    data = samples()[name]
    inside = gzip.compress(damaged(gzip.decompress(data), wanted))
    check(tmp_path / name, inside if within else damaged(data, wanted))


PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")


@pytest.mark.parametrize("part", PARTS)
@quick
@given(wanted=changes)
def test_damaged_sheets(tmp_path: Path, part: str, wanted: Changes) -> None:
    with zipfile.ZipFile(io.BytesIO(samples()["a.xlsx"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[part] = damaged(files[part], wanted)
    with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    check(tmp_path / "a.xlsx", packed.getvalue())


@pytest.mark.parametrize("ending", ["txt", "html", "json", "jsonl", "csv", "tsv", "xlsx", "warc"])
@quick
@given(data=st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=30).map(b"".join))
def test_anything(tmp_path: Path, ending: str, data: bytes) -> None:
    check(tmp_path / f"a.{ending}", data)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)


@quick
@given(items=st.lists(values, max_size=8), piece=st.integers(1, 40), ascii=st.booleans())
def test_long_lists_are_read_as_short_ones(items: list[object], piece: int, ascii: bool) -> None:
    data = json.dumps(items, ensure_ascii=ascii).encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsons, "_PIECE", piece)
        assert list(jsons._items(Source(io.BytesIO(data)))) == json.loads(data)


@pytest.mark.parametrize("name", samples())
def test_samples_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(samples()[name])
    found = list(read_paths([path]))
    assert any(isinstance(item, Article) and "“We have waited" in item.text for item in found)
