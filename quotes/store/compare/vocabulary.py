"""The words that set a speaker's quotes off from everybody's."""

from __future__ import annotations

from dataclasses import replace

from quotes.store.compare.distinctive import distinctive, words_in
from quotes.store.compare.sampling import sample, sample_of_all
from quotes.store.db.asking import Reader
from quotes.store.query.filters import Filters, check_limit
from quotes.store.records import Vocabulary
from quotes.store.speakers.finding import Finder

MINE, ALL = 500, 1_000
"""Quotes of the speaker, and of everybody, over which words are counted at most."""


def words_of(reader: Reader, name: str, filters: Filters, limit: int | None) -> Vocabulary:
    """See `quotes.store.Store.words_of`."""
    check_limit(limit)
    finder = Finder(reader)
    person = finder.find(name).person
    chosen = filters.chosen(reader)
    mine = sample(reader, replace(chosen, speakers=person.ids), "quotes.text", MINE)
    every = sample_of_all(reader, chosen, "quotes.text, quotes.speaker_id", ALL)
    others = [row[0] for row in every if row[1] not in person.ids]
    words = distinctive(words_in(row[0] for row in mine.rows), words_in(others), limit)
    return Vocabulary(
        name=finder.called([person])[0],
        words=tuple(words),
        looked_at=len(mine.rows),
        of=mine.of,
        others=len(others),
    )
