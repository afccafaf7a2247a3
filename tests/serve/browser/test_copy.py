"""A copy in a browser, from disk: it looks as the pages do, and asks for nothing elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.serve.asked import Question
from quotes.serve.copy import copy

from ..conftest import Watched, watching


@pytest.fixture(scope="module")
def pages(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy") / "pages"
    copy(str(newsroom), Question(act="all", factuality="all"), folder)
    return folder


def test_from_a_list_to_a_quote_and_back(watched: Watched, pages: Path) -> None:
    page = watched.page
    page.goto((pages / "index.html").as_uri())
    assert page.locator("h1").inner_text() == "10 quotes"
    page.get_by_role("link", name="Toll stays").first.click()
    assert page.url.startswith((pages / "article" / "toll-html.html").as_uri() + "#q-")
    assert page.locator(":target").count() == 1
    page.get_by_role("link", name="Ada Moreau", exact=True).first.click()
    assert page.locator("h1").inner_text() == "Ada Moreau"
    assert page.locator("img").evaluate("image => image.complete && image.naturalWidth > 0")
    page.get_by_role("link", name="Speakers", exact=True).click()
    assert page.locator("tbody tr").count() == 4


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"java_script_enabled": False}])
def test_no_page_asks_for_anything_elsewhere(
    browser: Any, pages: Path, look: dict[str, Any]
) -> None:
    with watching(browser, **look) as watched:
        for path in sorted(pages.rglob("*.html")):
            watched.page.goto(path.as_uri())
        asked = {url.split("?")[0].split("#")[0] for url in watched.requests}
    assert asked
    assert all(url.startswith(pages.as_uri() + "/") for url in asked)


def test_it_has_the_style_of_the_pages(watched: Watched, pages: Path) -> None:
    watched.page.goto((pages / "index.html").as_uri())
    width = watched.page.locator("main").evaluate("main => getComputedStyle(main).maxWidth")
    assert width.endswith("px")
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
