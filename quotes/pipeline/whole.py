"""All steps in their order: each by its name, and all of them as one component."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spacy.tokens import Doc

from quotes.encoder.place import FOLDER
from quotes.encoder.session import Encoder, Scores, read_config
from quotes.pipeline.attribution import write_attributions
from quotes.pipeline.attributions import Attributions
from quotes.pipeline.attributions.confidence import Confidence
from quotes.pipeline.attributions.contents import mend_contents
from quotes.pipeline.attributions.factuality import add_factuality
from quotes.pipeline.attributions.nested import unnest
from quotes.pipeline.attributions.passives import turn_passives
from quotes.pipeline.attributions.sources import mend_sources
from quotes.pipeline.attributions.via import add_via
from quotes.pipeline.dates.said_on import add_dates
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.layout.asides import leave_out_asides
from quotes.pipeline.layout.marks import Marks
from quotes.pipeline.layout.signatures import read_signatures
from quotes.pipeline.layout.transcripts import read_transcripts
from quotes.pipeline.lemmas import set_lemmas
from quotes.pipeline.roles.affiliations import Affiliations
from quotes.pipeline.roles.best import add_roles
from quotes.pipeline.speakers import Speakers
from quotes.registry import load_registry

Step = Callable[[Doc], Doc]

STEPS = (
    "quotes_encoder", "quotes_marks", "quotes_attributions", "quotes_sources", "quotes_contents",
    "quotes_nested", "quotes_passives",
    "quotes_signatures", "quotes_transcripts", "quotes_factuality", "quotes_asides",
    "quotes_speakers", "quotes_roles", "quotes_affiliations", "quotes_via", "quotes_dates",
    "quotes_spans",
)  # fmt: skip
"""The steps in their order."""

_PLAIN: dict[str, Step] = {
    "quotes_marks": Marks(),
    "quotes_sources": mend_sources,
    "quotes_contents": mend_contents,
    "quotes_nested": unnest,
    "quotes_passives": turn_passives,
    "quotes_signatures": read_signatures,
    "quotes_transcripts": read_transcripts,
    "quotes_factuality": add_factuality,
    "quotes_asides": leave_out_asides,
    "quotes_roles": add_roles,
    "quotes_via": add_via,
    "quotes_dates": add_dates,
    "quotes_spans": write_attributions,
    "quotes_lemmas": set_lemmas,
}


def make_step(name: str, *, model: str | None = None, speakers: str | None = None) -> Step:
    """The step of one of the names in `STEPS`, or "quotes_lemmas"; for `model` and `speakers` see
    `quotes.pipeline.factories.make_quotes`."""
    folder = Path(model) if model else FOLDER
    own = Path(speakers) if speakers else None
    made: dict[str, Callable[[], Step]] = {
        "quotes_encoder": lambda: EncoderComponent(Encoder(folder)),
        "quotes_attributions": lambda: Attributions(Confidence.from_config(read_config(folder))),
        "quotes_speakers": lambda: Speakers(load_registry(own)),
        "quotes_affiliations": lambda: Affiliations(load_registry(own)),
    }
    return made[name]() if name in made else _PLAIN[name]


def finding(
    encode: Callable[[Doc], Scores], confidence: Callable[[list[float]], float]
) -> list[Step]:
    """The steps that find attributions: content, cue, source, kind, act, factuality."""
    own: dict[str, Step] = {
        "quotes_encoder": EncoderComponent(encode),
        "quotes_attributions": Attributions(confidence),
    }
    last = STEPS.index("quotes_factuality")
    return [own.get(name) or make_step(name) for name in STEPS[: last + 1]]


class QuotesComponent:
    """Text to attributions with speakers (see quotes.pipeline.attribution for where they lie)."""

    def __init__(self, *, model: str | None = None, speakers: str | None = None) -> None:
        make = partial(make_step, model=model, speakers=speakers)
        self.steps = [make(name) for name in STEPS]

    def __call__(self, doc: Doc) -> Doc:
        for step in self.steps:
            doc = step(doc)
        return doc
