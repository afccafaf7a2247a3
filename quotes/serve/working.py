"""For whom is worked: some requests at once, each in a thread, and the others in their order.

More threads than processors make nothing faster, and each takes memory: for SQLite's pages, for the
rows that it reads, and for what it has freed and may want again.
"""

from __future__ import annotations

from collections.abc import Callable

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import Request, Response

from quotes.serve.failures import Refused
from quotes.serve.settings import Limits


class Work:
    """The threads of an app, as many as the limits say."""

    def __init__(self, limits: Limits) -> None:
        self._threads = CapacityLimiter(limits.threads)
        self._waiting = limits.waiting

    async def do(self, request: Request, work: Callable[[], Response]) -> Response:
        """The answer that `work` makes, when it is the request's turn.

        Raises Refused (503) where too many wait already, and where nobody waits for it any more:
        whoever has left, or asked again, is not worked for.
        """
        now = self._threads.statistics()
        if now.borrowed_tokens >= now.total_tokens and now.tasks_waiting >= self._waiting:
            raise Refused(503, "too many ask at this moment: ask again in some seconds")
        async with self._threads:
            if await request.is_disconnected():
                raise Refused(503, "this was not waited for")
            return await run_sync(work)
