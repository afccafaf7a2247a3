"""brat's stand-off form: a text "x.txt" and beside it "x.ann", one annotation a line.

    T1<TAB>Content 0 11;16 20<TAB>the words      a span, maybe in pieces; also Cue and Source
    E1<TAB>Cue:T2 Source:T3 Content:T1           an attribution as an event
    R1<TAB>Attribution Arg1:T1 Arg2:T2           or its parts joined by relations, of any name
    A1<TAB>Speaker T1 Vladimir Putin             who it is, where the annotator says so

Speakers are named on spans. Case does not matter in the names. A cue with all that it is joined
to is one attribution; so is a content that is joined to no cue. Everything else is not looked at.
(http://brat.nlplab.org)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quotes.errors import InputError
from quotes.records import Offsets

ROLES = ("content", "cue", "source")
_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_LONGEST = 7  # digits of an offset; no article has more characters
_ARGUMENT = re.compile(r"[^\s:]+:(T\d+)")
_SPEAKER = re.compile(r"A\d+\tspeaker (T\d+) (.+)", re.IGNORECASE)

Parsed = dict[str, list[Offsets] | str]


@dataclass
class _Spans:
    """The spans of one file: of each its role and pieces, those that it is joined to (and those by
    a relation, not by an event), its speaker."""

    role: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, list[Offsets]] = field(default_factory=dict)
    joined: dict[str, set[str]] = field(default_factory=dict)
    related: dict[str, set[str]] = field(default_factory=dict)
    speaker: dict[str, str] = field(default_factory=dict)

    def join(self, ids: list[str], *, relation: bool) -> None:
        for id in ids:
            others = [other for other in ids if other != id]
            self.joined.setdefault(id, set()).update(others)
            if relation:
                self.related.setdefault(id, set()).update(others)

    def beside(self, id: str, role: str, *, relation: bool = False) -> list[str]:
        """The spans of this role to which a span is joined."""
        joined = (self.related if relation else self.joined).get(id, ())
        return [other for other in sorted(joined) if self.role.get(other) == role]


def parse(lines: list[str], place: str) -> list[Parsed]:
    """The attributions of one .ann file, as the fields of a gold attribution.

    Raises InputError, with `place` and the line's number, for a span that has no offsets.
    """
    spans = _Spans()
    for number, line in enumerate(lines, 1):
        if line.startswith("T"):
            _read_span(line, spans, f"{place}, line {number}")
        elif line[:1] in ("E", "R"):
            spans.join(_ARGUMENT.findall(line), relation=line[0] == "R")
        elif found := _SPEAKER.match(line):
            spans.speaker[found[1]] = found[2].strip()
    cues = [id for id, role in spans.role.items() if role == "cue"]
    alone = [
        id for id, role in spans.role.items() if role == "content" and not spans.beside(id, "cue")
    ]
    return [one for hub in (*cues, *alone) if (one := _attribution(hub, spans))["content"]]


def _read_span(line: str, spans: _Spans, place: str) -> None:
    found = _SPAN.match(line.rstrip("\r\n"))
    if not found or max(map(len, re.findall(r"\d+", found[3]))) > _LONGEST:
        raise InputError(f"{place}: no span; brat has 'T1<TAB>Content 0 11<TAB>words'")
    id, role = found[1], found[2].lower()
    if role in ROLES:
        pieces = (piece.split() for piece in found[3].split(";"))
        spans.role[id] = role
        spans.pieces[id] = [(int(start), int(end)) for start, end in pieces]


def _attribution(hub: str, spans: _Spans) -> Parsed:
    """The attribution that is joined to a cue, or to a content without one."""
    members = {role: spans.beside(hub, role) for role in ROLES}
    members[spans.role[hub]] = [hub]
    if not members["source"]:  # it may be joined to the content alone
        for content in members["content"]:
            members["source"] += spans.beside(content, "source", relation=True)
    out: Parsed = {
        role: sorted(piece for id in ids for piece in spans.pieces[id])
        for role, ids in members.items()
    }
    named = [spans.speaker[id] for ids in members.values() for id in ids if id in spans.speaker]
    return out | {"speaker": named[0]} if named else out
