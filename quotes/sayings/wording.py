"""Lists of words: what means the same, what must not be exchanged, and what says little."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

NEGATIONS = frozenset(
    (
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "hardly",
        "barely", "scarcely", "without",
    )
)  # fmt: skip
"""A quotation with one of them more or less says something else."""

LITTLE = frozenset(
    (
        "a", "an", "the", "this", "that", "these", "those", "such", "of", "in", "on", "at", "to",
        "by", "for", "from", "with", "into", "onto", "upon", "within", "out", "off", "over",
        "under", "up", "down", "about", "through", "during", "between", "among", "along", "towards",
        "toward", "against", "than", "then", "as", "if", "or", "and", "but", "so", "because",
        "while", "when", "where", "which", "who", "whom", "whose", "what", "why", "how", "whether",
        "that", "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "he",
        "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs",
        "myself", "himself", "herself", "itself", "ourselves", "yourself", "themselves", "one",
        "be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having",
        "do", "does", "did", "done", "doing", "will", "would", "shall", "should", "can", "could",
        "may", "might", "must", "ought", "need", "there", "here", "any", "all", "each", "every",
        "both", "some", "also", "too", "very", "just", "only", "even", "still", "yet", "already",
        "again", "ever", "now", "more", "most", "much", "many", "own", "other", "another", "same",
        "before", "after", "until", "since", "although", "though", "despite", "however", "let",
        "go", "going", "get", "make", "take", "come", "like", "able", "not", "mr", "mrs", "ms",
    )
)  # fmt: skip
"""Words that hold a sentence together. That two quotations share them says nothing."""

FILLERS = frozenset(("well", "uh", "um", "er", "oh", "look", "really", "actually", "basically"))
"""Words that editors strike out of what is spoken."""

TURNS = frozenset(
    (
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "april", "june", "july", "august", "september", "october",
        "november", "december", "today", "tomorrow", "yesterday", "tonight", "north", "south",
        "east", "west", "northern", "southern", "eastern", "western",
    )
)  # fmt: skip
"""Like numbers: another one makes it another saying."""

_SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=e[sdr]?$|ing$|ations?$)"), "iz"),
    (re.compile(r"(?<=\w{2})ys(?=e[sdr]?$|ing$)"), "yz"),
    (re.compile(r"(?<=\w{2})our(?=s?$|ed$|ing$|able$|ful$|less$|ites?$|hoods?$)"), "or"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=ed$|ing$|ers?$)"), "l"),
    (re.compile(r"(?<=efen|ffen|icen|eten)c(?=e|ing)"), "s"),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=[lg]og)ue(?=s?$)"), ""),
    (re.compile(r"(?<=fu)lfill?(?=s?$|ed$|ing$|ment$)"), "lfil"),
)
"""British into American endings (-ise, -our, -re, -lled, -ence), in words that have one, too."""

_ONE_VOWEL = re.compile("[^aeiou]*[aeiou]+ll(?:ed|ing|ers?)$")
"""Words whose last letter is doubled in both spellings: filled, which is not filed."""


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The root of a lower-case word, shared by all that mean the same: "raised" is "increas"."""
    base = _irregular().get(word, word)
    stemmed = _stem(base)
    return _heads().get(stemmed, stemmed)


@cache
def opposites() -> Mapping[str, set[str]]:
    """For each root those that must not stand in its place; none for most."""
    table: dict[str, set[str]] = defaultdict(set)
    for words in _data()["opposites"]:
        one, other = map(root, words.split())
        table[one].add(other)
        table[other].add(one)
    return table


@cache
def phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that finds the phrases to be replaced, and what replaces each."""
    table = dict(_data()["phrases"])
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b"), table


@cache
def _data() -> dict[str, Any]:
    text = (files("quotes") / "data" / "wording.toml").read_text(encoding="utf8")
    return tomllib.loads(text)


@cache
def _irregular() -> dict[str, str]:
    lines = (words.split() for words in _data()["irregular"])
    return {form: base for base, *forms in lines for form in forms}


@cache
def _heads() -> dict[str, str]:
    lines = (words.split() for words in _data()["synonyms"])
    return {_stem(word): _stem(head) for head, *words in lines for word in words}


def american(word: str) -> str:
    """A lower-case word in American spelling; a word that only looks British becomes none that
    is.

    >>> american("organised"), american("travelled"), american("filled")
    ('organized', 'traveled', 'filled')
    """
    spelt = _americanized(word)
    return word if spelt != word and _ONE_VOWEL.match(word) else spelt


def _stem(word: str) -> str:
    """Porter's stem (Porter 2001, Snowball), American spelling."""
    stemmed: str = _stemmer().stemWord(_americanized(word))
    return stemmed


def _americanized(word: str) -> str:
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    return word


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
