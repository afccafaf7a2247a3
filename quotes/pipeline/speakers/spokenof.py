"""Of whom an article's people speak, and who therefore need not have spoken: "he" after "A teacher
said that Ann Lee was late" is the teacher."""

from __future__ import annotations

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.someone import Someone


class SpokenOf:
    """Words that people have said so far; attributions are added, and asked for, in text order."""

    def __init__(self, page: Page) -> None:
        self._said = bytearray(len(page))  # by people
        self._checked: dict[int, int] = {}  # how many namings of each person stand in it

    def add(self, attribution: Attribution) -> None:
        """Some person has said this."""
        for span in attribution.content:
            self._said[span.start : span.end] = b"\1" * (span.end - span.start)

    def holds(self, someone: Someone, at: int) -> bool:
        """True if all names of somebody before token `at` stand in what other people have said."""
        number = self._checked.get(id(someone), 0)
        mentions = someone.mentions
        while number < len(mentions) and mentions[number].start < at:
            if not self._said[mentions[number].start]:
                return False
            number += 1
            self._checked[id(someone)] = number
        return number > 0
