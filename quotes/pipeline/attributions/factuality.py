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
LONGEST_DENIAL = 3  # words: "dismissed the reports"
GROUP_TAGS = ("MD", "VB", "RB", "TO")
OWN = frozenset(["I", "i", "we", "We"])  # "I should say that" says it


@cache
def _words(name: str) -> frozenset[str]:
    """A list of the part "factuality" of `quotes/data/cues.toml`."""
    text = (files("quotes") / "data" / "cues.toml").read_text(encoding="utf8")
    return frozenset(tomllib.loads(text)["factuality"][name].split())


def add_factuality(doc: Doc) -> Doc:
    """Give every attribution its factuality."""
    for attribution in attributions(doc):
        attribution.factuality = factuality(attribution)
    return doc


def factuality(attribution: Attribution) -> Factuality:
    """Negated goes before hypothetical: "if he does not say" is both."""
    if not attribution.cue:
        return "factual"
    cue = attribution.cue[0]
    group = _verb_group(cue, {t.i for span in attribution.source for t in span})
    words = [token.lower_ for token in (*group, *cue)]
    before = group[0] if group else cue[0]
    negations, undone = _negations(words + _after(cue))
    negations += attribution.kind != "direct" and _denies(cue)
    if negations % 2 or _by_nobody(attribution.source):
        return "negated"
    own = any(span.text in OWN for span in attribution.source)
    if (_is_ahead(words) and not own and not undone) or _is_conditional(attribution.source, before):
        return "hypothetical"
    return "factual"


def _verb_group(cue: Span, source: set[int]) -> list[Token]:
    """The auxiliaries, adverbs and governing verbs right before the cue, but none of the source's:
    "has never" said, "declined to" say, "stopped short of" saying."""
    doc, start = cue.doc, cue.start
    first = max(0, cue.start - LONGEST_GROUP)
    while start > first and start - 1 not in source and _continues(doc[start - 1]):
        start -= 1
    return list(doc[start : cue.start])


def _after(cue: Span) -> list[str]:
    """The next words, where one of them limits what was not said, "would not say more than", and
    "to" after "refused"."""
    words = [token.lower_ for token in cue.doc[cue.end : cue.end + 2]]
    if words[:1] == ["to"] and cue[-1].lower_ in _words("withheld"):
        return ["to"]
    return [word for word in words if word in _words("limits")]


def _continues(token: Token) -> bool:
    known = ("not", "withheld", "ahead", "undoing")
    if token.tag_.startswith(GROUP_TAGS) or any(token.lower_ in _words(name) for name in known):
        return True
    joins = token.lower_ in ("of", "from") and token.i > 0
    return joins and token.nbor(-1).lower_ in _words("withheld")


def _negations(words: list[str]) -> tuple[int, bool]:
    """How often the saying is negated, and whether one of them was taken back: two make a
    statement ("did not hesitate to say")."""
    count, undone = 0, False
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _words("not"):
            count += following not in _words("not_alone")
        elif word in _words("withheld"):
            count += following in ("to", "of", "from") or following.endswith("ing")
        elif word in _words("undoing") and count % 2:
            count, undone = count + 1, True
    return count, undone


def _denies(cue: Span) -> bool:
    """True if who says it says that it is not so: "rejected claims", not "neither confirmed nor
    denied"."""
    words = [token.lower_ for token in cue]
    return "nor" not in words and not _words("denying").isdisjoint(words[-LONGEST_DENIAL:])


def _by_nobody(source: list[Span]) -> bool:
    """Nobody, no minister; but not No. 10, nobody but the mayor, no fewer than five officials."""
    if not source:
        return False
    first, *rest = source[0]
    words = {token.lower_ for token in rest[:4]}
    if first.lower_ not in _words("nobody") or words & _words("but_some"):
        return False
    counted = any(token.like_num for token in rest[:2]) or first.text == "No."
    return not counted and (not first.ent_type_ or first.lower_ != "no")


def _is_ahead(words: list[str]) -> bool:
    for place, word in enumerate(words[:-1]):
        following = words[place + 1]
        if word in _words("perhaps") and following not in ("be", "only", "confirm"):
            return True
        if word == "would" and following == "have":
            return True
        if word in _words("ahead") and following == "to":
            return True
    return False


def _is_conditional(source: list[Span], verb: Token) -> bool:
    """True if "if" opens the clause of the cue: right before it, or before its subject."""
    starts = [verb.i, *(span.start for span in source if span.end == verb.i)]
    return any(i > 0 and verb.doc[i - 1].lower_ in _words("if") for i in starts)
