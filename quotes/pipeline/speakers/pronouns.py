"""Whom "he", "she" and "who" mean: the nearest that fits, or nobody.

Weights for nearness, subjects and repeated mention, as in "An algorithm for pronominal anaphora
resolution" (Lappin and Leass, 1994), set on sentences of our own and on GUM's coreference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.genders import FEMALE_PRONOUNS, MALE_PRONOUNS
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.rolephrases import skip_bracket
from quotes.pipeline.speakers.someone import Someone
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
MANY = 1e6
MAX_SENTENCES = 6
MAX_ADVERBS, MAX_APPOSED = 20, 200  # tokens; more than in any sentence that somebody wrote


@dataclass(frozen=True)
class Last:
    """The last speaker, and the tokens where that attribution begins and ends."""

    someone: Someone
    start: int
    end: int


def pronoun_gender(word: str) -> Gender | None:
    """The gender of "he", "her", …; None for other words."""
    return "m" if word in MALE_PRONOUNS else "f" if word in FEMALE_PRONOUNS else None


Heard = tuple[int, Someone]  # the token of a pronoun, and whom it was found to mean


@dataclass(frozen=True)
class Question:
    """Whom does the pronoun, or a role of that gender, at token `at` mean? `last`: the speaker
    before; `content`: the attribution's own words, whose names are not the speaker's; `chain`: the
    pronouns before; `quoting`: whose direct quotations the token stands in, so not them."""

    at: int
    gender: Gender | None
    last: Last | None = None
    content: Sequence[tuple[int, int]] = ()
    chain: Sequence[Heard] = ()
    quoting: Sequence[Someone] = ()

    def allows(self, someone: Someone, at: int) -> bool:
        """True if somebody, named or meant at token `at`, may be the answer."""
        if someone in self.quoting or any(start <= at < end for start, end in self.content):
            return False
        return None in (self.gender, someone.gender) or someone.gender == self.gender


def third_person(page: Page, people: People, asked: Question) -> Someone | None:
    """The antecedent: of the names and pronouns of the last sentences the one that serves best."""
    scores: dict[int, tuple[float, Someone]] = {}
    for at, weight, someone in (*_named(page, people, asked), *_meant(page, asked)):
        if page.sentence[asked.at] - page.sentence[at] > MAX_SENTENCES:
            continue
        score = weight + (0.5 if someone.gender == asked.gender is not None else 0.0)
        if asked.allows(someone, at) and score > scores.get(id(someone), (-MANY, None))[0]:
            scores[id(someone)] = score, someone
    last = asked.last
    if last is not None and asked.allows(last.someone, -1):
        apart = page.sentence[asked.at] - page.sentence[last.end]
        old = scores.get(id(last.someone), (-2.0, last.someone))[0]
        if apart <= MAX_SENTENCES:
            scores[id(last.someone)] = max(old, -0.5 * apart) + 1.0, last.someone
    return max(scores.values(), key=lambda pair: pair[0])[1] if scores else None


def _named(page: Page, people: People, asked: Question) -> Iterator[tuple[int, float, Someone]]:
    for mention in _before(people, asked.at):
        weight = _distance(page, mention.start, asked.at)
        if is_subject(page, mention):
            weight += 1.5
        if page.possessive(mention.end):
            weight -= 0.4
        elif mention.end < len(page) and page.tag[mention.end].startswith("NN"):
            weight -= 1.0
        yield mention.start, weight, people.owner[mention.start]


def _meant(page: Page, asked: Question) -> Iterator[tuple[int, float, Someone]]:
    """Pronouns go on meaning the same person: "He … He …"."""
    for at, someone in asked.chain:
        if asked.gender in (None, pronoun_gender(page.lower[at])):
            subject = page.lower[at] in ("he", "she")
            yield at, _distance(page, at, asked.at) + (1.5 if subject else 0.3) + 0.5, someone


def _distance(page: Page, before: int, at: int) -> float:
    """Near is better, and outside of quotations, unless the pronoun stands in one too."""
    weight = -0.8 * (page.sentence[at] - page.sentence[before])
    weight -= 0.2 * (page.paragraph[at] != page.paragraph[before])
    return weight - (2.0 if page.quoted[before] and not page.quoted[at] else 0.0)


def _before(people: People, at: int) -> list[Mention]:
    """The last namings before a token, the nearest first."""
    stop = bisect_left(people.mentions, at, key=lambda mention: mention.start)
    return people.mentions[max(0, stop - MAX_BACK) : stop][::-1]


def is_subject(page: Page, mention: Mention) -> bool:
    """True if the name is followed by a verb, after a bracket or an apposition, or is a source."""
    before = mention.start - 1
    if before >= 0 and page.lower[before] in PREPOSITIONS:
        return False
    if page.possessive(mention.end):
        return False
    if page.source[mention.start]:
        return True
    i = skip_bracket(page, mention.end)
    stop = i + MAX_ADVERBS
    while i < min(stop, len(page)) and page.tag[i].startswith("RB"):
        i += 1
    if page.is_verb(i):
        return page.tag[i] not in ("VBG", "VBN")
    if i >= len(page) or page.text[i] != ",":
        return False
    first = before < 0 or page.sentence[before] != page.sentence[i]
    # "The mayor, Ann Moss, watched"
    apposed = page.text[before] == "," and page.tag[i + 1 : i + 2] in (["VBD"], ["VBZ"])
    return first or apposed


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
        between = range(near[0].end, min(at, near[0].end + MAX_APPOSED))
        apposed = page.text[near[0].end] == "," and len(between) < MAX_APPOSED
        if apposed and not any(page.is_verb(j) for j in between):
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
