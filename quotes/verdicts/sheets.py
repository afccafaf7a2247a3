"""Rows of a table that was exported, edited in a spreadsheet and comes back → what was changed.

Spreadsheets change cells that nobody has touched: days are written otherwise, apostrophes before
what looks like a formula come and go, lines end otherwise, blanks are lost, letters that an old
encoding lacks become question marks, long texts are cut. None of this is a change.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from quotes.records import Act, Factuality, Kind, Offsets, Quote
from quotes.verdicts.plain import plain

STATE = "as_exported"
"""The column that tells what a row's cells were when they were exported."""

WHOLE, LONGEST_CELL = 32_000, 32_767
"""Characters of a cell from which on it may have been cut, and those that a spreadsheet keeps."""

DROP, CONFIRM = {"drop", "dropped", "delete", "wrong"}, {"confirm", "confirmed", "right", "ok"}
"""Words in the column "verdict" for a quote that is none, and for one that is right."""

YES, NO = {"x", "yes", "y", "true", "1", "drop", "dropped"}, {"", "no", "n", "false", "0"}
"""Words in the column "drop" for a quote that is none, and for others."""

CHOICES = {"kind": get_args(Kind), "act": get_args(Act), "factuality": get_args(Factuality)}
WORDS = ("speaker", "role", "affiliation", "via")
EDITABLE = (*WORDS, "said_on", *CHOICES, "text", "content")
"""The columns in which a changed cell says how the quote should be."""

_OWN = EDITABLE[:-1]
"""Those that each table has."""

IN_ARTICLE = "speaker_in_article"
"""The column with the name that the article gives, beside that over all articles."""

SIGNS = ("=", "+", "-", "@")
"""Before these a CSV has an apostrophe, lest a spreadsheet take a cell for a formula."""

_DAYS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y"),
    *("%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%d-%b-%y", "%d-%b-%Y", "%d %b %Y", "%b %d, %Y"),
    *("%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%A, %B %d, %Y"),
)
_TIME = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?Z?$")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPANS = re.compile(r"\d+-\d+(?:[ ,;]+\d+-\d+)*")
_FIRST_DAY, _LAST_SERIAL = dt.date(1899, 12, 30), 80_000


@dataclass(frozen=True)
class Cell:
    """A changed cell: its column, what it was and what it is, in words."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Edited:
    """The meaning of a row: what it says of a quote.

    `edits`: see `quotes.store.Store.fix`; `cells`: the same, as it is shown; `verdict`: "drop" or
    "confirm" where a column says so; `fault`: why a cell cannot be understood.
    """

    edits: dict[str, Any] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    verdict: Literal["drop", "confirm"] | None = None
    note: str | None = None
    fault: str | None = None


def state_of(quote: Quote, speaker: str | None) -> str:
    """Three times eight hexadecimal digits: the first differ where a cell does that may be edited,
    the others where the column of speakers does, and that of the places of the words.

    `speaker`: the name of the person over all articles, which stands in the column.
    """
    name, content = {"speaker": speaker or ""}, {"content": _written(quote, "content")}
    return "-".join(map(_digest, (_own_cells(quote), name, content)))


def is_as_exported(row: Mapping[str, Any]) -> bool:
    """True if nobody has edited a row that has all columns, by the digits in it; not all tables
    have the column "content"."""
    cells = {name: _words(row.get(name)) for name in _OWN}
    cells["speaker"] = _words(row.get(IN_ARTICLE, row.get("speaker")))
    own, _, content = _states(row)
    is_there = "content" not in row or _digest({"content": _words(row["content"])}) == content
    return _digest(cells) == own and _is_name_as_exported(row) and is_there


def is_of_now(row: Mapping[str, Any], quote: Quote) -> bool:
    """True if the quote is what it was when the row was exported, as far as the row can tell."""
    return _states(row)[0] in ("", _digest(_own_cells(quote)))


def _is_name_as_exported(row: Mapping[str, Any]) -> bool:
    return _digest({"speaker": _words(row.get("speaker"))}) == _states(row)[1]


def _states(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """The digits of the quote, the name and the places, "" where the row has none."""
    quote, name, content, *_ = (*_words(row.get(STATE)).split("-"), "", "", "")
    return quote, name, content


def _own_cells(quote: Quote) -> dict[str, str]:
    return {name: _written(quote, name) for name in _OWN}


def edits_of(row: Mapping[str, Any], quote: Quote, speaker: str | None = None) -> Edited:
    """Read what a row, by the names of its columns, says of the stored quote.

    `speaker`: the name over all articles of whoever said it. It may stand in place of the article's
    own, as may the one that was exported: neither is a change.
    """
    edits: dict[str, Any] = {}
    cells: list[Cell] = []
    try:
        for name in EDITABLE:
            if name == "speaker" and (
                _is_name_as_exported(row) or (speaker and _is_same(speaker, row.get(name)))
            ):
                continue
            if name in row and (new := _READ[name](row[name], quote, name)) is not _SAME:
                if name == "content" and "text" in edits:
                    continue  # the words say where they stand
                edits[name] = new
                cells.append(Cell(name, _written(quote, name), _words(row[name])))
        verdict = verdict_in(row)
    except ValueError as error:
        return Edited(fault=str(error))
    note = _words(row.get("note")) or None
    if verdict:
        cells.append(Cell("verdict", "", verdict))
    return Edited(edits, tuple(cells), verdict, note)


_SAME = object()
"""In place of a new value: it has not changed."""


def verdict_in(row: Mapping[str, Any]) -> Literal["drop", "confirm"] | None:
    """Read the columns "verdict" and "drop"; raises ValueError for what they cannot say."""
    said, drop = (_words(row.get(name)).casefold() for name in ("verdict", "drop"))
    if said and said not in DROP | CONFIRM:
        raise ValueError(f"verdict '{said[:40]}' is none of: drop, confirm")
    if drop not in YES | NO:
        raise ValueError(f"drop '{drop[:40]}' is none of: x, or nothing")
    if said in DROP or drop in YES:
        if said in CONFIRM:
            raise ValueError("it is to be dropped and confirmed: leave one of the two empty")
        return "drop"
    return "confirm" if said in CONFIRM else None


def _word_cell(value: Any, quote: Quote, name: str) -> Any:
    return _SAME if _is_same(_written(quote, name), value) else _given(value)


def _is_same(old: str, value: Any) -> bool:
    return _words(value) in (_words(old), _words(_in_windows(old)))


def _choice_cell(value: Any, quote: Quote, name: str) -> Any:
    new = _words(value).casefold()
    if new == getattr(quote, name):
        return _SAME
    if new not in CHOICES[name]:
        raise ValueError(f"{name} '{new[:40]}' is none of: {', '.join(CHOICES[name])}")
    return new


def _day_cell(value: Any, quote: Quote, name: str) -> Any:
    if not _words(value):
        return _SAME if quote.said_on is None else None
    days = set(_days(value))
    if quote.said_on in days:
        return _SAME
    if len(days) != 1:
        raise ValueError(f"{name} '{_words(value)[:40]}' is no day, or may be two: YYYY-MM-DD")
    return days.pop()


def _text_cell(value: Any, quote: Quote, name: str) -> Any:
    new = _words(value)
    if not new:
        raise ValueError("its text is empty: to say that it is no quote, put x in a column 'drop'")
    olds = {plain(_words(old)) for old in (quote.text, _in_windows(quote.text))}
    is_cut = len(new) >= WHOLE and any(old.startswith(plain(new)) for old in olds)
    return _SAME if plain(new) in olds or is_cut else _given(value)


def _content_cell(value: Any, quote: Quote, name: str) -> Any:
    new = _words(value)
    if not _SPANS.fullmatch(new):
        if new == "":
            return _SAME
        raise ValueError(f"content '{new[:40]}' is no place: give START-END START-END")
    spans: tuple[Offsets, ...] = tuple(
        (int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", new)
    )
    return _SAME if spans == quote.content else spans


_READ: dict[str, Callable[[Any, Quote, str], Any]] = {
    **dict.fromkeys(WORDS, _word_cell),
    **dict.fromkeys(CHOICES, _choice_cell),
    "said_on": _day_cell,
    "text": _text_cell,
    "content": _content_cell,
}


def _written(quote: Quote, name: str) -> str:
    """The words of a cell of the export."""
    if name == "speaker":
        return quote.speaker.name if quote.speaker else ""
    value = getattr(quote, name)
    if name == "content":
        return " ".join(f"{start}-{end}" for start, end in value)
    return "" if value is None else str(value)


def _words(value: object) -> str:
    """A cell in words, without what spreadsheets do to it."""
    return _spelled(value).removeprefix("'").strip()


def _given(value: object) -> str:
    """The words that somebody has put in a cell: an apostrophe before what begins as a formula is
    not theirs."""
    words = _spelled(value)
    return words[1:] if words[:1] == "'" and words[1:2] in SIGNS else words


def _spelled(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))
    text = "".join(char if char.isprintable() or char.isspace() else " " for char in text)
    return " ".join(text.split())


def _in_windows(words: str) -> str:
    """The words as an old encoding keeps them."""
    return words.encode("cp1252", "replace").decode("cp1252")


def _days(value: object) -> Iterator[dt.date]:
    """All days that a cell may mean."""
    if isinstance(value, dt.datetime):
        yield value.date()
    elif isinstance(value, dt.date):
        yield value
    else:
        words = _TIME.sub("", _words(value))
        if words.isdecimal() and 0 < int(words[:9]) < _LAST_SERIAL:
            yield _FIRST_DAY + dt.timedelta(days=int(words))
        for form in _DAYS:
            try:
                yield dt.datetime.strptime(words, form).date()
            except ValueError:
                continue


def _digest(cells: Mapping[str, str]) -> str:
    words = "\n".join(f"{name}={_words(value)}" for name, value in cells.items())
    return hashlib.sha256(words.encode("utf8", "surrogatepass")).hexdigest()[:8]
