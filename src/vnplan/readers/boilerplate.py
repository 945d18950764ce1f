"""What a portal wrote around a document: cut off, and its description kept as metadata.

The rule is to cut only at the edges. Above, everything goes up to where the document begins, but
only when a line that no document has says that there is a portal; so a letter that follows a news
item about it is found. Below, everything goes from the first such line after the signature. Between
the two nothing is touched but the few whole lines that portals put into the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import regex

from vnplan.lexicon.letterhead import heads, words_of
from vnplan.lexicon.rows import read_toml
from vnplan.lexicon.types import names
from vnplan.readers.cutting import Stretch, without
from vnplan.text.document import Document
from vnplan.text.fold import fold, fold_all

_ABOVE_LINES = 400  # a document that has not begun by then has no portal's page above it
_NEXT_ANCHOR = 30  # lines between two lines of a portal above a document
_LETTERHEAD_LINES = 14
_LONGEST_HEAD = 420  # characters

_LINE = regex.compile(r"[^\n]*\n|[^\n]+$")
_SILENT = regex.compile(r"[\s|\-–—_=*.#]*")
_MOTTO = regex.compile(r"cộng h[oò][àa]\b.{0,12}\bhội\b|đảng cộng sản việt nam$")
# both columns of a letterhead on one line, marks lost: "BỘ TÀI CHÍNH CONG HOA XÃ HOI CHỦ NGHĨA"
_MOTTO_BEHIND = regex.compile(r"\sc[oôộ]ng h[oò][aà] x[aã] h[oôộ]i ch[uủ] ngh")
_ADDRESSEE = regex.compile(r"kính (?:gửi|trình)\s*:?")
_NUMBER = regex.compile(r"số ?:? ?[\d.…/]{0,40}\s?[\w.]{0,40}/[\w\-/.]*+")
_PLACE = regex.compile(r"\p{L}[\p{L} .\-]{1,40}, ?ngày\b.{0,40}")
_PARTIAL_PLACE = regex.compile(
    r"(?:\d{1,2} )?tháng\b.{0,30}|năm \d{4}|\p{L}[\p{L} .\-]{1,40}, ?(?:ngày)?"
)
_START = regex.compile(
    r"căn cứ \p{L}|\(?ban hành kèm theo|điều 1\b|i\. \p{L}|phần (?:thứ nhất|i)\b"
)
_SIGNED = regex.compile(r"nơi nhận\s?:?$|(?:tm|kt|tl|tuq)\. ?\p{L}|t/m \p{L}|.*\./\.\W{0,9}$")
_HEADING = regex.compile(
    r"Điều\s\d{1,3}[.:]|[IVX]{1,5}\.\s+\p{Lu}|PHỤ\s+LỤC\b|PHẦN\s[IVX\d]|- Lưu\s?:"
)
_CAPITALS = regex.compile(r"(?<!\p{Lu})\p{Lu}{2,}+\s\p{Lu}{2}")
_LONGEST_TITLE = 600
# "Công văn 6225/BVHTTDL-VP năm 2025 tập trung đẩy mạnh việc … do Bộ Văn hóa, … ban hành"
_PAGE_TITLE = regex.compile(
    r"""[^/]{3,40}/\S{2,40}\s(?:\(?năm\s)?\d{4}\)?\s(?:(?:về\sviệc|về|v/v)\s)?
        (?P<subject>.{8,}?)\s(?:do|của)\s[^;.]{4,120}\sban\shành$""",
    regex.VERBOSE,
)
_SHORT_VALUE = regex.compile(r"[\d\s./:\-]{1,24}|\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    folded: str

    @property
    def silent(self) -> bool:
        """Blank, or nothing but bars and rules."""
        return _SILENT.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Phrases:
    above: regex.Pattern[str]
    below: regex.Pattern[str]
    likely: regex.Pattern[str]
    maybe: regex.Pattern[str]
    anywhere: regex.Pattern[str]
    label: regex.Pattern[str]
    next_label: regex.Pattern[str]
    title: regex.Pattern[str]
    type_line: regex.Pattern[str]
    empty_values: frozenset[str]


def _starting(phrases: Sequence[str]) -> str:
    longest = sorted((regex.escape(fold(phrase)) for phrase in phrases), key=len, reverse=True)
    return rf"(?:{'|'.join(longest)})(?<!\p{{L}}(?=\p{{L}}))"


@cache
def _phrases() -> _Phrases:
    data: dict[str, Any] = read_toml("boilerplate.toml")
    types = "|".join(regex.escape(fold(name)) for name in names())
    return _Phrases(
        above=regex.compile(_starting(data["above"])),
        below=regex.compile(_starting(data["below"])),
        likely=regex.compile(_starting(data["likely_below"])),
        maybe=regex.compile(_starting(data["maybe_below"])),
        anywhere=regex.compile("|".join(data["anywhere"])),
        label=regex.compile(rf"(?P<name>{_starting(data['labels'])})\s?(?P<colon>:)?\s?"),
        next_label=regex.compile(
            rf"\s(?=(?:{'|'.join(map(regex.escape, data['labels']))})\s?:)", regex.IGNORECASE
        ),
        # "Kế hoạch 980/KH-UBND năm 2025 thực hiện Quyết định 1899/QĐ-TTg về …"
        title=regex.compile(
            rf"(?:{types}) (?:số )?\d[\w./\-]{{2,30}} ?(?:\(?năm|ngày|về|của|v/v)\b.*"
        ),
        type_line=regex.compile(rf"(?:{types})"),
        empty_values=frozenset(fold(value) for value in data["empty_values"]),
    )


def without_boilerplate(document: Document) -> Document:
    """`document` without its portal; what the portal says about it is added to `metadata`."""
    lines = _lines(document.text)
    first, described = _beginning(lines)
    last = _ending(lines, first)
    dropped: list[Stretch] = []
    if first:
        dropped.append((0, lines[first].start))
    if last < len(lines):
        dropped.append((lines[last].start, len(document.text)))
    pattern = _phrases().anywhere
    dropped += [(line.start, line.end) for line in lines[first:last] if _printed(line, pattern)]
    metadata = (*_metadata(lines[:described]), *_titles((*lines[:first], *lines[last:])))
    if metadata:
        document = replace(document, metadata=(*document.metadata, *metadata))
    return without(document, dropped)


def _lines(text: str) -> list[_Line]:
    spans = [match.span() for match in _LINE.finditer(text)]
    bare = [text[start:end].strip() for start, end in spans]
    folded = fold_all(bare) if bare else []
    return [
        _Line(start, end, words, same)
        for (start, end), words, same in zip(spans, bare, folded, strict=True)
    ]


def _printed(line: _Line, pattern: regex.Pattern[str]) -> bool:
    return len(line.folded) < 90 and pattern.fullmatch(line.folded) is not None


def _beginning(lines: Sequence[_Line]) -> tuple[int, int]:
    """The line in which the document begins, and where the portal's own lines above it end.

    Nothing is cut from a text that has no line that only a document has.
    """
    opening = next((k for k, line in enumerate(lines[:_ABOVE_LINES]) if _opens(lines, k)), None)
    if opening is None:
        return 0, 0
    anchors = _anchors(lines[:opening])
    if anchors == 0:
        return _after_titles(lines, opening), 0
    return _with_bar(lines, _letterhead(lines, opening, anchors), anchors), anchors


def _opens(lines: Sequence[_Line], number: int) -> bool:
    """Whether the line is one that only a document has: motto, type in capitals, "Kính gửi" …"""
    line = lines[number]
    if len(line.folded) < 4 or len(line.folded) > _LONGEST_HEAD:
        return False
    if len(line.folded) > 160:
        # a whole letterhead in one row: "… Số: 52/2018/QĐ-UBND | CỘNG HOÀ …"
        return line.text[:8].isupper() and _MOTTO_BEHIND.search(line.folded) is not None
    joined = f"{line.folded} {lines[number + 1].folded}" if number + 1 < len(lines) else line.folded
    if line.text[:8].isupper() and (_MOTTO.match(joined) or _MOTTO_BEHIND.search(line.folded)):
        return True
    if line.text.isupper() and _phrases().type_line.fullmatch(line.folded):
        return True
    return bool(_ADDRESSEE.match(line.folded) or _START.match(line.folded))


def _anchors(lines: Sequence[_Line]) -> int:
    """The number of lines up to and with the last one of a portal; 0 when there is none."""
    phrases = _phrases()
    end = 0
    for number, line in enumerate(lines):
        if end and number - end > _NEXT_ANCHOR:
            break
        if not line.folded or len(line.folded) > 160:
            continue
        label = phrases.label.match(line.folded)
        if label is not None and (label["colon"] or label.end() == len(line.folded)):
            end = number + 1 if label.end() < len(line.folded) else _value(lines, number)[0] + 1
        elif phrases.above.match(line.folded) or phrases.anywhere.fullmatch(line.folded):
            end = max(end, number + 1)
    return min(end, len(lines))


def _value(lines: Sequence[_Line], label: int) -> tuple[int, str]:
    """The line that holds the value of the label in line `label`; that line itself when none."""
    for number in range(label + 1, min(label + 5, len(lines))):
        line = lines[number]
        if not line.silent:
            other = _phrases().label.match(line.folded) or _is_issuer(line)
            return (label, "") if other else (number, line.text)
    return label, ""


def _is_issuer(line: _Line) -> bool:
    """The first line of a letterhead, "ỦY BAN NHÂN DÂN", below a label that has no value."""
    return line.text.isupper() and heads().opens(words_of(line.folded)) > 0


def _metadata(lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    phrases = _phrases()
    seen: set[str] = set()
    for number, line in enumerate(lines):
        label = phrases.label.match(line.folded)
        if label is None or not (label["colon"] or label.end() == len(line.folded)):
            continue
        # "Nơi ban hành: Tỉnh Bắc Ninh Người ký: Nguyễn Tiến Nhường"
        for field in phrases.next_label.split(line.text):
            name, _, value = field.partition(":")
            value = value.strip() or _value(lines, number)[1]
            key = fold(name)
            if value and fold(value) not in phrases.empty_values and key not in seen:
                seen.add(key)
                yield name.strip(), value


def _titles(lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    """The subject of the document, as the portal gives it in its own title for the page."""
    for line in lines:
        if len(line.text) > _LONGEST_TITLE or not _phrases().title.match(line.folded):
            continue
        whole = _PAGE_TITLE.match(line.text)
        if whole is not None:
            yield "Trích yếu", whole["subject"]
            return


def _letterhead(lines: Sequence[_Line], opening: int, floor: int) -> int:
    """The first line of the letterhead that line `opening` belongs to."""
    first = opening
    for number in range(opening - 1, max(floor, opening - _LETTERHEAD_LINES) - 1, -1):
        line = lines[number]
        if line.silent:
            continue
        if not _heads(line):
            break
        first = number
    return first


def _heads(line: _Line) -> bool:
    """Whether a line may stand in a letterhead: names in capitals, the number, place and date."""
    if len(line.text) > 90 or _phrases().title.match(line.folded):
        return False
    return bool(
        line.text.isupper()
        or _NUMBER.match(line.folded)
        or _PLACE.fullmatch(line.folded)
        or _PARTIAL_PLACE.fullmatch(line.folded)
        or _MOTTO.match(line.folded)
        or line.folded.startswith(("độc lập", "v/v", "dự thảo"))
    )


def _after_titles(lines: Sequence[_Line], opening: int) -> int:
    """Without a portal: the first line, or the one after a title that a collection put on top."""
    for number in range(min(opening, 4)):
        line = lines[number]
        if line.silent:
            continue
        # not "Quyết định 435/QĐ-UBND năm 2020. ỦY BAN NHÂN DÂN TỈNH KON TUM"
        title = _phrases().title.match(f"{line.folded} về") and not _CAPITALS.search(line.text)
        below = _letterhead(lines, opening, number + 1) <= number + 2
        return number + 1 if title and below else 0
    return 0


def _with_bar(lines: Sequence[_Line], first: int, floor: int) -> int:
    """`first`, or the bar directly before it that opens its table."""
    while first < len(lines) and lines[first].silent and lines[first].text != "|":
        first += 1
    number = first
    while number < len(lines) and lines[number].silent:
        number += 1
    bar = number - 1
    while bar >= floor and not lines[bar].text and lines[bar].silent:
        bar -= 1
    return bar if bar >= floor and lines[bar].text == "|" else min(number, max(len(lines) - 1, 0))


def _ending(lines: Sequence[_Line], first: int) -> int:
    """The line after the document's last one."""
    phrases = _phrases()
    from_the_end = range(len(lines) - 1, first - 1, -1)
    body = next((k for k in from_the_end if _is_body(lines[k])), None)
    for number in range(len(lines) if body is None else body + 1, len(lines)):
        line = lines[number]
        if len(line.folded) < 120 and phrases.below.match(line.folded):
            return _back(lines, number, first)[0]
    cut, sure = _back(lines, len(lines), first)
    return cut if sure else len(lines)


def _is_body(line: _Line) -> bool:
    """Whether a line is certainly the document's: of a signature, a heading, the last of a text."""
    return _SIGNED.match(line.folded[-300:]) is not None or _HEADING.match(line.text) is not None


def _back(lines: Sequence[_Line], last: int, first: int) -> tuple[int, bool]:
    """Where the portal's lines before line `last` begin, and whether one of them is sure to be."""
    phrases = _phrases()
    cut, sure = last, False
    number = last - 1
    while number > first:
        line = lines[number]
        if line.silent or _SHORT_VALUE.fullmatch(line.folded):
            number -= 1
            continue
        likely = phrases.below.match(line.folded) or phrases.likely.match(line.folded)
        title = last < len(lines) and phrases.title.match(line.folded) and len(line.folded) < 500
        if not (likely or title or phrases.maybe.match(line.folded)):
            break
        sure = sure or likely is not None
        cut = number
        number -= 1
    return (cut, sure) if cut < last else (last, False)
