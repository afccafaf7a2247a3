"""Said, not said, or perhaps to be said."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.factuality import add_factuality
from tests.pipeline.builders import build

TABLE = [
    ("{s0 Ann Lee} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 Ann Lee} did not {c0 say} {q0 why it rains}.", "negated"),
    ("{s0 Ann Lee} {c0 didn't say} {q0 why it rains}.", "negated"),
    ("{s0 She} has never {c0 said} {q0 that it rains}.", "negated"),
    ("{s0 She} would not {c0 comment on} {q0 the rain}.", "negated"),
    ("{s0 Nobody} {c0 said} {q0 it rains}.", "negated"),
    ("{s0 No minister} {c0 said} {q0 it rains}.", "negated"),
    ("{s0 None of them} {c0 said} {q0 it rains}.", "negated"),
    ("{s0 She} {c0 declined to say} {q0 why it rains}.", "negated"),
    ("{s0 She} declined to {c0 say} {q0 why it rains}.", "negated"),
    ("{s0 She} stopped short of {c0 saying} {q0 that it rains}.", "negated"),
    ("{s0 She} left without {c0 saying} {q0 why it rains}.", "negated"),
    ("{s0 She} denied {c0 saying} {q0 that it rains}.", "negated"),
    ("{s0 She} not only {c0 said} {q0 it rains}, she sang.", "factual"),
    ("{s0 She} did not hesitate to {c0 say} {q0 it rains}.", "factual"),
    ("{s0 She} never tired of {c0 saying} {q0 it rains}.", "factual"),
    ("{s0 She} did not refuse to {c0 say} {q0 why it rains}.", "factual"),
    # who denies says that it is not so
    ("{s0 She} {c0 denied} {q0 that it rains}.", "negated"),
    ("{s0 She} {c0 rejected claims} {q0 that it rains}.", "negated"),
    ("{s0 She} {c0 refuted reports} {q0 that it rains}.", "negated"),
    ("{s0 She} {c0 issued a denial} {q0 that it rains}.", "negated"),
    ("{s0 She} {c0 did not deny} {q0 that it rains}.", "factual"),
    ("{q0 “I never sold it,”} {s0 she} {c0 said in a denial}.", "factual"),
    ("{s0 She} {c0 declined} {q0 to comment}.", "negated"),
    ("{s0 She} {c0 refused} {q0 to say where it rains}.", "negated"),
    ("{s0 She} {c0 was reluctant} {q0 that it rains}.", "factual"),
    ("If {s0 she} {c0 says} {q0 it rains}, we stay.", "hypothetical"),
    ("Nobody knows whether {s0 she} {c0 said} {q0 it rains}.", "hypothetical"),
    ("{s0 She} may {c0 say} {q0 it rains}.", "hypothetical"),
    ("{s0 She} will {c0 announce} {q0 the rain} on Friday.", "hypothetical"),
    ("{s0 She} is expected to {c0 announce} {q0 the rain}.", "hypothetical"),
    ("{s0 She} would have {c0 told} them {q0 it rains}.", "hypothetical"),
    ("{s0 She} would later {c0 say} {q0 it rains}.", "factual"),
    ("{s0 I} should {c0 say} {q0 it rains}.", "factual"),
    ("{q0 “It rains,”} {s0 the minister} {c0 did not say}.", "negated"),
    ("“I did not,” {s0 she} {c0 said}. {q0 “It rained.”}", "factual"),
    ("{q0 “It rains.”}", "factual"),
    ("{s0 A man who asked not to be named} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 No. 10} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 No 10} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 No fewer than five officials} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 Nobody but the mayor} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 [ORG No Rain]} {c0 said} {q0 it rains}.", "factual"),
    ("{s0 She} {c0 was not afraid to say} {q0 it rains}.", "factual"),
    ("{s0 She} {c0 was not alone in saying} {q0 it rains}.", "factual"),
    ("{s0 She} {c0 would not say} more than {q0 that it rains}.", "factual"),
    ("{s0 She} could not help {c0 telling} them {q0 it rains}.", "factual"),
    ("{s0 She} could be heard {c0 saying} {q0 it rains}.", "factual"),
    ("{s0 She} could only {c0 say} {q0 that it rains}.", "factual"),
    ("{s0 She} {c0 neither confirmed nor denied} {q0 that it rains}.", "negated"),
    ("{s0 She} has yet to {c0 say} {q0 whether it rains}.", "hypothetical"),
]


@pytest.mark.parametrize(("markup", "expected"), TABLE)
def test_factuality(markup: str, expected: str) -> None:
    doc = build(markup)
    add_factuality(doc)
    assert [one.factuality for one in attributions(doc)] == [expected]
