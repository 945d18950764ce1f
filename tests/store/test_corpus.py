"""What the two documents answer, and that SQL answers as a plain scan over the plans does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnplan
from vnplan import (
    Agency,
    Basis,
    Corpus,
    Deadline,
    DeadlineKind,
    Plan,
    Relation,
    Responsibility,
    ResponsibilityRole,
    SectionRole,
    Source,
    Span,
    Task,
    TaskForm,
)
from vnplan.records.ownership import owners
from vnplan.store.answers import FoundTask
from vnplan.store.recurrence import due_days


def _ids(found: list[FoundTask]) -> list[tuple[str, str]]:
    return [(one.document.id, one.task.id) for one in found]


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("Sở KHCN", "so khoa hoc va cong nghe"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "so kh&cn"),
        ("Sở LĐ-TB&XH", "Sở Lao động – Thương binh và Xã hội"),
        ("Sở KH&CN Thái Nguyên", "thai-nguyen/so-khoa-hoc-va-cong-nghe"),
        ("so khcn thai nguyen", "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"),
        ("UBND tỉnh Thái Nguyên", "Uỷ ban nhân dân tỉnh Thái Nguyên"),
    ],
)
def test_one_agency_by_any_name(corpus: Corpus, asked: str, same: str) -> None:
    assert corpus.tasks(agency=asked)
    assert corpus.tasks(agency=asked) == corpus.tasks(agency=same)
    assert corpus.agencies(asked) == corpus.agencies(same)


def test_an_agency_without_a_province_is_that_of_all(corpus: Corpus) -> None:
    assert {load.agency.id.partition("/")[0] for load in corpus.agencies("Sở KH&CN")} == {
        *("thai-nguyen", "binh-duong", "tuyen-quang", "quang-ngai"),
    }
    found = corpus.tasks(agency="Sở KH&CN", province="Thái Nguyên")
    assert found == corpus.tasks(agency="Sở KH&CN tỉnh Thái Nguyên")


def test_an_answer_carries_its_evidence(corpus: Corpus, plans: list[Plan]) -> None:
    plan = {plan.id: plan for plan in plans}
    for found in corpus.tasks():
        source = plan[found.document.id]
        roles = {section.id: section.role for section in source.sections}
        assert found.place.span == found.task.span
        assert found.place.sentence == found.task.text
        assert found.place.section_role == roles.get(found.task.section_id or "")
        assert found.document.sha256
        assert tuple(part.responsibility for part in found.parts) == found.task.responsibilities
    for cite in corpus.cites("844/QĐ-TTg"):
        assert cite.citation.text in cite.place.sentence


def test_the_lead_of_a_real_task(corpus: Corpus) -> None:
    found = corpus.tasks(agency="Sở KH&CN", role="lead", province="bình dương")
    assert all(
        "binh-duong/so-khoa-hoc-va-cong-nghe" in [agency.id for agency in one.agencies]
        for one in found
    )
    assert found[0].place.heading == found[0].task.text
    assert found[0].document.number == "175/T/KH-UBND"
    assert found[0].document.issued_on == dt.date(2019, 4, 22)


@pytest.mark.parametrize(
    "text",
    [
        "đào tạo",
        "dao tao",
        "Đào Tạo",
        "ươm tạo",
        "cung cấp",
        "cung cap",
        "tao dao",
        "khong co",
        "…",
    ],
)
def test_one_plan_and_many_answer_alike(founding: list[Plan], text: str) -> None:
    for plan in founding:
        with vnplan.open([plan]) as one:
            found = [(answer.task, answer.agencies) for answer in one.owners(text)]
        assert found == [tuple(answer) for answer in plan.owners(text)]


@pytest.mark.parametrize(
    ("written", "asked", "found"),
    [
        ("Xây dựng khu hòa giải", "hoà giải", True),
        ("Xây dựng khu hoà giải", "hòa giải", True),
        ("Xây dựng khu hòa giải", "hoa giai", True),
        ("Xây dựng khu hòa giải", "họa giải", False),
        ("Đẩy mạnh đào tạo", "day manh dao tao", True),
        ("Ðẩy mạnh", "đẩy mạnh", True),
        ("Dạy nghề", "đạy nghề", False),
        ("UỶ QUYỀN", "ủy quyền", True),
        ('Nói "rõ" OR NOT việc*', 'rõ" OR', True),
        ("Ban hành 12/KH-UBND", "12/kh-ubnd", True),
    ],
)
def test_words_with_and_without_marks(written: str, asked: str, found: bool) -> None:
    with vnplan.open([_plan("1", [(written, (), None)])]) as one:
        assert bool(one.owners(asked)) is found


def test_whole_words(founding: list[Plan]) -> None:
    plan = _plan("1", [("Đào tạo cán bộ", (), None), ("Học sinh viên chức tham gia", (), None)])
    with vnplan.open([plan]) as one:
        assert len(one.owners("sinh viên")) == len(one.owners("tạo")) == 1
        assert one.owners("sinh viên", whole_words=True) == []
        assert one.owners("tạo", whole_words=True) == []
        for asked in ("đào tạo", "dao tao", "cán bộ", "đào tạo cán bộ", "học sinh"):
            assert len(one.owners(asked, whole_words=True)) == 1


def test_cites_by_number_name_and_relation(corpus: Corpus) -> None:
    found = corpus.cites("1665/QĐ-TTg")
    assert found
    assert found == corpus.cites("1665/qd-ttg") == corpus.cites("Quyết định số 1665/QÐ - TTg")
    assert found == corpus.cites(found[0].citation.target_id or "")
    implementing = corpus.cites("1665/QĐ-TTg", relation="implements")
    assert implementing == [one for one in found if one.citation.relation is Relation.IMPLEMENTS]
    assert 0 < len(implementing) < len(found)
    assert corpus.cites("1/QĐ-TTg") == []


def test_what_falls_due(corpus: Corpus) -> None:
    year = corpus.due("2022-01-01", "2022-12-31")
    assert {one.on for one in year} == {dt.date(2022, 12, 31)}
    assert any(one.deadline.recurrence == "FREQ=YEARLY" and one.task for one in year)
    assert all(
        first.on <= then.on for first, then in pairwise(corpus.due("2019-01-01", "2030-12-31"))
    )
    owned = corpus.due("2019-01-01", "2025-12-31", agency="Sở KH&CN")
    assert owned
    assert all(
        "so-khoa-hoc-va-cong-nghe" in agency.id
        for one in owned
        if one.task and len(one.task.agencies) == 1
        for agency in one.task.agencies
    )
    assert {one.document.province for one in corpus.due("2019-01-01", "2019-12-31")} == {
        "binh-duong",
        "quang-ngai",
    }
    assert {
        one.document.province
        for one in corpus.due("2019-01-01", "2025-12-31", province="Quảng Ngãi")
    } == {"quang-ngai"}


def test_the_days_to_come(corpus: Corpus) -> None:
    soon = corpus.upcoming(30, on="2019-08-15")
    assert soon == corpus.due("2019-08-15", "2019-09-14") != []
    assert corpus.upcoming(on=dt.date(9999, 12, 1)) == corpus.due("9999-12-01", "9999-12-31")
    assert corpus.upcoming(0, on="2019-08-15") == []
    with pytest.raises(ValueError, match="days must be 0 or more, not -1"):
        corpus.upcoming(-1)


def test_what_is_overdue(corpus: Corpus) -> None:
    found = corpus.overdue(dt.date(2020, 1, 1))
    assert [one.on for one in found] == sorted((one.on for one in found), reverse=True)
    assert all(one.deadline.recurrence is None for one in found)
    assert corpus.overdue("2019-08-31") == corpus.overdue(dt.date.min) == []
    mine = corpus.overdue("2020-01-01", agency="Sở KH&CN", province="Bình Dương")
    assert mine == [one for one in found if one in mine] != []


def test_agencies_by_load(corpus: Corpus) -> None:
    loads = corpus.agencies()
    assert all(first.owned >= then.owned for first, then in pairwise(loads))
    for load in loads:
        # A group's name may mean other groups too; an id means one.
        assert load.tasks == len(corpus.tasks(agency=load.agency.id))
        assert load.owned == len(corpus.tasks(agency=load.agency.id, role="owner"))


def test_plans_by_what_their_head_says(corpus: Corpus, plans: list[Plan]) -> None:
    assert len(corpus) == 4
    assert list(corpus.plans()) == sorted(plans, key=lambda plan: plan.id)
    assert [plan.id for plan in corpus.plans(province="thai nguyen")] == [plans[0].id]
    assert len(list(corpus.plans(issued_after="2020-01-01", type="plan"))) == 2
    assert list(corpus.plans(issued_before="2018-12-31")) == []


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        ({"role": "boss"}, "'boss' is not a valid ResponsibilityRole"),
        ({"section_role": "end"}, "'end' is not a valid SectionRole"),
        ({"due_before": "31/12/2025"}, "'31/12/2025' is not a day of the form 2025-12-31"),
    ],
)
def test_a_filter_that_is_none(corpus: Corpus, filters: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        corpus.tasks(**filters)  # type: ignore[arg-type]


_HOSTILE = [
    *(
        '"',
        '" OR "',
        "NOT x",
        "x*",
        "NEAR(a b)",
        "folded : x",
        "(",
        "%",
        "_",
        "\\",
        "{}",
        "/" * 999,
    ),
    *("'; DROP TABLE plan; --", "\0", "\ud800", "\u202eabc", "urn:" + "x" * 9999, "Sở " * 9999),
    *("x" * 99_999, "đào " * 9999, "1" * 999 + "/QĐ-TTg", "e\u0301" * 999, "?" * 1001, "𝐒ở", "İß"),
]
_ASKS: list[Callable[[Corpus, str], object]] = [
    lambda corpus, words: corpus.tasks(text=words),
    lambda corpus, words: corpus.tasks(text=words, whole_words=True),
    lambda corpus, words: corpus.tasks(agency=words, partner=words, province=words),
    lambda corpus, words: corpus.due("2019-01-01", "2019-12-31", agency=words, province=words),
    lambda corpus, words: corpus.agencies(words, province=words),
    lambda corpus, words: corpus.partners(words),
    lambda corpus, words: corpus.cites(words, province=words),
    lambda corpus, words: corpus.grounds(words),
    lambda corpus, words: corpus.compare(words),
    lambda corpus, words: corpus.near(agency=words, text=words, instrument=words, document=words),
    lambda corpus, words: len(corpus.select(agency=words, province=words)),
]


@pytest.mark.parametrize("words", _HOSTILE, ids=range(len(_HOSTILE)))
def test_odd_words_find_what_they_find(corpus: Corpus, words: str) -> None:
    for ask in _ASKS:
        ask(corpus, words)


@given(st.text(max_size=20))
def test_no_words_are_a_fault(words: str) -> None:
    with vnplan.open([_plan("1", [("Đào tạo", (), None)])]) as corpus:
        for ask in _ASKS:
            ask(corpus, words)


@pytest.mark.parametrize(
    "ask",
    [
        lambda corpus: corpus.tasks(limit=-1),
        lambda corpus: corpus.due("2019-01-01", "2019-12-31", limit=-1),
        lambda corpus: corpus.overdue(limit=-1),
        lambda corpus: corpus.cites("844/QĐ-TTg", limit=-1),
        lambda corpus: corpus.cited(limit=-1),
        lambda corpus: corpus.grounds("232/KH-UBND", limit=-1),
        lambda corpus: corpus.compare("844/QĐ-TTg", limit=-1),
        lambda corpus: corpus.agencies(limit=-1),
        lambda corpus: corpus.partners(limit=-1),
    ],
)
def test_a_limit_that_is_none(corpus: Corpus, ask: Callable[[Corpus], object]) -> None:
    with pytest.raises(ValueError, match="limit must be 0 or more, not -1"):
        ask(corpus)


def test_the_first_few(corpus: Corpus) -> None:
    assert _ids(corpus.tasks(limit=3)) == _ids(corpus.tasks())[:3]


# ---------------------------------------------------------------------- against a plain scan

_NAMES = {
    "Sở KH&CN": "so-khoa-hoc-va-cong-nghe",
    "so tai chinh": "so-tai-chinh",
    "Hội Nông dân": "hoi-nong-dan",
}
_WORDS = ["đào tạo nghề", "cung cấp tài liệu", "hòa giải ở cơ sở", "dao động thị trường", "tạo đà"]
_DAYS = [None, dt.date(2021, 6, 30), dt.date(2022, 3, 31), dt.date(2025, 12, 31)]
_RULES = [None, "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=20"]
_ROLES = [ResponsibilityRole.LEAD, ResponsibilityRole.IMPLEMENT, ResponsibilityRole.COORDINATE]

Charge = tuple[str, ResponsibilityRole]
Said = tuple[str, tuple[Charge, ...], tuple[dt.date | None, str | None] | None]


def _plan(
    key: str,
    tasks: Sequence[Said],
    province: str = "thai-nguyen",
) -> Plan:
    here = Span(start=0, end=0)
    bodies = {agency: None for _, charges, _ in tasks for agency, _ in charges}
    return Plan(
        id=f"urn:lex:vn;{province.replace('-', '.')}:x:ke.hoach:2021-01-01;{key}",
        source=Source(media_type="text/plain", sha256="0" * 64, reader="plain"),
        text=key,
        agencies=tuple(Agency(id=f"{province}/{one}", name=one) for one in bodies),
        deadlines=tuple(
            Deadline(
                id=f"d{number}",
                text="hạn",
                span=here,
                kind=DeadlineKind.RECURRING if time[1] else DeadlineKind.POINT,
                start=dt.date(2021, 1, 1),
                end=time[0],
                recurrence=time[1],
            )
            for number, (_, _, time) in enumerate(tasks)
            if time
        ),
        tasks=tuple(
            Task(
                id=f"t{number}",
                text=text,
                span=here,
                form=TaskForm.BULLET,
                deadline_ids=(f"d{number}",) if time else (),
                responsibilities=tuple(
                    Responsibility(
                        agency_id=f"{province}/{agency}", role=role, basis=Basis.STATED, span=here
                    )
                    for agency, role in charges
                ),
            )
            for number, (text, charges, time) in enumerate(tasks)
        ),
    )


_charges = st.lists(
    st.tuples(st.sampled_from(sorted(_NAMES.values())), st.sampled_from(_ROLES)), max_size=3
).map(tuple)
_times = st.none() | st.tuples(st.sampled_from(_DAYS), st.sampled_from(_RULES))
_tasks = st.lists(st.tuples(st.sampled_from(_WORDS), _charges, _times), max_size=4)
_shelves = st.lists(
    st.tuples(_tasks, st.sampled_from(["thai-nguyen", "binh-duong"])), min_size=1, max_size=4
)
_queries = st.fixed_dictionaries(
    {},
    optional={
        "agency": st.sampled_from(sorted(_NAMES)),
        "role": st.sampled_from([*_ROLES, "owner"]),
        "province": st.sampled_from(["Thái Nguyên", "binh duong"]),
        "due_after": st.sampled_from(["2021-04-01", "2023-01-01"]),
        "due_before": st.sampled_from(["2021-12-31", "2024-06-30"]),
        "text": st.sampled_from(["đào tạo", "dao", "tạo", "hoà giải", "cung cấp", "tao đào", "x"]),
    },
)


def _scan(plans: list[Plan], query: dict[str, str]) -> list[tuple[str, str]]:
    """The same question asked of every task in turn."""
    kept = [(plan, task) for plan in plans for task in plan.tasks if _holds(plan, task, query)]
    if "text" in query:
        spoken = owners([task for _, task in kept], (), query["text"])
        said = [id(answer.task) for answer in spoken]
        kept = [(plan, task) for plan, task in kept if id(task) in said]
    return sorted((plan.id, task.id) for plan, task in kept)


def _holds(plan: Plan, task: Task, query: dict[str, str]) -> bool:
    parts = list(task.responsibilities)
    role = query.get("role")
    if "agency" in query:
        parts = [part for part in parts if part.agency_id.endswith(_NAMES[query["agency"]])]
    if role == "owner":
        leads = [part for part in task.responsibilities if part.role == "lead"]
        wanted = "lead" if leads else "implement"
        parts = [part for part in parts if part.role == wanted]
    elif role:
        parts = [part for part in parts if part.role == role]
    if ("agency" in query or role) and not parts:
        return False
    if "province" in query:
        place = {"Thái Nguyên": "thai.nguyen", "binh duong": "binh.duong"}[query["province"]]
        if f";{place}:" not in plan.id:
            return False
    if "due_after" in query or "due_before" in query:
        window = (
            dt.date.fromisoformat(query.get("due_after", "1900-01-01")),
            dt.date.fromisoformat(query.get("due_before", "2100-01-01")),
        )
        mine = [one for one in plan.deadlines if one.id in task.deadline_ids]
        return any(_due(one, window) for one in mine)
    return True


def _due(deadline: Deadline, window: tuple[dt.date, dt.date]) -> bool:
    if deadline.recurrence:
        return bool(due_days(deadline.recurrence, deadline.start, deadline.end, window))
    return deadline.end is not None and window[0] <= deadline.end <= window[1]


@given(_shelves, st.lists(_queries, min_size=1, max_size=6))
def test_sql_answers_as_a_plain_scan(
    shelf: list[tuple[list[Said], str]],
    queries: list[dict[str, str]],
) -> None:
    plans = [_plan(str(at), tasks, place) for at, (tasks, place) in enumerate(shelf)]
    with vnplan.open(plans) as corpus:
        for query in queries:
            assert sorted(_ids(corpus.tasks(**query))) == _scan(plans, query), query  # type: ignore[arg-type]


def test_section_roles_are_filtered(corpus: Corpus, plans: list[Plan]) -> None:
    for role in SectionRole:
        wanted = [
            (plan.id, task.id)
            for plan in sorted(plans, key=lambda plan: plan.id)
            for task in plan.tasks
            if any(one.id == task.section_id and one.role is role for one in plan.sections)
        ]
        assert _ids(corpus.tasks(section_role=role)) == wanted


def test_the_graphs_are_those_of_the_plans(corpus: Corpus) -> None:
    pytest.importorskip("vnplan.graph", reason="the room of graphs is not there yet")
    assert corpus.graph.responsibility is corpus.graph.responsibility
    assert corpus.graph.citations.number_of_nodes() > 4


def test_documents_and_folders_are_opened_too(corpus_dir: Path, tmp_path: Path) -> None:
    document = corpus_dir / "thai-nguyen-232-2021.txt"
    copy = tmp_path / document.name
    copy.write_bytes(document.read_bytes())
    with vnplan.open(copy) as one, vnplan.open(tmp_path) as folder:
        assert len(one) == len(folder) == 1
        assert _ids(one.tasks()) == _ids(folder.tasks()) != []
