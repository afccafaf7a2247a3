"""Fixtures that all tests share: settings of Hypothesis, and a PostgreSQL server for those that
need one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import settings

from .postgres import NoPostgres, Server, serve

settings.register_profile("quotes", deadline=None)  # an example is right or wrong, never slow
settings.load_profile("quotes")


def pytest_configure() -> None:
    """A shell starts what it runs in the background with Ctrl-C ignored, and so would be what the
    tests start; those of Ctrl-C need it as it is in the foreground."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of a run.

    Where there can be none the test is skipped, or fails if QUOTES_NEED_POSTGRES is 1.
    """
    with ExitStack() as stack:
        try:
            server = stack.enter_context(serve())
        except NoPostgres as error:
            if os.environ.get("QUOTES_NEED_POSTGRES") == "1":
                pytest.fail(str(error), pytrace=False)
            pytest.skip(str(error))
        yield server


@pytest.fixture(scope="session")
def postgres_url(postgres: Server) -> Iterator[str]:
    """`postgresql+psycopg://…`: one database for all tests of a run."""
    with postgres.database() as url:
        yield url


@pytest.fixture
def postgres_db(postgres: Server) -> Iterator[str]:
    """The URL of an empty database of the test's own."""
    with postgres.database() as url:
        yield url
