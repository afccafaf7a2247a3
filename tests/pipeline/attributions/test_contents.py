"""All of somebody's words and none of the reporter's."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.contents import mend_contents
from quotes.pipeline.layout.marks import Marks
from tests.pipeline.builders import build


def contents(markup: str) -> list[tuple[str, ...]]:
    doc = build(markup)
    mend_contents(Marks()(doc))
    return [tuple(span.text for span in one.content) for one in attributions(doc)]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        # a heading before the quotation
        ("{q0 River rises}\n\n{q0 “We have sand,”} {c0 said} {s0 Ann}.", ("“We have sand,”",)),
        ("{q0 “River rises”}\n\n{q0 “We have sand,”} {c0 said} {s0 Ann}.",
         ("“River rises”", "“We have sand,”")),
        # what follows in the next line, and in the lines after a colon
        ("{s0 Ann} {c0 said} {q0 it rains}\n\n{q0 Weather}", ("it rains",)),
        ("{s0 Ann} {c0 said}:\n{q0 Taxes fall}\n{q0 Rents fall}", ("Taxes fall", "Rents fall")),
        # a piece of another sentence
        ("{q0 Of the soldiers}, few came. {q0 They left}, {s0 Ann} {c0 said}.", ("They left",)),
        ("{q0 The soldiers came}. {q0 They left}, {s0 Ann} {c0 said}.",
         ("The soldiers came", "They left")),
        # a whole sentence after that of the cue
        ("{q0 It rains}, {s0 Ann} {c0 said}. {q0 They left}.", ("It rains",)),
        ("{q0 “It rains,”} {s0 Ann} {c0 said}. {q0 “They left.”}", ("“It rains,”", "“They left.”")),
        # list marks
        ("{q0 * “It rains,”} {c0 said} {s0 Ann}.", ("“It rains,”",)),
        ("{q0 a) “It rains,”} {c0 said} {s0 Ann}.", ("“It rains,”",)),
        ("{q0 12. “It rains,”} {c0 said} {s0 Ann}.", ("“It rains,”",)),
        ("{q0 »} {q0 “It rains,”} {c0 said} {s0 Ann}.", ("“It rains,”",)),
        ("He {c0 said} {q0 - it rains}.", ("- it rains",)),
        # the reporter goes on after the marks
        ("{s0 Ann} {c0 wrote}: {q0 “Lock it,” and nailed it to the gate}.", ("“Lock it,”",)),
        ("{s0 Ann} {c0 said} {q0 “never” and that it rains}.", ("“never” and that it rains",)),
        ("{s0 Ann} {c0 said} {q0 it was “shut” but the keys were there}.", ("it was “shut”",)),
        ("{s0 Ann} {c0 said} {q0 it was “shut”, but it was open}.", ("it was “shut”",)),
        ("{s0 Ann} {c0 said} {q0 it was “shut” but it was theirs}.",
         ("it was “shut” but it was theirs",)),
        ("{s0 Ann} {c0 said} {q0 it was “shut” but the board would meet}.",
         ("it was “shut” but the board would meet",)),
        ("{s0 Ann} {c0 said} {q0 it was “shut” and the keys were there}.",
         ("it was “shut” and the keys were there",)),
        # both halves of a parted sentence
        ("Never, {s0 Ann} {c0 told} the court, {q0 was the river so low}.",
         ("Never", "was the river so low")),
        ("The bridge, {s0 Ann} {c0 said}, {q0 will open in May}.",
         ("The bridge", "will open in May")),
        ("However, {s0 Ann} {c0 said}, {q0 the bridge is open}.", ("the bridge is open",)),
        ("{q0 Hardly a soul}, {c0 said} {s0 Ann}, took the bus.",
         ("Hardly a soul", "took the bus")),
        ("{q0 The bridge is open}, {c0 said} {s0 Ann}, took the bus.", ("The bridge is open",)),
        # whom somebody tells it
        ("{s0 Ann} {c0 told} {q0 the court the bridge was shut}.", ("the bridge was shut",)),
        ("{s0 Ann} {c0 told} {q0 the court} {q0 the bridge was shut}.", ("the bridge was shut",)),
        ("{s0 Ann} {c0 told} {q0 the court}.", ("the court",)),
        ("{s0 Ann} {c0 said} {q0 the court the bridge was shut}.",
         ("the court the bridge was shut",)),
    ],
)  # fmt: skip
def test_contents(markup: str, wanted: tuple[str, ...]) -> None:
    assert contents(markup) == [wanted]


def test_another_sentence_parts_two_quotations() -> None:
    parted = (
        "{q0 “No,”} {c0 said} {s0 Ann}. {q0 “Not us.”} The police were there. {q0 “They left.”}"
    )
    assert contents(parted) == [("“No,”", "“Not us.”"), ("“They left.”",)]
    whole = "{q0 “No,”} {c0 said} {s0 Ann}. {q0 “Not us.”} On Monday. {q0 “They left.”}"
    assert contents(whole) == [("“No,”", "“Not us.”", "“They left.”")]


def test_what_is_parted_has_no_source_and_is_left_out_without_marks() -> None:
    doc = build("{q0 “No,”} {c0 said} {s0 Ann}. The police were there. {q0 “They left.”}")
    mend_contents(Marks()(doc))
    whole, parted = attributions(doc)
    assert (parted.cue, parted.source, parted.kind) == ([], [], "direct")
    assert parted.id.partition(".")[0] == whole.id
    assert [span.text for span in whole.source] == ["Ann"]
    assert contents("{q0 No}, {c0 said} {s0 Ann}. The police were there. {q0 They left}.") == [
        ("No",)
    ]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("{q0 * “It rains,”} {c0 said} {s0 Ann}.", "direct"),
        ("{s0 Ann} {c0 said} {q0 it was “shut” but the keys were there}.", "mixed"),
    ],
)
def test_the_kind_is_that_of_what_is_left(markup: str, kind: str) -> None:
    doc = build(markup)
    mend_contents(Marks()(doc))
    assert attributions(doc)[0].kind == kind
