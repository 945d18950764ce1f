"""The inventory of target expressions (domain notes, 7.2): every surface form and what it means.

A row is (number in the inventory, surface, meaning). A meaning is a list of
"comparator value[..upper] unit /per change", where eq, no per and `reach` are left out. Forms that
name no figure ("đạt chuẩn quốc gia", "hầu hết") read as nothing: unknown is never a guess.
"""

from __future__ import annotations

import pytest

from vnplan.parsers.quantities import QuantityMention, find_quantities
from vnplan.records import Change, Comparator

ROWS: list[tuple[str, str, list[str]]] = [
    ("2", "100% số người hưởng trợ cấp xã hội …", ["100 %"]),  # = 100 %
    ("3", "Phấn đấu 100% trẻ em …", ["100 %"]),  # target = 100 %, soft ("strive")
    ("4", "phấn đấu đạt 100% kế hoạch", ["100 %"]),  # = 100 % of plan
    ("5", "Đảm bảo 100% khu công nghiệp, cụm công nghiệp …", ["100 %"]),  # = 100 %
    (
        "6",
        "Bảo đảm … duy trì điều trị cho 100% người nghiện",
        ["100 % maintain"],
    ),  # = 100 %, maintain
    ("7", "tại 100% nhà trường", ["100 %"]),  # = 100 %
    ("8", "Kinh tế số chiếm 45% GRDP", ["45 %"]),  # share = 45 %
    ("9", "đạt 40% GRDP", ["40 %"]),  # = 40 %
    ("10", "tỷ lệ … đạt 80%", ["80 %"]),  # = 80 %
    ("12", "đạt 95%", ["95 %"]),  # = 95 %
    ("13", "khoảng 22%", ["approx 22 %"]),  # ≈ 22 %
    ("13", "-Khoảng 22%", ["approx 22 %"]),  # a bullet without a blank
    ("14", "khoảng 27,31%", ["approx 27.31 %"]),  # ≈ 27.31 % (decimal comma)
    (
        "15",
        "Khoảng 55% trường THCS, 60% trường THPT",
        ["approx 55 %", "approx 60 %"],
    ),  # ≈55 %, ≈60 % (second value drops "khoảng")
    ("16", "đạt 33,59%", ["33.59 %"]),  # = 33.59 %
    ("17", "đạt 101,3% kế hoạch", ["101.3 %"]),  # result, not target
    ("18", "ít nhất 50% số xã, phường … không có ma túy", ["ge 50 %"]),  # ≥ 50 %
    ("20", "ít nhất 40% doanh nghiệp vừa và nhỏ", ["ge 40 %"]),  # ≥ 40 %
    ("21", "ít nhất 85% người …", ["ge 85 %"]),  # ≥ 85 %
    ("22", "ít nhất 02 ý tưởng, dự án khởi nghiệp", ["ge 2 ý tưởng"]),  # ≥ 2 ideas/projects
    ("23", "có ít nhất 05 ý tưởng", ["ge 5 ý tưởng"]),  # ≥ 5
    ("25", "tối thiểu 80%", ["ge 80 %"]),  # ≥ 80 %
    ("26", "tối thiểu 30% GRDP", ["ge 30 %"]),  # ≥ 30 %
    ("27", "đạt tối thiểu 20%", ["ge 20 %"]),  # ≥ 20 %
    ("28", "có tối thiểu 05 kịch bản ứng dụng", ["ge 5 kịch bản"]),  # ≥ 5
    ("29", "tối thiểu 10 doanh nghiệp", ["ge 10 doanh nghiệp"]),  # ≥ 10
    ("30", "tối thiểu 2 dự án", ["ge 2 dự án"]),  # ≥ 2
    ("31", "(R&D)/GRDP tối thiểu 2%", ["ge 2 %"]),  # ≥ 2 %
    ("32", "trên 50% diện tích", ["gt 50 %"]),  # > 50 %
    ("33", "Trên 80% số trạm y tế", ["gt 80 %"]),  # > 80 %
    ("34", "đạt trên 60%", ["gt 60 %"]),  # > 60 %
    ("35", "đạt trên 70%", ["gt 70 %"]),  # > 70 %
    ("36", "trên 2.000 ha", ["gt 2000 ha"]),  # > 2,000 ha (thousand dot)
    ("37", "trên 4.500 tỷ đồng", ["gt 4500 tỷ đồng"]),  # > 4,500 tỷ (situation, not target)
    ("38", "hơn 20.000 hộ", ["gt 20000 hộ"]),  # > 20,000 (situation)
    ("39", "đạt từ 98% trở lên", ["ge 98 %"]),  # ≥ 98 %
    ("39", "đạt từ 98% quy mô cấp xã", ["ge 98 %"]),  # "từ" without "đến" is at least
    ("40", "từ 7,5% trở lên", ["ge 7.5 %"]),  # ≥ 7.5 %
    ("41", "đạt từ 63 triệu đồng trở lên", ["ge 63 triệu đồng"]),  # ≥ 63 million VND
    ("42", "71% trở lên", ["ge 71 %"]),  # ≥ 71 %
    ("43", "từ 28% trở lên", ["ge 28 %"]),  # ≥ 28 %
    ("44", "giảm từ 0,5% trở lên", ["ge 0.5 % decrease"]),  # reduce ≥ 0.5 pp
    ("45", "tăng thêm 7 xã trở lên", ["ge 7 xã increase"]),  # increase ≥ 7 communes
    ("46", "từ 88% trở lên", ["ge 88 %"]),  # ≥ 88 %
    ("47", "không thấp hơn 30%", ["ge 30 %"]),  # ≥ 30 %
    ("49", "cao hơn bình quân chung cả nước", []),  # > national average (relative)
    ("52", "dưới 109 bé trai/100 bé gái", ["lt 109 bé trai /100 bé gái"]),  # < 109/100
    ("53", "dưới 3% vào năm 2020", ["lt 3 %"]),  # < 3 %
    ("54", "dưới 35%", ["lt 35 %"]),  # < 35 %
    ("55", "không quá 10% tập thể, 5% cá nhân", ["le 10 %", "le 5 %"]),  # ≤ 10 % ; ≤ 5 %
    ("56", "Không quá 05 cá nhân", ["le 5 cá nhân"]),  # ≤ 5
    ("57", "giảm 50% số cặp tảo hôn", ["50 % decrease"]),  # reduce by 50 % (not an upper bound)
    ("58", 'không để …; không có ma túy; "không ma túy"', []),  # = 0 (qualitative zero)
    ("59", "không còn hộ nghèo; không có xã …", []),  # = 0
    ("60", "tối đa", []),  # ≤
    ("61", "từ 10 - 10,5%/năm", ["10..10.5 % /năm"]),  # 10..10.5 %/year
    ("62", "8,0 - 8,5%/năm", ["8..8.5 % /năm"]),  # 8..8.5 %/year
    ("63", "60-70%", ["60..70 %"]),  # 60..70 %
    (
        "64",
        "40 – 45% (phấn đấu từ 50 – 55% theo chỉ tiêu của Trung ương)",
        ["40..45 %", "50..55 %"],
    ),  # 40..45 (own), 50..55 (central)
    ("65", "70 - 80%", ["70..80 %"]),  # 70..80 %
    ("66", "từ 70% đến 80%", ["70..80 %"]),  # 70..80 %
    ("67", "34 - 35 vạn lao động", ["34..35 vạn lao động"]),  # 340,000..350,000
    ("68", "3.900 - 4.000 USD", ["3900..4000 USD"]),  # 3900..4000 USD
    ("69", "1%-1,5%", ["1..1.5 %"]),  # 1..1.5 %
    ("70", "giảm 1-1,5%/năm", ["1..1.5 % /năm decrease"]),  # reduce 1..1.5 pp per year
    ("71", "13-13,5%", ["13..13.5 %"]),  # 13..13.5 %
    ("72", "từ 95- dưới 100%", ["95..100 %"]),  # 95 ≤ x < 100
    ("73", "từ 88 - 90%", ["88..90 %"]),  # 88..90
    ("74", "từ 05 bộ dữ liệu mở", ["ge 5 bộ dữ liệu"]),  # ≥ 5 (từ N without "đến" = at least)
    ("75", "từ 5 ha đến dưới 10 ha", ["5..10 ha"]),  # 5 ≤ x < 10
    ("76", "tăng bình quân 12%/năm", ["12 % /năm increase"]),  # +12 %/year, average
    ("77", "tăng 5%/năm", ["5 % /năm increase"]),  # +5 %/year
    ("78", "tăng khoảng 10%", ["approx 10 % increase"]),  # ≈ +10 %
    ("79", "tăng trên 3%", ["gt 3 % increase"]),  # > +3 % yearly (with "Hằng năm")
    ("80", "tăng thêm ít nhất 20% số nhóm trẻ", ["ge 20 % increase"]),  # ≥ +20 %
    ("81", "tăng thêm ít nhất 10% số trường mầm non", ["ge 10 % increase"]),  # ≥ +10 %
    ("82", "tăng thêm 10 điểm %", ["10 điểm % increase"]),  # +10 pp
    ("83", "tăng 4,9% so cùng kỳ", ["4.9 % increase"]),  # year-on-year (situation)
    ("86", "Rà soát cắt giảm ít nhất 30% thủ tục hành chính", ["ge 30 % decrease"]),  # ≥ −30 %
    ("87", "giảm bình quân 3%/năm", ["3 % /năm decrease"]),  # −3 %/year average
    (
        "88",
        "giảm tỷ lệ hộ nghèo từ 8,45% năm 2016, xuống còn dưới 3% vào năm 2020",
        ["8.45 % decrease baseline", "lt 3 %"],
    ),  # from 8.45 % (2016) to < 3 % (2020)
    ("89", "giảm khoảng 20% so với năm 2020", ["approx 20 % decrease"]),  # ≈ −20 % vs 2020
    (
        "90",
        "giảm 10% … vào năm 2025 và 20% vào năm 2030 so với năm 2020",
        ["10 % decrease", "20 % decrease"],
    ),  # two milestones, baseline 2020
    ("91", "giảm 2/3 hộ cận nghèo", ["0.666667 hộ decrease"]),  # −2/3
    ("92", "gấp 2 lần", ["2 lần increase"]),  # ×2
    ("93", "gấp 30 lần GRDP", ["30 lần"]),  # = 30 × GRDP (level, not change)
    ("94", "gấp 3,16 lần", ["3.16 lần increase"]),  # ×3.16
    ("95", "gấp đôi; tăng 1,3 lần", ["2 lần increase", "1.3 lần increase"]),  # ×2 ; ×1.3
    ("96", "duy trì 60%", ["60 % maintain"]),  # hold = 60 %
    ("97", "duy trì đạt từ 98,4% trở lên", ["ge 98.4 % maintain"]),  # hold ≥ 98.4 %
    ("98", "giữ vững; không để tụt hạng", []),  # hold
    ("99", "nâng tổng số lên 37 CCN", ["37 CCN"]),  # level 37 after change
    ("100", "(nâng) … lên tối thiểu 80% trên toàn Tỉnh", ["ge 80 %"]),  # ≥ 80 %
    (
        "102",
        "02 lớp; 01 cuộc thi; 05 ý tưởng",
        ["2 lớp", "1 cuộc thi", "5 ý tưởng"],
    ),  # 2, 1, 5 (leading zero dropped)
    (
        "103",
        "02 Liên hiệp Hợp tác xã; 07 Liên hiệp HTX",
        ["2 Liên hiệp Hợp tác xã", "7 Liên hiệp HTX"],
    ),  # 2, 7
    (
        "104",
        "hỗ trợ 10 dự án … 10 doanh nghiệp … 3 vườn ươm … 1 trung tâm",
        ["10 dự án", "10 doanh nghiệp", "3 vườn ươm", "1 trung tâm"],
    ),  # four counts
    (
        "105",
        "Hình thành ít nhất 100 doanh nghiệp khởi nghiệp sáng tạo, 50 doanh nghiệp KH&CN; … trong đó có 20 doanh nghiệp",
        ["ge 100 doanh nghiệp", "ge 50 doanh nghiệp", "20 doanh nghiệp"],
    ),  # ≥100; 50; subset 20 (list)
    ("106", "3.000 lượt nhân lực", ["3000 lượt"]),  # 3,000 person-times
    (
        "107",
        "02 hội nghị/năm × 50 đại biểu/hội nghị",
        ["2 hội nghị /năm", "50 đại biểu /hội nghị"],
    ),  # 2/year × 50
    ("108", "50 người/lớp x 02 lớp", ["50 người /lớp", "2 lớp"]),  # 100 people
    ("109", "hằng năm 500 thanh niên", ["500 thanh niên /năm"]),  # 500/year
    (
        "110",
        "ít nhất 20 thanh niên khởi nghiệp, trong đó có 2 dự án",
        ["ge 20 thanh niên", "2 dự án"],
    ),  # ≥20, subset 2
    ("111", "05 Khu công nghiệp mới", ["5 Khu công nghiệp"]),  # 5
    ("112", "02 dự án điện rác", ["2 dự án"]),  # 2
    (
        "113",
        "01 triệu căn hộ nhà ở xã hội",
        ["1 triệu căn hộ"],
    ),  # 1,000,000 (inside the name of a project)
    ("114", "150 sản phẩm", ["150 sản phẩm"]),  # 150
    ("115", "1.299 người/1.025 ấp", ["1299 người", "1025 ấp"]),  # 1,299/1,025 (coverage, not ratio)
    ("116", "10 lượt; 1.200 lượt người", ["10 lượt", "1200 lượt"]),  # visits/person-times
    ("117", "1.600 doanh nghiệp đăng ký mới", ["1600 doanh nghiệp"]),  # result
    (
        "118",
        "629/731 trường công lập đạt chuẩn quốc gia",
        ["629 of 731 trường"],
    ),  # 629 of 731 (result)
    ("121", "mỗi năm phát triển từ 05 bộ dữ liệu", ["ge 5 bộ dữ liệu /năm"]),  # ≥ 5/year
    ("122", "mỗi đơn vị cấp xã có ít nhất 01 mô hình", ["ge 1 mô hình /đơn vị"]),  # ≥ 1 per unit
    ("123", "mỗi người dân có một tài khoản số", ["1 tài khoản /người dân"]),  # 1 per person
    ("124", "25 tỷ đồng", ["25 tỷ đồng"]),  # 25,000,000,000 VND
    ("125", "1.200 triệu đồng", ["1200 triệu đồng"]),  # 1,200,000,000 VND
    ("126", "500.000.000 đồng", ["500000000 đồng"]),  # 500,000,000 VND
    ("127", "50 triệu USD", ["50 triệu USD"]),  # 50,000,000 USD
    ("128", "660.085 tỷ đồng", ["660085 tỷ đồng"]),  # 660,085 billion VND (thousand dot!)
    ("129", "172.033 tỷ đồng", ["172033 tỷ đồng"]),  # 172,033 billion
    ("130", "21.049,188 tỷ đồng", ["21049.188 tỷ đồng"]),  # 21,049.188 billion
    (
        "131",
        "11,4 tỷ đồng; 22,656 tỷ đồng",
        ["11.4 tỷ đồng", "22.656 tỷ đồng"],
    ),  # 11.4; 22.656 billion (decimal comma)
    ("132", "17.500 tỷ đồng", ["17500 tỷ đồng"]),  # 17,500 billion
    ("133", "43,5 nghìn tỷ đồng", ["43.5 nghìn tỷ đồng"]),  # 43,500 billion
    (
        "134",
        "1.500.000.000 đồng/năm x 05 năm = 7.500.000.000 đồng",
        ["1500000000 đồng /năm", "5 năm", "7500000000 đồng"],
    ),  # per-year amount and total
    ("135", "50.000.000 đồng/năm", ["50000000 đồng /năm"]),  # 50,000,000/year
    ("136", "8,95 tỷ USD", ["8.95 tỷ USD"]),  # 8.95 billion USD
    ("137", "07 tỷ USD", ["7 tỷ USD"]),  # 7 billion USD
    (
        "138",
        "4,87 tỷ USD tương đương 113.229 tỷ đồng",
        ["4.87 tỷ USD", "113229 tỷ đồng"],
    ),  # two units, same value
    ("139", "2.600 triệu USD", ["2600 triệu USD"]),  # 2.6 billion USD
    ("140", "02 tỷ 507 triệu đô la Mỹ", ["2.507 tỷ đô la Mỹ"]),  # 2.507 billion USD
    ("141", "280 triệu đồng/HTX/năm", ["280 triệu đồng /HTX/năm"]),  # per cooperative per year
    ("142", "80 triệu đồng/người/năm", ["80 triệu đồng /người/năm"]),  # per capita
    ("143", "12.375,3/10.200 triệu đồng", ["12375.3 of 10200 triệu đồng"]),  # achieved/planned
    (
        "144",
        "5.817,196 tỷ đồng/5.937,440 tỷ đồng",
        ["5817.196 of 5937.440 tỷ đồng"],
    ),  # achieved/planned
    (
        "145",
        "15.942,496 tỷ đồng/14.635,050 tỷ đồng, đạt 108,93%",
        ["15942.496 of 14635.050 tỷ đồng", "108.93 %"],
    ),  # achieved/planned, with %
    ("146", "khoảng 2000 tỷ đồng", ["approx 2000 tỷ đồng"]),  # ≈ 2,000 billion (no separator)
    (
        "147",
        "10.000 triệu đồng; ngàn đồng; nghìn đồng",
        ["10000 triệu đồng"],
    ),  # units tỷ/triệu/nghìn/ngàn/đồng/VNĐ
    ("148", "thuộc nhóm 10 tỉnh dẫn đầu", ["le 10 tỉnh"]),  # rank ≤ 10
    ("149", "Top 20 bảng xếp hạng", ["le 20 Top"]),  # rank ≤ 20
    ("150", "xếp thứ 2; xếp thứ 8", ["2", "8"]),  # rank = 2
    ("151", "vị trí thứ 18", ["18"]),  # rank = 18
    ("152", "thứ 38/63", ["38 of 63"]),  # rank 38 of 63
    ("153", "nhóm 4 (nhóm đạt điểm thấp nhất)", ["4 nhóm"]),  # group 4 of 4 (PAPI)
    (
        "154",
        "87,61 điểm; 40,62/80 điểm; 69,03 điểm",
        ["87.61 điểm", "40.62 of 80 điểm", "69.03 điểm"],
    ),  # score (/max)
    ("155", "tăng 6 bậc; giảm 7 bậc", ["6 bậc increase", "7 bậc decrease"]),  # rank change
    ("156", "tăng 1,59 điểm so với năm 2020", ["1.59 điểm increase"]),  # score change
    ("157", "mức 1; mức 2 (hệ sinh thái)", ["1 mức", "2 mức"]),  # level
    ("158", "1 trong 3 đầu tàu; top đầu", []),  # qualitative rank
    ("159", "đạt chuẩn quốc gia", []),  # boolean
    ("160", "9,5 bác sĩ/vạn dân", ["9.5 bác sĩ /vạn dân"]),  # 9.5 per 10,000
    (
        "161",
        "14,3 bác sỹ/1 vạn dân và 48,5 giường bệnh/1 vạn dân",
        ["14.3 bác sỹ /1 vạn dân", "48.5 giường /1 vạn dân"],
    ),  # two ratios
    (
        "162",
        "10 bác sĩ và 31,5 giường trên 1 vạn dân",
        ["10 bác sĩ /1 vạn dân", "31.5 giường /1 vạn dân"],
    ),  # ratio before "trên 1 vạn dân"
    ("163", "19 bác sĩ/vạn dân", ["19 bác sĩ /vạn dân"]),  # 19 per 10,000
    ("164", "34,5 giường/ 10.000 dân", ["34.5 giường /10.000 dân"]),  # 34.5 per 10,000
    ("165", "2,1 con/phụ nữ", ["2.1 con /phụ nữ"]),  # 2.1
    ("166", "109 bé trai/100 bé gái", ["109 bé trai /100 bé gái"]),  # sex ratio
    ("167", "1,21 thuê bao/ 100 dân", ["1.21 thuê bao /100 dân"]),  # per 100
    (
        "167",
        "tỷ lệ mắc sởi, rubella dưới 02/100.000 dân",
        ["lt 2 /100.000 dân"],
    ),  # no unit of its own
    ("168", "4,5‰; 11,25%o", ["4.5 ‰", "11.25 %o"]),  # per mille (also written %o)
    ("169", "01 Gb/s", ["1 Gb/s"]),  # 1 Gb/s
    ("169", "tối thiểu 40 Mbit/s", ["ge 40 Mbit/s"]),
    ("169", "tối thiểu 100Mbit/s tại các khu vực", ["ge 100 Mbit/s"]),
    ("170", "89,5 MW; 4.758,5 MW", ["89.5 MW", "4758.5 MW"]),  # decimal comma + thousand dot
    ("171", "1.700 ha", ["1700 ha"]),  # 1,700 ha
    (
        "172",
        "1.000 m3 trở lên",
        ["ge 1000 m3"],
    ),  # ≥ 1,000 m³ (written `m3`); threshold, not a target
    (
        "173",
        "gần 8,1 triệu lượt khách",
        ["approx 8.1 triệu lượt"],
    ),  # millions, "gần" = just under
    ("174", "574.341 tấn", ["574341 tấn"]),  # 574,341 tons
    (
        "175",
        "41,2 triệu cây xanh, trong đó: 10 triệu …; 31,2 triệu …",
        ["41.2 triệu cây xanh", "10 triệu", "31.2 triệu"],
    ),  # total + parts
    ("176", "2/3; 1/2 số xã; 3/4", ["0.666667", "0.5 số", "0.75"]),  # 0.667 …
    ("177", "hai phần ba; một nửa; một phần ba", ["0.666667", "0.5", "0.333333"]),  # word fractions
    ("178", "đa số; hầu hết; toàn bộ; tất cả các", []),  # >50 %; ~all; =100 %
    ("179", "một số; nhiều; đông đảo", []),  # vague, no value
    ("180", "quá nửa; phân nửa", ["gt 0.5", "0.5"]),  # ≥ 50 %
    ("181", "Xấp xỉ 75,5", ["approx 75.5"]),  # ≈ 75.5
    (
        "182",
        "gần 20.000 hộ; gần 1.000 ha",
        ["approx 20000 hộ", "approx 1000 ha"],
    ),  # just under N (situation)
    ("183", "3-4 lần", ["3..4 lần"]),  # range
]


def meaning(mention: QuantityMention) -> str:
    quantity = mention.quantity
    parts = []
    if quantity.comparator is not Comparator.EQ:
        parts.append(str(quantity.comparator))
    low = format(quantity.value, "f")
    parts.append(low if quantity.upper is None else f"{low}..{quantity.upper:f}")
    if mention.of is not None:
        parts.append(f"of {mention.of:f}")
    if quantity.unit:
        parts.append(quantity.unit)
    if quantity.per:
        parts.append(f"/{quantity.per}")
    if quantity.change is not Change.REACH:
        parts.append(str(quantity.change))
    if mention.baseline:
        parts.append("baseline")
    return " ".join(parts)


@pytest.mark.parametrize(("number", "surface", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_inventory(number: str, surface: str, expected: list[str]) -> None:
    assert [meaning(found) for found in find_quantities(surface)] == expected
