"""Files that nobody would send: bytes in mixed encodings, pages and packages damaged on the way.

What LibreOffice would have to open (DOC, ODT, XLS) and pictures are left out: those programs take a
second a file, and are run apart from this process anyway.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

import regex

from fuzz.sources import Sources
from fuzz.texts import ODD, TEXTS, WORDS, changed, passage

File = Callable[[Random, Sources], bytes]

_ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1258", "latin-1", "utf-7")
_TAG: Final = regex.compile(r"<[^<>]{1,300}>")
_NUMBER: Final = regex.compile(r'(?<==")-?\d+(?=")')
_VALUES: Final = (
    "-1",
    "0",
    "1",
    "7",
    "99999999999999999999",
    "x",
    "",
    "1e9",
    "\ufffd",
    "2147483648",
)
_RTF_WORDS: Final = (
    *(
        r"\par ",
        r"\cell ",
        r"\row ",
        r"\trowd ",
        r"\cellx99999999 ",
        r"\u-9999999 ",
        r"\'",
        r"\'zz",
        r"\bin99999 ",
    ),
    *(
        "{",
        "}",
        r"{\*\x ",
        r"\uc9999 ",
        r"\f99 ",
        r"{\fonttbl",
        r"{\listtext ",
        r"\pard\intbl ",
        r"\deff-1 ",
    ),
)


def encoded(chance: Random, sources: Sources) -> bytes:
    """A text in one encoding, or its halves in two."""
    text = chance.choice(tuple(TEXTS.values()))(chance, sources)
    place = chance.randint(0, len(text)) if chance.random() < 0.5 else len(text)
    halves = (text[:place], text[place:])
    return b"".join(half.encode(chance.choice(_ENCODINGS), "replace") for half in halves)


def flipped(chance: Random, sources: Sources) -> bytes:
    """The bytes of a text with bits turned, bytes gone or doubled."""
    data = bytearray(passage(chance, sources).encode(chance.choice(_ENCODINGS), "replace"))
    for _ in range(chance.randint(1, 30)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return changed(bytes(data), chance, (b"\x00", b"\xff\xfe", b"\xc3", b"\xe1\xba", b"\r"))


def page(chance: Random, sources: Sources) -> bytes:
    """A web page whose tags and entities are damaged."""
    lines = passage(chance, sources).splitlines()
    rows = [f"<p class=x>{line}</p>" if chance.random() < 0.7 else f"<td>{line}" for line in lines]
    text = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{''.join(rows)}</body>"
    others = ("<", ">", "<table>", "<tr>", "</p>", "<script>", "<!--", "&#", *ODD)
    return changed(text, chance, others).encode("utf-8", "replace")


def rtf(chance: Random, sources: Sources) -> bytes:
    """RTF with control words that do not fit."""
    body = "".join(_rtf(one) for one in passage(chance, sources, 500))
    head = r"{\rtf1\ansi\ansicpg1258\uc1{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}"
    text = head + changed(body, chance, _RTF_WORDS) + chance.choice(("}", "", "}}"))
    return text.encode("latin-1", "replace")


def docx(chance: Random, sources: Sources) -> bytes:
    """A Word file with the XML of a part, or its packing, damaged."""
    return _package(sources.docx, "word/document.xml", chance)


def xlsx(chance: Random, sources: Sources) -> bytes:
    """A workbook of odd cells, with the XML of a part, or its packing, damaged."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for _ in range(chance.randint(1, 8)):
        sheet.append([chance.choice((*WORDS, 1, -2.5, None, "=1/0", "1/1/2020")) for _ in range(4)])
    sheet["A1"] = "KẾ HOẠCH"
    sheet.merge_cells("A1:C1")
    file = io.BytesIO()
    book.save(file)
    return _package(file.getvalue(), "xl/worksheets/sheet1.xml", chance)


def pdf(chance: Random, sources: Sources) -> bytes:
    """A PDF of one page with some bytes changed, in its text or anywhere."""
    from tests.readers.pdf.making import Sheet, pdf

    sheet = Sheet()
    for number, line in enumerate(passage(chance, sources, 400).splitlines()[:20]):
        shown = "".join(one for one in line[:60] if one.isprintable())
        if shown.strip():
            sheet.text(85, 80 + 20 * number, shown)
    data = pdf(sheet)
    if chance.random() < 0.2:
        return data
    return _flipped_some(data, chance)


FILES: Final[Mapping[str, File]] = {
    "encoded": encoded,
    "flipped": flipped,
    "page": page,
    "rtf": rtf,
    "docx": docx,
    "xlsx": xlsx,
    "pdf": pdf,
}


def _package(data: bytes, main: str, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts.pop("docProps/core.xml", None)  # when it was made
    if chance.random() < 0.1:
        return _flipped_some(_packed(parts), chance)
    name = main if chance.random() < 0.7 else chance.choice(sorted(parts))
    parts[name] = _damaged_xml(parts[name].decode("utf-8"), chance).encode("utf-8", "replace")
    if chance.random() < 0.1:
        del parts[chance.choice(sorted(parts))]
    return _packed(parts)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The same bytes at any time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return file.getvalue()


def _damaged_xml(text: str, chance: Random) -> str:
    """Tags gone, doubled, moved; figures of attributes that are none; a piece cut out."""
    for _ in range(chance.randint(1, 12)):
        tags = list(_TAG.finditer(text))
        if not tags:
            break
        one, other = chance.choice(tags).span(), chance.choice(tags).span()
        way = chance.randrange(6)
        if way == 0:
            text = text[: one[0]] + text[one[1] :]
        elif way == 1:
            text = text[: one[0]] + text[one[0] : one[1]] * chance.choice((2, 40)) + text[one[1] :]
        elif way == 2:
            text = text[: one[0]] + text[other[0] : other[1]] + text[one[1] :]
        elif way == 3:
            start, end = sorted((one[0], other[0]))
            text = text[:start] + text[min(end, start + 5000) :]
        elif way == 4:
            numbers = list(_NUMBER.finditer(text))
            if numbers:
                start, end = chance.choice(numbers).span()
                text = text[:start] + chance.choice(_VALUES) + text[end:]
        else:
            text = text[: one[1]] + chance.choice(("&", "&a;", *WORDS)) + text[one[1] :]
    return text


def _flipped_some(data: bytes, chance: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged[: chance.randint(0, len(damaged))] if chance.random() < 0.2 else damaged)


def _rtf(character: str) -> str:
    if character == "\n":
        return r"\par "
    if character in "\\{}":
        return f"\\{character}"
    return character if ord(character) < 128 else rf"\u{ord(character)}?"
