"""Windows: cores that tile the text, context around, words with their shapes."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from quotes.encoder.features import Featurizer, Words
from quotes.encoder.place import FOLDER
from quotes.encoder.windows import Sizes, window_inputs, windows

SMALL = Sizes(core=20, before=6, after=4)
NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def features() -> Featurizer:
    return Featurizer(Path(FOLDER) / "tokenizer.json")


def words_of(text: str, features: Featurizer) -> tuple[Doc, Words]:
    doc = NLP.make_doc(text)
    return doc, features(doc)


def test_white_space_is_no_word_and_line_breaks_begin_paragraphs(features: Featurizer) -> None:
    doc, words = words_of("One two.\n\nThree  four.\nFive", features)
    assert " ".join(doc[int(t)].text for t in words.token) == "One two . Three four . Five"
    assert words.paragraph.tolist() == [True, False, False, True, False, False, True]


def test_letter_case_and_space_tell_words_apart(features: Featurizer) -> None:
    _, words = words_of('us US Us "us', features)
    assert words.pieces[0] == words.pieces[1] == words.pieces[2] == words.pieces[4]
    assert len({int(words.shape[i]) for i in (0, 1, 2, 4)}) == 4


def test_a_word_without_pieces_is_unknown_not_lost(features: Featurizer) -> None:
    _, words = words_of("a \u200b b", features)
    assert all(words.pieces)


@given(st.lists(st.sampled_from(["word", "a", "unbelievably", "\n", "\n\n", "."]), max_size=120))
def test_cores_tile_the_text(pieces: list[str]) -> None:
    features = Featurizer(Path(FOLDER) / "tokenizer.json")
    _, words = words_of(" ".join(pieces), features)
    found = windows(words, SMALL)
    covered = [n for w in found for n in range(w.core_start, w.core_end)]
    assert covered == list(range(len(words)))
    for window in found:
        assert window.start <= window.core_start < window.core_end <= window.end
        ids, shapes, places = window_inputs(words, window, features)
        assert len(ids) == len(shapes) <= SMALL.whole + 2
        assert len(places) == window.end - window.start


def test_cuts_fall_between_paragraphs(features: Featurizer) -> None:
    _, words = words_of("\n\n".join(["one two three four five six seven."] * 9), features)
    starts = [w.core_start for w in windows(words, SMALL)]
    assert len(starts) > 1
    assert all(words.paragraph[s] for s in starts)
