"""Whether a class of bodies is named as a party, or only in passing.

"Giao các doanh nghiệp viễn thông …" charges a class, "nâng cao năng lực các doanh nghiệp" does not.
A closed class ("các sở, ban, ngành") is one everywhere.
"""

from __future__ import annotations

import regex

from vnplan.lexicon import parties
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.groups import OF_COUNCIL, Manner, Reach, group_at
from vnplan.parsers.agencies.line import SHORT, Line
from vnplan.parsers.agencies.setting import LineKind
from vnplan.records import AgencyKind

_GOVERN = regex.compile(r"(?:các (?:địa phương|cấp|ngành)|ngành)(?!\p{L})")
_BOARDS = ("ban giám hiệu", "ban giám đốc")
_BOARDS_AS_WRITTEN = ("Ban Giám hiệu", "Ban giám hiệu", "Ban Giám đốc", "Ban giám đốc")
# What a school, an office or a village is made of, and who builds: they act without "các"
_ALONE = regex.compile(
    r"(?:giáo viên(?: chủ nhiệm| bộ môn)?|gvcn|gvbm|cha mẹ học sinh|phụ huynh học sinh|liên đội"
    r"|đoàn trường|chi đoàn|chi ủy|công đoàn(?: cơ sở)?|chủ đầu tư"
    r"|hộ gia đình|hộ dân|chủ hộ)(?!\p{L})"
)
_BEHIND_BOARD = regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(_BOARDS)})(?:,| và) $")
_SUFFERS = (" được ", " bị ", " đã ", " đang ")
_MEMBER = "thành viên "
_JOINT = regex.compile(r", ?(?:và )?| và ")
_LOCAL = regex.compile(r" và địa phương$")
# "Các thành viên Ban Chỉ đạo theo nhiệm vụ được phân công đôn đốc …"
_BY_DUTY = regex.compile(
    r",? theo (?:chức năng|nhiệm vụ|(?:sự )?phân công|thẩm quyền|trách nhiệm|quy chế)(?!\p{L})"
)
# "…, các cấp, các ngành cần tập trung": the duty stands behind the next class
_TOLD_WITH_NEXT = regex.compile(
    r"(?:, (?:và )?| và )các [^,.;:()]{2,60}? (?:cần|phải|có trách nhiệm|có nhiệm vụ) "
)
# "Đối với các địa phương chưa lập Đề án | thì khẩn trương …": all before "thì" tells which ones
_TOWARDS = "đối với "
_THEN = regex.compile(
    r"[^.;:]{0,120}?(?= thì (?:cần|phải|khẩn trương|kịp thời|chủ động|tiếp tục) )"
)
_SHARE = regex.compile(r"(?:%|\d|số) $")  # "trên 80% các đơn vị": what is counted
_LEADING = regex.compile(
    r" chủ trì(?= (?:trong|để|khi|tổ chức|triển khai|thực hiện|xây dựng|rà soát|tham mưu|giải quyết"
    r"|hoàn thành) |[.;]|$)"
)
# A part in the work, not a body: "Cơ quan thường trực Ban Chỉ đạo", "đơn vị chủ trì"
_PART = regex.compile(r"(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|phối hợp)(?!\p{L})")


def class_at(
    line: Line, place: int, *, lenient: bool, titled: bool = False, joined: bool = False
) -> NamedBody | None:
    """The class that is named at `place` as a party; None without one.

    `lenient`: the form of the line shows that parties stand here (behind "phối hợp với", in a
    cell). `titled`: a post stands before it. `joined`: a mark joins it to a class before it.
    """
    if line.value is not None and place < line.value:
        return None  # "Đơn vị phối hợp: …" is a label
    at_start = place == line.setting.start and line.setting.kind is LineKind.HEADING
    text, folded = line.text, line.folded
    if at_start and line.setting.end is not None:
        text, folded = text[: line.setting.end], folded[: line.setting.end]
    if not lenient and _SHARE.search(folded[max(0, place - 4) : place]) is not None:
        return None
    manner = Manner(
        value=line.value is not None or line.setting.kind is LineKind.VALUE,
        rest=at_start and line.setting.names_parties,
        duty=place in line.sentences or place in line.cues or line.turns_at(place) or at_start,
        titled=titled,
    )
    reach = group_at(text, folded, place, line, manner)
    then = _then_follows(line, place, reach.end) if reach is not None and reach.plural else None
    if then is not None:
        return NamedBody(place, then, line.text[place:then], Basis.GROUP)
    if reach is None or not _is_party(line, place, reach, lenient=lenient, joined=joined):
        return None
    end = _with_its_part(line, place, reach)
    words = line.text[place:end]
    board = _JOINT.split(words, maxsplit=1)[0]  # "Ban Giám hiệu, GVCN các lớp"
    if board in _BOARDS_AS_WRITTEN:  # one body, inside the school or hospital that issues
        board_end = place + len(board)
        return NamedBody(place, board_end, board, Basis.SHAPE, kind=AgencyKind.OTHER)
    return NamedBody(place, end, words, Basis.GROUP)


def _with_its_part(line: Line, place: int, reach: Reach) -> int:
    """The end of a class with its part in the work: "phối hợp với các cơ quan chủ trì trong …".

    Behind "với" nobody is told to lead.
    """
    led = _LEADING.match(line.folded, reach.end) if not reach.narrowed else None
    return led.end() if led is not None and line.folded.endswith(" với ", 0, place) else reach.end


def _then_follows(line: Line, place: int, end: int) -> int | None:
    """The end of a class that "đối với" opens a sentence with, and "thì" tells what it is to do."""
    first = place - len(_TOWARDS)
    if first not in line.sentences or not line.folded.startswith(_TOWARDS, first):
        return None
    then = _THEN.match(line.folded, end)
    return then.end() if then is not None else None


def _is_party(line: Line, place: int, reach: Reach, *, lenient: bool, joined: bool) -> bool:
    if (charged := _by_its_noun(line, place, reach, lenient=lenient)) is not None:
        return charged
    told = line.duty_follows(reach.end) or _TOLD_WITH_NEXT.match(line.folded, reach.end)
    begins = place in line.sentences or line.turns_at(place) or line.resumes_at(place)
    duty = bool(told) and begins
    part = _PART.match(line.folded, place)
    if not reach.plural and part is not None:
        # "Cơ quan phối hợp có trách nhiệm …", "3. Cơ quan chủ trì giải quyết thủ tục đầu tư":
        # whoever has that part
        heads = line.setting.kind is LineKind.HEADING and line.setting.names_parties
        return duty or (heads and reach.end > part.end())
    if (duty and not reach.vague) or line.cues.get(place) or _is_owner(line, place, reach):
        return True
    if _is_local(line, reach) or (joined and _joins(line, place, reach)):
        return True
    if lenient and (line.setting.names_parties or _is_item(line, place, reach)):
        return True
    # No more than "đơn vị", the heading of a column, or "doanh nghiệp"
    bare = reach.items == 1 and not (reach.plural or reach.narrowed)
    if bare and not (reach.strong and reach.end - place > len("cơ quan")):
        return False
    if lenient:
        heading = line.setting.kind is LineKind.HEADING
        return not heading or reach.plural or (reach.strong and reach.items > 1)
    if reach.vague:
        return False
    boards = line.folded.startswith(_BOARDS, place)  # one body by itself
    several = reach.strong and (reach.plural or boards or reach.items > 1)
    if (reach.plural and reach.strong) or (
        (reach.plural or several) and _joined_on(line, place, reach)
    ):
        return True
    return _is_subject(line, place, reach)


def _joins(line: Line, place: int, reach: Reach) -> bool:
    """Whether a class goes on with a list: "…, các sở", "… và đại biểu HĐND tỉnh giám sát"."""
    return reach.plural or reach.vague or OF_COUNCIL.match(line.folded, place) is not None


def _of_people(line: Line, place: int, reach: Reach) -> bool:
    """Whether the people of a body are named, not the body: "cán bộ, công chức"."""
    if not reach.plural and line.folded.startswith(_MEMBER, place):
        # "phân công thành viên phụ trách từng xã", not "thành viên Ban Chỉ đạo"
        return not line.begins(place + len(_MEMBER))
    determiner = parties.any_determiner().match(line.folded, place)
    at = determiner.end() + 1 if determiner is not None else place
    return parties.people().match(line.folded, at) is not None


def _of_each(line: Line, place: int, reach: Reach) -> bool:
    """ "…, đảng đoàn các tổ chức chính trị - xã hội lãnh đạo": what each of a class has inside."""
    noun = parties.of_others().match(line.folded, place)
    return noun is not None and " các " in line.folded[noun.end() : reach.end]


def _by_its_noun(line: Line, place: int, reach: Reach, *, lenient: bool) -> bool | None:
    """Whether "mỗi …", people and what each of a class has inside are charged; None for others."""
    told = line.duty_follows(reach.end) or line.predicate_follows(reach.end)
    told = told or line.runs_in(reach.end)
    if reach.each or _of_people(line, place, reach):
        # "Mỗi cán bộ, đảng viên phải …", "phối hợp với cán bộ kỹ thuật của Sở"
        heads = line.setting.kind is LineKind.HEADING and line.setting.names_parties
        helps = bool(line.cues.get(place)) and not reach.each
        return (place in line.sentences and told) or helps or (heads and lenient)
    if line.folded.startswith("toàn ngành", place) and lenient:
        return told  # "yêu cầu toàn ngành tập trung …"
    bare = reach.items == 1 and not (lenient or reach.plural or reach.each)
    if bare and _opens_item(line, place) and _ALONE.match(line.folded, place):
        # "Giáo viên chủ nhiệm phổ biến …", "Công đoàn, Đoàn Thanh niên vận động …"
        suffers = line.folded.startswith(_SUFFERS, reach.end)  # "Giáo viên giỏi được khen thưởng"
        return (told and not suffers) or _joined_on(line, place, reach)
    if _of_each(line, place, reach):
        return told or line.closes(reach.end)
    return None


def _opens_item(line: Line, place: int) -> bool:
    """Whether a sentence begins here, an item of a list with a capital, or what goes with a board.

    "Ban Giám hiệu và | giáo viên chủ nhiệm phải sâu sát".
    """
    listed = line.text.startswith(", ", place - 2) and line.text[place : place + 1].isupper()
    opens = place in line.sentences or place in line.connected or listed
    return opens or _BEHIND_BOARD.search(line.folded[max(0, place - 20) : place]) is not None


def _joined_on(line: Line, place: int, reach: Reach) -> bool:
    """ "nếu có vướng mắc, | các ngành, UBND các huyện … báo cáo": a body by name goes on."""
    mark = _JOINT.match(line.folded, reach.end)
    opens = place in line.sentences or line.folded.startswith(", ", place - 2)
    return opens and mark is not None and line.begins(mark.end())


def _is_local(line: Line, reach: Reach) -> bool:
    """ "phối hợp với Sở Tài chính và địa phương rà soát": the last of a list, without a mark."""
    if _LOCAL.search(line.folded[: reach.end]) is None:
        return False
    return line.predicate_follows(reach.end) or line.closes(reach.end)


def _is_item(line: Line, place: int, reach: Reach) -> bool:
    """Whether a noun is an item of its own between the marks of a list of parties.

    "Phối hợp: Sở Nội vụ, chủ rừng, Sở Y tế".
    """
    before, behind = line.text[max(0, place - 2) : place], line.text[reach.end : reach.end + 1]
    return line.value is not None and before in (", ", "; ") and behind in (",", ";", ".", "")


# "Các tỉnh, thành phố trong cả nước, nhất là các tỉnh trong vùng Thủ đô chủ động …"
_ABOVE_ALL = (", nhất là các ", ", đặc biệt là các ")


def _is_subject(line: Line, place: int, reach: Reach) -> bool:
    """Whether a class opens a sentence and acts in it, or fills a line of a list.

    A board acts wherever it stands: "…, Ban Giám hiệu đề nghị các đơn vị …".
    """
    if line.folded.startswith(_BOARDS, place) and line.text[place].isupper():
        return line.predicate_follows(reach.end)
    if line.resumes_at(place) and (reach.narrowed or reach.items > 1):
        return line.predicate_follows(reach.end)
    if place not in line.sentences:
        # "…; các địa phương nghiên cứu, triển khai", "Đồng thời, các địa phương chủ động …"
        begins = place in line.connected or line.resumes_at(place)
        governs = begins and _GOVERN.match(line.folded, place) is not None
        suffers = line.folded.startswith(_SUFFERS, reach.end)
        governs = governs or (place in line.connected and reach.plural and not suffers)
        return governs and line.predicate_follows(reach.end)
    if line.predicate_follows(reach.end) or _BY_DUTY.match(line.folded, reach.end):
        return True
    if reach.plural and line.folded.startswith(_ABOVE_ALL, reach.end):
        return True
    return line.ends(reach.end) and (reach.plural or (reach.strong and reach.items > 1))


def _is_owner(line: Line, place: int, reach: Reach) -> bool:
    """ "Nội dung giám sát của chủ dự án thành phần": a short line that ends in whose it is."""
    before = line.folded[max(0, place - 4) : place]
    return before == "của " and line.ends(reach.end) and len(line.text) <= SHORT
