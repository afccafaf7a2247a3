"""Rows to records, as they are read: `quotes.store.write.making` makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from quotes.records import Article, Quote
from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each
from quotes.store.db.errors import DamagedError, is_no_text, readable
from quotes.store.schema.values import CHOICES, MEANT, day_of, id_of, unpack_spans

if TYPE_CHECKING:
    from quotes.verdicts.agreement import Fitted

Q = TypeVar("Q", bound=Quote)

SPANS = ("content", "cue", "source")
"""Fields of a Quote that are spans."""

_OWN = (*("id", "text", "said_on", "confidence"), *CHOICES, *SPANS)
"""Fields of a Quote that are columns of `quotes`."""

LABELS = ("role", "affiliation", "office", "via", "cue_text", "source_text")
"""Fields of a Quote that many share: columns of `quotes` that name rows of `labels`."""

FROM_ARTICLE = ("title", "date", "url", "publisher")
"""Fields of a Quote that are its article's."""

_COLUMNS = {name: f"quotes.{name}" for name in _OWN}
_COLUMNS |= {name: f"articles.{name}" for name in FROM_ARTICLE}
_COLUMNS |= {name: f"{name}_label.value" for name in LABELS}
_COLUMNS |= {"article_id": "articles.id"}
_COLUMNS |= {name: f"verdicts.{name}" for name in ("checked_by", "checked_at")}
_SPEAKER = {
    "speaker_name": "name",
    "speaker_registry_id": "registry_id",
    "speaker_type": "type",
    "speaker_wikidata": "wikidata",
}
_COLUMNS |= {name: f"speakers.{column}" for name, column in _SPEAKER.items()}

_JOINS = {
    "articles": "JOIN articles ON articles.key = quotes.article",
    "speakers": "LEFT JOIN speakers ON speakers.id = quotes.speaker_id",
    "verdicts": "LEFT JOIN verdicts ON verdicts.quote = quotes.key",
    **{
        f"{name}_label": f"LEFT JOIN labels AS {name}_label ON {name}_label.key = quotes.{name}"
        for name in LABELS
    },
}
"""The tables beside `quotes` that have columns of `column_of`, by the names that these have."""

TABLES = " ".join(["quotes", *_JOINS.values()])
"""SQL for all tables that have the columns of `column_of`."""

_FIELDS = tuple(name for name in Quote.model_fields if name != "speaker")
"""Fields of a Quote with a column of their own in SELECT_QUOTES, the first ones there."""

SELECT_QUOTES = (
    f"SELECT {', '.join(f'{_COLUMNS[name]} AS {name}' for name in (*_FIELDS, *_SPEAKER))}, "
    f"quotes.key AS key, quotes.speaker_id AS speaker_id, "
    f"{', '.join(f'quotes.{name} AS {name}_key' for name in LABELS)}, "
    f"quotes.article AS article FROM {TABLES}"
)
"""All quotes, with what `quote_of` needs, their keys, their speakers' rows and their articles'."""

_READ: dict[str, Callable[[Any], Any]] = {"id": id_of, "date": day_of, "said_on": day_of}
_READ |= {name: words.__getitem__ for name, words in MEANT.items()}
_READ |= dict.fromkeys(SPANS, unpack_spans)
_MEANT = tuple((place, _READ[name]) for place, name in enumerate(_FIELDS) if name in _READ)
"""Columns that hold something in place of what they mean."""

_BESIDE = ("key", "version", "digest")
_ARTICLE = tuple(name for name in Article.model_fields if name not in ("found_in", "place"))

SELECT_ARTICLES = (
    f"SELECT {', '.join(f'articles.{name} AS {name}' for name in (*_ARTICLE, *_BESIDE))}, "
    "articles.stored AS stored, labels.value AS found_in, article_places.place AS place "
    "FROM articles LEFT JOIN labels ON labels.key = articles.found_in "
    "LEFT JOIN article_places ON article_places.article = articles.key"
)
"""All articles, with what `article_of` needs, and their keys, versions, digests and times."""

LAST_FIT = "SELECT key, slope, shift, verdicts, at FROM calibrations ORDER BY key DESC LIMIT 1"
"""How confidences were last fitted to verdicts: the fit that holds; no row where there is none."""


def column_of(field: str) -> str:
    """The column of a Quote's field, in a selection from TABLES."""
    return _COLUMNS[field]


def tables_for(columns: Iterable[str]) -> str:
    """SQL for `quotes` and the tables beside it that these columns of `column_of` take."""
    taken = {column.partition(".")[0] for column in columns}
    return " ".join(["quotes", *(join for name, join in _JOINS.items() if name in taken)])


def select_quotes(reader: Reader, keys: Sequence[int]) -> list[Row]:
    """The rows of SELECT_QUOTES with these keys.

    Raises DamagedError where one is not there, or has words that cannot be read.
    """
    try:
        rows = ask(reader, f"{SELECT_QUOTES} WHERE quotes.key IN {among_numbers(keys)}")
    except Exception as error:
        if not is_no_text(error):
            raise
        if len(keys) == 1:
            raise DamagedError(_article_with(reader, keys[0])) from error
        return [row for key in keys for row in select_quotes(reader, [key])]
    if len(rows) < len(set(keys)):
        raise DamagedError
    return rows


def quote_of(row: Row) -> Quote:
    """The Quote of a row of SELECT_QUOTES; raises DamagedError for what is none."""
    with readable(row.article_id):
        return Quote(**quote_values(row))


def quote_values(row: Row) -> dict[str, Any]:
    """The fields of the Quote of such a row. Raises UNREADABLE for what no version writes."""
    stored = list(row)
    for place, meaning in _MEANT:
        stored[place] = meaning(stored[place])
    values = dict(zip(_FIELDS, stored, strict=False))
    name, id, type, wikidata, _, who, *labels, _ = stored[len(_FIELDS) :]
    speaker = {"name": name, "id": id, "type": type, "wikidata": wikidata}
    values["speaker"] = None if name is None else speaker
    if (who is None) != (name is None):
        raise ValueError("a speaker who is lost")
    for field, key in zip(LABELS, labels, strict=True):
        if key is not None and values[field] is None:
            raise ValueError(f"a {field} that is lost")
    if not 0 <= values["confidence"] <= 1:
        raise ValueError("a confidence beyond 0 to 1")
    return values


def article_of(row: Row) -> Article:
    """The Article of a row of SELECT_ARTICLES; raises DamagedError for what is none."""
    import json

    with readable(row.id):
        values = dict(zip(_ARTICLE, row, strict=False))
        values["date"] = day_of(values["date"])
        return Article(**values, found_in=json.loads(row.found_in), place=row.place)


def _article_with(reader: Reader, key: int) -> str | None:
    """The id of the article of a quote, whatever bytes it is."""
    asked = "SELECT CAST(articles.id AS BLOB) FROM articles JOIN quotes"
    on = f"ON quotes.article = articles.key WHERE quotes.key = {key:d}"
    found = ask_each(reader, f"{asked} {on}")
    return found[0].decode("utf8", "backslashreplace") if found else None


def fitted(reader: Reader) -> Fitted | None:
    """How confidences are read; None where they are as the model gave them."""
    rows = ask(reader, LAST_FIT)
    if not rows:
        return None
    from quotes.verdicts.agreement import Fitted

    return Fitted(rows[0].slope, rows[0].shift)


def read_as(quote: Q, how: Fitted | None) -> Q:
    """The quote with the confidence as it is to be read."""
    if how is None:
        return quote
    return quote.model_copy(update={"confidence": how(quote.confidence)})
