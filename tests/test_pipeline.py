"""The whole walk: what must hold of the Plan of any document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipes.exactness import check_spans
from tests.shelf import Shelf

import vnplan
from vnplan.evaluation import evaluate, load_gold
from vnplan.readers import UnreadableDocument, read_file
from vnplan.records import Plan
from vnplan.records.integrity import faults

READABLE = (".txt", ".md", ".html", ".htm")


def words(text: str) -> list[str]:
    return [word for word in text.split() if any(c.isalnum() for c in word)]


def check(plan: Plan) -> None:
    """Spans slice, spans nest, ids are unique, references resolve, JSON goes there and back."""
    assert faults(plan) == ()
    assert Plan.from_json(plan.to_json()) == plan
    for citation in plan.citations:
        assert quotes(citation.text.split(), plan.slice(citation).split())


def quotes(told: list[str], written: list[str]) -> bool:
    """Whether a record tells what is written at its place.

    A page number or the other of two columns, between two lines of it, is left out.
    """
    ahead = iter(written)
    in_order = all(word in ahead for word in told)
    return in_order and (told[0], told[-1]) == (written[0], written[-1])


def test_the_other_column_between_two_lines_is_left_out() -> None:
    """The evidence of a record is its own words, though its span holds those between them."""
    plan = vnplan.parse("Căn cứ Luật Đầu tư công\tKẾ HOẠCH\ntrước ngày 15/12 hằng năm ")
    check(plan)
    (citation,) = plan.citations
    assert "KẾ HOẠCH" in plan.slice(citation)
    assert "KẾ HOẠCH" not in citation.text


@pytest.mark.parametrize("name", ["thai-nguyen-232-2021.txt", "binh-duong-175-2019.md"])
def test_founding_document(corpus_dir: Path, name: str) -> None:
    plan = vnplan.parse_file(corpus_dir / name)
    check(plan)
    for citation in plan.citations:
        assert " ".join(plan.slice(citation).split()) == citation.text
    gold = load_gold(corpus_dir / "gold" / f"{Path(name).stem}.yaml")
    means = evaluate(gold, plan).values()
    for kind in ("header", "sections", "citations"):
        assert means[kind] == 1.0, (kind, means)


def test_what_a_careful_reader_would_note(corpus_dir: Path) -> None:
    """The founding plan of Bình Dương lets the scheme of 844/QĐ-TTg run to 2020 and to 2025."""
    plan = vnplan.parse_file(corpus_dir / "binh-duong-175-2019.md")
    notes = [note for note in plan.diagnostics if note.code == "title-year-conflict"]
    assert notes
    assert all("2020" in note.message and "2025" in note.message for note in notes)


def test_same_bytes_same_json(corpus_dir: Path) -> None:
    data = (corpus_dir / "thai-nguyen-232-2021.txt").read_bytes()
    first = vnplan.parse_bytes(data, name="a.txt").to_json()
    assert vnplan.parse_bytes(data, name="a.txt").to_json() == first


def test_a_string_and_its_file_are_the_same_document(corpus_dir: Path) -> None:
    path = corpus_dir / "binh-duong-175-2019.md"
    from_text = vnplan.parse(path.read_text(encoding="utf-8"), name=str(path))
    from_file = vnplan.parse_file(path)
    assert from_text.sections == from_file.sections
    assert from_text.citations == from_file.citations
    assert from_text.id == from_file.id


def test_every_document_of_the_larger_corpus(shared_corpus: Path, shared_plans: Shelf) -> None:
    paths = [p for p in sorted(shared_corpus.iterdir()) if p.suffix.lower() in READABLE]
    assert len(paths) >= 40
    records = split = 0
    for path in paths:
        plan = shared_plans.plan(path)
        check(plan)
        here, cut = check_spans(plan)
        records, split = records + here, split + cut
    # In spaCy every record is on exactly its characters; hardly ever a token is split for that.
    assert split < records / 1000


def test_nothing_is_lost_between_reader_and_sections(
    shared_corpus: Path, shared_plans: Shelf
) -> None:
    """Every word below the letterhead lies in a section."""
    for path in sorted(shared_corpus.glob("*-kh-*.md")):
        document = read_file(path)
        plan = shared_plans.plan(path)
        assert plan.text == document.text
        tops = [section.span for section in plan.sections if section.parent_id is None]
        start = min(span.start for span in tops)
        covered = " ".join(span.of(plan.text) for span in tops)
        assert words(covered) == words(plan.text[start:]), path.name


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH",
        "Số: /KH-UBND",
        "| | |\n|---|---|\n| 1 | 2 |",
        "<p>Kế hoạch</p>" * 3,
        "Căn cứ Luật " * 2000,
        "(sau đây gọi tắt là " * 500,
        "số 1/QĐ-TTg ngày 1/1/2020 của " * 500,
        "- " * 5000,
        "Điều 1. " * 2000,
        "\u202ex\u2066" * 10,
    ],
)
def test_odd_input_gives_a_plan(text: str) -> None:
    check(vnplan.parse(text))


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"document: is empty"):
        vnplan.parse(text)


PIECES = st.sampled_from(
    [
        "KẾ HOẠCH",
        "Số: 12/KH-UBND",
        "ỦY BAN NHÂN DÂN",
        "TỈNH LÀO CAI",
        "Nơi nhận:",
        "- Lưu: VT.",
        "|",
        "Căn cứ Luật Đầu tư công",
        "Quyết định số 844/QĐ-TTg ngày 18/5/2016",
        "I. MỤC TIÊU",
        "1. Sở Y tế",
        "a) Chủ trì, phối hợp với Sở Tài chính",
        "100% xã",
        "trước ngày 15/12 hằng năm",
        "TM. ỦY BAN",
        "KT. CHỦ TỊCH",
        "Nguyễn Văn A",
        "PHỤ LỤC I",
        "(sau đây gọi tắt là Luật)",
        "**",
        "<b>",
        "của",
        "\n",
        "Điều 1.",
        "Hà Nội, ngày 5 tháng 3 năm 2021",
        "V/v triển khai",
        "Kính gửi: Sở Nội vụ",
        "[1]",
    ]
)


@given(
    st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", "\n\n", "\t"])), min_size=1, max_size=40)
)
def test_any_mixture_of_forms(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    try:
        plan = vnplan.parse(text)
    except UnreadableDocument:
        return
    check(plan)
