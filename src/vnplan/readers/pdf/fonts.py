"""What the characters of a font mean: fonts of the 1990s, and fonts that lost their map to Unicode.

A font of the 1990s (.VnTime, VNI-Times) is told by its name (`text.legacy_fonts`). Whether a font
that says nothing, or says it wrongly, is read another way is decided by the words that come out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

import regex

from vnplan.readers.pdf.glyph_order import PRIVATE, letters, start_of
from vnplan.readers.pdf.runs import Font, Run
from vnplan.text.legacy import converted, repair
from vnplan.text.legacy_fonts import font_encoding, from_font
from vnplan.text.syllable import count_marked_words

Reading = Callable[[str], str]
Part = tuple[str, Font]
"""Characters as the PDF has them, and their font."""

_STYLE = regex.compile(r"(?:[,\-\s]*(?:Bold|Italic|Oblique|Regular|PS|MT))+\Z")
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


class Alphabets:
    """How the fonts of one document are read; it learns from page to page."""

    def __init__(self) -> None:
        self._readings: dict[Font, Reading] = {}
        self._settled: set[Font] = set()
        self._repaired = False
        self.legacy: str | None = None
        """ "tcvn3" or "vni" once text in such a font was read."""

    @property
    def repaired(self) -> bool:
        """Whether some font is read otherwise than it says."""
        return self._repaired

    def text(self, parts: Sequence[Part]) -> str:
        """The characters of a word in Unicode, not yet composed."""
        if len(parts) == 1:
            return self._part(*parts[0])
        joined: list[Part] = []
        for text, font in parts:
            if joined and joined[-1][1] == font:
                joined[-1] = joined[-1][0] + text, font
            else:
                joined.append((text, font))
        return "".join([self._part(text, font) for text, font in joined])

    def _part(self, text: str, font: Font) -> str:
        reading = self._readings.get(font)
        if reading is None:
            reading = self._readings[font] = self._by_name(font)
        return reading(text)

    def _by_name(self, font: Font) -> Reading:
        name = typed_font(font.name)
        encoding = font_encoding(name)
        if encoding is None:
            return _as_given

        def read(text: str) -> str:
            if not text.isascii():
                self.legacy = encoding
            return from_font(text.translate(_LIKE), name)

        return read

    def learn(self, runs: Iterable[Run], words: Callable[[], str]) -> None:
        """Look at the fonts of a page that are new, and read those otherwise that gain by it.

        `words` gives the words of the page as they are read by then. Called page by page.
        """
        texts: defaultdict[Font, list[str]] = defaultdict(list)
        for run in runs:
            texts[run.look.font].append(run.text)
        new = {font: "".join(found) for font, found in texts.items() if font not in self._settled}
        self._settled |= new.keys()
        unmapped = {font: _by_glyph(font, text) for font, text in new.items() if font.unmapped}
        if unmapped:
            self._try(unmapped, words, also_equal=self._repaired)
        for font, text in new.items():
            if not font.unmapped and _MAC_SIGNS.search(text):
                self._try({font: _as_windows}, words)

    def learn_legacy(self, runs: Iterable[Run], words: Callable[[], str]) -> bool:
        """Look for a legacy encoding that no name of a font told; True when there is one."""
        found = repair(words())
        if found is None:
            return False
        fonts = {run.look.font for run in runs if run.look.font not in self._changed()}
        reading = partial(converted, name=found.encoding)
        if not self._try(dict.fromkeys(fonts, reading), words):
            return False
        self.legacy = found.encoding
        return True

    def _changed(self) -> set[Font]:
        return {font for font, reading in self._readings.items() if reading is not _as_given}

    def _try(
        self,
        readings: Mapping[Font, Reading],
        words: Callable[[], str],
        *,
        also_equal: bool = False,
    ) -> bool:
        before = _score(words())
        kept = {font: self._readings.get(font) for font in readings}
        self._readings.update(readings)
        after = _score(words())
        if after > before or (also_equal and after == before):
            self._repaired = True
            return True
        for font, reading in kept.items():
            if reading is None:
                del self._readings[font]
            else:
                self._readings[font] = reading
        return False


def _score(text: str) -> int:
    good, bad = count_marked_words(text, symbols=True)
    return good - bad


def _as_given(text: str) -> str:
    return text if text.isascii() else text.translate(_KEPT)


def _as_windows(text: str) -> str:
    return text.translate(_MAC_ROMAN)


def _by_glyph(font: Font, text: str) -> Reading:
    table = letters(start_of(text, slanted=font.italic))
    return lambda glyphs: glyphs.translate(table)
