"""The descriptions that the model sees, where no rule knows one."""

from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.roles.best import add_roles
from quotes.pipeline.speakers import resolve_speakers
from quotes.registry import load_registry
from tests.pipeline.builders import build
from tests.pipeline.pointed import point

LATER = "{s0 [PER Ann Lee]} {c0 said} {q0 no}. The crowd praised the winger from the south."
SHARES = {"winger from the south": {"Ann Lee": 0.9}}


def role(doc) -> str | None:
    resolve_speakers(doc, load_registry())
    add_roles(doc)
    return attributions(doc)[0].role


@pytest.mark.parametrize(
    ("shares", "description", "wanted"),
    [
        ({"Ann Lee": 0.9}, "winger from the south", "winger from the south"),
        ({"Ann Lee": 0.2}, "winger from the south", None),
        ({}, "winger from the south", None),
        # no description ends like this, or begins with what somebody does or where they are from
        ({"Ann Lee": 0.9}, "winger from the", "winger"),
        ({"Ann Lee": 0.9}, "from the south", None),
        ({"Ann Lee": 0.9}, "praised the winger", None),
    ],
)
def test_learned(shares: dict[str, float], description: str, wanted: str | None) -> None:
    doc = point(build(LATER), {description: shares}, descriptions=(description,))
    assert role(doc) == wanted


def test_a_courtesy_is_no_role() -> None:
    doc = build("{s0 [PER Ann Lee]} {c0 said} {q0 no}. Mrs Duval left.")
    assert role(point(doc, {"Mrs": {"Ann Lee": 0.9}}, descriptions=("Mrs",))) is None


def test_a_name_does_not_describe_who_bears_it() -> None:
    doc = point(build(LATER), {"Ann Lee": {"said": 0.5}}, descriptions=("Ann Lee",))
    assert role(doc) is None


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{s0 Mayor [PER Ann Lee]}", "Mayor"),
        ("{s0 [LOC Dover] mayor [PER Ann Lee]}", "Dover mayor"),
        ("{s0 [PER Ann Lee], who is mayor of [LOC Dover],}", "mayor of Dover"),
        ("{s0 [PER Ann Lee] of the [ORG Blue Party]}", "Blue Party"),
        ("{s0 [PER Ann Lee]}", "winger from the south"),
    ],
)
def test_its_place_among_what_the_rules_find(source: str, wanted: str) -> None:
    doc = build(LATER.replace("{s0 [PER Ann Lee]}", source))
    assert role(point(doc, SHARES, descriptions=tuple(SHARES))) == wanted


def test_what_a_rule_reads_in_full_is_not_cut_by_the_model() -> None:
    doc = build("{s0 [PER Ann Lee], who is mayor of [LOC Dover],} {c0 said} {q0 no}.")
    assert (
        role(point(doc, {"mayor": {"Ann Lee": 0.9}}, descriptions=("mayor",))) == "mayor of Dover"
    )


@pytest.mark.parametrize(
    ("description", "wanted"),
    [
        ("retired surgeon", "retired surgeon"),
        ("born in [LOC Dover]", None),
        ("[LOC Dover]", None),
        ("@annl", None),
    ],
)
def test_what_somebody_is_and_not_whence(description: str, wanted: str | None) -> None:
    doc = build(f"{{s0 [PER Ann Lee]}} {{c0 said}} {{q0 no}}. The guest, {description}, left.")
    words = description.replace("[LOC ", "").replace("]", "")
    for word, tag in (("retired", "VBN"), ("born", "VBN")):
        for token in doc:
            token.tag_ = tag if token.text == word else token.tag_
    assert role(point(doc, {words: {"Ann Lee": 0.9}}, descriptions=(words,))) == wanted
