"""Article to Doc to Quotes: the only place where spaCy meets our records."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import count

from spacy.language import Language
from spacy.tokens import Doc, Span

from quotes.errors import InputError
from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.context import set_context
from quotes.pipeline.layout.asides import ASIDES, LEFT_OUT
from quotes.records import Article, Offsets, Quote, join_pieces, quote_id
from quotes.view import View, legible

_QUOTE_FIELDS = set(Quote.model_fields)


def article_doc(nlp: Language, article: Article) -> tuple[Doc, View]:
    """Run the pipeline over an article, with its title and date as the context.

    The Doc is of the article as a person reads it; the view leads back to the text itself.
    """
    if len(article.text) > nlp.max_length:
        raise InputError(
            f"the text has {len(article.text):,} characters, the limit is {nlp.max_length:,}: "
            "split it, or raise nlp.max_length"
        )
    view = legible(article.text)
    doc = nlp.make_doc(view.text)
    set_context(doc, title=article.title, date=article.date)
    return nlp(doc), view


def doc_quotes(doc: Doc, article: Article, view: View | None = None) -> list[Quote]:
    """The Quotes of a Doc, in the order of the text; without a view it is of the text itself.

    Two may be of the same words ("The dam is safe, Ann said. This was denied by Lee."): their ids
    differ all the same.
    """
    view = view or View(article.text)
    left = attributions(doc)[::-1]
    quotes = []
    taken: set[str] = set()
    while left:  # each goes once it is read: a long text has too many to hold both of all
        quote = _quote(left.pop(), article, view, taken)
        taken.add(quote.id)
        quotes.append(quote)
    return quotes


def left_out(doc: Doc) -> int:
    """How many quotes of a Doc were left out, as they stood in text around the story."""
    return int(doc.spans[ASIDES].attrs.get(LEFT_OUT, 0)) if ASIDES in doc.spans else 0


def _quote(attribution: Attribution, article: Article, view: View, taken: Set[str]) -> Quote:
    content, cue, source = (
        _offsets(spans, article.text, view)
        for spans in (attribution.content, attribution.cue, attribution.source)
    )
    # not validated: the pipeline's types are known, and pydantic would keep for each quote a set of
    # all field names, which takes more memory than its words
    return Quote.model_construct(
        _QUOTE_FIELDS,
        id=_free_id(article.id, content, attribution.kind, taken),
        article_id=article.id,
        title=article.title,
        date=article.date,
        url=article.url,
        publisher=article.publisher,
        kind=attribution.kind,
        act=attribution.act,
        factuality=attribution.factuality,
        text=join_pieces(article.text, content) or "",
        content=content,
        cue=cue,
        source=source,
        cue_text=join_pieces(article.text, cue),
        source_text=join_pieces(article.text, source),
        speaker=attribution.speaker,
        role=attribution.role,
        affiliation=attribution.affiliation,
        office=attribution.office,
        via=attribution.via,
        said_on=attribution.said_on,
        confidence=round(attribution.confidence, 3),
    )


def _free_id(article: str, content: tuple[Offsets, ...], kind: str, taken: Set[str]) -> str:
    """The id of a quote of these words, other than those that are taken."""
    ids = (quote_id(article, content, f"{kind}{more or ''}") for more in count())
    return next(id for id in ids if id not in taken)


def _offsets(spans: Iterable[Span], text: str, view: View) -> tuple[Offsets, ...]:
    """Character offsets; pieces with nothing but spaces between them are one."""
    joined: list[Offsets] = []
    for start, end in sorted(view.original(*_trimmed(span)) for span in spans):
        if joined and not text[joined[-1][1] : start].strip(" "):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _trimmed(span: Span) -> Offsets:
    """Without white space at the ends, which odd kinds of it may leave inside a token."""
    text, start = span.text, span.start_char
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())
