"""One quotation in several articles is one saying; one article in several outlets is one story."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from quotes.records import Saying, Speaker
from quotes.sayings import decide
from quotes.store import Store
from quotes.store.sayings.keyed import NEWEST
from quotes.store.sayings.sayings import SAYINGS

from .build import MAYOR, MONDAY, OFFICE, make_article, make_quote
from .conftest import counted_work, is_sound

WHOLE = (
    "“The glass roof of the market hall will be repaired before the snow comes, and the traders "
    "will pay nothing for it.”"
)
CUT = "“The glass roof of the market hall will be repaired before the snow comes”"
MIDDLE = "the market hall will be repaired before the snow comes, and the traders"
END = "“the traders of the old market hall by the river will pay nothing for it at all.”"
SPEECH = f"{CUT[:-1]}. The fountain, on the other hand, stays as dry as it has been for years.”"


def add(store: Store, id: str, text: str, day: int = 0, **changes: Any) -> str:
    """An article of that day after Monday with one quote; its id."""
    publisher = changes.pop("publisher", None)
    date = MONDAY + dt.timedelta(days=day)
    article = make_article(id, text=f"{text} {id}", date=date, publisher=publisher)
    quote = make_quote(article, 0, len(text), **changes)
    store.add(article, [quote])
    return quote.id


def drop(store: Store, id: str) -> None:
    """The article without a quote."""
    store.add(make_article(id, text="Nobody said a word."), [])


def sayings(store: Store, **filters: Any) -> list[Saying]:
    return [saying for saying in store.quotes(unique=True, **filters) if isinstance(saying, Saying)]


def counts(store: Store) -> list[int]:
    return sorted(saying.occurrences for saying in sayings(store))


def test_the_number_of_a_saying_is_used_again(store: Store) -> None:
    """An article ties two sayings together, so that one number is free, and begins another one."""
    market, harbour = WHOLE[1:-1], "The harbour will keep its two cranes and its light all winter"
    speech = "Every pupil, nurse and baker in this town rides our new buses to work free of charge"
    for n, text in enumerate([market, market, harbour, harbour, speech]):
        add(store, f"{n}.txt", text)
    said = (f"{market} {harbour}", speech[:61], speech[42:])
    article = make_article("last.txt", text="\n".join(said))
    quotes = [make_quote(article, n, n + len(text), text=text) for n, text in enumerate(said)]
    store.add(article, quotes)
    assert counts(store) == [3, 5]


def test_keys_of_a_quote_that_is_gone(path: Path) -> None:
    """They do no harm."""
    with Store(path) as store:
        add(store, "a.txt", WHOLE)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO saying_keys SELECT key, 999 FROM saying_keys")
    with Store(path) as store:
        add(store, "b.txt", WHOLE)
        assert counts(store) == [2]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whole_and_cuts_are_one_in_any_order(store: Store, order: Any) -> None:
    for place in order:
        add(store, f"{place}.txt", [WHOLE, CUT, MIDDLE][place], day=3 - place, publisher=str(place))
    (saying,) = sayings(store)
    assert (saying.text, saying.article_id, saying.occurrences) == (WHOLE, "0.txt", 3)
    assert (saying.first_article, saying.first_publisher) == ("2.txt", "2")
    assert saying.first_date == MONDAY + dt.timedelta(days=1)
    assert len(store.quotes()) == 3
    assert is_sound(store)


def test_one_that_is_alone_was_seen_once(store: Store) -> None:
    add(store, "a.txt", WHOLE, publisher="The Herald")
    (saying,) = sayings(store)
    assert (saying.occurrences, saying.first_article) == (1, "a.txt")
    assert (saying.first_publisher, saying.first_date) == ("The Herald", MONDAY)


def test_a_cut_that_two_speeches_share_does_not_tie_them(store: Store) -> None:
    add(store, "a.txt", WHOLE, day=1)
    add(store, "b.txt", SPEECH, day=4)
    add(store, "c.txt", CUT, day=5)
    assert [(s.text, s.occurrences) for s in sayings(store)] == [(SPEECH, 2), (WHOLE, 1)]


@pytest.mark.parametrize(
    "change",
    [
        {"speaker": OFFICE},
        {"act": "thought"},
        {"factuality": "negated"},
    ],
)
def test_kept_apart(store: Store, change: dict[str, Any]) -> None:
    add(store, "a.txt", WHOLE)
    add(store, "b.txt", WHOLE, **change)
    assert [s.occurrences for s in sayings(store, act="all", factuality="all")] == [1, 1]


def test_an_unknown_speaker_is_whoever_else_said_it(store: Store) -> None:
    add(store, "a.txt", WHOLE)
    add(store, "b.txt", CUT, speaker=None)
    assert counts(store) == [2]


def test_an_official_may_be_anybody(store: Store) -> None:
    """Crowds and officials are told apart from nobody, and nobody's wording is theirs alone."""
    add(store, "a.txt", WHOLE, speaker=Speaker(name="an official", type="unnamed"))
    add(store, "b.txt", WHOLE, speaker=Speaker(name="traders", type="group"))
    add(store, "c.txt", CUT)
    add(store, "d.txt", CUT, speaker=OFFICE)
    assert counts(store) == [1, 3]


def test_nobody_can_tell_which_of_two_an_unknown_speaker_is(store: Store) -> None:
    add(store, "a.txt", WHOLE)
    add(store, "b.txt", WHOLE, speaker=OFFICE)
    add(store, "c.txt", CUT, speaker=None)
    assert counts(store) == [1, 1, 1]


def test_without_the_whole_its_cuts_are_apart(store: Store) -> None:
    whole = f"{CUT[:-1]}, and {END[1:]}"
    add(store, "a.txt", CUT)
    add(store, "b.txt", END)
    add(store, "c.txt", whole)
    assert counts(store) == [3]
    drop(store, "c.txt")
    assert counts(store) == [1, 1]
    add(store, "c.txt", whole)
    assert counts(store) == [3]
    drop(store, "a.txt")
    assert counts(store) == [2]
    assert is_sound(store)


def test_the_same_article_changed_is_still_one(store: Store) -> None:
    add(store, "a.txt", CUT)
    add(store, "b.txt", WHOLE)
    add(store, "b.txt", WHOLE, confidence=0.5, publisher="The Herald")
    assert counts(store) == [2]


def test_merged_and_split_by_hand(store: Store) -> None:
    add(store, "a.txt", WHOLE, speaker=Speaker(name="Ann Roe"))
    add(store, "b.txt", CUT, speaker=Speaker(name="Anuschka Poe"))
    assert counts(store) == [1, 1]
    store.merge("Ann Roe", "Anuschka Poe")
    assert counts(store) == [2]
    store.split("Ann Roe", "Anuschka Poe")
    assert counts(store) == [1, 1]


def test_spellings_that_a_later_article_joins(store: Store) -> None:
    """Quotes from before the two were known to be one person are found to be one saying."""
    names = ("Anatol Belinsky", "Anatol Belinskyy")
    for id, name, text in (("a.txt", names[0], WHOLE), ("b.txt", names[1], CUT)):
        add(store, id, text, speaker=Speaker(name=name), role=None, publisher=f"of {id}")
    assert counts(store) == [1, 1]
    add(store, "c.txt", "“No.”", speaker=Speaker(name=names[0]), role=None, publisher="of b.txt")
    assert counts(store) == [1, 2]


def test_filters_choose_quotes_and_count_all(store: Store) -> None:
    add(store, "a.txt", WHOLE, day=0)
    add(store, "b.txt", CUT, day=2)
    add(store, "c.txt", "“The fountain stays dry for another summer, I am afraid.”", day=1)
    since = sayings(store, since=MONDAY + dt.timedelta(days=2))
    assert [(s.text, s.occurrences, s.first_article) for s in since] == [(CUT, 2, "a.txt")]
    assert [s.text for s in sayings(store, limit=1)] == [WHOLE]
    assert [s.article_id for s in sayings(store, speaker=MAYOR.name)] == ["a.txt", "c.txt"]


def test_search(store: Store) -> None:
    add(store, "a.txt", WHOLE)
    add(store, "b.txt", CUT)
    assert len(store.search("snow")) == 2
    (hit,) = store.search("snow", unique=True, limit=5)
    assert isinstance(hit.quote, Saying)
    assert (hit.quote.text, hit.quote.occurrences) == (WHOLE, 2)
    assert "snow" in hit.snippet
    assert '"occurrences":2' in hit.model_dump_json()


def test_a_page_lists_the_others(store: Store) -> None:
    add(store, "a.txt", WHOLE, day=2)
    id = add(store, "b.txt", CUT, day=1, publisher="The Herald")
    page = store.saying(id[:10])
    assert (page.id, page.occurrences, page.first_article) == (id, 2, "b.txt")
    (other,) = page.others
    assert (other.article_id, other.publisher, other.text) == ("a.txt", None, WHOLE)


def test_adding_depends_on_what_is_said_often_not_on_how_much_is_stored(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(1)

    def sentence() -> str:
        return " ".join("".join(chance.choices("abdeiklmnorstu", k=6)) for _ in range(12))

    def fill(store: Store, number: int, work: Counter[str]) -> Counter[str]:
        said = [sentence() for _ in range(99)] + ["the same sentence that is said every single day"]
        article = make_article(str(number), text="\n".join(said))
        spans = [(article.text.index(text), len(text)) for text in said]
        found = [make_quote(article, start, start + size) for start, size in spans]
        before = Counter(work)
        store.add(article, found)
        return work - before

    with counted_work() as work, Store(path) as store:

        def compared(*said: Any) -> Any:
            work["comparisons"] += 1
            return decide(*said)

        monkeypatch.setattr("quotes.store.sayings.grouping.decide", compared)
        _, second, *_, last = [fill(store, number, work) for number in range(12)]
        assert all(second.values())
        assert all(last[what] <= 3 * second[what] for what in work), (second, last)
        assert max(counts(store)) == 12


STORY = " ".join(f"{random.Random(n).choice('bdklmnprst')}{n * 7919 % 1009}" for n in range(300))


def stories(store: Store) -> dict[str, tuple[int, str | None]]:
    return {found.id: (found.versions, found.version_of) for found in store.articles()}


def test_versions_of_a_story(store: Store) -> None:
    days = [MONDAY + dt.timedelta(days=day) for day in range(3)]
    store.add(make_article("b.txt", text=STORY + " More.", date=days[1]), [])
    store.add(make_article("a.txt", text=STORY[:900], date=days[2]), [])
    store.add(make_article("c.txt", text="Wire. " + STORY, date=days[0]), [])
    store.add(make_article("d.txt"), [])
    assert stories(store) == {
        "a.txt": (3, "c.txt"),
        "b.txt": (3, "c.txt"),
        "c.txt": (3, None),
        "d.txt": (1, None),
    }
    store.add(make_article("c.txt", text="Now it tells something else.", date=days[0]), [])
    assert stories(store)["c.txt"] == (1, None)
    assert stories(store)["a.txt"] == (2, "b.txt")
    store.add(make_article("a.txt", text=STORY[:900], date=days[2], title="New"), [])
    assert stories(store)["a.txt"] == (2, "b.txt")


def test_two_stories_stay_apart(store: Store) -> None:
    """Each has its own versions, and its own first one."""
    other = " ".join(f"{word}q" for word in reversed(STORY.split()))
    for name, text in (("story", STORY), ("other", other)):
        for number in range(2):
            day = MONDAY + dt.timedelta(days=number)
            store.add(make_article(f"{name} {number}", text=f"{text} {number}", date=day), [])
    assert stories(store) == {
        "story 0": (2, None),
        "story 1": (2, "story 0"),
        "other 0": (2, None),
        "other 1": (2, "other 0"),
    }


def test_of_a_key_that_many_bear_the_newest_are_looked_at(store: Store) -> None:
    with store._database.writing() as connection:
        SAYINGS.write(connection, {member: [7] for member in range(1, NEWEST + 11)})
        near = SAYINGS.sharing(connection, NEWEST + 11, [7], least=1, most=2 * NEWEST)
        connection.rollback()
    assert sorted(near) == list(range(11, NEWEST + 11))


def test_the_wordings_of_a_saying(store: Store) -> None:
    """Beside the whole one; in the order of their days, those of one wording together."""
    add(store, "whole", WHOLE, day=3, publisher="Echo")
    cut = add(store, "cut", CUT, day=1, publisher="Courier")
    add(store, "again", CUT.upper(), day=2)
    page = store.saying(cut)
    assert (page.whole.article_id, page.first_article, page.first_publisher) == (
        *("whole", "cut", "Courier"),
    )
    whole, short = page.wordings
    assert [(one.what, one.text) for one in whole.segments] == [("kept", WHOLE)]
    assert [one.article_id for one in whole.occurrences] == ["whole"]
    assert [one.article_id for one in short.occurrences] == ["cut", "again"]
    assert [one.what for one in short.segments] == ["kept", "left out"]
    assert (short.text, short.segments[0].text) == (CUT, CUT)
    assert short.segments[1].text == "and the traders will pay nothing for it.”"
    assert (whole.cut, short.cut) == ((), ("after",))
    assert {one.speaker for one in page.others} == {"Chloé Dupont"}


def test_a_saying_that_stands_alone_has_one_wording(store: Store) -> None:
    page = store.saying(add(store, "a", WHOLE))
    (wording,) = page.wordings
    assert (page.others, wording.text, page.whole.id) == ((), WHOLE, page.id)


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("“It works,” Roe says\n\nAnn Roe was glad.", "“It works,” Roe says", True),
        ("# “It works,” Roe says\n\nAnn Roe was glad.", "“It works,” Roe says", True),
        ("Good news\n\n“It works,” Roe said.", "Good news", False),
        ("“It works,” Roe said.", None, False),
    ],
)
def test_headline_or_body(store: Store, text: str, title: str | None, headline: bool) -> None:
    start = text.index("“")
    article = make_article(text=text, title=title)
    store.add(article, [make_quote(article, start, start + 11)])
    (quote,) = store.quotes()
    assert store.saying(quote.id).whole.in_headline is headline
