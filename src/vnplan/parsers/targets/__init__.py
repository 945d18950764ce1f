"""Targets (mục tiêu, chỉ tiêu): what is to be reached, one record a figure or unquantified line."""

from vnplan.parsers.targets.context import TargetContext
from vnplan.parsers.targets.search import find_targets

__all__ = ["TargetContext", "find_targets"]
