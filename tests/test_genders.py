"""Words that tell a gender."""

from __future__ import annotations

import pytest

from quotes.genders import of_given_name, of_role, of_title


@pytest.mark.parametrize(
    ("role", "gender"),
    [
        ("spokeswoman", "f"),
        ("chairman of the board", "m"),
        ("wife of the king", "f"),  # what comes behind "of" is somebody else
        ("adviser to the queen", None),
        ("king and queen", "m"),
        ("mother and father", "f"),
        ("prime minister", None),
        ("", None),
    ],
)
def test_a_role_tells_by_its_own_words(role: str, gender: str | None) -> None:
    assert of_role(role.split()) == gender


def test_given_names_and_titles() -> None:
    assert [of_given_name(name) for name in ("anna", "jean-pierre", "robin")] == ["f", "m", None]
    assert [of_title(word) for word in ("mrs", "sir", "dr")] == ["f", "m", None]
