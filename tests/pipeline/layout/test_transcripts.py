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
        "HOST: Was it you?\nLEE: {c0 As} {s0 I} {c0 said}, {q0 it was me}.\n"
        "{s1 HOST}{c1 :} {q1 Why was it?}\n\n{q1 We all asked him.}"
    )
    assert found(markup)[1:] == [
        (["LEE"], [":"], ["As I said, it was me."]),
        (["HOST"], [":"], ["Why was it?\n\nWe all asked him."]),
    ]


@pytest.mark.parametrize("source", ["we", "our men", "Lee", "the man", "nobody"])
def test_what_the_speaker_says_is_no_quote_of_another(source: str) -> None:
    markup = f"HOST: Who?\nLEE: {{s0 {source}}} {{c0 said}} {{q0 it was me}}.\nHOST: Was it?"
    assert [source for source, _, _ in found(markup)] == [["HOST"], ["LEE"], ["HOST"]]


def test_what_is_said_in_another_turn_is_that_turns() -> None:
    markup = "HOST: Who?\nLEE: It was me, {s0 Bob} {c0 said}.\nHOST: {q0 Was it}?"
    assert [source for source, _, _ in found(markup)] == [["HOST"], ["LEE"], ["HOST"]]


def test_what_another_says_by_name_in_a_turn_is_a_quote_of_its_own() -> None:
    markup = "HOST: Who?\nLEE: {s0 Bob} {c0 said} {q0 it was me}.\nHOST: Was it?"
    assert found(markup)[1:3] == [
        (["LEE"], [":"], ["Bob said it was me."]),
        (["Bob"], ["said"], ["it was me"]),
    ]


def test_a_turn_goes_on_to_the_next_label_but_for_directions() -> None:
    markup = (
        "HOST: Was it you?\n\nLEE: It was.\n\nI saw it.\n\n(Laughter)\n\n“The boat was mine.\n\n"
        "HOST: Why?\n\nLEE: It sank.\n\nThe boat was sold."
    )
    assert [content for _, _, content in found(markup)] == [
        ["Was it you?"],
        ["It was.\n\nI saw it.", "“The boat was mine."],
        ["Why?"],
        ["It sank."],
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("It sank.\nIt was old.\nShe was ill.", "It sank.\nIt was old.\nShe was ill."),
        ("It sank.\n\nThe Second Day", "It sank."),
        ("It sank.\n\n## The second day", "It sank."),
        ("It sank.\n\nLee laughed.\nThe room was cold.", "It sank."),
        ("It sank.\n\n“No,” Lee told the court.", "It sank."),
        ("It sank.\n\nI said, “Lee, go.”", "It sank.\n\nI said, “Lee, go.”"),
        ("It sank.\n\nThey call me Lee.", "It sank.\n\nThey call me Lee."),
        ("It had:\n\n- oil\n- tar", "It had:\n\n- oil\n- tar"),
        ("It sank\n\n" + "Oil and tar " * 9 + "oil", "It sank\n\n" + "Oil and tar " * 9 + "oil"),
        ("I left.\nI ran.\nI fell.\nI saw.\nIt sank.\nIt sank.\nIt sank.", None),
        ("**It sank.**", "It sank."),
        ("\nIt sank.", "It sank."),
    ],
)  # fmt: skip
def test_where_a_turn_ends(lines: str, said: str | None) -> None:
    markup = f"HOST: Was it you?\n\nLEE: {lines}\n\nHOST: Why was it?"
    assert found(markup)[1] == (["LEE"], [":"], [lines if said is None else said])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("It sank.\n\nThe boat was sold.", "It sank."),
        ("It sank.\n\nIt was sold.\n\nI miss it.", "It sank.\n\nIt was sold.\n\nI miss it."),
        ("It sank.\n\nHe left.\n\nIt was late.\n\nWe report on boats.", "It sank."),
        ("It sank.\n\nLee left.\n\nWe report on boats.", "It sank."),
    ],
)  # fmt: skip
def test_where_the_last_turn_ends(lines: str, said: str) -> None:
    markup = f"HOST: Was it you?\n\nLEE: It was.\n\nHOST: Why?\n\nLEE: {lines}"
    assert found(markup)[-1] == (["LEE"], [":"], [said])


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q: ", "A: "),
        ("Q. ", "A. "),
        ("Q) ", "A) "),
        ("Q1: ", "A1: "),
        ("Q – ", "A – "),
        ("Q: — ", "A: — "),
        ("**Q:** ", "**A:** "),
        ("**Q**: ", "*A*: "),
        ("### Q: ", "A: "),
        ("Q:\n", "A:\n"),
        ("Question: ", "Answer: "),
        ("Question: ", "[PER Ann Lee]: "),
        ("Interviewer: ", "Interviewee: "),
        ("Our reporter: ", "Mayor [PER Ann Lee]: "),
        ("Harbour Post: ", "[PER Lee]: "),
        ("HP: ", "AL: "),
        ("__Host__: ", "__Dr [PER Lee]__: "),
        ("MODERATOR — ", "LEE — "),
        ("Host: ", "[PER Will]: "),
        ("Host: ", "MAY [PER LEE]: "),
        ("Audience member: ", "[PER Lee]: "),
        ("Reporter 1: ", "Mayor: "),
        ("“Host: ", "“[PER Ann Lee], pilot: "),
    ],
)
def test_forms_of_labels(asks: str, answers: str) -> None:
    markup = f"{asks}Where was it?\n\n{answers}It was here.\n\n{asks}Why was it?"
    introduced = f"This is [PER Ann Lee].\n\n{markup}"
    assert [content for _, _, content in found(introduced)] == [
        ["Where was it?"],
        ["It was here."],
        ["Why was it?"],
    ]


@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("Question", "[PER Ann Lee]")])
def test_one_question_and_its_answer(asks: str, answers: str) -> None:
    assert len(found(f"{asks}: Was it you?\n\n{answers}: It was.")) == 2
    assert not found(f"{asks}: It was you.\n\n{answers}: It was.")


@pytest.mark.parametrize(
    "line",
    [
        "I told the host: go home.",
        "Our neighbour told the guest: go home.",
        "One more thing: we are here.",
        "Of the guest: we know you.",
        "Mark my words: it was you.",
        "Nobody knows all of this about the mayor: we are here.",
        "our mayor: we know you.",
    ],
)
def test_a_colon_in_a_turn_is_no_label(line: str) -> None:
    markup = f"HOST: Was it you?\n\nLEE: It was.\n\n{line}\n\nHOST: Why was it?"
    assert found(markup)[1][2] == [f"It was.\n\n{line}"]


@pytest.mark.parametrize(
    ("markup", "sources"),
    [
        (
            "HOST: Was it you?\n\n[PER Ann Lee], of Dover: It was.\n\n[PER Lee]: It was red.",
            ["HOST", "Ann Lee, of Dover", "Lee"],
        ),
        (
            "Caller 1: Was it you?\n\nCaller 2: It was.\n\nCaller 1: Why?",
            ["Caller 1", "Caller 2", "Caller 1"],
        ),
        (
            "HOST: Why?\n\nLEE: A boat.\n\nMary Roe: No boat.\n\nHOST: When?",
            ["HOST", "LEE", "Mary Roe", "HOST"],
        ),
        ("HOST: Why?\n\nLEE: A boat.\n\nHOST: When?\n\nLEE: Now.", ["HOST", "LEE"] * 2),
        (
            "[PER Bob Hill]: Why?\n\n[PER Ann Lee]: A boat.\n\nBH: When?\n\nAL: Now.",
            ["Bob Hill", "Ann Lee", "BH", "AL"],
        ),
    ],
)
def test_who_they_are_that_talk(markup: str, sources: list[str]) -> None:
    assert [source for source, _, _ in found(markup)] == [[source] for source in sources]


@pytest.mark.parametrize(
    "markup",
    [
        "Photo: [PER Ann Lee]\nTime: 5 pm\nNote: You are late.\nUpdate: It is shut.",
        "Director: [PER Ann Lee]\nWriter: [PER Bob Hill]\nDirector: [PER Al Roe]",
        "Monday: [PER Ann Lee] is here.\nFriday: We are away.\nMonday: [PER Bob Hill] is here.",
        "Cook: [PER Ann Lee]\nFlour: 200 g\nSugar: one cup\nFlour: It is sifted.",
        "Chair: has left\nMember: has come\nChair: has left",
        "A. It was red.\nB. It was blue.\nA. It was red.",
        "It was one thing: the door was open. We know: it was Lee.",
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
