"""What the characters of a font mean: fonts of the 1990s, and fonts that lost their map to Unicode.

A font of the 1990s (.VnTime, VNI-Times) is told by its name (`text.legacy_fonts`). Whether a font
that says nothing, or says it wrongly, is read another way is decided by the words that come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Final

import regex

from vnplan.readers.pdf.glyph_order import PRIVATE, letters, start_of
from vnplan.text.legacy import converted, repair
from vnplan.text.legacy_fonts import font_encoding, from_font
from vnplan.text.normal import normalize
from vnplan.text.syllable import count_marked_words

Reading = Callable[[str], str]

_STYLE = regex.compile(r"(?r)(?:[,\-\s]{0,9}(?:Bold|Italic|Oblique|Regular|PS|MT))+\Z")
_LEGACY = regex.compile(r"\.?(?=Vn[A-Z])")


@lru_cache(maxsize=1024)
def typed_font(name: str) -> str:
    """The name a font had when the text was typed: "VnTimeHBold" was .VnTimeH in bold."""
    return _LEGACY.sub(".", _STYLE.sub("", name), count=1)


# Letters of Windows-1252 that were taken for Mac OS Roman: "L‡o Cai", "CÙng", "GI£M ĐỐC". A font
# that is symbolic, has no map and encodes letters by number is read so by the rules of the format.
def _mac_roman() -> dict[int, str]:
    table = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        shown = byte.decode("mac_roman")
        meant = byte.decode("cp1252", "ignore")
        if meant:
            table[ord(shown)] = meant
    # pdfium's table differs in one place: it takes an Á for a pound
    return table | {PRIVATE + 0xC3: "Ã", ord("£"): "Á"}


_MAC_ROMAN: Final[Mapping[int, str]] = _mac_roman()
_MAC_SIGNS = regex.compile("[‡„‚˙˘˝¿£]")
# ư and ã of TCVN3 have the codes of soft hyphen and middle dot; PDF names what they look like
_LIKE: Final = {0x2212: "\u00ad", 0x2219: "\u00b7"}
_KEPT: Final = {PRIVATE + code: chr(code) for code in (9, 10, 13, 32, 160, 0xC3)}


class Font:
    """A font as a page names it, "TimesNewRomanPS-BoldMT", without the tag of a subset.

    `unmapped`: it says nothing of what its glyphs mean, so its characters are numbers of glyphs.
    One object for all of its text in a document. `settled`: how it is read is known. `words`: what
    words of its characters are in Unicode.
    """

    __slots__ = ("bold", "italic", "name", "reading", "settled", "unmapped", "words")

    def __init__(self, name: str, *, bold: bool, italic: bool, unmapped: bool) -> None:
        self.name, self.bold, self.italic, self.unmapped = name, bold, italic, unmapped
        self.settled = False
        self.read_as(_as_given)

    def read_as(self, reading: Reading) -> None:
        """From now on its characters are read so."""
        self.reading = reading
        self.words = _Words(reading)


class _Words(dict[str, str]):
    """Words as they were read, composed: the same come again and again on every page."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __missing__(self, glyphs: str) -> str:
        read = self[glyphs] = composed(self._reading(glyphs))
        return read


@lru_cache(maxsize=16_384)
def composed(text: str) -> str:
    """A word as Unicode writes it, put together of pieces that several fonts gave."""
    return text if text.isascii() and text.isprintable() else normalize(text).text


class Alphabets:
    """The fonts of one document and how they are read; it learns from page to page."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, bool, bool, bool], Font] = {}
        self.repaired = False
        """Whether some font is read otherwise than it says."""
        self.legacy: str | None = None
        """ "tcvn3" or "vni" once text in such a font was read."""

    def font(self, name: str, *, bold: bool, italic: bool, unmapped: bool) -> Font:
        """The font with these properties."""
        key = name, bold, italic, unmapped
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = Font(name, bold=bold, italic=italic, unmapped=unmapped)
            typed = typed_font(name)
            if (encoding := font_encoding(typed)) is not None:
                font.read_as(self._legacy_reading(typed, encoding))
        return font

    def _legacy_reading(self, typed: str, encoding: str) -> Reading:
        def read(glyphs: str) -> str:
            if not glyphs.isascii():
                self.legacy = encoding
            return from_font(glyphs.translate(_LIKE), typed)

        return read

    def learn(self, new: Mapping[Font, Sequence[str]], words: Callable[[], str]) -> None:
        """Look at fonts that come for the first time, and read those otherwise that gain by it.

        `new` holds what is set in them on their first page; `words` gives the words of that page as
        they are read by then.
        """
        page = _Scored(words)
        unmapped = {font: _by_glyph(font, texts) for font, texts in new.items() if font.unmapped}
        if unmapped:
            self._try(unmapped, page, also_equal=self.repaired)
        for font, texts in new.items():
            font.settled = True
            if not font.unmapped and any(map(_MAC_SIGNS.search, texts)):
                self._try({font: _as_windows}, page)

    def learn_legacy(self, words: Callable[[], str]) -> bool:
        """Look for a legacy encoding that no name of a font told; True when there is one."""
        found = repair(words())
        if found is None:
            return False
        fonts = [font for font in self._fonts.values() if font.reading is _as_given]
        reading = partial(converted, name=found.encoding)
        if not self._try(dict.fromkeys(fonts, reading), _Scored(words)):
            return False
        self.legacy = found.encoding
        return True

    def _try(
        self, readings: Mapping[Font, Reading], page: _Scored, *, also_equal: bool = False
    ) -> bool:
        """Reads fonts otherwise when more words come out as Vietnamese syllables."""
        before = page.score
        kept = {font: font.reading for font in readings}
        for font, reading in readings.items():
            font.read_as(reading)
        page.score = _score(page.words())
        if page.score > before or (also_equal and page.score == before):
            self.repaired = True
            return True
        page.score = before
        for font, reading in kept.items():
            font.read_as(reading)
        return False


class _Scored:
    """A page while its fonts are tried: putting its words together takes as long as the rest."""

    def __init__(self, words: Callable[[], str]) -> None:
        self.words = words
        """As the page is read by then."""

    @cached_property
    def score(self) -> int:
        """Of the words as they were read last."""
        return _score(self.words())


def _score(text: str) -> int:
    good, bad = count_marked_words(text, symbols=True)
    return good - bad


def _as_given(glyphs: str) -> str:
    return glyphs if glyphs.isascii() else glyphs.translate(_KEPT)


def _as_windows(glyphs: str) -> str:
    return glyphs.translate(_MAC_ROMAN)


def _by_glyph(font: Font, texts: Iterable[str]) -> Reading:
    table = letters(start_of(texts, slanted=font.italic))
    return lambda glyphs: glyphs.translate(table)
