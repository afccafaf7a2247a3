"""Bytes to text: nothing is changed, nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.reading.decode import decode

LINE = "“We don’t agree,” said the minister – Orbán’s café is “closed”… for now.\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assume_text = f"T{text}"
    assert decode(assume_text.encode()) == assume_text


def test_newlines_and_the_byte_order_mark_are_kept() -> None:
    assert decode(b"\xef\xbb\xbfA\r\nB\rC\n") == "\ufeffA\r\nB\rC\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_encodings_are_read(encoding: str) -> None:
    assert decode(LINE.encode(encoding)) == LINE


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_legacy_encoding_is_read_where_only_one_makes_sense(encoding: str) -> None:
    assert decode((LINE * 20).encode(encoding)) == LINE * 20


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode() + b"\xe2\x80",
        LINE.encode() + b"\xff" + LINE.encode(),
        "Он сказал, что договорённость выполняется.".encode("koi8-r"),
        bytes(range(128, 256)) * 4,
    ],
)
def test_an_encoding_that_is_not_certain_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"not valid UTF-8 at byte \d+ .* convert it to UTF-8"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x7fELF\x00\x01", "a binary file"),
        (b"text and \x00 a zero", "a binary file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04 and more", "ZIP"),
        (b"\xff\xfe\x00", "binary"),
    ],
)
def test_binary_data_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decode(data)
