"""Sections (bố cục): the tree of parts with levels, headings and roles."""

from vnplan.parsers.sections.index import SectionIndex
from vnplan.parsers.sections.tree import SectionReading, find_sections

__all__ = ["SectionIndex", "SectionReading", "find_sections"]
