"""Words, kinds, names and roles."""

from __future__ import annotations

import pytest

from quotes.evaluate.names import same_name, same_role
from quotes.evaluate.words import Words, kind_of


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("[one] two", {0}),
        ("o[n]e two", {0}),
        ("one[ ]two", set()),
        ("one[, two]", {1}),
        ("[one tw]o", {0, 1}),
        ("[]one", set()),
        ("[one two three four five six seven eight]", set(range(8))),
        ("“[Él-Salvador, 3_4]”", {0, 1, 2}),
    ],
)
def test_a_word_is_covered_with_any_of_its_characters(text: str, covered: set[int]) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert Words(text.replace("[", "").replace("]", "")).covered([(start, end)]) == covered


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("that it rains", {1, 2}),
        ("“To leave”", {1}),
        ("That", {0}),
        ("it is that", {0, 1, 2}),
    ],
)
def test_a_leading_that_or_to_never_counts(text: str, content: set[int]) -> None:
    assert Words(text).content([(0, len(text))]) == content


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He said [“go home.”]", "direct"),
        ("He said [“go home]", "direct"),
        ("He said [``go'' and ''come'',] yes", "direct"),
        ("He said “[go home,]” and left", "direct"),
        ("He said “[go home,] and left", "indirect"),
        ("He said [“go” home]", "mixed"),
        ("He said [go “home.”]", "mixed"),
        ("He said [go “very much” home]", "mixed"),
        ("He said [go home].", "indirect"),
        ("“[Go,] he said, [now]”", "direct"),
        ("[“Go,”] he said, [now]", "mixed"),
        ("He said ['go home']", "indirect"),
    ],
)
def test_kind_by_the_marks(text: str, kind: str) -> None:
    bare, spans, start = "", [], 0
    for char in text:
        if char == "[":
            start = len(bare)
        elif char == "]":
            spans.append((start, len(bare)))
        else:
            bare += char
    assert kind_of(bare, spans) == kind


@pytest.mark.parametrize(
    ("given", "wanted", "same"),
    [
        ("Anna Berg", "anna berg", True),
        ("President Anna Berg's", "Anna Berg", True),
        ("José O’Neill", "Jose ONeill", True),
        ("Berg", "Anna Berg", False),
        ("Anna Berg", ["Bea", "Anna Berg"], True),
        ("Anna Berg", [], False),
        ("the president", "prime minister", False),
        ("the president", "The President", True),
        (None, None, True),
        ("", None, True),
        (None, "Anna", False),
        ("Anna", None, False),
        (None, ["Anna", None], True),
    ],
)
def test_same_name(given: str | None, wanted: str | list[str | None] | None, same: bool) -> None:
    assert same_name(given, wanted) is same


@pytest.mark.parametrize(
    ("given", "wanted", "same"),
    [
        ("the mayor of Bergen", "Bergen Mayor", True),
        ("mayor", "mayor of Bergen", True),
        ("mayor", "former mayor of Bergen", False),
        ("the", None, True),
        (None, None, True),
        (None, "mayor", False),
    ],
)
def test_same_role(given: str | None, wanted: str | None, same: bool) -> None:
    assert same_role(given, wanted) is same


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ("mayor", True),
        ("head of the party", True),
        ("mayor and head of the party", True),
        ("mayor of Dover", True),
        ("farmer", False),
        ("mayor and farmer of Dover", False),
        (None, False),
    ],
)
def test_one_of_several_roles(given: str | None, same: bool) -> None:
    assert same_role(given, ["mayor", "head of the party"]) is same
    assert same_role(None, [])
    assert same_role(None, ["mayor", None])
