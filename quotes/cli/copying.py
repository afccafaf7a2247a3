"""`quotes export --format html`: pages that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quotes.cli.errors import extra, tell
from quotes.cli.filters import say_left_out, say_who
from quotes.cli.progress import counted
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store.query.filters import Asked


def copy_pages(folder: Path, asked: Asked, *, unique: bool, db: str) -> None:
    """Write the pages of what is asked for into a folder.

    Raises UsageError for a folder that holds something else, and for more than a copy may have;
    QuotesError where the extra is missing.
    """
    with extra("serve"):
        from quotes.serve.asked import Question
        from quotes.serve.copy import check_copy, copy
    from quotes.store import Store

    target = check_copy(folder, database=db)
    question = Question(**asked, unique=unique)
    with Store(db, read_only=True) as store, counted("pages") as step:
        say_who(store, asked)
        count = copy(db, question, target, step)
        left = store.left_out(**asked)
    tell(f"{number_of(count, 'page')} written to {folder}: open {folder / 'index.html'}")
    say_left_out(left, asked)
