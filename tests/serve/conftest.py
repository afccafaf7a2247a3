"""A store, a client that asks the app, a server that runs, and a browser that watches itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi.testclient import TestClient

from quotes.serve.app import make_app
from quotes.serve.settings import Settings

from .newsroom import make_newsroom

HERE = "http://127.0.0.1:8000"
CHROMIUM = shutil.which("chromium")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)

Ask = Callable[..., TestClient]


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests.serve.newsroom`, only to be read."""
    return make_newsroom(tmp_path_factory.mktemp("newsroom") / "news.db")


@pytest.fixture
def own_newsroom(tmp_path: Path) -> Path:
    """The same, of the test's own, to be written to."""
    return make_newsroom(tmp_path / "news.db")


@pytest.fixture
def client(newsroom: Path) -> TestClient:
    """Asks an app over the store that all share."""
    return asking(newsroom)


def asking(place: Path | str, **settings: Any) -> TestClient:
    """A client that asks an app over a store, started with these settings. An error that the app
    does not answer is raised."""
    app = make_app(Settings(place=str(place), **settings))
    return TestClient(app, base_url=HERE, follow_redirects=False)


def editing(place: Path | str) -> TestClient:
    """A client that shows the token of an app by which quotes can be corrected."""
    client = asking(place, edit=True, token="of-ours")
    client.headers["authorization"] = "Bearer of-ours"
    return client


class Server(NamedTuple):
    """`quotes serve` in a process of its own: its address and the process."""

    address: str
    process: subprocess.Popen[str]


@contextmanager
def serving(place: Path, *options: str) -> Iterator[Server]:
    """Run `quotes serve` over a store at a free port of this machine, until the end."""
    command = [sys.executable, "-m", "quotes", "serve", "--port", "0", "--db", str(place)]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        yield Server(found[0], process)
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


@pytest.fixture(scope="session")
def server(newsroom: Path) -> Iterator[str]:
    """The address, with a slash at its end, of one server for all tests of the browser."""
    with serving(newsroom) as found:
        yield found.address


class Watched(NamedTuple):
    """A page of the browser; `requests`: what it asked for; `said`: the messages of its console;
    `failed`: requests that would have left this machine, or got no picture, sheet or script, and
    errors of scripts. A page that tells an error is none."""

    page: Any
    requests: list[str]
    said: list[str]
    failed: list[str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of a run.

    Where there is none the test is skipped, or fails if QUOTES_NEED_BROWSER is 1.
    """
    if CHROMIUM is None:
        why = "no chromium: apt-get install chromium"
        if os.environ.get("QUOTES_NEED_BROWSER") == "1":
            pytest.fail(why, pytrace=False)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield chromium
        chromium.close()


@contextmanager
def watching(browser: Any, **context: Any) -> Iterator[Watched]:
    """A page of a new context (`viewport`, `color_scheme`, `java_script_enabled`, … as Playwright
    has them), which can reach this machine only. At the end nothing must have failed."""
    with browser.new_context(**context) as made:
        page = made.new_page()
        page.set_default_timeout(10_000)
        watched = Watched(page, [], [], [])

        def look(route: Any) -> None:
            url = route.request.url
            watched.requests.append(url)
            if re.match(r"file:|https?://(127\.0\.0\.1|localhost)[:/]", url):
                route.continue_()
            else:
                watched.failed.append(url)
                route.abort()

        def hear(message: Any) -> None:
            if not message.text.startswith("Failed to load resource"):  # see() knows better
                watched.said.append(message.text)

        def see(response: Any) -> None:
            if response.status >= 400 and response.request.resource_type != "document":
                watched.failed.append(f"{response.status} {response.url}")

        made.route("**/*", look)
        page.on("console", hear)
        page.on("response", see)
        page.on("pageerror", lambda error: watched.failed.append(str(error)))
        yield watched
        assert not watched.failed
        assert not watched.said


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A page of a desktop's width, see `watching`."""
    with watching(browser, viewport={"width": 1280, "height": 900}) as found:
        yield found
