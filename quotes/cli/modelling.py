"""`quotes evaluate` and `quotes train`: how good the model is, and how it is made."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say, tell
from quotes.cli.options import DEFAULT_DB, ActChoice
from quotes.cli.tables import Column, print_table
from quotes.errors import QuotesError, UsageError
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.verdicts.agreement import Precision

RUN = ("checkpoint.pt", "log.jsonl")
"""Files that tell the folder of a training run."""


class FiguresFormat(StrEnum):
    """How figures are printed."""

    table = "table"
    json = "json"


def evaluate(
    gold: Annotated[
        str | None,
        typer.Argument(
            parser=options.parse_name,
            metavar="GOLD",
            help="A gold file (.jsonl, .jsonl.gz) or brat folder; with --store a database.",
        ),
    ] = None,
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
    store: Annotated[
        bool, typer.Option("--store", help="What was found, against what was said of it by hand.")
    ] = False,
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
    db: options.Db = DEFAULT_DB,
) -> None:
    """Compare quotes with a gold standard, or with what you said of them; print figures.

    GOLD is one attribution a line, {"article": "a.txt", "content": [[10, 22]], "cue": [[5, 9]],
    "source": [[0, 4]], "speaker": "Anna"}, with the texts beside it; or PolNeAR's form; or a
    folder of brat's. Offsets count characters from 0; see the README.

    With --store: how many of the quotes that were found and then checked (see 'quotes fix') are
    right, by kind and outlet, with the interval in which that of all such quotes lies by 95 %.

    \b
    Examples:
      quotes evaluate gold.jsonl --text articles/ --act speech
      quotes evaluate gold.jsonl --errors 20 --plot curve.png
      quotes evaluate dev.jsonl.gz --format json
      quotes evaluate annotated/ --pred quotes.jsonl
      quotes evaluate --store news.db
    """
    if store:
        if pred or text or plot or errors is not None:
            raise UsageError("--store compares what is stored: leave --pred, --text and the like")
        _evaluate_store(gold or db, act, format)
        return
    if gold is None:
        raise UsageError("name a gold standard, or --store for what you have said of quotes")
    _evaluate_gold(Path(gold), pred, text, act, errors, plot, format)


def _evaluate_gold(
    gold: Path,
    pred: Path | None,
    text: Path | None,
    act: ActChoice,
    errors: int | None,
    plot: Path | None,
    format: FiguresFormat,
) -> None:
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


def _evaluate_store(db: str, act: ActChoice, format: FiguresFormat) -> None:
    import json

    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.precisions(act=act.value)
    if format is FiguresFormat.json:
        typer.echo(json.dumps([one.model_dump() for one in found], ensure_ascii=False))
        return
    if not found:
        say("nothing that was found has been checked: 'quotes doubts' lists what to look at first")
        return
    _precision_table(found)
    say("of what was checked: of all only if that was drawn by chance, and not by 'quotes doubts'")


def _precision_table(found: Sequence[Precision]) -> None:
    from quotes.verdicts.agreement import ASKED

    heads = (Column("OF"), Column("CHECKED", right=True), *(Column(name.upper()) for name in ASKED))
    rows: dict[str, list[str]] = {}
    for one in found:
        row = rows.setdefault(one.value, [one.value, str(one.of)])
        low, high = (100 * end for end in (one.low, one.high))
        row.append(f"{100 * one.precision:.1f} ({low:.0f}-{high:.0f})")
    print_table(heads, rows.values())


def calibrate(
    undo: Annotated[bool, typer.Option("--undo", help="Take the last fit back.")] = False,
    format: Annotated[FiguresFormat, typer.Option(help="How to print.")] = FiguresFormat.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Fit the confidences of a database to what you have said of its quotes.

    From then on lists, exports and --min-confidence have the fitted ones; the model's own are kept.

    \b
    Examples:
      quotes calibrate
      quotes calibrate --undo
    """
    from quotes.cli.caring import check_there
    from quotes.store import Store

    check_there(db)
    with Store(db) as store:
        now = store.uncalibrate() if undo else store.calibrate()
    if format is FiguresFormat.json:
        typer.echo(now.model_dump_json() if now else "null")
    elif undo:
        say(f"confidences are as {f'fitted {now.at}' if now else 'the model gives them'}")
    elif now:
        right = f"{number_of(now.verdicts, 'quote')} checked, {now.right / now.verdicts:.1%} right"
        typer.echo(f"{right}: mean confidence {now.before} before, {now.after} now")


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
        from quotes.training.train import train as run
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
