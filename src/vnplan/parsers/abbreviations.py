"""Short forms that a document defines itself ("sau đây viết tắt là HSSV"), and what they stand for.

Three ways to define: by words ("… (sau đây gọi tắt là Đề án)"), by an acronym in parentheses
behind what it abbreviates ("hợp tác công tư (PPP)"), and by the short name alone in parentheses
("Nghị quyết số 50/NQ-CP ngày … về … (Nghị quyết số 50/NQ-CP)"). The last two count only where the
words before can be bounded: by their initials, by the wording the lexicon has for the acronym, by
the number or the first words said again. What a footnote tells in full is in `noted_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import acronyms
from vnplan.parsers.noted_names import find_noted_names
from vnplan.records import Abbreviation
from vnplan.text.fold import fold, strip_diacritics
from vnplan.text.lines import LogicalLine

# "(sau đây viết tắt là HSSV)", "(gọi tắt là Kế hoạch thi đua)", "sau đây gọi chung là Quy chế 11",
# "(IDC/Depot - gọi tắt là cảng biển)", "(sau đây viết gọn là “Luật”)", "(viết tắt: GDNN)"
_DEFINITION = regex.compile(
    r"""
    [(\[]?\s?(?:(?:từ\s|dưới\s)?(?:sau\s)?đây[,\s]{1,2})?(?:được\s|xin\s)?
    (?: (?:viết|gọi)\s(?:tắt|tt|gọn|chung|ngắn\sgọn)(?:\s(?:là|thành))?
      | (?<=đây[,\s]{1,2}(?:được\s)?)(?:viết|gọi)\s(?:là|thành) )
    (?:\s?:)?\s?["“'‘]?
    (?P<short>[^\s()\[\]"“”'‘’;.:](?:[^()\[\]"“”;:]|(?<=\ssố):){0,89}?)
    ["”'’]?\s?(?:[)\]]|;|\.(?=\s|$)|$|["”])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# "(PPP)", "(IoT)", "(R&D)", "(LĐ-TB&XH)", "(Par index)"
_ACRONYM = regex.compile(
    r"\((?:viết tắt(?: là)?:?\s)?"
    r"(?P<short>[A-ZĐÂÊÔƠƯ][\p{L}&\-]{1,11}(?:\s[Ii][Nn][Dd][Ee][Xx])?)\)"
)
_WORD = regex.compile(r"[\p{L}\p{M}\d&/]+")
_HINT = re.compile(r"viết |gọi |Viết |Gọi |\([A-ZĐÂÊÔƠƯ]|\([^()\d]{2,20} [A-ZĐ]{2}")
# "… tầm nhìn đến năm 2045 (Số 1226/QĐ-BVHTTDL ngày 29/4/2025 và số 2657/QĐ-BVHTTDL)"
_NUMBERS_BEHIND = regex.compile(r"\s\((?:[Ss]ố)\s\d[^()]*\)$")
_LONGEST = 800  # characters a short form may stand for; lists of bodies take some 300


def find_abbreviations(lines: Sequence[LogicalLine]) -> tuple[Abbreviation, ...]:
    """The definitions of a document in reading order; of one short form only the first.

    `span` is the definition itself ("sau đây viết tắt là HSSV"), `long` the words before it that it
    stands for. A definition whose long form cannot be told is left out.
    """
    found: dict[str, Abbreviation] = {}
    for line in lines:
        if _HINT.search(line.text) is None:
            continue
        passage = _Passage(line.text, line.folded)
        ways = (*_by_words(passage), *_by_acronym(passage), *_by_bracket(passage))
        for start, end, short, long in ways:
            record = Abbreviation(short=short, long=long, span=line.source_span(start, end))
            found.setdefault(short, record)
    for record in find_noted_names(lines):
        found.setdefault(record.short, record)
    return tuple(sorted(found.values(), key=lambda entry: entry.span.start))


@dataclass(frozen=True, slots=True)
class _Passage:
    """A line and the same in folded letters."""

    text: str
    folded: str

    def words(self, start: int, end: int) -> list[regex.Match[str]]:
        return list(_WORD.finditer(self.text, max(0, start), end))


_Found = tuple[int, int, str, str]


def _by_words(passage: _Passage) -> Iterator[_Found]:
    text = passage.text
    for match in _DEFINITION.finditer(text):
        short = match["short"].strip(" ,")
        if pair := list(_by_pair(passage, match)):
            yield from pair
            continue
        # Inside a parenthesis the definition may follow other words: "(IDC/Depot - gọi tắt là …)"
        near = max(0, match.start() - 120)
        start = text.rfind("(", near, match.start() + 1)
        before = start if start > text.rfind(")", near, match.start()) else match.start()
        begin = _long_form_start(passage, before, short)
        if begin is None:
            continue
        # "a) Đối với tài sản công tại cơ quan, …: Cơ quan nhà nước, … (sau đây gọi là cơ quan, …)"
        run_in = text.rfind(": ", begin, before)
        group = fold(short).startswith("các ")  # "các tỉnh, thành phố …: Hà Tĩnh, …"
        said = group and passage.folded.startswith(fold(short), begin)
        if run_in > 0 and not said and text[run_in + 2 : run_in + 3].isupper():
            begin = run_in + 2
        long = _NUMBERS_BEHIND.sub("", text[begin:before].strip(" ,;:-–("))
        if long and fold(long) != fold(short):
            yield match.start(), match.end("short"), short, long


# "(gọi tắt là Kết luận số 75-KL/TW và Chương trình hành động số 31-CTr/TW)"
_NUMBERED = r"\p{Lu}\p{L}+(?:\s\p{L}+){0,4}\s(?:số\s)?\d[\w.]*\s?[/\-][^\s()]{2,30}"
_PAIR = regex.compile(rf"(?P<one>{_NUMBERED})\svà\s(?P<other>{_NUMBERED})")


def _by_pair(passage: _Passage, match: regex.Match[str]) -> Iterator[_Found]:
    """Two papers shortened to their numbers in one bracket: each for its own words before it."""
    pair = _PAIR.fullmatch(passage.text, match.start("short"), match.end("short"))
    if pair is None:
        return
    floor = max(0, match.start() - _LONGEST)
    second = passage.text.rfind(pair["other"], floor, match.start())
    first = passage.text.rfind(pair["one"], floor, max(second, floor))
    if first < 0 or second < 0:
        return
    one = passage.text[first:second].strip(" ,;").removesuffix(" và")
    other = passage.text[second : match.start()].strip(" ,;:-–(")
    yield match.start(), pair.end("one"), pair["one"], one
    yield pair.start("other"), pair.end("other"), pair["other"], other


def _by_acronym(passage: _Passage) -> Iterator[_Found]:
    for match in _ACRONYM.finditer(passage.text):
        short = match["short"]
        begin = _by_glossary(passage, match.start(), short)
        if begin is None and sum(letter.isupper() for letter in short) > 1:
            begin = _by_initials(passage, match.start(), short)
        if begin is None and _FOREIGN.fullmatch(short) is not None:
            begin = _by_system(passage, match.start())
        if begin is not None:
            long = _IN_YEAR.sub("", passage.text[begin : match.start()].strip())
            yield match.start() + 1, match.end() - 1, short, long


# What has a name of its own in letters of another language: "ứng dụng hỗ trợ thanh tra, kiểm tra
# (TTR)", "Hệ thống cơ sở dữ liệu về giáo dục đại học (HEMIS)"
_FOREIGN = regex.compile(r"[A-Z]{3,8}")
_SYSTEM = regex.compile(
    r"(?<!\p{L})(?:(?i:hệ thống)\s"
    r"(?:thông tin|quản lý|cơ sở dữ liệu|theo dõi|giám sát|cảnh báo|hỗ trợ)"
    r"|(?i:phần mềm|ứng dụng)\s(?:hỗ trợ|quản lý|kế toán|theo dõi|giám sát|báo cáo|thống kê))\s"
)
_REACH_OF_SYSTEM = 110


def _by_system(passage: _Passage, position: int) -> int | None:
    """Where the words for a system or an application begin that end at the bracket."""
    floor = max(0, position - _REACH_OF_SYSTEM)
    floor = _last_end(_CLAUSE, passage.text, floor, position)
    heads = list(_SYSTEM.finditer(passage.text, floor, position))
    if not heads or any(sign in passage.text[heads[-1].start() : position] for sign in '()“”"'):
        return None
    return heads[-1].start()


# "(Nghị quyết số 163/2024/QH15)", behind the same number with date, issuer and title
_NUMBER_AGAIN = regex.compile(
    r"\((?P<short>(?P<type>\p{Lu}\p{L}+\s\p{L}+(?:\s\p{L}+)?)\s(?:số\s)?(?P<number>\d[\w.]*\s?[/\-][^\s()]{2,30}))\)"
)
# "(Nghị quyết 57)", "(Đề án 553)" for the Đề án that a decision of that number approves
_SERIAL_AGAIN = regex.compile(
    r"\((?P<short>(?P<head>\p{Lu}\p{L}+(?:\s\p{L}+){1,2})\s(?:số\s)?(?P<serial>\d{1,5}))\)"
)
# "(Chương trình MTQG)", "(Phòng NN&PTNT)", "(chỉ số BI)"
_NAME_AGAIN = regex.compile(
    r"\((?P<short>(?P<head>\p{L}{2,10}(?:\s\p{L}{1,10})?)\s(?P<acronym>[A-ZĐÂÊÔƠƯ&\-]{2,12}))\)"
)
# "(Báo cáo đề xuất chủ trương đầu tư Chương trình)", "(Ban Chỉ đạo)": the first words of the name
# of a paper, a programme or a body of its own, said again right behind it
_WORDS_AGAIN = regex.compile(
    r"\((?P<short>(?:Báo cáo|Đề án|Kế hoạch|Chương trình|Dự án|Tiểu dự án|Chiến lược|Quy hoạch"
    r"|Phong trào|Cuộc thi|Hội thi|Giải thưởng|Chiến dịch|Cuộc vận động|Quy chế|Bộ tiêu chí"
    r"|Bộ chỉ số|Ban Chỉ đạo|Ban Tổ chức|Tổ công tác|Hội nghị|Hội thảo|Lễ hội|Liên hoan|Tuần lễ"
    r"|Tháng hành động)"
    r"(?:,?\s\p{L}{1,12}){0,14})\)"
)
_NICKNAMED = ("đề án", "chương trình", "dự án", "kế hoạch", "ban chỉ đạo", "phương án")
_SHORTEST_NAME = 3  # words
_FARTHEST = 200  # characters from the first words of a name to its end: a title with its years


def _by_bracket(passage: _Passage) -> Iterator[_Found]:
    ways = (
        (_NUMBER_AGAIN, _same_number),
        (_SERIAL_AGAIN, _same_serial),
        (_NAME_AGAIN, _same_name),
        (_WORDS_AGAIN, _same_words),
    )
    for pattern, start_of in ways:
        for match in pattern.finditer(passage.text):
            begin = start_of(passage, match)
            if begin is not None:
                long = passage.text[begin : match.start()].strip()
                yield match.start() + 1, match.end() - 1, match["short"], long


def _same_number(passage: _Passage, match: regex.Match[str]) -> int | None:
    """Where the citation begins that has the number in brackets behind it again."""
    number = r"\s?".join(regex.escape(letter) for letter in match["number"] if letter != " ")
    said = regex.compile(rf"{regex.escape(match['type'])}\s(?:số\s)?{number}(?![\w/\-])")
    floor = max(0, match.start() - _LONGEST)
    places = list(said.finditer(passage.text, floor, match.start()))
    if not places or _SENTENCE.search(passage.text, places[-1].end(), match.start()):
        return None
    between = passage.text[places[-1].end() : match.start()]
    return places[-1].start() if between.strip() else None


def _same_serial(passage: _Passage, match: regex.Match[str]) -> int | None:
    """Where the words begin that open like the bracket, the number cited in or before them."""
    floor = max(0, match.start() - _LONGEST)
    serial = regex.escape(match["serial"])
    cited = regex.compile(rf"(?<![\w/.\-])(?:số\s)?{serial}\s?[/\-](?=\s?\p{{L}}|\d{{4}})")
    numbers = list(cited.finditer(passage.text, floor, match.start()))
    if not numbers or _SENTENCE.search(passage.text, numbers[-1].end(), match.start()):
        return _nickname(passage, match)
    head = passage.text.rfind(match["head"], floor, match.start())
    if head < 0 or head < numbers[-1].start() - len(match["head"]) - 6:
        return None
    return head


def _nickname(passage: _Passage, match: regex.Match[str]) -> int | None:
    """Where the name begins of a programme known by a number that is not cited.

    "Đề án phát triển ứng dụng dữ liệu về dân cư … tầm nhìn đến năm 2030 (Đề án 06)"
    """
    head = fold(match["head"])
    if head not in _NICKNAMED:
        return None
    floor = _last_end(_CLAUSE, passage.text, max(0, match.start() - _FARTHEST * 2), match.start())
    place = passage.folded.rfind(f"{head} ", floor, match.start())
    if place < 0 or passage.folded[place - 1 : place].isalnum():
        return None
    behind = passage.text[place + len(head) : match.start()]
    return place if len(behind.split()) > _SHORTEST_NAME and "(" not in behind else None


def _same_name(passage: _Passage, match: regex.Match[str]) -> int | None:
    """Where the name begins that the first words and an acronym in brackets say again."""
    spelled = _by_pattern(passage, match.start(), match["short"])
    if spelled is not None:
        return spelled
    floor = max(0, match.start() - _FARTHEST)
    clause = _last_end(_CLAUSE, passage.text, floor, match.start())
    head = fold(match["head"])
    place = passage.folded.rfind(f"{head} ", clause, match.start())
    if place < 0 or passage.folded[place - 1 : place].isalnum():
        return None
    behind = passage.words(place + len(head), match.start())
    initials = "".join(strip_diacritics(word[0][0]) for word in behind).lower()
    letters = strip_diacritics(match["acronym"].replace("&", "").replace("-", "")).lower()
    if initials.startswith(letters) and len(letters) > 2:
        return place
    # letters of another language: "Chỉ số bọ gậy (chỉ số BI)"
    return place if " " in head and 0 < len(behind) < len(head.split()) + 3 else None


def _same_words(passage: _Passage, match: regex.Match[str]) -> int | None:
    """Where the name begins whose first words the bracket says again, more words behind them."""
    short = fold(match["short"])
    floor = max(0, match.start() - _FARTHEST * 2)
    floor = _last_end(_CLAUSE, passage.text, floor, match.start())
    place = passage.folded.rfind(f"{short} ", floor, match.start())
    if place < 0 or passage.folded[place - 1 : place].isalnum():
        return None
    behind = passage.text[place + len(short) : match.start()]
    return place if behind.strip() and "(" not in behind else None


# --------------------------------------------------------------------------- acronyms and initials


def _by_glossary(passage: _Passage, position: int, short: str) -> int | None:
    """Where the wording the lexicon has for the acronym begins, when it stands there.

    A slip in it does not matter, as long as its first two words are there: "Chỉ số quản trị vfa
    hành chính công cấp tỉnh (PAPI)".
    """
    forms = acronyms.long_forms().get(fold(short), ())
    for form in forms:
        wanted = _WORD.findall(form)
        words = passage.words(position - 2 * len(form) - 20, position)[-len(wanted) :]
        if [passage.folded[word.start() : word.end()] for word in words] == wanted:
            return words[0].start()
    for form in forms:
        opening = " ".join(form.split()[:2]) + " "
        place = passage.folded.rfind(opening, max(0, position - len(form) - 30), position)
        if place < 0 or passage.folded[place - 1 : place].isalpha():
            continue
        if not any(sign in passage.text[place:position] for sign in ";:.()"):
            return place
    return None


_IN_YEAR = regex.compile(r"\snăm\s(?:19|20)\d\d\s?$")
_SEAT = regex.compile(r"\s(tỉnh|huyện|thành phố|thị xã|quận)\s?$")


def _by_initials(passage: _Passage, position: int, short: str) -> int | None:
    """Where the words begin whose initials spell the acronym; "và" and "&" need no letter."""
    letters = list(strip_diacritics(regex.sub(r"[&\-]", "", short)).lower())
    year = _IN_YEAR.search(passage.text, max(0, position - 16), position)
    if year is not None:  # "phòng chống thiên tai và tìm kiếm cứu nạn năm 2014 (PCTT&TKCN)"
        position = year.start()
    seat = _SEAT.search(passage.text, max(0, position - 16), position)
    if seat is not None and letters[-1:] != [strip_diacritics(seat[1].split()[-1][0])]:
        position = seat.start()  # "Trung tâm Phục vụ hành chính công tỉnh (TTPVHCC)"
    start = position
    for word in reversed(passage.words(position - 120, position)):
        if not letters:
            break
        if (
            regex.fullmatch(r"[\s,\-–“”\"']{0,4}", passage.text, pos=word.end(), endpos=start)
            is None
        ):
            return None
        initial = strip_diacritics(word[0][0]).lower()
        if initial == letters[-1]:
            letters.pop()
        elif word[0].lower() not in ("và", "các", "của"):
            return None
        start = word.start()
    return start if not letters else None


# ------------------------------------------------------------------------------ where it begins

_CLAUSE = regex.compile(r"[;:.!?](?=\s)")
_SENTENCE = regex.compile(r"[:.!?](?=\s)")
_DEFINED = regex.compile(r"(?:gọi|viết)\s[^()]{1,60}\)[;,]?\s")
_GROUP = regex.compile(r"(?<!\p{L})(?:[Cc]ác|[Nn]hững|[Tt]oàn bộ)(?!\p{L})")


def _long_form_start(passage: _Passage, position: int, short: str) -> int | None:
    """Where the words begin that end at `position` and are defined as `short`.

    In this order: the words whose initials it spells ("cơ sở GDNN"), the last place where its own
    first words stand ("Nghị định số …" for "Nghị định"), the group of bodies or things it sums up
    ("các sở, ban, ngành …" for "cơ quan, đơn vị"). None where none of these is there.
    """
    floor = max(0, position - _LONGEST)
    spelled = _by_pattern(passage, position, short)
    if spelled is None and short.isupper():
        spelled = _by_glossary(passage, position, short)
    if spelled is not None:
        return spelled
    if fold(short).startswith("các "):
        return _by_group(passage, floor, position, short)
    repeated = _by_repeat(passage, floor, position, short)
    if repeated is not None:
        return repeated
    clause = _last_end(_CLAUSE, passage.text, floor, position)
    group = _GROUP.search(passage.text, clause, position)
    return group.start() if group is not None else None


def _last_end(pattern: regex.Pattern[str], text: str, start: int, end: int) -> int:
    for match in pattern.finditer(text, start, end):
        start = match.end()
    return start


def _by_pattern(passage: _Passage, position: int, short: str) -> int | None:
    """ "cơ sở GDNN": small words as they are, capitals as initials."""
    parts = short.split()
    if not any(part.isupper() and len(part) > 1 for part in parts):
        return None
    end = position
    for part in reversed(parts):
        if part.isupper() and len(part) > 1:
            begin = _by_initials(passage, end, part)
        else:
            begin = _same_word(passage, end, part)
        if begin is None:
            return None
        end = begin
    return end


def _same_word(passage: _Passage, end: int, word: str) -> int | None:
    words = passage.words(end - len(word) - 4, end)
    if not words or passage.folded[words[-1].start() : words[-1].end()] != fold(word):
        return None
    return words[-1].start()


def _by_group(passage: _Passage, floor: int, position: int, short: str) -> int | None:
    """A list that may hold semicolons, from its first "các".

    "Các cơ quan Đảng …; các sở …; UBND các xã … (gọi tắt là các cơ quan, đơn vị)".
    """
    earliest, floor = floor, _last_end(_SENTENCE, passage.text, floor, position)
    after = _last_end(_DEFINED, passage.text, floor, position)
    if after > floor and "các " not in passage.folded[after:position]:
        return after  # "… (gọi chung là cấp xã); cơ quan, đơn vị, địa phương (gọi là các đơn vị)"
    floor = after
    opening = " ".join(fold(short).split()[:2]).rstrip(",")
    for words in (opening, "các "):
        place = passage.folded.find(words, floor, position)
        if place >= 0:
            return place
    # "các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, … (gọi tắt là các tỉnh, thành phố)"
    introduced = passage.text[floor - 1 : floor] == ":"
    place = passage.folded.rfind(fold(short), earliest, floor) if introduced else -1
    return place if place >= 0 else None


def _by_repeat(passage: _Passage, floor: int, position: int, short: str) -> int | None:
    """The last place where the longest beginning of the short form stands."""
    words = fold(short).split()
    for size in range(len(words), 0, -1):
        opening = " ".join(words[:size]).rstrip(",")
        place = passage.folded.rfind(opening, floor, position) if opening else -1
        while place >= 0:
            end = place + len(opening)
            whole = not (
                passage.folded[place - 1 : place].isalnum()
                or passage.folded[end : end + 1].isalnum()
            )
            if whole and passage.text[end:position].strip():
                return place
            place = passage.folded.rfind(opening, floor, max(floor, place))
    return None
