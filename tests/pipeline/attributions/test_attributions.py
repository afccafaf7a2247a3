"""From hand-made scores to attributions: linking, boundaries, kinds, acts."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.attributions import Attributions
from quotes.pipeline.attributions.acts import cue_act, word_act
from quotes.pipeline.attributions.boundaries import unite
from quotes.pipeline.attributions.confidence import LEAST
from quotes.pipeline.encoder import SCORES
from quotes.pipeline.layout.marks import Marks
from tests.pipeline.scored import scored


def run(marked: str, **options: float) -> tuple[Doc, list[Attribution]]:
    doc = scored(marked, **options)
    Marks()(doc)
    Attributions()(doc)
    return doc, attributions(doc)


def texts(found: list[Attribution]) -> list[tuple[str, str, str]]:
    return [
        tuple(" + ".join(s.text for s in spans) for spans in (a.source, a.cue, a.content))
        for a in found
    ]  # type: ignore[misc]


def test_one_attribution() -> None:
    _, found = run("Putin/S1 said/C1 that/- it/T1 rains/T1 ./-")
    assert texts(found) == [("Putin", "said", "it rains")]
    assert found[0].kind == "indirect"
    assert found[0].act == "speech"


def test_pieces_around_the_cue_and_in_the_next_sentence_are_one() -> None:
    _, found = run('"/T1 No/T1 ,/T1 "/T1 he/S1 said/C1 ./- "/T1 Never/T1 ./T1 "/T1')
    assert texts(found) == [("he", "said", '" No , " + " Never . "')]
    assert found[0].kind == "direct"


def test_two_attributions_in_one_sentence() -> None:
    _, found = run("Ann/S1 said/C1 yes/T1 but/- Bob/S2 said/C2 no/T2")
    assert texts(found) == [("Ann", "said", "yes"), ("Bob", "said", "no")]


def test_a_cue_without_content_is_no_attribution() -> None:
    assert run("Ann/S1 spoke/C1 ./-")[1] == []


def test_a_content_without_cue_stands_alone() -> None:
    _, found = run('"/T9 Never/T9 ./T9 "/T9 It/- rained/- ./-')
    assert texts(found) == [("", "", '" Never . "')]


def test_a_pointer_makes_a_cue_of_a_word_without_a_label() -> None:
    doc = scored("Ann/S1 mused/C1 yes/T1 it/T1 does/T1 ./-")
    doc.user_data["quotes_scores"].role[1] = [5, 0, 0, 4, 0, 0, 0]  # the label narrowly misses it
    Marks()(doc)
    Attributions()(doc)
    assert texts(attributions(doc)) == [("Ann", "mused", "yes it does")]


def test_contents_that_barely_point_to_one_cue_are_kept_apart() -> None:
    _, found = run("Ann/S1 said/C1 yes/T1 ./- Then/- no/T1 ./-", link_scores=1.0)
    assert len(found) == 2


def test_a_quoted_content_is_stretched_to_its_marks() -> None:
    _, found = run('"/- We/T1 will/T1 ./- "/- Ann/S1 said/C1 ./-')
    assert texts(found) == [("Ann", "said", '" We will . "')]


def test_but_not_over_a_cue() -> None:
    _, found = run('"/- We/T1 will/T1 ,/T1 Ann/S1 said/C1 ./-')
    assert texts(found) == [("Ann", "said", '" We will ,')]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ('Ann/S1 said/C1 "/T1 all/T1 is/T1 well/T1 ./T1 "/T1', "direct"),
        ('Ann/S1 called/C1 it/T1 "/T1 a/T1 farce/T1 "/T1', "mixed"),
        ("Ann/S1 said/C1 all/T1 is/T1 well/T1", "indirect"),
    ],
)
def test_kinds(marked: str, kind: str) -> None:
    assert run(marked)[1][0].kind == kind


@pytest.mark.parametrize(
    ("cue", "clause", "act"),
    [
        ("said", False, "speech"),
        ("has repeatedly denied", False, "speech"),
        ("according to", False, "speech"),
        (":", False, "speech"),
        ("", False, "speech"),
        ("believes", False, "thought"),
        ("thought", False, "thought"),
        ("is planning", False, "thought"),
        ("swore", False, "speech"),
        ("told reporters", False, "speech"),
        ("waxed lyrical", True, "speech"),
        ("waxed lyrical", False, "thought"),
    ],
)
def test_acts(cue: str, clause: bool, act: str) -> None:
    assert cue_act(cue, clause=clause) == act


@pytest.mark.parametrize("word", ["of", "Monday", "strawberries"])
def test_words_that_tell_no_act(word: str) -> None:
    assert word_act(word) is None


def test_no_content_begins_with_a_comma_and_no_source_with_but() -> None:
    _, found = run("But/S1 Ann/S1 said/C1 ,/T1 it/T1 rains/T1")
    assert texts(found) == [("Ann", "said", "it rains")]


def test_a_time_is_nothing_said() -> None:
    _, found = run("It/T1 rains/T1 ,/- Ann/S1 said/C1 the/T1 same/T1 day/T1 ./-")
    assert texts(found) == [("Ann", "said", "It rains")]


def test_a_word_that_only_points_is_nothing_said() -> None:
    assert run("They/S1 disclosed/C1 them/T1 ./-")[1] == []


def test_sources_that_touch_are_one_but_not_over_a_paragraph() -> None:
    spans = [(0, 2), (2, 3), (3, 4)]
    assert unite(spans, np.array([True, False, False, True])) == [(0, 3), (3, 4)]


def test_no_content_runs_over_a_paragraph() -> None:
    _, found = run("Ann/S1 urges/C1 peace/T1 ¶/- She/T1 spoke/T1 ./-")
    assert next(c for _, _, c in texts(found)).split(" + ")[0] == "peace"


def test_one_source_serves_two_cues() -> None:
    _, found = run("Ann/S1 praised/C2 Bob/T2 ,/- saying/C1 all/T1 is/T1 well/T1")
    assert [source for source, _, _ in texts(found)] == ["Ann", "Ann"]


def test_one_source_points_to_two_cues() -> None:
    _, found = run("Ann/S12 said/C1 yes/T1 ./- ¶/- Also/- said/C2 was/- no/T2 ./-")
    assert texts(found) == [("Ann", "said", "yes"), ("Ann", "said", "no")]


def test_what_is_too_unsure_is_left_out() -> None:
    def unsure(features: list[float]) -> float:
        return LEAST - 0.01

    doc = scored("Ann/S1 said/C1 yes/T1 ./-")
    Marks()(doc)
    Attributions(unsure)(doc)
    assert attributions(doc) == []


def test_no_span_cuts_a_written_word() -> None:
    doc = spacy.blank("en")("Ann didn't say it cannot rain.")
    component = Attributions()
    doc.user_data[SCORES] = scored(
        "Ann/S1 did/- n't/C1 say/C1 it/T1 can/T1 not/- rain/- ./-"
    ).user_data[SCORES]
    Marks()(doc)
    component(doc)
    assert texts(attributions(doc)) == [("Ann", "didn't say", "it cannot")]


def test_an_empty_text() -> None:
    assert run("")[1] == []


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        # "this" stands for the sentence before
        ("Roads/- open/- ./- This/T1 was/C1 said/C1 by/C1 Lee/S1 ./-", ["Roads open ."]),
        ("Roads/- open/- ./- Lee/S1 said/C1 this/T1 ./-", ["Roads open ."]),
        ("Roads/- open/- ./- This/T1 is/T1 what/T1 Lee/S1 said/C1 ./-", ["Roads open ."]),
        # for what somebody else was said to have said in it
        (
            "Ann/S1 said/C1 roads/T1 open/T1 ./- This/T2 was/C2 denied/C2 by/C2 Lee/S2 ./-",
            ["roads open", "roads open"],
        ),
        # for what follows
        (
            "Roads/- open/- ./- This/T1 is/T1 what/T1 Lee/S1 said/C1 :/- it/T1 rains/T1",
            ["it rains"],
        ),
        # who knows it has not said it; and before the first sentence there is none
        ("Roads/- open/- ./- Lee/S1 knows/C1 this/T1 ./-", []),
        ("Lee/S1 said/C1 this/T1 ./-", []),
        # other words that point stand for less than a sentence
        ("Roads/- open/- ./- Lee/S1 said/C1 it/T1 ./-", []),
    ],
)
def test_this_is_what_somebody_said(marked: str, contents: list[str]) -> None:
    doc = scored(marked)
    starts = [i for i, token in enumerate(doc) if i == 0 or doc[i - 1].text == "."]
    doc.user_data[SCORES].starts[starts] = True
    Attributions()(Marks()(doc))
    assert [one.content[0].text for one in attributions(doc)] == contents


def test_no_source_ends_with_a_conjunction() -> None:
    _, found = run("“Yes,”/T1 said/C1 Ann/S1 Lee/S1 and/S1 left/- ./-")
    assert [span.text for span in found[0].source] == ["Ann Lee"]
