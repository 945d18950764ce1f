"""Words that every document prints, and that tell by their marks whether it was recognised.

A text file may be somebody else's reading of a scan: "CONG HOA XÃ HOI CHỦ NGHĨA", "Noi nhận:",
"Độc lập - Tự do - Hanh phúc". Nobody mistypes the marks of these words, and where all marks are
missing the document was typed without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Final
from unicodedata import normalize

import regex

from vnplan.lexicon import signing
from vnplan.text.edits import Edit
from vnplan.text.fold import strip_diacritics
from vnplan.text.lines import LogicalLine

_HEAD: Final = 40  # lines: motto and type of the document stand among them
_TAIL: Final = 60  # lines: signature and recipients, an appendix behind them or not
_LONGEST: Final = 200
_ANYWHERE: Final = (
    "cộng hòa xã hội chủ nghĩa việt nam",
    "độc lập tự do hạnh phúc",
    "đảng cộng sản việt nam",
)
_OPENING: Final = ("kính gửi", "nơi nhận")
_BARE: Final = tuple((words, strip_diacritics(words)) for words in (*_ANYWHERE, *_OPENING))
# What people do type beside the same marks in another place ("HOÀ", "NGHIÃ"): an old font's "HÕA",
# "Ðộc" with eth.
_TYPED: Final = {"hõa": "hòa", "ð": "đ"}
_BLANKS = regex.compile(r"[^\p{L}\d]+")
# Over the list of recipients nothing else stands so: "Mới nhận:", "Nai nhận:", "Nơi nhân :"
_OVER_LIST = regex.compile(
    r"(?P<read>(?i:n\p{L}i|no\p{L}|\p{L}[oôơớờởỡợ]i) (?i:nh[aăâấầẩẫậ]n))\s?[:.;]$"
)
_RECIPIENTS: Final = "Nơi nhận"


def is_recognised(lines: Sequence[LogicalLine]) -> bool:
    """Whether fixed words at the head or the end of a document have wrong marks."""
    return any(_misread(line.text) for line in _touched(lines))


def touchstone_edits(text: str) -> Iterator[Edit]:
    """ "Mới nhận:" is "Nơi nhận:": one letter and the marks may be misread."""
    match = _OVER_LIST.fullmatch(text)
    if match is not None and match["read"].lower() != _RECIPIENTS.lower():
        yield Edit(match.start("read"), match.end("read"), _RECIPIENTS)
    yield from _post_edits(text)


_LONGEST_SIGNED: Final = 80


@cache
def _posts() -> Mapping[str, str]:
    """Posts in capitals by what is left of them without marks: "PHO TONG CUC TRUONG"."""
    posts = (form.upper() for form in signing.post_forms() if len(form.split()) > 1)
    return {strip_diacritics(post): post for post in posts}


@cache
def _bare_post() -> regex.Pattern[str]:
    """A post at the end of a line: of a signature, or beside an entry of the recipients."""
    either = "|".join(map(regex.escape, sorted(_posts(), key=len, reverse=True)))
    return regex.compile(rf"(?:(?<=^|[.;:]\s?)|(?<=KT\s?\.\s?))(?:PHO )?(?:{either})(?=[\s.]*$)")


def _post_edits(text: str) -> Iterator[Edit]:
    """ "KT. TONG CUC TRUONG", "- Như trên; PHO TONG CỤC TRƯỜNG": a post that lost its marks."""
    if len(text) > _LONGEST_SIGNED or not text[-4:].strip(" .").isupper():
        return
    bare = strip_diacritics(text)
    match = _bare_post().search(bare) if len(bare) == len(text) else None
    if match is None or not text[match.start() : match.end()].isupper():
        return
    deputy = match[0].startswith("PHO ") and match[0] not in _posts()
    meant = "PHÓ " + _posts()[match[0][4:]] if deputy else _posts()[match[0]]
    if meant != text[match.start() : match.end()]:
        yield Edit(match.start(), match.end(), meant)


def _touched(lines: Sequence[LogicalLine]) -> Iterator[LogicalLine]:
    yield from islice(lines, _HEAD)
    yield from lines[max(_HEAD, len(lines) - _TAIL) :]


def _misread(text: str) -> bool:
    """Whether one of the words stands in a short line, or opens it, with other marks than its own.

    Without any marks the line was typed so ("CONG HOA XA HOI CHU NGHIA VIET NAM").
    """
    if len(text) > _LONGEST or text.isascii():
        return False
    read = _BLANKS.sub(" ", text.lower()).strip()
    for typed, usual in _TYPED.items():
        read = read.replace(typed, usual)
    bare = strip_diacritics(read)
    for words, without_marks in _BARE:
        place = bare.find(without_marks)
        if place < 0 or (place > 0 and words in _OPENING):
            continue
        if _letters(read[place : place + len(words)]) != _letters(words):
            return True
    return False


def _letters(words: str) -> list[str]:
    """Letters and marks, wherever in its syllable a mark stands."""
    return sorted(normalize("NFD", words))
