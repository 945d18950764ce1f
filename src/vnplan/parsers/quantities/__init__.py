"""Quantities (số lượng, tỷ lệ, mức): figures with unit, comparator and direction."""

from vnplan.parsers.quantities.mention import RATED, QuantityKind, QuantityMention
from vnplan.parsers.quantities.numerals import read_figure, read_words
from vnplan.parsers.quantities.search import find_quantities, might_hold_quantity

__all__ = [
    "RATED",
    "QuantityKind",
    "QuantityMention",
    "find_quantities",
    "might_hold_quantity",
    "read_figure",
    "read_words",
]
