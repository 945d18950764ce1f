"""The first page: documents to send, and those that are there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from vnplan.web.entry import State
from vnplan.web.guard import TOKEN, check_token
from vnplan.web.pages.paging import offset_of, paged
from vnplan.web.sending import Refusal, files_in, form_of, text_in
from vnplan.web.site import site_of
from vnplan.web.view import page, see

_PAUSE = 0.05  # seconds
_PATIENCE = 8.0  # seconds a browser waits for the one document it sent; then it waits on a page


def home(request: Request) -> Response:
    """GET /"""
    return shown(request)


def shown(request: Request, refused: Sequence[Refusal] = (), status: int = 200) -> Response:
    """The page, with what was not taken."""
    site = site_of(request)
    asked = request.query_params.get("find", "").strip().casefold()[:200]
    entries = [
        entry
        for entry in site.shelf.entries()
        if asked in f"{entry.name} {entry.number} {entry.title} {entry.issuer}".casefold()
    ]
    return page(
        request,
        "home.html",
        status,
        found=paged(request, entries, offset_of(request)),
        total=len(entries),
        find=asked,
        waiting=any(entry.state == "waiting" for entry in entries),
        corrected=any(entry.corrections for entry in entries),
        refused=refused,
        settings=site.settings,
    )


async def send(request: Request) -> Response:
    """POST /documents: files, or a text that was pasted."""
    site = site_of(request)
    async with form_of(request, site.settings) as form:
        check_token(request, form.get(TOKEN))
        text = text_in(form, "text")
        sent = await site.counter.take(files_in(form), text, text_in(form, "name"))
    refused = sent.refused
    if not sent.entries and not refused:
        refused = (Refusal("", "nothing"),)
    if refused:
        return await run_in_threadpool(shown, request, refused, 422)
    if len(sent.entries) > 1:
        return see("/")
    only = sent.entries[0].id
    for _ in range(int(_PATIENCE / _PAUSE)):  # without a thread that waits: others need it
        entry = site.shelf.entry(only)
        if entry is None or entry.state is not State.WAITING:
            break
        await asyncio.sleep(_PAUSE)
    return see(f"/documents/{only}")
