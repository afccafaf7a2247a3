"""Lines of talk with a label, and lines that only look so."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.layout.transcripts import read_transcripts
from tests.pipeline.builders import build

Found = list[tuple[list[str], list[str], list[str]]]


def found(markup: str) -> Found:
    doc = build(markup)
    read_transcripts(doc)
    return [
        ([s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content])
        for a in attributions(doc)
    ]


TURNS = "HOST: Was it you?\n\nLEE: It was me.\n\n(Laughter)\n\nHOST: Why?\n\n"
TITLED = "Dr. [PER Ann Lee]: It was.\nMr. [PER Bob Hill]: It is.\nDr. [PER Ann Lee]: It will be."


def test_every_turn_is_its_speakers() -> None:
    assert found(f"They met on Friday.\n\n{TURNS}Later Lee left.") == [
        (["HOST"], [":"], ["Was it you?"]),
        (["LEE"], [":"], ["It was me."]),
        (["HOST"], [":"], ["Why?"]),
    ]


def test_marks_before_the_label_and_names_in_small_letters() -> None:
    markup = '"[PER Ann Lee]: Was it you?\n"BOB HILL: It was.\n"[PER Ann Lee]: You did.'
    assert [source for source, _, _ in found(markup)] == [["Ann Lee"], ["BOB HILL"], ["Ann Lee"]]


def test_titles_belong_to_the_label() -> None:
    assert [source for source, _, _ in found(TITLED)][:2] == [["Dr. Ann Lee"], ["Mr. Bob Hill"]]


def test_what_the_model_found_in_a_turn_gives_way() -> None:
    markup = (
        "HOST: Was it you?\nLEE: {s0 Bob} {c0 said} {q0 it was me}.\n"
        "{s1 HOST}{c1 :} {q1 Why was it?}\n\n{q1 We all asked him.}"
    )
    assert found(markup)[1:] == [
        (["LEE"], [":"], ["Bob said it was me."]),
        (["HOST"], [":"], ["Why was it?", "We all asked him."]),
    ]


def test_a_turn_goes_on_in_the_lines_of_talk_after_it() -> None:
    markup = (
        "HOST: Was it you?\n\nLEE: It was.\n\nI saw it.\n\n(Laughter)\n\n“The boat was mine.\n\n"
        "HOST: Why?\n\nLEE: It sank.\n\nThe boat was sold."
    )
    assert [content for _, _, content in found(markup)] == [
        ["Was it you?"],
        ["It was.", "I saw it.", "“The boat was mine."],
        ["Why?"],
        ["It sank."],
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "UPDATE: Roads are open.\n\nBuses ran late on Friday.",
        "HOST: Was it you?\n\nLEE: It was me.",
        "NORTH: 12\nSOUTH: 14\nEAST: 9\nWEST: 20",
        "NOTE: It is open.\n\nNOTE: It was closed.\n\nNOTE: It has moved.",
        "LONDON: The minister left.\nPARIS: They came.\nROME: She is ill.",
        "CLAIM: It is so.\nFACT: It was not.\nCLAIM: It has rained.\nFACT: It did not.",
        "[PER Ann Lee]: She will run.\n[PER Bob Hill]: He will not.\n[PER Al Roe]: He may.",
        "HOST: Was it you?\n\n" + "Nobody said a word.\n" * 4 + "LEE: It was me.\n\nHOST: Why?",
    ],
)
def test_no_transcript(markup: str) -> None:
    assert found(markup) == []
