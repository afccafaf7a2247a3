"""Failures, each as a page or as JSON: a sentence that says what to do, and never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException

from quotes.errors import (
    AmbiguousError,
    ModelError,
    NotStoredError,
    QuotesError,
    SlowError,
    StoreError,
    UsageError,
    unexpected,
)
from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.rendering import render
from quotes.serve.settings import Settings

log = logging.getLogger(__name__)

_SENTENCES = {
    400: "what was sent cannot be read: send it again, as a form does",
    404: "there is no such page: begin at the start",
    405: "this address is to be read, not written to: follow a link or a form",
}

_TOO_SLOW = "this takes too long: ask for less, such as one speaker or fewer days"
_NOT_NOW = "this cannot be answered now: try again, or tell whoever runs this server, who sees why"


class Failure(Record):
    """Why there is no answer. `error` is a sentence, `candidates` are lines that say how to name
    each of several; `near`: names of what is stored and comes near to `what` is not ("speaker",
    "publisher", "article")."""

    error: str
    candidates: tuple[str, ...] = ()
    what: str = ""
    near: tuple[str, ...] = ()


class Refused(HTTPException):
    """A request that is not answered: an HTTP status, and a sentence that says why."""


def failing(app: FastAPI) -> None:
    """Let the app answer errors as this module does."""
    for kind in (QuotesError, RequestValidationError, StarletteHTTPException):
        app.add_exception_handler(kind, _handled)


def answer(request: Request, error: Exception) -> Response:
    """An error as the answer to a request: JSON below /api, else a page."""
    settings = request.app.state.settings
    status, failure = status_of(error), failure_of(error, settings)
    headers = dict(getattr(error, "headers", None) or {}) | {"Cache-Control": "no-store"}
    if status == 503:
        headers["Retry-After"] = "2"
    path = request.url.path
    if path.startswith("/api/"):
        words, kind = failure.model_dump_json(), "application/json"
    else:
        shown = {"failure": failure, "path": path, "settings": settings}
        words, kind = render("failure.html", **shown, asked=Question()), "text/html"
    return Response(words.encode("utf8", "replace"), status, headers, media_type=kind)


def _handled(request: Request, error: Exception) -> Response:
    return answer(request, error)


def status_of(error: Exception) -> int:
    """The HTTP status that says what kind of error it is."""
    if isinstance(error, StarletteHTTPException):
        return error.status_code
    if isinstance(error, NotStoredError):
        return 404
    if isinstance(error, UsageError | AmbiguousError | SlowError | RequestValidationError):
        return 422
    return 503 if isinstance(error, StoreError) else 500


def failure_of(error: Exception, settings: Settings) -> Failure:
    """The sentence that says what is wrong. Where others can reach the server, what names the
    database, or nobody foresaw, is logged and not shown: paths of this machine stand in it."""
    if isinstance(error, StarletteHTTPException):
        known = {} if isinstance(error, Refused) else _SENTENCES
        return Failure(error=known.get(error.status_code, str(error.detail)))
    if isinstance(error, AmbiguousError):
        return Failure(error=str(error), candidates=error.candidates)
    if isinstance(error, NotStoredError):
        return Failure(error=str(error), what=error.what, near=error.near)
    if isinstance(error, RequestValidationError):
        return Failure(error=_wrong(error.errors()))
    is_known = isinstance(error, QuotesError)
    sentence = str(error) if is_known else unexpected(error)
    is_shown = settings.is_local or (is_known and not isinstance(error, StoreError | ModelError))
    if not (is_known and is_shown):
        log.error("%s", sentence)
    if is_shown:
        return Failure(error=sentence)
    return Failure(error=_TOO_SLOW if isinstance(error, SlowError) else _NOT_NOW)


def _wrong(errors: Iterable[Mapping[str, Any]]) -> str:
    """The parameters that cannot be, each with why."""
    found = {}
    for one in errors:
        place, *names = (str(part) for part in one["loc"])
        found[" ".join(names) or place] = str(one["msg"]).removeprefix("Input should be ")
    return "; ".join(
        "this is needed: " + name if why == "Field required" else f"{name} must be {why}"
        for name, why in found.items()
    )
