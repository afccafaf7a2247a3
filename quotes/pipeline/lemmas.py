"""The base forms of words, "said" → "say", for tools that count them: textacy's above all.

The forms come from LemmInflect's tables (word and part of speech → base form); it is imported when
the first word is asked for, for it takes a second and finding quotes needs none of it.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

INFLECTED = frozenset(["NOUN", "VERB", "AUX", "ADJ", "ADV"])
"""The parts of speech whose words have forms."""


def set_lemmas(doc: Doc) -> Doc:
    """Sets `token.lemma_` of every token of a Doc that has parts of speech (`token.pos_`) and no
    lemmas yet; changes the Doc and returns it."""
    if not doc.has_annotation("LEMMA"):
        for token in doc:
            token.lemma_ = lemma(token.text, token.pos_)
    return doc


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str) -> str:
    """The base form of a word of that universal part of speech: names stay as they are, other words
    are in small letters."""
    if pos == "PROPN":
        return word
    lower = word.lower()
    if pos not in INFLECTED:
        return lower
    from lemminflect import getLemma

    found: tuple[str, ...] = getLemma(lower, pos)
    return next(iter(found), lower)
