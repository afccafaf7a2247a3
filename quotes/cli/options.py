"""The options that commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotes.days import parse_day
from quotes.errors import UsageError


class Format(StrEnum):
    """How a command prints what it found."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class ActChoice(StrEnum):
    """Values of --act: speech, thought, or either."""

    speech = "speech"
    thought = "thought"
    all = "all"


class FactualityChoice(StrEnum):
    """Values of --factuality: said, not said ("did not say"), perhaps said ("if he says")."""

    factual = "factual"
    negated = "negated"
    hypothetical = "hypothetical"
    all = "all"


class SortChoice(StrEnum):
    """The newest, the oldest, the surest, or by the speaker's name or what was said."""

    date = "date"
    oldest = "oldest"
    confidence = "confidence"
    speaker = "speaker"
    words = "words"


class SearchSortChoice(StrEnum):
    """Values of --sort in a search: those of SortChoice, and the best first."""

    relevance = "relevance"
    date = "date"
    oldest = "oldest"
    confidence = "confidence"
    speaker = "speaker"
    words = "words"


class WhereChoice(StrEnum):
    """Where words are looked for: in what was said, in the articles' headlines, or in these, names
    and roles."""

    quotes = "quotes"
    articles = "articles"
    all = "all"


class KindChoice(StrEnum):
    """How the content stands in quotation marks: whole, in part, not at all."""

    direct = "direct"
    mixed = "mixed"
    indirect = "indirect"


def parse_path(words: str) -> Path:
    """A path; raises UsageError for "", which `Path` takes for the folder in which one is."""
    return Path(parse_name(words))


def parse_name(words: str) -> str:
    """The name of a file; raises UsageError for "", as a variable that is not set gives it."""
    if not words:
        raise UsageError("'' names no file: give its path")
    return words


DAY = "YYYY-MM-DD"

_PATHS = typer.Argument(
    parser=parse_name, metavar="PATH", help="Files, folders, or - for standard input."
)
Paths = Annotated[list[str], _PATHS]
SomePaths = Annotated[list[str] | None, _PATHS]
Title = Annotated[str | None, typer.Option(help="Title of the articles, whatever they say.")]
Date = Annotated[
    dt.date | None,
    typer.Option(parser=parse_day, metavar=DAY, help="Day of publication, whatever they say."),
]
Url = Annotated[str | None, typer.Option(help="Web address of the articles.")]
Publisher = Annotated[str | None, typer.Option(help="Who published them.")]

Glob = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Of folders only files so named, such as '*.html'."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Of folders no files and folders so named."),
]
Map = Annotated[
    str | None,
    typer.Option(metavar="OURS=THEIRS,…", help="Fields of tables and JSON: text=body,date=day."),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Also texts that are not English.")
]
Report = Annotated[
    Path | None,
    typer.Option(
        parser=parse_path, metavar="FILE", help="Write what became of each input, as JSON lines."
    ),
]

OutputFormat = Annotated[Format, typer.Option("--format", help="How to print.")]
Db = Annotated[
    str,
    typer.Option(
        parser=parse_name,
        envvar="QUOTES_DB",
        metavar="PATH|URL",
        help="The database: a file, or postgresql://…",
    ),
]

Act = Annotated[ActChoice, typer.Option(help="What was said, thought, or both.")]
Factuality = Annotated[
    FactualityChoice, typer.Option(help='What was said, was not ("did not say"), or may be.')
]
ArticleId = Annotated[
    str | None, typer.Option("--article", metavar="ID", help="Of this article only.")
]
Limit = Annotated[int | None, typer.Option(metavar="N", help="At most this many.")]
Unique = Annotated[
    bool, typer.Option("--unique", help="One for all that say the same, with first seen and where.")
]
After = Annotated[
    str | None, typer.Option(metavar="ID", help="Those that come after this one in the list.")
]
Offsets = Annotated[
    bool, typer.Option("--offsets", help="With the offsets of the words in the article.")
]
Columns = Annotated[
    str | None, typer.Option(metavar="NAME,…", help="These fields only, such as date,speaker,text.")
]
JustCount = Annotated[bool, typer.Option("--count", help="Print how many there are.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]

DEFAULT_DB = "quotes.db"
