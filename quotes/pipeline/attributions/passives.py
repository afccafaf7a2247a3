"""Sources of passives: "The minister was told by Ann Roe that …" is Ann Roe's, not the minister's.

Nor do those speak who are accused: what is said in "The bank was blamed for the crash" is not the
bank's. Those who answer a question do, and not who asked it: "Asked whether the mill would close,
Ann Roe said …".
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions, set_attributions

BE = frozenset(["was", "were", "is", "are", "am", "be", "been", "being", "got", "'s", "’s", "'re"])
HEARERS = frozenset(
    [
        "told", "informed", "warned", "advised", "asked", "reminded", "assured", "notified",
        "urged", "promised", "briefed", "instructed", "ordered",
    ]
)  # fmt: skip
JUDGED = frozenset(
    [
        "accused", "blamed", "condemned", "criticised", "criticized", "denounced",
        "described", "dubbed", "hailed", "known", "labeled", "labelled", "mocked", "portrayed",
        "praised", "regarded", "ridiculed", "seen", "suspected", "viewed",
    ]
)  # fmt: skip
ASKED = frozenset(["asked", "questioned", "pressed", "quizzed", "queried"])
QUESTIONS = frozenset(["question", "questions", "query", "queries"])
REPLIES = ("answer", "respon", "repl", "react")
NAME_TAGS = ("NN", "DT", "JJ", "POS", "PRP", "HYPH", "CD", "CC")


def turn_passives(doc: Doc) -> Doc:
    """Where the cue is a passive of telling or judging, the source is who stands after "by", or
    nobody; who is judged belongs to the content. Questions of nobody's fall away."""
    found = attributions(doc)
    turned = [_turned(doc, one) for one in found if not _is_question(one)]
    if len(turned) < len(found) or any(
        new is not old for new, old in zip(turned, found, strict=True)
    ):
        set_attributions(doc, turned)
    return doc


def _is_question(one: Attribution) -> bool:
    """True for an attribution, not a direct one, whose cue names a question that was put to
    somebody, "answering the question whether": its content is no statement."""
    if not one.cue or one.kind == "direct":
        return False
    words = [token.lower_ for token in one.cue[0]]
    answered = any(word.startswith(REPLIES) for word in words)
    if answered and not QUESTIONS.isdisjoint(words):
        return True
    if one.cue[0][0].is_sent_start and words[0] in ASKED:
        return True  # "Asked if the mill would close, Ann Roe smiled"
    return not one.source and words[-1] in ASKED


def _turned(doc: Doc, one: Attribution) -> Attribution:
    if _is_passive(one, HEARERS):
        return replace(one, source=_agent(doc, one))
    if _is_passive(one, JUDGED):
        return replace(one, source=_agent(doc, one), content=[*one.source, *one.content])
    return one


def _is_passive(one: Attribution, verbs: frozenset[str]) -> bool:
    if not one.source or not one.cue or one.source[0].end > one.cue[0].start:
        return False
    words = [token.lower_ for token in one.cue[0]]
    for number, word in enumerate(words):
        if word in verbs and words[number - 1 : number] and set(words[:number]) & BE:
            return True
    return False


def _agent(doc: Doc, one: Attribution) -> list[Span]:
    """The noun phrase after "by", which the cue may have swallowed."""
    cue, limit = one.cue[0], min(one.cue[0].end + 2, len(doc))
    place = next((i for i in range(cue.start, limit) if doc[i].lower_ == "by"), None)
    if place is None:
        return []
    end = place + 1
    content = {token.i for span in one.content for token in span}
    while end < len(doc) and end not in content and doc[end].tag_.startswith(NAME_TAGS):
        end += 1
    return [Span(doc, place + 1, end)] if end > place + 1 else []
