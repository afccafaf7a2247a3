"""The trained net as an ONNX file: float first, then with weights in seven bits."""

from __future__ import annotations

import json
import logging
import shutil
import warnings
from pathlib import Path

import torch

from quotes.encoder.labels import NAME_LABELS, ROLE_LABELS, TAGS, TYPES
from quotes.encoder.session import INPUTS, MODEL_FORM, OUTPUTS
from quotes.training.net import Net

WORDS, PIECES = 9, 15  # of the example that the graph is traced with; any other size fits


class _OneWindow(torch.nn.Module):
    """The net on one window, with no padding and so with no mask: what the run time needs."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, places: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        out = self.net(pieces[None], shapes[None], places[None], torch.ones_like(pieces)[None])
        return tuple(out[name][0] for name in OUTPUTS)


def export(net: Net, start: Path, folder: Path) -> None:
    """Write float.onnx and model.onnx (int8), the tokenizer and config.json to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_float(net, folder / "float.onnx")
    quantize(folder / "float.onnx", folder / "model.onnx")
    shutil.copyfile(start / "tokenizer.json", folder / "tokenizer.json")
    config = {
        "form": MODEL_FORM,
        "roles": ROLE_LABELS,
        "names": NAME_LABELS,
        "tags": TAGS,
        "source types": TYPES,
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf8")


def write_float(net: Net, path: Path) -> None:
    """Trace the net with windows of any length."""
    pieces = torch.randint(1000, 2000, (PIECES,))
    example = (pieces, torch.zeros(PIECES, dtype=torch.long), torch.arange(1, WORDS + 1))
    sizes = {"pieces": {0: "p"}, "shapes": {0: "p"}, "places": {0: "w"}}
    sizes |= {name: {0: "w"} for name in OUTPUTS}
    sizes |= {pointer: {0: "w", 1: "w"} for pointer in ("link", "meant")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _OneWindow(net).eval(), example, str(path), dynamo=False, opset_version=17,
            input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=sizes,
        )  # fmt: skip


def quantize(source: Path, target: Path) -> None:
    """Dynamic int8, per channel; weights in seven bits, so that processors without VNNI, whose
    sums of two products saturate at sixteen bits, give the same answers as those with it."""
    from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    prepared = source.with_suffix(".prepared")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared), str(target), per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8,
    )  # fmt: skip
    prepared.unlink()
