"""Texts that nobody would write, made of what real documents are made of.

Every function takes a source of chance, so that the same number gives the same text, and
hypothesis can be that source and look for a smaller one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from fuzz.sources import Sources

Pieces = TypeVar("Pieces", str, bytes)
Text = Callable[[Random, Sources], str]

WORDS: Final = tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines())
GAPS: Final = (" ", "\n", "\n\n", "\t", ", ", "; ", ". ", ": ", " - ", "", "\r\n", " | ", "\u00a0")
ODD: Final = (
    *(
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b[31m",
        "\x85",
        "\u00ad",
        "\u0300",
        "\u0301\u0323",
        "\u200b",
    ),
    *(
        "\u200f",
        "\u202e",
        "\u2066",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\ue000",
        "\uf0b7",
        "\ud800",
        "\udfff",
    ),
    *(
        "🙂",
        "👩\u200d👩\u200d👧",
        "ﬁ",
        "Ⅳ",
        "½",
        "²",
        "İ",
        "ß",
        "ǆ",
        "한",
        "漢",
        "ا",
        "𝒜",
        "\U000e0041",
        "\U0010ffff",
    ),
    *(
        '=HYPERLINK("x")',
        "<script>",
        "]]>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&a;",
        "&#0;",
        "&#xD800;",
        "%PDF-",
    ),
)
_LABELS: Final = (
    "I. ",
    "1. ",
    "1.1. ",
    "a) ",
    "- ",
    "+ ",
    "* ",
    "Điều 1. ",
    "Khoản 1. ",
    "Chương I ",
    "(1) ",
    "1) ",
    "i) ",
)
_OPENERS: Final = (
    "(",
    "[",
    "{",
    "“",
    '"',
    "<b>",
    "<div>",
    "<table><tr><td>",
    "<ul><li>",
    "> ",
    "**",
    "`",
    "<!--",
    "«",
    "|",
)


def salad(chance: Random, sources: Sources) -> str:
    """What documents are recognised by, in no order."""
    words = chance.choices(WORDS, k=chance.randint(1, 30))
    return "".join(word + chance.choice(GAPS) for word in words)


def nested(chance: Random, sources: Sources) -> str:
    """Labels, brackets, marks that go on opening, and may be closed the wrong way round."""
    depth = chance.choice((3, 10, 10, 30, 100))
    opener = chance.choice((*_OPENERS, *_LABELS))
    kinds = [opener] if chance.random() < 0.5 else chance.choices((*_OPENERS, *_LABELS), k=5)
    line = chance.choice(("", "\n", "\n\n"))
    parts = [f"{kinds[n % len(kinds)]}{chance.choice(WORDS)}{line}" for n in range(depth)]
    if chance.random() < 0.3:
        parts += [
            chance.choice((")", "]", "”", "</td></tr></table>", "</div>")) for _ in range(depth)
        ]
    if chance.random() < 0.3:
        parts = ["1." * n + " " + part for n, part in enumerate(parts[:60], 1)]
    return "".join(parts)


def one_line(chance: Random, sources: Sources) -> str:
    """A line that does not end: a few words again and again."""
    unit = "".join(
        chance.choice(WORDS) + chance.choice((" ", ", ", "; ", ""))
        for _ in range(chance.randint(1, 3))
    )
    if chance.random() < 0.3:
        unit = "".join(chance.choices("aáÁ1 .,-/(:“|\t", k=chance.randint(1, 3)))
    return unit * (chance.choice((100, 300, 300, 2000)) // len(unit) + 1)


def unbalanced(chance: Random, sources: Sources) -> str:
    """A real passage with marks thrown in."""
    text = passage(chance, sources)
    for _ in range(chance.randint(1, 20)):
        place = chance.randint(0, len(text))
        text = (
            text[:place]
            + chance.choice((*_OPENERS, ")", "]", "”", "</b>", "-->", "\n|", "*"))
            + text[place:]
        )
    return text


def mutated(chance: Random, sources: Sources) -> str:
    """A real passage with pieces of it gone, doubled, moved, and others in their place."""
    return changed(passage(chance, sources), chance, (*WORDS, *GAPS, *ODD, *_LABELS))


def spliced(chance: Random, sources: Sources) -> str:
    """Two real passages, cut and put together, by lines or in the middle of a word."""
    one, other = passage(chance, sources), passage(chance, sources)
    if chance.random() < 0.5:
        return one[: chance.randint(0, len(one))] + other[chance.randint(0, len(other)) :]
    lines = one.splitlines(keepends=True) + other.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def odd_characters(chance: Random, sources: Sources) -> str:
    """Characters that have no business in a document, alone or in a real passage."""
    if chance.random() < 0.3:
        return "".join(
            chr(chance.choice((0x7F, 0x300, 0x2FFF, 0xFFFF, 0x10FFFF)) - chance.randint(0, 99))
            for _ in range(50)
        )
    text = passage(chance, sources)
    for _ in range(chance.randint(1, 40)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(ODD) * chance.choice((1, 1, 3)) + text[place:]
    return text


def tables(chance: Random, sources: Sources) -> str:
    """Tables with rows of all lengths, as Markdown, HTML or plain bars."""

    def cell() -> str:
        return " ".join(
            chance.choices((*WORDS[:-12], "", "nt", "1", '"', "-"), k=chance.randint(0, 3))
        )

    rows = [
        [cell() for _ in range(chance.choice((0, 1, 3, 3, 3, 4, 12)))]
        for _ in range(chance.randint(1, 9))
    ]
    rows.insert(0, ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"][: chance.randint(1, 4)])
    form = chance.randrange(3)
    if form == 0:
        return "\n".join(
            [
                "| " + " | ".join(row) + " |"
                for row in (*rows[:1], ["---"] * len(rows[0]), *rows[1:])
            ]
        )
    if form == 1:
        spans = (
            "",
            ' colspan="2"',
            ' rowspan="3"',
            ' colspan="99999"',
            ' rowspan="-1"',
            ' colspan="x"',
        )
        cells = ["".join(f"<td{chance.choice(spans)}>{one}</td>" for one in row) for row in rows]
        return "<p>KẾ HOẠCH</p><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    return "\n".join("|\n" + "\n|\n".join(row) for row in rows)


TEXTS: Final[Mapping[str, Text]] = {
    "salad": salad,
    "nested": nested,
    "one_line": one_line,
    "unbalanced": unbalanced,
    "mutated": mutated,
    "spliced": spliced,
    "odd_characters": odd_characters,
    "tables": tables,
}


def passage(chance: Random, sources: Sources, most: int = 600) -> str:
    """Lines of a real document, from anywhere in it; its head more often than another place."""
    text = chance.choice(sources.texts)
    start = 0 if chance.random() < 0.3 else chance.randint(0, max(0, len(text) - 200))
    start = text.rfind("\n", 0, start) + 1
    return text[start : start + chance.randint(40, most)]


def changed(data: Pieces, chance: Random, others: Sequence[Pieces]) -> Pieces:
    """`data` after some changes: a piece deleted, doubled, moved, or another one put in."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((1, 1, 3, 20, 200)))
        before, piece, after = data[:start], data[start:end], data[end:]
        way = chance.randrange(4)
        if way == 0:
            data = before + after
        elif way == 1:
            data = before + piece * chance.choice((2, 2, 2, 30)) + after
        elif way == 2:
            place = chance.randint(0, len(after))
            data = before + after[:place] + piece + after[place:]
        else:
            data = before + chance.choice(others) + after
    return data[:2000]
