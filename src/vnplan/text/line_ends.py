"""How the end of a line tells that its sentence goes on: words, marks and names that are cut."""

from __future__ import annotations

import regex

from vnplan.text.fold import fold
from vnplan.text.labels import read_label

_ENDS = (".", ";", ":", "!", "?", "…", "./")
_CLOSING = '”"’)]»*'
# Words that cannot end a sentence: what follows them on the next line belongs to them.
_OPEN_WORDS = frozenset({
    "của", "và", "với", "tại", "về", "các", "những", "do", "cho", "theo", "từ", "đến", "trong",
    "là", "bởi", "ngày", "tháng", "năm", "số", "hoặc", "hay", "để", "được", "trên", "khi", "ở",
    "bằng", "một", "mỗi", "nhằm", "gồm", "như", "thuộc", "giữa", "cùng", "qua", "vào", "sẽ",
    "đã", "đang", "cần", "phải", "có", "không",
})  # fmt: skip
# ... unless they end a word of their own: "1. Kết quả đạt được", "Nhiệm vụ hằng năm", "Phát triển
# nhà ở", "Hạn chế, tồn tại" are headings, over paragraphs that open with a capital.
_CLOSED_PAIRS = frozenset({
    "đạt được", "làm được", "thu được", "hằng năm", "hàng năm", "cả năm", "nhiều năm", "hằng tháng",
    "hàng tháng", "hằng ngày", "hàng ngày", "vừa qua", "gian qua", "năm qua", "nêu trên",
    "cấp trên", "hay không", "tự do", "hiện có", "sẵn có", "nếu có", "hiện tại", "tồn tại",
    "cuối cùng", "gian đến", "đầu vào", "công bằng", "văn bằng", "cân bằng", "đồng bằng",
    "tiếp theo", "nhà ở", "chỗ ở", "đất ở",
})  # fmt: skip
# "Quyết định số ⏎ 12/QĐ-UBND" goes on, "3. Phát triển kinh tế số" does not.
_COUNTS = frozenset({
    "một", "định", "bản", "văn", "quyết", "tư", "hoạch", "thị", "cáo", "trình", "luật", "án", "báo",
    "lệnh", "luận", "thư", "điện", "dẫn", "hiệu", "các", "những", "mã", "biểu", "mẫu", "phiếu",
    "sơ", "khoản", "lục", "tịch", "hợp", "tin", "liên", "điều", "chế", "tri", "ước", "thuận",
})  # fmt: skip
# A post and the body it belongs to: "Thủ tướng ⏎ Chính phủ", "Giám đốc ⏎ Sở Y tế".
_POSTS = frozenset({"tướng", "tịch", "trưởng", "đốc", "thư", "phòng", "phố", "tỉnh"})
_TERRITORIES = frozenset({"tỉnh", "phố", "huyện", "xã", "phường", "quận"})
# "Trường THCS ⏎ Lục Hồn", "Ủy ban MTTQ ⏎ Việt Nam": the kind of a body that its name follows
_KINDS = frozenset({"THCS", "THPT", "TH", "MTTQ", "LHPN", "UBND", "HĐND", "GD&ĐT", "GDĐT"})
_BODIES = ("Chính phủ", "Ủy ban", "Uỷ ban", "UBND", "HĐND", "Bộ", "Sở", "Quốc hội", "Hội đồng")
# "… của Ban Chấp hành ⏎ Trung ương Đảng khóa XIV", "Ban Quản lý khu ⏎ Kinh tế và các cơ quan"
_BEGUN_NAMES = {
    "chấp hành": ("Trung ương ", "Đảng bộ ", "TW "),
    "khu": ("Kinh tế ", "Công nghiệp ", "Công nghệ cao"),
}
# "… trước ngày 20 hằng tháng, để tổng hợp báo cáo ⏎ Ủy ban nhân dân tỉnh."
_WANTS_BODY = regex.compile(
    r"(?:(?:tổng hợp|để|kết quả|và),? báo cáo|(?:,|và) trình|tham mưu(?: cho)?)$"
)
_LONG_LINE = 50
# Words that open a duty, hence a paragraph, after a heading that ends in a name.
_OPENERS = frozenset({
    "Chủ", "Phối", "Tham", "Tổ", "Xây", "Thực", "Căn", "Trên", "Hướng", "Chỉ", "Các", "Giao",
    "Việc", "Trong", "Để", "Nhằm", "Tăng", "Đẩy", "Rà", "Triển", "Tiếp", "Theo", "Kiểm", "Bố",
    "Lồng", "Hàng", "Hằng", "Định", "Chịu", "Có", "Đề", "Cung", "Tuyên", "Nghiên", "Phân",
    "Huy", "Lập", "Bảo", "Đảm", "Nâng", "Khẩn", "Đôn", "Tập", "Là", "Phê", "Ban", "Thẩm",
    "Quản", "Nơi", "Vận", "Thường",
})  # fmt: skip
# "268/2025/NĐ- ⏎ CP", "473/TTr - ⏎ NN&PTNT"
_TORN_NUMBER = regex.compile(r"\d[^\s]{0,12}\p{Lu}-$|\d{1,5}/[^\s]{0,12}\p{L}\s-$")
# "Căn cứ Luật ⏎ Tổ chức HĐND và UBND": what is a ground is still to be named
_GROUND_OPEN = regex.compile(
    r"(?:căn cứ|thực hiện|thi hành)\s(?:(?:bộ\s)?luật|pháp(?:\slệnh)?|nghị|quyết|thông|chỉ)$",
    regex.IGNORECASE,
)
# "Căn cứ Luật Tổ chức ⏎ Chính phủ ngày …": so short a ground without a mark at its end goes on
_GROUND_CUT = regex.compile(r"Căn cứ (?:Luật|Bộ luật|Pháp lệnh) \p{Lu}\p{Ll}+(?: \p{Ll}+)?")
_GROUND_WORDS = ("Căn cứ ", "Xét ", "Theo đề nghị ")
# "Điều 2. Giao ⏎ Sở Công Thương …", "Điều 3. Chánh ⏎ Văn phòng UBND tỉnh, Thủ trưởng …"
_CHARGE_BEGUN = regex.compile(r"(?:^|[.)/]\s)(?:Giao|Chánh)$")
# a number stays with its noun, an abbreviation with what it does: "… Trưởng Ban Chỉ đạo ⏎ 389 quốc
# gia; kịp thời tổng hợp …", "… những người tiếp xúc ⏎ VLNCN đảm bảo yêu cầu công việc."
_FIRST_WORD = regex.compile(r"(?:\d{1,4}|\p{Lu}{3,8})\s\p{Ll}+|\S+")
_LAST_WORD = regex.compile(r"(?r)[^\W\d_]+\Z")  # read backwards, not tried at every letter
_NAMING = 30
"""A shorter line is a heading or a part of a letterhead, not a sentence cut within a name."""


def first_word(text: str) -> str:
    """What would have had to stand on the line before; "" for a line of blanks."""
    match = _FIRST_WORD.match(text)
    return match.group() if match else ""


def ends_open(text: str) -> bool:
    """The line stops where no sentence can: after "của", a comma, an opening bracket."""
    if text.endswith((",", "(", "“", "/")):
        return True
    if text.endswith("-") and _TORN_NUMBER.search(text):
        return True
    if text.endswith(" về việc"):  # "… ngày 22/8/2008 về việc ⏎ Ban hành Quy chế …"
        return True
    if len(text) <= _NAMING and (
        _GROUND_OPEN.search(text) or _begins_ground(text) or _CHARGE_BEGUN.search(text)
    ):
        return True
    return last_word(text) in _OPEN_WORDS and not _closes_word(text)


def _closes_word(text: str) -> bool:
    """Whether the last word, open by itself, ends a longer one: "đạt được", "kinh tế số"."""
    last = fold(text[-24:]).split()[-2:]
    if len(last) < 2:
        return False
    if last[1] == "số":
        return last[0].isalpha() and last[0] not in _COUNTS
    return " ".join(last) in _CLOSED_PAIRS


def _begins_ground(text: str) -> bool:
    """A ground cut within a name: "Theo đề nghị của Giám đốc Sở ⏎ Tài nguyên và Môi trường tại"."""
    if _GROUND_CUT.fullmatch(text) is not None:
        return True
    if not text.startswith(_GROUND_WORDS) or not text[-1].isalpha():
        return False
    named = " của " in text or text.rpartition(" ")[2][:1].isupper()
    return named and not any(mark in text for mark in ".;:")


def is_torn(text: str, following: str) -> bool:
    """A sentence that a layout parts where none can end: "… và các" ⏎⏎ "trường hợp do cơ quan"."""
    return (
        following[:1].islower() and last_word(text) in _OPEN_WORDS and read_label(following) is None
    )


def last_word(text: str) -> str:
    """The word that ends the text, in small letters; "" when a mark ends it."""
    word = _LAST_WORD.search(text)
    return word.group().lower() if word is not None else ""


def name_goes_on(text: str, following: str) -> bool:
    """A name cut in two: "Bùi Thanh ⏎ Sơn", "Bộ Công ⏎ Thương", "Thủ tướng ⏎ Chính phủ"."""
    if len(text) < _NAMING or text.isupper():
        return False
    last = text.rpartition(" ")[2]
    if last.lower() in _POSTS and following.startswith(_BODIES):
        return True
    if len(text) >= _LONG_LINE and following.startswith(_BODIES) and _WANTS_BODY.search(text[-24:]):
        return True
    begun = _BEGUN_NAMES.get(" ".join(text[-24:].lower().split()[-2:])) or _BEGUN_NAMES.get(last)
    if begun is not None and following.startswith(begun):
        return True
    named = last[:1].isupper() and not last.isupper() and last.isalpha()
    named = named or last in _TERRITORIES  # "chi nhánh tỉnh ⏎ Thái Nguyên: Chỉ đạo …"
    named = named or last in _KINDS
    return named and first_word(following).rstrip(",;.") not in _OPENERS


def is_terminated(text: str) -> bool:
    """The line ends a sentence, an item or an introduction (. ; : ./.)."""
    return text.rstrip(_CLOSING).endswith(_ENDS)
