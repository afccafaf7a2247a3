"""Each step is a component of spaCy's: named, to be left out, and analysed."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from spacy.language import Language

import quotes
from quotes.pipeline.attribution import attributions
from quotes.pipeline.context import set_context
from quotes.pipeline.whole import STEPS, make_step

TEXT = 'Mayor Ada Moreau said on Monday: "We are ready." She did not say when, Interfax reported.'


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline of one's own, of all steps."""
    pipeline = spacy.blank("en")
    for step in STEPS:
        pipeline.add_pipe(step)
    return pipeline


def test_the_library_has_them_one_by_one() -> None:
    assert tuple(quotes.load().pipe_names) == STEPS


def test_each_has_what_it_requires(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert not any(analysis["problems"].values())
    without = spacy.blank("en")
    without.add_pipe("quotes_dates")
    assert without.analyze_pipes()["problems"]["quotes_dates"]


def test_one_component_of_all_gives_the_same(nlp: Language) -> None:
    whole = spacy.blank("en")
    whole.add_pipe("quotes")
    one, other = (pipeline(TEXT) for pipeline in (nlp, whole))
    key = "attributions"
    assert one.spans["quotes"].attrs[key] == other.spans["quotes"].attrs[key] != {}


def test_a_step_may_be_left_out(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    set_context(doc, date=dt.date(2020, 11, 21))
    assert attributions(nlp(doc))[0].said_on == dt.date(2020, 11, 16)
    doc = nlp.make_doc(TEXT)
    set_context(doc, date=dt.date(2020, 11, 21))
    with nlp.select_pipes(disable=["quotes_dates", "quotes_roles"]):
        (one, *_) = attributions(nlp(doc))
    assert (one.said_on, one.role) == (None, None)
    assert one.speaker is not None and one.speaker.name == "Ada Moreau"


def test_a_step_of_ones_own_between_them() -> None:
    @Language.component("louder")
    def louder(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        for one in doc._.quotes:
            one.role = "MAYOR"
        return doc

    pipeline = spacy.blank("en")
    for step in STEPS:
        pipeline.add_pipe(step)
    pipeline.add_pipe("louder", before="quotes_spans")
    assert {one.role for one in pipeline(TEXT)._.quotes} == {"MAYOR"}


def test_what_a_doc_and_its_spans_say(nlp: Language) -> None:
    doc = nlp(TEXT)
    first = doc._.quotes[0]
    assert first.speaker.name == "Ada Moreau"
    for group in ("quotes", "cues", "sources"):
        assert doc.spans[group][0]._.attribution.id == first.id
    assert doc[0:1]._.attribution is None
    assert spacy.blank("en")("No quotes here.")._.quotes == []


def test_no_other_steps() -> None:
    with pytest.raises(KeyError):
        make_step("quotes_weather")


def test_lemmas_for_other_tools() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("quotes")
    pipeline.add_pipe("quotes_lemmas")
    lemmas = {token.text: token.lemma_ for token in pipeline("Ann Lee said it rained.")}
    assert lemmas == {
        "Ann": "Ann",
        "Lee": "Lee",
        "said": "say",
        "it": "it",
        "rained": "rain",
        ".": ".",
    }
