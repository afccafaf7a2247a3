"""Keeps a PostgreSQL server for the tests: `tests.postgres` starts it.

    python -I tests/postgres_keeper.py PROGRAMS FOLDER

Makes a cluster in the empty folder, says the port of its server, and takes all away when standard
input ends. That happens however the tests end, also when they are killed.
"""

from __future__ import annotations

import locale
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PASSWORD = "password"
"""The file in the server's folder that holds the password of its superuser and of USER."""

SETTINGS = (
    "listen_addresses=127.0.0.1",
    "fsync=off",  # nothing here has to outlive the machine
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=50",
    "autovacuum=off",
    "max_wal_size=64MB",
    "min_wal_size=32MB",
    "timezone=UTC",
)

LOOKS = 6000
"""How often to look, a hundredth of a second apart, whether a server has started."""

PATIENCE = 10
"""Seconds in which a server ends after each signal."""


def keep(programs: Path, folder: Path) -> None:
    """Run a server in the folder until standard input ends; then remove the folder."""
    server = None
    try:
        _make_cluster(programs, folder)
        server, port = _start(programs, folder)
        print(port, flush=True)
        sys.stdin.read()
    except OSError as error:
        print(" ".join(str(error).split()), flush=True)
    finally:
        if server:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(programs: Path, folder: Path) -> None:
    password = folder / PASSWORD
    password.write_text(secrets.token_hex(16))
    if os.geteuid() == 0:
        for path in (folder, password):
            shutil.chown(path, _unprivileged())
    options = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={password}"]
    options += ["--encoding=UTF8", f"--locale={_locale()}", "--no-sync", "--no-instructions"]
    made = subprocess.run(
        [programs / "initdb", *options, "-D", folder / "data"],
        capture_output=True,
        text=True,
        **_as_a_user(folder),
    )
    if made.returncode:
        raise OSError(f"initdb: {made.stderr}")


def _start(programs: Path, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A server that takes connections, and its port: another, if somebody just took that."""
    for attempts_left in (2, 1, 0):
        port = _free_port()
        settings = [*SETTINGS, f"port={port}", f"unix_socket_directories={folder}"]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", *(f"--{one}" for one in settings)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **_as_a_user(folder),
            )
        try:
            _wait_until_ready(server, folder)
        except OSError:
            _stop(server)
            if not attempts_left:
                raise
        else:
            return server, port
    raise AssertionError("not reached")


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    """The last line that a server writes to its file of state is "ready"."""
    state = folder / "data" / "postmaster.pid"
    for _ in range(LOOKS):
        if state.exists() and state.read_text().rstrip().endswith("ready"):
            return
        if server.poll() is not None:
            break
        time.sleep(0.01)
    raise OSError(f"postgres: {(folder / 'log').read_text(errors='replace')[-1000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End it at once, with all that are connected; more harshly where it takes too long."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(number)
        try:
            server.wait(PATIENCE)
            return
        except subprocess.TimeoutExpired:
            continue


def _as_a_user(folder: Path) -> dict[str, Any]:
    """How to start a program of PostgreSQL, which refuses to run for root."""
    common: dict[str, Any] = {"cwd": folder}
    if os.geteuid() == 0:
        common |= {"user": _unprivileged(), "extra_groups": []}
    return common


def _unprivileged() -> str:
    import pwd

    return "postgres" if any(one.pw_name == "postgres" for one in pwd.getpwall()) else "nobody"


def _locale() -> str:
    try:
        locale.setlocale(locale.LC_ALL, "C.UTF-8")
    except locale.Error:
        return "C"
    return "C.UTF-8"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
