"""Contents that hold all of somebody's words and none of the reporter's.

The model tells word by word what was said. Where it lets a content run into the next paragraph, a
heading, a list mark or the reporter's own clause, or takes only half of a sentence that "he said"
parts, the form of the text tells better.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions, set_attributions
from quotes.pipeline.attributions.kinds import kind_of
from quotes.pipeline.attributions.text import FINITE, Range, Text, without_hearer
from quotes.pipeline.attributions.via import CITING

LIST_MARK = re.compile(r"[*•·▪►»>#–—-]+|\(?(?:\d{1,2}|[a-z])[.)]")
LONGEST_MARK = 3  # tokens
ENDINGS = frozenset(",.!?…")
CONTRAST = frozenset(["but", "though", "although", "while", "whereas", "yet"])
SUBJECTS = ("DT", "NN", "PRP", "JJ", "EX", "CD")
FAR = 12  # tokens in which a clause has its verb
LONGEST_HALF = 60  # tokens of a half of a sentence, with who says it
NEGATIVE = frozenset(
    ["never", "hardly", "scarcely", "barely", "rarely", "seldom", "nowhere", "neither", "nor", "no",
     "not", "n't", "n’t", "none", "nobody", "nothing", "few", "little", "only", "without"]
)  # fmt: skip


def mend_contents(doc: Doc) -> Doc:
    """Gives every attribution the content that the form of the text tells; a quotation that another
    sentence parts from the words of its cue becomes one of its own."""
    found = attributions(doc)
    text = Text.of(doc, found)
    mended = [new for one in found for new in _mended(text, one)]
    if any(new is not old for new, old in zip(mended, found, strict=False)):
        set_attributions(doc, mended)
    return doc


def _mended(text: Text, one: Attribution) -> list[Attribution]:
    doc, before = text.doc, [(span.start, span.end) for span in one.content]
    pieces = [_without_list_mark(text, piece) for piece in before]
    pieces = [piece for piece in pieces if piece[0] < piece[1]] or before
    pieces = _united(_without_turns(text, one, _without_cited(text, one, pieces)))
    pieces = [without_hearer(doc, one.cue, piece) for piece in pieces]
    pieces = _without_fragments(text, one, _of_one_paragraph(text, one, pieces))
    pieces = [_without_sentence_before(text, one, _without_tail(text, piece)) for piece in pieces]
    pieces = _of_its_sentence(text, one, pieces)
    pieces = sorted([*pieces, *_other_half(text, one, pieces)])
    own, apart = _parted(text, one, pieces)
    if own == before and not apart:
        return [one]
    kept = [_with(text, one, own)] if own else []
    return kept + [
        replace(
            _with(text, one, [piece]),
            id=f"{one.id}.{number}",
            cue=[],
            source=[],
            factuality="factual",
        )
        for number, piece in enumerate(apart)
        if text.is_quoted(piece)
    ]


def _with(text: Text, one: Attribution, pieces: list[Range]) -> Attribution:
    spans = [Span(text.doc, start, end) for start, end in pieces]
    return replace(one, content=spans, kind=kind_of(pieces, text.marks))


def _without_list_mark(text: Text, piece: Range) -> Range:
    """Without the bullet, the number or the letter of a list that begins a line; empty where there
    is nothing else."""
    start, end = piece
    doc = text.doc
    if not text.starts_line(start):
        return piece
    for stop in range(min(start + LONGEST_MARK, len(doc) - 1), start, -1):
        spaced = doc[stop - 1].whitespace_ or doc[stop].is_space
        if spaced and LIST_MARK.fullmatch(doc[start:stop].text):
            while stop < end and doc[stop].is_space:
                stop += 1
            return min(stop, end), end
    return piece


def _without_cited(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """Without whom the speaker names for it: "claimed, citing a guard, that it rained"."""
    doc, kept = text.doc, []
    for number, (start, end) in enumerate(pieces):
        cited = start > 0 and doc[start - 1].lower_ in CITING
        if cited and not any(start - 1 in range(span.start, span.end) for span in one.cue):
            ends = (i for i in range(start, end - 1) if doc[i].text == ",")
            start = next((i + 1 for i in ends if doc[i + 1].lower_ == "that"), end)
            start = start if start < end or number + 1 < len(pieces) else pieces[number][0]
        if start < end:
            kept.append((start, end))
    return kept


def _without_turns(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """Without quotations that others follow at once: they are turns of a talk, and nobody tells
    whose: "“At home,” said Lee. “Alone?” “Yes.”". Before the cue the last one is the speaker's."""
    said = one.cue[-1].end if one.cue else len(text.doc)
    single = [part for piece in pieces for part in _quotations(text, piece)]
    turns = set()
    for piece in single:
        after = text.marks_in((piece[1], piece[1] + 1))
        if piece not in text.closed or not after or after[0][0] != piece[1]:
            continue
        free = not any(text.told[after[0][0] : after[0][1]])
        if piece[0] >= said and (free or after[0] in single):
            turns |= {piece, after[0]}
        elif piece[0] < said and after[0] in single:
            turns.add(piece)
    kept = [piece for piece in single if piece not in turns]
    return kept if turns and kept else pieces


def _quotations(text: Text, piece: Range) -> list[Range]:
    """The quotations of which a piece consists that are not parted by any word; else itself."""
    marks = text.marks_in(piece)
    edges = [piece[0], *(edge for mark in marks for edge in mark), piece[1]]
    whole = len(marks) > 1 and edges[::2] == edges[1::2]
    return marks if whole else [piece]


def _united(pieces: list[Range]) -> list[Range]:
    """Pieces that touch become one."""
    out = pieces[:1]
    for start, end in pieces[1:]:
        if start == out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _of_one_paragraph(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """The pieces of the line in which the cue stands, else the last piece; of others those that
    begin or end in marks, and all that follow a colon."""
    lines = [text.line(start) for start, _ in pieces]
    here = text.line(one.cue[0].start) if one.cue else lines[-1]
    if here not in lines:
        return pieces
    colon = bool(one.cue) and text.is_before_colon(one.cue[-1])
    return [
        piece
        for piece, line in zip(pieces, lines, strict=True)
        if line == here
        or (colon and line > here)
        or any(map(text.mark_around, (piece[0], piece[1] - 1)))
    ]


def _without_fragments(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """Without words of a sentence before that of the cue which stop short of its end, unless they
    are in marks."""
    if not one.cue or len(pieces) < 2:
        return pieces
    opens = text.sentence(one.cue[0].start)[0]
    kept = []
    for start, end in pieces:
        stop = text.sentence(end - 1)[1]
        short = end <= opens and any(text.is_word(i) for i in range(end, min(stop, end + FAR)))
        if not short or text.mark_around(start) or text.mark_around(end - 1):
            kept.append((start, end))
    return kept or pieces


def _of_its_sentence(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """Without whole sentences after that of the cue which are not in marks, where there are pieces
    in the cue's own: "It rained, she said. They left"."""
    if len(pieces) < 2 or not one.cue or text.is_before_colon(one.cue[-1]):
        return pieces
    ends = text.sentence(one.cue[-1].end - 1)[1]
    kept = [
        p for p in pieces if p[0] < ends or text.mark_around(p[0]) or text.mark_around(p[1] - 1)
    ]
    return kept if any(start < ends for start, _ in kept) else pieces


def _without_tail(text: Text, piece: Range) -> Range:
    """Without what the reporter goes on with after the last mark: "“We shall see,” and left", "that
    it was “empty” but the camera showed more"."""
    start, end = piece
    marks = text.marks_in(piece)
    inside = [mark for mark in marks if start <= mark[0] and mark[1] < end]
    if not inside or inside[-1] not in text.closed:
        return piece
    last = inside[-1]
    if not any(text.is_word(i) for i in range(last[1], end)):
        return piece
    whole = marks[0][0] == start == last[0] and text.doc[last[1] - 2].text[-1:] in ENDINGS
    return (start, last[1]) if whole or _contrasts(text, last[1], end) else piece


def _without_sentence_before(text: Text, one: Attribution, piece: Range) -> Range:
    """Without the reporter's own sentence before the one that the cue ends: "It was cold. They
    would go home, she said"."""
    start, end = piece
    if not one.cue or one.cue[0].start < end:
        return piece
    for opens in text.starts_in(start + 1, end)[::-1]:
        if text.mark_around(opens - 1) is None:
            return opens, end
    return piece


def _contrasts(text: Text, start: int, end: int) -> bool:
    """True if a clause of the reporter's follows: "but the camera showed otherwise", and, after a
    comma, "but it did"; what would happen is still told by the speaker."""
    doc = text.doc
    comma = doc[start].text == ","
    start += comma
    if start + 2 >= end or doc[start].lower_ not in CONTRAST:
        return False
    subject = doc[start + 1]
    if not subject.tag_.startswith(SUBJECTS) or (subject.tag_ == "PRP" and not comma):
        return False
    verbs = (doc[i].tag_ for i in range(start + 1, min(end, start + FAR)))
    return next((tag for tag in verbs if tag == "MD" or tag in FINITE), "MD") != "MD"


def _other_half(text: Text, one: Attribution, pieces: list[Range]) -> list[Range]:
    """The other half of a sentence that "…, she told the council, …" parts: what stands before
    where it turns the sense or is the subject of what comes after, and what comes after where the
    words before have no verb."""
    if len(pieces) != 1 or not one.cue or not one.source or one.kind == "direct":
        return []
    doc, (start, end) = text.doc, pieces[0]
    said = sorted([*one.cue, *one.source], key=lambda span: span.start)
    first, last = said[0].start, said[-1].end
    opens, ends = text.sentence(start)
    if not (opens <= first < last <= ends) or max(start - opens, ends - last) > LONGEST_HALF:
        return []
    if start >= last and doc[start - 1].text == "," == doc[first - 1].text:
        half = _free(text, opens, first - 1)
        verb = next((i for i in range(start, end) if doc[i].tag_[:2] not in ("RB", "MD")), start)
        needed = doc[verb].tag_ in FINITE or doc[start].tag_ == "MD"
        negative = any(doc[i].lower_ in NEGATIVE for i in range(opens, first))
        return [half] if half and (needed or negative) else []
    if end <= first:
        comma = next((i for i in range(last - 1, ends - 1) if doc[i].text == ","), None)
        verbs = any(doc[i].tag_.startswith(("VB", "MD")) for i in range(start, end))
        if comma is None or verbs or not doc[comma + 1].tag_.startswith((*FINITE, "MD", "RB")):
            return []
        stop = ends
        while stop > comma + 1 and not text.is_word(stop - 1):
            stop -= 1
        half = _free(text, comma + 1, stop)
        return [half] if half else []
    return []


def _free(text: Text, start: int, end: int) -> Range | None:
    """The tokens, where there is a word and none is of an attribution or in marks."""
    while start < end and not text.is_word(start):
        start += 1
    fits = start < end and not any(text.taken[start:end])
    quoted = any(text.mark_around(i) for i in range(start, end))
    return (start, end) if fits and not quoted else None


def _parted(text: Text, one: Attribution, pieces: list[Range]) -> tuple[list[Range], list[Range]]:
    """The pieces that belong to the cue, and those that a sentence of the reporter's parts from
    it."""
    own = [(span.start, span.end) for span in (*one.cue, *one.source)]
    runs: list[list[Range]] = [pieces[:1]]
    for left, right in pairwise(pieces):
        if _is_between(text, left[1], right[0], own):
            runs.append([])
        runs[-1].append(right)
    if len(runs) == 1:
        return pieces, []
    cue = one.cue[0].start if one.cue else pieces[0][0]
    near = min(runs, key=lambda run: min(abs(cue - end) for piece in run for end in piece))
    return near, [piece for run in runs if run is not near for piece in run]


def _is_between(text: Text, start: int, end: int, own: list[Range]) -> bool:
    """True if a sentence that has a verb and none of the attribution's own words lies between."""
    doc = text.doc
    if start >= end:
        return False
    first, stop = text.sentence(start)
    sentence = start if first == start else stop
    while sentence < end:
        stop = text.sentence(sentence)[1]
        inside = stop <= end and not any(a < stop and sentence < b for a, b in own)
        if inside and any(doc[i].tag_ in FINITE for i in range(sentence, stop)):
            return True
        sentence = stop
    return False
