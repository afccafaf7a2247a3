"""A Doc read once into plain lists, so that the rules need not ask spaCy for every token again."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.attrs import ORTH, SENT_START, TAG
from spacy.tokens import Doc, Span

from quotes.given_names import given_names
from quotes.pipeline.attribution import attributions
from quotes.pipeline.speakers.words import COURTESY, SHORT_TITLES
from quotes.places import load_places
from quotes.registry import fold

PERSON_LABELS = frozenset({"PER", "PERSON"})
BODY_LABELS = frozenset({"ORG", "NORP", "FAC"})
PLACE_LABELS = frozenset({"LOC", "GPE"})
TITLES = COURTESY | SHORT_TITLES
DASHES = frozenset({"-", "–", "—", "--"})
MAX_DATELINE = 12  # tokens
ACRONYMS = frozenset({"US", "IT", "WHO"})  # which in lower case would be pronouns
WORD = re.compile(r"\w")


@dataclass
class Page:
    """One Doc's tokens as sequences, all of the length of the Doc; numbers and flags are packed,
    for a text of four million characters has more than a million tokens.

    `lower`: folded text without a final dot but of initials, "US" and the like as they are;
    `sentence`, `paragraph`: running numbers;
    `label`: the entity label or ""; `ent`: the number of the entity or -1;
    `quoted`: inside a direct quotation; `content`, `source`: in that part of an attribution.
    """

    doc: Doc
    text: list[str]
    lower: list[str]
    tag: list[str]
    sentence: array[int]
    paragraph: array[int]
    label: list[str]
    ent: array[int]
    quoted: bytearray
    content: bytearray
    source: bytearray

    def __len__(self) -> int:
        return len(self.text)

    def words(self, start: int, end: int) -> str:
        """The text of the tokens, whitespace single."""
        return " ".join(self.doc[start:end].text.split())

    def is_word(self, i: int) -> bool:
        """True if there is a token at i with a letter or digit."""
        return 0 <= i < len(self.text) and WORD.search(self.text[i]) is not None

    def is_blank(self, i: int) -> bool:
        """True if the token at i is mere space inside a line."""
        return not self.text[i].strip() and "\n" not in self.text[i]

    def is_upper(self, i: int) -> bool:
        """True if the token at i begins with a capital."""
        return self.text[i][:1].isupper()

    def is_noun(self, i: int) -> bool:
        """True if the token at i is a noun or a name; untagged words count where capitalised."""
        tag = self.tag[i]
        return tag.startswith("NN") if tag else self.is_upper(i)

    def is_verb(self, i: int) -> bool:
        """True if the token at i is a verb form, a modal included."""
        return 0 <= i < len(self.text) and self.tag[i].startswith(("VB", "MD"))

    def joins(self, i: int) -> bool:
        """True if the token at i is an en dash with no space around it, as in "Lund–Malmö"."""
        if self.text[i] != "–":
            return False
        return not any(token.whitespace_ for token in self.doc[max(0, i - 1) : i + 1])

    def possessive(self, i: int) -> bool:
        """True if the token at i is a possessive ending."""
        return (
            0 <= i < len(self.text)
            and self.lower[i] in ("'s", "’s", "'", "’")
            and (self.tag[i] in ("POS", ""))
        )


def read_page(doc: Doc) -> Page:
    """Reads the Doc's tokens, sentences, paragraphs, entities and attributions."""
    text = _column(doc, ORTH)
    lower = {word: _lower(word) for word in set(text)}
    page = Page(
        doc=doc,
        text=text,
        lower=[lower[word] for word in text],
        tag=_column(doc, TAG),
        sentence=array("i"),
        paragraph=array("i"),
        label=[""] * len(text),
        ent=array("i", [-1]) * len(text),
        quoted=bytearray(len(text)),
        content=bytearray(len(text)),
        source=bytearray(len(text)),
    )
    _number(page)
    _mark(page)
    return page


def dateline_end(page: Page, i: int) -> int:
    """Where the dateline "LIMA, Peru (AFP) –" ends that begins the paragraph at i; i where none
    does."""
    if i and page.paragraph[i - 1] == page.paragraph[i]:
        return i
    for dash in range(i + 1, min(len(page), i + MAX_DATELINE)):
        if page.text[dash] in DASHES and page.text[dash - 1] == ")":
            return dash + 1
    return i


def _column(doc: Doc, attribute: int) -> list[str]:
    """One attribute of all tokens as text; each distinct value is looked up once."""
    numbers = doc.to_array(attribute).tolist()
    texts = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [texts[number] for number in numbers]


def _lower(word: str) -> str:
    if word in ACRONYMS:
        return word
    initial = len(word) == 2 and word[0].isupper()  # "I." is no pronoun
    word = fold(word)
    return word[:-1] if len(word) > 1 and word.endswith(".") and not initial else word


def _number(page: Page) -> None:
    """A line break ends a sentence and a paragraph."""
    sentence = paragraph = 0
    starts = (page.doc.to_array(SENT_START) == 1).tolist()
    for i, starts_here in enumerate(starts):
        if i and "\n" in page.text[i - 1]:
            paragraph += 1
            sentence += 1
        elif i and starts_here and TITLES.isdisjoint(page.lower[max(0, i - 2) : i]):
            sentence += 1
        page.sentence.append(sentence)
        page.paragraph.append(paragraph)


def _mark(page: Page) -> None:
    quoted = list(page.doc.spans["marks"]) if "marks" in page.doc.spans else []
    for attribution in attributions(page.doc):
        if attribution.kind == "direct":
            quoted += attribution.content
        _set(page.content, attribution.content)
        _set(page.source, attribution.source)
    _set(page.quoted, quoted)
    for number, ent in enumerate(page.doc.ents):
        if len(set(page.source[ent.start : ent.end])) > 1:
            continue  # the attribution knows better where the name ends
        size = ent.end - ent.start
        page.label[ent.start : ent.end] = [label_of(ent)] * size
        page.ent[ent.start : ent.end] = array("i", [number]) * size


def label_of(ent: Span) -> str:
    """The entity's label; a country or its capital is a place, whatever the encoder takes it for,
    unless it is a given name, too."""
    given = fold(ent.text) in given_names().gender
    place = load_places().country(ent.text, capitals=not given)
    return "LOC" if place and ent.label_ in PERSON_LABELS else ent.label_


def _set(flags: bytearray, spans: Iterable[Span]) -> None:
    for span in spans:
        flags[span.start : span.end] = b"\x01" * len(span)
