"""Every benchmark can be loaded: what it takes from the project is still there."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
ELSEWHERE = {"fuzz_readers"}  # needs a library that the tests do not install


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ELSEWHERE)
)
def test_loads(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    importlib.import_module(f"benchmarks.{name}")
