"""Comparing and auditing in a browser: by form, on a phone, in the dark."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Watched, watching

COMPARED = "compare?of=moreau&of=berg"


def test_names_are_added_and_taken_away_by_a_form(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}compare")
    page.get_by_label("Speaker 1").fill("moreau")
    page.get_by_label("Speaker 2").fill("berg")
    page.get_by_label("Speaker 3").fill("Zork")
    page.get_by_role("button", name="Compare").click()
    assert "Zork" in page.get_by_label("Speaker 3").evaluate(
        "one => document.getElementById(one.getAttribute('aria-describedby')).textContent"
    )
    assert page.locator("#often + table tbody tr").count() == 2
    page.get_by_role("link", name="take away Zork").click()
    assert page.locator("[aria-invalid]").count() == 0
    page.get_by_label("Speaker 3").fill("council")
    page.get_by_role("button", name="Compare").click()
    assert page.locator("#often + table tbody tr").count() == 3
    page.locator("#often + table").get_by_role("link", name="Ada Moreau").click()
    assert page.locator("h1").inner_text() == "Ada Moreau"


def test_audit_by_form_to_the_quotes(watched: Watched, server: str) -> None:
    page = watched.page
    page.goto(f"{server}audit")
    page.get_by_label("For each").select_option("outlet")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Evening Post").click()
    assert page.locator("h1").inner_text() == "2 quotes"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [COMPARED, "audit?across=publisher", "audit?across=month"])
def test_a_phone_shows_all_without_moving_sideways(
    browser: Any, server: str, scheme: str, address: str
) -> None:
    size = {"width": 360, "height": 800}
    with watching(browser, viewport=size, color_scheme=scheme) as watched:
        page = watched.page
        page.goto(server + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        wide = page.locator("main td").evaluate_all(
            "cells => cells.filter(one => one.getBoundingClientRect().right > 360).length"
        )
        assert wide == 0
        narrow = [one for one in watched.requests if "/plot/" in one]
        assert narrow
        assert all(f"look={scheme}-narrow" in one for one in narrow)
