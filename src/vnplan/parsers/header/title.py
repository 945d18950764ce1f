"""The title (trích yếu nội dung): what stands below the name of the type.

It ends where the body begins: at the issuing body ("BỘ TRƯỞNG BỘ TƯ PHÁP"), at "Căn cứ", "Kính
gửi", at a sentence. Its letters are kept as they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import signing
from vnplan.parsers.header.body_start import is_issuing_line, is_loud, opens_body
from vnplan.text.fold import fold, fold_characters
from vnplan.text.line_ends import ends_open, is_terminated
from vnplan.text.lines import LogicalLine

_MAX_LINES = 12
_MAX_LENGTH = 700
_GUIDE = regex.compile(
    r"""^[(\[]?\s*(?:ban\ hành\s)?(?:kèm|đính\ kèm)(?:\ theo)?\s
        |^[(\[]\s*(?:dự\ thảo|thời\ gian|từ\ ngày)""",
    regex.VERBOSE,
)
# Words behind which the issuing body belongs to the title: "… GIỮA ỦY BAN DÂN TỘC VÀ BỘ TƯ PHÁP"
_BOUND = (
    " đoàn", " của", " và", " giữa", " thuộc", " tại", " cho", ",", " là", " do", " với",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """`parts` are (line index, start, end) of the title in the lines; `end` the first line after it
    and its guide line. `text` is None when the document has no title."""

    text: str | None
    parts: tuple[tuple[int, int, int], ...]
    end: int


_ABOUT = regex.compile(r"(?i:v/v)\s*:?\s*(?=\p{L})")


def read_title(
    lines: Sequence[LogicalLine],
    index: int,
    start: int,
    issuers: Sequence[str],
    *,
    gazette: bool = False,
) -> Title:
    """The title that begins in `lines[index].text[start:]` (at its end: on the next line).

    `issuers` are the printed names of the letterhead: a line that repeats one, maybe behind a post,
    opens the body of a decision.
    """
    parts: list[tuple[int, int, int]] = []
    texts: list[str] = []
    line = lines[index]
    rest = line.text[start:]
    lead = start + len(rest) - len(rest.lstrip(" :–-—"))
    if line.text[lead:].strip():
        end = lead + len(_without_issuer(line.text[lead:], issuers, loud=not gazette))
        parts.append((index, lead, end))
        texts.append(line.text[lead:end])
    position = index + 1
    while position < len(lines) and len(parts) < _MAX_LINES:
        if not _goes_on(lines, position, texts, issuers):
            break
        words = _without_issuer(lines[position].text, issuers)
        parts.append((position, 0, len(words)))
        texts.append(words)
        position += 1
        if len(words) < len(lines[position - 1].text):
            break
    while position < len(lines) and _is_guide(lines[position].text):
        position += 1
    joined = _ABOUT.sub("", " ".join(" ".join(texts).split())).strip(" .:;*_")
    if not any(char.isalpha() for char in joined):
        return Title(None, (), position)
    return Title(joined, tuple(parts), position)


def _goes_on(
    lines: Sequence[LogicalLine], position: int, texts: Sequence[str], issuers: Sequence[str]
) -> bool:
    """Whether the title runs on into `lines[position]`."""
    line = lines[position]
    text = line.text
    if line.cell is not None and lines[position - 1].cell is None:
        return False  # "KẾ HOẠCH / Triển khai … / STT | Nhiệm vụ": a table follows the title
    if _closes_bracket(" ".join(texts), text):
        return True
    if _is_guide(text) or opens_body(text) or len(" ".join(texts)) + len(text) > _MAX_LENGTH:
        return False
    following = lines[position + 1].text if position + 1 < len(lines) and texts else ""
    if not ends_open(" ".join(texts)) and is_issuing_line(text, following, issuers):
        return False
    if not texts:
        return not _is_sentence(text)
    so_far = " ".join(texts)
    quoted = so_far.count("“") > so_far.count("”")
    capitals = is_loud(so_far)  # "… QUYẾT ĐỊNH SỐ 856/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ" too
    if capitals and not is_loud(text) and (text[:1].islower() or _opens_loud(text)):
        return not is_terminated(text)  # Party: capitals, then "về …" in small letters
    if capitals:
        return is_loud(text) and not text.rstrip().endswith(":") and not is_terminated(so_far)
    if is_loud(text) and len(text) > 12 and not quoted:
        return False  # a heading of the body behind a title in small letters
    if quoted or text[:1].islower() or ends_open(so_far):
        return not is_terminated(text) or len(text) < 90
    short = len(text) <= 110 or _names_instrument(so_far, text)
    return short and not is_terminated(so_far) and not is_terminated(text)


# "Ban hành Kế hoạch hành động thực hiện" ⏎ "Chỉ thị số 52-CT/TW …": a verb that wants what it is
# done to, and an instrument, however long its name runs
_WANTS_INSTRUMENT = regex.compile(
    r"(?<!\p{L})(?:thực hiện|triển khai|thi hành|sửa đổi|bổ sung|ban hành|phê duyệt|hướng dẫn"
    r"|quán triệt|tổng kết|sơ kết|điều chỉnh|thay thế|bãi bỏ|cụ thể hóa|cụ thể hoá)$"
)
_INSTRUMENT = regex.compile(
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kết luận"
    r"|kế hoạch|chương trình|đề án|dự án|chiến lược|quy hoạch|quy chế|quy định|công điện"
    r"|thông báo|hướng dẫn|chỉ tiêu|nhiệm vụ|một số điều|phong trào|cuộc vận động)(?!\p{L})"
)


def _names_instrument(so_far: str, text: str) -> bool:
    """Whether a title that ends in a verb finds what the verb is about on its next line."""
    wants = _WANTS_INSTRUMENT.search(fold(so_far[-40:].rstrip()))
    return wants is not None and _INSTRUMENT.match(fold(text[:40])) is not None


_BRACKET_TAIL = regex.compile(r"[IVXLC\d]{1,5}\)")


def _closes_bracket(so_far: str, text: str) -> bool:
    """ "… 2021-2025 (GIAI ĐOẠN" ⏎ "II)": no label, but the end of what is in brackets."""
    return so_far.count("(") > so_far.count(")") and _BRACKET_TAIL.match(text) is not None


def _opens_loud(text: str) -> bool:
    """ "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHÓA XVI) về xây dựng …": a wrap joined the two."""
    words = text.split()[:3]
    return len(words) == 3 and all(word.isupper() for word in words)


def _is_sentence(text: str) -> bool:
    """A first line under the type that is already the body: a long line that ends a sentence."""
    long = len(text) > 160 and not is_loud(text)  # "TRIỂN KHAI … VÀ CHỈ THỊ SỐ … TỈNH." is a title
    return is_terminated(text) and (long or text.rstrip().endswith((":", ";", "./.")))


def _is_guide(text: str) -> bool:
    """The guide line: "(Ban hành kèm theo Quyết định số …)"."""
    return not text[:1].islower() and _GUIDE.match(fold(text[:60])) is not None


def _without_issuer(text: str, issuers: Sequence[str], *, loud: bool = True) -> str:
    """A flattened title without the issuing body at its end: "… NĂM 2015 BỘ TRƯỞNG BỘ TƯ PHÁP".

    In small letters a title may end in the name of its issuer; `loud` asks for capitals.
    """
    if loud and not is_loud(text):
        return text
    folded = fold_characters(text)
    for name in sorted(issuers, key=len, reverse=True):
        wanted = fold(name)
        if not folded.rstrip(" :").endswith(wanted) or len(wanted) + 10 > len(text):
            continue
        cut = folded.rindex(wanted)
        found = signing.post().finditer(folded, 0, cut)
        posts = [post for post in found if post.end() >= cut - 2]
        if posts and signing.post().fullmatch(wanted) is None:
            cut = posts[-1].start()
        before = folded[:cut].rstrip()
        if not before.endswith(_BOUND):
            return text[:cut].rstrip()
    return text
