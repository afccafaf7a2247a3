from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.roles.best import add_roles
from quotes.pipeline.speakers import resolve_speakers
from quotes.registry import load_registry
from tests.pipeline.builders import build
from tests.pipeline.pointed import point

ROLES = [
    # before the name
    ("{s0 Armenian Prime Minister [PER Ann Lee]} {c0 said} {q0 no}.", "Armenian Prime Minister"),
    ("{s0 Sen. [PER Ann Lee]} {c0 said} {q0 no}.", "Sen."),
    ("{s0 the [LOC Ohio] governor, [PER Ann Lee],} {c0 said} {q0 no}.", "Ohio governor"),
    (
        "{s0 former rights ombudsman in [LOC Dover] [PER Ann Lee]} {c0 said} {q0 no}.",
        "former rights ombudsman in Dover",
    ),
    ("{s0 [PER Moss] campaign manager [PER Ann Lee]} {c0 said} {q0 no}.", "Moss campaign manager"),
    ("{s0 its “economics editor” [PER Ann Lee]} {c0 said} {q0 no}.", "economics editor"),
    ("{s0 Secretary of State [PER Ann Lee]} {c0 said} {q0 no}.", "Secretary of State"),
    # a trade that no list has
    ("{s0 [PER Farrier Tom Moss]} {c0 said} {q0 no}.", "Farrier"),
    ("{s0 farrier [PER Tom Moss]} {c0 said} {q0 no}.", "farrier"),
    # somebody's mother is not the son whose name follows
    (
        "The mother of the boy, [PER Tom Moss], left. {s0 [PER Moss]} {c0 said} {q0 no}.",
        "boy",
    ),
    # after it
    ("{s0 [PER Ann Lee], the [LOC Ohio] governor,} {c0 said} {q0 no}.", "Ohio governor"),
    ("{s0 [PER Ann Lee], 57, a lawyer,} {c0 said} {q0 no}.", "lawyer"),
    ("{s0 [PER Ann Lee], who is mayor of [LOC Dover],} {c0 said} {q0 no}.", "mayor of Dover"),
    ("{s0 [PER Ann Lee] (R-Texas), a farmer,} {c0 said} {q0 no}.", "farmer"),
    ("{s0 [PER Ann Lee], coach and maker of “Be bold”,} {c0 said} {q0 no}.", "coach and maker"),
    # in an inverted apposition
    ("{s0 A lawyer for the mine, [PER Ann Lee],} {c0 said} {q0 no}.", "lawyer for the mine"),
    # elsewhere in the article: another sentence, a caption, a clause
    ("{s0 [PER Lee]} {c0 said} {q0 no}.\n\nMayor [PER Ann Lee] of [LOC Dover] came.", "Mayor"),
    ("[PER Ann Lee] is the mayor of [LOC Dover]. {s0 She} {c0 said} {q0 no}.", "mayor of Dover"),
    ("{s0 [PER Lee]} {c0 said} {q0 no}. [PER Ann Lee], the judge, came.", "judge"),
    # the fullest of several; the source's own words where the name has none
    (
        "{s0 Sen. [PER Ann Lee]} {c0 said} {q0 no}. [LOC Ohio] Senator [PER Lee] came.",
        "Ohio Senator",
    ),
    ("[PER Ann Lee] spoke. {s0 The [LOC Ohio] senator} {c0 said} {q0 no}.", "Ohio senator"),
    (
        "[LOC Armenia]'s prime minister came. {s0 [PER Nikol Pashinyan]} {c0 said} {q0 no}.",
        "Armenia's prime minister",
    ),
    # a title between the role and the name
    ("The head of the clinic, Prof. {s0 [PER Ann Lee]}, {c0 said} {q0 no}.", "head of the clinic"),
    # what is no role
    ("{s0 Another local baker, [PER Ann Lee],} {c0 said} {q0 no}.", "local baker"),
    ("{s0 One senior judge, [PER Ann Lee],} {c0 said} {q0 no}.", "senior judge"),
    ("{s0 [PER Ann Lee], who was wounded in the head,} {c0 said} {q0 no}.", None),
    ("{s0 [PER Ann Lee], who is listed as a lawyer,} {c0 said} {q0 no}.", "lawyer"),
    (
        "{s0 [PER Ann Lee], director of [LOC Dover], [LOC Delaware]-based Moss Fund,} {c0 said} "
        "{q0 no}.",
        "director of Dover, Delaware-based Moss Fund",
    ),
    (
        "{s0 [PER Ann Lee], director of Moss Fund, Delaware,} {c0 said} {q0 no}.",
        "director of Moss Fund",
    ),
    ("{s0 Mr. [PER Lee]} {c0 said} {q0 no}.", None),
    ("{s0 Dr. [PER Ann Lee]} {c0 said} {q0 no}.", None),
    ("{s0 [PER Ann Lee]} {c0 said} {q0 no}.", None),
    ("A lawyer for [PER Ann Lee] came. {s0 [PER Lee]} {c0 said} {q0 no}.", None),
    ("To her successor, {s0 [PER Ann Lee]} {c0 said} {q0 no}.", None),
    ("Through a spokeswoman, {s0 [PER Ann Lee]} {c0 declined} {q0 to comment}.", None),
    ("{s0 The [ORG Kremlin]} {c0 said} {q0 no}.", None),
    ("[PER Ann Lee], Mayor [PER Tom Ray] came. {s0 [PER Lee]} {c0 said} {q0 no}.", None),
]


@pytest.mark.parametrize(("markup", "expected"), ROLES)
def test_role(markup: str, expected: str | None) -> None:
    doc = build(markup, date="2020-11-21")
    resolve_speakers(doc, load_registry())
    add_roles(doc)
    assert attributions(doc)[-1].role == expected


def test_plural_title_is_made_singular() -> None:
    doc = build("Sens. [PER Ann Lee] and [PER Tom Ray] came. {s0 [PER Lee]} {c0 said} {q0 no}.")
    resolve_speakers(doc, load_registry())
    add_roles(doc)
    assert attributions(doc)[0].role == "Sen."


def test_doc_without_attributions() -> None:
    doc = build("Nothing was said.")
    resolve_speakers(doc, load_registry())
    add_roles(doc)
    assert attributions(doc) == []


def test_the_mark_of_a_picture_is_no_role() -> None:
    doc = build("FILE - Dover mayor [PER Ann Lee] smiles. {s0 [PER Lee]} {c0 said} {q0 no}.")
    point(doc, {}, descriptions=("FILE - Dover mayor",))
    resolve_speakers(doc, load_registry())
    assert attributions(add_roles(doc))[0].role == "Dover mayor"
