"""Templates: what a page shows is escaped, and a name that is not there is an error."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from quotes import __version__
from quotes.records import SpeakerType
from quotes.serve.asked import Question
from quotes.serve.links import Links, address_of, plain
from quotes.serve.marked import KINDS, marked, spans_of
from quotes.serve.marks import Mark, Part, found_in, parts_of
from quotes.serve.tables import by_pair, counts_of, months_of

if TYPE_CHECKING:
    from quotes.serve.pages.check import CheckedDraft
    from quotes.serve.pages.correct import Correction
    from quotes.store import AuditCount

_SURE = ((0.9, "sure"), (0.7, "fairly sure"), (0.5, "unsure"), (0.0, "doubtful"))
"""Words for confidences from so much on."""

_SAID_OR_NOT = {"factual": "said", "negated": "not said", "hypothetical": "may be said"}
"""Words for each factuality."""

_FOUND_IN = {"speaker": "speaker", "role": "role", "title": "headline"}
"""Where words were found that nobody said, by `quotes.store.Hit.of`."""

_ORDERS = {
    "relevance": "Best",
    "date": "Newest",
    "oldest": "Oldest",
    "confidence": "Surest",
    "speaker": "Speaker",
    "words": "Words",
}
"""Words for each order of a list."""

_ASKED = {
    "words": "“{}”",
    "in": "in {}",
    "speaker": "by {}",
    "role": "role {}",
    "office": "office {}",
    "publisher": "in {}",
    "via": "via {}",
    "since": "from {}",
    "until": "until {}",
    "on": "said on {}",
    "article": "article {}",
    "min_confidence": "at least {} sure",
}
"""Words for what is asked for, by the parameter."""

_WHETHER: dict[str, dict[Any, str]] = {
    "kind": {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"},
    "checked": {True: "checked", False: "not checked"},
    "conflicts": {True: "given to several people"},
    "unique": {True: "each saying once"},
    "act": {"all": "said and thought", "speech": "said"},
    "factuality": {"all": "said or not", **_SAID_OR_NOT},
}
"""Words for values of parameters."""

_MORE = [
    *("in", "kind", "act", "factuality", "role", "office", "via", "on"),
    *("min_confidence", "checked", "conflicts", "unique"),
]
"""Parameters whose fields a form shows when it is asked for more."""

_FACETS = {
    "speaker": "Speaker",
    "publisher": "Outlet",
    "month": "Month",
    "kind": "Quotation marks",
    "act": "Said or thought",
    "factuality": "Said or not",
    "checked": "Checked",
}
"""Names of `quotes.store.Facet`s."""

_VERDICTS = {
    "verbatim": "✓",
    "cut": "…",
    "altered": "≠",
    "somebody else's": "⇄",
    "another day or outlet": "≈",
    "not found": "✗",
    "too short": "–",
}
"""A sign for each verdict on a quotation of a draft."""

_FINE = ("verbatim", "cut", "another day or outlet", "too short")
"""Those that mostly need no look."""

_CHOICES = {
    "kind": {
        "direct": "all in quotation marks",
        "mixed": "some in quotation marks",
        "indirect": "none in quotation marks",
    },
    "act": {"speech": "said", "thought": "thought"},
    "factuality": _SAID_OR_NOT,
}
"""Words for the values that a quote may have."""

_DONE = {"right": "confirmed", "changed": "changed", "dropped": "dropped", "added": "added"}
"""Words for `quotes.store.Fix.what`."""

_NO_XML = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Finds the characters that XML cannot have, whatever an article has."""

CLIPPED = 600
"""Letters of a quotation that a list shows."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja's environment of our templates, with their filters, which are the functions below, and
    `link` (`quotes.serve.links.Links`), `parts` (`quotes.serve.marks.found_in`) and
    `marked_article` (`quotes.serve.marked.marked`)."""
    made = Environment(
        loader=PackageLoader("quotes.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=day,
        month=month,
        number=number,
        sure=sure,
        many=many,
        clip=clip,
        plain=plain,
        choice=choice,
        fact=fact,
        percent=percent,
        percents=percents,
        interval=interval,
    )
    made.globals.update(
        link=Links(),
        version=__version__,
        parts=found_in,
        by_pair=by_pair,
        counts_of=counts_of,
        months_of=months_of,
        marked_article=marked,
        said_or_not=_SAID_OR_NOT,
        found_in=_FOUND_IN,
        orders=_ORDERS,
        more_fields=_MORE,
        asked_words=asked_words,
        is_asked=is_asked,
        address_of=address_of,
        facet_names=_FACETS,
        verdict_signs=_VERDICTS,
        fine_verdicts=_FINE,
        quotation_parts=quotation_parts,
        excerpt_parts=excerpt_parts,
        choices=_CHOICES,
        done_words=_DONE,
    )
    return made


def render(template: str, **given: Any) -> str:
    """The page of a template with what it is given."""
    return environment().get_template(template).render(given)


def day(value: dt.date | None) -> str:
    """A day for people; "undated" for none.

    >>> day(dt.date(2020, 11, 3)), day(None)
    ('3 Nov 2020', 'undated')
    """
    return f"{value.day} {value:%b %Y}" if value else "undated"


def month(value: str) -> str:
    """A month "YYYY-MM" for people; other words as they are.

    >>> month("2020-11"), month("2020")
    ('Nov 2020', '2020')
    """
    try:
        return f"{dt.date.fromisoformat(f'{value}-01'):%b %Y}"
    except ValueError:
        return value


def number(value: int) -> str:
    """A number with its thousands apart.

    >>> number(1203456)
    '1,203,456'
    """
    return f"{value:,}"


def many(value: int, thing: str) -> str:
    """So many things.

    >>> many(1, "quote"), many(1203, "quote")
    ('1 quote', '1,203 quotes')
    """
    return f"{value:,} {thing}" if value == 1 else f"{value:,} {thing}s"


def readable(words: str) -> str:
    """Words with a sign in place of each character that no XML can hold.

    >>> ascii(readable("a\\x00b"))
    "'a\\\\ufffdb'"
    """
    return _NO_XML.sub("\ufffd", words)


def clip(text: str, most: int = CLIPPED) -> str:
    """A text of a length that a list has room for, cut between words."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(maxsplit=1)[0] + " …"


def asked_words(name: str, value: Any) -> str:
    """Words for a parameter (`quotes.serve.asked.Question`) and its value.

    >>> asked_words("speaker", "Ann Lee"), asked_words("checked", False)
    ('by Ann Lee', 'not checked')
    """
    if name == "speaker":
        kind, _, rest = str(value).partition(":")
        value = rest if rest and kind in get_args(SpeakerType) else value
    words = _WHETHER.get(name, {}).get(value)
    return words or _ASKED.get(name, "{}").format(plain(value))


def choice(value: str, facet: str) -> str:
    """A value of a facet for people.

    >>> choice("2020-11", "month"), choice("negated", "factuality"), choice("speech", "act")
    ('Nov 2020', 'not said', 'said')
    """
    if facet == "month":
        return month(value)
    return _WHETHER.get(facet, {}).get(value, value)


def is_asked(asked: Question, filters: Mapping[str, Any]) -> bool:
    """True where these filters are what is asked for."""
    return all(getattr(asked, name) == value for name, value in filters.items())


def quotation_parts(draft: CheckedDraft) -> list[Part]:
    """A checked draft's text in parts; the mark of a quotation is `of` its number among `found`."""
    marks = (Mark(one.start, one.end, of=str(n)) for n, one in enumerate(draft.found))
    return parts_of(draft.text, marks)


def excerpt_parts(form: Correction) -> list[Part]:
    """The words around a quote in parts, with marks of its content, cue and source."""
    quote, start = form.quote, form.start
    if quote is None:
        return parts_of(form.excerpt, ())
    spans = ((kind, *span) for kind in KINDS for span in spans_of(quote, kind))
    return parts_of(form.excerpt, (Mark(a - start, b - start, kind) for kind, a, b in spans))


def fact(value: Any) -> str:
    """A value of a quote for people: of a speaker the name.

    >>> fact({"name": "Ann Lee", "id": None}), fact(None)
    ('Ann Lee', 'nothing')
    """
    if isinstance(value, dict):
        value = value["name"]
    return "nothing" if value in (None, "") else str(value)


def percent(share: float) -> str:
    """A share, 0 to 1, in percent.

    >>> percent(0.217), percent(0.003)
    ('22 %', '0.3 %')
    """
    return f"{100 * share:.0f} %" if share >= 0.0095 or not share else f"{100 * share:.1f} %"


def percents(share: float) -> str:
    """A share, 0 to 1, as the percent of a table.

    >>> percents(0.217)
    '21.7 %'
    """
    return f"{100 * share:.1f} %"


def interval(one: AuditCount) -> str:
    """From where to where a share may be."""
    return f"{100 * (one.share_low or 0):.1f} to {100 * (one.share_high or 0):.1f}"


def sure(confidence: float) -> str:
    """A confidence in a word and in percent.

    >>> sure(0.934), sure(0.31)
    ('sure, 93 %', 'doubtful, 31 %')
    """
    word = next(word for least, word in _SURE if confidence >= least)
    return f"{word}, {100 * confidence:.0f} %"
