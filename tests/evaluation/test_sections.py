"""Numbered parts: path and heading, then role."""

from __future__ import annotations

from vnplan.evaluation.gold import GoldSection
from vnplan.evaluation.scores import KindScore, Problem, Share, Tally
from vnplan.evaluation.sections import score_sections
from vnplan.records import Section, SectionKind, SectionRole, Span

TASK, TARGET = SectionRole.TASK, SectionRole.TARGET


def gold(path: str, heading: str | None, role: SectionRole = TASK) -> GoldSection:
    return GoldSection(path=path, heading=heading, role=role)


def section(
    path: str,
    heading: str | None,
    role: SectionRole = TASK,
    kind: SectionKind = SectionKind.HEADING,
) -> Section:
    label = path.split("#", maxsplit=1)[0].rsplit(".", 1)[-1]
    return Section(
        id=path, kind=kind, label=label, heading=heading, role=role, span=Span(start=0, end=0)
    )


def problems(score: KindScore) -> list[tuple[Problem, str, str | None]]:
    return [(finding.problem, finding.quote, finding.got) for finding in score.findings]


def test_path_and_heading_find_a_part() -> None:
    score = score_sections(
        [gold("I", "MỤC TIÊU", TARGET), gold("I.1", None), gold("II", "Nhiệm vụ")],
        [
            section("I", "Mục tiêu:", TARGET),
            section("I.1", None, TARGET),
            section("III", "Nhiệm vụ"),
        ],
    )

    assert score.found == Tally(matched=2, gold=3, predicted=3)
    assert score.fields == {"role": Share(1, 2)}
    assert problems(score) == [
        (Problem.MISSED, "II", None),
        (Problem.EXTRA, "III", "Nhiệm vụ"),
        (Problem.WRONG, "I.1", "target"),
    ]


def test_another_heading_at_the_path_is_shown_beside_the_miss() -> None:
    score = score_sections([gold("V.1", None)], [section("V.1", "Giao Sở Y tế")])

    assert score.found == Tally(0, 1, 1)
    assert problems(score) == [
        (Problem.MISSED, "V.1", "Giao Sở Y tế"),
        (Problem.EXTRA, "V.1", "Giao Sở Y tế"),
    ]


def test_content_without_a_label_of_its_own_does_not_count() -> None:
    content = [
        section("V.1-1", None, kind=SectionKind.BULLET),
        section("V.1-2", "Chủ trì", kind=SectionKind.FIELD),
        section("V.1-p1", None, kind=SectionKind.PARAGRAPH),
        section("PL-t1", None, kind=SectionKind.TABLE),
        section("PL-t1-r1", None, kind=SectionKind.ROW),
        section("attachment", "KẾ HOẠCH", kind=SectionKind.ATTACHMENT),
        section("b1", "Nội dung").model_copy(update={"label": None}),
    ]

    assert score_sections([], content).found == Tally(0, 0, 0)


def test_a_path_that_stands_twice_is_found_twice() -> None:
    twice = [section("I", "A"), section("I.1", None), section("I#2", "A"), section("I#2.1", None)]

    assert score_sections([gold("I", "A"), gold("I", "A")], twice[::2]).found == Tally(2, 2, 2)
    assert score_sections([gold("I", "A"), gold("I.1", None)], twice).found == Tally(2, 2, 4)


def test_articles_and_appendices_count() -> None:
    found = [
        section("Điều 1", None, kind=SectionKind.ARTICLE),
        section("PL1", "DANH MỤC", SectionRole.APPENDIX, SectionKind.APPENDIX),
    ]
    wanted = [gold("Điều 1", None), gold("PL1", "Danh mục", SectionRole.APPENDIX)]

    assert score_sections(wanted, found).fields == {"role": Share(2, 2)}
