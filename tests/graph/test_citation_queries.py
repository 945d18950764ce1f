"""What is asked of a citation graph: find, citing, foundations, most cited."""

from __future__ import annotations

from typing import Any

import pytest

from vnplan.graph import citations, citing, find, foundations, most_cited, pagerank
from vnplan.records import DocumentNumber, Plan, Relation

QD_1665 = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2017-10-30;1665-qd-ttg"
QD_522 = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2018-05-14;522-qd-ttg"
QD_929 = (
    "urn:lex:vn:bo.truong.bo.lao.dong.thuong.binh.va.xa.hoi:quyet.dinh:2019-06-28;929-qd-ldtbxh"
)
LAW = "urn:lex:vn:quoc.hoi:luat:;dau.tu.cong"


@pytest.mark.parametrize(
    "name",
    [
        QD_1665,
        QD_1665.upper(),
        "1665/QĐ-TTg",
        "1665/qd-ttg",
        "1665/QÐ - TTg",
        "Quyết định số 1665/QĐ-TTg",
        "quyet dinh 1665/qd-ttg",
        "QUYẾT ĐỊNH SỐ 1665/QĐ-TTg",
    ],
)
def test_an_instrument_is_found_in_any_spelling(founding: tuple[Plan, Plan], name: str) -> None:
    assert find(citations(founding), name) == (QD_1665,)


@pytest.mark.parametrize("title", ["Luật Đầu tư công", "LUẬT ĐẦU TƯ CÔNG", "Đầu tư công"])
@pytest.mark.parametrize("name", ["Luật Đầu tư công", "luat dau tu cong", "Đầu tư công"])
def test_a_law_is_found_by_its_name(make: Any, title: str, name: str) -> None:
    law = make.citation("c1", LAW, number=None, type_name="Luật", title=title)
    graph = citations([make.plan(citations=(law,))])
    assert find(graph, name) == (LAW,)
    assert graph.nodes[LAW]["label"].lower() == "luật đầu tư công", "its type is told once"


@pytest.mark.parametrize("name", ["", " ", "?!", "66/QĐ-TTg", "665/QĐ-TTg", "urn:lex:vn"])
def test_what_is_not_there_is_not_found(founding: tuple[Plan, Plan], name: str) -> None:
    graph = citations(founding)
    assert find(graph, name) == ()
    assert citing(graph, name) == ()
    assert foundations(graph, name) == ()


def test_a_number_of_several_documents_finds_all(make: Any) -> None:
    plans = [make.plan("86/KH-UBND", place) for place in ("ca.mau", "an.giang")]
    assert set(find(citations(plans), "86/KH-UBND")) == {plan.id for plan in plans}


def test_citing_gives_each_place_with_its_words(thai_nguyen: Plan) -> None:
    rows = citing(citations([thai_nguyen]), "1665/QĐ-TTg")
    assert [(row.relation, row.section_id) for row in rows] == [
        (Relation.IMPLEMENTS, None),
        (Relation.REFERS, "I.2"),
    ]
    assert all("1665/QĐ-TTg" in row.evidence["text"] for row in rows)


def test_citing_by_relation(founding: tuple[Plan, Plan]) -> None:
    thai_nguyen, binh_duong = founding
    graph = citations(founding)
    carried = citing(graph, "844/QĐ-TTg", relations={Relation.IMPLEMENTS})
    named = citing(graph, "844/QĐ-TTg", relations={Relation.REFERS})
    assert [row.document for row in carried] == [binh_duong.id]
    assert [row.document for row in named] == [thai_nguyen.id]


def test_citing_tells_in_whose_title_it_stands(thai_nguyen: Plan) -> None:
    (row,) = citing(citations([thai_nguyen]), "522/QĐ-TTg")
    assert row.nested
    assert row.document == thai_nguyen.id
    assert row.citer.endswith(";86-kh-ubnd")


def test_what_the_founding_document_rests_on(thai_nguyen: Plan) -> None:
    found = foundations(citations([thai_nguyen]), "232/KH-UBND")
    assert {one.instrument for one in found} == {QD_1665, QD_929}
    assert {one.depth for one in found} == {1}


def test_foundations_are_transitive_and_nearest_first(make: Any) -> None:
    district = make.plan(
        "3/KH",
        citations=(make.citation("c1", make.plan("2/KH").id, relation=Relation.LEGAL_BASIS),),
    )
    province = make.plan(
        "2/KH", citations=(make.citation("c1"), make.citation("c2", LAW, relation=Relation.REFERS))
    )
    found = foundations(citations([province, district]), district.id)
    assert [(one.instrument, one.depth, one.held) for one in found] == [
        (province.id, 1, True),
        (QD_1665, 2, False),
    ]
    assert found[1].path == (district.id, province.id, QD_1665)
    assert found[1].relations == (Relation.IMPLEMENTS,)


def test_the_shortest_way_is_told(make: Any) -> None:
    low = make.plan(
        "2/KH", citations=(make.citation("c1"), make.citation("c2", make.plan("1/KH").id))
    )
    high = make.plan("1/KH", citations=(make.citation("c1"),))
    found = foundations(citations([low, high]), low.id)
    assert {one.instrument: one.depth for one in found} == {high.id: 1, QD_1665: 1}


def test_a_circle_ends(make: Any) -> None:
    one = make.plan("1/KH", citations=(make.citation("c1", make.plan("2/KH").id),))
    two = make.plan(
        "2/KH", citations=(make.citation("c1", one.id), make.citation("c2", make.plan("2/KH").id))
    )
    graph = citations([one, two])
    assert [found.instrument for found in foundations(graph, one.id)] == [two.id]


def test_other_relations_can_be_asked_for(thai_nguyen: Plan) -> None:
    graph = citations([thai_nguyen])
    (proposal,) = foundations(graph, thai_nguyen.id, relations={Relation.PROPOSAL})
    assert proposal.instrument.endswith(";903-ttr-sldtbxh")


def test_more_citers_rank_higher(make: Any) -> None:
    plans = [make.plan(f"{n}/KH", citations=(make.citation("c1"),)) for n in range(5)]
    plans.append(make.plan("9/KH", citations=(make.citation("c1", LAW),)))
    first, second = most_cited(citations(plans))
    assert (first.instrument, first.documents, first.citations) == (QD_1665, 5, 5)
    assert (second.instrument, second.documents) == (LAW, 1)
    assert first.score > second.score


def test_naming_it_often_is_one_vote(make: Any) -> None:
    often = (*(make.citation(f"c{n}") for n in range(4)), make.citation("c9", LAW))
    ranked = most_cited(citations([make.plan(citations=often)]))
    assert ranked[0].score == pytest.approx(ranked[1].score)
    assert {one.instrument: one.citations for one in ranked} == {QD_1665: 4, LAW: 1}


def test_an_instrument_nobody_read_does_not_vote(make: Any) -> None:
    # Ten plans name decision 1665, one of them in a longer title that names the law.
    plans = [make.plan(f"{n}/KH", citations=(make.citation("c1"),)) for n in range(9)]
    inner = make.citation("c2", LAW, within="c1")
    plans.append(make.plan("9/KH", citations=(make.citation("c1"), inner)))
    first, second = most_cited(citations(plans))
    assert (first.instrument, second.instrument) == (QD_1665, LAW)
    assert second.score < first.score / 5


def test_page_rank_of_a_known_graph(make: Any) -> None:
    # a → b, a → c, b → c with damping 0.85: solved by hand (c gives its share to all alike).
    a, b, c = (make.plan(f"{n}/KH").id for n in (1, 2, 3))
    graph = citations(
        [
            make.plan("1/KH", citations=(make.citation("c1", b), make.citation("c2", c))),
            make.plan("2/KH", citations=(make.citation("c1", c),)),
            make.plan("3/KH"),
        ]
    )
    scores = pagerank(graph)
    assert sum(scores.values()) == pytest.approx(1)
    base = scores[a]
    assert scores[b] == pytest.approx(base * (1 + 0.85 / 2))
    assert scores[c] == pytest.approx(base + 0.85 * (base / 2 + scores[b]))
    assert base == pytest.approx(0.15 / 3 + 0.85 * scores[c] / 3)


def test_the_unresolved_and_the_uncited_have_no_rank(make: Any) -> None:
    plan = make.plan(citations=(make.citation("c1", None),))
    assert most_cited(citations([plan])) == ()
    assert pagerank(citations([])) == {}


def test_top_keeps_that_many(founding: tuple[Plan, Plan]) -> None:
    graph = citations(founding)
    assert most_cited(graph, top=2) == most_cited(graph)[:2]
    with pytest.raises(ValueError, match="top must be 0 or more"):
        most_cited(graph, top=-1)


def test_a_number_of_the_letterhead_is_found(make: Any) -> None:
    plan = make.plan("175/T/KH-UBND")
    assert plan.header.number == DocumentNumber(raw="175/T/KH-UBND", canonical="175/T/KH-UBND")
    assert find(citations([plan]), "kế hoạch 175/t/kh-ubnd") == (plan.id,)
