"""The tail of a document: recipients and signature, in either order, in cells, columns or lines.

In a text taken from a page the two stand side by side and run into each other ("- Sở GDĐT (bc); PHÓ
HIỆU TRƯỞNG"); each line is therefore parted first, then each part goes to its own block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

import regex

from vnplan.lexicon import signing
from vnplan.parsers.header.person_name import is_family_name, is_person_name
from vnplan.parsers.header.post import is_quiet_post, opens_signature, signature_at
from vnplan.parsers.header.recipients import (
    Entry,
    entry_text,
    gather,
    is_bullet,
    is_file_code,
    is_finished,
    is_kept,
    recipients_at,
    split_entries,
)
from vnplan.parsers.header.signature import SignedPiece, read_signers
from vnplan.parsers.header.type_line import names_type
from vnplan.records import Signer
from vnplan.text.fold import fold
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.line_ends import is_terminated
from vnplan.text.lines import LogicalLine

_MAX_TAIL = 90
_MAX_BEFORE = 14
_MAX_SKIPPED = 2
"""Lines that belong to neither block and may stand between them (a path of a file, a stamp)."""
_STRAY = 60  # characters
_MOST_NAMES = 6  # words
_AS_ABOVE = regex.compile(r"[-–•+]\s?như\s(?:điều\s\d|trên|kính gửi)")
_NO_PART = frozenset((LabelKind.BULLET, LabelKind.UPPER, LabelKind.LETTER))
_COPY = regex.compile(r"^(?:sao y|sao lục|trích sao|bản sao|sao gửi)\b")
_END = regex.compile(r"\./\s?\.?\s*$")


@dataclass(frozen=True, slots=True)
class Tail:
    """`first` and `end` bound the lines of both blocks; both are None without any tail."""

    first: int | None
    end: int | None
    recipients: tuple[str, ...]
    recipients_lines: tuple[int, ...]
    file_code: str | None
    file_code_line: int | None
    signers: tuple[Signer, ...]
    signature_lines: tuple[int, ...]


@dataclass(slots=True)
class _Gathering:
    entries: list[Entry] = field(default_factory=list)
    signed: list[SignedPiece] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    file_code: str | None = None
    file_code_line: int | None = None
    closed: bool = False
    skipped: int = 0


def read_tail(lines: Sequence[LogicalLine], body: int) -> Tail:
    """The first tail after line `body`."""
    opening = next(
        (
            at
            for at in range(body, len(lines))
            if recipients_at(lines[at].text, lines[at].folded) is not None
        ),
        None,
    )
    if opening is None:
        opening = _unheaded(lines, body)
    found = _Gathering()
    if opening is not None:
        _before(lines, max(body, opening - _MAX_BEFORE), opening, found)
        _list(lines, opening, found)
    else:
        cut = _cut_foot(lines, body)
        start = _signature_start(lines, body) if cut is None else None
        if cut is not None:
            _part(lines[cut], 0, found)
            found.signed.append(SignedPiece(lines[cut + 1], 0, len(lines[cut + 1].text)))
        elif start is not None:
            _follow(lines, start, found)
    _take_name(lines, found)
    return _tail(found)


# "… - Lưu: VT, Vụ BTXH. Đàm Hữu Đắc": a line that holds the whole foot sets the name last
_NAME_BEHIND = regex.compile(r"\.\s(?P<name>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,3})\s?$")


def _take_name(lines: Sequence[LogicalLine], found: _Gathering) -> None:
    """The name behind the last entry, of a signature above the list that has none."""
    last = found.entries[-1] if found.entries else None
    if last is None or not found.signed or not is_kept(last.text):
        return
    if any(is_person_name(piece.text) for piece in found.signed):
        return
    name = _NAME_BEHIND.search(last.text)
    if name is None or not is_person_name(name["name"]):
        return
    line = lines[last.lines[-1]]
    place = line.text.rfind(name["name"])
    if place >= 0:
        found.signed.append(SignedPiece(line, place, place + len(name["name"])))
        last.text = last.text[: name.start()]


def _tail(found: _Gathering) -> Tail:
    recipients_lines = [at for entry in found.entries for at in entry.lines]
    signature_lines = sorted({piece.line.index for piece in found.signed})
    every = sorted({*found.lines, *recipients_lines, *signature_lines})
    return Tail(
        first=every[0] if every else None,
        end=every[-1] + 1 if every else None,
        recipients=gather(found.entries),
        recipients_lines=tuple(sorted({*recipients_lines})),
        file_code=found.file_code,
        file_code_line=found.file_code_line,
        signers=read_signers(found.signed),
        signature_lines=tuple(signature_lines),
    )


# -------------------------------------------------------------------------- with recipients


def _unheaded(lines: Sequence[LogicalLine], body: int) -> int | None:
    """The first line of a list whose "Nơi nhận" was lost: "- Như Điều 2;" … "- Lưu: VT."."""
    for at in range(body, len(lines)):
        if _AS_ABOVE.match(fold(lines[at].text[:30])) is None:
            continue
        bullets = takewhile(lambda line: is_bullet(line.text), lines[at + 1 : at + _MAX_TAIL])
        if any(is_kept(entry_text(line.text).lstrip("-–•+ ")) for line in bullets):
            return at
    return None


def _cut_foot(lines: Sequence[LogicalLine], body: int) -> int | None:
    """The first row of a foot of which a page kept no more: "- Như Điều 3;" ⏎ "TM. ỦY BAN …"."""
    for at in range(body, len(lines) - 1):
        if _AS_ABOVE.match(fold(lines[at].text[:30])) is not None:
            signed = signing.formula().match(fold(lines[at + 1].text)) is not None
            return at if signed else None
    return None


def _list(lines: Sequence[LogicalLine], opening: int, found: _Gathering) -> None:
    """The list from "Nơi nhận" on, and the signature beside or behind it."""
    line = lines[opening]
    place = recipients_at(line.text)
    found.lines.append(opening)
    _part(line, place[1] if place is not None else 0, found)
    for at in range(opening + 1, min(len(lines), opening + _MAX_TAIL)):
        line = lines[at]
        if _ends_tail(lines, at, opening, found):
            break
        if not _part(line, 0, found):
            found.skipped += 1
            if _is_scrawl(line, found) and at == len(lines) - 1:
                found.lines.append(at)
            named = any(is_person_name(piece.text) for piece in found.signed)
            if named or found.skipped > _MAX_SKIPPED or len(line.text) > 120:
                break


def _is_scrawl(line: LogicalLine, found: _Gathering) -> bool:
    """What a scan made of hand, seal and name below a post: "š Zuyến Xuân Phúc"."""
    short = len(line.text) <= _STRAY and len(line.text.split()) <= _MOST_NAMES
    return found.closed and bool(found.signed) and short and read_label(line.text) is None


def _part(line: LogicalLine, start: int, found: _Gathering) -> bool:
    """Give the parts of a line to list and signature; False when it belongs to neither."""
    text = line.text[start:]
    bullet = is_bullet(text)
    if not text.strip():
        return True
    if not bullet and found.signed and _is_signature_line(text, found):
        found.signed.append(SignedPiece(line, start, len(line.text)))
        return True
    bare = text.lstrip(" -–•+")
    if bullet and not found.entries and bare.isupper() and signature_at(bare) == 0:
        # "Nơi nhận: - BỘ TRƯỞNG, CHỦ NHIỆM": a speck of the scan
        found.signed.append(SignedPiece(line, len(line.text) - len(bare), len(line.text)))
        return True
    cut = signature_at(text)
    if cut is not None and not (bullet and cut <= 2):
        if text[:cut].strip() and not _entries(line, text[:cut], found):
            return False
        found.signed.append(SignedPiece(line, start + cut, len(line.text)))
        return True
    below = line.after_blank and len(found.entries) > 1  # a scan may lose the post over the name
    if not bullet and is_person_name(text) and (found.signed or found.closed or below):
        found.signed.append(SignedPiece(line, start, len(line.text)))
        return True
    return _entries(line, text, found)


def _is_signature_line(text: str, found: _Gathering) -> bool:
    """A line behind the opening of a signature that still belongs to it."""
    if opens_signature(text) or is_person_name(text) or is_family_name(text):
        return True
    if signing.mark().search(fold(text)) is not None and len(text) < 40:
        return True
    if len(text) > 60 or not text.isupper() or is_terminated(text):
        return False
    # behind a name only the body of a post goes on: "PHÓ GIÁM ĐỐC" ⏎ "SỞ CÔNG THƯƠNG LÀO CAI"
    return not is_person_name(found.signed[-1].text)


def _entries(line: LogicalLine, text: str, found: _Gathering) -> bool:
    """Entries of the list in a line; False when the list cannot go on here."""
    bullet = is_bullet(text)
    last = found.entries[-1] if found.entries else None
    if found.closed and not bullet:
        return _file_code(line, text, found)
    if last is not None and last.cell != line.cell and not bullet and not _is_cut(last, text):
        return False
    if last is not None and not bullet and last.bullet and not is_finished(last.text):
        # A list that runs on is cut anywhere: "- Bộ X (để ⏎ b/c); - Thường trực Tỉnh ủy; - ⏎ …".
        (last.text, _), *further = split_entries(f"{last.text} {text}")
        last.lines.append(line.index)
        _add(line, further, found, bullet=True)
        return True
    if last is not None and not bullet and last.bullet and len(text) > 80:
        return False
    _add(line, split_entries(text), found, bullet=bullet)
    return True


def _is_cut(entry: Entry, text: str) -> bool:
    """Whether the end of a page cut an entry: "- Các bộ, cơ quan" ⏎ "thuộc Chính phủ;"."""
    if not entry.bullet or is_finished(entry.text):
        return False
    return text[0].islower() or (entry.text.rstrip().endswith(",") and is_finished(text))


def _add(
    line: LogicalLine, entries: Sequence[tuple[str, bool]], found: _Gathering, *, bullet: bool
) -> None:
    for entry, marked in entries:
        found.entries.append(Entry(entry, [line.index], marked or bullet, line.cell))
        if is_kept(entry):
            found.closed = True


def _file_code(line: LogicalLine, text: str, found: _Gathering) -> bool:
    """What stands below "Lưu": its own second line, or the archive line."""
    last = found.entries[-1]
    if last.cell != line.cell or found.signed:
        return False
    if not is_finished(last.text) and (text[0].islower() or text[0] in "(,"):
        last.text = f"{last.text} {text}"
        last.lines.append(line.index)
        return True
    if found.file_code is None and is_file_code(text):
        found.file_code = " ".join(text.split()).strip(" .;")
        found.file_code_line = line.index
        found.lines.append(line.index)
        return True
    return False


_FOOTNOTE = re.compile(r"\[\d{1,3}\]|\(?\*\)")


def _ends_tail(lines: Sequence[LogicalLine], at: int, opening: int, found: _Gathering) -> bool:
    """What cannot stand inside a tail: appendix, attached plan, stamp of a copy, footnote."""
    text = lines[at].text
    folded = fold(text[:60])
    if _COPY.match(folded) or _FOOTNOTE.match(text):
        return True
    if recipients_at(text) is not None:
        return True
    label = read_label(text)
    if label is not None and label.kind not in _NO_PART:
        # "a/Tuấn/VP-KH", but not "I/ MỤC ĐÍCH, YÊU CẦU" of what is attached
        return not (is_file_code(text) and is_file_code(text[label.end :]))
    if names_type(text) is not None:
        return True
    behind = [piece for piece in found.signed if piece.line.index > opening]
    named = [piece.line.index for piece in behind if is_person_name(piece.text)]
    return bool(named) and at - named[-1] > 3


# ------------------------------------------------------------------------ without recipients


def _before(lines: Sequence[LogicalLine], first: int, opening: int, found: _Gathering) -> None:
    """A signature that stands above the list."""
    run: list[int] = []
    for at in range(opening - 1, first - 1, -1):
        text = lines[at].text
        marked = signing.mark().search(fold(text)) is not None and len(text) < 40
        loud = text.isupper() and len(text) <= 80 and not is_terminated(text)
        named = is_person_name(text) or is_family_name(text)
        blot = bool(run) and _is_blot(text)
        if not (loud or marked or named or blot or opens_signature(text)):
            break
        run.append(at)
    run.reverse()
    while run and not opens_signature(lines[run[0]].text):
        run.pop(0)
    found.lines.extend(_illegible(lines, first, run[0] if run else opening))
    if run and not (len(run) == 1 and names_type(lines[run[0]].text) is not None):
        found.signed.extend(SignedPiece(lines[at], 0, len(lines[at].text)) for at in run)


def _illegible(lines: Sequence[LogicalLine], first: int, end: int) -> Sequence[int]:
    """What a stamp and a hand left between the end of the body ("./.") and a tail.

    Short lines only: "lãi VĂN HỚA,", "GIÁ ở. Ầ MA".
    """
    for at in range(end - 1, first - 1, -1):
        text = lines[at].text
        if _END.search(text) is not None:
            return range(at + 1, end)
        if len(text) > _STRAY or read_label(text) is not None:
            break
    return ()


def _signature_start(lines: Sequence[LogicalLine], body: int) -> int | None:
    """The first line of a signature in a document without a list of recipients.

    A formula opens one; a post alone does so only behind the end of the body or above a name.
    """
    ended = False
    for at in range(body, len(lines)):
        text = lines[at].text
        ended = ended or _END.search(text) is not None
        if len(text) > 300 or not (opens_signature(text) or is_quiet_post(text)):
            continue
        if signing.formula().match(fold(text)) is not None:
            return at
        named = any(is_person_name(line.text) for line in lines[at + 1 : at + 4])
        if ended and named and is_quiet_post(text):
            return at
        last = at + 3 >= len(lines)
        if text.isupper() and (ended or at == len(lines) - 1) and (named or last or ended):
            return at
    return None


def _follow(lines: Sequence[LogicalLine], start: int, found: _Gathering) -> None:
    """A signature without a list."""
    for at in range(start, min(len(lines), start + 16)):
        text = lines[at].text
        if at > start and _is_blot(text):
            continue
        if at > start and not _is_signature_line(text, found):
            break
        if at > start and _ends_tail(lines, at, start, found):
            break
        found.signed.append(SignedPiece(lines[at], 0, len(text)))


def _is_blot(text: str) -> bool:
    """What a seal or a hand leaves between post and name: "[", "_", no letter and no number."""
    return not any(map(str.isalnum, text))
