"""A PostgreSQL server of the tests' own, which lasts as long as they do.

    with serve() as server, server.database() as url:
        ...  # url: postgresql+psycopg://…, an empty database that a user without powers owns

The server itself is run by `postgres_keeper.py`, in a process that outlives killed tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from . import postgres_keeper

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs, by version: they are on no PATH."""

USER = "reporter"
"""The owner of the databases of the tests: not the superuser, as with most users."""

MEMORY = Path("/dev/shm")
"""A disk in memory, where there is one: a new database takes 20 ms there, on a real disk 100."""

ROOM = 2**30
"""Bytes that have to be free there for each server of a run; a container may have a few megabytes
only."""


class NoPostgres(Exception):
    """Why there can be no server here, in one line."""


@dataclass
class Server:
    """A server that runs, with all that it keeps in one folder."""

    folder: Path
    port: int
    password: str
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str, user: str = USER) -> str:
        """The URL of a database, as `Store` takes it."""
        return f"postgresql+psycopg://{user}:{self.password}@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def database(self, *, options: str = "TEMPLATE template0") -> Iterator[str]:
        """The URL of a new and empty database, which is gone afterwards.

        `options` are those of CREATE DATABASE, such as a locale of its own.
        """
        name = f"test_{next(self._numbers)}"
        with self._superuser() as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER {USER} {options}")
        try:
            yield self.url(name)
        finally:
            with self._superuser() as connection:
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def make_user(self) -> None:
        """Make USER, who owns the databases."""
        with self._superuser() as connection:
            connection.execute(f"CREATE ROLE {USER} LOGIN PASSWORD '{self.password}'")

    def _superuser(self) -> Any:
        import psycopg

        url = self.url("postgres", "postgres").replace("+psycopg", "")
        return psycopg.connect(url, autocommit=True)


@contextmanager
def serve() -> Iterator[Server]:
    """A new server; raises NoPostgres where none can be."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="quotes-pg-", dir=_quick_place()))
    keeper = subprocess.Popen(
        [sys.executable, "-I", postgres_keeper.__file__, programs, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for the tests: they end first, and then the server
    )
    with keeper:
        assert keeper.stdin and keeper.stdout
        try:
            answer = keeper.stdout.readline().strip()
            if not answer.isdigit():
                raise NoPostgres(f"no PostgreSQL server could be started: {answer}")
            server = Server(folder, int(answer), (folder / postgres_keeper.PASSWORD).read_text())
            server.make_user()
            yield server
        finally:
            keeper.stdin.close()


def find_programs() -> Path:
    """The folder of initdb and postgres, Debian's newest first; raises NoPostgres."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise NoPostgres("no psycopg: pip install 'quotes[postgres]'") from error
    for found in sorted(DEBIAN.glob("*/bin/initdb"), key=_version, reverse=True):
        if (found.parent / "postgres").exists():
            return found.parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoPostgres("no PostgreSQL server here: install Debian's package postgresql")
    return Path(on_path).resolve().parent


def _quick_place() -> Path | None:
    """Where to put the server; None for the usual place of temporary files."""
    room = ROOM * int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < room:
        return None
    return MEMORY


def _version(program: Path) -> int:
    return int("".join(re.findall(r"\d", program.parts[-3])) or 0)
