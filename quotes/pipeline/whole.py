"""All components in their order, as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

from quotes.encoder.place import FOLDER
from quotes.encoder.session import Encoder, Scores
from quotes.pipeline.affiliations import Affiliations
from quotes.pipeline.asides import leave_out_asides
from quotes.pipeline.attribution import attributions, write_attributions
from quotes.pipeline.attributions import Attributions
from quotes.pipeline.attributions.confidence import Confidence
from quotes.pipeline.dates import add_dates
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.factuality import add_factuality
from quotes.pipeline.marks import Marks
from quotes.pipeline.nesting import unnest
from quotes.pipeline.passives import turn_passives
from quotes.pipeline.roles import add_roles
from quotes.pipeline.signatures import read_signatures
from quotes.pipeline.speakers import Speakers
from quotes.pipeline.transcripts import read_transcripts
from quotes.pipeline.via import find_via
from quotes.registry import Registry, load_registry

Step = Callable[[Doc], Doc | None]


def finding(
    encode: Callable[[Doc], Scores], confidence: Callable[[list[float]], float]
) -> list[Step]:
    """The steps that find attributions: content, cue, source, kind, act, factuality."""
    return [
        EncoderComponent(encode),
        Marks(),
        Attributions(confidence),
        unnest,
        turn_passives,
        read_signatures,
        read_transcripts,
        add_factuality,
    ]


def reading(
    encode: Callable[[Doc], Scores], confidence: Callable[[list[float]], float], registry: Registry
) -> list[Step]:
    """All steps: those that find attributions, and those that tell who it was and when."""
    return [
        *finding(encode, confidence),
        leave_out_asides,
        Speakers(registry),
        add_roles,
        Affiliations(registry),
        _add_via,
        add_dates,
    ]


class QuotesComponent:
    """Text to attributions with speakers (see quotes.pipeline.attribution for where they lie)."""

    def __init__(self, *, model: str | None = None, speakers: str | None = None) -> None:
        registry = load_registry(Path(speakers) if speakers else None)
        encoder = Encoder(Path(model) if model else FOLDER)
        self.steps = reading(encoder, Confidence.from_config(encoder.config), registry)

    def __call__(self, doc: Doc) -> Doc:
        for step in self.steps:
            step(doc)
        write_attributions(doc)
        return doc


def _add_via(doc: Doc) -> None:
    for attribution in attributions(doc):
        attribution.via = find_via(attribution, doc)
