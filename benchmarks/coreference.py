"""Whom a pronoun or a noun means as a source: our rules and the nearest name, on gold coreference.

    python benchmarks/coreference.py CORPORA/treebanks/gum-{train,dev,test}.conllu.gz [--errors 20]

The documents of GUM (Zeldes, LREV 2017) are read with gold words, tags, sentences, names and
syntax. A source is a mention of one person without a name that is the subject of a verb of saying
or thinking with a clause or a quotation, its agent, or what follows "according to". The answer is
the group of mentions that it belongs to; where no name of the group stands before, it is nobody.
Since there are few, "any verb" asks the same of every other "he" or "she" that is a subject, each
by itself, as if it were a source.

    sources      how many there are; named: how many have a name of their group before them
    right        answers that are the group, by a name before the source or, at times, after it
    wrong        other answers; open: sources named before that get no answer
    precision    right of the answers; recall: right of the sources named before

The encoder has learnt tags, names and syntax from the training documents; the gold ones are used
here, and the rules learn nothing, so all three files count alike.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from quotes.evaluate.names import same_name
from quotes.pipeline.attribution import add_attribution, attributions
from quotes.pipeline.attributions.acts import word_act
from quotes.pipeline.context import set_context
from quotes.pipeline.marks import Marks
from quotes.pipeline.speakers import resolve_speakers
from quotes.pipeline.speakers.names import gender_of, name_words
from quotes.pipeline.speakers.phrases import ROLES
from quotes.pipeline.speakers.pronouns import pronoun_gender
from quotes.pipeline.speakers.words import COURTESY
from quotes.registry import Registry, load_registry
from quotes.training.corpora import TokenLayer, treebank

PRONOUNS = {"he": "he, she", "she": "he, she", "i": "I"}
ANY_VERB = "any verb"
TITLES = ROLES | COURTESY
REGISTRY = "rules, registry"
BRACKETS = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
NLP = spacy.blank("en")


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
    places: list[int] = field(default_factory=list)  # word → token of the Doc, which has line ends

    @property
    def genre(self) -> str:
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
    words = [text.text[start:end] for start, end in tokens.spans]
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
    """What a source is that stands for one person and has no name in it; None for others."""
    start, end = text.tokens.spans[one.head]
    tag = text.tokens.tags[one.head]
    if tag == "PRP":
        return PRONOUNS.get(text.text[start:end].lower())
    return "nominal" if tag == "NN" and one.name is None else None


def said(text: Text, subject: int) -> tuple[list[int], tuple[int, int]] | None:
    """(cue, content) of the verb that has this subject or agent, if it tells that it was said."""
    verb = text.tokens.heads[subject]
    start, end = text.tokens.spans[verb]
    if not text.tokens.tags[verb].startswith("VB") or not word_act(text.text[start:end]):
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
    runs: list[tuple[int, int]] = []
    for i in sorted(under):
        runs = (
            [*runs[:-1], (runs[-1][0], i + 1)] if runs and runs[-1][1] == i else [*runs, (i, i + 1)]
        )
    return max(runs, key=lambda run: run[1] - run[0])


def build(text: Text, found: list[Case]) -> Doc:
    """The Doc with gold words, tags, sentences and names, and the sources as attributions."""
    words, spaces, tags, starts = [], [], [], []
    text.places = []
    for number, (start, end) in enumerate(text.tokens.spans):
        text.places.append(len(words))
        words.append(text.text[start:end])
        after = text.text[end : end + 2]
        spaces.append(after[:1] == " ")
        tags.append(text.tokens.tags[number])
        starts.append(text.tokens.starts[number])
        if after == "\n\n":
            words, spaces = [*words, "\n\n"], [*spaces, False]
            tags, starts = [*tags, "_SP"], [*starts, False]
    doc = Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, sent_starts=starts)
    doc.ents = filter_spans([*names(doc, text), *others(doc, text)])
    set_context(doc, date=text.day)
    Marks()(doc)
    for number, case in enumerate(found):
        add(doc, text, str(number), case)
    return doc


def add(doc: Doc, text: Text, id: str, case: Case) -> None:
    """Write a case to the Doc as an attribution; what is quoted goes on to the closing mark."""
    content = span(doc, text, *case.content)
    source = span(doc, text, case.mention.start, case.mention.end)
    cue = span(doc, text, case.cue[0], case.cue[-1] + 1)
    quoted = (
        mark
        for mark in doc.spans["marks"]
        if mark.start <= content.start < mark.end and not mark.start <= cue.start < mark.end
    )
    quotation = next(quoted, None)
    kind = "direct" if quotation else "indirect"
    add_attribution(doc, id, [quotation or content], [cue], [source], kind=kind)


def span(doc: Doc, text: Text, start: int, end: int, label: str = "") -> Span:
    """Words of the text as tokens of the Doc."""
    return Span(doc, text.places[start], text.places[end - 1] + 1, label=label)


def names(doc: Doc, text: Text) -> list[Span]:
    """The names of people."""
    return [span(doc, text, *one.name, label="PER") for one in text.mentions if one.name]


def others(doc: Doc, text: Text) -> list[Span]:
    """The names of bodies and places."""
    labels = [label or "O" for label in text.tokens.names]
    found = []
    for start, label in enumerate(labels):
        if label.startswith("B-") and label != "B-PER":
            end = start + 1
            while end < len(labels) and labels[end] == f"I-{label[2:]}":
                end += 1
            found.append(span(doc, text, start, end, label=label[2:]))
    return found


def nearest(text: Text, case: Case, *, gender: bool) -> str | None:
    """The group of the last name before a source; `gender`: that may be "he" or "she"."""
    start, end = text.tokens.spans[case.mention.head]
    wanted = pronoun_gender(text.text[start:end].lower()) if gender else None
    known: dict[str, str] = {}
    for one in text.mentions:
        if one.name and (found := gender_of(written(text, one))):
            known[one.group] = found
    for one in reversed(text.mentions):
        if not one.name or one.end > case.mention.start:
            continue
        if wanted is None or known.get(one.group, wanted) == wanted:
            return one.group
    return None


def written(text: Text, one: Mention) -> tuple[str, ...]:
    """The folded words of a name, without its titles."""
    start, end = one.name or (one.start, one.end)
    return name_words(text.text[text.tokens.spans[start][0] : text.tokens.spans[end - 1][1]])


def ours(text: Text, doc: Doc, registry: Registry) -> list[str | None]:
    """The group that our speaker of each attribution belongs to, in the order in which they were
    added; a name of no group stands for itself."""
    resolve_speakers(doc, registry)
    word = {place: number for number, place in enumerate(text.places)}
    group_at = {i: m.group for m in text.mentions if m.name for i in range(*m.name)}
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in doc.spans["mentions"]:
        if naming.label_ == "NAME":
            found = {group_at.get(word.get(token.i, -1)) for token in naming} - {None}
            groups[naming.id_].update(str(group) for group in found)
    given: dict[int, str | None] = {}
    for one in attributions(doc):
        speaker = one.attrs["speaker"]
        named = speaker["name"] if speaker and speaker["type"] == "person" else None
        met = groups.get(named or "", Counter()).most_common(1)
        same = (m.group for m in text.mentions if m.identity and same_name(named, m.identity))
        given[int(one.id)] = met[0][0] if met else named and next(same, named)
    return [given[number] for number in sorted(given)]


@dataclass
class Row:
    """One line of the table."""

    sources: int = 0
    named: int = 0
    right: int = 0
    wrong: int = 0
    open: int = 0

    def add(self, answer: str | None, gold: str, named: bool) -> None:
        self.sources += 1
        self.named += named
        self.right += answer == gold
        self.wrong += answer not in (gold, None)
        self.open += named and answer is None

    def __str__(self) -> str:
        answered = self.right + self.wrong
        precision = 100 * self.right / answered if answered else 0.0
        recall = 100 * min(self.right, self.named) / self.named if self.named else 0.0
        counts = (self.sources, self.named, self.right, self.wrong, self.open)
        return "".join(f"{n:8}" for n in counts) + f"{precision:10.1f}{recall:8.1f}"


def answers(text: Text, registries: dict[str, Registry]) -> Iterator[tuple[Case, str, str | None]]:
    """(source, way, group) for all that is asked of a text."""
    found = list(cases(text))
    alone = list(bystanders(text, found))
    for case in [*found, *alone]:
        yield case, "nearest name", nearest(text, case, gender=False)
        yield case, "nearest, gender", nearest(text, case, gender=True)
    for way, registry in registries.items():
        for case, group in zip(found, ours(text, build(text, found), registry), strict=True):
            yield case, way, group
        for case in alone:
            yield case, way, ours(text, build(text, [*found, case]), registry)[-1]


def main(paths: list[Path], errors: int) -> None:
    """Measure and print."""
    table: dict[tuple[str, str, str], Row] = defaultdict(Row)
    registries = {"rules": Registry(), REGISTRY: load_registry()}
    for text in (text for path in paths for text in read(path)):
        for case, way, answer in answers(text, registries):
            if case.kind is None:
                continue
            group, start = case.mention.group, case.mention.start
            named = any(m.name and m.group == group and m.end <= start for m in text.mentions)
            for genre in (text.genre, "all"):
                table[genre, case.kind, way].add(answer, group, named)
            missed = answer != group and (named or answer is not None)
            if way == REGISTRY and missed and errors:
                errors -= 1
                print(shown(text, case, answer), "\n")
    print_table(table)


def shown(text: Text, case: Case, answer: str | None) -> str:
    """A mistake: the names that are right, our answer, and the words up to the source."""
    spans = text.tokens.spans
    right = [" ".join(written(text, m)) for m in text.mentions
             if m.group == case.mention.group and m.name]  # fmt: skip
    given = [" ".join(written(text, m)) for m in text.mentions if m.group == answer and m.name]
    begin = spans[max(0, case.mention.start - 70)][0]
    end = spans[min(len(spans) - 1, max(case.cue[-1], case.mention.end) + 12)][1]
    at = spans[case.mention.start][0], spans[case.mention.end - 1][1]
    words = f"{text.text[begin : at[0]]}>>{text.text[slice(*at)]}<<{text.text[at[1] : end]}"
    return f"{text.id}  {case.kind}\n  right {right[:3]}  ours {given[:3] or answer}\n  {words}"


def print_table(table: dict[tuple[str, str, str], Row]) -> None:
    """By genre, kind of source and way."""
    heads = ("sources", "named", "right", "wrong", "open")
    print(f"{'':40}" + "".join(f"{head:>8}" for head in heads) + f"{'precision':>10}{'recall':>8}")
    for (part, kind, way), row in sorted(table.items()):
        print(f"{part:10} {kind:8} {way:20}{row}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", type=Path, nargs="+", metavar="GUM.conllu.gz")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N mistakes")
    arguments = parser.parse_args()
    main(arguments.paths, arguments.errors)
