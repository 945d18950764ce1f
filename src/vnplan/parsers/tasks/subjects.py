"""The subject of a clause: who is charged or acts, and where what it does begins.

"Sở Y tế chủ trì …", "Giao Công an tỉnh …", "UBND tỉnh yêu cầu các sở, ngành …", "Căn cứ chức năng,
nhiệm vụ được giao, các đơn vị …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from vnplan.lexicon import parties, tasks
from vnplan.lexicon.heads import opens_with_agency
from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words
from vnplan.text.letters import spelled_out

_MARKS = re.compile(r"[\s\-–+*•,.:;“\"(]*")
# "Bước 2: Tổ chức thu thập thông tin"
_STEP = re.compile(r"bước\s(?:thứ\s)?(?:\d{1,2}|[ivx]{1,4}|nhất|hai|ba|tư|bốn|năm)\s?[:.]\s+")
_BRACKET = re.compile(r"\s*\([^()]{0,240}\)")
_OFFICE = re.compile(r"là\s(?:cơ quan|đơn vị|đầu mối|thành viên|thường trực)")
# What may stand between a subject and its verb: "căn cứ chức năng, nhiệm vụ được giao"
_BY = re.compile(
    spelled_out(
        r"(?:căn cứ|trên cơ sở|theo|tùy theo|trong phạm vi|trong quá trình|hằng năm|hàng năm"
        r"|định kỳ|với (?:vai trò|chức năng|tư cách|trách nhiệm)|khi|thông qua|dựa trên|bằng các"
        r"|trực tiếp|ngoài|hằng quý|hằng tháng|thường xuyên|nếu)(?!\p{L})"
    )
)
# "Thành lập Ban Chỉ đạo cấp quân khu; Ban Chỉ đạo cấp tỉnh theo quy định.": no verb follows
_AS_RULED = regex.compile(r"theo (?:đúng )?quy định(?: của pháp luật| hiện hành)?[\s.;]*")
_DUTY = regex.compile(
    r"\s(?:[^.;:,]{0,80}\s)?(?P<duty>có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|có nhiệm vụ"
    r"|phối hợp)"
    r"(?!\p{L})"
)
# "UBND cấp xã và các Sở, ban, ngành quản lý quy hoạch theo chức năng, nhiệm vụ được giao có …"
_LONG_DUTY = regex.compile(
    r"(?:,|\svà)\s[^.;:]{0,180}?\s(?:(?:có|chịu) trách nhiệm|có nhiệm vụ)(?!\p{L})"
)
# "Về công tác tuyên truyền: Sở A chủ trì …", "Sau khi kiểm tra, nếu đủ điều kiện thì Sở A …"
_COMMA = re.compile(r"[,:]\s+|\sthì\s+")
_WITH = regex.compile(r"(?<!\p{L})(?:phối hợp|cùng|với|gồm|giao|đề nghị|yêu cầu)(?!\p{L})")
_MOST_COMMAS = 24
_MOST_NAMES = 12
_FEW = 3
# What stands between two names of a list when the one between them was not known.
_UNKNOWN = regex.compile(r"\s|\s?(?:,|\svà)\s[^.;:()]{0,70}")
# … and nothing that would make the next one part of what is told of the first
_PLAIN = regex.compile(
    r"\s?(?:,|\svà)(?:\s(?:(?!(?:của|theo|do|với|cho|thuộc|về|tại|được|trong|căn cứ|phối hợp|trên"
    r"|là)(?!\p{L}))[^.;:()]){0,40}?(?:,|\svà))?\s(?:các\s)?"
)
# "nếu thấy cần sửa đổi, bổ sung các sở, ngành chủ động đề xuất": no mark before the subject.
_CONDITION = re.compile(r"(?:nếu|trường hợp|khi)\s")
# "Cơ quan Thường trực Ban Chỉ đạo (Sở Nội vụ) có trách nhiệm …": which body has that part
_STANDING = regex.compile(
    r"(?:cơ quan|đơn vị|bộ phận)\s(?:thường trực|đầu mối)[^().;:,]{0,80}?\s\((?:là\s)?"
)
_REQUEST = regex.compile(
    r"(?:trên cơ sở|căn cứ(?: vào)?|theo|sau khi có|khi có)\s"
    r"(?:văn bản |kết quả )?(?:đề nghị|đề xuất|ý kiến|kiến nghị|báo cáo|tờ trình|yêu cầu)"
    r"(?: (?:thẩm định|tổng hợp|đề nghị|bằng văn bản))? của "
)
_ASKS = regex.compile(r"(?<!\p{L})(?:đề nghị|yêu cầu)\s$")
_TOWARDS = re.compile(r"(?:đối với|về phía) ")
_TURN = regex.compile(
    r"\s(?:chủ động|kịp thời|có trách nhiệm|phản ánh|báo cáo|có văn bản|gửi|thông báo|liên hệ)"
    r"(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts; `start` is where its words begin, a charge included, `end` where its verb begins.

    `charged`: by a word of its own ("Giao …"). `runs_in`: a colon follows ("Sở Xây dựng: …").
    """

    parties: tuple[Placed, ...]
    start: int
    end: int
    charged: bool = False
    runs_in: bool = False


def opening(clause: Words) -> int:
    """Where the words of a clause begin behind bullets, marks and "đồng thời, "."""
    marks = _MARKS.match(clause.line.text, clause.start, clause.end)
    at = marks.end() if marks is not None else clause.start
    step = _STEP.match(clause.folded, at, clause.end)
    at = step.end() if step is not None else at
    joined = tasks.connector().match(clause.folded, at, clause.end)
    return joined.end() if joined is not None else at


def find_subject(clause: Words, naming: Naming, *, soft: bool = True) -> Subject | None:
    """The subject of a clause; `soft`: "Yêu cầu X …" charges X, it is nobody's own duty."""
    if not naming.names_any(clause):
        return None
    at = opening(clause)
    subject = _subject_at(clause, at, naming, soft=soft, lenient=True)
    if subject is not None:
        return subject
    subject = _behind_request(clause, at, naming)
    if subject is not None:
        return subject
    begins = at > clause.start or tasks.preface().match(clause.folded, at, clause.end)
    if not begins:
        return None
    for place in _behind_commas(clause, at):
        before = naming.ending_at(clause.line, place)
        if before is not None and not _is_of(clause, at, before):
            continue  # inside a list: "phối hợp với Sở A, Sở B"
        joined = tasks.connector().match(clause.folded, place, clause.end)
        start = joined.end() if joined is not None else place
        subject = _subject_at(clause, start, naming, soft=soft)
        if subject is not None:
            return subject
    return _behind_condition(clause, naming)


def _behind_request(clause: Words, at: int, naming: Naming) -> Subject | None:
    """Who acts on what others ask: "Trên cơ sở đề nghị của Sở A và UBND huyện, Sở B thẩm định".

    It is the last that is named before the verb; those before it only ask.
    """
    request = _REQUEST.match(clause.folded, at, clause.end)
    listed = _listed(clause, request.end(), naming) if request is not None else []
    if len(listed) < _FEW - 1:
        return None
    last, asking = listed[-1], listed[-2]
    if clause.folded[asking.body.end : last.body.start] not in (", ", ", các "):
        return None
    end = predicate_start(clause, last.body.end)
    return None if end is None else Subject((last,), last.body.start, end)


def _is_of(clause: Words, at: int, place: Placed) -> bool:
    """ "Trên cơ sở Chương trình hành động của Chính phủ, | các bộ, ngành …": no list goes on."""
    start = place.body.start
    return (
        clause.folded.endswith(" của ", at, start)
        and _WITH.search(clause.folded, at, start) is None
        and not place.body.is_group
    )


def named_subject(clause: Words, naming: Naming) -> Subject | None:
    """The subject that opens a clause itself, without a preface."""
    return _subject_at(clause, opening(clause), naming, soft=True)


# "Tổ đò ngang Vĩnh Tu cần thực hiện tốt …", "Ban tổ chức diễn đàn thường xuyên cập nhật …"
_OBLIGED = regex.compile(
    r"[^.;:,]{4,80}?\s(?:cần|phải|có trách nhiệm|chịu trách nhiệm|thường xuyên|chủ động|tiếp tục)\s"
)


def unnamed_actor(sentence: Words) -> bool:
    """Whether a sentence opens with a body that is to act, whether or not its name is known."""
    if not opens_with_agency(sentence.text):
        return False
    obliged = _OBLIGED.match(sentence.folded, sentence.start, sentence.end)
    if obliged is None:
        return False
    return tasks.verb_at(sentence.folded, obliged.end(), sentence.end) is not None


def _behind_commas(clause: Words, at: int) -> Iterator[int]:
    text = clause.line.text
    for number, match in enumerate(_COMMA.finditer(text, at, clause.end)):
        if number >= _MOST_COMMAS:
            return
        before = text[at : match.start()]
        if before.count("(") <= before.count(")"):
            yield match.end()


def _subject_at(
    clause: Words, at: int, naming: Naming, *, soft: bool, lenient: bool = False
) -> Subject | None:
    """The subject whose words begin at `at`; `lenient`: a single body that opens the clause acts,
    whatever stands behind its name."""
    line, folded = clause.line, clause.folded
    place, charged = at, False
    first = _listed(clause, at, naming)
    if first:
        behind = first[-1].body.end
        charge = tasks.charge().match(folded, behind + 1, clause.end)
        if charge is not None and folded[behind : behind + 1] == " ":
            charged_list = _listed(clause, charge.end(), naming)
            if charged_list:
                return _charged(clause, at, charged_list)
    elif (towards := _TOWARDS.match(folded, at, clause.end)) is not None:
        # "Đối với các phòng chuyên môn: phối hợp …"
        first = _listed(clause, towards.end(), naming)
        runs_in = first and folded.startswith((":", " :", " thì "), first[-1].body.end)
        return _charged(clause, at, first) if runs_in else None
    elif (standing := _standing(clause, at, naming)) is not None:
        return standing
    else:
        charge = tasks.charge().match(folded, at, clause.end)
        if charge is None or (charge["soft"] is not None and not soft):
            return None
        first = _listed(clause, charge.end(), naming)
        return _charged(clause, at, first) if first else None
    end = predicate_start(clause, first[-1].body.end)
    if end is None or _skips_names(clause, first[-1].body.end, end, naming):
        grown, reach = _stretched(clause, first, naming)
        first, end = (grown, reach) if reach is not None else (first, end)
    if end is None:
        first, end = _above_all(clause, first)
    if end is None and lenient and not first[0].body.is_group:
        rest = clause.cut(first[-1].body.end)
        end = rest.start if len(rest.text.split()) > _FEW else None
    if end is None:
        return None
    runs_in = ":" in line.text[first[-1].body.end : end]
    return Subject(tuple(first), place, end, charged, runs_in)


# "Các tỉnh, thành phố, nhất là các tỉnh, thành phố trong vùng A, vùng B | chủ động phát triển …"
_ABOVE_ALL = regex.compile(
    r",? (?:nhất là|đặc biệt là|trước hết là) [^.;:]{3,300}? (?=(?:chủ động|tích cực|khẩn trương"
    r"|tiếp tục|có trách nhiệm|chịu trách nhiệm|phải|cần) )"
)


def _above_all(clause: Words, listed: list[Placed]) -> tuple[list[Placed], int | None]:
    """The class that acts, above all some of it, and where its duty begins."""
    for number, place in enumerate(listed, 1):
        aside = _ABOVE_ALL.match(clause.folded, place.body.end, clause.end)
        if aside is not None and place.body.is_group:
            return listed[:number], aside.end()
    return listed, None


def _skips_names(clause: Words, start: int, end: int, naming: Naming) -> bool:
    """Whether further names stand in a list before the duty: "UBND, Chủ tịch và các sở có …"."""
    places = naming.places(clause.line, start, end)[:1]
    return bool(places) and _PLAIN.fullmatch(clause.folded, start, places[0].body.start) is not None


def _standing(clause: Words, at: int, naming: Naming) -> Subject | None:
    """The body in the bracket behind the part it has: "Cơ quan thường trực … (Sở Nội vụ) …"."""
    part = _STANDING.match(clause.folded, at, clause.end)
    listed = _listed(clause, part.end(), naming) if part is not None else []
    if not listed or clause.line.text[listed[-1].body.end : listed[-1].body.end + 1] != ")":
        return None
    end = predicate_start(clause, listed[-1].body.end + 1)
    return None if end is None else Subject(tuple(listed), at, end)


def _stretched(
    clause: Words, listed: list[Placed], naming: Naming
) -> tuple[list[Placed], int | None]:
    """A list of subjects in which some name was not known, up to the verb they share.

    "Chủ tịch UBND các tỉnh, Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn … tiếp tục".
    """
    grown = list(listed)
    for place in naming.places(clause.line, listed[-1].body.end, clause.end)[:_MOST_NAMES]:
        gap = clause.folded[grown[-1].body.end : place.body.start]
        if _UNKNOWN.fullmatch(gap) is None:
            break
        grown.append(place)
        end = predicate_start(clause, place.body.end)
        if end is not None:
            behind = _listed(clause, place.body.start, naming)[1:]
            last = predicate_start(clause, behind[-1].body.end) if behind else None
            return (grown, end) if last is None else ([*grown, *behind], last)
    return listed, None


def _charged(clause: Words, at: int, charged: list[Placed]) -> Subject:
    behind = charged[-1].body.end
    end = predicate_start(clause, behind)
    return Subject(tuple(charged), at, behind if end is None else end, charged=True)


def _listed(clause: Words, at: int, naming: Naming) -> list[Placed]:
    return naming.listed(clause.line, at, clause.end)


def predicate_start(clause: Words, end: int) -> int | None:
    """Where the predicate begins behind a name that ends at `end`; None when none follows."""
    folded = clause.folded
    bracket = _BRACKET.match(folded, end, clause.end)
    if bracket is not None:
        end = bracket.end()
    if folded.startswith(":", end) or folded.startswith(" :", end):
        at = _MARKS.match(folded, end).end()  # type: ignore[union-attr]
        return at if at < clause.end else None
    duty = _LONG_DUTY.match(folded, end, clause.end)
    if duty is not None:
        return duty.end()
    comma = folded.startswith(",", end)
    at = end + (1 if comma else 0)
    if not folded.startswith(" ", at) or at >= clause.end:
        return None
    at += 1
    if _AS_RULED.fullmatch(folded, at, clause.end):
        return None
    if _BY.match(folded, at, clause.end) or _OFFICE.match(folded, at, clause.end):
        return at
    if comma:
        return None
    if parties.verb().match(folded, at, clause.end) or tasks.action().match(folded, at, clause.end):
        return at
    duty = _DUTY.match(folded, end, clause.end)
    return duty.start("duty") if duty is not None else None


def _behind_condition(clause: Words, naming: Naming) -> Subject | None:
    """Who is to report, where no mark stands before it: "… bổ sung các sở, ngành chủ động …"."""
    if _CONDITION.search(clause.folded, clause.start, clause.end) is None:
        return None
    for place in naming.places(clause.line, clause.start, clause.end)[:12]:
        listed = naming.listed(clause.line, place.body.start, clause.end)
        behind = listed[-1].body.end if listed else place.body.end
        asked = _ASKS.search(
            clause.folded, max(clause.start, place.body.start - 12), place.body.start
        )
        if asked is not None and listed:
            return Subject(tuple(listed), asked.start(), behind + 1, charged=True)
        if _TURN.match(clause.folded, behind, clause.end) and place.body.is_group:
            return Subject(tuple(listed) or (place,), place.body.start, behind + 1)
    return None
