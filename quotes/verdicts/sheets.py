"""Rows of a table that was exported, edited in a spreadsheet and comes back → what was changed.

Spreadsheets change cells that nobody has touched: days are written otherwise, apostrophes before
what looks like a formula come and go, lines end otherwise, blanks are lost, letters that an old
encoding lacks become question marks, long texts are cut. None of this is a change.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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


def state_of(quote: Quote, speaker: str | None, *, spans: bool) -> str:
    """Two times eight hexadecimal digits, a hyphen between: the first differ where the quote does,
    all together where a cell does that may be edited.

    `speaker`: what stands in the column of that name; `spans`: there is a column of them.
    """
    cells = {name: _written(quote, name) for name in EDITABLE}
    shown = cells | {"speaker": speaker or ""}
    return f"{_digest(cells, _OWN)}-{_digest(shown, EDITABLE if spans else _OWN)}"


def is_as_exported(row: Mapping[str, Any]) -> bool:
    """True if nobody has edited a row that has all columns, by the digits in it."""
    cells = {name: _words(row.get(name)) for name in EDITABLE}
    _, _, shown = _words(row.get(STATE)).partition("-")
    return shown == _digest(cells, EDITABLE if "content" in row else _OWN)


def is_of_now(row: Mapping[str, Any], quote: Quote) -> bool:
    """True if the quote is what it was when the row was exported, as far as the row can tell."""
    then, _, _ = _words(row.get(STATE)).partition("-")
    return then in ("", _digest({name: _written(quote, name) for name in EDITABLE}, _OWN))


def edits_of(row: Mapping[str, Any], quote: Quote, speaker: str | None = None) -> Edited:
    """Read what a row, by the names of its columns, says of the stored quote.

    `speaker`: the name over all articles of whoever said it, which may stand there instead of the
    article's own and changes nothing.
    """
    edits: dict[str, Any] = {}
    cells: list[Cell] = []
    try:
        for name in EDITABLE:
            if name == "speaker" and speaker and _is_same(speaker, row.get(name)):
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


def _digest(cells: Mapping[str, str], names: Iterable[str]) -> str:
    words = "\n".join(f"{name}={_words(cells[name])}" for name in names)
    return hashlib.sha256(words.encode("utf8", "surrogatepass")).hexdigest()[:8]
