"""Corrections as gold that `vnplan evaluate` reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.web.conftest import BINH_DUONG, THAI_NGUYEN
from typer.testing import CliRunner

from vnplan import Plan
from vnplan.cli.app import app
from vnplan.evaluation import Kind, evaluate, parse_gold
from vnplan.web.annotation import file_names, gold, gold_name
from vnplan.web.corrections import Journal, Part
from vnplan.web.current import current


def journal_of(plan: Plan) -> Journal:
    """One owner, one deadline and one text corrected, and one task taken out."""
    first, second, third, fourth = [task.id for task in plan.tasks[4:8]]
    journal = Journal(plan)
    wanted: list[tuple[str, dict[Part, object]]] = [
        (first, {Part.LEAD: ["Sở Nội vụ"], Part.IMPLEMENT: []}),
        (second, {Part.DEADLINE: "trước ngày 30/6/2030"}),
        (third, {Part.TEXT: "Nội dung không có trong văn bản"}),
        (fourth, {Part.REJECTED: True}),
    ]
    for task, fields in wanted:
        lines = journal.changed(task, fields)  # type: ignore[arg-type]
        journal = Journal(plan, [*journal.lines, *lines])
    return journal


@pytest.mark.parametrize("name", [THAI_NGUYEN, BINH_DUONG])
def test_every_task_is_found_again_by_its_quote(founding: dict[str, Plan], name: str) -> None:
    plan = founding[name]
    score = evaluate(parse_gold(gold(Journal(plan), gold_name(name)), name), plan, [Kind.TASKS])
    assert score.kinds[0].findings == ()
    assert score.kinds[0].found is not None
    assert score.kinds[0].found.matched == len(plan.tasks)


@pytest.mark.parametrize("name", [THAI_NGUYEN, BINH_DUONG])
def test_evaluate_tells_just_what_was_corrected(founding: dict[str, Plan], name: str) -> None:
    plan = founding[name]
    journal = journal_of(plan)
    annotation = parse_gold(gold(journal, gold_name(name)), name)
    told = {
        (finding.problem.value, finding.field)
        for finding in evaluate(annotation, plan, [Kind.TASKS]).kinds[0].findings
    }
    assert told == {("wrong", "owners"), ("wrong", "end"), ("extra", None)}
    assert evaluate(annotation, current(journal), [Kind.TASKS]).kinds[0].findings == ()


def test_the_command_reads_it(founding: dict[str, Plan], corpus_dir: Path, tmp_path: Path) -> None:
    plan = founding[BINH_DUONG]
    stem = gold_name(BINH_DUONG)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / f"{stem}.yaml").write_text(gold(journal_of(plan), stem), "utf-8")
    (tmp_path / "documents").mkdir()
    shutil.copy(corpus_dir / BINH_DUONG, tmp_path / "documents")
    found = CliRunner().invoke(
        app, ["evaluate", str(tmp_path / "gold"), str(tmp_path / "documents"), "--json"]
    )
    assert found.exit_code == 0, found.output
    assert "Sở Nội vụ" in json.dumps(json.loads(found.stdout), ensure_ascii=False)


@pytest.mark.parametrize(
    "name, stem",
    [
        ("232-KH-UBND.docx", "232-KH-UBND"),
        ("a/b\\c.txt", "a b c"),
        ("không đuôi", "không đuôi"),
        ("\x00\x1f.txt", "van-ban"),
    ],
)
def test_names(name: str, stem: str) -> None:
    assert gold_name(name) == stem


def test_no_two_documents_have_one_name() -> None:
    names = ["a.docx", "A.pdf", "b/a.txt", "k.json", "không đuôi"]
    assert list(file_names(names)) == [
        ("a", ".docx"), ("A-2", ".pdf"), ("b a", ".txt"), ("k", ".txt"), ("không đuôi", ".txt"),
    ]  # fmt: skip
