"""Whom "he", "she", "who", "it", "they" mean as a source: the nearest that fits, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from quotes.pipeline.speakers.descriptions import skip_bracket
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.someone import Someone
from quotes.pipeline.speakers.words import FEMALE_PRONOUNS, MALE_PRONOUNS
from quotes.registry import Gender

PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "to",
        "with",
        "from",
        "by",
        "about",
        "against",
        "on",
        "over",
        "under",
        "after",
    ]
)
MAX_BACK = 40
MAX_SENTENCES = 6


@dataclass(frozen=True)
class Last:
    """Who spoke last, and the token where that attribution begins and ends."""

    someone: Someone
    start: int
    end: int


def pronoun_gender(word: str) -> Gender | None:
    """The gender of "he", "her", …; None for other words."""
    return "m" if word in MALE_PRONOUNS else "f" if word in FEMALE_PRONOUNS else None


def third_person(
    page: Page,
    people: People,
    at: int,
    gender: Gender | None,
    last: Last | None,
    content: list[tuple[int, int]],
) -> Someone | None:
    """The antecedent of "he" or "she" at token `at`; gender None: of a role. `last`: the speaker
    before; `content`: the attribution's own words, whose names are not the speaker's."""
    scores: dict[int, tuple[float, Someone]] = {}
    for mention in _before(people, at):
        distance = page.sentence[at] - page.sentence[mention.start]
        if distance > MAX_SENTENCES:
            break
        someone = people.owner[mention.start]
        if any(start <= mention.start < end for start, end in content):
            continue
        if None not in (gender, someone.gender) and someone.gender != gender:
            continue
        score = _weight(page, mention, at) + (0.5 if someone.gender == gender is not None else 0.0)
        if id(someone) not in scores or score > scores[id(someone)][0]:
            scores[id(someone)] = score, someone
    if last is not None and (gender is None or last.someone.gender in (None, gender)):
        apart = page.sentence[at] - page.sentence[last.end]
        old = scores.get(id(last.someone), (-2.0, last.someone))[0]
        if apart <= MAX_SENTENCES:
            scores[id(last.someone)] = max(old, -0.5 * apart) + 1.0, last.someone
    if not scores:
        return None
    return max(scores.values(), key=lambda pair: pair[0])[1]


def _before(people: People, at: int) -> list[Mention]:
    """The last namings before a token, the nearest first."""
    stop = bisect_left(people.mentions, at, key=lambda mention: mention.start)
    return people.mentions[max(0, stop - MAX_BACK) : stop][::-1]


def _weight(page: Page, mention: Mention, at: int) -> float:
    """How well a naming serves: near, a subject, not inside a quotation, not a mere modifier."""
    weight = -0.8 * (page.sentence[at] - page.sentence[mention.start])
    weight -= 0.2 * (page.paragraph[at] != page.paragraph[mention.start])
    if is_subject(page, mention):
        weight += 1.5
    if page.quoted[mention.start]:
        weight -= 2.0
    if page.possessive(mention.end):
        weight -= 0.4
    elif mention.end < len(page) and page.tag[mention.end].startswith("NN"):
        weight -= 1.0
    return weight


def is_subject(page: Page, mention: Mention) -> bool:
    """Whether the name is followed by a verb, after a bracket or an apposition, or is a source."""
    before = mention.start - 1
    if before >= 0 and page.lower[before] in PREPOSITIONS:
        return False
    if page.possessive(mention.end):
        return False
    if page.source[mention.start]:
        return True
    i = skip_bracket(page, mention.end)
    while i < len(page) and page.tag[i].startswith("RB"):
        i += 1
    if page.is_verb(i):
        return page.tag[i] not in ("VBG", "VBN")
    first = before < 0 or page.sentence[before] != page.sentence[mention.start]
    return first and i < len(page) and page.text[i] == ","


def relative(page: Page, people: People, at: int) -> Someone | None:
    """The antecedent of "who" at token `at`: the name that ends right before it."""
    i = at - 1
    if i >= 0 and page.text[i] in (",", "—", "–"):
        i -= 1
    near = _before(people, at)
    for mention in near[:2]:
        if mention.end - 1 == i or skip_bracket(page, mention.end) - 1 == i:
            return people.owner[mention.start]
    if near and i >= 0 and page.sentence[near[0].start] == page.sentence[at]:
        between = range(near[0].end, at)
        if page.text[near[0].end] == "," and not any(page.is_verb(j) for j in between):
            return people.owner[near[0].start]
    return None


def noun_phrase_before(page: Page, at: int) -> tuple[int, int]:
    """The tokens of the noun phrase that ends right before token `at`, a comma between or not."""
    end = at - (at > 0 and page.text[at - 1] in (",", "—", "–"))
    start = end
    while start > max(0, end - 12) and page.sentence[start - 1] == page.sentence[at]:
        tag = page.tag[start - 1]
        if tag.startswith(("NN", "JJ", "POS", "CD", "HYPH")) or page.lower[start - 1] in (
            "of",
            "for",
        ):
            start -= 1
            continue
        if tag in ("DT", "PRP$"):
            start -= 1
        break
    return start, end
