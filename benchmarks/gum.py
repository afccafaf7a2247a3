"""The documents of GUM (Zeldes, LREV 2017) with their people, who means whom, and their sources.

Read for `coreference.py`; words, tags, names and syntax come from `quotes.training.treebanks`.
"""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.pipeline.attributions.acts import word_act
from quotes.pipeline.speakers.names import name_words
from quotes.pipeline.speakers.phrases import ROLES
from quotes.pipeline.speakers.words import COURTESY
from quotes.training.annotated import TokenLayer
from quotes.training.treebanks import treebank

PRONOUNS = {"he": "he, she", "she": "he, she", "i": "I"}
ANY_VERB = "any verb"
TITLES = ROLES | COURTESY
BRACKETS = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(frozen=True)
class Mention:
    """Words `start` to `end` (past the last) that mean a person; `name`: those that name it."""

    group: str
    start: int
    end: int
    head: int
    name: tuple[int, int] | None
    identity: str


@dataclass
class Text:
    """One document: its words and mentions of people, and what is asked of it."""

    id: str
    text: str
    tokens: TokenLayer
    mentions: list[Mention]
    day: dt.date | None

    def words(self, start: int, end: int) -> str:
        """The words from `start` to before `end`, as they are written."""
        return self.text[self.tokens.spans[start][0] : self.tokens.spans[end - 1][1]]

    def named_before(self, one: Mention) -> bool:
        """True if a name of the same person stands before a mention."""
        return any(m.name and m.group == one.group and m.end <= one.start for m in self.mentions)

    @property
    def genre(self) -> str:
        """The second part of GUM's names of documents."""
        return self.id.split("_")[1]


@dataclass(frozen=True)
class Case:
    """A source: its mention, what kind it is, and the words of cue and content."""

    mention: Mention
    kind: str | None
    cue: list[int]
    content: tuple[int, int]


def read(path: Path) -> Iterator[Text]:
    """All documents of a file."""
    marks: dict[str, list[str]] = {}
    days: dict[str, dt.date] = {}
    name = ""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc"):
                name = line.split("=", 1)[1].strip()
                marks[name] = []
            elif match := re.match(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", line):
                days[name] = dt.date.fromisoformat(match[1])
            elif row[0].isdigit():
                misc = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
                marks[name].append(misc.get("Entity", ""))
    for one in treebank(path, names=True):
        text = Text(one.id, one.text, one.tokens or TokenLayer(), [], days.get(one.id))
        text.mentions = sorted(mentions(marks[one.id], text), key=lambda m: m.start)
        yield text


def mentions(marks: list[str], text: Text) -> Iterator[Mention]:
    """The people among GUM's entities."""
    tokens = text.tokens
    words = [text.words(i, i + 1) for i in range(len(tokens.spans))]
    open_: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for place, mark in enumerate(marks):
        for begin, whole, end in BRACKETS.findall(mark):
            if begin:
                fields = begin.split("-")
                open_[fields[0]].append((place, fields))
            group = fields[0] if whole else end
            if group and open_[group]:
                start, opened = open_[group].pop()
                if opened[1] == "person":
                    yield mention(opened, start, place + 1, tokens, words)


def mention(
    fields: list[str], start: int, end: int, tokens: TokenLayer, words: list[str]
) -> Mention:
    """GRP-etype-infstat-salience-centering-minspan-link-identity; see GUM's documentation."""
    heart = next((f for f in fields[4:] if re.fullmatch(r"\d+(,\d+)*", f)), "1")
    places = [start + int(i) - 1 for i in heart.split(",") if start + int(i) - 1 < end]
    head = next((i for i in range(start, end) if not start <= tokens.heads[i] < end), places[0])
    proper = [i for i in (head, *reversed(places)) if tokens.tags[i] == "NNP"]
    name = name_at(proper[0], start, end, tokens, words) if proper else None
    identity = fields[-1].replace("_", " ") if len(fields) > 7 else ""
    return Mention(fields[0], start, end, head, name, identity)


def name_at(
    at: int, start: int, end: int, tokens: TokenLayer, words: list[str]
) -> tuple[int, int] | None:
    """The proper nouns around a word of a mention, less the titles before them; None where they
    are a title and nothing else."""
    first, last = at, at + 1
    while first > start and tokens.tags[first - 1].startswith("NNP"):
        first -= 1
    while last < end and tokens.tags[last].startswith("NNP"):
        last += 1
    titles = [i for i in range(first, last) if words[i].lower().rstrip(".") in TITLES]
    if len(titles) == last - first:
        return None
    return max((i + 1 for i in titles if i + 1 < last), default=first), last


def written(text: Text, one: Mention) -> tuple[str, ...]:
    """The folded words of a name, without its titles."""
    return name_words(text.words(*(one.name or (one.start, one.end))))


def cases(text: Text) -> Iterator[Case]:
    """All sources, those with a name too (kind None): they tell who spoke last."""
    by_head: dict[int, Mention] = {}
    for one in text.mentions:  # of two with one head, the longer
        if one.head not in by_head or by_head[one.head].end < one.end:
            by_head[one.head] = one
    for i, relation in enumerate(text.tokens.relations):
        if i not in by_head:
            continue
        found = None
        if relation in ("nsubj", "obl:agent"):
            found = said(text, i)
        elif relation.startswith("obl"):
            found = according(text, i)
        if found:
            yield Case(by_head[i], kind(text, by_head[i]), *found)


def bystanders(text: Text, found: list[Case]) -> Iterator[Case]:
    """Each "he" or "she" that is the subject of another verb; the verb stands for the content."""
    taken = {case.mention.head for case in found}
    for one in text.mentions:
        verb = text.tokens.heads[one.head]
        if one.head in taken or not text.tokens.relations[one.head].startswith("nsubj"):
            continue
        if text.tokens.tags[verb].startswith("VB") and kind(text, one) == PRONOUNS["he"]:
            yield Case(one, ANY_VERB, [verb], (verb, verb + 1))


def kind(text: Text, one: Mention) -> str | None:
    """The kind of a source that stands for one person and has no name in it; None for others."""
    tag = text.tokens.tags[one.head]
    if tag == "PRP":
        return PRONOUNS.get(text.words(one.head, one.head + 1).lower())
    return "nominal" if tag == "NN" and one.name is None else None


def said(text: Text, subject: int) -> tuple[list[int], tuple[int, int]] | None:
    """(cue, content) of the verb that has this subject or agent, if it tells that it was said."""
    verb = text.tokens.heads[subject]
    if not text.tokens.tags[verb].startswith("VB") or not word_act(text.words(verb, verb + 1)):
        return None
    below = [i for i, head in enumerate(text.tokens.heads) if head == verb and i != verb]
    for i in below:
        if text.tokens.relations[i] in ("ccomp", "parataxis", "xcomp"):
            return [verb], subtree(text, i, without=-1)
    if text.tokens.relations[verb] == "parataxis":
        return [verb], subtree(text, text.tokens.heads[verb], without=verb)
    return None


def according(text: Text, noun: int) -> tuple[list[int], tuple[int, int]] | None:
    """(cue, content) where the noun follows "according to"."""
    first = next((i for i, head in enumerate(text.tokens.heads) if head == noun), noun)
    start, _ = text.tokens.spans[first]
    if not text.text[start:].lower().startswith("according to"):
        return None
    return [first, first + 1], subtree(text, text.tokens.heads[noun], without=noun)


def subtree(text: Text, root: int, without: int) -> tuple[int, int]:
    """The longest stretch of words under the root and not under `without`."""
    heads = text.tokens.heads
    below: dict[int, list[int]] = defaultdict(list)
    for i, head in enumerate(heads):
        if i not in (head, without):
            below[head].append(i)
    under = [root]
    for i in under:  # grows as it goes
        under += below[i]
    first = last = best = 0
    stretch = (root, root + 1)
    for i in sorted(under):
        first, last = (first, i + 1) if i == last else (i, i + 1)
        if last - first > best:
            best, stretch = last - first, (first, last)
    return stretch
