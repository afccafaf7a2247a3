"""One speaker over all articles: what is merged by itself, what is not, and what stays so."""

from __future__ import annotations

import random
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Run, Speaker
from quotes.store import Store

from .build import make_article, make_quote
from .conftest import counted_work, is_sound

PRESIDENT: dict[str, Any] = {"role": "president", "affiliation": "Ruritania"}
FULL, OTHER, THIRD = "Anatol Belinsky", "Anatol Belinskyy", "Анатол Белинский"


def add(
    store: Store, *names: str, id: str | None = None, type: str = "person", **facts: Any
) -> None:
    """An article of its own for each name; the last words of facts go to the quote."""
    publisher = facts.pop("publisher", None)
    for name in names:
        article = make_article(f"{name} {id} {type}", publisher=publisher)
        speaker = Speaker(name=name, id=id, type=type)  # type: ignore[arg-type]
        store.add(article, [make_quote(article, speaker=speaker, **facts)])


def people(store: Store) -> list[tuple[str, int]]:
    return sorted((speaker.name, speaker.count) for speaker in store.speakers())


def said_by(store: Store, name: str) -> set[str]:
    return {quote.speaker.name for quote in store.quotes(speaker=name) if quote.speaker}


@pytest.mark.parametrize("names", list(permutations([FULL, OTHER, THIRD])))
def test_spellings_are_one_speaker_in_any_order(store: Store, names: Any) -> None:
    add(store, *names, **PRESIDENT)
    (speaker,) = store.speakers()
    assert speaker.count == 3
    for name in (*names, "Belinskiy", "Белинский", "anatol"):
        assert said_by(store, name) == set(names)
    assert {hit.quote.speaker.name for hit in store.search("bridge", speaker=FULL)} == set(names)  # type: ignore[union-attr]
    assert is_sound(store)


def test_each_spelling_means_all_of_one_id(store: Store) -> None:
    add(store, FULL, "Anatol B. Belinsky", id="anatol-b")
    (speaker,) = store.speakers()
    assert speaker.count == 2
    for name in (FULL, "Anatol B. Belinsky", "anatol-b", "Belinsky"):
        assert said_by(store, name) == {FULL, "Anatol B. Belinsky"}
        assert store.meant(name) == ["Anatol B. Belinsky"]
        assert store.namesakes(name) == []


def test_the_shown_name_is_the_fullest_then_the_most_frequent(store: Store) -> None:
    add(store, "A. Belinsky", OTHER, **PRESIDENT)
    article = make_article("more")
    store.add(
        article,
        [make_quote(article, 0, n, speaker=Speaker(name=FULL), **PRESIDENT) for n in (1, 2)],
    )
    assert people(store) == [(FULL, 4)]


def test_a_spelling_that_fits_two_people_of_the_registry_is_left_alone(store: Store) -> None:
    add(store, FULL, id="anatol-b", **PRESIDENT)
    add(store, FULL, id="anatol-c", **PRESIDENT)
    add(store, OTHER, **PRESIDENT)
    assert len(store.speakers()) == 3
    suggested = store.merges(suggested=True)
    assert len(suggested) == 2
    assert all(merge.why.endswith("but anatol-b and anatol-c are two") for merge in suggested)


def test_a_spelling_that_fits_one_of_the_registry_is_theirs(store: Store) -> None:
    add(store, FULL, id="anatol-b", **PRESIDENT)
    add(store, OTHER, **PRESIDENT)
    (speaker,) = store.speakers()
    assert (speaker.id, speaker.count) == ("anatol-b", 2)


APART = [
    ((FULL, {}), ("Anatol Belinskaya", {})),
    ((FULL, {}), (OTHER, {"type": "organization"})),
    ((FULL, {"type": "organization"}), (OTHER, {"type": "organization"})),
    ((FULL, {"type": "group"}), (OTHER, {"type": "group"})),
    ((FULL, {"type": "unnamed"}), (OTHER, {"type": "unnamed"})),
    (("Adam Johnson", {}), ("Bill Johnston", {})),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_kept_apart(store: Store, one: Any, other: Any) -> None:
    for name, kind in (one, other):
        add(store, name, **kind, **PRESIDENT)
    assert len(store.speakers()) == 2
    assert store.merges() == store.merges(suggested=True) == []


def test_likely_ones_are_suggested_with_the_command_that_merges_them(store: Store) -> None:
    add(store, FULL, OTHER, role=None)
    assert len(store.speakers()) == 2
    assert store.merges() == []
    (merge,) = store.merges(suggested=True)
    assert merge.command == f"quotes speakers merge '{FULL}' '{OTHER}'"
    assert merge.why == f"{OTHER} ~ {FULL} by transliteration; nothing else is known of both"


def test_a_later_article_confirms_a_suggestion(store: Store) -> None:
    add(store, FULL, OTHER, role=None)
    article = make_article("later", publisher="The Herald")
    other = make_article("last", publisher="The Herald")
    store.add(article, [make_quote(article, speaker=Speaker(name=FULL), role=None)])
    store.add(other, [make_quote(other, speaker=Speaker(name=OTHER), role=None)])
    assert people(store) == [(OTHER, 4)] or people(store) == [(FULL, 4)]
    assert store.merges(suggested=True) == []
    (merge,) = store.merges()
    assert merge.why == f"{OTHER} = {FULL} by transliteration; both: The Herald"
    assert (merge.state, merge.by) == ("merged", "quotes")


def test_a_chain_never_joins_two_who_cannot_be_one(store: Store) -> None:
    """The short form fits both, who are two."""
    for name in ("Neil A. Marsh", "Neil Marsh", "Neil B. Marsh"):
        add(store, name, **PRESIDENT)
    assert sorted(count for _, count in people(store)) == [1, 2]
    (merge,) = store.merges(suggested=True)
    assert "Neil A. Marsh and Neil B. Marsh are two" in merge.why


def test_adding_depends_on_namesakes_not_on_how_many_are_stored(path: Path) -> None:
    """Five hundred new speakers take about as much work in a large store as in a small one."""
    letters = random.Random(1)

    def fill(store: Store, number: int, work: Counter[str]) -> Counter[str]:
        article = make_article(str(number))
        names = {
            f"Ann {''.join(letters.choices('abdeiklmnorstu', k=9)).title()}" for _ in range(500)
        }
        found = [
            make_quote(article, 0, 1, id=f"{number}-{n}", speaker=Speaker(name=name))
            for n, name in enumerate(sorted(names))
        ]
        before = Counter(work)
        store.add(article, found)
        return work - before

    with counted_work() as work, Store(path) as store:
        first, *_, last = [fill(store, number, work) for number in range(8)]
    assert all(last[what] <= 3 * first[what] for what in work), (first, last)


def test_what_is_split_stays_so(store: Store) -> None:
    """Also when the articles are replaced, and when one of the speakers was gone for a while."""
    add(store, FULL, OTHER, **PRESIDENT)
    (split,) = store.split(OTHER)
    assert (split.state, split.by) == ("split", "hand")
    assert split.why.startswith("by hand; was: ")
    assert len(store.speakers()) == 2
    gone = make_article(f"{OTHER} None person", publisher=None)
    store.add(gone, [], run=Run(version="without"))
    assert people(store) == [(FULL, 1)]
    add(store, OTHER, **PRESIDENT)
    assert people(store) == [(FULL, 1), (OTHER, 1)]
    assert store.merges(suggested=True) == []
    assert [merge.state for merge in store.merges()] == ["split"]


def test_a_spelling_that_fits_two_who_were_split_is_only_suggested(store: Store) -> None:
    add(store, FULL, OTHER, **PRESIDENT)
    store.split(OTHER)
    add(store, THIRD, **PRESIDENT)
    assert len(store.speakers()) == 3
    assert len(store.merges(suggested=True)) == 2


def test_what_is_merged_by_hand_stays_so(store: Store) -> None:
    add(store, "Ann Roe", "Anuschka Poe", role=None)
    made = store.merge("Roe", "Poe", why="she married")
    assert [made] == store.merges()
    assert people(store) == [("Anuschka Poe", 2)]
    store.add(make_article("Ann Roe None person", publisher=None), [], run=Run(version="without"))
    assert people(store) == [("Anuschka Poe", 1)]
    add(store, "Ann Roe", role=None)
    assert said_by(store, "Ann Roe") == {"Ann Roe", "Anuschka Poe"}
    assert store.merges() == [made]


def test_split_one_of_three(store: Store) -> None:
    add(store, FULL, OTHER, THIRD, **PRESIDENT)
    store.split(THIRD)
    assert said_by(store, FULL) == {FULL, OTHER}
    assert said_by(store, f"person:{THIRD}") == {THIRD}
    store.merge(FULL, f"person:{THIRD}")
    assert said_by(store, FULL) == {FULL, OTHER, THIRD}
    assert {merge.state for merge in store.merges()} == {"merged"}


def test_split_one_from_another_keeps_the_rest_with_the_other(store: Store) -> None:
    add(store, FULL, OTHER, THIRD, **PRESIDENT)
    store.split(FULL, OTHER)
    assert len(store.speakers()) == 2
    assert said_by(store, FULL) == {FULL} or said_by(store, OTHER) == {OTHER}


def test_split_all_who_bear_a_name(store: Store) -> None:
    add(store, FULL, OTHER, THIRD, **PRESIDENT)
    store.split("Anatol")
    assert len(store.speakers()) == 3


def test_bodies_may_be_merged_by_hand(store: Store) -> None:
    add(store, "River Board", "Board of Rivers", type="organization")
    store.merge("River Board", "Board of Rivers")
    assert len(store.speakers()) == 1


WRONG: list[tuple[tuple[str, ...], str]] = [
    (("merge", FULL, OTHER), "are one speaker already"),
    (("merge", FULL, FULL), "are one speaker already"),
    (("merge", FULL, "River Board"), "only speakers of one type are merged"),
    (("merge", FULL, "officials"), "'officials' is no name \\(group\\): only names are merged"),
    (("merge", FULL, "Xqzw"), "no speaker 'Xqzw' is stored"),
    (("split", "Ann Roe"), "'Ann Roe' is not merged with anybody"),
    (("split", FULL, "Ann Roe"), "are two speakers already"),
    (("split", FULL, FULL), "are the same name"),
    (("split", "Xqzw"), "no speaker 'Xqzw' is stored"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_what_cannot_be_merged_or_split_is_one_line(
    store: Store, words: tuple[str, ...], message: str
) -> None:
    add(store, FULL, OTHER, "Ann Roe", **PRESIDENT)
    add(store, "River Board", type="organization")
    add(store, "officials", type="group")
    command, *names = words
    with pytest.raises(UsageError, match=message) as error:
        getattr(store, command)(*names)
    assert "\n" not in str(error.value)
