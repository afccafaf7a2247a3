"""Text around the story is marked on the Doc, and quotes found in it are left out and counted.

What stands there is still read: a name in a caption tells who somebody is.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Span

from quotes.asides import find_asides
from quotes.pipeline.attribution import (
    Attribution,
    Stretches,
    attributions,
    set_attributions,
)
from quotes.pipeline.context import context_of

ASIDES = "asides"
"""The key of the span group in `doc.spans`; the label is the kind in capitals."""

LEFT_OUT = "left_out"
"""In the group's attrs: how many attributions were left out."""

_CLAUSE = re.compile("[,.!?…][\"”’']*$")
SURE = 0.8
"""How sure it must be that a report without quotation marks is one, to tell of a story."""


def leave_out_asides(doc: Doc) -> Doc:
    """Write `doc.spans["asides"]` and take away the attributions whose content begins in one."""
    starts = [token.idx for token in doc]
    spans = []
    found = attributions(doc)
    told = [span.start_char for one in found if _is_told(one) for span in (*one.content, *one.cue)]
    for aside in find_asides(doc.text, context_of(doc).title, told=told):
        first, last = (bisect_right(starts, at) - 1 for at in (aside.start, aside.end - 1))
        spans.append(Span(doc, first, last + 1, label=aside.kind.upper()))
    stretches = Stretches((span.start, span.end) for span in spans)
    kept = [one for one in found if stretches.touched(one.content[:1]) is None]
    if len(kept) < len(found):
        set_attributions(doc, kept)
    doc.spans[ASIDES] = spans
    doc.spans[ASIDES].attrs[LEFT_OUT] = len(found) - len(kept)
    return doc


def _is_told(one: Attribution) -> bool:
    """True if an attribution is a story's way of telling: a whole sentence or clause in quotation
    marks that is somebody else's; a report that somebody *said* it, with certainty; or what the
    form of print tells (a signature, the label of a turn).

    Headlines of other stories quote words and say "says", and appeals speak for themselves.
    """
    if one.origin == "layout":
        return True
    if not one.source or any(span.text.lower() in ("we", "i", "you") for span in one.source):
        return False
    if one.kind == "direct" and _CLAUSE.search(one.content[-1].text):
        return True
    past = any(token.tag_ == "VBD" for span in one.cue for token in span)
    return past and one.act == "speech" and one.confidence > SURE
