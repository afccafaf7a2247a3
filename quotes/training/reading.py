"""Silver annotations, by the shipped model and the rules, of texts in which nobody has marked them:
tags, sentences, names, and the words beside names that say what somebody is. The net goes on to
learn them there, and so does not lose them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from quotes.encoder.place import FOLDER
from quotes.encoder.session import Encoder
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.speakers.descriptions import descriptions
from quotes.pipeline.speakers.mentions import find_mentions
from quotes.pipeline.speakers.page import read_page
from quotes.pipeline.tokens import blank
from quotes.registry import load_registry
from quotes.training.annotated import Range, TokenLayer


@dataclass
class Reading:
    """The tokens of a text, without heads and relations; and (name, words that say what this
    person is) for what the rules find beside names."""

    tokens: TokenLayer
    described: list[tuple[Range, Range]]


def reader() -> Callable[[str], Reading]:
    """A function from a text to what the shipped model and the rules read in it."""
    nlp, read, registry = blank(), EncoderComponent(Encoder(FOLDER)), load_registry()

    def reading(text: str) -> Reading:
        doc = read(nlp.make_doc(text))
        page = read_page(doc)
        mentions = find_mentions(page, registry)
        names = {mention.start for mention in mentions}
        return Reading(
            _layer(doc),
            [
                (_characters(doc, m.start, m.end), _characters(doc, d.start, d.end))
                for m in mentions
                for d in descriptions(page, m.start, m.end, names)
            ],
        )

    return reading


def _characters(doc: Doc, start: int, end: int) -> Range:
    span = doc[start:end]
    return span.start_char, span.end_char


def _layer(doc: Doc) -> TokenLayer:
    words = [token for token in doc if not token.is_space]
    return TokenLayer(
        [(word.idx, word.idx + len(word)) for word in words],
        [word.tag_ for word in words],
        [f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O" for word in words],
        [bool(word.is_sent_start) for word in words],
        [None] * len(words),
        [None] * len(words),
    )
