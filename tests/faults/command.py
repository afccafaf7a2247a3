"""The command line with a stand-in for the model, which says when it begins to work.

    python -m tests.faults.command WORDS…

A first, tiny run of the same command loads all that it needs. Then "ready" is printed, and what
follows is the command itself, as `python -m quotes WORDS…` runs it. CLOCK, where it is set, says
how the clock goes: see `tests.faults.clock`.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from quotes import api
from quotes.cli.app import app, main

from ..cli.fake_quotes import fake_find
from .clock import set_clock
from .news import PEOPLE, make_news, quotes_of, write_news


def warm_up(words: Sequence[str]) -> None:
    """Run the command on a tiny database of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = ("--db", str(folder / "tiny.db"))
        made = make_news(range(2), quotes=2, people=PEOPLE[::11], prefix="tiny.jsonl#")
        news = write_news(folder / "tiny.jsonl", make_news(range(2), quotes=2, people=PEOPLE[::11]))
        _run_quietly("add", str(news), *db)
        if words[0] == "export":
            _run_quietly("export", str(folder / Path(words[1]).name), *db)
        elif words[0] == "import":
            _run_quietly("export", str(folder / "tiny-out.jsonl"), *db)
            _run_quietly("import", str(folder / "tiny-out.jsonl"), "--db", str(folder / "new.db"))
            _run_quietly("export", str(folder / "tiny-out.csv"), *db)
            _run_quietly("import", str(folder / "tiny-out.csv"), *db)
        elif words[0] == "fix":
            _run_quietly("fix", quotes_of(made[0])[0].id, "--role", "guide", *db)
        elif words[0] == "restore":
            _run_quietly("backup", str(folder / "copy.db"), *db)
            _run_quietly("restore", str(folder / "copy.db"), "--yes", *db)
        elif words[0] == "list":
            _run_quietly("list", *db)
        elif words[:2] == ["speakers", "merge"]:
            _run_quietly("speakers", "merge", *PEOPLE[:12:11], *db)


def _run_quietly(*words: str) -> None:
    nowhere = io.StringIO()
    outputs = contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere)
    with outputs[0], outputs[1], contextlib.suppress(SystemExit):
        app(list(words), prog_name="quotes")


if __name__ == "__main__":
    api.find = fake_find
    warm_up(sys.argv[1:])
    set_clock(os.environ.get("CLOCK"))
    print("ready", flush=True)
    main()
