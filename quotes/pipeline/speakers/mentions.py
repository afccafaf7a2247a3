"""Where the article names people: the encoder's names, runs of capitals in sources, known names."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.genders import FEMALE_TITLES, MALE_TITLES
from quotes.given_names import given_names
from quotes.pipeline.speakers.entities import entities, is_firm, is_home
from quotes.pipeline.speakers.listed import singular
from quotes.pipeline.speakers.nameborders import (
    BEFORE_NAMES,
    MAX_NAME,
    NOT_NAMES,
    SURNAMES,
    goes_on,
    pieces,
    trim,
)
from quotes.pipeline.speakers.names import Name, name_words
from quotes.pipeline.speakers.page import (
    BODY_LABELS,
    PLACE_LABELS,
    Page,
)
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS
from quotes.pipeline.speakers.rolephrases import QUOTES, ROLES
from quotes.pipeline.speakers.words import CAPITAL_BODY_WORDS, GROUP_WORDS
from quotes.places import load_places
from quotes.registry import Gender, Registry

NOT_IN_SOURCES = NOT_NAMES | GROUP_WORDS
LONGEST_BYLINE = 16  # tokens
OTHER_LABELS = BODY_LABELS | PLACE_LABELS


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` that name a person; `gender` as a title before them tells it;
    `surname`: what stands only with the other of a couple, "Oscar and Ingrid Moss"."""

    start: int
    end: int
    name: Name
    gender: Gender | None = None
    surname: str = ""


def find_mentions(page: Page, registry: Registry) -> list[Mention]:
    """All namings of people, in text order, without overlaps."""
    taken = _Taken(page)
    found = list(entities(page))
    firms = {page.words(start, end) for start, end, _ in found if is_firm(page, start, end)}
    for start, end, is_person in found:
        if is_person and (is_home(page, start, end) or _is_byline(page, start)):
            continue
        if not is_person or _is_body(page, start, end) or page.words(start, end) in firms:
            start = _after_role(page, start, end)
        for first, last in pieces(page, start, end):
            taken.take(first, _with_nickname(page, first, last))
    for start, end in _source_runs(page, taken, registry):
        taken.take(start, end)
    _take_known(page, taken)
    return sorted(taken.mentions, key=lambda mention: mention.start)


class _Taken:
    """The namings found so far, and the tokens of which they consist."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mentions: list[Mention] = []
        self._taken = bytearray(len(page))
        self._names: dict[Name, Name] = {}  # each once, however often it stands in the text

    def __contains__(self, token: int) -> bool:
        return bool(self._taken[token])

    def take(self, start: int, end: int) -> None:
        """A naming, unless there is no word in it or a token is another's."""
        name = name_words(self.page.doc[start:end].text)
        if name and not any(self._taken[start:end]):
            name = self._names.setdefault(name, name)
            self.mentions.append(Mention(start, end, name, _titled(self.page, start)))
            self._taken[start:end] = b"\x01" * (end - start)


def _is_byline(page: Page, start: int) -> bool:
    """True if a name stands in a line such as "By Ann Lee, staff writer": its bearer wrote the
    article, and is not spoken of in it."""
    first = start
    while first and page.paragraph[first - 1] == page.paragraph[start]:
        first -= 1
        if start - first > LONGEST_BYLINE:
            return False
    end = start
    while end < len(page) and page.paragraph[end] == page.paragraph[start]:
        end += 1
    by = next((i for i in range(first, end) if page.is_word(i)), end)
    short = end - by <= LONGEST_BYLINE and page.lower[by : by + 1] == ["by"]
    return short and not any(page.is_verb(i) for i in range(by, end))


def _is_body(page: Page, start: int, end: int) -> bool:
    """True if what the encoder takes for a person ends as bodies do, "Larkspur Energy", or as
    crowds do, "Senior Lawmakers"."""
    if end - start > 1 and singular(page.lower[end - 1]) in ROLE_HEADS - {page.lower[end - 1]}:
        return page.tag[end - 1] in ("NNS", "NNPS")
    if end - start < 2 or page.lower[end - 1] not in CAPITAL_BODY_WORDS:
        return False
    return page.lower[start] not in given_names().gender and page.lower[start] not in BEFORE_NAMES


def _with_nickname(page: Page, start: int, end: int) -> int:
    """Where the name ends that goes on after a nickname in marks: "Thomas “Tip” Moss"."""
    marks = [i for i in (end, end + 2, end + 3) if i < len(page) and page.text[i] in QUOTES]
    if len(marks) < 2 or marks[0] != end or page.sentence[marks[1]] != page.sentence[start]:
        return end
    last = marks[1] + 1
    while last < len(page) and page.is_upper(last) and page.tag[last].startswith("NNP"):
        last += 1
    inside = all(page.is_upper(i) for i in range(end + 1, marks[1]))
    return last if inside and last > marks[1] + 1 else end


def _after_role(page: Page, start: int, end: int) -> int:
    """Where a name begins that an entity of another kind took in with the role before it."""
    roles = [i for i in range(start, end) if page.lower[i] in ROLES]
    if not roles or end - roles[-1] > MAX_NAME:
        return end
    first = roles[-1] + 1
    rest = [i for i in range(first, end) if page.is_word(i)]
    fine = all(page.is_upper(i) and page.lower[i] not in NOT_NAMES for i in rest)
    return first if fine and len(rest) > 1 else end


def _titled(page: Page, start: int) -> Gender | None:
    before = start - 1
    while before >= 0 and (page.text[before] == "." or page.is_blank(before)):
        before -= 1
    word = page.lower[before] if before >= 0 else ""
    return "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else None


def _source_runs(page: Page, taken: _Taken, registry: Registry) -> list[tuple[int, int]]:
    """Names in sources that no entity covers: runs of capitals, less what is a title or a body."""
    found = []
    i = 0
    while i < len(page):
        if not (page.source[i] and page.is_upper(i) and _is_free(page, i)) or i in taken:
            i += 1
            continue
        end = i + 1
        while (
            end < len(page)
            and page.source[end]
            and end not in taken
            and (page.ent[end] < 0 or page.ent[end] == page.ent[i])
        ):
            if not goes_on(page, end):
                break
            end += 1
        piece = trim(page, i, end)
        if piece is not None and _is_name(page, *piece, registry):
            found.append(piece)
        i = end
    return found


def _is_free(page: Page, i: int) -> bool:
    """True if no entity, or only a doubtful one, covers the token at i."""
    return page.ent[i] < 0 or _mislabelled(page, i) or _begins_name(page, i)


def _mislabelled(page: Page, i: int) -> bool:
    """A lone word right after a lower-case role that another label than a person's covers."""
    return (
        i > 0
        and page.text[i - 1] in ROLE_HEADS
        and not _long_entity(page, i)
        and load_places().country(page.text[i], capitals=True) is None
    )


def _begins_name(page: Page, i: int) -> bool:
    """A given name that another label covers alone or with "of …": "Ann Lee of Burke County"."""
    if page.lower[i] not in given_names().gender or page.ent[i] == page.ent[i - 1]:
        return False
    covered = [j for j in range(i, min(i + 8, len(page))) if page.ent[j] == page.ent[i]]
    after = i + 1 < len(page) and page.is_upper(i + 1) and page.is_noun(i + 1)
    return after and (len(covered) == 1 or "of" in page.lower[i : covered[-1] + 1])


def _is_name(page: Page, start: int, end: int, registry: Registry) -> bool:
    """A run of two words and more is one; a lone word needs a title, a role or a known surname."""
    words = [i for i in range(start, end) if page.is_word(i)]
    if any(page.lower[i] in NOT_IN_SOURCES or page.tag[i] in ("DT", "IN", "PRP") for i in words):
        return False
    if any(load_places().country(page.text[i]) for i in words):
        return False
    if len(words) > 1:
        return all(page.is_noun(i) or page.tag[i] == "JJ" for i in words)
    word = page.lower[start]
    before = page.lower[start - 1] if start else ""
    if before in BEFORE_NAMES or registry.by_surname(word):
        return True
    if before in ("the", "a", "an"):
        return False
    acronym = page.text[start].isupper() and len(word) < 5
    sole = not (start and page.source[start - 1]) and not (
        end < len(page) and page.source[end] and page.is_noun(end)
    )
    return sole and not acronym and page.tag[start] == "NNP"


def _take_known(page: Page, taken: _Taken) -> None:
    """Bare surnames and given names of people named in full elsewhere, that no entity covers."""
    places = load_places()
    full = {mention.name for mention in taken.mentions if len(mention.name) > 1}
    known = {name[-1] for name in full} | {name[0] for name in full if len(name[0]) > 2}
    known -= NOT_NAMES | (ROLE_HEADS - SURNAMES)
    for i, word in enumerate(page.lower):
        if word not in known or i in taken or not page.is_upper(i):
            continue
        if len(word) < 2 and not page.source[i]:
            continue  # an initial; of Malcolm X it is only who speaks that counts
        if page.label[i] in OTHER_LABELS and _long_entity(page, i):
            continue
        # "Paris said", where the article names a Valeska Paris
        if places.country(word, capitals=True) is None or page.source[i]:
            taken.take(i, i + 1)


def _long_entity(page: Page, i: int) -> bool:
    """True if the entity of the token at i has a neighbour in it."""
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(page)]
    return any(page.ent[j] == page.ent[i] and page.is_word(j) for j in near)
