"""How often what was found is right, and the confidence fitted to it."""

from __future__ import annotations

import random

import pytest

from quotes.errors import UsageError
from quotes.records import Article, Quote, Speaker
from quotes.verdicts.agreement import Fitted, calibrate, precisions, wilson
from quotes.verdicts.editing import judge
from quotes.verdicts.records import Verdict

from .newsroom import make_quote

ARTICLE = Article(id="a", text="One two three four five six seven eight. " * 9, publisher="Post")


def found(start: int = 0, confidence: float = 0.8) -> Quote:
    quote = make_quote(ARTICLE, [(start, start + 19)], "Ada Moreau")
    return quote.model_copy(update={"confidence": confidence})


def right(quote: Quote) -> Verdict:
    return judge(ARTICLE, quote, {}, by="ann")


def dropped(quote: Quote) -> Verdict:
    return judge(ARTICLE, quote, {}, by="ann", what="dropped")


def test_wilson() -> None:
    assert [round(end, 4) for end in wilson(81, 263)] == [0.2553, 0.3662]  # Newcombe 1998
    assert wilson(0, 5)[0] == 0
    assert wilson(5, 5)[1] == 1


def test_each_thing_is_asked_for_itself() -> None:
    other = judge(ARTICLE, found(), {"speaker": Speaker(name="Bo Kim")}, by="ann")
    less = judge(ARTICLE, found(), {"content": ((0, 7),), "text": "One two"}, by="ann")
    role = judge(ARTICLE, found(), {"role": "mayor"}, by="ann")
    said = [right(found()), dropped(found()), other, less, role]
    told = {one.asked: one.right for one in precisions(said) if one.by == "all"}
    assert told == {"quote": 4, "words": 3, "speaker": 3, "everything": 1}
    assert {(one.by, one.value, one.of) for one in precisions(said)} == {
        ("all", "all", 5),
        ("kind", "direct", 5),
        ("publisher", "Post", 5),
    }


def test_what_was_missed_says_nothing_of_what_was_found() -> None:
    added = judge(ARTICLE, found(), {}, by="ann", what="added")
    assert precisions([added]) == []


def drawn(count: int, *, true: float = 1.0) -> list[Verdict]:
    """Verdicts on quotes whose chance to be right is their confidence to a power."""
    chance = random.Random(7)
    said = []
    for _ in range(count):
        quote = found(confidence=round(0.3 + 0.69 * chance.random(), 3))
        fits = chance.random() < quote.confidence**true
        said.append(right(quote) if fits else dropped(quote))
    return said


def test_confidences_that_are_right_stay_nearly_as_they_are() -> None:
    fitted = calibrate(drawn(2000))
    how = Fitted(fitted.slope, fitted.shift)
    for confidence in (0.4, 0.6, 0.8, 0.95):
        assert how(confidence) == pytest.approx(confidence, abs=0.05)


def test_confidences_that_are_too_high_come_down() -> None:
    said = drawn(2000, true=3)
    fitted = calibrate(said)
    assert fitted.before is not None
    assert fitted.after is not None
    assert fitted.after < fitted.before
    assert fitted.after == pytest.approx(fitted.right / fitted.verdicts, abs=0.01)


def test_the_surer_stays_the_surer_and_the_way_back_is_known() -> None:
    for how in (Fitted(0.3, -1.0), Fitted(2.5, 0.7)):
        shown = [how(n / 100) for n in range(101)]
        assert shown == sorted(shown)
        for confidence in (0.05, 0.5, 0.93):
            assert how.least(how(confidence)) <= confidence + 0.002
        assert how.least(0) == 0


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ([], "0 quotes found and judged, of 30 that it takes to fit the confidence: check 30 more"),
        ([right(found())] * 29, "29 quotes found and judged, of 30 .* check 1 more"),
        ([right(found())] * 40, "0 quotes found and wrong, of 5 .* check 5 more"),
        ([dropped(found())] * 36 + [right(found())] * 4, "4 quotes found and right, of 5 "),
    ],
)
def test_too_few_verdicts_fit_nothing(said: list[Verdict], more: str) -> None:
    with pytest.raises(UsageError, match=more):
        calibrate(said)
