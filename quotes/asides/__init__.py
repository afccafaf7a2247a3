"""Text around the story: appeals, boxes, links, captions, notices. It is marked, not cut."""

from __future__ import annotations

from quotes.asides.find import Aside, find_asides

__all__ = ["Aside", "find_asides"]
