"""Which inputs there are: paths and folders are listed in a stable order before any is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from quotes.opening import is_pipe, reason

STDIN = frozenset(("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"))
SUFFIXES: tuple[str, ...] = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ".json"),
    *(".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".xlsx", ".parquet", ".warc"),
)
"""Endings that are taken from a folder, also with .gz after them."""

_STREAM = re.compile(r"/dev/fd/\d+|/proc/(?:self|\d+)/fd/\d+")
"""Names that a shell has for what another program writes; they mean something else each time."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Failure:
    """An input that could not be read or processed; `message` says why and what to do, one line."""

    name: str
    message: str

    def __str__(self) -> str:
        return one_line(f"{self.name}: {self.message}")


class Skipped(Failure):
    """An input that can be read and holds nothing to be read for; `message` says what it is."""


@dataclass(frozen=True)
class Choice:
    """Which files of a folder are taken: those that match `glob` (without it: by SUFFIXES) and do
    not match `exclude`. A pattern with a "/" is matched with the path below the folder, another
    with the name of the file or of any folder around it."""

    glob: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def takes(self, path: str) -> bool:
        """True if the file at this path, with "/", relative to the folder, is taken."""
        names = path.split("/")
        if any(_matches(path, pattern, names) for pattern in self.exclude):
            return False
        if self.glob:
            return any(_matches(path, pattern, names[-1:]) for pattern in self.glob)
        return ending(names[-1]) in SUFFIXES


ANY = Choice()


def ending(name: str) -> str:
    """The ending of a file's name in lower case, without .gz: ".json"."""
    suffixes = name.lower().lstrip(".").split(".")[1:]
    return next((f".{suffix}" for suffix in reversed(suffixes) if suffix != "gz"), "")


def _matches(path: str, pattern: str, names: Sequence[str]) -> bool:
    if "/" in pattern:
        return fnmatchcase(path, pattern)
    return any(fnmatchcase(name, pattern) for name in names)


@dataclass(frozen=True)
class Input:
    """One file to read. `name` is its path, and what to call it.

    `id` is the article's id: the path relative to the folder that was given, for a single file
    its name; None for standard input and streams, whose id comes from their text. `place`: the
    file's whole path, links followed; None where `id` is. `stream`: a pipe that was given by its
    name, or what a shell opened; it can be read once.
    """

    name: str
    id: str | None
    place: str | None = None
    stream: bool = False

    @property
    def path(self) -> Path | None:
        """Where the file is; None for standard input."""
        return None if self.id is None and not self.stream else Path(self.name)


def find_inputs(paths: Sequence[str | Path], *, choice: Choice = ANY) -> list[Input | Failure]:
    """All inputs under the paths, in the order given and by name inside a folder.

    Folders are walked for the files of the choice; hidden ones are skipped, links to folders are
    not followed, and neither are the folders in which browsers keep a saved page's pictures and
    frames ("Title_files" beside "Title.html"). A file that is met twice is taken once. Different
    files may have one id: their articles are told apart when they are read.
    """
    found: list[Input | Failure] = []
    seen: set[str] = set()
    for item in _list_all(paths, choice):
        if isinstance(item, Input):
            if (item.place or item.name) in seen:
                continue
            seen.add(item.place or item.name)
        found.append(item)
    return found


def _list_all(paths: Sequence[str | Path], choice: Choice) -> Iterator[Input | Failure]:
    folders: dict[Path, str] = {}
    for given in paths:
        path = Path(given)
        if str(given) in STDIN:
            yield Input("standard input", None)
        elif _STREAM.fullmatch(str(given)) or is_pipe(path):
            yield Input(str(path), None, stream=True)
        elif _is_folder(path):
            yield from _walk(path, choice)
        else:
            yield _named(str(path), path.name, _place(path, folders))


def _is_folder(path: Path) -> bool:
    """True if it is one that can be seen; what is wrong with another is said when it is read."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or holds a NUL
        return False


def _place(path: Path, folders: dict[Path, str]) -> str:
    """Where a file is, links followed; a link in a circle is where it stands.

    `folders` gets where folders are: most files lie in the same.
    """
    try:
        if path.is_symlink():
            return os.path.realpath(path)
        folder = path.parent
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        return os.path.join(folders[folder], path.name)  # noqa: PTH118  Path takes ten times as long
    except (OSError, RuntimeError, ValueError):
        return str(path)


def _walk(folder: Path, choice: Choice) -> Iterator[Input | Failure]:
    count = 0
    before = "" if folder == Path() else f"{str(folder).rstrip(os.sep)}{os.sep}"
    for item in _walk_below(before, "", os.path.realpath(folder), choice):
        count += 1
        yield item
    if not count:
        wanted = ", ".join(choice.glob or SUFFIXES)
        yield Failure(str(folder), f"no articles in this folder; wanted are files in {wanted}")


def _walk_below(given: str, below: str, place: str, choice: Choice) -> Iterator[Input | Failure]:
    """A folder's own files and, each in its place by name, what lies in its subfolders.

    `given` is the folder that was given ("" or "news/"), `below` the way from there ("" or "a/b/"),
    `place` where the folder is. In plain words, as a Path takes longer than to look into a folder.
    """
    folder = f"{given}{below}" or os.curdir
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(str(Path(folder)), f"{reason(error)}; check the folder's permissions")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        id, here = f"{below}{entry.name}", f"{place.rstrip(os.sep)}{os.sep}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not _is_of_page(entry.name, names):
                yield from _walk_below(given, f"{id}/", here, choice)
        elif choice.takes(id) and _is_file(entry):
            name = f"{given}{id}"
            yield _named(name, id, _place(Path(name), {}) if entry.is_symlink() else here)


def _is_of_page(folder: str, names: set[str]) -> bool:
    """True if a browser keeps what belongs to a saved page in the folder."""
    page = folder.removesuffix("_files")
    return page != folder and not names.isdisjoint({f"{page}.html", f"{page}.htm"})


def _is_file(entry: os.DirEntry[str]) -> bool:
    """True if it is a file or a link that leads nowhere, which is named when it is read; a link
    to a folder, a pipe or a device is neither."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:  # links in a circle
        return True


def _named(name: str, id: str, place: str) -> Input | Failure:
    if not is_utf8(id):
        return Failure(printable_name(name), "the file's name is not valid UTF-8; rename the file")
    return Input(name, id, place)


def is_utf8(text: str) -> bool:
    """True if a string can be written: in file names Python keeps odd bytes as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def printable_name(path: str) -> str:
    """The path with what could not be decoded shown as "?"."""
    return path.encode("utf-8", "replace").decode("utf-8")


def one_line(words: str) -> str:
    """The words with line breaks and other controls, which names of files may hold, as "?"."""
    return _CONTROLS.sub("?", words)
