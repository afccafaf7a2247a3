"""Gold files: what careful readers found, with the texts in which they found it.

Two forms are read, plain or gzipped, as JSON lines:

- PolNeAR's: one article a line, with its text and its `annotations`; the first annotator counts;
- ours: one attribution a line, with the name of its `article`; the texts are files of that name
  in the gold file's folder or in another one, or articles of a PolNeAR file with that id;

and a third, brat's (see quotes.evaluate.brat): a folder with pairs of x.txt and x.ann, also in
folders within it, such as an unpacked export has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import BaseModel, BeforeValidator, Field

from quotes.errors import InputError
from quotes.evaluate.brat import parse
from quotes.evaluate.lines import Line, read_lines
from quotes.reading import Input, read_article
from quotes.reading.decode import decode
from quotes.reading.inputs import is_utf8, printable_name
from quotes.reading.sources import LIMIT, Source, opened
from quotes.records import Article, Kind

Offset = Annotated[int, Field(ge=0, le=LIMIT)]
Spans = Annotated[tuple[tuple[Offset, Offset], ...], BeforeValidator(lambda value: value or ())]
"""Pieces as [start, end] code-point offsets into the text; null means none."""

Names = str | list[str | None] | None
"""A name or a role, or several that are all right; null where there is none."""


class GoldAttribution(BaseModel):
    """One attribution that should be found.

    `speaker` and `role` are looked at only where the file gives them, be it as null (nobody).
    An `optional` one may be found or not. Without `kind`, the marks around the content tell it.
    """

    content: Spans = ()
    cue: Spans = ()
    source: Spans = ()
    kind: Kind | None = None
    speaker: Names = None
    role: Names = None
    via: Names = None
    optional: Annotated[bool, BeforeValidator(bool)] = False

    def gives(self, field: str) -> bool:
        """True if the file says anything about this field."""
        return field in self.model_fields_set


class Spanned(Protocol):
    """Whatever has spans in a text."""

    @property
    def content(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def source(self) -> Spans: ...


@dataclass(frozen=True)
class GoldArticle:
    """An article and all that is said in it."""

    article: Article
    attributions: list[GoldAttribution]


class _Annotation(BaseModel):
    attributions: list[GoldAttribution]


class _Text(BaseModel):
    id: str
    text: str
    title: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None

    def article(self) -> Article:
        return Article(
            id=self.id,
            text=self.text,
            title=self.title,
            date=_day(self.date),
            byline=self.author,
            publisher=self.publisher,
        )


class _AnnotatedText(_Text):
    annotations: list[_Annotation] = Field(min_length=1)


class _Row(GoldAttribution):
    article: str


def read_gold(path: Path, *, text: Path | None = None) -> dict[str, GoldArticle]:
    """The articles of a gold file by id, in the file's order.

    `text`: a folder or a PolNeAR file with the texts of a file of our form (else its own folder).
    A folder, or one .ann file, is read as brat's form. Raises InputError for a file that cannot be
    read, a line of no such form, or a missing text.
    """
    if path.is_dir() or path.suffix == ".ann":
        return _from_brat(path, text)
    lines = list(read_lines(path))
    if not lines:
        raise InputError(f"{path}: empty; give it a gold file (PolNeAR's form, or ours)")
    if "annotations" in lines[0].row:
        return _annotated(lines)
    if "article" not in lines[0].row:
        raise InputError(f"{lines[0].place}: no gold; it needs 'annotations', or 'article'")
    return _by_article(lines, text or path.parent)


def _from_brat(path: Path, place: Path | None) -> dict[str, GoldArticle]:
    root = path if path.is_dir() else path.parent
    inside = sorted(file for file in path.rglob("*.ann") if file.is_file())
    files = inside if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no .ann file in it; give it a folder of brat's, or a gold file")
    found = {}
    for file in files:
        lines = _text_of(file).removeprefix("\ufeff").split("\n")
        rows = [GoldAttribution.model_validate(row) for row in parse(lines, str(file))]
        article = _as_it_is(place or root, file.relative_to(root).with_suffix(".txt").as_posix())
        check_spans(article.text, ((str(file), row) for row in rows))
        found[article.id] = GoldArticle(article, rows)
    return found


def _text_of(path: Path) -> str:
    """The text of a file as it stands there. Raises InputError, with the file."""
    try:
        with opened(path) as handle:
            return decode(Source(handle).whole())
    except InputError as error:
        raise InputError(f"{printable_name(str(path))}: {error}") from error


def _as_it_is(folder: Path, name: str) -> Article:
    """The article of a file whose offsets count all of it, even where it looks like a web page."""
    path = _inside(folder, name)
    try:
        (article,) = _from_folder(folder, [name])
    except InputError:
        if not path.is_file():
            raise
        article = Article(id=name, text="")
    return article.model_copy(update={"text": _text_of(path)})


def _annotated(lines: Iterable[Line]) -> dict[str, GoldArticle]:
    found: dict[str, GoldArticle] = {}
    for line in lines:
        row = line.read_as(_AnnotatedText)
        if row.id in found:
            raise InputError(f"{line.place}: the id {row.id!r} stands there twice; mend the line")
        rows = row.annotations[0].attributions
        check_spans(row.text, ((line.place, one) for one in rows))
        found[row.id] = GoldArticle(row.article(), rows)
    return found


def _by_article(lines: Iterable[Line], place: Path) -> dict[str, GoldArticle]:
    attributions: dict[str, list[tuple[str, GoldAttribution]]] = {}
    for line in lines:
        row = line.read_as(_Row)
        attributions.setdefault(row.article, []).append((line.place, row))
    find = _from_folder if place.is_dir() or not place.exists() else _from_file
    found = {}
    for article in find(place, attributions):
        rows = attributions[article.id]
        check_spans(article.text, rows)
        found[article.id] = GoldArticle(article, [row for _, row in rows])
    return found


def check_spans(text: str, rows: Iterable[tuple[str, Spanned]]) -> None:
    """Raises InputError, with the place that stands beside the row, for the first piece of content,
    cue or source that is no piece of the text."""
    for place, row in rows:
        for field in ("content", "cue", "source"):
            for start, end in getattr(row, field):
                if not start <= end <= len(text):
                    raise InputError(
                        f"{place}: '{field}': [{start}, {end}] is no piece of the text, which has "
                        f"{len(text)} characters; mend the line"
                    )


def _from_file(path: Path, names: Iterable[str]) -> Iterator[Article]:
    """The articles of these ids, or ids that are these names without their ending."""
    rows = {row.id: row for row in (line.read_as(_Text) for line in read_lines(path))}
    for name in names:
        row = rows.get(name) or rows.get(Path(name).stem)
        if row is None:
            raise InputError(f"{name}: no such article in {path}; give its texts with --text")
        yield row.article().model_copy(update={"id": name})


def _from_folder(folder: Path, names: Iterable[str]) -> Iterator[Article]:
    for name in names:
        path = _inside(folder, name)
        try:
            yield read_article(Input(str(path), name))
        except InputError as error:
            raise InputError(f"{path}: {error} (--text says where the texts are)") from error


def _inside(folder: Path, name: str) -> Path:
    """The file of that name in the folder. Raises InputError for one that lies elsewhere, be it by
    a link: a gold file that somebody else has made must not have others read."""
    path = folder / name
    if not is_utf8(name):
        raise InputError(f"{printable_name(str(path))}: not valid UTF-8; rename the file")
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # too long, a circle of links, a NUL
        inside = True  # which is said when it is read
    if not inside:
        raise InputError(f"{path}: lies outside of {folder}; --text says where the texts are")
    return path


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value or "")
    except ValueError:
        return None
