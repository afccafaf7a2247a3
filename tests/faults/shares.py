"""A folder of another machine: a true network file system (sshfs) whose other end runs here."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

KIND = "fuse.sshfs"
SERVERS = ("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")

ANSWER = """#!/bin/sh
echo $$ > {note}
exec {server}
"""
"""Stands for the way to the other machine: sshfs talks to a server that it starts itself."""


@dataclass(frozen=True)
class Share:
    """The folder as it is seen here, and where the server has it."""

    folder: Path
    there: Path
    note: Path

    def cut(self) -> None:
        """End the server: whatever is asked from now on gets no answer but an error."""
        os.kill(int(self.note.read_text()), signal.SIGKILL)


@contextmanager
def share(place: Path) -> Iterator[Share]:
    """Mounted at new folders in a place; skips the test where that cannot be."""
    server = next(filter(shutil.which, SERVERS), None)
    if server is None or not shutil.which("sshfs") or not os.access("/dev/fuse", os.W_OK):
        pytest.skip("no sshfs and sftp-server (Debian: apt-get install sshfs openssh-sftp-server)")
    made = Share(place / "seen", place / "there", place / "server")
    made.folder.mkdir()
    made.there.mkdir()
    way = place / "way"
    way.write_text(ANSWER.format(note=made.note, server=server))
    way.chmod(0o755)
    command = ["sshfs", "-o", f"ssh_command={way}", f"there:{made.there}", str(made.folder)]
    mounted = subprocess.run(["timeout", "30", *command], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"sshfs cannot mount here: {mounted.stderr}")
    try:
        yield made
    finally:
        # It may have gone already: sshfs ends with its server, and takes the folder away.
        subprocess.run(["umount", "--lazy", str(made.folder)], capture_output=True)
        assert f" {made.folder} " not in Path("/proc/self/mountinfo").read_text("utf8")
