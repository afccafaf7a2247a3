"""Which inputs there are: paths and folders are listed in a stable order before any is read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import InputError

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".markdown")
LIMIT = 10_000_000  # bytes; a news article has some ten thousand


@dataclass(frozen=True)
class Failure:
    """An input that could not be read or processed; `message` says why and what to do, one line."""

    name: str
    message: str

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


@dataclass(frozen=True)
class Input:
    """One article to read. `name` is what to call it; `path` is None for standard input.

    `id` is the article's id: the path relative to the folder that was given, for a single file
    its name; None for standard input, whose id comes from its text.
    """

    name: str
    path: Path | None
    id: str | None


def find_inputs(paths: Sequence[str | Path]) -> list[Input | Failure]:
    """All inputs under the paths, in the order given and by name inside a folder.

    Folders are walked for files whose ending is one of SUFFIXES; hidden ones are skipped. A file
    that is met twice is taken once. A second, different file with the same id is a Failure.
    """
    found: list[Input | Failure] = []
    taken: dict[str | None, Path | None] = {}
    seen: set[Path | None] = set()
    for item in _list_all(paths):
        if isinstance(item, Input):
            place = item.path and item.path.resolve()
            if place in seen:
                continue
            seen.add(place)
            if item.id in taken:
                item = _same_id(item, taken[item.id])
            else:
                taken[item.id] = item.path
        found.append(item)
    return found


def _same_id(item: Input, first: Path | None) -> Failure:
    return Failure(
        item.name,
        f"{first} has the same id, {item.id!r}; rename one, or give the folder that holds both",
    )


def _list_all(paths: Sequence[str | Path]) -> Iterator[Input | Failure]:
    for given in paths:
        if str(given) == STDIN:
            yield Input("standard input", None, None)
        elif Path(given).is_dir():
            yield from _walk(Path(given))
        else:
            yield _named(Path(given), Path(given).name)


def _walk(folder: Path) -> Iterator[Input | Failure]:
    count = 0
    for item in _walk_below(folder, folder):
        count += 1
        yield item
    if not count:
        wanted = ", ".join(SUFFIXES)
        yield Failure(str(folder), f"no articles in this folder; wanted are files in {wanted}")


def _walk_below(folder: Path, root: Path) -> Iterator[Input | Failure]:
    """The folder's own files and, each in its place by name, what lies in its subfolders."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(str(folder), f"{reason(error)}; check the folder's permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_below(path, root)
        elif path.suffix.lower() in SUFFIXES and (entry.is_file() or not path.exists()):
            yield _named(path, path.relative_to(root).as_posix())


def _named(path: Path, id: str) -> Input | Failure:
    if not is_utf8(id):
        return Failure(printable_name(path), "the file's name is not valid UTF-8; rename the file")
    return Input(str(path), path, id)


def is_utf8(text: str) -> bool:
    """Whether a string can be written: in file names Python keeps odd bytes as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def printable_name(path: Path) -> str:
    """The path with what could not be decoded shown as "?"."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def reason(error: OSError) -> str:
    """What the system says of an error, in lower case: "no such file or directory"."""
    return (error.strerror or str(error)).lower()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most LIMIT bytes; raises InputError without the file's name."""
    try:
        with path.open("rb") as handle:
            data = handle.read(LIMIT + 1)
            size = max(len(data), os.fstat(handle.fileno()).st_size)
    except FileNotFoundError as error:
        raise InputError("no such file; check the path") from error
    except PermissionError as error:
        raise InputError("no permission to read it; check the file's permissions") from error
    except OSError as error:
        raise InputError(f"cannot be read ({reason(error)}); check the file") from error
    check_size(size)
    return data


def check_size(size: int) -> None:
    """Raises InputError for more than LIMIT bytes; LIMIT + 1 stands for "more than was read"."""
    if size > LIMIT:
        most = f"{LIMIT // 1_000_000} MB"
        shown = f"{size / 1e6:.1f} MB" if size > LIMIT + 1 else f"more than {most}"
        raise InputError(
            f"{shown}, and an article may have {most}; split it into one file per article"
        )
