"""A process that forks while a store is open, and threads that share one."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import StoreError
from quotes.store import Store
from quotes.store.db.logs import log_of

from .build import make_article, make_quotes
from .conftest import index_is_sound, is_sound

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no such thing here")


def put(store: Store, name: str) -> str:
    article = make_article(name)
    return store.add(article, make_quotes(article, 3))


class Child:
    """A child that waits until it is let, asks, and is asked what came of it."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        wait, self._go = os.pipe()
        self._out, answer = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.read(wait, 1)
            try:
                result = ask()
            except BaseException as error:
                result = error
            os.write(answer, pickle.dumps(result))
            os._exit(0)
        os.close(wait)
        os.close(answer)

    def result(self) -> Any:
        os.write(self._go, b"x")
        with os.fdopen(self._out, "rb") as stream:
            data = stream.read()
        os.close(self._go)
        os.waitpid(self._pid, 0)
        return pickle.loads(data)


def test_child_and_parent_read_and_write(store: Store, place: str | Path) -> None:
    """Each sees what the other has written."""
    put(store, "before")
    assert store.count() == 3
    child = Child(lambda: (store.count(), put(store, "child"), store.count()))
    for number in range(5):
        put(store, f"parent {number}")
    assert child.result() == (18, "added", 21)
    assert store.count() == 21
    assert put(store, "after") == "added"
    other = Child(lambda: Store(place).count())
    assert other.result() == 24
    assert is_sound(store)


def test_a_child_that_ends_takes_nothing_with_it(path: Path) -> None:
    """Neither the log of the parent, nor its locks."""
    with Store(path) as store:
        put(store, "a")
        store.count()
        assert Child(store.close).result() is None
        put(store, "b")
        assert log_of(path).stat().st_size
        assert Child(lambda: Store(path).close()).result() is None
        assert store.count() == 6
    assert index_is_sound(path)


def test_a_file_that_is_read_meanwhile(path: Path) -> None:
    """SQLite cannot be used in the child: it is told so, and the parent goes on."""
    with Store(path) as store:
        put(store, "a")
        stream = store.stream()
        next(stream)
        asked = (store.count, lambda: put(store, "b"), lambda: Store(path).close())
        for ask in asked:
            error = Child(ask).result()
            assert isinstance(error, StoreError)
            assert "was in use when this process was forked" in str(error)
        assert Child(stream.close).result() is None
        assert len(list(stream)) == 2
        assert Child(store.count).result() == 3
        put(store, "b")
    assert index_is_sound(path)


def test_a_server_that_is_asked_meanwhile(postgres_db: str) -> None:
    """Nothing that the child does with a connection of its parent's reaches the server."""
    with Store(postgres_db) as store:
        put(store, "a")
        stream = store.stream()
        next(stream)
        Child(stream.close).result()
        assert Child(store.count).result() == 3
        assert len(list(stream)) == 2
        assert put(store, "b") == "added"
        assert store.count() == 6


def test_multiprocessing(path: Path) -> None:
    with Store(path) as store:
        put(store, "a")
        context = multiprocessing.get_context("fork")
        queue = context.SimpleQueue()
        child = context.Process(target=lambda: queue.put(store.count()))
        child.start()
        assert queue.get() == 3
        child.join()
        assert child.exitcode == 0


def test_threads_share_a_store(store: Store) -> None:
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(4):
                put(store, f"{number} {turn}")
                assert store.count(article=f"{number} {turn}") == 3
                assert len(store.search("bridge", limit=None)) % 3 == 0
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert store.count() == 72
    assert is_sound(store)
