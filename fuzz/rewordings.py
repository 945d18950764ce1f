"""The same document in other words: what its records say must not change.

    python -m fuzz.rewordings ../shared/corpus [--only NAME]

One office writes "Cơ quan chủ trì", "31/12/2025", "1." where another writes "Đơn vị chủ trì", "ngày
31 tháng 12 năm 2025", "1)". Each rewording is put on the whole text of a document, set a paragraph
a line, and the records are compared, place by place, with those of the text as it was. That needs
no annotation, so any folder of documents will do; what differs is printed, and a reader tells
whether a rule was too narrow or the rewording said something else.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import vnplan
from vnplan import Plan, UnreadableDocument
from vnplan.lexicon.names import dashed_names
from vnplan.readers import read_file
from vnplan.readers.folder import documents
from vnplan.text.lines import logical_lines

_NEAR = 4
"""Characters by which a border may move: a mark at the end, a blank."""
_LONGEST = 60_000
"""Characters of a document that are looked at."""


class Rewording(NamedTuple):
    """Other words for all that a pattern finds; `new` is a template or works them out."""

    name: str
    pattern: re.Pattern[str]
    new: str | Callable[[re.Match[str]], str]


class Reworded(NamedTuple):
    """A text with its replacements, each as its place in the new and in the old text."""

    text: str
    places: Sequence[tuple[int, int, int, int]]

    def back(self, offset: int) -> int:
        """Where in the old text a character of the new one stands."""
        at = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        if at < 0:
            return offset
        start, end, old_start, old_end = self.places[at]
        if offset >= end:
            return old_end + offset - end
        return old_start if offset - start < end - offset else old_end


class Fact(NamedTuple):
    """What a record says: where it begins and ends, what counts of it, and its words."""

    start: int
    end: int
    said: object
    words: str


def reworded(text: str, rewording: Rewording) -> Reworded:
    """The text with every replacement made."""
    pieces: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    at = length = 0
    for found in rewording.pattern.finditer(text):
        new = (
            found.expand(rewording.new) if isinstance(rewording.new, str) else rewording.new(found)
        )
        if new == found[0]:
            continue
        pieces += (text[at : found.start()], new)
        length += found.start() - at
        places.append((length, length + len(new), found.start(), found.end()))
        length += len(new)
        at = found.end()
    return Reworded("".join((*pieces, text[at:])), places)


def facts(plan: Plan, back: Callable[[int], int] = int) -> dict[str, list[Fact]]:
    """What the records of a plan say, by kind; places are led `back` to the text as it was."""
    times = {one.id: (one.kind, one.start, one.end, one.recurrence) for one in plan.deadlines}
    found: dict[str, list[Fact]] = {}

    def add(kind: str, record: vnplan.Grounded, words: str, said: object) -> None:
        fact = Fact(back(record.span.start), back(record.span.end), said, words)
        found.setdefault(kind, []).append(fact)

    for task in plan.tasks:
        parts = sorted((part.role, back(part.span.start)) for part in task.responsibilities)
        due = sorted(str(times[one]) for one in task.deadline_ids)
        add("task", task, task.text, (tuple(parts), tuple(due)))
    for target in plan.targets:
        amount = target.quantity
        size = (amount.value, amount.comparator) if amount is not None else None
        due_on = times[target.deadline_id] if target.deadline_id else None
        add("target", target, target.text, (size, due_on))
    for deadline in plan.deadlines:
        add("deadline", deadline, deadline.text, times[deadline.id])
    for cited in plan.citations:
        number = cited.number.canonical if cited.number else None
        add("citation", cited, cited.text, (cited.relation, cited.issuer, cited.issued_on, number))
    return found


def differences(text: str, rewording: Rewording) -> Iterator[str]:
    """What a rewording changes, a line each."""
    other = reworded(text, rewording)
    if not other.places:
        return
    plan = vnplan.parse(other.text)
    if plan.text != other.text:
        yield "not compared: the reader writes the text again"  # places no longer lead back
        return
    before, after = facts(vnplan.parse(text)), facts(plan, other.back)
    for kind in dict.fromkeys((*before, *after)):
        left = list(after.get(kind, ()))
        for fact in before.get(kind, ()):
            same = [one for one in left if abs(one.start - fact.start) <= _NEAR]
            if not same:
                yield f"{kind} lost: {fact.words}"
                continue
            twin = min(same, key=lambda one: abs(one.end - fact.end))
            left.remove(twin)
            if not _agree(fact.said, twin.said):
                yield f"{kind} changed: {fact.words}: {fact.said} is {twin.said}"
            elif abs(twin.end - fact.end) > _NEAR:
                yield f"{kind} ends elsewhere: {fact.words}: {twin.words}"
        yield from (f"{kind} new: {fact.words}" for fact in left)


def _agree(one: object, other: object) -> bool:
    """Whether two things said are the same; places may move a little."""
    if isinstance(one, int) and isinstance(other, int):
        return abs(one - other) <= _NEAR
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(_agree, one, other))
    return one == other


def paragraphs(path: Path) -> str:
    """The text of a document, a paragraph a line, as far as it is looked at."""
    lines = logical_lines(read_file(path), dashed_names())
    text = "\n".join(line.text for line in lines) + "\n"
    return text[:_LONGEST].rpartition("\n")[0] + "\n"


# --------------------------------------------------------------------------- the rewordings


def _words(old: str, *new: str) -> Iterator[Rewording]:
    pattern = re.compile(old, re.MULTILINE)
    yield from (Rewording(one, pattern, one) for one in new)


def _shape(name: str, old: str, new: str | Callable[[re.Match[str]], str]) -> Rewording:
    return Rewording(name, re.compile(old, re.MULTILINE), new)


def _uncapitalised(heading: re.Match[str]) -> str:
    return heading[1] + heading[2].capitalize() if heading[2].isupper() else heading[0]


_DATE = r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b"
_SHORT = {
    "Sở Khoa học và Công nghệ": "Sở KH&CN",
    "Sở Kế hoạch và Đầu tư": "Sở KH&ĐT",
    "Sở Giáo dục và Đào tạo": "Sở GD&ĐT",
    "Sở Tài nguyên và Môi trường": "Sở TN&MT",
    "Sở Thông tin và Truyền thông": "Sở TT&TT",
    "Sở Nông nghiệp và Phát triển nông thôn": "Sở NN&PTNT",
    "Bộ Kế hoạch và Đầu tư": "Bộ KH&ĐT",
    "Bộ Giáo dục và Đào tạo": "Bộ GD&ĐT",
}
_LABEL = r"\b(?:(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp)|Thời gian(?: thực hiện)?)(?= ?:)"
_CITED = r"\b(Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Nghị định) số (?=\d)"
_NEW_TONE, _OLD_TONE = "òa óa ỏa õa ọa òe óe ỏe õe ọe", "oà oá oả oã oạ oè oé oẻ oẽ oẹ"
_PLACED = dict(zip(_NEW_TONE.split(), _OLD_TONE.split(), strict=True))

_ORDERS = {
    "Tăng cường": "Đẩy mạnh",
    "Đẩy mạnh": "Tăng cường",
    "Triển khai": "Tổ chức triển khai",
    "Rà soát": "Tiếp tục rà soát",
    "Thực hiện": "Tổ chức thực hiện",
    "Hoàn thiện": "Từng bước hoàn thiện",
    "Nâng cao": "Không ngừng nâng cao",
    "Xây dựng": "Nghiên cứu, xây dựng",
}

REWORDINGS: tuple[Rewording, ...] = (
    # bullets and numbers
    _shape("bullet –", r"^- (?=\S)", "– "),
    _shape("bullet •", r"^- (?=\S)", "• "),
    _shape("bullet glued", r"^- (?=[^\W\d])", "-"),
    _shape("bullet and tab", r"^- (?=\S)", "-\t"),
    *(_shape(f"1{mark}", r"^(\d{1,2})\. (?=[^\W\d])", rf"\1{mark} ") for mark in (")", "/", "-")),
    _shape("1.glued", r"^(\d{1,2})\. (?=[^\W\d])", r"\1."),
    *(_shape(f"a{mark}", r"^([a-zđ])\) (?=\S)", rf"\1{mark} ") for mark in (".", "/")),
    *(_shape(f"I{mark}", r"^([IVX]{1,5})\. (?=\S)", rf"\1{mark} ") for mark in ("/", " -")),
    _shape("Phần I.", r"^([IVX]{1,5})\. (?=\S)", r"Phần \1. "),
    # blanks and marks
    _shape("no-break spaces", r"(?<=\S) (?=\S)", "\u00a0"),
    _shape("two spaces", r"(?<=\S) (?=\S)", "  "),
    _shape("indented", r"^(?=\S)", "    "),
    _shape("blanks at the end", r"(?<=\S)$", "  "),
    _shape("straight quotes", r"[“”]", '"'),
    _shape("dash between", r" - ", " – "),
    _shape("stop for semicolon", r";$", "."),
    # who does what
    *_words(
        r"(?<!tiếp tục )\bchủ trì, phối hợp với",
        "chủ trì phối hợp với",
        "chủ trì và phối hợp với",
        "chịu trách nhiệm chủ trì, phối hợp với",
        "chủ trì, phối hợp cùng",
        "chủ trì, phối hợp chặt chẽ với",
        "chủ trì, hướng dẫn, phối hợp với",
    ),
    *_words(
        r"\b(?:Cơ quan|Đơn vị) chủ trì(?= ?:)",
        "Cơ quan, đơn vị chủ trì",
        "Chủ trì",
        "Đơn vị chủ trì thực hiện",
        "Cơ quan đầu mối",
        "Đơn vị chịu trách nhiệm chính",
    ),
    *_words(
        r"\b(?:Cơ quan|Đơn vị) phối hợp(?= ?:)",
        "Cơ quan, đơn vị phối hợp",
        "Phối hợp",
        "Phối hợp thực hiện",
        "Các đơn vị phối hợp",
    ),
    *_words(r"\bThời gian thực hiện(?= ?:)", "Thời gian", "Thời gian tổ chức", "Tiến độ thực hiện"),
    _shape("LABEL", _LABEL, lambda found: found[0].upper()),
    _shape("label :", rf"{_LABEL}(?=:)", r"\g<0> "),
    *_words(r"\bcó trách nhiệm(?= [^\W\d])", "chịu trách nhiệm", "có nhiệm vụ", "có trách nhiệm:"),
    *_words(r"\bGiao (?=Sở|UBND|Ủy|Công|các)", "Giao cho ", "Yêu cầu ", "Đề nghị "),
    # headings and orders
    _shape("I. Headings", r"^([IVX]{1,5}\. )(.{6,})$", _uncapitalised),
    _shape("MỤC ĐÍCH VÀ YÊU CẦU", r"^(\w+\. MỤC ĐÍCH), (?=YÊU CẦU$)", r"\1 VÀ "),
    _shape("PHÂN CÔNG THỰC HIỆN", r"^(\w+\. )TỔ CHỨC THỰC HIỆN$", r"\1PHÂN CÔNG TỔ CHỨC THỰC HIỆN"),
    _shape("TRÁCH NHIỆM", r"^(\w+\. )TỔ CHỨC THỰC HIỆN$", r"\1TRÁCH NHIỆM THỰC HIỆN"),
    _shape("NỘI DUNG", r"^(\w+\. )NHIỆM VỤ(?: VÀ|,) GIẢI PHÁP$", r"\1NỘI DUNG THỰC HIỆN"),
    _shape("VỀ KINH PHÍ", r"^(\w+\. )KINH PHÍ THỰC HIỆN$", r"\1NGUỒN KINH PHÍ"),
    *(
        _shape(f"{new} …", rf"^((?:[-+*•]|\d{{1,2}}\.|[a-zđ]\)) ){old} (?=\w)", rf"\1{new} ")
        for old, new in _ORDERS.items()
    ),
    # names
    _shape("Sở tài chính", r"\bSở (Tài|Nội|Tư|Xây|Giáo|Khoa)(?= \w)", lambda m: m[0].capitalize()),
    _shape("UBND Tỉnh", r"\b(UBND|Công an|Tỉnh đoàn|Hội đồng nhân dân) tỉnh\b", r"\1 Tỉnh"),
    _shape("Sở; Sở", r"(?<=: )(Sở [^,;.:\n]+), (?=Sở [^,;.:\n]+[.;]?$)", r"\1; "),
    _shape("5 lớp", r"(?<![\d.,/-])0([1-9])(?= [^\W\d])", r"\1"),
    _shape("Ủy ban nhân dân", r"(?<![-/])\bUBND\b", "Ủy ban nhân dân"),
    _shape("UBND", r"\bỦy ban nhân dân\b", "UBND"),
    _shape("Ủy ban Nhân dân", r"\bỦy ban nhân dân\b", "Ủy ban Nhân dân"),
    _shape("Sở KH&CN", "|".join(_SHORT), lambda found: _SHORT[found[0]]),
    _shape("tones", "|".join(_PLACED), lambda found: _PLACED[found[0]]),
    # times
    _shape("31-12-2025", _DATE, r"\1-\2-\3"),
    _shape("31.12.2025", _DATE, r"\1.\2.\3"),
    _shape("ngày 31 tháng 12 năm 2025", rf"ngày {_DATE}", r"ngày \1 tháng \2 năm \3"),
    _shape("tháng 12 năm 2025", r"\b([Tt]háng \d{1,2})/((?:19|20)\d\d)\b", r"\1 năm \2"),
    _shape("Quý II năm 2025", r"\b([Qq]uý [IV]+)/((?:19|20)\d\d)\b", r"\1 năm \2"),
    _shape("2021–2025", r"\b(giai đoạn (?:19|20)\d\d) ?- ?((?:19|20)\d\d)", r"\1–\2"),
    _shape("2021 đến 2025", r"\b(giai đoạn (?:19|20)\d\d) ?- ?((?:19|20)\d\d)", r"\1 đến \2"),
    _shape("hàng năm", r"\b([Hh])ằng năm\b", r"\1àng năm"),
    # what is cited, and figures
    _shape("Quyết định 1665", _CITED, r"\1 "),
    _shape("Quyết định số: 1665", _CITED, r"\1 số: "),
    _shape("1665 /QĐ", r"\b(\d{1,4})/(?=(?:QĐ|NQ|KH|CT|NĐ|TT)-)", r"\1 /"),
    _shape("1665/QĐ-TTg, ngày", r"(/[A-ZĐ0-9&-]{2,}) (?=ngày \d)", r"\1, "),
    _shape("80 %", r"(?<=\d)%", " %"),
    _shape("1000", r"\b(\d{1,3})\.(\d{3})\b(?![./\d])", r"\1\2"),
)


def main() -> None:
    """Prints what differs, then how often each rewording was made and changed something."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path, nargs="+")
    asked.add_argument("--only", default="", help="part of the name of a rewording")
    options = asked.parse_args()
    made, changed = Counter[str](), Counter[str]()
    for path, _ in documents(options.folder):
        try:
            text = vnplan.parse(paragraphs(path)).text
        except UnreadableDocument as error:
            print(error)
            continue
        for one in REWORDINGS:
            if options.only not in one.name:
                continue
            made[one.name] += len(reworded(text, one).places)
            for difference in differences(text, one):
                changed[one.name] += 1
                print(f"{path.name}: {one.name}: {difference}", flush=True)
    for name in made:
        print(f"{name:<40}{made[name]:>9,}{changed[name]:>7,}")


if __name__ == "__main__":
    main()
