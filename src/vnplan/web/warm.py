"""Imported by the process that all readers of documents are forked from, never by the app itself.

Reading any document fills the tables of names and patterns. Done once here, every process begins
with full tables: it takes half the time of what a short document takes otherwise.
"""

from __future__ import annotations

from vnplan.pipeline import parse

parse(
    "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nCăn cứ Luật Đầu tư công;\n\n"
    "I. MỤC TIÊU\nĐến năm 2030 đạt 80%.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n"
    "- Chủ trì, phối hợp với Sở Tư pháp báo cáo trước ngày 15/12 hằng năm.\n"
)
