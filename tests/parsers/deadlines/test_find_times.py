"""Forms beyond the inventory: spellings, lists, ranges, and what only looks like a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Meaning = Callable[[str], list[str]]

WHOLE = [
    # spellings and slips
    ("Qúy IV năm 2025", "period 2025-10-01..2025-12-31"),
    ("Quí 2/2026", "period 2026-04-01..2026-06-30"),
    ("Q4/2025", "period 2025-10-01..2025-12-31"),
    ("T10-T12/2025", "period 2025-10-01..2025-12-31 bare"),
    ("ngày\u00a015\u00a0tháng\u00a012\u00a0năm\u00a02025", "point ..2025-12-15"),
    ("TRƯỚC NGÀY 15/12 HẰNG NĂM", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
    ("trước ngày 15 tháng\n12 năm 2025", "point ..2025-12-15"),
    ("chậm nhất là ngày 05/12/2025", "point ..2025-12-05"),
    ("không muộn hơn ngày 05/12/2025", "point ..2025-12-05"),
    ("trước 17 giờ 00 phút ngày 05/12/2025", "point ..2025-12-05"),
    # lists and ranges that share their unit, month or year
    ("Quý II, III/2015", "period 2015-04-01..2015-09-30"),
    ("Quý II và III/2015", "period 2015-04-01..2015-09-30"),
    ("Tháng 11 - 12/2025", "period 2025-11-01..2025-12-31"),
    ("Tháng 9, 10 và 11 năm 2026", "period 2026-09-01..2026-11-30"),
    ("tháng 11/2025 đến tháng 3", "period 2025-11-01..2026-03-31"),
    ("tháng 11 đến tháng 3 năm 2026", "period 2025-11-01..2026-03-31"),
    ("từ ngày 28/12 đến ngày 03/01/2026", "period 2025-12-28..2026-01-03"),
    ("ngày 20-22/11/2025", "period 2025-11-20..2025-11-22"),
    ("từ 15/9-15/10/2019", "period 2019-09-15..2019-10-15"),
    ("từ 20-21/3/2019", "period 2019-03-20..2019-03-21"),
    ("Tháng 3 và tháng 9 hàng năm", "recurring FREQ=YEARLY;BYMONTH=3,9"),
    ("quý I và quý III hằng năm", "recurring FREQ=YEARLY;BYMONTH=1,2,3,7,8,9"),
    ("từ tháng 3 đến tháng 5 hằng năm", "recurring FREQ=YEARLY;BYMONTH=3,4,5"),
    ("các ngày 15, 16 và 17/12/2025", "period 2025-12-15..2025-12-17"),
    ("24, 25 và 26 tháng 8 năm 2026", "period 2026-08-24..2026-08-26"),
    ("27 và 28/6/2024", "period 2024-06-27..2024-06-28"),
    ("năm 2022 và 2024", "period 2022-01-01..2024-12-31"),
    ("các năm 2022, 2023, 2024", "period 2022-01-01..2024-12-31"),
    ("năm 2026 - 2027", "period 2026-01-01..2027-12-31"),
    ("giai đoạn từ năm 2021 đến năm 2025", "period 2021-01-01..2025-12-31"),
    ("giai đoạn (2021 - 2025)", "period 2021-01-01..2025-12-31"),
    ("giai đoạn đến năm 2030", "point ..2030-12-31"),
    ("trong dịp hè 2019", "period 2019-06-01..2019-08-31 ~"),
    ("dịp 19/12/2025", "point ..2025-12-19"),
    ("Cả năm 2015", "period 2015-01-01..2015-12-31"),
    # open ends
    ("năm 2026 - 2027 và các năm tiếp theo", "period 2026-01-01.."),
    ("từ năm 2026 trở đi", "period 2026-01-01.."),
    ("từ ngày 01/01/2021 đến nay", "period 2021-01-01..issue"),
    ("từ nay đến khi kết thúc Đề án", "period issue.. [đến khi kết thúc Đề án]"),
    # edges of a year, quarter or month (Bộ luật Dân sự 2015, Điều 146)
    ("cuối năm 2025", "point ..2025-12-31"),
    ("hết năm 2026", "point ..2026-12-31"),
    ("trước ngày 05 tháng đầu tiên của mỗi quý", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
    ("từ tháng 11 năm trước đến tháng 4 năm sau", "recurring FREQ=YEARLY;BYMONTH=1,2,3,4,11,12"),
    ("trước khi vào mùa mưa cao điểm (tháng 8/2026)", "point ..2026-07-31"),
    ("trước khi khai giảng năm học mới (05/9/2026)", "point ..2026-09-05"),
    ("trước mùa khô năm 2026", "relative [trước mùa khô]"),
    ("trước mùa mưa bão hằng năm", "recurring FREQ=YEARLY [trước mùa mưa bão]"),
    ("theo lộ trình thực hiện hàng năm", "recurring FREQ=YEARLY"),
    ("theo từng đợt", "vague"),
    ("giữa năm 2026", "point ..2026-06-30 ~"),
    ("đầu quý II/2026", "point ..2026-04-01 ~"),
    ("cuối tháng 02/2028", "point ..2028-02-29"),
    ("trung tuần tháng 5/2026", "period 2026-05-11..2026-05-20"),
    ("hạ tuần tháng 02/2026", "period 2026-02-21..2026-02-28"),
    ("tuần cuối tháng 6/2026", "period 2026-06-24..2026-06-30 ~"),
    ("trước tháng 6/2026", "point ..2026-05-31"),
    ("trước năm 2030", "point ..2029-12-31"),
    ("trước Tết Nguyên đán 2026", "point ..2026-02-16 ~"),
    ("sau ngày 30/6/2026", "period 2026-07-01.."),
    ("nửa đầu tháng 5/2026", "period 2026-05-01..2026-05-15"),
    ("nửa cuối tháng 02 năm 2028", "period 2028-02-16..2028-02-29"),
    ("không quá 15 ngày", "relative P15D"),
    ("nửa đầu năm 2026", "period 2026-01-01..2026-06-30"),
    ("học kỳ I năm học 2025 - 2026", "period 2025-09-01..2026-01-15 ~"),
    # recurrence
    ("01/6 hằng năm", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
    ("cuối tháng 12 hằng năm", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
    ("trước ngày 31/11 hằng năm", "recurring"),  # no such day
    ("trong quý I hằng năm", "recurring FREQ=YEARLY;BYMONTH=1,2,3"),
    ("từ tháng 11 đến tháng 02 hằng năm", "recurring FREQ=YEARLY;BYMONTH=1,2,11,12"),
    ("trước ngày 15/01 năm sau", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
    ("trước ngày 05 tháng đầu quý sau", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
    ("ngày 20 của tháng báo cáo", "recurring FREQ=MONTHLY;BYMONTHDAY=20"),
    ("Định kỳ hằng năm (trước ngày 30 tháng 11)", "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
    ("Định kỳ hàng tháng (trước ngày 16 hàng tháng)", "recurring FREQ=MONTHLY;BYMONTHDAY=16"),
    ("hằng quý (trước ngày 25 của tháng cuối quý)", "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
    ("Định kỳ 6 tháng (trước ngày 15/6)", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"),
    ("định kỳ hàng năm báo cáo kết quả thực hiện về Sở chậm nhất ngày 17 tháng 12", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=17"),
    ("Định kỳ gửi báo cáo kết quả thực hiện trước ngày 15/11 hằng năm", "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
    ("định kỳ (hằng năm)", "recurring FREQ=YEARLY"),
    ("định kỳ hoặc đột xuất", "recurring"),
    ("Hằng năm hoặc đột xuất", "recurring FREQ=YEARLY"),
    ("theo định kỳ", "recurring"),
    ("định kỳ 6 tháng và năm", "recurring FREQ=MONTHLY;INTERVAL=6"),
    ("hằng tháng, quý, 6 tháng, năm", "recurring FREQ=MONTHLY"),
    ("qua từng năm", "recurring FREQ=YEARLY"),
    ("mỗi năm 02 lần", "recurring FREQ=YEARLY"),
    ("02 tuần một lần", "recurring FREQ=WEEKLY;INTERVAL=2"),
    ("trước 16h thứ Sáu hằng tuần", "recurring FREQ=WEEKLY;BYDAY=FR"),
    ("vào ngày thứ Bảy hoặc Chủ nhật hàng tuần", "recurring FREQ=WEEKLY;BYDAY=SA,SU"),
    ("thường xuyên, liên tục", "continuous"),
    ("định kỳ hàng năm (từ ngày 01/9 đến hết ngày 14/12)", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"),
    # relative and vague
    ("từ ngày ký ban hành đến 31/12/2019", "period issue..2019-12-31 [từ ngày ký ban hành]"),
    ("Từ ngày Kế hoạch có hiệu lực đến hết tháng 12/2019", "period ..2019-12-31 [Từ ngày Kế hoạch có hiệu lực]"),
    ("100 ngày kể từ ngày ban hành", "relative issue..+P100D P100D [kể từ ngày ban hành]"),
    ("trong thời hạn 30 ngày, kể từ ngày Kế hoạch này được ban hành", "relative issue..+P30D P30D [kể từ ngày Kế hoạch này được ban hành]"),
    ("trong thời hạn 30 ngày kể từ ngày ban hành Nghị định", "relative P30D [kể từ ngày ban hành Nghị định]"),
    ("trong vòng 03 tháng kể từ ngày ký", "relative issue..+P3M P3M [kể từ ngày ký]"),
    ("trong thời hạn 05 (năm) ngày làm việc kể từ ngày họp hội đồng", "relative P5D [kể từ ngày họp hội đồng] ~"),
    ("trước ít nhất 05 ngày làm việc so với ngày họp", "relative -P5D [so với ngày họp] ~"),
    ("sau khi kết thúc Đề án", "relative [sau khi kết thúc Đề án]"),
    ("ngay sau khi Luật Phòng, chống ma túy được thông qua", "relative [sau khi Luật Phòng, chống ma túy được thông qua]"),
    ("trong thời gian trước, trong và sau cuộc bầu cử", "relative [trong thời gian trước, trong và sau cuộc bầu cử]"),
    ("trong thời gian diễn ra công tác bầu cử", "relative [trong thời gian diễn ra công tác bầu cử]"),
    ("đột xuất nếu có vấn đề phát sinh", "relative [nếu có vấn đề phát sinh]"),
    ("khi có hướng dẫn của Trung ương", "relative [khi có hướng dẫn của Trung ương]"),
    ("trong 10 ngày làm việc (từ ngày 20 tháng 11 năm 2025 đến ngày 03 tháng 12 năm 2025)", "period 2025-11-20..2025-12-03"),
    ("theo lộ trình", "vague"),
    ("theo kế hoạch riêng", "vague"),
    ("trong thời gian tới", "vague"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "says"), WHOLE)
def test_the_whole_form_is_one_expression(surface: str, says: str, meaning: Meaning) -> None:
    assert meaning(surface) == [f"{surface} = {says}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # two expressions side by side are two
        ("Thường xuyên, hằng năm", ["Thường xuyên = continuous", "hằng năm = recurring FREQ=YEARLY"]),
        ("trước ngày 01/6 và 15/11 hằng năm", ["trước ngày 01/6 = recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "15/11 hằng năm = recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"]),
        ("6 tháng (trước ngày 16/6), tổng kết năm (trước ngày 20/11 hàng năm)", ["trước ngày 16/6 = recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16", "trước ngày 20/11 hàng năm = recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"]),
        ("năm 2025 và giai đoạn 2021 - 2025", ["năm 2025 = period 2025-01-01..2025-12-31", "giai đoạn 2021 - 2025 = period 2021-01-01..2025-12-31"]),
        ("đạt 20% xã năm 2025, đến năm 2030 đạt 50%", ["năm 2025 = period 2025-01-01..2025-12-31", "đến năm 2030 = point ..2030-12-31"]),
        ("đến năm 2030. - Tổ chức triển khai", ["đến năm 2030 = point ..2030-12-31"]),
        ("khi có yêu cầu về Sở Tài chính", ["khi có yêu cầu = relative [khi có yêu cầu]"]),
        # no year out of figures that are none
        ("năm 2025, 2000 người được tập huấn", ["năm 2025 = period 2025-01-01..2025-12-31"]),
        ("đến 2030 người", []),
        ("đến 2025 đạt 100%", ["đến 2025 = point ..2025-12-31"]),
        ("đến 2025 có 80% xã", ["đến 2025 = point ..2025-12-31"]),
        ("trước ngày khai giảng năm học mới phải hoàn thành", ["trước ngày khai giảng năm học mới = relative [trước ngày khai giảng năm học mới]"]),
        ("tỷ lệ 50% và 2.025 tỷ đồng", []),
        ("Nghị định số 30/2020/NĐ-CP và số 63/2025/NĐ-CP", []),
        ("học sinh từ 6-12 tuổi, từ 8 - 15 tuổi", []),
        ("02 lớp (25 học viên/lớp), 10 lớp/năm", []),
        ("trực 24/7 và 24/24 giờ", []),
        ("1/3 số hộ, trước 2/3 diện tích", []),
        ("cuộc cách mạng công nghiệp lần thứ 4", []),
        ("Ngày hội khởi nghiệp ngày càng lớn, ngày đêm", []),
        ("dựa trên năm yếu tố nền móng", []),
        ("trẻ từ 06 tháng đến 36 tháng tuổi", []),
        ("vật tư, hàng hóa; mức hằng số", []),
        ("đúng tiến độ, kịp thời, khẩn trương", []),
        ("thu hoạch vụ Hè Thu và phương án bảo vệ", []),
        ("vụ lúa hè - thu chưa thu hoạch xong", []),
    ],
)  # fmt: skip
def test_among_other_words(text: str, found: list[str], meaning: Meaning) -> None:
    assert meaning(text) == found
