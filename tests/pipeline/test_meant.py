from __future__ import annotations

import pytest

from quotes.pipeline.attribution import MEANT
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.meant import meant_of
from quotes.pipeline.tokens import blank
from tests.pipeline.builders import build
from tests.pipeline.pointed import point
from tests.pipeline.told import told


def test_the_shares_of_a_span_add_up_by_owner() -> None:
    doc = point(
        build("[PER Ann Lee] met [PER Bo Fox]. The mayor spoke."),
        {"The mayor": {"Ann Lee": 0.6, "Bo Fox": 0.2}},
    )
    owner = {0: "lee", 1: "lee", 3: "fox", 4: "fox"}
    people = meant_of(doc).people((6, 8), owner.get)
    assert people["lee"] == pytest.approx(0.6, abs=0.01)
    assert people["fox"] == pytest.approx(0.2, abs=0.01)


def test_the_words_of_the_span_itself_do_not_count() -> None:
    doc = point(build("[PER Ann Lee] spoke."), {"Ann Lee": {"spoke": 0.1}})
    assert meant_of(doc).people((0, 2), {0: "lee", 1: "lee"}.get) == {}


def test_a_type_is_the_mean_of_its_words() -> None:
    doc = point(build("The court spoke."), {"court": {}}, type="organization")
    assert meant_of(doc).type_of((0, 2))["organization"] == 0.5


@pytest.mark.parametrize("span", [(0, 0), (2, 2)])
def test_no_words_mean_nobody(span: tuple[int, int]) -> None:
    meant = meant_of(point(build("Ann spoke."), {}))
    assert meant.people(span, {0: "lee"}.get) == {}
    assert meant.type_of(span) == {}


def test_a_doc_that_the_model_has_not_read_means_nobody() -> None:
    meant = meant_of(build("Ann Lee spoke."))
    assert meant.people((0, 2), {2: "x"}.get) == {}
    assert meant.descriptions == []


def test_the_encoder_writes_it_and_places_are_tokens() -> None:
    doc = EncoderComponent(told)(blank()("\n\nAnn Lee said so.\n\n  It rained."))
    words = [token.i for token in doc if not token.is_space]
    assert doc.user_data[MEANT].token.tolist() == words
