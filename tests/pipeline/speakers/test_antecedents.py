"""Whom pronouns and descriptions mean where the model has a say."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.speakers import resolve_speakers
from quotes.registry import load_registry
from tests.pipeline.builders import build
from tests.pipeline.pointed import point

TWO = "[PER Ann Lee] met [PER Eva Fox]. {s0 She} {c0 said} {q0 no}."
MEN = "[PER Carl Lee] met [PER Boris Fox]. {s0 A striker} {c0 said} {q0 no}."

CASES = [
    # the pointers of a pronoun settle it where they are sure, else the rules do
    (TWO, "She", {"Eva Fox": 0.9}, "Eva Fox"),
    (TWO, "She", {"Ann Lee": 0.9}, "Ann Lee"),
    (TWO, "She", {"Eva Fox": 0.65}, "Ann Lee"),
    # a description that no rule knows
    (MEN, "A striker", {"Boris Fox": 0.9}, "Boris Fox"),
    (MEN, "A striker", {"Carl Lee": 0.55, "Boris Fox": 0.2}, "Carl Lee"),
    (MEN, "A striker", {"Boris Fox": 0.3}, None),
    (MEN, "A striker", {}, None),
    # what the article says of somebody counts for more
    (
        "Mayor [PER Ann Lee] met [PER Eva Fox]. {s0 The mayor} {c0 said} {q0 no}.",
        "The mayor",
        {"Eva Fox": 0.9},
        "Ann Lee",
    ),
    # but where it fits two as well the pointers tell
    (
        "Mayor [PER Ann Lee] met Mayor [PER Eva Fox]. {s0 The mayor} {c0 said} {q0 no}.",
        "The mayor",
        {"Ann Lee": 0.9},
        "Ann Lee",
    ),
    (
        "Mayor [PER Ann Lee] met Mayor [PER Eva Fox]. {s0 The mayor} {c0 said} {q0 no}.",
        "The mayor",
        {},
        "Eva Fox",
    ),
    # nobody has two ages
    (
        "[PER Ann Lee], 60, left. {s0 The 34-year-old} {c0 said} {q0 no}.",
        "The 34-year-old",
        {"Ann Lee": 0.9},
        None,
    ),
    # a man is not she
    (
        "[PER Ann Lee] met Mr. [PER Fox]. {s0 She} {c0 said} {q0 no}.",
        "She",
        {"Fox": 0.9},
        "Ann Lee",
    ),
]


def speaker(doc) -> str | None:
    resolve_speakers(doc, load_registry())
    (found,) = attributions(doc)
    return found.speaker.name if found.speaker and found.speaker.type == "person" else None


@pytest.mark.parametrize(("markup", "source", "shares", "name"), CASES)
def test_antecedents(markup: str, source: str, shares: dict[str, float], name: str | None) -> None:
    assert speaker(point(build(markup), {source: shares})) == name


def test_who_is_meant_once_is_meant_again() -> None:
    doc = build(MEN + " {s1 A father of three} {c1 said} {q1 yes}.")
    point(doc, {"A striker": {"Boris Fox": 0.9}, "A father of three": {"A striker": 0.9}})
    resolve_speakers(doc, load_registry())
    assert [one.speaker.name for one in attributions(doc) if one.speaker] == ["Boris Fox"] * 2


@pytest.mark.parametrize(
    ("type", "found"),
    [("person", "person"), ("unnamed_person", "person"), ("organization", "organization"),
     ("document", "document")],
)  # fmt: skip
def test_what_looks_like_a_name_may_be_no_persons(type: str, found: str) -> None:
    doc = point(
        build("{s0 [PER Dover Scoreboard]} {c0 said} {q0 no}."), {"Dover Scoreboard": {}}, type=type
    )
    resolve_speakers(doc, load_registry())
    (one,) = attributions(doc)
    assert one.speaker is not None
    assert one.speaker.type == found


@pytest.mark.parametrize(
    ("source", "type", "found"),
    [
        # nouns that no list knows
        ("A bystander", "unnamed_person", "unnamed"),
        ("the top brass", "group", "group"),
        ("the latest tally", "document", "document"),
        ("the latest tally", "organization", "organization"),
        # a plural is many, or a text
        ("the latest tallies", "document", "document"),
        ("the bystanders", "document", "document"),
        ("the bystanders", "unnamed_person", "group"),
        # a list knows better
        ("the ministry", "unnamed_person", "organization"),
        ("The [ORG Moss Foundation]", "unnamed_person", "organization"),
    ],
)
def test_what_no_list_knows_the_model_tells(source: str, type: str, found: str) -> None:
    words = source.replace("[ORG ", "").replace("]", "")
    doc = point(build(f"{{s0 {source}}} {{c0 said}} {{q0 no}}."), {words: {}}, type=type)
    resolve_speakers(doc, load_registry())
    (one,) = attributions(doc)
    assert one.speaker is not None
    assert one.speaker.type == found
