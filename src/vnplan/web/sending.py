"""What people send: files and pasted text onto the shelf, and forms with the fields of a task."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from vnplan.web.desk import Desk
from vnplan.web.entry import Entry, safe_name
from vnplan.web.guard import Refused
from vnplan.web.settings import Settings
from vnplan.web.shelf import Shelf, TooLarge


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken, and the words that say why."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of everything that was sent at once."""

    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]


@asynccontextmanager
async def form_of(request: Request, settings: Settings) -> AsyncIterator[FormData]:
    """The fields and files of a form, gone from the disk afterwards.

    Raises `Refused` for more files or fields than are taken, and for what is no form.
    """
    sizes = {
        "max_files": settings.max_files,
        "max_fields": 200,
        "max_part_size": settings.max_text,
    }
    try:
        form = await request.form(**sizes)
    except Refused:
        raise
    except HTTPException as problem:
        raise Refused(*_told(str(problem.detail))) from None
    try:
        yield form
    finally:
        await form.close()


def _told(detail: str) -> tuple[int, str]:
    if "files" in detail:
        return 413, "too-many-files"
    if "exceeded" in detail or "Too many" in detail:
        return 413, "too-much"
    return 400, "bad-form"


def files_in(form: FormData, field: str = "files") -> list[UploadFile]:
    """The files of a form; a field in which none was chosen has one without a name."""
    return [one for one in form.getlist(field) if isinstance(one, UploadFile) and one.filename]


def text_in(form: FormData, field: str) -> str:
    """A field of a form; "" where it is not there."""
    value = form.get(field)
    return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Counter:
    """Takes what is sent: onto the shelf, and to the desk where it is read."""

    shelf: Shelf
    desk: Desk

    async def take(self, uploads: list[UploadFile], text: str = "", name: str = "") -> Sent:
        """Files, and a text that was pasted; each is taken or refused on its own."""
        pieces: list[tuple[str, IO[bytes]]] = [
            (safe_name(upload.filename), upload.file) for upload in uploads
        ]
        if text.strip():
            pasted = text.encode("utf-8", "replace")
            pieces.append((_text_name(name, text), io.BytesIO(pasted)))
        return await run_in_threadpool(self._take_all, pieces)

    def _take_all(self, pieces: list[tuple[str, IO[bytes]]]) -> Sent:
        entries: dict[str, Entry] = {}
        refused: list[Refusal] = []
        for name, stream in pieces:
            if self.desk.room() == 0:
                refused.append(Refusal(name, "busy"))
                continue
            try:
                entry, new = self.shelf.add(stream, name)
            except TooLarge:
                refused.append(Refusal(name, "too-large"))
                continue
            if new:
                self.desk.submit(entry.id)
            entries[entry.id] = entry
        return Sent(tuple(entries.values()), tuple(refused))


def _text_name(name: str, text: str) -> str:
    """The name of a pasted text: the one given, else its first words."""
    if name.strip():
        given = safe_name(name)
        return given if "." in given[-6:] else f"{given}.txt"
    first = next((line for line in text.splitlines() if line.strip()), "")
    return f"{safe_name(' '.join(first.split()[:10])).replace('.', ' ').strip()}.txt"
