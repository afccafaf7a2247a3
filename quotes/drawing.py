"""An empty picture: matplotlib, with none of its caches left behind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quotes.errors import QuotesError

NO_FONTS = "<fontconfig></fontconfig>"  # without a folder for a cache


def new_figure(width: float, height: float) -> Any:
    """A matplotlib Figure of this size in inches, which lays itself out.

    Its letters are those that matplotlib brings along. Raises QuotesError where there is no
    matplotlib.
    """
    try:
        with _caches_in_a_temporary_folder():
            from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise QuotesError("matplotlib is missing: pip install '.[plot]'") from error
    return Figure(figsize=(width, height), layout="constrained")


@contextmanager
def _caches_in_a_temporary_folder() -> Iterator[None]:
    """For what is imported meanwhile: matplotlib lists the fonts of the machine in a file in the
    home folder, and fontconfig, which it asks for them, has a cache of its own there."""
    with tempfile.TemporaryDirectory(prefix="quotes-") as name:
        fonts = Path(name, "fonts.conf")
        fonts.write_text(NO_FONTS)
        settings = {"MPLCONFIGDIR": name, "FONTCONFIG_FILE": str(fonts)}
        before = {key: os.environ[key] for key in settings if key in os.environ}
        os.environ.update(settings)
        try:
            yield
        finally:
            for key in settings:
                del os.environ[key]
            os.environ.update(before)
