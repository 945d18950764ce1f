"""The citation graph: one node an instrument, however it is spelled and wherever it is cited."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from vnplan.graph import NodeKind, citations
from vnplan.records import DocumentNumber, Plan, Relation

QD_844 = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2016-05-18;844-qd-ttg"
QD_522 = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2018-05-14;522-qd-ttg"
KH_86 = "urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2019-06-19;86-kh-ubnd"


def test_both_founding_documents_meet_in_decision_844(founding: tuple[Plan, Plan]) -> None:
    graph = citations(founding)
    assert {citer for citer, _ in graph.in_edges(QD_844)} == {plan.id for plan in founding}
    told = {edge["relation"] for _, _, edge in graph.in_edges(QD_844, data=True)}
    assert told == {Relation.IMPLEMENTS, Relation.REFERS}


def test_every_citation_is_one_edge(founding: tuple[Plan, Plan]) -> None:
    graph = citations(founding)
    drawn = sorted(
        (edge["evidence"]["document"], edge["citation_id"], target)
        for _, target, edge in graph.edges(data=True)
    )
    assert drawn == sorted(
        (plan.id, one.id, one.target_id) for plan in founding for one in plan.citations
    )


def test_a_citation_in_a_title_starts_from_the_instrument_with_that_title(
    thai_nguyen: Plan,
) -> None:
    graph = citations([thai_nguyen])
    ((citer, _, edge),) = graph.in_edges(QD_522, data=True)
    assert citer == KH_86
    assert edge["nested"]
    assert edge["relation"] == Relation.IMPLEMENTS
    assert edge["evidence"]["document"] == thai_nguyen.id


def test_evidence_is_the_words_of_the_document(founding: tuple[Plan, Plan]) -> None:
    texts = {plan.id: plan.text for plan in founding}
    for _, _, edge in citations(founding).edges(data=True):
        words = edge["evidence"]
        written = texts[words["document"]][words["start"] : words["end"]]
        assert words["text"] == " ".join(written.split())


@pytest.mark.parametrize("spelling", ["{}", " {} ", "URN:LEX:VN:Thu.Tuong.Chinh.Phu:{tail}"])
def test_spellings_of_a_urn_are_one_node(make: Any, spelling: str) -> None:
    tail = make.QD_1665.split(":", 4)[4]
    other = spelling.format(make.QD_1665, tail=tail)
    graph = citations([make.plan(citations=(make.citation("c1"), make.citation("c2", other)))])
    cited = [key for key, a in graph.nodes(data=True) if a["kind"] is NodeKind.INSTRUMENT]
    assert cited == [make.QD_1665]
    assert graph.in_degree(make.QD_1665) == 2


def test_a_plan_that_is_cited_is_one_node(make: Any) -> None:
    first = make.plan("1/KH-UBND")
    second = make.plan("2/KH-UBND", citations=(make.citation("c1", first.id),))
    graph = citations([second, first])
    assert set(graph) == {first.id, second.id}
    assert graph.nodes[first.id]["kind"] is NodeKind.PLAN
    assert graph.nodes[first.id]["number"] == "1/KH-UBND", "its letterhead, not what others say"
    assert list(graph.edges()) == [(second.id, first.id)]


def test_unresolved_citations_stay_apart(make: Any) -> None:
    law = make.citation("c1", None, number=None, type_name="Luật", title=None, text="Luật nêu trên")
    graph = citations(
        [
            make.plan("1/KH", citations=(law, make.citation("c2", None))),
            make.plan("2/KH", citations=(law,)),
        ]
    )
    lost = {key: a for key, a in graph.nodes(data=True) if a["kind"] is NodeKind.UNRESOLVED}
    assert len(lost) == 3
    assert {a["urn"] for a in lost.values()} == {None}
    assert {a["label"] for a in lost.values()} == {"Luật", "Quyết định 1665/QĐ-TTg"}


def test_what_is_known_of_an_instrument_is_what_most_say(make: Any) -> None:
    day = datetime.date(2017, 10, 30)
    slip = DocumentNumber(raw="1665/QĐ-TTG", canonical="1665/QĐ-TTG")
    said = (
        make.citation("c1", number=slip, title="b"),
        make.citation("c2", title="a", issued_on=day),
        make.citation("c3"),
    )
    node = citations([make.plan(citations=said)]).nodes[make.QD_1665]
    assert node["number"] == "1665/QĐ-TTg"
    assert node["issued_on"] == day, "said once, and never otherwise"
    assert node["title"] == "a", "of as many the smallest"


def test_an_outer_citation_that_is_missing_counts_as_none(make: Any) -> None:
    plan = make.plan(citations=(make.citation("c1", within="c9"),))
    ((citer, _, edge),) = citations([plan]).edges(data=True)
    assert citer == plan.id
    assert not edge["nested"]


def test_two_texts_of_one_urn_are_one_node_with_the_edges_of_both(make: Any) -> None:
    plans = [
        make.plan(citations=(make.citation("c1"),), source=make.source(seed, uri=f"{seed}.txt"))
        for seed in "xy"
    ]
    graph = citations(plans)
    assert set(graph) == {plans[0].id, make.QD_1665}
    assert graph.number_of_edges() == 2
    assert set(graph.nodes[plans[0].id]["sources"]) == {"x.txt", "y.txt"}


def test_the_pinpoint_stands_on_the_edge(make: Any) -> None:
    one = make.citation("c1", pinpoint=make.pinpoint("khoản 2 Điều 5"))
    ((_, _, edge),) = citations([make.plan(citations=(one,))]).edges(data=True)
    assert edge["pinpoint"] == "khoản 2 Điều 5"
