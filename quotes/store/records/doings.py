"""Records of what was done to the store: merged, changed, loaded, removed."""

from __future__ import annotations

from typing import Any, Literal

from quotes.records import Record, Speaker


class Merge(Record):
    """Two speakers that are one ("merged"), may be one, or were split by hand, and why.

    `by`: who said so, the program itself or a user by hand; `command` makes a suggestion true.
    """

    one: str
    other: str
    state: Literal["merged", "suggested", "split"]
    by: Literal["quotes", "hand"]
    why: str
    command: str | None = None


class Change(Record):
    """A change of an article that was read anew, or of one of its quotes.

    `what`: a quote is new, gone or changed; or the article was replaced by a later version of it,
    and no quote is named. `text`: the quote's, or the article's title or first words. `fields` of
    what changed: what it was and what it is, by name, and of a text the place from which on it
    differs; `by`: the version of quotes that read it, `at` in UTC.
    """

    at: str
    article_id: str
    quote_id: str | None
    what: Literal["new", "gone", "changed", "replaced"]
    by: str
    text: str
    fields: dict[str, tuple[Any, Any]]


class Fix(Record):
    """A verdict as it is shown: what a person said of a quote, and whether it still fits.

    `what`: it is right, changed, dropped or added; `fields` of what it changes: what it was and
    what it is, by name. `quote_id` is the quote's id as long as the words stand in the stored
    article (`fits`), and the last one after that; `id` is its own, by which it can be taken back,
    too. `by` whom, `at` in UTC.
    """

    id: str
    at: str
    by: str
    what: Literal["right", "changed", "dropped", "added"]
    quote_id: str
    article_id: str
    fits: bool
    text: str
    speaker: Speaker | None
    fields: dict[str, tuple[Any, Any]]
    note: str | None = None


class EditedRow(Record):
    """A row of an edited table: what it says of the quote of its id.

    `row`: its number, from 1 below the header. `cells`: what was and is in the changed ones, by
    column; `edits`: the same as `quotes.store.Store.fix` takes it; `verdict` and `note`: what the
    columns of these names (or "drop") say. `fault`: why it cannot be taken, None where it can.
    """

    row: int
    id: str
    cells: dict[str, tuple[str, str]]
    edits: dict[str, Any]
    verdict: Literal["drop", "confirm"] | None = None
    note: str | None = None
    fault: str | None = None


class Loaded(Record):
    """How many articles a bulk load stored, and how many were there already; how many verdicts were
    new."""

    added: int = 0
    unchanged: int = 0
    quotes: int = 0
    verdicts: int = 0


class Removal(Record):
    """How much goes, or went."""

    articles: int
    quotes: int
