"""How a server was started, and its limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine that nobody else can reach."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Up to which a request is answered.

    query       bytes of a query string
    body        bytes of what is sent, such as a draft
    seconds     of a processor that the database may take for one question
    wait        seconds for which a correction waits while another process writes
    threads     requests that are worked on at once
    waiting     requests that may wait meanwhile; more are told to come again
    """

    query: int = 4_000
    body: int = 1_000_000
    seconds: float = 10.0
    wait: float = 5.0
    threads: int = 4
    waiting: int = 200


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a server was started.

    place       the database: a file or a URL, see `quotes.store.Store`
    host        the name or address that is listened at
    edit        True: quotes can be corrected
    token       must be shown by whoever asks; None: nobody needs one
    """

    place: str
    host: str = "127.0.0.1"
    edit: bool = False
    token: str | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def is_local(self) -> bool:
        """True where nobody but this machine can reach it."""
        return is_local(self.host)

    @property
    def names(self) -> frozenset[str]:
        """The hosts by whose names it may be asked, besides bare addresses where it is not local:
        a page from elsewhere that gives its own name our address ("DNS rebinding") is none."""
        return LOCAL | {self.host.lower()}


def is_local(host: str) -> bool:
    """True for a name or an address of this machine that nobody else can reach."""
    return host.lower() in LOCAL or (is_address(host) and ip_address(host).is_loopback)


def is_address(host: str) -> bool:
    """True for an address in numbers, of either version."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
