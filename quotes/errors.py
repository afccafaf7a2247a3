"""Everything that can go wrong and that a user can mend.

    QuotesError
    ├── InputError        an input cannot be read as an article
    ├── StoreError        the database cannot be opened, read or written
    │   └── SlowError         a question takes longer than it may
    ├── ModelError        the model files are missing or do not fit
    ├── AmbiguousError    a name means several speakers
    └── UsageError        the call itself makes no sense
        └── NotStoredError    what it names is not stored

The message is one line: what is wrong with what, and what to do about it.
"""

from __future__ import annotations

import os


class QuotesError(Exception):
    """Base of all errors that this package raises on purpose."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.splitlines()))  # a name in it may have line breaks


class InputError(QuotesError):
    """An input cannot be read as an article."""


class StoreError(QuotesError):
    """The database cannot be opened, read or written."""


class SlowError(StoreError):
    """A question takes longer than it may."""


class ModelError(QuotesError):
    """The model files are missing or do not fit."""


class AmbiguousError(QuotesError):
    """A name means several speakers; `candidates` are lines that say how to name each."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class UsageError(QuotesError):
    """The call itself makes no sense."""


class NotStoredError(UsageError):
    """The call names a speaker, a publisher, an article or a quote that is not stored.

    `what` of these it is, and `near`: names of such that are stored and come near, the closest
    first; "" and none where nobody has looked.
    """

    def __init__(self, message: str, what: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.what = what
        self.near = near


def unexpected(error: BaseException) -> str:
    """A line for an error that nobody foresaw while one input was worked on: a library's, say.

    Raises the error itself where it ends the whole program, as Ctrl-C does, or where QUOTES_DEBUG
    is set in the environment to see it.
    """
    if isinstance(error, KeyboardInterrupt | GeneratorExit) or os.environ.get("QUOTES_DEBUG"):
        raise error
    if isinstance(error, MemoryError):
        return "needs more memory than there is; split it"
    if isinstance(error, RecursionError):
        return "nested without end; export it again"
    return (
        f"unexpected {type(error).__name__}: {error}; "
        "please report it with what QUOTES_DEBUG=1 prints for the same command"
    )
