"""The step that finds attributions, by what the model says of the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.attrs import LOWER
from spacy.tokens import Doc, Span

from quotes.encoder.session import Scores
from quotes.pipeline.attribution import Attribution, set_attributions
from quotes.pipeline.attributions.acts import cue_act
from quotes.pipeline.attributions.boundaries import Marked, WordKinds
from quotes.pipeline.attributions.confidence import LEAST, Confidence, features
from quotes.pipeline.attributions.find import find, tokens_to_words, words_to_tokens
from quotes.pipeline.attributions.kinds import kind_of
from quotes.pipeline.attributions.linking import Group
from quotes.pipeline.attributions.pointers import Range
from quotes.pipeline.encoder import SCORES
from quotes.pipeline.layout.marks import MARK_CLOSE, MARKS, outermost

MERE = frozenset(
    ["TO", "IN", "DT", "CC", "PRP$", "RB", "RBR", "RBS", "JJ", "JJS", "MD", "WDT", "POS"]
)
"""Tags of words that alone say nothing."""
ANSWERS = frozenset({"yes", "no", "so", "otherwise"})


@dataclass
class Attributions:
    """Needs the model's scores and `doc.spans["marks"]`; sets the attributions."""

    confidence: Callable[[list[float]], float] = field(default_factory=Confidence)

    def __call__(self, doc: Doc) -> Doc:
        scores: Scores = doc.user_data.pop(SCORES)
        marks = outermost(doc)

        def tells(cue: Range) -> bool:
            start, end = words_to_tokens(scores.words.token, cue)
            return cue_act(doc[start:end].text, clause=False) == "speech"

        groups = find(scores, _marked(doc, scores), _kinds(doc, scores), tells)
        found = (self._read(doc, str(n), g, scores, marks) for n, g in enumerate(groups))
        kept = [one for one in found if one.confidence >= LEAST and _says_something(one)]
        set_attributions(doc, kept)
        return doc

    def _read(
        self, doc: Doc, id: str, group: Group, scores: Scores, marks: list[Range]
    ) -> Attribution:
        def spans(ranges: list[Range]) -> list[Span]:
            tokens = (words_to_tokens(scores.words.token, r) for r in ranges)
            return [Span(doc, *_whole(doc, start, end)) for start, end in tokens]

        content = spans(sorted(group.contents))
        cue = spans([group.cue] if group.cue else [])
        source = spans([group.source] if group.source else [])
        kind = kind_of([(s.start, s.end) for s in content], marks)
        clause = kind != "indirect" or content[0][0].lower_ == "that"
        return Attribution(
            id,
            content,
            cue,
            source,
            kind=kind,
            act=cue_act(" ".join(span.text for span in cue), clause=clause),
            confidence=self.confidence(features(scores, group, kind)),
        )


def _says_something(one: Attribution) -> bool:
    """False for a content outside of marks that is a mere "to", "own" or "basically"."""
    return one.kind != "indirect" or any(
        (token.is_alpha and token.tag_ not in MERE) or token.is_digit or token.lower_ in ANSWERS
        for span in one.content
        for token in span
    )


def _whole(doc: Doc, start: int, end: int) -> Range:
    """The tokens with those that are one written word with them: "did|n't", "can|not"."""
    while start > 0 and _glued(doc, start):
        start -= 1
    while end < len(doc) and _glued(doc, end):
        end += 1
    return start, end


def _glued(doc: Doc, i: int) -> bool:
    """True if a token goes on with the letters of the one before."""
    left, right = doc[i - 1].text_with_ws[-1], doc[i].text[0]
    return left.isalpha() and right.isalpha()


def _marked(doc: Doc, scores: Scores) -> list[Marked]:
    token = scores.words.token
    return [
        Marked(*tokens_to_words(token, (span.start, span.end)), closed=_is_closed(span))
        for span in doc.spans[MARKS]
    ]


def _is_closed(span: Span) -> bool:
    return len(span) > 1 and span[-1].text[-1] in MARK_CLOSE


def _kinds(doc: Doc, scores: Scores) -> WordKinds:
    numbers = doc.to_array(LOWER)[scores.words.token].tolist()
    words = {number: doc.vocab.strings[number] for number in set(numbers)}
    return WordKinds.of([words[number] for number in numbers])
