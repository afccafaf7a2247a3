"""Work counted in steps, which no other program on the machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import quotes

PACKAGE = str(Path(quotes.__file__).parent)


def steps(work: Callable[[], object]) -> int:
    """How many functions, those of libraries too, are called while something is done, and how many
    lines of our own are run, each turn of a loop anew."""
    count = 0

    def call(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def enter(frame: FrameType, event: str, arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.getprofile(), sys.gettrace()
    sys.setprofile(call)
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.setprofile(before[0])
        sys.settrace(before[1])
    return count
