"""Reads what users type into a search: words, "phrases", starts*, AND, OR, NOT and brackets.

No input is an error but one in which there is nothing to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.store.search.tokens import fold_odd, spans_of, tokens_of

DEEPEST = 10
"""Brackets within brackets; more are passed over, as FTS5 takes no deep nesting."""
MOST = 200
"""Words in one search: the database takes no expression without bounds."""

LONGEST = 10_000
"""Letters of a search."""

_PART = re.compile(r'(?<!\S)(-)(?=["(])|"([^"]*)(?:"|$)(\*)?|([()])|([^\s"()]+)')
_QUOTATION = re.compile("[“”„«»\u201f]")


@dataclass(frozen=True)
class Term:
    """Words that stand together; with `starts` the last is the beginning of one."""

    words: tuple[str, ...]
    starts: bool = False


@dataclass(frozen=True)
class Every:
    """All of these, and none of those."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Either:
    """One of these, or more."""

    parts: tuple[Node, ...]


Node = Term | Every | Either


def parse(typed: str) -> Node:
    """Parse what a user typed into what is to be found.

    Words side by side, or with AND between them, must all be there; OR, in capitals as these,
    is one or the other; NOT or a hyphen before a word, a phrase or a bracket, no quote
    with it. AND binds more than OR,
    brackets most. Raises UsageError where no word is left to look for, or more than MOST.
    """
    if len(typed) > LONGEST:
        raise UsageError(f"{len(typed)} letters to search for: give at most {LONGEST}")
    plain = typed.encode("utf-8", "replace").decode().replace("\0", " ")
    parser = _Parser(list(_parts(_QUOTATION.sub('"', plain))))
    node = parser.parse()
    if node is None:
        raise UsageError(f"nothing to search for in {typed!a:.100}: give at least one word")
    return node


def terms_of(node: Node) -> Iterator[Term]:
    """The terms that a quote found may have: those after NOT left out."""
    if isinstance(node, Term):
        yield node
    else:
        for part in node.parts:
            yield from terms_of(part)


@dataclass(frozen=True)
class _Sign:
    """AND, OR, NOT or a bracket."""

    name: str


def _parts(typed: str) -> Iterator[_Sign | Node]:
    count = 0
    for hyphen, phrase, star, bracket, word in _PART.findall(typed):
        if hyphen or bracket or word in ("AND", "OR", "NOT"):
            yield _Sign("NOT" if hyphen else bracket or word)
            continue
        without = word.startswith("-") and len(word) > 1
        term = _term(word or phrase, starts=word.endswith("*") or bool(star))
        if term is None:
            continue
        count += sum(len(form.words) for form in terms_of(term))
        if count > MOST:
            raise UsageError(f"more than {MOST} words to search for: give fewer")
        if without:
            yield _Sign("NOT")
        yield term


def _term(words: str, *, starts: bool) -> Node | None:
    """The words, or the same in plain letters where theirs are odd."""
    forms = [words, fold_odd(words)]
    found = [tuple(form[a:b] for a, b in spans_of(form)) for form in forms if form]
    terms = tuple(Term(form, starts) for form in dict.fromkeys(found) if form)
    return Either(terms) if len(terms) > 1 else terms[0] if terms else None


class _Parser:
    """Recursive descent that passes over whatever stands where it makes no sense."""

    def __init__(self, parts: list[_Sign | Node]) -> None:
        self._parts = parts[::-1]

    def parse(self) -> Node | None:
        """All of it; brackets that close nothing are passed over."""
        found = []
        while self._parts:
            found.append(self._either(0))
            self._skip(")")
        nodes = tuple(node for node in found if node)
        return Every(nodes) if len(nodes) > 1 else nodes[0] if nodes else None

    def _either(self, depth: int) -> Node | None:
        found = [self._every(depth)]
        while self._skip("OR"):
            found.append(self._every(depth))
        nodes = tuple(node for node in found if node)
        return Either(nodes) if len(nodes) > 1 else nodes[0] if nodes else None

    def _every(self, depth: int) -> Node | None:
        parts: list[Node] = []
        without: list[Node] = []
        while self._parts and not self._next_is(")", "OR"):
            negated = False
            while self._next_is("AND", "NOT"):
                negated = self._pop() == _Sign("NOT") or negated
            node = self._one(depth)
            if node:
                (without if negated else parts).append(node)
        if not parts:
            return None
        return Every(tuple(parts), tuple(without)) if without or len(parts) > 1 else parts[0]

    def _one(self, depth: int) -> Node | None:
        if not self._parts or self._next_is(")", "OR"):
            return None
        part = self._pop()
        if not isinstance(part, _Sign):
            return part
        if depth >= DEEPEST:
            return None
        node = self._either(depth + 1)
        self._skip(")")
        return node

    def _next_is(self, *names: str) -> bool:
        return bool(self._parts) and self._parts[-1] in [_Sign(name) for name in names]

    def _skip(self, name: str) -> bool:
        found = self._next_is(name)
        if found:
            self._parts.pop()
        return found

    def _pop(self) -> _Sign | Node:
        return self._parts.pop()


def tokens(term: Term) -> list[str]:
    """The words of a term as they stand in the index."""
    return [token for word in term.words for token in tokens_of(word)]
