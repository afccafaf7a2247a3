"""Names of those who pass words on: "Interfax quoted Putin as saying", "according to his press
service"."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.speakers.page import BODY_LABELS, PERSON_LABELS
from quotes.pipeline.speakers.words import (
    BODY_WORDS,
    DOCUMENT_WORDS,
    MEDIA,
    SINGLE_BODIES,
    word_set,
)

REPORTED = word_set(
    "reported reports report said says wrote writes announced confirmed published broadcast"
)
QUOTED = word_set("quoted quotes cited cites quoting citing")
RELEASED = word_set("released published issued carried distributed posted circulated aired")
CITING = word_set("citing quoting")
PASSING = word_set("per via")
STOPS = frozenset({",", ";", ".", ":", "(", ")", '"', "“", "”", "—", "–", "?", "!"})
NO_CARRIERS = word_set("state country nation group team list account")
CARRIERS = (BODY_WORDS | DOCUMENT_WORDS | word_set("agencies newspapers outlets")) - NO_CARRIERS
KIND_WORDS = word_set(
    "news agency agencies service newspaper daily weekly magazine website channel portal outlet "
    "broadcaster network station television tv wire"
)
NETWORKS = word_set(SINGLE_BODIES["networks"])
SUBJECT_TAGS = ("NN", "DT", "JJ", "POS", "PRP$", "CC", "HYPH", "CD", "VBN")
MAX_SUBJECT, MAX_OBJECT, GAP = 10, 10, 4
LONGEST_SENTENCE = 150  # words before and after; longer ones are lists, or no prose at all


def add_via(doc: Doc) -> Doc:
    """Give every attribution its `via`; None where nobody passed it on."""
    for attribution in attributions(doc):
        attribution.via = find_via(attribution, doc)
    return doc


def find_via(attribution: Attribution, doc: Doc) -> str | None:
    """The words for the one who passed an attribution on, or None: the subject of a reporting
    clause in the same sentence beside the attribution's own source and cue. A named medium is given
    by its name alone ("RIA Novosti"), any other by its words ("his press service"). An outlet that
    was told something ("told CNN") is whom the speaker addressed, not who passed it on."""
    source = _tokens(attribution.source)
    own = source | _tokens(attribution.cue) | _tokens(attribution.content)
    if not source:
        return None
    start, end = sentence_around(doc, min(own), max(own))
    for i in range(start, end):
        word = doc[i].lower_
        if i in source:
            continue
        found = None
        if word in CITING and i in own:
            found = _cited(doc, i, start)
        elif word in CITING | PASSING or word == "according":
            found = _according(doc, i, end, own)
        if found is None and word in RELEASED | REPORTED | QUOTED:
            found = _released(doc, i, end, own)
        if found is None and word in QUOTED:
            found = _quoted(doc, i, start, source)
        if found is None and word in REPORTED and i not in own:
            found = _reported(doc, i, start, end, own)
        if found is None or not is_carrier(doc, *found):
            continue
        if word == "via" and doc[found[1] - 1].lower_ in NETWORKS:
            continue  # "told her via Telegram" names the way, and nobody who passed it on
        if _beside(own, min(i, found[0]), max(i + 1, found[1])):
            return _name(doc, *found)
    return None


def _tokens(spans: list[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def sentence_around(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """From the start of the sentence of the first token to the end of that of the last; the
    line ends it too."""
    start, end = first, last + 1
    before, after = max(0, first - LONGEST_SENTENCE), min(len(doc), end + LONGEST_SENTENCE)
    while start > before and not doc[start].is_sent_start and "\n" not in doc[start - 1].text:
        start -= 1
    while end < after and not doc[end].is_sent_start and "\n" not in doc[end].text:
        end += 1
    return start, end


def _according(doc: Doc, i: int, end: int, own: set[int]) -> tuple[int, int] | None:
    """The phrase after "according to", "per" or ", citing", away from the attribution's own
    words."""
    words = [doc[j].lower_ for j in range(i, min(i + 2, end))]
    if words == ["according", "to"]:
        start = i + 2
    elif words[0] in PASSING or (words[0] in CITING and i and doc[i - 1].text == ","):
        start = i + 1
    else:
        return None
    return _phrase_after(doc, start, end, own)


def _cited(doc: Doc, i: int, start: int) -> tuple[int, int] | None:
    """The phrase before ", citing" at i, of whose object the attribution is."""
    if i <= start or doc[i - 1].text != ",":
        return None
    first = subject_before(doc, i - 1, start)
    return (first, i - 1) if first < i - 1 else None


def _released(doc: Doc, i: int, end: int, own: set[int]) -> tuple[int, int] | None:
    """The phrase after "released by": "in a statement published by Interfax", "as quoted by"."""
    if i + 2 >= end or doc[i + 1].lower_ != "by":
        return None
    return _phrase_after(doc, i + 2, end, own)


def _phrase_after(doc: Doc, start: int, end: int, own: set[int]) -> tuple[int, int] | None:
    stop = start
    while stop < end and doc[stop].text not in STOPS and doc[stop].tag_ not in ("WP", "WDT"):
        stop += 1
    return None if own & set(range(start, stop)) else (start, stop)


def _reported(doc: Doc, i: int, start: int, end: int, own: set[int]) -> tuple[int, int] | None:
    """The subject in ", RIA Novosti reported", where the clause holds nothing else."""
    first = subject_before(doc, i, start)
    if first in (i, start) or doc[first - 1].text not in STOPS:
        return None
    for j in range(first, end):
        if j in own:
            return None
        if j > i and doc[j].text in STOPS:
            break
    return first, i


def _quoted(doc: Doc, i: int, start: int, source: set[int]) -> tuple[int, int] | None:
    """The subject in "Interfax quoted Putin as saying", where the object is the source."""
    first = subject_before(doc, i, start)
    for j in range(i + 1, min(i + MAX_OBJECT, len(doc))):
        if j in source:
            return (first, i) if first < i and not source & set(range(first, i)) else None
        if doc[j].text in STOPS:
            break
    return None


def subject_before(doc: Doc, i: int, start: int) -> int:
    """Where the noun phrase begins that ends before the verb at i."""
    first = i
    while first > max(start, i - MAX_SUBJECT) and _nominal(doc, first - 1):
        first -= 1
    return first


def _nominal(doc: Doc, i: int) -> bool:
    tag = doc[i].tag_
    return doc[i].text not in STOPS and (not tag or tag.startswith(SUBJECT_TAGS))


def is_carrier(doc: Doc, start: int, end: int) -> bool:
    """True if the phrase names a body or medium, not a person."""
    if start >= end or doc[start].tag_ == "CC":
        return False
    if any(doc[i].lower_ in KIND_WORDS | MEDIA for i in range(start, end)):
        return True
    labels = {doc[i].ent_type_ for i in range(start, end)}
    if labels & PERSON_LABELS:
        return False
    return bool(labels & BODY_LABELS) or any(doc[i].lower_ in CARRIERS for i in range(start, end))


def _beside(own: set[int], start: int, end: int) -> bool:
    """True if no more than a few words part the tokens `start` to `end` from the attribution."""
    return any(i in own for i in (*range(start - GAP, start), *range(end, end + GAP)))


def _name(doc: Doc, start: int, end: int) -> str:
    """A named medium's name, out of "the Lusa news agency"; else all words."""
    words = [i for i in range(start, end) if doc[i].text.strip()]
    named = [i for i in words if doc[i].text[:1].isupper()]
    named = [i for i in named if not (i == start and doc[i].lower_ == "the")]
    medium = any(doc[i].lower_ in KIND_WORDS or doc[i].lower_ in MEDIA for i in words)
    alone = bool(named) and words == [*words[:1], *named] and doc[start].lower_ == "the"
    if (medium or alone) and named and (doc[named[-1]].lower_ not in BODY_WORDS or len(named) > 1):
        return " ".join(doc[named[0] : named[-1] + 1].text.split())
    return " ".join(doc[start:end].text.split()).strip(" ,")
