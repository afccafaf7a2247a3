"""Addresses of each kind of page over the store of `tests.serve.newsroom`, to test them all."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote as escaped

from fastapi import FastAPI

from quotes.store import Store

from .newsroom import HOSTILE

_ALL = "act=all&factuality=all"


def visits(place: Path, app: FastAPI) -> dict[str, list[str]]:
    """Addresses to read, by the path of their page; fails for a page of the app that has none."""
    with Store(place, read_only=True) as store:
        (twice, *_), (evil, *_) = store.quotes(speaker="Moreau"), store.quotes(article=HOSTILE)
    hostile = escaped(HOSTILE, safe="")
    known = {
        "/": ["/"],
        "/quotes": [
            f"/quotes?{_ALL}",
            "/quotes?words=bridge&in=all&speaker=Moreau&since=2021-01-01",
            "/quotes?unique=true&limit=2",
            "/quotes?speaker=Zorro",
        ],
        "/speakers": [f"/speakers?{_ALL}"],
        "/articles": ["/articles"],
        "/article": ["/article?id=bridge.html", f"/article?id={hostile}"],
        "/quote/{id}": [f"/quote/{evil.id}"],
        "/saying/{id}": [f"/saying/{twice.id}"],
        "/speaker": ["/speaker?name=Moreau", "/speaker?name=Harbour+Council"],
        "/compare": ["/compare", "/compare?by=speaker&of=Moreau&of=Berg"],
        "/audit": ["/audit", "/audit?by=gender&across=publisher"],
        "/check": ["/check"],
        "/doubts": ["/doubts"],
        "/correct/{id}": [f"/correct/{twice.id}"],
        "/fixes": ["/fixes"],
    }
    pages = app.openapi()["paths"].items()
    paths = [path.removeprefix("/api") for path, methods in pages if "get" in methods]
    assert set(paths) <= set(known), "give each page an address here"
    return {path: known[path] for path in paths}
