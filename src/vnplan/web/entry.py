"""A document of the shelf, as far as one need not open it to tell."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final

import regex
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Key = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of the bytes of a document: its name on the shelf and in addresses."""

_KEY: Final = regex.compile(r"[0-9a-f]{64}")
_UNSAFE: Final = regex.compile(r"[\p{C}\p{Zl}\p{Zp}/\\]+")
_LONGEST: Final = 120  # characters of a name


class State(StrEnum):
    """What became of a document."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"


class Entry(BaseModel):
    """A document of the shelf; what stands in its letterhead is null until it is read."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Key = Field(description="SHA-256 of its bytes.")
    name: str = Field(description='The name it was sent under: "232-KH-UBND.docx".')
    size: int = Field(description="Bytes.")
    added: dt.datetime = Field(description="When it came, UTC.")
    state: State = Field(default=State.WAITING, description="Whether it was read.")
    problem: str | None = Field(default=None, description="Why it could not be read, one line.")
    number: str | None = Field(default=None, description='"232/KH-UBND".')
    title: str | None = Field(default=None, description="Trích yếu.")
    issuer: str | None = Field(default=None, description="Who issued it.")
    tasks: int = Field(default=0, description="How many tasks it has.")
    notes: int = Field(default=0, description="How many diagnostics.")
    corrections: int = Field(default=0, description="Lines of its journal of corrections.")

    @property
    def called(self) -> str:
        """What a person calls it."""
        return self.number or self.title or self.name


def is_key(text: str) -> bool:
    """Whether a text can name a document; anything else is never made part of a path."""
    return _KEY.fullmatch(text) is not None


def safe_name(name: str | None) -> str:
    """The last part of the name a client sent, in one line and without what acts on a reader.

    It is shown and given to the readers, which break ties by its ending; it is never a path.
    """
    last = (name or "").replace("\\", "/").rsplit("/", 1)[-1]
    cleaned = " ".join(_UNSAFE.sub(" ", last).split()).strip(". ")
    if len(cleaned) > _LONGEST:
        stem, dot, ending = cleaned.rpartition(".")
        short = dot and len(ending) <= 10
        cleaned = f"{stem[: _LONGEST - 12]}….{ending}" if short else cleaned[:_LONGEST]
    return cleaned or "van-ban"
