"""Which quotes are asked for: one definition for lists, searches, counts, exports and removals."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, TypedDict, get_args

from quotes.errors import UsageError
from quotes.records import Act, Factuality, Kind
from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each
from quotes.store.query.chosen import CHECKED, UNCHECKED, Chosen, sure_enough
from quotes.store.query.rows import fitted
from quotes.store.schema.values import CHOICES, number_of_day
from quotes.store.speakers.names import fold_wanted, not_stored

Acts = Literal[Act, "all"]
Factualities = Literal[Factuality, "all"]


class Asked(TypedDict, total=False):
    """The fields of Filters as keywords."""

    speaker: str | None
    role: str | None
    office: str | None
    publisher: str | None
    via: str | None
    kind: Kind | None
    act: Acts
    factuality: Factualities
    since: dt.date | None
    until: dt.date | None
    on: dt.date | None
    article: str | None
    min_confidence: float | None
    checked: bool | None
    conflicts: bool


FILTERS = Asked.__annotations__.keys()
"""Their names."""

_LABELLED = "SELECT labels.key FROM labels WHERE labels.folded LIKE :{name}"

_NAMED = 10_000
"""Labels up to which they are named in a question; more are looked up in each."""

_TESTS = {
    "on": "quotes.said_on = :on AND quotes.said_on > 0",
    "article": "quotes.article IN (SELECT articles.key FROM articles WHERE articles.id = :article)",
    **{name: f"quotes.{name} = :{name}" for name in CHOICES},
}
"""Filters that ask for a value of a quote's own, whatever else is asked for."""

_MONTHS = """
SELECT coalesce(min(tally_month.month), 0) AS first, coalesce(max(tally_month.month), 0) AS last
FROM tally_month WHERE tally_month.month > 0
"""

_PUBLISHERS = """
SELECT labels.key AS key, labels.value AS name, labels.folded AS folded
FROM (SELECT DISTINCT articles.publisher AS name FROM articles) AS every
JOIN labels ON labels.value = every.name
ORDER BY labels.value
"""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Filters of quotes; None: anything will do.

    speaker         any spelling or part of a name, a registry id, or a type and a name ("person:Ann
                    Roe"): all who bear it; a whole name goes before a part of one
    role, via       a part of the words
    office          of those who held it, each in their time
    publisher       a name, or else a part of one
    kind            "direct", "mixed" or "indirect"
    act             "speech", "thought" or "all"
    factuality      "factual" (it was said), "negated", "hypothetical" or "all"
    since, until    days, both included: of the article, else the one on which it was said
    on              the day on which it was said
    article         an article's id
    min_confidence  at least as sure as this, 0 to 1
    checked         True: those of which somebody has said something (see `quotes.store.Store.fix`);
                    False: the others
    conflicts       those whose words somebody else is given, too
    """

    speaker: str | None = None
    role: str | None = None
    office: str | None = None
    publisher: str | None = None
    via: str | None = None
    kind: Kind | None = None
    act: Acts = "speech"
    factuality: Factualities = "factual"
    since: dt.date | None = None
    until: dt.date | None = None
    on: dt.date | None = None
    article: str | None = None
    min_confidence: float | None = None
    checked: bool | None = None
    conflicts: bool = False

    def __post_init__(self) -> None:
        """Raise UsageError for what no quote can be."""
        if self.kind is not None:
            _check_choice("kind", self.kind, get_args(Kind))
        _check_choice("act", self.act, (*get_args(Act), "all"))
        _check_choice("factuality", self.factuality, (*get_args(Factuality), "all"))
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} is after until {self.until}: swap them")

    def chosen(self, reader: Reader) -> Chosen:
        """These filters in SQL.

        Raises UsageError for a speaker, a publisher or an article that is not stored.
        """
        values = dict(self._values(reader))
        speakers = publishers = None
        if self.speaker is not None:
            from quotes.store.speakers.finding import Finder

            speakers = [id for p in Finder(reader).find_all(self.speaker) for id in p.ids]
        if self.publisher is not None:
            publishers = [found.key for found in find_publishers(reader, self.publisher)]
        days = tuple(name for name in ("since", "until") if name in values)
        tests = {name: test for name, test in _TESTS.items() if name in values}
        for name in ("role", "via"):
            if name in values:
                tests[name] = f"quotes.{name} IN {_labelled(reader, name, values)}"
        if self.checked is not None:
            tests["checked"] = CHECKED if self.checked else UNCHECKED
        if self.min_confidence is not None:
            tests["min_confidence"] = sure_enough(values["min_confidence"])
        if self.office is not None:
            from quotes.store.speakers.holders import said_in_office  # the registry takes a while

            tests["office"] = said_in_office(reader, self.office, self.on)
        if self.conflicts:
            from quotes.store.query.conflicts import in_conflict

            tests["conflicts"] = in_conflict(reader)
        months = tuple(ask(reader, _MONTHS)[0]) if days else None
        return Chosen(speakers, publishers, days, tests, values, months=months)

    @property
    def plain(self) -> bool:
        """True if nothing is asked for but an act and a factuality."""
        return self == Filters(act=self.act, factuality=self.factuality)

    @property
    def of_articles(self) -> Filters:
        """The filters among them that articles have, too: publisher, days, id."""
        return Filters(
            publisher=self.publisher, since=self.since, until=self.until, article=self.article
        )

    @property
    def by_quotes(self) -> bool:
        """True where something is asked for that quotes have and articles have not. To leave out
        what was not said, as is usual, or not to, is no such thing."""
        act: Acts = "speech" if self.act == "all" else self.act
        factuality: Factualities = "factual" if self.factuality == "all" else self.factuality
        return replace(self, act=act, factuality=factuality) != self.of_articles

    def _values(self, reader: Reader) -> Iterator[tuple[str, Any]]:
        """The values of the filters that ask for a quote's own, as the database has them."""
        for name in ("role", "via"):
            if (words := getattr(self, name)) is not None:
                yield name, f"%{fold_wanted(words)}%"  # folded words have no % and no _
        if self.article is not None:
            yield "article", check_article(reader, self.article)
        for name, words in CHOICES.items():
            if getattr(self, name) in words:
                yield name, words.index(getattr(self, name))
        for name in ("since", "until", "on"):
            if getattr(self, name) is not None:
                yield name, number_of_day(getattr(self, name))
        if self.min_confidence is not None:
            least, how = float(self.min_confidence), fitted(reader)
            yield "min_confidence", how.least(least) if how else least


def _labelled(reader: Reader, name: str, values: dict[str, Any]) -> str:
    """The labels that have the words, as they stand behind IN."""
    asked = _LABELLED.format(name=name)
    keys = ask_each(reader, asked, values)
    return among_numbers(keys) if len(keys) <= _NAMED else f"({asked})"


def check_limit(limit: int | None) -> int | None:
    """The limit itself; UsageError where it is below one."""
    if limit is not None and limit < 1:
        raise UsageError(f"limit {limit} shows nothing: give 1 or more")
    if limit is not None and limit > sys.maxsize:
        raise UsageError(f"a value cannot be stored or looked for: limit {limit} is no such number")
    return limit


def _check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise UsageError(f"{name} '{value}' is none of: {', '.join(choices)}")


def check_article(reader: Reader, article_id: str) -> str:
    """The id itself; UsageError, with those that come near it, where there is no such article."""
    same = "SELECT articles.id FROM articles WHERE articles.id = :id"
    if not ask(reader, same, {"id": article_id}):
        stored = ask_each(reader, "SELECT articles.id FROM articles")
        raise not_stored("article", article_id, stored)
    return article_id


def find_publishers(reader: Reader, name: str) -> list[Row]:
    """Rows (key of `labels`, name) of the publishers that are called so, whatever the case and the
    diacritics; where none is, of all with these words in their names.

    Raises UsageError, with the closest names, for none.
    """
    wanted = fold_wanted(name)
    every = ask(reader, _PUBLISHERS)
    found = [row for row in every if row.folded == wanted]
    found = found or [row for row in every if wanted in row.folded]
    if not found:
        raise not_stored("publisher", name, (row.name for row in every))
    return found
