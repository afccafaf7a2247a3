"""The inner of two attributions is the attribution; who passed it on becomes its via."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.nested import unnest
from quotes.pipeline.layout.marks import Marks
from tests.pipeline.builders import build

Found = tuple[str, str, str]

CASES: list[tuple[str, Found]] = [
    (
        "{q0 “No,”} {s0 [ORG Interfax]} {c0 quoted} [PER Ann Lee] as saying.",
        ("Ann Lee", "quoted + as saying", "“No,”"),
    ),
    (
        "{s0 [ORG Interfax]} {c0 quoted} {q0 [PER Ann Lee] as saying it rains}.",
        ("Ann Lee", "quoted + as saying", "it rains"),
    ),
    (
        "{q0 [PER Ann Lee] said that it rains}, {s0 [ORG Interfax]} {c0 reported}.",
        ("Ann Lee", "said", "that it rains"),
    ),
    (
        "{q0 “No,”} she said, {c0 according to} {s0 his press service}.",
        ("she", "said", "“No,”"),
    ),
    (
        "{q0 During the talks [PER Ann Lee] said it rains}, {s0 [ORG Interfax]} {c0 reported}.",
        ("Ann Lee", "said", "it rains"),
    ),
    ("{q0 “No,” she said}, {c0 according to} {s0 his press service}.", ("she", "said", "“No,”")),
    (
        "{q1 it rains}, {q0 [PER Ann Lee] said today}, {c0 according to} {s0 [ORG Interfax]}.",
        ("Ann Lee", "said", "it rains"),
    ),
    (
        "{q0 It rains, [PER Ann Lee] said on Friday}, {c0 according to} {s0 [ORG Interfax]}.",
        ("Ann Lee", "said", "It rains"),
    ),
    (
        "{q0 “It has been raining here for so long that the oldest of us do not know when it began,"
        " and nobody in the town can tell,” she said}, {c0 according to} {s0 her press service}.",
        ("she", "said", "“It has been raining here for so long that the oldest of us do not know "
         "when it began, and nobody in the town can tell,”"),
    ),
    # whom a medium cites; not what a ministry says that it goes by
    (
        "{q0 It rains}, {s0 [ORG Radio Blue]} {c0 reported}, citing [PER Ann Lee].",
        ("Ann Lee", "citing", "It rains"),
    ),
    (
        "{s0 [ORG Radio Blue]}, quoting two officials, {c0 reported} that {q0 it rains}.",
        ("two officials", "quoting", "it rains"),
    ),
    (
        "{q0 It rains}, {s0 the ministry} {c0 said}, citing [PER Ann Lee].",
        ("the ministry", "said", "It rains"),
    ),
    # a content that was left without its cue
    ("[PER Ann Lee] said Monday {q0 it rains}.", ("Ann Lee", "said", "it rains")),
    # nothing inside: the medium itself is the source
    (
        "{q0 it rains}, {c0 according to} {s0 [ORG Interfax]}.",
        ("Interfax", "according to", "it rains"),
    ),
    # what is quoted inside marks stays whole
    (
        "{q0 “[PER Ann Lee] said it rains,”} {s0 [ORG Interfax]} {c0 reported}.",
        ("Interfax", "reported", "“Ann Lee said it rains,”"),
    ),
    # a person who reports what another said is a source of their own
    (
        "{q0 [PER Ann Lee] said it rains}, {s0 [PER Tom Ray]} {c0 reported}.",
        ("Tom Ray", "reported", "Ann Lee said it rains"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), CASES)
def test_unnest(markup: str, expected: Found) -> None:

    doc = build(markup)
    Marks()(doc)
    unnest(doc)
    (one,) = attributions(doc)
    found = tuple(" + ".join(s.text for s in part) for part in (one.source, one.cue, one.content))
    assert found == expected


def test_what_was_taken_for_a_content_goes() -> None:

    doc = build("{q1 [PER Ann Lee] said} {q0 it rains}, and {s1 [ORG Interfax]} {c1 reported} it.")
    Marks()(doc)
    unnest(doc)
    assert [[s.text for s in one.content] for one in attributions(doc)] == [["it rains"]]


@pytest.mark.parametrize(
    "inside",
    ["people who say they are ill stay home", "the plan he announced on Monday was dead",
     "what he said was false"],
)  # fmt: skip
def test_a_relative_clause_has_no_inner_speaker(inside: str) -> None:
    doc = build(f"{{s0 [ORG The ministry]}} {{c0 said}} {{q0 {inside}}}.")
    Marks()(doc)
    unnest(doc)
    (one,) = attributions(doc)
    assert [s.text for s in one.source] == ["The ministry"]
    assert [s.text for s in one.content] == [inside]


def test_the_cue_of_another_attribution_is_not_the_inner_one() -> None:
    doc = build(
        "{s0 [ORG The army]} {c0 said} {q0 it had left}, but {s1 rebels} {c1 insisted} {q1 it was}."
    )
    Marks()(doc)
    unnest(doc)
    assert [[s.text for s in one.source] for one in attributions(doc)] == [["The army"], ["rebels"]]
