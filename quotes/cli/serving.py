"""`quotes serve`: pages in the browser."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import extra, say
from quotes.cli.options import DEFAULT_DB
from quotes.errors import UsageError


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; others than this machine need a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="At which port; 0: any that is free.")
    ] = 8000,
    edit: Annotated[
        bool, typer.Option("--edit", help="Quotes can be corrected, by whoever has the token.")
    ] = False,
    token: Annotated[
        str | None,
        typer.Option(envvar="QUOTES_TOKEN", help="What must be shown; else it is made up."),
    ] = None,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show the quotes in a browser: look up, compare, check, and with --edit correct them.

    Nobody but this machine can reach it unless --host says otherwise. The same is given as JSON
    below /api, which /api/openapi.json describes.

    \b
    Examples:
      quotes serve
      quotes serve --port 0 --edit
      quotes serve --host 0.0.0.0 --db news.db
    """
    from secrets import token_urlsafe

    with extra("serve"):
        from quotes.serve.running import serve as run
        from quotes.serve.settings import Settings, is_local
    if token is not None and not re.fullmatch(r"[A-Za-z0-9._~-]+", token):
        raise UsageError("a token is letters, digits and . _ ~ - only: it stands in an address")
    needed = edit or not is_local(host)
    secret = token or (token_urlsafe(24) if needed else None)
    run(Settings(place=db, host=host, edit=edit, token=secret), port, say)
