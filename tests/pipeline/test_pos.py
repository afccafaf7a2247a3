"""Penn tags and words → universal parts of speech."""

from __future__ import annotations

import pytest

import quotes
from quotes.pipeline.pos import parts_of_speech

SENTENCES = [
    ("she/PRP has/VBZ not/RB said/VBN that/DT", "PRON AUX PART VERB PRON"),
    ("that/DT man/NN has/VBZ a/DT cold/NN", "DET NOUN VERB DET NOUN"),
    ("they/PRP say/VBP that/IN it/PRP is/VBZ late/JJ", "PRON VERB SCONJ PRON AUX ADJ"),
    ("do/VBP you/PRP know/VB nobody/NN ?/.", "AUX PRON VERB PRON PUNCT"),
    ("he/PRP did/VBD it/PRP in/IN Rome/NNP", "PRON VERB PRON ADP PROPN"),
    ("we/PRP 're/VBP going/VBG to/TO win/VB", "PRON AUX VERB PART VERB"),
    ("you/PRP must/MD pay/VB $/$ 5/CD", "PRON AUX VERB SYM NUM"),
    ("Ann/NNP 's/POS dog/NN \n/_SP ran/VBD quickly/RB", "PROPN PART NOUN SPACE VERB ADV"),
    ("those/DT two/CD old/JJ ships/NNS", "DET NUM ADJ NOUN"),
    ("odd/ZZ", "X"),
]


@pytest.mark.parametrize(("tagged", "wanted"), SENTENCES)
def test_parts_of_speech(tagged: str, wanted: str) -> None:
    pairs = [word.rpartition("/") for word in tagged.split(" ")]
    words, tags = [word.lower() for word, _, _ in pairs], [tag for _, _, tag in pairs]
    assert " ".join(parts_of_speech(words, tags)) == wanted


def test_no_words() -> None:
    assert list(parts_of_speech([], [])) == []


def test_a_doc_has_them_unless_it_has_its_own() -> None:
    nlp = quotes.load()
    doc = nlp("Mayor Ann Moss said she would not leave.")
    assert [token.pos_ for token in doc][1:5] == ["PROPN", "PROPN", "VERB", "PRON"]
    doc = nlp.make_doc("Ann Moss said no.")
    for token in doc:
        token.pos_ = "X"
    assert {token.pos_ for token in nlp(doc)} == {"X"}
