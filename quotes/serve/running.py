"""The server: listens, says where, and answers until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from quotes.errors import QuotesError
from quotes.opening import reason
from quotes.serve.app import make_app
from quotes.serve.opening import opened
from quotes.serve.settings import Settings


def serve(settings: Settings, port: int, say: Callable[[str], None]) -> None:
    """Answer at a port of the settings' host (0: any that is free) until a signal ends it.

    `say` is told, once, at which address. What is being answered then is answered to its end.
    Raises StoreError where the database cannot be read, and QuotesError where the port is taken.
    """
    with opened(settings):
        pass  # what is wrong with it is said before anybody asks
    with listening(settings.host, port) as listener:
        config = uvicorn.Config(
            make_app(settings),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=round(settings.limits.seconds),
        )
        say(f"serving {settings.place} at {_address(settings, listener)} until Ctrl-C")
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at a host and a port (0: any that is free). Raises QuotesError where
    it cannot."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, place = found[0]
        # asyncio sends at once only where it is told that the protocol is TCP; else each answer
        # waits for the last one to be acknowledged, some 40 ms.
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen(2048)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        remedy = "take another --port" if port else "take another --host"
        where = f"{host} port {port}"
        raise QuotesError(f"cannot listen at {where} ({reason(error)}): {remedy}") from error
    return listener


def _address(settings: Settings, listener: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    token = f"?token={settings.token}" if settings.token else ""
    return f"http://{host}:{listener.getsockname()[1]}/{token}"
