"""What holds for any text: spans, order, ids; and that nothing raises."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.lexicon.agencies import Lexicon
from vnplan.parsers.agencies import (
    AgencyContext,
    LineKind,
    Setting,
    find_agencies,
    find_mentions,
    split_party_list,
)
from vnplan.readers import read_text
from vnplan.records import Header
from vnplan.text.lines import logical_lines

_PIECES = [
    "Sở",
    "Sở Y tế",
    "các sở, ban, ngành",
    "UBND các xã, phường",
    "UBND tỉnh",
    "Giám đốc",
    "Thủ trưởng",
    ",",
    ";",
    " và ",
    "liên quan",
    "phối hợp với",
    "Chủ trì",
    "giao",
    "thực hiện",
    "(",
    ")",
    ":",
    "-",
    "tỉnh Thái Nguyên",
    "TP.HCM",
    "Ban Chỉ đạo",
    "Trung tâm",
    "Chuyển đổi số",
    "các",
    "đơn vị",
    "doanh nghiệp",
    "kinh doanh",
    "đủ năng lực",
    "1665/QĐ-TTg",
    "khu vực",
    "XI",
    "Bộ trưởng",
    "CÔNG AN",
    "Tổ chức",
    "của",
    "thuộc",
    "Bộ",
    "KHCN",
    "Phó Thủ tướng Chính phủ",
    "Trần Hồng Hà",
    "đồng chí",
    "có trách nhiệm",
]
_LINES = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join)
_ANY = st.text(max_size=120).map(lambda text: unicodedata.normalize("NFC", text))
_SETTINGS = st.builds(
    Setting,
    kind=st.sampled_from(list(LineKind)),
    start=st.integers(0, 5),
    end=st.none(),
    names_parties=st.booleans(),
)
_DAYS = st.sampled_from([None, dt.date(2019, 1, 9), dt.date(2025, 11, 18)])


@given(text=_LINES | _ANY, setting=_SETTINGS, on=_DAYS)
def test_mentions_lie_in_the_text_in_order(text: str, setting: Setting, on: dt.date | None) -> None:
    last = 0
    for body in find_mentions(text, on=on, setting=setting):
        assert last <= body.start < body.end <= len(text)
        assert text[body.start : body.end].strip() == text[body.start : body.end]
        assert body.name
        last = body.end


@given(text=_LINES | _ANY, start=st.integers(0, 60))
def test_party_lists_lie_behind_their_start(text: str, start: int) -> None:
    for body in split_party_list(text, min(start, len(text))):
        assert min(start, len(text)) <= body.start < body.end <= len(text)


_CONTEXT = AgencyContext(
    header=Header(issuer="Ủy ban nhân dân tỉnh Thái Nguyên", issued_on=dt.date(2021, 12, 22))
)


@given(lines=st.lists(_LINES, min_size=1, max_size=5))
def test_readings_are_consistent(lines: list[str]) -> None:
    document = read_text("Kế hoạch\n\n" + "\n\n".join(lines))
    reading = find_agencies(logical_lines(document), _CONTEXT)
    ids = [agency.id for agency in reading.agencies]
    assert len(ids) == len(set(ids))
    assert {mention.agency_id for mention in reading.mentions} <= set(ids)
    for mention in reading.mentions:
        words = document.text[mention.span.start : mention.span.end]
        assert " ".join(words.split()) == mention.text
    starts = [mention.span.start for mention in reading.mentions]
    assert starts == sorted(starts)


@given(
    lines=st.permutations(
        [
            "Giao Sở KH&CN chủ trì.",
            "UBND các xã, phường thực hiện.",
            "Sở Khoa học và Công nghệ báo cáo.",
            "Trường Cao đẳng X tổ chức.",
            "Các Sở, Ban, ngành rà soát.",
        ]
    )
)
def test_ids_do_not_depend_on_the_order_of_lines(lines: list[str]) -> None:
    document = read_text("\n\n".join(lines))
    reading = find_agencies(logical_lines(document), _CONTEXT)
    assert {(agency.id, agency.name) for agency in reading.agencies} == {
        ("thai-nguyen/uy-ban-nhan-dan", "Ủy ban nhân dân tỉnh Thái Nguyên"),
        ("thai-nguyen/so-khoa-hoc-va-cong-nghe", "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"),
        ("thai-nguyen/uy-ban-nhan-dan-cac-xa-phuong", "Ủy ban nhân dân các xã, phường"),
        ("thai-nguyen/truong-cao-dang-x", "Trường Cao đẳng X"),
        ("thai-nguyen/cac-so-ban-nganh", "các sở, ban, ngành"),
    }


def test_every_name_of_the_lexicon_is_found() -> None:
    """A row that no text can name is a dead row."""
    missed = []
    for entry in Lexicon.load().entries:
        text = f"Giao {entry.name} chủ trì"
        found = find_mentions(text, on=entry.valid_to or entry.valid_from)
        if not any(body.start == 5 and body.entry is not None for body in found):
            missed.append(entry.name)
    assert missed == []


@pytest.mark.parametrize(
    "piece",
    [
        "các ",
        "Sở ",
        "Sở Y tế và ",
        "Ban Quản lý Ban ",
        "Giám đốc, ",
        "UBND các xã, phường, ",
        "Sở Y tế ( ",
        "tổ chức ",
        "Công ty cổ phần và ",
        "thuộc Sở ",
        "sở, ",
    ],
)
def test_hostile_lines_are_read(piece: str) -> None:
    text = piece * 3000
    for setting in (Setting(), Setting(LineKind.HEADING, 0, len(text), names_parties=True)):
        find_mentions(text, setting=setting)


def test_cost_is_linear() -> None:
    line = "Chủ trì, phối hợp với Sở Y tế, các sở, ban, ngành và các đơn vị cấp nước xây dựng kế hoạch "
    assert len(find_mentions(line * 200)) == 200 * len(find_mentions(line))
