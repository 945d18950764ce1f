"""Classes of bodies: where they end, what they keep together, where they count."""

from __future__ import annotations

import pytest

from vnplan.parsers.agencies import LineKind, Setting, find_mentions, split_party_list

# What stands behind "phối hợp với", and the parties in it.
PARTIES = [
    (
        "Thường trực HĐND tỉnh, các Ban HĐND tỉnh, Tổ đại biểu HĐND và đại biểu HĐND tỉnh giám sát",
        ["Thường trực HĐND tỉnh", "các Ban HĐND tỉnh", "Tổ đại biểu HĐND", "đại biểu HĐND tỉnh"],
    ),
    (
        "Cục Thuế các tỉnh, thành phố trực thuộc Trung ương, Cục Hải quan các tỉnh rà soát",
        ["Cục Thuế các tỉnh, thành phố trực thuộc Trung ương", "Cục Hải quan các tỉnh"],
    ),
    (
        "các sở, ban, ngành, đoàn thể liên quan, UBND các huyện, thành phố, thị xã và các cơ sở GDNN triển khai",
        [
            "các sở, ban, ngành, đoàn thể liên quan",
            "UBND các huyện, thành phố, thị xã",
            "các cơ sở GDNN",
        ],
    ),
    (
        "Sở Tài chính và các sở, ngành, đơn vị có liên quan bố trí",
        ["Sở Tài chính", "các sở, ngành, đơn vị có liên quan"],
    ),
    (
        "Sở Nông nghiệp và Môi trường, Ủy ban nhân dân xã, phường và đơn vị có liên quan kiểm tra",
        ["Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân xã, phường", "đơn vị có liên quan"],
    ),
    (
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương, cơ quan, tổ chức khác có liên quan",
        [
            "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
            "cơ quan, tổ chức khác có liên quan",
        ],
    ),
    ("các ngành, các cấp tăng cường", ["các ngành", "các cấp"]),
    # those that border, that have forests, one class with a comma inside
    (
        "các địa phương lân cận và các cơ quan Trung ương trong kiểm soát",
        ["các địa phương lân cận", "các cơ quan Trung ương"],
    ),
    ("các tỉnh giáp ranh kiểm soát dịch bệnh", ["các tỉnh giáp ranh"]),
    ("Sở Y tế và các địa phương có rừng ứng dụng", ["Sở Y tế", "các địa phương có rừng"]),
    (
        "các Sở, chủ đầu tư kinh doanh hạ tầng kỹ thuật các khu, cụm công nghiệp trên địa bàn thực hiện",
        ["các Sở, chủ đầu tư kinh doanh hạ tầng kỹ thuật các khu, cụm công nghiệp trên địa bàn"],
    ),
    (
        "các bộ, ngành địa phương liên quan và Đài Truyền hình Việt Nam",
        ["các bộ, ngành địa phương liên quan", "Đài Truyền hình Việt Nam"],
    ),
    (
        "cơ quan thông tấn, báo chí trên địa bàn Thành phố đăng tải",
        ["cơ quan thông tấn, báo chí trên địa bàn Thành phố"],
    ),
    ("doanh nghiệp bố trí nơi thực tập", ["doanh nghiệp"]),
    ("các doanh nghiệp và các nhà đầu tư ký kết", ["các doanh nghiệp", "các nhà đầu tư"]),
    ("Công an phường, xã, đặc khu rà soát", ["Công an phường, xã, đặc khu"]),
    # a class that ends in one special zone by name; the members of a body
    (
        "Ủy ban nhân dân các xã, phường, đặc khu Lý Sơn và các thành viên Ban Chỉ đạo tỉnh chịu",
        ["Ủy ban nhân dân các xã, phường, đặc khu Lý Sơn", "các thành viên Ban Chỉ đạo tỉnh"],
    ),
    ("UBND các xã và đặc khu Phú Quý, Sở Y tế", ["UBND các xã và đặc khu Phú Quý", "Sở Y tế"]),
    (
        "các phường, xã, đặc khu Phú Quốc, Thổ Châu rà soát",
        ["các phường, xã, đặc khu Phú Quốc, Thổ Châu"],
    ),
    ("UBND tỉnh và các thành viên Tổ công tác", ["UBND tỉnh", "các thành viên Tổ công tác"]),
    ("Sở Y tế và các Sở, ngành rà soát", ["Sở Y tế", "các Sở, ngành"]),
    # the class ends before the verb
    ("các Sở, Ban, ngành liên quan rà soát", ["các Sở, Ban, ngành liên quan"]),
    ("các đơn vị liên quan tham mưu cho UBND Thành phố ban hành", ["các đơn vị liên quan"]),
    (
        "các ban quản lý rừng; thủ trưởng các đơn vị",
        ["các ban quản lý rừng", "thủ trưởng các đơn vị"],
    ),
    ("các ban quản lý rừng đặc dụng rà soát", ["các ban quản lý rừng đặc dụng"]),
    ("các ban quản lý dự án rà soát", ["các ban quản lý dự án"]),
    ("các doanh nghiệp viễn thông thực hiện", ["các doanh nghiệp viễn thông"]),
    (
        "các đơn vị cấp nước thuộc phạm vi quản lý xây dựng và thực hiện",
        ["các đơn vị cấp nước thuộc phạm vi quản lý"],
    ),
    ("các địa phương xây dựng, triển khai kế hoạch", ["các địa phương"]),
    ("các cơ quan, đơn vị tổ chức triển khai", ["các cơ quan, đơn vị"]),
    ("các sở, ban, ngành, địa phương, chủ trì tổng hợp", ["các sở, ban, ngành, địa phương"]),
    (
        "các đơn vị xây dựng pháp luật có liên quan soạn thảo",
        ["các đơn vị xây dựng pháp luật có liên quan"],
    ),
    (
        "các đơn vị trực thuộc Ủy ban nhân dân tỉnh rà soát",
        ["các đơn vị trực thuộc Ủy ban nhân dân tỉnh"],
    ),
    ("các đơn vị thuộc Bộ Tư pháp hướng dẫn", ["các đơn vị thuộc Bộ Tư pháp"]),
    (
        "các doanh nghiệp sản xuất, chế biến và xuất khẩu nông sản thực hiện",
        ["các doanh nghiệp sản xuất, chế biến và xuất khẩu nông sản"],
    ),
    (
        "các cơ quan Quốc hội, các cơ quan Chính phủ và các Ủy ban của Quốc hội thẩm tra",
        ["các cơ quan Quốc hội", "các cơ quan Chính phủ", "các Ủy ban của Quốc hội"],
    ),
    # posts before classes
    (
        "Thủ trưởng các sở, ban, ngành Thành phố, Chủ tịch Ủy ban nhân dân các phường, xã, đặc khu",
        [
            "Thủ trưởng các sở, ban, ngành Thành phố",
            "Chủ tịch Ủy ban nhân dân các phường, xã, đặc khu",
        ],
    ),
    (
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ chịu trách nhiệm",
        ["Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ"],
    ),
    # a remark in brackets is no party
    ("Sở Công Thương (cơ quan thường trực), Sở Y tế", ["Sở Công Thương", "Sở Y tế"]),
]


@pytest.mark.parametrize("text, parties", PARTIES)
def test_party_list(text: str, parties: list[str]) -> None:
    assert [text[body.start : body.end] for body in split_party_list(text)] == parties


def test_party_list_inside_a_sentence() -> None:
    text = "Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tham mưu cho Sở Nội vụ"
    start = text.index("Sở Y tế")
    assert [body.name for body in split_party_list(text, start)] == [
        "Sở Y tế",
        "các đơn vị liên quan",
    ]
    assert [body.name for body in split_party_list(text, start, start + 7)] == ["Sở Y tế"]
    assert split_party_list(text, len(text)) == []


# In running text: a closed class counts everywhere, others where somebody is charged.
PROSE = [
    (
        "Phối hợp với các cơ quan chủ trì trong tổ chức thực hiện Kế hoạch",
        ["các cơ quan chủ trì"],
    ),
    ("Phối hợp với các đơn vị chủ trì, triển khai", ["các đơn vị"]),
    (
        "Các đơn vị được giao nhiệm vụ trong Kế hoạch khẩn trương triển khai",
        ["Các đơn vị được giao nhiệm vụ trong Kế hoạch"],
    ),
    (
        "Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp san tạo mặt bằng",
        ["Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp"],
    ),
    ("nâng cao trách nhiệm của các sở, ban, ngành trong công tác", ["các sở, ban, ngành"]),
    ("Giao các doanh nghiệp viễn thông nâng cấp", ["các doanh nghiệp viễn thông"]),
    ("hỗ trợ các doanh nghiệp nhỏ và vừa chuyển đổi", []),
    ("Cơ sở GDNN chủ động bố trí kinh phí", ["Cơ sở GDNN"]),
    ("Doanh nghiệp viễn thông, tổ chức bảo đảm kinh phí", ["Doanh nghiệp viễn thông, tổ chức"]),
    ("Tổ chức giáo dục pháp luật cho học sinh", []),
    ("Trên 80% các cơ quan, đơn vị đạt chuẩn", []),
    (
        "Ban Chỉ đạo 389 các bộ, ngành, địa phương xây dựng",
        ["Ban Chỉ đạo 389 các bộ, ngành, địa phương"],
    ),
    (
        "UBND cấp xã phối hợp với Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã",
        ["UBND cấp xã", "Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã"],
    ),
    ("vai trò, trách nhiệm của toàn thể các bộ, công chức", []),
    (
        "Đơn vị phối hợp: Sở Tài chính và các đơn vị có liên quan",
        ["Sở Tài chính", "các đơn vị có liên quan"],
    ),
    (
        "+ Đơn vị phối hợp đào tạo: Đơn vị đủ năng lực đào tạo và cấp chứng chỉ.",
        ["Đơn vị đủ năng lực đào tạo và cấp chứng chỉ"],
    ),
    ("Chủ trì, phối hợp triển khai các nhiệm vụ", []),
    ("- Phối hợp: Sở Nội vụ, chủ rừng, Sở Y tế.", ["Sở Nội vụ", "chủ rừng", "Sở Y tế"]),
    ("rà soát; các địa phương nghiên cứu, triển khai", ["các địa phương"]),
    ("Đồng thời, các địa phương chủ động bố trí", ["các địa phương"]),
    ("Hàng năm, các địa phương lập kế hoạch bố trí kinh phí", ["các địa phương"]),
    ("Trong năm 2023, các xã hoàn thành quy hoạch", ["các xã"]),
    ("Hằng năm, các xã được hỗ trợ kinh phí.", []),
    (
        "- Chủ trì: Các đơn vị có hệ thống thông tin, cơ sở dữ liệu.",
        ["Các đơn vị có hệ thống thông tin, cơ sở dữ liệu"],
    ),
    (
        "- Chủ trì: Các đơn vị được giao thực hiện TTHC; Sở Y tế.",
        ["Các đơn vị được giao thực hiện TTHC", "Sở Y tế"],
    ),
    (
        "Các cơ quan, đơn vị trong và ngoài Bộ Tư pháp có liên quan rà soát",
        ["Các cơ quan, đơn vị trong và ngoài Bộ Tư pháp có liên quan"],
    ),
    (
        "- Chủ trì: Các Cục: Di sản văn hóa, Bản quyền tác giả; Vụ Pháp chế.",
        ["Di sản văn hóa", "Bản quyền tác giả", "Vụ Pháp chế"],
    ),
    (
        "- Chủ trì: Các Cục: Phát thanh; Xuất bản sách, In và Phát hành; Báo chí.",
        ["Phát thanh", "Xuất bản sách, In và Phát hành", "Báo chí"],
    ),
    (
        "- Chủ trì: Các Vụ: Pháp chế; Khoa học, Đào tạo và Môi trường; Gia đình.",
        ["Pháp chế", "Khoa học, Đào tạo và Môi trường", "Gia đình"],
    ),
    (
        "Giao UBND các xã: Gia Thuận, Gò Công Đông và phường Tân Phú rà soát",
        ["UBND các xã: Gia Thuận", "Gò Công Đông", "phường Tân Phú"],
    ),
    ("phối hợp với UBND 02 xã: Tân Điền, Gia Thuận", ["UBND 02 xã: Tân Điền", "Gia Thuận"]),
    (
        "UBND các huyện Đắk Mil, Cư Jút và thành phố Gia Nghĩa.",
        ["UBND các huyện Đắk Mil", "Cư Jút", "thành phố Gia Nghĩa"],
    ),
    ("UBND các xã Tân An, Tân Bình, Sở Y tế", ["UBND các xã Tân An", "Tân Bình", "Sở Y tế"]),
    ("UBND các xã, phường: Tân An, Long Bình", ["UBND các xã, phường"]),
    (
        "UBND huyện Đồng Hỷ, Phú Bình và thành phố Phổ Yên rà soát",
        ["UBND huyện Đồng Hỷ", "Phú Bình", "thành phố Phổ Yên"],
    ),
    ("UBND xã Tân An, huyện Phú Bình tổ chức", ["UBND xã Tân An"]),
    (
        "UBND huyện Đồng Hỷ, Trưởng phòng Nội vụ",
        ["UBND huyện Đồng Hỷ", "Trưởng phòng Nội vụ"],
    ),
    ("- Nội dung giám sát của chủ dự án thành phần", ["chủ dự án thành phần"]),
    (
        "Đề nghị Hội Liên hiệp Phụ nữ tỉnh, Tỉnh đoàn vận động hội viên",
        ["Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh đoàn"],
    ),
    (
        "Cục Quản lý xây dựng và Chất lượng công trình giao thông phối hợp với Phòng Quản lý đào tạo",
        ["Cục Quản lý xây dựng và Chất lượng công trình giao thông", "Phòng Quản lý đào tạo"],
    ),
    (
        "phối hợp với Cục Quản lý đường bộ I, II và III, Vụ Đối tác công - tư thẩm định",
        ["Cục Quản lý đường bộ I", "II", "III", "Vụ Đối tác công - tư"],
    ),
    (
        "Các thành viên Ban Chỉ đạo tỉnh theo nhiệm vụ được phân công đôn đốc thực hiện",
        ["Các thành viên Ban Chỉ đạo tỉnh"],
    ),
    (
        "Giao VNPT Thái Nguyên, Viettel Thái Nguyên, MobiFone tỉnh phủ sóng",
        ["VNPT Thái Nguyên", "Viettel Thái Nguyên", "MobiFone tỉnh"],
    ),
    (
        "Các sở, ngành, địa phương trong phạm vi chức năng của mình có trách nhiệm xây dựng kế hoạch",
        ["Các sở, ngành, địa phương"],
    ),
    (
        "Phối hợp các trường đại học, cao đẳng, THPT tổ chức hội thi",
        ["các trường đại học, cao đẳng, THPT"],
    ),
    (
        "Các Cục Quản lý đường bộ và Sở Giao thông vận tải xử lý vi phạm",
        ["Các Cục Quản lý đường bộ", "Sở Giao thông vận tải"],
    ),
    ("hướng dẫn các Sở Y tế thực hiện", ["các Sở Y tế"]),
    ("phối hợp với lực lượng kiểm lâm tuần tra", ["lực lượng kiểm lâm"]),
    (
        "- Phối hợp: Hạt Kiểm lâm, Ban Chỉ huy Quân sự cấp huyện",
        ["Hạt Kiểm lâm", "Ban Chỉ huy Quân sự cấp huyện"],
    ),
    (
        "phối hợp cùng các cơ quan chuyên môn thuộc các bộ, ngành Trung ương trong việc hỗ trợ vốn",
        ["các cơ quan chuyên môn thuộc các bộ, ngành Trung ương"],
    ),
    (
        "phối hợp với các cơ quan, đơn vị, tổ chức khoa học trong và ngoài nước để",
        ["các cơ quan, đơn vị, tổ chức khoa học trong và ngoài nước"],
    ),
    (
        "Phối hợp các chủ dự án, tiểu dự án thành phần, cơ quan chủ quản Chương trình tổ chức triển khai",
        ["các chủ dự án, tiểu dự án thành phần, cơ quan chủ quản Chương trình"],
    ),
    (
        "phối hợp với các sở, ban, ngành được giao chủ trì để tham mưu",
        ["các sở, ban, ngành được giao chủ trì"],
    ),
    (
        "Các sở, ban, ngành tỉnh có liên quan tới việc thực hiện Kế hoạch này có trách nhiệm phối hợp",
        ["Các sở, ban, ngành tỉnh có liên quan"],
    ),
    (
        "- Chủ trì: Các đơn vị được giao xây dựng hồ sơ công bố TTHC",
        ["Các đơn vị được giao xây dựng hồ sơ công bố TTHC"],
    ),
    (
        "- Đơn vị phối hợp: Doanh nghiệp, Sở, ban, ngành có liên quan",
        ["Doanh nghiệp", "Sở, ban, ngành có liên quan"],
    ),
    (
        "Sở Xây dựng và các sở, ban, ngành quản lý quy hoạch theo chức năng được giao có trách nhiệm",
        ["Sở Xây dựng", "các sở, ban, ngành quản lý quy hoạch"],
    ),
    (
        "phối hợp với các đơn vị liên quan tại khu vực biên giới, cửa khẩu đẩy mạnh tuyên truyền",
        ["các đơn vị liên quan tại khu vực biên giới, cửa khẩu"],
    ),
    # what each body of a class has inside
    (
        "Đảng đoàn Mặt trận Tổ quốc tỉnh, đảng đoàn các tổ chức chính trị - xã hội tỉnh lãnh đạo",
        ["Đảng đoàn Mặt trận Tổ quốc tỉnh", "đảng đoàn các tổ chức chính trị - xã hội tỉnh"],
    ),
    (
        "phối hợp với Cơ quan công tác dân tộc và tổ chức pháp chế các cơ quan chuyên môn thuộc UBND tỉnh",
        [
            "Cơ quan công tác dân tộc",
            "tổ chức pháp chế các cơ quan chuyên môn thuộc UBND tỉnh",
        ],
    ),
    ("phối hợp với Thanh tra các Sở rà soát", ["Thanh tra các Sở"]),
    (
        "Ban Thường vụ các huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy lãnh đạo",
        ["Ban Thường vụ các huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy"],
    ),
    ("Thường trực các huyện ủy chỉ đạo", ["Thường trực các huyện ủy"]),
    (
        "Đảng đoàn, ban cán sự đảng các sở, ngành lãnh đạo",
        ["Đảng đoàn, ban cán sự đảng các sở, ngành"],
    ),
    ("Cấp ủy, chính quyền các cấp lãnh đạo", ["Cấp ủy, chính quyền các cấp"]),
    ("Thanh tra các cơ sở sản xuất trên địa bàn, xử lý vi phạm", []),  # what is to be done
    # a short form in brackets before the levels; those at a place
    (
        "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn (PCTT&TKCN) các cấp tổ chức trực",
        ["Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn (PCTT&TKCN) các cấp"],
    ),
    (
        "Đề nghị Mặt trận Tổ quốc Việt Nam tại địa phương giám sát",
        ["Mặt trận Tổ quốc Việt Nam tại địa phương"],
    ),
    # posts without bodies, heads and deputies together
    ("Các Thứ trưởng theo lĩnh vực phụ trách chỉ đạo", ["Các Thứ trưởng"]),
    (
        "Các Vụ, Cục, Tổng cục, Văn phòng Bộ xây dựng kế hoạch",
        ["Các Vụ, Cục, Tổng cục", "Văn phòng Bộ"],
    ),
    ("Các Vụ trưởng, Cục trưởng chịu trách nhiệm thi hành", ["Vụ trưởng, Cục trưởng"]),
    ("Các đồng chí Trưởng, Phó các phòng có trách nhiệm", ["Trưởng, Phó các phòng"]),
    # behind a comma or a semicolon
    (
        "nếu có vướng mắc, các ngành, UBND các huyện, thành phố báo cáo",
        ["các ngành", "UBND các huyện, thành phố"],
    ),
    (
        "UBND cấp huyện quyết định sơ tán; lực lượng quân sự, công an hỗ trợ sơ tán",
        ["UBND cấp huyện", "lực lượng quân sự, công an"],
    ),
    ("rà soát quy hoạch; cơ sở vật chất", []),
    # a verb that belongs to the noun, as its predicate follows
    ("các cơ sở giáo dục, đào tạo lồng ghép nội dung", ["các cơ sở giáo dục, đào tạo"]),
    ("phối hợp với các doanh nghiệp dự trữ lương thực", ["các doanh nghiệp"]),
    # each of a class, where it is told a duty
    ("Mỗi cán bộ, đảng viên phải gương mẫu", ["Mỗi cán bộ, đảng viên"]),
    ("phân công thành viên phụ trách từng xã", []),
    ("Các trung tâm GDTX - hướng nghiệp phối hợp", ["Các trung tâm GDTX - hướng nghiệp"]),
    # classes of what no list holds, and of places by name
    (
        "Trung tâm Khuyến nông tỉnh, Trạm Khuyến nông các huyện tập huấn",
        ["Trung tâm Khuyến nông tỉnh", "Trạm Khuyến nông các huyện"],
    ),
    (
        "Các huyện Lâm Thao, Phù Ninh và Tam Nông triển khai",
        ["Các huyện Lâm Thao, Phù Ninh và Tam Nông"],
    ),
    (
        "UBND thành phố Việt Trì, thị xã Phú Thọ và các huyện tổ chức",
        ["UBND thành phố Việt Trì", "thị xã Phú Thọ", "các huyện"],
    ),
    # those of a school by their calling
    ("Giáo viên chủ nhiệm phổ biến tới học sinh", ["Giáo viên chủ nhiệm"]),
    ("Giáo viên chủ nhiệm của lớp", []),
    # sectors
    ("phối hợp với ngành giáo dục để xử lý vệ sinh", ["ngành giáo dục"]),
    ("phối hợp với các bộ, ngành cơ bản hoàn thành", ["các bộ, ngành"]),
    ("Các ngành Y tế, Giáo dục, Công an phối hợp", ["Các ngành Y tế, Giáo dục, Công an"]),
    ("Ngành Nông nghiệp và Môi trường hướng dẫn", ["Ngành Nông nghiệp và Môi trường"]),
    ("Các ngành, đoàn thể tăng cường", ["Các ngành, đoàn thể"]),
    ("Các sở, ban, ngành xây dựng kế hoạch", ["Các sở, ban, ngành"]),
    ("Già làng, trưởng bản, người có uy tín vận động", ["Già làng, trưởng bản, người có uy tín"]),
    (
        "phối hợp với các tổ chức nghiên cứu và phát triển triển khai",
        ["các tổ chức nghiên cứu và phát triển"],
    ),
    (
        "Thông tấn xã Việt Nam và hệ thống các cơ quan báo chí",
        ["Thông tấn xã Việt Nam", "hệ thống các cơ quan báo chí"],
    ),
    ("phối hợp với Liên đoàn Lao động cùng cấp", ["Liên đoàn Lao động cùng cấp"]),
    ("Sở, ban, ngành, UBND huyện, thị xã là đầu mối", ["Sở, ban, ngành", "UBND huyện, thị xã"]),
    # what a sentence opens with, whatever mark its number has
    ("1/ Các công ty lâm nghiệp, chủ rừng tổ chức bảo vệ", ["Các công ty lâm nghiệp, chủ rừng"]),
    ("1.Các công ty lâm nghiệp, chủ rừng tổ chức bảo vệ", ["Các công ty lâm nghiệp, chủ rừng"]),
    ("a/ Doanh nghiệp viễn thông ưu tiên đầu tư", ["Doanh nghiệp viễn thông"]),
    # a class of territories with single ones behind it
    (
        "UBND các huyện, thị xã Kiến Tường, thành phố Tân An bố trí kinh phí",
        ["UBND các huyện, thị xã Kiến Tường, thành phố Tân An"],
    ),
    (
        "UBND các huyện, thị xã Ba Đồn và Quảng Trạch tổ chức",
        ["UBND các huyện, thị xã Ba Đồn và Quảng Trạch"],
    ),
    (
        "UBND các huyện, thị xã Ba Đồn và Hội Nông dân tỉnh tổ chức",
        ["UBND các huyện, thị xã Ba Đồn", "Hội Nông dân tỉnh"],
    ),
    (
        "UBND các huyện, thị xã, thành phố Vinh và các đơn vị tổ chức",
        ["UBND các huyện, thị xã, thành phố Vinh", "các đơn vị"],
    ),
    (
        "Agribank chi nhánh huyện, Ngân hàng Chính sách xã hội huyện cho vay",
        ["Agribank chi nhánh huyện", "Ngân hàng Chính sách xã hội huyện"],
    ),
    ("UBND các huyện và thành phố Huế tổ chức", ["UBND các huyện và thành phố Huế"]),
    ("UBND các huyện, thành phố Chủ trì rà soát", ["UBND các huyện"]),  # no place named Chủ
    ("UBND các xã, phường, huyện Phú Bình", ["UBND các xã, phường"]),
    # levels behind the second of two bodies, or counted
    ("HĐND, UBND các xã, phường tổ chức", ["HĐND, UBND các xã, phường"]),
    (
        "Chủ tịch HĐND và Chủ tịch UBND các huyện chỉ đạo",
        ["Chủ tịch HĐND và Chủ tịch UBND các huyện"],
    ),
    ("HĐND tỉnh, UBND các xã tổ chức", ["HĐND tỉnh", "UBND các xã"]),
    ("UBND 12 huyện, thành phố chỉ đạo", ["UBND 12 huyện, thành phố"]),
    ("UBND 02 xã: Tân An, Tân Bình tổ chức", ["UBND 02 xã: Tân An", "Tân Bình"]),
    # those around a Party committee, the members of a board, a whole sector
    (
        "các cơ quan tham mưu giúp việc Tỉnh ủy, Sở Nội vụ phối hợp",
        ["các cơ quan tham mưu giúp việc Tỉnh ủy", "Sở Nội vụ"],
    ),
    (
        "Sở Y tế; các thành viên Ban Chỉ đạo tỉnh căn cứ nhiệm vụ",
        ["Sở Y tế", "các thành viên Ban Chỉ đạo tỉnh"],
    ),
    ("Toàn ngành Kiểm sát nhân dân tập trung thực hiện", ["Toàn ngành Kiểm sát nhân dân"]),
    # several bodies of a council
    (
        "các Ban HĐND tỉnh, các Tổ đại biểu HĐND giám sát",
        ["các Ban HĐND tỉnh", "các Tổ đại biểu HĐND"],
    ),
]


PROSE += [
    # a remark in brackets stands before the predicate
    (
        "Các xã, phường, đặc khu (đặc biệt các xã ven biển) thông tin cho nhân dân",
        ["Các xã, phường, đặc khu"],
    ),
    # those of each village, of each body
    ("Tổ hòa giải ở các thôn, bản nâng cao chất lượng", ["Tổ hòa giải ở các thôn, bản"]),
    (
        "Tổ công nghệ số cộng đồng các thôn hướng dẫn người dân",
        ["Tổ công nghệ số cộng đồng các thôn"],
    ),
    ("Ban Công tác Mặt trận thôn, khu phố chủ trì", ["Ban Công tác Mặt trận thôn, khu phố"]),
    (
        "phối hợp với Trưởng thôn, Trưởng khu phố tổ chức hội nghị",
        ["Trưởng thôn", "Trưởng khu phố"],
    ),
    (
        "Công chức Tư pháp - Hộ tịch các xã, thị trấn tham mưu",
        ["Công chức Tư pháp - Hộ tịch các xã, thị trấn"],
    ),
    ("Hội LHPN cơ sở tổ chức sinh hoạt chi hội", ["Hội LHPN cơ sở"]),
    ("Đảng ủy bộ phận, Đảng ủy cơ sở tự đánh giá", ["Đảng ủy bộ phận", "Đảng ủy cơ sở"]),
    (
        "Ban thường vụ cấp ủy cấp huyện và tương đương xem xét",
        ["Ban thường vụ cấp ủy cấp huyện và tương đương"],
    ),
    (
        "Các phòng chức năng thuộc cơ quan Sở theo nhiệm vụ được phân công đôn đốc",
        ["Các phòng chức năng thuộc cơ quan Sở"],
    ),
    (
        "Các chủ đầu tư đẩy nhanh tiến độ giải ngân và phải chịu trách nhiệm",
        ["Các chủ đầu tư"],
    ),
    ("Y tế các bộ, ngành triển khai xếp cấp", ["Y tế các bộ, ngành"]),
    (
        "Các Ban, Trung tâm trực thuộc Tỉnh Hội phân công cán bộ",
        ["Các Ban, Trung tâm trực thuộc Tỉnh Hội"],
    ),
    (
        "Các phòng, ban, ngành, Mặt trận, đoàn thể từ huyện đến cơ sở cần làm tốt",
        ["Các phòng, ban, ngành, Mặt trận, đoàn thể từ huyện đến cơ sở"],
    ),
    ("Các khoa lâm sàng, cận lâm sàng xây dựng kế hoạch", ["Các khoa lâm sàng, cận lâm sàng"]),
    ("Các thôn, khối phố tiến hành điều tra", ["Các thôn, khối phố"]),
    # people of a school, and its unions in a list
    ("Giáo viên chủ động đề xuất nội dung", ["Giáo viên"]),
    (
        "Công đoàn, Đoàn Thanh niên, Liên đội phối hợp tuyên truyền",
        ["Công đoàn", "Đoàn Thanh niên", "Liên đội"],
    ),
    ("Giáo viên giỏi được khen thưởng", []),
    ("Phân công giáo viên phụ trách và báo cáo kết quả", ["giáo viên phụ trách"]),
    # behind what joins a clause to the one before
    ("Trên cơ sở đó, giáo viên chủ động đề xuất nội dung", ["giáo viên"]),
    (
        "Triển khai các biện pháp; đồng thời, ngành Thuế phối hợp với các ngành",
        ["ngành Thuế", "các ngành"],
    ),
    (
        "Hiệu trưởng ban hành kế hoạch; tổ chuyên môn cần xây dựng kế hoạch dạy học",
        ["Hiệu trưởng", "tổ chuyên môn"],
    ),
    ("Để đạt mục tiêu, Ban Giám hiệu đề nghị thực hiện", ["Ban Giám hiệu"]),
    (
        "Ban Giám hiệu và giáo viên chủ nhiệm phải sâu sát",
        ["Ban Giám hiệu", "giáo viên chủ nhiệm"],
    ),
    ("Giáo viên chủ nhiệm sâu sát nắm vững hoàn cảnh", ["Giáo viên chủ nhiệm"]),
    ("Trong dạy học, các thầy cô giáo cần lồng ghép", ["các thầy cô giáo"]),
    ("Thăm hỏi giáo viên chủ nhiệm nhân ngày lễ", []),
    (
        "Các cá nhân thuộc đối tượng tham gia đăng nhập vào diễn đàn",
        ["Các cá nhân thuộc đối tượng tham gia"],
    ),
    # people of a body by its name
    (
        "Công chức Phòng Kinh tế, công chức Văn phòng Sở cập nhật số liệu",
        ["Công chức Phòng Kinh tế, công chức Văn phòng Sở"],
    ),
    ("Khối trưởng các khối triển khai đến giáo viên", ["Khối trưởng các khối"]),
    # told what they need to do, behind a comma
    ("Thời gian tới, các cấp, các ngành cần tập trung:", ["các cấp", "các ngành"]),
    (
        "Để hoàn thành nhiệm vụ, ngành Y tế và các địa phương cần thực hiện:",
        ["ngành Y tế", "các địa phương"],
    ),
    ("Trong số đó, các hộ cần hỗ trợ là 12 hộ", []),
    # "đối với … thì": all that stands between tells which ones
    (
        "Đối với các địa phương chưa lập Đề án thì khẩn trương lập",
        ["các địa phương chưa lập Đề án"],
    ),
]


@pytest.mark.parametrize("text, words", PROSE)
def test_prose(text: str, words: list[str]) -> None:
    assert [text[body.start : body.end] for body in find_mentions(text)] == words


def _heading(text: str) -> Setting:
    return Setting(LineKind.HEADING, 0, len(text), names_parties=True)


HEADINGS = [
    "Các Sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án thuộc Chương trình",
    "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông, logistics trên địa bàn Tỉnh",
    "Các đơn vị cấp nước sạch trên địa bàn thành phố",
    "Các tổ chức cung cấp dịch vụ chi trả",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_that_names_parties_is_one_class(text: str) -> None:
    (body,) = find_mentions(text, setting=_heading(text))
    assert text[body.start : body.end] == text


ADDRESSED = [
    ("đối tượng thực hiện kiểm kê", ["đối tượng thực hiện kiểm kê"]),
    ("chủ đầu tư dự án nhà ở xã hội", ["chủ đầu tư dự án nhà ở xã hội"]),
    ("người đứng đầu cơ quan", ["người đứng đầu cơ quan"]),
    ("các hộ gia đình", ["các hộ gia đình"]),
    ("trưởng các điểm thi", ["trưởng các điểm thi"]),
    ("thí sinh trong phòng thi", ["thí sinh"]),
    ("đối tượng kiểm tra (nếu có) và Sở Y tế", ["đối tượng kiểm tra", "Sở Y tế"]),
    ("Sở Y tế", ["Sở Y tế"]),
    ("công tác thanh tra", []),
]


@pytest.mark.parametrize("words, parties", ADDRESSED)
def test_whom_a_heading_makes_responsible(words: str, parties: list[str]) -> None:
    text = f"Trách nhiệm của {words}"
    start = len("Trách nhiệm của ")
    setting = Setting(LineKind.HEADING, start, len(text), addresses=True)
    assert [text[b.start : b.end] for b in find_mentions(text, setting=setting)] == parties


def test_parties_of_a_heading() -> None:
    text = "Các sở, ban, ngành; UBND các xã, phường, các doanh nghiệp viễn thông"
    bodies = find_mentions(text, setting=_heading(text))
    assert [text[body.start : body.end] for body in bodies] == [
        "Các sở, ban, ngành",
        "UBND các xã, phường",
        "các doanh nghiệp viễn thông",
    ]


def test_a_board_is_one_party_of_a_heading() -> None:
    text = "Ban Giám hiệu, GVCN các lớp"
    bodies = find_mentions(text, setting=_heading(text))
    assert [body.name for body in bodies] == ["Ban Giám hiệu", "GVCN các lớp"]


def test_a_post_begins_the_next_party_of_a_heading() -> None:
    text = "Các phòng chuyên môn, Giám đốc Trung tâm Y tế huyện"
    found = find_mentions(text, setting=_heading(text))
    assert [body.name for body in found] == ["Các phòng chuyên môn", "Trung tâm Y tế"]


def test_a_heading_with_a_duty_ends_before_it() -> None:
    text = "Các hộ gia đình khai thác nước dưới đất, giếng khoan trên địa bàn có trách nhiệm"
    (body,) = find_mentions(text, setting=Setting(LineKind.VALUE, 0, len(text)))
    assert text[body.start : body.end] == text.removesuffix(" có trách nhiệm")


def test_a_cell_names_parties_only_below_their_header() -> None:
    cell = Setting(LineKind.VALUE)
    column = Setting(LineKind.VALUE, names_parties=True)
    assert find_mentions("Đơn vị", setting=cell) == []
    assert find_mentions("Cơ sở", setting=cell) == []
    assert len(find_mentions("Doanh nghiệp", setting=column)) == 1
