"""Words of others made safe to print on a terminal.

What a terminal obeys instead of showing it is controls (escape sequences begin with one), formats,
which turn the direction of writing or cannot be seen, and halves of surrogate pairs.
"""

from __future__ import annotations

import io
import re
import unicodedata

UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of it, but for tabs and newlines."""

_ODD = re.compile(r"[^\t\n -~]")
_INSTEAD = {"Zl": "\n", "Zp": "\n", "Cs": "\ufffd"}
_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")  # of which the rest would be left


def clean(words: str) -> str:
    """One line: white space is single spaces; what is unsafe is taken out."""
    return " ".join(clean_lines(words).split())


def clean_lines(text: str) -> str:
    """The text with tabs and newlines, and without what is unsafe."""
    return _ODD.sub(_kept, _SEQUENCE.sub("", text))


def harmless(text: str) -> str:
    r"""The text with what is unsafe as \uXXXX, for people to see; in JSON it is the same value."""
    return _ODD.sub(_escaped, text)


class Terminal(io.TextIOWrapper):
    """Standard output where it is a terminal: what is unsafe is shown and not obeyed."""

    @classmethod
    def over(cls, stream: io.TextIOWrapper) -> Terminal:
        """In the place of a stream, which is of no use any more."""
        return cls(stream.detach(), "utf-8", "backslashreplace", "\n", line_buffering=True)

    def write(self, words: str) -> int:
        """Write the words made harmless; a carriage return before a newline does no harm."""
        super().write(harmless(words.replace("\r\n", "\n")))
        return len(words)

    def write_bold(self, line: str) -> None:
        """Write a line in bold."""
        super().write(f"\x1b[1m{harmless(line)}\x1b[0m\n")


def _kept(found: re.Match[str]) -> str:
    category = unicodedata.category(found[0])
    return _INSTEAD.get(category, "") if category in UNSAFE else found[0]


def _escaped(found: re.Match[str]) -> str:
    if unicodedata.category(found[0]) not in UNSAFE:
        return found[0]
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(rf"\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))
