"""Nothing of quotes speaks with another machine, or writes a file that nobody asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from . import tracer

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "Nomad Hills, 16 November 2020\n\n"
    '"The bridge will open in May," Mayor Ada Moreau said on Monday. The council agreed that '
    "the work had gone well, she added.\n"
)
PAGE = f"""<html><head><title>The bridge</title>
<link rel="canonical" href="https://news.example.co.uk/2020/11/16/bridge"></head>
<body><article><h1>The bridge</h1><p>{ARTICLE}</p></article></body></html>"""

MACHINE = {Path("/dev/null"), Path("/dev/tty")}
IN_MEMORY = Path("/dev/shm")  # the locks of multiprocessing
SETTINGS = ("XDG_", "MPL", "FONTCONFIG", "ORT_", "QUOTES_", "PYTEST_")
"""How the names begin of what is not handed on: a user may have none of it."""

LIBRARY = """
import os
import quotes

(quote,) = quotes.extract('"It works," Ada Moreau said on Monday.', date="2026-11-20")
assert quotes.to_frame([quote]).shape[0] == 1
with quotes.Store("own.db") as store:
    store.add(quotes.Article(id="a", text="Nobody spoke."), [])
import onnxruntime  # a program's own, after quotes: for its own models
onnxruntime.InferenceSession(os.environ["MODEL"])
"""

SPACY = """
import spacy

if __name__ == "__main__":
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes")
    texts = ['"It works," Ada Moreau said on Monday.'] * 2
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert all(doc.spans for doc in docs)
"""

PROCESSES = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import quotes

def contents(text):
    return [quote.text for quote in quotes.extract(text)]

if __name__ == "__main__":
    for method in ("spawn", "fork"):
        with ProcessPoolExecutor(1, get_context(method)) as pool:
            assert list(pool.map(contents, ['"It works," she said.'])) == [['"It works,"']]
"""

Run = Callable[..., set[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `python WORDS…` in a folder with two articles, a text and a page, and returns what it
    added to that folder; fails if it did anything outside, or spoke with anybody.

    Where nothing can be traced the test is skipped, or fails if QUOTES_NEED_STRACE is 1.
    """
    try:
        tracer.find_strace()
    except tracer.NoStrace as error:
        if os.environ.get("QUOTES_NEED_STRACE") == "1":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))
    work, home, temporary = (tmp_path / name for name in ("work", "home", "temporary"))
    for folder in (work, home, temporary):
        folder.mkdir()
    (work / "a.txt").write_text(ARTICLE)
    (work / "b.html").write_text(PAGE)
    environment = {
        **{name: text for name, text in os.environ.items() if not name.startswith(SETTINGS)},
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",  # an installation has its bytecode
        "MODEL": str(ROOT / "quotes" / "model" / "model.onnx"),
    }

    def python(*words: str) -> set[str]:
        before = set(work.iterdir())
        trace = tracer.traced([sys.executable, *words], work, environment)
        assert trace.done.returncode == 0, trace.done.stderr
        assert trace.spoke == ()
        changed = {Path(os.path.normpath(path)) for path in trace.changed} - MACHINE
        allowed = {work, temporary, IN_MEMORY}
        assert [path for path in changed if not allowed & {*path.parents}] == []
        assert [*home.iterdir(), *temporary.iterdir()] == []
        return {path.name for path in set(work.iterdir()) - before}

    return python


def test_the_command_line(run: Run) -> None:
    quotes = ("-m", "quotes")
    assert run(*quotes, "extract", "a.txt", "b.html") == set()
    assert run(*quotes, "add", "a.txt", "b.html") == {"quotes.db"}
    assert run(*quotes, "list") == set()
    assert run(*quotes, "export", "all.parquet") == {"all.parquet"}
    assert run(*quotes, "stats", "--plot", "months.png") == {"months.png"}


def test_the_library(run: Run) -> None:
    assert run("-c", LIBRARY) == {"own.db"}


def test_a_spacy_pipeline(run: Run) -> None:
    assert run("-c", SPACY) == set()


def test_other_processes(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(PROCESSES)
    assert run(str(script)) == set()


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("import socket; s = socket.socket(type=2); s.connect(('127.0.0.1', 9))", "connect"),
        ("import socket; socket.socket(type=2).sendto(b'', ('127.0.0.1', 9))", "sendto"),
        ("import socket; socket.getaddrinfo('localhost', 9)", "resolv|nscd"),
        ("import socket; socket.socket().listen()", "listen"),
        ("import os; os.mkdir('../home/new')", "home/new"),
        ("import os; os.open('../home/new', os.O_CREAT)", "home/new"),
        ("import os; os.rename('a.txt', '../home/new')", "home/new"),
        ("import os; os.fork() or os.symlink('none', '../home/new')", "home/new"),
    ],
)
def test_what_must_not_be_is_seen(run: Run, code: str, seen: str) -> None:
    with pytest.raises(AssertionError, match=seen):
        run("-S", "-c", code)


def test_a_program_that_had_onnxruntime_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's report of itself when it is imported is sent then; nothing more is."""
    import onnxruntime

    from quotes.encoder.session import Encoder

    asked: list[bool] = []
    monkeypatch.setattr(onnxruntime, "disable_telemetry_events", lambda: asked.append(True))
    Encoder()
    assert asked == [True]
