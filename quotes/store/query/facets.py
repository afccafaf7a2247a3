"""By which values a list of quotes can be narrowed, and how many quotes each of them leaves.

A facet takes all that is asked for but its own filter, so that one choice can be changed for
another. Where kept counts tell (`quotes.store.query.tallies`), all quotes are counted, however many
there are; else at most COUNTED of them, those added last, and the facet says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from quotes.days import days_of
from quotes.store.db.asking import Reader, ask, ask_each, where
from quotes.store.db.errors import readable
from quotes.store.query.chosen import CHECKED, DAY, Chosen
from quotes.store.query.counting import WHAT, names_of, totals
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.kept import kept
from quotes.store.query.many import FEW, count_chosen, few_of
from quotes.store.query.summaries import PersonCount, count_people, people_of_totals
from quotes.store.records import Choice, Facet, Facets
from quotes.store.schema.values import MEANT, MONTH
from quotes.store.search import Where
from quotes.store.speakers.finding import Finder
from quotes.store.speakers.people import Persons

COUNTED = 10_000
"""So many quotes are counted where no kept counts tell: those added last."""

LOOKED_AT = 100_000
"""So many quotes at most are looked at for these, where no index tells which they are."""

_LATE = f"quotes.key > (SELECT max(late.key) - {LOOKED_AT} FROM quotes AS late)"

_USUAL = ("act", "factuality")

_COLUMNS = {
    "speaker": "quotes.speaker_id",
    "publisher": "articles.publisher",
    "month": f"nullif(({DAY}) / {MONTH}, 0)",
    **{name: f"quotes.{name}" for name in MEANT},
    "checked": "CASE WHEN verdicts.quote IS NULL THEN 0 ELSE 1 END",
}
"""The facets, and the value of a quote for each."""

FACETS = tuple(_COLUMNS)

_VALUES = f"""
SELECT {", ".join(f"{column} AS {name}" for name, column in _COLUMNS.items())}
FROM (SELECT found.key AS key FROM ({{found}}) AS found ORDER BY {{order}} DESC LIMIT :most)
AS last
JOIN quotes ON quotes.key = last.key
JOIN articles ON articles.key = quotes.article
LEFT JOIN verdicts ON verdicts.quote = quotes.key
"""


def facets(
    reader: Reader,
    filters: Filters,
    words: str | None = None,
    *,
    where: Where = "quotes",
    limit: int = 8,
) -> Facets:
    """The facets by which a list, or with words a search, can be narrowed: of each so many values,
    the most frequent first. Raises what the list or the search does."""
    check_limit(limit)
    counting = _Counting(reader, filters.chosen(reader), words, where)
    counted, total = counting.all()
    found = tuple(_facet(counting, name, limit) for name in FACETS)
    return Facets(facets=found, counted=counted, total=total)


class _Last(NamedTuple):
    """The values of some quotes, and whether these are all that there are."""

    rows: Sequence[tuple[Any, ...]]
    are_all: bool


class _Counting:
    """Counts of one list or search; what is asked for is looked up once."""

    def __init__(self, reader: Reader, chosen: Chosen, words: str | None, where: Where) -> None:
        self.reader = reader
        self._chosen, self._words, self._where = chosen, words, where
        self._last: dict[str, _Last] = {}

    @cached_property
    def persons(self) -> Persons:
        """The persons: rows of `speakers` that are one."""
        return Persons(self.reader)

    def all(self) -> tuple[int, int | None]:
        """How many quotes are counted, and how many there are that have all that is asked for."""
        if self._is_kept(self._chosen, []):
            total = count_chosen(self.reader, self._chosen)
            return total, total
        return self._of(self._chosen, self._last_of(self._chosen))

    def kept(self, name: str) -> Chosen | None:
        """All that is asked for besides a facet, where kept counts have that and its values; else
        None."""
        chosen = self._without(name)
        takes = WHAT[name].takes if name in WHAT else ()
        return chosen if self._is_kept(chosen, takes) else None

    def counted(self, name: str) -> tuple[Counter[Any], int, int | None]:
        """How often each value of a facet occurs among the last quotes, how many these are, and how
        many there are."""
        chosen = self._without(name)
        last = self._last_of(chosen)
        values = Counter(map(itemgetter(FACETS.index(name)), last.rows))
        return values, *self._of(chosen, last)

    def _last_of(self, chosen: Chosen) -> _Last:
        """The quotes that were added last, of all that are chosen where these are not too many.

        Nearly all quotes are speech and factual: the others are taken with them and left out here,
        so that one question does for several facets.
        """
        usual = [name for name in _USUAL if name in chosen.others and chosen.values[name] == 0]
        others = {name: test for name, test in chosen.others.items() if name not in usual}
        last = self._wide(replace(chosen, others=others))
        rows = last.rows
        for place in map(FACETS.index, usual):
            rows = [row for row in rows if row[place] == 0]
        return _Last(rows, last.are_all)

    def _wide(self, chosen: Chosen) -> _Last:
        if self._words is None:
            few = few_of(self.reader, chosen)
            conditions = [*chosen.begun_with(few), *([] if few else [_LATE])]
            sql = f"SELECT quotes.key AS key FROM quotes {where(conditions)}"
            values, whole = chosen.values, bool(few)
            order = "found.key + 0" if few else "found.key"  # the first is in no index
        else:
            from quotes.store.search.searching import found_of  # no list needs it

            found = found_of(self.reader, self._words, chosen, self._where, FEW)
            sql, values, whole = found
            order = "found.key"
        if sql not in self._last:
            asked = _VALUES.format(found=sql, order=order)
            rows = [tuple(row) for row in ask(self.reader, asked, values | {"most": COUNTED})]
            self._last[sql] = _Last(rows, whole and len(rows) < COUNTED)
        return self._last[sql]

    def _without(self, name: str) -> Chosen:
        """All that is asked for but a facet's own filter."""
        if name == "speaker":
            return replace(self._chosen, speakers=None)
        if name == "publisher":
            return replace(self._chosen, publishers=None)
        if name == "month":
            return replace(self._chosen, days=())
        others = {other: test for other, test in self._chosen.others.items() if other != name}
        return replace(self._chosen, others=others)

    def _is_kept(self, chosen: Chosen, columns: Sequence[str]) -> bool:
        return self._words is None and kept(chosen, columns) is not None

    def _of(self, chosen: Chosen, last: _Last) -> tuple[int, int | None]:
        many = len(last.rows)
        if self._is_kept(chosen, []):
            return many, count_chosen(self.reader, chosen)
        return many, many if last.are_all else None


def _facet(counting: _Counting, name: str, limit: int) -> Facet:
    counted: int
    of: int | None
    chosen = counting.kept(name)
    reader = counting.reader
    if chosen:
        counted = of = count_chosen(reader, chosen)
        if name == "speaker":
            choices = _people(reader, count_people(reader, chosen, limit, days=False))
        elif name == "checked":
            known = where([CHECKED, *chosen.conditions])
            (checked,) = ask_each(reader, f"SELECT count(*) FROM quotes {known}", chosen.values)
            choices = _choices(name, Counter({1: checked, 0: counted - checked}), limit)
        else:
            rows = totals(reader, [WHAT[name]], chosen)
            names = names_of(reader, WHAT[name], rows, 0)
            values = Counter({names.get(value, value): many for value, many in rows})
            choices = _choices(name, values, limit)
    else:
        values, counted, of = counting.counted(name)
        if name == "speaker":
            each = [(id, many, None, None) for id, many in values.items() if id is not None]
            people = people_of_totals(reader, counting.persons, each, limit)
            choices = _people(reader, people)
        else:
            choices = _choices(name, values, limit)
    return Facet(name=name, choices=tuple(choices), counted=counted, of=of)


def _people(reader: Reader, people: Sequence[PersonCount]) -> list[Choice]:
    address = Finder(reader).address
    return [
        Choice(value=one.name, count=one.many, filters={"speaker": address(one.person)})
        for one in people
    ]


def _choices(name: str, values: Counter[Any], limit: int) -> list[Choice]:
    """The most frequent values that are known, as they are shown."""
    known = [(value, many) for value, many in values.items() if value is not None and many]
    with readable():
        choices = [_choice(name, value, many) for value, many in known]
    return sorted(choices, key=lambda one: (-one.count, one.value))[:limit]


def _choice(name: str, value: Any, many: int) -> Choice:
    if name == "checked":
        words, chosen = "checked" if value else "unchecked", bool(value)
        return Choice(value=words, count=many, filters={"checked": chosen})
    shown = WHAT[name].written(value)
    if name != "month":
        return Choice(value=shown, count=many, filters={name: shown})
    since, until = days_of(shown)
    return Choice(value=shown, count=many, filters={"since": since, "until": until})
