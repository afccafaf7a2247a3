"""Role phrases by their meaning, so that "Armenia PM" and "Armenian Prime Minister" agree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.plainoffice import LOWER_RANKS, is_plain
from quotes.pipeline.speakers.rolenouns import LOOSE_HEADS, ROLE_MEANING
from quotes.pipeline.speakers.rolephrases import JOINTS
from quotes.pipeline.speakers.words import EMPTY_WORDS, LEADERS, PARTIES
from quotes.places import load_places
from quotes.registry import Registry

# Heads that say little without the field: two ministers are rarely one person.
NEED_FIELD = LOOSE_HEADS | frozenset(
    [
        "minister",
        "secretary",
        "director",
        "chief",
        "leader",
        "chair",
        "ambassador",
        "executive",
        "manager",
    ]
)
GENERALS = frozenset(["secretary", "attorney", "director", "solicitor", "consul", "inspector"])
LED_OFFICES = {"state": "president", "government": "prime-minister"}
LED = [["of", office] for office in LED_OFFICES]
MINISTERS = frozenset({"minister", "foreign-minister", "defense-minister"})
FORMER = frozenset({"former", "ex", "then"})


@dataclass(frozen=True)
class Role:
    """A role phrase by meaning: `head` (see `ROLE_MEANING`), the countries, parties and bodies
    that it names, and its other telling words; `plain`: it tells no more than an office and of
    what (see `is_plain`)."""

    head: str
    of: frozenset[str]
    words: frozenset[str]
    former: bool = False
    plain: bool = True

    def fits(self, other: Role) -> bool:
        """True if both may describe one person."""
        if self.former != other.former or not same_head(self.head, other.head):
            return False
        if self.of and other.of and not self.of & other.of:
            return False
        if self.plain != other.plain and self._leads_other(other):
            return False
        if self.head in NEED_FIELD and self.words and other.words:
            return bool(self.words & other.words or self.of & other.of)
        return True

    def _leads_other(self, other: Role) -> bool:
        """True if one leads a country, and the other what is merely in it."""
        plain, narrow = (self, other) if self.plain else (other, self)
        leads = {plain.head, narrow.head} <= LEADERS
        return leads and bool(plain.of) and (bool(narrow.of) or plain.head != narrow.head)

    def overlap(self, other: Role) -> int:
        """How many telling words both have."""
        return len(self.words & other.words) + len(self.of & other.of)


@lru_cache(maxsize=4096)
def same_head(a: str, b: str) -> bool:
    """True for two heads (see `Role`) that one office may have: "minister", "foreign-minister"."""
    if a == b or ("minister" in (a, b) and {a, b} < MINISTERS):
        return True
    ranks = {word.partition("-")[0] for word in (a, b)}
    if len(ranks) == 1 and ranks < LOWER_RANKS and a.endswith("minister"):
        return b.endswith("minister")  # "the deputy minister" of finance, of transport
    if "nominee" in a and "nominee" in b:
        return ("vice" in a) == ("vice" in b) or "nominee" in (a, b)
    if {a, b} in ({"chief", "secretary-general"}, {"chief", "director-general"}):
        return True
    return "leader" in (a, b) and a in LEADERS and b in LEADERS


def read_role(page: Page, start: int, end: int, registry: Registry) -> Role | None:
    """The meaning of the role phrase in the tokens `start` to `end`; None where it has none."""
    head = role_head(page, start, end)
    if head is None:
        return None
    words = {w for w in page.lower[start:end] if w not in EMPTY_WORDS and w.strip("-,.'’\"“”()")}
    places = load_places()
    telling = {w for w in words if w != page.lower[head] and not places.country(w)}
    return Role(
        _meaning(page, start, head),
        frozenset(_belongs(page, start, end, registry)),
        frozenset(telling),
        bool(FORMER & set(page.lower[start:end])),
        is_plain(page, start, _phrase_end(page, head, end), head, registry),
    )


def _phrase_end(page: Page, head: int, end: int) -> int:
    """Where the office's own words end: "president of Peru" of "president of Peru in Lima"."""
    stops = [i for i in range(head + 1, end) if page.lower[i] in JOINTS - {"of", "for"}]
    return min([*stops, end])


def role_head(page: Page, start: int, end: int) -> int | None:
    """The last role word before the first preposition."""
    found = None
    for i in range(start, end):
        if page.lower[i] in JOINTS and found is not None:
            break
        if page.lower[i] in ROLE_MEANING:
            found = i
    return found


def _meaning(page: Page, start: int, head: int) -> str:
    """The head with what makes it another office: "vice president", "deputy foreign minister"."""
    lower = next((w for w in page.lower[start:head] if w in LOWER_RANKS), "")
    office = _office(page, start, head)
    return f"{lower}-{office}" if lower and office != "vice-president" else office


def _office(page: Page, start: int, head: int) -> str:
    word = page.lower[head]
    meaning = ROLE_MEANING[word]
    before = page.lower[max(start, head - 2) : head]
    if word == "general" and (kind := next((w for w in before if w in GENERALS), None)):
        return f"{kind}-general"
    if word == "head" and (led := page.lower[head + 1 : head + 3]) in LED:
        return LED_OFFICES[led[1]]
    near = [w.replace("defence", "defense") for w in page.lower[max(start, head - 3) : head]]
    if word in ("minister", "secretary"):
        field = next((w for w in ("prime", "foreign", "defense") if w in near[-1:]), None)
        after = page.lower[head + 1 : head + 3]
        if word == "secretary" and after == ["of", "state"]:
            field = "foreign"
        if word == "secretary" and "general" in after:
            return "secretary-general"
        return f"{field}-minister" if field else meaning
    if word == "diplomat" and {"top", "chief"} & set(near):
        return "foreign-minister"
    if meaning == "president" and "vice" in near:
        return "vice-president"
    after = page.lower[head + 1 : head + 4]
    if meaning == "nominee" and (near[-1:] == ["presidential"] or "president" in after):
        return "vice-presidential-nominee" if "vice" in (*near, *after) else "presidential-nominee"
    return meaning


def _belongs(page: Page, start: int, end: int, registry: Registry) -> set[str]:
    """The countries, parties and bodies that a role phrase names."""
    found: set[str] = set()
    places = load_places()
    for i in range(start, end):
        if not page.is_upper(i):
            continue
        party = PARTIES.get(page.lower[i])
        found |= {party} if party else set()
        for stop in range(i + 1, min(i + 4, end + 1)):
            text = page.words(i, stop)
            body = registry.body(text)
            country = places.country(text, capitals=stop < end)
            found |= {name for name in (country, body and body.name, body and body.of) if name}
    return found
