"""Facts besides the words that decide: who, when, and how it stands in quotation marks."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.sayings import Said, decide
from tests.steps import steps

DAY = dt.date(2021, 3, 1)
WHOLE = (
    "“The glass roof of the market hall will be repaired before the snow comes, and the traders "
    "will pay nothing for it.”"
)
CUT = "“The glass roof of the market hall will be repaired before the snow comes”"
RETOLD = (
    "“Before the snow comes the market hall's glass roof is going to be repaired and traders will "
    "pay nothing.”"
)
SHORT = "“A roof is a roof.”"


def said(text: str, **changes: Any) -> Said:
    return Said(**({"text": text, "speaker": "mayor", "day": DAY} | changes))


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


SAME = [
    (said(WHOLE), said(CUT)),
    (said(WHOLE), said(RETOLD)),
    (said(WHOLE), said(CUT, speaker=None)),
    (said(WHOLE, speaker=None), said(CUT, speaker=None)),
    (said(WHOLE), said(CUT, day=None)),
    (said(WHOLE), said(WHOLE, day=later(4_000))),
    (said(CUT), said(WHOLE, day=later(6))),
    (said(SHORT), said(SHORT.upper())),
    (said(WHOLE), said(f"that {CUT.lower()}", kind="mixed")),
    (said(WHOLE, kind="indirect"), said(WHOLE, kind="indirect", speaker=None)),
]
DIFFERENT = [
    (said(WHOLE), said(WHOLE, speaker="bishop")),
    (said(WHOLE), said(RETOLD, speaker=None)),
    (said(WHOLE), said(RETOLD, day=later(4))),
    (said(WHOLE), said(RETOLD, day=None)),
    (said(WHOLE), said(RETOLD, kind="indirect")),
    (said(WHOLE), said(CUT, kind="indirect")),
    (said(CUT), said(WHOLE, day=later(400))),
    (said(SHORT), said(SHORT, day=later(1))),
    (said(SHORT), said(SHORT, speaker=None)),
    (said(SHORT), said("“A roof is a roof?”")),
    (
        said(WHOLE),
        said("that the glass roof of the market hall was “a matter of the snow”", kind="mixed"),
    ),
    (said(""), said("")),
    (said("“…”"), said("“—”")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_saying(one: Said, other: Said) -> None:
    assert decide(one, other).verdict == decide(other, one).verdict == "same"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_sayings(one: Said, other: Said) -> None:
    assert decide(one, other).verdict == decide(other, one).verdict == "different"


def test_a_negation_before_a_cut_counts() -> None:
    whole = (
        "“If they ask us, we will not send the second lifeboat out to the reef on such a night.”"
    )
    cut = "“we will send the second lifeboat out to the reef on such a night”"
    assert decide(said(whole), said(cut)).verdict == "different"
    assert decide(said(whole), said(cut.replace("will", "will not"))).verdict == "same"


def test_other_alphabets_are_compared_too() -> None:
    whole = "«Мост через реку откроют в мае после ремонта опор и новых испытаний, это решено»"
    assert decide(said(whole), said(whole.replace(", это решено", ""))).verdict == "same"


@pytest.mark.parametrize("text", ["a ", "…", "[", "one ", "!?"])
def test_hostile_texts_cost_little(text: str) -> None:
    text *= 50_000
    assert steps(lambda: decide(said(text), said(text + " and so on"))) < 2 * len(text) + 100_000
