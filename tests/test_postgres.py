"""The server that tests run against is theirs alone, and goes with them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from . import conftest
from .postgres import NoPostgres, Server

ROOT = Path(__file__).parents[1]

LOOKS = 1200
"""How often to look, a twentieth of a second apart, whether a server has gone."""

HOLD = """
import sys, time
from tests.postgres import serve
with serve() as server:
    print(server.folder, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("_time", range(2))
def test_each_test_has_an_empty_database(postgres_db: str, _time: int) -> None:
    import psycopg

    with psycopg.connect(postgres_db.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE mine (words TEXT)")
        found = connection.execute("SHOW server_encoding").fetchone()
        powers = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER")
        assert (found, powers.fetchone()) == (("UTF8",), (False,))


def test_nobody_else_gets_in(postgres: Server) -> None:
    import psycopg

    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://postgres:guess@127.0.0.1:{postgres.port}/postgres")


def test_it_goes_with_the_tests_however_they_end(postgres: Server) -> None:
    """The fixture is asked for only to skip this test where there can be no server."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with child:
        assert child.stdout
        folder = Path(child.stdout.readline().strip())
        assert (folder / "data").is_dir()
        child.kill()
    for _ in range(LOOKS):
        if not folder.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{folder} is still there")


def test_without_a_server_tests_are_skipped_unless_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere() -> None:
        raise NoPostgres("no PostgreSQL server here")

    monkeypatch.setattr(conftest, "serve", nowhere)
    fixture = conftest.postgres.__wrapped__  # type: ignore[attr-defined]
    monkeypatch.delenv("QUOTES_NEED_POSTGRES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no PostgreSQL"):
        next(fixture())
    monkeypatch.setenv("QUOTES_NEED_POSTGRES", "1")
    with pytest.raises(pytest.fail.Exception, match="no PostgreSQL"):
        next(fixture())
