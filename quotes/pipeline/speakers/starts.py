"""Things that stand in a page, found by the token at which each begins."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class ByStart(Mapping[int, T]):
    """A mapping from first token to item, in text order.

    It holds one number a token of the page: a dictionary of the names of a text that is all names
    takes twenty times that. `starts`: where the items begin, rising; `size`: tokens of the page.
    """

    def __init__(self, starts: Iterable[int], items: Iterable[T], size: int) -> None:
        self._items = list(items)
        self._number = array("i", [-1]) * size
        for number, start in enumerate(starts):
            self._number[start] = number

    def __getitem__(self, start: int) -> T:
        number = self._number[start] if 0 <= start < len(self._number) else -1
        if number < 0:
            raise KeyError(start)
        return self._items[number]

    def __contains__(self, start: object) -> bool:
        size = len(self._number)
        return isinstance(start, int) and 0 <= start < size and self._number[start] >= 0

    def __iter__(self) -> Iterator[int]:
        return (start for start, number in enumerate(self._number) if number >= 0)

    def __len__(self) -> int:
        return len(self._items)
