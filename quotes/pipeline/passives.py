"""Who is told is not who says: "The minister was told by Ann Roe that …" is Ann Roe's."""

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
NAME_TAGS = ("NN", "DT", "JJ", "POS", "PRP", "HYPH", "CD", "CC")


def turn_passives(doc: Doc) -> None:
    """Where the cue is a passive of telling, the source is who stands after "by", or nobody."""
    found = attributions(doc)
    passives = {one.id for one in found if _is_passive(one)}
    if passives:
        set_attributions(
            doc, [replace(o, source=_agent(doc, o)) if o.id in passives else o for o in found]
        )


def _is_passive(one: Attribution) -> bool:
    if not one.source or not one.cue or one.source[0].end > one.cue[0].start:
        return False
    words = [token.lower_ for token in one.cue[0]]
    for number, word in enumerate(words):
        if word in HEARERS and words[number - 1 : number] and set(words[:number]) & BE:
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
