"""Sources that name who speaks: not whom they speak to, no heading, no label of a page."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from quotes.pipeline.attribution import Attribution, attributions, set_attributions
from quotes.pipeline.attributions.text import FINITE, HEARERS, acting
from quotes.pipeline.near import sentence_near

FARTHEST = 40  # tokens of a sentence before its cue
CALLING = frozenset(
    ["called", "calls", "calling", "named", "names", "naming", "labelled", "labeled", "described",
     "dismissed", "dismisses", "dismissing", "rejected", "recalled", "summoned"]
)  # fmt: skip
PERSONS = ("PER", "PERSON")  # our label of people, and that of spaCy's own models
LONGEST = 6  # tokens of a source that the model has not seen
PHRASE = ("DT", "NN", "JJ", "PRP$", "POS", "HYPH", "CD")
CREDITS = frozenset(
    ["photo", "photos", "photograph", "picture", "pictures", "image", "images", "video", "audio",
     "credit", "credits", "source", "sources", "file", "map", "graphic", "illustration", "caption",
     "tags", "topics", "related", "categories", "category", "share", "contact", "date", "time"]
)  # fmt: skip
TO_WHOM = frozenset(
    ["adviser", "advisor", "aide", "ambassador", "assistant", "attorney", "chaplain", "consultant",
     "commissioner", "counsel", "counsellor", "delegate", "deputy", "emissary", "envoy", "heir",
     "lawyer", "liaison", "observer", "party", "physician", "representative", "secretary",
     "speaker", "spokesman", "spokesperson", "spokeswoman", "successor", "witness", "close",
     "according", "next"]
)  # fmt: skip
"""Words that "to" follows which says of what somebody is it, not to whom they speak."""


def mend_sources(doc: Doc) -> Doc:
    """Gives attributions the source that the form of the text tells, and leaves out the credits and
    labels of a page."""
    found = attributions(doc)
    kept = [one for one in found if not (_is_label(one) or _is_deed(one))]
    ends = {(span.start, span.end) for one in kept if (span := _touching(one)) is not None}
    mended = [_mended(doc, _with_own_subject(doc, one, ends)) for one in kept]
    if len(mended) < len(found) or any(a is not b for a, b in zip(mended, found, strict=True)):
        set_attributions(doc, mended)
    return doc


def _touching(one: Attribution) -> Span | None:
    """The source that stands right beside its cue, after what is said."""
    if not (one.cue and one.source and one.content[-1].end <= one.source[0].start):
        return None
    source = one.source[0]
    return source if source.end == one.cue[0].start or one.cue[-1].end == source.start else None


def _with_own_subject(doc: Doc, one: Attribution, ends: set[tuple[int, int]]) -> Attribution:
    """With the subject of its own sentence for a source that stands behind all of it, beside the
    cue of whoever tells the whole: "Ann Lee thanked them and stressed that it works, her office
    said". `ends`: where such sources are."""
    source = one.source[0] if one.cue and one.source else None
    if source is None or _touching(one) is not None or (source.start, source.end) not in ends:
        return one
    if not one.cue[-1].end <= one.content[0].start < one.content[-1].end < source.start:
        return one
    cue = one.cue[0].start
    subject = acting(doc, sentence_near(doc, cue, FARTHEST).start, cue)
    return replace(one, source=[Span(doc, *subject)]) if subject else one


def _mended(doc: Doc, one: Attribution) -> Attribution:
    if not one.cue:
        return one
    hearer = one.cue[-1][-1].lower_ in HEARERS
    if hearer and (not one.source or one.source[0].start == one.cue[-1].end):
        subject = _subject(doc, one)
        return replace(one, source=[subject]) if subject else one
    if not one.source:
        return _completed(doc, one)
    if (named := _named_after(doc, one)) is not None:
        after = named.end + 1
        content = [doc[max(after, s.start) : s.end] for s in one.content if s.end > after]
        return replace(one, source=[named], content=content or one.content)
    source = [span for span in one.source if not _is_heading(doc, span, one.cue[0])]
    if source and source[-1].start >= one.cue[-1].end:
        source[-1] = _without_more(source[-1])
    same = [(s.start, s.end) for s in source] == [(s.start, s.end) for s in one.source]
    return one if same else replace(one, source=source)


def _is_label(one: Attribution) -> bool:
    """True for a page's label, "Photo: Ann Lee": the cue is a mere colon, after a word for credits
    or after nothing, and what follows is in no marks."""
    if one.kind == "direct" or not one.cue or any(_is_word(token) for token in one.cue[0]):
        return False
    return not one.source or one.source[0][-1].lower_ in CREDITS


def _is_deed(one: Attribution) -> bool:
    """True for "they called Ann Lee" and "they dismissed Ann Lee": the cue is one of CALLING, and
    the content nothing but a person's name, so that nothing is said of them."""
    if one.kind != "indirect" or not one.cue or one.cue[-1][-1].lower_ not in CALLING:
        return False
    words = [token for span in one.content for token in span if _is_word(token)]
    return all(token.ent_type_ in PERSONS for token in words)


def _is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def _is_heading(doc: Doc, source: Span, cue: Span) -> bool:
    """True if a source stands in a line above that of its cue, and is none that a colon ends."""
    if source.end > cue.start:
        return False
    between = doc[source.end : cue.start]
    return any("\n" in token.text for token in between) and ":" not in [t.text for t in between]


def _without_more(source: Span) -> Span:
    """Without whom the words are said to, "said the guard to the passengers", and without the verb
    of what is said: in "Few, said Ann Lee, had hoped", "had hoped" is of the content."""
    for place in range(1, len(source) - 1):
        token, following = source[place], source[place + 1]
        if token.text == "," and following.tag_ in ("MD", *FINITE):
            return source[:place]
        hearer = following.tag_.startswith(("DT", "PRP", "NN"))
        if token.lower_ == "to" and hearer and source[place - 1].lower_ not in TO_WHOM:
            return source[:place]
    return source


def _subject(doc: Doc, one: Attribution) -> Span | None:
    """The noun phrase with which the sentence of a cue begins, and nothing but the cue and what
    commas enclose comes after: "Ann Lee, who is ninety, told a guest"."""
    cue = one.cue[0]
    sentence = sentence_near(doc, cue.start, FARTHEST)
    lines = [token.i + 1 for token in sentence[: cue.start - sentence.start] if "\n" in token.text]
    first = end = max([sentence.start, *lines])
    while end < cue.start and (doc[end].tag_.startswith(PHRASE) or doc[end].tag_ == "PRP"):
        end += 1
    enclosed = doc[end].text == "," == doc[cue.start - 1].text and end < cue.start - 1
    if end == first or not (end == cue.start or enclosed):
        return None
    taken = any(span.start < cue.start and first < span.end for span in one.content)
    return None if taken else doc[first:end]


def _named_after(doc: Doc, one: Attribution) -> Span | None:
    """The person between the cue and a comma where a comma stands before the cue, too, and what the
    model takes for the source is the subject of what is said: "Few, said Ann Lee, had hoped"."""
    cue = one.cue[-1]
    if cue.start - one.source[-1].end not in (0, 1) or doc[cue.start - 1].text != ",":
        return None
    end = cue.end
    while end < min(cue.end + LONGEST, len(doc)) and doc[end].ent_type_ in PERSONS:
        end += 1
    verb = doc[end + 1].tag_ if end + 1 < len(doc) else ""
    acts = verb in ("VB", "VBN", "MD", *FINITE) or verb.startswith("RB")
    enclosed = end > cue.end and doc[end].text == "," and acts
    return doc[cue.end : end] if enclosed else None


def _completed(doc: Doc, one: Attribution) -> Attribution:
    """With the noun phrase between the cue and a quotation: "Quoth the miller, “…”"."""
    cue = one.cue[-1]
    start = end = cue.end
    while end < min(start + LONGEST, len(doc)) and doc[end].tag_.startswith(PHRASE):
        end += 1
    verb = len(one.cue) == len(cue) == 1 and one.kind == "direct"
    closed = end < len(doc) and doc[end].text in (",", ":", ".")
    noun = end > start and doc[end - 1].tag_.startswith("NN")
    if not (verb and closed and noun) or any(s.start < end and start < s.end for s in one.content):
        return one
    return replace(one, source=[doc[start:end]])
