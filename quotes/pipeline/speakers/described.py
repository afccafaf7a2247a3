"""The roles by which an article describes its people, and who near a place is described so."""

from __future__ import annotations

from bisect import bisect_left, insort

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.rolewords import Role, read_role, same_head
from quotes.pipeline.speakers.someone import Someone
from quotes.registry import Registry

MOST_ROLES = 100
"""How many different roles are kept of one person."""

NEAR = 300
"""How many namings of people of one kind, before and after a phrase, are looked at. An article has
fewer; without a bound the time would grow with the square of a text's length."""


class Described:
    """The roles of one page's people."""

    def __init__(self, page: Page, people: People, registry: Registry) -> None:
        self.people = people
        self._roles: dict[int, dict[Role, None]] = {}
        self._number = {id(someone): n for n, someone in enumerate(people.everyone)}
        self._heads: dict[int, set[str]] = {}
        self._places: dict[str, list[tuple[int, int]]] = {}
        for someone in people.everyone:
            for description in someone.descriptions:
                role = read_role(page, description.start, description.end, registry)
                if role is not None:
                    self._places.setdefault(role.head, []).extend(self._learn(someone, role))
        for places in self._places.values():
            places.sort()

    def roles(self, someone: Someone) -> list[Role]:
        """The roles, in the order in which they were learnt, that the article gives somebody; an
        empty list for none."""
        return list(self._roles.get(id(someone), ()))

    def learn(self, someone: Someone, role: Role) -> None:
        """Somebody is described so, too."""
        places = self._places.setdefault(role.head, [])
        for place in self._learn(someone, role):
            insort(places, place)

    def _learn(self, someone: Someone, role: Role) -> list[tuple[int, int]]:
        """Keep the role. Returns where the person is named, and their number, if they had no role
        with this head yet."""
        known = self._roles.setdefault(id(someone), {})
        heads = self._heads.setdefault(id(someone), set())
        if len(known) < MOST_ROLES:
            known[role] = None
        if role.head in heads:
            return []
        heads.add(role.head)
        return [(mention.start, self._number[id(someone)]) for mention in someone.mentions]

    def fitting(self, wanted: Role, at: int) -> list[tuple[Someone, int]]:
        """(person, telling words in common) for everyone with a role that fits `wanted` who is
        named near token `at`, in the order in which the article's people are known."""
        numbers: set[int] = set()
        for head, places in self._places.items():
            if same_head(head, wanted.head):
                middle = bisect_left(places, (at, 0))
                near = places[max(0, middle - NEAR) : middle + NEAR]
                numbers.update(number for _, number in near)
        found = []
        for number in sorted(numbers):
            someone = self.people.everyone[number]
            shared = [r.overlap(wanted) for r in self._roles[id(someone)] if r.fits(wanted)]
            if shared:
                found.append((someone, max(shared)))
        return found
