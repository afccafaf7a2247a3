"""Disks that are small, full, or not to be written to."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from .children import WITHOUT_POWERS

BALLAST = "ballast"
BLOCK = 4096


@dataclass(frozen=True)
class Disk:
    """A disk in memory, mounted at a folder."""

    folder: Path

    def fill(self) -> None:
        """Leave no byte."""
        with (self.folder / BALLAST).open("wb", buffering=0) as stream:
            try:
                while stream.write(bytes(BLOCK)):
                    pass
            except OSError:
                return

    def free(self) -> None:
        """Take away what fills it, and make it big enough for everything."""
        (self.folder / BALLAST).unlink(missing_ok=True)
        self.remount("size=256m")

    def remount(self, options: str) -> None:
        """Change its size, or whether it can be written (`ro`, `rw`)."""
        command = ["mount", "-o", f"remount,{options}", str(self.folder)]
        subprocess.run(command, check=True)


@contextmanager
def small_disk(folder: Path, *, size: str) -> Iterator[Disk]:
    """A disk of this size at a new folder; skips the test where we may not mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no permission to mount a disk")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@dataclass(frozen=True)
class Locked:
    """A folder in which nothing can be written, until it is opened; `before` goes before commands
    that are to be held to that."""

    folder: Path
    before: tuple[str, ...]
    open: Callable[[], object]


@contextmanager
def locked_disk(disk: Disk) -> Iterator[Locked]:
    """The whole disk is mounted for reading only."""
    disk.remount("ro")
    yield Locked(disk.folder, (), lambda: disk.remount("rw"))


@contextmanager
def locked_folder(folder: Path) -> Iterator[Locked]:
    """The permissions of the folder allow reading only."""
    folder.chmod(0o555)
    try:
        yield Locked(folder, powerless(), lambda: folder.chmod(0o755))
    finally:
        folder.chmod(0o755)


def powerless() -> tuple[str, ...]:
    """The words before a command that is to be held to permissions; skips where no program does
    it."""
    if os.geteuid() != 0:
        return ()
    if shutil.which(WITHOUT_POWERS[0]) is None:
        pytest.skip("we are root, and there is no setpriv to do without its powers")
    return WITHOUT_POWERS
