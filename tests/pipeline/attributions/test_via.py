from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.via import find_via
from tests.pipeline.builders import build

VIA = [
    ("{q0 “No,”} [ORG Interfax] quoted {s0 [PER Ann Lee]} as {c0 saying}.", "Interfax"),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}, [ORG Interfax] reported.", "Interfax"),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}, [ORG RIA Novosti] reported Monday.", "RIA Novosti"),
    (
        "{s0 [PER Ann Lee]} {c0 said} {q0 no}, according to the national [ORG Lusa] news agency.",
        "Lusa",
    ),
    ("{q0 “No,”} {s0 she} {c0 said}, according to his press service.", "his press service"),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}, the ministry reported.", "the ministry"),
    # cited, with the source after the medium's comma or the medium's verb
    ("[ORG Radio Blue], {c0 citing} {s0 [PER Ann Lee]}, reported {q0 no}.", "Radio Blue"),
    ("{q0 no}, [ORG Radio Blue] reported, {c0 citing} {s0 [PER Ann Lee]}.", "Radio Blue"),
    ("[PER Tom Ray], {c0 citing} {s0 [PER Ann Lee]}, reported {q0 no}.", None),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said}, as quoted by the [ORG Dover Herald].", "Dover Herald"),
    ("{q0 no}, {s0 she} {c0 said}, as reported by [ORG Interfax].", "Interfax"),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said}, per [ORG Interfax].", "Interfax"),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said} as sales rose by a fifth per week.", None),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said} via the [ORG Lusa] news agency.", "Lusa"),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said} via [ORG Interfax].", "Interfax"),
    # the way it went
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 told} [ORG CNN] via [ORG Zoom].", None),
    ("{q0 no}, {s0 [PER Ann Lee]} {c0 said} via [ORG Telegram].", None),
    ("{q0 no}, {s0 she} {c0 told} her team via [ORG WhatsApp].", None),
    # the source itself, an addressee, a person, another attribution's medium
    ("{q0 no}, {c0 according to} {s0 [ORG Interfax]}.", None),
    ("{s0 [PER Ann Lee]} {c0 told} [ORG CNN] {q0 no}.", None),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}, [PER Tom Ray] reported.", None),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}. [ORG Interfax] reported rain.", None),
    ("[ORG Interfax] reported rain, and {s0 [PER Ann Lee]} {c0 said} {q0 no}.", None),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}.", None),
    ("{q0 “No.”}", None),
]


@pytest.mark.parametrize(("markup", "expected"), VIA)
def test_via(markup: str, expected: str | None) -> None:
    doc = build(markup)
    assert find_via(attributions(doc)[0], doc) == expected
