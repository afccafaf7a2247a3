"""Quotations that are signed: a quoted paragraph, and after it, or on a line of its own, a dash and
"Ann Roe, engineer" to the end of the line.

Such a quotation is an attribution by itself, whose cue is the dash; neither the speaker before it
nor what stands below the line has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    add_attribution,
    attributions,
    outside,
    replace_spans,
)
from quotes.pipeline.attributions.kinds import outermost

DASHES = frozenset(["-", "–", "—", "―", "--", "~"])
LONGEST_LINE = 20  # words of a signature
SURE = 0.9  # no model judges these; the form leaves little doubt
VERBS = ("VBD", "VBZ", "VBP", "MD")


def read_signatures(doc: Doc) -> None:
    """Make an attribution of every signed quotation."""
    for number, (start, end, dash, signer) in enumerate(list(_signed(doc))):
        _clear(doc, start, end, dash, signer.end)
        add_attribution(
            doc, f"signed-{number}", [Span(doc, start, end)], [Span(doc, dash, dash + 1)],
            [signer], kind="direct", confidence=SURE,
        )  # fmt: skip


def _signed(doc: Doc) -> Iterator[tuple[int, int, int, Span]]:
    """(start, end) of the quotation, the dash, and who signs."""
    for start, end in outermost(doc):
        dash = _after(doc, end)
        if dash is None or doc[dash].text not in DASHES or not _begins_line(doc, start):
            continue
        signer = _rest_of_line(doc, dash + 1)
        if signer and _is_name_line(signer):
            yield start, end, dash, signer


def _rest_of_line(doc: Doc, start: int) -> Span | None:
    """The line's words from `start` on, without a full stop at its end."""
    stop = start
    while stop < len(doc) and "\n" not in doc[stop].text:
        stop += 1
    while start < stop and doc[start].is_space:
        start += 1
    if stop > start and doc[stop - 1].text == ".":
        stop -= 1
    return doc[start:stop] if 0 < stop - start <= LONGEST_LINE else None


def _begins_line(doc: Doc, i: int) -> bool:
    return i == 0 or "\n" in doc[i - 1].text


def _after(doc: Doc, end: int) -> int | None:
    """The first token after the quotation that is no white space, if there is one."""
    while end < len(doc) and doc[end].is_space:
        end += 1
    return end if end < len(doc) else None


def _is_name_line(words: Span) -> bool:
    verbs = (token for token in words if token.tag_ in VERBS and token.is_lower)
    return words[0].text[0].isupper() and not any(verbs)


def _clear(doc: Doc, start: int, end: int, dash: int, stop: int) -> None:
    """Take the quotation and its signature out of all other attributions."""
    for one in attributions(doc):
        content = outside(outside(one.content, start, end), dash, stop)
        cue, source = outside(one.cue, dash, stop), outside(one.source, dash, stop)
        if len(cue) + len(source) < len(one.cue) + len(one.source):
            # what stands below the line is not the signer's
            content = [s for s in content if s.start < start]
        if len(content) < len(one.content):
            replace_spans(doc, one.id, content, cue, source)
