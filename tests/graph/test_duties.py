"""The responsibility graph: what is drawn, with which evidence."""

from __future__ import annotations

from typing import Any

from vnplan.graph import Link, NodeKind, responsibility
from vnplan.records import Header, Plan, Span


def _edges(graph: Any, relation: str) -> set[tuple[str, str]]:
    return {
        (source.rpartition("/")[2], target.rpartition("/")[2])
        for source, target, edge in graph.edges(data=True)
        if edge["relation"] == relation
    }


def _count(graph: Any, kind: NodeKind) -> int:
    return sum(attributes["kind"] is kind for _, attributes in graph.nodes(data=True))


def test_every_role_of_the_founding_documents_is_an_edge(founding: tuple[Plan, Plan]) -> None:
    graph = responsibility(founding)
    wanted = sorted(
        (f"agency:{duty.agency_id}", f"{plan.id}#task/{task.id}", str(duty.role), duty.span.start)
        for plan in founding
        for task in plan.tasks
        for duty in task.responsibilities
    )
    drawn = sorted(
        (source, target, str(edge["relation"]), edge["evidence"]["start"])
        for source, target, edge in graph.edges(data=True)
        if "basis" in edge
    )
    assert drawn == wanted
    assert len(drawn) > 60


def test_the_records_of_the_founding_documents_are_nodes(founding: tuple[Plan, Plan]) -> None:
    graph = responsibility(founding)
    assert _count(graph, NodeKind.PLAN) == 2
    assert _count(graph, NodeKind.TASK) == sum(len(plan.tasks) for plan in founding)
    assert _count(graph, NodeKind.TARGET) == sum(len(plan.targets) for plan in founding)
    assert _count(graph, NodeKind.DEADLINE) == sum(len(plan.deadlines) for plan in founding)


def test_evidence_is_the_words_of_the_document(founding: tuple[Plan, Plan]) -> None:
    texts = {plan.id: plan.text for plan in founding}
    graph = responsibility(founding)
    told = [edge["evidence"] for _, _, edge in graph.edges(data=True) if edge["evidence"]]
    assert told
    for words in told:
        written = texts[words["document"]][words["start"] : words["end"]]
        assert words["text"] == " ".join(written.split())


def test_the_owner_of_a_task_is_marked(thai_nguyen: Plan) -> None:
    graph = responsibility([thai_nguyen])
    owning = {
        (target.rpartition("/")[2], source.removeprefix("agency:"))
        for source, target, edge in graph.edges(data=True)
        if edge.get("owner")
    }
    assert owning == {(task.id, owner) for task in thai_nguyen.tasks for owner in task.owner_ids}


def test_a_task_leads_to_all_it_has(make: Any) -> None:
    plan = make.plan(
        agencies=(make.agency("tn/a"),),
        sections=(make.section("V"), make.section("V.1", "V", heading="Sở Tài chính")),
        deadlines=(make.deadline("d1"),),
        targets=(make.target("t1", deadline_id="d1", owner_ids=("tn/a",), section_id="V.1"),),
        tasks=(
            make.task(
                "task1",
                ("tn/a", "lead"),
                section_id="V.1",
                deadline_ids=("d1",),
                target_ids=("t1",),
            ),
        ),
    )
    graph = responsibility([plan])
    assert _edges(graph, "lead") == {("a", "task1")}
    assert _edges(graph, Link.DUE) == {("task1", "d1"), ("t1", "d1")}
    assert _edges(graph, Link.AIMS_AT) == {("task1", "t1")}
    assert _edges(graph, Link.OWNS) == {("a", "t1")}
    assert _edges(graph, Link.IN_SECTION) == {("task1", "V.1"), ("t1", "V.1")}
    assert _edges(graph, Link.PART_OF) == {("V.1", "V"), ("V", plan.id)}
    assert _edges(graph, Link.IN_PLAN) == {("task1", plan.id), ("t1", plan.id)}
    key = f"{plan.id}#section/V"
    title = graph.edges[key, plan.id, str(Link.PART_OF)]["evidence"]["text"]
    assert title == "V. TỔ CHỨC THỰC HIỆN", "the first line of a section, not the whole of it"


def test_the_issuer_is_an_agency(make: Any) -> None:
    header = Header(issuer_id="tn/ubnd", span=Span(start=0, end=2))
    graph = responsibility([make.plan(agencies=(make.agency("tn/ubnd"),), header=header)])
    assert _edges(graph, Link.ISSUED) == {("ubnd", make.plan().id)}


def test_an_agency_of_many_documents_is_one_node_described_by_most(make: Any) -> None:
    task = make.task("t", ("tn/a", "lead"))
    plans = [
        make.plan(number, agencies=(make.agency("tn/a", name=name, known=known),), tasks=(task,))
        for number, name, known in (
            ("1/KH", "A viết sai", False),
            ("2/KH", "A viết sai", False),
            ("3/KH", "Sở A", True),
        )
    ]
    graph = responsibility(plans)
    agencies = [a for _, a in graph.nodes(data=True) if a["kind"] is NodeKind.AGENCY]
    assert [agency["name"] for agency in agencies] == ["Sở A"], "the one the lexicon knows"


def test_only_agencies_with_a_part_are_drawn(make: Any) -> None:
    plan = make.plan(
        agencies=(make.agency("tn/a"), make.agency("tn/b")),
        tasks=(make.task("t", ("tn/a", "lead")),),
    )
    graph = responsibility([plan])
    assert "agency:tn/a" in graph
    assert "agency:tn/b" not in graph


def test_references_that_lead_nowhere_draw_nothing(make: Any) -> None:
    task = make.task(
        "t", ("tn/ghost", "lead"), section_id="IX", deadline_ids=("d9",), target_ids=("t9",)
    )
    graph = responsibility([make.plan(tasks=(task,))])
    assert graph.nodes["agency:tn/ghost"]["name"] == "tn/ghost"
    assert {edge["relation"] for _, _, edge in graph.edges(data=True)} == {"lead", Link.IN_PLAN}


def test_a_circle_of_sections_ends(make: Any) -> None:
    plan = make.plan(
        sections=(make.section("A", "B"), make.section("B", "A")),
        tasks=(make.task("t", section_id="A"),),
    )
    assert _edges(responsibility([plan]), Link.PART_OF) == {("A", "B"), ("B", "A")}


def test_one_content_given_twice_counts_once(make: Any) -> None:
    plan = make.plan(tasks=(make.task("t", ("tn/a", "lead")),))
    assert _count(responsibility([plan, plan]), NodeKind.TASK) == 1


def test_two_texts_of_one_urn_stay_apart(make: Any) -> None:
    task = make.task("t", ("tn/a", "lead"))
    plans = [make.plan(tasks=(task,), source=make.source(seed)) for seed in "xy"]
    graph = responsibility(plans)
    assert _count(graph, NodeKind.TASK) == _count(graph, NodeKind.PLAN) == 2
    keys = [key for key, a in graph.nodes(data=True) if a["kind"] is NodeKind.PLAN]
    assert {key.partition("@")[0] for key in keys} == {plans[0].id}


def test_partners_are_drawn_on_request(make: Any) -> None:
    plan = make.plan(tasks=(make.task("t", ("tn/b", "lead"), ("tn/a", "coordinate")),))
    assert _edges(responsibility([plan]), Link.COOPERATES) == set()
    graph = responsibility([plan], partners=True)
    assert _edges(graph, Link.COOPERATES) == {("a", "b")}
    edge = graph.edges["agency:tn/a", "agency:tn/b", "cooperates"]
    assert edge["weight"] == 1
    assert edge["tasks"] == (f"{plan.id}#task/t",)


def test_no_plans_give_an_empty_graph() -> None:
    assert len(responsibility([])) == 0
