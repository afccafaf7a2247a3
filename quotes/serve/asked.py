"""Questions that a list answers: one set of parameters for all pages, files and the API.

Their names are those of the command line's options and of `quotes.store.query.filters.Filters`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from quotes.days import parse_day
from quotes.errors import UsageError
from quotes.records import Kind
from quotes.store.query.filters import FILTERS, Acts, Asked, Factualities
from quotes.store.search import Where

Sorts = Literal["relevance", "date", "oldest", "confidence", "speaker", "words"]

ROWS, MOST_ROWS = 50, 200
"""Rows of a page, and as many as it may have."""


def _day(given: Any) -> Any:
    return parse_day(given) if isinstance(given, str) else given


Day = Annotated[dt.date, BeforeValidator(_day)]
"""A day as YYYY-MM-DD; UsageError for anything else."""


def _about(words: str) -> Any:
    return Field(description=words)


class Question(BaseModel):
    """Which quotes, in which order, from where on, how many. What is left empty, as in a form that
    was not filled in, was not asked for."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    words: Annotated[str | None, _about("What to look for, as `quotes search` takes it.")] = None
    where: Annotated[
        Where, Field(alias="in", description="Look in what was said, in headlines, or in all.")
    ] = "quotes"
    speaker: Annotated[str | None, _about("Any spelling or part of a name, or an id.")] = None
    role: Annotated[str | None, _about("A part of the role the article gives.")] = None
    office: Annotated[str | None, _about("Of those who held it, while they did.")] = None
    publisher: Annotated[str | None, _about("An outlet, or a part of its name.")] = None
    via: Annotated[str | None, _about("A part of who passed it on.")] = None
    kind: Annotated[Kind | None, _about("How it stands in quotation marks.")] = None
    act: Annotated[Acts, _about("What was said, thought, or both.")] = "speech"
    factuality: Annotated[
        Factualities, _about('What was said, was not ("did not say"), or may be.')
    ] = "factual"
    since: Annotated[Day | None, _about("Published on this day or later.")] = None
    until: Annotated[Day | None, _about("Published on this day or earlier.")] = None
    on: Annotated[Day | None, _about("Said on this day.")] = None
    article: Annotated[str | None, _about("Of the article with this id only.")] = None
    min_confidence: Annotated[
        float | None, Field(ge=0, le=1, description="At least as sure as this.")
    ] = None
    checked: Annotated[bool | None, _about("What somebody has checked, or nobody has.")] = None
    conflicts: Annotated[bool, _about("Those whose words somebody else is given, too.")] = False
    unique: Annotated[bool, _about("One for all that say the same.")] = False
    sort: Annotated[
        Sorts | None, _about("What comes first: of words the best, else the newest.")
    ] = None
    after: Annotated[str | None, _about("An id: those that come after this quote.")] = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="At most this many.")] = ROWS

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if not _is_blank(value)}

    @property
    def filters(self) -> Asked:
        """The filters among them, as the methods of Store take them."""
        return cast("Asked", {name: getattr(self, name) for name in FILTERS})

    def only_filters(self, *also: str) -> Asked:
        """The filters, where nothing else is asked for but what is named: UsageError for words, an
        order and the like, which only lists of quotes heed."""
        others = [name for name in self.given if name not in {*FILTERS, *also}]
        if others:
            raise UsageError(f"'{others[0]}' is for lists of quotes: take it away here")
        return self.filters

    @property
    def order(self) -> Sorts:
        """The order: the one asked for, else the best first for words, and the newest."""
        return self.sort or ("date" if self.words is None else "relevance")

    @property
    def given(self) -> dict[str, Any]:
        """Parameters that were given, by name, without those at their defaults."""
        return self.model_dump(by_alias=True, exclude_defaults=True)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()
