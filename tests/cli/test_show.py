"""`vnplan show`: what a person sees of a document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from vnplan.cli import findings
from vnplan.cli.duties import agency_name, duties
from vnplan.cli.terminal import Cell, Listing
from vnplan.cli.timing import when
from vnplan.records import (
    Agency,
    AgencyKind,
    Comparator,
    Deadline,
    DeadlineKind,
    Plan,
    Quantity,
    ResponsibilityRole,
    Span,
    Task,
    faults,
)

Run = Callable[..., Result]


def _lines(result: Result) -> list[str]:
    """Rows with their columns parted by one space, empty lines left out."""
    return [" ".join(line.split()) for line in result.stdout.splitlines() if line.strip()]


def test_the_specimen_is_sound_but_for_an_agency_it_does_not_have(full_plan: Plan) -> None:
    assert [fault.code for fault in faults(full_plan)] == ["reference-broken"]


def test_everything_a_plan_says_has_its_place(run: Run, plan_file: Path) -> None:
    result = run("show", plan_file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert _lines(result) == [
        "issuer Ủy ban nhân dân tỉnh Thái Nguyên",
        "number 17/KH-UBND",
        "date 2024-03-02",
        "type Kế hoạch",
        "title Thử nghiệm tưới tiết kiệm",
        "id urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2024-03-02;17-kh-ubnd",
        "I. MỤC ĐÍCH purpose",
        "II. TỔ CHỨC THỰC HIỆN organization",
        "└── 1. Sở Tài chính",
        "who does what: 4 tasks of 3 agencies, 1 of them nobody's",
        "agency role task by when in",
        "Sở Tài chính lead Bố trí kinh phí by 2024-06-30 II.1",
        "with các vườn; monitored by Viện Nước",
        "lead Lập dự toán II.1",
        "Viện Nước, x/unheard-of implement Đo nước II.1",
        "nobody named Tưới cây II.1",
        "targets: 1",
        "figure target by when in",
        "≥ 80 % ít nhất 80% vườn by 2024-06-30 II.1",
        "Sở Tài chính",
        "deadlines: 1",
        "kind times first end last end for example",
        "point 1 2024-06-30 2024-06-30 trước ngày 30/6/2024",
        "agencies: 3",
        "agency kind owns takes part named",
        "Sở Tài chính department 2 1",
        "Viện Nước public_unit, not in the lexicon 1 1",
        "các vườn group 1",
        "funding: 1",
        "source amount funding",
        "local_budget 1.2 tỷ đồng Ngân sách tỉnh 1,2 tỷ đồng",
        "citations: 2 of 1 instruments",
        "cites date issuer relation in",
        "5/QĐ-TTg – Thủ tướng Chính phủ implements preamble, II.1",
        "notes: 2",
        "severity note in",
        "warning Nobody is named for this task. II.1 (2×)",
        "task-without-owner",
    ]


def test_all_shows_bullets_too(run: Run, plan_file: Path) -> None:
    assert "Giới thiệu cách tưới mới." not in run("show", plan_file).stdout
    for flag in ("--all", "-a"):
        assert "└── - Giới thiệu cách tưới mới." in run("show", plan_file, flag).stdout


def test_long_lists_are_cut_unless_all_is_asked_for(
    run: Run, full_plan: Plan, tmp_path: Path
) -> None:
    many = tuple(
        full_plan.tasks[0].model_copy(update={"id": f"t{n}", "action": f"việc {n}"})
        for n in range(20)
    )
    path = tmp_path / "many.json"
    path.write_text(full_plan.model_copy(update={"tasks": many}).to_json(), encoding="utf-8")
    short, full = run("show", path).stdout, run("show", path, "--all").stdout
    assert short.count("việc") == 16
    assert "… 4 more (--all shows everything)" in short
    assert full.count("việc") == 20
    assert "more (--all" not in full


def test_a_document(run: Run, documents: Path) -> None:
    lines = _lines(run("show", documents / "a.txt"))
    assert lines[:2] == ["issuer Ủy ban nhân dân tỉnh Thái Nguyên", "number 17/KH-UBND"]
    assert "└── 1. Sở Tài chính" in lines


def test_a_document_that_says_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Xin chào.\n", encoding="utf-8")
    result = run("show", path)
    assert result.exit_code == 0
    assert _lines(result)[0].startswith("id urn:lex:vn")


@pytest.mark.parametrize("source", ["plan", "document"])
def test_json(run: Run, plan_file: Path, documents: Path, full_plan: Plan, source: str) -> None:
    result = run("show", "--json", plan_file if source == "plan" else documents / "a.txt")
    plan = Plan.from_json(result.stdout_bytes)
    assert result.stdout_bytes.endswith(b"}\n")
    if source == "plan":
        assert plan == full_plan
    assert plan.header.issuer == "Ủy ban nhân dân tỉnh Thái Nguyên"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", '{"a": 1}', "a.json: not a plan of contract "),
        ("a.json", "[]", "a.json: not a plan of contract "),
        ("a.json", "{", "a.json: not a plan of contract "),
        ("a.JSON", "", "a.JSON: not a plan of contract "),
        ("a.json", '{"\x9b31m": 1}', "a.json: not a plan of contract "),
        ("a.txt", "", "a.txt: is empty"),
        ("none.txt", None, "none.txt: not found"),
        ("none.json", None, "none.json: not found"),
    ],
)
def test_what_is_no_plan_and_no_document_gets_one_line(
    run: Run, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run("show", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{tmp_path}/{message}")
    assert result.stderr.count("\n") == 1
    assert result.stderr[:-1].isprintable()


def test_a_plan_of_another_version_says_so(run: Run, plan_file: Path) -> None:
    data = json.loads(plan_file.read_text(encoding="utf-8"))
    plan_file.write_text(json.dumps(data | {"schema_version": "9.0"}), encoding="utf-8")
    assert "the plan follows contract version 9.0" in run("show", plan_file).stderr


def test_hostile_texts_in_every_field_reach_no_terminal(
    run: Run, full_plan: Plan, tmp_path: Path
) -> None:
    """A Plan JSON may come from anywhere: every text of it is turned hostile."""
    hostile = "\x1b[2J\x9b31m\x07\u202e\u2066\r\n"

    def spoil(node: object, key: str = "") -> object:
        if isinstance(node, dict):
            return {name: spoil(value, name) for name, value in node.items()}
        if isinstance(node, list):
            return [spoil(value, key) for value in node]
        spoiled = isinstance(node, str) and key in {
            *("text", "title", "issuer", "canonical", "name", "short", "heading", "label"),
            *("message", "code", "action", "unit", "type_name", "jurisdiction", "section_id"),
        }
        return f"{hostile}{node}{hostile}" if spoiled else node

    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(spoil(json.loads(full_plan.to_json()))), encoding="utf-8")
    for options in ([], ["--all"], ["--json"]):
        result = run("show", path, *options)
        assert result.exit_code == 0
        assert result.output.replace("\n", "").isprintable()
        assert "\x1b" not in result.output
    assert json.loads(run("show", path, "--json").stdout) == json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("start", "end", "more", "said"),
    [
        (None, "2025-12-31", {}, "by 2025-12-31"),
        ("2021-01-01", "2025-12-31", {}, "2021 – 2025"),
        ("2022-01-01", "2022-12-31", {}, "2022"),
        ("2022-04-01", "2022-06-30", {}, "2022-04 – 2022-06"),
        ("2022-04-01", "2022-04-30", {}, "2022-04"),
        ("2022-04-01", "2022-06-15", {}, "2022-04-01 – 2022-06-15"),
        ("2023-12-01", "2024-02-29", {}, "2023-12 – 2024-02"),
        ("9999-01-01", "9999-12-31", {}, "9999"),
        ("2022-04-01", "2022-04-01", {}, "2022-04-01"),
        ("2022-04-01", None, {}, "from 2022-04-01"),
        ("2019-06-01", "2019-08-31", {"approximate": True}, "about 2019-06 – 2019-08"),
        (None, None, {}, "khi có dịch"),
        (None, "2025-12-15", {"recurrence": "FREQ=YEARLY"}, "khi có dịch"),
        (None, None, {"offset": "P30D", "anchor": "ngày ban hành"}, "khi có dịch"),
    ],
)
def test_when(start: str | None, end: str | None, more: dict[str, object], said: str) -> None:
    known = {"id": "d", "text": "khi có dịch", "kind": "vague", "span": Span(start=0, end=1)}
    deadline = Deadline.model_validate({**known, "start": start, "end": end, **more})
    assert when(deadline) == said


def test_a_long_time_is_cut() -> None:
    words = "sau khi " + "được " * 30
    deadline = Deadline(
        id="d", text=words.strip(), span=Span(start=0, end=1), kind=DeadlineKind.RELATIVE
    )
    assert len(when(deadline)) <= 60
    assert when(deadline).endswith("…")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "100", "unit": "%"}, "100 %"),
        ({"value": "5", "upper": "10", "unit": "lớp"}, "5 – 10 lớp"),
        ({"value": "1200000"}, "1200000"),
        ({"value": "9.5", "comparator": "approx"}, "≈ 9.5"),
        ({"value": "10", "unit": "%", "change": "increase", "per": "năm"}, "up 10 % / năm"),
        ({"value": "3", "unit": "vụ", "change": "decrease", "comparator": "ge"}, "down ≥ 3 vụ"),
    ],
)
def test_figure(fields: dict[str, str], said: str) -> None:
    assert findings.figure(Quantity.model_validate(fields)) == said


def test_every_comparator_but_equality_has_a_sign() -> None:
    signs = {
        comparator: findings.figure(Quantity(value=1, comparator=comparator))  # type: ignore[arg-type]
        for comparator in Comparator
    }
    assert len(set(signs.values())) == len(signs)


def _column(listing: Listing, name: str) -> list[str]:
    place = [column.name for column in listing.columns].index(name)
    cells = [row[place] for row in listing.rows]
    return [cell.text if isinstance(cell, Cell) else cell for cell in cells]


def test_an_agency_is_named_once_for_the_tasks_in_a_row(full_plan: Plan) -> None:
    first, second, other, nobody = full_plan.tasks
    tasks = (first, nobody, second, other, nobody, first)
    listing = duties(full_plan.model_copy(update={"tasks": tasks}))
    assert _column(listing, "agency") == [
        *("Sở Tài chính", "", "Viện Nước, x/unheard-of", "Sở Tài chính"),
        *("nobody named", "nobody named"),
    ]


@pytest.mark.parametrize(
    ("text", "action", "said"),
    [
        ("Phối hợp với Sở A tổ chức các lớp đào tạo.", "tổ chức", "tổ chức các lớp đào tạo."),
        ("Tổ chức Ngày hội khởi nghiệp", None, "Tổ chức Ngày hội khởi nghiệp"),
        ("Lớp học (Sở A)", "mở lớp học", "mở lớp học"),
    ],
)
def test_a_task_is_told_from_its_verb_on(
    full_plan: Plan, text: str, action: str | None, said: str
) -> None:
    task = full_plan.tasks[1].model_copy(update={"text": text, "action": action})
    assert _column(duties(full_plan.model_copy(update={"tasks": (task,)})), "task") == [said]


@pytest.mark.parametrize(
    ("most", "actions"),
    [
        (0, []),
        (1, ["Bố trí kinh phí"]),
        (2, ["Bố trí kinh phí", "Đo nước"]),
        (3, ["Bố trí kinh phí", "Đo nước", "Tưới cây"]),
        (4, ["Bố trí kinh phí", "Lập dự toán", "Đo nước", "Tưới cây"]),
        (None, ["Bố trí kinh phí", "Lập dự toán", "Lập dự toán", "Đo nước", "Tưới cây"]),
    ],
)
def test_where_not_all_are_shown_every_agency_has_its_turn(
    full_plan: Plan, most: int | None, actions: list[str]
) -> None:
    first, second, other, nobody = full_plan.tasks
    plan = full_plan.model_copy(update={"tasks": (nobody, first, second, second, other)})
    listing = duties(plan, most)
    assert _column(listing, "task") == actions
    assert listing.left_out == 5 - len(actions)


@pytest.mark.parametrize(
    ("kind", "name", "shown", "short"),
    [
        ("department", "Sở Y tế tỉnh Huế", "Sở Y tế", "SYT"),
        ("peoples_committee", "Ủy ban nhân dân tỉnh Huế", "Ủy ban nhân dân tỉnh Huế", None),
        ("central_branch", "Ngân hàng chi nhánh tỉnh Huế", "Ngân hàng chi nhánh tỉnh Huế", None),
        ("department", "Sở Y tế", "Sở Y tế", "SYT"),
    ],
)
def test_agency_name(kind: str, name: str, shown: str, short: str | None) -> None:
    agency = Agency(id="x", name=name, short="SYT", kind=AgencyKind(kind), jurisdiction="tỉnh Huế")
    assert agency_name(agency, "") == shown
    assert agency_name(agency, "", short=True) == (short or shown)
    assert agency_name(None, "x/nobody") == "x/nobody"


def test_notes_of_one_code_are_one_row_unless_everything_is_asked_for(full_plan: Plan) -> None:
    note = full_plan.diagnostics[0]
    other = note.model_copy(update={"message": "Nobody is named for that task."})
    plan = full_plan.model_copy(update={"diagnostics": (note, note, other)})
    assert [cell.below for _, cell, _ in findings.notes(plan).rows if isinstance(cell, Cell)] == [
        *("task-without-owner", "task-without-owner")
    ]
    ((_, cell, places),) = findings.notes(plan, everything=False).rows
    assert isinstance(cell, Cell)
    assert cell.text == "Nobody is named for this task."
    assert cell.below == "task-without-owner, and 1 like it"
    assert places == "II.1 (3×)"


def test_what_the_owner_does_besides_stands_with_its_role(full_plan: Plan) -> None:
    task = full_plan.tasks[0]
    lead, *others = task.responsibilities
    roles = (ResponsibilityRole.FUND, ResponsibilityRole.LEAD, ResponsibilityRole.FUND)
    parts = (*(lead.model_copy(update={"role": role}) for role in roles), *others)
    task = task.model_copy(update={"responsibilities": parts})
    listing = duties(full_plan.model_copy(update={"tasks": (task,)}))
    assert _column(listing, "role") == ["lead, fund"]
    ((_, _, said, *_),) = listing.rows
    assert isinstance(said, Cell)
    assert said.below == "with các vườn; monitored by Viện Nước"


def test_a_plan_of_one_task(full_plan: Plan) -> None:
    plan = full_plan.model_copy(update={"tasks": full_plan.tasks[1:2]})
    assert duties(plan).title == "who does what: 1 task of 1 agency"


def test_a_long_task_is_cut(full_plan: Plan) -> None:
    task: Task = full_plan.tasks[1].model_copy(update={"action": None, "text": "tổ chức " * 100})
    (said,) = _column(duties(full_plan.model_copy(update={"tasks": (task,)})), "task")
    assert len(said) <= 140
    assert said.endswith("…")
