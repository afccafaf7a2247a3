"""An app that is asked in this process, with no server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from anyio.from_thread import start_blocking_portal
from fastapi import FastAPI


class Answer(NamedTuple):
    """The status of HTTP, the media type, and what it is."""

    status: int
    kind: str
    body: bytes


Ask = Callable[[str], Answer]
"""Gives the answer to GET for an address that begins with "/"."""


@contextmanager
def asking(app: FastAPI) -> Iterator[Ask]:
    """A client of the app, which asks for one address after the other; also where an event loop
    runs already, as in a notebook."""
    with start_blocking_portal() as portal:
        yield lambda address: portal.call(_ask, app, address)


async def _ask(app: FastAPI, address: str) -> Answer:
    parts = urlsplit(address)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(b"host", b"localhost")],
        "client": None,
        "server": ("localhost", 80),
    }
    heads: dict[str, Any] = {}
    body = bytearray()

    sent = iter([{"type": "http.request", "body": b"", "more_body": False}])
    gone = asyncio.Event()  # never: nobody hangs up

    async def receive() -> dict[str, Any]:
        for message in sent:
            return message
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        heads.update(message)
        body.extend(message.get("body", b""))

    await app(scope, receive, send)
    kinds = dict(heads["headers"])
    return Answer(heads["status"], kinds.get(b"content-type", b"").decode(), bytes(body))
