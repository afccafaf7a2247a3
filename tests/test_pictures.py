"""An empty picture; `test_offline.py` shows that matplotlib leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotes.pictures import new_figure


def test_a_picture_of_its_size(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    new_figure(2, 1).savefig(path, dpi=100)
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (head[16:20], head[20:24]) == ((200).to_bytes(4), (100).to_bytes(4))


def test_the_environment_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "mine")
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    before = dict(os.environ)
    new_figure(2, 1)
    assert dict(os.environ) == before
