"""A draft's quotation beside what was said: one row each, all invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.records import Speaker

from .build import DAY, FARMER, MAYOR, check_one, make_source

BRIDGE = (
    "“As I told the council in spring, the bridge at Elmford will stay closed until every cable "
    "has been checked by hand.”"
)
SIDES = "“I do not want to take sides in the dispute between the two unions.”"
THREE = (
    "“The river has turned brown. Nobody has told us why. Fish are dying, and children get rashes.”"
)
MILL = "“They refuse to honour the programme that twelve towns had agreed on.”"

ROWS = [
    ("whole", BRIDGE, BRIDGE, "verbatim"),
    ("other marks", BRIDGE, BRIDGE.replace("“", "«").replace("”", "»"), "verbatim"),
    ("case and dashes", "“It is – I know – late.”", '"it is -- I know -- LATE"', "verbatim"),
    ("one sentence of three", THREE, "Fish are dying, and children get rashes.", "verbatim"),
    ("nine words", BRIDGE, "stay closed until every cable has been checked", "cut"),
    ("cut within", BRIDGE, "As I told the council in spring, the bridge … by hand.", "cut"),
    ("cut in brackets", BRIDGE, "As I told the council in spring, [...] by hand.", "cut"),
    ("a word in brackets", MILL, "[The mills] refuse to honour the programme", "cut"),
    ("a letter in brackets", BRIDGE, "[A]s I told the council in spring, the bridge", "cut"),
    ("whole sentences left out", THREE, "The river has turned brown. … Fish are dying", "cut"),
    (
        "British",
        MILL,
        "They refuse to honor the program that twelve towns had agreed on",
        "verbatim",
    ),
    (
        "figures",
        MILL,
        "They refuse to honour the programme that 12 towns had agreed on",
        "verbatim",
    ),
    ("contraction", SIDES, SIDES.replace("do not", "don’t"), "verbatim"),
    ("sounds", "“Well, uh, we will, um, see to it.”", "Well, we will see to it.", "verbatim"),
    (
        "together",
        "“The cease-fire must hold all night.”",
        "The ceasefire must hold all night",
        "verbatim",
    ),
    (
        "a name",
        "“Ask Serhii Melnyk about the dam.”",
        "Ask Sergei Melnyk about the dam.",
        "verbatim",
    ),
    (
        "money",
        "“It cost $5 million to mend it.”",
        "It cost five million dollars to mend it.",
        "verbatim",
    ),
    (
        "two pieces",
        "“We lost,” … “and it is my fault.”",
        "We lost, and it is my fault.",
        "verbatim",
    ),
    ("one word", BRIDGE, BRIDGE.replace("closed", "open"), "altered"),
    ("another form", "“We raise the tax on sugar.”", "We raised the tax on sugar.", "altered"),
    ("filled", "“She filled the form at noon.”", "She filed the form at noon.", "altered"),
    ("a word more", SIDES, SIDES.replace("want", "really want"), "altered"),
    ("a number", "“It cost $5 million to mend it.”", "It cost $6 million to mend it.", "altered"),
    (
        "retold",
        "“Our duty is to help the people of the valley before winter comes.”",
        "Our obligation is to aid the citizens of the valley before the winter comes",
        "altered",
    ),
    ("other words", BRIDGE, "We shall sell the orchard to a fund from abroad", "not found"),
    ("little in common", BRIDGE, "The council was told of the bridge by the mayor", "not found"),
]


@pytest.mark.parametrize(("name", "place", "draft", "verdict"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row(name: str, place: str, draft: str, verdict: str) -> None:
    assert check_one(draft, place).verdict == verdict


TURNED = [
    (SIDES, "I want to take sides in the dispute between the two unions."),
    (SIDES, "I do want to take sides in the dispute between the two unions."),
    (SIDES, "I do … want to take sides in the dispute between the two unions."),
    (SIDES, "want to take sides in the dispute"),
    (SIDES, "to take sides in the dispute between the two unions"),
    (SIDES, "… take sides in the dispute between the two unions"),
    ("“He has never been a friend of mine.”", "He has been a friend of mine."),
    ("“We can’t win this war by waiting.”", "We can win this war by waiting."),
    ("“We cannot win this war by waiting.”", "We … win this war by waiting."),
    ("“No deal was signed in the end, I hear.”", "deal was signed in the end"),
    ("“We go nowhere without a new deal.”", "We go nowhere … a new deal."),
    ("“I deny that I took money from the mill.”", "I took money from the mill."),
    ("“They refuse to pay for the broken dam.”", "pay for the broken dam"),
    ("“If we win this vote we shall resign.”", "we win this vote"),
    ("“I want to take sides, not at all.”", "I want to take sides"),
    ("“He will stay in office no longer.”", "He will stay in office"),
    (
        "“I do not, and I say it as a friend, want to take sides.”",
        "I say it as a friend, want to take sides",
    ),
    ("“We do not,” … “want to take sides in this.”", "want to take sides in this"),
]


@pytest.mark.parametrize(("place", "draft"), TURNED)
def test_a_dropped_negation_is_no_cut(place: str, draft: str) -> None:
    checked = check_one(draft, place)
    assert (checked.verdict, checked.ok) == ("altered", False)


KEPT = [
    ("“I do not know him; the bridge will open in May.”", "the bridge will open in May"),
    ("“I do not know him, but the bridge will open in May.”", "the bridge will open in May"),
    ("“The bridge will open in May, because nobody stopped us.”", "The bridge will open in May"),
    ("“Nobody told us. The bridge will open in May.”", "The bridge will … open in May"),
    ("“He is not a thief,” … “The bridge will open in May.”", "The bridge will open"),
]


@pytest.mark.parametrize(("place", "draft"), KEPT)
def test_a_negation_of_something_else_may_go(place: str, draft: str) -> None:
    checked = check_one(draft, place)
    assert checked.verdict in ("cut", "verbatim")
    assert checked.ok


def test_what_is_left_out_is_told() -> None:
    (within,) = check_one("As I told … in spring, the bridge", BRIDGE).left_out[:1]
    assert (within.text, within.where, within.told) == ("the council", "within", True)
    silent = check_one("As I told the council, the bridge at Elmford will stay closed", BRIDGE)
    assert next((left.text, left.told) for left in silent.left_out) == ("in spring", False)
    assert (silent.verdict, silent.ok) == ("cut", False)


def test_what_is_altered_is_told() -> None:
    (one,) = check_one(BRIDGE.replace("closed", "wide open"), BRIDGE).differences
    assert (one.draft, one.place) == ("wide open", "closed")


def test_words_that_a_stored_quote_leaves_out_itself() -> None:
    """Nobody can tell what stood there: a draft may not close the gap in silence."""
    cut = "“The talks were long … both sides signed every page of it.”"
    assert check_one(cut, cut).verdict == "verbatim"
    joined = check_one(cut.replace(" …", ""), cut)
    assert (joined.verdict, joined.ok) == ("cut", False)
    mixed = make_source(
        "a plan “of great beauty” that was “made for our children alone”", kind="mixed"
    )
    spliced = check_one("of great beauty made for our children alone", mixed)
    assert (spliced.verdict, spliced.ok) == ("cut", False)


def test_the_reporters_words_are_no_quotation() -> None:
    mixed = make_source("that the plan was “a disaster for all of the valley”", kind="mixed")
    assert check_one("a disaster for all of the valley", mixed).verdict == "verbatim"
    assert check_one("the plan was a disaster for all of the valley", mixed).verdict == "altered"
    indirect = make_source("that the aim was a stable peace for the region", kind="indirect")
    checked = check_one("the aim was a stable peace for the region", indirect)
    assert (checked.verdict, checked.ok) == ("not found", False)
    assert "not as a quotation" in checked.why


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (Speaker(name="Chloe Dupont"), "verbatim"),
        (Speaker(name="Dupont"), "verbatim"),
        (Speaker(name="the mayor", type="unnamed"), "verbatim"),
        (None, "verbatim"),
        (FARMER, "somebody else's"),
        (Speaker(name="Ann Dupont"), "somebody else's"),
    ],
)
def test_whose_words_they_are(given: Speaker | None, verdict: str) -> None:
    assert check_one(BRIDGE, BRIDGE, speaker=given).verdict == verdict


def test_a_merged_speaker_is_known_by_each_name() -> None:
    source = make_source(BRIDGE, names=("Chloé Dupont", "Chloé Marchand"))
    assert check_one(BRIDGE, source, speaker=Speaker(name="Marchand")).verdict == "verbatim"


def test_a_body_speaks_by_those_who_have_a_role_in_it() -> None:
    source = make_source(BRIDGE, role="spokeswoman of the Harbour Board")
    for name, verdict in (("Harbour Board", "verbatim"), ("Dairy Union", "somebody else's")):
        given = Speaker(name=name, type="organization")
        assert check_one(BRIDGE, source, speaker=given).verdict == verdict


def test_the_same_words_of_two_people() -> None:
    """The draft's own goes first, and the other is named."""
    both = [make_source(BRIDGE, speaker=FARMER), make_source(BRIDGE)]
    for sources in (both, both[::-1]):
        checked = check_one(BRIDGE, *sources)
        assert checked.verdict == "verbatim"
        assert checked.also == ("Bo Kim",)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"said_on": DAY}, "verbatim"),
        ({"said_on": DAY - dt.timedelta(days=3)}, "verbatim"),
        ({"said_on": DAY + dt.timedelta(days=1)}, "another day or outlet"),
        ({"said_on": DAY - dt.timedelta(days=40)}, "another day or outlet"),
        ({"via": "the Courier"}, "verbatim"),
        ({"via": "Interfax"}, "another day or outlet"),
    ],
)
def test_day_and_outlet(changes: dict[str, Any], verdict: str) -> None:
    checked = check_one(BRIDGE, BRIDGE, **changes)
    assert checked.verdict == verdict
    assert checked.ok


def test_a_few_words() -> None:
    place = "“The plan is a disaster for the valley.”"
    for draft, verdict in (
        ("a disaster", "cut"),
        ("a catastrophe", "too short"),
        ("so", "too short"),
    ):
        assert check_one(draft, place).verdict == verdict
    assert check_one("a disaster", place, speaker=FARMER).verdict == "too short"
    assert check_one("a disaster", place, speaker=None).verdict == "too short"
    assert check_one("want sides", "“I do not want sides.”").verdict == "altered"
    assert check_one("…!", place, speaker=MAYOR).verdict == "too short"
