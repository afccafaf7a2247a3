"""The public names."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import quotes

ROOT = Path(__file__).parents[1]


def test_the_public_list() -> None:
    assert quotes.__all__ == [
        "AmbiguousError",
        "Article",
        "InputError",
        "ModelError",
        "Quote",
        "QuotesError",
        "Run",
        "Saying",
        "Speaker",
        "Store",
        "StoreError",
        "UsageError",
        "__version__",
        "extract",
        "extract_many",
        "load",
        "to_frame",
    ]
    assert set(quotes.__all__) <= set(dir(quotes))


@pytest.mark.parametrize("name", quotes.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(quotes, name)
    assert name == "__version__" or value.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = quotes.nothing


@pytest.mark.parametrize(
    ("name", "module"), [("quotes.store", "records"), ("quotes.export", "formats")]
)
def test_packages_give_their_names_and_their_modules(name: str, module: str) -> None:
    code = (
        f"import sys, {name} as package\n"
        f"assert package.{module} is sys.modules['{name}.{module}']\n"
        "assert set(package.__all__) <= set(dir(package))\n"
        "for name in package.__all__: getattr(package, name)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_no_module_hides_a_public_name() -> None:
    modules = {module.name for module in pkgutil.iter_modules(quotes.__path__)}
    assert not modules & set(quotes.__all__)
    importlib.import_module("quotes.api")
    assert callable(quotes.extract)


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == quotes.__version__
