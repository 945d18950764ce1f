"""The kinds of documents (loại văn bản)."""

from __future__ import annotations

from enum import StrEnum


class DocumentType(StrEnum):
    """Every type of document of State and Party that a citation or a letterhead can name.

    Sources: Nghị định 30/2020/NĐ-CP Điều 7 (administrative, with the types of Thông tư
    01/2011/TT-BNV that went out of use), Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15
    (normative, with the kinds older laws knew), Quy định 399-QĐ/TW (Party), and forms of practice.
    """

    # Normative (văn bản quy phạm pháp luật)
    CONSTITUTION = "constitution"  # Hiến pháp
    CODE = "code"  # Bộ luật
    LAW = "law"  # Luật
    ORDINANCE = "ordinance"  # Pháp lệnh
    ORDER = "order"  # Lệnh
    EDICT = "edict"  # Sắc lệnh (1945–1959)
    DECREE = "decree"  # Nghị định
    CIRCULAR = "circular"  # Thông tư
    JOINT_CIRCULAR = "joint_circular"  # Thông tư liên tịch
    JOINT_RESOLUTION = "joint_resolution"  # Nghị quyết liên tịch
    CONSOLIDATED_TEXT = "consolidated_text"  # Văn bản hợp nhất
    TREATY = "treaty"  # Điều ước quốc tế: Hiệp định, Công ước, Nghị định thư

    # Administrative (văn bản hành chính); resolution and decision are normative too
    RESOLUTION = "resolution"  # Nghị quyết
    DECISION = "decision"  # Quyết định
    DIRECTIVE = "directive"  # Chỉ thị
    STATUTE = "statute"  # Quy chế, also Quy chế phối hợp
    REGULATION = "regulation"  # Quy định
    ANNOUNCEMENT = "announcement"  # Thông cáo
    NOTICE = "notice"  # Thông báo, also Thông báo kết luận
    GUIDANCE = "guidance"  # Hướng dẫn
    PROGRAM = "program"  # Chương trình, also Chương trình hành động
    PLAN = "plan"  # Kế hoạch, also Kế hoạch hành động
    JOINT_PLAN = "joint_plan"  # Kế hoạch liên tịch
    OPTION = "option"  # Phương án
    SCHEME = "scheme"  # Đề án
    PROJECT = "project"  # Dự án
    REPORT = "report"  # Báo cáo
    MINUTES = "minutes"  # Biên bản
    SUBMISSION = "submission"  # Tờ trình
    CONTRACT = "contract"  # Hợp đồng
    TELEGRAM = "telegram"  # Công điện
    MEMORANDUM = "memorandum"  # Bản ghi nhớ
    AGREEMENT = "agreement"  # Bản thỏa thuận
    AUTHORIZATION = "authorization"  # Giấy ủy quyền
    INVITATION = "invitation"  # Giấy mời
    INTRODUCTION = "introduction"  # Giấy giới thiệu
    LEAVE_PERMIT = "leave_permit"  # Giấy nghỉ phép
    DISPATCH_SLIP = "dispatch_slip"  # Phiếu gửi
    TRANSFER_SLIP = "transfer_slip"  # Phiếu chuyển
    NOTICE_SLIP = "notice_slip"  # Phiếu báo
    OFFICIAL_LETTER = "official_letter"  # Công văn; its name is not printed
    PUBLIC_LETTER = "public_letter"  # Thư công
    COMMITMENT = "commitment"  # Bản cam kết
    CERTIFICATE = "certificate"  # Giấy chứng nhận
    TRAVEL_ORDER = "travel_order"  # Giấy đi đường
    RECEIPT = "receipt"  # Giấy biên nhận hồ sơ
    TRUE_COPY = "true_copy"  # Sao y
    EXTRACT = "extract"  # Trích sao
    RECOPY = "recopy"  # Sao lục

    # Party (văn bản của Đảng), where the type is not one of the above
    PLATFORM = "platform"  # Cương lĩnh chính trị
    CHARTER = "charter"  # Điều lệ
    STRATEGY = "strategy"  # Chiến lược
    CONCLUSION = "conclusion"  # Kết luận
    PARTY_CIRCULAR = "party_circular"  # Thông tri
    DECLARATION = "declaration"  # Tuyên bố
    APPEAL = "appeal"  # Lời kêu gọi
    MASTER_PLAN = "master_plan"  # Quy hoạch

    # Practice
    LICENSE = "license"  # Giấy phép
    SCHEDULE = "schedule"  # Lịch công tác

    OTHER = "other"  # a type with a name outside this list
