"""The encoder's names put right: those that it cut in two, bodies that look like people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from spacy.tokens import Span

from quotes.given_names import given_names
from quotes.pipeline.speakers.page import PERSON_LABELS, Page, dateline_end, label_of
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS
from quotes.pipeline.speakers.rolephrases import JOINTS
from quotes.pipeline.speakers.words import FIRM_WORDS, PARTICLES, POSTNOMINALS, word_set
from quotes.places import load_places

# Right before a name they tell that it is a body's: "passenger group Northline".
BODY_APPOSITIONS = word_set(
    "group company firm maker bank union charity agency club association organization organisation "
    "network broadcaster newspaper magazine airline foundation consultancy startup retailer "
    "automaker carmaker chipmaker drugmaker planemaker shipbuilder lender insurer channel station "
    "outlet portal website app platform"
)
# Second halves of words such as "Moss-led", which are no second halves of names.
NO_HALVES = word_set("led era like style born esque linked run bound wide style only free")
INITIAL = re.compile(r"[^\W\d_]\.")
LONGEST_HALF = 6  # letters


def entities(page: Page) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a person) of the encoder's names, those of people put together that
    it cut at a particle ("Pieter van der", "Berg"), at a hyphen ("Yun Min", "-ho") or after the
    given name ("Rosa", "María Luna"), or begun at a particle that it left out."""
    begun: tuple[int, int] | None = None
    surnames = {
        page.lower[ent.start]
        for ent in page.doc.ents
        if len(ent) == 1 and label_of(ent) in PERSON_LABELS
    }
    for ent in page.doc.ents:
        if not (_is_person(page, ent) or _is_named_again(page, ent, surnames)):
            yield ent.start, ent.end, False
            continue
        start, end = _whole(page, ent.start, ent.end)
        if begun is not None:
            if start <= begun[1] and _belong(page, begun, start):
                start, end = begun[0], max(begun[1], end)
            else:
                yield *begun, True
        begun = start, end
    if begun is not None:
        yield *begun, True


def _is_person(page: Page, ent: Span) -> bool:
    if label_of(ent) in PERSON_LABELS:
        return not (_in_dateline(page, ent) or _is_native(page, ent))
    return len(ent) > 2 and page.lower[ent.end - 1] in POSTNOMINALS and ent.label_ == "ORG"


def _is_named_again(page: Page, ent: Span, surnames: Set[str]) -> bool:
    """True for a given name and a surname that stands alone elsewhere, and is a person's there: the
    encoder may take "the Oscar Moss trial" for a body."""
    first, last = page.lower[ent.start], page.lower[ent.end - 1]
    return len(ent) == 2 and first in given_names().gender and last in surnames


def _is_native(page: Page, ent: Span) -> bool:
    """True for "Scot" in "the Scot": it tells of somebody named elsewhere."""
    after_article = "DT" in page.tag[max(0, ent.start - 2) : ent.start]
    return len(ent) == 1 and after_article and load_places().is_native(page.lower[ent.start])


def _in_dateline(page: Page, ent: Span) -> bool:
    """True if the name opens a paragraph as the place of its dateline."""
    return len(ent) == 1 and dateline_end(page, ent.start) > ent.end


def _whole(page: Page, start: int, end: int) -> tuple[int, int]:
    """The name with particles and initials before it, and what follows a particle or a hyphen."""
    while start and page.lower[start - 1] in PARTICLES and page.ent[start - 1] < 0:
        start -= 1
    sentence = page.sentence[start]
    while start and INITIAL.fullmatch(page.text[start - 1]):
        if page.sentence[start - 1] != sentence:
            break
        start -= 1
    last = end
    while last < len(page) and page.text[last] in PARTICLES:
        last += 1
    if end < last < len(page) and page.is_upper(last) and page.tag[last].startswith("NNP"):
        end = last + 1
    hyphen = end - 1 if page.text[end - 1] == "-" else end
    first = next((i for i in range(start, end) if page.lower[i] not in ROLE_HEADS), start)
    if hyphen - first == 2 and _is_half(page, hyphen):
        end = hyphen + 2
    return start, end


def _is_half(page: Page, hyphen: int) -> bool:
    """True if the hyphen and the word after it end a name such as "Yun Min-ho"."""
    if hyphen + 1 >= len(page) or page.text[hyphen] != "-":
        return False
    attached = not any(page.doc[i].whitespace_ for i in (hyphen - 1, hyphen))
    half = page.text[hyphen + 1]
    fine = half.isalpha() and half.islower() and len(half) <= LONGEST_HALF
    return attached and fine and half not in NO_HALVES and not half.endswith(("ed", "ing"))


def _belong(page: Page, begun: tuple[int, int], start: int) -> bool:
    """True if a name goes on with what begins at `start`."""
    if start < begun[1] or PARTICLES & {page.lower[start - 1], page.lower[start]}:
        return True
    alone = begun[1] - begun[0] == 1 and page.sentence[begun[0]] == page.sentence[start]
    word = page.lower[begun[0]]
    return alone and (word in given_names().gender or word in ROLE_HEADS)


def is_firm(page: Page, start: int, end: int) -> bool:
    """True if the words around a name tell that it is a body's: "Larkspur shares", "rescue group
    Northline"."""
    if not FIRM_WORDS.isdisjoint(page.lower[end : end + 1]):
        return True
    around = page.text[max(0, start - 1) : start] + page.text[end : end + 1]
    between_commas = around == [",", ","]
    before = start - 1 - between_commas  # "the lender, Larkspur,"
    apposition = before > 0 and page.lower[before] in BODY_APPOSITIONS
    if not apposition or page.lower[start] in given_names().gender:
        return False
    return JOINTS.isdisjoint(page.lower[max(0, start - 5) : start])


def is_home(page: Page, start: int, end: int) -> bool:
    """True if a lone name is the place that somebody is from: "Ann Moss, from Barry,"."""
    before = page.lower[max(0, start - 2) : start]
    return end - start == 1 and before in ([",", "from"], [",", "of"]) and page.ent[start - 3] >= 0
