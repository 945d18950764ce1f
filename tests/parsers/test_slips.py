"""Slips of OCR: what was read, and what it is taken for; only in texts that were recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import parse
from vnplan.parsers.slips import mend
from vnplan.parsers.slips.joined import joined_edits
from vnplan.parsers.slips.numbers import number_edits
from vnplan.parsers.slips.parted import parted_edits
from vnplan.parsers.slips.touchstones import touchstone_edits
from vnplan.parsers.slips.words import word_edits
from vnplan.readers import read_bytes, read_text
from vnplan.text.edits import Edit, edited, in_order
from vnplan.text.lines import logical_lines


def _mended(text: str, edits: Callable[[str], Iterator[Edit]]) -> str:
    for edit in reversed(in_order(edits(text))):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Quyết định số 929/QĐÐ-LĐTBXH", "Quyết định số 929/QĐ-LĐTBXH"),
        ("Quyết định số 1665/QĐ-TI1g", "Quyết định số 1665/QĐ-TTg"),
        ("Luật số 5 1/2005/QHI l", "Luật số 51/2005/QH11"),
        ("ngày 29/1 1/2008", "ngày 29/11/2008"),
        ("ngày l5 tháng l0 năm 20l9", "ngày 15 tháng 10 năm 2019"),
        ("đạt l00% số xã", "đạt 100% số xã"),
        ("Thời gian đào tạo: trong năm 2019 2020.", "Thời gian đào tạo: trong năm 2019 – 2020."),
        ("giai đoạn 2021 2025", "giai đoạn 2021 – 2025"),
        ("so với năm 2020 2019 thấp hơn", "so với năm 2020 2019 thấp hơn"),
        ("Năm 2019 2020 2021", "Năm 2019 2020 2021"),
        ("trong năm 2019 2020 giáo viên", "trong năm 2019 2020 giáo viên"),
        ("Sỗ 12/KH-UBND", "Số 12/KH-UBND"),
        ("VW thực hiện chống thất thu", "V/v thực hiện chống thất thu"),
        ("Văn bản số 8563/VPCP-CN", "Văn bản số 8563/VPCP-CN"),
        # codes of offices have the same letter twice
        ("Số: 1046/TCT-TTKT", "Số: 1046/TCT-TTKT"),
        ("Công văn số 209/VPTT-TH", "Công văn số 209/VPTT-TH"),
        # nothing to mend
        ("Quyết định số 844/QĐ-TTg ngày 18/5/2016", "Quyết định số 844/QĐ-TTg ngày 18/5/2016"),
        ("gói 5 l nước, tổ 1 l người", "gói 5 l nước, tổ 1 l người"),
        ("từ 31/02/2024", "từ 31/02/2024"),
    ],
)
def test_numbers_and_days(read: str, meant: str) -> None:
    assert _mended(read, number_edits) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("giao So Tai chinh chủ trì", "giao Sở Tài chính chủ trì"),
        ("Sở Giáo đục và Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("trên địa bàn tỉnh Thái Ñguyên", "trên địa bàn tỉnh Thái Nguyên"),
        ("NÑăm 2026", "Năm 2026"),
        ("Nghị quyết số 57- ÑQ/TW", "Nghị quyết số 57- NQ/TW"),
        ("LỘ TRÌNH ĐỐI MỚI CÔNG NGHỆ", "LỘ TRÌNH ĐỔI MỚI CÔNG NGHỆ"),
        ("CHUYẾN ĐỐI CÔNG NGHỆ", "CHUYỂN ĐỔI CÔNG NGHỆ"),
        ("các tổ chức cung cấp dịch vụ chỉ trả", "các tổ chức cung cấp dịch vụ chi trả"),
        ("chan chỉnh lề lối làm việc", "chấn chỉnh lề lối làm việc"),
        ("hoàn thiện hỗ sơ", "hoàn thiện hồ sơ"),
        ("Sở Kế hoạch và Đâu tư", "Sở Kế hoạch và Đầu tư"),
        ("Bộ Lao động - Thương bình và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Sở GD&ĐÐT yêu cầu", "Sở GD&ĐT yêu cầu"),  # one of the two is eth
        ("phối hợp với Sở Tài chính", "phối hợp với Sở Tài chính"),
        # a letterhead beside the motto
        ("TONG CỤC THUÊ Độc lập - Tự do", "TỔNG CỤC THUẾ Độc lập - Tự do"),
    ],
)
def test_names_of_bodies(read: str, meant: str) -> None:
    assert _mended(read, word_edits) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("xây dựng kếhoạch", "xây dựng kế hoạch"),
        ("UBND cáchuyện, thành phố", "UBND các huyện, thành phố"),
        ("Luật Bảo hiểmXã hội", "Luật Bảo hiểm Xã hội"),
        ("HĐND và UBNDngày 26/11/2003", "HĐND và UBND ngày 26/11/2003"),
        ("ngày 18/4/2003của Chính phủ", "ngày 18/4/2003 của Chính phủ"),
        ("BAN HÀNHQUY ĐỊNH", "BAN HÀNH QUY ĐỊNH"),
        ("củaBan Chỉ đạocác cấp", "của Ban Chỉ đạo các cấp"),
        ("quyền của cánhân, khảnăng", "quyền của cá nhân, khả năng"),
        ("Ủy bannhân dân TPHà Nội", "Ủy ban nhân dân TP Hà Nội"),
        ("khoảng22%, trên8.000 lao động", "khoảng 22%, trên 8.000 lao động"),
        ("năm 2020tăng hơn 2 lần", "năm 2020 tăng hơn 2 lần"),
        # names, abbreviations, units, footnotes and what OCR spoilt stay as they are
        ("VNeID, Krôngnô, HĐTVCĐ, QĐ-TTg, ĐTXD", "VNeID, Krôngnô, HĐTVCĐ, QĐ-TTg, ĐTXD"),
        ("H7N9, PM2.5, 30a/2008/NQ-CP, 700kg", "H7N9, PM2.5, 30a/2008/NQ-CP, 700kg"),
        ("các tỉnh1, thành phố2", "các tỉnh1, thành phố2"),
        ("Công văn số 2193/BTP-ĐA4, ĐA4", "Công văn số 2193/BTP-ĐA4, ĐA4"),
        ("qua vectơ, canô và môtô", "qua vectơ, canô và môtô"),
        ("LIÊN ĐOẦN, thành phHà Nội", "LIÊN ĐOẦN, thành phHà Nội"),
    ],
)
def test_words_that_run_together(read: str, meant: str) -> None:
    assert _mended(read, joined_edits) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Đ ế n năm 2020, xây dựng k ế hoạch", "Đến năm 2020, xây dựng kế hoạch"),
        ("đến h ế t năm 2019", "đến hết năm 2019"),
        ("Bộ Y t ế, phong trào Đ ề n ơn đáp nghĩa, Đ ề án", "Bộ Y tế, phong trào Đền ơn đáp nghĩa, Đề án"),
        ("tổ chức chí nh trị, công ng hệ, liên q uan", "tổ chức chính trị, công nghệ, liên quan"),
        # letters that stand alone for themselves, and the type of a document spaced out
        ("K Ế H O Ạ C H", "K Ế H O Ạ C H"),
        ("theo điểm c khoản 2; nhóm b, n và t", "theo điểm c khoản 2; nhóm b, n và t"),
        ("h) Đề án; vitamin A, E", "h) Đề án; vitamin A, E"),
    ],
)  # fmt: skip
def test_words_that_came_apart(read: str, meant: str) -> None:
    assert _mended(read, parted_edits) == meant


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I MỤC ĐÍCH\n1 Tuyên truyền sâu rộng.\nII YÊU CẦU\n1 An toàn.\n2 Tiết kiệm.", "I I.1 II II.1 II.2"),
        ("I Mục đích\nNội dung a.\nII Nội dung thi\nNội dung b.\nIII Tổ chức thực hiện\nNội dung c.", "I II III"),
        ("I. MỤC ĐÍCH\nNội dung a.\nII NỘI DUNG THI\nNội dung b.\nIII. KINH PHÍ THỰC HIỆN\nNội dung c.", "I II III"),
        # one line, or small letters on two, tell nothing
        ("V THÀNH PHỐ THÁI NGUYÊN\n2 Sở Nội vụ phối hợp.", ""),
        ("I Thành phố Thái Nguyên\nNội dung a.\nII Thành phố Huế\nNội dung b.", ""),
        ("I. MỤC ĐÍCH\n1 Sở Nội vụ phối hợp.\nII. YÊU CẦU\nNội dung a.", "I II"),
    ],
)  # fmt: skip
def test_numbers_without_a_stop(text: str, labels: str) -> None:
    plan = parse(f"KẾ HOẠCH\nTổ chức hội thi\nCăn cứ Luật Giáo dục;\n{text}\n")
    assert " ".join(section.id for section in plan.sections if section.label) == labels


def test_records_quote_unmarked_parts_as_they_stand() -> None:
    plan = parse(
        "I NHIỆM VỤ CHUNG\n\n1 Sở Y tế rà soát.\n\nII TỔ CHỨC THỰC HIỆN\n\nCác sở báo cáo.\n"
    )
    assert [note.code for note in plan.diagnostics].count("numbers-unmarked") == 1
    assert plan.tasks[0].span.of(plan.text).endswith("Sở Y tế rà soát.")


def test_records_quote_parted_words_as_they_stand() -> None:
    plan = parse("I. NHIỆM VỤ\n\n1. Sở Y t ế hoàn thành việc rà soát đến h ế t năm 2019.\n")
    (deadline,) = plan.deadlines
    assert (deadline.text, str(deadline.end)) == ("đến h ế t năm 2019", "2019-12-31")
    assert [note.code for note in plan.diagnostics].count("words-parted") == 1


def test_records_quote_joined_words_as_they_stand() -> None:
    plan = parse("I. MỤC TIÊU\n\n1. Phấn đấu tỷlệ hộ nghèo giảm còn khoảng22% vào năm 2025.\n")
    (target,) = plan.targets
    assert target.quantity is not None
    assert str(target.quantity.value) == "22"
    assert "tỷlệ" in target.text
    assert target.span.of(plan.text).startswith("Phấn đấu tỷlệ")
    assert [note.code for note in plan.diagnostics].count("words-joined") == 1


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Mới nhận:", "Nơi nhận:"),
        ("Nai nhận :", "Nơi nhận :"),
        ("Nơi nhân:", "Nơi nhận:"),
        ("NƠI NHẬN:", "NƠI NHẬN:"),
        ("Mới nhận: 12 hồ sơ", "Mới nhận: 12 hồ sơ"),
        ("Người nhận:", "Người nhận:"),
    ],
)
def test_the_words_over_the_recipients(read: str, meant: str) -> None:
    assert _mended(read, touchstone_edits) == meant


_BODY = "1. Giao Sở Tài chính.\n\n{label} Giao Sỡ Nội vụ.\n\n~ Rà soát.\n"


@pytest.mark.parametrize(
    ("head", "tail", "recognised"),
    [
        ("CONG HOA XÃ HOI CHỦ NGHĨA VIỆT NAM", "", True),
        ("UBND TỈNH A Độc lập - Tự do - Hanh phúc", "", True),
        ("KẾ HOẠCH", "Noi nhận: KT. CHỦ TỊCH", True),
        ("Kinh gửi: Các sở, ngành.", "", True),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", False),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHIÃ VIỆT NAM", "Nơi nhận:", False),
        ("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Ðộc lập - Tự do - Hạnh phúc", False),
        # typed without marks, or speaking of something else
        ("CONG HOA XA HOI CHU NGHIA VIET NAM", "Noi nhan:", False),
        ("KẾ HOẠCH", "Họ là những nơi nhận hỗ trợ, không nói nhận xét gì thêm.", False),
    ],
)
def test_fixed_words_tell_what_was_recognised(head: str, tail: str, recognised: bool) -> None:
    document = read_text(f"{head}\n\n{_BODY.format(label='_2.')}\n{tail}\n")
    mending = mend(document, logical_lines(document))
    assert bool(mending.repairs) is recognised


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        (("1.", "_2.", "3."), ("1.", "2.", "3.")),
        (("1.", ".", "3."), ("1.", "2.", "3.")),
        (("1.", "2.", "."), ("1.", "2.", "3.")),
        # bullets, and a figure that follows nothing
        (("1.", ".", "."), ("1.", ".", ".")),
        ((".", "1.", "2."), (".", "1.", "2.")),
        (("1.", "_9.", "2."), ("1.", "_9.", "2.")),
    ],
)
def test_labels_that_are_torn(labels: tuple[str, ...], meant: tuple[str, ...]) -> None:
    words = "\n\n".join(f"{label} Giao Sở Tài chính rà soát." for label in labels)
    document = read_text(f"Noi nhận: đã ký\n\n{words}\n")
    mended = mend(document, logical_lines(document)).lines[1:]
    assert tuple(line.text.split()[0] for line in mended) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("I. MỤC ĐÍCH", "__ II, DANH MỤC ĐỀ ÁN", "ILL TỔ CHỨC THỰC HIỆN"), "I. II. III."),
        # the stop of "I." is the foot of an L, and what is behind it lost a stroke
        (("L MỤC ĐÍCH, YÊU CẦU", "I. NỘI DUNG", "HI. TỔ CHỨC THỰC HIỆN"), "I. II. III."),
        (("L MỤC ĐÍCH, YÊU CẦU", "H. NỘI DUNG", "HI. TỔ CHỨC THỰC HIỆN"), "I. II. III."),
        (("I QUAN ĐIỂM", "I. MỤC TIÊU", "HI. GIẢI PHÁP", "IV. KINH PHÍ"), "I. II. III. IV."),
        (("L MỤC ĐÍCH", "I. NỘI DUNG", "II. NGUỒN KINH PHÍ", "IV. TỔ CHỨC"), "I. II. III. IV."),
        (("IL. MỤC ĐÍCH", "I. MỤC TIÊU", "II. GIẢI PHÁP", "IV. KINH PHÍ"), "I. II. III. IV."),
        (("IL MỤC TIÊU", "I. CHỈ TIÊU", "HI. GIẢI PHÁP", "IV. KINH PHÍ"), "I. II. III. IV."),
        # the office's own slip is none of OCR
        (("III. NỘI DUNG", "IV. PHÂN CÔNG", "IV. TỔ CHỨC THỰC HIỆN"), "III. IV. IV."),
        (("I. A B", "II. C D", "Phụ lục I", "I. NỘI DUNG", "H. KINH PHÍ"), "I. II. Phụ I. II."),
        (("I. MỘT", "II. HAI", "I. MỘT", "II. HAI", "III. BA"), "I. II. I. II. III."),
        # no numbers
        (("II. NỘI DUNG", "LỚP HỌC KỸ NĂNG", "III. KINH PHÍ"), "II. LỚP III."),
    ],
)
def test_chapters(read: tuple[str, ...], meant: str) -> None:
    document = read_text("Noi nhận: đã ký\n\n" + "\n\n".join(read))
    mended = mend(document, logical_lines(document)).lines[1:]
    assert " ".join(line.text.split()[0] for line in mended) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("1", "H", "IH", "IV"), ("I", "II", "III", "IV")),
        (("V", "VỊ", "VI", "VII", "IX"), ("V", "VI", "VII", "VIII", "IX")),
        (("A", "1", "II", "B", "I", "H"), ("A", "I", "II", "B", "I", "II")),
        (("1", "2", "3"), ("1", "2", "3")),
    ],
)
@pytest.mark.parametrize(
    "name", ["<td colspan=2>Phát triển hạ tầng</td>", "<td>PHÁT TRIỂN HẠ TẦNG</td><td></td>"]
)
def test_rows_that_name_a_group(name: str, read: tuple[str, ...], meant: tuple[str, ...]) -> None:
    groups = "".join(
        f"<tr><td>{number}</td>{name}</tr>"
        "<tr><td>1</td><td>Rà soát cơ chế</td><td>Sở Tài chính</td></tr>"
        for number in read
    )
    head = "<tr><td>STT</td><td>Nội dung</td><td>Chủ trì</td></tr>"
    page = f"<html><p>Noi nhận: đã ký</p><table>{head}{groups}</table></html>"
    document = read_bytes(page.encode(), name="a.html")
    mended = [line.text for line in mend(document, logical_lines(document)).lines]
    assert (
        tuple(mended[at - 1] for at, text in enumerate(mended) if "hạ tầng" in text.lower())
        == meant
    )
    assert mended.count("1") == len(read) + meant.count("1")  # tasks keep their figures


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Nơi nhận: KT. TONG CUC TRUONG", "Nơi nhận: KT. TỔNG CỤC TRƯỞNG"),
        ("- Như trên; . PHO TONG CỤC TRƯỜNG", "- Như trên; . PHÓ TỔNG CỤC TRƯỞNG"),
        ("THỦ TƯỞNG", "THỦ TƯỚNG"),
        ("BỘ TRƯỞNG", "BỘ TRƯỞNG"),
        ("- Như trên; Bo truong", "- Như trên; Bo truong"),
        ("ĐỀ ÁN CỦA BO TRUONG BO Y TE", "ĐỀ ÁN CỦA BO TRUONG BO Y TE"),
    ],
)
def test_posts_without_their_marks(read: str, meant: str) -> None:
    assert _mended(read, touchstone_edits) == meant


def test_a_text_that_nobody_recognised_is_left_as_it_is() -> None:
    document = read_text("KẾ HOẠCH\n\nThực hiện Quyết định số 929/QĐÐ-LĐTBXH ngày l5/10/2019.")
    lines = logical_lines(document)
    mending = mend(document, lines)
    assert mending.lines == tuple(lines)
    assert not mending.repairs


_READ_BY_OCR = (
    "1. NHIỆM VỤ\n\n1. Các bộ, ngành tap trung thực hiện tat cả nhiệm vụ, phát huy hiệu quå.\n\n"
    "2. Tổ chức phôi hợp đồng bộ, kiêm tra, hô hap; triên khai kê hoạch.\n\nII. TÔ CHỨC THỰC HIỆN\n\n"
    "1. Sở Tài chinh chủ trì.\n"
)


def test_a_text_that_reads_like_ocr_is_mended_and_said_so() -> None:
    plan = parse(_READ_BY_OCR)
    assert "recognised-text" in {note.code for note in plan.diagnostics}
    assert [section.id for section in plan.sections if section.label] == [
        *("I", "I.1", "I.2", "II", "II.1"),
    ]


def test_a_few_slips_of_typing_are_none_of_ocr() -> None:
    typed = "I. NHIỆM VỤ\n\n1. Làm video clip, top 10; tap trung phôi hợp với các sở.\n"
    assert "recognised-text" not in {note.code for note in parse(typed).diagnostics}


_WORDS = "Quyết định số 929/QĐÐ-LĐTBXH ngày 29/1 1/2008 của Bộ"


@given(st.data())
def test_what_is_mended_still_stands_for_its_place(data: st.DataObject) -> None:
    document = read_text(_WORDS)
    (line,) = logical_lines(document)
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(line.text)), min_size=2, max_size=8, unique=True))
    )
    new = st.text("abc1", min_size=1, max_size=6)
    edits = [
        Edit(start, end, data.draw(new)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    mended = edited(line, edits)
    # one letter read as two stands for the last of them
    assert line.start <= mended.start
    assert mended.end == line.end
    spans = [mended.source_span(at, at + 1) for at in range(len(mended.text))]
    assert all(span.end <= len(document.text) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
