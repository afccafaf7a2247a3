"""Countries in the words of a role."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quotes.countries import countries_in


@pytest.mark.parametrize(
    ("words", "countries", "rest"),
    [
        ("Armenia’s prime minister", {"Armenia"}, "prime minister"),
        ("U.S. Secretary of State", {"United States"}, "secretary of state"),
        ("president of the United States", {"United States"}, "president of the"),
        ("French-Armenian envoy", {"France", "Armenia"}, "envoy"),
        ("", set(), ""),
    ],
)
def test_countries_in(words: str, countries: set[str], rest: str) -> None:
    assert countries_in(words) == (countries, tuple(rest.split()))


def test_import_is_light() -> None:
    code = "import sys, quotes.identity; print({'spacy', 'rapidfuzz', 'pandas'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
