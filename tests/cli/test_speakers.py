"""quotes speakers: everyone, one person, merges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

MORE = (
    '"One," said Sergei Antonov.\n\n"Two," said Sergey Antonov.\n\n"Three," said Ada Marsh.\n\n'
    '"Four," said Neil Marsh.\n\n"Five," said Merge.\n\n"Six," said Joe Roe.\n\n'
    '"Seven," said Joseph Roe.\n'
)


@pytest.fixture
def people(run: Run) -> Run:
    """A store with namesakes, two spellings of one name, and somebody called Merge."""
    Path("more.txt").write_text(MORE)
    assert run("add", "more.txt", "--publisher", "Paper", "--date", "2020-11-20").exit_code == 0
    return run


def test_one_person(people: Run) -> None:
    result = people("speakers", "Sergej", "Antonov")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Sergey Antonov (person): 2 quotes" or lines[0].startswith(
        "Sergei Antonov ("
    )
    known = [line.split(maxsplit=1) for line in lines if line and not line.startswith(" ")][1:]
    assert [head for head, _ in known] == [
        "names",
        "kinds",
        "publishers",
        "months",
        "first",
        "last",
    ]
    assert ["publishers", "Paper (2)"] in known


def test_one_person_as_json(people: Run) -> None:
    (page,) = json.loads(people("speakers", "Antonov", "--format", "json").stdout)
    assert page["count"] == 2
    assert {entry["value"] for entry in page["names"]} == {"Sergei Antonov", "Sergey Antonov"}
    result = people("speakers", "Antonov", "--format", "csv")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    "words",
    [["--", "Merge"], ["show", "Merge"], ["Merge"], ["--act", "all", "Merge"]],
)
def test_a_name_that_is_a_command(people: Run, words: list[str]) -> None:
    assert people("speakers", *words).stdout.startswith("Merge (person): 1 quote")


def test_options_may_stand_before_the_name_or_command(people: Run) -> None:
    (page,) = json.loads(people("speakers", "--format", "json", "Antonov").stdout)
    assert page["count"] == 2
    assert json.loads(people("speakers", "--format", "json", "merges").stdout)
    assert people("speakers", "--act", "all", "merges").exit_code == 2


def test_merges_are_listed_undone_and_made(people: Run) -> None:
    listed = people("speakers", "merges").stdout.splitlines()
    assert listed[0] == "merged by quotes: Sergei Antonov | Sergey Antonov"
    assert listed[1].endswith("by transliteration; both: Paper")
    result = people("speakers", "split", "Sergei Antonov")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "quotes: Sergei Antonov and Sergey Antonov are two now\n"
    result = people("list", "--speaker", "Antonov", "--count")
    assert (result.exit_code, result.stdout) == (0, "2\n")
    assert result.stderr == "quotes: 'Antonov' is 2 speakers: Sergei Antonov, Sergey Antonov\n"
    result = people("speakers", "merge", "Sergei Antonov", "Sergey Antonov", "--why", "the same")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "    the same" in people("speakers", "merges").stdout.splitlines()
    assert people("list", "--speaker", "Antonov", "--count").stderr == ""


def test_a_suggestion_comes_with_its_command(people: Run) -> None:
    shown = people("speakers", "merges", "--suggested").stdout
    assert "    quotes speakers merge 'Joe Roe' 'Joseph Roe'" in shown.splitlines()
    (row,) = json.loads(people("speakers", "merges", "--suggested", "--format", "json").stdout)
    assert (row["state"], row["by"]) == ("suggested", "quotes")
    assert people("speakers", "merge", "Joe Roe", "Joseph Roe").exit_code == 0
    assert people("speakers", "merges", "--suggested").stderr == "quotes: nothing found\n"


@pytest.mark.parametrize(
    "words",
    [
        ["speakers", "Marsh"],
        ["speakers", "split", "Marsh"],
    ],
)
def test_an_ambiguous_name_lists_the_candidates(people: Run, words: list[str]) -> None:
    result = people(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[1:] == [
        "  Ada Marsh (person, 1 quote): 'Ada Marsh'",
        "  Neil Marsh (person, 1 quote): 'Neil Marsh'",
    ]


@pytest.mark.parametrize(
    "words",
    [["list"], ["search", "f* OR s*"], ["export", "x.csv"], ["stats"], ["articles"]],
)
def test_a_part_of_a_name_means_all_who_bear_it(people: Run, words: list[str]) -> None:
    result = people(*words, "--speaker", "Marsh")
    assert result.exit_code == 0
    assert "quotes: 'Marsh' is 2 speakers: Ada Marsh, Neil Marsh" in result.stderr.splitlines()


def test_namesakes_left_out_are_named(people: Run) -> None:
    Path("news/c.txt").write_text('"Eight," said Marsh.\n')
    people("add", "news/c.txt")
    result = people("list", "--speaker", "Marsh", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "quotes: 'Marsh' alone; left out: Ada Marsh, Neil Marsh\n"


def test_export_of_one_speaker(people: Run) -> None:
    result = people("export", "x.csv", "--speaker", "Антонов")
    assert result.stderr == "2 quotes written to x.csv\n"


def test_list_by_office(people: Run) -> None:
    result = people("list", "--office", "chair of nothing")
    assert result.exit_code == 2
    assert "no office 'chair of nothing' is known; near it: " in result.stderr
    result = people("list", "--office", "prime minister of Armenia", "--on", "2020-11-16")
    assert (result.exit_code, result.stderr) == (0, "quotes: nothing found\n")


@pytest.mark.parametrize("command", ["show", "merges", "merge", "split"])
def test_every_help_has_examples_and_fits_80_columns(run: Run, command: str) -> None:
    result = run("speakers", command, "--help")
    assert "Examples:\n    quotes speakers " in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_built_in_speakers_file_is_fine(run: Run) -> None:
    result = run("speakers", "check")
    assert result.exit_code == 0
    assert "error:" not in result.stdout
    assert "findings in the built-in speakers file" in result.stderr


def test_a_speakers_file_with_faults(run: Run) -> None:
    Path("mine.toml").write_text('[[person]]\nid = "ann-lee"\nname = "Ann Lee"\nrank = 3\n')
    result = run("speakers", "check", "mine.toml")
    assert result.exit_code == 1
    assert result.stdout.startswith("mine.toml:4: error: ann-lee:")
    assert "mine.toml" in result.stderr
