"""Verdicts on stored quotes last, and can be taken back."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import StoreError, UsageError
from quotes.export import How, export
from quotes.export.back import read_articles, read_verdicts
from quotes.records import Article, Quote, Run, Speaker
from quotes.store import Store
from quotes.verdicts.editing import who_judges
from quotes.verdicts.records import bare
from tests.verdicts.newsroom import Newsroom, find_all, find_otherwise

from .build import MAYOR, big_article, make_article, make_quote, make_quotes
from .conftest import is_sound

LATER = Run(version="9", model="another")


def all_of(store: Store) -> list[Quote]:
    return store.quotes(act="all", factuality="all")


@pytest.fixture
def known(store: Store) -> tuple[Article, list[Quote]]:
    """An article with three quotes, stored."""
    article = make_article()
    quotes = [make_quote(article, 1, 24), make_quote(article, 27, 54), make_quote(article, 55, 69)]
    store.add(article, quotes)
    return article, quotes


Known = tuple[Article, list[Quote]]


def test_a_quote_is_said_to_be_otherwise(store: Store, known: Known) -> None:
    """Only what was said changes; it stays where it stood, and keeps its id."""
    _, (first, second, third) = known
    done = store.fix(second.id[:6], speaker="Bo Kim", role="guide", note="heard it", by="ann")
    assert (done.what, done.by, done.note, done.fits) == ("changed", "ann", "heard it", True)
    assert done.fields == {
        "speaker": (MAYOR.model_dump(), Speaker(name="Bo Kim").model_dump()),
        "role": ("Mayor", "guide"),
    }
    changed = second.model_copy(
        update={
            "speaker": Speaker(name="Bo Kim"),
            "role": "guide",
            "checked_by": "ann",
            "checked_at": done.at,
        }
    )
    assert all_of(store) == [first, changed, third]
    assert [hit.quote.id for hit in store.search("guide", where="all")] == [second.id]
    assert store.quotes(speaker="Bo Kim") == [changed]
    assert store.fixes() == [done]
    assert is_sound(store)


def test_what_the_other_was_goes_with_them(store: Store, known: Known) -> None:
    """Somebody else has not the role of the one before; a name that is spelt otherwise keeps it."""
    _, (first, second, _) = known
    fields = store.fix(first.id, speaker="Bo Kim", by="ann").fields
    assert fields["role"] == ("Mayor", None)
    surname = MAYOR.name.split()[-1]
    assert set(store.fix(second.id, speaker=f"Zoe {surname}", by="ann").fields) == {"speaker"}


def test_it_is_taken_back(store: Store, known: Known) -> None:
    _, quotes = known
    for undo in (quotes[1].id, quotes[1].id[:7]):
        store.fix(quotes[1].id, text="The bridge", kind="indirect", by="ann")
        store.fix(quotes[1].id, drop=True, by="bob")
        assert len(all_of(store)) == 2
        assert store.undo(undo).what == "dropped"
        assert all_of(store) == quotes
    assert store.fixes() == []
    assert is_sound(store)


def test_right_is_said_too(store: Store, known: Known) -> None:
    _, (first, *_) = known
    done = store.confirm(first.id, by="ann")
    assert (done.what, done.fields) == ("right", {})
    assert [bare(one) for one in store.quotes(checked=True)] == [first]
    assert store.count(checked=True) == 1
    assert store.count(checked=False) == 2
    assert [one.value for one in store.stats("checked_by")] == ["ann"]
    assert store.confirm(first.id, by="bob").by == "bob"


def test_a_second_fix_keeps_what_was_there_at_first(store: Store, known: Known) -> None:
    _, (first, *_) = known
    store.fix(first.id, role="guide", by="ann")
    done = store.fix(first.id, via="Post", by="bob")
    assert done.fields == {"role": ("Mayor", "guide"), "via": (None, "Post")}
    done = store.fix(first.id, role="Mayor", via="", by="bob")
    assert (done.what, done.fields) == ("right", {})
    assert len(store.fixes()) == 1


def test_words_must_stand_in_the_article(store: Store, known: Known) -> None:
    article, (first, *_) = known
    for words, why in (
        ("the bridge is open", "closest to it: .*The bridge opens"),
        ("xyz", r"the text stands nowhere in bridge.txt$"),
        ("", "no words"),
        ("opens i", "stands nowhere"),
    ):
        with pytest.raises(UsageError, match=why):
            store.fix(first.id, text=words, by="ann")
    done = store.fix(first.id, text='opens\nin May," … The river', by="ann")
    quote, _ = store.get(done.quote_id)
    assert [article.text[start:end] for start, end in quote.content] == [
        "opens in May,”",
        "The river",
    ]
    with pytest.raises(UsageError, match="cuts a word"):
        store.fix(first.id, content=[(3, 9)], by="ann")
    with pytest.raises(UsageError, match=r"is no place: .* 70"):
        store.fix(first.id, content=[(3, 99)], by="ann")
    with pytest.raises(UsageError, match="in two ways"):
        store.fix(first.id, content=[(1, 4)], text="The", by="ann")


def test_words_of_two_places_are_asked_for_by_their_place(store: Store) -> None:
    article = make_article(text="“No,” said Ann. “No,” said Bo.")
    store.add(article, [make_quote(article, 0, 5)])
    with pytest.raises(
        UsageError, match=r"in 2 places of .*: give as content 1-3 or 17-19"
    ):
        store.fix(all_of(store)[0].id, text="No", by="ann")
    store.fix(all_of(store)[0].id, content=[(17, 19)], by="ann")
    assert all_of(store)[0].content == ((17, 19),)


def test_what_cannot_be_is_said_in_one_line(store: Store, known: Known) -> None:
    _, (first, second, _) = known
    with pytest.raises(UsageError, match="no quote 'zz' is stored: take an id from 'quotes list'"):
        store.fix("zz", drop=True, by="ann")
    with pytest.raises(UsageError, match=f"changes nothing: .*'quotes confirm {first.id}'"):
        store.fix(first.id, role="Mayor", speaker="Chloé Dupont", by="ann")
    with pytest.raises(UsageError, match=f"two quotes would have the same words .*{first.id}"):
        store.fix(second.id, content=first.content, by="ann")
    with pytest.raises(UsageError, match="nothing was said of 'zz'"):
        store.undo("zz")
    store.fix(first.id, drop=True, by="bob")
    with pytest.raises(
        UsageError, match=f"was dropped by bob: 'quotes fix --undo {first.id}' first"
    ):
        store.confirm(first.id)
    store.confirm(second.id, by="ann")
    with pytest.raises(UsageError, match="is so already: ann said it"):
        store.confirm(second.id, by="ann")
    assert len(store.fixes()) == 2


def test_a_refused_fix_leaves_all_as_it_was(store: Store, known: Known) -> None:
    _, quotes = known
    with pytest.raises(UsageError):
        store.fix(quotes[1].id, content=quotes[0].content, by="ann")
    assert all_of(store) == quotes
    assert store.fixes() == []


def test_who_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_USER", " desk ")
    assert (who_judges(), who_judges("Ann Roe")) == ("desk", "Ann Roe")
    monkeypatch.setenv("QUOTES_USER", " ")
    with pytest.raises(UsageError, match="give --by NAME, or set QUOTES_USER"):
        who_judges()
    monkeypatch.delenv("QUOTES_USER")
    monkeypatch.setattr("getpass.getuser", lambda: "reporter")
    assert who_judges() == "reporter"


PUTIN = Speaker(name="Vladimir Putin", id="vladimir-putin", wikidata="Q7747")


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("vladimir-putin", PUTIN),
        ("Putin", PUTIN),
        ("chloe dupont", MAYOR),
        ("Dupont", MAYOR),
        ("Maren Duponti", Speaker(name="Maren Duponti")),
        ("  Maren   Ost ", Speaker(name="Maren Ost")),
        ("", None),
    ],
)
def test_whom_a_name_means(store: Store, name: str, speaker: Speaker | None) -> None:
    article = make_article(date=dt.date(2021, 3, 1))
    store.add(article, [make_quote(article, 1, 24), make_quote(article, 27, 54, speaker=None)])
    try:
        store.fix(all_of(store)[1].id, speaker=name, by="ann")
    except UsageError:
        assert speaker is None  # it has none already
    quote = all_of(store)[1]
    assert quote.speaker == speaker
    assert quote.office == ("President, Russia" if name.lower().endswith("putin") else None)


def test_merged_speakers_stay_merged(store: Store) -> None:
    article = make_article()
    other = Speaker(name="Ch. Dupont-Roe")
    quotes = [make_quote(article, 1, 24), make_quote(article, 27, 54, speaker=other)]
    store.add(article, quotes)
    store.merge("Ch. Dupont-Roe", "Chloé Dupont")
    store.fix(quotes[0].id, role="guide", by="ann")
    store.fix(quotes[0].id, drop=True, by="ann")
    assert store.quotes(speaker="Ch. Dupont-Roe") == quotes[1:]
    store.undo(quotes[0].id)
    assert store.quotes(speaker="Chloé Dupont") == quotes


def test_a_quote_that_was_missed_is_added(store: Store, known: Known) -> None:
    article, quotes = known
    done = store.add_missed(article.id, text="The river is", speaker="Bo Kim", by="ann")
    assert (done.what, done.fields) == ("added", {})
    quote, _ = store.get(done.quote_id)
    assert (quote.text, quote.kind, quote.confidence) == ("The river is", "indirect", 1.0)
    assert quote.speaker == Speaker(name="Bo Kim")
    store.add(article, quotes[:1], run=LATER)
    assert [one.text for one in all_of(store)] == [quotes[0].text, "The river is"]
    with pytest.raises(UsageError, match=f"are quote {done.quote_id} already"):
        store.add_missed(article.id, text="The river is", by="ann")
    with pytest.raises(UsageError, match="say what was said"):
        store.add_missed(article.id, speaker="Bo Kim", by="ann")
    with pytest.raises(UsageError, match="no article 'x' is stored"):
        store.add_missed("x", text="The river", by="ann")
    store.undo(done.quote_id)
    assert all_of(store) == quotes[:1]


def test_adding_again_changes_nothing(store: Store, known: Known) -> None:
    article, quotes = known
    store.fix(quotes[0].id, role="guide", by="ann")
    store.fix(quotes[2].id, drop=True, by="ann")
    before = all_of(store)
    assert store.add(article, quotes) == "unchanged"
    assert store.add(article, quotes, run=LATER) == "replaced"
    assert all_of(store) == before
    assert store.changes() == []


def test_a_changed_article_keeps_what_was_said_of_its_words(store: Store, known: Known) -> None:
    article, quotes = known
    store.fix(quotes[0].id, role="guide", by="ann")
    moved = make_article(text=f"Corrected at noon. {article.text}")
    store.add(moved, [make_quote(moved, 20, 43)])
    (quote,) = all_of(store)
    assert (quote.text, quote.role, quote.checked_by) == (quotes[0].text, "guide", "ann")
    assert quote.content == ((20, 43),)


def test_what_fits_no_longer_waits_for_its_words(store: Store, known: Known) -> None:
    article, quotes = known
    done = store.fix(quotes[0].id, role="guide", by="ann")
    other = make_article(text="The page is being corrected. Come back at noon, please, all of you.")
    store.add(other, [])
    (waiting,) = store.fixes()
    assert (waiting.fits, waiting.text, all_of(store)) == (False, quotes[0].text, [])
    store.add(article, quotes)
    assert store.fixes() == [done]
    assert all_of(store)[0].role == "guide"


def test_what_was_said_outlives_its_article(store: Store, known: Known) -> None:
    """A damaged one is deleted, and added again."""
    article, quotes = known
    done = store.fix(quotes[0].id, role="guide", by="ann")
    store.remove(article=article.id)
    assert [one.fits for one in store.fixes()] == [False]
    store.load([(article, quotes)])
    assert store.fixes() == [done]
    assert all_of(store)[0].role == "guide"
    store.remove(article=article.id)
    store.undo(done.id)
    store.add(article, quotes)
    assert all_of(store) == quotes


def test_what_a_model_did_not_find_again_is_not_given_back(store: Store, known: Known) -> None:
    """The model's own answer of now is: nothing."""
    article, quotes = known
    store.fix(quotes[0].id, role="guide", by="ann")
    store.add(article, quotes[1:], run=LATER)
    assert len(all_of(store)) == 3
    store.undo(quotes[0].id)
    assert all_of(store) == quotes[1:]


def test_it_goes_to_another_database_and_comes_back(
    store: Store, known: Known, tmp_path: Path
) -> None:
    article, quotes = known
    store.fix(quotes[0].id, role="guide", by="ann")
    store.fix(quotes[1].id, drop=True, by="bob")
    store.confirm(quotes[2].id, by="ann")
    path = tmp_path / "all.jsonl"
    how = How(verdicts=lambda _: store.verdicts())
    assert export(all_of(store), path, "jsonl", how=how) == 2
    with Store(tmp_path / "elsewhere.db") as other:
        known_there = list(read_verdicts(path))
        assert other.load(read_articles(path), verdicts=known_there).verdicts == 3
        assert other.load(read_articles(path), verdicts=known_there).verdicts == 0
        assert other.fixes() == store.fixes()
        texts = [(one.text, one.role, one.checked_by) for one in all_of(other)]
        assert texts == [(one.text, one.role, one.checked_by) for one in all_of(store)]
        with pytest.raises(UsageError, match="is not stored, as it was imported"):
            other.fix(quotes[0].id, text="bridge", by="ann")
        other.add(article, quotes)
        assert all_of(other) == all_of(store)
        assert other.fixes() == store.fixes()
        other.undo(quotes[1].id)
        assert [bare(one).text for one in all_of(other)] == [one.text for one in quotes]


def test_it_is_taken_where_the_article_is_already(store: Store, known: Known, path: Path) -> None:
    """Of two that say something of the same words the later one holds."""
    _, quotes = known
    store.fix(quotes[0].id, role="guide", by="ann")
    (early,) = store.verdicts()
    late = early.model_copy(
        update={"at": "2099-01-01T00:00:00Z", "quote": early.quote.model_copy(update={"role": "x"})}
    )
    for given, role in ((late, "x"), (early, "x")):
        store.load([], verdicts=[given])
        assert all_of(store)[0].role == role


def test_checked_quotes_without_verdicts_are_checked_elsewhere(store: Store) -> None:
    """Those of a Parquet file, say."""
    article = make_article()
    quote = make_quote(article, checked_by="ann", checked_at="2026-01-02T03:04:05Z")
    store.add(article, [quote])
    assert all_of(store) == [quote]
    (fix,) = store.fixes()
    assert (fix.what, fix.by, fix.at) == ("right", "ann", "2026-01-02T03:04:05Z")


def test_doubts_come_with_reasons(store: Store) -> None:
    article, other = make_article(), make_article("other.txt")
    pieces: Any = {"content": ((1, 10), (27, 40)), "text": "The bridge … Mayor Chloé"}
    store.add(article, [make_quote(article, 1, 24), make_quote(article, confidence=0.95, **pieces)])
    stranger = Speaker(name="Maren Ost")
    store.add(
        other,
        [
            make_quote(other, 1, 24, confidence=0.99, speaker=stranger),
            make_quote(other, 27, 54, confidence=0.4),
            make_quote(other, 55, 69, confidence=0.1, speaker=Speaker(name="Bo Kim")),
        ],
    )
    store.confirm(store.quotes(speaker="Bo Kim")[0].id, by="ann")
    found = store.doubts()
    assert [(doubt.quote.confidence, doubt.reasons) for doubt in found] == [
        (0.4, ("confidence 0.40",)),
        (0.95, ("in pieces",)),
        (0.99, ("a speaker of one article",)),
        (0.9, ("confidence 0.90",)),
    ]
    assert store.doubts(limit=1, article="bridge.txt")[0].reasons == ("in pieces",)


def test_confidences_are_fitted_and_taken_back(store: Store) -> None:
    article = big_article("big")
    quotes = [
        one.model_copy(update={"confidence": 0.9 if n % 2 else 0.5})
        for n, one in enumerate(make_quotes(article, 48))
    ]
    store.add(article, quotes)
    with pytest.raises(UsageError, match="check 30 more"):
        store.calibrate()
    for n, quote in enumerate(quotes[:40]):
        if n % 2 and n % 8 != 1:
            store.confirm(quote.id, by="ann")
        else:
            store.fix(quote.id, drop=True, by="ann")
    fitted = store.calibrate()
    assert (fitted.verdicts, fitted.right) == (40, 15)
    assert fitted.after is not None
    assert fitted.after == pytest.approx(15 / 40, abs=0.05)
    low, high = sorted({quote.confidence for quote in all_of(store)})
    assert low < 0.5
    assert 0.5 < high < 0.9
    assert {hit.quote.confidence for hit in store.search("mayor bridge")} <= {low, high}
    assert store.count(min_confidence=high) == store.count(min_confidence=0.6) > 0
    assert store.quotes(unique=True)[0].confidence in (low, high)
    assert {found.confidence for one in store.verdicts() for found in one.found} == {0.5, 0.9}
    assert store.uncalibrate() is None
    assert {quote.confidence for quote in all_of(store)} == {0.5, 0.9}
    with pytest.raises(UsageError, match="nothing to undo"):
        store.uncalibrate()


def test_nothing_is_said_in_a_database_that_is_only_read(path: Path) -> None:
    article = make_article()
    with Store(path) as store:
        store.add(article, [make_quote(article)])
    with Store(path, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.confirm(make_quote(article).id, by="ann")


def test_verdicts_last_whatever_becomes_of_their_articles(store: Store, tmp_path: Path) -> None:
    """A smaller `benchmarks/verdicts.py`."""
    room = Newsroom(random.Random(5))
    room.write(3, 8)
    first = list(room.stories.values())
    for story in first:
        room.publish(story, store, find_all, LATER)
    room.judge(store, 14)
    assert room.faults(store) == []
    for _ in range(3):
        for story in list(room.stories.values()):
            room.publish(room.edit(story), store, find_all, LATER)
        assert room.faults(store) == []
    other = Run(version="9", model="third")
    for story in list(room.stories.values()):
        room.publish(story, store, find_otherwise, other)
    assert room.faults(store) == []
    how = How(verdicts=lambda _: store.verdicts())
    export(all_of(store), tmp_path / "all.jsonl", "jsonl", how=how)
    with Store(tmp_path / "elsewhere.db") as elsewhere:
        known = list(read_verdicts(tmp_path / "all.jsonl"))
        elsewhere.load(read_articles(tmp_path / "all.jsonl"), verdicts=known)
        assert room.faults(elsewhere) == []
    for story in first:
        room.publish(story, store, find_all, LATER)
    assert room.faults(store) == []
    assert all(fix.fits for fix in store.fixes())
    assert is_sound(store)
