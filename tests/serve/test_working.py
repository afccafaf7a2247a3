"""Some requests are worked on at once, others wait, and who would wait too long is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.serve.app import make_app
from quotes.serve.settings import Limits, Settings
from quotes.store import Store

from .conftest import asking
from .finished import finished


def test_more_than_may_wait_are_told_to_come_again(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = asking(newsroom, limits=Limits(threads=1, waiting=0))
    met: list[Any] = []
    real = Store.facets

    def facets(store: Store, *given: Any, **asked: Any) -> Any:
        if not met:
            met.append(None)
            met[:] = [client.get("/api/quotes?limit=1"), client.get("/static/style.css")]
        return real(store, *given, **asked)

    monkeypatch.setattr(Store, "facets", facets)
    assert client.get("/quotes").status_code == 200
    refused, sheet = met
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert refused.json()["error"] == "too many ask at this moment: ask again in some seconds"
    assert sheet.status_code == 200
    assert client.get("/api/quotes?limit=1").status_code == 200


def test_who_has_left_is_not_worked_for(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(Settings(place=str(newsroom)))
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/quotes",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        statuses.append(message.get("status", 0))

    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("it was worked for")

    monkeypatch.setattr(Store, "facets", never)
    finished(app(scope, receive, send))
    assert statuses[0] == 503
