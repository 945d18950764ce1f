"""Full names of persons (họ và tên) in the block of the signature."""

from __future__ import annotations

import regex

from vnplan.lexicon import letterhead, provinces, signing
from vnplan.parsers.header.naming import canonical_spelling
from vnplan.text.fold import fold, fold_characters
from vnplan.text.syllable import is_syllable

# "Lê Quang Tiến", "Y Thanh Hà Niê Kđăm", "H'Lim Niê", "K' Mák"
_NAME_WORD = r"(?:\p{Lu}[\p{Ll}\p{M}]{1,9}|\p{Lu}['’]\p{L}{1,8}|\p{Lu}['’]?)(?:[-’']\p{L}{1,9})?"
_NAME = regex.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,5}}")


# "Đặ ng Văn Minh": a page of a portal sets the letters of a word apart
_TORN = regex.compile(r"(?<!\p{L})(?P<head>\p{Lu}\p{L}{0,3})\s(?P<tail>\p{Ll}{1,4})(?!\p{L})")


def _mended(text: str) -> str:
    """A name whose words begin with capitals, syllables torn in two made whole."""

    def joined(torn: regex.Match[str]) -> str:
        whole = torn["head"] + torn["tail"]
        return whole if is_syllable(whole.lower()) else torn[0]

    return _TORN.sub(joined, text)


def is_person_name(text: str) -> bool:
    """Whether a line is a full name: two to six words with a capital each."""
    bare = _mended(_without_rank(text.strip(" .,;")))
    if len(bare) > 60 or _NAME.fullmatch(bare) is None:
        return False
    words = fold(bare).split()
    if signing.post().match(" ".join(words)) is not None:
        return False
    return words[0] in signing.family_names() or (
        letterhead.heads().opens(words) == 0 and 2 <= len(words) <= 5
    )


def is_loud_name(text: str) -> bool:
    """A name in capitals, "NGUYỄN VĂN AN", known by its family name ("HÀ NỘI" is none)."""
    words = fold(text.strip(" .,")).split()
    if not 2 <= len(words) <= 6 or words[0] not in signing.family_names():
        return False
    if letterhead.heads().opens(words) or not all(word.isalpha() for word in words):
        return False
    return text.isupper() and provinces.find(text) is None


def is_family_name(text: str) -> bool:
    """A family name alone on its line, the given name wrapped to the next: "Bùi" ⏎ "Xuân Cường"."""
    bare = text.strip()
    return bare.istitle() and " " not in bare and fold(bare) in signing.family_names()


def person_name(text: str) -> str:
    """A full name without rank or degree, in its usual letters."""
    bare = _mended(_without_rank(" ".join(text.split()).strip(" .,;:")))
    spelled = canonical_spelling(bare)
    return spelled.title() if spelled.isupper() else spelled


def _without_rank(text: str) -> str:
    match = signing.rank().match(fold_characters(text))
    if match is None:
        return text
    rest = text[match.end() :].strip(" .,")
    return rest if len(rest.split()) >= 2 else text
