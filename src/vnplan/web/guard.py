"""What stands before every request: who may ask, how much may be sent, and what a page may do.

The app has no accounts: whoever reaches it may use it. What is guarded against is another page in
the same browser (a foreign name that was pointed at this machine, a form that posts here) and text
of documents that would act in a page.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vnplan.web.settings import Settings

TOKEN: Final = "token"
"""Name of the cookie and of the field of every form that must agree."""

UPLOADS: Final = ("/documents", "/api/v1/documents", "/api/v1/parse")
"""Where files are sent; everything else is small."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
SEALED: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For files: even opened as a page they can do nothing."""

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers name no origin for the forms of the app itself.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


class Refused(HTTPException):
    """A request that is not taken; `code` names the words that say why."""

    def __init__(self, status_code: int, code: str) -> None:
        super().__init__(status_code, code)
        self.code = code


class Guard:
    """Stands before the pages; `refuse` makes the answer to what is not taken."""

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        refuse: Callable[[Request, Exception], Response],
    ) -> None:
        self.app = app
        self.settings = settings
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self._most(scope["path"])
        problem = self._problem(scope["method"], Headers(scope=scope), most)
        if problem is not None:
            answer = await run_in_threadpool(self.refuse, Request(scope), problem)
            await answer(scope, receive, send)
            return
        await self.app(scope, _counted(receive, most), send)

    def _problem(self, method: str, headers: Headers, most: int) -> Refused | None:
        if not self.settings.knows_host(headers.get("host", "")):
            return Refused(421, "bad-host")
        if method not in _SAFE and not same_origin(headers):
            return Refused(403, "bad-origin")
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and (len(told) > 18 or int(told) > most):
            return Refused(413, "too-much")
        return None

    def _most(self, path: str) -> int:
        if path in UPLOADS:
            return self.settings.max_request
        return min(self.settings.max_request, 2**20)


class Seals:
    """Puts the headers on every answer, also on those that say why there is none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", POLICY)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sealed)


def same_origin(headers: Headers) -> bool:
    """Whether a request that changes something comes from a page of the app, or from no page.

    A browser names the origin of every such request; a program names none.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    scheme, found, host = origin.partition("://")
    return bool(found) and scheme in ("http", "https") and host == headers.get("host")


def new_token() -> str:
    """A token nobody can guess."""
    return secrets.token_urlsafe(24)


def check_token(request: Request, sent: object) -> None:
    """Raises `Refused` where the token of a form is not that of the cookie."""
    known = request.cookies.get(TOKEN, "")
    told = sent if isinstance(sent, str) else ""
    if not known or not secrets.compare_digest(known.encode(), told.encode("utf-8", "replace")):
        raise Refused(403, "bad-token")


def _counted(receive: Receive, most: int) -> Receive:
    """What is sent, to the size that is taken: a length that was told need not be the real one."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > most:
                raise Refused(413, "too-much")
        return message

    return counted
