"""Storing articles: each is read for quotes only where that is not known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quotes.cli.caring import settle
from quotes.cli.errors import say
from quotes.cli.finding import articles_of, quotes_of
from quotes.cli.progress import counted, progress
from quotes.cli.tally import Tally
from quotes.plural import number_of
from quotes.reading.contents import Content, content_of
from quotes.reading.inputs import Input
from quotes.records import digest_of, id_apart

if TYPE_CHECKING:
    from quotes.reading import Failure, Reading
    from quotes.records import Article, Run
    from quotes.store import Store


class Adding:
    """A run of `quotes add`. The database is opened, and made, when there is something to store."""

    def __init__(self, db: str, tally: Tally, *, how: Reading, refresh: bool) -> None:
        self._db, self._tally, self._how, self._refresh = db, tally, how, refresh
        self._stack = ExitStack()
        self._seen: set[str] = set()
        self._stored: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def add_inputs(self, inputs: Sequence[Input | Failure]) -> None:
        """Add what is in the inputs; files that are known as they are need not be read."""
        with progress(len(inputs)) as step:
            for item in inputs:
                with content_of(item) as content:
                    self._add_input(item, content, step)
                step()

    def _add_input(
        self, item: Input | Failure, content: Content | None, step: Callable[..., None]
    ) -> None:
        digest = self._digest(item, content)
        known = self._known.get(digest) if digest and not self._refresh else None
        if known:
            self._tally.count_known(item.name, known)
            return
        failed, count = self._tally.results["failed"], 0
        handle = content.handle if content else None
        for article in articles_of(item, self._how, self._tally, self._seen, handle):
            step(done=False)
            self._add(self._known_as(article))
            count += 1
        unharmed = count and self._tally.results["failed"] == failed
        if content and digest and unharmed and content.is_same():
            self._store.remember_input(item.name, digest, count)

    def refresh_all(self) -> None:
        """Find the quotes of all stored articles anew that another run has found."""
        with counted("articles") as step:
            for article in step(self._store.older(run=self._run)):
                self._add(article)

    def settle(self) -> None:
        """Do what a bulk load or an older database has left to do."""
        if self._is_there:
            self._tally.older = self._store.count_older(run=self._run)
        if self._is_there and (waiting := self._store.waiting()):
            many = number_of(waiting, "article")
            say(f"still to be compared with the others: {many}; it may be broken off")
            settle(self._store)

    @cached_property
    def _store(self) -> Store:
        from quotes.store import Store

        return self._stack.enter_context(Store(self._db))

    @property
    def _is_there(self) -> bool:
        return "://" in self._db or Path(self._db).exists()

    @cached_property
    def _known(self) -> dict[str, int]:
        return self._store.known_inputs() if self._is_there else {}

    @cached_property
    def _run(self) -> Run:
        from quotes.api import this_run

        return this_run()

    @cached_property
    def _way(self) -> str:
        """How files are read and quotes found, in words."""
        return f"{self._how} {self._run}"

    def _known_as(self, article: Article) -> Article:
        """The article under its id in the database. Two of one run stay two, also with one address:
        it will be that of a list."""
        known = self._store.identify(article)
        digest = digest_of(known)
        if self._stored.setdefault(known.id, digest) != digest:
            return known.model_copy(update={"id": id_apart(known), "place": None})
        return known

    def _add(self, article: Article) -> None:
        """Store one article; the work of finding its quotes is saved where nothing has changed."""
        status = self._store.status(article, run=self._run)
        if status == "unchanged" or (status == "older" and not self._refresh):
            self._tally.count("unchanged", article)
            return
        found = quotes_of(article, self._tally)
        if found is not None:
            result = self._store.add(article, found.quotes, run=self._run)
            self._tally.count(result, article, found)

    def _digest(self, item: Input | Failure, content: Content | None) -> str | None:
        """Differs where the file, how it is read or what finds its quotes differ; None for what
        can be read only once."""
        if content is None or not isinstance(item, Input):
            return None
        data = content.digest.copy()
        data.update(f"{item.id} {self._way}".encode("utf8", "backslashreplace"))
        return data.hexdigest()[:32]
