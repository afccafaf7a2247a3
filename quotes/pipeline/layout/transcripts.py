"""Transcripts and interviews: lines that begin with who speaks ("SMITH: We won't.", "Q. Why?").

The colon is the cue. A turn is direct speech even without quotation marks: it is in its speaker's
own words, whatever else they tell in it; only what they say that another said is a quote of its
own, too. Whoever asks is nobody by name ("Reporter"); "A" is the one whom the words before the
first question introduce.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import (
    RULED,
    Attribution,
    Stretches,
    attributions,
    set_attributions,
)
from quotes.pipeline.context import context_of
from quotes.pipeline.layout.interviewees import closing, in_title, introduced, met
from quotes.pipeline.layout.labels import Label, find_lines
from quotes.pipeline.layout.labels import initials as initials_of
from quotes.pipeline.layout.turns import PERSONS, Turn, find_talk, turns_of
from quotes.pipeline.speakers.page import PERSON_LABELS
from quotes.records import Speaker


def read_transcripts(doc: Doc) -> Doc:
    """Make an attribution of every turn of every transcript in the text."""
    turns = list(_turns(doc))
    if not turns:
        return doc
    whole = Stretches((turn.label.start, turn.said[-1][1]) for turn, _ in turns)
    others = [kept for one in attributions(doc) if (kept := _beside(one, turns, whole)) is not None]
    said = (_attribution(doc, f"turn-{n}", *turn) for n, turn in enumerate(turns))
    set_attributions(doc, [*others, *said])
    return doc


@dataclass
class _Talk:
    """The speakers of one stretch of talk, as far as they are known.

    name      of whoever answers, as it stands in the text before
    titled    the same, where only the title has it
    initials  whom initials mean ("HM"), of the people named so far
    """

    doc: Doc
    name: Span | None
    titled: str | None
    initials: dict[str, Span]

    def whose(self, label: Label) -> Span | None:
        """The name for which a label stands; None where it is a name itself, or nobody's."""
        if label.asks == "answers":
            return self.name
        return self.initials.get(self.doc[label.start : label.end].text)

    def last_word(self, label: Label) -> str:
        """The last word of a speaker's name, in small letters."""
        if (name := self.whose(label)) is not None:
            return str(name[-1].lower_)
        if label.asks == "answers" and self.titled:
            return self.titled.lower().split()[-1]
        return label.key


def _turns(doc: Doc) -> Iterator[tuple[Turn, _Talk]]:
    """The turns of all talk, each with what is known of who speaks."""
    lines = find_lines(doc)
    regions = list(find_talk(doc, lines))
    if not regions:
        return
    names = [one for one in doc.ents if one.label_ in PERSON_LABELS]
    titled = in_title(context_of(doc).title)
    name = next((one for one in names if one.text == titled), None)
    initials: dict[str, Span] = {}
    done = 0
    limits = [*(labels[0].line for labels in regions[1:]), len(lines)]
    for labels, limit in zip(regions, limits, strict=True):
        first = labels[0].start
        answer = next((label.start for label in labels if label.asks == "answers"), first)
        told = met(doc, names, done, first) or met(doc, names, first, answer)
        name = told or name or (None if titled else introduced(doc, names, done, first))
        if name is None and labels is regions[-1]:  # only once, for it reads to the text's end
            name = closing(doc, names, lines[labels[-1].line].end)
        for number in range(_place(names, done), _place(names, first)):
            initials.setdefault(initials_of(names[number]), names[number])
        talk = _Talk(doc, name, titled, initials)
        for turn in turns_of(doc, lines, labels, talk.last_word, limit):
            done = turn.said[-1][1]
            yield turn, talk


def _place(names: list[Span], token: int) -> int:
    return bisect_left(names, token, key=lambda name: name.start)


def _attribution(doc: Doc, id: str, turn: Turn, talk: _Talk) -> Attribution:
    label = turn.label
    words = doc[label.start : label.end]
    sign = [] if label.sign is None else [Span(doc, label.sign, label.sign + 1)]
    one = Attribution(
        id,
        [Span(doc, *piece) for piece in turn.said],
        sign,
        [words],
        origin="layout",
        kind="direct",
        confidence=RULED,
        antecedent=talk.whose(label),
    )
    if label.asks == "asks":
        one.speaker = Speaker(name=words.text, type="unnamed")
    elif label.asks == "answers" and one.antecedent is None:
        if talk.titled:
            one.speaker = Speaker(name=talk.titled)
        else:  # the label names nobody: it only says that somebody speaks
            one.source, one.cue = [], [doc[label.start : (label.sign or label.end - 1) + 1]]
    return one


def _beside(
    one: Attribution, turns: list[tuple[Turn, _Talk]], whole: Stretches
) -> Attribution | None:
    """An attribution without what is said in turns; None if it is part of one. It stays as it is
    where it tells, within a turn, what another said who is named."""
    number = whole.touched([*one.cue, *one.source])
    if number is None:
        content = whole.outside(one.content)
        return one if len(content) == len(one.content) else replace(one, content=content)
    turn, talk = turns[number]
    first, end = turn.said[0][0], turn.said[-1][1]
    inside = all(first <= s.start and s.end <= end for s in (*one.content, *one.cue, *one.source))
    source = {token.lower_ for span in one.source for token in span}
    named = any(token.tag_.startswith("NNP") for span in one.source for token in span)
    own = source & PERSONS or talk.last_word(turn.label) in source
    return one if inside and named and not own else None
