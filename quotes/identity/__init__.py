"""Decides, and says why, if two names in the news are one person."""

from quotes.identity.blocking import keys_of
from quotes.identity.decide import Decision, Known, decide, find_match, judge
from quotes.identity.facts import Facts, office_words
from quotes.identity.transliteration import is_same_word, sounds

__all__ = [
    "Decision",
    "Facts",
    "Known",
    "decide",
    "find_match",
    "is_same_word",
    "judge",
    "keys_of",
    "office_words",
    "sounds",
]
