"""Where the shipped model lies; apart, so that naming it loads nothing."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("quotes"))) / "model"
MODEL = "model.onnx"
