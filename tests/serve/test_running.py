"""`quotes serve` as a process: one line at its start, one for what is wrong, and a quiet end."""

from __future__ import annotations

import asyncio
import builtins
import re
import signal
import socket
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from quotes.cli.app import app
from quotes.serve.running import listening

from .conftest import serving
from .finished import finished


def _serve(*options: str) -> Result:
    return CliRunner().invoke(app, ["serve", "--port", "0", *options])


def test_it_says_where_and_ends_when_told(newsroom: Path) -> None:
    with serving(newsroom) as server:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", server.address)
        with urllib.request.urlopen(f"{server.address}api/quotes?limit=1") as answer:
            assert answer.headers["server"] is None
            assert b'"total":8' in answer.read()
        server.process.send_signal(signal.SIGINT)
        assert server.process.stderr
        assert server.process.stderr.read() == "quotes: stopped\n"
        assert server.process.wait(20) == 130


def test_who_can_correct_must_have_the_token(newsroom: Path) -> None:
    with serving(newsroom, "--edit", "--token", "of-ours") as server:
        bare, _, token = server.address.partition("?")
        assert token == "token=of-ours"
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(bare)


def test_a_token_is_made_up_where_others_can_reach_it(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    monkeypatch.setattr("quotes.serve.running.serve", lambda *given: started.append(given[0]))
    for options in ([], ["--host", "0.0.0.0"], ["--edit"], ["--host", "::1"], ["--token", "x"]):
        assert _serve("--db", str(newsroom), *options).exit_code == 0
    tokens = [settings.token for settings in started]
    assert [token is None for token in tokens] == [True, False, False, True, False]
    assert tokens[-1] == "x"
    assert len(tokens[1]) >= 32
    assert tokens[1] != tokens[2]


def test_a_taken_port_is_one_line(newsroom: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = _serve("--db", str(newsroom), "--port", port)
    assert result.exit_code == 1
    assert result.stderr == (
        f"quotes: cannot listen at 127.0.0.1 port {port} (address already in use): "
        "take another --port\n"
    )


def test_an_answer_is_sent_at_once() -> None:
    """Not when what was sent before it is acknowledged, for which a client takes its time."""
    nodelay: list[int] = []

    async def look(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = writer.get_extra_info("socket")
        nodelay.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def ask() -> None:
        with listening("127.0.0.1", 0) as listener:
            async with await asyncio.start_server(look, sock=listener):
                reader, writer = await asyncio.open_connection(*listener.getsockname())
                await reader.read()
                writer.close()

    finished(ask())
    assert nodelay
    assert all(nodelay)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--db", "none.db"], "quotes add"),
        (["--host", "no.such.host.invalid"], "cannot listen at no.such.host.invalid"),
        (["--token", "Ω"], "a token is letters, digits"),
    ],
)
def test_what_is_wrong_is_one_line(
    own_newsroom: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], sentence: str
) -> None:
    monkeypatch.chdir(own_newsroom.parent)
    result = _serve("--db", own_newsroom.name, *options)
    assert result.exit_code in (1, 2)
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_missing_extra_is_named(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def importing(name: str, *rest: Any) -> Any:
        if name == "quotes.serve.running":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return real(name, *rest)

    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", importing)
    result = _serve("--db", str(newsroom))
    assert result.exit_code == 1
    assert result.stderr == "quotes: uvicorn is missing: pip install 'quotes[serve]'\n"
