"""The component `quotes` in a spaCy pipeline, with the shipped model."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

import quotes
from quotes.errors import InputError, ModelError
from quotes.extraction import doc_quotes
from quotes.pipeline.attribution import Attribution, attributions
from quotes.records import Article

TEXT = '"We are ready," Ada Moreau said. She told reporters that the work would begin on Monday.'
MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''"]
BITS = [
    *MARKS,
    "Ada Moreau",
    "said",
    "that",
    "it works",
    ".",
    ",",
    "\n",
    "\n\n",
    " ",
    "\u200b",
    "😀",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("quotes")
    return pipeline


def test_it_works_in_a_blank_pipeline(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = attributions(doc)
    assert next(span.text for one in found for span in one.content) == '"We are ready,"'
    assert len(list(doc.sents)) == 2
    assert [ent.label_ for ent in doc.ents] == ["PER"]
    assert doc[0].tag_ == "``"


def test_sentences_and_entities_that_are_there_stay() -> None:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada"}])  # type: ignore[attr-defined]
    pipeline.add_pipe("sentencizer", config={"punct_chars": ["!"]})
    pipeline.add_pipe("quotes")
    doc = pipeline(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ada", "PERSON")]
    assert len(list(doc.sents)) == 1
    assert attributions(doc)


def told(doc: Doc) -> list[tuple[Attribution, list[str]]]:
    """All that is known of a Doc's attributions, their spans as words."""
    return [
        (
            replace(one, content=[], cue=[], source=[]),
            [span.text for span in (*one.content, *one.cue, *one.source)],
        )
        for one in attributions(doc)
    ]


def test_attributions_survive_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert told(doc) == told(again)


def test_pipe_gives_what_calls_give(nlp: Language) -> None:
    texts = [TEXT, "", "Nothing was said here.", TEXT * 3]
    many = [told(doc) for doc in nlp.pipe(texts)]
    assert many == [told(nlp(text)) for text in texts]


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join) | st.text(max_size=80))
@settings(max_examples=150)
def test_any_text_gives_spans_that_slice_to_their_words(text: str) -> None:
    article = Article(id="a", text=text)
    doc: Doc = quotes.load()(text)
    for quote in doc_quotes(doc, article):
        for places, words in (
            (quote.content, quote.text),
            (quote.cue, quote.cue_text),
            (quote.source, quote.source_text),
        ):
            assert " … ".join(text[start:end] for start, end in places) == (words or "")
            for start, end in places:
                assert isinstance(doc.char_span(start, end), Span)


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model in"):
        spacy.blank("en").add_pipe("quotes", config={"model": str(tmp_path)})


def test_a_broken_model(tmp_path: Path) -> None:
    from quotes.encoder.place import FOLDER

    for name in ("config.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        spacy.blank("en").add_pipe("quotes", config={"model": str(tmp_path)})


def test_speakers_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[person]]\nid = "ada-moreau"\nname = "Ada Moreau"\nnames = ["A. Moreau"]\n',
        encoding="utf8",
    )
    pipeline = spacy.blank("en")
    pipeline.add_pipe("quotes", config={"speakers": str(path)})
    one = attributions(pipeline(TEXT))[0]
    assert one.speaker is not None and one.speaker.id == "ada-moreau"
    with pytest.raises(InputError):
        spacy.blank("en").add_pipe("quotes", config={"speakers": str(tmp_path / "none.toml")})


def test_it_goes_to_other_processes(nlp: Language) -> None:
    import pickle

    component = pickle.loads(pickle.dumps(nlp.get_pipe("quotes")))
    doc = component(nlp.make_doc(TEXT))
    assert told(doc) == told(nlp(TEXT))


def test_an_article_on_the_doc_survives_bytes_and_others_data_is_left_alone(nlp: Language) -> None:
    from quotes.extraction import article_doc

    doc, _ = article_doc(nlp, Article(id="a", text=TEXT, date=dt.date(2020, 11, 21)))
    assert doc.to_bytes()
    doc = nlp.make_doc(TEXT)
    doc.user_data["article"] = "somebody else's"
    assert attributions(nlp(doc))
