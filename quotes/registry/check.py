"""Checks a speakers file: what is wrong, what is doubtful and what is missing, line by line.

error     the file is not of the form, or a thing in it cannot be so
warning   it is probably not meant so, or does not help as it stands
note      something could be added
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from quotes.registry.doubts import LONGEST, Doubt, Level, doubts, shown
from quotes.registry.form import Fault, Kind, Row, parse, read_rows
from quotes.registry.load import FORM, builtin_bytes, read_bytes
from quotes.registry.officeholders import NAME, read_officeholders

HEADER = re.compile(r"\s*\[\[\s*[\"']?(person|organization)[\"']?\s*\]\]")
AT_LINE = re.compile(r"\(?at line (\d+), column \d+\)?")
MOST = 20
"""Findings about one entry: whoever has mended these will look again."""

SEE_FORM = f"{FORM} explains the form"


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `line`: of the file, from 1, where it can be told; `id`: of the entry,
    None for the file as a whole; `what` is wrong and `remedy`: half a sentence each. `file`: the
    table of office holders, where it is in there."""

    level: Level
    line: int | None
    id: str | None
    what: str
    remedy: str
    file: str | None = None


def check(path: Path | None) -> list[Finding]:
    """Errors and warnings on a user's file, or on the built-in ones (None), in their order.

    A user's file is held against the built-in entries that it does not replace. Of the table of
    office holders it is not said what could be added. Raises InputError where the file cannot be
    read; what is no TOML is a finding.
    """
    content = builtin_bytes() if path is None else read_bytes(path, pipe=True)
    try:
        rows, faults = read_rows(parse(content))
    except ValueError as error:
        return [_no_toml(str(error))]
    lines = Lines(content.decode("utf-8-sig"))
    found = [Finding("error", lines.first(f.key), None, f.what, f.remedy) for f in faults[:MOST]]
    found += [_of_fault(lines, row, fault) for row in rows for fault in row.faults[:MOST]]
    own = {id(row) for row in rows}
    others = _table() if path is None else _builtin_but(rows)
    said: Counter[int] = Counter()
    in_table = []
    for doubt in doubts(others + rows):
        said[id(doubt.row)] += 1
        if said[id(doubt.row)] > MOST:
            continue
        if id(doubt.row) in own:
            found.append(_of_doubt(lines, doubt))
        elif path is None and doubt.level != "note":
            in_table.append(_of_table(doubt))
    return sorted(found, key=lambda finding: finding.line or 0) + in_table


def line_of(finding: Finding, path: Path | None) -> str:
    """A finding in the file at `path` (None: the built-in ones) in one line, as compilers write it:
    "mine.toml:3: error: ann-lee: what; remedy"."""
    file = finding.file or path or FORM
    place = f"{file}:{finding.line}" if finding.line else f"{file}"
    about = f"{finding.id}: " if finding.id else ""
    return f"{place}: {finding.level}: {about}{finding.what}; {finding.remedy}"


class Lines:
    """Finds the line of a file that something is about; tomllib does not tell lines."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts: dict[str, list[int]] = {"person": [], "organization": []}
        for number, line in enumerate(self.lines):
            match = HEADER.match(line)
            if match:
                self.starts[match[1]].append(number)
        self.all = sorted(number for found in self.starts.values() for number in found)

    def first(self, word: str) -> int | None:
        """The first line, from 1, that has the word."""
        found = (number for number, line in enumerate(self.lines, 1) if word in line)
        return next(found, None)

    def of(self, kind: Kind, number: int, near: str) -> int | None:
        """The first line of an entry that has `near` in it, else the entry's first. None where
        the entry has no line [[…]] of its own."""
        starts = self.starts[kind]
        if number >= len(starts):
            return None
        begin = starts[number]
        after = bisect_right(self.all, begin)
        end = self.all[after] if after < len(self.all) else len(self.lines)
        if not near or len(near) > LONGEST:
            return 1 + begin
        word = re.compile(rf"(?<!\w){re.escape(near)}(?!\w)")
        return 1 + next((i for i in range(begin, end) if word.search(self.lines[i])), begin)


def _no_toml(error: str) -> Finding:
    at = AT_LINE.search(error)
    what = AT_LINE.sub("", error).strip() or error
    return Finding("error", int(at[1]) if at else None, None, f"not a TOML file: {what}", SEE_FORM)


def _of_fault(lines: Lines, row: Row, fault: Fault) -> Finding:
    line = lines.of(row.kind, row.number, fault.key)
    return Finding("error", line, _shown(row), fault.what, fault.remedy)


def _of_doubt(lines: Lines, doubt: Doubt) -> Finding:
    row = doubt.row
    line = lines.of(row.kind, row.number, doubt.near)
    return Finding(doubt.level, line, _shown(row), doubt.what, doubt.remedy)


def _of_table(doubt: Doubt) -> Finding:
    return Finding(doubt.level, None, _shown(doubt.row), doubt.what, doubt.remedy, NAME)


def _table() -> list[Row]:
    people = enumerate(read_officeholders())
    return [Row("person", number, person.id, person) for number, person in people]


def _shown(row: Row) -> str:
    """The id, with marks where it would break the line."""
    return shown(row.id, marks=not row.id.isprintable())


def _builtin_but(rows: list[Row]) -> list[Row]:
    """The built-in rows that a user's rows do not replace."""
    own = {(row.kind, row.id) for row in rows}
    builtin, _ = read_rows(parse(builtin_bytes()))
    return [row for row in builtin if (row.kind, row.id) not in own]
