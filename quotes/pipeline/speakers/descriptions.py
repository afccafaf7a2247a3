"""Words of an article, beside a name, that tell what somebody is: "Armenian Prime Minister …"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from quotes.pipeline.speakers.listed import (
    PLURAL_TITLES,
    before_bracket,
    is_plural_role,
    list_start,
    plural_title,
)
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.relatives import is_others
from quotes.pipeline.speakers.rolephrases import (
    ENDS,
    FINITE,
    JOINTS,
    LEADING,
    QUOTES,
    ROLES,
    Description,
    Rank,
    in_chain,
    noun_head,
    phrase_at,
    run_on,
    skip_bracket,
)
from quotes.pipeline.speakers.trades import is_trade
from quotes.pipeline.speakers.words import (
    COURTESY,
)

OPENS = frozenset({",", "—", "–", "--"})
BE = frozenset({"is", "was", "remains", "became", "serves", "served"})
APPOINTED = frozenset({"became", "named", "appointed", "elected", "reelected", "re-elected", "as"})
APPOINTING = APPOINTED - {"became", "as"} | {"confirmed", "chosen", "picked", "selected"}
QUOTES_OR_DOT = QUOTES | {"."}
SHORTENED = ROLES | COURTESY  # words that a full stop may follow before a name
ACADEMIC = COURTESY | {"prof", "professor"}
NOT_FIRST = LEADING | {"and", "or", "but"}
MAX_BEFORE, MAX_HOME = 14, 6


def descriptions(page: Page, start: int, end: int, names: Container[int]) -> Iterator[Description]:
    """All descriptions beside the name at `start` to `end`; `names`: where other names begin."""
    found = (
        before(page, start),
        _listed(page, start, end, names),
        _apposition(page, end, names) or _run_on(page, start, end, names),
        _inverse(page, start, end),
        _clause(page, end, names),
        _named_as(page, start, end, names),
        _is_name(page, start),
    )
    return (description for description in found if description is not None)


def before(page: Page, start: int) -> Description | None:
    """The titles and roles that lead up to a name: "former rights ombudsman in X", "Sen."."""
    end = start
    while end and (page.text[end - 1] in QUOTES_OR_DOT or page.is_blank(end - 1)):
        end -= 1
    if not end or page.sentence[end - 1] != page.sentence[start]:
        return None
    if page.text[end - 1].endswith("-"):
        return None  # "a pro-Moss rally"
    if "." in page.text[end:start] and page.lower[end - 1] not in SHORTENED:
        return None  # the model has missed where a sentence ends
    first = _chain_start(page, end)
    while first < end and not _may_lead(page, first):
        first += 1
    last = end
    while last > first and page.lower[last - 1] in COURTESY:
        last -= 1
    if first == last or not (
        is_trade(page, last - 1) or any(page.lower[i] in ROLES for i in range(first, last))
    ):
        return None
    if page.lower[last - 1] in PLURAL_TITLES:
        first = last - 1
    bare = sum(page.is_word(i) for i in range(first, last)) == 1
    stop = start if page.text[last:start] == ["."] else last
    return Description(first, stop, Rank.TITLE if bare else Rank.FULL)


def _may_lead(page: Page, i: int) -> bool:
    if not page.is_word(i) or page.lower[i] in NOT_FIRST or _ends_adverbial(page, i):
        return False
    return not page.tag[i].startswith(("IN", "TO", "CC", "RB", "DT", "CD", "VBD", "VBZ"))


def _ends_adverbial(page: Page, i: int) -> bool:
    """True for "trial" in "During the trial Judge Lee said"."""
    opened = i > 1 and page.tag[i - 2 : i] == ["IN", "DT"]
    return opened and page.tag[i] == "NN" and not page.is_upper(i) and page.is_upper(i + 1)


def _chain_start(page: Page, end: int) -> int:
    """Goes left from a name over nouns and adjectives, over "of …" where a role precedes it."""
    while end > 1 and (page.lower[end - 1] in COURTESY or page.text[end - 1] == "."):
        end -= 1
    i, seen_role = end, False
    limit = max(0, end - MAX_BEFORE)
    while i > limit and page.sentence[i - 1] == page.sentence[end - 1]:
        left = i - 1
        if page.content[left] != page.content[end] or page.source[left] > page.source[end]:
            break
        if page.lower[left] in ROLES:
            seen_role = True
        elif not in_chain(page, left) or (i == end and page.lower[left] == "and"):
            jump = None if seen_role or i == end else _joint(page, left, limit)
            if jump is None:
                break
            i, seen_role = jump, True
            continue
        i = left
    return i


def _joint(page: Page, i: int, limit: int) -> int | None:
    """Where a role noun stands before "of" or "of the" at i, its place; else None."""
    if page.lower[i] in ("the", "a") and i > limit:
        i -= 1
    if i > limit and page.lower[i] in JOINTS and page.lower[i - 1] in ROLES:
        return i - 1
    return None


def _apposition(page: Page, end: int, names: Container[int]) -> Description | None:
    """The phrase after a name and a comma, perhaps an age: ", the Indiana governor,"."""
    i = skip_bracket(page, end)
    if i >= len(page) or page.text[i] not in OPENS:
        return None
    if i + 2 < len(page) and page.text[i + 1].isdigit() and page.text[i + 2] == ",":
        i += 2
    i = _after_home(page, i)
    rank = Rank.FULL
    if i + 2 < len(page) and page.lower[i + 1] == "who" and page.lower[i + 2] in BE:
        i, rank = i + 2, Rank.CLAUSE
    return phrase_at(page, i + 1, names, rank)


def _run_on(page: Page, start: int, end: int, names: Container[int]) -> Description | None:
    """The phrase that follows a name without a comma, in a source or where a sentence begins."""
    after = page.lower[end : end + 2]
    if len(after) == 2 and after[0] == "who" and after[1] in BE:
        return phrase_at(page, end + 2, names)
    i = run_on(page, end)
    if i is None:
        return None
    first = start == 0 or page.sentence[start - 1] != page.sentence[start]
    if not (page.source[start] and page.source[i]) and not first:
        return None
    return phrase_at(page, i, names)


def _after_home(page: Page, i: int) -> int:
    """The comma after "from Leeds" that begins after the comma at i, or i."""
    if page.lower[i + 1 : i + 2] in (["from"], ["of"]):
        for j in range(i + 2, min(i + MAX_HOME, len(page))):
            if page.text[j] == ",":
                return j
            if not page.is_upper(j):
                break
    return i


def _inverse(page: Page, start: int, end: int) -> Description | None:
    """The phrase before a comma and a name: "A lawyer for the outlets, Ann Lee, said"."""
    after = skip_bracket(page, end)
    closed = after >= len(page) or page.text[after] in (",", ".") or page.is_verb(after)
    closed = closed or "\n" in page.text[after]
    while start > 3 and page.lower[start - 1] in ACADEMIC:
        start -= 1  # "The head of the clinic, Prof. Ann Lee, said"
    if start < 3 or page.text[start - 1] != "," or not closed:
        return None
    if page.content[start - 2] != page.content[start]:
        return None
    first = start - 1
    while first > max(0, start - MAX_BEFORE):
        left = before_bracket(page, first - 1)
        if not _inside(page, left, start):
            break
        first = left
        if page.lower[first] in LEADING and (
            page.lower[first - 1] not in JOINTS
            or any(page.lower[i] in ROLES for i in range(first, start))
        ):
            break
    opened = page.lower[first] in LEADING
    if opened and first and page.tag[first - 1] in ("IN", "TO") and page.is_verb(after):
        return None  # "Through a spokeswoman, Clinton said"
    at_start = first == 0 or page.sentence[first - 1] != page.sentence[first]
    at_start = at_start or page.source[first] > page.source[first - 1]
    first += opened or page.lower[first] == "as"  # "As captain of the team, Ann Lee said"
    head = noun_head(page, first, start - 1, ())
    if head is None or page.lower[head] not in ROLES or not (opened or at_start):
        return None
    if is_others(page, head, start, end):
        return None
    return Description(first, start - 1, Rank.FULL)


def _inside(page: Page, i: int, start: int) -> bool:
    if page.sentence[i] != page.sentence[start] or not page.text[i].strip():
        return False
    return page.text[i] not in ENDS and page.tag[i] not in (*FINITE, "PRP")


def _clause(page: Page, end: int, names: Container[int]) -> Description | None:
    """The description that a clause gives of the name right before it: "Smith is a lawyer", "Smith
    became prime minister"."""
    start = _after_be(page, end)
    if start is None:
        return None
    while start + 1 < len(page) and page.lower[start] in APPOINTED:
        start += 1
    appointed = page.lower[start - 1] in APPOINTED
    if not appointed and page.lower[start] not in ("a", "an", "the", *ROLES):
        return None
    return phrase_at(page, start, names)


def _named_as(page: Page, start: int, end: int, names: Container[int]) -> Description | None:
    """The phrase after "as": "named Ann Lee as minister", "Ann Lee works as a nurse"; not of whom
    somebody would have as a minister."""
    works = page.lower[end : end + 1] in (["works"], ["worked"], ["serves"], ["served"])
    i = end + works
    if page.lower[i : i + 1] == ["as"] and i + 1 < len(page):
        appointed = start > 0 and page.lower[start - 1] in APPOINTING
        return phrase_at(page, i + 1, names) if works or appointed else None
    return None


def _is_name(page: Page, start: int) -> Description | None:
    """The subject of "is" before a name: "The new ombudsman is Ann Lee"."""
    if start < 2 or page.lower[start - 1] not in BE:
        return None
    first = start - 1
    while first and page.sentence[first - 1] == page.sentence[start] and start - first < MAX_BEFORE:
        first -= 1
    found = phrase_at(page, first, ())
    return found if found is not None and found.end == start - 1 else None


def _after_be(page: Page, i: int) -> int | None:
    """The place after "is", "was", "has been" or "used to be" at i, or None."""
    after = i + 1
    for longer in (["used", "to", "be"], ["has", "been"], ["had", "been"]):
        if page.lower[i : i + len(longer)] == longer:
            after = i + len(longer)
    known = after > i + 1 or (i < len(page) and page.lower[i] in BE)
    return after if known and after + 1 < len(page) else None


def pronoun_clauses(page: Page) -> Iterator[tuple[int, int]]:
    """(pronoun, first token after the verb) of the sentences that begin with "He is", "She was"."""
    for i, word in enumerate(page.lower):
        if word not in ("he", "she") or (i and page.sentence[i - 1] == page.sentence[i]):
            continue
        start = _after_be(page, i + 1)
        if start is not None and page.lower[start] in ("a", "an", "the", *ROLES):
            yield i, start


def _listed(page: Page, start: int, end: int, names: Container[int]) -> Description | None:
    """The description of all in a list of names: "two engineers, Ann Lee and Tom Ray,"."""
    first = list_start(page, start, end, names)
    if first is None:
        return None
    if first < start and (title := plural_title(page, first)):
        return Description(*title, Rank.TITLE)
    last = first - 1
    if last < 1 or page.text[last] != "," or not is_plural_role(page, last - 1):
        return None
    begin = last - 1
    while begin and page.sentence[begin - 1] == page.sentence[start] and in_chain(page, begin - 1):
        begin -= 1
    return Description(begin, last, Rank.FULL)
