"""A store of its own for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quotes.store import Store

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where no database is yet."""
    return tmp_path / "quotes.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store that can be written."""
    with Store(path) as opened:
        yield opened


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that every user can reach (the one of pytest is its user's own)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
