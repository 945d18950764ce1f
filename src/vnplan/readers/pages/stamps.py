"""Stamps: what was put on a page after it was written, told by the words that stamps have.

The box of a digital signature (Nghị định 30/2020/NĐ-CP, Phụ lục I: "Người ký", "Email", "Cơ quan",
"Thời gian ký"), the note of a signing program, the stamp of the office that received the letter.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.readers.page import Word
from vnplan.readers.pages.lines import Line, pieces_of
from vnplan.text.fold import fold

# "Người ký: Sở Tài chính", "Ký bởi: …", "Digitally signed by …", "Signature Not Verified"
_SIGNED = regex.compile(
    r"(?:được |đã )?ký (?:số )?bởi\s?:|người ký(?: số)?\s?:|(?:thời gian|ngày|giờ) ký(?: số)?\s?:"
    r"|ký (?:số )?(?:ngày|lúc)\s?:|digitally signed|signature (?:not verified|valid)|signing time"
    r"|signed by\s?:|(?:tên )?chứng thư(?: số)?\s?:|\d{1,2}:\d{2}:\d{2} ?[+-]\d{2}[:.'’]?\d{2}"
)
_RECEIVED = regex.compile(r"(?:công văn|văn bản)? ?đến(?: số\b.*)?")
_RECEIVED_FIELD = regex.compile(
    r"(?:số(?: đến)?|ngày(?: đến)?|giờ|(?:kính )?chuyển|lưu (?:hồ sơ|hs)|số và ký hiệu hs)\s?[:.…]"
)
# what a page without a stamp hardly has; asked first
_LIKELY = regex.compile(
    r"(?<!\w)ky (?:so )?(?:boi|ngay|luc|so)?\s?:|sign|chung thu|^den\b|\bden$|\d:\d\d:\d\d"
)
_REACH = 14
"""A signature box has at most so many lines."""
_GAP = 1.2  # of the size: a wider one parts what only stands beside the stamp


def stamp_words(lines: Sequence[Line]) -> list[list[Word]]:
    """The words of each stamp among the lines of a page."""
    if not any(_LIKELY.search(line.bare) for line in lines):
        return []
    pieces = [piece for line in lines for piece in pieces_of(line, _GAP)]
    stamps: list[list[Word]] = []
    used: set[int] = set()
    for place, piece in enumerate(pieces):
        if place in used:
            continue
        folded = fold(piece.text)
        if _SIGNED.match(folded):
            found = _signature_box(pieces, place)
        elif _RECEIVED.fullmatch(folded) and piece.text.isupper():
            found = _received_box(pieces, place)
        else:
            continue
        used.update(found)
        if found:
            stamps.append([word for at in found for word in pieces[at].words])
    return stamps


def _signature_box(pieces: Sequence[Line], first: int) -> list[int]:
    """The lines of the box that has the line `first`: below and above it, as small, as far left."""
    box = [first]
    sizes = sorted(piece.size for piece in pieces)
    small = pieces[first].size < 0.8 * sizes[len(sizes) // 2]  # what stands above is no text either
    for order in (range(first + 1, len(pieces)), range(first - 1, -1, -1)):
        last = pieces[first]
        for at in order:
            piece = pieces[at]
            if abs(piece.baseline - last.baseline) > 2.2 * last.size or len(box) > _REACH:
                break
            if at < first and not (small or _SIGNED.match(fold(piece.text))):
                continue
            same = abs(piece.left - last.left) < 0.5 * last.size
            if same and abs(piece.size - last.size) < 0.15 * last.size:
                box.append(at)
                last = piece
    return box


def _received_box(pieces: Sequence[Line], first: int) -> list[int]:
    """ "CÔNG VĂN ĐẾN" with its fields below; nothing where no field follows."""
    head = pieces[first]
    box, last, fields = [first], head, 0
    for at in range(first + 1, len(pieces)):
        piece = pieces[at]
        if piece.baseline - last.baseline > 3 * head.size:
            break
        aside = piece.right < head.left - 4 * head.size or piece.left > head.right + 4 * head.size
        if not aside and _RECEIVED_FIELD.match(fold(piece.text)):
            box.append(at)
            last, fields = piece, fields + 1
    return box if fields else []
