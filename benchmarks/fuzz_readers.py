"""Coverage-guided fuzzing of the readers: whatever the bytes, Articles and Failures come out.

Needs atheris (`pip install atheris`), which is no dependency of the project. From the repository's
root, with libFuzzer's options after the folder that keeps the inputs worth keeping:

    python -m benchmarks.fuzz_readers /tmp/corpus -max_total_time=2000 -rss_limit_mb=3000 \\
        -timeout=30 -artifact_prefix=/tmp/found-

The first byte of an input picks the name of the file, which the rest is the content of. An empty
folder is filled with a valid file of each form. An input that was saved is tried again by giving
its path in place of the folder's.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("fuzz_readers needs atheris: pip install atheris")

with atheris.instrument_imports(
    include=["quotes.reading", "warcio", "openpyxl", "trafilatura", "yaml", "csv", "zipfile"]
):
    import openpyxl  # noqa: F401
    import trafilatura  # noqa: F401
    import warcio.archiveiterator  # noqa: F401
    import yaml  # noqa: F401

    from quotes.reading import Failure, html, jsons, read_paths, tables, warc  # noqa: F401

from tests.reading.samples import samples

NAMES = sorted(samples())


def check(data: bytes, folder: Path) -> None:
    """Read one input; raises what must not be raised, and AssertionError for a bad answer."""
    path = folder / NAMES[data[0] % len(NAMES)] if data else folder / "empty.txt"
    path.write_bytes(data[1:])
    try:
        for found in read_paths([path]):
            if isinstance(found, Failure):
                assert len(str(found).splitlines()) == 1, found
                assert len(found.message) < 1000, found
                str(found).encode()
            else:
                assert found.text.strip(), found
                found.model_dump_json().encode()
    finally:
        path.unlink()


def main() -> None:
    """Fill an empty folder, then run until libFuzzer stops."""
    for word in sys.argv[1:]:
        folder = Path(word)
        if folder.is_dir() and not any(folder.iterdir()):
            for number, name in enumerate(NAMES):
                (folder / name).write_bytes(bytes([number]) + samples()[name])
    warnings.simplefilter("error")
    with tempfile.TemporaryDirectory() as place:
        atheris.Setup(sys.argv, lambda data: check(data, Path(place)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
