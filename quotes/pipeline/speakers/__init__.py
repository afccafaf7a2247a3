"""Finding speakers: names, pronouns, roles, bodies and crowds become them."""

from __future__ import annotations

from quotes.pipeline.speakers.component import Speakers
from quotes.pipeline.speakers.resolve import resolve_speakers

__all__ = ["Speakers", "resolve_speakers"]
