"""`quotes evaluate` and `quotes train`: how good the model is, and how it is made."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import tell
from quotes.cli.options import ActChoice
from quotes.errors import QuotesError, UsageError

RUN = ("checkpoint.pt", "log.jsonl")
"""Files that tell the folder of a training run."""


class FiguresFormat(StrEnum):
    """How figures are printed."""

    table = "table"
    json = "json"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            parser=options.parse_path,
            metavar="GOLD",
            help="A gold file (.jsonl, .jsonl.gz) or brat folder.",
        ),
    ],
    pred: Annotated[
        Path | None,
        typer.Option(
            parser=options.parse_path, metavar="FILE", help="Quotes as JSON lines; else found now."
        ),
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option(parser=options.parse_path, metavar="PATH", help="Where the gold's texts are."),
    ] = None,
    act: options.Act = ActChoice.all,
    errors: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="List so many mistakes of each type, with words."),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            parser=options.parse_path, metavar="PNG", help="Draw precision against recall."
        ),
    ] = None,
    format: Annotated[FiguresFormat, typer.Option(help="How to print.")] = FiguresFormat.table,
) -> None:
    """Compare quotes with a gold standard; print figures.

    GOLD is one attribution a line, {"article": "a.txt", "content": [[10, 22]], "cue": [[5, 9]],
    "source": [[0, 4]], "speaker": "Anna"}, with the texts beside it; or PolNeAR's form; or a
    folder of brat's. Offsets count characters from 0; see the README.

    \b
    Examples:
      quotes evaluate gold.jsonl --text articles/ --act speech
      quotes evaluate gold.jsonl --errors 20 --plot curve.png
      quotes evaluate dev.jsonl.gz --format json
      quotes evaluate annotated/ --pred quotes.jsonl
    """
    from quotes.evaluate import evaluate as compare

    if plot:
        from quotes.pictures import check_picture

        check_picture(plot, inputs=_files(gold, pred, text))
    chosen = None if act is ActChoice.all else act.value
    found = compare(gold, pred=pred, text=text, act=chosen)
    as_json = format is FiguresFormat.json
    typer.echo(found.as_json(errors) if as_json else found.as_table(errors))
    if plot:
        found.draw(plot)
        tell(f"curve drawn to {plot}")


def _files(*places: Path | None) -> list[Path]:
    """The files, and those in the folders, that are read."""
    given = [place for place in places if place]
    return [*given, *(file for place in given if place.is_dir() for file in place.rglob("*"))]


def train(
    corpora: Annotated[
        Path,
        typer.Argument(parser=options.parse_path, metavar="CORPORA", help="The folder of corpora."),
    ],
    out: Annotated[
        Path,
        typer.Option(
            parser=options.parse_path, metavar="DIR", help="Where checkpoints and the model go."
        ),
    ] = Path("runs/model"),
    epochs: Annotated[int, typer.Option(min=1, help="How often to read the corpora.")] = 8,
    start: Annotated[
        str | None,
        typer.Option(metavar="DIR|PACKAGE", help="Starting weights; else the usual package's."),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Option(
            parser=options.parse_path, metavar="DIR", help="Go on from the weights of this model."
        ),
    ] = None,
) -> None:
    """Train the model anew from corpora.

    A run that was broken off goes on from its last checkpoint.

    \b
    Examples:
      quotes train corpora/
      quotes train corpora/ --out runs/try --epochs 4
      quotes train corpora/ --epochs 2 --model runs/model/model
    """
    from quotes.outputs import check_folder

    weights = starting_folder(start) if start else None
    check_folder(out, inputs=[place for place in (corpora, weights, model) if place], marks=RUN)
    try:
        from quotes.training.run import train as run
    except ModuleNotFoundError as error:
        if (error.name or "quotes").split(".")[0] == "quotes":
            raise
        raise QuotesError(f"{error.name} is missing: pip install '.[train]'") from error
    run(corpora, out=out, epochs=epochs, start=weights, model=model)


def starting_folder(start: str) -> Path:
    """The folder of starting weights: the one named, or "model" in the package named."""
    from importlib.util import find_spec

    if Path(start).is_dir():
        return Path(start)
    found = find_spec(start) if start.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        raise UsageError(f"'{start}' is neither a folder nor an installed package")
    return Path(found.submodule_search_locations[0]) / "model"
