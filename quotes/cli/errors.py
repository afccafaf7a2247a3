"""How a command ends: every error is one line on stderr, and an exit code that scripts can use."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from quotes.cli.stopping import Stopped, stoppable
from quotes.cli.text import clean
from quotes.errors import AmbiguousError, QuotesError, UsageError, unexpected

FAILED, WRONG_USE, SOME_FAILED, INTERRUPTED = 1, 2, 3, 130


@contextlib.contextmanager
def extra(name: str) -> Iterator[None]:
    """Raise QuotesError, which says how to get it, where the extra of this name is missing for what
    is imported."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise QuotesError(f"{error.name} is missing: pip install 'quotes[{name}]'") from error


class QuotesGroup(TyperGroup):
    """The group of all commands, which turns whatever goes wrong into one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what it printed has left the process when this returns."""
        with _own_endings():
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command line and exit: 0 fine, 1 failed, 2 wrong use, 3 some inputs failed."""
        extra["standalone_mode"] = False
        try:
            result = super().main(*args, **extra)
            code = result if isinstance(result, int) else 0
        except Exception as error:
            if os.environ.get("QUOTES_DEBUG") and not _is_expected(error):
                raise
            code = _report(error)
        sys.exit(_flushed(code))


class _Ended(Exception):
    """The command ended otherwise than by itself; `code` is its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class _OutputClosed(_Ended):
    """Whoever read our output has gone, as `head` does (0), or there never was an output (1)."""


class _Interrupted(_Ended):
    """Ctrl-C, or SIGTERM."""


@contextlib.contextmanager
def _own_endings() -> Iterator[None]:
    """Keep the endings that are no errors from Typer's own treatment."""
    try:
        with stoppable():
            yield
    except OSError as error:
        if _is_closed(error):
            raise _OutputClosed(FAILED if error.errno == errno.EBADF else 0) from error
        raise
    except KeyboardInterrupt as error:
        raise _Interrupted(error.code if isinstance(error, Stopped) else INTERRUPTED) from error


def _is_closed(error: OSError) -> bool:
    """True for an error of writing to a standard output that is closed, or that nobody reads."""
    return error.errno in (errno.EPIPE, errno.EBADF) and error.filename is None


def _is_expected(error: Exception) -> bool:
    return isinstance(error, QuotesError | _Ended) or _is_usage(error)


def _is_usage(error: Exception) -> bool:
    """True if Typer found the call wrong; where its exceptions live depends on its version."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def _report(error: Exception) -> int:
    """Say in one line what went wrong; returns the exit code."""
    if isinstance(error, _OutputClosed):
        _forget_output()
        return error.code
    if isinstance(error, _Interrupted | typer.Abort):
        say("stopped")
        return error.code if isinstance(error, _Interrupted) else INTERRUPTED
    if isinstance(error, QuotesError):
        say(str(error))
        _say_candidates(error)
        return WRONG_USE if isinstance(error, UsageError) else FAILED
    if _is_usage(error):
        say(_usage_message(error))
        return WRONG_USE
    if isinstance(error, OSError) and _is_closed(error):  # of the help, which no command prints
        _forget_output()
    else:
        say(_os_message(error) if isinstance(error, OSError) else unexpected(error))
    return FAILED


def _say_candidates(error: QuotesError) -> None:
    """One indented line for each of those whom a name may mean."""
    if isinstance(error, AmbiguousError):
        for line in error.candidates:
            tell(line, indent="  ")


def _usage_message(error: Any) -> str:
    command = error.ctx.command_path if getattr(error, "ctx", None) else "quotes"
    message = error.format_message().replace("Value error, ", "").rstrip(".?")
    return f"{message}; see '{command} --help'"


def _os_message(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    what = (error.strerror or str(error)).lower()
    return f"cannot read or write{where}: {what}; check the disk and the permissions"


class Saying(logging.Handler):
    """Says what the library logs: that a database is brought up to date, say."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line on stderr."""
        say(record.getMessage())


def listen() -> None:
    """Let what the library logs be said, once; what others log is none of a user's business."""
    logger = logging.getLogger("quotes")
    if not any(isinstance(handler, Saying) for handler in logger.handlers):
        logging.getLogger().addHandler(logging.NullHandler())
        logger.addHandler(Saying())
        logger.setLevel(logging.INFO)


def say(message: str) -> None:
    """One line on stderr, with our name before it."""
    tell(f"quotes: {message}")


def tell(message: str, *, indent: str = "") -> None:
    """One line on stderr; where nobody reads it, nothing is lost but the line."""
    with contextlib.suppress(OSError):
        typer.echo(indent + clean(message), err=True)


def _flushed(code: int) -> int:
    """Write out what is left now: at the interpreter's end an error would be a traceback."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _forget_output()
        if code or error.errno == errno.EPIPE:
            return code
        if not _is_closed(error):
            say(_os_message(error))
        return FAILED
    return code


def _forget_output() -> None:
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
