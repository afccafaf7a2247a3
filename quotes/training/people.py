"""Places people's names and roles, which annotators give as mere words, in an article's text.

The corpora name each speaker and quote all of their roles, but say of neither where it stands.
Words that cannot be placed for certain are left open, so that the net learns nothing from them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quotes.training.annotated import Pointer, Range, References

NEAR = 80  # characters between a description and the one that it describes
AROUND = 120  # characters beside a name of somebody who is not annotated
_WORD = re.compile(r"\w+")


@dataclass
class Source:
    """A source that somebody has annotated. `names` and `roles` are a person's, else empty."""

    spans: list[Range]
    type: str
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


@dataclass
class _Person:
    names: list[list[str]]
    roles: list[str]
    sources: list[Range] = field(default_factory=list)
    mentions: list[Range] = field(default_factory=list)


def find_references(
    text: str,
    sources: Sequence[Source],
    named: Sequence[Range],
    described: Sequence[tuple[Range, Range]],
) -> References:
    """Place what the annotators of a text say of its people.

    `named`: where names of people stand, in text order, whoever they are; `described`: names, and
    beside each the words that say what the person is, as another tool finds them: they count for
    the people that no source means, of whom the annotators say nothing.
    """
    found = References()
    found.descriptions = []
    people: dict[tuple[str, ...], _Person] = {}
    for source in sources:
        if not source.spans:
            continue
        found.types += [(span, source.type) for span in source.spans]
        if source.type == "person" and source.names:
            person = _known(people, source)
            person.sources += source.spans
        else:
            found.pointers += [Pointer(span, list(source.spans)) for span in source.spans]
    others = _share_names(text, list(people.values()), named)
    found.unclear += _around(text, others)
    for person in people.values():
        for place in sorted({*person.mentions, *person.sources}):
            earlier = [source for source in person.sources if source[1] <= place[0]]
            found.pointers.append(Pointer(place, person.mentions, earlier))
        for role in sorted(set(person.roles), key=len, reverse=True):
            _place(text, role, person, others, found)
    for name, said in described:
        if any(_overlap(name, other) for other in others) and not any(
            _overlap(said, known) for known in found.descriptions
        ):
            found.descriptions.append(said)
            found.pointers.append(Pointer(said, [name]))
    return found


def _known(people: dict[tuple[str, ...], _Person], source: Source) -> _Person:
    key = tuple(words(source.names[0]))
    person = people.setdefault(key, _Person([], []))
    person.names += [words(name) for name in source.names]
    person.roles += source.roles
    return person


def words(name: str) -> list[str]:
    """The words of a name, in small letters, without a possessive's s."""
    return _WORD.findall(re.sub(r"['’]s\b", "", name).casefold())


def _share_names(text: str, people: list[_Person], named: Sequence[Range]) -> list[Range]:
    """Give each name to the one person whom it fits; returns those that are somebody else's or
    that fit two."""
    others = []
    for span in named:
        said = words(text[slice(*span)])
        fitting = [p for p in people if any(_fits(said, name) for name in p.names)]
        if len(fitting) > 1:
            fitting = [p for p in fitting if any(_within(span, s) for s in p.sources)]
        if len(fitting) == 1:
            fitting[0].mentions.append(span)
        else:
            others.append(span)
    return others


def _fits(said: list[str], name: list[str]) -> bool:
    if not said or not name or not set(said) <= set(name):
        return False
    return said[-1] == name[-1] or said == name[:1]


def _overlap(span: Range, other: Range) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _within(span: Range, other: Range) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _around(text: str, names: Iterable[Range]) -> Iterator[Range]:
    """The line beside each name, as far as a description may reach."""
    for start, end in names:
        before = max(text.rfind("\n", 0, start) + 1, start - AROUND)
        line = text.find("\n", end)
        yield before, min(len(text) if line < 0 else line, end + AROUND)


def _place(text: str, role: str, person: _Person, others: list[Range], to: References) -> None:
    """Add where a role stands in the text: beside its person, or anywhere if it is rare."""
    assert to.descriptions is not None
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(role)}(?!\w)", text)]
    free = [
        span
        for span in found
        if not any(_overlap(span, other) for other in to.descriptions)
        and not any(_within(span, mention) for mention in person.mentions)
    ]
    beside = [span for span in free if _is_beside(text, span, person, others)]
    sure = beside or (free if len(found) == 1 else [])
    to.descriptions += sure
    to.unclear += [span for span in free if span not in sure]
    to.pointers += [Pointer(span, person.mentions, person.sources) for span in sure]


def _is_beside(text: str, span: Range, person: _Person, others: list[Range]) -> bool:
    if any(_within(span, source) for source in person.sources):
        return True
    for start, end in (*person.mentions, *person.sources):
        gap = (end, span[0]) if end <= span[0] else (span[1], start)
        between = text[slice(*gap)]
        if gap[1] - gap[0] > NEAR or "\n" in between or re.search(r"[.!?]\s", between):
            continue
        first = bisect_left(others, (gap[0], 0))
        if first == len(others) or others[first][0] >= gap[1]:
            return True
    return False
