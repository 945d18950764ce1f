"""What the first words of an item say: an order, a statement, a note, a name only."""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks
from vnplan.lexicon.roles import role_cues
from vnplan.parsers.tasks.listing import party_clauses
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.subjects import Subject, find_subject, opening
from vnplan.parsers.tasks.words import Words, clauses
from vnplan.records import SectionKind
from vnplan.text.fold import fold

_COMMA = regex.compile(r",\s+")
# … "Nhận được công văn này đề nghị Hiệu trưởng …": no mark before the request
_TURN = regex.compile(r"[,;]\s+|(?<=\snày)\s(?=đề nghị\s|yêu cầu\s)")
_NO_ORDER = regex.compile(r"(?:đã|đang|bị|được|là|chưa)(?!\p{L})")
_DOTS = regex.compile(r"[\s.…,;:*()\-–+]*")
_FOOTNOTE = regex.compile(r"\[\d{1,3}\]\s")
_THEN = regex.compile(r"\sthì\s(?=phải|cần|kịp thời|khẩn trương|báo cáo|phản ánh|liên hệ|đề nghị)")
_MOST_COMMAS = 12
_TOLD = 200
_HEAD_WORDS = 2
# "Chuyển đổi AI là quá trình tích hợp …": what something is.
_IS = regex.compile(
    r"(?!(?:là|trọng tâm|đây|xác định|coi|xem|lấy|bảo đảm|đảm bảo|phấn đấu)\s)"
    r"[^\s,;:.]+(?:\s[^\s,;:.]+){0,9}?"
    r"(?<!đặc biệt)(?<!trọng tâm)(?<!nhất)(?<!cụ thể)(?<!nghĩa)(?<!tức)(?<!đó)(?<!chính)\slà\s"
    r"(?!cơ quan|đơn vị|đầu mối)"
)
# "Phát triển công dân số, văn hoá số là trụ cột …": what something is to the rest
_IS_BASE = regex.compile(
    r"(?:(?!xác định|coi|xem|lấy|đưa|nhất là|đặc biệt là)[^;:.]){10,140}?(?<!,)\slà\s"
    r"(?:một (?:trong những )?)?(?:điều kiện|trụ cột|nền tảng|động lực|lực đẩy|yếu tố|nhân tố"
    r"|chìa khóa|tiền đề|đòn bẩy|xu thế|khâu|mắt xích)(?!\p{L})"
)


# "Đẩy mạnh …, đặc biệt là công tác … là nhiệm vụ cấp bách": how much it matters; but "xác định … là
# nhiệm vụ trọng tâm" orders that.
_WEIGHS = regex.compile(
    r"[^.;:]{3,400}?(?P<is>\slà\s)(?:một\s)?(?:trong\s)?(?:những\s)?(?:các\s)?"
    r"(?:nhiệm vụ|việc làm|công việc|yêu cầu|vấn đề|trách nhiệm)\s(?:chính trị,?\s)?"
    r"(?:rất\s|hết sức\s|vô cùng\s)?"
    r"(?:cấp bách|cấp thiết|cần thiết|quan trọng|trọng tâm|hàng đầu|thường xuyên|chung|của)"
    r"(?!\p{L})"
)
_HELD = regex.compile(r"(?<!\p{L})(?:xác định|coi|xem|lấy|nhận thức|quán triệt|phải|cần)\s")
# "Hạ tầng số Đồng Nai bao gồm hạ tầng viễn thông, …": what belongs to it.
_CONSISTS = regex.compile(r"[^\s,;:.]+(?:\s[^\s,;:.]+){0,9}?\s(?:bao gồm|như một)\s")
# "* Cấp tỉnh: gồm đại diện lãnh đạo …": who makes up what the lead-in sets up
_MADE_UP = regex.compile(r"[^:;.]{2,60}:\s(?:bao )?gồm(?: có)?\s")
# "Các cấp, các ngành tiếp tục đẩy mạnh …", "Người đứng đầu chịu trách nhiệm …": names no agency
_SOMEBODY = regex.compile(
    r"(?:các|mỗi|từng|toàn|người|cán bộ|thủ trưởng|lãnh đạo|cấp ủy|chính quyền|nhân dân"
    r"|doanh nghiệp)"
    r"\s(?:[^.;:\s]+\s){0,14}?"
    r"(?:tiếp tục|chủ động|tích cực|cần|(?:có|chịu) trách nhiệm|có nhiệm vụ|tăng cường|đẩy mạnh"
    r"|thường xuyên|nghiêm túc|khẩn trương|kịp thời|tập trung|căn cứ)\s(?!đã|đang|còn|chưa)"
)
# "Các tỉnh, thành Hội duy trì các mô hình …": no name is known, but they are who act
_MEMBERS = regex.compile(
    r"(?:các|toàn thể|tất cả)\s(?:tỉnh|thành|huyện|xã|phường|thôn|tổ|trường|cấp|đơn vị|địa phương"
    r"|cơ sở|chi|hội|đoàn|liên đội|lớp|khối|bộ phận|đồng chí|đ/c|ông|thầy|cô|giáo viên|hộ|hội viên"
    r"|đoàn viên|đảng viên|chi bộ)(?!\p{L})"
    r"(?:[,\s]+(?!được|đã|đang|còn|chưa|có|là|của)[^.;:,\s]+){0,9}?"
    r"\s(?:duy trì|báo cáo|gửi|triển khai|tổ chức|xây dựng|phối hợp|rà soát|nộp|tham gia|đăng ký"
    r"|hướng dẫn|chuẩn bị|vận động|quán triệt)\s"
)
# "Sau mỗi đợt đồng bộ, cơ sở đào tạo thực hiện kiểm tra": a class in the singular
_ONE_OF_THEM = regex.compile(
    r"(?:cơ sở|đơn vị|địa phương|nhà trường|cơ quan)(?:\s[^\s,;.:]+){0,4}?"
    r"\s(?:thực hiện|tổ chức|triển khai|rà soát|kiểm tra|báo cáo|cập nhật|gửi|phối hợp|xây dựng)\s"
)
# "Mỗi xã, thị trấn đảm nhận ít nhất 01 công trình thanh niên"
_EACH = regex.compile(
    r"(?:mỗi|từng)\s(?:[^.;:\s]+\s){1,10}?"
    r"(?:đảm nhận|đăng ký|thực hiện|tổ chức|xây dựng|thành lập|lựa chọn|duy trì|cử|chọn|vận động)\s"
)
_PAST = regex.compile(r"(?<!\p{L})(?:đã|đang|còn|chưa)(?!\p{L})")
_REMARK = regex.compile(r"(?:lưu ý|ghi chú|chú ý|nguồn)(?: khi)?(?:\s?:|$|\s(?:khi|về)\s)")
# "Sở Nội vụ đã hoàn thành dự thảo.", "…, Bộ Công an trong thời gian ngắn đã tích cực …": what
# somebody did; but "Sở Y tế đã được giao nhiệm vụ … khẩn trương …" orders.
_NARRATED = regex.compile(
    r"\s(?:cũng\s|vừa qua\s|(?:về\s)?cơ bản\s|hiện(?: nay)?\s|luôn\s|thường xuyên\s"
    r"|(?:trong\s)?(?:những|\d+)?\s?(?:thời gian|năm|tháng|ngày)(?:\s[^\s,;:.]+){0,3}?\s)?"
    r"đã(?!\p{L})(?!\sđược)"
)
_FEW_BODIES = 4
# A document named, not an order: "Quyết định số 1381/QĐ-BVHTTDL …" in a list of documents.
_DOCUMENT = regex.compile(
    r"(?:các\s)?(?:quyết định|nghị quyết|nghị định|thông tư|công văn|chỉ thị|kế hoạch|luật|kết luận"
    r"|tờ trình|báo cáo|chương trình|thông báo|văn bản|hướng dẫn|công điện|pháp lệnh|đề án)"
    r"\s(?:liên tịch\s)?(?:số:?\s?\d|ngày\s\d|\d)"
)


def orders(words: Words, naming: Naming) -> bool:
    """Whether a sentence names an action of its own, or who is to act."""
    first = next(iter(party_clauses(words, naming)), words)
    at = opening(first)
    if any(form.match(words.folded, at, words.end) for form in (_MADE_UP, _AGREES)):
        return False
    if tasks.statement().match(words.folded, at, words.end):
        return charges_behind(words, naming) is not None
    told = _IS.match(words.folded, at, words.end) or _IS_BASE.match(words.folded, at, words.end)
    if told or _weighs(words, at) or narrates(words, naming):
        return False
    if _acts(words, at):
        return True
    if find_subject(first, naming) is not None:
        return True
    somebody = _SOMEBODY.match(words.folded, at, words.end)
    if somebody is not None and _PAST.search(words.folded, at, somebody.end()) is None:
        return True
    acting = any(form.match(words.folded, at, words.end) for form in (_EACH, _MEMBERS))
    if acting and not _PAST.search(words.folded, at, words.end):
        return True
    if tasks.preface().match(words.folded, at, words.end) is None:
        return False
    return _acts_behind_comma(first, at)


def narrates(words: Words, naming: Naming) -> bool:
    """Whether a sentence tells what a body did: one that opens it, or stands behind a comma."""
    clause = next(clauses(words), words)
    at = opening(clause)
    for place in naming.places(clause.line, at, clause.end)[:_FEW_BODIES]:
        start, end = place.body.start, place.body.end
        begins = start == at or clause.folded.endswith(", ", at, start)
        if begins and _NARRATED.match(clause.folded, end, clause.end):
            return True
    return False


def is_definition(words: Words) -> bool:
    """What something is or consists of: "Chuyển đổi AI là …", "Hạ tầng số bao gồm …"."""
    at = opening(words)
    if _IS.match(words.folded, at, words.end) or _IS_BASE.match(words.folded, at, words.end):
        return True
    if _acts(words, at):
        return False
    consists = _CONSISTS.match(words.folded, at, words.end) is not None
    return consists or _is_its_kind(words.folded[at : min(words.end, at + _TOLD)])


def _is_its_kind(folded: str) -> bool:
    """ "Kế hoạch dạy học các môn học, hoạt động giáo dục là kế hoạch thực hiện …"."""
    head = " ".join(folded.split()[:_HEAD_WORDS])
    before, is_one, _ = folded.partition(f" là {head} ")
    return bool(is_one) and not before.endswith((" gọi", " tắt")) and "." not in before


def acts_anywhere(clause: Words) -> bool:
    """Whether a clause has a verb of its own, at its beginning or behind a preface."""
    at = opening(clause)
    return _acts(clause, at) or _acts_behind_comma(clause, at)


def _acts_behind_comma(clause: Words, at: int) -> bool:
    for number, comma in enumerate(_COMMA.finditer(clause.folded, at, clause.end)):
        if number >= _MOST_COMMAS:
            break
        bare = tasks.adverbs().match(clause.folded, comma.end(), clause.end) is None
        if bare and tasks.ambiguous().match(clause.folded, comma.end(), clause.end):
            continue
        one = _ONE_OF_THEM.match(clause.folded, comma.end(), clause.end)
        if _acts(clause, comma.end()) or (one is not None and not _PAST.search(one[0])):
            return True
    then = _THEN.search(clause.folded, at, clause.end)  # "Nếu …, quá hạn thì phải báo cáo …"
    return then is not None and _acts(clause, then.end())


def acts(words: Words) -> bool:
    """Whether the words open with a verb, adverbs before it left out."""
    return _acts(words, opening(words))


# "Định kỳ 15 ngày báo cáo …", "Định kỳ 01 lần/quý tổng hợp …"
_INTERVAL = regex.compile(
    r"(?:\d{1,3}|mỗi|hằng|hàng)\s(?:lần/)?(?:ngày|tháng|tuần|quý|năm)"
    r"(?:/lần|\s(?:một|01|1) lần)?,?\s"
)


def _acts(words: Words, at: int) -> bool:
    folded, end = words.folded, words.end
    skipped = tasks.adverbs().match(folded, at, end)
    if skipped is not None:
        at = skipped.end()
    verb = tasks.action().match(folded, at, end)
    if verb is None and skipped is not None:
        verb = tasks.stressed().match(folded, skipped.start(), end)
    interval = _INTERVAL.match(folded, at, end) if skipped is not None and verb is None else None
    if interval is not None:
        verb = tasks.action().match(folded, interval.end(), end)
    if verb is None or _NO_ORDER.match(folded, at, end) or _DOCUMENT.match(folded, at, end):
        return False
    follows = verb.end() + 1
    return tasks.nominal().match(folded, follows, end) is None


def charges_behind(words: Words, naming: Naming) -> Words | None:
    """What a closing sentence orders behind its formula.

    "Trên đây là Kế hoạch …; các cơ quan, đơn vị nghiêm túc thực hiện", "…, yêu cầu các sở …".
    """
    folded = words.folded
    for number, mark in enumerate(_TURN.finditer(folded, words.start, words.end)):
        if number >= _MOST_COMMAS * 2:
            return None
        tail = words.cut(mark.end())
        charge = tasks.charge().match(folded, mark.end(), words.end)
        if charge is not None and _EVERYBODY.match(folded, charge.end(), words.end):
            return tail
        subject = find_subject(tail, naming)
        if subject is None:
            continue
        # "…, UBND xã yêu cầu các thôn triển khai": the author itself before the charge
        if charge is not None or mark[0].startswith(";") or _starts(subject, tail):
            return tail
    return None


def _starts(subject: Subject, tail: Words) -> bool:
    return subject.charged and subject.start == opening(tail)


# "Ngày 05/9/2024 (thứ Năm)", "trước ngày 31/5/2025", "Chậm nhất Quý II/2025"
_DAY = regex.compile(
    r"(?:(?:hoàn thành|xong|chậm nhất|muộn nhất|sớm nhất|kể từ|từ|trước|hết|trong|vào|đến)\s){0,3}"
    r"(?:(?:các\s)?(?:ngày|tháng|quý|tuần)\s(?=[\divx])"
    r"|(?:đầu|cuối)\s(?:tháng|quý|năm)\s(?=[\divx])"
    r"|năm\s20\d\d|\d{1,2}[/.]\d{1,2}[/.]20\d\d)"
)


# "Tuyên truyền: Thường xuyên, hằng năm."
_ALWAYS = regex.compile(
    r"(?:(?:thực hiện|thường xuyên|liên tục|định kỳ|(?:hằng|hàng)\s(?:năm|quý|tháng|tuần|ngày)"
    r"|(?:cả|trong|suốt)\snăm)(?:\s20\d\d)?[\s,;.và]*+)+"
)


def opens_with_day(words: Words) -> bool:
    """Whether the words begin with a time, or are one: what is done then stands before them."""
    if _ALWAYS.fullmatch(words.folded, opening(words), words.end):
        return True
    return _DAY.match(words.folded, opening(words), words.end) is not None


# "Đồng ý với đề xuất của Sở A.", "Thống nhất chủ trương điều chỉnh …": what is agreed to; but
# "Đồng ý về nguyên tắc; Bộ Nội vụ hướng dẫn …" orders
_AGREES = regex.compile(
    r"(?:(?:về )?cơ bản )?(?:đồng ý|thống nhất|chấp thuận|nhất trí)\s(?:về\s)?"
    r"(?:chủ trương|nguyên tắc|với (?:đề xuất|đề nghị|kiến nghị|nội dung|báo cáo|ý kiến|phương án)"
    r"|(?:theo |như )?(?:đề xuất|đề nghị|kiến nghị))(?!\p{L})[^;.]*+\.?\s*$"
)


def is_statement(words: Words) -> bool:
    """How things stand: "Hiện nay, …", "Kế hoạch này thay thế …", "… là nhiệm vụ cấp bách".

    Or what is agreed to: "Đồng ý với đề xuất của Sở A."
    """
    at = opening(words)
    if _AGREES.match(words.folded, at, words.end):
        return True
    return tasks.statement().match(words.folded, at, words.end) is not None or _weighs(words, at)


def _weighs(words: Words, at: int) -> bool:
    found = _WEIGHS.match(words.folded, at, words.end)
    return found is not None and _HELD.search(words.folded, at, found.start("is")) is None


# "Hoàn thành báo cáo trước ngày 01/12": what is to be done; "Hoàn thành trước ngày …" says when
_COMPLETES = regex.compile(
    r"hoàn thành (?:xây dựng|dự thảo|thủ tục|hồ sơ|báo cáo|kế hoạch|việc|công tác|đề án|rà soát)\s"
)


def is_continuation(words: Words) -> bool:
    """What only goes on with the sentence before: "Trong đó, …", "Thời gian hoàn thành …"."""
    at = words.start
    marks = _DOTS.match(words.folded, at, words.end)
    at = marks.end() if marks is not None else at
    goes_on = tasks.continuation().match(words.folded, at, words.end)
    return goes_on is not None and _COMPLETES.match(words.folded, at, words.end) is None


# “Phát huy giá trị văn hóa …”: the name of what is held, nothing else
_NAMED = regex.compile(r"[“\"][^”\"]{3,600}[”\"][\s.;*]*")
_ADDRESS = regex.compile(
    r"(?:tên|địa chỉ|đường link|link|số điện thoại|điện thoại|hotline|email|thư điện tử|website)"
    r"(?:\s[^\s:]+){0,6}\s?:\s"
)
# "Phụ lục IV - Đề án đổi mới …" in a list of what is attached
_ATTACHED = regex.compile(r"phụ (?:lục|biểu)(?: số)? [\divxlc]{1,5}\s?[-–:]\s")
# "Bộ Giáo dục và Đào tạo trân trọng cảm ơn./."
_THANKS = regex.compile(
    r"(?:[^.;:,]{2,60}\s)?(?:xin )?(?:chân thành|trân trọng) c[ảá]m ơn(?!\p{L})"
)


def is_note(words: Words) -> bool:
    """No item: dots, a footnote, a remark in brackets, "Trọng tâm:", a named document.

    Nor the rest of a title in capitals, "… TRONG VIỆC" ⏎ "QUẢN LÝ ĐẠI LÝ INTERNET".
    """
    text = words.text.strip()
    if _DOTS.fullmatch(text) or _FOOTNOTE.match(text) or text.isupper():
        return True
    inner = text.lstrip("(*“ ")
    if _NAMED.fullmatch(text) or _ADDRESS.match(inner.casefold()):
        return True
    if text.startswith("(") and text.rstrip(" .*;").endswith(")") and ")" not in text[:-4]:
        return True
    folded = fold(inner[:80])
    notes = (_DOCUMENT, _REMARK, _ATTACHED, _THANKS)
    if any(form.match(folded) for form in notes):
        return True
    short = len(text.split()) <= 6
    return short and text.endswith(":") and tasks.note().match(folded) is not None


def is_label(text: str) -> bool:
    """A heading that only names a role: "Nhiệm vụ cụ thể", "Giải pháp"."""
    folded = fold(text).split("(")[0].strip(" .:*")
    return len(folded.split()) <= 8 and role_cues().named(folded) is not None


# "…, yêu cầu các bộ phận, các thôn triển khai thực hiện nghiêm túc": whoever they are
_EVERYBODY = regex.compile(
    r"(?:các|toàn thể|tất cả|quý|lãnh đạo|thủ trưởng|hiệu trưởng)\s[^.;:]{3,200}?\s"
    r"(?:(?:nghiêm túc|tích cực|khẩn trương|chủ động|phối hợp)\s)*"
    r"(?:triển khai|thực hiện|tổ chức|chấp hành|báo cáo|phản ánh)(?!\p{L})"
)
_CLOSES = regex.compile(r"trên đây là\s")


def closes(part: Part) -> bool:
    """A paragraph that closes the document, wherever the tree has it: "Trên đây là Kế hoạch …"."""
    words = part.body
    if part.kind is not SectionKind.PARAGRAPH or words is None:
        return False
    return _CLOSES.match(words.folded, words.start, words.end) is not None


def charges(words: Words | None) -> bool:
    """Whether the words open by charging somebody: "Yêu cầu các sở, ngành …"."""
    if words is None:
        return False
    return tasks.charge().match(words.folded, opening(words), words.end) is not None


def goes_on(words: Words | None) -> bool:
    """Whether the words open with what joins them to those before: "Đồng thời, giao …"."""
    if words is None:
        return False
    return opening(words) > words.start and words.text[:1].isalpha()


def ends(words: Words) -> bool:
    """Whether the words end as a sentence does."""
    return words.text.rstrip(" *”\"')").endswith((".", ";", "!", "/"))
