"""Names of files for articles: readable, and harmless wherever an archive is unpacked."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import count

LONGEST_PART, LONGEST = 120, 200
"""Bytes of a folder's or file's name and of a path, without ending and mark: systems take 255 and,
with the folder in which it is unpacked, 260."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SIGNS = frozenset('<>:"|?*\\#%&')
"""Signs that Windows forbids in names, or that mean something in a brat document's address."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, marks that turn the direction of writing and the like, by Unicode's categories."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.I)
"""Names that are no files on Windows, whatever their ending."""

_OURS = (".txt", ".ann", ".conf")


class Names:
    """Gives each article a name of its own; they differ in more than case, accents' form or width.

    It holds the names that were given, and nothing else of the articles.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, id: str) -> str:
        """A path with "/" and without ending, that was not given before: "news/2021/bridge"."""
        for name in _choices(id):
            key = unicodedata.normalize("NFKC", name).upper().casefold()
            if key not in self._taken:
                break
        self._taken.add(key)
        return name


def names_of(id: str) -> tuple[str, str]:
    """The two names that `Names` gives for an id; the first, where there is one of that name, is
    nobody else's, and the second may be another article's of a similar id."""
    choices = _choices(id)
    plain, marked = next(choices), next(choices)
    return marked, plain


def _choices(id: str) -> Iterator[str]:
    """The id as a path, and then with marks that are the same in every archive."""
    plain = _path(id)
    yield plain
    for number in count():
        yield f"{plain}~{hashlib.sha256(f'{number}{id}'.encode()).hexdigest()[:8]}"


def _path(id: str) -> str:
    """The id without a scheme, ".txt", ".", ".." and a slash before all; "article" where nothing
    is left. Of a path that is too long the outer folders are left out."""
    bare = _SCHEME.sub("", id, count=1) if _SCHEME.match(id) else id
    bare = bare[: -len(".txt")] if bare.lower().endswith(".txt") else bare
    parts = [part for part in map(_part, bare.split("/")) if part] or ["article"]
    parts[:-1] = [f"{part}_" if part.lower().endswith(_OURS) else part for part in parts[:-1]]
    while len("/".join(parts).encode()) > LONGEST:
        del parts[0]
    return "/".join(parts)


def _part(part: str) -> str:
    """The name of a folder or file; "" where nothing is left, as of ".."."""
    known = unicodedata.normalize("NFC", "".join(map(_harmless, part)))
    known = known.lstrip(" .-~").encode()[:LONGEST_PART].decode(errors="ignore").rstrip(" .")
    return f"_{known}" if _DEVICE.match(known) else known


def _harmless(char: str) -> str:
    category = unicodedata.category(char)
    if char in _SIGNS or category in _UNSEEN:
        return "_"
    return " " if category == "Zs" else char
