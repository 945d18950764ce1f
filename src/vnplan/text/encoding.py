"""Bytes to characters: Unicode with and without a mark, and the encodings of the 1990s."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import regex

from vnplan.text.legacy import repair
from vnplan.text.syllable import count_marked_words

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_DAMAGE = 0.002  # share of characters that may be lost in a text that is otherwise UTF-8
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_UTF16_HIGH = frozenset({0x00, 0x01, 0x03, 0x1E, 0x20, 0x22})  # first bytes of Vietnamese letters
_NO_TEXT = "holds binary data, not text"
_UNKNOWN = "is in an unknown encoding"
_GUESSED_NEVER = frozenset({"utf_7", "cp037", "cp500", "cp1026", "cp1140", "hz", "punycode"})
_DECLARED = regex.compile(
    rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    regex.IGNORECASE,
)


class UndecodableBytes(ValueError):
    """The bytes are no text in any encoding known here; the message is one line."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` and the encoding it came in: "utf-8", "utf-16-le", "cp1258", "tcvn3", "vni" …

    "utf-8+tcvn3" is a text typed in TCVN3 that somebody saved as UTF-8. `damaged` counts characters
    that could not be read and became U+FFFD.
    """

    text: str
    encoding: str
    damaged: int = 0

    @property
    def legacy(self) -> str | None:
        """ "tcvn3" or "vni" when the text was converted from one of them."""
        name = self.encoding.rpartition("+")[2]
        return name if name in {"tcvn3", "vni"} else None


def decode(data: bytes) -> Decoded:
    """The text in `data`. Raises `UndecodableBytes`."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :].decode(name, "replace"), name)
    sixteen = _utf16_without_mark(data)
    if sixteen is not None:
        return sixteen
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 200:
        raise UndecodableBytes(_NO_TEXT)
    try:
        return _unicode(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(data) or _eight_bit(data) or _declared(data) or _guessed(data)


def decode_text(text: str) -> Decoded:
    """A string, converted when it was typed in one of the old fonts."""
    repaired = repair(text)
    return Decoded(repaired.text, repaired.encoding) if repaired else Decoded(text, "unicode")


def _unicode(text: str, name: str) -> Decoded:
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    repaired = repair(text)
    if repaired is not None:
        return Decoded(repaired.text, f"{name}+{repaired.encoding}", damaged)
    return Decoded(text, name, damaged)


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 by its pattern: of every two bytes one is nearly always 00, 01, 03, 1E or 20."""
    sample = data[: 4096 - len(data) % 2]
    if len(data) % 2 or len(sample) < 4 or b"\x00" not in sample:
        return None
    for name, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        bytes_high, bytes_low = sample[high::2], sample[low::2]
        known = sum(byte in _UTF16_HIGH for byte in bytes_high) / len(bytes_high)
        if known > 0.9 and bytes_low.count(0) < len(bytes_low) * 0.1 and 0 in bytes_high:
            try:
                return _unicode(data.decode(name), name)
            except UnicodeDecodeError:
                continue
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes were lost, as at the cut end of a download."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    marked = sum(1 for character in text[:_SAMPLE] if ord(character) > 0x7F)
    if lost <= max(1, _DAMAGE * len(text)) and marked > 10 * min(lost, 50):
        return Decoded(text, "utf-8", lost)
    return None


def _eight_bit(data: bytes) -> Decoded | None:
    """TCVN3, VNI or cp1258: whichever gives Vietnamese words, if any does."""
    surface = _windows(data)
    repaired = repair(surface)
    accents = _cp1258(data)
    if accents is not None:
        good, bad = count_marked_words(accents[:_SAMPLE])
        if good > 2 and good >= 0.85 * (good + bad):
            rival = count_marked_words(repaired.text[:_SAMPLE])[0] if repaired else 0
            if good >= rival:
                return Decoded(accents, "cp1258")
    return Decoded(repaired.text, repaired.encoding) if repaired else None


def _windows(data: bytes) -> str:
    """The bytes as Windows shows them: cp1252, its five holes as in Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        pieces = [
            piece.decode("cp1252") if number % 2 == 0 else piece.decode("latin-1")
            for number, piece in enumerate(regex.split(rb"([\x81\x8d\x8f\x90\x9d]+)", data))
        ]
        return "".join(pieces)


def _cp1258(data: bytes) -> str | None:
    """cp1258 writes most tones as combining marks after the letter."""
    import unicodedata

    try:
        return unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    """The encoding that a page declares, when the bytes are in it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    try:
        codec = codecs.lookup(name)
        if codec.name == "utf-8" or not codec._is_text_encoding:
            return None
        return Decoded(data.decode(codec.name), codec.name)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> Decoded:
    """What charset-normalizer makes of the bytes."""
    from charset_normalizer import from_bytes

    matches = from_bytes(
        data[:_SAMPLE], cp_exclusion=sorted(_GUESSED_NEVER), preemptive_behaviour=False
    )
    best = matches.best()
    if best is None:
        raise UndecodableBytes(_UNKNOWN)
    # Code pages of one language family differ in a few letters; here the western one is likeliest.
    for match in matches:
        if match.encoding in {"cp1252", "latin_1"} and match.chaos <= best.chaos + 0.02:
            return Decoded(_windows(data), "cp1252")
    text = data.decode(best.encoding, "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    if damaged > max(2, len(text) // 100):
        raise UndecodableBytes(_UNKNOWN)
    return Decoded(text, codecs.lookup(best.encoding).name, damaged)
