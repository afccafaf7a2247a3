"""Which labelled lines are talk, and what each of those who talk says.

A line by itself proves nothing ("UPDATE: roads are open"), nor do several ("LONDON: … PARIS: …").
Talk has turns: somebody speaks again after another one has spoken; and most of those who speak are
people by name or by what they do (HOST). One question and its answer are enough, where the labels
say that they are.

A turn is all that stands between its label and the next one, but for stage directions, headings,
and what tells of the speaker by name. The last turn goes on as long as it says "I", "we" or "you".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from quotes.pipeline.layout.labels import Label, Line, find_labels, is_person, people_of, spelt_out

FEWEST_TURNS, FEWEST_SPEAKERS = 3, 2
NEAR = 3  # lines in a row, from one turn to the next, that are no talk
PERSONS = frozenset(["i", "me", "my", "we", "us", "our", "you", "your", "i'm", "we're", "you're"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "PRP"])
NO_LABEL = FINITE | {"TO", "IN", "WP", "WRB", "WDT"}  # tags of a label's first word
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
ENDS = frozenset('.?!…”"):*_')
LONGEST_HEADING = 10  # words
PAIRED = frozenset(["q", "question"])

Range = tuple[int, int]  # tokens


class Turn(NamedTuple):
    """A label, and the stretches of tokens that are said under it, at least one."""

    label: Label
    said: list[Range]


def find_talk(doc: Doc, lines: list[Line]) -> Iterator[list[Label]]:
    """The labels of each stretch of talk in a text, in its order."""
    people = people_of(doc)
    region: list[Label] = []
    for label in _likely(doc, lines, people):
        if region and _parts(doc, lines[region[-1].line + 1 : label.line]):
            yield from _talk(doc, lines, region, people)
            region = []
        region.append(label)
    yield from _talk(doc, lines, region, people)


def _likely(doc: Doc, lines: list[Line], people: frozenset[str]) -> list[Label]:
    """The labels that name or mean somebody, stand in capitals, or come again."""
    labels = spelt_out(doc, find_labels(doc, lines))
    found = [one for one in labels if not _is_clause(doc, one)]
    times = Counter(one.key for one in found)
    return [
        one
        for one in found
        if times[one.key] > 1
        or doc[one.start : one.end].text.isupper()
        or is_person(doc, one, people)
    ]


def _is_clause(doc: Doc, label: Label) -> bool:
    """True if the words before a colon are a clause, "I asked the teacher", and name nobody."""
    words = doc[label.start : label.end]
    if len(words) == 1 or words.text.isupper():
        return False
    finite = any(word.is_lower and word.tag_ in FINITE for word in words)
    return finite or words[0].tag_ in NO_LABEL


def _parts(doc: Doc, between: list[Line]) -> bool:
    """True if the lines between two labels are a story's: some in a row, and most, are no talk."""
    talk = [_is_talk(doc, line) for line in between]
    row = most = 0
    for is_talk in talk:
        row = 0 if is_talk else row + 1
        most = max(most, row)
    return most >= NEAR and 2 * sum(talk) < len(talk)


def _talk(
    doc: Doc, lines: list[Line], region: list[Label], people: frozenset[str]
) -> Iterator[list[Label]]:
    """The region, if it is talk."""
    speakers = {label.key for label in region}
    known = {one.key for one in region if is_person(doc, one, people)}
    again = len(region) >= FEWEST_TURNS and FEWEST_SPEAKERS <= len(speakers) < len(region)
    if 2 * len(known) < len(speakers) or not (again or _is_answered(doc, lines, region)):
        return
    sentences = sum(_is_sentence(doc, *_begun(lines, one)) for one in region)
    if len(region) <= 2 * sentences:
        yield region


def _is_answered(doc: Doc, lines: list[Line], region: list[Label]) -> bool:
    return any(
        one.key in PAIRED and other.asks != "asks" and _asks(doc, *_begun(lines, one))
        for one, other in pairwise(region)
    )


def _begun(lines: list[Line], label: Label) -> Range:
    """The first line of what is said: the label's own, or the next where that has no more."""
    line = lines[label.line]
    if label.body < line.end:
        return label.body, line.end
    return lines[label.line + 1] if label.line + 1 < len(lines) else (line.end, line.end)


def _asks(doc: Doc, start: int, end: int) -> bool:
    return any(token.text.startswith("?") for token in doc[start:end])


def _is_sentence(doc: Doc, start: int, end: int) -> bool:
    verbs = any(token.tag_.startswith(("VB", "MD")) for token in doc[start:end])
    return (verbs or doc[end - 1].text == "?") and doc[end - 1].text[-1] in ENDS


def turns_of(
    doc: Doc, lines: list[Line], labels: list[Label], name: Callable[[Label], str], limit: int
) -> Iterator[Turn]:
    """The turns of one stretch of talk.

    name: the last word of the speaker's name, in small letters; limit: the number of the line with
    which the next stretch begins.
    """
    stops = [label.line for label in labels[1:]]
    for label, stop in zip(labels, [*stops, limit], strict=True):
        after = range(label.line + 1, stop)
        if label is labels[-1]:
            after = _going_on(
                doc, lines, after, name(label), empty=label.body == lines[label.line].end
            )
        else:
            after = _before_story(doc, lines, after, name(label))
        said = _said(doc, label.body, lines[label.line].end, [lines[i] for i in after])
        if said:
            yield Turn(label, said)


def _before_story(doc: Doc, lines: list[Line], after: range, name: str) -> range:
    """The lines before the first that tells of the speaker by name, without headings at the end."""
    told = next((i for i in after if _tells_of(doc, lines[i], name)), after.stop)
    while told > after.start and _is_heading(doc, lines[told - 1]):
        told -= 1
    return range(after.start, told)


def _going_on(doc: Doc, lines: list[Line], after: range, name: str, *, empty: bool) -> range:
    """The lines up to the last that is talk, with no two others in a row between; where the
    label's own line is `empty`, the first at least."""
    end, others = after.start + (empty and bool(after)), 0
    for i in after:
        if _tells_of(doc, lines[i], name) or others > 1:
            break
        talk = _is_talk(doc, lines[i])
        end, others = (i + 1, 0) if talk else (end, others + 1)
    return range(after.start, end)


def _said(doc: Doc, start: int, end: int, lines: Iterable[Line]) -> list[Range]:
    """The stretches of a turn that are said, which stage directions ("(Laughter)") part."""
    found: list[Range] = [(start, end)]
    for line in lines:
        if _is_direction(doc, line):
            found.append((line.end, line.end))
        elif found[-1][0] == found[-1][1]:
            found[-1] = line
        else:
            found[-1] = found[-1][0], line.end
    bare = (_without_markup(doc, *one) for one in found)
    return [one for one in bare if one[0] < one[1]]


def _without_markup(doc: Doc, start: int, end: int) -> Range:
    while start < end and (doc[start].is_space or not doc[start].text.strip("*_")):
        start += 1
    while start < end and (doc[end - 1].is_space or not doc[end - 1].text.strip("*_")):
        end -= 1
    return start, end


def _is_direction(doc: Doc, line: Line) -> bool:
    words = doc[line.start : line.end].text.strip('*_"“” ')
    return words[:1] in ("(", "[") and words[-1:] in (")", "]")


def _is_heading(doc: Doc, line: Line) -> bool:
    """A short line that no mark ends."""
    words = doc[line.start : line.end]
    if words[0].text.startswith("#"):
        return True
    first = words.text.lstrip("*_")[:1]
    return (
        first.isupper()
        and len(words) <= LONGEST_HEADING
        and words.text.rstrip("*_")[-1] not in ENDS
    )


def _is_talk(doc: Doc, line: Line) -> bool:
    """True if a line opens with a quotation mark or says "I", "we" or "you" outside of marks."""
    return doc[line.start].is_quote or any(word in PERSONS for word in _unquoted(doc, line))


def _tells_of(doc: Doc, line: Line, name: str) -> bool:
    """True if a line speaks of somebody by name, as they would not themselves."""
    words = set(_unquoted(doc, line))
    return name in words and words.isdisjoint(PERSONS)


def _unquoted(doc: Doc, line: Line) -> Iterator[str]:
    """The words of a line that stand outside of quotation marks, in small letters."""
    inside = False
    for token in doc[line.start : line.end]:
        if token.text == '"':
            inside = not inside
        elif token.text in OPENING or token.text in CLOSING:
            inside = token.text in OPENING
        elif not inside:
            yield token.lower_
