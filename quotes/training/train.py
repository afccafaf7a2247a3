"""`quotes train`: corpora and starting weights in, a model folder out."""

from __future__ import annotations

from pathlib import Path

from quotes.encoder.session import Encoder, read_config
from quotes.pipeline.attributions.confidence import Confidence
from quotes.training import corpora
from quotes.training.calibrate import calibrate
from quotes.training.export import export
from quotes.training.measure import figures
from quotes.training.run import Plan, Run, starting_weights
from quotes.training.settle import settle


def train(
    folder: Path,
    *,
    out: Path,
    epochs: int = 8,
    start: Path | None = None,
    model: Path | None = None,
) -> None:
    """Train from the corpora in `folder`; checkpoints, log and the model go to `out`.

    `start`: the folder of the starting weights; `model`: that of a model whose weights are taken
    in their place, so that fewer epochs do. Raises InputError that names what is missing where. A
    run that was broken off goes on.
    """
    corpora.check(folder)
    start = start or starting_weights()
    out.mkdir(parents=True, exist_ok=True)
    run = Run(folder, start, out, Plan.of(epochs, later=model is not None), model)
    run.train()
    trained = run.mean()
    if run.plan.settled:
        trained = settle(run, run.plan.settled)
    export(trained, start, out / "model")
    encoder = Encoder(out / "model")
    errors = calibrate(encoder, run.dev, out / "model")
    confidence = Confidence.from_config(read_config(out / "model"))
    run.log(**errors, dev_int8=figures(encoder, run.dev, confidence))
