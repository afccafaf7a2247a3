"""The other side: quotes from a file of JSON lines, or found now by our own extraction."""

from __future__ import annotations

import logging
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from quotes.evaluate.gold import GoldArticle, Spans, check_spans
from quotes.evaluate.lines import read_lines
from quotes.export.names import names_of

log = logging.getLogger(__name__)


class Named(BaseModel):
    """A speaker, of whom only the name is compared."""

    name: str | None = None


class Prediction(BaseModel):
    """The fields of one Quote that are compared; all but article and content may be missing."""

    article_id: Annotated[str, BeforeValidator(str)]
    act: str | None = None
    content: Spans = ()
    cue: Spans = ()
    source: Spans = ()
    speaker: Named | str | None = None
    role: str | None = None
    via: str | None = None
    confidence: Annotated[float, Field(allow_inf_nan=False)] = 1.0

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name, which other programs may give as a bare string."""
        return self.speaker.name if isinstance(self.speaker, Named) else self.speaker


Predictions = Mapping[str, list[Prediction]]
"""Predictions by the gold article's id."""


def read_predictions(path: Path, gold: Mapping[str, GoldArticle]) -> Predictions:
    """The quotes of a file such as `quotes extract --format jsonl` prints. Raises InputError.

    An article is known by its id, by its file's name or by that name without ending, or by the name
    that an export to brat gives it. Quotes of articles that gold does not have are left out, which
    a line on stderr says.
    """
    known = {Path(id).stem: id for id in gold} | {id.removesuffix(".txt"): id for id in gold}
    known |= {id: id for id in gold}
    found: dict[str, list[Prediction]] = defaultdict(list)
    strangers = set()
    for line in read_lines(path):
        row = line.read_as(Prediction)
        id = _known_as(row.article_id, known)
        if id is None:
            strangers.add(row.article_id)
        else:
            check_spans(gold[id].article.text, [(line.place, row)])
            found[id].append(row)
    if strangers:
        _name_strangers(strangers)
    return found


def _known_as(id: str, known: Mapping[str, str]) -> str | None:
    marked, plain = names_of(id)
    forms = (marked, id, plain, Path(id).name, Path(id).stem)
    return next((known[form] for form in forms if form in known), None)


def _name_strangers(ids: Iterable[str]) -> None:
    first, *others = sorted(ids)
    rest = f" and {len(others)} more" if others else ""
    shown = first if first.isprintable() else ascii(first)  # a terminal might obey it
    log.warning("left out, not in the gold: %s%s", shown, rest)


def extract_predictions(gold: Mapping[str, GoldArticle]) -> Predictions:
    """The quotes that our own extraction finds in gold's texts, with a progress bar on a terminal.

    Raises ModelError where the model's files are missing.
    """
    from rich.console import Console
    from rich.progress import track

    from quotes.api import extract_many

    found = track(
        extract_many(item.article for item in gold.values()),
        "articles",
        total=len(gold),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    return {
        article.id: [Prediction.model_validate(quote.model_dump()) for quote in quotes]
        for article, quotes in found
    }
