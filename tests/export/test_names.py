"""Names of files: harmless, readable, each of its own."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.export.names import LONGEST, Names, names_of
from tests.export.build import HOSTILE_IDS

DEVICES = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)(\..*)?", re.IGNORECASE)
PIECES = st.sampled_from(
    ["a", "A", "..", ".", "/", "\\", ":", "con", ".txt", ".ann", " ", "\x00", "ß"]
)
ids = st.one_of(st.sampled_from(HOSTILE_IDS), st.text(), st.lists(PIECES).map("".join))


def is_harmless(name: str) -> bool:
    """True if a path stays in its folder on any system, and each part can be a name there."""
    parts = name.split("/")
    return (
        not PurePosixPath(name).is_absolute()
        and not PureWindowsPath(name).drive
        and not any(set(part) & set('<>:"|?*\\\x00\n\r\x1b\u202e') for part in parts)
        and all(part and part == part.strip() and part.strip(".") for part in parts)
        and not any(part.endswith(".") or DEVICES.fullmatch(part) for part in parts)
        and not any(part.lower().endswith((".txt", ".ann", ".conf")) for part in parts[:-1])
        and max(len(part.encode()) for part in parts) < 240
        and len(name.encode()) < LONGEST + 20
    )


@given(st.lists(ids, unique=True))
@example(list(HOSTILE_IDS))
def test_names_are_harmless_and_differ_in_more_than_case(ids: list[str]) -> None:
    names = Names()
    given = [names.take(id) for id in ids]
    assert all(map(is_harmless, given))
    assert len({name.upper().casefold() for name in given}) == len(ids)


@given(st.lists(ids, unique=True))
def test_an_id_knows_its_names(ids: list[str]) -> None:
    names = Names()
    assert all(names.take(id) in names_of(id) for id in ids)


@pytest.mark.parametrize(
    "id, name",
    [
        ("bridge.txt", "bridge"),
        ("news/2021/the bridge.md", "news/2021/the bridge.md"),
        ("https://example.org/news/a?x=1", "example.org/news/a_x=1"),
        ("articles.jsonl#3", "articles.jsonl_3"),
        ("новости/мост.txt", "новости/мост"),
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\x", "C__x"),
        ("a/../b", "a/b"),
        ("CON", "_CON"),
        ("news.txt/deep", "news.txt_/deep"),
        ("", "article"),
    ],
)
def test_names_are_readable(id: str, name: str) -> None:
    assert Names().take(id) == name


def test_a_taken_name_gets_a_mark() -> None:
    names = Names()
    found = [names.take(id) for id in ("a", "A", "a.txt", "a")]
    assert found[0] == "a"
    assert all(re.fullmatch(r"[aA]~[0-9a-f]{8}", name) for name in found[1:])
    assert len(set(found)) == 4
