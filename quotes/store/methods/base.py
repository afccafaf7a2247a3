"""An open database: what all methods of the store stand on."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from quotes.store.db.kinds import open_database


class Opened:
    """A database that is open until it is closed; a context manager."""

    def __init__(
        self,
        place: str | Path,
        *,
        read_only: bool = False,
        timeout: float = 5.0,
        seconds: float | None = None,
    ) -> None:
        self._database = open_database(place, read_only=read_only, timeout=timeout, seconds=seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    @property
    def name(self) -> str:
        """The database's name in messages: its path, or its URL without the password."""
        return self._database.name

    def state(self) -> str:
        """A text that is another one after anything was written to the database, by any process;
        what was read is right as long as it is the same."""
        return self._database.state()
