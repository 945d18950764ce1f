"""Small PDFs with exactly placed text, written by hand: one font for every way of going wrong.

    sheet = Sheet()
    sheet.text(85, 100, "Kế hoạch")            # 100 points below the upper edge
    data = pdf(sheet)

Every glyph of the fonts made here is as wide as its size, a space a quarter of it.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _squares(count: int = 1400) -> bytes:
    """A TrueType font all of whose glyphs are squares: none is looked for on the machine."""
    square = struct.pack(">hhhhh", 1, 0, 0, 1000, 700)  # one contour, its box
    square += struct.pack(">HH", 3, 0)  # its last point; no instructions
    square += bytes([1, 1, 1, 1])  # four points on the curve, their coordinates as words
    square += struct.pack(">hhhh", 0, 1000, 0, -1000) + struct.pack(">hhhh", 0, 0, 700, 0)
    tables = {
        b"glyf": square * count,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 1000, 700,
            0, 8, 2, 1, 0,
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 891, -216, 0, 1000, 0, 0, 1000,
                             1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hh", 1000, 0) + bytes(2 * (count - 1)),
        b"loca": struct.pack(f">{count + 1}I", *range(0, len(square) * count + 1, len(square))),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    place = 12 + 16 * len(tables)
    rows, data = b"", b""
    for tag, table in tables.items():
        rows += tag + struct.pack(">III", 0, place + len(data), len(table))
        data += table + bytes(-len(table) % 4)
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32) + rows + data


_SQUARES = zlib.compress(_squares()).decode("latin-1")


@dataclass
class Font:
    """A font of a page: its name, the characters it has, and whether it says what they mean."""

    name: str = "TimesNewRomanPSMT"
    mapped: bool = True
    codes: dict[str, int] = field(default_factory=dict)

    def encoded(self, text: str) -> str:
        """`text` as a string of the content stream; without a map a character is its own code."""
        if not self.mapped:
            return "".join(f"{ord(char):04X}" for char in text)
        return "".join(f"{self.codes.setdefault(char, len(self.codes) + 33):04X}" for char in text)

    def objects(self, number: int) -> list[str]:
        """The font's objects, from `number` on."""
        blanks = [self.codes[char] for char in " \u00a0" if char in self.codes]
        widths = " ".join(f"{code} [250]" for code in (blanks if self.mapped else [3]))
        to_unicode = f"/ToUnicode {number + 3} 0 R" if self.mapped else ""
        rows = [
            f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>"
            for char, code in self.codes.items()
        ]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        body = "".join(
            f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks
        )
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{body}endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        return [
            f"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+{self.name} /Encoding /Identity-H "
            f"/DescendantFonts [{number + 1} 0 R] {to_unicode} >>",
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+{self.name} /DW 1000 "
            f"/W [{widths}] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            f"/Supplement 0 >> /FontDescriptor {number + 2} 0 R /CIDToGIDMap /Identity >>",
            f"<< /Type /FontDescriptor /FontName /ABCDEF+{self.name} /Flags 4 /ItalicAngle 0 "
            "/Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 /FontBBox [0 0 1000 700] "
            f"/FontFile2 {number + 4} 0 R >>",
            f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
            f"<< /Length {len(_SQUARES)} /Filter /FlateDecode >>\nstream\n{_SQUARES}\nendstream",
        ]


REGULAR = "TimesNewRomanPSMT"
BOLD = "TimesNewRomanPS-BoldMT"


class Sheet:
    """One page; places are in points from its upper left corner."""

    def __init__(self, size: tuple[int, int] = A4, *, extra: str = "") -> None:
        self.width, self.height = size
        self.extra = extra
        self.content: list[str] = []
        self.fonts: dict[tuple[str, bool], Font] = {}
        self.annotations: list[str] = []

    def font(self, name: str = REGULAR, *, mapped: bool = True) -> tuple[str, Font]:
        """The name of a font in the page's resources, and the font."""
        font = self.fonts.setdefault((name, mapped), Font(name, mapped))
        return f"F{list(self.fonts).index((name, mapped))}", font

    def text(
        self,
        left: float,
        baseline: float,
        text: str,
        size: float = 14,
        *,
        font: str = REGULAR,
        mapped: bool = True,
        mode: int = 0,
        spacing: float = 0,
        matrix: str = "1 0 0 1",
    ) -> Sheet:
        """Shows `text`; `mode` 3 is invisible, `spacing` is put behind every glyph."""
        name, made = self.font(font, mapped=mapped)
        self.content.append(
            f"BT /{name} {size} Tf {mode} Tr {spacing} Tc {matrix} {left} "
            f"{self.height - baseline} Tm <{made.encoded(text)}> Tj ET"
        )
        return self

    def gapped(self, left: float, baseline: float, parts: Sequence[str | float]) -> Sheet:
        """Shows parts with gaps between them, in points, by one operator of a size of 14."""
        name, made = self.font()
        shown = " ".join(
            f"<{made.encoded(part)}>" if isinstance(part, str) else f"{-part / 14 * 1000:.1f}"
            for part in parts
        )
        self.content.append(
            f"BT /{name} 14 Tf 1 0 0 1 {left} {self.height - baseline} Tm [{shown}] TJ ET"
        )
        return self

    def box(self, left: float, top: float, right: float, bottom: float, how: str = "S") -> Sheet:
        """A rectangle, stroked, or filled with `how` "f"."""
        self.content.append(f"{left} {self.height - bottom} {right - left} {bottom - top} re {how}")
        return self

    def picture(self, share: float = 1.0) -> Sheet:
        """A grey picture over a share of the page."""
        self.content.append(
            f"q {self.width * share} 0 0 {self.height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
        )
        return self


def pdf(*sheets: Sheet, trailer: str = "", catalog: str = "", password: str | None = None) -> bytes:
    """The file; `catalog` adds entries there. With a password it opens with it only (RC4, 40 bit);
    an empty one is an owner's protection."""
    objects: list[str] = ["", ""]
    kids = []
    for sheet in sheets:
        names = []
        for place, font in enumerate(sheet.fonts.values()):
            names.append(f"/F{place} {len(objects) + 1} 0 R")
            objects += font.objects(len(objects) + 1)
        stream = "\n".join(sheet.content)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        first = len(objects) + 1
        objects += sheet.annotations
        annotations = " ".join(f"{first + k} 0 R" for k in range(len(sheet.annotations)))
        box = "" if "/MediaBox" in sheet.extra else f"/MediaBox [0 0 {sheet.width} {sheet.height}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} {sheet.extra} /Contents {content} 0 R "
            f"/Annots [{annotations}] /Resources << /Font << {' '.join(names)} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    bodies = [body.encode("latin-1") for body in objects]
    if password is not None:
        key, entry = _encryption(password)
        bodies = [_encrypted(body, number, key) for number, body in enumerate(bodies, 1)]
        bodies.append(entry)
        trailer += f" /Encrypt {len(bodies)} 0 R /ID [<00> <00>]"
    return _written(bodies, trailer)


def _written(bodies: Iterable[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(offsets) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _encryption(password: str) -> tuple[bytes, bytes]:
    """The key and the entry of the standard handler, revision 2 (PDF 1.4, 3.5)."""
    user = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PAD)[:32]).digest()[:5], user)
    key = hashlib.md5(user + owner + (-4).to_bytes(4, "little", signed=True) + b"\x00").digest()[:5]
    check = _rc4(key, _PAD)
    entry = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{check.hex()}> >>"
    return key, entry.encode()


def _encrypted(body: bytes, number: int, key: bytes) -> bytes:
    """The stream of an object encrypted; the strings of these files are all in streams."""
    head, mark, rest = body.partition(b"stream\n")
    if not mark:
        return body
    data = rest.removesuffix(b"\nendstream")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\x00\x00").digest()[:10]
    return head + mark + _rc4(own, data) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
