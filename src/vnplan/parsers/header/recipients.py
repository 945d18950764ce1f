"""The list of recipients (nơi nhận): one entry a line, down to "Lưu"; and the archive line below.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9. "Kính gửi" names addressees and is not this list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.text.fold import fold, fold_characters

# "Nơi nhận:", "NƠI NHẬN", also behind the end of a flattened body: "… thi hành./. Nơi nhận: - …"
_OPENING = regex.compile(r"(?:^|(?<=[./;])\s+)n[ơo]i\s+nh[ậâ]n\s*(?P<colon>[:;.,])?\s*")
_BULLET = regex.compile(r"\s*[-–—+*•·]\s*")
# Between the entries of a list that was flattened into one line: "Như Điều 3; - Lưu: VT."
# A plus behind a colon divides an entry: "- VPUB: + CVP, các PCVP;".
_NEXT_ENTRY = regex.compile(r"(?:(?<=[;.)])\s*[-–—+•]|(?<=:)\s*[-–—•])\s*(?=[\p{L}\d(“\"])")
_KEPT = regex.compile(r"l[ưư]u\s*(?:[:.,]|vt\b|văn\b|v\.t)")
_FILE_CODE = regex.compile(r"[\p{L}\d][\p{L}\d.,:/\\_()\-\s]{1,78}")


@dataclass(slots=True)
class Entry:
    """One entry as it grows: its words and the lines it stands in."""

    text: str
    lines: list[int]
    bullet: bool
    cell: tuple[int, int] | None = None


def recipients_at(text: str, folded: str | None = None) -> tuple[int, int] | None:
    """Where "Nơi nhận" stands in a line and where its first entry starts; None without it.

    `folded` is the line folded, for those that have it.
    """
    if len(text) < 8:
        return None
    if folded is None:
        folded = fold_characters(text)
    if "nơi" not in folded and "noi" not in folded:
        return None
    match = _OPENING.search(folded)
    if match is None:
        return None
    rest = text[match.end() :]
    if match["colon"] is None and rest.strip():  # "Nơi nhận hồ sơ" is another thing
        return None
    if match.start() > 0 and match["colon"] is None:
        return None
    return match.start() if text[: match.start()].strip() else 0, match.end()


def is_bullet(text: str) -> bool:
    """Whether a line opens with the dash or plus of an entry."""
    return _BULLET.match(text) is not None


def split_entries(text: str) -> list[tuple[str, bool]]:
    """The entries in one line: the text without its bullet, and whether it had one."""
    found = []
    lead = _BULLET.match(text)
    rest = text[lead.end() :] if lead else text
    for place, part in enumerate(_NEXT_ENTRY.split(rest)):
        bare = part.strip()
        if bare:
            found.append((bare, lead is not None or place > 0))
    return found


def is_kept(text: str) -> bool:
    """The last entry: "Lưu: VT, KGVX", of Party offices "Lưu Văn phòng Tỉnh ủy"."""
    return _KEPT.match(fold(text)) is not None


def entry_text(text: str) -> str:
    """An entry without its bullet and closing mark."""
    return " ".join(text.split()).strip(" ;.,*_")


def is_finished(text: str) -> bool:
    """Whether an entry is closed by its mark."""
    return text.rstrip(" *_").endswith((";", "."))


def is_file_code(text: str) -> bool:
    """The archive or drafter's line below "Lưu": "Hattt/KHT12/2021", "09 KH", "D:\\TH\\KH 2025"."""
    if len(text) > 80 or _FILE_CODE.fullmatch(text) is None:
        return False
    return any(char.isdigit() for char in text) or any(char in "/\\_" for char in text)


def gather(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The entries as strings, empty ones and specks of a scan ("ÿ") left out."""
    texts = (entry_text(entry.text) for entry in entries)
    return tuple(text for text in texts if sum(sign.isalnum() for sign in text) > 1)
