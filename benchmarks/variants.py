"""Plans without end out of the documents of corpus/: other provinces, bodies, numbers and words.

A variant is a Plan of the contract like any other: every span leads to the words it led to before.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from itertools import accumulate
from pathlib import Path
from random import Random

import regex

import vnplan
from vnplan import Plan
from vnplan.lexicon.provinces import by_id, provinces
from vnplan.store.numbers import province_of
from vnplan.text.fold import slug

PROJECT = Path(__file__).resolve().parents[1]

BODIES = {
    "Sở Lao động - Thương binh và Xã hội": "Sở LĐTBXH",
    "Sở Giáo dục và Đào tạo": "Sở GD&ĐT",
    "Sở Thông tin và Truyền thông": "Sở TT&TT",
    "Sở Kế hoạch và Đầu tư": "Sở KH&ĐT",
    "Sở Khoa học và Công nghệ": "Sở KH&CN",
    "Sở Tài nguyên và Môi trường": "Sở TN&MT",
    "Sở Nông nghiệp và Phát triển nông thôn": "Sở NN&PTNT",
    "Sở Văn hóa, Thể thao và Du lịch": "Sở VHTT&DL",
    "Sở Giao thông vận tải": "Sở GTVT",
    "Sở Công Thương": "Sở CT",
    "Sở Tài chính": "Sở TC",
    "Sở Tư pháp": "Sở TP",
    "Sở Xây dựng": "Sở XD",
    "Sở Nội vụ": "Sở NV",
    "Sở Y tế": "Sở YT",
}
"""Departments that stand in for each other, with their short names."""

WORDS = """
    đào tạo, khởi nghiệp, sáng tạo, đổi mới, hỗ trợ, tư vấn, tuyên truyền, truyền thông, tổ chức,
    xây dựng, triển khai, phối hợp, hướng dẫn, thực hiện, doanh nghiệp, nội dung, hoạt động,
    công nghệ, chương trình, kế hoạch, giáo dục, nghề nghiệp, sinh viên, học sinh, phát triển,
    kinh phí, đầu tư, kết nối, ý tưởng, kiến thức, kỹ năng, chuyên gia, cán bộ, giảng viên,
    nguồn lực, cộng đồng, môi trường, cơ chế, chính sách, đề xuất, báo cáo, kiểm tra, giám sát,
    đánh giá, tổng hợp, tham mưu, cung cấp, tài liệu, hội thảo, tập huấn, bồi dưỡng, nghiên cứu,
    ứng dụng, chuyển giao, sản phẩm, dịch vụ, thị trường, nông thôn, y tế, du lịch, văn hóa,
    giao thông, thủy lợi, cấp nước, rừng trồng, tưới tiêu, chăn nuôi, thú y, trồng trọt, bảo vệ,
    phòng chống, thiên tai, dịch bệnh, tiêm chủng, an toàn, thực phẩm, vệ sinh, trẻ em, phụ nữ,
    người nghèo, việc làm, tiền lương, bảo hiểm, an sinh, trợ giúp, cao tuổi, hòa giải, cải cách,
    hành chính, thủ tục, số hóa, dữ liệu, chữ ký, an ninh, quốc phòng, trật tự, tội phạm, ma túy,
    giảm nghèo, đất đai, khoáng sản, nước thải, rác thải, khí hậu, năng lượng, điện lực, chiếu sáng,
    đô thị, quy hoạch, nhà ở, hạ tầng, cầu đường, đường thủy, vận tải, bến xe, xuất khẩu, làng nghề,
    thương mại, hợp tác, khuyến nông, thủy sản, lâm nghiệp, di sản, lễ hội, thể thao, thư viện,
    báo chí, xuất bản, thanh tra, khiếu nại, tiếp dân, tư pháp, hộ tịch, công chứng, trọng tài,
    thi đua, khen thưởng, biên chế"""
"""Words that stand in for each other."""

INSTRUMENTS = 2000
"""Numbers of instruments that are cited; the first of them in about one plan of twenty."""

_WORDS = tuple(" ".join(word.split()) for word in WORDS.split(","))
_GAP = r"(?:\s|\\n)+"  # a line end of the text is written \n in JSON
_YEAR = r"(?<!\d)20[12]\d(?!\d)"
_NUMBER = (
    r"(?<![\d/])\d{1,4}(?=/(?:T/)?(?:QĐ|CT|KH|TTr)-|-(?:t-)?(?:qd|ct|kh|ttr)-)"
    r'|(?<="serial":")\d+'
)
_POSITION = r'(?<="(?:start|end)":)\d+'


class Pattern:
    """One document of the corpus, cut where its variants differ."""

    def __init__(self, path: Path) -> None:
        plan = _without_history(vnplan.parse_file(path))
        place = by_id(province_of(plan) or "")
        number = plan.header.number
        if place is None or number is None or number.serial is None:
            raise ValueError(f"{path} has no province or number")
        self.place, self.serial, self.sha256 = place, number.serial, plan.source.sha256
        keys = [place.name, place.name.upper(), place.id, place.urn, plan.source.sha256]
        # Classes of bodies are named alike everywhere: "các cơ sở giáo dục nghề nghiệp".
        groups = {agency.id: agency.name for agency in plan.agencies if agency.is_group}
        keys += groups.values()
        keys += [one.text for one in plan.mentions if one.agency_id in groups]
        keys += [*BODIES, *BODIES.values(), *map(slug, BODIES)]
        keys += [*_WORDS, *map(str.capitalize, _WORDS)]
        said = [_GAP.join(map(regex.escape, key.split())) for key in keys]
        changing = "|".join([*sorted(said, key=len, reverse=True), _NUMBER, _YEAR])
        found = list(regex.finditer(changing, plan.text))
        self.starts = [match.start() for match in found]
        self.said = [match[0] for match in found]
        pieces = regex.split(f"({_POSITION}|{changing})", plan.to_json())
        self.literals, self.keys = pieces[::2], pieces[1::2]

    def variant(self, number: int) -> str:
        """The JSON of a plan, another by every number."""
        change = _Change(self, number)
        grown = [len(change(word)) - len(word) for word in self.said]
        shift = [0, *accumulate(grown)]
        parts = [self.literals[0]]
        for key, before, after in zip(self.keys, self.literals, self.literals[1:], strict=False):
            if before.endswith(('"start":', '"end":')):
                position = int(key)
                parts.append(str(position + shift[bisect_left(self.starts, position)]))
            else:
                parts.append(change(key))
            parts.append(after)
        return "".join(parts)


def _without_history(plan: Plan) -> Plan:
    """Bodies without the years in which they bore their names: others will stand in for them."""
    forgotten = {"valid_from": None, "valid_to": None, "successor_ids": ()}
    agencies = tuple(agency.model_copy(update=forgotten) for agency in plan.agencies)
    return plan.model_copy(update={"agencies": agencies})


class _Change:
    """What stands for what in one variant."""

    def __init__(self, pattern: Pattern, number: int) -> None:
        self.random = random = Random(number)
        old, new = pattern.place, random.choice(provinces())
        self.table = {
            old.name: new.name,
            old.name.upper(): new.name.upper(),
            old.id: new.id,
            old.urn: new.urn,
            pattern.serial: str(number),
            pattern.sha256: hashlib.sha256(random.randbytes(16)).hexdigest(),
        }
        for one, other in zip(BODIES, random.sample(list(BODIES), len(BODIES)), strict=True):
            self.table |= {one: other, BODIES[one]: BODIES[other], slug(one): slug(other)}
        for word in random.sample(_WORDS, len(_WORDS) * 2 // 3):
            another = random.choice(_WORDS)
            self.table |= {word: another, word.capitalize(): another.capitalize()}
        self.years = random.randrange(-3, 6)

    def __call__(self, key: str) -> str:
        found = self.table.get(key)
        if found is None:
            found = self.table[key] = self._first(" ".join(key.replace("\\n", " ").split()))
        return found

    def _first(self, key: str) -> str:
        if regex.fullmatch(_YEAR, key):
            return str(int(key) + self.years)
        if key.isdigit():  # few instruments are cited by many, many by few
            return str(90 + int(10 * (1 + INSTRUMENTS / 10) ** self.random.random()))
        return self.table.get(key, key)


def patterns() -> list[Pattern]:
    """The documents of the project that variants are made of."""
    rows = (PROJECT / "corpus" / "MANIFEST.tsv").read_text("utf-8").splitlines()
    return [Pattern(PROJECT / "corpus" / row.split("\t")[0]) for row in rows[1:]]
