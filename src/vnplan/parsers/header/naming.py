"""Names of bodies as letterheads print them, written out: "UBND TỈNH LÀO CAI" is Ủy ban nhân dân
tỉnh Lào Cai.

Capitals follow Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III: the kind of body and its field begin
with one, the words of territory do not. What the lexicon does not know takes the capitals it has in
the text of the document itself, where names are not printed in capitals throughout.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import regex

from vnplan.lexicon import issuers, letterhead, provinces
from vnplan.text.fold import fold, fold_characters, strip_diacritics

# A Vietnamese syllable without its marks; what is none is an abbreviation ("PCTT", "GD&ĐT").
_SYLLABLE = regex.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_RIME = regex.compile(r"[aeiouy]\w")
_CITY_PREFIX = regex.compile(r"^TP\.?(?=\p{L}{2})")
_COMMAND = frozenset(("quân sự", "bộ đội", "bđbp", "pctt", "ptds", "phòng", "biên phòng"))


# "PHÒNG GD & ĐT LẠC THỦY", and "Y BAN NHÂN DÂN" of portals that lose the letter Ủ
_SET_APART = regex.compile(
    r"(?<!\w)(GD|LĐTB|LĐ-TB|NN|KH|TN|VH|TT)\s&\s(ĐT|XH|PTNT|CN|MT|TT|DL)(?!\w)"
)
# "GIÁO DỤC& ĐÀO TẠO": a blank was lost on one side
_LEANING = regex.compile(r"(?<=\p{L})(?:&\s+|\s+&)(?=\p{L})")
_LOST_LETTER = regex.compile(r"^Y (?=BAN NHÂN DÂN)")


class OwnWords:
    """The names a document spells in its running text, for looking up one known in capitals."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _folded(self) -> str:
        return fold_characters(self._text).replace("\n", " ")

    def spelled(self, name: str) -> str | None:
        """The usual spelling of `name` where it is not in capitals; None when it never is."""
        wanted = fold(name)
        found: Counter[str] = Counter()
        position = self._folded.find(wanted)
        while position >= 0 and found.total() < 20:
            end = position + len(wanted)
            before, after = self._folded[position - 1 : position], self._folded[end : end + 1]
            if not before.isalnum() and not after.isalnum():
                form = canonical_spelling(" ".join(self._text[position:end].split()))
                if form[:1].isupper() and any(word.islower() for word in form.split()):
                    found[form] += 1
            position = self._folded.find(wanted, end)
        return found.most_common(1)[0][0] if found else None


def canonical_spelling(text: str) -> str:
    """Tone marks, Đ and hyphens in the standard form, capitals kept: "Uỷ ban" is "Ủy ban"."""
    folded = fold_characters(text)
    if len(folded) != len(text):
        return text
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(text, folded, strict=True)
    )


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is no syllable: "PCTT", "TNCS", "GD&ĐT"."""
    letters = strip_diacritics(word).lower().strip(".,:;()")
    return bool(letters) and not letters.isdigit() and _SYLLABLE.fullmatch(letters) is None


def canonical_name(
    printed: str, *, on: dt.date | None = None, own: OwnWords | None = None
) -> str | None:
    """`printed` (in capitals or not) as a canonical name; None when it has no letters.

    `on`, the day of the document, tells whether a province without its word is a tỉnh or a thành
    phố. `own` answers for words that no table knows.
    """
    words = written_out(_gathered(" ".join(printed.split()).strip(" .,;:-–*_/|")))
    if not any(char.isalpha() for word in words for char in word):
        return None
    name, unknown = _cased(_mended(words))
    if unknown and own is not None:
        spelled = own.spelled(" ".join(words)) or own.spelled(printed)
        name = spelled or name
    name = _BARE_DISTRICT.sub(lambda found: found[0].title(), name)
    return _with_province_word(name, on)


_FEWEST_TORN = 3


def _gathered(printed: str) -> str:
    """A known name whose letters a web page sets apart: "ỦY B AN NHÂN D Â N T HÀNH P HỐ …"."""
    tokens = printed.split()
    if sum(len(token) == 1 and token.isalpha() for token in tokens) < _FEWEST_TORN:
        return printed
    glued, known = fold("".join(tokens)), letterhead.glued_names()
    words: list[str] = []
    place = 0
    while place < len(glued):
        ends = range(min(place + known.longest, len(glued)), place, -1)
        end = next((end for end in ends if glued[place:end] in known.forms), None)
        if end is None:
            return printed
        words.append(known.forms[glued[place:end]])
        place = end
    return " ".join(words)


# "PHÒNG GD&ĐT LẠC THỦY": what follows the field of a district's office is the district
_BARE_DISTRICT = regex.compile(r"(?<=^Phòng Giáo dục và Đào tạo )\p{Ll}+(?:\s\p{Ll}+){0,2}$")


def _mended(words: list[str]) -> list[str]:
    """A known name in which a mark is mistyped: "SỞ THÔNG TIN VÀ TRUYỂN THÔNG"."""
    folded = [fold(word) for word in words]
    known = letterhead.name_phrases()
    if "," in folded:  # "BỘ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI"
        dashed = ["-" if word == "," else word for word in folded]
        if " ".join(dashed) in known.forms:
            return [*known.forms[" ".join(dashed)].split(" ")]
    table = letterhead.names_without_marks()
    for length in range(min(known.longest, len(words)), 3, -1):
        if " ".join(folded[:length]) in known.forms:
            return words
        meant = table.get(strip_diacritics(" ".join(folded[:length])))
        if meant is not None:
            return [*meant.split(" "), *words[length:]]
    return words


# ------------------------------------------------------------------------------ abbreviations


def written_out(printed: str) -> list[str]:
    """The words of a name with its abbreviations in full."""
    words: list[str] = []
    printed = _SET_APART.sub(r"\1&\2", _LEANING.sub(" & ", printed))
    tokens = letterhead.words_of(_LOST_LETTER.sub("ỦY ", printed))
    for place, token in enumerate(tokens):
        previous = fold(tokens[place - 1]) if place else ""
        words.extend(letterhead.words_of(_in_full(token, previous, tokens[place + 1 :])))
    return words


def _in_full(token: str, previous: str, following: list[str]) -> str:
    upper = token.upper()
    if (city := _CITY_PREFIX.match(upper)) is not None:  # "TP.HCM", "TP.CẦN THƠ"
        return f"thành phố {_place_name(token[city.end() :])}"
    if not token.isupper() and not any(char.isupper() for char in token[1:]):
        return token
    if previous in ("trường", "đội") and upper in letterhead.school_abbreviations():
        return letterhead.school_abbreviations()[upper]
    if previous in ("sở", "bộ", "phòng") and is_abbreviation(token):
        code = issuers.find({"sở": "S", "bộ": "B", "phòng": "P"}[previous] + token)
        kind, _, field = code.name.partition(" ") if code is not None else ("", "", "")
        if fold(kind) == previous:
            return field
    if upper in ("BCH", "BAN CH"):
        after = fold(" ".join(following[:2]))
        provincial = "tỉnh" in map(fold, following[:4])
        if after.startswith(("bđbp", "bộ đội")) or (after.startswith("quân sự") and provincial):
            return "Bộ Chỉ huy"
        return "Ban Chỉ huy" if any(word in after for word in _COMMAND) else "Ban Chấp hành"
    full = letterhead.abbreviations().get(upper)
    if full is not None:
        return full
    if is_abbreviation(token) and (place := _place_name(token)) != token:
        return place
    return _spaced_hyphen(token)


def _place_name(token: str) -> str:
    province = provinces.find(token)
    return province.name if province is not None else token


def _spaced_hyphen(token: str) -> str:
    """ "ĐỘNG-THƯƠNG" of "LAO ĐỘNG-THƯƠNG BINH" is two words with a dash."""
    left, hyphen, right = token.partition("-")
    words = (left, right)
    if hyphen and all(len(word) > 1 and word.isalpha() for word in words):
        return token if any(is_abbreviation(word) for word in words) else f"{left} - {right}"
    return token


# ------------------------------------------------------------------------------------ capitals


def _cased(words: list[str]) -> tuple[str, int]:
    """The name with its capitals, and how many words no table knew."""
    folded = [fold(word) for word in words]
    out: list[str] = []
    state = _Case(fresh=True, proper=False, named=False)
    unknown = place = 0
    while place < len(words):
        word = folded[place]
        length = _territory_length(folded, place)
        found = _phrases(state, word).at(folded, place)
        if word in (",", ";", "-", "và", "&"):
            out.append("và" if word == "&" else word)
            # "tỉnh Bà Rịa - Vũng Tàu" goes on as a proper name
            state = _Case(fresh=True, proper=state.proper and word == "-", named=False)
            length = 1
        elif length:
            out.append(_territory_word(folded, place, length))
            state = _Case(fresh=False, proper=True, named=False)
        elif found is not None:
            length, form = found
            out.append(form if out else form[:1].upper() + form[1:])
            state = state.behind(" ".join(folded[place : place + length]))
        else:
            out.append(_one_word(words[place], word, state, first=not out))
            length = 1
            if word not in letterhead.small_words() and (state.named or not state.proper):
                unknown += 1
                state = _Case(fresh=False, proper=state.proper, named=state.named)
        place += length
    return regex.sub(r"\s+([,;])", r"\1", " ".join(out)), unknown


@dataclass(frozen=True, slots=True)
class _Case:
    """What the next word takes: `fresh`: a capital; `proper`: so do all that follow; `named`: they
    are the name of a school or the like, which the text may know better."""

    fresh: bool
    proper: bool
    named: bool

    def behind(self, key: str) -> _Case:
        """After a phrase, given in its folded words."""
        opens = key.endswith(letterhead.proper_openers())
        fresh = key in letterhead.heads().forms
        return _Case(fresh, self.proper or opens, self.named or opens)


def _phrases(state: _Case, word: str) -> letterhead.Phrases:
    if not state.proper or word in ("phòng", "sở"):
        return letterhead.name_phrases()
    return letterhead.proper_phrases() if state.named else letterhead.place_names()


def _territory_length(folded: list[str], place: int) -> int:
    """How many words of territory stand here: 1 "tỉnh", 2 "thị xã", 0 none."""
    words = letterhead.territory_words()
    if " ".join(folded[place : place + 2]) in words:
        return 2
    # "Tỉnh ủy", "Huyện đoàn", "Thương binh và Xã hội" are no territories
    other = folded[place + 1 : place + 2] in (["ủy"], ["đoàn"], ["hội"])
    return int(folded[place] in words and not other)


def _territory_word(folded: list[str], place: int, length: int) -> str:
    """ "tỉnh"; "Thành phố" before Hồ Chí Minh; "Quận" before a number (Phụ lục II, III)."""
    word = " ".join(folded[place : place + length])
    name = " ".join(folded[place + length : place + length + 3])
    if name == "hồ chí minh" or name[:1].isdigit():
        return word.capitalize()
    return word


def _has_rime(word: str) -> bool:
    """A syllable of another language of the country: "Krông", "Đắk", "Ea"."""
    return _RIME.search(strip_diacritics(word)) is not None


def _one_word(word: str, folded: str, state: _Case, *, first: bool) -> str:
    """A word that no phrase holds."""
    if folded in letterhead.small_words() and not first:
        return folded
    if any(char.isdigit() for char in word):
        return word
    if word.isupper() and is_abbreviation(word) and not (state.proper and _has_rime(folded)):
        return word.strip(".")
    if word.isupper() and regex.fullmatch(r"[IVX]+", word):  # "khu vực XIX", but not "VI"
        return word
    if state.fresh or state.proper or first:
        return folded[:1].upper() + folded[1:]
    return folded if word.isupper() else canonical_spelling(word)


# ----------------------------------------------------------------------------------- territory

_TERRITORY = regex.compile(
    r"(?:^|[\s,])(?P<whole>(?i:tỉnh|thành\ phố|huyện|quận|thị\ xã|thị\ trấn|xã|phường|đặc\ khu)\s"
    r"[\p{Lu}\d][^,]{0,60})$"
)
# Bodies of the centre whose names end in a place that is no territory of theirs.
_KEPT_AS_THEY_ARE = (
    "Trường ", "Đại học ", "Học viện ", "Đoàn Thanh niên", "Công ty", "Tổng công ty",
)  # fmt: skip
# "Tỉnh ủy Đắk Lắk", "Báo Nghệ An", "Đoàn Thanh niên Cộng sản Hồ Chí Minh": no word between
_BARE_PLACE = regex.compile(
    r"(?i:\b(?:ủy|đoàn|báo|đài|khu vực|trường|nước|cộng sản|quốc gia|thanh niên))$"
)


def territory(name: str) -> str | None:
    """The territory a canonical name ends in: "tỉnh Lào Cai", "huyện Krông Nô"."""
    match = _TERRITORY.search(name)
    if match is not None:
        return match["whole"]
    seat = regex.search(r"(?i:(tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn)) (\p{Lu}.{1,40})$", name)
    if seat is None:
        return None
    kind = {"thành": "thành phố", "thị": "thị xã"}.get(seat[1].lower(), seat[1].lower())
    return f"{kind} {seat[2]}"


def _with_province_word(name: str, on: dt.date | None) -> str:
    """ "Sở Giáo dục và Đào tạo Đồng Tháp" is "… tỉnh Đồng Tháp"."""
    if territory(name) is not None or name.startswith(_KEPT_AS_THEY_ARE):
        return name
    words = name.split()
    for length in (4, 3, 2, 1):
        if len(words) <= length:
            continue
        head, tail = " ".join(words[:-length]), " ".join(words[-length:])
        province = provinces.find(tail)
        if province is None or not tail[:1].isupper() or head.endswith("-"):
            continue
        if province.id == "ho-chi-minh":  # "Bảo tàng Hồ Chí Minh" is of no territory
            continue
        if _BARE_PLACE.search(head):
            return f"{head} {province.name}"
        return f"{head} {province.full_name(on)}"
    return name
