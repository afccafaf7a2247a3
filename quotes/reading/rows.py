"""One row of a table or one JSON object as an article, by the names its fields usually have.

NewsAPI, GDELT, schema.org's NewsArticle, news-please, PolNeAR and exports of databases differ in
little but spelling: publish_date, publishDate and PublishDate are one name here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from quotes.errors import InputError, UsageError
from quotes.reading.dates import FIRST_YEAR, find_date, parse_date
from quotes.reading.drafts import FIELDS, Draft, Metadata
from quotes.reading.inputs import is_utf8, one_line

TEXT_KEYS = (
    "text",
    "articletext",
    "fulltext",
    "maintext",
    "plaintext",
    "textcontent",
    "body",
    "bodytext",
    "articlebody",
    "articlecontent",
    "content",
    "story",
    "html",
    "bodyhtml",
    "contenthtml",
    "postcontent",
)
KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "head", "articletitle", "webtitle", "posttitle", "name"),
    "date": (
        "date",
        "datepublished",
        "publishedat",
        "published",
        "publishdate",
        "datepublish",
        "publicationdate",
        "publishedon",
        "publisheddate",
        "pubdate",
        "dateline",
        "articledate",
        "webpublicationdate",
        "firstpublished",
        "issued",
        "postdate",
        "seendate",
    ),
    "byline": ("byline", "author", "authors", "creator", "writer", "by"),
    "url": (
        "url",
        "link",
        "weburl",
        "articleurl",
        "canonicalurl",
        "originalurl",
        "sourceurl",
        "permalink",
        "documentidentifier",
        "mainentityofpage",
        "source",
    ),
    "publisher": (
        "publisher",
        "source",
        "sourcename",
        "sitename",
        "site",
        "outlet",
        "publication",
        "newspaper",
        "media",
        "sourcecommonname",
        "domain",
        "sourcedomain",
    ),
    "id": ("id", "articleid", "docid", "documentid", "uuid", "guid"),
}
_QUOTE_KEYS = {"content", "cue", "source"}
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_MARKUP = re.compile(r"</(?:p|div|span|a|h\d|ul|li|em|strong|b|i|article)>|<(?:p|br)\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MOST_IN_LIST = 20


class NoField(InputError):
    """A row without a field that could hold the text; others of its table are likely to be so."""


@dataclass(frozen=True)
class FieldMap:
    """Which field of a row holds what, where the usual names do not tell: {"text": "body"}."""

    names: Mapping[str, str]

    @classmethod
    def parse(cls, words: str | None) -> FieldMap:
        """ "text=body,date=published_at"; raises UsageError for anything else."""
        names: dict[str, str] = {}
        for part in filter(None, (words or "").split(",")):
            ours, mark, theirs = (piece.strip() for piece in part.partition("="))
            if not mark or not theirs or ours not in ("text", "id", *FIELDS):
                known = ", ".join(("text", "id", *FIELDS))
                raise UsageError(f"'{part}' maps nothing: give OURS=THEIRS, ours one of {known}")
            names[ours] = theirs
        return cls(names)

    def value(self, row: Mapping[str, Any], ours: str, keys: tuple[str, ...]) -> tuple[str, Any]:
        """(name, value) of the field that holds what we call `ours`; ("", None) where none does."""
        if ours in self.names:
            name = self.names[ours]
            return name, _deep(row, name)
        plain = _by_plain_key(tuple(row))
        for key in keys:
            name = plain.get(key, "")
            if name and row[name] not in (None, "", [], {}):
                return name, row[name]
        return "", None


@lru_cache(maxsize=4)  # the rows of a table have one set of names, and each is asked for many
def _by_plain_key(names: tuple[str, ...]) -> Mapping[str, str]:
    return {plain_key(name): name for name in reversed(names)}


def plain_key(name: object) -> str:
    """publish_date, publish-date and PublishDate are one name."""
    return re.sub(r"[\W_]", "", str(name)).lower()


def _deep(row: Mapping[str, Any], name: str) -> Any:
    """A field, or one within fields: "fields.bodyText"."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def looks_like_quotes(row: Mapping[str, Any]) -> bool:
    """Whether a row is no article but a quote, as `quotes extract` or a gold file has them."""
    return set(row) >= _QUOTE_KEYS or (
        isinstance(row.get("content"), list) and ("article" in row or "article_id" in row)
    )


def row_draft(row: Mapping[str, Any], fields: FieldMap) -> Draft:
    """The article of a row; raises InputError where it has no text."""
    name, value = fields.value(row, "text", TEXT_KEYS)
    if value is None:
        raise _lacking(row, fields)
    if isinstance(value, Mapping):
        value = value.get("rendered")
    elif isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        raise InputError(f"no text in the field {_shown(name)}; name another with --map text=FIELD")
    text = value
    if not is_utf8(text):
        raise InputError("damaged characters in the text; export it again as UTF-8")
    if _MARKUP.search(text[:20_000]):
        from quotes.reading.html import fragment_text

        text = fragment_text(text)
    elif _ENTITY.search(text):
        text = unescape(text)
    return Draft(text, _metadata(row, fields), _id(row, fields))


def _lacking(row: Mapping[str, Any], fields: FieldMap) -> InputError:
    """What to say of a row without a text."""
    wanted = {fields.names["text"]} if "text" in fields.names else set(TEXT_KEYS)
    for name in row:
        if name in wanted or ("text" not in fields.names and plain_key(name) in wanted):
            return InputError(f"nothing in the field {_shown(name)}; it should hold the text")
    names = ", ".join(_shown(name) for name in list(row)[:12]) or "none"
    return NoField(f"no field with the text; name it with --map text=FIELD (there: {names})")


def _shown(name: object) -> str:
    """A field's name as a message shows it."""
    words = " ".join(one_line(str(name)).split())
    return (words if len(words) <= 40 else f"{words[:40]}…").encode("utf-8", "replace").decode()


def _id(row: Mapping[str, Any], fields: FieldMap) -> str | None:
    """The row's own id, where it is more than a number; else its web address."""
    _, value = fields.value(row, "id", KEYS["id"])
    if isinstance(value, str) and (re.search(r"[^\W\d]", value) or "id" in fields.names):
        words = words_of(value)
        return words and words[:500]
    _, url = fields.value(row, "url", KEYS["url"])
    return _address(url)


def _metadata(row: Mapping[str, Any], fields: FieldMap) -> Metadata:
    values: dict[str, Any] = {}
    where: dict[str, str] = {}
    for ours in FIELDS:
        keys = KEYS[ours]
        if ours == "url":  # "source" is a publisher in one export and an address in another
            keys = tuple(key for key in keys if _address(fields.value(row, "", (key,))[1]))
        if ours == "publisher":
            keys = tuple(key for key in keys if not _address(fields.value(row, "", (key,))[1]))
        reader = _READERS.get(ours, words_of)
        for key in keys[:1] if ours in fields.names else keys:
            name, raw = fields.value(row, ours, (key,))
            if value := reader(raw):
                values[ours], where[ours] = value, f"field {_shown(name)}"
                break
            if ours == "date" and isinstance(raw, str) and find_date(raw, day_first=True):
                where.setdefault("date", f"left open: field {_shown(name)} has {_shown(raw)}")
    return Metadata(**values, where=where)


def words_of(value: object, depth: int = 4) -> str | None:
    """The words of a field, as one line; names of a list or of objects are joined by commas."""
    if isinstance(value, Mapping) and depth:
        names = ("name", "title", "rendered", "@value")
        return words_of(next(filter(None, map(value.get, names)), None), depth - 1)
    if isinstance(value, list | tuple) and depth:
        found = [words_of(item, depth - 1) for item in value[:_MOST_IN_LIST]]
        return ", ".join(word for word in found if word) or None
    if isinstance(value, str):
        line = " ".join(unescape(_TAG.sub("", value)).split())
        return line if line and is_utf8(line) else None
    return None


def day_of(value: object) -> dt.date | None:
    """The day of a field, as it is written there."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value if value.year >= FIRST_YEAR else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _stamp(value)
    words = words_of(value)
    if words is None:
        return None
    if re.fullmatch(r"\d{10}(?:\d{3})?", words):
        return _stamp(int(words))
    compact = _COMPACT.fullmatch(words)
    return parse_date("-".join(compact.groups()) if compact else words)


def _stamp(seconds: int | float) -> dt.date | None:
    """The day of a Unix time in seconds or milliseconds; no year, and no day before 1990."""
    if 1e11 < seconds < 1e14:  # of an int without end there is no float
        seconds /= 1000
    if not 631_152_000 <= seconds <= 4_102_444_800:
        return None
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date()


def _address(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    if isinstance(value, str) and re.match(r"https?://\S+$", value.strip()) and is_utf8(value):
        return value.strip()
    return None


_READERS = {"date": day_of, "url": _address}
