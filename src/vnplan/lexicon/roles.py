"""What headings and field labels say (`section_roles.toml`, `field_labels.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import regex

from vnplan.records import SectionRole
from vnplan.text.fold import fold, strip_diacritics

# without their marks these are other words: "Tên gói thầu"
_MISTAKEN = ("tên gọi",)
# "yêu cầu các bộ, ngành …", "đánh giá việc …": there the word is a verb and names nothing
_VERBS = ("yêu cầu", "đánh giá", "báo cáo", "phân công", "đề xuất", "kiến nghị", "thi đua")
_OBJECT = regex.compile(
    r"\s(?:các|những|việc|cho|với|về|ubnd|ủy ban|sở|bộ|ban|ngành|cơ quan|từng|chủ tịch|giám đốc"
    r"|thủ trưởng|lãnh đạo|đồng chí|văn phòng|phòng|công an|đơn vị|trưởng|hội|đoàn|đài|chánh"
    r"|hiệu trưởng|người đứng đầu|trung tâm|trường|công ty|doanh nghiệp|cán bộ|toàn thể|toàn bộ"
    r"|bí thư|đảng ủy|chi bộ)\b"
)
# "Tổ chức triển khai ứng dụng, nhân rộng các tiến bộ …": there it is the work itself
_CARRYING_OUT = ("tổ chức thực hiện", "tổ chức triển khai", "tổ chức triển khai thực hiện")
_WHAT_IS_CARRIED_OUT = (
    *("kế hoạch", "các kế hoạch", "chương trình", "đề án", "dự án", "nghị quyết", "quyết định"),
    *("chỉ thị", "chiến lược", "luật", "nghị định", "thông tư", "quy hoạch", "quy chế"),
    *("phong trào", "kết luận", "văn bản", "pháp lệnh", "hiệp định", "phương án", "cuộc"),
    *("thực hiện", "năm", "giai đoạn", "và", "gắn", "của", "theo", "tại"),
)
_EITHER = "|".join((*_WHAT_IS_CARRIED_OUT, *map(strip_diacritics, _WHAT_IS_CARRIED_OUT)))
_OF_THE_PLAN = regex.compile(rf"\s*(?:$|[^\p{{L}}\s]|(?:{_EITHER})\b)")
_WORK_OR_PART = {*_CARRYING_OUT, *map(strip_diacritics, _CARRYING_OUT)}
_ACTS = (
    *("chủ trì", "phối hợp", "theo dõi", "giám sát", "thẩm định", "phụ trách", "hoàn thành"),
    *("báo cáo", "phân công", "tổ chức", "nguồn", "căn cứ", "hoạt động", "giải pháp"),
)
"""Labels that are verbs, or words that begin many names, must stand alone."""
_HEAD = 2
ByHead = dict[str, tuple[tuple[str, SectionRole], ...]]
"""Phrases with their roles, the longest first, by the first two letters."""
_PARTY_NOUNS = ("cơ quan", "đơn vị", "bộ phận", "lực lượng", "chủ trì", "phối hợp", "các đơn vị")
CHARGING = frozenset({"lead", "implement", "coordinate"})
"""What labels hold that say who is to act."""
_SEVERAL = "các "
_EDGES = " :.*/"
_FIELD_TAIL = 28
"""A field label may run on for a few words of its own: "Đơn vị phối hợp đào tạo"."""


@dataclass(frozen=True, slots=True)
class RoleCues:
    """Phrases that name the role of a section, folded."""

    opening: ByHead
    anywhere: tuple[tuple[str, SectionRole], ...]
    lead: regex.Pattern[str]
    article: tuple[tuple[str, SectionRole], ...]
    unmarked: ByHead

    def named(self, part: str) -> SectionRole | None:
        """The role that `part` (folded) opens with, its lead words dropped.

        Marks that were lost or mistyped ("Đối tương tuyên truyền") are forgiven phrases of two
        words and more.
        """
        bare = self.lead.sub("", part, count=1)
        found = _opened(bare, self.opening) or _opened(part, self.opening)
        return found or _opened(strip_diacritics(bare), self.unmarked)


def _opened(candidate: str, phrases: ByHead) -> SectionRole | None:
    """The role of the longest phrase that `candidate` opens with."""
    for phrase, role in phrases.get(candidate[:_HEAD], ()):
        if not candidate.startswith(phrase):
            continue
        rest = candidate[len(phrase) :]
        if rest[:1].isalpha() or (phrase in _VERBS and _OBJECT.match(rest)):
            continue
        if phrase in _WORK_OR_PART and not _OF_THE_PLAN.match(rest):
            continue
        return role
    return None


def _load(name: str) -> dict[str, object]:
    source = resources.files("vnplan.lexicon").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _phrases(table: object) -> tuple[tuple[str, SectionRole], ...]:
    assert isinstance(table, dict)
    rows = [(fold(phrase), SectionRole(role)) for role, found in table.items() for phrase in found]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _by_head(phrases: Iterable[tuple[str, SectionRole]]) -> ByHead:
    table: ByHead = {}
    for phrase, role in phrases:
        table[phrase[:_HEAD]] = (*table.get(phrase[:_HEAD], ()), (phrase, role))
    return table


@cache
def role_cues() -> RoleCues:
    """The cues as shipped."""
    data = _load("section_roles.toml")
    lead = data["lead"]
    assert isinstance(lead, dict)
    words = "|".join(regex.escape(fold(word)) for word in sorted(lead["words"], key=len)[::-1])
    return RoleCues(
        opening=_by_head(_phrases(data["opening"])),
        anywhere=_phrases(data["anywhere"]),
        lead=regex.compile(rf"^(?:(?:{words})\s+)+"),
        article=_phrases(data["article"]),
        unmarked=_by_head(
            (strip_diacritics(phrase), role)
            for phrase, role in _phrases(data["opening"])
            if " " in phrase and phrase not in (*_VERBS, *_MISTAKEN)
        ),
    )


@cache
def field_labels() -> dict[str, str]:
    """Folded label → what it holds ("lead", "coordinate", "time", …)."""
    data = _load("field_labels.toml")
    return {
        fold(label): kind
        for kind, labels in data.items()
        if isinstance(labels, list)
        for label in labels
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split()[0] for label in field_labels())


# "Tháng | Tuần | Nội dung công việc": a calendar of work
_CALENDAR = regex.compile(
    r"(?:tháng|quý|ngày(?:\s?[,/]\s?tháng)?|(?:tuần|ngày)\s?[,/]\s?tháng|tháng(?:\s?[,/]\s?|\s)năm"
    r"|tuần(?:\s(?:chuyên môn|thứ|học|lễ))?)"
)


def heads_calendar(heading: str) -> bool:
    """Whether a column is headed by nothing but a unit of the calendar: "Tháng", "Tuần"."""
    return _CALENDAR.fullmatch(fold(heading).strip(_EDGES)) is not None


def field_kind(label: str) -> str | None:
    """What a labelled line or a table column holds: "Đơn vị phối hợp" → "coordinate"; else None.

    The longest known label that opens `label` counts; a few words may follow it. Several bodies
    may be announced: "Các đơn vị phối hợp".
    """
    folded = fold(label).strip(_EDGES)
    kind = _kind(folded)
    if kind is None and folded.startswith(_SEVERAL):
        kind = _kind(folded.removeprefix(_SEVERAL))
        return kind if kind in CHARGING else None
    return kind


def _kind(folded: str) -> str | None:
    known = field_labels()
    if folded in known:
        return known[folded]
    words = folded.split()
    if not words or words[0] not in _first_words():
        return None
    for size in range(min(len(words), 6), 0, -1):
        head = " ".join(words[:size]).rstrip(",")  # "Cơ quan chủ trì, phối hợp"
        if head in known and len(folded) - len(head) <= _FIELD_TAIL:
            # "Chủ trì triển khai các nhiệm vụ: …" is a sentence, "Đơn vị phối hợp đào tạo" a label
            return None if head.startswith(_ACTS) else known[head]
    return None


def heads_parties(heading: str) -> bool:
    """Whether bodies are listed below a heading: "2. Cơ quan chủ trì, phối hợp".

    "Phân công thực hiện" and "Tổ chức thực hiện" stand over tasks, "2. Các đơn vị phối hợp" over
    bodies with their tasks.
    """
    folded = fold(heading).strip(_EDGES)
    return folded.startswith(_PARTY_NOUNS) and _kind(folded) in CHARGING
