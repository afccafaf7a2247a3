"""Given names, with the gender of those that are nearly always of one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from quotes.registry.entries import Gender, fold


@dataclass(frozen=True)
class GivenNames:
    """`gender`: folded given name → "m" or "f"; `full`: short form → its usual full form."""

    gender: dict[str, Gender]
    full: dict[str, str]


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """The table of `quotes/data/given_names.toml`."""
    text = (files("quotes") / "data" / "given_names.toml").read_text(encoding="utf8")
    data = tomllib.loads(text)
    gender: dict[str, Gender] = {fold(name): "m" for name in data["m"].split()}
    gender.update({fold(name): "f" for name in data["f"].split()})
    return GivenNames(gender, data["short"])
