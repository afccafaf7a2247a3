"""Who passed it on: "Interfax quoted Putin as saying", "according to his press service"."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.speakers.page import BODY_LABELS
from quotes.pipeline.speakers.words import BODY_WORDS, DOCUMENT_WORDS, MEDIA

REPORTED = frozenset(
    [
        "reported",
        "reports",
        "report",
        "said",
        "says",
        "wrote",
        "writes",
        "quoted",
        "cited",
        "quotes",
        "cites",
        "announced",
        "confirmed",
        "published",
        "broadcast",
    ]
)
QUOTED = frozenset(["quoted", "quotes", "cited", "cites", "quoting", "citing"])
CITING = frozenset({"citing", "quoting"})
STOPS = frozenset({",", ";", ".", ":", "(", ")", '"', "“", "”", "—", "–", "?", "!"})
CARRIERS = (
    MEDIA
    | BODY_WORDS
    | DOCUMENT_WORDS
    | frozenset(
        [
            "service",
            "agencies",
            "newspapers",
            "channels",
            "website",
            "websites",
            "outlets",
            "interview",
        ]
    )
)
KIND_WORDS = frozenset(
    [
        "news",
        "agency",
        "agencies",
        "service",
        "newspaper",
        "daily",
        "weekly",
        "magazine",
        "website",
        "channel",
        "portal",
        "outlet",
        "broadcaster",
        "network",
        "station",
        "television",
        "tv",
        "wire",
    ]
)
MAX_SUBJECT = 10


def find_via(attribution: Attribution, doc: Doc) -> str | None:
    """Who passed an attribution on, or None: the subject of a reporting clause in the same
    sentence beside the attribution's own source and cue. A named medium is given by its name
    alone ("RIA Novosti"), any other by its words ("his press service"). An outlet that was told
    something ("told CNN") is whom the speaker addressed, not who passed it on."""
    own = _tokens(attribution.source) | _tokens(attribution.cue) | _tokens(attribution.content)
    if not own or not attribution.source:
        return None
    start, end = _sentence(doc, min(own), max(own))
    for i in range(start, end):
        if i in _tokens(attribution.source):
            continue
        found = (
            _according(doc, i, end, own)
            or _reported(doc, i, start, own)
            or _quoted(doc, i, start, own)
        )
        if found is not None and _carries(doc, *found):
            return _name(doc, *found)
    return None


def _tokens(spans: list[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _sentence(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """From the start of the sentence of the first token to the end of that of the last; the
    line ends it too."""
    start, end = first, last + 1
    while start > 0 and not doc[start].is_sent_start and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and "\n" not in doc[end].text:
        end += 1
    return start, end


def _according(doc: Doc, i: int, end: int, own: set[int]) -> tuple[int, int] | None:
    """The phrase after "according to" or ", citing", away from the attribution's own words."""
    words = [doc[j].lower_ for j in range(i, min(i + 2, end))]
    if words == ["according", "to"]:
        start = i + 2
    elif words[0] in CITING and i and doc[i - 1].text == ",":
        start = i + 1
    else:
        return None
    stop = start
    while stop < end and doc[stop].text not in STOPS and doc[stop].tag_ not in ("WP", "WDT"):
        stop += 1
    return None if own & set(range(start, stop)) else (start, stop)


def _reported(doc: Doc, i: int, start: int, own: set[int]) -> tuple[int, int] | None:
    """The subject in ", RIA Novosti reported", "Interfax reported"."""
    if doc[i].lower_ not in REPORTED or i in own or i <= start:
        return None
    first = i
    while first > max(start, i - MAX_SUBJECT) and doc[first - 1].text not in STOPS:
        first -= 1
    if first == i or first == start or own & set(range(first, i)):
        return None
    return (first, i) if doc[first - 1].text in STOPS else None


def _quoted(doc: Doc, i: int, start: int, own: set[int]) -> tuple[int, int] | None:
    """The subject in "Interfax quoted Putin as saying", where the object is the source."""
    if doc[i].lower_ not in QUOTED:
        return None
    first = i
    while first > max(start, i - MAX_SUBJECT) and doc[first - 1].text not in STOPS:
        first -= 1
    subject = set(range(first, i)) - {j for j in range(first, i) if doc[j].tag_.startswith("RB")}
    return (min(subject), i) if subject and not own & subject else None


def _carries(doc: Doc, start: int, end: int) -> bool:
    """Whether the phrase names a body or medium, not a person."""
    if start >= end or doc[start].lower_ in ("who", "which", "he", "she", "it", "they", "and"):
        return False
    return any(
        doc[i].ent_type_ in BODY_LABELS or doc[i].lower_ in CARRIERS for i in range(start, end)
    )


def _name(doc: Doc, start: int, end: int) -> str:
    """A named medium's name, out of "the state-run RIA Novosti news agency"; else all words."""
    words = [i for i in range(start, end) if doc[i].text.strip()]
    if any(doc[i].lower_ in KIND_WORDS or doc[i].lower_ in MEDIA for i in words):
        named = [
            i
            for i in words
            if doc[i].text[:1].isupper() and doc[i].lower_ not in KIND_WORDS - {"service"}
        ]
        named = [i for i in named if not (i == start and doc[i].lower_ == "the")]
        if named and (doc[named[-1]].lower_ not in BODY_WORDS or len(named) > 1):
            return " ".join(doc[named[0] : named[-1] + 1].text.split())
    return " ".join(doc[start:end].text.split()).strip(" ,")
