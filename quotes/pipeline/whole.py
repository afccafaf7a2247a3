"""All components in their order, as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

from quotes.encoder.session import FOLDER, Encoder
from quotes.pipeline.attributions import Attributions
from quotes.pipeline.dates import add_dates
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.marks import Marks
from quotes.pipeline.roles import add_roles
from quotes.pipeline.speakers import Speakers
from quotes.pipeline.via import add_via
from quotes.registry import load_registry


class QuotesComponent:
    """Text to attributions with speakers (see quotes.pipeline.attribution for where they lie)."""

    def __init__(self, *, model: str | None = None, speakers: str | None = None) -> None:
        registry = load_registry(Path(speakers) if speakers else None)
        self.steps: list[Callable[[Doc], Doc | None]] = [
            EncoderComponent(Encoder(Path(model) if model else FOLDER)),
            Marks(),
            Attributions(),
            Speakers(registry),
            add_roles,
            add_via,
            add_dates,
        ]

    def __call__(self, doc: Doc) -> Doc:
        for step in self.steps:
            step(doc)
        return doc
