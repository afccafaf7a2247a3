"""Checking a draft in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..conftest import Watched, watching

DRAFT = """\
“The bridge will open in May, whatever the winter storms bring to the harbour,” Ada Moreau said.

“The toll stays at three crowns,” the Harbour Council said.
"""


def test_a_draft_is_pasted_and_each_quotation_leads_to_its_article(
    watched: Watched, server: str
) -> None:
    page = watched.page
    page.set_default_timeout(60_000)  # the model is loaded
    page.goto(server)
    page.get_by_role("link", name="Check").click()
    page.get_by_label("The draft").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    assert page.locator("h1").inner_text() == "1 of 2 quotations to look at"
    page.locator("a.quotation", has_text="three crowns").click()
    assert page.url.endswith("#c1-2")
    place = page.locator("#c1-2")
    assert place.locator("ins").inner_text() == "three"
    assert place.locator("del").inner_text() == "two"
    place.get_by_role("link", name="Toll stays").click()
    assert page.locator("h1").inner_text() == "Toll stays"


def test_a_file_too_large_is_refused_in_a_sentence(
    watched: Watched, server: str, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_text("“We go on,” she said. " * 200_000)
    page = watched.page
    page.goto(f"{server}check")
    page.get_by_label("Or a file").set_input_files(large)
    page.get_by_role("button", name="Check").click()
    page.wait_for_selector(".note")
    assert "give at most 1 MB" in page.locator(".note").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_a_phones_width_without_scripts(browser: Any, server: str, scheme: str) -> None:
    small = {"viewport": {"width": 360, "height": 700}, "java_script_enabled": False}
    with watching(browser, color_scheme=scheme, **small) as watched:
        page = watched.page
        page.set_default_timeout(60_000)
        page.goto(f"{server}check")
        page.get_by_label("The draft").fill(DRAFT + "w" * 300)
        page.get_by_role("button", name="Check").click()
        page.wait_for_selector(".verdicts")
        width = page.locator("html").bounding_box()
        assert width
        assert width["width"] == 360
        for box in page.locator("main *:visible").all():
            found = box.bounding_box()
            assert found is None or found["x"] + found["width"] <= 361
