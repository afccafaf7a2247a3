"""quotes facets, and pages of quotes speakers."""

from __future__ import annotations

import csv
import io
import json

import pytest

from .conftest import Run


def test_facets_in_each_format(stored: Run) -> None:
    table = stored("facets", "--limit", "1")
    assert table.exit_code == 0
    assert table.stdout.splitlines()[0].split() == ["FACET", "VALUE", "QUOTES"]
    whole = json.loads(stored("facets", "--format", "json").stdout)
    assert f"quotes: {whole['total']} quotes" in table.stderr
    (kinds,) = [facet for facet in whole["facets"] if facet["name"] == "kind"]
    assert sum(choice["count"] for choice in kinds["choices"]) == whole["total"] == kinds["of"]
    rows = list(csv.DictReader(io.StringIO(stored("facets", "--format", "csv").stdout)))
    for choice in kinds["choices"]:
        assert {
            "facet": "kind",
            "value": choice["value"],
            "quotes": str(choice["count"]),
        } in rows
        (count,) = stored("list", "--kind", choice["value"], "--count").stdout.split()
        assert int(count) == choice["count"]


def test_facets_of_a_search(stored: Run) -> None:
    lines = stored("facets", "peace OR war OR the", "--act", "all", "--format", "jsonl").stdout
    found = {facet["name"]: facet for facet in map(json.loads, lines.splitlines())}
    (count,) = stored("search", "peace OR war OR the", "--act", "all", "--count").stdout.split()
    assert found["kind"]["counted"] == int(count)


@pytest.mark.parametrize("wrong", [["--limit", "0"], ["--speaker", "Xqzw"], ["!?"]])
def test_what_makes_no_sense_is_one_line(stored: Run, wrong: list[str]) -> None:
    result = stored("facets", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_so_many_speakers_and_those_after_one(stored: Run) -> None:
    every = json.loads(stored("speakers", "--format", "json").stdout)
    first = json.loads(stored("speakers", "--limit", "1", "--format", "json").stdout)
    assert first == every[:1]
    named = first[0]["id"] or f"{first[0]['type']}:{first[0]['name']}"
    after = json.loads(stored("speakers", "--after", named, "--format", "json").stdout)
    assert after == every[1:]
    part = first[0]["name"][:4].lower()
    called = json.loads(stored("speakers", "--called", part, "--format", "json").stdout)
    assert first[0] in called
