"""Single bodies named in a line: spellings, posts, territories, shapes."""

from __future__ import annotations

import pytest

from vnplan.parsers.agencies import Basis, find_mentions

NAMES = [
    # what an "đặc biệt" tells apart: not the Front's "Ban Công tác Mặt trận"
    ("Ban Công tác đặc biệt; Bộ Ngoại giao", ["Ban Công tác đặc biệt", "Bộ Ngoại giao"]),
    # names that hold a comma, "và" or a dash, and two of them side by side
    ("Sở Giáo dục và Đào tạo và Sở Y tế chủ trì", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
    ("Sở Y tế, Công an tỉnh chịu trách nhiệm", ["Sở Y tế", "Công an"]),
    (
        "Viện Chiến lược, Chính sách tài nguyên và môi trường nghiên cứu tham mưu",
        ["Viện Chiến lược, Chính sách tài nguyên và môi trường"],
    ),
    (
        "Giao Viện Nghiên cứu Chiến lược, Chính sách Công Thương rà soát",
        ["Viện Nghiên cứu Chiến lược, Chính sách Công Thương"],
    ),
    (
        "Trung tâm Truyền thông tài nguyên và môi trường, Báo Nhân Dân có trách nhiệm",
        ["Trung tâm Truyền thông tài nguyên và môi trường", "Báo Nhân Dân"],
    ),
    (
        "phối hợp với Trung tâm Ứng dụng khoa học và công nghệ tổ chức",
        ["Trung tâm Ứng dụng khoa học và công nghệ"],
    ),
    (
        "Trung tâm Xúc tiến Đầu tư, Thương mại và Hỗ trợ doanh nghiệp tham mưu",
        ["Trung tâm Xúc tiến Đầu tư, Thương mại và Hỗ trợ doanh nghiệp"],
    ),
    (
        "Đảng uỷ Mặt trận Tổ quốc, các đoàn thể tỉnh; Đảng ủy Ủy ban nhân dân tỉnh",
        ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể", "Đảng ủy Ủy ban nhân dân"],
    ),
    (
        "với Sở Lao động – Thương binh và Xã hội, Tỉnh đoàn",
        ["Sở Lao động - Thương binh và Xã hội", "Tỉnh đoàn"],
    ),
    ("Sở Văn hoá Thể thao và Du lịch phối hợp", ["Sở Văn hóa, Thể thao và Du lịch"]),
    (
        "Báo và Phát thanh, Truyền hình tỉnh và Sở Nội vụ",
        ["Báo và Phát thanh, Truyền hình", "Sở Nội vụ"],
    ),
    # organs of the Party inside a body
    (
        "Giao Tổ đảng ở Thường trực Ủy ban Pháp luật chủ trì",
        ["Tổ đảng ở Thường trực Ủy ban Pháp luật"],
    ),
    (
        "Tổ đảng ở Thường trực Ủy ban KH,CN&MT theo dõi",
        ["Tổ đảng ở Thường trực Ủy ban KH,CN&MT"],
    ),
    ("Tổ Đảng tại Thường trực HĐND huyện", ["Tổ Đảng tại Thường trực HĐND"]),
    (
        "Đảng đoàn Quốc hội phối hợp với Đảng ủy cơ quan Văn phòng Quốc hội",
        ["Đảng đoàn Quốc hội", "Đảng ủy cơ quan Văn phòng Quốc hội"],
    ),
    ("Giao Đảng ủy bộ phận Phòng Giáo dục theo dõi", ["Đảng ủy bộ phận Phòng Giáo dục"]),
    ("phối hợp với Chi bộ Sở Tư pháp, Sở Y tế", ["Chi bộ Sở Tư pháp", "Sở Y tế"]),
    ("giao chi bộ Trung tâm Y tế thực hiện", ["Chi bộ Trung tâm Y tế"]),
    ("Đảng ủy, Sở Y tế chủ trì", ["Đảng ủy", "Sở Y tế"]),
    ("Ban Thường vụ Huyện ủy chỉ đạo", ["Ban Thường vụ Huyện ủy"]),
    ("Ban Thường vụ Thành ủy chỉ đạo", ["Ban Thường vụ Tỉnh ủy"]),
    ("giao UBND xã Đoàn Kết thực hiện", ["Ủy ban nhân dân"]),
    ("Thường trực Ủy ban Kinh tế của Quốc hội chủ trì", ["Ủy ban Kinh tế của Quốc hội"]),
    # the youth union and the students' association of a school are one office
    (
        "Đoàn Thanh niên – Hội sinh viên, Khoa Luật",
        ["Đoàn Thanh niên - Hội Sinh viên", "Khoa Luật"],
    ),
    ("Viện Kỹ thuật và Khoa Giáo dục Mầm non", ["Viện Kỹ thuật", "Khoa Giáo dục Mầm non"]),
    # courts and services of a region, whose province or place stands behind
    (
        "Tòa án nhân dân khu vực 1 - Đồng Tháp, Viện kiểm sát nhân dân khu vực 1 phối hợp",
        ["Tòa án nhân dân khu vực 1", "Viện kiểm sát nhân dân khu vực 1"],
    ),
    (
        "Thuế cơ sở 3 tỉnh Đồng Tháp, Bảo hiểm xã hội cơ sở Cao Lãnh bố trí cán bộ",
        ["Thuế cơ sở 3", "Bảo hiểm xã hội cơ sở Cao Lãnh"],
    ),
    (
        "Ban Quản lý dự án Đầu tư xây dựng khu vực đẩy nhanh",
        ["Ban Quản lý dự án đầu tư xây dựng khu vực"],
    ),
    (
        "Tổng công ty Điện lực miền Bắc, miền Trung, miền Nam tổ chức",
        [f"Tổng công ty Điện lực miền {where}" for where in ("Bắc", "Trung", "Nam")],
    ),
    # a word with a capital belongs to a name, whatever it means elsewhere
    ("Tiểu ban Tuyên truyền và Phục vụ Đại hội giúp", ["Tiểu ban Tuyên truyền và Phục vụ Đại hội"]),
    ("Bộ phận Tài vụ tổng hợp số liệu", ["Bộ phận Tài vụ"]),
    ("Đội Quản lý trật tự đô thị xử lý vi phạm", ["Đội Quản lý trật tự đô thị"]),
    (
        "Phòng Khảo thí và Quản lý chất lượng giáo dục tham mưu",
        ["Phòng Khảo thí và Quản lý chất lượng giáo dục"],
    ),
    (
        "Trường THPT chuyên Phan Bội Châu, Trường PT DTNT tỉnh xây dựng kế hoạch",
        ["Trường THPT chuyên Phan Bội Châu", "Trường PT DTNT"],
    ),
    (
        "phối hợp với Phân xưởng Vận hành, Phân xưởng Cơ điện xây dựng",
        ["Phân xưởng Vận hành", "Phân xưởng Cơ điện"],
    ),
    (
        "Hội đồng coi thi, Hội đồng chấm thi thực hiện đúng quy chế",
        ["Hội đồng coi thi", "Hội đồng chấm thi"],
    ),
    (
        "Cơ quan Thường trực Ban An toàn giao thông huyện, Công an huyện triển khai",
        ["Cơ quan Thường trực Ban An toàn giao thông huyện", "Công an"],
    ),
    (
        "Cơ quan Thường trực Ban An toàn giao thông (Sở Xây dựng)",
        ["Ban An toàn giao thông", "Sở Xây dựng"],
    ),
    (
        "Ban Tuyên giáo - Chính sách luật pháp chủ trì",
        ["Ban Tuyên giáo - Chính sách luật pháp"],
    ),
    (
        "Ban Thường trực UBMTTQ tỉnh, Ban Thường trực MTTQ xã",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam"] * 2,
    ),
    ("Viện kiểm sát quân sự trung ương hướng dẫn", ["Viện kiểm sát quân sự trung ương"]),
    # abbreviations
    ("Sở KH&CN, SKHCN, Sở KHCN", ["Sở Khoa học và Công nghệ"] * 3),
    (
        "UBMTTQ tỉnh, LĐLĐ tỉnh và BHXH tỉnh",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam", "Liên đoàn Lao động", "Bảo hiểm xã hội"],
    ),
    (
        "Sở LĐ-TB&XH, Sở VH,TT&DL",
        ["Sở Lao động - Thương binh và Xã hội", "Sở Văn hóa, Thể thao và Du lịch"],
    ),
    # the number of an item is no part of a document's number
    ("2- UBND các huyện, thị xã có trách nhiệm:", ["Ủy ban nhân dân các huyện, thị xã"]),
    ("8/ UBND các huyện, thị xã: Bố trí vốn.", ["Ủy ban nhân dân các huyện, thị xã"]),
    # numbered branches
    (
        "Kho bạc Nhà nước khu vực XI, NHNN Khu vực 9",
        ["Kho bạc Nhà nước khu vực XI", "Ngân hàng Nhà nước khu vực 9"],
    ),
    ("Ngân hàng nhà nước Việt Nam - Chi nhánh Khu vực II", ["Ngân hàng Nhà nước khu vực II"]),
    # a post speaks for its body
    ("Giám đốc Sở Y tế, Chánh Văn phòng UBND tỉnh", ["Sở Y tế", "Văn phòng Ủy ban nhân dân"]),
    ("Bộ trưởng Bộ Nội vụ chỉ đạo", ["Bộ Nội vụ"]),
    # boards of the centre, which may go by a number
    ("Ban Chỉ đạo quốc gia 1237 chủ trì", ["Ban Chỉ đạo quốc gia 1237"]),
    ("trình Ban Chỉ đạo quốc gia các chủ trương", ["Ban Chỉ đạo quốc gia"]),
    ("Ban Chỉ đạo các quân khu chủ trì", ["Ban Chỉ đạo các quân khu"]),
    # the other office of the same person
    ("Bộ trưởng Bộ Tài chính - Phó Trưởng ban Ban Chỉ đạo 389 quốc gia", ["Bộ Tài chính"]),
    ("Giám đốc Sở Y tế - Giám đốc Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
    # one person with two posts
    (
        "Bộ trưởng Bộ Tài chính - Phó Trưởng ban Thường trực Ban Chỉ đạo 389 quốc gia tập trung",
        ["Bộ Tài chính"],
    ),
    ("Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", ["Bộ Chỉ huy Quân sự"]),
    # bodies known by their shape
    ("Trường Cao đẳng Cộng đồng Đắk Nông tổ chức lớp", ["Trường Cao đẳng Cộng đồng Đắk Nông"]),
    ("giao Hạt Kiểm lâm huyện Krông Nô phối hợp", ["Hạt Kiểm lâm"]),
    ("Công ty cổ phần tập đoàn Đồng Tâm nộp 30 tỷ", ["Công ty cổ phần tập đoàn Đồng Tâm"]),
    (
        "Văn phòng Thường trực Ban Chỉ đạo 389 quốc gia tăng cường",
        ["Văn phòng Thường trực Ban Chỉ đạo 389 quốc gia"],
    ),
    ("với Phòng Văn hóa, Khoa học và Thông tin tham mưu", ["Phòng Văn hóa, Khoa học và Thông tin"]),
    # in capitals, where a capital proves nothing
    ("CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", ["Văn phòng Ủy ban nhân dân"]),
    ("Phòng Công nghệ thông tin chủ trì", ["Phòng Công nghệ thông tin"]),
    ("Tiểu ban Hậu cần chuẩn bị", ["Tiểu ban Hậu cần"]),
    ("Tiểu ban giúp việc Ban Chỉ đạo tỉnh", ["Tiểu ban giúp việc Ban Chỉ đạo"]),
    ("Bộ phận giúp việc Ban Chỉ đạo tỉnh", ["Bộ phận giúp việc Ban Chỉ đạo"]),
    (
        "Tổ giúp việc Ban chỉ đạo Trung ương về phòng, chống",
        ["Tổ giúp việc Ban chỉ đạo Trung ương"],
    ),
    (
        "gồm Công ty TNHH Khai thác và chế biến đá Việt Long tại Văn bản",
        ["Công ty TNHH Khai thác và chế biến đá Việt Long"],
    ),
    (
        "Công ty cổ phần Xây dựng giao thông Yên Bái tại Văn bản",
        ["Công ty cổ phần Xây dựng giao thông Yên Bái"],
    ),
    ("Chi cục Dân số - Xã hội tổng hợp", ["Chi cục Dân số - Xã hội"]),
    ("phối hợp với Ban Đại diện cha mẹ học sinh thường xuyên", ["Ban Đại diện cha mẹ học sinh"]),
    ("giao phòng Quản lý Công nghiệp triển khai", ["Phòng Quản lý Công nghiệp"]),
    # management boards of zones with a name of their own, and those that only a province follows
    (
        "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi, Sở Y tế",
        ["Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp", "Sở Y tế"],
    ),
    (
        "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp chủ trì",
        ["Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp"],
    ),
    ("BQL KKT Vân Phong và Sở Y tế", ["Ban Quản lý Khu kinh tế Vân Phong", "Sở Y tế"]),
    ("Ban Quản lý Khu kinh tế Nam Phú Yên rà soát", ["Ban Quản lý Khu kinh tế Nam Phú Yên"]),
    ("Ban Quản lý Khu kinh tế Đông Nam", ["Ban Quản lý Khu kinh tế Đông Nam"]),
    ("giao ban quản lý khu kinh tế Vũng Áng", ["Ban quản lý khu kinh tế Vũng Áng"]),
    (
        "Ban Quản lý khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn chủ trì",
        ["Ban Quản lý khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn"],
    ),
    (
        "Ban Quản lý Khu Nông nghiệp ứng dụng công nghệ cao Phú Yên",
        ["Ban Quản lý Khu nông nghiệp ứng dụng công nghệ cao"],
    ),
    (
        "Ban Quản lý các Khu công nghiệp và chế xuất Hà Nội",
        ["Ban Quản lý các khu công nghiệp và chế xuất"],
    ),
    ("Ban Quản lý Khu kinh tế Chủ trì, phối hợp", ["Ban Quản lý Khu kinh tế"]),
    ("Ban Quản lý Khu kinh tế và Sở Tài chính", ["Ban Quản lý Khu kinh tế", "Sở Tài chính"]),
    # units with the body they belong to
    (
        "Phòng Cảnh sát giao thông - Công an tỉnh chủ trì",
        ["Phòng Cảnh sát giao thông - Công an"],
    ),
    ("với Vụ Pháp chế - Ủy ban Dân tộc triển khai", ["Vụ Pháp chế - Ủy ban Dân tộc"]),
    ("Chi cục Kiểm lâm thuộc Sở Nông nghiệp và Môi trường chủ trì", ["Chi cục Kiểm lâm"]),
    ("Trung tâm Kiểm soát bệnh tật - Sở Y tế chủ trì", ["Trung tâm Kiểm soát bệnh tật"]),
    ("Phòng Nghiệp vụ Y của Sở Y tế chủ trì", ["Phòng Nghiệp vụ Y"]),
    ("Sở Y tế - Sở Tài chính phối hợp", ["Sở Y tế", "Sở Tài chính"]),
    ("Trung tâm Văn hóa - Thể thao chủ trì", ["Trung tâm Văn hóa - Thể thao"]),
    # bodies of several communes
    ("Trung tâm Y tế khu vực Lâm Thao chủ trì", ["Trung tâm Y tế khu vực Lâm Thao"]),
    ("Đồn Biên phòng, Hội Phụ nữ xã mở lớp", ["Đồn Biên phòng", "Hội Liên hiệp Phụ nữ"]),
    ("Lữ đoàn 297, Sư đoàn 316 tham gia", ["Lữ đoàn 297", "Sư đoàn 316"]),
    # set pairs inside names
    ("Cục Quản lý Khám, chữa bệnh chủ trì", ["Cục Quản lý Khám, chữa bệnh"]),
    (
        "với Vụ Truyền thông và Thi đua, khen thưởng tuyên truyền",
        ["Vụ Truyền thông và Thi đua, khen thưởng"],
    ),
    # what a name holds that is a verb elsewhere
    ("Vụ Vật liệu xây dựng chủ trì", ["Vụ Vật liệu xây dựng"]),
    ("Vụ Tổ chức cán bộ xây dựng kế hoạch", ["Vụ Tổ chức cán bộ"]),
    ("giao Ban Quản lý quy hoạch tổng hợp", ["Ban Quản lý quy hoạch"]),
    ("Phòng Quản lý quy hoạch đô thị chủ trì", ["Phòng Quản lý quy hoạch đô thị"]),
    (
        "Cục Kinh tế hợp tác và Phát triển nông thôn hướng dẫn",
        ["Cục Kinh tế hợp tác và Phát triển nông thôn"],
    ),
    ("Cục Kinh tế hợp tác với các địa phương", ["Cục Kinh tế"]),
    # "Kiểm lâm" is a body by itself, not behind "Lâm nghiệp và"
    ("Cục Lâm nghiệp và Kiểm lâm hướng dẫn", ["Cục Lâm nghiệp và Kiểm lâm"]),
    ("Chi cục Thủy sản và Kiểm ngư kiểm tra", ["Chi cục Thủy sản và Kiểm ngư"]),
    ("Sở Công Thương và Kiểm lâm kiểm tra", ["Sở Công Thương", "Kiểm lâm"]),
    # a bar parts bodies, not the letters of a name
    (
        "Ban Quản lý rừng phòng hộ/Tư vấn được lựa chọn lập hồ sơ",
        ["Ban Quản lý rừng phòng hộ"],
    ),
    ("Trung tâm Kiểm nghiệm /Sở Y tế chủ trì", ["Trung tâm Kiểm nghiệm", "Sở Y tế"]),
    # a post behind "và" begins the next body
    (
        "Ban Quản lý rừng phòng hộ và Thủ trưởng các đơn vị liên quan chịu trách nhiệm",
        ["Ban Quản lý rừng phòng hộ", "các đơn vị liên quan"],
    ),
    # teams whose names are printed small, where they act
    ("Tổ giúp việc chuẩn bị tài liệu", ["Tổ giúp việc"]),
    ("Đoàn kiểm tra liên ngành có trách nhiệm", ["Đoàn kiểm tra liên ngành"]),
    ("Ban tổ chức diễn đàn thường xuyên cập nhật ý kiến", ["Ban tổ chức diễn đàn"]),
    ("Đoàn tổ chức hội thi tuyên truyền", []),
    ("Hội đồng xét tuyển thông báo kết quả", ["Hội đồng xét tuyển"]),
    ("giao phòng CNTT chủ trì", ["Phòng CNTT"]),
    ("Phòng Giáo dục thường xuyên chủ trì", ["Phòng Giáo dục thường xuyên"]),
    # a unit of a Party committee, and one that got further fields of work
    (
        "Ban Tuyên giáo Huyện ủy, Ban Dân vận Thành ủy Vinh phối hợp",
        ["Ban Tuyên giáo Huyện ủy", "Ban Dân vận Thành ủy Vinh"],
    ),
    ("Thường trực Huyện ủy chỉ đạo Huyện đoàn", ["Thường trực Huyện ủy", "Huyện đoàn"]),
    (
        "Phòng Nội vụ - Lao động Thương binh và Xã hội tham mưu",
        ["Phòng Nội vụ - Lao động Thương binh và Xã hội"],
    ),
    (
        "Vụ Kế hoạch, Tài chính và Quản lý doanh nghiệp đôn đốc",
        ["Vụ Kế hoạch, Tài chính và Quản lý doanh nghiệp"],
    ),
    ("Phòng Nội vụ - Cơ quan thường trực tổng hợp", ["Phòng Nội vụ"]),
    # boards whose names are printed small, up to the level they stand at
    (
        "Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh chỉ đạo",
        ["Ban Chỉ đạo phòng, chống dịch Covid-19"],
    ),
    (
        "Trưởng Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh, Sở Công Thương",
        ["Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả", "Sở Công Thương"],
    ),
    ("Ban Chỉ đạo chống dịch, Sở Y tế tỉnh phối hợp", ["Ban Chỉ đạo", "Sở Y tế"]),
    ("Ban Chỉ đạo thực hiện kiểm tra tại các huyện", ["Ban Chỉ đạo"]),
    # units of a hospital
    ("Phòng Kế hoạch tổng hợp chủ trì, phòng Vật tư", ["Phòng Kế hoạch tổng hợp"]),
    ("Phòng Kế hoạch tổng hợp kết quả, báo cáo", ["Phòng Kế hoạch"]),
    (
        "Khoa Khám bệnh, khoa Cấp cứu, phòng Điều dưỡng bố trí nhân lực",
        ["Khoa Khám bệnh", "Khoa Cấp cứu", "Phòng Điều dưỡng"],
    ),
    (
        "Ban giám đốc, Hội đồng Quản lý chất lượng chịu trách nhiệm",
        ["Ban giám đốc", "Hội đồng Quản lý chất lượng"],
    ),
    # officials of a commune
    (
        "Công chức Văn hóa – Xã hội tham mưu Ủy ban nhân dân xã",
        ["Công chức Văn hóa – Xã hội", "Ủy ban nhân dân"],
    ),
    (
        "Phòng Hành chính, các Trưởng phòng chịu trách nhiệm",
        ["Phòng Hành chính", "các Trưởng phòng"],
    ),
    # an office of three bodies
    (
        "Chánh Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh",
        ["Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân"],
    ),
    # small letters behind a cue
    ("giao sở tài chính phối hợp với công an tỉnh", ["Sở Tài chính", "Công an"]),
]


@pytest.mark.parametrize("text, names", NAMES)
def test_names(text: str, names: list[str]) -> None:
    assert [body.name for body in find_mentions(text)] == names


NOBODY = [
    "triển khai Chính phủ điện tử, Chính phủ số",
    "Bộ tiêu chí, Bộ chỉ số đánh giá; Hội nghị tổng kết; Ban hành văn bản",
    "Tổ chức hội thảo, hội thi; Phòng, chống dịch bệnh; Đoàn viên, hội viên",
    "cơ sở y tế, cán bộ y tế, đảng bộ, nội bộ",
    "Thanh tra, kiểm tra việc thực hiện; Thống kê, đánh giá số liệu",
    "Thuế bảo vệ môi trường ước đạt 1.200 tỷ đồng",
    "theo Quyết định số 1665/QĐ-TTg, Thông tư số 43/2015/TTLT-BNNPTNT-BKHĐT",
    "PHÁT TRIỂN KINH TẾ SỐ VÀ XÃ HỘI SỐ; MẠNG LƯỚI CƠ SỞ VĂN HÓA VÀ THỂ THAO",
    "Căn cứ Luật Tổ chức Chính phủ, Luật Thanh tra, Luật Kiểm toán nhà nước",
    "xuất khẩu sang Đài Loan, thành phố Hội An",
    "thành lập mới 02 Liên hiệp hợp tác xã; 6,4 tỷ đồng/năm/Liên hiệp HTX",
    "phát triển các quỹ đầu tư mạo hiểm, trang, cổng thông tin điện tử",
    "ở cấp tỉnh, cấp xã; các thị trường Tây Á; điều tra các vụ vận chuyển",
    "nâng cao năng lực doanh nghiệp, hỗ trợ người dân và hộ kinh doanh",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert [text[body.start : body.end] for body in find_mentions(text)] == []


TERRITORIES = [
    ("Sở Tài chính tỉnh Đắk Nông", ("tỉnh", "Đắk Nông")),
    ("Công an tỉnh Chủ trì", ("tỉnh", None)),
    ("UBND xã Tân Lập", ("xã", "Tân Lập")),
    ("Thuế Lào Cai", ("tỉnh", "Lào Cai")),
    ("UBND TP.HCM", ("thành phố", "HCM")),
    ("Ban Quản lý Khu kinh tế cấp tỉnh", ("tỉnh", None)),
    ("Ban Quản lý Khu kinh tế Phú Yên", ("tỉnh", "Phú Yên")),
    ("Ban Quản lý Khu kinh tế Chu Lai Quảng Nam", ("tỉnh", "Quảng Nam")),
    (
        "Ban Quản lý Khu công nghệ cao Hòa Lạc và các khu công nghiệp Hà Nội",
        ("thành phố", "Hà Nội"),
    ),
    ("Ban Quản lý các Khu công nghiệp và chế xuất Hà Nội", ("thành phố", "Hà Nội")),
]


@pytest.mark.parametrize("text, territory", TERRITORIES)
def test_territories(text: str, territory: tuple[str, str | None]) -> None:
    (body,) = find_mentions(text)
    assert body.territory is not None
    assert (body.territory.kind, body.territory.name) == territory


PERSONS = [
    (
        "Giao Phó Thủ tướng Chính phủ Trần Hồng Hà trực tiếp chỉ đạo",
        "Phó Thủ tướng Chính phủ Trần Hồng Hà",
        "Trần Hồng Hà",
    ),
    ("Giao Phó Chủ tịch UBND tỉnh phụ trách", "Phó Chủ tịch UBND tỉnh", None),
    (
        "Phân công đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh làm",
        "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh",
        "Nguyễn Văn A",
    ),
]


@pytest.mark.parametrize("text, words, person", PERSONS)
def test_persons(text: str, words: str, person: str | None) -> None:
    (body,) = find_mentions(text)
    assert text[body.start : body.end] == words
    assert body.basis is Basis.PERSON
    assert body.person == person


LISTS = [
    (
        "Chánh Văn phòng UBND tỉnh; Giám đốc Sở: Lao động - Thương binh và Xã hội, Y tế; Chủ tịch UBND xã",
        [
            "Văn phòng Ủy ban nhân dân",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Y tế",
            "Ủy ban nhân dân",
        ],
    ),
    (
        "Vụ Pháp chế, Tổ chức cán bộ, Văn phòng Bộ",
        ["Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Văn phòng Bộ"],
    ),
    ("các Sở: Khoa học và Công nghệ, Tài chính", ["Sở Khoa học và Công nghệ", "Sở Tài chính"]),
    (
        "Các Sở: KHCN, KHĐT, CT, TNMT;",
        [
            "Sở Khoa học và Công nghệ",
            "Sở Kế hoạch và Đầu tư",
            "Sở Công Thương",
            "Sở Tài nguyên và Môi trường",
        ],
    ),
    (
        "Các cơ quan quản lý ngành (gồm các Sở: Xây dựng, Công Thương, Văn hóa, Thể thao và Du lịch)",
        [
            "Các cơ quan quản lý ngành",
            "Sở Xây dựng",
            "Sở Công Thương",
            "Sở Văn hóa, Thể thao và Du lịch",
        ],
    ),
    ("Các Sở (gồm: Nội vụ, Tài chính)", ["Sở Nội vụ", "Sở Tài chính"]),
    ("Các Sở (Nội vụ, Tài chính) rà soát", ["Sở Nội vụ", "Sở Tài chính"]),
    ("- Sở: NV, YT, KH&CN;", ["Sở Nội vụ", "Sở Y tế", "Sở Khoa học và Công nghệ"]),
    ("các Sở Tài chính, Xây dựng rà soát", ["Sở Tài chính", "Sở Xây dựng"]),
    (
        "Sở Tài chính, NN&PTNT, Tài nguyên - Môi trường theo dõi",
        [
            "Sở Tài chính",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Sở Tài nguyên và Môi trường",
        ],
    ),
    ("Sở Y tế, Nội vụ và Công an tỉnh", ["Sở Y tế", "Sở Nội vụ", "Công an"]),
    (
        "Lãnh đạo các Bộ: Dân tộc và Tôn giáo, Nông nghiệp và Môi trường",
        ["Bộ Dân tộc và Tôn giáo", "Bộ Nông nghiệp và Môi trường"],
    ),
]


@pytest.mark.parametrize("text, names", LISTS)
def test_lists_under_one_head_word(text: str, names: list[str]) -> None:
    assert [body.name for body in find_mentions(text)] == names


SEATS = [
    ("UBND các tỉnh: Gia Lai, Đắk Lắk và Lâm Đồng khẩn trương", ["Gia Lai", "Đắk Lắk", "Lâm Đồng"]),
    ("Ủy ban nhân dân thành phố Hà Nội, thành phố Hồ Chí Minh tổ chức", ["Hà Nội", "Hồ Chí Minh"]),
]


@pytest.mark.parametrize("text, provinces", SEATS)
def test_one_body_of_several_provinces(text: str, provinces: list[str]) -> None:
    bodies = find_mentions(text)
    assert [body.territory.name for body in bodies if body.territory] == provinces
    assert {body.name for body in bodies} == {"Ủy ban nhân dân"}
