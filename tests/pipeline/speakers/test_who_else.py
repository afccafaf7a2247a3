"""Somebody else than the one who has just spoken, somebody's relative, and by a broader word."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from quotes.pipeline.attribution import attributions
from quotes.pipeline.speakers import resolve_speakers
from quotes.pipeline.speakers.broader import narrower
from quotes.records import Speaker
from quotes.registry import load_registry
from tests.pipeline.builders import build
from tests.pipeline.pointed import point

SPOKE = "{s0 [PER Ann Lee]} {c0 said} {q0 it rains}. "


def last(doc_or_markup: str | Doc) -> Speaker | None:
    doc = build(doc_or_markup) if isinstance(doc_or_markup, str) else doc_or_markup
    resolve_speakers(doc, load_registry())
    return attributions(doc)[-1].speaker


@pytest.mark.parametrize(
    ("rest", "type", "name"),
    [
        # a new sentence of the driver's
        ("{s1 The driver} {c1 said} {q1 it did not}.", "unnamed_person", "The driver"),
        ("But {s1 the driver} {c1 said} {q1 it did not}.", "unnamed_person", "the driver"),
        # surely somebody with a name
        ("{s1 The driver} {c1 said} {q1 it did not}.", "person", "Ann Lee"),
        # after the words
        ("{q1 “It did not,”} {s1 the driver} {c1 said}.", "unnamed_person", "Ann Lee"),
    ],
)
def test_an_official_is_not_the_one_who_spoke(rest: str, type: str, name: str) -> None:
    words = "The driver" if "The driver" in rest else "the driver"
    found = last(point(build(SPOKE + rest), {words: {"Ann Lee": 0.8}}, type=type))
    assert found is not None
    assert found.name == name


def test_a_stranger_stays_one() -> None:
    again = (
        "{s1 The driver} {c1 said} {q1 it did not}. {q2 “I saw it,”} {s2 the driver} {c2 added}."
    )
    found = last(
        point(build(SPOKE + again), {"The driver": {"Ann Lee": 0.8}}, type="unnamed_person")
    )
    assert found == Speaker(name="the driver", type="unnamed")


def test_an_unnamed_one_is_brought_in() -> None:
    rest = "{s1 A guard} {c1 said} {q1 it did not}.\n\n{q2 “I saw it,”} {s2 the guard} {c2 said}."
    found = last(point(build(SPOKE + rest), {"the guard": {"Ann Lee": 0.8}}))
    assert found == Speaker(name="the guard", type="unnamed")


def test_who_is_named_in_the_words_has_not_said_them() -> None:
    markup = "{q0 “This is [PER Tom Moss],”} {s0 a guard} {c0 said}."
    assert last(point(build(markup), {"a guard": {"Tom Moss": 0.9}})) == Speaker(
        name="a guard", type="unnamed"
    )


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("[PER Mary Moss] met the board. {q1 “It does,”} {s1 she} {c1 said}.", "Mary Moss"),
        # another of that sentence
        ("[PER Ann Lee] met [PER Mary Moss]. {s1 She} {c1 said} {q1 it does}.", "Ann Lee"),
        ("Later [PER Mary Moss] met the board. {s1 She} {c1 said} {q1 it does}.", "Mary Moss"),
        # not the subject, of the other sex, in another paragraph, in a quotation
        ("The board met [PER Mary Moss]. {s1 She} {c1 said} {q1 it does}.", "Ann Lee"),
        ("[PER John Moss] met the board. {s1 She} {c1 said} {q1 it does}.", "Ann Lee"),
        ("[PER Mary Moss] met the board.\n\n{s1 She} {c1 said} {q1 it does}.", "Ann Lee"),
    ],
)
def test_she_is_who_has_just_acted(rest: str, name: str) -> None:
    doc = point(build(SPOKE + rest), {"She" if "She" in rest else "she": {"Ann Lee": 0.9}})
    found = last(doc)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("{q1 “It does,”} {s1 she} {c1 added}.", "Ann Lee"),
        ("{s1 She} {c1 added} {q1 that it does}.", "Ann Lee"),
        # who only says it may be the other; and so may who adds it in another paragraph
        ("{s1 She} {c1 said} {q1 it does}.", "Mary Moss"),
        ("[PER Mary Moss] came.\n\n{s1 She} {c1 added} {q1 that it does}.", "Mary Moss"),
    ],
)
def test_she_added_is_who_has_just_spoken(rest: str, name: str) -> None:
    markup = "[PER Mary Moss] came.\n\n" + SPOKE + rest
    found = last(point(build(markup), {"She" if "She" in rest else "she": {"Mary Moss": 0.9}}))
    assert found is not None
    assert found.name == name


def test_a_new_subject_is_seen_where_the_model_has_missed_its_sentence() -> None:
    doc = build(SPOKE + "[PER Mary Moss] met the board. {s1 She} {c1 said} {q1 it does}.")
    next(token for token in doc if token.text == "Mary").is_sent_start = False
    found = last(point(doc, {"She": {"Ann Lee": 0.9}}))
    assert found is not None
    assert found.name == "Mary Moss"


def test_the_model_gives_no_role_to_the_other_sex() -> None:
    markup = "[PER Tom Moss] came.\n\n{q0 “No,”} {s0 the actress} {c0 said}."
    assert last(point(build(markup), {"the actress": {"Tom Moss": 0.9}})) == Speaker(
        name="the actress", type="unnamed"
    )


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("The drivers came. ", "The drivers"),
        ("Several local drivers came. ", "Several local drivers"),
        ("The road was closed. ", "The police"),
        ("", "The police"),
        ("The drivers came.\n\n", "The police"),
    ],
)
def test_they_are_who_has_just_acted(between: str, name: str) -> None:
    found = last(
        "{s0 The police} {c0 said} {q0 it rains}. " + between + "{s1 They} {c1 said} {q1 it does}."
    )
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        (
            "{s0 [PER Tom Lee]'s son} {c0 said} {q0 no}. {q1 “Yes,”} {s1 the son} {c1 said}.",
            "the son",
        ),
        ("The son of [PER Tom Lee] spoke. {q1 “Yes,”} {s1 the son} {c1 said}.", "the son"),
        ("[PER Tom Lee], her son, spoke. {q1 “Yes,”} {s1 the son} {c1 said}.", "Tom Lee"),
        # the sexes tell whose name it is
        (
            "{q1 “No,”} {c1 said} {s1 the mother of the boy, [PER Tom Lee]}.",
            "the mother of the boy",
        ),
        (
            "{q1 “No,”} {c1 said} {s1 the aunt of the missing, [PER Tom Lee]}.",
            "the aunt of the missing",
        ),
        ("{q1 “No,”} {c1 said} {s1 the mother of the boy, [PER Ann Lee]}.", "Ann Lee"),
        ("{q1 “No,”} {c1 said} {s1 the boy's mother, [PER Ann Lee]}.", "Ann Lee"),
    ],
)
def test_relatives(markup: str, name: str) -> None:
    found = last(markup)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("before", "word", "name"),
    [
        ("[PER Ann Lee], a senator, came.", "the lawmaker", "Ann Lee"),
        ("Ambassador [PER Ann Lee] came.", "the diplomat", "Ann Lee"),
        ("[PER Ann Lee], a novelist, met [PER Tom Moss], a surgeon.", "the physician", "Tom Moss"),
        # of two nobody; and of none
        ("Bishop [PER Ann Lee] met [PER Tom Moss], a rabbi.", "the cleric", None),
        ("A lawmaker came. [PER Ann Lee], a senator, came.", "the lawmaker", None),
        ("[PER Ann Lee], a senator, came.", "a lawmaker", None),
    ],
)
def test_broader_words(before: str, word: str, name: str | None) -> None:
    found = last(f"{before}\n\nIt rained.\n\n{{q0 “No,”}} {{s0 {word}}} {{c0 said}}.")
    assert found is not None
    assert found.name == (name or word)


def test_no_word_is_broader_than_itself() -> None:
    assert "senator" in narrower("lawmaker")
    assert all(word not in narrower(word) for word in ("lawmaker", "doctor", "officer"))
    assert not narrower("senator")


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("A. R. [PER Moss] came. {s0 [PER Moss]} {c0 said} {q0 no}.", "A. R. Moss"),
        ("{s0 I. [PER Moss]} {c0 said} {q0 no}.", "I. Moss"),
        ("They chose plan B.\n{s0 [PER Moss]} {c0 said} {q0 no}.", "Moss"),
        # accents tell two apart, and do not part one
        ("[PER Ana Leão] met [PER Rui Leao]. {s0 [PER Leao]} {c0 said} {q0 no}.", "Rui Leao"),
        ("[PER Ana Leão] met [PER Rui Leao]. {s0 [PER Leão]} {c0 said} {q0 no}.", "Ana Leão"),
        ("[PER Ana Leão] came. {s0 [PER Leao]} {c0 said} {q0 no}.", "Ana Leão"),
        # capitals
        ("{s0 [PER UMA KOSK]} {c0 said} {q0 no}.", "Uma Kosk"),
        ("{s0 [PER CJ KOSK]} {c0 said} {q0 no}.", "CJ Kosk"),
        # trades that no list has
        ("{s0 [PER Glazier Tom Moss]} {c0 said} {q0 no}.", "Tom Moss"),
        ("{s0 [PER Alexander Tom Moss]} {c0 said} {q0 no}.", "Alexander Tom Moss"),
        ("Then {s0 [PER Glazier Tom Moss]} {c0 said} {q0 no}.", "Glazier Tom Moss"),
        # a role right after the name
        ("{s0 [PER Tom Moss] Local Director for Relief} {c0 said} {q0 no}.", "Tom Moss"),
        ("[PER Malcolm X] came. {s0 X} {c0 said} {q0 no}.", "Malcolm X"),
    ],
)
def test_names(markup: str, name: str) -> None:
    found = last(markup)
    assert found is not None
    assert found.name == name


def test_a_lone_initial_is_nobodys_name() -> None:
    doc = build("[PER Malcolm X] spoke. Case X was closed.")
    resolve_speakers(doc, load_registry())
    assert [span.text for span in doc.spans["mentions"]] == ["Malcolm X"]


def test_whom_others_only_speak_of_has_not_spoken() -> None:
    spoke = "{s0 A guard} {c0 said} {q0 [PER Tom Ray] was late}. It rained.\n\n"
    named = "[PER Tom Ray] came. "
    rest = "{q1 “No,”} {s1 the councillor} {c1 said}."
    assert last(spoke + rest) == Speaker(name="the councillor", type="unnamed")
    assert last(named + spoke + rest) == Speaker(name="Tom Ray")
