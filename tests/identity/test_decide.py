"""Which names are joined, which are only suggested, and which are kept apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.identity import Facts, Known, decide, keys_of
from quotes.identity.names import match_names, parse_name

SAME, LIKELY, DIFFERENT = "same", "likely", "different"
NOTHING = Facts()


def facts(role: str = "", affiliation: str = "", outlet: str = "") -> Facts:
    """One of each; "" for none."""
    return Facts(*(frozenset(filter(None, (value,))) for value in (role, affiliation, outlet)))


PM = facts("prime minister", "Armenia")
OUTLET = facts(outlet="The Courier")
ROLE = facts("mayor")

PAIRS: list[tuple[str, str, Facts, Facts, str]] = [
    # transliteration, and something else agrees
    ("Nikol Pashinyan", "Nikol Pashinian", PM, PM, SAME),
    ("Nikol Pashinyan", "Никол Пашинян", PM, OUTLET, LIKELY),
    ("Nikol Pashinyan", "Никол Пашинян", OUTLET, OUTLET, SAME),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", facts("president"), facts("President"), SAME),
    ("Volodymyr Zelenskiy", "Vladimir Zelenskyi", ROLE, ROLE, SAME),
    ("Muammar Gaddafi", "Moammar Qaddafi", facts("leader", "Libya"), facts("", "Libyan"), SAME),
    ("Muammar Gadhafi", "Muammar Gaddafi", OUTLET, OUTLET, SAME),
    ("Ara Petrosyan", "Ara Petrosian", ROLE, ROLE, SAME),
    ("Mohammed Haddad", "Muhammad Haddad", ROLE, ROLE, SAME),
    ("Mohamed Haddad", "Mohammad Hadad", ROLE, ROLE, SAME),
    ("Chloé Dupont", "Chloe Dupont", OUTLET, OUTLET, SAME),
    ("Jürgen Schröder", "Jurgen Schroeder", ROLE, ROLE, SAME),
    ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu", ROLE, ROLE, SAME),
    ("Dragan Milošević", "Dragan Milosevich", ROLE, ROLE, SAME),
    ("Ivan Romanoff", "Ivan Romanov", ROLE, ROLE, SAME),
    ("Pavel Solovyov", "Pavel Soloviev", ROLE, ROLE, SAME),
    ("Oleg Kiselyov", "Oleg Kiselev", ROLE, ROLE, SAME),
    ("Boris Jirinovsky", "Boris Zhirinovsky", ROLE, ROLE, SAME),
    ("Sergej Antonov", "Sergey Antonov", ROLE, ROLE, SAME),
    ("Mikhail Khabarov", "Mikhail Habarov", ROLE, ROLE, SAME),
    ("Lev Katz", "Lev Kats", ROLE, ROLE, SAME),
    ("Igor Yeltsin", "Igor Eltsin", ROLE, ROLE, SAME),
    ("Irakli Garibashvili", "Irakli Gharibashvili", ROLE, ROLE, SAME),
    ("Alexei Tchaikovsky", "Aleksey Chaikovsky", ROLE, ROLE, SAME),
    ("Omar Abdullah", "Umar Abdulla", ROLE, ROLE, SAME),
    ("Ahmed al-Sharif", "Ahmad Al Sharif", ROLE, ROLE, SAME),
    ("Ursula van der Roe", "Ursula Van Der Roe", ROLE, ROLE, SAME),
    ("Kim Song-il", "Kim Song Il", ROLE, ROLE, SAME),
    ("Aliyev Ilham", "Ilham Aliyev", ROLE, ROLE, SAME),
    ("Roe, Ann", "Ann Roe", ROLE, ROLE, SAME),
    ("Ann Roe", "Anne Roe", ROLE, ROLE, SAME),
    ("Eric Marsh", "Erik Marsh", ROLE, ROLE, SAME),
    ("Ara Petrosyan", "Ara Petrosian", facts("Armenian premier"), PM, SAME),
    ("Ara Petrosyan", "Ara Petrosian", facts("Armenia's prime minister"), PM, SAME),
    ("Ara Petrosyan", "Ara Petrosian", facts("former spokesman"), facts("spokesperson"), SAME),
    ("Ara Petrosyan", "Ara Petrosian", facts("leader", "Armenia"), PM, SAME),
    # a part of the name, and role and affiliation agree both
    ("V. Zelensky", "Volodymyr Zelenskyy", PM, PM, SAME),
    ("Joe Marsh", "Joseph Marsh", PM, PM, SAME),
    ("Ann Marie Roe", "Ann Roe", PM, PM, SAME),
    # likely: the names agree, and nothing else is known
    ("Ara Petrosyan", "Ara Petrosian", NOTHING, NOTHING, LIKELY),
    ("Chloé Dupont", "Chloe Dupont", ROLE, NOTHING, LIKELY),
    (
        "Ara Petrosyan",
        "Ara Petrosian",
        facts("mayor", outlet="X"),
        facts("poet", outlet="X"),
        LIKELY,
    ),
    # likely: only a part of the name
    ("V. Zelensky", "Volodymyr Zelenskyy", ROLE, ROLE, LIKELY),
    ("Joe Marsh", "Joseph Marsh", ROLE, ROLE, LIKELY),
    ("Joe Marsh", "Joseph Marsh", OUTLET, OUTLET, LIKELY),
    ("Ann Marie Roe", "Ann Roe", ROLE, ROLE, LIKELY),
    ("Maria Adams", "Maria A. Adams", ROLE, ROLE, LIKELY),
    ("Tayyip Demir", "Recep Tayyip Demir", ROLE, ROLE, LIKELY),
    ("Petrosyan", "Ara Petrosyan", PM, PM, LIKELY),
    ("Petrosyan", "Petrosian", PM, PM, LIKELY),
    # likely: a slip of one letter
    ("Adam Johnson", "Adam Johnston", PM, PM, LIKELY),
    ("Lars Hansen", "Lars Hanson", ROLE, ROLE, LIKELY),
    ("Muammar Gaddafi", "Muammar Kadhafi", ROLE, ROLE, DIFFERENT),
    ("Micheal Marsh", "Michael Marsh", ROLE, ROLE, LIKELY),
    ("Neil Thompson", "Neil Thomson", ROLE, ROLE, LIKELY),
    # kept apart: two surnames, or a slip with nothing for it
    ("Adam Johnson", "Adam Johnston", OUTLET, OUTLET, DIFFERENT),
    ("Adam Johnson", "Adam Johnston", NOTHING, NOTHING, DIFFERENT),
    ("Adam Johnson", "Bill Johnston", PM, PM, DIFFERENT),
    ("Lars Hansen", "Lars Hanson", NOTHING, NOTHING, DIFFERENT),
    ("Johnson", "Johnston", PM, PM, DIFFERENT),
    ("Neil Gates", "Neil Kates", PM, PM, DIFFERENT),
    ("Neil Cook", "Neil Cork", PM, PM, DIFFERENT),
    ("Neil Smith", "Neil Smit", PM, PM, DIFFERENT),
    # kept apart: men, women, fathers, sons
    ("Sasha Ivanov", "Sasha Ivanova", PM, PM, DIFFERENT),
    ("Ilham Aliyev", "Mehriban Aliyeva", PM, PM, DIFFERENT),
    ("Aliyev", "Aliyeva", PM, PM, DIFFERENT),
    ("Sasha Dostoevsky", "Sasha Dostoyevskaya", PM, PM, DIFFERENT),
    ("John Marsh", "Joan Marsh", PM, PM, DIFFERENT),
    ("Daniel Marsh", "Daniela Marsh", PM, PM, DIFFERENT),
    ("Adam Marsh", "Adam Marsh Jr.", PM, PM, DIFFERENT),
    ("Adam Marsh Sr.", "Adam Marsh, Jr.", PM, PM, DIFFERENT),
    ("Adam Marsh Jr", "Adam Marsh, Jr.", ROLE, ROLE, SAME),
    # kept apart: other given names
    ("Ilham Aliyev", "Heydar Aliyev", PM, PM, DIFFERENT),
    ("Hassan Haddad", "Hussein Haddad", PM, PM, DIFFERENT),
    ("Neil A. Marsh", "Neil B. Marsh", PM, PM, DIFFERENT),
    ("Neil H. W. Marsh", "Neil W. Marsh", PM, PM, DIFFERENT),
    ("J. Marsh", "Adam Marsh", PM, PM, DIFFERENT),
    ("Mr. Marsh", "Adam Marsh", OUTLET, OUTLET, DIFFERENT),
    # kept apart: what is known contradicts
    ("Ara Petrosyan", "Ara Petrosian", facts("mayor"), facts("poet"), DIFFERENT),
    ("Ara Petrosyan", "Ara Petrosian", facts("mayor", "Chile"), facts("mayor", "Peru"), LIKELY),
    (
        "V. Zelensky",
        "Volodymyr Zelenskyy",
        facts("mayor", "Chile"),
        facts("mayor", "Peru"),
        DIFFERENT,
    ),
    ("V. Zelensky", "Volodymyr Zelenskyy", NOTHING, NOTHING, DIFFERENT),
    ("Petrosyan", "Ara Petrosyan", OUTLET, OUTLET, DIFFERENT),
    ("Ara Petrosyan", "Ara Petrosian", facts("vice president"), facts("president"), LIKELY),
    ("?", "Ann Roe", PM, PM, DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "mine", "theirs", "verdict"), PAIRS)
def test_pairs(one: str, other: str, mine: Facts, theirs: Facts, verdict: str) -> None:
    """In either order; and what may be one person has a key in common."""
    forth = decide(Known(one, facts=mine), Known(other, facts=theirs))
    back = decide(Known(other, facts=theirs), Known(one, facts=mine))
    assert (forth.verdict, back.verdict) == (verdict, verdict)
    assert verdict == DIFFERENT or keys_of(one) & keys_of(other)


def test_two_people_of_the_registry_are_never_one() -> None:
    one, other = (Known("Ann Roe", id=id, facts=PM) for id in ("ann-roe", "ann-roe-poet"))
    assert decide(one, other).verdict == DIFFERENT
    assert decide(one, Known("Ann Roe", facts=PM)).verdict == SAME


def test_spellings_of_the_registry_count() -> None:
    known = Known("Ann Roe", id="ann-roe", spellings=("Annushka Rojevna",), facts=ROLE)
    assert decide(known, Known("Annuschka Rojevna", facts=ROLE)).verdict == SAME


WHY = [
    (
        "Volodymyr Zelensky",
        "Volodymyr Zelenskyy",
        PM,
        PM,
        "= Volodymyr Zelenskyy by transliteration",
    ),
    (
        "Chloé Dupont",
        "Chloe Dupont",
        PM,
        PM,
        "but for accents and marks; both: prime minister, Arm",
    ),
    (
        "Adam Johnson",
        "Adam Johnston",
        PM,
        PM,
        "Adam Johnson ~ Adam Johnston but for one letter; both",
    ),
    ("Ara Petrosyan", "Ara Petrosian", NOTHING, ROLE, "nothing else is known of both"),
    ("Ara Petrosyan", "Ara Petrosian", ROLE, facts("poet"), "but mayor and poet"),
    ("Petrosyan", "Ara Petrosyan", PM, PM, "by surname only"),
    ("Ann Roe", "Ann Poe", PM, PM, "two names"),
]


@pytest.mark.parametrize(("one", "other", "mine", "theirs", "why"), WHY)
def test_it_says_why(one: str, other: str, mine: Facts, theirs: Facts, why: str) -> None:
    assert why in decide(Known(one, facts=mine), Known(other, facts=theirs)).why


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_names_are_decided_alike_in_either_order(one: str, other: str) -> None:
    verdicts = {decide(Known(a), Known(b)).verdict for a, b in ((one, other), (other, one))}
    assert len(verdicts) == 1


def test_a_name_is_read_without_titles_and_particles() -> None:
    names = ["Dr. Ann van der Roe", "Roe, Ann", "ANN ROE", "Ann Roe"]
    assert all(parse_name(a) == parse_name(b) for a, b in pairwise(names))
    assert parse_name("Ben Marsh").given == ("ben",)
    assert match_names("von der Roe", "Ursula von der Roe") is not None


@given(st.integers(0, 7), st.sampled_from(["", "x", "xy"]), st.booleans())
def test_names_that_differ_by_a_slip_share_a_key(at: int, letters: str, turned: bool) -> None:
    surname = "Belinsky"
    slip = surname[:at] + letters + surname[at + 1 :]
    slip = surname[: at - 1] + surname[at] + surname[at - 1] + surname[at + 1 :] if turned else slip
    if match_names(f"Ann {surname}", f"Ann {slip}"):
        assert keys_of(f"Ann {surname}") & keys_of(f"Ann {slip}")
