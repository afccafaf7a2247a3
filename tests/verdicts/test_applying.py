"""Quotes found, and what was said of them → the quotes of an article."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.records import Article, Quote
from quotes.verdicts.applying import apply, unjudged
from quotes.verdicts.editing import judge
from quotes.verdicts.records import Verdict, bare

from .newsroom import Newsroom, find_all, find_otherwise, make_quote

TEXT = (
    "It was late. The mayor said that “the bridge opens in May, and the ferry stops,” after a "
    "meeting of all who had come. “Nobody asked us,” Bo Kim told them."
)
ARTICLE = Article(id="bridge.txt", text=TEXT)


def spans(words: str, article: Article = ARTICLE) -> list[tuple[int, int]]:
    start = article.text.index(words)
    return [(start, start + len(words))]


def quote(words: str, who: str = "Ada Moreau", article: Article = ARTICLE, **facts: Any) -> Quote:
    return make_quote(article, spans(words, article), who, **facts)


OUTER = quote("that “the bridge opens in May, and the ferry stops,”")
INNER = quote("“the bridge opens in May, and the ferry stops,”", "Dov Adler")
LAST = quote("“Nobody asked us,”", "Bo Kim")
FOUND = [OUTER, INNER, LAST]


def verdict(of: Quote, edits: dict[str, Any] | None = None, **how: Any) -> Verdict:
    return judge(ARTICLE, of, edits or {}, among=FOUND, by="ann", **how)


def test_without_verdicts_nothing_is_otherwise() -> None:
    assert apply(ARTICLE, FOUND, []).quotes == FOUND


def test_only_the_quote_that_is_meant_changes() -> None:
    """Also where another one has nearly the same words."""
    for of in FOUND:
        done = apply(ARTICLE, FOUND, [verdict(of, {"role": "mayor"})])
        assert [bare(one) for one in done.quotes] == [
            one.model_copy(update={"role": "mayor"}) if one is of else one for one in FOUND
        ]
        (kept,) = done.verdicts
        assert (kept.found, kept.what, kept.fits) == ((of,), "changed", True)
        assert unjudged(done.quotes, done.verdicts) == FOUND


def test_each_of_several_verdicts_goes_to_its_own() -> None:
    given = [verdict(of, what="dropped") for of in (OUTER, LAST)] + [verdict(INNER)]
    done = apply(ARTICLE, FOUND, given)
    assert [(one.text, one.checked_by) for one in done.quotes] == [(INNER.text, "ann")]
    assert unjudged(done.quotes, done.verdicts) == FOUND


def test_the_words_stay_where_another_model_finds_others() -> None:
    said = verdict(INNER, {"role": "mayor"})
    halves = [
        quote("“the bridge opens in May,", "Dov Adler"),
        quote("and the ferry stops,”", "Dov Adler"),
    ]
    nearly = [quote("the bridge opens in May, and the ferry", "Cleo Brandt")]
    for found in (halves, nearly, []):
        done = apply(ARTICLE, [*found, LAST], [said])
        assert [one.text for one in done.quotes] == [INNER.text, LAST.text]
        assert done.quotes[0].role == "mayor"
        assert unjudged(done.quotes, done.verdicts) == [*found, LAST]


def test_a_piece_that_somebody_else_said_stays() -> None:
    inside = quote("the ferry stops", "Cleo Brandt")
    done = apply(ARTICLE, [inside], [verdict(OUTER)])
    assert {one.text for one in done.quotes} == {OUTER.text, inside.text}


def test_what_was_cut_does_not_come_again() -> None:
    """The model finds the longer words as before: these are known, too."""
    short = spans("the bridge opens in May")
    words = {"content": tuple(short), "text": "the bridge opens in May"}
    said = apply(ARTICLE, FOUND, [verdict(INNER, words)]).verdicts
    changed = ARTICLE.model_copy(update={"text": f"Corrected. {TEXT}"})
    found = [quote(one.text, one.speaker.name if one.speaker else "", changed) for one in FOUND]
    done = apply(changed, found, said)
    assert [one.text for one in done.quotes] == [OUTER.text, words["text"], LAST.text]
    assert done.verdicts[0].found == (found[1],)


def test_cue_and_source_go_with_the_words() -> None:
    facts = {"cue": tuple(spans("said")), "source": tuple(spans("The mayor"))}
    said = verdict(
        OUTER.model_copy(update={**facts, "cue_text": "said", "source_text": "The mayor"})
    )
    changed = ARTICLE.model_copy(update={"text": TEXT.replace("It was late", "It was very late")})
    (one,) = apply(changed, [], [said]).quotes
    assert [changed.text[slice(*some[0])] for some in (one.cue, one.source)] == [
        "said",
        "The mayor",
    ]
    assert (one.cue_text, one.source_text) == ("said", "The mayor")
    without = ARTICLE.model_copy(update={"text": TEXT.replace("The mayor", "Somebody")})
    (one,) = apply(without, [], [said]).quotes
    assert (one.cue_text, one.source_text) == ("said", None)


def test_what_does_not_fit_waits_and_comes_again() -> None:
    said = [verdict(INNER, {"role": "mayor"}), verdict(LAST, what="dropped")]
    gone = Article(id=ARTICLE.id, text="The page is being corrected.")
    done = apply(gone, [], said)
    assert (done.quotes, [one.fits for one in done.verdicts]) == ([], [False, False])
    again = apply(ARTICLE, FOUND, done.verdicts)
    assert [one.fits for one in again.verdicts] == [True, True]
    assert [(one.text, one.role) for one in again.quotes] == [
        (OUTER.text, None),
        (INNER.text, "mayor"),
    ]


def test_ids_stay_and_are_never_taken_twice() -> None:
    said = verdict(LAST, {"kind": "indirect"})
    (one,) = apply(ARTICLE, [LAST], [said]).quotes
    assert one.id == LAST.id
    other = LAST.model_copy(update={"content": OUTER.content, "text": OUTER.text})
    ids = [one.id for one in apply(ARTICLE, [other], [said]).quotes]
    assert len(set(ids)) == 2


def test_of_an_article_without_a_text_the_words_of_quotes_tell() -> None:
    bare_article = Article(id=ARTICLE.id, text="")
    said = [verdict(INNER, {"role": "mayor"}), verdict(LAST, what="dropped")]
    done = apply(bare_article, FOUND, said)
    assert [(one.text, one.role) for one in done.quotes] == [
        (OUTER.text, None),
        (INNER.text, "mayor"),
    ]
    assert all(one.fits for one in done.verdicts)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_over_any_edits_by_any_model_no_verdict_comes_to_other_words(seed: int) -> None:
    room = Newsroom(random.Random(seed))
    room.write(1, 7)
    (story,) = room.stories.values()
    found = find_all(story.article)
    judged = apply(story.article, found, [])
    paragraphs = {}
    for one in room.chance.sample(found, 4):
        known = judged.verdicts
        edits = {"role": room.words(1)} if room.chance.random() < 0.7 else {}
        what: Any = None if edits else "dropped"
        said = judge(story.article, one, edits, among=found, by="ann", what=what)
        paragraphs[said.id] = story.paragraph_of(one.content)
        judged = apply(story.article, found, [*known, said])
    for _ in range(6):
        story = room.edit(story)
        find = room.chance.choice((find_all, find_otherwise))
        found = find(story.article)
        judged = apply(story.article, found, judged.verdicts)
        assert {one.id for one in judged.verdicts} == paragraphs.keys()
        assert unjudged(judged.quotes, judged.verdicts) == found
        assert len({one.id for one in judged.quotes}) == len(judged.quotes)
        made = {one.id: one for one in judged.quotes if one.checked_by}
        for said in judged.verdicts:
            if said.fits:
                assert story.paragraph_of(said.quote.content) == paragraphs[said.id]
            if said.fits and said.what != "dropped":
                assert made.pop(said.quote.id).role == said.quote.role
        assert not made


def test_without_a_text_few_words_alone_do_not_tell_where_they_stood() -> None:
    """A verdict that fits no longer is not taken for one on the same words of somebody else."""
    yes = quote("“Nobody asked us,”", "Bo Kim")
    other = yes.model_copy(update={"id": "0" * 16})
    bare_article = Article(id=ARTICLE.id, text="")
    waiting = verdict(yes).model_copy(update={"fits": False})
    for there in (yes, other):
        assert [one.checked_by for one in apply(bare_article, [there], [waiting]).quotes] == [None]
    assert [one.checked_by for one in apply(bare_article, [other], [verdict(yes)]).quotes] == [
        "ann"
    ]
