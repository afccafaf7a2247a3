"""Was it said at all? "did not say", "nobody said" and "if he says" report no statement.

The term is that of Pareti ("Attribution: a computational approach", Edinburgh 2015). Looked at
are the cue, the verb group before it, the source, and the word that opens the clause.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from quotes.pipeline.attribution import Attribution, attributions
from quotes.records import Factuality

LONGEST_GROUP = 8  # words of a verb group
GROUP_TAGS = ("MD", "VB", "RB", "TO")
OWN = frozenset(["I", "we", "We"])  # "I should say that" says it


@cache
def _words(name: str) -> frozenset[str]:
    """A list of the part "factuality" of `quotes/data/cues.toml`."""
    text = (files("quotes") / "data" / "cues.toml").read_text(encoding="utf8")
    return frozenset(tomllib.loads(text)["factuality"][name].split())


def add_factuality(doc: Doc) -> None:
    """Write `factuality` to the attrs of every attribution."""
    for attribution in attributions(doc):
        attribution.attrs["factuality"] = factuality(attribution)


def factuality(attribution: Attribution) -> Factuality:
    """Negated goes before hypothetical: "if he does not say" is both."""
    if not attribution.cue:
        return "factual"
    cue = attribution.cue[0]
    group = _verb_group(cue)
    words = [token.lower_ for token in (*group, *cue)]
    before = group[0] if group else cue[0]
    if _is_negated(words) or _by_nobody(attribution.source):
        return "negated"
    own = any(span.text in OWN for span in attribution.source)
    if (_is_ahead(words) and not own) or _is_conditional(attribution.source, before):
        return "hypothetical"
    return "factual"


def _verb_group(cue: Span) -> list[Token]:
    """The auxiliaries, adverbs and governing verbs right before the cue: "has never" said,
    "declined to" say, "stopped short of" saying."""
    doc, start = cue.doc, cue.start
    while start > max(0, cue.start - LONGEST_GROUP) and _continues(doc[start - 1]):
        start -= 1
    return list(doc[start : cue.start])


def _continues(token: Token) -> bool:
    known = ("not", "withheld", "ahead")
    if token.tag_.startswith(GROUP_TAGS) or any(token.lower_ in _words(name) for name in known):
        return True
    joins = token.lower_ in ("of", "from") and token.i > 0
    return joins and token.nbor(-1).lower_ in _words("withheld")


def _is_negated(words: list[str]) -> bool:
    """Two negations make a statement: "did not hesitate to say"."""
    count = 0
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _words("not"):
            count += following not in _words("not_alone")
        elif word in _words("withheld"):
            count += following in ("to", "of", "from", "that") or following.endswith("ing")
        elif word in _words("undoing"):
            count += count > 0
    return count % 2 == 1


def _by_nobody(source: list[Span]) -> bool:
    if not source:
        return False
    first = source[0][0]
    return first.lower_ in _words("nobody") and first.text != "No."


def _is_ahead(words: list[str]) -> bool:
    for place, word in enumerate(words[:-1]):
        following = words[place + 1]
        if word in _words("perhaps") or (word == "would" and following == "have"):
            return True
        if word in _words("ahead") and following == "to":
            return True
    return False


def _is_conditional(source: list[Span], verb: Token) -> bool:
    """Whether "if" opens the clause of the cue: right before it, or before its subject."""
    starts = [verb.i, *(span.start for span in source if span.end == verb.i)]
    return any(i > 0 and verb.doc[i - 1].lower_ in _words("if") for i in starts)
