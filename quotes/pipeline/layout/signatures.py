"""Quotations that are signed: a quoted paragraph, and after it, or on a line of its own, a dash and
"Ann Roe, engineer" or "Senator Ann Roe" to the end of the line; or the same in brackets.

Such a quotation is an attribution by itself, whose cue is the dash; neither the speaker before it
nor what stands below the line has a part in it. It has all paragraphs whose marks are reopened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    RULED,
    Attribution,
    Stretches,
    attributions,
    set_attributions,
)
from quotes.pipeline.layout.marks import MARK_CLOSE, outermost
from quotes.pipeline.near import names_in
from quotes.pipeline.speakers.page import PERSON_LABELS
from quotes.pipeline.speakers.rolephrases import ROLES

DASHES = frozenset(["-", "–", "—", "―", "--", "~"])
LONGEST_LINE = 20  # words of a signature
LONGEST_NAME = 4  # words of a name that the model does not know
FEWEST_WORDS = 3  # of a quotation, its marks counted
VERBS = ("VBD", "VBZ", "VBP", "MD")


class Signed(NamedTuple):
    """Tokens: the quotation [start, end), the dash or bracket, and who signs."""

    start: int
    end: int
    dash: int
    signer: Span


def read_signatures(doc: Doc) -> Doc:
    """Make an attribution of every signed quotation."""
    found = list(_signed(doc))
    if not found:
        return doc
    quoted = Stretches((one.start, one.end) for one in found)
    signatures = Stretches((one.dash, one.signer.end) for one in found)
    others = [_without(one, found, quoted, signatures) for one in attributions(doc)]
    signed = [
        Attribution(
            f"signed-{number}",
            [Span(doc, one.start, one.end)],
            [Span(doc, one.dash, one.dash + 1)],
            [one.signer],
            origin="layout",
            kind="direct",
            confidence=RULED,
        )
        for number, one in enumerate(found)
    ]
    set_attributions(doc, [*others, *signed])
    return doc


def _signed(doc: Doc) -> Iterator[Signed]:
    begun: tuple[int, int] | None = None
    for start, end in outermost(doc):
        begin = start
        if begun is not None and not doc[begun[1] : start].text.strip():
            begin = begun[0]
        begun = None
        if not _begins_line(doc, start):
            continue
        if doc[end - 1].text not in MARK_CLOSE:
            begun = begin, end
        dash = _after(doc, end)
        if dash is None:
            continue
        signer = _signer(doc, dash)
        if signer and _is_sentence(doc[start:end]) and _is_signer(signer):
            yield Signed(begin, end, dash, signer)


def _signer(doc: Doc, dash: int) -> Span | None:
    """The words after a dash, or in brackets that end the line."""
    line = _rest_of_line(doc, dash + 1)
    if line is None or doc[dash].text in DASHES:
        return line
    closed = doc[dash].text == "(" and line[-1].text == ")"
    return line[:-1] if closed else None


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
    """The first word after the quotation, at the latest at the beginning of the next line."""
    breaks = 0
    while end < len(doc) and doc[end].is_space:
        breaks += doc[end].text.count("\n")
        end += 1
    return end if end < len(doc) and breaks <= 1 else None


def _is_sentence(words: Span) -> bool:
    """True if something is said, not a work named ("Hamlet")."""
    ended = any(token.text[-1] in ".?!…" for token in words[-2:])
    verbs = any(token.tag_ in VERBS for token in words)
    return (ended or verbs) and len(words) > FEWEST_WORDS


def _is_signer(words: Span) -> bool:
    """True if the line begins with a person's name, a role and a name, or what may be a name."""
    doc, start = words.doc, words.start
    if any(token.text == ":" or token.lower_ == "by" for token in words):
        return False
    if any(token.tag_ in VERBS and token.is_lower for token in words) or _lists(words):
        return False
    if doc[start].ent_type_ in PERSON_LABELS or _leads_to_name(words):
        return True
    if doc[start].ent_type_:
        return False
    name = list(takewhile(lambda token: token.text != ",", words))
    return 2 <= len(name) <= LONGEST_NAME and all(token.tag_ in ("NNP", "NNPS") for token in name)


def _leads_to_name(words: Span) -> bool:
    """True if a role comes first and then a name: "head teacher Ann Lee"."""
    named = next((one for one in names_in(words) if one.label_ in PERSON_LABELS), None)
    if named is None or words[0].tag_ == "IN":
        return False
    return any(token.lower_ in ROLES for token in words.doc[words.start : named.start])


def _lists(words: Span) -> bool:
    """True if the next line begins with a dash, too, so that these are the points of a list."""
    after = [token for token in words.doc[words.end : words.end + 3] if not token.is_space]
    return bool(after) and after[0].text in DASHES


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
