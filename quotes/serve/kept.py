"""Answers that are kept as long as nothing is written, by us and by the browser.

An answer is known by a tag (HTTP's ETag), which is another one for another address, and after any
process has written to the store. A browser that shows the tag has the answer already; for whoever
else asks it is there, unless others took its room.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from fastapi import Request, Response

from quotes import __version__
from quotes.store import Store

ROOM, LARGEST = 8_000_000, 400_000
"""Bytes of all answers that are kept, and of the largest one."""


class Kept:
    """The answers of an app that were asked for last."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Response] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def find(self, request: Request, tag: str) -> Response | None:
        """The answer of a tag: only that it is still the one, to a browser that has it (304); None
        where it must be made."""
        shown = request.headers.get("if-none-match", "").split(",")
        if tag in (one.strip().removeprefix("W/") for one in shown):
            return Response(status_code=304, headers={"etag": tag})
        with self._lock:
            found = self._answers.get(tag)
            if found is None:
                return None
            self._answers.move_to_end(tag)
        return Response(found.body, headers=dict(found.headers))

    def keep(self, tag: str, made: Response) -> None:
        """Give an answer its tag, and keep it unless it is no page or too large."""
        if made.status_code != 200:
            return
        made.headers["etag"] = tag
        if len(made.body) > LARGEST:
            return
        with self._lock:
            if tag not in self._answers:
                self._answers[tag] = Response(made.body, headers=dict(made.headers))
                self._size += len(made.body)
            while self._size > ROOM:
                _, oldest = self._answers.popitem(last=False)
                self._size -= len(oldest.body)


def tag_of(request: Request, store: Store, csrf: str) -> str:
    """The tag of what is asked for: of this version, in a browser that may correct with `csrf`."""
    parts = (__version__, csrf, store.state(), str(request.url))
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'
