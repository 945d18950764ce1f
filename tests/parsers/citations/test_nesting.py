"""Citations inside the title of another one, and beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation

Cite = Callable[..., tuple[Citation, ...]]

# sentence → for each citation the place (from 0) of the one it stands in, None at the top
NESTED = [
    ("Kế hoạch số 86/KH-UBND ngày 19/6/2019 của UBND tỉnh thực hiện Quyết định số 522/QĐ-TTg", [None, 0]),
    ("Căn cứ Quyết định số 1/QĐ-TTg phê duyệt Đề án; Quyết định số 2/QĐ-TTg", [None, None]),
    ("Kế hoạch số 139/KH-UBND của UBND Thành phố về thực hiện Nghị quyết số 71/NQ-CP của Chính phủ và Nghị quyết số 57-NQ/TW", [None, 0, 0]),
    ("Quyết định số 1/QĐ-TTg phê duyệt Đề án X và Quyết định số 2/QĐ-TTg", [None, None]),
    ("Kế hoạch số 1/KH-UBND về thực hiện Kế hoạch số 2-KH/TU của Tỉnh ủy thực hiện Nghị quyết số 3-NQ/TW", [None, 0, 1]),
    ("Luật Sửa đổi, bổ sung một số điều của Luật Đầu tư và Luật Đấu thầu ngày 29/11/2024", [None, 0, 0]),
    ("Nghị định số 66/2021/NĐ-CP quy định chi tiết một số điều của Luật Giá và Luật Sửa đổi, bổ sung một số điều của Luật Giá và Luật Phí và lệ phí", [None, 0, 0, 2, 2]),
    ("Thực hiện Quyết định số 1/QĐ-TTg về việc phê duyệt Đề án, UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 2-NQ/TW", [None, None]),
    ("Thực hiện Nghị định số 123/2015/NĐ-CP quy định chi tiết và hướng dẫn thi hành một số điều của Luật Hộ tịch và Quyết định số 101/QĐ-TTg", [None, 0, None]),
    ("Căn cứ Nghị định số 38/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP, Chỉ thị số 21/CT-TTg về xây dựng kế hoạch", [None, 0, None]),
    ("Căn cứ Nghị định số 63/2010/NĐ-CP về kiểm soát thủ tục (được sửa đổi bởi Nghị định số 92/2017/NĐ-CP)", [None, None]),
    ("Thực hiện Chỉ thị số 1/CT-TTg. Kế hoạch số 2/KH-UBND", [None, None]),
    ("theo Quyết định số 1/QĐ-TTg, Luật Đầu tư công", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "parents"), NESTED)
def test_which_stands_in_which(cite: Cite, sentence: str, parents: list[int | None]) -> None:
    found = cite(sentence)
    places = {citation.id: place for place, citation in enumerate(found)}
    assert [places[c.within] if c.within is not None else None for c in found] == parents


# sentence → the cited title of the first citation
TITLES = [
    ("Quyết định số 1/QĐ-TTg ngày 01/2/2020 của Thủ tướng Chính phủ về việc phê duyệt Đề án “A; B”; Quyết định số 2/QĐ-TTg", "về việc phê duyệt Đề án “A; B”"),
    ("Quyết định số 1746/QĐ-TTg phê duyệt Quy hoạch tỉnh Phú Yên (cũ) thời kỳ 2021 - 2030;", "phê duyệt Quy hoạch tỉnh Phú Yên (cũ) thời kỳ 2021 - 2030"),
    ("Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học (sau đây gọi tắt là Nghị quyết số 57-NQ/TW);", "về đột phá phát triển khoa học"),
    ("Nghị quyết số 50/NQ-CP về ban hành Kế hoạch (Nghị quyết số 50/NQ-CP) và Quyết định số 1/QĐ-TTg", "về ban hành Kế hoạch"),
    ("Thực hiện Kế hoạch số 1/KH-UBND về chuyển đổi số, UBND xã ban hành Kế hoạch", "về chuyển đổi số"),
    ("Quyết định số 1/QĐ-TTg về phê duyệt Đề án A và Quyết định số 2/QĐ-TTg", "về phê duyệt Đề án A"),
    ("Chương trình số 1249a/CTPH-UBDT-BTP về phối hợp công tác, Xét đề nghị của Vụ trưởng", "về phối hợp công tác"),
    ("Nghị quyết số 5/NQ-CP về cắt giảm thủ tục hành chính, đảm bảo cắt giảm tối thiểu 30% thời gian", "về cắt giảm thủ tục hành chính"),
    ("Quyết định số 4/2022/QĐ-TTg ban hành Quy định tiêu chí, trong đó có Tiêu chí số 4: An ninh", "ban hành Quy định tiêu chí"),
    ("Công văn số 40/SGDĐT về việc hướng dẫn cấp tiểu học, Trường Tiểu học Đồng Kho đã tiến hành đánh giá", "về việc hướng dẫn cấp tiểu học"),
    ("Thông tư số 39/2014/TT-BTC của Bộ Tài chính quy định.", None),
    ("Chỉ thị số 27/CT-TTg nhằm đẩy mạnh công tác dân số", None),
    ("Quyết định số 5/QĐ-TTg phê duyệt Đề án “mở mà không đóng; Quyết định số 6/QĐ-TTg", "phê duyệt Đề án “mở mà không đóng"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "title"), TITLES)
def test_the_cited_title(cite: Cite, sentence: str, title: str | None) -> None:
    assert cite(sentence)[0].title == title


def test_titles_are_placed_for_those_who_must_not_read_their_years(
    lines_of: Callable[..., object],
) -> None:
    from vnplan.parsers.citations import read_citations

    text = (
        "Thực hiện Quyết định số 1/QĐ-TTg phê duyệt Đề án “Khởi nghiệp đến năm 2025”; đến năm 2030"
    )
    reading = read_citations(lines_of(text))  # type: ignore[arg-type]
    assert [span.of(text) for span in reading.titles] == [
        "phê duyệt Đề án “Khởi nghiệp đến năm 2025”"
    ]
