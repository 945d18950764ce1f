"""Word's automatic numbering for paragraphs whose labels were typed.

What Word counts is counted here as well: where it would not come to the label that stands in the
text, a list is begun anew at that number, and where it never could ("đ)" after "d)"), the label
stays typed. So nothing but the place of the labels changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vnplan.text.labels import Label, LabelKind, read_label

_LEVELS = {LabelKind.ROMAN: 0, LabelKind.LETTER: 3}
_FORMATS = (
    ("upperRoman", "%1."),
    ("decimal", "%2."),
    ("decimal", "%2.%3."),
    ("lowerLetter", "%4)"),
)
_OUTLINE = 1  # numId of the list of I. / 1. / 1.1. / a)
_BULLETS = {"-": 2, "+": 3}
_WORD_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph without its label: `number` (w:numId) and `level` (w:ilvl) give it back."""

    number: int
    level: int
    text: str
    cut: int  # characters of the label and the space behind it


@dataclass(slots=True)
class Numbering:
    """Hands out numbers in the order of the paragraphs; `part` is then word/numbering.xml."""

    counters: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    number: int = _OUTLINE
    restarts: list[tuple[int, int, int]] = field(default_factory=list)  # numId, level, start

    def take(self, text: str) -> Numbered | None:
        """`text` without the label that Word will write; None when it has none Word can write."""
        label = read_label(text)
        if label is None or label.end >= len(text):
            return None
        if label.kind is LabelKind.BULLET and label.name in _BULLETS:
            return Numbered(_BULLETS[label.name], 0, text[label.end :], label.end)
        level = self._level(label)
        if level is None or text[: label.end].rstrip() != _written(label, level):
            return None
        if self.counters[level] + 1 != label.ordinals[-1]:
            self.number = 10 + len(self.restarts)
            self.restarts.append((self.number, level, label.ordinals[-1]))
        self.counters[level] = label.ordinals[-1]
        self.counters[level + 1 :] = [0] * (3 - level)
        return Numbered(self.number, level, text[label.end :], label.end)

    def _level(self, label: Label) -> int | None:
        if label.kind is LabelKind.LETTER:
            letter = label.name
            right = letter == _WORD_LETTERS[label.ordinals[0] - 1 : label.ordinals[0]]
            return 3 if right else None
        if label.kind is LabelKind.DECIMAL and len(label.ordinals) == 2:
            return 2 if label.ordinals[0] == self.counters[1] else None
        if label.kind is LabelKind.DECIMAL:
            return 1 if len(label.ordinals) == 1 else None
        return _LEVELS.get(label.kind)

    def part(self) -> str:
        """word/numbering.xml"""
        outline = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, (form, text) in enumerate(_FORMATS)
        )
        lists = f'<w:abstractNum w:abstractNumId="1">{outline}</w:abstractNum>'
        nums = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        for mark, number in _BULLETS.items():
            lists += (
                f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
                "</w:lvl></w:abstractNum>"
            )
            nums += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, level, start in self.restarts:
            nums += (
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride '
                f'w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        return lists + nums


def _written(label: Label, level: int) -> str:
    return (f"{label.name}.", f"{label.name}.", f"{label.name}.", f"{label.name})")[level]
