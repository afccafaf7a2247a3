"""Countries by their names, demonyms, capitals and aliases."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from quotes.registry.entries import fold


@dataclass(frozen=True)
class Places:
    """`names`: folded country names, aliases and demonyms (also in the plural) → country;
    `capitals`: folded capitals → country; `peoples`: the plurals, which mean a crowd; `leaders`:
    country → (office, first day, last day) of those that the news calls its leader."""

    names: dict[str, str]
    capitals: dict[str, str]
    peoples: frozenset[str]
    leaders: dict[str, list[tuple[str, dt.date, dt.date]]]

    def country(self, words: str, *, capitals: bool = False) -> str | None:
        """The country that a word or phrase names, possessive or not, or None."""
        key = fold(words).removesuffix("'s").removesuffix("'").strip()
        return self.names.get(key) or (self.capitals.get(key) if capitals else None)

    def is_native(self, word: str) -> bool:
        """True for a word in lower case that means somebody by their country: "spaniard"."""
        several = plural(word)
        return several != word and word in self.names and several in self.peoples

    def leader(self, country: str, on: dt.date) -> str | None:
        """The title of the office whose holder was called the country's leader on that day."""
        found = self.leaders.get(country, ())
        return next((office for office, start, end in found if start <= on <= end), None)


@lru_cache(maxsize=1)
def load_places() -> Places:
    """The table of `quotes/data/countries.toml`."""
    text = (files("quotes") / "data" / "countries.toml").read_text(encoding="utf8")
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    peoples: set[str] = set()
    leaders: dict[str, list[tuple[str, dt.date, dt.date]]] = {}
    for row in tomllib.loads(text)["country"]:
        country = row["name"]
        for name in (country, *row.get("aliases", ())):
            names[fold(name)] = country
        for demonym in row.get("demonyms", ()):
            names[fold(demonym)] = names[plural(fold(demonym))] = country
            peoples.add(plural(fold(demonym)))
        for capital in row.get("capitals", ()):
            capitals[fold(capital)] = country
        leaders[country] = list(_leaders(row.get("leader", [])))
    return Places(names, capitals, frozenset(peoples), leaders)


def _leaders(rows: str | list[dict[str, Any]]) -> Iterator[tuple[str, dt.date, dt.date]]:
    dated: list[dict[str, Any]] = [{"office": rows}] if isinstance(rows, str) else rows
    for row in dated:
        yield row["office"], row.get("from", dt.date.min), row.get("until", dt.date.max)


def plural(word: str) -> str:
    """The plural of a demonym; those in -sh, -ch, -ese keep their form."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return word if word.endswith(("sh", "ch", "ese", "s")) else f"{word}s"
