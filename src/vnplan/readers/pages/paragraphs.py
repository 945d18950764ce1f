"""Whether a printed line goes on with the line above it: seen on the page, not guessed from words.

A paragraph of an administrative document opens with an indent, runs to the right margin and is
followed by some space (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4); a document shows two or three
of these. Words decide only what the page leaves open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from vnplan.readers.pages.lines import Line
from vnplan.text.labels import Label, LabelKind, read_label
from vnplan.text.line_ends import ends_open, is_terminated

_FEW: Final = 4
_SPACE: Final = 0.25
"""The width of a space, of the size."""
_INDENT: Final = 0.7
"""A line that begins further to the right is indented, of the size."""
_CENTRED: Final = 1.2
"""How far the middle of a centred line may be from that of the column, of the size."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of text: its edges, how far its baselines are apart, and how paragraphs open.

    `leading` is between lines of one paragraph, 0 when unknown; `indented` says that paragraphs
    open with an indent; `centred` that all its lines are set in its middle. `sure` is False where
    too few lines were seen to know where it ends.
    """

    left: float
    right: float
    leading: float
    indented: bool = False
    centred: bool = False
    sure: bool = True

    @property
    def width(self) -> float:
        return self.right - self.left


def measure(lines: Sequence[Line], *, right: float | None = None) -> Measure:
    """The measure of a column from its lines; `right` where a drawn cell says how far it goes."""
    if not lines:
        return Measure(0.0, right or 0.0, 0.0)
    size = median([line.size for line in lines])
    left = _usual_left(lines, size)
    edge = _usual_right(lines) if right is None else right
    full = [line.right > edge - 2.5 * size for line in lines]
    steps = [
        following.baseline - line.baseline
        for k, (line, following) in enumerate(pairwise(lines))
        if full[k]
        and following.left <= left + _INDENT * size
        and following.baseline > line.baseline
    ]
    leading = sorted(steps)[len(steps) // 3] if steps else 0.0
    opened = [line for line in lines if _INDENT * size < line.left - left < 6 * size]
    return Measure(
        left=left,
        right=edge,
        leading=leading,
        indented=len(opened) >= 2 and len(opened) >= 0.12 * len(lines),
        sure=right is not None or len(lines) >= _FEW,
    )


def _usual_left(lines: Sequence[Line], size: float) -> float:
    """The left edge of most long lines; that of the leftmost where none are long."""
    widest = max(line.right - line.left for line in lines)
    long = [line for line in lines if line.right - line.left > 0.6 * widest]
    counts = Counter(round(line.left / (0.4 * size)) for line in long)
    place = max(counts, key=lambda key: (counts[key], -key))
    near = [line.left for line in long if abs(round(line.left / (0.4 * size)) - place) <= 1]
    least = sorted(line.left for line in lines)[len(lines) // 10]
    return min(median(near), least) if least > median(near) - 6 * size else median(near)


def _usual_right(lines: Sequence[Line]) -> float:
    """Where lines end at most; a few may hang over."""
    rights = sorted(line.right for line in lines)
    return rights[min(len(rights) - 1, len(rights) * 95 // 100)]


def goes_on(
    line: Line,
    following: Line,
    column: Measure,
    *,
    opening: Line | None = None,
    below: Measure | None = None,
) -> bool:
    """Whether `following` continues the paragraph of `line`, whose column is `column`.

    `opening` is the first line of that paragraph. `below` is the column of `following` where a page
    ends between the two lines.
    """
    opening = opening or line
    apart = following.baseline - line.baseline
    size = max(line.size, following.size)
    if below is None and _is_wide(apart, line, column):
        return False
    if min(line.size, following.size) < (0.6 if line.recognised else 0.82) * size:
        return False  # OCR measures letters, not fonts: a line of small ones comes out smaller
    shift = following.left - (below or column).left - line.left + column.left
    small = following.text[:1].islower() and not is_terminated(line.text)
    if is_centred(line, column) or is_centred(following, below or column):
        return _heading_goes_on(line, following, column)
    if _fits(line, following, column) or not column.sure:
        # the line was ended by hand, or the paragraph is set ragged
        near = shift < 2 or shift + line.left - column.left < _INDENT * size
        near = near or _hangs(opening, following, shift, line)
        return small and near and read_label(following.text) is None
    return _full_goes_on(opening, line, following, column, shift)


def side_goes_on(line: Line, following: Line, column: Measure, *, opening: Line) -> bool:
    """The same in a letterhead, a list of recipients or a signature: each line is its own there.

    Only an entry of a list runs on, or what begins with a small letter: "- Văn phòng Sở (Bố trí
    kinh phí, phương" goes on with "tiện …);".
    """
    text, after = line.text, following.text
    if _is_wide(following.baseline - line.baseline, line, column) or is_terminated(text):
        return False
    if after.isdigit():  # "TRƯỜNG THPT CAO LÃNH" / "2"
        return True
    if text.isupper() or after.isupper() or read_label(after) is not None:
        return False
    if after[:1].islower() or ends_open(text):
        return True
    listed = read_label(opening.text) is not None
    dated = line.words[-1].italic and following.words[0].italic  # "Thành phố Hồ Chí" / "Minh, ngày"
    return (listed or dated) and not _fits(line, following, column)


def is_apart(line: Line, following: Line, column: Measure) -> bool:
    """Whether a blank line should stand between two lines that are paragraphs of their own.

    Not between the lines of a centred heading.
    """
    if _is_wide(following.baseline - line.baseline, line, column):
        return True
    return not (is_centred(line, column) and is_centred(following, column))


def _is_wide(apart: float, line: Line, column: Measure) -> bool:
    """More than the distance of two lines of a paragraph."""
    if not column.leading:
        return apart > 2.2 * line.size
    return apart > (1.3 if line.recognised else 1.2) * column.leading


def is_centred(line: Line, column: Measure) -> bool:
    """Set in the middle of the column, clearly away from both its edges."""
    if column.centred:
        return True
    room = min(line.left - column.left, column.right - line.right)
    middle = (column.left + column.right) / 2
    return room > 1.5 * line.size and abs(line.centre - middle) <= _CENTRED * line.size


def _heading_goes_on(line: Line, following: Line, column: Measure) -> bool:
    """Lines of a centred heading: one only where the next word had no room, or cannot begin one."""
    if line.text.isupper() != following.text.isupper() or line.bold != following.bold:
        return False
    if read_label(following.text) is not None or is_terminated(line.text):
        return False
    if following.text[:1].islower() or ends_open(line.text):
        return True
    return not _fits(line, following, column)


def _fits(line: Line, following: Line, column: Measure) -> bool:
    """The next word would have had room at the end of the line: the paragraph ended there."""
    word = following.words[0]
    needed = word.right - word.left + _SPACE * line.size
    room = column.right - line.right
    if is_centred(line, column) or line.left - column.left > 3.5 * line.size:
        room = column.width - (line.right - line.left)
    return room > needed + 0.35 * line.size


def _full_goes_on(
    opening: Line, line: Line, following: Line, column: Measure, shift: float
) -> bool:
    """After a full line: an indent or a label opens the next paragraph.

    `shift` is how much further to the right `following` begins.
    """
    size = line.size
    label = read_label(following.text)
    ended = is_terminated(line.text)
    if column.indented:
        moved_in = line.left - column.left > _INDENT * size
        if shift + line.left - column.left <= _INDENT * size:
            # OCR tells no bold: "VI. GIẢI PHÁP" typed without an indent
            seen = following.bold or following.recognised
            return not (ended and label is not None and seen and _opens_part(following, label))
        if moved_in and abs(shift) < 0.5 * size:  # a paragraph that is moved in as a whole
            return label is None and not ended
        return _hangs(opening, following, shift, line) and label is None
    if shift > _INDENT * size:
        return _hangs(opening, following, shift, line) and (label is None or not ended)
    if label is not None:
        return not ended and not _opens_part(following, label)
    if line.bold and not following.bold and not ends_open(line.text):
        return following.text[:1].islower()
    return True


def _opens_part(line: Line, label: Label) -> bool:
    """ "2. Yêu cầu" opens a part; "- Thương binh và Xã hội", "2. 12" may be the rest of a name."""
    return line.text[label.end :][:1].isupper() and label.kind is not LabelKind.BULLET


def _hangs(opening: Line, following: Line, shift: float, line: Line) -> bool:
    """`following` begins where the words behind the label of `opening` do."""
    if read_label(opening.text) is None:
        return False
    left = line.left + shift
    return any(abs(left - word.left) < 0.35 * opening.size for word in opening.words[1:3])
