"""Other ways to print the same article, so that the model leans neither on one house style nor on
the names of one country's politics."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from quotes.given_names import given_names
from quotes.places import load_places
from quotes.registry import Gender, load_registry
from quotes.training.annotated import Annotated, Pointer, Range, References, TokenLayer

STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
SINGLE = str.maketrans("“”„«»", "‘’‘‘’")
STRAIGHT_SINGLE = str.maketrans('“”„«»"‘’', "''''''''")
UNCLOSED = str.maketrans("”»", "  ")
RENAMED = 0.2  # of the articles
# beside countries and capitals: else every strange name would seem to be a person's
TOWNS = """
Abkhazia Adana Adelaide Alberta Aleppo Alexandria Almaty Andalusia Antwerp Bandung Barcelona Basra
Batumi Bavaria Benghazi Bergen Birmingham Bordeaux Brittany Brno Busan Cali Cartagena Casablanca
Catalonia Cebu Chechnya Chengdu Chennai Chiapas Cologne Crimea Cusco Dagestan Dalian Darfur Davao
Donbas Donetsk Dubai Durban Edinburgh Flanders Florence Frankfurt Galicia Ganja Gaziantep Gdansk
Geneva Glasgow Goma Graz Grozny Guadalajara Guangdong Guayaquil Gyumri Hamburg Hebron Herat Homs
Hyderabad Idlib Isfahan Istanbul Jaffna Jeddah Johannesburg Kandahar Kano Karachi Kashmir Katanga
Kazan Kharkiv Kherson Kobe Kolkata Krakow Kurdistan Lagos Lahore Leipzig Lombardy Lviv Lyon Malaga
Mandalay Manitoba Mariupol Marseille Mashhad Medellin Melbourne Milan Mombasa Mosul Mumbai Munich
Murmansk Nagasaki Nantes Naples Normandy Novosibirsk Oaxaca Odesa Okinawa Ontario Oran Osaka
Penang Perth Peshawar Plovdiv Porto Poznan Punjab Quebec Queensland Quetta Rakhine Recife Rosario
Rostov Rotterdam Salzburg Samara Sarawak Saxony Scotland Seville Shanghai Shenzhen Shiraz Sicily
Sindh Smolensk Sochi Split Surabaya Sydney Tabriz Tatarstan Thessaloniki Tibet Tigray Toulouse
Trabzon Transnistria Turin Tyrol Ulster Valencia Vanadzor Vladivostok Volgograd Wales Wroclaw
Wuhan Xinjiang Yorkshire Yunnan Zurich
"""
STYLES = ((STRAIGHT, 0.12), (SINGLE, 0.06), (STRAIGHT_SINGLE, 0.04), (UNCLOSED, 0.05))


def restyled(source: Annotated, dice: random.Random) -> Annotated:
    """A text with other quotation marks, or, most of the time, as it is; character for
    character, so that all offsets stay right."""
    chance = dice.random()
    for table, share in STYLES:
        if chance < share:
            return replace(source, text=source.text.translate(table))
        chance -= share
    return source


Change = tuple[int, int, str]  # the words at [start, end) become these


def renamed(source: Annotated, dice: random.Random) -> Annotated:
    """A text as it is, or, now and then, with other names for its people and places.

    A name is changed in the same way wherever it stands in the article.
    """
    if not source.tokens or dice.random() >= RENAMED:
        return source
    return rewritten(source, sorted(_changes(source.text, source.tokens, dice)))


def rewritten(source: Annotated, changes: list[Change]) -> Annotated:
    """The text with `changes`, which are in order and do not overlap; all offsets go with it."""
    text, parts, last = source.text, [], 0
    for start, end, new in changes:
        parts += [text[last:start], new]
        last = end
    move = _mover(changes)
    annotations = source.annotations and [
        [{role: list(map(move, spans)) for role, spans in one.items()} for one in chosen]
        for chosen in source.annotations
    ]
    tokens = source.tokens and replace(source.tokens, spans=list(map(move, source.tokens.spans)))
    references = source.references and _moved(source.references, move)
    return Annotated(source.id, "".join([*parts, text[last:]]), annotations, tokens, references)


def _moved(known: References, move: Callable[[Range], Range]) -> References:
    return References(
        [(move(span), value) for span, value in known.types],
        known.descriptions and list(map(move, known.descriptions)),
        list(map(move, known.unclear)),
        [
            Pointer(move(one.words), list(map(move, one.names)), list(map(move, one.others)))
            for one in known.pointers
        ],
    )


def _mover(changes: list[Change]) -> Callable[[Range], Range]:
    """Old spans to new ones; a span that begins or ends inside a change takes in all of it."""
    starts, ends = [start for start, _, _ in changes], [end for _, end, _ in changes]
    grown = [0, *accumulate(len(new) - (end - start) for start, end, new in changes)]

    def move(span: Range) -> Range:
        first, last = bisect_right(ends, span[0]), bisect_left(starts, span[1])
        start = min([span[0], *starts[first : first + 1]])
        end = max([span[1], *ends[last - 1 : last]])
        return start + grown[first], end + grown[last]

    return move


def _changes(text: str, tokens: TokenLayer, dice: random.Random) -> list[Change]:
    """Each word of a person's name, and each place's whole name, becomes another."""
    given, surnames, places = _pools()
    new: dict[tuple[str, str], str] = {}
    found = []
    people = [
        (start, end, "PER")
        for (start, end), name in zip(tokens.spans, tokens.names, strict=True)
        if name in ("B-PER", "I-PER")
    ]
    for start, end, kind in sorted([*people, *((*span, "LOC") for span in tokens.named("LOC"))]):
        old = text[start:end]
        if old[0].isupper() and old.replace(" ", "").isalpha():
            gender = given_names().gender.get(old.lower())
            pool = places if kind == "LOC" else given[gender] if gender else surnames
            name = new.setdefault((old.casefold(), kind), dice.choice(pool))
            found.append((start, end, name.upper() if old.isupper() and len(old) > 1 else name))
    return found


@lru_cache(maxsize=1)
def _pools() -> tuple[dict[Gender, list[str]], list[str], list[str]]:
    """Given names by gender, surnames, places, as the project's own tables have them."""
    given: dict[Gender, list[str]] = {"m": [], "f": []}
    for name, gender in given_names().gender.items():
        given[gender].append(name.title())
    surnames = sorted({person.name.split()[-1] for person in load_registry().people})
    places = load_places()
    towns = {town.title() for town in places.capitals}
    return given, surnames, sorted(towns | {*places.names.values(), *TOWNS.split()})
