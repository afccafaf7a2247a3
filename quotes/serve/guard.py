"""Checks of every request: its host, its size, the token; and every answer's security headers.

Nothing is loaded from elsewhere and nothing inline is run or styled, whatever an article holds.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse

from quotes.serve.failures import Refused, answer
from quotes.serve.settings import Settings, is_address

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

COOKIE = "quotes-token"


class Guard:
    """The outermost part of an app: lets through what `settings` allow and refuses the rest in a
    sentence; an error that nobody foresaw ends here, too."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _Guarded(send)
        request = Request(scope)
        try:
            self._check(request)
            if entry := self._entry(request):
                await entry(scope, receive, guarded.send)
                return
            await self._app(scope, self._limited(request, receive), guarded.send)
        except Exception as error:
            if guarded.begun:
                raise
            await answer(request, error)(scope, receive, guarded.send)

    def _check(self, request: Request) -> None:
        """Raise Refused for what is not answered."""
        limits = self._settings.limits
        host = _host(request.headers)
        served = host in self._settings.names
        if not served and (self._settings.is_local or not is_address(host)):
            raise Refused(421, "this server is not called so: use the address that it printed")
        if len(request.scope["query_string"]) > limits.query:
            raise Refused(414, f"this asks for too much: give at most {limits.query} characters")
        sent = request.headers.get("content-length", "0")
        if not sent.isdecimal() or int(sent) > limits.body:
            raise Refused(413, _too_long(limits.body))
        if request.method not in ("GET", "HEAD") and not _from_here(request.headers, host):
            raise Refused(403, "this was sent by a page from elsewhere: use the form here")

    def _entry(self, request: Request) -> RedirectResponse | None:
        """Where the address has the token: the same one without it, and a cookie with it. Raises
        Refused for whoever does not show it."""
        token = self._settings.token
        if token is None:
            return None
        query = parse_qsl(request.url.query, keep_blank_values=True)
        if any(name == "token" and _same(value, token) for name, value in query):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            path = "/" + request.url.path.lstrip("/")  # two would begin another host's name
            again = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            name = cookie_name(request)
            again.set_cookie(name, token, httponly=True, samesite="strict")
            return again
        is_ours = request.url.path.startswith("/static/")  # a page that refuses needs it, too
        if not (is_ours or shows_token(request, token)):
            raise Refused(403, "this needs the token: open the address that quotes serve printed")
        return None

    def _limited(self, request: Request, receive: Receive) -> Receive:
        """Raise Refused where more is sent than the limit, also in parts."""
        most, got = self._settings.limits.body, 0

        async def limited() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > most:
                raise Refused(413, _too_long(most))
            return message

        return limited


class _Guarded:
    """Sends an answer with the headers, and knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-cache")
        await self._send(message)


def cookie_name(request: Request) -> str:
    """The cookie's name: cookies know no ports, and two servers may run on one machine."""
    _, port = request.scope.get("server") or ("", 0)
    return f"{COOKIE}-{port}"


def shows_token(request: Request, token: str) -> bool:
    """True for a request with the token: in its cookie, or as `Authorization: Bearer TOKEN`."""
    shown = request.cookies.get(cookie_name(request), "")
    return _same(shown, token) or _same(_bearer(request), token)


def csrf_of(settings: Settings) -> str:
    """The field `csrf` of the forms that change something; "" where nothing can be changed."""
    if not settings.edit or settings.token is None:
        return ""
    return hmac.new(settings.token.encode(), b"csrf", hashlib.sha256).hexdigest()


def check_editing(settings: Settings) -> None:
    """Raise Refused unless the server was started to correct quotes."""
    if not settings.edit or settings.token is None:
        raise Refused(403, "nothing can be changed here: start it with 'quotes serve --edit'")


def check_csrf(settings: Settings, request: Request, csrf: str) -> None:
    """Raise Refused unless a request that changes something was meant: it has the `csrf` of our own
    forms, or the token in a header, which no browser sends by itself as it does a cookie."""
    bearer = _same(_bearer(request), settings.token or "")
    if not bearer and not _same(csrf, csrf_of(settings)):
        raise Refused(403, "this form is not from this page as it is now: open it again")


def _bearer(request: Request) -> str:
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if kind.lower() == "bearer" else ""


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf8", "replace"), other.encode("utf8", "replace"))


def _host(headers: Headers) -> str:
    """The name in the Host header without its port, in lower case; "" where there is none."""
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _from_here(headers: Headers, host: str) -> bool:
    """True where it is not known to come from a page from elsewhere. A page without referrers
    sends the origin "null"."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin", "null")
    try:
        return origin == "null" or urlsplit(origin).hostname == host
    except ValueError:
        return False


def _too_long(most: int) -> str:
    return f"this is too long: give at most {most / 1e6:g} MB"
