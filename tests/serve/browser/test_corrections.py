"""Correcting quotes in a browser: by keyboard, at a phone's width, with and without the token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.store import Store

from ..conftest import Watched, serving, watching
from ..newsroom import make_newsroom


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, str]]:
    """A store and the address, with the token, of a server at which it is corrected."""
    place = make_newsroom(tmp_path / "news.db")
    monkeypatch.setenv("QUOTES_USER", "Jo")
    with serving(place, "--edit", "--token", "of-ours") as server:
        yield place, server.address


def _press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _fixes(place: Path) -> list[tuple[str, str]]:
    with Store(place, read_only=True) as store:
        return [(fix.what, fix.by) for fix in store.fixes()]


def test_doubts_are_answered_by_keyboard_alone(watched: Watched, editor: tuple[Path, str]) -> None:
    place, address = editor
    page = watched.page
    page.goto(address)
    page.goto(f"{address.partition('?')[0]}doubts")
    first = page.locator(".in-place").inner_text()
    _tab_to(page, "Skip")
    _press(page, "Enter")
    page.wait_for_url("**/doubts?skip=1*")
    second = page.locator(".in-place").inner_text()
    assert second != first
    _tab_to(page, "Confirm")
    with page.expect_navigation():
        _press(page, "Enter")
    third = page.locator(".in-place").inner_text()
    assert third not in (first, second)
    _tab_to(page, "Drop")
    with page.expect_navigation():
        _press(page, "Enter")
    assert page.url.split("/")[-1].startswith("doubts?skip=1")
    assert sorted(_fixes(place)) == [("dropped", "Jo"), ("right", "Jo")]


def _tab_to(page: Any, name: str) -> None:
    """Tab from the quote on, where the page has put the focus, to a button or a link."""
    assert page.evaluate("document.activeElement.className") == "doubt"
    for _ in range(20):
        _press(page, "Tab")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            return
    raise AssertionError(name)


def test_a_wrong_word_comes_back_and_the_right_one_stays(
    watched: Watched, editor: tuple[Path, str]
) -> None:
    place, address = editor
    page = watched.page
    page.goto(address.replace("?", "quotes?words=crack&"))
    page.get_by_role("link", name="correct “Not one crack,”").click()
    page.get_by_label("Speaker", exact=True).fill("Ada Moreau")
    page.get_by_label("Exact words").fill("not two cracks")
    page.get_by_role("button", name="Change").click()
    assert "the text stands nowhere" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Speaker", exact=True).input_value() == "Ada Moreau"
    page.get_by_label("Exact words").fill("Not one crack")
    page.get_by_label("Exact words").press("Tab")
    page.get_by_role("button", name="Change").press("Enter")
    page.wait_for_url("**/article?id=bridge.html*")
    assert page.locator(".chosen", has_text="Ada Moreau").count()
    page.goto(f"{address.partition('?')[0]}fixes")
    shown = page.locator(".changes").inner_text()
    assert "Nils Berg" in shown
    assert "Ada Moreau" in shown
    page.get_by_role("button", name="Undo").click()
    page.wait_for_selector(".note")
    assert "Nobody has corrected or confirmed anything yet" in page.locator("main").inner_text()
    assert _fixes(place) == []


def test_without_the_token_there_is_nothing(watched: Watched, editor: tuple[Path, str]) -> None:
    bare = editor[1].partition("?")[0]
    for path in ("", "doubts", "fixes", "correct/ab"):
        watched.page.goto(f"{bare}{path}")
        assert "this needs the token" in watched.page.locator(".note").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_a_phones_width_without_scripts(
    browser: Any, editor: tuple[Path, str], scheme: str
) -> None:
    small = {"viewport": {"width": 360, "height": 700}, "java_script_enabled": False}
    with watching(browser, color_scheme=scheme, **small) as watched:
        page = watched.page
        page.goto(editor[1])
        bare = editor[1].partition("?")[0]
        page.goto(f"{bare}doubts")
        page.get_by_role("link", name="Change").click()
        page.wait_for_selector("h1:has-text('Correct a quote')")
        for box in page.locator("main *:visible").all():
            found = box.bounding_box()
            assert found is None or found["x"] + found["width"] <= 361
        page.get_by_label("Note").fill("looked up")
        page.get_by_role("button", name="Confirm as it is").click()
        assert page.url.startswith(f"{bare}doubts")
        assert _fixes(editor[0]) == [("right", "Jo")]
