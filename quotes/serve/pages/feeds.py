"""A list as a file: CSV, JSON lines, and an Atom feed of what is new in it."""

from __future__ import annotations

from quotes.serve.views import Views

views = Views()
