"""The layout of pages, read or recognised: lines, columns, tables and paragraphs."""

from vnplan.readers.pages.layout import lay_out

__all__ = ["lay_out"]
