"""The line of the type (tên loại văn bản): "KẾ HOẠCH", "DỰ THẢO NGHỊ QUYẾT", "K Ế  H O Ạ C H".

A letter (công văn) has none. In flattened sources the name stands between the day and the title:
"… ngày 04 tháng 5 năm 2020 QUYẾT ĐỊNH V/V BAN HÀNH …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon import letterhead, types
from vnplan.parsers.header.window import Window
from vnplan.records import DocumentType
from vnplan.text.fold import fold, fold_characters


@dataclass(frozen=True, slots=True)
class TypeLine:
    """The name of the type, `window.text[start:end]`; `alone`: its line holds nothing else."""

    start: int
    end: int
    type: DocumentType
    name: str
    alone: bool
    draft: bool = False


@cache
def _names() -> dict[str, tuple[DocumentType, str]]:
    """Folded names and variants → type and canonical name; a generic word is no type line."""
    table = {
        fold(spelling): (entry.type, entry.name)
        for entry in types.all_types()
        if not entry.generic
        for spelling in (entry.name, *entry.variants)
    }
    for key, name in letterhead.other_types().items():
        table.setdefault(key, (DocumentType.OTHER, name))
    return table


@cache
def _squeezed() -> dict[str, tuple[DocumentType, str]]:
    return {key.replace(" ", ""): value for key, value in _names().items()}


@cache
def _pattern() -> regex.Pattern[str]:
    names = sorted(_names(), key=lambda name: (-len(name), name))
    either = "|".join(regex.escape(name).replace(r"\ ", r"\s+") for name in names)
    return regex.compile(rf"(?:(?P<draft>dự\s+thảo)\s+)?(?P<name>{either})(?!\w)")


def type_at(window: Window, start: int) -> TypeLine | None:
    """The type whose name stands in capitals at `start`, or alone on its line in any letters."""
    end = window.line_end(start)
    if spaced := _spaced_out(window, start, end):
        return spaced
    match = _pattern().match(window.folded, start)
    if match is not None and match.end() > end and match.end() < window.line_end(match.end()):
        # "CHƯƠNG TRÌNH" ⏎ "HÀNH ĐỘNG THỰC HIỆN …": the second line is the title
        match = _pattern().match(window.folded, start, end)
    if match is None:
        return None
    name_start, stop = match.span("name")
    key = " ".join(match["name"].split())
    rest = window.text[stop : window.line_end(stop)].strip()
    printed = window.text[name_start:stop]
    if rest.startswith(":"):  # "QUYẾT ĐỊNH:" opens the articles
        return None
    if rest and not printed.isupper() and not (start == 0 and is_gazette(window, stop)):
        return None
    if rest and _names()[key][0] is DocumentType.OTHER:
        return None
    shorter = _without_complement(key, rest)
    if shorter is not None:
        stop = name_start + _length_of_words(printed, shorter.count(" ") + 1)
        key, rest = shorter, window.text[stop : window.line_end(stop)].strip()
    kind, name = _names()[key]
    return TypeLine(start, stop, kind, name, not rest, match["draft"] is not None)


_GAZETTE = regex.compile(
    r"\s+của\s+\p{Lu}[^\n\d]{3,80}?\s+số\s*:?\s*\d{1,5}[\w.]{0,4}/", regex.IGNORECASE
)


def is_gazette(window: Window, stop: int) -> bool:
    """The form of the gazette: "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày …"."""
    return _GAZETTE.match(window.text, stop) is not None


def _without_complement(key: str, rest: str) -> str | None:
    """ "THÔNG BÁO KẾT LUẬN CỦA …" in one line: "KẾT LUẬN CỦA …" is the title, not the type."""
    if fold(rest).startswith("của "):
        for name in ("thông báo", "báo cáo", "chương trình", "kế hoạch"):
            if key.startswith(f"{name} "):
                return name
    return None


def _length_of_words(text: str, count: int) -> int:
    ends = [word.end() for word in regex.finditer(r"\S+", text)]
    return ends[count - 1]


def _spaced_out(window: Window, start: int, end: int) -> TypeLine | None:
    """Letters set apart: "K Ế H O Ạ C H"."""
    line = window.text[start:end]
    if len(line) > 60 or not all(len(token) == 1 for token in line.split()):
        return None
    found = _squeezed().get(fold(line.replace(" ", "")))
    return TypeLine(start, end, found[0], found[1], alone=True) if found else None


def candidates(window: Window, start: int, stop: int, cuts: Iterable[int]) -> Iterator[TypeLine]:
    """Type names at the starts of lines and behind `cuts` (the ends of number, day and motto)."""
    places = {begin for begin in window.starts if start <= begin < stop}
    places |= {cut for cut in cuts if start <= cut < stop}
    for place in sorted(places):
        bare = place
        while bare < stop and window.text[bare] in " -–_*|":
            bare += 1
        if bare < stop and window.text[bare] != "\n":
            found = type_at(window, bare)
            if found is not None:
                yield found


def names_type(text: str) -> TypeLine | None:
    """The type name that opens a line of its own elsewhere in the document (an attached plan)."""
    return type_at(Window(text, fold_characters(text), (), (0,)), 0)
