"""Two to six speakers or outlets beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotes.errors import UsageError
from quotes.store.compare.distinctive import distinctive, words_in
from quotes.store.compare.sampling import sample
from quotes.store.db.asking import Reader
from quotes.store.query.chosen import Chosen
from quotes.store.query.counting import WHAT, counts
from quotes.store.query.filters import Filters, find_publishers
from quotes.store.query.many import count_chosen
from quotes.store.query.summaries import count_people
from quotes.store.records import Compared, Comparison, Count
from quotes.store.speakers.finding import Finder

FEWEST, MOST = 2, 6
"""So many are compared."""

QUOTES = 1_000
"""Quotes of each over which words are counted at most."""

WORDS, OTHERS = 20, 10
"""Words, and outlets or speakers, that are shown of each."""


@dataclass(frozen=True)
class _One:
    """One of those that are compared: what it is called, the rows of `speakers` or `labels` that it
    is, its quotes, and what else is known."""

    name: str
    keys: Collection[int]
    chosen: Chosen
    facts: dict[str, Any]


def compare(reader: Reader, names: Sequence[str], by: str, filters: Filters) -> Comparison:
    """See `quotes.store.Store.compare`."""
    if by not in _FOUND:
        raise UsageError(f"nothing is compared by '{by}': take one of {', '.join(_FOUND)}")
    if not FEWEST <= len(names) <= MOST:
        raise UsageError(f"{len(names)} to compare: name {FEWEST} to {MOST}")
    chosen = filters.chosen(reader)
    found = [_FOUND[by](reader, name, chosen) for name in names]
    _check_apart(names, [one.keys for one in found])
    samples = [sample(reader, one.chosen, "quotes.text", QUOTES).rows for one in found]
    words = [words_in(row[0] for row in rows) for rows in samples]
    return Comparison(
        by=by,
        of=tuple(
            _compared(reader, by, one, words[place], sum(words, Counter()), len(samples[place]))
            for place, one in enumerate(found)
        ),
        notes=(
            f"Words are counted over at most {QUOTES:,} quotes of each, evenly spread over all "
            "of them; what was published again word for word counts once.",
            "A word is shown where its weighted log-odds ratio against the others is above 1.96 "
            "standard deviations (Monroe, Colaresi and Quinn 2008).",
        ),
    )


def _compared(
    reader: Reader, by: str, one: _One, mine: Counter[str], every: Counter[str], looked_at: int
) -> Compared:
    months = sorted(counts(reader, WHAT["month"], one.chosen), key=lambda month: month.value)
    return Compared(
        name=one.name,
        **one.facts,
        count=count_chosen(reader, one.chosen),
        first=min((month.first for month in months if month.first), default=None),
        last=max((month.last for month in months if month.last), default=None),
        kinds=tuple(counts(reader, WHAT["kind"], one.chosen)),
        months=tuple(months),
        others=tuple(_others(reader, by, one.chosen)),
        words=tuple(distinctive(mine, every - mine, WORDS)),
        looked_at=looked_at,
    )


def _others(reader: Reader, by: str, chosen: Chosen) -> list[Count]:
    if by == "speaker":
        return counts(reader, WHAT["publisher"], chosen)[:OTHERS]
    people = count_people(reader, chosen, OTHERS, days=False)
    return [Count(value=person.name, count=person.many) for person in people]


def _speaker(reader: Reader, name: str, chosen: Chosen) -> _One:
    finder = Finder(reader)
    person = finder.find(name).person
    facts = {"id": person.registry_id, "wikidata": person.wikidata}
    its = replace(chosen, speakers=person.ids)
    return _One(finder.called([person])[0], person.ids, its, facts)


def _publisher(reader: Reader, name: str, chosen: Chosen) -> _One:
    found = find_publishers(reader, name)
    shown = found[0].name if len(found) == 1 else name
    keys = [row.key for row in found]
    return _One(shown, keys, replace(chosen, publishers=keys), {})


_FOUND: dict[str, Callable[[Reader, str, Chosen], _One]] = {
    "speaker": _speaker,
    "publisher": _publisher,
}
"""What can be compared, and how a name finds it."""


def _check_apart(names: Sequence[str], found: Sequence[Collection[int]]) -> None:
    """Raise UsageError where two names mean the same, or share something."""
    seen: dict[int, int] = {}
    for place, keys in enumerate(found):
        for key in keys:
            if (other := seen.setdefault(key, place)) != place:
                two = f"'{names[other]}' and '{names[place]}'"
                raise UsageError(f"{two} mean the same: name each once")
