"""Stamps above a document: urgency (độ khẩn), secrecy (độ mật), draft (dự thảo).

Nghị định 30/2020/NĐ-CP, Phụ lục I, III; Luật Bảo vệ bí mật nhà nước. A stamp stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from vnplan.lexicon import signing
from vnplan.parsers.header.window import Piece
from vnplan.records import Secrecy, Urgency
from vnplan.text.fold import fold

# "DỰ THẢO", "(Dự thảo lần 2)", "DỰ THẢO 1", "Dự thảo ngày 12/5/2026", "BẢN DỰ THẢO"
_DRAFT = regex.compile(
    r"""(?:bản\s)?dự\ thảo
        (?:\s*[-:]?\s*(?:lần\s)?(?:thứ\s)?(?:\d{1,2}|[ivx]{1,4}|một|hai|ba|cuối|nhất))?
        (?:\s*[-,;]?\s*(?:ngày\s)?\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?)?""",
    regex.VERBOSE,
)
_LABEL = regex.compile(r"^(?:độ|mức độ)\s(?:khẩn|mật)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Stamps:
    urgency: Urgency | None
    secrecy: Secrecy | None
    draft: bool
    used: tuple[tuple[int, int], ...]


def read_stamps(pieces: Iterable[Piece]) -> Stamps:
    """The stamps among the pieces of a head, and where they stand."""
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    draft = False
    used: list[tuple[int, int]] = []
    for piece in pieces:
        if len(piece.text) > 60:
            continue
        labelled = _LABEL.match(fold(piece.text))
        bare = fold(piece.text.strip(" ()[]*.:-|_"))
        words = _LABEL.sub("", bare)
        loud = piece.text.isupper() or labelled is not None
        if _DRAFT.fullmatch(bare):
            draft = True
        elif loud and words in signing.urgency():
            urgency = urgency or signing.urgency()[words]
        elif loud and words in signing.secrecy():
            secrecy = secrecy or signing.secrecy()[words]
        else:
            continue
        used.append((piece.start, piece.end))
    return Stamps(urgency, secrecy, draft, tuple(used))
