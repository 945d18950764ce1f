"""The inventory of the field's time expressions (144 forms of real plans), row by row.

Each row: its number in the inventory, the surface form, and what it says. A list stands where the
form holds several expressions, other words besides, or none. "*" is a year the text leaves out,
"issue" the day of the document, "~" approximate, "bare" a time only where one is expected.
"trước ngày D" ends on D itself, as the annotation guide has it (row 106 reads it as the day before).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

INVENTORY: list[tuple[int, str, str | list[str]]] = [
    # A Years and periods
    (5, "đến hết năm 2026", "point ..2026-12-31"),
    (6, "Đến năm 2030, …", ["Đến năm 2030 = point ..2030-12-31"]),
    (7, "…, tầm nhìn đến năm 2050", ["tầm nhìn đến năm 2050 = point ..2050-12-31"]),
    (10, "Trong năm 2026", "period 2026-01-01..2026-12-31"),
    (12, "Năm 2025", "period 2025-01-01..2025-12-31"),
    (13, "2025", "period 2025-01-01..2025-12-31 bare"),
    (14, "2026", "period 2026-01-01..2026-12-31 bare"),
    (15, "2026-2030", "period 2026-01-01..2030-12-31 bare"),
    (16, "2026 - 2030", "period 2026-01-01..2030-12-31 bare"),
    (17, "2025 - 2035", "period 2025-01-01..2035-12-31 bare"),
    (18, "giai đoạn 2021 - 2025", "period 2021-01-01..2025-12-31"),
    (19, "giai đoạn 2026-2030", "period 2026-01-01..2030-12-31"),
    (22, "Từ năm 2026 - 2030", "period 2026-01-01..2030-12-31"),
    (23, "Từ năm 2025 đến hết năm 2030", "period 2025-01-01..2030-12-31"),
    (24, "Năm 2025 và các năm tiếp theo", "period 2025-01-01.."),
    (28, "từ nay đến cuối năm 2025", "period issue..2025-12-31"),
    (29, "từ nay đến năm 2025", "period issue..2025-12-31"),
    (30, "từ nay đến cuối năm", "period issue..*-12-end"),
    (
        31,
        "thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
        [
            "thời kỳ 2021 - 2030 = period 2021-01-01..2030-12-31",
            "tầm nhìn đến năm 2050 = point ..2050-12-31",
        ],
    ),
    (
        32,
        "đến năm 2025, định hướng đến năm 2030",
        ["đến năm 2025 = point ..2025-12-31", "định hướng đến năm 2030 = point ..2030-12-31"],
    ),
    (
        33,
        "giai đoạn 2025 - 2035, định hướng đến năm 2045",
        [
            "giai đoạn 2025 - 2035 = period 2025-01-01..2035-12-31",
            "định hướng đến năm 2045 = point ..2045-12-31",
        ],
    ),
    (
        34,
        "đến năm 2035 và tầm nhìn 2045",
        ["đến năm 2035 = point ..2035-12-31", "tầm nhìn 2045 = point ..2045-12-31"],
    ),
    (
        35,
        "đến năm 2045, tầm nhìn đến năm 2065",
        ["đến năm 2045 = point ..2045-12-31", "tầm nhìn đến năm 2065 = point ..2065-12-31"],
    ),
    (36, "trong 05 năm tới", "period issue..+P5Y"),
    (37, "năm 2019 – 2020", "period 2019-01-01..2020-12-31"),
    (
        38,
        "Giai đoạn 1 từ năm 2018 - 2021 và giai đoạn 2 từ năm 2022 - 2025",
        [
            "Giai đoạn 1 từ năm 2018 - 2021 = period 2018-01-01..2021-12-31",
            "giai đoạn 2 từ năm 2022 - 2025 = period 2022-01-01..2025-12-31",
        ],
    ),
    (39, "nhiệm kỳ 2026 - 2031", "period 2026-01-01..2031-12-31"),
    (40, "nhiệm kỳ 2025-2030", "period 2025-01-01..2030-12-31"),
    (41, "năm học 2021-2022", "period 2021-09-01..2022-05-31 ~"),
    (42, "năm học 2025-2026", "period 2025-09-01..2026-05-31 ~"),
    (43, "dịp hè 2019", "period 2019-06-01..2019-08-31 ~"),
    (44, "từ đầu tháng 5/2021", "period 2021-05-01.."),
    (45, "từ ngày 01/07/2023", "period 2023-07-01.."),
    # B Quarters, halves
    (47, "Quý IV/2022", "period 2022-10-01..2022-12-31"),
    (49, "Quý III Năm 2026", "period 2026-07-01..2026-09-30"),
    (50, "Quý IV/2025- Quý II/2026", "period 2025-10-01..2026-06-30"),
    (51, "Quý II - III năm 2023", "period 2023-04-01..2023-09-30"),
    (52, "Xong trong Quý II/2026", ["trong Quý II/2026 = period 2026-04-01..2026-06-30"]),
    (53, "xong trong quý II năm 2026", ["trong quý II năm 2026 = period 2026-04-01..2026-06-30"]),
    (54, "trong quý II năm 2019", "period 2019-04-01..2019-06-30"),
    (55, "đến hết Quý II/2028", "point ..2028-06-30"),
    (56, "hàng quý", "recurring FREQ=MONTHLY;INTERVAL=3"),
    (58, "06 tháng đầu năm", "period *-01-01..*-06-end"),
    (59, "6 tháng đầu năm", "period *-01-01..*-06-end"),
    (60, "2 tháng đầu năm là", ["2 tháng đầu năm = period *-01-01..*-02-end"]),
    (61, "6 tháng cuối năm", "period *-07-01..*-12-31"),
    (62, "9 tháng đầu năm", "period *-01-01..*-09-end"),
    (63, "Định kỳ 06 tháng", "recurring FREQ=MONTHLY;INTERVAL=6"),
    (
        64,
        "Định kỳ 6 tháng, hàng năm, giữa nhiệm kỳ",
        [
            "Định kỳ 6 tháng = recurring FREQ=MONTHLY;INTERVAL=6",
            "hàng năm = recurring FREQ=YEARLY",
            "giữa nhiệm kỳ = relative [giữa nhiệm kỳ]",
        ],
    ),
    (65, "06 tháng/lần", "recurring FREQ=MONTHLY;INTERVAL=6"),
    (66, "01 quý/01 lần", "recurring FREQ=MONTHLY;INTERVAL=3"),
    (67, "02 năm một lần", "recurring FREQ=YEARLY;INTERVAL=2"),
    # C Months
    (69, "trong tháng 6/2023", "period 2023-06-01..2023-06-30"),
    (71, "hoàn thành trong tháng 11/2025", ["trong tháng 11/2025 = period 2025-11-01..2025-11-30"]),
    (72, "Xong trong tháng 5/2026", ["trong tháng 5/2026 = period 2026-05-01..2026-05-31"]),
    (73, "Tháng 3-5", "period *-03-01..*-05-end"),
    (74, "Tháng 12 hằng năm", "recurring FREQ=YEARLY;BYMONTH=12"),
    (75, "từ tháng 3 đến tháng 10 năm 2026", "period 2026-03-01..2026-10-31"),
    (76, "từ tháng 3 đến tháng 10", "period *-03-01..*-10-end"),
    (77, "vào tháng 4 và tháng 8 năm 2026", "period 2026-04-01..2026-08-31"),
    (
        78,
        "08 tháng (từ tháng 3 đến tháng 10)",
        ["từ tháng 3 đến tháng 10 = period *-03-01..*-10-end"],
    ),
    (79, "02 tháng (tháng 4 và tháng 8)", ["tháng 4 và tháng 8 = period *-04-01..*-08-end"]),
    (80, "Từ tháng 3 đến tháng 11 hàng năm", "recurring FREQ=YEARLY;BYMONTH=3,4,5,6,7,8,9,10,11"),
    (81, "Từ tháng 3 đến tháng 11 hằng năm", "recurring FREQ=YEARLY;BYMONTH=3,4,5,6,7,8,9,10,11"),
    (82, "từ tháng 10 năm 2025 đến hết tháng 3 năm 2026", "period 2025-10-01..2026-03-31"),
    (
        83,
        "Từ tháng 10/2025 đến khi tổ chức thành công Đại hội …",
        "period 2025-10-01.. [đến khi tổ chức thành công Đại hội …]",
    ),
    (
        84,
        "trong 4 tháng, bắt đầu từ tháng 9/2025; kết thúc vào 31/12/2025",
        ["bắt đầu từ tháng 9/2025; kết thúc vào 31/12/2025 = period 2025-09-01..2025-12-31"],
    ),
    (
        85,
        "hằng tháng; hàng tháng",
        ["hằng tháng = recurring FREQ=MONTHLY", "hàng tháng = recurring FREQ=MONTHLY"],
    ),
    (88, "trước ngày 18 hằng tháng", "recurring FREQ=MONTHLY;BYMONTHDAY=18"),
    (
        89,
        "chậm nhất ngày 25 của tháng cuối quý",
        "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
    ),
    (
        90,
        "chậm nhất ngày 06 của tháng cuối quý",
        "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=6",
    ),
    # D Fixed and recurring days
    (91, "trước ngày 15/12 hàng năm", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
    (93, "trước ngày 15/11 hằng năm", "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
    (95, "trước ngày 30/11 hằng năm", "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
    (
        96,
        "định kỳ trước ngày 30 tháng 11 hàng năm",
        "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
    ),
    (
        98,
        "định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất",
        "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10",
    ),
    (99, "trước ngày 20/11", "point ..*-11-20"),
    (100, "đến ngày 30 tháng 6 hàng năm", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
    (101, "trước ngày 31/3/2026", "point ..2026-03-31"),
    (103, "trước ngày 31 tháng 12 năm 2025", "point ..2025-12-31"),
    (104, "Trước ngày 30/11/2025", "point ..2025-11-30"),
    (105, "trước ngày 15/12/2026", "point ..2026-12-15"),
    (106, "xong trước ngày 01/01/2030", ["trước ngày 01/01/2030 = point ..2030-01-01"]),
    (107, "hoàn thành trước 30/6/2022", ["trước 30/6/2022 = point ..2022-06-30"]),
    (108, "hoàn thành trước ngày 30/6/2026", ["trước ngày 30/6/2026 = point ..2026-06-30"]),
    (109, "hoàn thành trước ngày 10/12/2023", ["trước ngày 10/12/2023 = point ..2023-12-10"]),
    (110, "trước ngày 20.7.2020", "point ..2020-07-20"),
    (111, "chậm nhất ngày 17 tháng 12", "point ..*-12-17"),
    (112, "chậm nhất ngày 25/7/2026", "point ..2026-07-25"),
    (113, "trước 16h ngày 22/7/2026", "point ..2026-07-22"),
    (114, "trước 15h", []),
    (115, "không muộn hơn ngày …; muộn nhất ngày …", []),
    (118, "Từ ngày 15/11 đến ngày 20/11/2025", "period 2025-11-15..2025-11-20"),
    (
        119,
        "từ ngày 20 tháng 11 năm 2025 đến ngày 03 tháng 12 năm 2025",
        "period 2025-11-20..2025-12-03",
    ),
    (120, "từ ngày 08 đến ngày 10 tháng 12 năm 2025", "period 2025-12-08..2025-12-10"),
    (
        121,
        "tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của năm báo cáo",
        "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14",
    ),
    (
        122,
        "thời điểm báo cáo là ngày 30/9; thời hạn gửi báo cáo là 30/10 hàng năm",
        [
            "ngày 30/9 = recurring FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30",
            "30/10 hàng năm = recurring FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30",
        ],
    ),
    (123, "trước ngày mùng …", []),
    (124, "các ngày 30, 31-12", "period *-12-30..*-12-31"),
    (
        125,
        "ngày 5/9/2025; ngày 05 tháng 9 năm 2025; ngày 30-10-2017",
        [
            "ngày 5/9/2025 = point ..2025-09-05",
            "ngày 05 tháng 9 năm 2025 = point ..2025-09-05",
            "ngày 30-10-2017 = point ..2017-10-30",
        ],
    ),
    # E Relative to an event
    (
        126,
        "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này",
        "relative P10D [kể từ ngày nhận Kế hoạch này]",
    ),
    (127, "trong 10 ngày làm việc", "relative P10D ~"),
    (128, "trong vòng 3 ngày làm việc", "relative P3D ~"),
    (
        129,
        "có hiệu lực sau 10 ngày kể từ ngày ký",
        ["sau 10 ngày kể từ ngày ký = relative issue..+P10D P10D [kể từ ngày ký]"],
    ),
    (130, "sau 30 ngày kể từ ngày …", "relative P30D [kể từ ngày …]"),
    (
        131,
        "trong 24 giờ đầu kể từ khi lực lượng đến được hiện trường",
        "relative PT24H [kể từ khi lực lượng đến được hiện trường]",
    ),
    (132, "sau 72 giờ", "relative PT72H"),
    (133, "sau ngày bầu cử", "relative [sau ngày bầu cử]"),
    (
        135,
        "đến trước ngày Luật PCCC và CNCH có hiệu lực thi hành",
        "relative [đến trước ngày Luật PCCC và CNCH có hiệu lực thi hành]",
    ),
    (
        136,
        "từ ngày ban hành Kế hoạch đến khi tổ chức thành công đại hội",
        "period issue.. [từ ngày ban hành Kế hoạch đến khi tổ chức thành công đại hội]",
    ),
    (137, "kể từ ngày ký (ban hành)", ["kể từ ngày ký = period issue.. [kể từ ngày ký]"]),
    (143, "đột xuất khi có yêu cầu", "relative [khi có yêu cầu]"),
    (144, "ngay sau khi ban hành", "relative [sau khi ban hành]"),
    (145, "kịp thời; khẩn trương; ngay", []),
    (146, "trong giai đoạn khẩn cấp", "relative [trong giai đoạn khẩn cấp]"),
    (147, "Trong quá trình thực hiện, nếu có …", []),
    # F Recurrence and continuity
    (148, "thường xuyên", "continuous"),
    (149, "Thường xuyên", "continuous"),
    (153, "hằng năm", "recurring FREQ=YEARLY"),
    (154, "Hàng năm", "recurring FREQ=YEARLY"),
    (155, "Định kỳ hằng năm", "recurring FREQ=YEARLY"),
    (156, "Định kỳ hàng năm", "recurring FREQ=YEARLY"),
    (
        158,
        "hằng ngày và đột xuất khi cần thiết",
        ["hằng ngày = recurring FREQ=DAILY", "đột xuất khi cần thiết = relative [khi cần thiết]"],
    ),
    (159, "trước 19h00’ hằng ngày", "recurring FREQ=DAILY;BYHOUR=19;BYMINUTE=0"),
    (
        160,
        "báo cáo 02 lần/ngày (trước 9h00’ và 16h00’)",
        ["02 lần/ngày (trước 9h00’ và 16h00’) = recurring FREQ=DAILY;BYHOUR=9,16;BYMINUTE=0"],
    ),
    (
        161,
        "02 lần/tháng; 2 lần/tháng",
        ["02 lần/tháng = recurring FREQ=MONTHLY", "2 lần/tháng = recurring FREQ=MONTHLY"],
    ),
    (162, "02 lần/năm", "recurring FREQ=YEARLY"),
    (
        163,
        "10 đợt/năm; 3 đợt/năm",
        ["10 đợt/năm = recurring FREQ=YEARLY", "3 đợt/năm = recurring FREQ=YEARLY"],
    ),
    (164, "04 đợt/tháng", "recurring FREQ=MONTHLY"),
    (165, "01 lần/năm", "recurring FREQ=YEARLY"),
    (166, "mỗi năm", "recurring FREQ=YEARLY"),
    (
        167,
        "định kỳ hàng ngày, hàng tuân (sic)",
        ["định kỳ hàng ngày = recurring FREQ=DAILY", "hàng tuân = recurring FREQ=WEEKLY"],
    ),
    (
        168,
        "hàng năm, giai đoạn 5 năm",
        ["hàng năm = recurring FREQ=YEARLY", "giai đoạn 5 năm = recurring FREQ=YEARLY;INTERVAL=5"],
    ),
    (
        169,
        "báo cáo Quý, 6 tháng, 9 tháng, năm",
        ["Quý, 6 tháng, 9 tháng, năm = recurring FREQ=MONTHLY;INTERVAL=3"],
    ),
    (
        170,
        "cả năm; cả giai đoạn",
        ["cả năm = period *-01-01..*-12-31 bare", "cả giai đoạn = period bare"],
    ),
    # G Calendar anchors
    (171, "trước, trong và sau Tết Nguyên đán Ất Tỵ năm 2025", "period 2025-01-22..2025-02-03 ~"),
    (
        172,
        "từ ngày 28/1/2019 đến hết ngày 10/2/2019 (tức từ ngày 23 tháng Chạp năm Mậu Tuất đến hết ngày mùng 6 tháng Giêng năm Kỷ Hợi)",
        "period 2019-01-28..2019-02-10",
    ),
    (173, "Ngày 01 tháng Giêng Âm lịch", "point ..*-01-01âl"),
    (174, "10 tháng 3 âm lịch", "point ..*-03-10âl"),
    (175, "dịp Tết Nguyên đán", "period *-01-01âl-7..*-01-06âl ~"),
    (
        177,
        "Hằng năm tổ chức “Tuần Lễ Chuyển đổi số Đồng Nai”",
        ["Hằng năm = recurring FREQ=YEARLY"],
    ),
    (
        178,
        "1,5 ngày (bắt đầu từ 13h30 thứ Hai ngày 06/7/2026)",
        ["bắt đầu từ 13h30 thứ Hai ngày 06/7/2026 = period 2026-07-06..2026-07-07"],
    ),
    (179, "01 ngày/hội nghị", []),
    (180, "02 buổi; 45 phút", []),
]


def test_the_inventory_is_whole() -> None:
    assert len(INVENTORY) == 144


@pytest.mark.parametrize(("row", "surface", "says"), INVENTORY)
def test_a_form_says(
    row: int, surface: str, says: str | list[str], meaning: Callable[[str], list[str]]
) -> None:
    assert meaning(surface) == ([f"{surface} = {says}"] if isinstance(says, str) else says)
