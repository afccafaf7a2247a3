"""Quotations that are signed: a quoted paragraph, and under it a line "- Ann Roe, engineer".

Such a quotation is an attribution by itself, whose cue is the dash; neither the speaker before it
nor what stands below the line has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import add_attribution, attributions, replace_spans
from quotes.pipeline.attributions.kinds import outermost

DASHES = frozenset(["-", "–", "—", "―", "--", "~"])
LONGEST_LINE = 20  # words of a signature
SURE = 0.9  # no model judges these; the form leaves little doubt
VERBS = ("VBD", "VBZ", "VBP", "MD")


def read_signatures(doc: Doc) -> None:
    """Make an attribution of every signed quotation."""
    for number, (start, end, dash, stop) in enumerate(list(_signed(doc))):
        _clear(doc, start, end, dash, stop)
        add_attribution(
            doc, f"signed-{number}", [Span(doc, start, end)], [Span(doc, dash, dash + 1)],
            [Span(doc, dash + 1, stop)], kind="direct", confidence=SURE,
        )  # fmt: skip


def _signed(doc: Doc) -> Iterator[tuple[int, int, int, int]]:
    """(start, end) of the quotation, the dash, and the end of its line."""
    for start, end in outermost(doc):
        dash = _next_line(doc, end)
        if dash is None or doc[dash].text not in DASHES or not _begins_line(doc, start):
            continue
        stop = dash + 1
        while stop < len(doc) and "\n" not in doc[stop].text:
            stop += 1
        words = doc[dash + 1 : stop]
        if 0 < len(words) <= LONGEST_LINE and _is_name_line(words):
            yield start, end, dash, stop


def _begins_line(doc: Doc, i: int) -> bool:
    return i == 0 or "\n" in doc[i - 1].text


def _next_line(doc: Doc, end: int) -> int | None:
    """The first token after the line break that must follow a signed quotation."""
    if end < len(doc) and "\n" in doc[end].text and end + 1 < len(doc):
        return end + 1
    return None


def _is_name_line(words: Span) -> bool:
    first = words[0].text
    return first[:1].isupper() and not any(token.tag_ in VERBS for token in words)


def _clear(doc: Doc, start: int, end: int, dash: int, stop: int) -> None:
    """Take the quotation and its signature out of all other attributions."""
    for one in attributions(doc):
        content = [s for s in one.content if not (s.start < end and start < s.end)]
        content = [s for s in content if not (s.start < stop and dash < s.end)]
        signs = any(dash <= s.start < stop for s in (*one.cue, *one.source))
        if signs:  # what stands below the line is not the signer's
            content = [s for s in content if s.start < start]
        if len(content) < len(one.content):
            cue, source = (
                [s for s in spans if not dash <= s.start < stop] for spans in (one.cue, one.source)
            )
            replace_spans(doc, one.id, content, cue, source)
