"""The person who answers in an interview, by the words before it."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.context import set_context
from quotes.pipeline.layout.transcripts import read_transcripts
from quotes.pipeline.speakers.resolve import resolve_speakers
from quotes.registry import load_registry
from tests.pipeline.builders import build
from tests.pipeline.pointed import point

TALK = "Q: Was it you?\n\nA: It was.\n\nQ: Why was it?\n\nA: It had to be."


def who(markup: str, title: str | None = None) -> list[str | None]:
    doc = build(markup)
    set_context(doc, title=title)
    read_transcripts(doc)
    resolve_speakers(doc, load_registry())
    return [one.speaker and one.speaker.name for one in attributions(doc)]


@pytest.mark.parametrize(
    ("intro", "name"),
    [
        ("[PER Olga Renn] has kept the light for years. We asked her about it.", "Olga Renn"),
        ("We asked [PER Olga Renn] about the fight with [PER Timo Falk].", "Olga Renn"),
        ("[PER Timo Falk] spoke to the keeper, [PER Olga Renn], on Friday.", "Olga Renn"),
        ("An Interview With [PER Olga Renn]\n\nBy [PER Timo Falk]\n\nIt was cold.", "Olga Renn"),
        ("By [PER Timo Falk]\n\n[PER Olga Renn] keeps the light.", "Olga Renn"),
        ("[PER Olga Renn] answers our questions. [PER Timo Falk] built the light.", "Olga Renn"),
        (
            "[PER Timo Falk] built the light. [PER Olga Renn] keeps it. We had questions.",
            "Olga Renn",
        ),
        (
            "[PER Timo Falk] built the light. [PER Olga Renn] keeps it. We asked him why.",
            "Timo Falk",
        ),
        (
            "[PER Olga Renn] keeps the light for old [PER Timo Falk]. We had questions.",
            "Olga Renn",
        ),
        (
            "Talk of the Town\n\n[PER Timo Falk] built it. [PER Olga Renn] keeps it.",
            "Olga Renn",
        ),
        (
            "[PER Timo Falk] built it\n\nOur man answers questions. [PER Olga Renn] keeps it.",
            "Olga Renn",
        ),
        ("[PER Timo Falk] built the light. [PER Olga Renn] keeps it.", None),
        ("[PER Timo Falk] built it. [PER Karl Renn] keeps it. We asked her why.", None),
        ("The light is old. We asked its keeper.", None),
        ("", None),
    ],
)
def test_the_words_before_tell(intro: str, name: str | None) -> None:
    asking, answering, _, again = who(f"{intro}\n\n{TALK}")[-4:]
    assert (asking, answering, again) == ("Q", name, name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Interview with Olga Renn", "Olga Renn"),
        ("The light stays: a conversation with Olga Renn", "Olga Renn"),
        ("Ten questions for keeper Olga Renn", "Olga Renn"),
        ("Q&A with Olga Renn", "Olga Renn"),
        ("Olga Renn", None),
        ("Talks with Ruritania", None),
    ],
)
def test_so_does_the_title(title: str, name: str | None) -> None:
    assert who(TALK, title)[1] == name
    assert who(f"[PER Timo Falk] spoke to [PER Mina Oort].\n\n{TALK}", title)[1] == "Mina Oort"
    assert who(f"[PER Timo Falk] built it.\n\n{TALK}", title)[1] == (name or "Timo Falk")


def test_a_name_of_the_title_that_the_text_has_too() -> None:
    doc = build(f"[PER Timo Falk] and [PER Olga Renn] keep it.\n\n{TALK}")
    set_context(doc, title="Questions for Olga Renn")
    read_transcripts(doc)
    means = attributions(doc)[1].antecedent
    assert means is not None and means.start_char == len("Timo Falk and ")


def test_a_guest_who_is_welcomed() -> None:
    markup = (
        "Host: [PER Timo Falk] is away. Our guest is [PER Olga Renn].\n\nGuest: I am.\n\n"
        "Host: Are you well?\n\nGuest: I am."
    )
    assert who(markup) == ["Host", "Olga Renn", "Host", "Olga Renn"]


@pytest.mark.parametrize("words", ["was interviewed by", "was talking to", "is speaking with"])
def test_a_line_below_tells(words: str) -> None:
    markup = f"{TALK}\n\n[PER Olga Renn] {words} [PER Timo Falk]."
    assert who(markup) == ["Q", "Olga Renn", "Q", "Olga Renn"]
    assert who(f"{TALK} [PER Olga Renn] {words} [PER Timo Falk].")[1] is None
    assert who(f"{TALK}\n\n[PER Olga Renn] keeps the light.")[1] is None


def test_a_role_that_labels_a_turn_is_not_who_spoke_before() -> None:
    markup = "Judge [PER Renn]: Was it you?\n\nClerk: It was.\n\nJudge [PER Renn]: Why?"
    assert who(markup) == ["Renn", "Clerk", "Renn"]
    doc = point(build(markup), {"Clerk": {"Renn": 0.9}})
    read_transcripts(doc)
    resolve_speakers(doc, load_registry())
    assert [one.speaker and one.speaker.name for one in attributions(doc)][1] == "Clerk"
    assert who(f"{markup}\n\nThe clerk, [PER Timo Falk], was there.")[1] == "Timo Falk"


def test_whom_a_question_names_does_not_answer() -> None:
    assert who(f"Q: Who is [PER Timo Falk]?\n\nA: A man.\n\n{TALK}")[1] is None


def test_initials_and_surnames_mean_whom_the_words_before_name() -> None:
    markup = "{}: Was it you?\n\n{}: It was.\n\n{}: Why was it?"
    intro = "The Post met [PER Olga Renn], who keeps the light.\n\n"
    assert who(intro + markup.format("TP", "OR", "TP"))[1] == "Olga Renn"
    assert who(intro + markup.format("Post", "[PER Renn]", "Post"))[1] == "Olga Renn"


@pytest.mark.parametrize("label", ["Q", "Question", "Reporter", "Host", "Moderator", "Caller"])
def test_whoever_asks_is_unnamed(label: str) -> None:
    doc = build(f"{label}: Was it you?\n\n[PER Olga Renn]: It was.\n\n{label}: Why was it?")
    read_transcripts(doc)
    resolve_speakers(doc, load_registry())
    speakers = [(one.speaker.name, one.speaker.type) for one in attributions(doc) if one.speaker]
    assert speakers == [(label, "unnamed"), ("Olga Renn", "person"), (label, "unnamed")]
