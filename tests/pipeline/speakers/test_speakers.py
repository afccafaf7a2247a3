from __future__ import annotations

import pytest

from quotes.pipeline.attribution import attributions
from quotes.pipeline.speakers import Speakers, resolve_speakers
from quotes.records import Speaker
from quotes.registry import load_registry
from tests.pipeline.builders import build

CONTENT = "{q0 taxes are too high}"
DATE = "2020-11-21"


def speaker(markup: str, *, date: str | None = DATE) -> Speaker | None:
    """The speaker of the last attribution of the marked-up text."""
    doc = build(markup, date=date)
    resolve_speakers(doc, load_registry())
    return attributions(doc)[-1].speaker


def name(markup: str, *, date: str | None = DATE) -> str | None:
    """The name of the last attribution's speaker."""
    found = speaker(markup, date=date)
    return found.name if found else None


NAMES = [
    # full name, with or without what belongs to it
    ("{s0 [PER Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 Dr. [PER Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 [PER Dr. Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 Sen. [PER Ann Lee] (R-Texas)} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 [PER Ann Lee]'s} {c0 view} is that " + CONTENT, "Ann Lee"),
    ("{s0 former mayor of [LOC Dover] [PER Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 former mayor of [LOC Dover] Ann Lee} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 the company's lawyer Ann Lee} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 [PER John Smith Jr.]} {c0 said} " + CONTENT, "John Smith Jr."),
    ("{s0 [ORG Prime Minister Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    # short names of somebody named in full elsewhere, before or after
    ("[PER Ann Lee] spoke. {s0 [PER Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 [PER Lee]} {c0 said} {q0 taxes are high}. [PER Ann Lee] spoke.", "Ann Lee"),
    ("[PER Ann Lee] spoke. {s0 Lee} {c0 said} " + CONTENT, "Ann Lee"),
    ("[PER Ann Lee] spoke. {s0 [PER LEE]}{c0 :} " + CONTENT, "Ann Lee"),
    ("[PER Ann Lee] spoke. {s0 [PER Ann]} {c0 said} " + CONTENT, "Ann Lee"),
    ("[PER Ann Lee] spoke. {s0 Ms. [PER Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    # half of a double surname, unless it is all of somebody else's
    ("[PER Ann Gale-Porter] spoke. {s0 [PER Porter]} {c0 said} " + CONTENT, "Ann Gale-Porter"),
    ("[PER Ann Gale-Porter] spoke. {s0 [PER Gale]} {c0 said} " + CONTENT, "Ann Gale-Porter"),
    (
        "[PER Ann Gale-Porter] met [PER Tom Porter]. {s0 [PER Porter]} {c0 said} " + CONTENT,
        "Tom Porter",
    ),
    ("[PER Jin Min-ho] spoke. {s0 [PER Min]} {c0 said} " + CONTENT, "Min"),
    # "called" brings in a name
    ("{s0 A student called [PER Omar]} {c0 said} " + CONTENT, "Omar"),
    ("{s0 a driver named [PER Omar]} {c0 said} " + CONTENT, "Omar"),
    # the full name taken for a body's or a place's
    ("The [ORG Ann Moss] trial began. {s0 [PER Moss]} {c0 said} " + CONTENT, "Ann Moss"),
    ("The [LOC Ann Moss] case. {s0 [PER Moss]} {c0 said} " + CONTENT, "Ann Moss"),
    ("The [ORG Shell Moss] case. {s0 [PER Moss]} {c0 said} " + CONTENT, "Moss"),
    ("[PER Ann M. Lee] met [PER Ann Lee]. {s0 [PER Lee]} {c0 said} " + CONTENT, "Ann M. Lee"),
    ("[PER Robert Moss] spoke. {s0 [PER Bob Moss]} {c0 said} " + CONTENT, "Robert Moss"),
    (
        "[PER Ann van der Berg] spoke. {s0 [PER van der Berg]} {c0 said} " + CONTENT,
        "Ann van der Berg",
    ),
    # two people of one surname: by title, else by who is called so
    (
        "[PER John Moss] met [PER Mary Moss]. {s0 Mrs. [PER Moss]} {c0 said} " + CONTENT,
        "Mary Moss",
    ),
    (
        "[PER John Moss] came. [PER Mary Moss] came. [PER Mary] spoke. {s0 [PER Moss]} {c0 said} "
        + CONTENT,
        "John Moss",
    ),
    # capitals in a transcript, where the full name never stands
    ("{s0 [PER WALLACE]}{c0 :} " + CONTENT, "Wallace"),
]

HEADS = [
    # the head person, not a modifier
    ("{s0 [PER Moss] campaign manager [PER Ann Lee]} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 A spokesman for [PER Moss], [PER Tom Ray],} {c0 said} " + CONTENT, "Tom Ray"),
    ("{s0 [PER Moss], the mayor of [LOC Dover],} {c0 said} " + CONTENT, "Moss"),
    ("{s0 [PER Ann Lee], a lawyer for [PER John Moss],} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 The city's lawyer, Sen. [PER Ann Lee],} {c0 said} " + CONTENT, "Ann Lee"),
    ("{s0 a man named [PER Tom Ray]} {c0 said} " + CONTENT, "Tom Ray"),
    (
        "{s0 [PER John Moss]'s campaign manager} {c0 said} " + CONTENT,
        "John Moss's campaign manager",
    ),
    ("{s0 the [PER Moss] campaign} {c0 said} " + CONTENT, "the Moss campaign"),
    (
        "{s0 A spokesman for President [PER John Moss]} {c0 said} " + CONTENT,
        "A spokesman for President John Moss",
    ),
    ("{s0 [PER John Moss] and [PER Ann Lee]} {c0 said} " + CONTENT, "John Moss and Ann Lee"),
    ("{s0 critics like [PER John Moss]} {c0 say} " + CONTENT, "critics like John Moss"),
]

PRONOUNS = [
    ("[PER Ann Lee] spoke. {s0 She} {c0 said} " + CONTENT, "Ann Lee"),
    ("[PER Ann Lee] met [PER Tom Ray]. {s0 He} {c0 said} " + CONTENT, "Tom Ray"),
    ("[PER Tom Ray] met [PER John Moss]. {s0 He} {c0 said} " + CONTENT, "Tom Ray"),
    ("[PER Tom Ray] came. [PER John Moss] spoke. {s0 He} {c0 said} " + CONTENT, "John Moss"),
    ("[PER Tom Ray] spoke to [PER John Moss]. {s0 He} {c0 said} " + CONTENT, "Tom Ray"),
    ("Mr. [PER Yuen] spoke. {s0 She} {c0 said} " + CONTENT, None),
    ("Taxes came. {s0 He} {c0 said} " + CONTENT, None),
    ("[PER Tom Ray], {s0 who} {c0 said} {q0 no},", "Tom Ray"),
    (
        "{s0 [PER Tom Ray]} {c0 said} {q0 “[PER John Moss] came”}.\n\n{q1 “No”} {s1 he} {c1 said}.",
        "Tom Ray",
    ),
    ("{q0 “[PER Tom Ray] came,”} {s0 he} {c0 said}.", None),
    ("{s0 The [ORG Kremlin]} {c0 said} {q0 no}. {s1 It} {c1 added} {q1 yes}.", "The Kremlin"),
    ("{s0 Critics} {c0 said} {q0 no}. {s1 They} {c1 added} {q1 yes}.", "Critics"),
    ("[PER Tom Ray] met voters {s0 who} {c0 said} {q0 no}.", "voters"),
    ("{s0 You} {c0 said} {q0 no}.", None),
]

NOMINALS = [
    # by the role that the article gives
    (
        "[PER Ann Lee], the mayor of [LOC Dover], came. {s0 The mayor} {c0 said} " + CONTENT,
        "Ann Lee",
    ),
    ("Sen. [PER Ann Lee] came. {s0 The senator} {c0 said} " + CONTENT, "Ann Lee"),
    (
        "Gov. [PER Ann Lee] met Sen. [PER Tom Ray]. {s0 The governor} {c0 said} " + CONTENT,
        "Ann Lee",
    ),
    ("{s0 A judge} {c0 said} {q0 no}. Justice [PER Ann Lee] came.", "Ann Lee"),
    # by the registry's office holders on the article's day
    ("{s0 Armenia PM} {c0 Urges} {q0 Talks}", "Nikol Pashinyan"),
    ("{s0 [LOC Armenia]'s prime minister} {c0 said} " + CONTENT, "Nikol Pashinyan"),
    ("{s0 the French president} {c0 said} " + CONTENT, "Emmanuel Macron"),
    ("[PER Vladimir Putin] came. {s0 The Russian leader} {c0 said} " + CONTENT, "Vladimir Putin"),
    # by who was just spoken of, where nothing is known against it
    ("[PER Tom Ray] spoke. {s0 The [LOC Ohio] senator} {c0 said} " + CONTENT, "Tom Ray"),
    ("{s0 Her landlord, [PER James Pratt],} {c0 insisted} " + CONTENT, "James Pratt"),
    # nobody rather than somebody wrong
    ("{s0 the prime minister} {c0 said} " + CONTENT, "the prime minister"),
    ("{s0 A senior official} {c0 said} " + CONTENT, "A senior official"),
    ("Gov. [PER Ann Lee] came. {s0 The senator} {c0 said} " + CONTENT, "The senator"),
]

REGISTRY = [
    ("[LOC Armenia] waits. {s0 [PER Pashinian]} {c0 said} " + CONTENT, "Nikol Pashinyan"),
    ("{s0 [PER Nikol Pashinian]} {c0 said} " + CONTENT, "Nikol Pashinyan"),
    (
        "{s0 [PER Pashinian]} {c0 said} {q0 no}. [LOC Armenia]'s [PER Nikol Pashinyan] came.",
        "Nikol Pashinyan",
    ),
    ("{s0 [PER Pashinian]} {c0 said} " + CONTENT, "Pashinian"),
    ("[PER Hrant Pashinyan] came. {s0 [PER Pashinyan]} {c0 said} " + CONTENT, "Hrant Pashinyan"),
    ("[LOC Britain] waits. {s0 [PER Wallace]} {c0 said} " + CONTENT, "Wallace"),
    ("{s0 [PER Donald J. Trump]} {c0 said} " + CONTENT, "Donald J. Trump"),
]

BODIES = [
    ("{s0 The [ORG Kremlin]} {c0 said} {q0 no}", "The Kremlin", "organization"),
    (
        "{s0 [LOC Russia]'s [ORG Defense Ministry]} {c0 said} {q0 no}",
        "Russia's Defense Ministry",
        "organization",
    ),
    ("{s0 [LOC Azerbaijan]} {c0 said} {q0 no}", "Azerbaijan", "organization"),
    ("{s0 [ORG CNN]} {c0 said} {q0 no}", "CNN", "organization"),
    (
        "{s0 The [ORG Daily News], a paper in [LOC Ohio],} {c0 said} {q0 no}",
        "The Daily News",
        "organization",
    ),
    ("{s0 Armenians} {c0 say} {q0 no}", "Armenians", "group"),
    ("{s0 Several thousand people} {c0 say} {q0 no}", "Several thousand people", "group"),
    (
        "{s0 17 opposition parties and their supporters} {c0 demand} {q0 no}",
        "17 opposition parties and their supporters",
        "group",
    ),
    (
        "{s0 [LOC Armenia] and [LOC Azerbaijan]} {c0 said} {q0 no}",
        "Armenia and Azerbaijan",
        "group",
    ),
    ("{s0 A number of voters} {c0 said} {q0 no}", "A number of voters", "group"),
    ("{s0 one aide} {c0 said} {q0 no}", "one aide", "unnamed"),
    ("{s0 the drugmaker} {c0 said} {q0 no}", "the drugmaker", "organization"),
    ("{s0 the channel [PER Baza]} {c0 said} {q0 no}", "the channel Baza", "organization"),
    ("{s0 the coast guard} {c0 said} {q0 no}", "the coast guard", "organization"),
    ("{s0 the prison guard} {c0 said} {q0 no}", "the prison guard", "unnamed"),
    ("{s0 the [ORG Spaniard]} {c0 said} {q0 no}", "the Spaniard", "unnamed"),
    ("{s0 the [PER Scot]} {c0 said} {q0 no}", "the Scot", "unnamed"),
    ("{s0 the young [PER Welshman]} {c0 said} {q0 no}", "the young Welshman", "unnamed"),
    ("{s0 the [MISC Welshmen]} {c0 said} {q0 no}", "the Welshmen", "group"),
    ("{s0 the report} {c0 said} {q0 no}", "the report", "document"),
    ("{s0 A [ORG Reuters] poll} {c0 said} {q0 no}", "A Reuters poll", "document"),
]


@pytest.mark.parametrize(("markup", "expected"), NAMES + HEADS + PRONOUNS + NOMINALS + REGISTRY)
def test_speaker_name(markup: str, expected: str | None) -> None:
    assert name(markup) == expected


@pytest.mark.parametrize(("markup", "expected", "type"), BODIES)
def test_speaker_that_is_no_person(markup: str, expected: str, type: str) -> None:
    found = speaker(markup)
    assert found is not None
    assert (found.name, found.type) == (expected, type)


def test_office_holder_depends_on_the_day() -> None:
    markup = "{s0 the French president} {c0 said} {q0 no}"
    assert name(markup, date="2016-01-05") == "Francois Hollande"
    assert name(markup, date=None) == "the French president"


@pytest.mark.parametrize("date", [None, DATE])
def test_an_office_goes_to_its_holder_not_to_the_leader_of_another_country(
    date: str | None,
) -> None:
    markup = (
        "[PER Vladimir Putin] hosted [PER Nikol Pashinyan]. [PER Nikol Pashinyan] spoke. "
        "{s0 The Russian president} {c0 said} " + CONTENT
    )
    assert name(markup, date=date) == "Vladimir Putin"
    alone = "[PER Nikol Pashinyan] spoke. {s0 The Russian president} {c0 said} " + CONTENT
    assert name(alone, date=None) != "Nikol Pashinyan"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("{s0 [PER Ann Lee]} {c0 said} {q0 “No.”} {q1 “Never.”}", "Ann Lee"),
        ("{q0 “No,”} {s0 [PER Ann Lee]} {c0 said}.\n\n{q1 “Never.”}", "Ann Lee"),
        (
            "{q0 “No,”} {s0 [PER Ann Lee]} {c0 said}.\n\nIt was cold.\n\nDark too. {q1 “Never.”}",
            None,
        ),
        ("{s0 [PER Ann Lee]} {c0 said} {q0 no}. {q1 taxes} {c1 were called} high.", None),
    ],
)
def test_attribution_without_source(markup: str, expected: str | None) -> None:
    assert name(markup) == expected


def test_ids_come_from_the_registry() -> None:
    person = speaker("{s0 [PER Nikol Pashinian]} {c0 said} {q0 no}")
    body = speaker("{s0 The [ORG Kremlin]} {c0 said} {q0 no}")
    stranger = speaker("{s0 [PER Ann Lee]} {c0 said} {q0 no}")
    assert [found and found.id for found in (person, body, stranger)] == [
        "nikol-pashinyan",
        "kremlin",
        None,
    ]


def test_mentions_are_written() -> None:
    doc = build("[PER Ann Lee] came. {s0 She} {c0 said} {q0 no}.")
    assert Speakers(load_registry())(doc) is doc
    found = [(span.text, span.label_, span.id_) for span in doc.spans["mentions"]]
    assert found == [("Ann Lee", "NAME", "Ann Lee"), ("She", "PRONOUN", "Ann Lee")]


@pytest.mark.parametrize("text", ["", "\n\n", "No attribution here."])
def test_nothing_to_resolve(text: str) -> None:
    doc = build(text)
    resolve_speakers(doc, load_registry())
    assert attributions(doc) == []
    assert len(doc.spans["mentions"]) == 0


def test_doc_without_tags() -> None:
    doc = build("[PER Ann Lee] came. {s0 She} {c0 said} {q0 no}.")
    for token in doc:
        token.tag_ = ""
    resolve_speakers(doc, load_registry())
    assert [a.speaker.name for a in attributions(doc)] == ["Ann Lee"]
