"""Bytes to Document: one module a format, chosen by content."""

from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.intake import MAX_BYTES, read_bytes, read_file, read_text

__all__ = ["MAX_BYTES", "UnreadableDocument", "read_bytes", "read_file", "read_text"]
