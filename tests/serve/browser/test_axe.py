"""Every kind of page can be used by everybody, as far as axe-core can tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.serve.app import make_app
from quotes.serve.settings import Settings

from ..conftest import Watched, serving
from ..visits import visits

_RUN = """async only => {
  const found = await axe.run({resultTypes: ["violations"], ...(only && {runOnly: only})});
  const serious = found.violations.filter(one => ["serious", "critical"].includes(one.impact));
  return serious.flatMap(one => one.nodes.map(
    node => `${one.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}"""
_UNFOLD = "found => found.forEach(one => one.open = true)"

DRAFT = "“The toll stays at three crowns,” the Harbour Council said. “Not one crack,” Berg said."


@pytest.fixture(scope="module")
def axe() -> Path:
    """The script of axe-core, whose path QUOTES_AXE has (`npm pack axe-core`).

    Without it the test is skipped, or fails if QUOTES_NEED_BROWSER is 1.
    """
    path = os.environ.get("QUOTES_AXE")
    if path is None:
        why = "no axe-core: QUOTES_AXE is not set to its axe.min.js"
        if os.environ.get("QUOTES_NEED_BROWSER") == "1":
            pytest.fail(why, pytrace=False)
        pytest.skip(why)
    return Path(path)


@pytest.fixture(scope="module")
def editor(newsroom: Path) -> Iterator[str]:
    """The address of a server at which quotes can be corrected, with its token."""
    with serving(newsroom, "--edit", "--token", "of-ours") as found:
        yield found.address


def test_axe_finds_nothing_serious(
    watched: Watched, axe: Path, editor: str, newsroom: Path
) -> None:
    app = make_app(Settings(place=str(newsroom), edit=True))
    page = watched.page
    page.add_init_script(path=axe)
    page.goto(editor)
    start = page.url.rstrip("/")
    for addresses in [*visits(newsroom, app).values(), ["/nowhere"]]:
        for address in addresses:
            page.goto(start + address)
            _look(page)
    page.goto(f"{start}/check")
    page.get_by_label("Draft").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    _look(page)


def _look(page: Any) -> None:
    """On a desk and on a phone, by day and by night nothing is wrong or too wide, also unfolded."""
    page.locator("details").evaluate_all(_UNFOLD)
    for scheme, rules in (("light", None), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            where = f"{page.url} ({scheme}, {width} px)"
            assert page.evaluate(_RUN, rules) == [], where
            assert page.evaluate("document.documentElement.scrollWidth") <= width, where
