"""Pictures of figures, drawn to files by matplotlib, an extra, which leaves no cache behind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.days import spaced
from quotes.errors import QuotesError, UsageError
from quotes.outputs import ANYTHING, Place, begins, beside, check_output, writing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_IS_OURS = {
    ".png": begins(rb"\x89PNG.*Matplotlib", ANYTHING),
    ".svg": begins(rb"<\?xml.*Matplotlib", ANYTHING),
    ".pdf": begins(rb"%PDF", ANYTHING),
}
"""The kinds of pictures by their files' endings, and what tells an earlier one."""

TICKS = 12
"""Words below a line over time, about."""

NO_FONTS = "<fontconfig></fontconfig>"  # without a folder for a cache


def check_picture(
    path: Path, *, inputs: Iterable[Place] = (), database: Place | None = None
) -> Path:
    """The file to which a picture is to be drawn, links followed.

    Raises UsageError for what is no place for an output (see `quotes.outputs.check_output`), for
    a file that is there and is no such picture, and for an ending that names no kind of picture;
    QuotesError where matplotlib is missing.
    """
    ending = path.suffix.lower()
    target = check_output(
        path,
        inputs=inputs,
        database=database,
        is_ours=_IS_OURS.get(ending),
        remedy="give --plot another path",
    )
    if ending not in _IS_OURS:
        raise UsageError(f"{path} cannot be drawn: name a file that ends in {', '.join(_IS_OURS)}")
    if find_spec("matplotlib") is None:
        raise QuotesError("matplotlib is missing: pip install '.[plot]'")
    return target


def new_figure(width: float, height: float) -> Figure:
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


def save(figure: Figure, path: Path, *, dots: int) -> None:
    """Write a figure, `dots` an inch, as the kind of picture that the path's ending names. The
    file is whole or as it was; raises what `check_picture` does, and QuotesError where it cannot
    be written."""
    with beside(check_picture(path)) as draft, writing(path):
        figure.savefig(draft, format=path.suffix.lower()[1:], dpi=dots)


def draw_over_time(axes: Any, lines: dict[str, dict[str, int]], by: str) -> None:
    """On matplotlib's axes a line for each name, of how many there are of each day, month or year
    (`by`), with 0 where there is nothing."""
    every = spaced((value for many in lines.values() for value in many), by)
    places = range(len(every))
    for name, many in lines.items():
        axes.plot(places, [many.get(value, 0) for value in every], marker=".", label=name)
    step = max(1, len(every) // TICKS)
    axes.set_xticks(places[::step], every[::step], rotation=45)
    axes.set_ylim(bottom=0)
    axes.locator_params(axis="y", integer=True)


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
