"""Reads the words of a source: whose name, pronoun, role, body, crowd or document is its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from quotes.pipeline.speakers.heads import BODIES, NAME_LABELS, Kind, head_kind
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.page import BODY_LABELS, PLACE_LABELS, Page, dateline_end
from quotes.pipeline.speakers.relatives import is_others
from quotes.pipeline.speakers.rolephrases import ENDS, JOINTS, QUOTES, ROLES, in_chain, skip_bracket
from quotes.pipeline.speakers.words import (
    AGE,
    COURTESY,
    GROUP_WORDS,
    POSTNOMINALS,
    PRONOUNS,
)

HEADS = ROLES | GROUP_WORDS
BREAKS = ENDS - QUOTES
JOINING = frozenset({"and", ",", "&"})
BETWEEN = JOINING | {"the"} | ROLES | COURTESY
NAMING = frozenset({"named", "called"})
COUNTS = frozenset(
    ["number", "group", "handful", "majority", "host", "series", "lot", "couple", "range", "array"]
)
AFTER_NAMES = POSTNOMINALS | {"himself", "herself"}
SKIPPED_FIRST = frozenset({"from", "by", "to", "but", "and", "while", "as", "even", "only", "just"})


@dataclass(frozen=True)
class Phrase:
    """A source's words, tokens `start` to `end`. `head`: its head noun or pronoun; `mention`: the
    naming of the person who is its head."""

    kind: Kind
    start: int
    end: int
    head: int
    mention: Mention | None = None


def read_phrase(page: Page, start: int, end: int, names: Mapping[int, Mention]) -> Phrase:
    """The Phrase that the tokens from `start` to before `end` are; `names`: the namings of people
    by their starts."""
    start, end = _bare(page, min(dateline_end(page, start), end), end)
    if start >= end:
        return Phrase("empty", start, end, start)
    end = _completed(page, end)
    if page.lower[start] in PRONOUNS and _stands_alone(page, start, end):
        return Phrase("pronoun", start, end, start)
    if _is_list(page, start, end, names):
        return Phrase("group", start, end, start)
    if page.lower[start] in ("those", "these", "them") and page.tag[start] != "WDT":
        return Phrase("group", start, end, start)
    stop, last, joined = _noun_phrase(page, start, end, names)
    if joined and _joins_several(page, start, stop, names):
        return Phrase("group", start, end, last)
    named = _name_at_end(page, start, stop, names)
    if named is None and start in names and _goes_on_as_role(page, names[start], end):
        named = names[start]
    if named is not None and page.text[start] == "The" and len(named.name) == end - start - 1 == 1:
        return Phrase("organization", start, end, last)
    if named is not None:
        return Phrase("name", start, end, named.end - 1, named)
    last = _head_of_body(page, start, last)
    kind = _of_many(page, last, stop, end) or head_kind(page, last)
    aged = AGE.search(page.words(start, end).lower()) and page.tag[last] not in ("NNS", "NNPS")
    if page.lower[start : start + 2] == ["one", "of"] or aged:
        kind = "nominal"
    if kind == "nominal" or (kind == "organization" and is_unknown_noun(page, last)):
        later = _name_after(page, stop, end, names)
        if later is not None and not is_others(page, last, later.start, later.end):
            return Phrase("name", start, end, later.end - 1, later)
    while kind == "group" and end - 1 > last and page.is_verb(end - 1):
        end -= 1  # "hundreds of people gathered"
    return Phrase(kind, start, end if kind == "group" else _cut(page, start, end), last)


def _bare(page: Page, start: int, end: int) -> tuple[int, int]:
    """Without punctuation, conjunctions and a possessive around the words."""
    while start < end and (not page.is_word(start) or page.lower[start] in SKIPPED_FIRST):
        start += 1
    while end > start and (not page.is_word(end - 1) or page.possessive(end - 1)):
        if page.text[end - 1] in (")", "]") or (
            page.text[end - 1] == "." and page.is_upper(end - 2)
        ):
            break
        end -= 1
    return start, end


def _completed(page: Page, end: int) -> int:
    """Where the noun phrase ends of which a source holds no more than "a", "the senior" or "a crowd
    of"."""
    open_ended = page.tag[end - 1] in ("DT", "JJ", "PRP$") or page.lower[end - 1] == "of"
    if not open_ended or page.lower[end - 1] in PRONOUNS:
        return end
    stop = end
    while stop < len(page) and page.tag[stop].startswith(("NN", "JJ", "CD")):
        stop += 1
    return stop


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """True if a pronoun is the source itself and does not belong to a noun ("his attorney")."""
    if (
        page.lower[start] in ("his", "her", "its", "their", "our", "my", "your", "whose")
        and end - start > 1
    ):
        return False
    if page.lower[start] in ("this", "that", "these", "those") and end - start > 1:
        return page.tag[start] in ("WDT", "WP")
    return not (page.lower[start] == "them" and end - start > 1)


def _noun_phrase(
    page: Page, start: int, end: int, names: Mapping[int, Mention]
) -> tuple[int, int, bool]:
    """Where the first noun phrase ends, its last noun, and whether "and" joins parts of it."""
    i, last, joined = start, start, False
    while i < end:
        if i in names:
            last, i = names[i].end - 1, names[i].end
            continue
        if page.lower[i] in ("and", "or", "&") and not _inside_entity(page, i):
            joined = True
        elif _ends(page, i, start):
            break
        elif page.is_noun(i) or page.lower[i] in HEADS or page.tag[i] == "CD":
            last = i
        i += 1
    return i, last, joined


def _head_of_body(page: Page, start: int, last: int) -> int:
    """The head of a body's name: "Ministry" of "the Ministry of Justice", where one entity holds
    it all; else the token `last` itself."""
    if page.label[last] not in BODY_LABELS:
        return last
    for i in range(start + 1, last):
        if page.ent[i - 1] == page.ent[last] and page.lower[i] in JOINTS and page.is_noun(i - 1):
            return i - 1
    return last


def _ends(page: Page, i: int, start: int) -> bool:
    if _inside_entity(page, i):
        return False
    tag = page.tag[i]
    if tag == "VBD" and page.tag[i - 1] == "DT":
        return False
    if page.text[i] in BREAKS or tag in (
        "TO",
        "WP",
        "WDT",
        "WP$",
        "MD",
        "VBD",
        "VBZ",
        "VBP",
    ):
        return i > start
    if tag == "IN" or page.lower[i] in ("like", "including"):
        return i > start
    if page.lower[i] == "based":
        return False  # "The agency's director Paris based Ann Lee"
    return tag in ("VBN", "VBG") and i > start and page.is_noun(i - 1)


def _inside_entity(page: Page, i: int) -> bool:
    """True if the token is inside an entity and not the first of it."""
    return page.ent[i] >= 0 and i > 0 and page.ent[i - 1] == page.ent[i]


def _is_list(page: Page, start: int, end: int, names: Mapping[int, Mention]) -> bool:
    """Several names or places with nothing but commas, "and" and titles between them."""
    ends = [(i, names[i].end) for i in range(start, end) if i in names]
    if not ends:
        ends = [(i, i + 1) for i in range(start, end) if page.label[i] in PLACE_LABELS]
    if len(ends) < 2 or any(
        page.is_noun(i) and page.lower[i] not in ROLES for i in range(start, ends[0][0])
    ):
        return False
    for (_, left), (right, _) in pairwise(ends):
        between = {page.lower[i] for i in range(skip_bracket(page, left), right)}
        if not between & JOINING or between - BETWEEN:
            return False
    return "and" in page.lower[start:end] or "&" in page.lower[start:end]


def _joins_several(page: Page, start: int, stop: int, names: Mapping[int, Mention]) -> bool:
    """ "Smith and Jones", "Armenia and Azerbaijan"; not "founder and director Ann Lee"."""
    cut = next(i for i in range(start, stop) if page.lower[i] in ("and", "or", "&"))
    if cut + 1 >= stop:
        return False
    left = any(i in names and not page.possessive(names[i].end) for i in range(start, cut))
    if left or page.label[cut - 1] in NAME_LABELS:
        return True
    return page.is_noun(cut - 1) and _name_at_end(page, start, stop, names) is None


def _name_at_end(page: Page, start: int, stop: int, names: Mapping[int, Mention]) -> Mention | None:
    """The name with which the first noun phrase ends, or that makes up a possessive source."""
    found = [names[i] for i in range(start, stop) if i in names]
    if not found:
        return None
    mention = found[-1]
    rest = range(mention.end, stop)
    return (
        mention if all(page.lower[i] in AFTER_NAMES or not page.is_word(i) for i in rest) else None
    )


def _goes_on_as_role(page: Page, mention: Mention, end: int) -> bool:
    """True if a full name is followed by what they are, with no comma between: "Ann Lee Regional
    Coordinator for Relief said"."""
    if mention.end - mention.start < 2 or page.possessive(mention.end):
        return False
    for i in range(mention.end, end - 1):
        if not (page.is_noun(i) or page.tag[i].startswith("JJ")):
            return False
        if page.lower[i] in ROLES and page.lower[i + 1] in JOINTS:
            return True
    return False


def _name_after(page: Page, stop: int, end: int, names: Mapping[int, Mention]) -> Mention | None:
    """The name in apposition to a role: ", David Schulz,", "of Georgia Irakli Kobakhidze"."""
    for i in range(stop, end):
        if i not in names:
            continue
        mention = names[i]
        after = skip_bracket(page, mention.end)
        closed = after >= end or page.text[after] in ENDS or page.tag[after] in ("WP", "WDT", "IN")
        lead = i
        while lead > stop and in_chain(page, lead - 1):
            lead -= 1
        known_as = page.lower[lead - 1] == "as" and page.tag[lead - 2] == "VBN"  # "known as"
        introduced = page.text[lead - 1] in (",", ":", "—", "–") or page.lower[i - 1] in NAMING
        if closed and (introduced or known_as or _follows_object(page, i, stop)):
            return mention
    return None


def _follows_object(page: Page, i: int, stop: int) -> bool:
    """True if the name at i stands right after a complete "in X": not "for President X"."""
    before = i - 1
    if before <= stop or page.text[before] in ENDS:
        return False
    noun = page.is_noun(before) or page.label[before] in NAME_LABELS
    return noun and page.lower[before] not in ROLES


def _of_many(page: Page, head: int, stop: int, end: int) -> Kind | None:
    """ "a number of lawmakers", "a group of donors": the crowd after "of"."""
    if page.lower[head] not in COUNTS or page.lower[stop : stop + 1] != ["of"]:
        return None
    plural = any(page.tag[i] in ("NNS", "NNPS") for i in range(stop + 1, end))
    return "group" if plural else None


def is_unknown_noun(page: Page, head: int) -> bool:
    """True for a common noun of which no list says that it is a body: "her landlord, James
    Pratt"."""
    common = page.tag[head] in ("NN", "NNS") and page.text[head].islower()
    return common and page.lower[head] not in BODIES


def _cut(page: Page, start: int, end: int) -> int:
    """Up to the first comma, bracket or relative clause: the words that name the body."""
    for i in range(start + 1, end):
        if page.text[i] in (",", "(", "—", "–", ":") and not _inside_entity(page, i):
            return i
        if page.tag[i] in ("WP", "WDT") and page.lower[i] in ("who", "which", "that"):
            return i
    return end
