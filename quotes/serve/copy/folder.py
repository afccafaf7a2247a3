"""The folder of a copy: it holds nothing else, and is whole or says that it is not."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotes import __version__
from quotes.errors import UsageError
from quotes.outputs import Place, check_folder, room_beside, writing
from quotes.serve.copy.scope import FOLDERS, HOME

MARK = "quotes-copy.json"
"""The file that tells a copy: which version made it, and whether it is whole."""

_OURS = frozenset({MARK, HOME, *FOLDERS})


def check_copy(path: Path, *, database: Place) -> Path:
    """The folder to which a copy goes, links followed.

    Raises UsageError for a folder in which the database lies, or that holds anything but an earlier
    copy, whole or not, and for one in a folder that is not there.
    """
    inputs = [] if "://" in str(database) else [database]
    check_folder(path, inputs=inputs, marks=[MARK])
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise UsageError(f"no folder {path.parent}: make it, or name another one")
    if target.is_dir() and {entry.name for entry in target.iterdir()} - _OURS:
        raise UsageError(f"{path} holds other files: name a new or empty folder")
    return target


@contextmanager
def new_copy(target: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of what is in `target` when it is full. Until then
    that is as it was; whoever looks while files are put in their places, or finds it after a
    process was killed meanwhile, has no start page, and MARK says that it is not whole."""
    with room_beside(target) as room:
        draft = room / "copy"
        with writing(target):
            draft.mkdir()
            yield draft
            _put(draft, target)


def _put(draft: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    _mark(target, draft, whole=False)
    for name in sorted(_OURS - {MARK}, key=lambda name: name != HOME):
        place = target / name
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    for made in sorted(draft.iterdir(), key=lambda made: made.name == HOME):
        shutil.move(made, target / made.name)
    _mark(target, draft, whole=True)


def _mark(target: Path, draft: Path, *, whole: bool) -> None:
    known: dict[str, str | bool] = {"made_by": f"quotes {__version__}", "whole": whole}
    if not whole:
        known["to_do"] = "it was being written: run the same quotes export again"
    made = draft.with_name(MARK)
    made.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    shutil.move(made, target / MARK)
