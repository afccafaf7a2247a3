"""From a search to a speaker, to a quote in its article, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from quotes.store import Store

from ..conftest import Watched, watching
from ..newsroom import EVIL, HOSTILE


def test_search_then_speaker_then_the_quote_in_its_article_and_back(
    watched: Watched, server: str
) -> None:
    page = watched.page
    page.goto(server)
    page.get_by_role("searchbox").fill("dog")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Ada Moreau").first.click()
    assert page.locator("h1").inner_text() == "Ada Moreau"
    page.wait_for_load_state("load")
    assert page.get_by_role("img").evaluate("one => one.naturalWidth") > 0
    page.get_by_label("Latest").get_by_role("link", name="Toll stays").click()
    marked = page.locator(".ref:target + .content")
    assert marked.inner_text().startswith("“The bridge will open")
    assert marked.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.go_back()
    assert page.locator("h1").inner_text() == "Ada Moreau"
    page.go_back()
    assert page.get_by_role("searchbox").input_value() == "dog"


def test_a_mark_leads_to_its_note_and_back_by_keyboard(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}article?id=bridge.html")
    mark = page.get_by_role("link", name="quote 2, Nils Berg", exact=True)
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".notes > li:target")
    assert "fairly sure, 81 %" in note.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "2"
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "quote 2, Nils Berg"


def test_copied_text_is_the_articles(watched: Watched, server: str, newsroom: Path) -> None:
    watched.page.goto(f"{server}article?id=bridge.html")
    paragraphs = watched.page.locator("#text .row > p").all_inner_texts()
    with Store(newsroom, read_only=True) as store:
        text = store.article("bridge.html").text
    assert paragraphs == text.strip().split("\n\n")


def test_a_hostile_article_runs_and_loads_nothing(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}article?{urlencode({'id': HOSTILE})}")
    assert page.locator("#text p").first.inner_text().count(EVIL) == 2
    for place in page.locator("#text, .notes, h1, .imprint, dl").all():
        assert place.locator("script, img, style, iframe, [style], [onerror]").count() == 0
    links = page.locator("a").evaluate_all("found => found.map(one => one.href)")
    assert all(one.startswith(server) for one in links)
    page.locator(".notes .name").click()
    assert page.locator("h1").inner_text().startswith("=cmd|'/c calc'!A1 <script>")
    page.go_back()
    page.get_by_role("link", name="in no other article").click()
    assert page.locator("h1").inner_text() == "A saying, found once"
    assert {one.split("/")[2] for one in watched.requests} == {server.split("/")[2]}
    assert page.title() != "run"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_their_width(browser: Any, server: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 800}
    with watching(browser, viewport=size, color_scheme=scheme) as watched:
        page = watched.page
        page.goto(f"{server}article?id=toll.html")
        saying = page.locator(".notes a[href^='/saying/']").first.get_attribute("href")
        hostile = urlencode({"id": HOSTILE})
        for address in (f"article?{hostile}", saying[1:], "speaker?name=moreau", "speaker?name=x"):
            page.goto(server + address)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, address
        page.goto(f"{server}speaker?name=moreau")
        table = f"<div class=scroll><table><tr><td>{'long' * 200}</table></div>"
        page.locator(".columns > *").first.evaluate("(one, it) => one.innerHTML += it", table)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
