"""Makes docs/serve-wide.png and docs/serve-narrow.png, the README's pictures of `quotes serve`.

They show seeds/, in Chromium.

    python -m docs.screens
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from quotes.store import Store
from tests.serve.conftest import CHROMIUM, QUIET, serving

from .picture import ROOT, run

COLOURS = 48
"""Colours of a picture: letters and few others, so that it is a small file."""


def main() -> None:
    """Store the sample articles in a folder of its own, serve them, look at two pages."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "quotes.db"
        run("add", str(ROOT / "seeds"), "--db", str(db))
        with Store(db, read_only=True) as store:
            article = store.quotes(speaker="Pashinian", kind="direct", limit=1)[0].article_id
        with serving(db) as server, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
            page = chromium.new_page(viewport={"width": 1280, "height": 860})
            page.goto(f"{server.address}article?id={article}")
            save(page, "serve-wide.png")
            page.set_viewport_size({"width": 360, "height": 860})
            page.goto(f"{server.address}quotes?words=peacekeepers")
            save(page, "serve-narrow.png")
            chromium.close()


def save(page: Any, name: str) -> None:
    """Save what is seen of a page in the folder of this file."""
    seen = Image.open(io.BytesIO(page.screenshot()))
    seen.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        ROOT / "docs" / name, optimize=True
    )


if __name__ == "__main__":
    main()
