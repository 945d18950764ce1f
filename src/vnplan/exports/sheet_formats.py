"""How the cells of a tracking sheet look."""

from __future__ import annotations

from typing import Any, Final

FONT: Final = "Times New Roman"
SIZE: Final = 12

_DAY: Final = "dd/mm/yyyy"
_LINE: Final = "#A6A6A6"
_BLUE: Final = "#1F4E79"


class Formats:
    """The formats of one workbook."""

    def __init__(self, workbook: Any) -> None:
        def made(**given: object) -> Any:
            return workbook.add_format({"font_name": FONT, "font_size": SIZE, **given})

        def boxed(**given: object) -> Any:
            return made(border=1, border_color=_LINE, valign="top", text_wrap=True, **given)

        self.title = made(bold=True, font_size=15, font_color=_BLUE)
        self.subtitle = made(bold=True)
        self.plain = made()
        self.plain_day = made(num_format=_DAY, align="left")
        self.hint = made(italic=True, font_color="#595959", font_size=11)
        self.back = made(font_color="#0563C1", underline=1, font_size=11)
        self.head = made(
            bold=True,
            align="center",
            valign="vcenter",
            text_wrap=True,
            border=1,
            border_color=_LINE,
            bg_color="#D9E2F0",
        )
        self.text = boxed()
        self.link = boxed(font_color="#0563C1", underline=1)
        self.number = boxed(align="center")
        self.day = boxed(align="center", num_format=_DAY)
        self.choice = boxed(align="center", bg_color="#FFFFEB", locked=False)
        self.small = boxed(font_size=9, font_color="#7F7F7F")
        self.total = boxed(bold=True, align="center")
        self.late = workbook.add_format({"bg_color": "#FDE9E7"})
        self.late_mark = workbook.add_format(
            {"bg_color": "#F8CBCB", "font_color": "#9C0006", "bold": True}
        )
        self.soon = workbook.add_format({"bg_color": "#FFEB9C"})
        self.closed = workbook.add_format({"font_color": "#548235", "bg_color": "#EAF3E3"})
