"""An invented newsroom: articles of paragraphs that are edited, models that find quotes in them,
and people who judge these; it knows for each verdict on which paragraph it was given.

Every paragraph has one quote, in words of its own or in a few that are said again and again, so
that a verdict that comes to stand in another paragraph is on other words, whatever they are.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quotes.records import Article, Offsets, Quote, Run, Speaker, join_pieces, quote_id
from quotes.store import Fix, Store
from quotes.verdicts.plain import plain

PEOPLE = ("Ada Moreau", "Bo Kim", "Cleo Brandt", "Dov Adler", "Efe Tan", "Fay Okoro")
AGAIN = ("No comment,", "We will see,", "Yes,")
"""Words that are said in several paragraphs."""

_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "za")
_SAID = re.compile(r'("[^"]*?") said ([A-Z]\w+ [A-Z]\w+)')
_MARKS = str.maketrans({'"': "“"})

Finder = Callable[[Article], list[Quote]]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, by a number that it keeps whatever becomes of its words."""

    number: int
    text: str


@dataclass
class Story:
    """An article as its outlet has it."""

    id: str
    paragraphs: list[Paragraph]

    @property
    def article(self) -> Article:
        """The article as it is read."""
        text = "\n\n".join(one.text for one in self.paragraphs)
        day = dt.date(2026, 11, 1)
        return Article(id=self.id, text=text, title=f"About {self.id}", date=day, publisher="Post")

    def paragraph_of(self, spans: Sequence[Offsets]) -> int:
        """The number of the paragraph in which a content begins."""
        place = 0
        for one in self.paragraphs:
            place += len(one.text) + 2
            if spans[0][0] < place:
                return one.number
        raise AssertionError(f"{spans} is beyond {self.id}")


@dataclass
class Given:
    """A verdict that was given, and on which paragraph: what it says of these words."""

    story: str
    paragraph: int
    words: str
    speaker: str | None
    role: str | None
    dropped: bool
    by: str


@dataclass
class Newsroom:
    """Stories, what was said of their quotes, and chance."""

    chance: random.Random
    stories: dict[str, Story] = field(default_factory=dict)
    given: dict[str, Given] = field(default_factory=dict)
    numbers: int = 0

    def write(self, stories: int, paragraphs: int) -> None:
        """Write so many stories."""
        for n in range(stories):
            made = [self.paragraph() for _ in range(paragraphs)]
            self.stories[f"story-{n}"] = Story(f"story-{n}", made)

    def paragraph(self) -> Paragraph:
        """A new one."""
        self.numbers += 1
        said = self.chance.choice(AGAIN) if self.chance.random() < 0.2 else f"{self.words(9)},"
        before = f"{self.words(6).capitalize()}. " if self.chance.random() < 0.7 else ""
        who = self.chance.choice(PEOPLE)
        text = f'{before}"{said.capitalize()}" said {who} on {self.words(5)}.'
        return Paragraph(self.numbers, text)

    def words(self, count: int) -> str:
        """Some that hardly anybody uses twice."""
        return " ".join("".join(self.chance.choices(_SYLLABLES, k=3)) for _ in range(count))

    def judge(self, store: Store, count: int) -> None:
        """Say something of so many quotes that nobody has judged."""
        for quote in self.chance.sample(store.quotes(checked=False, act="all"), count):
            by = self.chance.choice(("ann", "bob"))
            deed = self.chance.choice((right, speaker, role, cut, drop))
            done = deed(self, store, quote, by)
            dropped = done.what == "dropped"
            self.note(done, quote if dropped else store.get(done.quote_id)[0])

    def note(self, done: Fix, quote: Quote) -> None:
        """Remember what was said, and of which words."""
        self.given[done.id] = Given(
            story=done.article_id,
            paragraph=self.stories[done.article_id].paragraph_of(quote.content),
            words=plain(quote.text),
            speaker=quote.speaker.name if quote.speaker else None,
            role=quote.role,
            dropped=done.what == "dropped",
            by=done.by,
        )

    def edit(self, story: Story) -> Story:
        """Another version of it."""
        deed = self.chance.choice((insert, remove, swap, reword, retouch, mark, misquote))
        return deed(self, story)

    def publish(self, story: Story, store: Store, find: Finder, run: Run) -> None:
        """Let it be the version that is out, and read."""
        self.stories[story.id] = story
        store.add(story.article, find(story.article), run=run)

    def faults(self, store: Store) -> list[str]:
        """All that is wrong with the verdicts: lost, on other words, or not where they fit."""
        found: list[str] = []
        fixes = {fix.id: fix for fix in store.fixes()}
        found += [f"{id} is lost" for id in self.given.keys() - fixes.keys()]
        stored = {q.id: q for q in store.quotes(act="all", factuality="all")}
        checked = {q.id for q in stored.values() if q.checked_by}
        fitting = {fix.quote_id: id for id, fix in fixes.items() if fix.fits and not _drops(fix)}
        found += [f"{id} is checked, and nobody did" for id in checked - fitting.keys()]
        for made, id in fitting.items():
            found += self._faults_of(self.given[id], stored.get(made))
        for id, given in self.given.items():
            found += self._misfits(given, fixes[id], list(stored.values()))
        return found

    def _faults_of(self, given: Given, quote: Quote | None) -> list[str]:
        if quote is None:
            return [f"{given} has no quote"]
        who = quote.speaker.name if quote.speaker else None
        place = self.stories[given.story].paragraph_of(quote.content)
        is_ = (quote.article_id, place, plain(quote.text), who, quote.role, quote.checked_by)
        should = (given.story, given.paragraph, given.words, given.speaker, given.role, given.by)
        return [] if is_ == should else [f"{given} became {is_}"]

    def _misfits(self, given: Given, fix: Fix, stored: list[Quote]) -> list[str]:
        """A verdict on long words fits wherever these stand; and what is dropped is not there."""
        story = self.stories[given.story]
        there = [one for one in story.paragraphs if given.words in plain(one.text)]
        long = len(given.words) > 40
        if long and bool(there) != fix.fits:
            return [f"{given} fits: {fix.fits}, and stands in {there}"]
        if given.dropped and fix.fits:
            return [
                f"{given} is there: {one}"
                for one in stored
                if (one.article_id, plain(one.text)) == (given.story, given.words)
                and story.paragraph_of(one.content) == given.paragraph
            ]
        return []


def _drops(fix: Fix) -> bool:
    return fix.what == "dropped"


# What people say


def right(_: Newsroom, store: Store, quote: Quote, by: str) -> Fix:
    """It is right."""
    return store.confirm(quote.id, by=by)


def speaker(room: Newsroom, store: Store, quote: Quote, by: str) -> Fix:
    """Another one said it."""
    others = [name for name in PEOPLE if quote.speaker is None or name != quote.speaker.name]
    return store.fix(quote.id, speaker=room.chance.choice(others), by=by)


def role(room: Newsroom, store: Store, quote: Quote, by: str) -> Fix:
    """They are something else."""
    return store.fix(quote.id, role=f"the {room.words(1)}", by=by)


def cut(_: Newsroom, store: Store, quote: Quote, by: str) -> Fix:
    """The last word is not theirs."""
    ((start, end),) = quote.content
    words = quote.text.strip('"“”').rstrip(",").split(" ")
    if len(words) < 3:
        return store.confirm(quote.id, by=by)
    lost = len(words[-1]) + 1
    return store.fix(quote.id, content=[(start + 1, end - 2 - lost)], by=by)


def drop(_: Newsroom, store: Store, quote: Quote, by: str) -> Fix:
    """It is none."""
    return store.fix(quote.id, drop=True, by=by)


# What becomes of stories


def insert(room: Newsroom, story: Story) -> Story:
    """A paragraph more."""
    place = room.chance.randint(0, len(story.paragraphs))
    more = list(story.paragraphs)
    more.insert(place, room.paragraph())
    return Story(story.id, more)


def remove(room: Newsroom, story: Story) -> Story:
    """A paragraph less."""
    gone = room.chance.randrange(len(story.paragraphs))
    left = [one for n, one in enumerate(story.paragraphs) if n != gone]
    return Story(story.id, left or [room.paragraph()])


def swap(room: Newsroom, story: Story) -> Story:
    """Two paragraphs in another order."""
    some = list(story.paragraphs)
    n = room.chance.randrange(len(some))
    some.append(some.pop(n))
    return Story(story.id, some)


def reword(room: Newsroom, story: Story) -> Story:
    """The end of a sentence is another one."""
    return _changed(room, story, lambda text: f"{text.rpartition(' ')[0]} {room.words(2)}.")


def retouch(room: Newsroom, story: Story) -> Story:
    """A sentence before the quote."""
    return _changed(room, story, lambda text: f"{room.words(4).capitalize()}. {text}")


def mark(_: Newsroom, story: Story) -> Story:
    """Other quotation marks and blanks everywhere."""

    def typeset(text: str) -> str:
        return re.sub(r'"([^"“”]*)"', r"“\1”", text).replace(". ", ".\u00a0")

    return Story(story.id, [replace(one, text=typeset(one.text)) for one in story.paragraphs])


def misquote(room: Newsroom, story: Story) -> Story:
    """A word of the quote itself is another one."""

    def change(text: str) -> str:
        return re.sub(r'(["“]\w+) ', rf"\1 {room.words(1)} ", text, count=1)

    return _changed(room, story, change)


def _changed(room: Newsroom, story: Story, change: Callable[[str], str]) -> Story:
    n = room.chance.randrange(len(story.paragraphs))
    some = list(story.paragraphs)
    some[n] = replace(some[n], text=change(some[n].text))
    return Story(story.id, some)


# Who finds quotes


def find_all(article: Article) -> list[Quote]:
    """Every "…" said Name."""
    return [
        make_quote(article, [found.span(1)], found[2], found.span(2))
        for found in _SAID.finditer(article.text.replace("“", '"').replace("”", '"'))
    ]


def find_otherwise(article: Article) -> list[Quote]:
    """Another model's findings: nothing, halves, more or less of it, somebody else."""
    found: list[Quote] = []
    for quote in find_all(article):
        ((start, end),) = quote.content
        name = quote.speaker.name if quote.speaker else ""
        kind = sum(map(ord, quote.text + name)) % 6
        middle = article.text.find(" ", start + (end - start) // 2, end)
        if kind == 0:
            continue
        if kind == 1 and middle > 0:
            found.append(make_quote(article, [(start, middle)], name))
            found.append(make_quote(article, [(middle + 1, end)], name))
        elif kind == 2:
            found.append(make_quote(article, [(start + 1, end - 2)], name))
        elif kind == 3:
            found.append(make_quote(article, [(start, end)], PEOPLE[0], role="somebody"))
        elif kind == 4:
            found.append(make_quote(article, [(start, min(end + 5, len(article.text)))], name))
        else:
            found.append(quote)
    return found


def make_quote(
    article: Article,
    spans: Sequence[Offsets],
    name: str,
    source: Offsets | None = None,
    **facts: Any,
) -> Quote:
    """A quote of the article's, by this person."""
    content = tuple(spans)
    of_article = article.model_dump(include={"title", "date", "url", "publisher"})
    places = (source,) if source else ()
    return Quote(
        id=quote_id(article.id, content, "direct"),
        article_id=article.id,
        **of_article,
        kind="direct",
        act="speech",
        text=join_pieces(article.text, content) or "",
        content=content,
        source=places,
        source_text=join_pieces(article.text, places),
        speaker=Speaker(name=name),
        confidence=0.8,
        **facts,
    )
