"""The entities and the sentence near a place in a Doc, found from there: spaCy's `Span.ents` and
`Token.sent` look through the whole Doc, or a sentence without end, at every call."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def names_in(span: Span) -> list[Span]:
    """The entities that lie whole in a span, in text order: `span.ents`, in time linear in the
    span's length."""
    doc, found, i = span.doc, [], span.start
    while i < span.end:
        end = i + 1
        if doc[i].ent_iob_ == "B":
            while end < len(doc) and doc[end].ent_iob_ == "I":
                end += 1
            if end <= span.end:
                found.append(Span(doc, i, end, label=doc[i].ent_type))
        i = end
    return found


def sentence_near(doc: Doc, i: int, most: int) -> Span:
    """The sentence of the token at i, which spaCy knows, no more than `most` tokens before it and
    after it (the token itself counts as one after)."""
    start, end = i, i + 1
    first, last = max(0, i - most), min(len(doc), i + most)
    while start > first and not doc[start].is_sent_start:
        start -= 1
    while end < last and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]
