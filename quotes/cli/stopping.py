"""How a command is stopped: Ctrl-C (SIGINT) and SIGTERM, at any moment, end it in one line.

Before a command runs nothing is open, and `leave` ends the process at once: an exception in the
middle of imports may be taken for something else, or come out as a traceback. While a command runs
`stoppable` raises Stopped, so that what is open is closed; whoever asks twice is not kept waiting.
Nothing is half written in either case: databases hold transactions, and files are renamed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

SIGNALS = (signal.SIGINT, signal.SIGTERM)
MESSAGE = b"quotes: stopped\n"


class Stopped(KeyboardInterrupt):
    """The command was told to stop; `code` is the exit code that says by which signal."""

    def __init__(self, number: int = signal.SIGINT) -> None:
        super().__init__()
        self.code = 128 + number


def leave(number: int, frame: FrameType | None = None) -> NoReturn:
    """End the process at once, in one line: a handler of signals."""
    with contextlib.suppress(OSError):
        os.write(2, MESSAGE)
    os._exit(128 + number)


def leave_when_told() -> None:
    """Let the signals end the process at once from now on; those that whoever started it has made
    it ignore (nohup, a shell's background) stay ignored."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """While this lasts the signals raise Stopped, once; the next one ends the process at once, and
    so does one that came where no exception can be raised. A process forked meanwhile, which
    whoever started it waits for, ends without a word."""
    ours = os.getpid()

    def stop(number: int, frame: FrameType | None) -> None:
        if os.getpid() != ours:
            os._exit(128 + number)
        leave_when_told()
        raise Stopped(number)

    def lost(error: sys.UnraisableHookArgs) -> None:
        if isinstance(error.exc_value, Stopped):
            leave(error.exc_value.code - 128)
        before(error)

    before = sys.unraisablehook
    handlers = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        sys.unraisablehook = lost
        for number, handler in handlers.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, stop)
        yield
    finally:
        sys.unraisablehook = before
        for number, handler in handlers.items():
            signal.signal(number, handler)
