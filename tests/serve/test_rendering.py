"""Templates escape what they print, know all names, and hold nothing that the policy forbids."""

from __future__ import annotations

import doctest
import re

import pytest
from jinja2 import UndefinedError

from quotes.serve import marks, rendering
from quotes.serve.rendering import CLIPPED, clip, environment

NAMES = environment().list_templates()


def _source(name: str) -> str:
    loader = environment().loader
    assert loader
    return loader.get_source(environment(), name)[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_whole_and_has_nothing_inline(name: str) -> None:
    environment().get_template(name)
    source = _source(name)
    assert not re.search(r"<script|<style|\bstyle=|\bon[a-z]+=|javascript:|\| *safe\b", source)
    macros = re.findall(r"{% macro (\w+)", source)
    assert len(macros) == len(set(macros))


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nowhere }}").render()


def test_words_are_escaped() -> None:
    shown = environment().from_string('<p title="{{ words }}">{{ words }}').render(words="<\"'&")
    assert shown == '<p title="&lt;&#34;&#39;&amp;">&lt;&#34;&#39;&amp;'


def test_long_words_are_cut_between_words() -> None:
    text = "word " * CLIPPED
    assert clip(text).endswith("word …")
    assert len(clip(text)) <= CLIPPED + 2
    assert len(clip("x" * 10 * CLIPPED)) <= CLIPPED + 2
    assert clip("short") == "short"


@pytest.mark.parametrize("module", [rendering, marks])
def test_examples_are_right(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert (failed, tried > 0) == (0, True)
