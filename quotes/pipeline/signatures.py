"""Quotations that are signed: a quoted paragraph, and after it, or on a line of its own, a dash and
"Ann Roe, engineer" to the end of the line.

Such a quotation is an attribution by itself, whose cue is the dash; neither the speaker before it
nor what stands below the line has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    Attribution,
    Stretches,
    add_attribution,
    attributions,
    set_attributions,
)
from quotes.pipeline.attributions.kinds import outermost

DASHES = frozenset(["-", "–", "—", "―", "--", "~"])
LONGEST_LINE = 20  # words of a signature
SURE = 0.9  # no model judges these; the form leaves little doubt
VERBS = ("VBD", "VBZ", "VBP", "MD")


class Signed(NamedTuple):
    """Tokens: the quotation [start, end), the dash, and who signs."""

    start: int
    end: int
    dash: int
    signer: Span


def read_signatures(doc: Doc) -> None:
    """Make an attribution of every signed quotation."""
    found = list(_signed(doc))
    if not found:
        return
    quoted = Stretches((one.start, one.end) for one in found)
    signatures = Stretches((one.dash, one.signer.end) for one in found)
    set_attributions(doc, [_without(one, found, quoted, signatures) for one in attributions(doc)])
    for number, one in enumerate(found):
        add_attribution(
            doc, f"signed-{number}", [Span(doc, one.start, one.end)],
            [Span(doc, one.dash, one.dash + 1)], [one.signer], kind="direct", confidence=SURE,
        )  # fmt: skip


def _signed(doc: Doc) -> Iterator[Signed]:
    for start, end in outermost(doc):
        dash = _after(doc, end)
        if dash is None or doc[dash].text not in DASHES or not _begins_line(doc, start):
            continue
        signer = _rest_of_line(doc, dash + 1)
        if signer and _is_name_line(signer):
            yield Signed(start, end, dash, signer)


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


def _without(
    one: Attribution, found: list[Signed], quoted: Stretches, signatures: Stretches
) -> Attribution:
    """An attribution without signed quotations and their signatures."""
    content = signatures.outside(quoted.outside(one.content))
    signs = signatures.touched([*one.cue, *one.source])
    if signs is not None:  # what stands below the line is not the signer's
        content = [span for span in content if span.start < found[signs].start]
    if len(content) == len(one.content):
        return one
    cue, source = signatures.outside(one.cue), signatures.outside(one.source)
    return replace(one, content=content, cue=cue, source=source)
