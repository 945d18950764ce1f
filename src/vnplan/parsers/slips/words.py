"""Slips in marks of words: "KÉ HOẠCH", "Sở Tài chinh", "phôi hợp", "nghiỆp".

Two syllables and more that are no word as they were read, but would be one of the words and names
of the program's own tables with other marks, are read as that. What belongs to a word of the
language as it was read stays as it is, and so do small words that stand anywhere ("để", "của").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.rows import read_csv, read_toml
from vnplan.lexicon.slips import slips
from vnplan.text.edits import Edit
from vnplan.text.fold import fold_all, fold_characters, strip_diacritics
from vnplan.text.syllable import is_syllable

_WORD = regex.compile(r"\p{L}+")
_LONGEST: Final = 8  # syllables
_PARTED = regex.compile(r"\s*[,;:/()&]\s*|\s+-\s+")
_WORDS = regex.compile(r"[\p{L} ]+")
_TWICE = regex.compile(r"ĐÐ|ÐĐ")  # "Sở GD&ĐÐT": a letter read twice, once as eth
# No Vietnamese word has it: a speck over an N ("Thái Ñguyên", "57-ÑQ/TW", "NÑăm").
_TILDE = regex.compile(r"N?Ñ(?=\p{L})|ñ(?=\p{Ll}{2})")
_CASE = regex.compile(r"\p{L}?\p{Ll}+\p{Lu}\p{Ll}*")
_ABBREVIATED = regex.compile(r"\p{Lu}{2,}")
_TABLES: Final = (
    "agency_heads",
    "citation_words",
    "document_types",
    "field_labels",
    "funding_sources",
    "groups",
    "letterhead",
    "names",
    "posts",
    "quantity_words",
    "section_roles",
    "signing",
    "target_cues",
    "task_words",
)


def word_edits(text: str) -> Iterator[Edit]:
    """What is to be read otherwise in a line."""
    words = list(_WORD.finditer(text))
    capitals = text.isupper()
    for run in _runs(text, words):
        if len(run) > 1:
            yield from _Run(run, fold_characters(text), capitals).edits()
    for twice in _TWICE.finditer(text):
        yield Edit(twice.start(), twice.end(), "Đ")
    for speck in _TILDE.finditer(text):
        yield Edit(speck.start(), speck.end(), "n" if speck.group() == "ñ" else "N")
    for word in words:
        read = word.group()
        if _CASE.fullmatch(read) and is_syllable(read.lower()) and not read.isascii():
            yield Edit(word.start(), word.end(), read[0] + read[1:].lower())


def _runs(text: str, words: Sequence[regex.Match[str]]) -> Iterator[list[regex.Match[str]]]:
    """Words that only one blank parts."""
    run: list[regex.Match[str]] = []
    for word in words:
        if run and text[run[-1].end() : word.start()] != " ":
            yield run
            run = []
        run.append(word)
    if run:
        yield run


class _Run:
    """Syllables with only blanks between them; `capitals`: the whole line is in capitals."""

    def __init__(self, run: Sequence[regex.Match[str]], folded: str, capitals: bool) -> None:
        self._run = run
        self._read = [folded[word.start() : word.end()] for word in run]
        self._bare = [strip_diacritics(word) for word in self._read]
        self._capitals = capitals

    def edits(self) -> Iterator[Edit]:
        meant = [
            (at, end, found)
            for at in range(len(self._run) - 1)
            for end in range(min(len(self._run), at + _LONGEST), at + 1, -1)
            if (found := self._meant(at, end)) is not None
        ]
        if all(word == read for at, _, found in meant for word, read in self._pairs(at, found)):
            return
        sound = self._sound()
        done = 0
        for at, end, found in meant:
            if at >= done and self._may_be(at, end, found, sound):
                done = end
                for place, word in enumerate(found.words, at):
                    if word != self._read[place]:
                        yield self._edit(place, word)

    def _meant(self, at: int, end: int) -> _Meant | None:
        """The word of the tables that is nearest to the syllables from `at` to `end`."""
        read = self._read[at:end]
        words = _by_bare().get(" ".join(self._bare[at:end]), ())
        same = next((word for word in words if list(word.words) == read), None)
        return same or next((word for word in words if word.nearest(read)), None)

    def _pairs(self, at: int, found: _Meant) -> Iterator[tuple[str, str]]:
        return zip(found.words, self._read[at:], strict=False)

    def _may_be(self, at: int, end: int, found: _Meant, sound: Sequence[range | None]) -> bool:
        """Whether nothing speaks against reading the syllables from `at` to `end` so."""
        if any(
            word is not None and not (at <= word[0] and word[-1] < end) for word in sound[at:end]
        ):
            return False  # "bộ máy | tinh gọn" is no "máy tính"
        changed = [place for place, word in enumerate(found.words, at) if word != self._read[place]]
        if any(
            sound[place] is not None or self._read[place] in slips().common for place in changed
        ):
            return False
        kept = set(range(at, end)) - set(changed)
        if kept and all(self._read[place] in slips().common for place in kept):
            return False  # "trong độ tuổi" is no "trong đó"
        read = [self._run[place].group() for place in changed]
        if self._capitals or (found.name and self._in_capitals(at, end)):
            return True
        if any(_ABBREVIATED.fullmatch(word) for word in read):
            return False
        # "Nguyễn Văn Đệ" is no "vấn đề"
        return found.name or at == 0 or not all(word[0].isupper() for word in read)

    def _in_capitals(self, at: int, end: int) -> bool:
        """Whether a name of three syllables and more is printed so, beside other words.

        "TONG CỤC THUÊ Độc lập": the letterhead beside the motto.
        """
        return end - at > 2 and all(word.group().isupper() for word in self._run[at:end])

    def _sound(self) -> list[range | None]:
        """For each syllable the word of the language it belongs to, as they were read."""
        found: list[range | None] = [None] * len(self._read)
        at = 0
        while at < len(self._read):
            for end in range(min(len(self._read), at + _LONGEST), at + 1, -1):
                if " ".join(self._read[at:end]) in known_phrases():
                    found[at:end] = [range(at, end)] * (end - at)
                    at = end - 1
                    break
            at += 1
        return found

    def _edit(self, place: int, meant: str) -> Edit:
        """`meant` in small and large letters as it was read."""
        word = self._run[place]
        read = word.group()
        if len(meant) == len(read):
            pairs = zip(read, meant, strict=True)
            meant = "".join(new.upper() if old.isupper() else new for old, new in pairs)
        return Edit(word.start(), word.end(), meant)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A word of the tables; `name`: it is the name of a body or a place, with capitals.

    `others` are words of the language with the same letters but for their marks.
    """

    words: tuple[str, ...]
    name: bool
    others: tuple[tuple[str, ...], ...]

    def nearest(self, read: Sequence[str]) -> bool:
        """Whether it is nearer to what was read than the other words are."""
        own = _distance(self.words, read)
        return all(own < _distance(other, read) for other in self.others)


def _distance(word: Sequence[str], read: Sequence[str]) -> int:
    return sum(map(_apart, " ".join(word), " ".join(read)))


_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")


@cache
def _apart(meant: str, read: str) -> int:
    """How little two letters look alike: a tone is a speck, a hat or a horn is part of the letter.

    "ĐỐI MỚI" is "ĐỔI MỚI" rather than "ĐỜI MỚI". A letter that lost all its marks ("chan chỉnh")
    says nothing of them.
    """
    one, other = normalize("NFD", meant), normalize("NFD", read)
    if one == other or len(other) == 1:
        return int(one != other)
    return 2 * (_TONES.sub("", one) != _TONES.sub("", other)) + (_tone(one) != _tone(other))


def _tone(letter: str) -> str:
    return "".join(_TONES.findall(letter))


@cache
def _by_bare() -> Mapping[str, tuple[_Meant, ...]]:
    """The words of the tables by their letters without marks."""
    names, phrases = _folded(_names()), _folded(_phrases())
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(names | phrases):
        tables[strip_diacritics(word)].append(word)
    others: defaultdict[str, set[str]] = defaultdict(set)
    language = _language()
    for bare, word in zip(strip_diacritics("\n".join(language)).split("\n"), language, strict=True):
        if bare in tables:
            others[bare].add(word)
    return {
        bare: tuple(
            _Meant(
                tuple(word.split()),
                word in names,
                tuple(tuple(other.split()) for other in {*words, *others[bare]} - {word}),
            )
            for word in words
        )
        for bare, words in tables.items()
    }


@cache
def known_phrases() -> frozenset[str]:
    """Words and names of two to eight syllables, folded."""
    return _folded(_names()) | _folded(_phrases()) | frozenset(_language())


def _folded(listed: Iterable[str]) -> frozenset[str]:
    pieces = chain.from_iterable(map(_PARTED.split, fold_all(list(listed))))
    return frozenset(
        word for word in pieces if 1 < len(word.split()) <= _LONGEST and _WORDS.fullmatch(word)
    )


def _names() -> Iterator[str]:
    for row in read_csv("agencies.csv"):
        yield row["name"]
        yield from row["aliases"].split("|")
    for row in read_csv("issuer_codes.csv"):
        yield row["name"]
    for row in read_csv("laws.csv"):
        yield row["name"]
    for province in provinces.provinces():
        yield from (province.name, *(f"{kind} {province.name}" for kind in provinces.ProvinceKind))


def _phrases() -> Iterator[str]:
    yield from slips().frequent
    for table in _TABLES:
        yield from _strings(read_toml(f"{table}.toml"))


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return chain.from_iterable(_strings(each) for each in value.values())
    if isinstance(value, list):
        return chain.from_iterable(_strings(each) for each in value)
    return ()


@cache
def _language() -> tuple[str, ...]:
    """The words of several syllables in underthesea's dictionary, folded; none without it.

    The file is read without the package: importing it takes half a second and 100 MB.
    """
    package = find_spec("underthesea")
    if package is None or package.origin is None:
        return ()
    file = Path(package.origin).parent / "corpus" / "data" / "Viet74K.txt"
    try:
        listed = file.read_text("utf-8").split("\n")
    except OSError:
        return ()
    text = fold_characters("\n".join(word for word in map(str.strip, listed) if " " in word))
    return tuple(text.split("\n"))
