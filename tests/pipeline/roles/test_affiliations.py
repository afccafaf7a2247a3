from __future__ import annotations

import pytest

from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.roles.affiliations import Affiliations, affiliation
from quotes.pipeline.roles.best import add_roles
from quotes.pipeline.speakers import resolve_speakers
from quotes.registry import load_registry
from tests.pipeline.builders import build

SAID = " {c0 said} {q0 no}."
AFFILIATIONS = [
    ("{s0 Armenian Prime Minister [PER Ann Lee]}" + SAID, "Armenia"),
    ("{s0 [MISC Afghan] ambassador to [LOC Peru] [PER Ann Lee]}" + SAID, "Afghanistan"),
    ("{s0 [LOC Ohio] governor [PER Ann Lee]}" + SAID, "Ohio"),
    ("{s0 [ORG Larkspur Energy] director [PER Ann Lee]}" + SAID, "Larkspur Energy"),
    (
        "{s0 [PER Ann Lee], head of the [ORG Moss Council for] Rights,}" + SAID,
        "Moss Council for Rights",
    ),
    ("{s0 [PER Ann Lee], head of the [ORG Moss Council of],}" + SAID, "Moss Council"),
    ("{s0 Foreign Ministry spokeswoman [PER Ann Lee]}" + SAID, "Foreign Ministry"),
    ("{s0 [PER Ann Lee], head of the transport agency,}" + SAID, "transport agency"),
    ("{s0 Republican Senator [PER Ann Lee]}" + SAID, "Republican Party"),
    ("{s0 [ORG Dover Council Press] Secretary [PER Ann Lee]}" + SAID, "Dover Council"),
    ("{s0 Editor of the [ORG Dover Press] [PER Ann Lee]}" + SAID, "Dover Press"),
    ("{s0 Home Secretary [PER Ann Lee]}" + SAID, None),
    ("{s0 [LOC Kenyan] Secretary of State [PER Ann Lee]}" + SAID, "Kenya"),
    ("{s0 [PER Ann Lee], minister of state,}" + SAID, None),
    ("{s0 [PER Ann Lee], secretary of the state department,}" + SAID, "state department"),
    ("{s0 [PER Moss] spokeswoman [PER Ann Lee]}" + SAID, None),
    ("[PER Tom Moss] came. {s0 [LOC Moss] spokeswoman [PER Ann Lee]}" + SAID, None),
    ("{s0 [PER Ann Lee], head of the [ORG Nile-]Study office,}" + SAID, "Nile-Study"),
    (
        "{s0 [PER Ann Lee], director of [LOC Dover], [ORG Delaware-based] [ORG Moss Fund],}" + SAID,
        "Moss Fund",
    ),
    ("{s0 [PER Ann Lee]}" + SAID, None),
    # of those without a role: what the registry knows; of bodies: their country
    ("{s0 [PER Nikol Pashinyan]}" + SAID, "Armenia"),
    ("{s0 The [ORG Kremlin]}" + SAID, "Russia"),
    ("{s0 [ORG Larkspur]}" + SAID, None),
]
OFFICES = [
    ("{s0 [PER Nikol Pashinyan]}" + SAID, "2020-11-16", "Prime Minister, Armenia"),
    ("{s0 Prime Minister [PER Nikol Pashinyan]}" + SAID, "2020-11-16", "Prime Minister, Armenia"),
    ("{s0 [PER Nikol Pashinyan]}" + SAID, "2015-11-16", None),
    ("{s0 [PER Nikol Pashinyan]}" + SAID, None, None),
    # the article's title is of an office that had ended
    (
        "{s0 President [PER Barack Obama]}" + SAID,
        "2020-11-16",
        "former President, United States",
    ),
    ("{s0 [PER Barack Obama]}" + SAID, "2020-11-16", None),
    ("{s0 [PER Ann Lee]}" + SAID, "2020-11-16", None),
]


def last(markup: str, date: str | None) -> Attribution:
    """The last attribution of the marked-up text, with speaker, role and affiliation."""
    doc = build(markup, date=date)
    resolve_speakers(doc, load_registry())
    add_roles(doc)
    Affiliations(load_registry())(doc)
    return attributions(doc)[-1]


@pytest.mark.parametrize(("markup", "expected"), AFFILIATIONS)
def test_affiliation(markup: str, expected: str | None) -> None:
    assert last(markup, "2020-11-21").affiliation == expected


@pytest.mark.parametrize(("markup", "date", "expected"), OFFICES)
def test_office(markup: str, date: str | None, expected: str | None) -> None:
    assert last(markup, date).office == expected


def test_a_body_ends_where_the_role_ends() -> None:
    doc = build("{s0 Head of the [ORG Moss Council for] Human Rights Ann Lee}" + SAID)
    role = doc[0 : len(["Head", "of", "the", "Moss", "Council", "for", "Human", "Rights"])]
    assert affiliation(role, load_registry()) == "Moss Council for Human Rights"
