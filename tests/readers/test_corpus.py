"""Real documents: every one is read, and none of its words is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from vnplan.readers import read_bytes, read_file, read_text
from vnplan.text.document import Document

SUFFIXES = (".txt", ".md", ".html")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_MARKS = regex.compile(r"\*+|\\(?=\p{P})")


def _documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _check(document: Document) -> None:
    end = 0
    for table in document.tables:
        assert end <= table.span.start < table.span.end <= len(document.text)
        at, end = table.span.start, table.span.end
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            assert at <= cell.span.start <= cell.span.end <= end
            at = cell.span.end
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    assert (row, column) not in taken
                    taken.add((row, column))
    for style in document.styles:
        assert 0 <= style.span.start < style.span.end <= len(document.text)


def test_the_founding_documents(corpus_dir: Path) -> None:
    for path in _documents(corpus_dir):
        _check(read_file(path))


def test_the_plan_of_thai_nguyen(corpus_dir: Path) -> None:
    path = corpus_dir / "thai-nguyen-232-2021.txt"
    document = read_file(path)
    assert document.text == path.read_text(encoding="utf-8")  # a plain text is not touched
    cells = [
        [cell.span.of(document.text).replace("\n", " ") for cell in table.cells]
        for table in document.tables
    ]
    assert cells[0] == [
        "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN -------",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------",
        "Số: 232/KH-UBND",
        "Thái Nguyên, ngày 22 tháng 12 năm 2021",
    ]
    assert len(cells) == 2
    assert cells[1][0].startswith("Nơi nhận: - Bộ Lao động")
    assert cells[1][0].endswith("Hattt/KHT12/2021")
    assert cells[1][1] == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Quang Tiến"


def test_the_plan_of_binh_duong(corpus_dir: Path) -> None:
    document = read_file(corpus_dir / "binh-duong-175-2019.md")
    assert not set("*\\|") & set(document.text)
    assert "\n+ Chủ trì: Sở Khoa học và Công nghệ.\n+ Thời gian đào tạo: " in document.text
    assert "\n- Giảng viên làm công tác tư vấn" in document.text


def test_every_document_is_read_and_none_of_its_words_lost(shared_corpus: Path) -> None:
    for path in _documents(shared_corpus):
        document = read_file(path)
        _check(document)
        if path.suffix == ".html":
            continue
        source = path.read_text(encoding="utf-8")
        bare = _MARKS.sub("", source) if path.suffix == ".md" else source
        before, after = _words(bare), _words(document.text)
        # what is left is one stretch of the source: nothing within it is missing
        start = _find(before, after[:12])
        assert before[start : start + len(after)] == after, path.name


def _find(words: list[str], first: list[str]) -> int:
    return next(at for at in range(len(words)) if words[at : at + len(first)] == first)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("11554-vpcp-v-i-van-phong-chinh-phu-2025.md", "VĂN PHÒNG CHÍNH\nPHỦ", "Trịnh Mạnh Linh"),
        ("6225-bvhttdl-vp-2025.md", "Kính gửi:", "cải cách hành chính và Đề án 06."),
        ("4085-ubnd-dt-ho-chi-minh-2025.md", "ỦY\nBAN NHÂN DÂN", "Bùi\nXuân Cường"),
        (
            "224-cd-ttg-thu-tuong-chinh-phu-2025.md",
            "THỦ TƯỚNG CHÍNH\nPHỦ",
            "(ix) Thuốc lá Việt Nam.",
        ),
        ("631-tb-vpcp-van-phong-chinh-phu-2025.md", "VĂN PHÒNG CHÍNH\nPHỦ", "Phạm Mạnh Cường"),
        ("980-kh-ubnd-nghe-an-2025.md", "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", "Giám đốc Sở NN&MT"),
        ("2817-qd-ubnd-ho-chi-minh-2025.md", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ", "ngân sách nhà nước"),
        (
            "vbpl-html-doc_000272.html",
            "THỦ TƯỚNG CHÍNH PHỦ",
            "chương trình biểu diễn nghệ thuật, lưu trú nghệ thuật...",
        ),
    ],
)
def test_portal_pages_down_to_the_document(
    shared_corpus: Path, name: str, first: str, last: str
) -> None:
    document = read_file(shared_corpus / name)
    assert document.text.strip().startswith(first)
    assert document.text.strip().endswith(last)
    assert document.metadata


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("310-kh-ubnd-ha-noi-2025.md", [(2, 2), (1, 2), (7, 5)]),
        ("144-kh-ubnd-bac-ninh-2025.md", [(2, 2), (1, 2), (22, 3)]),
        ("552-kh-ubnd-dong-thap-2025.md", [(2, 2), (1, 2), (24, 5)]),
        ("597-kh-ubnd-dong-thap-2025.md", [(2, 2), (1, 2)]),
        ("nq-cp-phong-trao-bvmt-2025.md", [(1, 2), (5, 5)]),
        ("2597-qd-ttg-thu-tuong-chinh-phu-2025.md", [(2, 2), (1, 2), (33, 6)]),
        ("6225-bvhttdl-vp-2025.md", [(1, 2), (1, 2), (11, 7)]),
        ("0204-kh-ubnd-ca-mau-2025.md", [(2, 2), (1, 2), (47, 8), (54, 8), (28, 8), (29, 7), (35, 8)]),
        ("2954-qd-ubnd-son-la-2025.md", [(2, 2), (1, 2), (39, 9), (25, 12)]),
        ("2817-qd-ubnd-ho-chi-minh-2025.md", [(2, 2), (1, 2), (15, 7), (5, 5)]),
        ("vbpl-html-doc_000272.html", [(2, 2), (1, 2), (66, 12), (73, 8)]),
    ],
)  # fmt: skip
def test_tables(shared_corpus: Path, name: str, shapes: list[tuple[int, int]]) -> None:
    document = read_file(shared_corpus / name)
    assert [(table.rows, table.columns) for table in document.tables] == shapes


def test_tables_do_not_hang_on_blank_lines(shared_corpus: Path) -> None:
    """Some copies of a page lost their blank lines: the tables must come out the same."""
    for name in (
        "310-kh-ubnd-ha-noi-2025.md",
        "0204-kh-ubnd-ca-mau-2025.md",
        "2954-qd-ubnd-son-la-2025.md",
    ):
        source = (shared_corpus / name).read_text(encoding="utf-8")
        whole, bare = read_text(source), read_text(regex.sub(r"\n\s*\n", "\n", source))
        for a, b in zip(whole.tables, bare.tables, strict=True):
            assert [(c.row, c.column, c.row_span, c.column_span) for c in a.cells] == [
                (c.row, c.column, c.row_span, c.column_span) for c in b.cells
            ]


def test_the_same_bytes_give_the_same_document(shared_corpus: Path) -> None:
    for name in ("980-kh-ubnd-nghe-an-2025.md", "vbpl-html-doc_000272.html"):
        data = (shared_corpus / name).read_bytes()
        assert read_bytes(data) == read_bytes(data)
