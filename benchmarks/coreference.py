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
    precision    right of the answers; recall: of the sources named before

The encoder has learnt tags, names and syntax from the training documents; the gold ones are used
here, and the rules learn nothing, so all three files count alike.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from gum import Case, Text, bystanders, cases, read, written
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from quotes.evaluate.names import same_name
from quotes.pipeline.attribution import Attribution, attributions, set_attributions
from quotes.pipeline.context import set_context
from quotes.pipeline.layout.marks import Marks
from quotes.pipeline.speakers import resolve_speakers
from quotes.pipeline.speakers.names import gender_of
from quotes.pipeline.speakers.pronouns import pronoun_gender
from quotes.records import Kind
from quotes.registry import Registry, load_registry

REGISTRY = "rules, registry"
SHOWN = {"all", "news", "interview"}
NLP = spacy.blank("en")


def build(text: Text, found: list[Case]) -> Doc:
    """The Doc with gold words, tags, sentences and names, and the sources as attributions."""
    words, spaces, tags, starts = [], [], [], []
    for (start, end), tag, begins in zip(
        text.tokens.spans, text.tokens.tags, text.tokens.starts, strict=True
    ):
        after = text.text[end : end + 2]
        words.append(text.text[start:end])
        spaces.append(after[:1] == " ")
        tags.append(tag)
        starts.append(begins)
        if after == "\n\n":
            for column, value in ((words, after), (spaces, False), (tags, "_SP"), (starts, False)):
                column.append(value)
    doc = Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, sent_starts=starts)
    doc.ents = filter_spans([*names(doc, text), *others(doc, text)])
    set_context(doc, date=text.day)
    Marks()(doc)
    set_attributions(doc, [attribution(doc, text, str(n), case) for n, case in enumerate(found)])
    return doc


def attribution(doc: Doc, text: Text, id: str, case: Case) -> Attribution:
    """A case as an attribution of the Doc; what is quoted goes on to the closing mark."""
    content = span(doc, text, *case.content)
    source = span(doc, text, case.mention.start, case.mention.end)
    cue = span(doc, text, case.cue[0], case.cue[-1] + 1)
    quoted = (
        mark
        for mark in doc.spans["marks"]
        if mark.start <= content.start < mark.end and not mark.start <= cue.start < mark.end
    )
    quotation = next(quoted, None)
    kind: Kind = "direct" if quotation else "indirect"
    return Attribution(id, [quotation or content], [cue], [source], kind=kind)


def span(doc: Doc, text: Text, start: int, end: int, label: str = "") -> Span:
    """Words of the text as tokens of the Doc, which has line ends, too."""
    begin, stop = text.tokens.spans[start][0], text.tokens.spans[end - 1][1]
    found = doc.char_span(begin, stop, label=label)
    assert found is not None, doc.text[begin:stop]
    return found


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
    head = case.mention.head
    wanted = pronoun_gender(text.words(head, head + 1).lower()) if gender else None
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


def ours(text: Text, doc: Doc, registry: Registry) -> list[str | None]:
    """The group that our speaker of each attribution belongs to, in the order in which they were
    added; a name of no group stands for itself."""
    resolve_speakers(doc, registry)
    spans = text.tokens.spans
    group_at = {spans[i][0]: m.group for m in text.mentions if m.name for i in range(*m.name)}
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in doc.spans["mentions"]:
        if naming.label_ == "NAME":
            found = {group_at[token.idx] for token in naming if token.idx in group_at}
            groups[naming.id_].update(found)
    given: dict[int, str | None] = {}
    for one in attributions(doc):
        speaker = one.speaker
        named = speaker.name if speaker and speaker.type == "person" else None
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
    recalled: int = 0

    def add(self, answer: str | None, gold: str, named: bool) -> None:
        """Count one answer; `named`: whether one is wanted."""
        self.sources += 1
        self.named += named
        self.right += answer == gold
        self.wrong += answer not in (gold, None)
        self.open += named and answer is None
        self.recalled += named and answer == gold

    def __str__(self) -> str:
        answered = self.right + self.wrong
        precision = 100 * self.right / answered if answered else 0.0
        recall = 100 * self.recalled / self.named if self.named else 0.0
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
            group, named = case.mention.group, text.named_before(case.mention)
            for genre in {text.genre, "all"} & SHOWN:
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
