"""Filters in SQL: of the quotes themselves, of a walk through an index, of kept counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotes.store.db.asking import among_numbers, where
from quotes.store.schema.values import CHOICES, MONTH, either

DAY = either("quotes.day", "quotes.said_on")
"""The day of a quote: the article's, else the one on which it was said."""

TALLIED_DAY = f"quotes.month * {MONTH} + quotes.day"
"""The day in kept counts, which are called `quotes` in a question."""


INDEXED = frozenset(
    {"article", "checked", "conflicts", "min_confidence", "office", "on", "role", "via", "words"}
)
"""Filters, besides speaker, publisher and days, that an index tells; "words": those of a search,
where few quotes have them."""

SURENESS = "CAST(quotes.confidence * 1000 AS INTEGER)"
"""The value in the index of confidences: thousandths take half the room."""


_VERDICTS = "(SELECT verdicts.quote FROM verdicts WHERE verdicts.quote IS NOT NULL)"
CHECKED, UNCHECKED = f"quotes.key IN {_VERDICTS}", f"quotes.key NOT IN {_VERDICTS}"
"""Conditions: somebody has said something of it, or nobody has."""


def sure_enough(least: float) -> str:
    """A condition: at least as sure as :min_confidence, which is this.

    The thousandths of an index tell it of nearly all; a database may round them or cut them off.
    """
    exactly = "quotes.confidence >= :min_confidence"
    if not 0 <= least <= 1:
        return exactly
    part = int(1000 * least)
    return f"(+{SURENESS} >= {part:d} AND (+{SURENESS} > {part + 1:d} OR {exactly}))"


@dataclass(frozen=True)
class Chosen:
    """Filters in SQL.

    `speakers`: the rows of `speakers` that are those asked for (None: anybody); `publishers`: the
    rows of `labels` that are (None: any); `days`: which of "since" and "until" are given; `others`:
    all other conditions, of `quotes`, by the names of their filters; `values`: of the names in SQL;
    `known`: how many quotes meet a condition, as far as that was counted (see `once`); `months`:
    the first and the last of which there are quotes, where days are asked for.
    """

    speakers: Sequence[int] | None
    publishers: Sequence[int] | None
    days: tuple[str, ...]
    others: Mapping[str, str]
    values: dict[str, Any]
    known: dict[str, int] = field(default_factory=dict, compare=False)
    months: tuple[int, int] | None = None

    def once(self, asked: str, count: Callable[[], int]) -> int:
        """A number that is counted once for these filters and all that are made of them, under the
        name of what is asked."""
        if asked not in self.known:
            self.known[asked] = count()
        return self.known[asked]

    @property
    def conditions(self) -> list[str]:
        """All of it together, of `quotes` alone."""
        who = [] if self.speakers is None else [said_by(self.speakers)]
        return [*who, *self._published(), *self._dated(), *self.others.values()]

    def begun_with(self, few: Collection[str]) -> list[str]:
        """All of it, of `quotes` alone, such that no index is used but those of some filters:
        "speaker", "publisher", "days", and names of INDEXED."""
        whose = {"speaker": [] if self.speakers is None else [said_by(self.speakers)]}
        whose |= {"publisher": self._published()}
        whose |= {name: [test] for name, test in self.others.items()}
        tests = [
            test if name in few else _by_no_index(test)
            for name, some in whose.items()
            for test in some
        ]
        if "days" in few:
            dated = f"SELECT articles.key FROM articles WHERE {self._within('articles.date')}"
            undated = f"SELECT quotes.article FROM quotes WHERE {self._within('quotes.said_on')}"
            either = f"{dated} UNION ALL {undated} AND quotes.said_on > 0 AND quotes.day = 0"
            tests.append(f"quotes.article IN ({either})")
        if "min_confidence" in few:
            tests.append(self.indexed("min_confidence"))
        return [*self._dated(), *tests]

    def indexed(self, name: str) -> str:
        """The SQL condition by which an index finds the quotes that a filter of INDEXED, given by
        its name, lets through: all of them, and few others."""
        if name != "min_confidence":
            return self.others[name]
        share = self.values[name]
        least = int(1000 * share) if 0 <= share <= 1 else 0
        return f"{SURENESS} >= {least:d}"

    @property
    def is_plain(self) -> bool:
        """True where nothing is asked for but an act and a factuality."""
        whole = self.speakers is None and self.publishers is None and not self.days
        return whole and self.others.keys() <= {"act", "factuality"}

    def words_of(self, *names: str) -> dict[str, str]:
        """For each of these filters, which are among CHOICES, what is asked for, or "all"."""
        return {
            name: CHOICES[name][self.values[name]] if name in self.others else "all"
            for name in names
        }

    def ways(self, most: int, *, undated_last: bool = False) -> list[list[list[str]]]:
        """All of it as several sets of conditions, one of which must be met, on `quotes` and
        `articles`: each such that an index has what meets it in the order of days.

        They come in one or two lists: what meets one of the first is of a later day than what meets
        one of the second, or with `undated_last` it has a day and the others have none. In place of
        more than `most` in a list there is a single one.
        """
        day = "articles.date" if self.speakers is None else "quotes.day"
        stages = self._days(day)
        if undated_last and not self.days:
            stages = [[f"{day} > 0"], [f"{day} = 0"]]
        more = self._published(of_article=self.speakers is None)
        more += map(_by_no_index, self.others.values())
        who: list[list[str]] = [[]]
        if self.speakers is not None:
            who = [[f"quotes.speaker_id = {id:d}"] for id in self.speakers] or [["FALSE"]]
        if len(who) > most:
            who = [[said_by(self.speakers or ())]]
        return [[[*one, *when, *more] for one in who] for when in stages]

    @property
    def of_each_article(self) -> list[str]:
        """Conditions on the quotes of an article that is chosen, besides its publisher and date."""
        who = [] if self.speakers is None else [said_by(self.speakers)]
        return [*who, *self.others.values()]

    def of_articles(self, *, by_quotes: bool, few: Collection[str] = ()) -> list[str]:
        """Conditions on `articles`: of those with such a quote, or (not `by_quotes`) on the
        publisher, the date and the id of the article itself. `few`: as `begun_with` takes them;
        where it is empty each article is looked at, as nearly all have such a quote."""
        if by_quotes and few:
            theirs = f"SELECT quotes.article FROM quotes {where(self.begun_with(few))}"
            return [f"articles.key IN ({theirs})"]
        if by_quotes:
            each = ["quotes.article = articles.key", *self._dated()]
            each += map(_by_no_index, self.of_each_article)
            theirs = f"EXISTS (SELECT 1 FROM quotes {where(each)})"
            soon = ["articles.date <= :until"] if "until" in self.days else []
            return [*self._published(of_article=True), *soon, theirs]
        when = list(self.between("articles.date")) if self.days else []
        which = ["articles.id = :article"] if "article" in self.others else []
        return [*self._published(of_article=True), *when, *which]

    def _published(self, *, of_article: bool = False) -> list[str]:
        """By one of the publishers: a condition on `articles`, or else on `quotes`."""
        if self.publishers is None:
            return []
        keys = among_numbers(self.publishers)
        names = f"SELECT labels.value FROM labels WHERE labels.key IN {keys}"
        theirs = f"articles.publisher IN ({names})"
        mine = f"quotes.article IN (SELECT articles.key FROM articles WHERE {theirs})"
        return [theirs if of_article else mine]

    def _dated(self) -> list[str]:
        days = self._days("quotes.day") if self.days else []
        return [f"({' OR '.join(' AND '.join(one) for one in days)})"] if days else []

    def _within(self, day: str) -> str:
        return " AND ".join(self.between(day))

    def _days(self, day: str) -> list[list[str]]:
        """By the article's day or, where it has none, by the one on which it was said."""
        if not self.days:
            return [[]]
        undated = [f"{day} = 0", *self.between("quotes.said_on")]
        return [list(self.between(day)), undated]

    def between(self, day: str, part: str = "") -> Iterator[str]:
        """Conditions on a day: it is known, and one of those asked for; `part`: of the month only,
        as SQL that makes one of a day."""
        yield f"{day} >= :since{part}" if "since" in self.days else f"{day} > 0"
        if "until" in self.days:
            yield f"{day} <= :until{part}"


def _by_no_index(test: str) -> str:
    """A condition that is looked at for each quote, though an index may tell."""
    return f"+{test}" if test.startswith("quotes.") else test


def said_by(speakers: Iterable[int]) -> str:
    """A condition: by one of these rows of `speakers`."""
    return f"quotes.speaker_id IN {among_numbers(speakers)}"
