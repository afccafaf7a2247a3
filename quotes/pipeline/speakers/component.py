"""The step that finds the speakers, with a registry of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from quotes.pipeline.speakers.resolve import resolve_speakers
from quotes.registry import Registry, load_registry


@dataclass
class Speakers:
    """Adds a speaker to every attribution of a Doc; see `resolve_speakers`."""

    registry: Registry = field(default_factory=load_registry)

    def __call__(self, doc: Doc) -> Doc:
        """Changes the Doc in place and returns it."""
        resolve_speakers(doc, self.registry)
        return doc
