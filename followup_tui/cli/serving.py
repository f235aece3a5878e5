"""`followup serve`: the app in a browser on this machine, for whoever holds the token.

The library serves any app to anybody who can reach the port. In front of it stand a token
that opens one browser once, a cookie for what that browser asks later, and a check that the page
asking is ours; its page is our own, since the library's loads a font from elsewhere.
"""

from __future__ import annotations

import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_shell
from followup_tui.errors import Refused, StoreUnreachable

if TYPE_CHECKING:
    from aiohttp import web

LOOPBACK = "127.0.0.1"
COOKIE = "followup"
Handler = Callable[["web.Request"], Awaitable["web.StreamResponse"]]


@click.command(short_help="Open the app in a browser on this machine.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="0 takes a free one.")
@with_shell
def serve(shell: Shell, port: int) -> None:
    """Open the app in a browser on this machine: loopback only, with a token that works once."""
    try:
        from aiohttp import web
    except ImportError:
        raise Refused(
            "The browser needs one package more: pip install 'followup-tui[web]'"
        ) from None
    with shell.book():
        pass
    port = port or _free_port()
    door = Door(secrets.token_urlsafe(24), port)
    click.echo(f"Open this once, in your browser: {door.address}?token={door.token}")
    click.echo("ctrl+c stops it.")
    command = [sys.executable, "-m", "followup_tui", "--db", str(shell.path)]
    try:
        web.run_app(
            application(door, shlex.join(command)), host=LOOPBACK, port=port, print=lambda *_: None
        )
    except OSError as error:
        raise StoreUnreachable(f"Port {port} can't be used: {error.strerror}.") from error


class Door:
    """Who may come in: the first with the token, and then that browser."""

    def __init__(self, token: str, port: int) -> None:
        self.token = token
        self.address = f"http://{LOOPBACK}:{port}/"
        self._unused = True
        self._pass = secrets.token_urlsafe(32)

    def spend(self, token: str) -> str | None:
        """The pass of a browser that brings the token, once; else None."""
        right = secrets.compare_digest(token.encode(), self.token.encode())
        if not (right and self._unused):
            return None
        self._unused = False
        return self._pass

    def knows(self, shown: str, origin: str | None) -> bool:
        """Whether a request comes from the browser that was let in, and from our page."""
        ours = origin is None or origin.rstrip("/") == self.address.rstrip("/")
        return ours and secrets.compare_digest(shown.encode(), self._pass.encode())


def application(door: Door, command: str) -> web.Application:
    """The web application behind the door."""
    import asyncio

    from aiohttp import web
    from textual_serve.server import Server

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        token = request.query.get("token")
        if token is not None and request.path == "/":
            granted = door.spend(token)
            if granted is None:
                return web.Response(status=403, text="That link was used, or is another one.\n")
            answer = web.HTTPFound("/")
            answer.set_cookie(COOKIE, granted, httponly=True, samesite="Strict")
            return answer
        if not door.knows(request.cookies.get(COOKIE, ""), request.headers.get("Origin")):
            return web.Response(status=403, text="Open the address that followup printed.\n")
        return await handler(request)

    server = Server(
        command,
        host=LOOPBACK,
        port=int(door.address.rsplit(":", 1)[1].rstrip("/")),
        title="followup",
        templates_path=Path(__file__).parent / "web",
    )
    made: web.Application = asyncio.run(server._make_app())
    made.on_startup.clear()  # Its banner would go to the terminal.
    made.middlewares.append(check)
    return made


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
