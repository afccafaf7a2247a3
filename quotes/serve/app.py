"""The app: all pages, guarded."""

from __future__ import annotations

from importlib import import_module

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from quotes import __version__
from quotes.serve.failures import failing
from quotes.serve.guard import Guard
from quotes.serve.kept import Kept
from quotes.serve.settings import Settings
from quotes.serve.working import Work

PAGES = (
    "start",
    "lists",
    "feeds",
    "article",
    "saying",
    "speaker",
    "compare",
    "audit",
    "check",
    "correct",
)
"""The modules of `quotes.serve.pages`; each has its `views`."""


def make_app(settings: Settings) -> FastAPI:
    """An ASGI app that answers as the settings say; /api/openapi.json describes its JSON."""
    app = FastAPI(
        title="quotes",
        version=__version__,
        summary="Who said what in the news",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.work = Work(settings.limits)
    app.state.kept = Kept()
    failing(app)
    for name in PAGES:
        app.include_router(import_module(f"quotes.serve.pages.{name}").views.router)
    app.mount("/static", StaticFiles(packages=[("quotes.serve", "static")]), name="static")
    app.add_middleware(Guard, settings=settings)
    return app
