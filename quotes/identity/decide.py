"""Decides if two names in the news are one person.

No likeness of strings decides alone: names must agree as transliteration allows, and what the
articles say besides must agree, too (Fellegi and Sunter 1969 call these the fields of a record;
Christen 2006 shows that names alone mislead).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from quotes.identity.facts import Comparison, Facts, compare_facts
from quotes.identity.names import Match, match_names

Verdict = Literal["same", "likely", "different"]
_BEST = ("full", "weak", "none", "typo")


@dataclass(frozen=True)
class Known:
    """A person of the store: a name, the registry's id and other spellings, and the facts."""

    name: str
    id: str | None = None
    spellings: tuple[str, ...] = ()
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True)
class Decision:
    """One person, perhaps one, or two; and why, for people to read."""

    verdict: Verdict
    why: str


def decide(one: Known, other: Known) -> Decision:
    """Decide if two persons are one.

    "same" needs a surname whose difference transliteration explains, given names that agree, and
    a role, affiliation or outlet that agrees with none that contradicts. Where only initials,
    short forms or a part of the given names agree, role and affiliation must both agree. What
    falls short of that is "likely" at most, and a slip of one letter or a bare surname always.
    """
    match = find_match(one, other)
    if match is None:
        return Decision("different", f"{one.name} and {other.name} are two names")
    return judge(one, other, match)


def find_match(one: Known, other: Known) -> Match | None:
    """How the names fit, in the spellings that fit best; None where these are two people."""
    if one.id and other.id and one.id != other.id:
        return None
    mine, theirs = ((who.name, *who.spellings) for who in (one, other))
    found = [match for pair in product(mine, theirs) if (match := match_names(*pair))]
    return min(found, key=lambda match: (match.typo, _BEST.index(match.given)), default=None)


def judge(one: Known, other: Known, match: Match) -> Decision:
    """The decision for two whose names fit."""
    facts = compare_facts(one.facts, other.facts)
    verdict = _verdict(match, facts)
    sign = {"same": "=", "likely": "~", "different": "≠"}[verdict]
    parts = [f"{one.name} {sign} {other.name} {match.how}"]
    if facts.shared:
        parts.append(f"both: {', '.join(facts.shared)}")
    if facts.against:
        parts.append(f"but {facts.against}")
    if not (facts.shared or facts.against):
        parts.append("nothing else is known of both")
    return Decision(verdict, "; ".join(parts))


def _verdict(match: Match, facts: Comparison) -> Verdict:
    sure = bool(facts.role and facts.affiliation)
    if facts.against:
        return (
            "likely" if match.given == "full" and not match.typo and facts.shared else "different"
        )
    if match.typo or match.given in ("typo", "none"):
        return "likely" if facts.role or facts.affiliation else "different"
    if match.given == "weak":
        return "same" if sure else "likely" if facts.shared else "different"
    return "same" if facts.shared else "likely"
