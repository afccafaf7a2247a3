"""Each module imports what stands before it on the straight line: no import leads back to where it
began, not even one within a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def circle(modules: Mapping[str, str]) -> list[str]:
    """The names of modules of which each imports the next, the last being the first again; none
    where no import leads back. `modules`: the source of each by its name, a package's being that of
    its `__init__.py`."""
    imported = {name: set(_imported(name, source, modules)) for name, source in modules.items()}
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[::-1]
    return []


def _imported(name: str, source: str, modules: Mapping[str, str]) -> Iterator[str]:
    """The modules that one imports when it runs, at its top or within a function. Packages that
    they lie in are imported, too; those in which this one lies itself are there already."""
    for path in _paths(ast.parse(source)):
        parts = path.split(".")
        above = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
        *packages, asked = [one for one in above if one in modules] or [name]
        yield from {asked} - {name}
        yield from (one for one in packages if not f"{name}.".startswith(f"{one}."))


def _paths(tree: ast.AST) -> Iterator[str]:
    """The whole names of all that is imported, modules and what is in them."""
    for node in _running(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "modules are imported by their whole names"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """All that runs within a node: what stands below `if TYPE_CHECKING` does not."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            yield from (inner for other in child.orelse for inner in (other, *_running(other)))
        else:
            yield child
            yield from _running(child)


def _sources() -> dict[str, str]:
    found = {}
    for path in (ROOT / "quotes").rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = path.read_text("utf8")
    return found


def test_no_import_leads_back() -> None:
    modules = _sources()
    assert {"quotes", "quotes.store", "quotes.cli.app"} <= set(modules)
    assert " imports ".join(circle(modules)) == ""


WITHIN = "def do():\n    import a.one"
CHECKED = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import one"


@pytest.mark.parametrize(
    ("first", "second", "package", "found"),
    [
        ("import a.two", "", "", set()),
        ("import a.two", "from a.one import name", "", {"a.one", "a.two"}),
        ("from a import two", WITHIN, "", {"a.one", "a.two"}),
        ("from a import two", CHECKED, "", set()),
        ("import a.two", f"{CHECKED}\nelse:\n    import a.one", "", {"a.one", "a.two"}),
        ("", "", "from a.one import name", set()),
        ("from a import name", "", "from a.one import name", {"a", "a.one"}),
        ("import b", "", "", set()),
        ("import b.three", "", "from a.one import name", {"a", "a.one", "b.three"}),
    ],
)
def test_circles_are_found(first: str, second: str, package: str, found: set[str]) -> None:
    modules = {"a": package, "a.one": first, "a.two": second, "b": "", "b.three": "import a.two"}
    assert set(circle(modules)) == found
