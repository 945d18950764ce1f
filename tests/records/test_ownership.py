"""Tasks found by free text, with their owners."""

from __future__ import annotations

import pytest

from vnplan.records import (
    Agency,
    Basis,
    Plan,
    Responsibility,
    ResponsibilityRole,
    Source,
    Span,
    Task,
    TaskForm,
)

NOWHERE = Span(start=0, end=0)


def task(name: str, text: str, **roles: str) -> Task:
    """`lead="a b"` makes the agencies a and b lead."""
    parts = tuple(
        Responsibility(
            agency_id=agency, role=ResponsibilityRole(role), basis=Basis.STATED, span=NOWHERE
        )
        for role, agencies in roles.items()
        for agency in agencies.split()
    )
    return Task(id=name, text=text, form=TaskForm.BULLET, span=NOWHERE, responsibilities=parts)


TASKS = (
    task("t1", "Tổ chức đào tạo đội ngũ giảng viên", implement="tai-chinh", lead="giao-duc lao-dong"),
    task("t2", "Xây dựng cơ sở ươm tạo doanh nghiệp", implement="lao-dong", coordinate="tai-chinh"),
    task("t3", "Bố trí kinh phí đào tạo; báo cáo UBND tỉnh", coordinate="tai-chinh"),
    task("t4", "Đạo diễn chương trình tảo mộ tại cơ sở", lead="giao-duc giao-duc"),
    task("t5", "HOÀ GIẢI ở cơ sở", implement="lao-dong"),
)  # fmt: skip
PLAN = Plan(
    id="urn:lex:vn",
    source=Source(media_type="text/plain", sha256="0" * 64, reader="text"),
    text="",
    agencies=tuple(Agency(id=name, name=name) for name in ("giao-duc", "lao-dong", "tai-chinh")),
    tasks=TASKS,
)

OWNERS = [
    ("t1", "giao-duc lao-dong"),  # lead before implement
    ("t2", "lao-dong"),  # no lead: implement; never a coordinator
    ("t3", ""),  # nobody: the task stays
    ("t4", "giao-duc"),  # once
]


@pytest.mark.parametrize(("name", "owners"), OWNERS)
def test_owners_of_a_task(name: str, owners: str) -> None:
    assert next(it for it in TASKS if it.id == name).owner_ids == tuple(owners.split())


FOUND = [
    ("đào tạo", "t1 t3"),
    ("ĐÀO TẠO", "t1 t3"),
    ("dao tao", "t1 t3"),  # a phrase: "Đạo diễn … tảo mộ" has the letters, not the phrase
    ("đào tao", "t1 t3"),
    ("Ðào tạo", "t1 t3"),  # an Icelandic Ð, as old fonts have it
    ("đạo tao", "t4"),  # no task has the phrase: all its syllables, anywhere
    ("uom tao", "t2"),
    ("hòa giải", "t5"),  # the tone may stand on either vowel
    ("cơ sở", "t2 t4 t5"),
    ("co so uom", "t2"),
    ("đào tạo giảng viên", "t1"),  # words between them
    ("tạo đội", "t1"),
    ("tạ", ""),  # whole syllables only
    ("phí đào tạo; báo", "t3"),
    ("vũ trụ", ""),
    ("", ""),
    (" .,;- ", ""),
]


@pytest.mark.parametrize(("query", "names"), FOUND)
def test_tasks_by_free_text(query: str, names: str) -> None:
    assert [found.task.id for found in PLAN.owners(query)] == names.split()


def test_owners_come_as_agencies() -> None:
    found = PLAN.owners("ươm tạo")
    assert [(it.task.id, [agency.id for agency in it.agencies]) for it in found] == [
        ("t2", ["lao-dong"])
    ]
