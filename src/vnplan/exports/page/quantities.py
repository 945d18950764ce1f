"""Amounts as an official reads them."""

from __future__ import annotations

from markupsafe import Markup

from vnplan.exports.page.labels import Language, marked
from vnplan.exports.page.visible import one_line, shown
from vnplan.records import Quantity


def quantity(amount: Quantity, lang: Language) -> Markup:
    """ "tối thiểu 70 %", "5 – 10 lớp / năm"; figures as Vietnam writes them, 1.200,5."""
    figures = _figure(format(amount.value, "f"))
    if amount.upper is not None:
        figures = f"{figures} – {_figure(format(amount.upper, 'f'))}"
    said = Markup("{}").format(figures)
    if amount.comparator != "eq":
        said = marked(f"comparator.{amount.comparator}", lang) + Markup(" ") + said
    if amount.change is not None and amount.change != "reach":
        said = marked(f"change.{amount.change}", lang) + Markup(" ") + said
    if amount.unit:
        said += Markup(" {}").format(shown(one_line(amount.unit)))
    if amount.per:
        said += Markup(" / {}").format(shown(one_line(amount.per)))
    return said


def _figure(digits: str) -> str:
    sign = "-" if digits.startswith("-") else ""
    whole, _, rest = digits.removeprefix("-").partition(".")
    head = f"{int(whole):,}".replace(",", ".") if len(whole) < 40 else whole
    return f"{sign}{head}{',' + rest if rest else ''}"
