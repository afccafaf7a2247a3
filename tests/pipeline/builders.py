"""Builds tagged Docs with names and attributions from marked-up text, without a model.

[PER Ann Lee]   an entity
{s0 she}        the source of attribution 0; likewise {c0 …} its cue and {q0 …} its content
"""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, set_attributions
from quotes.pipeline.context import set_context
from quotes.pipeline.tokens import blank

OPEN = re.compile(r"\{([sqc])(\d+) |\[([A-Z]+) ")
TAGS = {
    "DT": "the a an this that these those some any no every each another",
    "IN": "of for in at on with from by about against after before during as like than if because "
    "since under over between among through",
    "TO": "to",
    "CC": "and or but &",
    "PRP": "he she it they we i you him them me himself herself themselves",
    "PRP$": "his her its their our my your",
    "WP": "who whom",
    "WDT": "which",
    "MD": "will would can could may must should",
    "VBD": "said told added wrote called was were had did insisted thanked quoted reported urged "
    "hosted spoke met warned noted vowed asked replied visited took came became praised declined "
    "confirmed denied heard",
    "VBZ": "is has says urges seeks calls warns remains",
    "VBP": "are have say demand",
    "VBG": "saying speaking including citing",
    "VBN": "been wounded listed",
    "RB": "not also later again quickly still then",
    "JJ": "former new senior local russian armenian republican democratic foreign british top "
    "presidential prime several many independent vice state-run",
    "CD": "one two three 17 57",
    "POS": "'s ’s",
}
LEXICON = {word: tag for tag, words in TAGS.items() for word in words.split()}


BLANK = blank()


def build(markup: str, *, date: str | None = None) -> Doc:
    """The Doc of marked-up text, with Penn tags by a word list, sentences and attributions."""
    text, marked = _strip(markup)
    doc = BLANK(text)
    if date is not None:
        day = dt.date.fromisoformat(date)
        set_context(doc, date=day)
    for token in doc:
        token.tag_ = tag(token.text)
        before = doc[token.i - 1].text if token.i else ""
        token.is_sent_start = token.i == 0 or "\n" in before or _ends(doc, token.i)
    spans = [(label, number, _span(doc, start, end)) for label, number, start, end in marked]
    doc.ents = [
        Span(doc, span.start, span.end, label=label) for label, number, span in spans if not number
    ]
    found = []
    for number in sorted({number for _, number, _ in spans if number}):
        parts = {role: [s for r, n, s in spans if (r, n) == (role, number)] for role in "qcs"}
        direct = parts["q"][0].text[:1] in '"“'
        kind = "direct" if direct else "indirect"
        found.append(Attribution(number, parts["q"], parts["c"], parts["s"], kind=kind))
    set_attributions(doc, found)
    return doc


def _strip(markup: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without the marks, and (label, number, start, end) for each mark."""
    text, stack, marked = "", [], []
    i = 0
    while i < len(markup):
        match = OPEN.match(markup, i)
        if match:
            stack.append((match[1] or match[3], match[2] or "", len(text)))
            i = match.end()
        elif markup[i] in "}]":
            label, number, start = stack.pop()
            marked.append((label, number, start, len(text)))
            i += 1
        else:
            text += markup[i]
            i += 1
    assert not stack, markup
    return text, marked


def _span(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end)
    assert span is not None, doc.text[start:end]
    return span


def _ends(doc: Doc, i: int) -> bool:
    """True if a sentence begins at i: after a full stop, and a quotation mark after that."""
    if doc[i].text in '"”':
        return False
    before = [doc[j].text for j in range(max(0, i - 2), i)]
    return before[-1] in ".?!" or (before[-1] in '"”' and before[0] in ".?!")


def tag(word: str) -> str:
    """The Penn tag of a word, by a word list and its letters."""
    known = LEXICON.get(word.lower())
    if known in ("JJ", "CD") and word[:1].isupper() and word.lower() not in ("russian", "armenian"):
        return "NNP"
    if known:
        return known
    if not word.strip():
        return "_SP"
    if not re.search(r"\w", word):
        return "." if word in ".?!" else word
    if word[:1].isupper():
        return "NNP"
    if word.isdigit():
        return "CD"
    return "NNS" if word.endswith("s") and not word.endswith("ss") else "NN"
