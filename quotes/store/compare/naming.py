"""The speakers or outlets that names mean, each once, before they are compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.errors import AmbiguousError, QuotesError, UsageError
from quotes.store.db.asking import Reader
from quotes.store.query.filters import find_publishers
from quotes.store.records import Named
from quotes.store.speakers.finding import MOST, Finder


@dataclass(frozen=True)
class Found:
    """One that a name means: what it is called, the rows of `speakers` or `labels` that it is, the
    outlets where those are several, the other persons of all words of the name, and what else is
    known."""

    name: str
    keys: Collection[int]
    means: tuple[str, ...]
    namesakes: tuple[str, ...]
    facts: dict[str, Any]


def tell_apart(reader: Reader, names: Sequence[str], by: str) -> list[Named]:
    """See `quotes.store.Store.tell_apart`."""
    return [
        Named(asked=name, error=str(one), candidates=_candidates(reader, name, one))
        if isinstance(one, QuotesError)
        else Named(asked=name, name=one.name, means=one.means, namesakes=one.namesakes)
        for name, one in zip(names, find_each(reader, names, by), strict=True)
    ]


def find_each(reader: Reader, names: Sequence[str], by: str) -> Iterator[Found | QuotesError]:
    """The speaker or outlet that each name means, or the error why it is nothing to compare: it
    means nothing that is stored, several speakers, or something that an earlier one means, too.

    Raises UsageError for what cannot be compared by.
    """
    if by not in _FOUND:
        raise UsageError(f"nothing is compared by '{by}': take one of {', '.join(_FOUND)}")
    seen: dict[int, str] = {}
    for name in names:
        try:
            found = _FOUND[by](reader, name)
        except (UsageError, AmbiguousError) as error:
            yield error
            continue
        other = next((seen[key] for key in found.keys if key in seen), None)
        if other is None:
            seen |= dict.fromkeys(found.keys, name)
            yield found
        else:
            yield UsageError(f"'{other}' and '{name}' mean the same: name each once")


def _speaker(reader: Reader, name: str) -> Found:
    finder = Finder(reader)
    person = finder.find(name).person
    facts = {"id": person.registry_id, "wikidata": person.wikidata}
    return Found(finder.called([person])[0], person.ids, (), tuple(finder.namesakes(name)), facts)


def _publisher(reader: Reader, name: str) -> Found:
    found = find_publishers(reader, name)
    names = tuple(row.name for row in found)
    shown, means = (names[0], ()) if len(names) == 1 else (name, names)
    return Found(shown, [row.key for row in found], means, (), {})


_FOUND: dict[str, Callable[[Reader, str], Found]] = {"speaker": _speaker, "publisher": _publisher}
"""All that can be compared, each with the function that finds it by a name."""


def _candidates(reader: Reader, name: str, error: QuotesError) -> tuple[str, ...]:
    if not isinstance(error, AmbiguousError):
        return ()
    finder = Finder(reader)
    return tuple(finder.called(finder.find_all(name))[:MOST])
