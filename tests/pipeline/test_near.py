"""Entities and sentences near a place are those that spaCy finds in the whole Doc."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from quotes.pipeline.near import names_in, sentence_near
from tests.counted import steps
from tests.pipeline.builders import build

TEXT = (
    "Mayor [PER Ann Moss] of [LOC Ostrava] met [PER Ben] [ORG City Hall] staff. [PER Lee] left.\n"
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return build(TEXT * 3)


def test_names(doc: Doc) -> None:
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            span = doc[start:end]
            assert [(e.start, e.end, e.label) for e in names_in(span)] == [
                (e.start, e.end, e.label) for e in span.ents
            ]


def test_sentences(doc: Doc) -> None:
    for token in doc:
        sent = token.sent
        for most in (1, 3, 100):
            near = sentence_near(doc, token.i, most)
            expected = max(sent.start, token.i - most), min(sent.end, token.i + most)
            assert (near.start, near.end) == expected


def test_the_rest_of_the_doc_takes_no_time() -> None:
    short, long = build(TEXT * 3), build(TEXT * 30)
    for work in (lambda d: names_in(d[1:9]), lambda d: sentence_near(d, 5, 40)):
        assert steps(lambda work=work: work(long)) == steps(lambda work=work: work(short))
