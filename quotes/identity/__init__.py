"""Whether two names in the news are one person: a pure decision, and why."""

from quotes.identity.blocking import keys_of
from quotes.identity.decide import Decision, Known, decide, find_match, judge
from quotes.identity.facts import Facts

__all__ = ["Decision", "Facts", "Known", "decide", "find_match", "judge", "keys_of"]
