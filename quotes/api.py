"""The library's functions: text or articles in, Quotes out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from quotes.errors import InputError, UsageError
from quotes.opening import open_file
from quotes.reading.inputs import is_utf8
from quotes.records import Article, Quote, Run

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_TEXT = 100_000_000  # characters; spaCy's own limit is for models that need more memory


@cache
def load() -> Language:
    """The spaCy pipeline that finds quotes; the model is loaded once for the whole process.

    Raises ModelError where the model's files are missing or do not fit.
    """
    import quotes.pipeline.factories  # noqa: F401  registers them without an installation
    from quotes.pipeline.tokens import blank
    from quotes.pipeline.whole import STEPS

    nlp = blank()
    for step in STEPS:
        nlp.add_pipe(step)
    nlp.max_length = LONGEST_TEXT
    return nlp


def extract(
    text: str | Article,
    *,
    id: str = "text",
    title: str | None = None,
    date: dt.date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> list[Quote]:
    """The quotes of one text or Article, in the order of the text.

    Offsets are code points into the text. `date` (a day, or "YYYY-MM-DD") is the day of
    publication, from which "on Saturday" gets its date. For an Article the keywords are not
    looked at. Raises UsageError for arguments that make no article.
    """
    if isinstance(text, Article):
        article = text
    elif not isinstance(text, str):
        raise UsageError(f"a text is a str or an Article, not {type(text).__name__}")
    elif not is_utf8(text):
        raise UsageError("the text holds half a surrogate pair: decode it anew, as UTF-8")
    else:
        article = _article(id=id, text=text, title=title, date=date, url=url, publisher=publisher)
    return find(article).quotes


@cache
def this_run() -> Run:
    """The Run of quotes that are found now: this version, a digest of the model, and one of the
    speakers file that QUOTES_SPEAKERS names, if any."""
    from quotes import __version__
    from quotes.encoder.place import FOLDER, MODEL
    from quotes.registry import chosen_file

    own = chosen_file(None)
    settings = f"speakers {_digest(own)}" if own else ""
    return Run(version=__version__, model=_digest(FOLDER / MODEL), settings=settings)


def _digest(path: Path) -> str:
    """A few letters that differ where the file's bytes do; none where it cannot be read: whoever
    needs it says so."""
    try:
        with open_file(path) as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()[:12]
    except (OSError, InputError):
        return ""


@dataclass(frozen=True)
class Findings:
    """The quotes of an article; `left_out` counts those that stood in text around the story."""

    quotes: list[Quote]
    left_out: int = 0


def find(article: Article) -> Findings:
    """The quotes of one Article, in the order of the text, and how many were left out."""
    from quotes.extraction import article_doc, doc_quotes, left_out

    if not isinstance(article, Article):
        raise UsageError(f"an Article is wanted, not {type(article).__name__}; see extract")
    doc, view = article_doc(load(), article)
    return Findings(doc_quotes(doc, article, view), left_out(doc))


def extract_many(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Quote]]]:
    """Each article with its quotes, one at a time: memory does not grow with their number."""
    for article in articles:
        yield article, find(article).quotes


def _article(**fields: Any) -> Article:
    try:
        return Article(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise UsageError(f"{field}: {first['msg']}; got {first['input']!a:.60}") from error
