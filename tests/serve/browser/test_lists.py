"""Searching and narrowing in a browser, as people do it."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Watched, watching


def test_search_then_narrow_then_page(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(server)
    page.get_by_label("Words", exact=True).fill("bridge")
    page.get_by_role("button", name="Search").click()
    assert page.locator("mark").all_inner_texts() == ["bridge"] * 3
    page.get_by_label("Narrow the list").get_by_role("link", name="Ada Moreau").click()
    assert page.locator("h1").inner_text() == "2 quotes"
    page.get_by_role("link", name="“bridge” (take away)").click()
    assert page.locator("h1").inner_text() == "3 quotes"
    page.go_back()
    assert page.get_by_label("Words", exact=True).input_value() == "bridge"


def test_a_list_is_saved_as_csv(watched: Watched, server: str) -> None:
    watched.page.goto(f"{server}quotes?speaker=moreau")
    with watched.page.expect_download() as download:
        watched.page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "quotes.csv"
    assert download.value.path().read_text("utf-8-sig").startswith("id,date,speaker,")


def test_nothing_that_an_article_says_is_run(watched: Watched, server: str) -> None:
    page = watched.page
    for address in ("", "quotes?act=all&factuality=all", "speakers", "articles"):
        page.goto(server + address)
        assert "run" not in page.title()
        assert page.locator("script, style, iframe, [style], [onerror]").count() == 0
        assert page.locator("main img").count() == (address == "")
        hrefs = page.locator("a").evaluate_all("found => found.map(one => one.href)")
        assert all(one.startswith(server) for one in hrefs)
    assert page.locator("tbody a", has_text="<script>").count() == 1


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_fits_its_width(browser: Any, server: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 800}
    with watching(browser, viewport=size, color_scheme=scheme) as watched:
        for address in ("", "quotes", "speakers", "articles", "quotes?since=x"):
            watched.page.goto(server + address)
            wide = watched.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, address
            cells = watched.page.locator("td").evaluate_all(
                "found => found.map(one => one.getBoundingClientRect().right)"
            )
            assert max(cells, default=0) <= width, address


def test_the_keyboard_is_enough(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}quotes")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    page.keyboard.type("toll")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=toll**")
    assert page.locator("mark").first.inner_text() == "toll"
