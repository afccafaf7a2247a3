"""Every kind of page can be used by everybody, as far as axe-core can tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ..conftest import asking, serving, watching
from ..visits import visits

_RUN = """async () => {
  const found = await axe.run({resultTypes: ["violations"]});
  const serious = found.violations.filter(one => ["serious", "critical"].includes(one.impact));
  return serious.flatMap(one => one.nodes.map(
    node => `${one.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}"""


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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: Any, axe: Path, editor: str, newsroom: Path, width: int, scheme: str
) -> None:
    client: TestClient = asking(newsroom, edit=True)
    addresses = [one for some in visits(newsroom, client.app).values() for one in some]  # type: ignore[arg-type]
    size = {"width": width, "height": 800}
    with watching(browser, viewport=size, color_scheme=scheme) as watched:
        page = watched.page
        page.add_init_script(path=axe)
        page.goto(editor)
        start = page.url.rstrip("/")
        found = []
        for address in [*addresses, "/nowhere"]:
            page.goto(start + address)
            page.locator("details").evaluate_all("found => found.forEach(one => one.open = true)")
            found += [f"{address}: {one}" for one in page.evaluate(_RUN)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert not found, "\n".join(found)
