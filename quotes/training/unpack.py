"""The weights of a model folder as the net has them: to go on from a model that was trained before.

The file holds them in eight bits, so that they come back a little coarser than they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, numpy_helper

from quotes.encoder.place import MODEL

Floats = NDArray[np.float32]

PREFIX = "net."  # of the names that the exported net gives its weights
ROLES = "roles.weight"  # the only matrix that no bias, by whose name it could be known, follows


def read_weights(folder: Path) -> dict[str, Floats]:
    """Name -> weights of all parts of the net that the model has."""
    graph = onnx.load(str(folder / MODEL)).graph
    known = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    users: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    found = {}
    for name, value in known.items():
        if name.startswith(PREFIX) and name.endswith((".weight", ".bias")):
            found[name.removeprefix(PREFIX)] = value
        elif name.startswith(PREFIX) and name.endswith("_quantized"):
            found[name.removeprefix(PREFIX).removesuffix("_quantized")] = _floats(known, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in known:
            biases = [b for b in _after(node, users, known) if b.endswith(".bias")]
            key = (
                biases[0].removeprefix(PREFIX).removesuffix("bias") + "weight" if biases else ROLES
            )
            found[key] = _floats(known, node.input[1]).T
    return found


def _floats(known: dict[str, NDArray[Any]], name: str) -> Floats:
    stem = name.removesuffix("_quantized")
    zero = known[f"{stem}_zero_point"].astype(np.float32)
    values: Floats = (known[name].astype(np.float32) - zero) * known[f"{stem}_scale"]
    return values


def _after(
    node: NodeProto, users: dict[str, list[NodeProto]], known: dict[str, NDArray[Any]]
) -> Iterator[str]:
    """The initializers of the addition that follows a product, if any does."""
    while node.op_type in ("MatMulInteger", "Cast", "Mul"):
        (node,) = users[node.output[0]][:1] or [NodeProto()]
    if node.op_type == "Add":
        yield from (name for name in node.input if name in known)
